//! The parsed form of a session file: every value that could be read, with its place, and a note
//! where one was there but could not be. It may be wrong in every way that a file can be.

use std::ops::Range;

use super::schema::Key;
use crate::session::{Date, Offset, Position, Sound};
use crate::sound_file::Purpose;
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

    /// Whether there is something that could not be read.
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::Wrong(_))
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
    /// The title for screens that others may see.
    pub menu_title: Field<Clean>,
    /// The short name.
    pub id: Field<Clean>,
    /// Who wrote it.
    pub by: Field<Clean>,
    /// The language of its words.
    pub language: Field<Clean>,
    /// What it is for.
    pub about: Field<Clean>,
    /// The strands of care: their places in the schema's list.
    pub strands: Field<Vec<usize>>,
    /// Where its ideas come from.
    pub sources: Field<Texts>,
    /// How sure they are.
    pub confidence: Field<Clean>,
    /// Who reviewed it; empty text says that nobody has.
    pub reviewed_by: Field<Clean>,
    /// When that was.
    pub reviewed_on: Field<Date>,
    /// The names of positions.
    pub position: Field<Texts>,
    /// When to take care.
    pub cautions: Field<Texts>,
    /// Reasons to stop.
    pub stop_if: Field<Texts>,
    /// What stands before the set-up: the place of the word in the schema's list.
    pub gate: Field<usize>,
    /// Whether breaths may be held.
    pub holds: Field<bool>,
    /// The shortest length it may be fitted to.
    pub shortest: Field<Ms>,
    /// The longest length it may be fitted to.
    pub longest: Field<Ms>,
    /// Which of these two have a number without a unit.
    pub limits_without_unit: [bool; 2],
    /// The question.
    pub check_in: Field<CheckIn>,
    /// The sounds.
    pub sounds: Field<Sounds>,
    /// Its lines that somebody has recorded.
    pub recordings: Field<Vec<Recorded>>,
    /// Its lines in plain anatomical words.
    pub anatomical: Field<Vec<Reworded>>,
    /// The positions that the file describes itself.
    pub own_positions: Field<Vec<At<Position>>>,
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
    /// The sound files that it names.
    pub fn sound_files(&self) -> Vec<NamedSound> {
        let sounds = self.sounds.value().into_iter();
        let sounds = sounds.flat_map(|sounds| {
            [
                (&sounds.step, Purpose::Bell),
                (&sounds.end, Purpose::Bell),
                (&sounds.bed, Purpose::Bed),
            ]
        });
        let named = sounds.filter_map(|(sound, purpose)| match sound.given() {
            Some(At {
                value: Sound::File(name),
                span,
            }) => Some(NamedSound {
                purpose,
                name: At {
                    value: name.clone(),
                    span: span.clone(),
                },
            }),
            _ => None,
        });
        let spoken = |name: &At<Clean>| NamedSound {
            purpose: Purpose::Line,
            name: name.clone(),
        };
        let steps = self.steps.iter();
        let steps = steps
            .flat_map(|step| std::iter::once(step).chain(step.steps.value().into_iter().flatten()));
        let voices = steps.filter_map(|step| step.voice.given());
        let recordings = self.recordings.value().into_iter().flatten();
        let lines = recordings.map(|recorded| &recorded.file).chain(voices);
        named.chain(lines.map(spoken)).collect()
    }
}

/// A sound file that is named, and what it is there for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSound {
    /// What it is there for.
    pub purpose: Purpose,
    /// Its name.
    pub name: At<Clean>,
}

/// A line that somebody has recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The words of the line.
    pub line: At<Clean>,
    /// The sound file.
    pub file: At<Clean>,
}

/// A line in other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reworded {
    /// The line it stands for.
    pub neutral: At<Clean>,
    /// The line itself.
    pub line: At<Clean>,
}

/// A question of a session file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckIn {
    /// The question.
    pub ask: Field<Clean>,
    /// When it is asked: the place of the word in the schema's list.
    pub when: Field<usize>,
    /// Words to answer with.
    pub answers: Field<Texts>,
    /// What 0 means.
    pub low: Field<Clean>,
    /// What 10 means.
    pub high: Field<Clean>,
}

/// The sounds of a session file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sounds {
    /// What follows the breath.
    pub breath: Field<Sound>,
    /// What tells that a step begins.
    pub step: Field<Sound>,
    /// What tells that the session is over.
    pub end: Field<Sound>,
    /// What goes on below everything.
    pub bed: Field<Sound>,
}

/// A step of a session file.
#[derive(Clone, Debug, Default)]
pub struct Step {
    /// Its heading.
    pub span: Range<usize>,
    /// The names that are there, and where each stands.
    pub keys: Vec<(&'static Key, Range<usize>)>,
    /// Its title.
    pub title: Field<Clean>,
    /// What is said as it begins.
    pub say: Field<Texts>,
    /// A recording of that.
    pub voice: Field<Clean>,
    /// What is said at other times.
    pub at: Field<Vec<TimedLine>>,
    /// The names of positions.
    pub position: Field<Texts>,
    /// Whether it can be left out.
    pub optional: Field<bool>,
    /// Whether it is never fitted.
    pub fixed: Field<bool>,
    /// Whether a long stretch without words is meant.
    pub long_silence: Field<bool>,
    /// For the therapist.
    pub note: Field<Clean>,
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
    /// Parts of the body.
    pub scan: Field<Texts>,
    /// How long each of them.
    pub each: Field<Ms>,
    /// Those that are left out until they are asked for.
    pub ask_first: Field<Texts>,
    /// A posture.
    pub stretch: Field<Clean>,
    /// Its sides.
    pub sides: Field<Vec<Side>>,
    /// The time between them.
    pub swap: Field<Ms>,
    /// A squeeze.
    pub contract: Field<Contract>,
    /// The sense or place that attention is invited to.
    pub ground: Field<Clean>,
    /// Until a key is pressed.
    pub wait: Field<bool>,
    /// The therapist's own exercise.
    pub external: Field<Clean>,
    /// How many rounds.
    pub repeat: Field<i64>,
    /// The steps of a round.
    pub steps: Field<Vec<Self>>,
    /// Whether the last round ends before the last of them.
    pub skip_last: Field<bool>,
    /// Whether a line of it could not be read.
    pub unclear: bool,
}

impl Step {
    /// Where a name stands, if it is there.
    pub fn key(&self, name: &str) -> Option<Range<usize>> {
        let found = self.keys.iter().find(|(key, _)| key.name == name);
        found.map(|(_, span)| span.clone())
    }
}

/// A squeeze of a session file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contract {
    /// How long it lasts.
    pub squeeze: Field<Ms>,
    /// How long its release lasts.
    pub release: Field<Ms>,
    /// How strong it is.
    pub effort: Field<i64>,
}

/// A breath of a session file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breath {
    /// The in-breath.
    pub inhale: Field<Ms>,
    /// The second, small in-breath.
    pub sip: Field<Ms>,
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
    /// On the second, small in-breath.
    pub sip: Field<Texts>,
    /// While the lungs are full.
    pub hold: Field<Texts>,
    /// On the out-breath.
    pub exhale: Field<Texts>,
    /// While the lungs are empty.
    pub rest: Field<Texts>,
}

/// A side of a stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left one, in whatever the file's language calls it.
    Left,
    /// The right one.
    Right,
    /// One in the author's own words.
    Own(Clean),
}

/// A line with a time of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimedLine {
    /// When.
    pub at: At<Offset>,
    /// What.
    pub line: At<Clean>,
}
