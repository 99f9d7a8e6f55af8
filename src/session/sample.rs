//! Sessions made by hand, for tests that need nothing but steps.

use super::{Gate, Session, Sounds, Step, StepKind};
use crate::text::Clean;

/// A step without words.
pub(crate) fn step(kind: StepKind) -> Step {
    Step::new(kind)
}

/// A session of these steps, with holds allowed.
pub(crate) fn session(steps: Vec<Step>) -> Session {
    let name = Clean::from_shown("test");
    Session {
        id: name.clone(),
        title: name,
        menu_title: None,
        language: None,
        about: None,
        by: None,
        sources: Vec::new(),
        reviewed_by: None,
        reviewed_on: None,
        positions: Vec::new(),
        cautions: Vec::new(),
        stop_if: Vec::new(),
        gate: Gate::None,
        holds: true,
        steps,
        shortest: None,
        longest: None,
        check_in: None,
        sounds: Sounds::default(),
    }
}
