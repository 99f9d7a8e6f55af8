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
        /// The place it does not run past: the next stop, or the end.
        until: Ms,
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
    /// The session itself waits for a key: at a stop of its timeline.
    Waiting,
    /// A phase is held open until somebody goes on: in the clinic, as long as a person needs.
    Open,
}

impl Transport {
    /// Plays from a place up to another, from now on.
    pub const fn playing(now: Now, from: Ms, until: Ms) -> Self {
        Self::Playing {
            since: now,
            from,
            until,
        }
    }

    /// The place at an instant.
    pub fn at(self, now: Now) -> Ms {
        match self {
            Self::Playing { until, .. } => self.ringing_on(now).min(until),
            Self::Paused { at, .. } => at,
        }
    }

    /// The place there would be if nothing ended: what has begun to ring does not stop at an end.
    pub fn ringing_on(self, now: Now) -> Ms {
        match self {
            Self::Playing { since, from, .. } => from + now.since(since),
            Self::Paused { at, .. } => at,
        }
    }

    /// When a place will be reached, if it is playing towards it.
    pub fn when(self, place: Ms) -> Option<Now> {
        match self {
            Self::Playing { since, from, until } => {
                (place <= until).then(|| since + (place - from))
            }
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
        let transport = Transport::playing(at(1000), Ms(500), Ms(700_000));
        for (now, place) in [(900, 500), (1000, 500), (1001, 501), (601_000, 600_500)] {
            assert_eq!(transport.at(at(now)), Ms(place));
        }
        assert_eq!(transport.when(Ms(700)), Some(at(1200)));
    }

    #[test]
    fn the_place_never_runs_past_a_stop_however_late_anybody_looks() {
        let transport = Transport::playing(at(1000), Ms(500), Ms(700));
        for (now, place) in [(1199, 699), (1200, 700), (999_999, 700)] {
            assert_eq!(transport.at(at(now)), Ms(place));
        }
        assert_eq!(transport.when(Ms(700)), Some(at(1200)));
        assert_eq!(transport.when(Ms(701)), None);
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
