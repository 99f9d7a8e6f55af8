//! From the bytes of a sound file to a [`Clip`], within limits.
//!
//! The decoders are not ours and may break on what somebody made up: a fault in them ends here. No
//! memory is taken because a file says that it will be needed, and nothing is tried for ever.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use symphonia::core::audio::Channels;
use symphonia::core::codecs::audio::{AudioCodecParameters, AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::packet::Packet;
use symphonia::default::formats::{FlacReader, MpaReader, OggReader, WavReader};
use symphonia::default::get_codecs;

use super::bare::bare;
use super::{Kind, MOST_BYTES, MOST_SAMPLES, MOST_SIDES, Purpose, RATES, Unfit, vorbis};
use crate::score::Clip;

/// How many pieces of a file may give no sound, damaged or empty, before softly gives up on it.
const MOST_IDLE: usize = 2_000;
/// Samples at or below this are silence: the last bit of a converter, dithered.
const SILENCE: u16 = 4;

/// A sound that was decoded.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The sound.
    pub clip: Clip,
    /// Whether pieces of it were missing or damaged and were passed over.
    pub has_gaps: bool,
}

/// Decodes a sound file. It may take seconds: never on a thread that something waits for. A fault in
/// a decoder is an answer; who calls it sees to it that the panic hook says nothing (see
/// `shell::fault`).
pub fn decode(bytes: &[u8], purpose: Purpose) -> Result<Decoded, Unfit> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unfit::Damaged);
    }
    let kind = Kind::of_content(bytes).ok_or(Unfit::NoSound)?;
    let decoded = catch_unwind(AssertUnwindSafe(|| sound_of(bytes, kind, purpose)));
    decoded.unwrap_or(Err(Unfit::Damaged))
}

fn sound_of(bytes: &[u8], kind: Kind, purpose: Purpose) -> Result<Decoded, Unfit> {
    let bytes = bare(bytes, kind).ok_or(Unfit::Damaged)?;
    let mut reader = reader(&bytes, kind)?;
    let track = reader.default_track(TrackType::Audio);
    let track = track.ok_or(Unfit::OtherPacking)?;
    let number = track.id;
    let parameters = track.codec_params.as_ref().and_then(|all| all.audio());
    let parameters = parameters.ok_or(Unfit::OtherPacking)?;
    believable(parameters)?;
    let mut decoder = get_codecs()
        .make_audio_decoder(parameters, &AudioDecoderOptions::default())
        .map_err(|error| unfit(&error))?;
    let mut heard = Heard::new(purpose);
    // Each piece takes at least one byte of the file.
    for _ in 0..=bytes.len() {
        let packet = match reader.next_packet() {
            Ok(Some(packet)) => packet,
            Ok(None) => break,
            // What follows is another sound, or the end of a file that was cut off.
            Err(_) => {
                heard.has_gaps = true;
                break;
            }
        };
        if packet.track_id == number {
            heard.add(&mut *decoder, &packet)?;
        } else {
            heard.idle()?;
        }
    }
    heard.decoded()
}

fn reader(bytes: &[u8], kind: Kind) -> Result<Box<dyn FormatReader + '_>, Unfit> {
    let source = MediaSourceStream::new(
        Box::new(Cursor::new(bytes)),
        MediaSourceStreamOptions::default(),
    );
    let options = FormatOptions::default();
    let reader: Result<Box<dyn FormatReader + '_>, Error> = match kind {
        Kind::Wav => WavReader::try_new(source, options).map(|reader| Box::new(reader) as _),
        Kind::Flac => FlacReader::try_new(source, options).map(|reader| Box::new(reader) as _),
        Kind::Ogg => OggReader::try_new(source, options).map(|reader| Box::new(reader) as _),
        Kind::Mp3 => MpaReader::try_new(source, options).map(|reader| Box::new(reader) as _),
    };
    reader.map_err(|error| unfit(&error))
}

fn unfit(error: &Error) -> Unfit {
    match error {
        Error::Unsupported(_) => Unfit::OtherPacking,
        _ => Unfit::Damaged,
    }
}

/// Whether a decoder may make room for what the headings say.
fn believable(parameters: &AudioCodecParameters) -> Result<(), Unfit> {
    if let Some(rate) = parameters.sample_rate.filter(|rate| !RATES.contains(rate)) {
        return Err(Unfit::Rate(rate));
    }
    let sides = parameters.channels.as_ref().map(Channels::count);
    if let Some(sides) = sides.filter(|sides| !(1..=MOST_SIDES).contains(sides)) {
        return Err(Unfit::Sides(sides));
    }
    let headings = parameters.extra_data.as_deref().unwrap_or_default();
    if vorbis::fits(headings) {
        Ok(())
    } else {
        Err(Unfit::Damaged)
    }
}

/// What was heard of a sound so far.
struct Heard {
    purpose: Purpose,
    rate: u32,
    /// How many sides the file has; 0 before anything was heard.
    sides: usize,
    samples: Vec<i16>,
    idle: usize,
    has_gaps: bool,
    piece: Vec<f32>,
}

impl Heard {
    fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            rate: 0,
            sides: 0,
            samples: Vec::new(),
            idle: 0,
            has_gaps: false,
            piece: Vec::new(),
        }
    }

    /// A piece of the file without any sound.
    fn idle(&mut self) -> Result<(), Unfit> {
        self.idle += 1;
        if self.idle > MOST_IDLE {
            return Err(Unfit::Damaged);
        }
        Ok(())
    }

    fn add(&mut self, decoder: &mut dyn AudioDecoder, packet: &Packet) -> Result<(), Unfit> {
        let sound = match decoder.decode(packet) {
            Ok(sound) => sound,
            Err(Error::Unsupported(_)) => return Err(Unfit::OtherPacking),
            Err(_) => {
                self.has_gaps = true;
                return self.idle();
            }
        };
        if sound.frames() == 0 {
            return self.idle();
        }
        let (rate, sides) = (sound.spec().rate(), sound.num_planes());
        if !RATES.contains(&rate) {
            return Err(Unfit::Rate(rate));
        }
        if !(1..=MOST_SIDES).contains(&sides) {
            return Err(Unfit::Sides(sides));
        }
        if self.sides == 0 {
            (self.rate, self.sides) = (rate, sides);
        } else if (self.rate, self.sides) != (rate, sides) {
            self.has_gaps = true;
            return self.idle();
        }
        sound.copy_to_vec_interleaved(&mut self.piece);
        self.keep()
    }

    /// Keeps the piece that was decoded last.
    fn keep(&mut self) -> Result<(), Unfit> {
        match self.sides {
            1 | 2 => self.samples.extend(self.piece.iter().copied().map(sample)),
            sides => {
                let mixed = |frame: &[f32]| {
                    let whole = frame.iter().filter(|x| x.is_finite());
                    sample(whole.sum::<f32>() / sides as f32)
                };
                let frames = self.piece.chunks_exact(sides).map(mixed);
                self.samples.extend(frames);
            }
        }
        let frames = self.samples.len() / self.kept_sides();
        let seconds = self.purpose.most_seconds();
        if frames as u64 > u64::from(seconds) * u64::from(self.rate) {
            return Err(Unfit::TooLong(seconds));
        }
        if self.samples.len() > MOST_SAMPLES {
            return Err(Unfit::TooFine);
        }
        Ok(())
    }

    fn kept_sides(&self) -> usize {
        if self.sides == 2 { 2 } else { 1 }
    }

    fn decoded(self) -> Result<Decoded, Unfit> {
        if self.samples.is_empty() {
            return Err(Unfit::Damaged);
        }
        if self.samples.iter().all(|x| x.unsigned_abs() <= SILENCE) {
            return Err(Unfit::Silent);
        }
        let clip = if self.kept_sides() == 1 {
            Clip::mono(self.rate, self.samples)
        } else {
            in_both_ears(self.rate, self.samples)
        };
        Ok(Decoded {
            clip,
            has_gaps: self.has_gaps,
        })
    }
}

/// A sound with two sides; one where both are the same, as of most microphones.
fn in_both_ears(rate: u32, mut samples: Vec<i16>) -> Clip {
    let (frames, _) = samples.as_chunks::<2>();
    if frames.iter().any(|[left, right]| left != right) {
        return Clip::stereo(rate, samples);
    }
    let mut odd = false;
    samples.retain(|_| {
        odd = !odd;
        odd
    });
    Clip::mono(rate, samples)
}

/// A number as a sample. What is no number is silence, and what is above full scale is full scale.
fn sample(number: f32) -> i16 {
    if number.is_finite() {
        (number * 32_768.0).round().clamp(-32_768.0, 32_767.0) as i16
    } else {
        0
    }
}

#[cfg(test)]
mod tests;
