//! The sound thread: opens a device when there is something to hear, passes on what is to be
//! played, and looks for another device when one is lost. It never touches the session.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::aloud::Aloud;
use super::band::Band;
use super::composer::{Composer, Made, Work};
use super::device::{Device, Report, What};
use super::gathering::{Gathering, News};
use super::live::Seat;
use super::playing::Status;
use super::stream::{GOOD, Stream};
use super::{Gather, Hearing, Saying, SoundStatus};
use crate::score::{RING, Score, Volume};
use crate::shell::clips::Wanted;
use crate::shell::clock::Clock;

/// How often a device that plays is looked at, and how often while a fade is waited for.
const LOOK: Duration = Duration::from_millis(300);
const LOOK_CLOSELY: Duration = Duration::from_millis(4);
/// How long to wait before looking for a device again, time after time.
const WAITS: [u64; 6] = [1, 1, 2, 2, 4, 8];

/// What the sound thread is asked.
#[derive(Debug)]
pub(super) enum Ask {
    /// This is to be heard.
    Hear(Hearing),
    /// Nothing is to be heard.
    Hush,
    /// This is to be said beside it, or nothing any more.
    Say(Option<Saying>),
    /// Fade out, say so, and end.
    Stop(Sender<()>),
    /// Something happened to a device.
    Report(Report),
    /// Clips have been found.
    News(News),
    /// A score or words have been made.
    Made(Made),
}

/// The sound thread's own desk.
pub(super) struct Desk {
    clock: Clock,
    gather: Gather,
    status: Arc<Status>,
    on_change: Box<dyn Fn() + Send>,
    asks: Sender<Ask>,
    composer: Composer,
    hearing: Option<Hearing>,
    band: Band,
    /// A score is being made.
    composing: bool,
    aloud: Option<Aloud>,
    stopping: Option<Sender<()>>,
    stream: Option<Stream>,
    /// Numbers what is started, so that late news of something else is known as such.
    started: u64,
    failures: usize,
    retry: Option<Instant>,
}

impl Desk {
    pub(super) fn new(
        clock: Clock,
        gather: Gather,
        status: Arc<Status>,
        on_change: Box<dyn Fn() + Send>,
        asks: Sender<Ask>,
    ) -> Self {
        Self {
            clock,
            gather,
            status,
            on_change,
            composer: Composer::start(asks.clone()),
            asks,
            hearing: None,
            band: Band::default(),
            composing: false,
            aloud: None,
            stopping: None,
            stream: None,
            started: 0,
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
            Ask::Hear(hearing) => self.hear(Some(hearing)),
            Ask::Hush => self.hear(None),
            Ask::Say(saying) => self.say(saying),
            Ask::Stop(faded) => {
                self.stopping = Some(faded);
                self.say(None);
                self.hear(None);
            }
            Ask::Report(report) => self.hear_from_device(&report),
            Ask::News(news) => {
                if self.band.take(&news) {
                    self.order();
                } else if let Some(aloud) = &mut self.aloud {
                    aloud.take(news);
                    self.say_on();
                }
            }
            Ask::Made(Made::Score { score, version }) => {
                self.composing = false;
                self.play(Some((score, version)));
            }
            Ask::Made(Made::Words { number, clip }) => {
                let now = self.clock.now();
                if let (Some(aloud), Some(stream)) = (&mut self.aloud, &mut self.stream)
                    && aloud.number() == number
                    && let Some(told) = aloud.place(clip, stream.seat.said(number), now)
                {
                    stream.tell(Some(told));
                }
                self.say_on();
            }
        }
    }

    fn hear(&mut self, hearing: Option<Hearing>) {
        self.hearing = hearing;
        self.order();
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
                stream.has_opened(rate, buffer, Instant::now());
                if let Some(aloud) = &mut self.aloud {
                    aloud.open(rate);
                }
                self.tell(SoundStatus::Playing);
                self.order();
                self.say_on();
            }
            What::Stumbled => stream.has_stumbled(Instant::now()),
            What::Failed | What::Broken => self.lose(Instant::now()),
        }
    }

    /// What of the session is to be heard now, if anything: while it plays, and its last bell.
    fn wanted(&self) -> Option<&Hearing> {
        let now = self.clock.now();
        self.hearing.as_ref().filter(|hearing| {
            let end = hearing.timeline.length() + RING;
            let rings = || hearing.transport.ringing_on(now) < end;
            !hearing.muted && hearing.transport.is_playing() && rings()
        })
    }

    /// Whether anything is to be heard now, for which a device is needed.
    fn needs_device(&self) -> bool {
        self.wanted().is_some() || self.aloud.as_ref().is_some_and(Aloud::has_words)
    }

    /// Passes on to the device what is to be heard, as soon as there is a score for it.
    fn order(&mut self) {
        let Some(hearing) = self.wanted().cloned() else {
            if let Some(stream) = &self.stream {
                stream.seat.order(None, None);
            }
            return;
        };
        let at = hearing.transport.at(self.clock.now());
        let Self {
            band,
            started,
            gather,
            asks,
            ..
        } = self;
        band.hear(&hearing, at, |wanted| look(wanted, started, *gather, asks));
        self.play(None);
    }

    /// Lets the device play what is wanted, on another score if there is one now; what it lacks is
    /// asked for.
    fn play(&mut self, another: Option<(Arc<Score>, u64)>) {
        let Some(hearing) = self.wanted().cloned() else {
            return;
        };
        let (ensemble, version) = self.band.ensemble();
        let Some(stream) = &mut self.stream else {
            return;
        };
        let Some(rate) = stream.rate() else {
            return;
        };
        let fits = |score: &Score| {
            score.rate() == rate && Arc::ptr_eq(score.timeline(), &hearing.timeline)
        };
        let another = another.filter(|(score, _)| fits(score));
        if another.is_some() || stream.plays(&hearing.timeline, version).0 {
            stream.play(another, &hearing);
        }
        // A score that is being made is waited for: what has changed by then is in the next one.
        if !stream.plays(&hearing.timeline, version).1 && !self.composing {
            self.composing = true;
            self.composer.ask(Work::Score {
                timeline: Arc::clone(&hearing.timeline),
                ensemble: Arc::clone(ensemble),
                version,
                rate,
            });
        }
    }

    /// Lets something be said, in place of what is being said.
    fn say(&mut self, saying: Option<Saying>) {
        if self.aloud.as_ref().map(Aloud::saying) == saying.as_ref() {
            return;
        }
        if self.aloud.take().is_some()
            && let Some(stream) = &mut self.stream
        {
            stream.tell(None);
        }
        let saying = saying.filter(|saying| saying.volume != Volume::SILENT);
        self.aloud = saying.map(|saying| {
            let wanted = Aloud::wanted(&saying);
            let (number, gathering) = look(wanted, &mut self.started, self.gather, &self.asks);
            Aloud::new(saying, number, gathering)
        });
        let rate = self.stream.as_ref().and_then(Stream::rate);
        if let (Some(aloud), Some(rate)) = (&mut self.aloud, rate) {
            aloud.open(rate);
        }
    }

    /// Has the next line made ready, as soon as there is a device to say it.
    fn say_on(&mut self) {
        let rate = self.stream.as_ref().and_then(Stream::rate);
        if let (Some(aloud), Some(rate)) = (&mut self.aloud, rate)
            && let Some(clip) = aloud.next()
        {
            self.composer.ask(Work::Words {
                number: aloud.number(),
                clip,
                rate,
                volume: aloud.saying().volume,
            });
        }
    }

    /// Looks after the device: opens, closes, gives up.
    fn look(&mut self, now: Instant) {
        if let (Some(aloud), Some(stream)) = (&mut self.aloud, &self.stream) {
            aloud.is_over(stream.seat.said(aloud.number()));
        }
        let sounds = self.wanted().is_some();
        let needed = self.needs_device();
        let hushed = self.stopping.is_some() || (self.hearing.is_none() && !needed);
        match &mut self.stream {
            None if needed && self.retry.is_none_or(|retry| retry <= now) => self.open(now),
            None => {
                if hushed {
                    self.retry = None;
                    self.failures = 0;
                    self.tell(SoundStatus::Off);
                }
            }
            Some(stream) => {
                if !sounds {
                    // A last bell fades without anybody asking for it.
                    stream.seat.order(None, None);
                }
                if stream.has_stalled(now) {
                    if stream.only_stumbled(now) {
                        self.let_go();
                        self.open(now);
                    } else {
                        self.lose(now);
                    }
                } else if !needed && stream.may_close(hushed, now) {
                    self.stream = None;
                    self.tell(SoundStatus::Off);
                }
            }
        }
    }

    fn open(&mut self, now: Instant) {
        self.started += 1;
        let number = self.started;
        let seat = Arc::new(Seat::default());
        if self.failures == 0 {
            self.tell(SoundStatus::Opening);
        }
        let device = Device::open(number, Arc::clone(&seat), self.clock, self.asks.clone());
        self.stream = Some(Stream::new(device, number, seat, now));
    }

    /// Lets go of the device, remembering how far it came with what it said.
    fn let_go(&mut self) -> Option<Stream> {
        let stream = self.stream.take()?;
        if let Some(aloud) = &mut self.aloud {
            aloud.close(stream.seat.said(aloud.number()));
        }
        Some(stream)
    }

    /// Lets go of a device that failed, and decides when to look for another.
    fn lose(&mut self, now: Instant) {
        let Some(stream) = self.let_go() else {
            return;
        };
        let played = stream.rate().is_some();
        if played && now.duration_since(stream.since) > GOOD {
            self.failures = 0;
        }
        let wait = WAITS[self.failures.min(WAITS.len() - 1)];
        self.failures += 1;
        self.retry = Some(now + Duration::from_secs(wait));
        let was_lost = self.status.get() == SoundStatus::Lost;
        self.tell(if played || was_lost {
            SoundStatus::Lost
        } else {
            SoundStatus::Absent
        });
    }

    /// How long until there is something to look at, if anything is to be expected.
    fn look_again(&self, now: Instant) -> Option<Duration> {
        match &self.stream {
            Some(stream) if stream.rate().is_none() => None,
            Some(_) if self.stopping.is_some() => Some(LOOK_CLOSELY),
            Some(_) => Some(LOOK),
            None if self.needs_device() => {
                self.retry.map(|retry| retry.saturating_duration_since(now))
            }
            None => None,
        }
    }

    fn tell(&self, status: SoundStatus) {
        if self.status.set(status) {
            (self.on_change)();
        }
    }
}

/// Begins to gather, under the next number.
fn look(wanted: Wanted, started: &mut u64, gather: Gather, asks: &Sender<Ask>) -> (u64, Gathering) {
    *started += 1;
    let gathering = Gathering::start(*started, wanted, gather, asks.clone());
    (*started, gathering)
}
