//! A session as lines of text, for screen readers, pipes and terminals that cannot do more.
//!
//! A line is complete when it is printed and is never changed. Once the rhythm is known the lines
//! about it become short, so that a screen reader has time to fall silent.

use std::fmt::Write;
use std::ops::Range;

use crate::session::{Position, Session};
use crate::time::Ms;
use crate::timeline::{Event, Timeline};
use crate::words::Words;

/// After so many breaths of a step the lengths are not said any more. A breath that slowly changes is
/// no exception: the words come on time all the same, and a number for each would never fall silent.
const BREATHS_TO_LEARN: u32 = 3;

/// What is said before a session begins: what it is, how to settle, what to know.
pub fn opening(
    words: &Words,
    session: &Session,
    position: &Position,
    timeline: &Timeline,
) -> String {
    let plain = &words.plain;
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = (plain.title)(
        &mut text,
        &session.title,
        timeline.length(),
        timeline.steps().len(),
    );
    text.push_str("\n\n");
    let _ = writeln!(text, "{}.", position.title);
    for line in &position.set_up {
        let _ = writeln!(text, "{line}");
    }
    let settle = &words.settle;
    if !position.props.is_empty() {
        let props: Vec<&str> = position.props.iter().map(|prop| &**prop).collect();
        let _ = writeln!(text, "{}: {}.", settle.props, props.join(". "));
    }
    for (heading, line) in [
        (settle.lighter, &position.lighter),
        (settle.way_out, &position.way_out),
    ] {
        if let Some(line) = line {
            let _ = writeln!(text, "{heading}: {line}");
        }
    }
    text.push('\n');
    for caution in session.cautions_in(position) {
        let _ = writeln!(text, "{caution}");
    }
    let paced = session.is_paced();
    let shared = [Some(words.stop), Some(words.eyes)];
    let for_breath = [
        paced.then_some(words.easy),
        paced.then_some(words.other_anchor),
    ];
    for line in shared.into_iter().chain(for_breath).flatten() {
        let _ = writeln!(text, "{line}");
    }
    text
}

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
            Event::Squeeze(segment) | Event::Release(segment) => {
                let label = words.parts.squeeze[usize::from(matches!(event, Event::Release(_)))];
                (plain.phase)(&mut text, label, Some(segment.length))
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
