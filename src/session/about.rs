//! What a session says about itself, beside its steps: gate, question, sounds, dates.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::text::Clean;

/// What has to be read or agreed before a session can begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Gate {
    /// Nothing.
    #[default]
    None,
    /// The cautions are read first.
    Note,
    /// A therapist chose the session with the person.
    Therapist,
}

/// A question that one may answer for oneself. The answer is kept nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckIn {
    /// The question.
    pub ask: Clean,
    /// What one can answer with.
    pub answers: Answers,
    /// Whether it is asked before the session.
    pub before: bool,
    /// Whether it is asked afterwards.
    pub after: bool,
}

/// What a question can be answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Answers {
    /// The program's own words, from held to soft.
    Usual,
    /// The author's words.
    Words(Vec<Clean>),
    /// A number from 0 to 10, and what its ends mean.
    Numbers {
        /// What 0 means.
        low: Clean,
        /// What 10 means.
        high: Clean,
    },
}

/// Which sounds a session is played with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sounds {
    /// What follows the breath.
    pub breath: Sound,
    /// What tells that a step begins.
    pub step: Sound,
    /// What tells that the session is over.
    pub end: Sound,
    /// What goes on below everything.
    pub bed: Sound,
}

/// A sound by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sound {
    /// What softly uses of itself.
    #[default]
    Usual,
    /// None at all.
    None,
    /// One of softly's own, by the name that the schema has for it.
    Named(&'static str),
    /// A file beside the script.
    File(Clean),
}

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
