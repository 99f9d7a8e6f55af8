//! What is happening at a time into a session.

use std::f64::consts::TAU;

use super::{Activity, Line, Timeline, ease};
use crate::session::Phase;
use crate::time::Ms;

/// How full the picture is while nobody is being paced.
const QUIET_LEVEL: f64 = 0.0;
/// The slow glow at one's own pace: around this level, by so much, once in so many seconds. It is
/// far slower than a breath, so that nobody takes it for a pace to keep.
const GLOW: (f64, f64, f64) = (0.30, 0.06, 24.0);

/// What is happening at a time into a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment<'a> {
    /// The time itself, never past the end.
    pub at: Ms,
    /// The step that is under way.
    pub step: usize,
    /// What is happening.
    pub activity: Activity,
    /// When that began.
    pub onset: Ms,
    /// How long it lasts in all.
    pub length: Ms,
    /// How full the breath is, from 0 (empty) to 1 (full).
    pub level: f64,
    /// The line to read or hear, if there is one.
    pub line: Option<&'a Line>,
}

impl Moment<'_> {
    /// The phase of the breath, where one is paced.
    pub fn phase(&self) -> Option<Phase> {
        match self.activity {
            Activity::Breath { phase, .. } => Some(phase),
            Activity::Quiet | Activity::OwnPace => None,
        }
    }

    /// How far through what is happening one is, from 0 to 1.
    pub fn through(&self) -> f64 {
        (self.at - self.onset).fraction_of(self.length)
    }

    /// Whether the picture is moving.
    pub fn moves(&self) -> bool {
        matches!(
            self.activity,
            Activity::OwnPace
                | Activity::Breath {
                    phase: Phase::In | Phase::Out,
                    ..
                }
        )
    }
}

impl Timeline {
    /// What is happening at a time. From the end on, it is the last moment of the session.
    pub fn moment(&self, at: Ms) -> Moment<'_> {
        let at = at.min(self.length);
        let segment = self.segment_at(at);
        let through = (at - segment.onset).fraction_of(segment.length);
        Moment {
            at,
            step: segment.step,
            activity: segment.activity,
            onset: segment.onset,
            length: segment.length,
            level: level(segment.activity, through, at),
            line: self.line_at(at),
        }
    }

    fn line_at(&self, at: Ms) -> Option<&Line> {
        let after = self.lines.partition_point(|line| line.onset <= at);
        self.lines[..after].last().filter(|line| at < line.until)
    }
}

fn level(activity: Activity, through: f64, at: Ms) -> f64 {
    match activity {
        Activity::Breath {
            phase: Phase::In, ..
        } => ease(through),
        Activity::Breath {
            phase: Phase::Hold, ..
        } => 1.0,
        Activity::Breath {
            phase: Phase::Out, ..
        } => 1.0 - ease(through),
        Activity::Breath {
            phase: Phase::Rest, ..
        } => 0.0,
        Activity::Quiet => QUIET_LEVEL,
        Activity::OwnPace => {
            let (around, by, seconds) = GLOW;
            around - by * (TAU * at.as_seconds_f64() / seconds).cos()
        }
    }
}
