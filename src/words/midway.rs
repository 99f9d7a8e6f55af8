//! What is said about the choices in the middle of a session. Hints come in more words and in fewer.

use std::fmt::{self, Write};

use super::{Words, written};
use crate::session::Session;
use crate::timeline::{Listed, ListedPart, Timeline};

/// The words in one language.
#[derive(Debug)]
pub struct MidwayWords {
    /// Heading of the steps.
    pub steps: &'static str,
    /// Beside the step one is in.
    pub here: &'static str,
    /// Beside a step that was left out.
    pub left_out: &'static str,
    /// Beside a step that waits for a key.
    pub waits: &'static str,
    /// How many rounds a step has.
    pub rounds: fn(&mut dyn Write, u32) -> fmt::Result,
    /// How to go to a step.
    pub go_to: &'static [&'static str],
    /// The position that leads to a step, before its title.
    pub by_way_of: &'static str,
    /// Heading of a lighter version and other positions.
    pub lighter: &'static str,
    /// How to go on in the position one is in.
    pub on_here: &'static [&'static str],
    /// How to go on in another one.
    pub on_there: &'static [&'static str],
    /// The screen goes dark.
    pub fades: &'static str,
}

pub(super) const ENGLISH: MidwayWords = MidwayWords {
    steps: "The steps",
    here: "here",
    left_out: "left out",
    waits: "until a key",
    rounds: |out, rounds| write!(out, "{rounds} rounds"),
    go_to: &[
        "Enter goes there, and on from there.",
        "enter goes there",
        "go: enter",
    ],
    by_way_of: "by way of",
    lighter: "Lighter, or another position",
    on_here: &[
        "Enter goes on from where you were.",
        "enter goes on",
        "go on: enter",
    ],
    on_there: &[
        "No hurry. When you are there, Enter goes on, in this position.",
        "When you are there, Enter goes on.",
        "enter goes on",
        "go on: enter",
    ],
    fades: "the screen goes dark; any key brings it back",
};

impl Words {
    /// What a row of the steps is called.
    pub fn listed(&self, row: &Listed, session: &Session, timeline: &Timeline) -> String {
        match row {
            Listed::Part(part) => self.listed_part(part, session, timeline),
            Listed::LeftOut { source } => {
                let title = session
                    .steps
                    .get(*source)
                    .and_then(|step| step.title.as_ref());
                title.map_or(self.midway.left_out, |title| title).to_owned()
            }
        }
    }

    fn listed_part(&self, part: &ListedPart, session: &Session, timeline: &Timeline) -> String {
        let span = &timeline.steps()[part.named];
        match part.title(session, timeline) {
            Some(title) if part.rounds > 1 => title.to_string(),
            title => self
                .part(title.map(|title| &**title), &span.kind)
                .into_owned(),
        }
    }

    /// What stands beside a row of the steps, what matters most at the end: whether one is there, how
    /// often it comes, and how long it lasts.
    pub fn beside_listed(&self, row: &Listed, here: bool) -> Vec<String> {
        let words = &self.midway;
        let Listed::Part(part) = row else {
            return vec![words.left_out.to_owned()];
        };
        let here = here.then(|| words.here.to_owned());
        let rounds = (part.rounds > 1).then(|| written(|out| (words.rounds)(out, part.rounds)));
        let length = if part.waits {
            words.waits.to_owned()
        } else {
            part.length.to_string()
        };
        here.into_iter().chain(rounds).chain([length]).collect()
    }
}
