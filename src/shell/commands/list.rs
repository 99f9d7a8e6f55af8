//! `softly list`: the sessions there are.

use std::collections::HashSet;
use std::fmt::Write;
use std::io;

use serde::Serialize;

use crate::app::{Content, Entry, Origin};
use crate::session::Gate;
use crate::shell::exit::Exit;
use crate::shell::{files, find, out};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Choices, lengths};
use crate::words::{SessionCommandWords, Words};

/// Lists the sessions.
pub(super) fn list(words: &Words, json: bool) -> io::Result<Exit> {
    let entries = find::shelf(words);
    if json {
        let rows: Vec<Row<'_>> = entries.iter().map(Row::new).collect();
        out::line(&serde_json::to_string_pretty(&rows)?)?;
    } else {
        out::print(&table(&entries, words))?;
    }
    Ok(Exit::Fine)
}

/// One session as other programs see it.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a Clean,
    title: &'a Clean,
    /// The neutral title, where others may see the list.
    menu_title: Option<&'a Clean>,
    about: Option<&'a Clean>,
    built_in: bool,
    playable: bool,
    /// In milliseconds.
    length: Option<Ms>,
    positions: Vec<&'a Clean>,
    language: Option<&'a Clean>,
    gate: Option<Gate>,
}

impl<'a> Row<'a> {
    fn new(entry: &'a Entry) -> Self {
        let session = entry.session();
        Self {
            id: &entry.id,
            title: session.map_or(&entry.id, |session| &session.title),
            menu_title: session.and_then(|session| session.menu_title.as_ref()),
            about: session.and_then(|session| session.about.as_ref()),
            built_in: entry.origin == Origin::BuiltIn,
            playable: session.is_some(),
            length: session.map(|session| lengths(session, &Choices::default()).written),
            positions: session
                .map(|session| {
                    session
                        .positions
                        .iter()
                        .map(|position| &position.id)
                        .collect()
                })
                .unwrap_or_default(),
            language: session.and_then(|session| session.language.as_ref()),
            gate: session.map(|session| session.gate),
        }
    }
}

fn table(entries: &[Entry], words: &Words) -> String {
    let told = &words.commands.sessions;
    let mut text = String::new();
    let widest = entries
        .iter()
        .map(|entry| entry.id.chars().count())
        .max()
        .unwrap_or(0);
    let mut names = HashSet::new();
    for entry in entries {
        let note = notes(entry, !names.insert(&*entry.id), told);
        // Writing to a String cannot fail.
        let _ = match &entry.content {
            Content::Session(session) => {
                let length = lengths(session, &Choices::default()).written.to_string();
                writeln!(
                    text,
                    "{:<widest$}  {length:>6}  {}{note}",
                    entry.id,
                    entry.title()
                )
            }
            Content::Problems(_) | Content::Unreadable(_) => {
                let mending = words.commands.needs_mending;
                writeln!(text, "{:<widest$}       –  {mending}", entry.id)
            }
        };
    }
    let _ = writeln!(text, "\n{}", told.how_to_play);
    let folder = files::own_folder().filter(|_| entries.iter().any(|e| e.origin == Origin::Own));
    if let Some(folder) = folder {
        let folder = folder.to_string_lossy();
        let _ = writeln!(text, "{}", (told.own_files)(&Clean::from_shown(&folder)));
    }
    if entries.iter().any(|entry| entry.session().is_none()) {
        let _ = writeln!(text, "{}", told.how_to_check);
    }
    text
}

/// What else is good to know about a row, in brackets; also that its name is taken by one above it.
fn notes(entry: &Entry, taken: bool, words: &SessionCommandWords) -> String {
    let gate = entry.session().map(|session| session.gate);
    let with_therapist = gate == Some(Gate::Therapist);
    let notes: Vec<&str> = [
        with_therapist.then_some(words.with_therapist),
        taken.then_some(words.name_taken),
    ]
    .into_iter()
    .flatten()
    .collect();
    if notes.is_empty() {
        String::new()
    } else {
        format!("  ({})", notes.join("; "))
    }
}
