//! From the text of a session file to a checked session, or to everything that is wrong with it.
//!
//! Text is read into a [`Script`], which never fails and may be wrong; a script is lowered into a
//! `Session`, which exists only if nothing is wrong. Nothing here opens files or writes anything.

mod catalogue;
mod choose;
mod decode;
mod duration;
pub mod limits;
mod lower;
mod names;
mod parsed;
mod placeholders;
mod read;
mod reader;
pub mod schema;
mod suggest;
mod syntax;
mod values;

pub use catalogue::Positions;
pub use decode::{Unreadable, decode};
pub use duration::{NotATime, parse as parse_time, write as write_time};
pub use lower::lower;
pub use parsed::{
    At, Breath, CheckIn, Contract, Cues, Field, Script, Sounds, Step, Texts, TimedLine,
};
pub use read::read;

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
    read_and_check(text, id).1
}

/// Checks the text of a session file like [`check`], and keeps what was read.
pub fn read_and_check(text: &str, id: &str) -> (Script, Checked) {
    let (script, found) = read(text);
    let (session, more) = lower(&script, Positions::built_in(), id);
    let checked = checked(&script, session, found, more);
    (script, checked)
}

fn checked(
    script: &Script,
    session: Option<Session>,
    mut found: Vec<Diagnostic>,
    more: Vec<Diagnostic>,
) -> Checked {
    if let Some(newer) = more.iter().find(|found| found.rule == Rule::NewerFormat) {
        // Whatever else looks wrong may be right in the version that the file was written for.
        return Checked {
            diagnostics: vec![newer.clone()],
            ..Checked::default()
        };
    }
    found.extend(more);
    let session = session.filter(|_| !found.iter().any(Diagnostic::is_error));
    let left_out = found.len().saturating_sub(limits::FINDINGS);
    found.sort_by_key(|found| (found.severity, found.span.start));
    found.truncate(limits::FINDINGS);
    found.sort_by_key(|found| found.span.start);
    Checked {
        session,
        diagnostics: found,
        files: script.sound_files(),
        left_out,
    }
}
