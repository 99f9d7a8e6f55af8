//! One output device: opened, held and closed by a thread of its own, because each of these can
//! take long. It reports what happens and decides nothing.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::cpal::{self, BufferSize};
use rodio::{DeviceSinkBuilder, MixerDeviceSink};

use super::desk::Ask;
use super::live::{Live, Seat};
use crate::shell::clock::Clock;

/// What became of a device; `number` says which of those opened so far.
#[derive(Debug)]
pub(super) struct Report {
    pub(super) number: u64,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    /// It plays.
    Opened {
        /// Frames in a second.
        rate: u32,
        /// Frames it asks for at a time.
        buffer: u32,
    },
    /// There is none, or it would not open.
    Failed,
    /// It broke while it played.
    Broken,
}

/// An open device, or one that is being opened; dropping it closes the device in the background.
pub(super) struct Device(#[expect(dead_code, reason = "held for its end")] Sender<Infallible>);

impl Device {
    /// Opens the default device and lets it play what the seat orders.
    pub(super) fn open(number: u64, seat: Arc<Seat>, clock: Clock, asks: Sender<Ask>) -> Self {
        let (held, until_dropped) = mpsc::channel::<Infallible>();
        let failed = asks.clone();
        let spawned = thread::Builder::new()
            .name("softly device".to_owned())
            .spawn(move || {
                // A driver that panics is a device that does not open.
                let opened = catch_unwind(AssertUnwindSafe(|| stream(number, seat, clock, &asks)));
                let (sink, what) = match opened {
                    Ok(Some((sink, what))) => (Some(sink), what),
                    Ok(None) | Err(_) => (None, What::Failed),
                };
                let _ = asks.send(Ask::Report(Report { number, what }));
                if sink.is_some() {
                    let _ = until_dropped.recv();
                }
            });
        if spawned.is_err() {
            let what = What::Failed;
            let _ = failed.send(Ask::Report(Report { number, what }));
        }
        Self(held)
    }
}

/// Opens the first host's default device that will open.
fn stream(
    number: u64,
    seat: Arc<Seat>,
    clock: Clock,
    asks: &Sender<Ask>,
) -> Option<(MixerDeviceSink, What)> {
    let sink = devices().find_map(|device| {
        let mut sink = DeviceSinkBuilder::from_device(device)
            .ok()?
            .with_error_callback(first_break(number, asks.clone()))
            .open_stream()
            .ok()?;
        sink.log_on_drop(false);
        Some(sink)
    })?;
    let rate = sink.config().sample_rate();
    let buffer = match sink.config().buffer_size() {
        BufferSize::Fixed(frames) => *frames,
        BufferSize::Default => rate.get() / 20,
    };
    sink.mixer().add(Live::new(seat, clock, rate, buffer));
    let rate = rate.get();
    Some((sink, What::Opened { rate, buffer }))
}

/// The default device of each host that there is.
///
/// `cpal::default_host` panics where the system's sound is set up wrongly; this does not.
pub(in crate::shell) fn devices() -> impl Iterator<Item = rodio::Device> {
    let hosts = if has_library() {
        cpal::available_hosts()
    } else {
        Vec::new()
    };
    hosts
        .into_iter()
        .filter_map(|id| cpal::host_from_id(id).ok()?.default_output_device())
}

/// Whether the library is there that devices are reached through.
pub(in crate::shell) fn has_library() -> bool {
    #[cfg(target_os = "linux")]
    return libasound_at_run_time::available();
    #[cfg(not(target_os = "linux"))]
    true
}

/// Whether there is a device that says how it would play. It is not opened.
pub(super) fn is_there() -> bool {
    let found = catch_unwind(|| devices().any(|device| device.default_output_config().is_ok()));
    found.unwrap_or(false)
}

/// Names the device that would be opened, or says in plain words why there is none.
pub(super) fn probe() -> Result<String, String> {
    if !has_library() {
        return Err("the system's sound library (libasound2) is not installed".to_owned());
    }
    let found = catch_unwind(|| {
        devices().find_map(|device| {
            let name = device.description().ok()?.name().to_owned();
            let mut sink = DeviceSinkBuilder::from_device(device)
                .ok()?
                .open_stream()
                .ok()?;
            sink.log_on_drop(false);
            Some(name)
        })
    });
    found
        .ok()
        .flatten()
        .ok_or_else(|| "no sound device was found".to_owned())
}

/// Reports the first error that a stream does not recover from by itself; a lost device can go
/// on to raise thousands.
fn first_break(number: u64, asks: Sender<Ask>) -> impl FnMut(cpal::Error) + Send + 'static {
    let broken = AtomicBool::new(false);
    move |error| {
        use cpal::ErrorKind::{DeviceChanged, RealtimeDenied, Xrun};
        let passing = matches!(error.kind(), Xrun | RealtimeDenied | DeviceChanged);
        if !passing && !broken.swap(true, Ordering::Relaxed) {
            let what = What::Broken;
            let _ = asks.send(Ask::Report(Report { number, what }));
        }
    }
}
