//! What is happening at a time into a session.

use std::f64::consts::TAU;

use super::{Activity, Line, Segment, Timeline, ease};
use crate::session::Phase;
use crate::time::Ms;

/// While nobody is paced the picture glows: it opens by so much and closes again, once in about so
/// many seconds. It is far slower than a breath, so that nobody takes it for a pace to keep, and it
/// only tells that time goes on. Our own judgement.
const QUIET_GLOW: (f64, f64) = (0.10, 16.0);
/// The same at one's own pace, around a level of its own.
const OWN_PACE_GLOW: (f64, f64) = (0.10, 20.0);
/// The level that the picture keeps to at one's own pace.
const OWN_PACE_LEVEL: f64 = 0.25;
/// How long it takes to get to that level and back, in seconds.
const OWN_PACE_EDGE: f64 = 3.0;

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
            level: level(&segment, through),
            line: self.line_at(at),
        }
    }

    fn line_at(&self, at: Ms) -> Option<&Line> {
        let after = self.lines.partition_point(|line| line.onset <= at);
        self.lines[..after].last().filter(|line| at < line.until)
    }
}

fn level(segment: &Segment, through: f64) -> f64 {
    match segment.activity {
        Activity::Breath {
            phase: Phase::In, ..
        } => ease(through),
        Activity::Breath {
            phase: Phase::Sip | Phase::Hold,
            ..
        } => 1.0,
        Activity::Breath {
            phase: Phase::Out, ..
        } => 1.0 - ease(through),
        Activity::Breath {
            phase: Phase::Rest, ..
        } => 0.0,
        Activity::Quiet => glow(QUIET_GLOW, segment.length, through),
        Activity::OwnPace => {
            let seconds = segment.length.as_seconds_f64();
            let from_an_end = through.min(1.0 - through) * seconds;
            let settled = ease(from_an_end / OWN_PACE_EDGE);
            settled * OWN_PACE_LEVEL + glow(OWN_PACE_GLOW, segment.length, through)
        }
    }
}

/// A whole number of slow waves, so that it begins and ends closed, as a breath does.
fn glow((by, seconds): (f64, f64), length: Ms, through: f64) -> f64 {
    let waves = (length.as_seconds_f64() / seconds).round().max(1.0);
    by * (0.5 - 0.5 * (TAU * waves * through).cos())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script;
    use crate::timeline::{Choices, compile};

    #[test]
    fn the_picture_never_jumps_in_a_whole_session() {
        let text = "softly = 1\ntitle = 'T'\n[[step]]\nrest = 20\n[[step]]\n\
            breathe = { in = 4, out = 6 }\ntimes = 3\n[[step]]\nrest = 40\n";
        let session = script::check(text, "t").session.unwrap();
        for own_pace in [false, true] {
            let timeline = compile(
                &session,
                &Choices {
                    own_pace,
                    ..Choices::default()
                },
            );
            let levels: Vec<f64> = (0..timeline.length().0)
                .step_by(20)
                .map(|at| timeline.moment(Ms(at)).level)
                .collect();
            assert!(levels.iter().all(|level| (0.0..=1.0).contains(level)));
            assert!(
                levels
                    .windows(2)
                    .all(|pair| (pair[1] - pair[0]).abs() < 0.012)
            );
        }
    }
}
