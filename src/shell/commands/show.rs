//! `softly show`: a session's outline and its words, with times, before doing it.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use crate::cli::ChoiceOptions;
use crate::session::{Pattern, Phase, Session};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::{find, out};
use crate::time::Ms;
use crate::timeline::{Entry, Said, SpanKind, Timeline, compile};
use crate::words::{ENGLISH, Words};

/// Shows a session.
pub(super) fn show(
    environment: &Environment,
    typed: &str,
    json: bool,
    options: &ChoiceOptions,
) -> io::Result<Exit> {
    let session = match find::session(typed, environment) {
        Ok(session) => session,
        Err(exit) => return Ok(exit),
    };
    let choices = match find::choices(&session, options) {
        Ok(choices) => choices,
        Err(exit) => return Ok(exit),
    };
    let timeline = compile(&session, &choices);
    if json {
        let shown = Shown {
            session: &session,
            length: timeline.length(),
            transcript: timeline.transcript(),
        };
        out::line(&serde_json::to_string_pretty(&shown)?)?;
    } else {
        out::print(&outline(&ENGLISH, &session, &timeline))?;
    }
    Ok(Exit::Fine)
}

/// A session as other programs see it. Times are in milliseconds.
#[derive(Serialize)]
struct Shown<'a> {
    session: &'a Session,
    length: Ms,
    transcript: Vec<Entry>,
}

/// Title, what it is, positions and cautions, then everything that happens, with times.
fn outline(words: &Words, session: &Session, timeline: &Timeline) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}  {}", session.title, timeline.length());
    if let Some(about) = &session.about {
        let _ = writeln!(text, "{about}");
    }
    if let Some(by) = &session.by {
        let _ = writeln!(text, "{} {by}.", words.library.by);
    }
    if session.reviewed_by.is_none() {
        let _ = writeln!(text, "{}", words.library.not_reviewed);
    }
    let positions: Vec<&str> = session.positions.iter().map(|p| &*p.title).collect();
    let _ = writeln!(
        text,
        "\n{}: {}.",
        words.library.positions,
        positions.join(", ")
    );
    for caution in session.cautions.iter().chain(&session.stop_if) {
        let _ = writeln!(text, "· {caution}");
    }
    text.push('\n');
    for entry in timeline.transcript() {
        let _ = write_entry(&mut text, words, &entry);
    }
    if !session.sources.is_empty() {
        let sources: Vec<&str> = session.sources.iter().map(|source| &**source).collect();
        let _ = writeln!(text, "\nSources: {}.", sources.join("; "));
    }
    text
}

fn write_entry(text: &mut String, words: &Words, entry: &Entry) -> std::fmt::Result {
    let at = entry.at.to_string();
    match &entry.said {
        Said::Step {
            title,
            kind,
            length,
        } => {
            let name = words.part(title.as_deref(), kind);
            if kind.waits() {
                write!(text, "{at:>6}  {name}  ({})", words.parts.until_key)?;
            } else {
                write!(text, "{at:>6}  {name}  ({length})")?;
            }
            match kind {
                SpanKind::Breathe { breaths, from, to } => {
                    write!(text, "  {breaths} × {}", pattern(words, *from))?;
                    if from != to {
                        write!(text, " to {}", pattern(words, *to))?;
                    }
                }
                SpanKind::Contract(contract) => {
                    text.push_str("  ");
                    (words.parts.squeezes)(text, *contract)?;
                    if let Some(percent) = contract.effort {
                        text.push(' ');
                        (words.parts.effort)(text, percent)?;
                    }
                }
                SpanKind::External { text: own } => write!(text, "\n{:8}{own}", "")?,
                SpanKind::Stretch { text: own, .. } if title.is_some() => {
                    write!(text, "\n{:8}{own}", "")?;
                }
                _ => {}
            }
            text.push('\n');
        }
        Said::Line { text: line } => writeln!(text, "{at:>6}      {line}")?,
        Said::End => writeln!(text, "{at:>6}  {}", words.thanks)?,
    }
    Ok(())
}

/// `in 4, out 6`, in seconds.
fn pattern(words: &Words, pattern: Pattern) -> String {
    let phases = Phase::ALL
        .into_iter()
        .filter(|phase| pattern.phase(*phase) > Ms::ZERO);
    let named = phases.map(|phase| {
        format!(
            "{} {}",
            words.short_phase(phase),
            pattern.phase(phase).as_seconds_f64()
        )
    });
    named.collect::<Vec<_>>().join(", ")
}
