//! `softly new`: a file to begin from.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use crate::script::schema::template;
use crate::shell::exit::Exit;
use crate::shell::out;
use crate::text::Clean;

/// The title of a session that has no file yet.
const USUAL_TITLE: &str = "A quiet evening";

/// Prints a session to begin from, or writes it to a file that is not there yet.
pub(super) fn new(file: Option<&Path>) -> io::Result<Exit> {
    let Some(file) = file else {
        out::print(&template(USUAL_TITLE))?;
        return Ok(Exit::Fine);
    };
    // A name without an ending gets the one that softly looks for.
    let path = match file.extension() {
        None => file.with_extension("toml"),
        Some(_) => file.to_owned(),
    };
    let name = path.to_string_lossy();
    // Never over a file that is there, also if it came just now.
    let opened = OpenOptions::new().write(true).create_new(true).open(&path);
    let written = opened.and_then(|mut file| file.write_all(template(&title(&path)).as_bytes()));
    match written {
        Ok(()) => {
            let said = format!(
                "{name} is there, and plays as it is. Open it in any text editor; softly check {name} says what needs mending."
            );
            out::line(&Clean::from_shown(&said))?;
            Ok(Exit::Fine)
        }
        Err(error) => {
            out::complain(&format!("{name}: {}", why(&error)));
            Ok(Exit::CouldNot)
        }
    }
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            "There is a file of this name already. It was left as it is; another name is free."
                .into()
        }
        io::ErrorKind::NotFound => "There is no such folder to put it into.".into(),
        io::ErrorKind::PermissionDenied => "Writing is not allowed there.".into(),
        _ => format!("It could not be written ({error})."),
    }
}

/// `evening-rest.toml` becomes "Evening rest".
fn title(path: &Path) -> String {
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy())
        .unwrap_or_default();
    let words = stem.replace(['-', '_', '"', '\\'], " ");
    let words = Clean::from_shown(words.trim());
    let mut letters = words.chars().take(60);
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => USUAL_TITLE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::check;

    #[test]
    fn a_title_comes_from_the_name_and_the_file_plays() {
        for (name, wanted) in [
            ("evening-rest.toml", "Evening rest"),
            ("a \"b\\c.toml", "A  b c"),
            ("-.toml", USUAL_TITLE),
            ("übung_1.toml", "Übung 1"),
        ] {
            let title = title(Path::new(name));
            assert_eq!(title, wanted);
            assert_eq!(check(&template(&title), "t").diagnostics, []);
        }
    }
}
