//! The parsed form of a session file: every value that could be read, with its place, and a note
//! where one was there but could not be. It may be wrong in every way that a file can be.

use std::ops::Range;

use crate::session::Offset;
use crate::text::Clean;
use crate::time::Ms;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
}

/// What a file says under one name.
///
/// `Wrong` keeps "there is something, and its mistake is already reported" apart from "there is
/// nothing", so that one slip is never reported twice.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// Nothing.
    #[default]
    Absent,
    /// Something that could not be read; where its name stands.
    Wrong(Range<usize>),
    /// A value; where its name stands, and the value itself.
    Given(Range<usize>, At<T>),
}

impl<T> Field<T> {
    /// The value with its place.
    pub fn given(&self) -> Option<&At<T>> {
        match self {
            Self::Given(_, given) => Some(given),
            Self::Absent | Self::Wrong(_) => None,
        }
    }

    /// The value.
    pub fn value(&self) -> Option<&T> {
        self.given().map(|given| &given.value)
    }

    /// Where its name stands, if it is there at all.
    pub fn key(&self) -> Option<Range<usize>> {
        match self {
            Self::Absent => None,
            Self::Wrong(key) | Self::Given(key, _) => Some(key.clone()),
        }
    }

    /// Whether there is nothing.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

/// A list of texts.
pub type Texts = Vec<At<Clean>>;

/// A session file.
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// The version of the format.
    pub softly: Field<i64>,
    /// The title.
    pub title: Field<Clean>,
    /// The short name.
    pub id: Field<Clean>,
    /// Who wrote it.
    pub by: Field<Clean>,
    /// What it is for.
    pub about: Field<Clean>,
    /// Where its ideas come from.
    pub sources: Field<Texts>,
    /// Who reviewed it; empty text says that nobody has.
    pub reviewed_by: Field<Clean>,
    /// The names of positions.
    pub position: Field<Texts>,
    /// When to take care.
    pub cautions: Field<Texts>,
    /// Reasons to stop.
    pub stop_if: Field<Texts>,
    /// Whether breaths may be held.
    pub holds: Field<bool>,
    /// The shortest length it may be fitted to.
    pub shortest: Field<Ms>,
    /// The longest length it may be fitted to.
    pub longest: Field<Ms>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Whether something was said about steps that could not be read.
    pub steps_unclear: bool,
    /// Whether a line above the first step could not be read.
    pub broken: bool,
    /// Where the text ends.
    pub end: usize,
    /// The stretches of the text that could not be read.
    pub unread: Vec<Range<usize>>,
}

impl Script {
    /// Whether a place lies on a line that could not be read.
    pub fn is_unread(&self, at: usize) -> bool {
        let holds = |unread: &Range<usize>| unread.start <= at && at <= unread.end;
        self.unread.iter().any(holds)
    }
}

/// A step of a session file.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Its heading.
    pub span: Range<usize>,
    /// Its title.
    pub title: Field<Clean>,
    /// What is said as it begins.
    pub say: Field<Clean>,
    /// What is said at other times.
    pub at: Field<Vec<TimedLine>>,
    /// Whether it is never fitted.
    pub fixed: Field<bool>,
    /// Quiet, for so long.
    pub rest: Field<Ms>,
    /// Breathing.
    pub breathe: Field<Breath>,
    /// The breath it leads to.
    pub ramp_to: Field<Breath>,
    /// How long.
    pub length: Field<Ms>,
    /// Whether the length is a number without a unit, which counts seconds.
    pub length_without_unit: bool,
    /// How often.
    pub times: Field<i64>,
    /// What is said breath by breath.
    pub cues: Field<Cues>,
    /// The sense or place that attention is invited to.
    pub ground: Field<Clean>,
    /// Whether a line of it could not be read, or it does something that is not known yet.
    pub unclear: bool,
}

/// A breath of a session file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breath {
    /// The in-breath.
    pub inhale: Field<Ms>,
    /// The pause with full lungs.
    pub hold: Field<Ms>,
    /// The out-breath.
    pub exhale: Field<Ms>,
    /// The pause with empty lungs.
    pub rest: Field<Ms>,
}

/// The lines for each phase of the breath; an empty one leaves a breath without words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cues {
    /// On the in-breath.
    pub inhale: Field<Texts>,
    /// While the lungs are full.
    pub hold: Field<Texts>,
    /// On the out-breath.
    pub exhale: Field<Texts>,
    /// While the lungs are empty.
    pub rest: Field<Texts>,
}

/// A line with a time of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimedLine {
    /// When.
    pub at: At<Offset>,
    /// What.
    pub line: At<Clean>,
}
