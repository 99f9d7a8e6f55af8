//! A session as a track to take away: what is said before it, the session itself, and what is said
//! after it.
//!
//! It is laid out once, and every frame follows from its own number, so that any piece can be made by
//! anybody at any time. Within the session its frames are the very ones of the [`Score`]; only where
//! it was cut to say something does it fade for a moment. It knows nothing of files.

mod passage;

use std::ops::Range;

use super::curve::smooth;
use super::{Ensemble, Score};
use crate::text::Clean;
use crate::time::Ms;
use passage::Passage;

/// How long a cut takes to fade out, and to come back.
const FADE: Ms = Ms(400);
/// The quiet between the last bell and what is said after it.
const AFTER_THE_BELL: Ms = Ms::seconds(2);

/// Something to be said beside the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The words.
    pub text: Clean,
    /// The quiet after them: to think, to move, to fetch something.
    pub quiet: Ms,
    /// Whether they are the program's own, in its language, and not the session's.
    pub own: bool,
}

/// Everything that is said beside the session. What nobody speaks is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asides {
    /// Before it begins.
    pub before: Vec<Spoken>,
    /// Where it waits for a key, which a track cannot: at those times of the session.
    pub at_stops: Vec<(Ms, Vec<Spoken>)>,
    /// After its last bell.
    pub after: Vec<Spoken>,
}

impl Asides {
    /// All of it, in order.
    pub fn all(&self) -> impl Iterator<Item = &Spoken> {
        let at_stops = self.at_stops.iter().flat_map(|(_, spoken)| spoken);
        self.before.iter().chain(at_stops).chain(&self.after)
    }
}

/// A stretch of a track.
enum Part {
    /// Words beside the session.
    Said(Passage),
    /// A stretch of the session, by its frames, and whether it was cut at its beginning and end.
    Played { frames: Range<u64>, cut: [bool; 2] },
}

/// A track, frame by frame.
pub struct Mixdown {
    score: Score,
    /// The parts, each with the frame that it begins with.
    parts: Vec<(u64, Part)>,
    length: u64,
}

impl Mixdown {
    /// Lays a track out. The words are spoken with the clips of the ensemble.
    pub fn new(score: Score, asides: &Asides, ensemble: &Ensemble) -> Self {
        let mut mixdown = Self {
            score,
            parts: Vec::new(),
            length: 0,
        };
        let frame = |at, of: &Self| Score::frame_at(at, of.rate());
        mixdown.say(&asides.before, ensemble, Ms::ZERO);
        let whole = mixdown.score.length_in_frames();
        let mut from = 0;
        for (at, spoken) in &asides.at_stops {
            let until = frame(*at, &mixdown).clamp(from, whole);
            let passage = Passage::new(spoken, ensemble, mixdown.rate(), Ms::ZERO);
            if passage.is_silent() || until == from {
                continue;
            }
            mixdown.play(from..until, whole);
            mixdown.push(Part::Said(passage));
            from = until;
        }
        mixdown.play(from..whole, whole);
        mixdown.say(&asides.after, ensemble, AFTER_THE_BELL);
        mixdown
    }

    fn say(&mut self, spoken: &[Spoken], ensemble: &Ensemble, quiet_first: Ms) {
        let passage = Passage::new(spoken, ensemble, self.rate(), quiet_first);
        if !passage.is_silent() {
            self.push(Part::Said(passage));
        }
    }

    fn play(&mut self, frames: Range<u64>, whole: u64) {
        let cut = [frames.start > 0, frames.end < whole];
        self.push(Part::Played { frames, cut });
    }

    fn push(&mut self, part: Part) {
        let length = part.length();
        self.parts.push((self.length, part));
        self.length += length;
    }

    /// Frames in a second.
    pub fn rate(&self) -> u32 {
        self.score.rate()
    }

    /// How many frames there are.
    pub fn length_in_frames(&self) -> u64 {
        self.length
    }

    /// The score of the session in it.
    pub fn score(&self) -> &Score {
        &self.score
    }

    /// The frame at which it is over, if something is said after it.
    pub fn afterwards(&self) -> Option<u64> {
        let (onset, last) = self.parts.last()?;
        let is_after = self.parts.len() > 1 && matches!(last, Part::Said(_));
        is_after.then_some(*onset)
    }

    /// The frame of the track at which a time of the session comes. What is said at a stop comes
    /// before it.
    pub fn frame_of(&self, at: Ms) -> u64 {
        let wanted = Score::frame_at(at, self.rate());
        let played = self.parts.iter().filter_map(|(onset, part)| match part {
            Part::Played { frames, .. } => Some((*onset, frames)),
            Part::Said(_) => None,
        });
        let mut place = 0;
        for (onset, frames) in played {
            if frames.start > wanted {
                break;
            }
            place = onset + (wanted - frames.start).min(frames.end - frames.start);
        }
        place
    }

    /// The frames from `from` on. After the end there is silence.
    pub fn fill(&self, from: u64, out: &mut [[f32; 2]]) {
        out.fill([0.0; 2]);
        let until = from + out.len() as u64;
        for (onset, part) in &self.parts {
            let (start, end) = (from.max(*onset), until.min(onset + part.length()));
            if start >= end {
                continue;
            }
            let there = &mut out[(start - from) as usize..(end - from) as usize];
            match part {
                Part::Said(passage) => passage.add(start - onset, there),
                Part::Played { frames, cut } => {
                    self.score.fill(frames.start + start - onset, there);
                    self.fade(start - onset, frames.end - frames.start, *cut, there);
                }
            }
        }
    }

    /// Lets a stretch come and go softly where it was cut.
    fn fade(&self, from: u64, length: u64, [begins, ends]: [bool; 2], out: &mut [[f32; 2]]) {
        let fade = Score::frame_at(FADE, self.rate());
        for (n, frame) in (from..).zip(out) {
            let mut gain = 1.0;
            if begins && n < fade {
                gain = smooth(n as f32 / fade as f32);
            }
            if ends && length - n < fade {
                gain *= smooth((length - n) as f32 / fade as f32);
            }
            if gain < 1.0 {
                *frame = frame.map(|side| side * gain);
            }
        }
    }
}

impl Part {
    fn length(&self) -> u64 {
        match self {
            Self::Said(passage) => passage.length_in_frames(),
            Self::Played { frames, .. } => frames.end - frames.start,
        }
    }
}

impl std::fmt::Debug for Mixdown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mixdown")
            .field("parts", &self.parts.len())
            .field("length_in_frames", &self.length)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
