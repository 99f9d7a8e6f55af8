//! A part of a session. Each kind of step does exactly one thing.
//!
//! Texts may hold placeholders (`{side}`, `{part}`, `{n}`, `{of}`), which `timeline::spread` fills
//! in; that none stands where nothing could fill it was checked before.

use serde::Serialize;

use super::contract::Contract;
use super::pattern::{Pattern, Phase};
use super::position::Position;
use crate::text::Clean;
use crate::time::Ms;

/// One step, and the words that go with it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// What it is called, in the outline.
    pub title: Option<Clean>,
    /// The line said as it begins; where it begins more than once, they are said in turn.
    pub say: Vec<Clean>,
    /// A recording of the words, as a file beside the script.
    pub voice: Option<Clean>,
    /// Lines said at a time from its start or before its end.
    pub timed: Vec<TimedLine>,
    /// The positions it can be done in; empty where it stays in the one before.
    pub positions: Vec<Position>,
    /// Whether a person may leave it out beforehand.
    pub optional: bool,
    /// Whether it keeps its length when the session is fitted to minutes.
    pub fixed: bool,
    /// Whether a long stretch without words is meant.
    pub long_silence: bool,
    /// For the therapist alone; never on a client's screen.
    #[serde(skip)]
    pub note: Option<Clean>,
    /// What it does.
    pub kind: StepKind,
}

impl Step {
    /// A step without words that does one thing.
    pub fn new(kind: StepKind) -> Self {
        Self {
            title: None,
            say: Vec::new(),
            voice: None,
            timed: Vec::new(),
            positions: Vec::new(),
            optional: false,
            fixed: false,
            long_silence: false,
            note: None,
            kind,
        }
    }
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
    /// Attention that visits parts of the body, one after the other.
    Scan(Scan),
    /// A stretch or another unpaced posture, once or on each side.
    Stretch(Stretch),
    /// Small squeezes, each with its release. Only behind a therapist's gate, and only if asked for.
    Contract(Contract),
    /// Until a key is pressed.
    Wait,
    /// The therapist's own exercise, shown until a key is pressed.
    External {
        /// What it is, in the therapist's words.
        text: Clean,
    },
    /// Some steps, several times.
    Repeat(Repeat),
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

/// A visit to some parts of the body.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scan {
    /// The parts, in order. Never empty.
    pub parts: Vec<Part>,
    /// How long each is visited.
    pub each: Ms,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is called.
    pub name: Clean,
    /// Whether it is left out until the person asks for it.
    pub asked_for: bool,
}

/// An unpaced posture, held once or on each side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stretch {
    /// What it is, in the author's words.
    pub text: Clean,
    /// How long, on each side.
    pub length: Ms,
    /// The sides, in order, in the language of the file; empty where there are none.
    pub sides: Vec<Clean>,
    /// The time to change sides.
    pub swap: Ms,
}

/// Steps that come several times. They do not repeat anything themselves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Repeat {
    /// How many times.
    pub rounds: u32,
    /// The steps of a round. Never empty.
    pub steps: Vec<Step>,
    /// Whether the last round ends before the last of the steps.
    pub skip_last: bool,
}

/// Lines that belong to a phase; `None` leaves that breath without words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cues {
    /// On the in-breath.
    #[serde(rename = "in")]
    pub inhale: Vec<Option<Clean>>,
    /// On the second, small in-breath.
    pub sip: Vec<Option<Clean>>,
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
            Phase::Sip => &self.sip,
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
