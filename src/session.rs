//! A checked practice: what a session file means once nothing is wrong with it.
//!
//! A [`Session`] exists only without errors and never changes, so that every operation on it is
//! infallible. Reading and checking live in `script`; time is laid out in `timeline`.

mod pattern;
mod position;
#[cfg(test)]
pub(crate) mod sample;
mod step;

pub use pattern::{LONGEST_EASY_REST, Pattern, Phase};
pub use position::{Position, Sight};
pub use step::{Breathe, Cues, Extent, Offset, Step, StepKind, TimedLine};

use serde::Serialize;

use crate::text::Clean;
use crate::time::Ms;

/// One practice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Session {
    /// The short name by which it is played: `legs-resting`.
    pub id: Clean,
    /// What it is called.
    pub title: Clean,
    /// What it is for, in a line or two.
    pub about: Option<Clean>,
    /// Who wrote it.
    pub by: Option<Clean>,
    /// Where its ideas come from.
    pub sources: Vec<Clean>,
    /// The clinician who reviewed it; `None` is shown as "not yet reviewed by a clinician".
    pub reviewed_by: Option<Clean>,
    /// The positions it can be done in; the first is suggested. Never empty.
    pub positions: Vec<Position>,
    /// When to take care, or to choose another position.
    pub cautions: Vec<Clean>,
    /// Reasons to stop that belong to this practice, added to the shared list.
    pub stop_if: Vec<Clean>,
    /// Whether its author allows breath holds; each person still has to ask for them.
    pub holds: bool,
    /// The steps, in order. Never empty.
    pub steps: Vec<Step>,
    /// The shortest length its author allows when it is fitted to minutes.
    pub shortest: Option<Ms>,
    /// The longest length its author allows when it is fitted to minutes.
    pub longest: Option<Ms>,
}

impl Session {
    /// Whether any step paces the breath.
    pub fn is_paced(&self) -> bool {
        self.steps
            .iter()
            .any(|step| matches!(step.kind, StepKind::Breathe(_)))
    }

    /// What is good to know when doing it in a position, each thing said once.
    pub fn cautions_in<'a>(&'a self, position: &'a Position) -> impl Iterator<Item = &'a Clean> {
        let own = self.cautions.iter().chain(&self.stop_if);
        let others = position
            .cautions
            .iter()
            .filter(|caution| !self.cautions.contains(caution));
        own.chain(others)
    }
}
