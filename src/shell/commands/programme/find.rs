//! From what somebody typed to a programme: a name, a title, or a file.
//!
//! What stands in the way has been said when it fails.

use std::path::Path;
use std::sync::Arc;

use super::Desk;
use crate::app::{ProgrammeEntry, programme_named};
use crate::diagnostic::quoted;
use crate::nearest::nearest;
use crate::programme::Programme;
use crate::script::{Checked, Decoded};
use crate::shell::exit::Exit;
use crate::shell::files::own_file;
use crate::shell::{find, out};

impl Desk<'_> {
    /// Finds a programme by a name or in a file. What stands in the way has been said when it fails.
    pub(super) fn find(&self, name: &str) -> Result<Arc<Programme>, Exit> {
        if let Some(entry) = programme_named(&self.programmes, name) {
            let Some(programme) = entry.programme() else {
                return Err(self.broken(&own_file(&entry.id)));
            };
            return Ok(Arc::clone(programme));
        }
        let path = Path::new(name);
        if path.exists() {
            return self.in_file(path);
        }
        let titled =
            |entry: &&ProgrammeEntry| entry.title().to_lowercase() == name.trim().to_lowercase();
        let entry = self.programmes.iter().find(titled);
        if let Some(programme) = entry.and_then(ProgrammeEntry::programme) {
            return Ok(Arc::clone(programme));
        }
        if !find::is_written_as_a_file(path) {
            return Err(self.unknown(name));
        }
        self.in_file(path)
    }

    fn in_file(&self, path: &Path) -> Result<Arc<Programme>, Exit> {
        let name = path.to_string_lossy();
        let (decoded, checked) = find::checked(path, self.words)?;
        if !checked.is_programme {
            let hint = (self.told().is_session)(&name);
            out::complain(&format!("{name}: {hint}"));
            return Err(Exit::CouldNot);
        }
        let to_mend = || self.tell_what_to_mend(&name, &decoded, &checked);
        checked.programme.clone().map(Arc::new).ok_or_else(to_mend)
    }

    /// Says what there is to mend in a file.
    pub(super) fn broken(&self, path: &Path) -> Exit {
        let name = path.to_string_lossy();
        match find::checked(path, self.words) {
            Ok((decoded, checked)) => self.tell_what_to_mend(&name, &decoded, &checked),
            Err(exit) => exit,
        }
    }

    fn tell_what_to_mend(&self, name: &str, decoded: &Decoded, checked: &Checked) -> Exit {
        find::tell_what_to_mend(name, decoded, checked, self.environment, self.words)
    }

    pub(super) fn unknown(&self, typed: &str) -> Exit {
        let all = self.programmes.iter();
        let all = all.map(|entry| (&entry.id, &*entry.id, &**entry.title()));
        let near = nearest(typed, all);
        let hint = match near {
            Some(id) => (self.words.commands.did_you_mean)(id),
            None => self.told().how_to_list.to_owned(),
        };
        let unknown = (self.told().unknown)(&quoted(typed));
        out::complain(&format!("{unknown} {hint}"));
        Exit::CouldNot
    }
}
