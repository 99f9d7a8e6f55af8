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

/// Sine and cosine of an angle in whole turns, as exact as a number holds, where a sound is made by
/// turning on from each sample to the next.
pub(crate) fn rotation(turns: f64) -> (f64, f64) {
    const HALVINGS: i32 = 6;
    let within = turns - turns.floor();
    let z = within * TAU / f64::from(1 << HALVINGS);
    let s = z * z;
    let sin = z * (1.0 - s / 6.0 * (1.0 - s / 20.0 * (1.0 - s / 42.0 * (1.0 - s / 72.0))));
    let cos = 1.0 - s / 2.0 * (1.0 - s / 12.0 * (1.0 - s / 30.0 * (1.0 - s / 56.0)));
    (0..HALVINGS).fold((sin, cos), |(sin, cos), _| {
        (2.0 * sin * cos, cos * cos - sin * sin)
    })
}

/// What is left each sample of something that falls by 60 decibels in so many samples.
pub(crate) fn kept_of_a_fall(samples: f64) -> f64 {
    const SQUARINGS: i32 = 4;
    let x = std::f64::consts::LN_10 * 3.0 / samples.max(1.0) / f64::from(1 << SQUARINGS);
    let series = 1.0 - x * (1.0 - x / 2.0 * (1.0 - x / 3.0 * (1.0 - x / 4.0 * (1.0 - x / 5.0))));
    (0..SQUARINGS).fold(series, |kept, _| kept * kept)
}

/// Numbers without a pattern, the same for the same two numbers: 32 bits.
pub(crate) fn scattered(seed: u32, n: u64) -> u32 {
    let mut x = n ^ (u64::from(seed) << 32 | 0x9e37_79b9);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (x >> 32) as u32
}

/// The same, from 0 up to 1.
pub(crate) fn scattered_share(seed: u32, n: u64) -> f32 {
    (scattered(seed, n) >> 8) as f32 / 16_777_216.0
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
    fn a_rotation_is_exact_and_a_fall_is_one_of_60_decibels() {
        for i in 0..1000 {
            let turns = f64::from(i) * 0.001_37;
            let (sin, cos) = rotation(turns);
            assert!((sin - (turns * TAU).sin()).abs() < 1e-12, "at {turns}");
            assert!((cos - (turns * TAU).cos()).abs() < 1e-12, "at {turns}");
        }
        for samples in [400.0, 48_000.0, 432_000.0] {
            let left = kept_of_a_fall(samples).powf(samples);
            assert!((left - 0.001).abs() < 1e-9, "{left} after {samples}");
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
