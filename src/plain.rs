//! A session as lines of text, for screen readers, pipes and terminals that cannot do more.
//!
//! A line is complete when it is printed and is never changed. Once the rhythm is known the lines
//! about it become short, so that a screen reader has time to fall silent.

mod opening;

pub use opening::{check_in, gate, opening, opening_behind_gate, switched, toggles};

use std::fmt::Write;
use std::ops::Range;

use crate::time::Ms;
use crate::timeline::{Event, Timeline};
use crate::words::Words;

/// After so many breaths of a step the lengths are not said any more. A breath that slowly changes is
/// no exception: the words come on time all the same, and a number for each would never fall silent.
const BREATHS_TO_LEARN: u32 = 3;

/// Turns what begins into lines.
#[derive(Debug)]
pub struct Announcer<'a> {
    words: &'static Words,
    timeline: &'a Timeline,
}

impl<'a> Announcer<'a> {
    /// Announces a session in these words.
    pub fn new(words: &'static Words, timeline: &'a Timeline) -> Self {
        Self { words, timeline }
    }

    /// The line for something that begins, if it needs one.
    ///
    /// `cues` are the words that begin together with a phase. They share its line, after the word
    /// that has to come on time; its length would then be one thing too many to hear.
    fn line(&self, event: &Event<'_>, cues: &[&str]) -> Option<String> {
        let (words, plain) = (self.words, &self.words.plain);
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = match event {
            Event::Step(number, step) => {
                let title = step.title.as_deref().unwrap_or(words.step(&step.kind));
                let of = self.timeline.steps().len();
                (plain.step)(&mut text, number + 1, of, title, step.length)
            }
            Event::Phase {
                phase,
                breath,
                segment,
            } => {
                let label = words.short_phase(*phase);
                let learnt = *breath >= BREATHS_TO_LEARN || !cues.is_empty();
                let length = (!learnt).then_some(segment.length);
                (plain.phase)(&mut text, label, length)
                    .and_then(|()| cues.iter().try_for_each(|cue| write!(text, " {cue}")))
            }
            Event::Line(line) => text.write_str(&line.text),
            Event::End(_) => text.write_str(words.thanks),
        };
        (!text.is_empty()).then_some(text)
    }

    /// The lines of a stretch of the session.
    pub fn lines_between(&self, times: Range<Ms>) -> Vec<String> {
        let events = self.timeline.crossed(times);
        let at_once = events.chunk_by(|a, b| a.onset() == b.onset());
        at_once
            .flat_map(|events| self.lines_at_once(events))
            .collect()
    }

    /// The lines of what begins at one moment.
    fn lines_at_once(&self, events: &[Event<'a>]) -> Vec<String> {
        let paced = events
            .iter()
            .any(|event| matches!(event, Event::Phase { .. }));
        let cue = |event: &Event<'a>| match event {
            Event::Line(line) if paced => Some(&*line.text),
            _ => None,
        };
        let cues: Vec<&str> = events.iter().filter_map(cue).collect();
        let others = events.iter().filter(|event| cue(event).is_none());
        others.filter_map(|event| self.line(event, &cues)).collect()
    }
}

#[cfg(test)]
mod tests;
