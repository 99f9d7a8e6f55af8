//! A loop that is never heard twice in the same order: pieces of it, from places without a pattern,
//! each fading into the next at the same loudness.
//!
//! Noise that repeats is heard to repeat even when the loop is long. Which piece sounds follows
//! from the number of the frame alone.

use super::{Loop, Reader};
use crate::score::curve::{scattered, sine};

/// A loop, and how it is cut into pieces.
pub(crate) struct Woven {
    pub(super) band: Loop,
    seed: u32,
    /// How many frames from the start of a piece to that of the next.
    pub(super) stretch: u64,
    /// Over how many frames of that the piece before goes on.
    cross: u64,
}

const STRETCH_SECONDS: f64 = 3.1;
const CROSS_SECONDS: f64 = 1.3;

impl Woven {
    /// Cuts a loop. Loops with different seeds change at different times.
    pub(crate) fn new(band: Loop, seed: u32, rate: u32) -> Self {
        let longer = f64::from(seed % 7) * 0.23;
        Self {
            band,
            seed,
            stretch: ((STRETCH_SECONDS + longer) * f64::from(rate)) as u64,
            cross: (CROSS_SECONDS * f64::from(rate)) as u64,
        }
    }

    /// Reads on from frame `n`.
    pub(crate) fn from(&self, n: u64) -> Endless<'_> {
        let (piece, within) = (n / self.stretch, n % self.stretch);
        let before = piece.wrapping_sub(1);
        Endless {
            woven: self,
            piece,
            within,
            new: self.reader(piece, within),
            old: self.reader(before, self.stretch + within),
        }
    }

    fn reader(&self, piece: u64, within: u64) -> Reader<'_> {
        let start = u64::from(scattered(self.seed, piece)) % self.band.length();
        self.band.from(start + within)
    }
}

/// A place in a woven loop.
pub(crate) struct Endless<'a> {
    woven: &'a Woven,
    piece: u64,
    within: u64,
    new: Reader<'a>,
    old: Reader<'a>,
}

impl Endless<'_> {
    /// The next frame.
    #[inline]
    pub(crate) fn next(&mut self) -> [f32; 2] {
        let mut frame = self.new.next();
        if self.within < self.woven.cross {
            // A quarter of a turn: the squares of both gains are always one together.
            let turns = 0.25 * self.within as f64 / self.woven.cross as f64;
            let (rises, falls) = (sine(turns), sine(turns + 0.25));
            let old = self.old.next();
            frame = [0, 1].map(|side| rises * frame[side] + falls * old[side]);
        }
        self.within += 1;
        if self.within == self.woven.stretch {
            self.piece += 1;
            self.within = 0;
            self.new = self.woven.reader(self.piece, 0);
            self.old = self.woven.reader(self.piece - 1, self.woven.stretch);
        }
        frame
    }
}
