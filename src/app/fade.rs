//! The screen going dark for the night, while the session and its sound go on.
//!
//! How dark it is follows from the instant alone. It ends with the next key, and where a session
//! waits for one.

use crate::time::{Ms, Now};
use crate::view::theme::Depth;
use crate::view::{Look, Motion};

/// A screen that goes dark, or is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fade {
    since: Now,
    /// Whether it goes dark little by little, and not at once.
    gradual: bool,
}

impl Fade {
    /// So long nothing happens: what is said about it can be read.
    const READ: Ms = Ms::seconds(3);
    /// From then on it goes dark in so many steps: each too small to be seen as one, and few enough
    /// that the terminal is not kept busy.
    const STEPS: u64 = 40;
    /// How long a step lasts.
    const STEP: Ms = Ms(150);
    /// Where it goes dark at once, there is this much time to read.
    const AT_ONCE: Ms = Ms::seconds(5);

    /// It begins now: little by little where there are the colours for it and motion is welcome.
    pub fn begin(now: Now, look: &Look) -> Self {
        Self {
            since: now,
            gradual: look.motion == Motion::Full && look.theme.depth() == Depth::True,
        }
    }

    /// How dark it is: 0 as ever, 1 dark.
    pub fn darkness(self, now: Now) -> f64 {
        self.steps(now) as f64 / Self::STEPS as f64
    }

    /// Whether it is dark: nothing on screen changes any more.
    pub fn is_dark(self, now: Now) -> bool {
        self.steps(now) == Self::STEPS
    }

    /// When it is next darker, until it is dark.
    pub fn next_change(self, now: Now) -> Option<Now> {
        let steps = self.steps(now);
        let next = match (self.gradual, steps) {
            (_, Self::STEPS) => return None,
            (true, steps) => Self::READ + Self::STEP * (steps + 1),
            (false, _) => Self::AT_ONCE,
        };
        Some(self.since + next)
    }

    fn steps(self, now: Now) -> u64 {
        let after = now.since(self.since);
        if self.gradual {
            ((after - Self::READ).0 / Self::STEP.0).min(Self::STEPS)
        } else if after >= Self::AT_ONCE {
            Self::STEPS
        } else {
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(ms: u64) -> Now {
        Now::after(Duration::from_millis(1000 + ms))
    }

    #[test]
    fn it_goes_dark_step_by_step_and_then_stays_so() {
        let fade = Fade::begin(at(0), &Look::default());
        let mut seen = vec![(0, fade.darkness(at(0)))];
        let mut now = at(0);
        while let Some(next) = fade.next_change(now) {
            let before = fade.darkness(next);
            assert!(before > seen.last().unwrap().1, "each step is darker");
            assert!(next > now);
            now = next;
            seen.push((now.since(at(0)).0, before));
        }
        assert_eq!(seen.len(), 41);
        assert_eq!(seen[1].0, 3150, "there is time to read first");
        assert_eq!(seen[40].0, 9000);
        assert!(!fade.is_dark(at(8999)) && fade.is_dark(at(9000)));
        assert!(fade.is_dark(at(90_000_000)));
    }

    #[test]
    fn without_colours_or_motion_it_goes_dark_at_once() {
        let still = Look {
            motion: Motion::Reduced,
            ..Look::default()
        };
        let fade = Fade::begin(at(0), &still);
        assert_eq!(fade.next_change(at(10)), Some(at(5000)));
        let dark = [0, 4999, 5000].map(|ms| fade.darkness(at(ms)) > 0.0);
        assert_eq!(dark, [false, false, true]);
        assert!(fade.is_dark(at(5000)));
        assert_eq!(fade.next_change(at(5000)), None);
    }
}
