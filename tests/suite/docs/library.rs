//! The tables of `docs/library.md`, made from the files that softly comes with.

use std::fmt::Write;

use softly::language::Language;
use softly::library;
use softly::pages::Set;
use softly::script::check;
use softly::session::{Gate, Session, Strand};
use softly::timeline::{Choices, lengths};
use softly::words::ENGLISH;

use super::put;

/// Puts every table in its place.
pub(super) fn renew(text: &mut String) {
    let built_in = library::built_in(Language::English).iter();
    let sessions: Vec<Session> = built_in
        .filter_map(|script| check(script.text, script.id).session)
        .collect();
    put(text, "sessions", &of_sessions(&sessions));
    put(text, "strands", &of_strands(&sessions));
    put(text, "confidence", &of_confidence(&sessions));
    put(text, "cards", &of_cards());
    put(text, "programmes", &of_programmes());
}

fn link(session: &Session) -> String {
    format!("[`{0}`](../sessions/{0}.toml)", session.id)
}

fn of_sessions(sessions: &[Session]) -> String {
    let mut table =
        String::from("| name | title | length | positions | before it |\n|---|---|---|---|---|\n");
    for session in sessions {
        let length = lengths(session, &Choices::default()).written;
        let positions = session.positions.iter().map(|position| &*position.title);
        let before = match session.gate {
            Gate::None => "",
            Gate::Note => "something to read first",
            Gate::Therapist => "with a therapist",
        };
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| {} | {} | {length} | {} | {before} |",
            link(session),
            session.title,
            positions.collect::<Vec<_>>().join("; "),
        );
    }
    table
}

fn of_strands(sessions: &[Session]) -> String {
    let mut table = String::from("| strand | sessions |\n|---|---|\n");
    for strand in Strand::ALL {
        let of_it = sessions
            .iter()
            .filter(|session| session.strands.contains(&strand));
        let of_it: Vec<String> = of_it.map(link).collect();
        let name = (ENGLISH.outline.strand)(strand);
        let _ = writeln!(table, "| {name} | {} |", of_it.join(", "));
    }
    table
}

fn of_confidence(sessions: &[Session]) -> String {
    let mut table = String::from("| session | what it says |\n|---|---|\n");
    for session in sessions {
        let confidence = session.confidence.as_deref().unwrap_or_default();
        let _ = writeln!(table, "| {} | {confidence} |", session.title);
    }
    table
}

fn of_cards() -> String {
    let mut table = String::from("| name | title | how sure |\n|---|---|---|\n");
    for card in Set::Cards.pages(Language::English) {
        let confidence = card.confidence.as_deref().unwrap_or_default();
        let _ = writeln!(table, "| `{}` | {} | {confidence} |", card.id, card.title);
    }
    table
}

fn of_programmes() -> String {
    let mut table = String::from("| name | title | weeks | strands |\n|---|---|---|---|\n");
    for script in library::programmes(Language::English) {
        let Some(programme) = check(script.text, script.id).programme else {
            continue;
        };
        let weeks = programme.weeks.iter().map(|week| &*week.title);
        let strands = programme.strands.iter();
        let strands = strands.map(|strand| (ENGLISH.outline.strand)(*strand));
        let _ = writeln!(
            table,
            "| [`{0}`](../sessions/programmes/{0}.toml) | {1} | {2} | {3} |",
            programme.id,
            programme.title,
            weeks.collect::<Vec<_>>().join("; "),
            strands.collect::<Vec<_>>().join(", "),
        );
    }
    table
}
