//! What is said aloud with closed eyes, line by line: what else is read on a screen. A line is a
//! sentence or two, as everywhere in lines of text.
//!
//! Others may be in the room: a session is called what its author wants others to see.

use super::aloud::aloud;
use super::opening::{gate, position_text, toggles, with_capital};
use crate::app::{App, AtGate, Closing, Screen, Settle, Told};
use crate::pages::{Set, sentence, sentences};
use crate::player::Why;
use crate::session::{Gate, Session};
use crate::settings::SoundPart;
use crate::timeline::compile;

/// Everything that is said about where one is.
pub fn asides(app: &App, told: Told) -> Vec<String> {
    let lines = match (told, app.screen.lowest()) {
        (Told::Gate, Screen::Gate(at)) => at_gate(app, at),
        (Told::SetUp { behind_gate }, Screen::Settle(settle)) => set_up(app, settle, behind_gate),
        (Told::Position, Screen::Settle(settle)) => position(app, settle),
        (Told::Length, Screen::Settle(settle)) => vec![length(app, settle)],
        (Told::Settled, Screen::Settle(_)) => vec![how_to_begin(app).to_owned()],
        (Told::Waits(why), _) => waits(app, why),
        (Told::GoesOn, _) => vec![app.words.plain.goes_on.to_owned()],
        (Told::Stopped | Told::Over, Screen::Closing(closing)) => closed(app, closing),
        (Told::Page(page), _) => page_of_safety(app, page),
        (Told::Keys, _) => how_to(app),
        (Told::Part(part, on), _) => vec![switched(app, part, on)],
        (Told::Sound, _) => vec![(app.words.aloud.sound)(true).to_owned()],
        _ => Vec::new(),
    };
    let lines = lines.iter().flat_map(|line| line.lines());
    let lines = lines.filter(|line| !line.trim().is_empty());
    lines
        .map(|line| aloud(app.words, line).into_owned())
        .collect()
}

fn at_gate(app: &App, at: &AtGate) -> Vec<String> {
    let (words, session) = (app.words, &at.session);
    let text = gate(words, session, &at.choices, app.wording);
    // The first line is the title, which others hear.
    let rest = text.lines().skip(1).map(str::to_owned);
    let how = match session.gate {
        Gate::Therapist => words.eyes_closed.gate_therapist,
        Gate::None | Gate::Note => words.eyes_closed.gate_note,
    };
    std::iter::once(sentence(session.shown_title()))
        .chain(rest)
        .chain([how.to_owned()])
        .collect()
}

/// What it is, how to get settled, what to know, how to pause and end, and how to begin.
fn set_up(app: &App, settle: &Settle, behind_gate: bool) -> Vec<String> {
    let (words, session) = (app.words, &*settle.session);
    let mut lines = vec![sentence(session.shown_title()), length(app, settle)];
    lines.extend(session.about.as_ref().map(ToString::to_string));
    lines.push(position_text(words, settle.position()));
    if !behind_gate {
        lines.extend(cautions(session, settle));
        lines.push(words.stop.to_owned());
        if !session.stop_if.is_empty() {
            lines.push(words.stop_here.to_owned());
            lines.extend(session.stop_if.iter().map(ToString::to_string));
        }
    }
    if session.is_paced() {
        lines.push(words.easy.to_owned());
        lines.push(words.other_anchor.to_owned());
    }
    lines.push(toggles(words, session, &settle.choices, false));
    lines.extend(how_to(app));
    if settle.any_key {
        let several = session.positions.len() > 1;
        lines.extend(several.then(|| words.eyes_closed.positions.to_owned()));
        lines.push(words.eyes_closed.lengths.to_owned());
    }
    lines.push(how_to_begin(app).to_owned());
    lines
}

fn position(app: &App, settle: &Settle) -> Vec<String> {
    let mut lines = vec![position_text(app.words, settle.position())];
    lines.extend(cautions(&settle.session, settle));
    lines.push(how_to_begin(app).to_owned());
    lines
}

fn cautions<'a>(session: &'a Session, settle: &'a Settle) -> impl Iterator<Item = String> + 'a {
    let cautions = session.cautions_in(settle.position());
    cautions.map(ToString::to_string)
}

fn length(app: &App, settle: &Settle) -> String {
    app.words
        .takes(compile(&settle.session, &settle.choices).length())
}

/// How to begin: in the clinic, and on lines, with the key that is told on the screen.
fn how_to_begin(app: &App) -> &'static str {
    if app.in_lines {
        app.words.plain.begin
    } else if app.clinic {
        app.words.settle.ready[0]
    } else {
        app.words.eyes_closed.settled
    }
}

/// How to pause, to go on and to end.
fn how_to(app: &App) -> Vec<String> {
    let words = app.words;
    let lines = if app.in_lines {
        &[words.plain.keys][..]
    } else if app.clinic {
        &[words.pause_and_leave][..]
    } else {
        words.eyes_closed.how_to
    };
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn waits(app: &App, why: Why) -> Vec<String> {
    let words = app.words;
    let how = if app.in_lines {
        words.plain.go_on
    } else if app.clinic {
        words.go_on
    } else {
        words.eyes_closed.goes_on
    };
    vec![sentence(&with_capital(words.pause(why))), how.to_owned()]
}

/// Time to return.
fn closed(app: &App, closing: &Closing) -> Vec<String> {
    let words = app.words;
    let way_out = closing.position().way_out.as_deref();
    let mut that_was = String::new();
    // Writing to a String cannot fail.
    let _ = (words.eyes_closed.that_was)(&mut that_was, closing.session.shown_title());
    let first = if closing.early {
        [words.stopped, words.no_hurry]
    } else {
        [&*that_was, words.thanks]
    };
    let last = [
        closing.early.then_some(words.eyes_closed.ground),
        (!app.in_lines).then_some(words.eyes_closed.afterwards),
    ];
    let lines = first.into_iter().chain(way_out);
    let lines = lines.chain((!closing.early).then_some(words.no_hurry));
    lines
        .chain(last.into_iter().flatten())
        .map(str::to_owned)
        .collect()
}

fn page_of_safety(app: &App, page: usize) -> Vec<String> {
    let pages = Set::Safety.pages(app.words.language);
    let Some(page) = pages.get(page) else {
        return Vec::new();
    };
    let text = sentences(app.words, &page.worded(app.wording));
    vec![text, app.words.eyes_closed.back.to_owned()]
}

fn switched(app: &App, part: SoundPart, on: bool) -> String {
    sentence(&with_capital((app.words.sounds.switched)(part, on)))
}
