//! The lengths of the phases of a breath, and what can safely be done to them.

use serde::Serialize;

use crate::time::Ms;

/// A part of a breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// The breath comes in.
    In,
    /// A second, small in-breath on top: the sigh's.
    Sip,
    /// The lungs are full and nothing moves.
    Hold,
    /// The breath goes out.
    Out,
    /// The lungs are empty and nothing moves.
    Rest,
}

impl Phase {
    /// All phases, in the order in which a breath passes through them.
    pub const ALL: [Self; 5] = [Self::In, Self::Sip, Self::Hold, Self::Out, Self::Rest];
}

/// The longest pause after an out-breath that people make without holding, as we judge it:
/// quiet breathing at six a minute leaves about this much room before the next breath wants to come.
pub const LONGEST_EASY_REST: Ms = Ms::seconds(2);

/// The shortest and the longest breath that a change of pace may lead to, as we judge it:
/// twenty breaths a minute is brisk, three a minute takes practice.
const PACE_BOUNDS: (Ms, Ms) = (Ms::seconds(3), Ms::seconds(20));

/// How long each phase of a breath lasts. A phase of no length is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Pattern {
    /// The in-breath.
    pub inhale: Ms,
    /// The second, small in-breath.
    pub sip: Ms,
    /// The pause with full lungs.
    pub hold: Ms,
    /// The out-breath.
    pub exhale: Ms,
    /// The pause with empty lungs.
    pub rest: Ms,
}

impl Pattern {
    /// A breath without pauses.
    pub const fn new(inhale: Ms, exhale: Ms) -> Self {
        Self {
            inhale,
            sip: Ms::ZERO,
            hold: Ms::ZERO,
            exhale,
            rest: Ms::ZERO,
        }
    }

    /// How long one phase lasts.
    pub const fn phase(self, phase: Phase) -> Ms {
        match phase {
            Phase::In => self.inhale,
            Phase::Sip => self.sip,
            Phase::Hold => self.hold,
            Phase::Out => self.exhale,
            Phase::Rest => self.rest,
        }
    }

    /// How long the whole breath lasts.
    pub fn length(self) -> Ms {
        self.inhale + self.sip + self.hold + self.exhale + self.rest
    }

    /// Breaths in a minute.
    pub fn breaths_per_minute(self) -> f64 {
        60_000.0 / self.length().0.max(1) as f64
    }

    /// Whether this breath pauses long enough to count as a hold, which is opt-in for each person.
    pub fn has_hold(self) -> bool {
        self.hold > Ms::ZERO || self.rest > LONGEST_EASY_REST
    }

    /// The same breath for somebody who has not asked for holds: no pause with full lungs, and
    /// after the out-breath no more than an easy rest.
    #[must_use]
    pub fn without_holds(self) -> Self {
        Self {
            hold: Ms::ZERO,
            rest: self.rest.min(LONGEST_EASY_REST),
            ..self
        }
    }

    /// The same breath, each phase `factor` times as long, kept between three and twenty seconds.
    ///
    /// A breath that is already outside those bounds is only ever brought nearer to them.
    #[must_use]
    pub fn paced(self, factor: f64) -> Self {
        let length = self.length().0.max(1) as f64;
        let (shortest, longest) = (PACE_BOUNDS.0.0 as f64, PACE_BOUNDS.1.0 as f64);
        let wanted = (length * factor).clamp(shortest.min(length), longest.max(length));
        self.map(|phase| phase.scaled(wanted / length))
    }

    /// The breath that lies `fraction` of the way from this one to `other`.
    #[must_use]
    pub fn towards(self, other: Self, fraction: f64) -> Self {
        let between = |from: Ms, to: Ms| {
            Ms((from.0 as f64 + (to.0 as f64 - from.0 as f64) * fraction).round() as u64)
        };
        Self {
            inhale: between(self.inhale, other.inhale),
            sip: between(self.sip, other.sip),
            hold: between(self.hold, other.hold),
            exhale: between(self.exhale, other.exhale),
            rest: between(self.rest, other.rest),
        }
    }

    fn map(self, change: impl Fn(Ms) -> Ms) -> Self {
        Self {
            inhale: change(self.inhale),
            sip: change(self.sip),
            hold: change(self.hold),
            exhale: change(self.exhale),
            rest: change(self.rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(inhale: u64, hold: u64, exhale: u64, rest: u64) -> Pattern {
        Pattern {
            inhale: Ms::seconds(inhale),
            sip: Ms::ZERO,
            hold: Ms::seconds(hold),
            exhale: Ms::seconds(exhale),
            rest: Ms::seconds(rest),
        }
    }

    #[test]
    fn pace_follows_from_the_pattern() {
        assert!((seconds(4, 0, 6, 0).breaths_per_minute() - 6.0).abs() < 1e-9);
    }

    #[test]
    fn a_slower_pace_stretches_every_phase_alike() {
        assert_eq!(seconds(4, 0, 6, 0).paced(1.5), seconds(6, 0, 9, 0));
    }

    #[test]
    fn a_change_of_pace_stays_within_safe_bounds() {
        assert_eq!(seconds(4, 0, 6, 0).paced(9.0).length(), Ms::seconds(20));
        assert_eq!(seconds(2, 0, 2, 0).paced(0.1).length(), Ms::seconds(3));
        // An author's very long breath is not forced shorter, and not made longer either.
        assert_eq!(seconds(10, 0, 15, 0).paced(1.2).length(), Ms::seconds(25));
    }

    #[test]
    fn holds_are_taken_out_for_who_has_not_asked_for_them() {
        assert!(seconds(4, 4, 4, 4).has_hold());
        assert_eq!(seconds(4, 4, 4, 4).without_holds(), seconds(4, 0, 4, 2));
        assert!(!seconds(4, 0, 6, 2).has_hold());
    }

    #[test]
    fn a_ramp_passes_through_the_middle() {
        assert_eq!(
            seconds(4, 0, 4, 0).towards(seconds(4, 0, 6, 0), 0.5),
            seconds(4, 0, 5, 0)
        );
    }
}
