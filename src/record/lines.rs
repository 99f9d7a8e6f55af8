//! Which lines there are to record: every line that somebody may hear, once, in the order in which
//! it first comes, with the words as they are shown.
//!
//! The lines of every choice are among them, and those in plain anatomical words; what softly itself
//! says is not.

use std::collections::HashSet;

use crate::language::Language;
use crate::script::Positions;
use crate::session::{Position, Session};
use crate::text::Clean;
use crate::timeline::{Choices, compile};
use crate::wording::Wording;

/// A line to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The words.
    pub text: Clean,
    /// Where it stands: what its step is called, or the position that it leads into.
    pub place: Option<Clean>,
}

/// Every line of a session that can be recorded.
pub fn spoken(session: &Session) -> Vec<Spoken> {
    let mut gathered = Gathered::default();
    for wording in [Wording::Neutral, Wording::Anatomical] {
        let session = session.worded(wording);
        for position in session.positions.iter().filter(|position| is_own(position)) {
            for text in position.set_up.iter().chain(&position.way_out) {
                gathered.add(text, Some(&position.title));
            }
        }
        for choices in ways() {
            let timeline = compile(&session, &choices);
            for line in timeline.lines() {
                gathered.add(&line.text, timeline.steps()[line.step].title.as_ref());
            }
        }
    }
    gathered.lines
}

/// The choices in which any line comes that there is: everything asked for, as it is without asking,
/// and at one's own pace.
fn ways() -> [Choices; 3] {
    let asked = Choices {
        holds: true,
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    let own_pace = Choices {
        own_pace: true,
        ..asked.clone()
    };
    [asked, Choices::default(), own_pace]
}

/// Whether a position comes from the session and not from softly.
fn is_own(position: &Position) -> bool {
    Positions::built_in(Language::English)
        .get(&position.id)
        .is_none()
}

#[derive(Default)]
struct Gathered {
    lines: Vec<Spoken>,
    known: HashSet<Clean>,
}

impl Gathered {
    fn add(&mut self, text: &Clean, place: Option<&Clean>) {
        if !text.trim().is_empty() && self.known.insert(text.clone()) {
            self.lines.push(Spoken {
                text: text.clone(),
                place: place.cloned(),
            });
        }
    }
}

/// How long it takes to record a line, in seconds: to read it slowly, and to look at it before and
/// after. Our own judgement.
pub fn seconds_to_read(text: &str) -> f64 {
    const LETTERS_A_SECOND: f64 = 11.0;
    const AROUND: f64 = 9.0;
    AROUND + text.chars().count() as f64 / LETTERS_A_SECOND
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::everything;

    fn texts(session: &Session) -> Vec<String> {
        let lines = spoken(session).into_iter();
        lines.map(|line| line.text.to_string()).collect()
    }

    #[test]
    fn every_line_comes_once_as_it_is_shown() {
        let texts = texts(&everything());
        let mut once = texts.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), texts.len());
        assert!(
            texts.iter().all(|text| !text.contains(['{', '}'])),
            "{texts:#?}"
        );
        let shown = compile(&everything(), &ways()[0]);
        for line in shown.lines() {
            assert!(texts.contains(&line.text.to_string()), "{}", line.text);
        }
    }

    #[test]
    fn a_position_of_ones_own_is_recorded_and_softlys_are_not() {
        let mut session = everything();
        let mut own = session.positions[0].clone();
        own.id = Clean::from_shown("window-seat");
        own.set_up = vec![Clean::from_shown("Sit in the window.")];
        session.positions.push(own);
        assert_eq!(texts(&session)[0], "Sit in the window.");
        let built_in = Positions::built_in(Language::English);
        let known = built_in.names().next().and_then(|name| built_in.get(name));
        session.positions = known.into_iter().cloned().collect();
        let set_up = session.positions[0].set_up[0].to_string();
        assert!(!texts(&session).contains(&set_up));
    }

    #[test]
    fn lines_in_anatomical_words_come_after_the_others() {
        let mut session = everything();
        let said = compile(&session, &ways()[0]).lines()[0].text.clone();
        let plain = Clean::from_shown("The pelvic floor is soft.");
        session.rewording = crate::wording::Rewording::new([(said.clone(), plain.clone())]);
        let texts = texts(&session);
        let at = |line: &Clean| texts.iter().position(|text| *text == **line);
        assert!(at(&said).is_some() && at(&said) < at(&plain), "{texts:#?}");
    }
}
