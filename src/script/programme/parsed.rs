//! The parsed form of a programme file: every value that could be read, with its place.

use std::ops::Range;

use crate::programme::Times;
use crate::script::parsed::{Field, Texts};
use crate::session::Date;
use crate::text::Clean;

/// A programme file.
#[derive(Clone, Debug, Default)]
pub struct ProgrammeScript {
    /// The version of the format.
    pub format: Field<i64>,
    /// The title.
    pub title: Field<Clean>,
    /// The short name.
    pub id: Field<Clean>,
    /// Who wrote it.
    pub by: Field<Clean>,
    /// The language of its words.
    pub language: Field<Clean>,
    /// What it is for.
    pub about: Field<Clean>,
    /// The strands: the places of the words in the schema's list.
    pub strands: Field<Vec<usize>>,
    /// Where its ideas come from.
    pub sources: Field<Texts>,
    /// Who reviewed it; empty text says that nobody has.
    pub reviewed_by: Field<Clean>,
    /// When that was.
    pub reviewed_on: Field<Date>,
    /// The weeks.
    pub weeks: Vec<WeekScript>,
    /// Whether something was said about weeks that could not be read.
    pub weeks_unclear: bool,
    /// Whether a line above the first week could not be read.
    pub broken: bool,
    /// Where the text ends.
    pub end: usize,
    /// The stretches of the text that could not be read.
    pub unread: Vec<Range<usize>>,
}

/// A week of a programme file.
#[derive(Clone, Debug, Default)]
pub struct WeekScript {
    /// Its heading.
    pub span: Range<usize>,
    /// Its title.
    pub title: Field<Clean>,
    /// What it is for.
    pub about: Field<Clean>,
    /// What stands before it: the place of the word in the schema's list.
    pub gate: Field<usize>,
    /// What it invites to.
    pub invite: Field<Vec<InvitationScript>>,
    /// What it invites to otherwise.
    pub otherwise: Field<Vec<InvitationScript>>,
    /// The names of cards.
    pub cards: Field<Texts>,
    /// The question.
    pub ask: Field<Clean>,
    /// Whether a line of it could not be read.
    pub unclear: bool,
}

/// An invitation of a programme file.
#[derive(Clone, Debug, Default)]
pub struct InvitationScript {
    /// Its brackets or its heading.
    pub span: Range<usize>,
    /// The names of sessions, any of which will do.
    pub session: Field<Texts>,
    /// Words alone.
    pub say: Field<Clean>,
    /// The therapist's own exercise.
    pub external: Field<Clean>,
    /// How often.
    pub times: Field<Times>,
    /// When.
    pub when: Field<Clean>,
    /// What else there is to say.
    pub note: Field<Clean>,
    /// Whether the session goes without its optional parts.
    pub shorter: Field<bool>,
    /// Whether the session goes at one's own pace.
    pub own_pace: Field<bool>,
}
