//! From the text of a session file to a checked session, or to everything that is wrong with it.
//!
//! Text is read into a [`Script`], which never fails and may be wrong; a script is lowered into a
//! `Session`, which exists only if nothing is wrong. Nothing here opens files or writes anything.

mod catalogue;
mod choose;
mod decode;
mod duration;
mod headings;
pub mod limits;
mod lower;
mod mend;
mod names;
mod pages;
mod parsed;
mod placeholders;
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
pub use decode::{Decoded, Unreadable, decode};
pub use duration::{NotATime, number as number_in_words, parse as parse_time, write as write_time};
pub use lower::lower;
pub use mend::{Change, Mended, mend};
pub use pages::read_pages;
pub use parsed::{
    At, Breath, CheckIn, Contract, Cues, Field, Reworded, Script, Sounds, Step, Texts, TimedLine,
};
pub use read::read;

use self::mend::Meant;
use crate::diagnostic::{Diagnostic, Rule};
use crate::session::Session;
use crate::text::Clean;

/// A text after everything about it has been checked.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The session, unless there was an error.
    pub session: Option<Session>,
    /// What was found, in the order of the text; never more than [`limits::FINDINGS`].
    pub diagnostics: Vec<Diagnostic>,
    /// The sound files that it names; whether they are there is looked at elsewhere.
    pub files: Vec<At<Clean>>,
    /// How many more findings there were.
    pub left_out: usize,
}

/// Checks the text of a session file. `id` is the short name it goes by if it does not give
/// itself one, usually made from the name of the file.
pub fn check(text: &str, id: &str) -> Checked {
    check_and(text, id, |_, _, _| Vec::new()).0
}

/// Checks the text of a session file like [`check`], and lets `look` say more about it.
///
/// `look` is given the text as it was meant, what was read from it and what was found. The places
/// it names lie in that text, and are carried back to the text as it is written.
pub fn check_and(
    text: &str,
    id: &str,
    look: impl FnOnce(&str, &Script, &Checked) -> Vec<Diagnostic>,
) -> (Checked, Vec<Diagnostic>) {
    let meant = Meant::new(text);
    let (script, mut found) = read(meant.text());
    let (session, more) = lower(&script, Positions::built_in(), id);
    if let Some(newer) = more.iter().find(|found| found.rule == Rule::NewerFormat) {
        // Whatever else looks wrong may be right in the version that the file was written for.
        let mut newer = newer.clone();
        meant.carry_back(&mut newer);
        return (Checked::new(None, vec![newer], Vec::new()), Vec::new());
    }
    found.extend(more);
    headings::tell(meant.text(), &mut found);
    told_once::tell(meant.text(), &mut found);
    together::tell(meant.text(), &mut found);
    for finding in &mut found {
        meant.carry_back(finding);
    }
    found.extend(meant.findings());
    let session = session.filter(|_| !found.iter().any(Diagnostic::is_error));
    let mut files = script.sound_files();
    for file in &mut files {
        file.span = meant.back(&file.span);
    }
    let checked = Checked::new(session, found, files);
    let mut said = look(meant.text(), &script, &checked);
    for finding in &mut said {
        meant.carry_back(finding);
    }
    (checked, said)
}

impl Checked {
    /// Keeps the findings that matter most, in the order of the text.
    fn new(session: Option<Session>, mut found: Vec<Diagnostic>, files: Vec<At<Clean>>) -> Self {
        let left_out = found.len().saturating_sub(limits::FINDINGS);
        found.sort_by_key(|found| (found.severity, found.span.start));
        found.truncate(limits::FINDINGS);
        found.sort_by_key(|found| found.span.start);
        Self {
            session,
            diagnostics: found,
            files,
            left_out,
        }
    }

    /// The same with more findings about its text.
    #[must_use]
    pub fn with(self, more: impl IntoIterator<Item = Diagnostic>) -> Self {
        let mut all = self.diagnostics;
        all.extend(more);
        let with = Self::new(self.session, all, self.files);
        Self {
            left_out: self.left_out + with.left_out,
            ..with
        }
    }
}
