//! Air and a soft tone: the air opens upwards as it comes in, and sinks into the body as it goes out.

use super::shape::{Between, Character, Shape, pure};
use crate::score::noise::{Band, Loop};

/// From low in the body, which an out-breath ends in, through the middle, which both directions
/// share, to the light air that an in-breath opens into.
const AIR: [Band; 3] = [
    Band {
        low: 170.0,
        high: 420.0,
        slope: 4,
        seconds: 2.9,
        foam: 0.0,
        seed: 0x51ed_270b,
    },
    Band {
        low: 420.0,
        high: 900.0,
        slope: 4,
        seconds: 2.3,
        foam: 0.0,
        seed: 0x2545_f491,
    },
    Band {
        low: 900.0,
        high: 2000.0,
        slope: 4,
        seconds: 2.6,
        foam: 0.0,
        seed: 0x9e37_79b9,
    },
];

fn loops(rate: u32) -> Vec<Loop> {
    AIR.iter().map(|band| Loop::new(band, rate)).collect()
}

pub(crate) static BREATH: Character = Character {
    air: 0.051,
    tone: 0.072,
    loops,
    inhale: Shape {
        crest: 0.62,
        loops: &[
            Between(0.55, 0.10),
            Between(0.75, 0.60),
            Between(0.15, 1.05),
        ],
        tones: &[
            pure(220.0, 330.0, &[Between(1.0, 0.8)]),
            pure(440.0, 660.0, &[Between(0.05, 0.45)]),
        ],
    },
    exhale: Shape {
        crest: 0.28,
        loops: &[Between(0.85, 1.50), Between(0.60, 0.10), Between(0.0, 0.0)],
        tones: &[
            pure(264.0, 165.0, &[Between(0.9, 1.1)]),
            pure(528.0, 330.0, &[Between(0.20, 0.12)]),
        ],
    },
    sip: Shape {
        crest: 0.5,
        loops: &[
            Between(0.10, 0.10),
            Between(0.60, 0.50),
            Between(1.05, 1.15),
        ],
        tones: &[
            pure(330.0, 370.0, &[Between(0.8, 0.7)]),
            pure(660.0, 740.0, &[Between(0.45, 0.45)]),
        ],
    },
    hold: Shape {
        crest: 0.4,
        loops: &[],
        tones: &[pure(330.0, 330.0, &[Between(0.22, 0.16)])],
    },
};
