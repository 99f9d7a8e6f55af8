//! A part of a session. Each kind of step does exactly one thing.

use serde::Serialize;

use super::pattern::{Pattern, Phase};
use crate::text::Clean;
use crate::time::Ms;

/// One step, and the words that go with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// What it is called, in the outline.
    pub title: Option<Clean>,
    /// The line said as it begins.
    pub say: Option<Clean>,
    /// Lines said at a time from its start or before its end.
    pub timed: Vec<TimedLine>,
    /// Whether it keeps its length when the session is fitted to minutes.
    pub fixed: bool,
    /// What it does.
    pub kind: StepKind,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepKind {
    /// Unpaced quiet.
    Rest {
        /// How long.
        length: Ms,
    },
    /// Paced breathing.
    Breathe(Breathe),
    /// Attention to the senses, unpaced: what can be seen, heard, touched.
    Ground {
        /// The sense or place that attention is invited to.
        sense: Clean,
        /// How long.
        length: Ms,
    },
}

/// Paced breathing, always a whole number of breaths.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Breathe {
    /// The breath it starts with.
    pub pattern: Pattern,
    /// The breath it ends with, if it changes on the way.
    pub ramp_to: Option<Pattern>,
    /// How much of it.
    pub extent: Extent,
    /// Lines said on a phase, in turn breath by breath.
    pub cues: Cues,
}

/// How much breathing a step asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Extent {
    /// This many breaths.
    Times(u32),
    /// As many whole breaths as come nearest to this length.
    For(Ms),
}

/// Lines that belong to a phase; `None` leaves that breath without words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cues {
    /// On the in-breath.
    #[serde(rename = "in")]
    pub inhale: Vec<Option<Clean>>,
    /// While the lungs are full.
    pub hold: Vec<Option<Clean>>,
    /// On the out-breath.
    #[serde(rename = "out")]
    pub exhale: Vec<Option<Clean>>,
    /// While the lungs are empty.
    pub rest: Vec<Option<Clean>>,
}

impl Cues {
    /// The line for a phase of the breath number `breath`, counted from zero.
    pub fn line(&self, phase: Phase, breath: u32) -> Option<&Clean> {
        let lines = match phase {
            Phase::In => &self.inhale,
            Phase::Hold => &self.hold,
            Phase::Out => &self.exhale,
            Phase::Rest => &self.rest,
        };
        lines.get(breath as usize % lines.len().max(1))?.as_ref()
    }
}

/// A line said at a time of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimedLine {
    /// When.
    pub at: Offset,
    /// What.
    pub line: Clean,
}

/// A time within a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Offset {
    /// This long after the step begins.
    Start(Ms),
    /// This long before the step ends.
    End(Ms),
}
