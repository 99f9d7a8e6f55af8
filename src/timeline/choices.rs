//! What a person chose for this practice. Everything has a calm default.

use super::Anchor;
use crate::text::Clean;
use crate::time::Ms;

/// The choices a session is compiled with.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own that a person turns"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The length wished for; `None` keeps the length as written.
    pub minutes: Option<u32>,
    /// The position, by its id; `None` takes the one the author suggests.
    pub position: Option<Clean>,
    /// Breathing at one's own pace: no labels, no count, the same length.
    pub own_pace: bool,
    /// Where attention rests. With another anchor than the breath nothing is paced, for the same
    /// length.
    pub anchor: Anchor,
    /// How long a breath lasts, against what is written.
    pub pace: Pace,
    /// Whether this person asked for breath holds, where the author allows them.
    pub holds: bool,
    /// Whether this person asked for small squeezes, behind a therapist's gate.
    pub squeezes: bool,
    /// Whether this person asked for the parts of a scan that wait to be asked for.
    pub asked_parts: bool,
    /// Whether this person leaves the optional steps out.
    pub without_optional: bool,
}

impl Choices {
    /// Own pace, or the pacer again. Whoever asks for it with another anchor comes back to the
    /// breath, at their own pace.
    pub fn switch_own_pace(&mut self) {
        self.own_pace = !self.is_at_own_pace();
        self.anchor = Anchor::Breath;
    }

    /// Whether the breath is the anchor, at one's own pace.
    pub fn is_at_own_pace(&self) -> bool {
        self.own_pace && self.anchor == Anchor::Breath
    }
}

/// How long a breath lasts, in percent of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pace(u16);

impl Default for Pace {
    fn default() -> Self {
        Self(100)
    }
}

impl Pace {
    const STEP: u16 = 10;
    const LEAST: u16 = 60;
    const MOST: u16 = 160;

    /// As somebody breathes, and not as anybody chooses: from a quarter of what is written to two and
    /// a half times that.
    const FOLLOWED: [u16; 2] = [25, 250];

    /// The pace at which a breath that is written so long lasts so long, as far as it may be
    /// followed.
    pub fn of(length: Ms, written: Ms) -> Self {
        let [least, most] = Self::FOLLOWED.map(f64::from);
        let percent = 100.0 * length.as_seconds_f64() / written.as_seconds_f64().max(0.001);
        Self(percent.round().clamp(least, most) as u16)
    }

    /// A breath one tenth longer, up to 160 percent.
    #[must_use]
    pub fn longer(self) -> Self {
        Self((self.0 + Self::STEP).min(Self::MOST.max(self.0)))
    }

    /// A breath one tenth shorter, down to 60 percent.
    #[must_use]
    pub fn shorter(self) -> Self {
        Self(
            self.0
                .saturating_sub(Self::STEP)
                .max(Self::LEAST.min(self.0)),
        )
    }

    /// The factor by which every phase is stretched.
    pub fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// In percent of what is written.
    pub fn percent(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_pace_leads_back_to_the_breath_from_another_anchor() {
        let table = [
            ((false, Anchor::Breath), true),
            ((true, Anchor::Breath), false),
            ((false, Anchor::Hands), true),
            ((true, Anchor::Hands), true),
        ];
        for ((own_pace, anchor), expected) in table {
            let mut choices = Choices {
                own_pace,
                anchor,
                ..Choices::default()
            };
            choices.switch_own_pace();
            assert_eq!(choices.anchor, Anchor::Breath);
            assert_eq!(choices.own_pace, expected, "{own_pace} with {anchor:?}");
        }
    }

    #[test]
    fn pace_stops_at_its_bounds() {
        let mut pace = Pace::default();
        for _ in 0..20 {
            pace = pace.longer();
        }
        assert_eq!(pace.percent(), 160);
        for _ in 0..40 {
            pace = pace.shorter();
        }
        assert_eq!(pace.percent(), 60);
    }

    #[test]
    fn a_breath_is_followed_as_far_as_makes_sense() {
        for (length, percent) in [(10, 100), (4, 40), (1, 25), (0, 25), (15, 150), (90, 250)] {
            let pace = Pace::of(Ms::seconds(length), Ms::seconds(10));
            assert_eq!(pace.percent(), percent, "{length} s");
        }
        assert_eq!(Pace::of(Ms::seconds(4), Ms::ZERO).percent(), 250);
    }

    #[test]
    fn from_a_pace_beyond_the_bounds_one_gets_back_and_no_further_away() {
        let (quick, slow) = (Pace(30), Pace(200));
        assert_eq!(quick.shorter(), quick);
        assert_eq!(quick.longer(), Pace(40));
        assert_eq!(slow.longer(), slow);
        assert_eq!(slow.shorter(), Pace(190));
    }
}
