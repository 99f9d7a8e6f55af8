//! The parts of a session as they lie in time: what each does, and which step it comes from.
//!
//! One step of the session can make several of them: the parts of a scan, the sides of a stretch,
//! the rounds of a repeat. A person calls each of them a part, and skips them one by one.

use serde::Serialize;

use crate::session::{Contract, Pattern, Position};
use crate::text::Clean;
use crate::time::Ms;

/// Where a step of the session, or a part of one, lies in time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepSpan {
    /// When it begins.
    pub onset: Ms,
    /// How long it lasts; where it waits, until when somebody has had time to read.
    pub length: Ms,
    /// The step of the session that it comes from, counted from zero.
    pub source: usize,
    /// Whether that step is under way already: what begins then is no new step.
    ///
    /// A change of position stands before its step and is no part of it.
    pub continues: bool,
    /// What it is called, if its author gave it a name.
    pub title: Option<Clean>,
    /// What it does.
    pub kind: SpanKind,
}

impl StepSpan {
    /// When it is over.
    pub fn end(&self) -> Ms {
        self.onset + self.length
    }
}

/// What a part of a session does, as far as time is concerned.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SpanKind {
    /// Unpaced quiet.
    Rest,
    /// Attention to a sense or a place.
    Ground {
        /// Which.
        sense: Clean,
    },
    /// Breathing: paced, or at the person's own pace for the same time.
    Breathe {
        /// How many breaths the pacer would make.
        breaths: u32,
        /// The first breath.
        from: Pattern,
        /// The last breath.
        to: Pattern,
    },
    /// Attention to a part of the body.
    Part {
        /// Which.
        name: Clean,
    },
    /// A stretch or another unpaced posture.
    Stretch {
        /// What it is, in the author's words.
        text: Clean,
        /// The side it is done on, if it has sides.
        side: Option<Clean>,
    },
    /// Time to change sides.
    Swap {
        /// The side that comes next.
        side: Clean,
    },
    /// Small squeezes, each with its release.
    Contract(Contract),
    /// Until a key is pressed.
    Wait,
    /// The therapist's own exercise, until a key is pressed.
    External {
        /// What it is.
        text: Clean,
    },
    /// A change of position, until a key is pressed.
    Move {
        /// The position to change to.
        position: Box<Position>,
    },
}

impl SpanKind {
    /// Whether the clock stands still at its end until somebody goes on.
    pub const fn waits(&self) -> bool {
        matches!(self, Self::Wait | Self::External { .. } | Self::Move { .. })
    }
}
