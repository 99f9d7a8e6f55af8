//! The sound thread: opens a device when there is something to hear, passes on what is to be
//! played, and looks for another device when one is lost. It never touches the session.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::device::{Device, Report, What};
use super::live::Seat;
use super::playing::Status;
use super::{Hearing, SoundStatus};
use crate::score::{Ensemble, RING, Score};
use crate::shell::clock::Clock;

/// How long a device may ask for nothing before it counts as lost.
const STALLED: Duration = Duration::from_millis(1500);
/// How long a device is kept while there is nothing to hear.
const KEPT: Duration = Duration::from_secs(10);
/// How often a device that plays is looked at, and how often while a fade is waited for.
const LOOK: Duration = Duration::from_millis(300);
const LOOK_CLOSELY: Duration = Duration::from_millis(4);
/// How long to wait before looking for a device again, time after time.
const WAITS: [u64; 4] = [1, 2, 4, 8];
/// A device that has played for so long was a good one: after it, waiting begins anew.
const GOOD: Duration = Duration::from_secs(5);

/// What the sound thread is asked.
#[derive(Debug)]
pub(super) enum Ask {
    /// This is to be heard.
    Hear(Hearing),
    /// Nothing is to be heard.
    Hush,
    /// Fade out, say so, and end.
    Stop(Sender<()>),
    /// Something happened to a device.
    Report(Report),
}

/// A device as the sound thread sees it.
struct Stream {
    device: Device,
    number: u64,
    seat: Arc<Seat>,
    /// The rate and the buffer, once it is open.
    open: Option<(u32, u32)>,
    since: Instant,
    /// How far it has been seen to come, and when.
    blocks: (u64, Instant),
    score: Option<Arc<Score>>,
    /// Scores that the device's thread may still hold: they are freed here, never there.
    lent: Vec<Arc<Score>>,
    /// Since when it has had nothing to play.
    quiet: Option<Instant>,
}

/// The sound thread's own desk.
pub(super) struct Desk {
    clock: Clock,
    status: Arc<Status>,
    on_change: Box<dyn Fn() + Send>,
    asks: Sender<Ask>,
    hearing: Option<Hearing>,
    stopping: Option<Sender<()>>,
    stream: Option<Stream>,
    opened_so_far: u64,
    failures: usize,
    retry: Option<Instant>,
}

impl Desk {
    pub(super) fn new(
        clock: Clock,
        status: Arc<Status>,
        on_change: Box<dyn Fn() + Send>,
        asks: Sender<Ask>,
    ) -> Self {
        Self {
            clock,
            status,
            on_change,
            asks,
            hearing: None,
            stopping: None,
            stream: None,
            opened_so_far: 0,
            failures: 0,
            retry: None,
        }
    }

    /// Works until it is asked to stop.
    pub(super) fn work(mut self, asked: &Receiver<Ask>) {
        loop {
            let ask = match self.look_again(Instant::now()) {
                Some(wait) => asked.recv_timeout(wait),
                None => asked.recv().map_err(RecvTimeoutError::from),
            };
            match ask {
                Ok(ask) => self.take(ask),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            self.look(Instant::now());
            if self.stream.is_none()
                && let Some(faded) = self.stopping.take()
            {
                let _ = faded.send(());
                return;
            }
        }
    }

    fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Hear(hearing) => {
                self.hearing = Some(hearing);
                self.order();
            }
            Ask::Hush => {
                self.hearing = None;
                self.order();
            }
            Ask::Stop(faded) => {
                self.hearing = None;
                self.stopping = Some(faded);
                self.order();
            }
            Ask::Report(report) => self.hear_from_device(&report),
        }
    }

    fn hear_from_device(&mut self, report: &Report) {
        let Some(stream) = &mut self.stream else {
            return;
        };
        if stream.number != report.number {
            return;
        }
        match report.what {
            What::Opened { rate, buffer } => {
                stream.open = Some((rate, buffer));
                stream.since = Instant::now();
                stream.blocks = (0, stream.since);
                self.say(SoundStatus::Playing);
                self.order();
            }
            What::Failed | What::Broken => self.lose(Instant::now()),
        }
    }

    /// Whether anything is to be heard now: a session that plays, or its last bell.
    fn wanted(&self) -> Option<&Hearing> {
        let now = self.clock.now();
        self.hearing.as_ref().filter(|hearing| {
            let end = hearing.timeline.length() + RING;
            let rings = || hearing.transport.ringing_on(now) < end;
            !hearing.muted && hearing.transport.is_playing() && rings()
        })
    }

    /// Passes on to the device what is to be heard.
    fn order(&mut self) {
        let wanted = self.wanted().cloned();
        let Some(stream) = &mut self.stream else {
            return;
        };
        let Some((rate, _)) = stream.open else {
            return;
        };
        let Some(hearing) = wanted else {
            stream.seat.order(None, None);
            return;
        };
        stream.quiet = None;
        let ensemble = Ensemble {
            mix: hearing.mix,
            ..Ensemble::default()
        };
        let same = |score: &Arc<Score>| Arc::ptr_eq(score.timeline(), &hearing.timeline);
        let another = match &stream.score {
            Some(score) if same(score) => None,
            Some(score) => Some(Arc::new(
                score.with(Arc::clone(&hearing.timeline), &ensemble),
            )),
            None => Some(Arc::new(Score::new(
                Arc::clone(&hearing.timeline),
                &ensemble,
                rate,
            ))),
        };
        if let Some(score) = &another {
            stream.score = Some(Arc::clone(score));
            stream.lent.retain(|score| Arc::strong_count(score) > 1);
            stream.lent.push(Arc::clone(score));
        }
        stream.seat.order(another, Some(&hearing));
    }

    /// Looks after the device: opens, closes, gives up.
    fn look(&mut self, now: Instant) {
        let wanted = self.wanted().is_some();
        let hushed = self.hearing.is_none();
        match &mut self.stream {
            None if wanted && self.retry.is_none_or(|retry| retry <= now) => self.open(now),
            None => {
                if hushed {
                    self.retry = None;
                    self.failures = 0;
                    self.say(SoundStatus::Off);
                }
            }
            Some(stream) => {
                if !wanted {
                    // A last bell fades without anybody asking for it.
                    stream.seat.order(None, None);
                }
                if stream.has_stalled(now) {
                    self.lose(now);
                } else if !wanted && stream.may_close(hushed, now) {
                    self.stream = None;
                    self.say(SoundStatus::Off);
                }
            }
        }
    }

    fn open(&mut self, now: Instant) {
        self.opened_so_far += 1;
        let number = self.opened_so_far;
        let seat = Arc::new(Seat::default());
        if self.failures == 0 {
            self.say(SoundStatus::Opening);
        }
        self.stream = Some(Stream {
            device: Device::open(number, Arc::clone(&seat), self.clock, self.asks.clone()),
            number,
            seat,
            open: None,
            since: now,
            blocks: (0, now),
            score: None,
            lent: Vec::new(),
            quiet: None,
        });
    }

    /// Lets go of a device that failed, and decides when to look for another.
    fn lose(&mut self, now: Instant) {
        let Some(stream) = self.stream.take() else {
            return;
        };
        let played = stream.open.is_some();
        if played && now.duration_since(stream.since) > GOOD {
            self.failures = 0;
        }
        let wait = WAITS[self.failures.min(WAITS.len() - 1)];
        self.failures += 1;
        self.retry = Some(now + Duration::from_secs(wait));
        let was_lost = self.status.get() == SoundStatus::Lost;
        self.say(if played || was_lost {
            SoundStatus::Lost
        } else {
            SoundStatus::Absent
        });
        drop(stream.device);
    }

    /// How long until there is something to look at, if anything is to be expected.
    fn look_again(&self, now: Instant) -> Option<Duration> {
        match &self.stream {
            Some(stream) if stream.open.is_none() => None,
            Some(_) if self.hearing.is_none() => Some(LOOK_CLOSELY),
            Some(_) => Some(LOOK),
            None => self
                .wanted()
                .and(self.retry)
                .map(|retry| retry.saturating_duration_since(now)),
        }
    }

    fn say(&self, status: SoundStatus) {
        if self.status.set(status) {
            (self.on_change)();
        }
    }
}

impl Stream {
    fn has_stalled(&mut self, now: Instant) -> bool {
        if self.open.is_none() {
            return false;
        }
        let blocks = self.seat.asked();
        if blocks != self.blocks.0 {
            self.blocks = (blocks, now);
        }
        now.duration_since(self.blocks.1) > STALLED
    }

    /// Whether what sounded has been heard to its end, and it is not worth keeping.
    fn may_close(&mut self, hushed: bool, now: Instant) -> bool {
        let Some((rate, buffer)) = self.open else {
            return hushed;
        };
        if self.seat.is_sounding() {
            self.quiet = None;
            return false;
        }
        let quiet = now.duration_since(*self.quiet.get_or_insert(now));
        // The device still has two buffers in hand when the fade has been made.
        let in_hand = Duration::from_secs_f64(2.0 * f64::from(buffer) / f64::from(rate));
        quiet >= if hushed { in_hand } else { KEPT }
    }
}
