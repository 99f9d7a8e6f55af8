//! What a therapist's second terminal is told about a session in the clinic, and what it makes of it.
//!
//! One side says what is played and where one is whenever that changes, never once a second; the
//! other side works out the time in between from the instants it is handed. How a message gets from
//! one to the other is not known here.

mod sharing;

pub use sharing::Sharing;

use serde::{Deserialize, Serialize};

use crate::player::{Player, Transport};
use crate::session::Session;
use crate::text::Clean;
use crate::time::{Ms, Now};
use crate::timeline::{SpanKind, Timeline};
use crate::words::Words;

/// The longest message that is believed, in bytes: above what the longest session can make.
pub const LONGEST: u64 = 8 * 1024 * 1024;

/// Something that is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Told {
    /// What is chosen or played.
    Outline(Outline),
    /// Where one is in it.
    Place(Place),
    /// Nothing is chosen.
    Nothing,
}

/// A session laid out for whoever follows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// What it is called.
    pub title: Clean,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// What is said when.
    pub lines: Vec<(Ms, Clean)>,
    /// How long it is.
    pub length: Ms,
}

/// A part of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What it is called.
    pub title: Clean,
    /// When it begins.
    pub onset: Ms,
    /// Whether it lasts until a key is pressed.
    pub waits: bool,
    /// Whether it is a further part of the same step.
    pub continues: bool,
    /// What its author wrote for the therapist.
    pub note: Option<Clean>,
}

/// Where one is in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The time into it when this was told.
    pub at: Ms,
    /// The time that it does not run past.
    pub until: Ms,
    /// Whether it goes on from there.
    pub moves: bool,
    /// How long a breath lasts, in percent of what is written.
    pub pace: u16,
}

impl Outline {
    /// A session laid out in time.
    pub fn new(words: &'static Words, session: &Session, timeline: &Timeline) -> Self {
        let part = |span: &crate::timeline::StepSpan| {
            let of_its_own = !matches!(span.kind, SpanKind::Move { .. });
            let step = session.all_steps().nth(span.source);
            let note = step.and_then(|step| step.note.clone());
            Part {
                title: Clean::from_shown(&words.part(span.title.as_deref(), &span.kind)),
                onset: span.onset,
                waits: span.kind.waits(),
                continues: span.continues,
                note: note.filter(|_| of_its_own),
            }
        };
        let lines = timeline.lines().iter();
        Self {
            title: session.shown_title().clone(),
            parts: timeline.steps().iter().map(part).collect(),
            lines: lines.map(|line| (line.onset, line.text.clone())).collect(),
            length: timeline.length(),
        }
    }
}

impl Place {
    /// Where a player is.
    pub fn of(player: &Player, now: Now) -> Self {
        let at = player.at(now);
        let (until, moves) = match player.transport() {
            Transport::Playing { until, .. } => (until, !player.is_held(now)),
            Transport::Paused { .. } => (at, false),
        };
        Self {
            at,
            until,
            moves,
            pace: player.choices().pace.percent(),
        }
    }
}

/// What somebody who follows knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Followed {
    /// What is chosen or played, if anything.
    pub outline: Option<Outline>,
    place: Option<(Place, Now)>,
}

impl Followed {
    /// Takes something that was told at an instant.
    pub fn take(&mut self, told: Told, now: Now) {
        match told {
            Told::Outline(outline) => {
                self.outline = Some(outline);
                self.place = None;
            }
            Told::Place(place) => self.place = Some((place, now)),
            Told::Nothing => *self = Self::default(),
        }
    }

    /// The time into the session, once it has begun.
    pub fn at(&self, now: Now) -> Option<Ms> {
        let (place, since) = self.place?;
        Some(if place.moves {
            (place.at + now.since(since)).min(place.until)
        } else {
            place.at
        })
    }

    /// Whether it goes on by itself just now.
    pub fn moves(&self, now: Now) -> bool {
        let until = self.place.map(|(place, _)| place.until);
        self.place.is_some_and(|(place, _)| place.moves) && self.at(now) < until
    }

    /// How long a breath lasts, in percent of what is written.
    pub fn pace(&self) -> Option<u16> {
        Some(self.place?.0.pace)
    }

    /// The index of the part that is under way.
    pub fn part(&self, now: Now) -> Option<usize> {
        let at = self.at(now)?;
        let parts = &self.outline.as_ref()?.parts;
        parts.iter().rposition(|part| part.onset <= at)
    }

    /// What is still to be said, and when.
    pub fn next_lines(&self, now: Now) -> impl Iterator<Item = &(Ms, Clean)> {
        let lines = self
            .outline
            .as_ref()
            .map_or(&[][..], |outline| &outline.lines);
        let at = self.at(now);
        lines.iter().filter(move |(onset, _)| Some(*onset) > at)
    }

    /// When it next has to be shown differently: with the next second.
    pub fn next_change(&self, now: Now) -> Option<Now> {
        let at = self.at(now).filter(|_| self.moves(now))?;
        Some(now + Ms(1000 - at.0 % 1000))
    }
}

#[cfg(test)]
mod tests;
