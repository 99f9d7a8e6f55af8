//! `softly show`: a session on a page, for reading before doing it.

use std::io;

use serde::Serialize;

use crate::cli::{ScreenOptions, Show};
use crate::diagnostic::quoted;
use crate::library;
use crate::outline::{Outline, draw};
use crate::session::{Pattern, Session};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::setup::page_look;
use crate::shell::{find, keep, out, setup};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Entry, LengthRange, SpanKind, StepSpan, Timeline, compile, lengths};
use crate::words::Words;

/// Shows a session.
pub(super) fn show(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
    options: &Show,
) -> io::Result<Exit> {
    if options.source {
        return source(words, &options.session);
    }
    let session = match find::session(&options.session, environment, words) {
        Ok(session) => session.worded(setup::wording(screen, &keep::read())),
        Err(exit) => return Ok(exit),
    };
    let choices = match find::choices(&session, &options.choices, words) {
        Ok(choices) => choices,
        Err(exit) => return Ok(exit),
    };
    let timeline = compile(&session, &choices);
    let range = lengths(&session, &choices);
    let notes = options.notes.then(|| notes(&session));
    if options.json {
        let shown = Shown::new(&session, &timeline, range, notes);
        out::line(&serde_json::to_string_pretty(&shown)?)?;
        return Ok(Exit::Fine);
    }
    let outline = Outline {
        words,
        session: &session,
        choices: &choices,
        timeline: &timeline,
        range,
        notes: notes.as_deref(),
    };
    let picture = !environment.accessible;
    out::print(&draw(&outline, page_look(environment), picture))?;
    Ok(Exit::Fine)
}

/// Prints one of softly's own sessions as it is written.
fn source(words: &Words, typed: &str) -> io::Result<Exit> {
    let mut built_in = library::built_in(words.language).iter();
    if let Some(script) = built_in.find(|script| script.id == typed) {
        out::print(script.text)?;
        return Ok(Exit::Fine);
    }
    let named = quoted(typed);
    out::complain(&format!(
        "\"{named}\" is none of softly's own sessions. softly list says what they are called; a file of your own can be copied as it is."
    ));
    Ok(Exit::CouldNot)
}

/// The therapist's notes, one place for each step. This is the only way by which a note leaves the
/// file.
fn notes(session: &Session) -> Vec<Option<&Clean>> {
    session
        .steps
        .iter()
        .map(|step| step.note.as_ref())
        .collect()
}

/// A session as other programs see it. Times are in milliseconds. Fields are added, never changed.
#[derive(Serialize)]
struct Shown<'a> {
    session: &'a Session,
    length: Ms,
    transcript: Vec<Entry>,
    lengths: Lengths,
    steps: Vec<Step<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<Vec<Option<&'a Clean>>>,
}

/// The lengths a session can be fitted to.
#[derive(Serialize)]
struct Lengths {
    shortest: Ms,
    written: Ms,
    longest: Ms,
}

/// A step in time, with its pace where it has one.
#[derive(Serialize)]
struct Step<'a> {
    #[serde(flatten)]
    span: &'a StepSpan,
    #[serde(skip_serializing_if = "Option::is_none")]
    breaths_per_minute: Option<Paces>,
}

/// The pace of the first breath and of the last.
#[derive(Serialize)]
struct Paces {
    from: f64,
    to: f64,
}

impl<'a> Shown<'a> {
    fn new(
        session: &'a Session,
        timeline: &'a Timeline,
        range: LengthRange,
        notes: Option<Vec<Option<&'a Clean>>>,
    ) -> Self {
        Self {
            session,
            length: timeline.length(),
            transcript: timeline.transcript(),
            lengths: Lengths {
                shortest: range.shortest,
                written: range.written,
                longest: range.longest,
            },
            steps: timeline.steps().iter().map(Step::new).collect(),
            notes,
        }
    }
}

impl<'a> Step<'a> {
    fn new(span: &'a StepSpan) -> Self {
        let pace = |pattern: Pattern| (pattern.breaths_per_minute() * 100.0).round() / 100.0;
        let breaths_per_minute = match &span.kind {
            SpanKind::Breathe { from, to, .. } => Some(Paces {
                from: pace(*from),
                to: pace(*to),
            }),
            _ => None,
        };
        Self {
            span,
            breaths_per_minute,
        }
    }
}
