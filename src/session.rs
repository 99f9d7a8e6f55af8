//! A checked practice: what a session file means once nothing is wrong with it.
//!
//! A [`Session`] exists only without errors and never changes, so that every operation on it is
//! infallible. Reading and checking live in `script`; time is laid out in `timeline`.

mod about;
mod contract;
mod drawing;
mod pattern;
mod position;
#[cfg(test)]
pub(crate) mod sample;
mod step;
mod strand;
mod worded;

pub use about::{Answers, CheckIn, Date, Gate, Sound, Sounds};
pub use contract::Contract;
pub use drawing::{Drawing, PAPER_HEIGHT, PAPER_WIDTH, Point, Shape, Stroke};
pub use pattern::{LONGEST_EASY_REST, Pattern, Phase};
pub use position::{Position, Sight};
pub use step::{
    Breathe, Cues, Extent, Offset, Part, Repeat, Scan, Step, StepKind, Stretch, TimedLine,
};
pub use strand::Strand;

use std::path::Path;
use std::sync::Arc;

use serde::Serialize;

use crate::text::Clean;
use crate::time::Ms;
use crate::wording::Rewording;

/// A line that somebody has recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recording {
    /// The line, as it is shown.
    pub line: Clean,
    /// The sound file, from the folder of the session.
    pub file: Clean,
}

/// One practice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Session {
    /// The short name by which it is played: `legs-resting`.
    pub id: Clean,
    /// What it is called.
    pub title: Clean,
    /// A neutral title, for lists and for screens that others may see.
    pub menu_title: Option<Clean>,
    /// The language its words are in, by its code; English where it does not say.
    pub language: Option<Clean>,
    /// What it is for, in a line or two.
    pub about: Option<Clean>,
    /// Who wrote it.
    pub by: Option<Clean>,
    /// The strands of care that it belongs to.
    pub strands: Vec<Strand>,
    /// Where its ideas come from.
    pub sources: Vec<Clean>,
    /// How sure that is, in words.
    pub confidence: Option<Clean>,
    /// The clinician who reviewed it; `None` is shown as "not yet reviewed by a clinician".
    pub reviewed_by: Option<Clean>,
    /// When that was.
    pub reviewed_on: Option<Date>,
    /// The positions it can be done in; the first is suggested. Never empty.
    pub positions: Vec<Position>,
    /// When to take care, or to choose another position.
    pub cautions: Vec<Clean>,
    /// Reasons to stop that belong to this practice, added to the shared list.
    pub stop_if: Vec<Clean>,
    /// What has to be read or agreed before it begins.
    pub gate: Gate,
    /// Whether its author allows breath holds; each person still has to ask for them.
    pub holds: bool,
    /// The steps, in order. Never empty.
    pub steps: Vec<Step>,
    /// The shortest length its author allows when it is fitted to minutes.
    pub shortest: Option<Ms>,
    /// The longest length its author allows when it is fitted to minutes.
    pub longest: Option<Ms>,
    /// A question for oneself, before or after.
    pub check_in: Option<CheckIn>,
    /// Which sounds it is played with.
    pub sounds: Sounds,
    /// Its lines that somebody has recorded, as they are shown, each with the sound file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recordings: Vec<Recording>,
    /// The folder that its sound files are in, where it comes from a file.
    #[serde(skip)]
    pub folder: Option<Arc<Path>>,
    /// Its lines in plain anatomical words, where it has any.
    #[serde(skip)]
    pub rewording: Rewording,
}

impl Session {
    /// The same session, with the folder of the file it comes from.
    #[must_use]
    pub fn in_folder_of(mut self, file: &Path) -> Self {
        self.folder = file.parent().map(Arc::from);
        self
    }

    /// The language its lines are in, by its code; English where it does not say.
    pub fn language_of_lines(&self) -> Clean {
        let told = self.language.clone();
        told.unwrap_or_else(|| Clean::from_shown("en"))
    }

    /// The title that others may see.
    pub fn shown_title(&self) -> &Clean {
        self.menu_title.as_ref().unwrap_or(&self.title)
    }

    /// The position with a short name, or the one that is suggested where it has no such position.
    pub fn position(&self, id: Option<&Clean>) -> &Position {
        let named = |position: &&Position| Some(&position.id) == id;
        self.positions
            .iter()
            .find(named)
            .unwrap_or(&self.positions[0])
    }

    /// Every step, the inner steps of repeats among them.
    pub fn all_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().flat_map(|step| {
            let inner = match &step.kind {
                StepKind::Repeat(repeat) => repeat.steps.as_slice(),
                _ => &[],
            };
            std::iter::once(step).chain(inner)
        })
    }

    /// Whether any step paces the breath.
    pub fn is_paced(&self) -> bool {
        self.all_steps()
            .any(|step| matches!(step.kind, StepKind::Breathe(_)))
    }

    /// Whether any step can be left out beforehand.
    pub fn has_optional(&self) -> bool {
        self.steps.iter().any(|step| step.optional)
    }

    /// Whether any step has small squeezes.
    pub fn has_squeezes(&self) -> bool {
        self.all_steps()
            .any(|step| matches!(step.kind, StepKind::Contract(_)))
    }

    /// Whether any part of a scan is left out until it is asked for.
    pub fn has_asked_parts(&self) -> bool {
        self.all_steps().any(|step| match &step.kind {
            StepKind::Scan(scan) => scan.parts.iter().any(|part| part.asked_for),
            _ => false,
        })
    }

    /// What is good to know when doing it in a position, each thing said once. The reasons to stop
    /// are told apart from it.
    pub fn cautions_in<'a>(&'a self, position: &'a Position) -> impl Iterator<Item = &'a Clean> {
        let own = self.cautions.iter();
        let others = position
            .cautions
            .iter()
            .filter(|caution| !self.cautions.contains(caution));
        own.chain(others)
    }
}
