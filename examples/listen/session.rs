//! A short practice to hear what softly sounds like.

use std::sync::Arc;

use softly::session::{Breathe, Cues, Extent, Pattern, Session, Step, StepKind};
use softly::text::Clean;
use softly::time::Ms;
use softly::timeline::{Choices, Timeline, compile};

/// A moment of quiet, two short breaths, and a moment of quiet again: 16 seconds.
pub(crate) fn timeline() -> Arc<Timeline> {
    let rest = |seconds| StepKind::Rest {
        length: Ms::seconds(seconds),
    };
    let breathe = StepKind::Breathe(Breathe {
        pattern: Pattern {
            inhale: Ms::seconds(2),
            hold: Ms::ZERO,
            exhale: Ms::seconds(3),
            rest: Ms::seconds(1),
        },
        ramp_to: None,
        extent: Extent::Times(2),
        cues: Cues::default(),
    });
    let steps = [rest(2), breathe, rest(2)].map(|kind| Step {
        title: None,
        say: None,
        timed: Vec::new(),
        fixed: false,
        kind,
    });
    let session = Session {
        id: Clean::default(),
        title: Clean::default(),
        about: None,
        by: None,
        sources: Vec::new(),
        reviewed_by: None,
        positions: Vec::new(),
        cautions: Vec::new(),
        stop_if: Vec::new(),
        holds: false,
        steps: steps.to_vec(),
        shortest: None,
        longest: None,
    };
    Arc::new(compile(&session, &Choices::default()))
}
