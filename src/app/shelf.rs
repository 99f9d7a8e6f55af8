//! The sessions there are: the ones that come with softly, and a person's own files.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::library;
use crate::script::{self, Checked};
use crate::session::Session;
use crate::text::Clean;

/// One row of the library.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The name it is played by.
    pub id: Clean,
    /// Where it comes from.
    pub origin: Origin,
    /// What it holds.
    pub content: Content,
}

/// Where a session comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It comes with softly.
    BuiltIn,
    /// It is a file in the person's own folder.
    Own,
}

/// What a session file turned out to hold.
#[derive(Clone, Debug)]
pub enum Content {
    /// A session.
    Session(Arc<Session>),
    /// Text with problems; the first is worth showing.
    Problems(Vec<Diagnostic>),
    /// Nothing that could be read, and why.
    Unreadable(Clean),
}

impl Entry {
    /// What the row is called where others may see it: the neutral title, or else the title, or the
    /// name where there is none.
    pub fn title(&self) -> &Clean {
        match &self.content {
            Content::Session(session) => session.shown_title(),
            Content::Problems(_) | Content::Unreadable(_) => &self.id,
        }
    }

    /// The session, where there is one.
    pub fn session(&self) -> Option<&Arc<Session>> {
        match &self.content {
            Content::Session(session) => Some(session),
            Content::Problems(_) | Content::Unreadable(_) => None,
        }
    }
}

/// The session with a name: that of a file, the built-in ones first, so that a file that borrows a
/// name cannot stand in for one of them; or else the name that the text of a file gives itself.
pub fn session_named<'a>(entries: &'a [Entry], name: &str) -> Option<&'a Arc<Session>> {
    let by_file = entries.iter().find(|entry| &*entry.id == name);
    let by_itself = || {
        let mut sessions = entries.iter().filter_map(Entry::session);
        sessions.find(|session| &*session.id == name)
    };
    match by_file {
        Some(entry) => entry.session(),
        None => by_itself(),
    }
}

/// Makes a row from the text of a file.
pub fn entry_from_text(id: &str, text: &str, origin: Origin) -> Entry {
    entry_from_checked(id, script::check(text, id), origin)
}

/// Makes a row from what was found in a file.
pub fn entry_from_checked(id: &str, checked: Checked, origin: Origin) -> Entry {
    let content = match checked.session {
        Some(session) => Content::Session(Arc::new(session)),
        None => Content::Problems(checked.diagnostics),
    };
    Entry {
        id: Clean::from_shown(id),
        origin,
        content,
    }
}

/// The sessions that come with softly, in a language.
pub fn built_in_entries(language: Language) -> Vec<Entry> {
    library::built_in(language)
        .iter()
        .map(|s| entry_from_text(s.id, s.text, Origin::BuiltIn))
        .collect()
}
