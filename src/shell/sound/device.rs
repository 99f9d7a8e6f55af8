//! One output device: opened, held and closed by a thread of its own, because each of these can
//! take long. It reports what happens and decides nothing.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use rodio::cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use rodio::cpal::{
    self, BufferSize, FromSample, SampleFormat, SizedSample, StreamConfig, SupportedBufferSize,
    SupportedStreamConfig,
};

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
                let opened = catch_unwind(AssertUnwindSafe(|| stream(number, &seat, clock, &asks)));
                let (stream, what) = match opened {
                    Ok(Some((stream, what))) => (Some(stream), what),
                    Ok(None) | Err(_) => (None, What::Failed),
                };
                let _ = asks.send(Ask::Report(Report { number, what }));
                if stream.is_some() {
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
    seat: &Arc<Seat>,
    clock: Clock,
    asks: &Sender<Ask>,
) -> Option<(cpal::Stream, What)> {
    devices().find_map(|device| {
        let usual = device.default_output_config().ok()?;
        let rate = usual.sample_rate();
        // Some drivers take no wish for a length.
        let (stream, asked_for) = [fitting(&usual), BufferSize::Default]
            .into_iter()
            .find_map(|buffer_size| {
                let config = StreamConfig {
                    buffer_size,
                    ..usual.config()
                };
                let live = Live::new(Arc::clone(seat), clock, rate);
                let broken = first_break(number, asks.clone());
                let stream = build(&device, config, usual.sample_format(), live, broken).ok()?;
                Some((stream, buffer_size))
            })?;
        stream.play().ok()?;
        let buffer = stream.buffer_size().unwrap_or(match asked_for {
            BufferSize::Fixed(frames) => frames,
            BufferSize::Default => rate / 20,
        });
        Some((stream, What::Opened { rate, buffer }))
    })
}

/// How many frames a device should ask for at a time: some 40 ms, enough for a machine that is busy,
/// and little enough that a pause is heard at once.
fn fitting(usual: &SupportedStreamConfig) -> BufferSize {
    let wished = (usual.sample_rate() / 32).next_power_of_two();
    BufferSize::Fixed(match *usual.buffer_size() {
        SupportedBufferSize::Range { min, max } => wished.clamp(min, max.max(min)),
        SupportedBufferSize::Unknown => wished,
    })
}

/// Builds a stream that plays what is live, in the numbers that the device takes.
fn build(
    device: &cpal::Device,
    config: StreamConfig,
    format: SampleFormat,
    live: Live,
    broken: impl FnMut(cpal::Error) + Send + 'static,
) -> Result<cpal::Stream, cpal::Error> {
    match format {
        SampleFormat::I8 => build_of::<i8>(device, config, live, broken),
        SampleFormat::I16 => build_of::<i16>(device, config, live, broken),
        SampleFormat::I24 => build_of::<cpal::I24>(device, config, live, broken),
        SampleFormat::I32 => build_of::<i32>(device, config, live, broken),
        SampleFormat::I64 => build_of::<i64>(device, config, live, broken),
        SampleFormat::U8 => build_of::<u8>(device, config, live, broken),
        SampleFormat::U16 => build_of::<u16>(device, config, live, broken),
        SampleFormat::U24 => build_of::<cpal::U24>(device, config, live, broken),
        SampleFormat::U32 => build_of::<u32>(device, config, live, broken),
        SampleFormat::U64 => build_of::<u64>(device, config, live, broken),
        SampleFormat::F64 => build_of::<f64>(device, config, live, broken),
        // Anything else will not open as this, which is how it is told that there is no way.
        _ => build_of::<f32>(device, config, live, broken),
    }
}

fn build_of<T: SizedSample + FromSample<f32>>(
    device: &cpal::Device,
    config: StreamConfig,
    mut live: Live,
    broken: impl FnMut(cpal::Error) + Send + 'static,
) -> Result<cpal::Stream, cpal::Error> {
    let channels = usize::from(config.channels).max(1);
    let play = move |asked: &mut [T], info: &cpal::OutputCallbackInfo| {
        let times = info.timestamp();
        let latency = times.playback.saturating_duration_since(times.callback);
        let frames = asked.len() / channels;
        let mut rest = asked.chunks_exact_mut(channels);
        live.play(latency, frames, |block| {
            for (frame, to) in block.iter().zip(&mut rest) {
                spread(*frame, to);
            }
        });
    };
    device.build_output_stream(config, play, broken, None)
}

/// Puts left and right onto the channels of a device: the middle of them on a single one, and
/// nothing on those beyond two.
fn spread<T: SizedSample + FromSample<f32>>([left, right]: [f32; 2], to: &mut [T]) {
    match to {
        [one] => *one = T::from_sample(0.5 * (left + right)),
        [first, second, others @ ..] => {
            *first = T::from_sample(left);
            *second = T::from_sample(right);
            others.fill(T::EQUILIBRIUM);
        }
        [] => {}
    }
}

/// The default device of each host that there is.
///
/// `cpal::default_host` panics where the system's sound is set up wrongly; this does not.
pub(in crate::shell) fn devices() -> impl Iterator<Item = cpal::Device> {
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
            let usual = device.default_output_config().ok()?;
            let seat = Arc::new(Seat::default());
            let live = Live::new(seat, Clock::start(1.0), usual.sample_rate());
            let format = usual.sample_format();
            let stream = build(&device, usual.config(), format, live, |_error| {});
            stream.is_ok().then_some(name)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn on<T: SizedSample + FromSample<f32>>(channels: usize, frame: [f32; 2]) -> Vec<T> {
        let mut to = vec![T::from_sample(0.9); channels];
        spread(frame, &mut to);
        to
    }

    #[test]
    fn a_device_of_any_kind_gets_left_and_right_in_its_own_numbers() {
        assert_eq!(on::<f32>(2, [0.5, -0.25]), [0.5, -0.25]);
        assert_eq!(on::<i16>(2, [0.5, -0.25]), [16_384, -8192]);
        assert_eq!(on::<u16>(2, [0.5, -0.25]), [49_152, 24_576]);
        assert_eq!(on::<i16>(2, [1.5, -1.5]), [i16::MAX, i16::MIN]);
    }

    #[test]
    fn one_channel_gets_the_middle_and_those_beyond_two_stay_silent() {
        assert_eq!(on::<f32>(1, [0.5, -0.25]), [0.125]);
        assert_eq!(on::<f32>(6, [0.5, -0.25]), [0.5, -0.25, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(on::<u16>(3, [0.5, -0.25]), [49_152, 24_576, 32_768]);
    }
}
