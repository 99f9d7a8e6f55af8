//! Putting a mended text in place of a file: whole or not at all, and the old file kept beside it.
//!
//! New content is written to a file of its own in the same folder and then takes the name over, so
//! that a full disk, a lost connection or a kill leaves the old file as it was.

#[cfg(feature = "sound")]
mod growing;

#[cfg(feature = "sound")]
pub use growing::{Growing, folder_of};

use std::fmt;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::files::{self, Unread};

/// Why a file could not be replaced. The file is as it was.
#[derive(Debug)]
pub enum Unsaved {
    /// Changing it is not allowed.
    ReadOnly,
    /// Its folder takes no new files.
    Folder,
    /// It is not as it was when it was read.
    Changed,
    /// The system said so.
    System(io::Error),
}

impl fmt::Display for Unsaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self {
            Self::ReadOnly => "This file may only be read",
            Self::Folder => "You are not allowed to write in the folder of this file",
            Self::Changed => "Something else has changed this file just now",
            Self::System(error) => {
                return write!(
                    f,
                    "This file could not be saved ({error}). It is as it was."
                );
            }
        };
        write!(f, "{why}, so it is as it was.")
    }
}

impl From<io::Error> for Unsaved {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Folder,
            _ => Self::System(error),
        }
    }
}

impl From<Unread> for Unsaved {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::System(error) => Self::System(error),
            _ => Self::Changed,
        }
    }
}

/// Replaces what is in a file, and keeps what was in it in a file with a wave after its name.
/// Returns the name of that file.
///
/// A link leads to the file that is replaced; the link stays a link.
pub fn replace(path: &Path, old: &[u8], new: &[u8]) -> Result<PathBuf, Unsaved> {
    let (path, metadata) = writable(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let copy = copy_of(&path);
    let kept = Written::beside(folder, old, &metadata)?;
    let written = Written::beside(folder, new, &metadata)?;
    if files::read_bytes(&path)? != old {
        return Err(Unsaved::Changed);
    }
    kept.takes(&copy)?;
    written.takes(&path)?;
    Ok(copy)
}

/// Replaces what is in a file by something that has all of it in it, so that no copy is needed.
pub fn extend(path: &Path, old: &[u8], new: &[u8]) -> Result<(), Unsaved> {
    let (path, metadata) = writable(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = Written::beside(folder, new, &metadata)?;
    if files::read_bytes(&path)? != old {
        return Err(Unsaved::Changed);
    }
    written.takes(&path)
}

/// Writes a file that goes with another one, whole or not at all, for the same readers. What was in it
/// before is gone; a link of its name is replaced and not followed.
pub fn write_with(path: &Path, content: &[u8], other: &Path) -> Result<(), Unsaved> {
    let folder = path.parent().unwrap_or(Path::new("."));
    Written::beside(folder, content, &fs::metadata(other)?)?.takes(path)
}

/// Whether a file could be replaced: it and its folder may be written. Nothing is left behind.
pub fn could_replace(path: &Path) -> Result<(), Unsaved> {
    let (path, metadata) = writable(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    Written::beside(folder, &[], &metadata).map(drop)
}

/// Where a file really is, if it may be written.
fn writable(path: &Path) -> Result<(PathBuf, Metadata), Unsaved> {
    let path = fs::canonicalize(path)?;
    let metadata = fs::metadata(&path)?;
    if metadata.permissions().readonly() {
        return Err(Unsaved::ReadOnly);
    }
    Ok((path, metadata))
}

/// Writes a file of the program's own, whole or not at all, readable by its owner only. What was in
/// it before is gone.
pub fn write(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let outside = |unsaved| match unsaved {
        Unsaved::System(error) => error,
        other => io::Error::other(other.to_string()),
    };
    let (mut file, temporary) = new_file(folder).map_err(outside)?;
    let written = Written {
        path: Some(temporary),
    };
    file.write_all(content)?;
    file.sync_all()?;
    written.takes(path).map_err(outside)
}

/// The name under which the old file is kept.
fn copy_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push("~");
    path.with_file_name(name)
}

/// A new file that is whole, and goes away unless it takes a name over.
struct Written {
    path: Option<PathBuf>,
}

impl Written {
    fn beside(folder: &Path, content: &[u8], like: &Metadata) -> Result<Self, Unsaved> {
        let (file, path) = new_file(folder)?;
        let written = Self { path: Some(path) };
        let mut file = file;
        file.write_all(content)?;
        // A file that only its owner may read stays one.
        file.set_permissions(like.permissions())?;
        file.sync_all()?;
        Ok(written)
    }

    fn takes(mut self, name: &Path) -> Result<(), Unsaved> {
        if let Some(path) = self.path.take() {
            fs::rename(&path, name).inspect_err(|_| {
                let _ = fs::remove_file(&path);
            })?;
        }
        Ok(())
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            // Nothing more can be done about it.
            let _ = fs::remove_file(path);
        }
    }
}

/// A file that was not there before, readable by nobody else yet.
fn new_file(folder: &Path) -> Result<(File, PathBuf), Unsaved> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    first_free(folder, &options)
}

/// A file under the first name that is free.
fn first_free(folder: &Path, options: &OpenOptions) -> Result<(File, PathBuf), Unsaved> {
    let own = std::process::id();
    let mut taken = None;
    for number in 0..100 {
        let path = folder.join(format!(".softly-{own}-{number}.tmp"));
        match options.open(&path) {
            Ok(file) => return Ok((file, path)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = Some(error),
            Err(error) => return Err(error.into()),
        }
    }
    Err(taken.map_or(Unsaved::Folder, Unsaved::System))
}

#[cfg(test)]
mod tests;
