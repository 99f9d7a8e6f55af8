//! What is said before a session begins and after it is over: the gate, how to settle, what can be
//! chosen, a question for oneself. Only words; whoever prints them does the waiting.

use std::fmt::Write;

use crate::app::{Place, Toggle, bindings, changes_of_position, chosen_position};
use crate::pages;
use crate::session::{CheckIn, Gate, Position, Session};
use crate::timeline::{Choices, compile};
use crate::wording::Wording;
use crate::words::{Manner, Words};

/// The page before the set-up: why it is there, what is good to know, when to stop.
pub(super) fn gate(
    words: &Words,
    session: &Session,
    choices: &Choices,
    wording: Wording,
) -> String {
    let mut text = format!("{}.\n", session.title);
    for line in words.why_a_gate(session) {
        push_line(&mut text, line);
    }
    if session.gate == Gate::Therapist {
        if let Some(about) = &session.about {
            push_line(&mut text, about);
        }
        push_line(&mut text, &words.credits(session));
    }
    text.push('\n');
    let position = chosen_position(session, choices);
    push_cautions(&mut text, words, session, position, choices);
    push_reasons_to_stop(&mut text, words, session);
    if let Some(part) = pages::reasons_to_stop(words.language, wording) {
        text.push('\n');
        for block in part.blocks() {
            push_line(&mut text, &pages::sentence(block.text()));
        }
    }
    text
}

/// What is said before a session begins: what it is, how to settle, what to know.
pub(super) fn opening(words: &Words, session: &Session, choices: &Choices) -> String {
    let mut text = how_to_settle(words, session, choices);
    let position = chosen_position(session, choices);
    push_cautions(&mut text, words, session, position, choices);
    push_reasons_to_stop(&mut text, words, session);
    push_shared(&mut text, words, session);
    text
}

/// The same behind a gate: what that has just said is not said again.
pub(super) fn opening_behind_gate(words: &Words, session: &Session, choices: &Choices) -> String {
    let mut text = how_to_settle(words, session, choices);
    push_line(&mut text, words.stop);
    push_shared(&mut text, words, session);
    text
}

/// What a session is called, how long it takes and of how many parts it is.
pub(super) fn title(words: &Words, session: &Session, choices: &Choices) -> String {
    let mut text = String::new();
    let timeline = compile(session, choices);
    let parts = timeline.step_count();
    // Writing to a String cannot fail.
    let _ = (words.plain.title)(&mut text, &session.title, timeline.length(), parts);
    text
}

fn how_to_settle(words: &Words, session: &Session, choices: &Choices) -> String {
    let mut text = title(words, session, choices);
    text.push_str("\n\n");
    push_position(&mut text, words, chosen_position(session, choices));
    text.push('\n');
    text
}

/// What can be switched, and how it stands: with its letters where somebody can type them. Nothing
/// at all where a session has nothing to switch.
pub(super) fn toggles(
    words: &Words,
    session: &Session,
    choices: &Choices,
    with_letters: bool,
) -> String {
    let mut text = String::new();
    for toggle in Toggle::offered(session) {
        if with_letters && text.is_empty() {
            push_line(&mut text, words.plain.yours_to_choose);
        }
        let told = words.toggle(toggle, session, choices, Manner::Spoken);
        // Writing to a String cannot fail.
        let _ = match letter(words, toggle).filter(|_| with_letters) {
            Some(letter) => writeln!(text, "{letter}, {told}."),
            None => writeln!(text, "{}.", with_capital(&told)),
        };
    }
    text
}

/// Which position it is, and the others with the numbers they are chosen by; nothing where there is
/// only one.
pub(super) fn positions(words: &Words, session: &Session, choices: &Choices) -> Option<String> {
    let chosen = chosen_position(session, choices);
    let all = &session.positions;
    let index = all.iter().position(|position| position.id == chosen.id)?;
    positions_among(words, all, index)
}

/// The same of some positions, by the index of the one that is shown.
pub(super) fn positions_among(words: &Words, all: &[Position], index: usize) -> Option<String> {
    let mut text = words.said(|aloud, out| (aloud.position_of)(out, index + 1, all.len()));
    for (other, position) in all.iter().enumerate().filter(|(other, _)| *other != index) {
        let (number, title) = (other + 1, &position.title);
        text.push(' ');
        text += &words.said(|aloud, out| (aloud.position)(out, number, title));
    }
    (all.len() > 1).then_some(text)
}

/// Another position, with how to settle into it and what is good to know about it.
pub(super) fn position(words: &Words, session: &Session, choices: &Choices) -> String {
    let position = chosen_position(session, choices);
    let mut text = position_text(words, position);
    push_cautions(&mut text, words, session, position, choices);
    text
}

/// How to settle into a position, with what helps, what is lighter and the way out.
pub(super) fn position_text(words: &Words, position: &Position) -> String {
    let mut text = String::new();
    push_position(&mut text, words, position);
    text
}

/// Adds the lines of a text, without an empty one at its end.
pub(super) fn push_lines(lines: &mut Vec<String>, text: &str) {
    lines.extend(text.trim_end().lines().map(str::to_owned));
}

/// How something stands that was just switched, and how long the session is now.
pub(super) fn switched(
    words: &Words,
    session: &Session,
    choices: &Choices,
    toggle: Toggle,
) -> String {
    let told = words.toggle(toggle, session, choices, Manner::Spoken);
    let told = format!("{}.", with_capital(&told));
    let length = words.length(compile(session, choices).length());
    if told.contains(&length) {
        return told;
    }
    format!("{told} {}.", with_capital(&length))
}

/// A question for oneself.
pub(super) fn check_in(words: &Words, question: &CheckIn) -> String {
    let words = &words.check_in;
    let mut text = String::new();
    push_line(&mut text, words.invitation);
    push_line(&mut text, &question.ask);
    let answers = words.answers(&question.answers, Manner::Spoken);
    push_line(&mut text, &format!("{}.", with_capital(&answers)));
    push_line(&mut text, words.kept_nowhere);
    text
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

fn push_position(text: &mut String, words: &Words, position: &Position) {
    push_line(text, &format!("{}.", position.title));
    if let Some(looks) = &position.looks {
        push_line(text, looks);
    }
    for line in &position.set_up {
        push_line(text, line);
    }
    let settle = &words.settle;
    push_props(text, words, position);
    let lighter = position.lighter.iter().map(|line| (settle.lighter, line));
    let way_out = position.way_out.iter().map(|line| (settle.way_out, line));
    for (heading, line) in lighter.chain(way_out) {
        push_line(text, &format!("{heading}: {line}"));
    }
}

fn push_props(text: &mut String, words: &Words, position: &Position) {
    if !position.props.is_empty() {
        let props: Vec<&str> = position.props.iter().map(|prop| &**prop).collect();
        let heading = words.settle.props;
        push_line(text, &format!("{heading}: {}.", props.join(". ")));
    }
}

/// What is good to know, also about the positions that the session changes to later.
fn push_cautions(
    text: &mut String,
    words: &Words,
    session: &Session,
    position: &Position,
    choices: &Choices,
) {
    for caution in session.cautions_in(position) {
        push_line(text, caution);
    }
    for other in &position.instead {
        push_line(text, other);
    }
    for change in changes_of_position(session, position, choices) {
        let settle = &words.settle;
        push_line(
            text,
            &format!("{} {}.", settle.later, change.position.title),
        );
        push_props(text, words, &change.position);
        for caution in &change.cautions {
            push_line(text, caution);
        }
    }
}

/// The reasons to stop: the shared ones, which a session can only add to.
fn push_reasons_to_stop(text: &mut String, words: &Words, session: &Session) {
    push_line(text, words.stop);
    if !session.stop_if.is_empty() {
        push_line(text, words.stop_here);
        for reason in &session.stop_if {
            push_line(text, reason);
        }
    }
}

/// What holds for every session, and for every paced one.
fn push_shared(text: &mut String, words: &Words, session: &Session) {
    let paced = session.is_paced();
    let shared = [
        Some(words.eyes),
        paced.then_some(words.easy),
        paced.then_some(words.other_anchor),
    ];
    for line in shared.into_iter().flatten() {
        push_line(text, line);
    }
}

fn letter(words: &Words, toggle: Toggle) -> Option<&'static str> {
    let binding = bindings(Place::Settle).find(|binding| binding.action == toggle.action())?;
    Some(words.keys.name(binding.keys[0], false))
}

/// A line as the beginning of a sentence.
pub(super) fn with_capital(line: &str) -> String {
    let mut letters = line.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests;
