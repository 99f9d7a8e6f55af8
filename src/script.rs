//! From the text of a file to a checked session or programme, or to everything that is wrong with it.
//!
//! Text is read into a [`Script`], which never fails and may be wrong; a script is lowered into a
//! `Session`, which exists only if nothing is wrong. A programme goes the same way, in `programme`.
//! Nothing here opens files or writes anything.

mod catalogue;
mod choose;
mod decode;
mod drawing;
mod duration;
mod file_kind;
mod headings;
pub mod limits;
mod lower;
mod mend;
mod names;
mod pages;
mod parsed;
mod placeholders;
pub mod programme;
mod read;
mod reader;
mod runs_on;
pub mod schema;
mod slips;
mod suggest;
mod syntax;
mod together;
mod told_once;
mod values;

pub use catalogue::Positions;
pub use decode::{Decoded, Foreign, Unreadable, decode};
pub use duration::{NotATime, number as number_in_words, parse as parse_time, write as write_time};
pub use lower::lower;
pub use mend::{Change, Mended, mend};
pub use pages::read_pages;
pub use parsed::{
    At, Breath, CheckIn, Contract, Cues, Field, NamedSound, Recorded, Reworded, Script, Side,
    Sounds, Step, Texts, TimedLine,
};
pub use read::read;

use self::mend::Meant;
use self::programme::ProgrammeScript;
use crate::diagnostic::{Diagnostic, Rule};
use crate::language::Language;
use crate::programme::Programme;
use crate::session::Session;

/// A text after everything about it has been checked.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The session, unless there was an error or it is a programme.
    pub session: Option<Session>,
    /// The programme, unless there was an error or it is a session.
    pub programme: Option<Programme>,
    /// Whether the text is meant as a programme.
    pub is_programme: bool,
    /// What was found, in the order of the text; never more than [`limits::FINDINGS`].
    pub diagnostics: Vec<Diagnostic>,
    /// The sound files that it names; whether they are there is looked at elsewhere.
    pub files: Vec<NamedSound>,
    /// How many more findings there were.
    pub left_out: usize,
}

/// What was read from a text, before it is known whether it makes sense.
#[derive(Clone, Copy, Debug)]
pub enum Reading<'a> {
    /// A session.
    Session(&'a Script),
    /// A programme.
    Programme(&'a ProgrammeScript),
}

/// Checks the text of a session or of a programme. `id` is the short name it goes by if it does not
/// give itself one, usually made from the name of the file.
pub fn check(text: &str, id: &str) -> Checked {
    check_and(text, id, |_, _, _| Vec::new()).0
}

/// Checks the text of a file like [`check`], and lets `look` say more about it.
///
/// `look` is given the text as it was meant, what was read from it and what was found. The places
/// it names lie in that text, and are carried back to the text as it is written.
pub fn check_and(
    text: &str,
    id: &str,
    look: impl FnOnce(&str, Reading<'_>, &Checked) -> Vec<Diagnostic>,
) -> (Checked, Vec<Diagnostic>) {
    let meant = Meant::new(text);
    if programme::is_one(meant.text()) {
        return check_programme(&meant, id, look);
    }
    let (script, mut found) = read(meant.text());
    let (session, more) = lower(&script, Positions::built_in(spoken(&script)), id);
    if let Some(newer) = newer_format(&meant, &more) {
        return (Checked::new(Checked::default(), vec![newer]), Vec::new());
    }
    found.extend(more);
    headings::tell(meant.text(), &mut found);
    told_once::tell(meant.text(), &mut found);
    together::tell(meant.text(), &mut found);
    let found = as_written(&meant, found);
    let session = session.filter(|_| !found.iter().any(Diagnostic::is_error));
    let mut files = script.sound_files();
    for file in &mut files {
        file.name.span = meant.back(&file.name.span);
    }
    let read = Checked {
        session,
        files,
        ..Checked::default()
    };
    let checked = Checked::new(read, found);
    let said = look(meant.text(), Reading::Session(&script), &checked);
    (checked, carried_back(&meant, said))
}

/// The language of softly's own words in a session, such as those of a position: the session's, or
/// English where softly does not speak that.
fn spoken(script: &Script) -> Language {
    let code = script.language.value().map(|code| &**code);
    Language::of_file(code).unwrap_or_default()
}

fn check_programme(
    meant: &Meant<'_>,
    id: &str,
    look: impl FnOnce(&str, Reading<'_>, &Checked) -> Vec<Diagnostic>,
) -> (Checked, Vec<Diagnostic>) {
    let (script, mut found) = programme::read(meant.text());
    let (programme, more) = programme::lower(&script, id);
    let read = Checked {
        is_programme: true,
        ..Checked::default()
    };
    if let Some(newer) = newer_format(meant, &more) {
        return (Checked::new(read, vec![newer]), Vec::new());
    }
    found.extend(more);
    let found = as_written(meant, found);
    let programme = programme.filter(|_| !found.iter().any(Diagnostic::is_error));
    let checked = Checked::new(Checked { programme, ..read }, found);
    let said = look(meant.text(), Reading::Programme(&script), &checked);
    (checked, carried_back(meant, said))
}

/// That a file is for a newer softly is all there is to say about it: whatever else looks wrong may
/// be right in the version that it was written for.
fn newer_format(meant: &Meant<'_>, found: &[Diagnostic]) -> Option<Diagnostic> {
    let newer = found.iter().find(|found| found.rule == Rule::NewerFormat);
    let mut newer = newer?.clone();
    meant.carry_back(&mut newer);
    Some(newer)
}

/// What was found, in the places of the text as it is written, with what was read as it was meant.
fn as_written(meant: &Meant<'_>, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut found = carried_back(meant, found);
    found.extend(meant.findings());
    found
}

/// Findings about the text as it was meant, in the places of the text as it is written.
fn carried_back(meant: &Meant<'_>, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for finding in &mut found {
        meant.carry_back(finding);
    }
    found
}

impl Checked {
    /// Whether there is nothing in it that keeps it from being used.
    pub fn is_usable(&self) -> bool {
        self.session.is_some() || self.programme.is_some()
    }

    /// What was read, with the findings that matter most, in the order of the text.
    fn new(read: Self, mut found: Vec<Diagnostic>) -> Self {
        let left_out = found.len().saturating_sub(limits::FINDINGS);
        found.sort_by_key(|found| (found.severity, found.span.start));
        found.truncate(limits::FINDINGS);
        found.sort_by_key(|found| found.span.start);
        Self {
            diagnostics: found,
            left_out,
            ..read
        }
    }

    /// The same with more findings about its text.
    #[must_use]
    pub fn with(mut self, more: impl IntoIterator<Item = Diagnostic>) -> Self {
        let mut all = std::mem::take(&mut self.diagnostics);
        all.extend(more);
        let left_out = self.left_out;
        let with = Self::new(self, all);
        Self {
            left_out: left_out + with.left_out,
            ..with
        }
    }
}
