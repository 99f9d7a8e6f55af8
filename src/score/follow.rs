//! Plays a score live: one frame after the other, kept to a place it is told.
//!
//! Small differences are left alone. Beyond them, and for another score, what is to sound takes over
//! from what sounds in a short crossfade; where both are the same, nothing at all is heard of it. A
//! pause fades. It asks no clock, and rendering neither allocates nor frees nor locks.

use std::sync::Arc;

use super::Score;
use super::curve::smooth;

/// How long a fade lasts.
const FADE_SECONDS: f64 = 0.03;
/// How far it may be from where it should be: less than the ear and the eye together notice.
const NEAR_SECONDS: f64 = 0.03;
/// The same while there is silence on both sides of the move, which then costs nothing.
const NEAR_IN_SILENCE_SECONDS: f64 = 0.004;
/// How many frames of what leaves are made at a time.
const PART: usize = 64;

/// A score, and the frame of it that comes next.
#[derive(Clone, Debug)]
struct Reading {
    score: Arc<Score>,
    cursor: u64,
}

impl Reading {
    fn fill(&mut self, out: &mut [[f32; 2]]) {
        self.score.fill(self.cursor, out);
        self.cursor += out.len() as u64;
    }

    fn seconds_from(&self, place: u64) -> f64 {
        place.abs_diff(self.cursor) as f64 / f64::from(self.score.rate())
    }
}

/// A score being played.
#[derive(Debug, Default)]
pub struct Follow {
    now: Option<Reading>,
    /// What it takes over from, and for how many frames yet.
    leaving: Option<Reading>,
    left: u32,
    /// Another score, until it can begin to take over.
    next: Option<Arc<Score>>,
    /// How many frames of a fade stand between it and silence.
    level: u32,
    corrections: u64,
    /// The newest frame played was exactly nothing.
    in_silence: bool,
}

impl Follow {
    /// Nothing to play yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes another score, to take over from what sounds.
    ///
    /// Whoever hands it over keeps a clone until the count of it has come back to one, so that a
    /// score is never freed where it is played.
    pub fn take(&mut self, score: Arc<Score>) {
        self.next = Some(score);
    }

    /// Whether there is nothing to be heard, and the last block was silent throughout.
    pub fn is_silent(&self) -> bool {
        self.level == 0
    }

    /// How often it had to move to keep to its place.
    pub fn corrections(&self) -> u64 {
        self.corrections
    }

    /// Plays the next frames. `place` is the frame that should be heard first, in the newest
    /// score it was given; `None` asks for silence.
    pub fn block(&mut self, place: Option<u64>, out: &mut [[f32; 2]]) {
        let mut done = 0;
        while done < out.len() {
            let here = place.map(|place| place + done as u64);
            match here {
                _ if self.level == 0 => self.begin(here),
                Some(here) if self.left == 0 => self.keep_to(here),
                _ => {}
            }
            if self.now.is_none() || (self.level == 0 && here.is_none()) {
                return out[done..].fill([0.0; 2]);
            }
            done += self.stretch(here.is_some(), &mut out[done..]);
        }
    }

    /// In silence anything may change at once.
    fn begin(&mut self, place: Option<u64>) {
        (self.leaving, self.left) = (None, 0);
        if let Some(score) = self.next.take() {
            self.now = Some(Reading { score, cursor: 0 });
        }
        if let (Some(now), Some(place)) = (&mut self.now, place) {
            now.cursor = place;
        }
    }

    /// Lets another score take over, or moves where it is too far off; at once where nobody can hear
    /// it.
    fn keep_to(&mut self, place: u64) {
        let Some(now) = &mut self.now else {
            return;
        };
        let off = now.seconds_from(place);
        let mut to = now.clone();
        if off > NEAR_SECONDS {
            to.cursor = place;
        }
        if let Some(score) = self.next.take() {
            to.score = score;
        } else if off > NEAR_IN_SILENCE_SECONDS
            && self.in_silence
            && is_nothing(now.score.frame(place))
        {
            now.cursor = place;
            return;
        } else if off > NEAR_SECONDS {
            self.corrections += 1;
        } else {
            return;
        }
        self.left = fade(&to.score);
        self.leaving = self.now.replace(to);
    }

    /// Plays until the block ends or a fade does; says how many frames.
    fn stretch(&mut self, stays: bool, out: &mut [[f32; 2]]) -> usize {
        let Some(now) = &mut self.now else {
            return out.len();
        };
        let fade = fade(&now.score);
        let mut length = out.len();
        if self.left > 0 {
            length = length.min(PART).min(self.left as usize);
        }
        if !stays {
            length = length.min(self.level as usize);
        }
        let out = &mut out[..length];
        now.fill(out);
        if let Some(leaving) = &mut self.leaving {
            let mut old = [[0.0; 2]; PART];
            leaving.fill(&mut old[..length]);
            for (new, old) in out.iter_mut().zip(old) {
                self.left -= 1;
                let share = smooth(self.left as f32 / fade as f32);
                for (new, old) in new.iter_mut().zip(old) {
                    // In this form it is the new sample to the bit wherever the old one is the same.
                    *new += (old - *new) * share;
                }
            }
            if self.left == 0 {
                self.leaving = None;
            }
        }
        self.in_silence = out.last().copied().is_none_or(is_nothing);
        if stays && self.level >= fade {
            return length;
        }
        for frame in out {
            self.level = if stays {
                (self.level + 1).min(fade)
            } else {
                self.level - 1
            };
            if self.level < fade {
                let gain = smooth(self.level as f32 / fade as f32);
                *frame = frame.map(|x| x * gain);
            }
        }
        length
    }
}

/// How many frames a fade of a score has.
fn fade(score: &Score) -> u32 {
    (FADE_SECONDS * f64::from(score.rate())) as u32
}

fn is_nothing(frame: [f32; 2]) -> bool {
    frame.iter().all(|sample| *sample == 0.0)
}

#[cfg(test)]
mod tests;
