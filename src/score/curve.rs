//! The few smooth shapes that every sound is made of.
//!
//! Plain arithmetic only, so that a sample is the same number on every machine. Nothing here
//! knows about time or sessions.

use std::f64::consts::TAU;

/// From 0 to 1 without an edge at either end.
pub(crate) fn smooth(x: f32) -> f32 {
    let x = x.clamp(0.0, 1.0);
    x * x * (3.0 - 2.0 * x)
}

/// From 0 to 1, setting out with some slope and arriving level.
///
/// A swell that set out level would be heard long after its onset and seem late.
fn rise(x: f32) -> f32 {
    const SLOPE: f32 = 0.6;
    x * (SLOPE + x * ((3.0 - 2.0 * SLOPE) + x * (SLOPE - 2.0)))
}

/// From 0 at the start through 1 at `crest` back to 0 at the end, all as fractions of a whole.
pub(crate) fn swelling(x: f32, crest: f32) -> f32 {
    if x < crest {
        rise(x / crest)
    } else {
        rise(((1.0 - x) / (1.0 - crest)).max(0.0))
    }
}

/// The sine of an angle counted in whole turns, which must not be negative.
///
/// The error stays below 4e-6, far under what can be heard.
pub(crate) fn sine(turns: f64) -> f32 {
    let within = turns - (turns as i64) as f64 - 0.5;
    let folded = if within > 0.25 {
        0.5 - within
    } else if within < -0.25 {
        -0.5 - within
    } else {
        within
    };
    let z = folded * -TAU;
    let s = z * z;
    let series = 1.0 + s * (-1.0 / 6.0 + s * (1.0 / 120.0 + s * (-1.0 / 5040.0 + s / 362_880.0)));
    (z * series) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sine_is_a_sine_even_after_hours() {
        for i in 0..10_000 {
            let turns = f64::from(i) * 311.017_3;
            let exact = (turns.fract() * TAU).sin();
            assert!((f64::from(sine(turns)) - exact).abs() < 5e-6, "at {turns}");
        }
    }

    #[test]
    fn a_swell_begins_and_ends_at_nothing_and_is_full_at_its_crest() {
        for crest in [0.25, 0.5, 0.62] {
            assert!(swelling(0.0, crest).abs() < 1e-6);
            assert!((swelling(crest, crest) - 1.0).abs() < 1e-5);
            assert!(swelling(1.0, crest).abs() < 1e-6);
        }
    }
}
