//! `softly check`: everything that would need mending, in one run.

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::CheckFormat;
use crate::diagnostic::{Format, Source, render};
use crate::script::Checked;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::files::{id_of, read_session};
use crate::shell::find::to_mend;
use crate::shell::out;
use crate::shell::setup::diagnostic_look;
use crate::text::Clean;
use crate::timeline::{Choices, lengths};

/// Checks files. The worst one decides the exit code.
pub(super) fn check(
    environment: &Environment,
    files: &[PathBuf],
    format: CheckFormat,
) -> io::Result<Exit> {
    let format = match format {
        CheckFormat::Human => Format::Human(diagnostic_look(environment)),
        CheckFormat::Short => Format::Short,
        CheckFormat::Json => Format::Json,
    };
    let mut worst = Exit::Fine;
    for file in files {
        let exit = check_one(file, format)?;
        if exit.code() > worst.code() {
            worst = exit;
        }
    }
    Ok(worst)
}

fn check_one(path: &Path, format: Format) -> io::Result<Exit> {
    let name = path.to_string_lossy();
    let decoded = match read_session(path) {
        Ok(decoded) => decoded,
        Err(unread) => {
            out::complain(&format!("{name}: {unread}"));
            return Ok(Exit::CouldNot);
        }
    };
    let checked = decoded.check(&id_of(path));
    let source = Source {
        name: &name,
        text: &decoded.text,
    };
    out::print(&render(format, source, &checked.diagnostics))?;
    if let Format::Human(_) = format {
        out::line(&Clean::from_shown(&verdict(&name, &checked)))?;
    }
    Ok(if checked.session.is_some() {
        Exit::Fine
    } else {
        Exit::Problems
    })
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
