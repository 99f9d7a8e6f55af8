//! What every built-in session says and when: a golden of each, read before it is accepted.

use softly::language::Language;
use softly::library;
use softly::script::check;
use softly::timeline::{Choices, Said, SpanKind, compile};

/// A session's words with times, as plain text.
fn transcript(text: &str, id: &str, choices: &Choices) -> String {
    let session = check(text, id).session.expect("nothing is wrong with it");
    let timeline = compile(&session, choices);
    let mut lines = vec![format!("{}  {}", session.title, timeline.length())];
    for entry in timeline.transcript() {
        let at = entry.at.to_string();
        lines.push(match entry.said {
            Said::Step {
                title,
                kind,
                length,
            } => {
                let title = title.as_deref().unwrap_or("-").to_owned();
                let breaths = match kind {
                    SpanKind::Breathe { breaths, .. } => format!("  {breaths} breaths"),
                    _ => String::new(),
                };
                format!("{at:>6}  {title}  ({length}){breaths}")
            }
            Said::Line { text } => format!("{at:>6}      {text}"),
            Said::End => format!("{at:>6}  end"),
        });
    }
    lines.join("\n")
}

/// Compares with a golden, read before it is accepted.
fn is_as_before(name: &str, said: &str) {
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/transcripts"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name.to_owned(), said);
    });
}

#[test]
fn every_session_says_what_it_said_before() {
    for script in library::built_in(Language::English) {
        let as_written = transcript(script.text, script.id, &Choices::default());
        let short = Choices {
            minutes: Some(3),
            ..Choices::default()
        };
        let short = transcript(script.text, script.id, &short);
        is_as_before(script.id, &as_written);
        is_as_before(&format!("{}-in-three-minutes", script.id), &short);
    }
}

/// That these happen at the same times at every length is a test of its own.
#[test]
fn every_session_says_in_german_what_it_said_before() {
    for script in library::built_in(Language::German) {
        let said = transcript(script.text, script.id, &Choices::default());
        is_as_before(&format!("german-{}", script.id), &said);
    }
}
