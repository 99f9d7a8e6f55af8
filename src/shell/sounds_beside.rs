//! Opens the sound files that a session names: whether each is there, in the session's own folder,
//! and what its name says it is.
//!
//! A file is opened once, and whatever is asked of it is asked of what was opened, so that nothing
//! can be put in its place in between. Which names a session may use at all is decided where it is
//! read; a name that leads elsewhere is refused here all the same. What the bytes are is the
//! business of `sound_file`.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::{At, NamedSound};
use crate::sound_file::{Kind, MOST_BYTES, Unfit};

#[cfg(feature = "sound")]
mod decoding;
#[cfg(feature = "sound")]
pub use decoding::{clip, decoded};

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
    /// What it holds cannot be played.
    Unfit(Unfit),
    /// It took so long to decode that it was left.
    TookTooLong,
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
            Self::Unfit(unfit) => unfit.fmt(f),
            Self::TookTooLong => f.write_str("it takes too long to make this sound ready"),
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
            Self::Unfit(unfit) => unfit.advice().to_owned(),
            Self::NotAFile | Self::OtherEnding => Unfit::NoSound.advice().to_owned(),
            Self::TookTooLong => Unfit::Damaged.advice().to_owned(),
            Self::Denied | Self::System(_) => {
                "See whether the file opens in another program.".to_owned()
            }
        }
    }
}

/// What there is to say about a sound that a session in `folder` names. A build without sound looks at
/// the beginning of the file only.
pub fn findings(folder: &Path, sound: &NamedSound) -> Vec<Diagnostic> {
    let At { value: name, span } = &sound.name;
    #[cfg(feature = "sound")]
    let remarks = decoded(folder, name, sound.purpose).map(|found| found.remarks(sound.purpose));
    #[cfg(feature = "sound")]
    let remarks = remarks.map(|remarks| {
        remarks
            .iter()
            .map(|one| one.finding(span.clone()))
            .collect()
    });
    #[cfg(not(feature = "sound"))]
    let remarks = look_at(folder, name).map(|_| Vec::new());
    remarks.unwrap_or_else(|why| vec![why.finding(name, span.clone())])
}

/// Looks at the sound that a session in `folder` calls `name`. Only its first bytes are read.
pub fn look_at(folder: &Path, name: &str) -> Result<SoundFile, WhyNot> {
    let (mut file, sound) = open(folder, name)?;
    let mut head = Vec::with_capacity(HEAD);
    Read::by_ref(&mut file)
        .take(HEAD as u64)
        .read_to_end(&mut head)?;
    sound.holds_what_it_says(&head)?;
    Ok(sound)
}

/// Everything that is in the sound that a session in `folder` calls `name`.
#[cfg(feature = "sound")]
fn read(folder: &Path, name: &str) -> Result<Vec<u8>, WhyNot> {
    let (file, sound) = open(folder, name)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    // It may have grown since it was opened.
    if bytes.len() as u64 > MOST_BYTES {
        return Err(WhyNot::TooLarge(bytes.len() as u64));
    }
    sound.holds_what_it_says(&bytes)?;
    Ok(bytes)
}

/// Opens the sound that a session in `folder` calls `name`, with what its name says that it is.
fn open(folder: &Path, name: &str) -> Result<(File, SoundFile), WhyNot> {
    let name = Path::new(name);
    let down = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !name.components().all(down) {
        return Err(WhyNot::Elsewhere);
    }
    let kind = Kind::of_name(name).ok_or(WhyNot::OtherEnding)?;
    let folder = fs::canonicalize(folder)?;
    let path = fs::canonicalize(folder.join(name))?;
    let inside = path.strip_prefix(&folder).map_err(|_| WhyNot::Elsewhere)?;
    let file = open_inside(&folder, inside)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(WhyNot::NotAFile);
    }
    let bytes = metadata.len();
    if bytes > MOST_BYTES {
        return Err(WhyNot::TooLarge(bytes));
    }
    Ok((file, SoundFile { path, kind, bytes }))
}

/// Opens what lies at a path without links, folder by folder: a link that was put there since the
/// path was found is not followed, and a pipe is not waited for.
#[cfg(unix)]
fn open_inside(folder: &Path, inside: &Path) -> io::Result<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    let flags =
        OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    let mut at = openat(CWD, folder, flags, Mode::empty())?;
    for part in inside {
        at = openat(&at, part, flags, Mode::empty())?;
    }
    Ok(at.into())
}

#[cfg(not(unix))]
fn open_inside(folder: &Path, inside: &Path) -> io::Result<File> {
    let path = folder.join(inside);
    if !fs::metadata(&path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    File::open(path)
}

impl SoundFile {
    fn holds_what_it_says(&self, head: &[u8]) -> Result<(), WhyNot> {
        match Kind::of_content(head) {
            Some(kind) if kind == self.kind => Ok(()),
            Some(kind) => Err(WhyNot::OtherKind(kind)),
            None => Err(WhyNot::Unfit(Unfit::NoSound)),
        }
    }
}

#[cfg(test)]
mod tests;
