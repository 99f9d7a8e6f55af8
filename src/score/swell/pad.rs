//! A warm chord: it opens upwards as the breath comes in, and comes home lower as it goes out.
//!
//! The in-breath is the chord on the fourth step with an added ninth, which is open and wants
//! nothing; the out-breath is the home chord. One note is common to both. Every note is three that
//! beat slowly, as strings of an ensemble do.

use super::shape::{Between, Character, Shape};
use crate::score::noise::{Loop, Note};

const SECONDS: f64 = 4.0;

const D3: f64 = 146.832;
const A3: f64 = 220.0;
const G3: f64 = 195.998;
const D4: f64 = 293.665;
const FIS4: f64 = 369.994;
const G4: f64 = 391.995;
const A4: f64 = 440.0;
const B4: f64 = 493.883;
const D5: f64 = 587.33;
const G5: f64 = 783.991;

/// In low and in high, then out high and out low. Low notes stand at least a fifth apart, as they do
/// in everything that sounds at rest: closer together they growl.
const CHORDS: [&[Note]; 4] = [
    &[note(G3, 1.0), note(D4, 0.85), note(G4, 0.3)],
    &[
        note(D4, 0.4),
        note(B4, 0.55),
        note(D5, 0.7),
        note(G5, 0.4),
        note(2.0 * A4, 0.22),
        note(2.0 * B4, 0.14),
        note(2.0 * D5, 0.12),
    ],
    &[
        note(D4, 0.9),
        note(A3, 0.8),
        note(FIS4, 0.4),
        note(2.0 * D4, 0.1),
    ],
    &[
        note(D3, 1.0),
        note(A3, 0.7),
        note(D4, 0.35),
        note(2.0 * A3, 0.1),
    ],
];

const fn note(hertz: f64, gain: f64) -> Note {
    Note { hertz, gain }
}

fn loops(rate: u32) -> Vec<Loop> {
    let chord = |notes: &&[Note]| Loop::chord(notes, SECONDS, rate);
    CHORDS.iter().map(chord).collect()
}

pub(crate) static PAD: Character = Character {
    air: 0.072,
    tone: 0.0,
    loops,
    inhale: Shape {
        crest: 0.66,
        loops: &[
            Between(1.0, 0.55),
            Between(0.05, 0.95),
            Between(0.0, 0.0),
            Between(0.0, 0.0),
        ],
        tones: &[],
    },
    exhale: Shape {
        crest: 0.26,
        loops: &[
            Between(0.0, 0.0),
            Between(0.0, 0.0),
            Between(1.0, 0.25),
            Between(0.5, 1.1),
        ],
        tones: &[],
    },
    sip: Shape {
        crest: 0.5,
        loops: &[
            Between(0.5, 0.4),
            Between(0.95, 1.05),
            Between(0.0, 0.0),
            Between(0.0, 0.0),
        ],
        tones: &[],
    },
    hold: Shape {
        crest: 0.4,
        loops: &[
            Between(0.10, 0.08),
            Between(0.20, 0.14),
            Between(0.0, 0.0),
            Between(0.0, 0.0),
        ],
        tones: &[],
    },
};
