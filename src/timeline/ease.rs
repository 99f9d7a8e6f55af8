//! How the breath moves within a phase.

use std::f64::consts::PI;

/// How much of the movement is even. A pure sine shows hardly any movement in the first moments of
/// a phase, so that the cue seems late; this part makes it begin at once and still settle softly.
const EVEN: f64 = 0.15;

/// How far a phase has moved, from 0 to 1, when `t` of its time has passed.
pub fn ease(t: f64) -> f64 {
    let t = t.clamp(0.0, 1.0);
    (1.0 - EVEN) * (0.5 - 0.5 * (PI * t).cos()) + EVEN * t
}

/// When a phase has moved so far: the way back from [`ease`].
pub fn ease_back(moved: f64) -> f64 {
    let (mut early, mut late) = (0.0, 1.0);
    // Thirty halvings find the place to a billionth, which is far below a millisecond.
    for _ in 0..30 {
        let middle = 0.5 * (early + late);
        if ease(middle) < moved {
            early = middle;
        } else {
            late = middle;
        }
    }
    late
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phase_begins_empty_ends_full_and_never_turns_back() {
        assert!(ease(0.0).abs() < 1e-12);
        assert!((ease(1.0) - 1.0).abs() < 1e-12);
        let samples: Vec<f64> = (0..=1000).map(|i| ease(f64::from(i) / 1000.0)).collect();
        assert!(samples.windows(2).all(|pair| pair[1] > pair[0]));
    }

    #[test]
    fn the_movement_can_be_seen_from_the_first_moment() {
        assert!(ease(0.05) > 0.01);
    }

    #[test]
    fn the_way_back_leads_where_it_came_from() {
        for i in 0..=100 {
            let t = f64::from(i) / 100.0;
            assert!((ease_back(ease(t)) - t).abs() < 1e-8, "at {t}");
        }
    }
}
