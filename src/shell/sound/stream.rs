//! A device as the sound thread sees it: what it was given, and how it is doing.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::Hearing;
use super::device::Device;
use super::live::Seat;
use crate::score::{Aside, Score, Told};
use crate::timeline::Timeline;

/// How long a device may ask for nothing before it counts as lost.
const STALLED: Duration = Duration::from_millis(1500);
/// The same for one that was only just opened, and has done no more yet than fill what it keeps in
/// hand: headphones without a wire take seconds to wake, and so does a sound server that was idle.
const WAKES: Duration = Duration::from_secs(4);
const FILLS: Duration = Duration::from_millis(500);
/// The same for one that has just run out of frames: not every driver finds its way out of that.
const STUMBLED: Duration = Duration::from_millis(800);
/// For so long after that.
const UNSURE: Duration = Duration::from_secs(3);
/// A device that has played for so long was a good one: after it, waiting begins anew.
pub(super) const GOOD: Duration = Duration::from_secs(5);
/// How long a device is kept while there is nothing to hear.
const KEPT: Duration = Duration::from_secs(10);

/// A device that is open or being opened.
pub(super) struct Stream {
    #[expect(dead_code, reason = "held for its end")]
    device: Device,
    pub(super) number: u64,
    pub(super) seat: Arc<Seat>,
    /// The rate and the buffer, once it is open.
    open: Option<(u32, u32)>,
    pub(super) since: Instant,
    pace: Pace,
    /// The newest score it was given, and the version of the ensemble that it plays.
    score: Option<(Arc<Score>, u64)>,
    /// What the device's thread may still hold: it is freed here, never there.
    scores: Vec<Arc<Score>>,
    asides: Vec<Arc<Aside>>,
    /// Since when it has had nothing to play.
    quiet: Option<Instant>,
}

impl Stream {
    pub(super) fn new(device: Device, number: u64, seat: Arc<Seat>, now: Instant) -> Self {
        Self {
            device,
            number,
            seat,
            open: None,
            since: now,
            pace: Pace::from(now),
            score: None,
            scores: Vec::new(),
            asides: Vec::new(),
            quiet: None,
        }
    }

    /// It plays from now on, so many frames in a second, and asks for so many at a time.
    pub(super) fn has_opened(&mut self, rate: u32, buffer: u32, now: Instant) {
        self.open = Some((rate, buffer));
        self.since = now;
        self.pace = Pace::from(now);
    }

    /// Frames in a second, once it is open.
    pub(super) fn rate(&self) -> Option<u32> {
        self.open.map(|(rate, _)| rate)
    }

    /// Whether it plays this timeline, and whether it does so on this version of the ensemble.
    pub(super) fn plays(&self, timeline: &Arc<Timeline>, version: u64) -> (bool, bool) {
        let score = self.score.as_ref();
        let same = score.filter(|(score, _)| Arc::ptr_eq(score.timeline(), timeline));
        (same.is_some(), same.is_some_and(|same| same.1 == version))
    }

    /// Lets it play: perhaps another score, and what is heard of it.
    pub(super) fn play(&mut self, another: Option<(Arc<Score>, u64)>, hearing: &Hearing) {
        self.quiet = None;
        let score = another.map(|(score, version)| {
            self.score = Some((Arc::clone(&score), version));
            self.scores.retain(|score| Arc::strong_count(score) > 1);
            self.scores.push(Arc::clone(&score));
            score
        });
        self.seat.order(score, Some(hearing));
    }

    /// Lets it say something, or let what it says fade.
    pub(super) fn tell(&mut self, told: Option<Told>) {
        if let Some(told) = &told {
            self.quiet = None;
            self.asides.retain(|aside| Arc::strong_count(aside) > 1);
            self.asides.push(Arc::clone(&told.aside));
        }
        self.seat.tell(told);
    }

    /// It ran out of frames.
    pub(super) fn has_stumbled(&mut self, now: Instant) {
        // One that has only just opened is on a busy machine, and another one would be, too.
        if now.duration_since(self.since) > GOOD {
            self.pace.stumbled = Some(now);
        }
    }

    /// Whether it has only just run out of frames, and was a good one before: then another is opened
    /// at once.
    pub(super) fn only_stumbled(&self, now: Instant) -> bool {
        self.pace.is_unsure(now) && now.duration_since(self.since) > GOOD
    }

    /// Whether it has asked for nothing for too long.
    pub(super) fn has_stalled(&mut self, now: Instant) -> bool {
        let stalls = self.pace.stalls(self.seat.asked(), now);
        self.open.is_some() && stalls
    }

    /// Whether what sounded has been heard to its end, and it is not worth keeping.
    pub(super) fn may_close(&mut self, hushed: bool, now: Instant) -> bool {
        let Some((rate, buffer)) = self.open else {
            return hushed;
        };
        if self.seat.is_sounding() {
            self.quiet = None;
            return false;
        }
        let quiet = now.duration_since(*self.quiet.get_or_insert(now));
        // What the device still has in hand when the fade has been made is heard as well.
        let buffer = Duration::from_secs_f64(f64::from(buffer) / f64::from(rate));
        let in_hand = 2 * buffer;
        quiet
            >= if hushed {
                in_hand.max(self.seat.latency())
            } else {
                KEPT
            }
    }
}

/// Whether a device goes on asking for frames.
struct Pace {
    since: Instant,
    asked: u64,
    /// When it last asked, as far as it has been looked at.
    at: Instant,
    looked: Instant,
    /// When it last ran out of frames.
    stumbled: Option<Instant>,
}

impl Pace {
    fn from(now: Instant) -> Self {
        Self {
            since: now,
            asked: 0,
            at: now,
            looked: now,
            stumbled: None,
        }
    }

    /// Whether it has stalled, now that it has asked so often. Where nobody looked for a while, the
    /// program itself stood still, and the device is given time to go on.
    fn stalls(&mut self, asked: u64, now: Instant) -> bool {
        let stood_still = now.duration_since(self.looked) > STALLED / 2;
        if asked != self.asked || stood_still {
            (self.asked, self.at) = (asked, now);
        }
        self.looked = now;
        let has_only_filled = self.at.duration_since(self.since) < FILLS;
        let patience = if has_only_filled {
            WAKES
        } else if self.is_unsure(now) {
            STUMBLED
        } else {
            STALLED
        };
        now.duration_since(self.at) > patience
    }

    fn is_unsure(&self, now: Instant) -> bool {
        let recent = |at: Instant| now.duration_since(at) < UNSURE;
        self.stumbled.is_some_and(recent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_that_asks_for_nothing_has_stalled_but_not_while_the_program_stood_still() {
        let start = Instant::now();
        let after = |seconds: f64| start + Duration::from_secs_f64(seconds);
        let mut pace = Pace::from(start);
        for n in 1..20_u32 {
            assert!(!pace.stalls(u64::from(n), after(f64::from(n) * 0.3)));
        }
        // Stopped as a job for half a minute, and going on.
        assert!(!pace.stalls(20, after(36.0)));
        let stalls = [36.4, 36.8, 37.2, 37.6].map(|at| pace.stalls(20, after(at)));
        assert_eq!(stalls, [false, false, false, true]);
    }

    #[test]
    fn one_that_was_only_just_opened_has_time_to_wake() {
        let start = Instant::now();
        let after = |seconds: f64| start + Duration::from_secs_f64(seconds);
        let stalls = |asked: fn(u32) -> u64| {
            let mut pace = Pace::from(start);
            let mut looks = (1..40_u32).map(|n| (n, after(f64::from(n) * 0.31)));
            looks.find(|(n, now)| pace.stalls(asked(*n), *now))
        };
        assert_eq!(stalls(|_| 0).map(|(n, _)| n), Some(13));
        assert_eq!(stalls(|n| u64::from(n.saturating_sub(9))), None);
        assert_eq!(stalls(|_| 1).map(|(n, _)| n), Some(14));
        let stops = |n: u32| u64::from(n.min(4));
        assert_eq!(stalls(stops).map(|(n, _)| n), Some(9));
    }

    #[test]
    fn one_that_ran_out_of_frames_and_asks_for_none_has_stalled_sooner() {
        let start = Instant::now();
        let after = |milliseconds| start + Duration::from_millis(milliseconds);
        let mut pace = Pace::from(start);
        assert!(!pace.stalls(1, after(300)));
        pace.stumbled = Some(after(400));
        assert!(!pace.stalls(2, after(600)));
        assert!(!pace.stalls(2, after(900)));
        assert!(!pace.stalls(2, after(1200)));
        assert!(pace.stalls(2, after(1500)));
        // One that goes on asking is trusted again.
        assert!(!pace.stalls(3, after(1500)));
        let asked: Vec<bool> = (0..10)
            .map(|n| pace.stalls(4 + n, after(1500 + 300 * n)))
            .collect();
        assert!(!asked.contains(&true));
        assert!(!pace.stalls(13, after(4700)) && !pace.stalls(13, after(5200)));
    }
}
