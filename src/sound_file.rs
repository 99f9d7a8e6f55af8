//! Sound files that somebody else made: what kind they are, and what has to be true of them.
//!
//! Nothing that a file says of itself is believed. It is decoded within limits, and whatever goes
//! wrong is a reason in plain words. Files are opened in the shell; here there are only bytes.

#[cfg(feature = "sound")]
mod bare;
#[cfg(feature = "sound")]
mod decoding;
#[cfg(feature = "sound")]
mod remark;
#[cfg(feature = "sound")]
mod vorbis;

#[cfg(feature = "sound")]
pub use decoding::{Decoded, decode};
#[cfg(feature = "sound")]
pub use remark::Remark;

use std::fmt;
use std::ops::RangeInclusive;
use std::path::Path;

/// The largest sound file, in bytes: more than ten minutes without any compression.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// The sample rates that are played, in hertz.
pub const RATES: RangeInclusive<u32> = 8_000..=192_000;
/// The most sides a sound may have. More than two are mixed to one.
pub const MOST_SIDES: usize = 8;
/// The most samples of all sides that are kept of one sound: ten minutes of both ears at 48 kHz.
/// As many bytes again are needed twice while it is decoded.
pub const MOST_SAMPLES: usize = 600 * 48_000 * 2;

/// The kinds of sound that softly plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Uncompressed sound.
    Wav,
    /// Compressed without loss.
    Flac,
    /// Ogg Vorbis.
    Ogg,
    /// MP3.
    Mp3,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Wav, Self::Flac, Self::Ogg, Self::Mp3];

    /// The ending of its file names.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Wav => "wav",
            Self::Flac => "flac",
            Self::Ogg => "ogg",
            Self::Mp3 => "mp3",
        }
    }

    /// The kind that a file name says.
    pub fn of_name(name: &Path) -> Option<Self> {
        let ending = name.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }

    /// The kind of a file by the way it begins.
    pub fn of_content(head: &[u8]) -> Option<Self> {
        let is_wav = head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WAVE");
        match head {
            _ if is_wav => Some(Self::Wav),
            [b'f', b'L', b'a', b'C', ..] => Some(Self::Flac),
            [b'O', b'g', b'g', b'S', ..] => Some(Self::Ogg),
            [b'I', b'D', b'3', ..] => Some(Self::Mp3),
            // The first frame without a heading: eleven set bits, then a version, then layer three.
            [0xFF, second, ..]
                if second & 0xE0 == 0xE0 && second & 0x18 != 0x08 && second & 0x06 == 0x02 =>
            {
                Some(Self::Mp3)
            }
            _ => None,
        }
    }
}

/// What a sound is there for. A short one may not go on for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A line that is spoken.
    Line,
    /// What is heard as a step begins, or at the end.
    Bell,
    /// What goes on below everything.
    Bed,
}

impl Purpose {
    /// How long a sound for it may be, in seconds.
    pub const fn most_seconds(self) -> u32 {
        match self {
            Self::Line | Self::Bell => 2 * 60,
            Self::Bed => 10 * 60,
        }
    }
}

/// Why bytes are no sound that softly plays. Each is one sentence about "this sound".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It does not begin as any kind of sound does.
    NoSound,
    /// It is in one of the files that softly reads, but packed in a way that it does not.
    OtherPacking,
    /// It cannot be read, or nothing can be made of it.
    Damaged,
    /// It goes on for longer than it may; the seconds that it may have.
    TooLong(u32),
    /// It has more samples than are kept, since its rate is so high.
    TooFine,
    /// Its rate is one that nothing is recorded with; in hertz.
    Rate(u32),
    /// It has no sides, or more than anybody has ears and loudspeakers.
    Sides(usize),
    /// Nothing is to be heard in it.
    Silent,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSound => f.write_str("this file does not hold a sound that softly can play"),
            Self::OtherPacking => {
                f.write_str("this sound is packed in a way that softly cannot read")
            }
            Self::Damaged => f.write_str("this sound is damaged and cannot be played"),
            Self::TooLong(seconds) => {
                let minutes = seconds / 60;
                write!(f, "this sound is longer than {minutes} minutes")
            }
            Self::TooFine => f.write_str("this sound is longer than it can be at its high rate"),
            Self::Rate(hertz) => write!(f, "this sound has {hertz} samples in a second"),
            Self::Sides(sides) => write!(f, "this sound has {sides} channels"),
            Self::Silent => f.write_str("nothing is to be heard in this sound"),
        }
    }
}

impl Unfit {
    /// What somebody can do about it, in a whole sentence.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::NoSound => "A sound is a file whose name ends in .wav, .flac, .ogg or .mp3.",
            Self::OtherPacking => {
                "Save it anew in a sound program: as FLAC, MP3, Ogg Vorbis, or WAV without compression."
            }
            Self::Damaged => {
                "See whether it plays in another program, and save it from there anew."
            }
            Self::TooLong(_) => {
                "A line or a bell may have two minutes, and what lies below everything ten; it begins again by itself."
            }
            Self::TooFine => {
                "Save it with 48000 samples in a second, which is more than ears need."
            }
            Self::Rate(_) => "Save it with 44100 or 48000 samples in a second.",
            Self::Sides(_) => "Save it in mono or stereo.",
            Self::Silent => "See whether the microphone was on, or leave the sound out.",
        }
    }
}
