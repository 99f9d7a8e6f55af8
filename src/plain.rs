//! A session as lines of text, for screen readers, pipes and terminals that cannot do more.
//!
//! A line is complete when it is printed and is never changed. Once the rhythm is known the lines
//! about it become short, so that a screen reader has time to fall silent.

mod opening;

pub use opening::{check_in, gate, opening, opening_behind_gate, switched, title, toggles};

use std::fmt::Write;
use std::ops::Range;

use crate::session::Phase;
use crate::time::Ms;
use crate::timeline::{Event, SpanKind, StepSpan, Timeline};
use crate::words::Words;

/// After so many breaths of a step the lengths are not said any more. A breath that slowly changes is
/// no exception: the words come on time all the same, and a number for each would never fall silent.
const BREATHS_TO_LEARN: u32 = 3;

/// A stay or a rest that is shorter is over before its word is said: a ramp begins with such.
const LEAST_SAID: Ms = Ms::seconds(1);

/// How many steps begin among some parts.
fn begun(parts: &[StepSpan]) -> usize {
    parts.iter().filter(|part| !part.continues).count()
}

/// Turns what begins into lines.
#[derive(Debug)]
pub struct Announcer<'a> {
    words: &'static Words,
    timeline: &'a Timeline,
    /// Whether anybody can go on where the session waits.
    listens: bool,
}

impl<'a> Announcer<'a> {
    /// Announces a session in these words, to somebody who can answer or to nobody.
    pub fn new(words: &'static Words, timeline: &'a Timeline, listens: bool) -> Self {
        Self {
            words,
            timeline,
            listens,
        }
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
            Event::Step(number, part) => self.part(&mut text, *number, part),
            Event::Phase {
                phase,
                breath,
                segment,
            } => {
                let still = matches!(phase, Phase::Hold | Phase::Rest);
                if still && segment.length < LEAST_SAID && cues.is_empty() {
                    return None;
                }
                let label = words.short_phase(*phase);
                let learnt =
                    *breath >= BREATHS_TO_LEARN || !cues.is_empty() || self.is_known(segment.step);
                let length = (!learnt).then_some(segment.length);
                (plain.phase)(&mut text, label, length)
                    .and_then(|()| cues.iter().try_for_each(|cue| write!(text, " {cue}")))
            }
            // How long they last was said as the part began.
            Event::Squeeze(_) => (plain.phase)(&mut text, words.parts.squeeze[0], None),
            Event::Release(_) => (plain.phase)(&mut text, words.parts.squeeze[1], None),
            Event::Line(line) => text.write_str(&line.text),
            Event::Anchor(line) => text.write_str(words.anchor_line(line.anchor, line.turn)),
            Event::End(_) => text.write_str(words.thanks),
        };
        (!text.is_empty()).then_some(text)
    }

    /// A part begins. What its author wrote about it comes on a line of its own.
    fn part(&self, text: &mut String, index: usize, part: &StepSpan) -> std::fmt::Result {
        let (words, steps) = (&self.words.parts, self.timeline.steps());
        let waits = part.kind.waits() && self.listens;
        // The rounds of a repeat begin with a part of the first: how long that lasts would seem to
        // be said about all of them.
        let alike = matches!(part.kind, SpanKind::Part { .. } | SpanKind::Stretch { .. });
        let goes_on = steps.get(index + 1).is_some_and(|next| next.continues);
        let begins_rounds = !part.continues && !alike && goes_on;
        let length = (!waits && !begins_rounds).then_some(part.length);
        let number = (!part.continues).then(|| (begun(&steps[..=index]), begun(steps)));
        let title = self.words.part(part.title.as_deref(), &part.kind);
        (self.words.plain.step)(text, number, &title, length)?;
        if waits {
            write!(text, " {}", words.plain_go_on)?;
        }
        match &part.kind {
            // What an earlier round has told is known.
            SpanKind::Contract(_) if self.is_known(index) => Ok(()),
            SpanKind::Contract(contract) => {
                text.push('\n');
                (words.squeezes)(text, *contract)?;
                contract.effort.map_or(Ok(()), |percent| {
                    text.push('\n');
                    (words.effort)(text, percent)
                })
            }
            SpanKind::External { text: own } => write!(text, "\n{own}"),
            SpanKind::Stretch { text: own, .. } if part.title.is_some() => {
                write!(text, "\n{own}")
            }
            SpanKind::Move { position } => position
                .cautions
                .iter()
                .try_for_each(|caution| write!(text, "\n{caution}")),
            _ => Ok(()),
        }
    }

    /// Whether the breath or the squeezes of a part have been told in an earlier round.
    fn is_known(&self, part: usize) -> bool {
        let steps = self.timeline.steps();
        let (before, this) = (&steps[..part], &steps[part]);
        let earlier = before.iter().rev();
        let mut earlier = earlier.take_while(|part| part.source == this.source);
        earlier.any(|part| match (&part.kind, &this.kind) {
            (
                SpanKind::Breathe { from, to, .. },
                SpanKind::Breathe {
                    from: this_from,
                    to: this_to,
                    ..
                },
            ) => (from, to) == (this_from, this_to),
            (SpanKind::Contract(other), SpanKind::Contract(this)) => other == this,
            _ => false,
        })
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
