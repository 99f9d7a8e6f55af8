//! `softly list`: the sessions there are.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use crate::app::{Content, Entry, Origin};
use crate::shell::exit::Exit;
use crate::shell::{find, out};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Choices, lengths};

/// Lists the sessions.
pub(super) fn list(json: bool) -> io::Result<Exit> {
    let entries = find::shelf();
    if json {
        let rows: Vec<Row<'_>> = entries.iter().map(Row::new).collect();
        out::line(&serde_json::to_string_pretty(&rows)?)?;
    } else {
        out::print(&table(&entries))?;
    }
    Ok(Exit::Fine)
}

/// One session as other programs see it.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a Clean,
    title: &'a Clean,
    about: Option<&'a Clean>,
    built_in: bool,
    playable: bool,
    /// In milliseconds.
    length: Option<Ms>,
    positions: Vec<&'a Clean>,
}

impl<'a> Row<'a> {
    fn new(entry: &'a Entry) -> Self {
        let session = entry.session();
        Self {
            id: &entry.id,
            title: entry.title(),
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
        }
    }
}

fn table(entries: &[Entry]) -> String {
    let mut text = String::new();
    let widest = entries
        .iter()
        .map(|entry| entry.id.chars().count())
        .max()
        .unwrap_or(0);
    for entry in entries {
        // Writing to a String cannot fail.
        let _ = match &entry.content {
            Content::Session(session) => {
                let length = lengths(session, &Choices::default()).written.to_string();
                writeln!(
                    text,
                    "{:<widest$}  {length:>6}  {}",
                    entry.id, session.title
                )
            }
            Content::Problems(_) | Content::Unreadable(_) => {
                writeln!(
                    text,
                    "{:<widest$}       –  needs mending: softly check",
                    entry.id
                )
            }
        };
    }
    text.push_str("\nsoftly play NAME plays one.\n");
    text
}
