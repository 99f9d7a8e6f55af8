//! Plays a score live: one frame after the other, kept to a place it is told.
//!
//! Small differences are left alone; beyond them it fades out, moves and fades in, as it does for
//! a pause and for another score. It asks no clock, and rendering neither allocates nor locks.

use std::sync::Arc;

use super::Score;
use super::curve::smooth;

/// How long a fade lasts.
const FADE_SECONDS: f64 = 0.03;
/// How far it may be from where it should be: less than the ear and the eye together notice.
const NEAR_SECONDS: f64 = 0.03;
/// The same while there is silence on both sides of the move, which then costs nothing.
const NEAR_IN_SILENCE_SECONDS: f64 = 0.004;

/// A score being played.
#[derive(Debug, Default)]
pub struct Follow {
    score: Option<Arc<Score>>,
    next: Option<Arc<Score>>,
    /// The frame of the score that comes next.
    cursor: u64,
    /// How many frames of a fade stand between it and silence.
    level: u32,
    /// It has begun to move and will not think better of it on the way.
    moving: bool,
    corrections: u64,
    /// The newest frame played was exactly nothing.
    in_silence: bool,
}

impl Follow {
    /// Nothing to play yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes another score, to be played as soon as what sounds has faded.
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
            if self.level == 0 {
                self.moving = false;
                if let Some(next) = self.next.take() {
                    self.score = Some(next);
                }
                match place {
                    Some(place) => self.cursor = place + done as u64,
                    None => return out[done..].fill([0.0; 2]),
                }
            }
            let here = place.map(|place| place + done as u64);
            done += self.stretch(here, &mut out[done..]);
        }
    }

    /// Plays until the block ends or a fade has reached silence; says how many frames.
    fn stretch(&mut self, place: Option<u64>, out: &mut [[f32; 2]]) -> usize {
        let Some(score) = self.score.clone() else {
            out.fill([0.0; 2]);
            return out.len();
        };
        let rate = f64::from(score.rate());
        let fade = (FADE_SECONDS * rate) as u32;
        if let Some(place) = place
            && self.next.is_none()
        {
            self.keep_to(place, &score);
        }
        let stays = place.is_some() && self.next.is_none() && !self.moving;
        let length = if stays {
            out.len()
        } else {
            out.len().min(self.level as usize)
        };
        let was_full = self.level >= fade;
        score.fill(self.cursor, &mut out[..length]);
        self.cursor += length as u64;
        self.in_silence = is_nothing(out[length - 1]);
        if stays && was_full {
            return length;
        }
        for frame in &mut out[..length] {
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

    /// Moves at once where nobody can hear it, and begins to move where it is too far off.
    fn keep_to(&mut self, place: u64, score: &Score) {
        let off = place.abs_diff(self.cursor) as f64 / f64::from(score.rate());
        if off > NEAR_IN_SILENCE_SECONDS && self.in_silence && is_nothing(score.frame(place)) {
            self.cursor = place;
        } else if off > NEAR_SECONDS && !self.moving {
            self.moving = true;
            self.corrections += 1;
        }
    }
}

fn is_nothing(frame: [f32; 2]) -> bool {
    frame.iter().all(|sample| *sample == 0.0)
}

#[cfg(test)]
mod tests;
