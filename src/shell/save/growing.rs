//! A file that takes shape bit by bit, and has its name only once it is whole.
//!
//! It is made for others to read, as any other file of the person's is. If it is given up, or the
//! program breaks, nothing of it is left.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter};
use std::path::Path;

use super::{Unsaved, Written, first_free};

/// How much is put together before it is written.
const AT_ONCE: usize = 256 * 1024;

/// A file without its name yet.
pub struct Growing {
    /// Where it is written to.
    pub out: BufWriter<File>,
    written: Written,
}

impl Growing {
    /// Begins a file in the folder in which it will have its name.
    pub fn beside(name: &Path) -> Result<Self, Unsaved> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        let (file, path) = first_free(folder_of(name), &options)?;
        Ok(Self {
            out: BufWriter::with_capacity(AT_ONCE, file),
            written: Written { path: Some(path) },
        })
    }

    /// Gives it its name, once everything is on the disk; returns how many bytes it has. What had the
    /// name before is replaced only if `replace` says so.
    pub fn takes(self, name: &Path, replace: bool) -> io::Result<u64> {
        let Self { out, written } = self;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        drop(file);
        if replace {
            // A link stays a link, and leads to the new file.
            let place = fs::canonicalize(name).unwrap_or_else(|_| name.to_owned());
            written.takes(&place).map_err(io_error)?;
        } else {
            written.takes_free(name)?;
        }
        Ok(bytes)
    }
}

impl Written {
    /// Takes a name over that nobody has.
    fn takes_free(self, name: &Path) -> io::Result<()> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        match fs::hard_link(path, name) {
            // The first name goes away with this value.
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Not every disk can give a file two names.
            Err(_) if name.symlink_metadata().is_ok() => {
                Err(io::Error::from(io::ErrorKind::AlreadyExists))
            }
            Err(_) => self.takes(name).map_err(io_error),
        }
    }
}

/// The folder that a file lies in.
pub fn folder_of(name: &Path) -> &Path {
    let folder = name
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

fn io_error(unsaved: Unsaved) -> io::Error {
    match unsaved {
        Unsaved::System(error) => error,
        Unsaved::Folder => io::Error::from(io::ErrorKind::PermissionDenied),
        other => io::Error::other(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::path::PathBuf;

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<String> = entries
            .map(|entry| name(entry).to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn grown(name: &Path) -> Growing {
        let mut growing = Growing::beside(name).unwrap();
        growing.out.write_all(b"new").unwrap();
        growing
    }

    #[test]
    fn it_has_its_name_only_once_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("a.wav");
        let growing = grown(&name);
        assert!(!name.exists());
        assert_eq!(growing.takes(&name, false).unwrap(), 3);
        assert_eq!(fs::read(&name).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a.wav"]);
    }

    #[test]
    fn what_is_given_up_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        drop(grown(&folder.path().join("a.wav")));
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_file_that_came_in_between_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().join("a.wav");
        let growing = grown(&name);
        fs::write(&name, "old").unwrap();
        let kind = growing.takes(&name, false).map_err(|error| error.kind());
        assert_eq!(kind, Err(io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&name).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.wav"]);
        assert_eq!(grown(&name).takes(&name, true).unwrap(), 3);
        assert_eq!(fs::read(&name).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a.wav"]);
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_it_as_they_may_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let [name, plain] = ["a.wav", "plain"].map(|name| folder.path().join(name));
        grown(&name).takes(&name, false).unwrap();
        fs::write(&plain, "").unwrap();
        let mode = |path: &PathBuf| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&name), mode(&plain));
    }
}
