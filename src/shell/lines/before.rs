//! Before a session begins, as lines of text: its gate, and its set-up with what can be switched.
//!
//! Where somebody can answer, both wait for as long as anybody likes. Where nobody can, what may
//! be passed without an answer is printed and passed.

use std::io;

use super::reading::asks_when_to_stop;
use super::{Asked, Beginning, Lines};
use crate::app::{Place, Toggle, action_for};
use crate::key::Key;
use crate::plain;
use crate::session::{Gate, Session};
use crate::shell::exit::Exit;
use crate::shell::{out, terminal};
use crate::timeline::Choices;

/// Everything before a session begins. Answers how softly ends, if it does.
pub(super) fn begin(
    reader: &mut Lines,
    session: &Session,
    choices: &mut Choices,
    beginning: Beginning,
) -> io::Result<Option<Exit>> {
    let at_gate = session.gate != Gate::None && !beginning.with_therapist;
    if at_gate && let Some(exit) = pass_gate(reader, session, choices)? {
        return Ok(Some(exit));
    }
    let opening = if at_gate {
        plain::opening_behind_gate
    } else {
        plain::opening
    };
    out::line(&opening(reader.words, session, choices))?;
    settle(reader, session, choices, beginning.at_once)
}

/// Waits at the gate of a session. Answers how softly ends, if it does.
fn pass_gate(reader: &mut Lines, session: &Session, choices: &Choices) -> io::Result<Option<Exit>> {
    let words = reader.words;
    let how = match session.gate {
        Gate::None => return Ok(None),
        Gate::Note => words.plain.gate_note,
        Gate::Therapist => words.plain.gate_therapist,
    };
    if session.gate == Gate::Therapist && !reader.listens {
        out::complain(&(words.commands.sessions.not_chosen)(session.shown_title()));
        return Ok(Some(Exit::CouldNot));
    }
    out::line(&plain::gate(words, session, choices, reader.wording))?;
    if !reader.listens {
        return Ok(None);
    }
    out::line(how)?;
    reader.wait_for(|asked| match (session.gate, asked) {
        (Gate::Therapist, Asked::Letter('t')) | (Gate::Note, Asked::Pause) => Ok(Answer::GoOn),
        _ => {
            out::line(how)?;
            Ok(Answer::Stay)
        }
    })
}

/// Says what can be chosen, and waits at the set-up unless it is to begin at once. Answers how
/// softly ends, if it does.
fn settle(
    reader: &mut Lines,
    session: &Session,
    choices: &mut Choices,
    at_once: bool,
) -> io::Result<Option<Exit>> {
    let words = reader.words;
    let waits = reader.listens && !at_once;
    let toggles = plain::toggles(words, session, choices, waits);
    if !toggles.is_empty() {
        out::line(&toggles)?;
    }
    if let Some(question) = session.check_in.as_ref().filter(|question| question.before) {
        out::line(&plain::check_in(words, question))?;
    }
    if reader.listens {
        reader.say_keys()?;
    }
    if !waits {
        return Ok(None);
    }
    out::line(words.plain.begin)?;
    reader.wait_for(|asked| match asked {
        Asked::Pause => Ok(Answer::GoOn),
        Asked::Letter(letter) => {
            match toggle_for(session, letter) {
                Some(toggle) => {
                    toggle.switch(session, choices);
                    out::line(&plain::switched(words, session, choices, toggle))?;
                }
                None => out::line(words.plain.begin)?,
            }
            Ok(Answer::Stay)
        }
        _ => {
            out::line(words.plain.begin)?;
            Ok(Answer::Stay)
        }
    })
}

fn toggle_for(session: &Session, letter: char) -> Option<Toggle> {
    let action = action_for(Place::Settle, Key::Char(letter))?;
    Toggle::of(action).filter(|toggle| toggle.is_offered(session))
}

/// What somebody's line leads to.
enum Answer {
    GoOn,
    Stay,
}

impl Lines {
    /// Waits for as long as anybody likes, until a line goes on. Answers how softly ends, if it
    /// does instead.
    fn wait_for(
        &mut self,
        mut answer: impl FnMut(Asked) -> io::Result<Answer>,
    ) -> io::Result<Option<Exit>> {
        let mut typed = None;
        loop {
            // What was typed ahead is there already, and nothing else may come to wake the wait.
            while let Some(asked) = self.next(&mut typed) {
                match asked {
                    Asked::Leave(exit) => return Ok(Some(exit)),
                    Asked::Suspend => terminal::stop_job()?,
                    Asked::Continue => {}
                    asked => {
                        if matches!(asked, Asked::Letter(letter) if asks_when_to_stop(letter)) {
                            self.read_when_to_stop()?;
                        }
                        if let Answer::GoOn = answer(asked)? {
                            return Ok(None);
                        }
                    }
                }
            }
            self.waiter.wait(None)?;
        }
    }
}
