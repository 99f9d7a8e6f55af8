//! What each bell is made of: its partials, how they come and how they fade.
//!
//! A singing bowl, a gong and a bar of metal each have partials that fit no scale, in proportions
//! of their own; the notes are two bars that were tuned, as those of a vibraphone are.

use super::ring::Partial;
use crate::score::mix::Bell;

/// The partials of a bell.
pub(super) fn partials(bell: Bell) -> &'static [Partial] {
    match bell {
        Bell::Bowl => &BOWL,
        Bell::Gong => &GONG,
        Bell::Chime => &CHIME,
        Bell::Notes => &NOTES,
    }
}

/// How loud a strike is at its peak against the others: what lies where the ear is keenest is heard as
/// louder.
pub(super) fn height(bell: Bell) -> f32 {
    match bell {
        Bell::Bowl | Bell::Gong => 1.0,
        Bell::Chime | Bell::Notes => 0.8,
    }
}

const fn struck(hertz: f64, gain: f64, seconds: f64, beat: f64, attack: f64) -> Partial {
    Partial {
        hertz,
        gain,
        seconds,
        beat,
        attack,
        begins: 0.0,
    }
}

/// A small singing bowl, touched with felt. The proportions are those of a bowl's rim, bent in two,
/// three, four and five waves.
static BOWL: [Partial; 4] = [
    struck(220.0, 1.0, 9.0, 0.45, 0.024),
    struck(220.0 * 2.71, 0.46, 6.5, 0.8, 0.024),
    struck(220.0 * 5.02, 0.13, 3.4, 1.3, 0.024),
    struck(220.0 * 7.81, 0.03, 1.6, 2.0, 0.024),
];

/// A low gong, stroked rather than struck: its low partials are there first, and the upper ones
/// bloom out of them during the first second, as the energy of a large plate wanders upwards.
static GONG: [Partial; 9] = [
    struck(110.0, 0.42, 9.0, 0.3, 0.06),
    struck(110.0 * 1.52, 0.22, 9.0, 0.5, 0.08),
    struck(110.0 * 1.99, 1.0, 8.5, 0.35, 0.10),
    struck(110.0 * 2.83, 0.50, 7.0, 0.7, 0.22),
    struck(110.0 * 3.72, 0.34, 5.5, 0.9, 0.35),
    struck(110.0 * 4.61, 0.22, 4.6, 1.1, 0.5),
    struck(110.0 * 5.87, 0.15, 3.8, 1.3, 0.65),
    struck(110.0 * 7.33, 0.09, 3.0, 1.4, 0.8),
    struck(110.0 * 9.11, 0.05, 2.6, 1.7, 0.9),
];

/// A light chime: a free bar of metal, whose partials stand as 1 to 2.76 to 5.40, and a second,
/// fainter one a fifth above it that the same movement touches.
static CHIME: [Partial; 6] = [
    struck(587.33, 1.0, 6.5, 0.35, 0.014),
    struck(587.33 * 2.756, 0.26, 3.2, 0.7, 0.014),
    struck(587.33 * 5.404, 0.05, 1.3, 1.0, 0.012),
    Partial {
        hertz: 880.0,
        gain: 0.42,
        seconds: 5.2,
        beat: 0.45,
        attack: 0.016,
        begins: 0.31,
    },
    Partial {
        hertz: 880.0 * 2.756,
        gain: 0.08,
        seconds: 2.2,
        beat: 0.8,
        attack: 0.016,
        begins: 0.31,
    },
    Partial {
        hertz: 293.665,
        gain: 0.12,
        seconds: 4.0,
        beat: 0.3,
        attack: 0.06,
        begins: 0.0,
    },
];

/// Two soft notes, the second a fifth below and at home: bars whose second partial was tuned two
/// octaves up, struck with wool.
static NOTES: [Partial; 6] = [
    note(440.0, 1.0, 4.6, 0.3, 0.0),
    note(440.0 * 4.0, 0.09, 1.4, 0.6, 0.0),
    note(440.0 * 2.0, 0.05, 2.4, 0.4, 0.0),
    note(293.665, 1.05, 6.4, 0.25, 0.85),
    note(293.665 * 4.0, 0.10, 1.8, 0.6, 0.85),
    note(293.665 * 2.0, 0.06, 3.0, 0.4, 0.85),
];

const fn note(hertz: f64, gain: f64, seconds: f64, beat: f64, begins: f64) -> Partial {
    Partial {
        hertz,
        gain,
        seconds,
        beat,
        attack: 0.03,
        begins,
    }
}
