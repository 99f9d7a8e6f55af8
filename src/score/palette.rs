//! Everything that takes time to make, made once for a sample rate and shared by every score.

use super::bell::Ring;
use super::noise::{Band, Loop};

/// Air low in the body: what an out-breath ends in.
const DARK: Band = Band {
    low: 170.0,
    high: 420.0,
    seconds: 2.9,
    seed: 0x51ed_270b,
};
/// The middle of the air, common to both directions.
const MIDDLE: Band = Band {
    low: 420.0,
    high: 900.0,
    seconds: 2.3,
    seed: 0x2545_f491,
};
/// Light air: what an in-breath opens into.
const BRIGHT: Band = Band {
    low: 900.0,
    high: 2000.0,
    seconds: 2.6,
    seed: 0x9e37_79b9,
};

/// The sounds a score is put together from.
pub(crate) struct Palette {
    pub(crate) rate: u32,
    /// From dark to bright.
    pub(crate) air: [Loop; 3],
    pub(crate) ring: Ring,
}

impl Palette {
    pub(crate) fn new(rate: u32) -> Self {
        Self {
            rate,
            air: [&DARK, &MIDDLE, &BRIGHT].map(|band| Loop::new(band, rate)),
            ring: Ring::new(rate),
        }
    }
}
