//! Writing a track into a file, in one of three formats.
//!
//! The track is made in pieces, several at a time, and written in order; nothing is held but a few
//! pieces, however long it is. The same track is always the same bytes. Where the bytes go, and what
//! is said about it, is somebody else's business.

mod flac;
mod mp3;
mod pieces;
mod wav;

use std::ffi::OsStr;
use std::io::{self, Seek, Write};
use std::ops::ControlFlow;

use crate::score::Mixdown;
use crate::track::Tags;

/// Frames in a second of a file: what the devices of computers and telephones play as it is.
pub const RATE: u32 = 48_000;

/// How many frames are made at once: about five seconds, and a whole number of MP3's own frames.
const PIECE: usize = 208 * 1152;

/// What a track can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Every sample as it is.
    Wav,
    /// Every sample, in half the room.
    Flac,
    /// Small, and played by every telephone.
    Mp3,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Wav, Self::Flac, Self::Mp3];

    /// How the names of its files end.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Wav => "wav",
            Self::Flac => "flac",
            Self::Mp3 => "mp3",
        }
    }

    /// The format that a file's name asks for by its ending, in capitals or not.
    pub fn of_ending(ending: &OsStr) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// Why a track is not whole.
#[derive(Debug)]
pub enum Broken {
    /// Somebody broke it off.
    Off,
    /// The system said so.
    System(io::Error),
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Is told after each piece how many frames are written, and may break off.
type News<'n> = &'n mut dyn FnMut(u64) -> ControlFlow<()>;

/// Writes a track.
pub fn write(
    format: Format,
    mixdown: &Mixdown,
    tags: &Tags,
    out: &mut (impl Write + Seek),
    news: News<'_>,
) -> Result<(), Broken> {
    match format {
        Format::Wav => wav::write(mixdown, tags, out, news),
        Format::Flac => flac::write(mixdown, tags, out, news),
        Format::Mp3 => mp3::write(mixdown, tags, out, news),
    }
}

#[cfg(test)]
mod tests;
