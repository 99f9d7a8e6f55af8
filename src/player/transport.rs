//! Playing or paused, and where.

use crate::time::{Ms, Now};

/// Whether a session plays, and from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// It plays: the place is `from` plus what has passed since `since`.
    Playing {
        /// When it began to play.
        since: Now,
        /// From which place.
        from: Ms,
    },
    /// It waits.
    Paused {
        /// At which place.
        at: Ms,
        /// What made it pause.
        why: Why,
    },
}

/// What made a session pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody asked for it.
    Asked,
    /// Help is being read.
    Reading,
    /// The program was stopped or the machine slept.
    Away,
}

impl Transport {
    /// Plays from a place, from now on.
    pub const fn playing(now: Now, from: Ms) -> Self {
        Self::Playing { since: now, from }
    }

    /// The place at an instant.
    pub fn at(self, now: Now) -> Ms {
        match self {
            Self::Playing { since, from } => from + now.since(since),
            Self::Paused { at, .. } => at,
        }
    }

    /// When a place will be reached, if it is playing towards it.
    pub fn when(self, place: Ms) -> Option<Now> {
        match self {
            Self::Playing { since, from } => Some(since + (place - from)),
            Self::Paused { .. } => None,
        }
    }

    /// Whether it plays.
    pub const fn is_playing(self) -> bool {
        matches!(self, Self::Playing { .. })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(ms: u64) -> Now {
        Now::after(Duration::from_millis(ms))
    }

    #[test]
    fn the_place_follows_from_the_instant_alone() {
        let transport = Transport::playing(at(1000), Ms(500));
        for (now, place) in [(900, 500), (1000, 500), (1001, 501), (601_000, 600_500)] {
            assert_eq!(transport.at(at(now)), Ms(place));
        }
        assert_eq!(transport.when(Ms(700)), Some(at(1200)));
    }

    #[test]
    fn pausing_keeps_the_place() {
        let paused = Transport::Paused {
            at: Ms(5),
            why: Why::Asked,
        };
        assert_eq!(paused.at(at(999_999)), Ms(5));
        assert_eq!(paused.when(Ms(6)), None);
    }
}
