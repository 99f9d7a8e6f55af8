//! Words of the clinic, where a therapist steers and somebody else looks on, and of the notes that
//! follow in a second terminal.

use std::fmt::{self, Write};

use super::{Words, written};
use crate::time::Ms;

/// Words of the clinic.
#[derive(Debug)]
pub struct ClinicWords {
    /// A phase is held open.
    pub held_open: &'static str,
    /// How to go on from there.
    pub goes_on: &'static str,
    /// After the first tap.
    pub tap_on: &'static str,
    /// Where no breath is paced that could follow a tap.
    pub nothing_paced: &'static str,
    /// How long a breath lasts now.
    pub followed: fn(&mut dyn Write, Ms) -> fmt::Result,
    /// Words of the notes.
    pub notes: NoteWords,
}

/// Words of the notes that a therapist has beside a session.
#[derive(Debug)]
pub struct NoteWords {
    /// The heading.
    pub heading: &'static str,
    /// Nothing is played that could be followed.
    pub waiting: &'static str,
    /// How to begin something that can be followed.
    pub how: &'static str,
    /// A session is chosen, and has not begun.
    pub not_begun: &'static str,
    /// A part has no note.
    pub none: &'static str,
    /// Before what comes next.
    pub next: &'static str,
    /// The end of the session.
    pub end: &'static str,
    /// Nothing moves just now.
    pub stands: &'static str,
    /// It lasts until a key is pressed.
    pub until_key: &'static str,
    /// How long a breath lasts, in percent of what is written.
    pub pace: fn(&mut dyn Write, u16) -> fmt::Result,
}

impl Words {
    /// How long a breath lasts, in percent of what is written.
    pub fn breath_pace(&self, percent: u16) -> String {
        written(|out| (self.clinic.notes.pace)(out, percent))
    }
}

/// In English.
pub(super) const ENGLISH: ClinicWords = ClinicWords {
    held_open: "here, as long as you like",
    goes_on: "The full stop goes on from here.",
    tap_on: "t again, with the next in-breath",
    nothing_paced: "no breath is paced here",
    followed: |out, length| {
        let tenths = (length.0 + 50) / 100;
        write!(out, "a breath lasts {}.{} s", tenths / 10, tenths % 10)
    },
    notes: NoteWords {
        heading: "Notes",
        waiting: "Nothing is played in the clinic just now.",
        how: "softly --clinic in another window begins; the notes follow by themselves.",
        not_begun: "It has not begun yet.",
        none: "No note for this part.",
        next: "Next",
        end: "The end of the session.",
        stands: "stands still",
        until_key: "until a key",
        pace: |out, percent| write!(out, "breath {percent} %"),
    },
};
