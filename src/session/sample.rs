//! Sessions made by hand, for tests that need nothing but steps.

use super::{Session, Step, StepKind};
use crate::text::Clean;

/// A step without words.
pub(crate) fn step(kind: StepKind) -> Step {
    Step {
        title: None,
        say: None,
        timed: Vec::new(),
        fixed: false,
        kind,
    }
}

/// A session of these steps, with holds allowed.
pub(crate) fn session(steps: Vec<Step>) -> Session {
    let name = Clean::from_shown("test");
    Session {
        id: name.clone(),
        title: name,
        about: None,
        by: None,
        sources: Vec::new(),
        reviewed_by: None,
        positions: Vec::new(),
        cautions: Vec::new(),
        stop_if: Vec::new(),
        holds: true,
        steps,
        shortest: None,
        longest: None,
    }
}
