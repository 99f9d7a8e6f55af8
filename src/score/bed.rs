//! What goes on quietly below everything, from the first second of a session to its end.
//!
//! It comes slowly and goes slowly, and makes room for words. Any frame of it follows from its
//! number.

mod drops;
mod looped;
mod made;
mod recipes;

pub(crate) use looped::Looped;
pub(crate) use made::Made;

use std::ops::Range;
use std::sync::Arc;

use super::curve::smooth;
use super::mix;

/// Over how long it comes and goes.
const COMES_SECONDS: f64 = 6.0;
const GOES_SECONDS: f64 = 7.0;

/// Makes a bed for a sample rate, if it is one.
pub(crate) fn made(bed: mix::Bed, rate: u32) -> Option<Made> {
    recipes::recipe(bed).map(|recipe| Made::new(recipe, rate))
}

/// Where the sound comes from.
#[derive(Clone)]
pub(crate) enum Source {
    /// One of softly's own.
    Made(Arc<Made>),
    /// A file of the author's, or of the person's.
    Own(Arc<Looped>),
}

/// A bed below a session.
pub(super) struct Bed {
    source: Source,
    gain: f32,
    /// From its first frame to the one at which it has gone.
    frames: Range<u64>,
    comes: u64,
    goes: u64,
}

impl Bed {
    /// A bed that sounds up to this frame.
    pub(super) fn new(source: Source, gain: f32, until: u64, rate: u32) -> Self {
        let frames = |seconds| ((seconds * f64::from(rate)) as u64).clamp(1, until / 2 + 1);
        Self {
            source,
            gain,
            frames: 0..until,
            comes: frames(COMES_SECONDS),
            goes: frames(GOES_SECONDS),
        }
    }

    /// Adds what sounds from frame `from` on to nothing, and says whether anything does.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) -> bool {
        let left = self.frames.end.saturating_sub(from);
        if left == 0 {
            return false;
        }
        let length = out.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let out = &mut out[..length];
        match &self.source {
            Source::Made(made) => made.add(from, out),
            Source::Own(looped) => looped.add(from, out),
        }
        for (frame, n) in out.iter_mut().zip(from..) {
            let gain = self.gain * self.there(n);
            *frame = frame.map(|x| x * gain);
        }
        true
    }

    /// How much of it is there: from 0 at both ends to 1.
    fn there(&self, n: u64) -> f32 {
        let left = self.frames.end - n;
        let mut there = 1.0;
        if n < self.comes {
            there *= smooth(n as f32 / self.comes as f32);
        }
        if left < self.goes {
            there *= smooth(left as f32 / self.goes as f32);
        }
        there
    }
}

#[cfg(test)]
mod tests;
