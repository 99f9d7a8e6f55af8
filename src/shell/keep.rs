//! The one small file with what a person chose: where it is, reading it, writing it, deleting it.
//!
//! It is written only when somebody chooses something, whole or not at all, for its owner's eyes
//! only. A file that cannot be read counts as none.

use std::fs;
use std::io;
use std::path::PathBuf;

use super::files;
use super::save;
use crate::kept::Kept;

/// Where the file is, if the system has a place for it.
pub fn path() -> Option<PathBuf> {
    Some(files::home_folder()?.join("kept.toml"))
}

/// What was chosen.
pub fn read() -> Kept {
    let text = path().and_then(|path| files::read_bytes(&path).ok());
    text.map_or_else(Kept::default, |text| {
        Kept::read(&String::from_utf8_lossy(&text))
    })
}

/// Keeps what was chosen. Where nothing is, there is no file.
pub fn write(kept: &Kept) -> io::Result<()> {
    if kept.is_nothing() {
        return forget();
    }
    let Some(path) = path() else {
        return Err(io::Error::other("this system names no folder for it"));
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    save::write(&path, kept.write().as_bytes())
}

/// Keeps what has changed between two states of softly, beside what the file says by now.
pub fn write_changes(before: &Kept, after: &Kept) -> io::Result<()> {
    write(&read().with_changes(before, after))
}

/// Deletes the file, if there is one.
pub fn forget() -> io::Result<()> {
    let Some(path) = path() else { return Ok(()) };
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
