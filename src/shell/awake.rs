//! Whether the program slept, with its machine or alone, when it should have been awake.
//!
//! A plain judgement over instants handed in; only [`asleep_so_far`] asks the system.

use std::time::Duration;

use crate::time::{Ms, Now};

/// Being late by less than this, in real time, is a busy machine and no sleep.
const LATE: Duration = Duration::from_secs(2);

/// While a session plays softly looks up at least this often, so that it notices where the person
/// last was when it is stopped without a word.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// The program slept: a session goes back to where the person last was, and waits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slept {
    /// The last instant at which it was surely awake.
    pub since: Now,
}

/// Follows the program's waits.
#[derive(Clone, Copy, Debug)]
pub struct Awake {
    last: Now,
    asleep: Option<Duration>,
    late: Ms,
    beat: Ms,
}

impl Awake {
    /// Begins now, by a clock that runs `speed` times as fast as real time. `asleep` is how long
    /// the machine has slept so far, where that can be known.
    pub fn start(now: Now, speed: f64, asleep: Option<Duration>) -> Self {
        let scaled = |real: Duration| Ms::from_seconds_f64(real.as_secs_f64() * speed);
        Self {
            last: now,
            asleep,
            late: scaled(LATE),
            beat: scaled(HEARTBEAT),
        }
    }

    /// When to look up at the latest while a session plays.
    pub fn heartbeat(&self, now: Now) -> Now {
        now + self.beat
    }

    /// Judges a wait that has ended now and should have ended at `planned`; `None` if it was to
    /// last for ever, which it cannot be late for. A plan that was itself made late, because the
    /// terminal took nothing for a while, counts from the last time softly was surely awake.
    pub fn after_wait(
        &mut self,
        planned: Option<Now>,
        now: Now,
        asleep: Option<Duration>,
    ) -> Option<Slept> {
        let machine = match (self.asleep, asleep) {
            (Some(before), Some(after)) => after.saturating_sub(before) >= LATE,
            _ => false,
        };
        let due = planned.map(|planned| planned.min(self.heartbeat(self.last)).max(self.last));
        let late = due.is_some_and(|due| now.since(due) >= self.late);
        let slept = (machine || late).then_some(Slept { since: self.last });
        self.last = now;
        self.asleep = asleep;
        slept
    }

    /// The program was stopped, and this is known from elsewhere: it slept since it last waited.
    pub fn stopped(&self) -> Slept {
        Slept { since: self.last }
    }
}

/// How long the machine has slept since it started, where the program's clock does not count
/// that; `None` where it cannot be known, or where the clock does count it.
pub fn asleep_so_far() -> Option<Duration> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        use rustix::time::{ClockId, clock_gettime};
        let with_sleep = Duration::try_from(clock_gettime(ClockId::Boottime)).ok()?;
        let without = Duration::try_from(clock_gettime(ClockId::Monotonic)).ok()?;
        Some(with_sleep.saturating_sub(without))
    }
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(milliseconds: u64) -> Now {
        Now::after(Duration::from_millis(milliseconds))
    }

    #[test]
    fn a_wait_that_ends_much_too_late_was_a_sleep() {
        let table = [
            (Some(at(1900)), 1901, false),
            (Some(at(1900)), 3899, false),
            (Some(at(1900)), 3900, true),
            (Some(at(1900)), 3_600_000, true),
            (Some(at(1900)), 1500, false),
            // It was planned only after softly had long been held up.
            (Some(at(17_000)), 17_001, true),
            (Some(at(0)), 2000, false),
            (Some(at(0)), 3000, true),
            (None, 3_600_000, false),
        ];
        for (planned, now, sleeps) in table {
            let mut awake = Awake::start(at(1000), 1.0, None);
            let slept = sleeps.then_some(Slept { since: at(1000) });
            assert_eq!(awake.after_wait(planned, at(now), None), slept, "{now}");
        }
    }

    #[test]
    fn a_hurried_clock_is_late_later() {
        let mut awake = Awake::start(at(0), 20.0, None);
        assert_eq!(awake.after_wait(Some(at(100)), at(30_000), None), None);
        let slept = awake.after_wait(Some(at(30_100)), at(90_100), None);
        assert_eq!(slept, Some(Slept { since: at(30_000) }));
    }

    #[test]
    fn a_machine_that_slept_is_noticed_though_the_clock_stood_still() {
        let slept = |seconds| Some(Duration::from_secs(seconds));
        let mut awake = Awake::start(at(0), 1.0, slept(100));
        assert_eq!(awake.after_wait(Some(at(500)), at(500), slept(100)), None);
        let found = awake.after_wait(None, at(600), slept(900));
        assert_eq!(found, Some(Slept { since: at(500) }));
        assert_eq!(awake.after_wait(None, at(700), slept(900)), None);
    }

    #[test]
    fn a_stop_goes_back_to_the_last_wait() {
        let mut awake = Awake::start(at(0), 1.0, None);
        awake.after_wait(Some(at(500)), at(500), None);
        assert_eq!(awake.stopped(), Slept { since: at(500) });
    }
}
