//! `softly check`: everything that would need mending, in one run.

use std::io;
use std::path::{Path, PathBuf};

use crate::advice::{Advised, check_with_advice};
use crate::cli::CheckFormat;
use crate::diagnostic::{Format, Source, render};
use crate::script::Checked;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::files::{id_of, read_session};
use crate::shell::find::to_mend;
use crate::shell::out;
use crate::shell::setup::{diagnostic_look, findings};
use crate::text::Clean;
use crate::timeline::{Choices, lengths};

/// Checks files. The worst one decides the exit code.
pub(super) fn check(
    environment: &Environment,
    files: &[PathBuf],
    format: Option<CheckFormat>,
    strict: bool,
) -> io::Result<Exit> {
    let format = match format {
        None => findings(environment),
        Some(CheckFormat::Human) => Format::Human(diagnostic_look(environment)),
        Some(CheckFormat::Plain) => Format::Plain,
        Some(CheckFormat::Short) => Format::Short,
        Some(CheckFormat::Json) => Format::Json,
    };
    let mut worst = Exit::Fine;
    for file in files {
        let exit = check_one(file, format, strict)?;
        if exit.code() > worst.code() {
            worst = exit;
        }
    }
    Ok(worst)
}

fn check_one(path: &Path, format: Format, strict: bool) -> io::Result<Exit> {
    let name = path.to_string_lossy();
    let text = match read_session(path) {
        Ok(text) => text,
        Err(unread) => {
            out::complain(&format!("{name}: {unread}"));
            return Ok(Exit::CouldNot);
        }
    };
    let advised = check_with_advice(&text, &id_of(path));
    let checked = &advised.checked;
    let source = Source {
        name: &name,
        text: &text,
    };
    out::print(&render(format, source, &checked.diagnostics))?;
    // Mistakes come first; what could be kinder can wait until the session plays.
    let shown = strict || checked.session.is_some();
    let suggested = suggestions(format, source, &advised, strict);
    if shown {
        out::print(&suggested)?;
    }
    let fine = if strict {
        checked.diagnostics.is_empty() && advised.advice.is_empty()
    } else {
        checked.session.is_some()
    };
    // The plain page has a closing sentence of its own.
    let listed = !checked.diagnostics.is_empty() && checked.left_out == 0;
    let closes = listed || (shown && !suggested.is_empty());
    if matches!(format, Format::Human(_)) || (format == Format::Plain && !closes) {
        out::line(&Clean::from_shown(&verdict(&name, checked, fine)))?;
    }
    Ok(if fine { Exit::Fine } else { Exit::Problems })
}

/// What could be kinder, for people under one line that says that it need not be followed.
fn suggestions(format: Format, source: Source<'_>, advised: &Advised, strict: bool) -> String {
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
    let Some(session) = &checked.session else {
        return to_mend(name, checked);
    };
    let length = lengths(session, &Choices::default()).written;
    if checked.diagnostics.is_empty() && fine {
        format!("{name}: nothing to mend. It takes {length}.")
    } else {
        format!("{name}: it can be played as it is. It takes {length}.")
    }
}
