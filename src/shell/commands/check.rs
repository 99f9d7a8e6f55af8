//! `softly check`: everything that would need mending, in one run; with `--fix`, mended where that
//! is certain.

mod fix;

use std::io;
use std::path::Path;

use crate::cli::{Check, CheckFormat};
use crate::diagnostic::{Format, Source, render};
use crate::script::{self, Checked, Decoded};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::files::{Unread, id_of, read_bytes, read_some};
use crate::shell::find::to_mend;
use crate::shell::out;
use crate::shell::setup::diagnostic_look;
use crate::text::Clean;
use crate::timeline::{Choices, lengths};

/// Checks files. The worst one decides the exit code.
pub(super) fn check(environment: &Environment, asked: &Check) -> io::Result<Exit> {
    let format = match asked.format {
        CheckFormat::Human => Format::Human(diagnostic_look(environment)),
        CheckFormat::Short => Format::Short,
        CheckFormat::Json => Format::Json,
    };
    let mut worst = Exit::Fine;
    for path in &asked.files {
        let exit = match Text::read(path) {
            Ok(text) if asked.fix => fix::mend(&text, format, asked.dry_run)?,
            Ok(text) => tell(&text.name, &text.decoded.text, &text.check(), format)?,
            Err(unread) => {
                out::complain(&format!("{}: {unread}", path.to_string_lossy()));
                Exit::CouldNot
            }
        };
        if exit.code() > worst.code() {
            worst = exit;
        }
    }
    Ok(worst)
}

/// A file that was read, or what came through a pipe.
struct Text<'p> {
    /// Where it is, if it is a file.
    path: Option<&'p Path>,
    /// What it is called in messages.
    name: String,
    /// The short name of its session.
    id: String,
    bytes: Vec<u8>,
    decoded: Decoded,
}

impl<'p> Text<'p> {
    fn read(path: &'p Path) -> Result<Self, Unread> {
        let piped = path == Path::new("-");
        let bytes = if piped {
            read_some(io::stdin().lock())?
        } else {
            read_bytes(path)?
        };
        Ok(Self {
            path: (!piped).then_some(path),
            name: path.to_string_lossy().into_owned(),
            id: if piped {
                "session".to_owned()
            } else {
                id_of(path)
            },
            decoded: script::decode(&bytes).map_err(Unread::Unfit)?,
            bytes,
        })
    }

    fn check(&self) -> Checked {
        self.decoded.check(&self.id)
    }
}

/// Prints what was found in a text, and what it comes to.
fn tell(name: &str, text: &str, checked: &Checked, format: Format) -> io::Result<Exit> {
    let source = Source { name, text };
    out::print(&render(format, source, &checked.diagnostics))?;
    if let Format::Human(_) = format {
        let said = verdict(name, checked);
        let said = match better_name(name).filter(|_| checked.session.is_some()) {
            Some(better) => format!("{said} Named {better}, it can join the list of sessions."),
            None => said,
        };
        out::line(&Clean::from_shown(&said))?;
    }
    Ok(exit_of(checked))
}

fn exit_of(checked: &Checked) -> Exit {
    if checked.session.is_some() {
        Exit::Fine
    } else {
        Exit::Problems
    }
}

/// What the findings come to.
fn verdict(name: &str, checked: &Checked) -> String {
    let Some(session) = &checked.session else {
        return to_mend(name, checked);
    };
    let length = lengths(session, &Choices::default()).written;
    if checked.diagnostics.is_empty() {
        format!("{name}: nothing to mend. It takes {length}.")
    } else {
        format!("{name}: it can be played as it is. It takes {length}.")
    }
}

/// The name of a file as the list of sessions finds it, where that is another one.
fn better_name(name: &str) -> Option<String> {
    let path = Path::new(name);
    if name == "-" || path.extension().is_some_and(|ending| ending == "toml") {
        return None;
    }
    let ending = Path::new(path.file_stem()?).extension();
    let hidden = ending.is_some_and(|ending| ending == "toml");
    let better = path.with_extension(if hidden { "" } else { "toml" });
    Some(better.file_name()?.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_the_list_does_not_find_gets_a_better_one() {
        for (name, better) in [
            ("evening.toml", None),
            ("-", None),
            ("evening.txt", Some("evening.toml")),
            ("a/evening.toml.txt", Some("evening.toml")),
            ("evening", Some("evening.toml")),
            ("evening.de.md", Some("evening.de.toml")),
        ] {
            assert_eq!(better_name(name).as_deref(), better, "{name}");
        }
    }
}
