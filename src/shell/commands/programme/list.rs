//! The programmes there are, as a table for people and as JSON for other programs.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use super::Desk;
use crate::app::{Origin, ProgrammeEntry};
use crate::kept::Following;
use crate::programme::Programme;
use crate::shell::exit::Exit;
use crate::shell::out;
use crate::text::Clean;

impl Desk<'_> {
    /// For people.
    pub(super) fn table(&self) -> String {
        let mut text = String::new();
        let ids = self.programmes.iter().map(|entry| entry.id.chars().count());
        let widest = ids.max().unwrap_or(0);
        for (index, entry) in self.programmes.iter().enumerate() {
            let above = &self.programmes[..index];
            let taken = above.iter().any(|other| other.id == entry.id);
            let note = if taken {
                format!("  ({})", self.told().name_taken)
            } else {
                String::new()
            };
            // Writing to a String cannot fail.
            let _ = if let Some(programme) = entry.programme() {
                let weeks = self.words.weeks(programme.weeks.len());
                let title = &programme.title;
                writeln!(text, "{:<widest$}  {weeks:>8}  {title}{note}", entry.id)
            } else {
                let mending = self.words.commands.needs_mending;
                writeln!(text, "{:<widest$}  {:>8}  {mending}", entry.id, "–")
            };
        }
        let _ = writeln!(text, "\n{}", self.told().how_to_follow);
        text
    }

    /// For other programs.
    pub(super) fn list_for_programs(&self) -> io::Result<Exit> {
        let list = List {
            following: self.kept.following.as_ref().map(Where::new),
            programmes: self.programmes.iter().map(Listed::new).collect(),
        };
        out::line(&serde_json::to_string_pretty(&list)?)?;
        Ok(Exit::Fine)
    }
}

/// What is followed and what there is, as other programs see it. Fields are added, never changed.
#[derive(Serialize)]
struct List<'a> {
    following: Option<Where<'a>>,
    programmes: Vec<Listed<'a>>,
}

/// Where one is.
#[derive(Serialize)]
pub(super) struct Where<'a> {
    programme: &'a Clean,
    week: usize,
    with_therapist: bool,
}

impl<'a> Where<'a> {
    pub(super) fn new(following: &'a Following) -> Self {
        Self {
            programme: &following.programme,
            week: following.week,
            with_therapist: following.with_therapist,
        }
    }
}

/// A programme in the list.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a Clean,
    title: &'a Clean,
    about: Option<&'a Clean>,
    built_in: bool,
    readable: bool,
    weeks: Option<usize>,
}

impl<'a> Listed<'a> {
    fn new(entry: &'a ProgrammeEntry) -> Self {
        let programme = entry.programme();
        Self {
            id: &entry.id,
            title: entry.title(),
            about: programme.and_then(|programme| programme.about.as_ref()),
            built_in: entry.origin == Origin::BuiltIn,
            readable: programme.is_some(),
            weeks: programme.map(|programme| programme.weeks.len()),
        }
    }
}

/// A whole programme.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    pub(super) programme: &'a Programme,
    pub(super) following: Option<Where<'a>>,
}
