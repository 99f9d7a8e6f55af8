//! A checked programme: weeks of invitations to sessions, with something to read and a question.
//!
//! A [`Programme`] exists only without errors and never changes. It counts nothing and owes
//! nothing: which week somebody is in is the person's own affair, and kept elsewhere.

pub mod rows;

use std::fmt;

use serde::{Serialize, Serializer};

use crate::session::{Date, Session, Strand};
use crate::text::Clean;
use crate::timeline::Choices;

/// Weeks of practice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Programme {
    /// The short name by which it is followed: `finding-softness`.
    pub id: Clean,
    /// What it is called.
    pub title: Clean,
    /// What it is for, in a line or two.
    pub about: Option<Clean>,
    /// Who wrote it.
    pub by: Option<Clean>,
    /// The language its words are in, by its code; English where it does not say.
    pub language: Option<Clean>,
    /// The strands of care that it belongs to.
    pub strands: Vec<Strand>,
    /// Where its ideas come from.
    pub sources: Vec<Clean>,
    /// The clinician who reviewed it; `None` is shown as "not yet reviewed by a clinician".
    pub reviewed_by: Option<Clean>,
    /// When that was.
    pub reviewed_on: Option<Date>,
    /// The weeks, in order. Never empty.
    pub weeks: Vec<Week>,
}

/// One week, which lasts for as long as somebody likes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Week {
    /// What it is called.
    pub title: Clean,
    /// What it is for, in a line or two.
    pub about: Option<Clean>,
    /// Whether it is meant to be chosen together with a therapist.
    pub with_therapist: bool,
    /// What it invites to. Never empty.
    pub invite: Vec<Invitation>,
    /// What it invites to for as long as no therapist has chosen it, too. Never empty in a week
    /// that is meant for that, and empty in any other.
    pub otherwise: Vec<Invitation>,
    /// The short names of the cards to read.
    pub cards: Vec<Clean>,
    /// A question for oneself. No answer is kept.
    pub ask: Option<Clean>,
}

/// Something that a week invites to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Invitation {
    /// What it is.
    pub what: What,
    /// How often, as an invitation. Nothing is ever counted against it.
    pub times: Option<Times>,
    /// When, in words.
    pub when: Option<Clean>,
    /// What else there is to say about it.
    pub note: Option<Clean>,
    /// Whether the session goes without its optional parts.
    pub shorter: bool,
    /// Whether the session goes at one's own pace.
    pub own_pace: bool,
}

/// What an invitation is to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// Sessions by their short names; any of them will do. Never empty.
    Sessions(Vec<Clean>),
    /// Words alone.
    Say(Clean),
    /// The therapist's own exercise, as text.
    External(Clean),
}

/// How often, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// The least.
    pub least: u32,
    /// The most; never less than the least.
    pub most: u32,
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most {
            write!(f, "{}", self.least)
        } else {
            write!(f, "{}-{}", self.least, self.most)
        }
    }
}

impl Serialize for Times {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Programme {
    /// A week by its number, from 1; the nearest one there is where there is none of that number.
    pub fn week(&self, number: usize) -> &Week {
        &self.weeks[self.nearest(number) - 1]
    }

    /// The number of the week that is nearest to a number.
    pub fn nearest(&self, number: usize) -> usize {
        number.clamp(1, self.weeks.len())
    }
}

impl Week {
    /// What it invites to, for somebody whose therapist has chosen it with them, or has not.
    pub fn invitations(&self, with_therapist: bool) -> &[Invitation] {
        if self.with_therapist && !with_therapist {
            &self.otherwise
        } else {
            &self.invite
        }
    }
}

impl Invitation {
    /// What is chosen already when a session is opened from here.
    pub fn choices(&self, session: &Session) -> Choices {
        Choices {
            without_optional: self.shorter && session.has_optional(),
            own_pace: self.own_pace,
            ..Choices::default()
        }
    }
}
