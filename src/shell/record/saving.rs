//! Where recordings go: sound files in a folder beside the session, and their names in its file.
//!
//! Each is written whole or not at all, the sound before its name, so that whatever happens in
//! between, a file never names a sound that is not there. A file of another line is never replaced.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::record::{self, FOLDER, Unwritable, file_name};
use crate::score::Clip;
use crate::script;
use crate::shell::files::{self, Unread};
use crate::shell::save::{self, Unsaved};
use crate::shell::sounds_beside::clip;
use crate::sound_file::Purpose;
use crate::words::ENGLISH;

/// Why a recording could not be kept.
#[derive(Debug)]
pub(in crate::shell) enum Unsaveable {
    /// The file or its folder cannot be written.
    File(Unsaved),
    /// The file cannot be read any more.
    Gone(Unread),
    /// Nothing can be added to its text.
    Text(Unwritable),
    /// The folder for recordings is something else, or leads somewhere else.
    Folder,
    /// There is no room left, or another thing about the system.
    System(io::Error),
    /// The sound could not be made into a file.
    Sound(String),
}

impl fmt::Display for Unsaveable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(Unsaved::System(error)) | Self::System(error) => match error.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    f.write_str("there is no room left on this disk")
                }
                _ => write!(f, "it could not be written ({error})"),
            },
            Self::File(Unsaved::ReadOnly) => f.write_str("the session file may only be read"),
            Self::File(Unsaved::Folder) => {
                f.write_str("you are not allowed to write in the folder of the session")
            }
            Self::File(Unsaved::Changed) => {
                f.write_str("something else changed the session file just then; once more, please")
            }
            Self::Gone(unread) => f.write_str(unread.told(&ENGLISH).trim_end_matches('.')),
            Self::Text(why) => why.fmt(f),
            Self::Folder => write!(
                f,
                "\"{FOLDER}\" beside the session is not a folder, or leads somewhere else"
            ),
            Self::Sound(why) => write!(f, "the sound could not be written ({why})"),
        }
    }
}

impl From<Unsaved> for Unsaveable {
    fn from(unsaved: Unsaved) -> Self {
        Self::File(unsaved)
    }
}

impl From<io::Error> for Unsaveable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::File(Unsaved::Folder)
            }
            _ => Self::System(error),
        }
    }
}

/// A session file, and the folder that it is in.
#[derive(Debug)]
pub(in crate::shell) struct Place {
    file: PathBuf,
    folder: PathBuf,
}

impl Place {
    /// The place of a file, if recordings can be kept there. Nothing is made yet.
    pub(in crate::shell) fn of(file: &Path, text: &str) -> Result<Self, Unsaveable> {
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let place = Self {
            file: file.to_owned(),
            folder: folder.unwrap_or(Path::new(".")).to_owned(),
        };
        save::could_replace(file)?;
        record::with(text, "a line", "voice/a.flac").map_err(Unsaveable::Text)?;
        match fs::symlink_metadata(place.folder.join(FOLDER)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            _ => place.must_be_inside()?,
        }
        Ok(place)
    }

    /// Where recordings will be.
    pub(in crate::shell) fn shown(&self) -> String {
        self.folder.join(FOLDER).to_string_lossy().into_owned()
    }

    /// The folder for recordings has to be one, and in the folder of the session.
    fn must_be_inside(&self) -> Result<(), Unsaveable> {
        let voice = fs::canonicalize(self.folder.join(FOLDER)).map_err(|_| Unsaveable::Folder)?;
        let is_inside = voice.starts_with(fs::canonicalize(&self.folder)?);
        if is_inside && voice.is_dir() {
            Ok(())
        } else {
            Err(Unsaveable::Folder)
        }
    }

    /// Writes a recording of a line, and names it in the session file.
    pub(super) fn save(
        &self,
        line: &str,
        number: usize,
        count: usize,
        clip: &Clip,
    ) -> Result<(), Unsaveable> {
        let sound = record::flac(clip).map_err(Unsaveable::Sound)?;
        let bytes = files::read_bytes(&self.file).map_err(Unsaveable::Gone)?;
        let decoded = script::decode(&bytes).map_err(|why| Unsaveable::Gone(Unread::Unfit(why)))?;
        let name = self.name(&decoded.text, line, number, count);
        let text = record::with(&decoded.text, line, &name).map_err(Unsaveable::Text)?;
        match fs::create_dir(self.folder.join(FOLDER)) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error.into()),
            _ => self.must_be_inside()?,
        }
        save::write_with(&self.folder.join(&name), &sound, &self.file)?;
        if text != decoded.text {
            save::extend(&self.file, &bytes, &decoded.encode(&text))?;
        }
        Ok(())
    }

    /// The recording of a line as it is in its file; why there is none to be heard where that is so.
    pub(super) fn recorded(&self, line: &str) -> Result<Clip, String> {
        let unread = "its file could not be read".to_owned();
        let decoded = files::read_session(&self.file).map_err(|_| unread.clone())?;
        let checked = decoded.check(&files::id_of(&self.file));
        let session = checked.session.ok_or(unread)?;
        let recording = session.recordings.iter().find(|it| &*it.line == line);
        let name = &recording.ok_or("it is not recorded yet")?.file;
        clip(&self.folder, name, Purpose::Line).map_err(|why| why.to_string())
    }

    /// The name that a recording of a line has, or gets. One that is recorded again keeps its name,
    /// where it is one of these and no other line has it.
    fn name(&self, text: &str, line: &str, number: usize, count: usize) -> String {
        let own = record::entry(text, line).filter(|name| {
            let plain = name
                .strip_prefix(FOLDER)
                .and_then(|rest| rest.strip_prefix('/'));
            let is_flac = Path::new(name).extension() == Some("flac".as_ref());
            let is_ours = is_flac && plain.is_some_and(|rest| !rest.contains('/'));
            is_ours && text.matches(name.as_str()).count() == 1
        });
        own.unwrap_or_else(|| {
            file_name(number, count, line, |name| {
                fs::symlink_metadata(self.folder.join(name)).is_ok() || text.contains(name)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sounds_beside::look_at;

    const SESSION: &str =
        "softly = 1\ntitle = \"A\"\n# mine\n[[step]]\nrest = \"30s\"\nsay = \"Rest.\"\n";

    fn sound() -> Clip {
        Clip::mono(
            8_000,
            (0..4_000).map(|n| (n % 100) * 20).collect::<Vec<i16>>(),
        )
    }

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.toml");
        fs::write(&file, SESSION).unwrap();
        let place = Place::of(&file, SESSION).unwrap();
        (folder, place)
    }

    #[test]
    fn a_recording_is_there_and_named_and_nothing_else_has_changed() {
        let (folder, place) = place();
        place.save("Rest.", 1, 2, &sound()).unwrap();
        let text = fs::read_to_string(folder.path().join("a.toml")).unwrap();
        let added = "\n[recordings]\n\"Rest.\" = \"voice/01-rest.flac\"\n";
        assert_eq!(text, format!("{SESSION}{added}"));
        assert!(look_at(folder.path(), "voice/01-rest.flac").is_ok());
        let names = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(names, 2, "something else was left behind");
    }

    #[test]
    fn a_line_that_is_recorded_again_keeps_its_name_and_no_other_file_is_touched() {
        let (folder, place) = place();
        let voice = folder.path().join("voice");
        fs::create_dir(&voice).unwrap();
        fs::write(voice.join("01-rest.flac"), "somebody's own").unwrap();
        for _ in 0..2 {
            place.save("Rest.", 1, 2, &sound()).unwrap();
        }
        let own = fs::read_to_string(voice.join("01-rest.flac")).unwrap();
        assert_eq!(own, "somebody's own");
        let text = fs::read_to_string(folder.path().join("a.toml")).unwrap();
        assert!(
            text.contains("\"Rest.\" = \"voice/01-rest-2.flac\""),
            "{text}"
        );
        assert_eq!(fs::read_dir(voice).unwrap().count(), 2);
    }

    #[test]
    fn what_an_editor_wrote_meanwhile_stays() {
        let (folder, place) = place();
        let other = SESSION.replace("30s", "40s");
        fs::write(folder.path().join("a.toml"), format!("\u{FEFF}{other}")).unwrap();
        place.save("Rest.", 1, 2, &sound()).unwrap();
        let text = fs::read_to_string(folder.path().join("a.toml")).unwrap();
        assert!(
            text.starts_with(&format!("\u{FEFF}{other}\n[recordings]")),
            "{text}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_leads_elsewhere_is_refused() {
        let (folder, place) = place();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("voice")).unwrap();
        let again = Place::of(&folder.path().join("a.toml"), SESSION);
        assert!(matches!(again, Err(Unsaveable::Folder)));
        let saved = place.save("Rest.", 1, 2, &sound());
        assert!(matches!(saved, Err(Unsaveable::Folder)));
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
        let text = fs::read_to_string(folder.path().join("a.toml")).unwrap();
        assert_eq!(text, SESSION);
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_left_alone() {
        let (folder, place) = place();
        fs::write(folder.path().join("voice"), "mine").unwrap();
        assert!(matches!(
            place.save("Rest.", 1, 2, &sound()),
            Err(Unsaveable::Folder)
        ));
        assert_eq!(
            fs::read_to_string(folder.path().join("voice")).unwrap(),
            "mine"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_recording_has_the_readers_of_its_session() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, place) = place();
        let file = folder.path().join("a.toml");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        place.save("Rest.", 1, 2, &sound()).unwrap();
        for path in [file, folder.path().join("voice/01-rest.flac")] {
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o640, "{}", path.display());
        }
    }
}
