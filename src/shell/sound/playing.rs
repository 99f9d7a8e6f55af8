//! The handle by which the rest of the program asks for sound. Nothing here waits for a device.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use super::desk::{Ask, Desk};
use super::gathering::Gather;
use super::{Hearing, Saying, SoundStatus};
use crate::shell::clips;
use crate::shell::clock::Clock;

/// How long dropping it waits for the fade.
const DROP_WITHIN: Duration = Duration::from_millis(60);

/// The sound of the program: a thread of its own that follows what it is told.
#[derive(Debug)]
pub struct Sound {
    asks: Option<Sender<Ask>>,
    status: Arc<Status>,
}

impl Sound {
    /// Starts it; no device is opened before there is something to hear. `on_change` is called,
    /// on another thread, when the status has changed.
    ///
    /// On a clock that runs at another speed than real time it stays off: sound would not fit.
    pub fn start(clock: Clock, on_change: impl Fn() + Send + 'static) -> Self {
        Self::start_with(clock, |wanted, news| clips::gather(wanted, news), on_change)
    }

    /// The same, where clips are gathered in some other way.
    pub fn start_with(clock: Clock, gather: Gather, on_change: impl Fn() + Send + 'static) -> Self {
        let status = Arc::new(Status::default());
        let asks = clock.keeps_real_time().then(|| {
            let (asks, asked) = mpsc::channel();
            let desk = Desk::new(
                clock,
                gather,
                Arc::clone(&status),
                Box::new(on_change),
                asks.clone(),
            );
            thread::Builder::new()
                .name("softly sound".to_owned())
                .spawn(move || desk.work(&asked))
                .ok()
                .map(|_detached| asks)
        });
        Self {
            asks: asks.flatten(),
            status,
        }
    }

    /// Tells it what is to be heard from now on. Cheap; send it whenever something has changed.
    pub fn follow(&self, hearing: Hearing) {
        self.ask(Ask::Hear(hearing));
    }

    /// Tells it what is to be said besides, or that nothing is any more: what is being said fades.
    /// Cheap; the same again changes nothing.
    pub fn say(&self, saying: Option<Saying>) {
        self.ask(Ask::Say(saying));
    }

    /// Fades out, and lets go of the device.
    pub fn hush(&self) {
        self.ask(Ask::Hush);
    }

    /// How it stands.
    pub fn status(&self) -> SoundStatus {
        self.status.get()
    }

    /// Fades out and ends; returns as soon as the fade has been heard, and in any case in time.
    pub fn stop(mut self, within: Duration) {
        self.end(within);
    }

    fn ask(&self, ask: Ask) {
        if let Some(asks) = &self.asks {
            // Where the thread has died there is no sound, which is all there is to know.
            let _ = asks.send(ask);
        }
    }

    fn end(&mut self, within: Duration) {
        let (faded, has_faded) = mpsc::channel();
        self.ask(Ask::Stop(faded));
        if self.asks.take().is_some() {
            let _ = has_faded.recv_timeout(within);
        }
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.end(DROP_WITHIN);
    }
}

/// A status that one thread sets and others read.
#[derive(Debug, Default)]
pub(super) struct Status(AtomicU8);

impl Status {
    const ALL: [SoundStatus; 5] = [
        SoundStatus::Off,
        SoundStatus::Opening,
        SoundStatus::Playing,
        SoundStatus::Absent,
        SoundStatus::Lost,
    ];

    pub(super) fn get(&self) -> SoundStatus {
        Self::ALL[usize::from(self.0.load(Ordering::Acquire))]
    }

    /// Sets it; says whether it was another one.
    pub(super) fn set(&self, status: SoundStatus) -> bool {
        let number = Self::ALL.iter().position(|s| *s == status).unwrap_or(0) as u8;
        self.0.swap(number, Ordering::AcqRel) != number
    }
}
