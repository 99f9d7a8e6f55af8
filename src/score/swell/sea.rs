//! A wave: it comes in low, steepens and breaks into bright foam; then it runs out, and its hiss
//! sinks away into the low water before the next.
//!
//! The low part of a breaker is whole clouds of bubbles that ring together, its hiss single bubbles
//! and spray; foam comes and goes several times a second.

use super::shape::{Between, Character, Shape};
use crate::score::noise::{Band, Loop};

const WATER: [Band; 5] = [
    band(70.0, 210.0, 3.7, 0.1, 0x6a09_e667),
    band(220.0, 560.0, 3.1, 0.2, 0xbb67_ae85),
    band(600.0, 1300.0, 2.7, 0.3, 0x3c6e_f372),
    band(1400.0, 3000.0, 2.3, 0.5, 0xa54f_f53a),
    band(3200.0, 6000.0, 1.9, 0.6, 0x510e_527f),
];

const fn band(low: f64, high: f64, seconds: f64, foam: f32, seed: u32) -> Band {
    Band {
        low,
        high,
        slope: 4,
        seconds,
        foam,
        seed,
    }
}

fn loops(rate: u32) -> Vec<Loop> {
    WATER.iter().map(|band| Loop::new(band, rate)).collect()
}

pub(crate) static SEA: Character = Character {
    air: 0.053,
    tone: 0.0,
    loops,
    inhale: Shape {
        crest: 0.74,
        loops: &[
            Between(0.80, 0.25),
            Between(0.85, 0.60),
            Between(0.15, 0.85),
            Between(0.0, 0.62),
            Between(0.0, 0.26),
        ],
        tones: &[],
    },
    exhale: Shape {
        crest: 0.2,
        loops: &[
            Between(0.50, 1.0),
            Between(0.95, 0.80),
            Between(0.60, 0.06),
            Between(0.20, 0.0),
            Between(0.06, 0.0),
        ],
        tones: &[],
    },
    sip: Shape {
        crest: 0.5,
        loops: &[
            Between(0.20, 0.20),
            Between(0.40, 0.35),
            Between(0.70, 0.70),
            Between(0.65, 0.75),
            Between(0.28, 0.34),
        ],
        tones: &[],
    },
    // The wave stands: only its foam is left, and a breath of low water.
    hold: Shape {
        crest: 0.4,
        loops: &[
            Between(0.10, 0.10),
            Between(0.08, 0.05),
            Between(0.05, 0.03),
            Between(0.05, 0.02),
            Between(0.03, 0.01),
        ],
        tones: &[],
    },
};
