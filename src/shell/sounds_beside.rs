//! Looks at the sound files that a session names: whether each is there, in the session's own
//! folder, and what its name says it is.
//!
//! Only the first bytes of a file are read, and nothing is played. Which names a session may use
//! at all is decided where it is read; a name that leads elsewhere is refused here all the same.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Rule, quoted};

/// The largest sound file, in bytes: more than ten minutes without any compression.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;
/// How much of a file is looked at.
const HEAD: usize = 16;

/// A sound file that can be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundFile {
    /// Where it is, with every link followed.
    pub path: PathBuf,
    /// What it holds.
    pub kind: Kind,
    /// How large it is.
    pub bytes: u64,
}

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

    fn of_name(name: &Path) -> Option<Self> {
        let ending = name.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }

    /// The kind of a file by the way it begins.
    fn of_content(head: &[u8]) -> Option<Self> {
        match head {
            [
                b'R',
                b'I',
                b'F',
                b'F',
                _,
                _,
                _,
                _,
                b'W',
                b'A',
                b'V',
                b'E',
                ..,
            ] => Some(Self::Wav),
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

/// Why a sound file cannot be used. Each is one sentence about "this sound".
#[derive(Debug)]
pub enum WhyNot {
    /// There is no such file.
    Missing,
    /// It is not in the folder of the session.
    Elsewhere,
    /// It is a folder, a device or a pipe.
    NotAFile,
    /// It is larger than it may be; its bytes.
    TooLarge(u64),
    /// Its name does not say that it is a sound.
    OtherEnding,
    /// It holds another kind of sound than its name says.
    OtherKind(Kind),
    /// It does not begin as any kind of sound does.
    NoSound,
    /// Reading it is not allowed.
    Denied,
    /// The system said so.
    System(io::Error),
}

impl fmt::Display for WhyNot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file beside the session"),
            Self::Elsewhere => f.write_str("this sound is not in the folder of the session"),
            Self::NotAFile => f.write_str("this is a folder or a device, not a sound file"),
            Self::TooLarge(bytes) => {
                let (megabytes, most) = (bytes.div_ceil(1024 * 1024), MOST_BYTES / 1024 / 1024);
                write!(
                    f,
                    "this sound has {megabytes} megabytes; it may have {most}"
                )
            }
            Self::OtherEnding => f.write_str("the name of this file is not that of a sound"),
            Self::OtherKind(kind) => {
                write!(
                    f,
                    "this file holds another kind of sound than its name says: {}",
                    kind.ending()
                )
            }
            Self::NoSound => f.write_str("this file does not hold a sound that softly can play"),
            Self::Denied => f.write_str("you are not allowed to read this sound"),
            Self::System(error) => write!(f, "this sound could not be read ({error})"),
        }
    }
}

impl From<io::Error> for WhyNot {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::System(error),
        }
    }
}

impl WhyNot {
    /// The finding about the name of a sound, which stands at `span` of the session's text.
    pub fn finding(&self, name: &str, span: Range<usize>) -> Diagnostic {
        let rule = match self {
            Self::Missing => Rule::MissingFile,
            _ => Rule::UnfitFile,
        };
        Diagnostic::warning(rule, span, self.to_string())
            .label(match self {
                Self::Missing => "not found",
                Self::Elsewhere => "somewhere else",
                Self::TooLarge(_) => "too large",
                _ => "cannot be played",
            })
            .help(self.advice(name))
    }

    fn advice(&self, name: &str) -> String {
        let name = quoted(name);
        match self {
            Self::Missing => format!(
                "Put \"{name}\" into the folder of the session, and mind capital and small letters."
            ),
            Self::Elsewhere => {
                "Copy the sound into the folder of the session, or a folder inside it.".to_owned()
            }
            Self::TooLarge(_) => {
                "Save it as .mp3 or .ogg, which are much smaller, or make it shorter.".to_owned()
            }
            Self::OtherKind(kind) => {
                let better = Path::new(&name).with_extension(kind.ending());
                let better = better.to_string_lossy().into_owned();
                format!("Rename the file, and write its new name here: \"{better}\".")
            }
            Self::NotAFile | Self::OtherEnding | Self::NoSound => {
                "A sound is a file whose name ends in .wav, .flac, .ogg or .mp3.".to_owned()
            }
            Self::Denied | Self::System(_) => {
                "See whether the file opens in another program.".to_owned()
            }
        }
    }
}

/// Looks at the sound that a session in `folder` calls `name`.
pub fn look_at(folder: &Path, name: &str) -> Result<SoundFile, WhyNot> {
    let name = Path::new(name);
    let down = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !name.components().all(down) {
        return Err(WhyNot::Elsewhere);
    }
    let named = Kind::of_name(name).ok_or(WhyNot::OtherEnding)?;
    let folder = fs::canonicalize(folder)?;
    let path = fs::canonicalize(folder.join(name))?;
    if !path.starts_with(&folder) {
        return Err(WhyNot::Elsewhere);
    }
    // Looked at before it is opened: opening a pipe would wait for a writer that never comes.
    let bytes = size_of_file(&fs::metadata(&path)?)?;
    let file = File::open(&path)?;
    let bytes = bytes.max(size_of_file(&file.metadata()?)?);
    if bytes > MOST_BYTES {
        return Err(WhyNot::TooLarge(bytes));
    }
    let mut head = Vec::with_capacity(HEAD);
    file.take(HEAD as u64).read_to_end(&mut head)?;
    match Kind::of_content(&head) {
        Some(kind) if kind == named => Ok(SoundFile { path, kind, bytes }),
        Some(kind) => Err(WhyNot::OtherKind(kind)),
        None => Err(WhyNot::NoSound),
    }
}

fn size_of_file(metadata: &fs::Metadata) -> Result<u64, WhyNot> {
    if metadata.is_file() {
        Ok(metadata.len())
    } else {
        Err(WhyNot::NotAFile)
    }
}

#[cfg(test)]
mod tests;
