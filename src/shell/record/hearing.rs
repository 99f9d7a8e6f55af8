//! Plays a take once, so that whoever recorded it can hear it.

use std::convert::Infallible;
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use rodio::DeviceSinkBuilder;
use rodio::buffer::SamplesBuffer;

use crate::score::Clip;
use crate::shell::sound;
use crate::shell::wait::Waker;

/// How long a device may hold back what it plays.
const HELD_BACK: Duration = Duration::from_millis(300);
const NOWHERE: &str = "there is nothing here to play it on";

/// A take that is being played; it falls silent when this is dropped.
pub(super) struct Playing {
    ended: Receiver<Result<(), &'static str>>,
    /// Held for its end.
    _held: Sender<Infallible>,
}

impl Playing {
    /// Plays a take. The waker is called when it is over.
    pub(super) fn start(clip: Clip, waker: Waker) -> Self {
        let (end, ended) = mpsc::channel();
        let (held, until_dropped) = mpsc::channel::<Infallible>();
        thread::spawn(move || {
            // A driver that panics is a device that does not play.
            let played = catch_unwind(AssertUnwindSafe(|| play(&clip, &until_dropped)));
            let _ = end.send(played.unwrap_or(Err(NOWHERE)));
            waker.wake();
        });
        Self { ended, _held: held }
    }

    /// Whether it is over, and how that went.
    pub(super) fn ended(&self) -> Option<Result<(), &'static str>> {
        self.ended.try_recv().ok()
    }
}

fn play(clip: &Clip, until_dropped: &Receiver<Infallible>) -> Result<(), &'static str> {
    let device = sound::devices().find_map(|device| {
        let mut sink = DeviceSinkBuilder::from_device(device)
            .ok()?
            .open_stream()
            .ok()?;
        sink.log_on_drop(false);
        Some(sink)
    });
    let sink = device.ok_or(NOWHERE)?;
    let samples: Vec<f32> = clip
        .samples()
        .iter()
        .map(|sample| f32::from(*sample) / 32_768.0)
        .collect();
    let rate = NonZero::new(clip.rate()).ok_or(NOWHERE)?;
    sink.mixer()
        .add(SamplesBuffer::new(NonZero::<u16>::MIN, rate, samples));
    let length = clip.length_in_frames() as f64 / f64::from(clip.rate());
    let _ = until_dropped.recv_timeout(Duration::from_secs_f64(length) + HELD_BACK);
    Ok(())
}
