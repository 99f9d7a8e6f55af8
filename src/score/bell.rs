//! A soft bell where a step begins, a quieter one half-way, and a last one at the end of the session,
//! unless its author wants none.

mod bowls;
mod ring;
mod struck;

pub use ring::RING;
pub(crate) use ring::Ring;

use std::sync::Arc;

use super::duck::Duck;
use super::mix::Bell;
use crate::timeline::Timeline;
use struck::{Strike, Which, strikes};

/// How loud a strike of gain 1 is at its peak, against full scale.
const LEVEL: f32 = 0.19;

/// Makes one strike of a bell for a sample rate.
pub(crate) fn made(bell: Bell, rate: u32) -> Ring {
    Ring::new(bowls::partials(bell), bowls::height(bell), rate)
}

/// All bells of a session.
pub(super) struct Bells {
    strikes: Vec<Strike>,
    step: Arc<Ring>,
    end: Arc<Ring>,
    /// The longer of the two, in frames.
    longest: u64,
}

impl Bells {
    /// The bells that these two make, beside the words.
    pub(super) fn new(
        timeline: &Timeline,
        [step, end]: [Arc<Ring>; 2],
        words: &Duck,
        rate: u32,
    ) -> Self {
        Self {
            strikes: strikes(timeline, words, rate),
            longest: step.length().max(end.length()),
            step,
            end,
        }
    }

    fn ring(&self, strike: &Strike) -> &Ring {
        match strike.which {
            Which::Step => &self.step,
            Which::End => &self.end,
        }
    }

    /// The frame from which on nothing rings any more.
    pub(super) fn end(&self) -> u64 {
        let ends = self.strikes.iter();
        ends.map(|strike| strike.onset + self.ring(strike).length())
            .max()
            .unwrap_or(0)
    }

    /// Adds what rings from frame `from` on, with a gain.
    pub(super) fn add(&self, gain: f32, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let first = self
            .strikes
            .partition_point(|strike| strike.onset + self.longest <= from);
        for strike in self.strikes[first..]
            .iter()
            .take_while(|strike| strike.onset < until)
        {
            let start = strike.onset.max(from);
            let rest = &mut out[(start - from) as usize..];
            let gain = gain * LEVEL * strike.gain;
            self.ring(strike).add(start - strike.onset, gain, rest);
        }
    }
}

#[cfg(test)]
mod tests;
