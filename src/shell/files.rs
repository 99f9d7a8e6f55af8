//! Session files: reading them with care, and the person's own folder.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};

use crate::app::{
    Content, Entry, Origin, ProgrammeEntry, entry_from_checked, programme_from_checked,
};
use crate::script::{self, Decoded, Unreadable, limits};
use crate::text::{Clean, show};
use crate::words::Words;

/// Why a file could not be read.
#[derive(Debug)]
pub enum Unread {
    /// There is no such file.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or a socket.
    NotAFile,
    /// Reading it is not allowed.
    Denied,
    /// The system said so.
    System(io::Error),
    /// It was read, but holds no session text.
    Unfit(Unreadable),
}

impl Unread {
    /// Why it could not be read, in a sentence or two.
    pub fn told(&self, words: &Words) -> String {
        let words = &words.commands.unread;
        match self {
            Self::Missing => words.missing.to_owned(),
            Self::Folder => words.folder.to_owned(),
            Self::NotAFile => words.not_a_file.to_owned(),
            Self::Denied => words.denied.to_owned(),
            Self::System(error) => (words.system)(&error.to_string()),
            Self::Unfit(unreadable) => words.unfit(*unreadable),
        }
    }

    /// What is said about the file that could not be read, in one line.
    pub fn about(&self, path: &Path, words: &Words) -> String {
        let (name, why) = (path.to_string_lossy(), self.told(words));
        let other = there_instead(path).filter(|_| matches!(self, Self::Missing));
        match other {
            Some(other) => {
                let meant = (words.commands.did_you_mean)(&other.to_string_lossy());
                format!("{name}: {why} {meant}")
            }
            None => format!("{name}: {why}"),
        }
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::System(error),
        }
    }
}

/// The file that is there in place of one that is not: editors add .txt, and hide it.
fn there_instead(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_string_lossy();
    let stem = name.strip_suffix(".toml").unwrap_or(&name);
    let others = [".toml", ".toml.txt", ".txt", ".toml.toml"];
    let others = others.map(|ending| path.with_file_name(format!("{stem}{ending}")));
    let mut others = others.into_iter().filter(|other| other != path);
    others.find(|other| other.is_file())
}

/// Reads the text of a session file: an ordinary file of an ordinary size, or a reason.
pub fn read_session(path: &Path) -> Result<Decoded, Unread> {
    script::decode(&read_bytes(path)?).map_err(Unread::Unfit)
}

/// Reads what is in an ordinary file; of one that is too large for a session, only a part.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Unread> {
    // Looked at before it is opened: opening a pipe would wait for a writer that never comes.
    must_be_a_file(&fs::metadata(path)?)?;
    let file = File::open(path)?;
    must_be_a_file(&file.metadata()?)?;
    read_some(file)
}

/// Reads what comes from somewhere else than a file, up to a little more than a session can have.
pub fn read_some(from: impl Read) -> Result<Vec<u8>, Unread> {
    let mut bytes = Vec::new();
    from.take(limits::FILE_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn must_be_a_file(metadata: &fs::Metadata) -> Result<(), Unread> {
    match metadata.file_type() {
        kind if kind.is_file() => Ok(()),
        kind if kind.is_dir() => Err(Unread::Folder),
        _ => Err(Unread::NotAFile),
    }
}

/// The folder for everything of softly's that is a person's own, if the system has a place for it.
pub fn home_folder() -> Option<PathBuf> {
    let names = AppStrategyArgs {
        top_level_domain: String::new(),
        author: String::new(),
        app_name: "softly".to_owned(),
    };
    Some(choose_app_strategy(names).ok()?.data_dir())
}

/// The folder whose session files join the library.
pub fn own_folder() -> Option<PathBuf> {
    Some(home_folder()?.join("sessions"))
}

/// The file of the person's own with a name.
pub fn own_file(id: &str) -> PathBuf {
    let folder = own_folder().unwrap_or_default();
    folder.join(format!("{id}.toml"))
}

/// What is in the person's own folder.
#[derive(Debug, Default)]
pub struct Own {
    /// The sessions, and what needs mending to become one.
    pub sessions: Vec<Entry>,
    /// The programmes, and what is meant as one.
    pub programmes: Vec<ProgrammeEntry>,
}

/// The session files in the person's own folder, by name.
pub fn own_entries(words: &Words) -> Vec<Entry> {
    own_files(words).sessions
}

/// The files in the person's own folder, by name, with what these words say about those that cannot
/// be read. A folder that cannot be read is empty.
pub fn own_files(words: &Words) -> Own {
    let Some(folder) = own_folder() else {
        return Own::default();
    };
    let Ok(files) = fs::read_dir(folder) else {
        return Own::default();
    };
    let mut paths: Vec<PathBuf> = files
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    paths.sort();
    let mut own = Own::default();
    for path in &paths {
        own.add(path, words);
    }
    own
}

impl Own {
    fn add(&mut self, path: &Path, words: &Words) {
        let id = id_of(path);
        match read_session(path) {
            Ok(decoded) => {
                let mut checked = script::check(&decoded.text, &id);
                checked.session = checked.session.map(|session| session.in_folder_of(path));
                if checked.is_programme {
                    let entry = programme_from_checked(&id, checked, Origin::Own);
                    self.programmes.push(entry);
                } else {
                    let entry = entry_from_checked(&id, checked, Origin::Own);
                    self.sessions.push(entry);
                }
            }
            // A folder is no session, whatever it is called: it has no row.
            Err(Unread::Folder) => {}
            Err(unread) => self.sessions.push(Entry {
                id: Clean::from_shown(&id),
                origin: Origin::Own,
                content: Content::Unreadable(Clean::from_shown(&unread.told(words))),
            }),
        }
    }
}

/// The name a file gives its session: the file's own, without the ending, safe to print. Windows
/// hides the last ending, so that `evening.toml.txt` is meant to be `evening.toml`.
pub fn id_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let hidden = path.extension().is_some_and(|ending| ending == "txt");
    let id = stem.strip_suffix(".toml").filter(|_| hidden);
    show(id.unwrap_or(&stem)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_gives_its_session_a_name() {
        for (name, id) in [
            ("evening.toml", "evening"),
            ("evening.txt", "evening"),
            ("evening.toml.txt", "evening"),
            ("evening.de.toml", "evening.de"),
            ("evening", "evening"),
            ("a/b/.toml", ".toml"),
            ("", ""),
        ] {
            assert_eq!(id_of(Path::new(name)), id, "{name}");
        }
    }
}
