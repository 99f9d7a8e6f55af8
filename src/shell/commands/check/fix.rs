//! `softly check --fix`: mends what can only mean one thing, and shows what it changed.

use std::io;

use super::{Telling, Text, tell};
use crate::advice::Advised;
use crate::diagnostic::{Format, Look};
use crate::script::{self, Change, Mended};
use crate::shell::exit::Exit;
use crate::shell::out;
use crate::shell::save;
use crate::text::Clean;

/// How many changed lines are shown.
const MOST_SHOWN: usize = 40;

/// Stands behind the name of a file where what is told is about the file as it would be.
pub(super) const MENDED: &str = ", mended";

/// Mends a file, and prints what was changed and what is left to mend.
pub(super) fn mend(text: &Text<'_>, telling: Telling, only_show: bool) -> io::Result<Exit> {
    let format = telling.format;
    let Some(path) = text.path else {
        out::complain("what comes through a pipe cannot be mended in place. Name a file instead.");
        return Ok(Exit::CouldNot);
    };
    let name = &text.name;
    let mended = script::mend(&text.decoded.text, &text.id);
    let anew = text.decoded.found.is_some();
    let advised = text.check_meant(&mended.text);
    if !anew && mended.text == text.decoded.text {
        return tell(name, &mended.text, &advised, telling);
    }
    if only_show {
        return show(name, &mended, anew, &advised, telling);
    }
    let saved = match save::replace(path, &text.bytes, &text.decoded.encode(&mended.text)) {
        Ok(copy) => copy,
        Err(unsaved) => {
            out::complain(&format!("{name}: {unsaved}"));
            return Ok(Exit::CouldNot);
        }
    };
    let copy = if path.is_symlink() {
        saved.to_string_lossy().into_owned()
    } else {
        format!("{name}~")
    };
    let done = format!(
        "{name}: {}. The file as it was is kept as {copy}.",
        said(&mended.changes, anew, "")
    );
    match format {
        Format::Human(look) => {
            out::line(&Clean::from_shown(&done))?;
            changes(&mended.changes, look)?;
        }
        // What programs read is what is left to mend.
        Format::Plain => {
            out::line(&Clean::from_shown(&done))?;
            changes(&mended.changes, Look::default())?;
        }
        Format::Short | Format::Json => out::complain(&done),
    }
    tell(name, &mended.text, &advised, telling)
}

/// Prints what would be changed, and what would be left to mend.
fn show(
    name: &str,
    mended: &Mended,
    anew: bool,
    advised: &Advised,
    telling: Telling,
) -> io::Result<Exit> {
    let would = said(&mended.changes, anew, "would be ");
    let would = format!("{name}: {would}. Nothing was written.");
    out::line(&Clean::from_shown(&would))?;
    if let Format::Human(look) = telling.format {
        changes(&mended.changes, look)?;
    }
    tell(&format!("{name}{MENDED}"), &mended.text, advised, telling)
}

/// `3 lines mended, and saved as UTF-8`.
fn said(changes: &[Change], anew: bool, would: &str) -> String {
    let lines = match changes.len() {
        0 => None,
        1 => Some(format!("1 line {would}mended")),
        count => Some(format!("{count} lines {would}mended")),
    };
    let saved = anew.then(|| format!("{would}saved as UTF-8"));
    let all: Vec<String> = lines.into_iter().chain(saved).collect();
    all.join(", and ")
}

fn changes(changes: &[Change], look: Look) -> io::Result<()> {
    // Both versions stand on one line of the window, where they are short enough.
    let most = (look.width.saturating_sub(20) / 2).max(30);
    for change in changes.iter().take(MOST_SHOWN) {
        out::line(&Clean::from_shown(&one(change, most, look.unicode)))?;
    }
    match changes.len().saturating_sub(MOST_SHOWN) {
        0 => Ok(()),
        more => out::line(&format!("  and {more} more")),
    }
}

fn one(change: &Change, most: usize, unicode: bool) -> String {
    let line = change.line;
    match change.shown(most) {
        None => format!("  line {line}: unusual or unseen characters taken out"),
        Some((old, new)) if new.is_empty() => format!("  line {line}: taken out: {old}"),
        Some((old, new)) => {
            let arrow = if unicode { '→' } else { '>' };
            format!("  line {line}: {old} {arrow} {new}")
        }
    }
}
