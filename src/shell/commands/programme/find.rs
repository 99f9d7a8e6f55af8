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
        let (decoded, checked) = find::checked(path)?;
        if !checked.is_programme {
            out::complain(&format!(
                "{name}: This is a session, not a programme. softly show {name} shows it."
            ));
            return Err(Exit::CouldNot);
        }
        let to_mend = || find::tell_what_to_mend(&name, &decoded, &checked, self.environment);
        checked.programme.clone().map(Arc::new).ok_or_else(to_mend)
    }

    /// Says what there is to mend in a file.
    pub(super) fn broken(&self, path: &Path) -> Exit {
        let name = path.to_string_lossy();
        match find::checked(path) {
            Ok((decoded, checked)) => {
                find::tell_what_to_mend(&name, &decoded, &checked, self.environment)
            }
            Err(exit) => exit,
        }
    }

    pub(super) fn unknown(&self, typed: &str) -> Exit {
        let all = self.programmes.iter();
        let all = all.map(|entry| (&entry.id, &*entry.id, &**entry.title()));
        let near = nearest(typed, all);
        let hint = match near {
            Some(id) => format!("Did you mean {id}?"),
            None => "softly programme lists the programmes there are.".to_owned(),
        };
        let typed = quoted(typed);
        out::complain(&format!("there is no programme called \"{typed}\". {hint}"));
        Exit::CouldNot
    }
}
