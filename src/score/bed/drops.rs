//! Single drops of rain: sparse, each with a pitch, a place and a loudness of its own.
//!
//! Which drops fall in a block of time follows from the number of the block.

use crate::score::curve::{scattered, scattered_share};
use crate::score::noise::drop_on_leaf;

/// How many blocks there are in a second, and how many drops may fall in each.
const BLOCKS_A_SECOND: u32 = 50;
const DROPS_A_BLOCK: u64 = 2;
/// How often one does.
const LIKELY: f32 = 0.45;
/// The loudest drop, peak against full scale, and the quietest against it.
const LOUDEST: f32 = 0.034;
const QUIETEST: f32 = 0.05;
const SEED: u32 = 0x2f6e_2b1d;

/// Frequency in hertz, and seconds until a drop has fallen by 60 decibels.
const LEAVES: [(f64, f64); 8] = [
    (420.0, 0.070),
    (560.0, 0.060),
    (690.0, 0.055),
    (840.0, 0.050),
    (1050.0, 0.045),
    (1320.0, 0.040),
    (1700.0, 0.032),
    (2200.0, 0.026),
];

/// Drops on leaves of several sizes.
pub(super) struct Drops {
    leaves: Vec<Vec<f32>>,
    block: u64,
    /// How many blocks a drop may sound into.
    tail: u64,
}

impl Drops {
    pub(super) fn new(rate: u32) -> Self {
        let leaf = |((hertz, seconds), seed)| drop_on_leaf(hertz, seconds, seed, rate);
        let leaves: Vec<Vec<f32>> = LEAVES.into_iter().zip(11..).map(leaf).collect();
        let block = u64::from(rate / BLOCKS_A_SECOND).max(1);
        let longest = leaves.iter().map(Vec::len).max().unwrap_or(0) as u64;
        Self {
            tail: longest / block + 1,
            leaves,
            block,
        }
    }

    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let first = (from / self.block).saturating_sub(self.tail);
        for block in first..=(until - 1) / self.block {
            for drop in block * DROPS_A_BLOCK..(block + 1) * DROPS_A_BLOCK {
                if scattered_share(SEED, drop) < LIKELY {
                    self.drop(block, drop, from, out);
                }
            }
        }
    }

    fn drop(&self, block: u64, drop: u64, from: u64, out: &mut [[f32; 2]]) {
        let chance = scattered(SEED + 1, drop);
        let leaf = &self.leaves[chance as usize % self.leaves.len()];
        let onset = block * self.block + u64::from(chance >> 8) % self.block;
        let until = from + out.len() as u64;
        let end = onset + leaf.len() as u64;
        if onset >= until || end <= from {
            return;
        }
        // Most drops are faint, and a few are near.
        let near = scattered_share(SEED + 2, drop);
        let gain = LOUDEST * (QUIETEST + (1.0 - QUIETEST) * near * near * near);
        let place = scattered_share(SEED + 3, drop);
        let sides = [gain * (1.0 - 0.7 * place), gain * (0.3 + 0.7 * place)];
        let start = onset.max(from);
        let sounding = &leaf[(start - onset) as usize..];
        for (frame, x) in out[(start - from) as usize..].iter_mut().zip(sounding) {
            frame[0] += sides[0] * x;
            frame[1] += sides[1] * x;
        }
    }
}
