//! The last resort against loudness: above half of full scale a sample is bent, so that none ever
//! comes near to where a device would cut it off.
//!
//! softly's own parts together stay below; a recording that is loud for a moment may not. It looks
//! at one sample at a time and remembers nothing.

/// Up to here nothing is changed.
pub(super) const UNTOUCHED: f32 = 0.58;
/// However loud it is, it stays below this: 3.5 decibels below full scale, with some room for what
/// lies between two samples.
pub(super) const HIGHEST: f32 = 0.67;

/// A sample below the ceiling.
#[inline]
pub(super) fn held(x: f32) -> f32 {
    if x.abs() <= UNTOUCHED {
        return x;
    }
    let room = HIGHEST - UNTOUCHED;
    let above = x.abs() - UNTOUCHED;
    (UNTOUCHED + room * above / (room + above)).copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_samples_are_left_alone_and_loud_ones_bent_without_an_edge() {
        for x in [0.0, 0.1, -0.3, 0.58, -0.58] {
            assert_eq!(held(x).to_bits(), x.to_bits());
        }
        let mut last = held(0.5);
        for i in 1..60_000_u16 {
            let x = 0.5 + f32::from(i) * 1e-4;
            let y = held(x);
            assert!(y >= last && y - last <= 1.01e-4 && y < HIGHEST, "{x}: {y}");
            assert_eq!(held(-x).to_bits(), (-y).to_bits());
            last = y;
        }
    }
}
