//! `softly check`: everything that would need mending, in one run; with `--fix`, mended where that
//! is certain. What is for authors is in English, whatever softly speaks.

mod fix;

use std::io;
use std::path::Path;

use crate::advice::{Advised, check_with_advice};
use crate::cli::{Check, CheckFormat};
use crate::diagnostic::{Diagnostic, Format, Severity, Source, render};
use crate::programme::Programme;
use crate::script::{self, Checked, Decoded};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::files::{Unread, id_of, read_bytes, read_some};
use crate::shell::find::to_mend;
use crate::shell::out;
use crate::shell::setup::{diagnostic_look, findings};
use crate::shell::sounds_beside;
use crate::text::Clean;
use crate::timeline::{Choices, lengths};
use crate::words::ENGLISH;

/// Checks files. The worst one decides the exit code.
pub(super) fn check(environment: &Environment, asked: &Check) -> io::Result<Exit> {
    let format = match asked.format {
        None => findings(environment),
        Some(CheckFormat::Human) => Format::Human(diagnostic_look(environment)),
        Some(CheckFormat::Plain) => Format::Plain,
        Some(CheckFormat::Short) => Format::Short,
        Some(CheckFormat::Json) => Format::Json,
    };
    let telling = Telling {
        format,
        strict: asked.strict,
    };
    let mut worst = Exit::Fine;
    for path in &asked.files {
        let exit = match Text::read(path) {
            Ok(text) if asked.fix => fix::mend(&text, telling, asked.dry_run)?,
            Ok(text) => tell(&text.name, &text.decoded.text, &text.check(), telling)?,
            Err(unread) => {
                out::complain(&unread.about(path, &ENGLISH));
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

    fn check(&self) -> Advised {
        let mut advised = self.check_meant(&self.decoded.text);
        advised.checked = advised.checked.with(self.decoded.found.clone());
        advised
    }

    /// Checks another version of the text, with the sound files that it names.
    fn check_meant(&self, text: &str) -> Advised {
        let mut advised = check_with_advice(text, &self.id);
        let folder = self.path.and_then(Path::parent);
        // A bare name lies in the folder one is in.
        let folder = folder.map(|folder| {
            if folder.as_os_str().is_empty() {
                Path::new(".")
            } else {
                folder
            }
        });
        let files = advised.checked.files.iter();
        let found =
            files.filter_map(|file| folder.map(|folder| sounds_beside::findings(folder, file)));
        let (advice, found) = found
            .flatten()
            .partition(|found| found.severity == Severity::Advice);
        let found: Vec<Diagnostic> = found;
        advised.checked = advised.checked.with(found);
        advised.advice.extend::<Vec<_>>(advice);
        advised.advice.sort_by_key(|found| found.span.start);
        advised
    }
}

/// How findings are told.
#[derive(Clone, Copy)]
struct Telling {
    format: Format,
    /// Whether remarks and suggestions count as something to mend.
    strict: bool,
}

/// Prints what was found in a text, and what it comes to.
fn tell(name: &str, text: &str, advised: &Advised, telling: Telling) -> io::Result<Exit> {
    let Telling { format, strict } = telling;
    let checked = &advised.checked;
    let source = Source { name, text };
    out::print(&render(format, source, &checked.diagnostics))?;
    // Mistakes come first; what could be kinder can wait until the session plays.
    let shown = strict || checked.is_usable();
    let suggested = suggestions(telling, source, advised);
    if shown {
        out::print(&suggested)?;
    }
    let fine = is_fine(advised, strict);
    // The plain page has a closing sentence of its own.
    let listed = !checked.diagnostics.is_empty() && checked.left_out == 0;
    let closes = listed || (shown && !suggested.is_empty());
    if matches!(format, Format::Human(_)) || (format == Format::Plain && !closes) {
        let said = verdict(name, checked, fine);
        let said = match better_name(name).filter(|_| checked.is_usable()) {
            Some(better) => format!("{said} Named {better}, it can join the list of sessions."),
            None => said,
        };
        out::line(&Clean::from_shown(&said))?;
    }
    Ok(exit_of(fine))
}

fn is_fine(advised: &Advised, strict: bool) -> bool {
    if strict {
        advised.checked.diagnostics.is_empty() && advised.advice.is_empty()
    } else {
        advised.checked.is_usable()
    }
}

fn exit_of(fine: bool) -> Exit {
    if fine { Exit::Fine } else { Exit::Problems }
}

/// What could be kinder, for people under one line that says that it need not be followed.
fn suggestions(telling: Telling, source: Source<'_>, advised: &Advised) -> String {
    let Telling { format, strict } = telling;
    let gathered = match format {
        Format::Short | Format::Json => return render(format, source, advised.each()),
        Format::Human(_) | Format::Plain => advised.gathered(source.text),
    };
    if format == Format::Plain {
        return render(format, source, &gathered);
    }
    let heading = match (gathered.len(), strict) {
        (0, _) => return String::new(),
        (1, false) => "1 suggestion. It can be left alone.".to_owned(),
        (1, true) => "1 suggestion.".to_owned(),
        (count, false) => format!("{count} suggestions. They can be left alone."),
        (count, true) => format!("{count} suggestions."),
    };
    format!("{heading}\n\n{}", render(format, source, &gathered))
}

/// What the findings come to.
fn verdict(name: &str, checked: &Checked, fine: bool) -> String {
    let (used, told) = match (&checked.session, &checked.programme) {
        (Some(session), _) => {
            let length = lengths(session, &Choices::default()).written;
            ("played", format!("It takes {length}."))
        }
        (None, Some(programme)) => ("followed", weeks(programme)),
        (None, None) => return to_mend(name, checked, &ENGLISH),
    };
    if checked.diagnostics.is_empty() && fine {
        format!("{name}: nothing to mend. {told}")
    } else {
        format!("{name}: it can be {used} as it is. {told}")
    }
}

fn weeks(programme: &Programme) -> String {
    match programme.weeks.len() {
        1 => "It is a programme of 1 week.".to_owned(),
        count => format!("It is a programme of {count} weeks."),
    }
}

/// The name of a file as the list of sessions finds it, where that is another one.
fn better_name(name: &str) -> Option<String> {
    let name = name.strip_suffix(fix::MENDED).unwrap_or(name);
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
            ("evening.toml, mended", None),
            ("evening.txt, mended", Some("evening.toml")),
            ("evening.txt", Some("evening.toml")),
            ("a/evening.toml.txt", Some("evening.toml")),
            ("evening", Some("evening.toml")),
            ("evening.de.md", Some("evening.de.toml")),
        ] {
            assert_eq!(better_name(name).as_deref(), better, "{name}");
        }
    }
}
