//! From the text of a session file to a checked session, or to everything that is wrong with it.
//!
//! Text is read into a [`Script`], which never fails and may be wrong; a script is lowered into a
//! `Session`, which exists only if nothing is wrong. Nothing here opens files or writes anything.

mod catalogue;
mod decode;
mod duration;
mod keys;
pub mod limits;
mod lower;
mod mend;
mod parsed;
mod read;
mod reader;
mod runs_on;
mod suggest;
mod syntax;
mod together;
mod values;

pub use catalogue::Positions;
pub use decode::{Decoded, Unreadable, decode};
pub use duration::{NotATime, parse as parse_time, write as write_time};
pub use lower::lower;
pub use mend::{Change, Mended, mend};
pub use parsed::{At, Breath, Cues, Field, Script, Step, Texts, TimedLine};
pub use read::read;

use self::mend::Meant;
use crate::diagnostic::{Diagnostic, Rule};
use crate::session::Session;

/// A text after everything about it has been checked.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The session, unless there was an error.
    pub session: Option<Session>,
    /// What was found, in the order of the text; never more than [`limits::FINDINGS`].
    pub diagnostics: Vec<Diagnostic>,
    /// How many more findings there were.
    pub left_out: usize,
}

/// Checks the text of a session file. `id` is the short name it goes by if it does not give
/// itself one, usually made from the name of the file.
pub fn check(text: &str, id: &str) -> Checked {
    let meant = Meant::new(text);
    let (script, mut found) = read(meant.text());
    let (session, more) = lower(&script, Positions::built_in(), id);
    if let Some(newer) = more.iter().find(|found| found.rule == Rule::NewerFormat) {
        // Whatever else looks wrong may be right in the version that the file was written for.
        let mut newer = newer.clone();
        meant.carry_back(&mut newer);
        return Checked {
            diagnostics: vec![newer],
            ..Checked::default()
        };
    }
    found.extend(more);
    together::tell(meant.text(), &mut found);
    for finding in &mut found {
        meant.carry_back(finding);
    }
    found.extend(meant.findings());
    let session = session.filter(|_| !found.iter().any(Diagnostic::is_error));
    Checked::new(session, found)
}

impl Checked {
    /// Keeps the findings that matter most, in the order of the text.
    fn new(session: Option<Session>, mut found: Vec<Diagnostic>) -> Self {
        let left_out = found.len().saturating_sub(limits::FINDINGS);
        found.sort_by_key(|found| (found.severity, found.span.start));
        found.truncate(limits::FINDINGS);
        found.sort_by_key(|found| found.span.start);
        Self {
            session,
            diagnostics: found,
            left_out,
        }
    }
}
