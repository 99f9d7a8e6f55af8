//! How a session is built: its pace, its length, its ends, and whether its words can be read.
//!
//! Every number here has a source, or says that it is our own judgement. What the program does of
//! itself is not asked of an author: at the set-up it says how to pause and leave, that eyes may be
//! open, that an easy breath is plenty, and that a sound in the room is another anchor; at the end it
//! says that there is no hurry. So nothing here asks for those lines.

mod breath;
mod course;
mod minutes;
mod reading;
mod silence;

pub(super) use reading::long_line;

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::script::Script;
use crate::session::Session;
use crate::timeline::{Choices, Timeline, compile};

/// A session as it is looked at.
struct Shape<'a> {
    source: &'a str,
    script: &'a Script,
    session: &'a Session,
    timeline: Timeline,
    /// For each step of the timeline, the number of the step of the file that it comes from.
    written: Vec<usize>,
    /// Whether its words can be understood here, and not only compared with a guide.
    english: bool,
}

/// What about the shape of a session could be kinder.
pub(super) fn advise(
    source: &str,
    script: &Script,
    session: &Session,
    language: Option<Language>,
    found: &mut Vec<Diagnostic>,
) {
    let timeline = compile(session, &Choices::default());
    let shape = Shape {
        source,
        script,
        session,
        written: timeline.steps().iter().map(|span| span.source).collect(),
        timeline,
        english: language == Some(Language::English),
    };
    breath::advise(&shape, found);
    course::advise(&shape, found);
    reading::advise(&shape, found);
    found.extend(silence::advise(&shape));
}

impl Shape<'_> {
    /// Where the title stands, for what concerns the whole session.
    fn title(&self) -> Range<usize> {
        self.script
            .title
            .given()
            .map_or(0..0, |title| title.span.clone())
    }

    /// Where the heading of a step of the timeline stands.
    fn heading(&self, step: usize) -> Range<usize> {
        let step = self
            .written
            .get(step)
            .and_then(|step| self.script.steps.get(*step));
        step.map_or_else(|| self.title(), |step| step.span.clone())
    }
}
