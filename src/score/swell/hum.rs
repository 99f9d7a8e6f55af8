//! A hum, as with closed lips: it slides up lightly as the breath comes in, and sinks and rounds as
//! it goes out.
//!
//! Closed lips leave the low harmonics of a voice and little else; what there is around a thousand
//! hertz comes through the nose. Two voices a little apart beat slowly against each other.

use super::shape::{Between, Character, Shape, Tone};
use crate::score::noise::{Band, Loop};

/// Air through the nose.
const NOSE: Band = Band {
    low: 700.0,
    high: 1500.0,
    slope: 4,
    seconds: 2.6,
    foam: 0.0,
    seed: 0x1f83_d9ab,
};

fn loops(rate: u32) -> Vec<Loop> {
    vec![Loop::new(&NOSE, rate)]
}

const RISING: [Between; 6] = [
    Between(0.75, 0.60),
    Between(0.40, 0.58),
    Between(0.12, 0.34),
    Between(0.03, 0.22),
    Between(0.03, 0.16),
    Between(0.01, 0.08),
];
const SINKING: [Between; 6] = [
    Between(0.95, 0.85),
    Between(0.50, 0.62),
    Between(0.24, 0.22),
    Between(0.10, 0.05),
    Between(0.06, 0.02),
    Between(0.03, 0.0),
];
const LIGHT: [Between; 6] = [
    Between(0.55, 0.50),
    Between(0.55, 0.55),
    Between(0.34, 0.36),
    Between(0.22, 0.26),
    Between(0.16, 0.20),
    Between(0.08, 0.12),
];
const STILL: [Between; 3] = [
    Between(0.16, 0.11),
    Between(0.10, 0.07),
    Between(0.04, 0.02),
];

/// Two voices on the same harmonics, a little apart in pitch and in place.
const fn voices(from: f64, to: f64, harmonics: &'static [Between]) -> [Tone; 2] {
    [
        Tone {
            from: from - 0.25,
            to: to - 0.35,
            harmonics,
            sides: [0.62, 0.38],
        },
        Tone {
            from: from + 0.25,
            to: to + 0.35,
            harmonics,
            sides: [0.38, 0.62],
        },
    ]
}

static IN: [Tone; 2] = voices(174.614, 261.626, &RISING);
static OUT: [Tone; 2] = voices(207.652, 130.813, &SINKING);
static SIP: [Tone; 2] = voices(261.626, 293.665, &LIGHT);
static HOLD: [Tone; 2] = voices(261.626, 261.626, &STILL);

pub(crate) static HUM: Character = Character {
    air: 0.022,
    tone: 0.145,
    loops,
    inhale: Shape {
        crest: 0.62,
        loops: &[Between(0.3, 1.0)],
        tones: &IN,
    },
    exhale: Shape {
        crest: 0.28,
        loops: &[Between(0.25, 0.05)],
        tones: &OUT,
    },
    sip: Shape {
        crest: 0.5,
        loops: &[Between(0.9, 1.0)],
        tones: &SIP,
    },
    hold: Shape {
        crest: 0.4,
        loops: &[Between(0.0, 0.0)],
        tones: &HOLD,
    },
};
