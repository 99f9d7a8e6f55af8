//! Where the sockets are: a folder of the user's own, which nobody else can look into.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt};
use std::path::PathBuf;
use std::time::SystemTime;

use etcetera::{BaseStrategy, choose_base_strategy};
use rustix::fs::Mode;
use rustix::process::geteuid;

/// How the sockets are called: with the number of the program that is followed.
const NAME: &str = "clinic-";

/// The folder, which is made where there is none: in the system's place for such, or else among
/// the temporary files.
///
/// A folder that somebody else made, or could look into, is not used.
pub(super) fn folder() -> io::Result<PathBuf> {
    let runtime = choose_base_strategy()
        .ok()
        .and_then(|base| base.runtime_dir());
    let folder = match runtime.filter(|folder| folder.is_dir()) {
        Some(runtime) => runtime.join("softly"),
        None => std::env::temp_dir().join(format!("softly-{}", geteuid().as_raw())),
    };
    match DirBuilder::new().mode(0o700).create(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    // A link to a folder does not count as one here.
    let found = fs::symlink_metadata(&folder)?;
    let for_others = Mode::RWXG | Mode::RWXO;
    let is_closed = !Mode::from_raw_mode(found.mode()).intersects(for_others);
    let is_own = found.is_dir() && found.uid() == geteuid().as_raw() && is_closed;
    if is_own {
        Ok(folder)
    } else {
        let text = "the folder for the notes is not only your own";
        Err(io::Error::new(io::ErrorKind::PermissionDenied, text))
    }
}

/// The socket of this program.
pub(super) fn own_socket() -> io::Result<PathBuf> {
    Ok(folder()?.join(format!("{NAME}{}", std::process::id())))
}

/// The sockets there are, the newest first.
pub(super) fn sockets() -> io::Result<Vec<PathBuf>> {
    let mut found: Vec<(SystemTime, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder()?)?.flatten() {
        let named = entry.file_name().to_string_lossy().starts_with(NAME);
        let Ok(metadata) = entry.metadata() else {
            continue;
        };
        if named && metadata.file_type().is_socket() {
            let made = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            found.push((made, entry.path()));
        }
    }
    found.sort();
    Ok(found.into_iter().rev().map(|(_, path)| path).collect())
}
