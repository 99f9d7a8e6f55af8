//! The real microphones, through the system's own sound.

use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use rodio::cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use rodio::cpal::{
    self, Device, ErrorKind, FromSample, Sample, SampleFormat, SizedSample, Stream, StreamConfig,
};

use super::{Heard, Listed, NoMicrophone};
use crate::shell::sound;
use crate::shell::wait::Waker;

/// Samples in a second, wherever the device can have so many.
const RATE: u32 = 48_000;

/// A microphone that listens until it is dropped.
#[derive(Debug)]
pub(in crate::shell) struct Microphone {
    heard: Receiver<Heard>,
    /// Held for its end.
    _held: Sender<Infallible>,
}

impl Microphone {
    /// Opens the microphone of a name, or the one that the system uses, in the background. The waker
    /// is called whenever there is something new.
    pub(in crate::shell) fn open(name: Option<&str>, waker: Waker) -> Self {
        let (send, heard) = mpsc::channel();
        let (held, until_dropped) = mpsc::channel::<Infallible>();
        let name = name.map(str::to_owned);
        let teller = Teller { send, waker };
        let failed = teller.clone();
        let spawned = thread::Builder::new()
            .name("softly microphone".to_owned())
            .spawn(move || {
                // A driver that panics is a microphone that does not open.
                let opened =
                    catch_unwind(AssertUnwindSafe(|| listen(name.as_deref(), teller.clone())));
                match opened {
                    Ok(Ok(stream)) => {
                        let _ = until_dropped.recv();
                        drop(stream);
                    }
                    Ok(Err(why)) => teller.tell(Heard::Failed(why)),
                    Err(_) => teller.tell(Heard::Failed(NoMicrophone::None)),
                }
            });
        if spawned.is_err() {
            failed.tell(Heard::Failed(NoMicrophone::None));
        }
        Self { heard, _held: held }
    }

    /// The next of what has been heard; none if there is nothing new.
    pub(in crate::shell) fn next(&self) -> Option<Heard> {
        self.heard.try_recv().ok()
    }
}

/// Hands on what is heard.
#[derive(Clone)]
struct Teller {
    send: Sender<Heard>,
    waker: Waker,
}

impl Teller {
    fn tell(&self, heard: Heard) {
        // Nobody listens any more where this fails.
        let _ = self.send.send(heard);
        self.waker.wake();
    }
}

/// Every microphone there is.
pub(in crate::shell) fn all() -> Result<Vec<Listed>, NoMicrophone> {
    let found = catch_unwind(|| {
        let devices = hosts()?.filter_map(|host| host.input_devices().ok());
        let listed = devices.flatten().filter_map(|device| listed(&device));
        Ok(listed
            .filter(|listed| is_worth_listing(&listed.id))
            .collect())
    });
    found.unwrap_or(Err(NoMicrophone::None))
}

/// What the microphone is called that would be used. It is not opened.
pub(in crate::shell) fn usual(name: Option<&str>) -> Result<String, NoMicrophone> {
    let found = catch_unwind(|| {
        let device = device(name)?;
        device.default_input_config().map_err(|error| why(&error))?;
        Ok(listed(&device).map_or_else(String::new, |listed| listed.name))
    });
    found.unwrap_or(Err(NoMicrophone::None))
}

fn hosts() -> Result<impl Iterator<Item = cpal::Host>, NoMicrophone> {
    if !sound::has_library() {
        return Err(NoMicrophone::Library);
    }
    // `cpal::default_host` panics where the system's sound is set up wrongly; this does not.
    let hosts = cpal::available_hosts().into_iter();
    Ok(hosts.filter_map(|id| cpal::host_from_id(id).ok()))
}

/// Whether a device may be a microphone. ALSA also lists its converters, a device that hears nothing,
/// and each card once more without the conversions that make it fit.
fn is_worth_listing(id: &str) -> bool {
    let is_card = id.contains(':') && !id.starts_with("hw:");
    !cfg!(target_os = "linux") || is_card || ["default", "pulse", "pipewire"].contains(&id)
}

fn listed(device: &Device) -> Option<Listed> {
    let id = device.id().ok()?.id().to_owned();
    let name = device.description().ok()?.name().to_owned();
    Some(Listed { id, name })
}

fn device(name: Option<&str>) -> Result<Device, NoMicrophone> {
    let Some(name) = name else {
        let usual = hosts()?.find_map(|host| host.default_input_device());
        return usual.ok_or(NoMicrophone::None);
    };
    let devices = || {
        Ok(hosts()?
            .filter_map(|host| host.input_devices().ok())
            .flatten())
    };
    let wanted = name.trim().to_lowercase();
    let is = |device: &Device, fits: fn(&str, &str) -> bool| {
        listed(device).is_some_and(|listed| {
            fits(&listed.id.to_lowercase(), &wanted) || fits(&listed.name.to_lowercase(), &wanted)
        })
    };
    let exactly = devices()?.find(|device| is(device, |name, wanted| name == wanted));
    exactly
        .or(devices()?.find(|device| is(device, |name, wanted| name.contains(wanted))))
        .ok_or_else(|| NoMicrophone::Named(name.to_owned()))
}

fn why(error: &cpal::Error) -> NoMicrophone {
    match error.kind() {
        ErrorKind::PermissionDenied => NoMicrophone::Denied,
        ErrorKind::DeviceBusy => NoMicrophone::Busy,
        _ => NoMicrophone::None,
    }
}

/// Opens a microphone and has it tell what it hears.
fn listen(name: Option<&str>, teller: Teller) -> Result<Stream, NoMicrophone> {
    let device = device(name)?;
    let usual = device.default_input_config().map_err(|error| why(&error))?;
    let format = usual.sample_format();
    let alike = device
        .supported_input_configs()
        .ok()
        .and_then(|mut ranges| {
            ranges.find_map(|range| {
                let same = range.channels() == usual.channels() && range.sample_format() == format;
                same.then(|| range.try_with_sample_rate(RATE)).flatten()
            })
        });
    let config = alike.unwrap_or(usual).config();
    let rate = config.sample_rate;
    let opening = teller.clone();
    let stream = match format {
        SampleFormat::I8 => stream::<i8>(&device, config, teller),
        SampleFormat::I16 => stream::<i16>(&device, config, teller),
        SampleFormat::I32 => stream::<i32>(&device, config, teller),
        SampleFormat::U8 => stream::<u8>(&device, config, teller),
        SampleFormat::U16 => stream::<u16>(&device, config, teller),
        SampleFormat::U32 => stream::<u32>(&device, config, teller),
        SampleFormat::F64 => stream::<f64>(&device, config, teller),
        _ => stream::<f32>(&device, config, teller),
    };
    let stream = stream.map_err(|error| why(&error))?;
    opening.tell(Heard::Open(rate));
    stream.play().map_err(|error| why(&error))?;
    Ok(stream)
}

fn stream<T>(device: &Device, config: StreamConfig, teller: Teller) -> Result<Stream, cpal::Error>
where
    T: SizedSample,
    f32: FromSample<T>,
{
    let channels = usize::from(config.channels.max(1));
    let broken = teller.clone();
    let heard = move |samples: &[T], _: &cpal::InputCallbackInfo| {
        let one = |frame: &[T]| {
            let sum: f32 = frame.iter().map(|sample| f32::from_sample(*sample)).sum();
            sum / channels as f32
        };
        teller.tell(Heard::Samples(
            samples.chunks_exact(channels).map(one).collect(),
        ));
    };
    let failed = move |error: cpal::Error| {
        use ErrorKind::{DeviceChanged, RealtimeDenied, Xrun};
        if !matches!(error.kind(), Xrun | RealtimeDenied | DeviceChanged) {
            broken.tell(Heard::Failed(NoMicrophone::Gone));
        }
    };
    device.build_input_stream(config, heard, failed, None)
}
