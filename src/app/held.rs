//! Telling a key that is held down from one that is pressed again, where a terminal only sends the
//! same key over and over.
//!
//! A keyboard waits about half a second before it repeats a key, and then repeats it ten to thirty
//! times a second. What comes within that half second belongs to the same press: it is a key that
//! is held, or a hand that shakes, or an arm that lies on several keys. The numbers are our own
//! judgement, made wide enough for slow keyboards and connections that stutter.

use crate::key::Key;
use crate::time::{Ms, Now};

/// What comes within this belongs to the same press.
const SAME_PRESS: Ms = Ms(750);
/// A keyboard repeats a key at least this often.
const SLOWEST_REPEAT: Ms = Ms(150);
/// A key that is held for so long was meant to be held.
const LONG: Ms = Ms(1500);
/// And at least so many repeats tell that it was held, and not pressed twice.
const LEAST_REPEATS: u32 = 8;

/// A press that is under way, or was the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    key: Key,
    /// When it was pressed.
    since: Now,
    /// When it was last heard of.
    last: Now,
    /// How often it has come as fast as a keyboard repeats it.
    repeats: u32,
    /// Whether it ends a session once it turns out to be held.
    may_end: bool,
}

impl Held {
    /// A key that was pressed at an instant, and whether it may end a session.
    pub(super) const fn pressed(key: Key, may_end: bool, now: Now) -> Self {
        Self {
            key,
            since: now,
            last: now,
            repeats: 0,
            may_end,
        }
    }

    /// Whether whatever comes now still belongs to this press.
    pub(super) fn goes_on(self, now: Now) -> bool {
        now.since(self.last) < SAME_PRESS
    }

    /// The same press, once another key, or the same again, has come of it.
    #[must_use]
    pub(super) fn and(self, key: Key, now: Now) -> Self {
        if key != self.key {
            // An arm on several keys: the last of them is the one that repeats.
            return Self {
                key,
                last: now,
                repeats: 0,
                ..self
            };
        }
        let is_fast = now.since(self.last) <= SLOWEST_REPEAT;
        Self {
            last: now,
            repeats: self.repeats + u32::from(is_fast),
            ..self
        }
    }

    /// Whether it ends a session: it has been held for so long that it was meant.
    pub(super) fn ends(self) -> bool {
        let is_long = self.last.since(self.since) >= LONG;
        self.may_end && is_long && self.repeats >= LEAST_REPEATS
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(ms: u64) -> Now {
        Now::after(Duration::from_millis(10_000 + ms))
    }

    /// A key that is held: it comes once, and after a delay again and again.
    fn held(delay: u64, gap: u64, until: u64) -> Vec<u64> {
        let mut times = vec![0];
        times.extend((delay..=until).step_by(usize::try_from(gap).unwrap()));
        times
    }

    /// How many presses there are in it, and when the first of them turns out to be a long one.
    fn presses(times: &[u64]) -> (usize, Option<u64>) {
        let (mut press, mut count, mut long) = (None::<Held>, 0, None);
        for time in times {
            let now = at(*time);
            let goes_on = press.filter(|press| press.goes_on(now));
            let next = if let Some(press) = goes_on {
                press.and(Key::Char(' '), now)
            } else {
                count += 1;
                Held::pressed(Key::Char(' '), true, now)
            };
            if next.ends() {
                long = long.or(Some(*time));
            }
            press = Some(next);
        }
        (count, long)
    }

    #[test]
    fn a_key_that_is_held_is_one_press_and_then_a_long_one() {
        // Delay and gap, in milliseconds: a text console, a desktop, a fast one, a slow one.
        for (delay, gap) in [(250, 92), (500, 33), (225, 30), (660, 40), (700, 100)] {
            let (count, long) = presses(&held(delay, gap, 4000));
            assert_eq!(count, 1, "{delay} {gap}");
            let long = long.unwrap_or_else(|| panic!("{delay} {gap} is never long"));
            assert!((1500..1700).contains(&long), "{delay} {gap}: {long}");
        }
    }

    #[test]
    fn a_key_that_is_let_go_sooner_is_a_press_and_no_more() {
        for until in [0, 600, 1400] {
            assert_eq!(presses(&held(500, 33, until)), (1, None), "{until}");
        }
    }

    #[test]
    fn a_key_that_is_pressed_again_after_a_while_is_another_press() {
        assert_eq!(presses(&[0, 800, 1600, 2400]), (4, None));
        assert_eq!(presses(&[0, 5000]), (2, None));
    }

    #[test]
    fn a_hand_that_shakes_presses_once_and_ends_nothing() {
        assert_eq!(presses(&[0, 120, 700, 1300]), (1, None));
        // As fast as a hand can be asked to, and still no held key.
        let tapped: Vec<u64> = (0..30).map(|tap| tap * 180).collect();
        assert_eq!(presses(&tapped), (1, None));
    }

    #[test]
    fn a_connection_that_stutters_does_not_hide_that_a_key_is_held() {
        let mut times = held(500, 33, 1200);
        times.extend(held(500, 33, 1600).iter().filter(|time| **time > 1400));
        assert_eq!(presses(&times).0, 1);
        assert!(presses(&times).1.is_some());
    }

    #[test]
    fn what_came_all_at_once_was_not_held() {
        assert_eq!(presses(&[0; 100]), (1, None));
    }

    #[test]
    fn an_arm_on_several_keys_is_one_press_and_held_by_the_last_of_them() {
        let mut press = Held::pressed(Key::Char('a'), true, at(0));
        for (key, ms) in [('s', 4), ('d', 9)] {
            assert!(press.goes_on(at(ms)));
            press = press.and(Key::Char(key), at(ms));
        }
        for ms in (500..2000).step_by(33) {
            assert!(press.goes_on(at(ms)));
            press = press.and(Key::Char('d'), at(ms));
        }
        assert!(press.ends());
    }
}
