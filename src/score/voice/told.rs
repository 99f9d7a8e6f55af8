//! Which words are spoken in a session, from when on, and by when they have to have ended.
//!
//! The author's lines and the program's own about an anchor are one list here. Nothing is placed yet.

use std::collections::HashSet;

use crate::language::Language;
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Anchor, StepSpan, Timeline};

/// So long before the next words begin these have ended.
const APART: Ms = Ms(250);

/// Some words to be spoken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// When they appear.
    pub(super) onset: Ms,
    /// When what they are about is over.
    pub(super) until: Ms,
    /// When they have to have ended.
    pub(super) limit: Ms,
    /// What they are.
    pub(super) what: What,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A line of the author's.
    Line(Clean),
    /// An anchor, named for the time with this number.
    Anchor(Anchor, usize),
}

impl What {
    /// The words in a language. A line is in the language that it is in.
    fn text(&self, language: Language) -> Clean {
        match self {
            Self::Line(text) => text.clone(),
            Self::Anchor(anchor, turn) => {
                Clean::from_shown(language.words().anchor_line(*anchor, *turn))
            }
        }
    }

    /// The words in every language that they may be spoken in.
    pub(super) fn texts(&self) -> impl Iterator<Item = Clean> {
        let languages = match self {
            Self::Line(_) => &Language::ALL[..1],
            Self::Anchor(..) => &Language::ALL,
        };
        languages.iter().map(|language| self.text(*language))
    }
}

/// Everything that is spoken, in order.
pub(super) fn told(timeline: &Timeline) -> Vec<Told> {
    let end_of = |step: usize| {
        let part = timeline.steps().get(step);
        part.map_or(timeline.length(), StepSpan::end)
    };
    let lines = timeline.lines().iter().map(|line| Told {
        onset: line.onset,
        until: line.until,
        limit: end_of(line.step),
        what: What::Line(line.text.clone()),
    });
    let anchors = timeline.anchor_lines().iter().map(|line| Told {
        onset: line.onset,
        until: line.until,
        limit: end_of(line.step),
        what: What::Anchor(line.anchor, line.turn),
    });
    let mut told: Vec<Told> = lines.chain(anchors).collect();
    told.sort_by_key(|told| told.onset);
    let mut next = timeline.length();
    for told in told.iter_mut().rev() {
        told.limit = told.limit.min(next) - APART;
        next = told.onset;
    }
    told
}

/// The words that are spoken in a session, each once: from a place on, and then what came before it.
///
/// Anchors are named in the language with this code, where softly speaks it; else a quiet signal
/// names them.
pub fn lines_of(timeline: &Timeline, language: &str, from: Ms) -> Vec<Clean> {
    let language = Language::of_code(language);
    let told = told(timeline).into_iter();
    let (before, after): (Vec<Told>, Vec<Told>) = told.partition(|told| told.until <= from);
    let mut known = HashSet::new();
    let texts = after.into_iter().chain(before);
    texts
        .filter_map(|told| match (told.what, language) {
            (What::Line(text), _) => Some(text),
            (anchor @ What::Anchor(..), Some(language)) => Some(anchor.text(language)),
            (What::Anchor(..), None) => None,
        })
        .filter(|text| known.insert(text.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::{breaths, clean, rest, session, step};
    use crate::session::{Offset, StepKind, TimedLine};
    use crate::timeline::{Choices, compile};

    fn timeline(anchor: Anchor) -> Timeline {
        let mut first = step(rest(30));
        first.say = vec![clean("Welcome.")];
        let mut breathing = step(StepKind::Breathe(breaths(12, [4, 0, 6])));
        breathing.say = vec![clean("An easy pace.")];
        breathing.timed = vec![TimedLine {
            at: Offset::Start(Ms::seconds(40)),
            line: clean("Welcome."),
        }];
        let choices = Choices {
            anchor,
            ..Choices::default()
        };
        compile(&session(vec![first, breathing, step(rest(20))]), &choices)
    }

    #[test]
    fn words_end_before_the_next_ones_begin_and_before_their_part_is_over() {
        let limits: Vec<(u64, u64)> = told(&timeline(Anchor::Breath))
            .iter()
            .map(|told| (told.onset.0, told.limit.0))
            .collect();
        assert_eq!(
            limits,
            [(0, 29_750), (30_000, 69_750), (70_000, 149_750)],
            "the part before, the next line, the end of the part"
        );
    }

    #[test]
    fn what_is_needed_first_comes_first_and_once() {
        let timeline = timeline(Anchor::Breath);
        let lines = |from| lines_of(&timeline, "en", Ms::seconds(from));
        assert_eq!(lines(0), [clean("Welcome."), clean("An easy pace.")]);
        assert_eq!(lines(31), [clean("An easy pace."), clean("Welcome.")]);
    }

    #[test]
    fn an_anchor_is_named_in_the_language_that_is_spoken() {
        let timeline = timeline(Anchor::Feet);
        for (code, language) in [("en", Language::English), ("de-AT", Language::German)] {
            let words = language.words().anchor_line(Anchor::Feet, 0);
            assert!(lines_of(&timeline, code, Ms::ZERO).contains(&clean(words)));
        }
        let others = lines_of(&timeline, "fr", Ms::ZERO);
        assert_eq!(others, [clean("Welcome."), clean("An easy pace.")]);
    }
}
