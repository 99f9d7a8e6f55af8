//! Time as softly counts it: whole milliseconds into a session, and instants handed in from outside.
//!
//! Nothing here asks a clock. Only `shell::clock` makes a [`Now`]; everything else receives one.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Sub};
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A length of time, or a place in a session counted from its start, in whole milliseconds.
///
/// Subtraction saturates at zero: there is no time before a session starts.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Ms(pub u64);

impl Ms {
    /// No time at all; also the start of a session.
    pub const ZERO: Self = Self(0);

    /// A number of whole seconds.
    pub const fn seconds(seconds: u64) -> Self {
        Self(seconds * 1000)
    }

    /// A number of whole minutes.
    pub const fn minutes(minutes: u64) -> Self {
        Self::seconds(minutes * 60)
    }

    /// The nearest whole millisecond to a number of seconds; negative and non-numbers give zero.
    pub fn from_seconds_f64(seconds: f64) -> Self {
        Self((seconds.max(0.0) * 1000.0).round() as u64)
    }

    /// This time in seconds.
    pub fn as_seconds_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// How far `self` lies through `whole`, from 0 to 1. Nothing is all the way through nothing.
    pub fn fraction_of(self, whole: Self) -> f64 {
        if whole.0 == 0 {
            1.0
        } else {
            (self.0 as f64 / whole.0 as f64).clamp(0.0, 1.0)
        }
    }

    /// This length times a factor, to the nearest millisecond.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self((self.0 as f64 * factor.max(0.0)).round() as u64)
    }

    /// The same length as the standard library counts it.
    pub const fn to_duration(self) -> Duration {
        Duration::from_millis(self.0)
    }
}

/// `3:35`, or `1:02:05` from an hour on.
impl fmt::Display for Ms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0 / 1000;
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if hours > 0 {
            write!(f, "{hours}:{minutes:02}:{seconds:02}")
        } else {
            write!(f, "{minutes}:{seconds:02}")
        }
    }
}

impl Add for Ms {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Ms {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Ms {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul<u64> for Ms {
    type Output = Self;
    fn mul(self, times: u64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Ms {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

/// An instant of the program's own clock, counted from when the program started.
///
/// It runs at the speed the shell chose, so that a preview or a test can hurry; everything
/// that depends on it is a plain function and need not know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Now(Duration);

impl Now {
    /// The instant that lies `since_start` after the program started.
    pub const fn after(since_start: Duration) -> Self {
        Self(since_start)
    }

    /// How long it is since an earlier instant, in whole milliseconds, rounded down.
    pub fn since(self, earlier: Self) -> Ms {
        Ms(self.0.saturating_sub(earlier.0).as_millis() as u64)
    }

    /// How long it is until a later instant; zero if that has passed.
    pub fn until(self, later: Self) -> Duration {
        later.0.saturating_sub(self.0)
    }

    /// This instant as a length since the program started.
    pub const fn since_start(self) -> Duration {
        self.0
    }
}

impl Add<Ms> for Now {
    type Output = Self;
    fn add(self, length: Ms) -> Self {
        Self(self.0 + length.to_duration())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_people_write_them() {
        let table = [
            (0, "0:00"),
            (59_999, "0:59"),
            (215_000, "3:35"),
            (3_725_000, "1:02:05"),
        ];
        for (ms, written) in table {
            assert_eq!(Ms(ms).to_string(), written);
        }
    }

    #[test]
    fn there_is_no_time_before_the_start() {
        assert_eq!(Ms(3) - Ms(5), Ms::ZERO);
        assert_eq!(Ms::from_seconds_f64(f64::NAN), Ms::ZERO);
        assert_eq!(
            Now::default().since(Now::after(Duration::from_secs(1))),
            Ms::ZERO
        );
    }

    #[test]
    fn a_fraction_stays_between_nothing_and_all() {
        assert!((Ms(5).fraction_of(Ms(10)) - 0.5).abs() < 1e-9);
        assert!((Ms(15).fraction_of(Ms(10)) - 1.0).abs() < 1e-9);
        assert!((Ms::ZERO.fraction_of(Ms::ZERO) - 1.0).abs() < 1e-9);
    }
}
