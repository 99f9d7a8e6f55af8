//! What each bed is made of, as a table of constants.

use super::made::{Layer, Recipe, Train};
use crate::score::mix::Bed;
use crate::score::noise::Band;

/// What a bed is made of; nothing is made of nothing.
pub(super) fn recipe(bed: Bed) -> Option<&'static Recipe> {
    match bed {
        Bed::None => None,
        Bed::Rain => Some(&RAIN),
        Bed::Sea => Some(&SEA),
        Bed::Brown => Some(&BROWN),
    }
}

const fn layer(low: f64, high: f64, seconds: f64, seed: u32, gain: f32, follows: f32) -> Layer {
    Layer {
        band: Band {
            low,
            high,
            slope: 3,
            seconds,
            foam: 0.0,
            seed,
        },
        gain,
        follows,
    }
}

/// Even rain, a little way off, on leaves: the many drops that nobody can tell apart are noise, the
/// near ones are heard one by one. Gusts are slow and slight.
static RAIN: Recipe = Recipe {
    layers: &[
        layer(240.0, 700.0, 4.3, 0x0a11_ce01, 0.0030, 0.2),
        layer(800.0, 2200.0, 5.1, 0x0a11_ce02, 0.0052, 0.3),
        layer(2300.0, 4800.0, 4.7, 0x0a11_ce03, 0.0036, 0.4),
        layer(4800.0, 8000.0, 3.9, 0x0a11_ce04, 0.0014, 0.5),
    ],
    trains: &GUSTS,
    crest: 0.5,
    drops: true,
};

const GUSTS: [Train; 3] = [train(17.3, 0x51), train(23.9, 0x52), train(31.7, 0x53)];

/// The sea from behind the dunes. Three trains of waves lie over each other, so that there is no
/// beat in it that a breath could be taken for, and the nearer a wave is the brighter it sounds.
static SEA: Recipe = Recipe {
    layers: &[
        layer(55.0, 170.0, 5.3, 0x5ea0_0001, 0.0084, 0.35),
        layer(180.0, 480.0, 4.9, 0x5ea0_0002, 0.0074, 0.5),
        layer(500.0, 1100.0, 4.3, 0x5ea0_0003, 0.0042, 0.65),
        layer(1200.0, 2600.0, 3.7, 0x5ea0_0004, 0.0018, 0.8),
    ],
    trains: &[train(12.7, 0x61), train(17.9, 0x62), train(23.3, 0x63)],
    crest: 0.42,
    drops: false,
};

/// Deep noise that falls by 6 decibels an octave, as brown noise does, above the lowest that a
/// loudspeaker gives. It only just stirs.
static BROWN: Recipe = Recipe {
    layers: &[
        Layer {
            band: Band {
                low: 45.0,
                high: 90.0,
                slope: 1,
                seconds: 5.9,
                foam: 0.0,
                seed: 0xb407_0001,
            },
            gain: 0.0100,
            follows: 0.06,
        },
        Layer {
            band: Band {
                low: 160.0,
                high: 320.0,
                slope: 1,
                seconds: 4.7,
                foam: 0.0,
                seed: 0xb407_0002,
            },
            gain: 0.0056,
            follows: 0.12,
        },
    ],
    trains: &GUSTS,
    crest: 0.5,
    drops: false,
};

const fn train(seconds: f64, seed: u32) -> Train {
    Train { seconds, seed }
}
