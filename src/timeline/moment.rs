//! What is happening at a time into a session.

use std::f64::consts::TAU;

use super::{Activity, AnchorLine, Line, Segment, SpanKind, Timeline, ease, ease_back};
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

/// How full the in-breath is when a second, small one follows. Our own judgement: most of it is in.
const BEFORE_SIP: f64 = 0.8;
/// How far the picture opens when a squeeze is let go.
const RELEASED: f64 = 0.5;
/// The last release opens for this part of its time, and settles in what is left of it, because
/// what comes next begins closed.
const LAST_OPENS: f64 = 0.6;

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
    /// Where the level is going, where it goes anywhere; none while the picture only glows.
    pub course: Option<Course>,
    /// The line to read or hear, if there is one.
    pub line: Option<&'a Line>,
    /// The anchor, where it is named.
    pub anchor: Option<&'a AnchorLine>,
}

/// An even movement of the level, eased as a breath is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// When it begins.
    pub onset: Ms,
    /// How long it lasts.
    pub length: Ms,
    /// The level it begins at.
    pub from: f64,
    /// The level it ends at.
    pub to: f64,
}

impl Course {
    fn level(self, at: Ms) -> f64 {
        let through = (at - self.onset).fraction_of(self.length);
        self.from + (self.to - self.from) * ease(through)
    }

    /// Whether the level stays as it is.
    pub fn is_still(self) -> bool {
        self.from.to_bits() == self.to.to_bits()
    }

    /// When the level has come to another one, if it comes to it at all.
    pub fn reaches(self, level: f64) -> Option<Ms> {
        let moved = (level - self.from) / (self.to - self.from);
        (0.0..=1.0).contains(&moved).then(|| {
            let into = self.length.0 as f64 * ease_back(moved);
            self.onset + Ms(into.ceil() as u64)
        })
    }
}

impl Moment<'_> {
    /// The phase of the breath, where one is paced.
    pub fn phase(&self) -> Option<Phase> {
        self.activity.phase()
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
        let index = self.segment_index(at);
        let segment = self.segments[index];
        let through = (at - segment.onset).fraction_of(segment.length);
        let course = self.course(index, through);
        Moment {
            at,
            step: segment.step,
            activity: segment.activity,
            onset: segment.onset,
            length: segment.length,
            level: course.map_or_else(|| glowing(&segment, through), |course| course.level(at)),
            course,
            line: self.line_at(at),
            anchor: self.anchor_line_at(at),
        }
    }

    fn line_at(&self, at: Ms) -> Option<&Line> {
        let after = self.lines.partition_point(|line| line.onset <= at);
        self.lines[..after].last().filter(|line| at < line.until)
    }

    fn anchor_line_at(&self, at: Ms) -> Option<&AnchorLine> {
        let after = self.anchor_lines.partition_point(|line| line.onset <= at);
        self.anchor_lines[..after]
            .last()
            .filter(|line| at < line.until)
    }

    /// The movement of the level that is under way in a segment.
    fn course(&self, index: usize, through: f64) -> Option<Course> {
        let segment = self.segments[index];
        let is_sip = |segment: &Segment| segment.activity.phase() == Some(Phase::Sip);
        let (from, to) = match segment.activity {
            Activity::Breath { phase, .. } => match phase {
                Phase::In if self.segments.get(index + 1).is_some_and(is_sip) => (0.0, BEFORE_SIP),
                Phase::In => (0.0, 1.0),
                Phase::Sip => (BEFORE_SIP, 1.0),
                Phase::Hold => (1.0, 1.0),
                Phase::Out => (1.0, 0.0),
                Phase::Rest => (0.0, 0.0),
            },
            // Nothing has opened yet that the first squeeze could close.
            Activity::Squeeze { round: 0 } => (0.0, 0.0),
            Activity::Squeeze { .. } => (RELEASED, 0.0),
            Activity::Release { round } => {
                return Some(self.release(&segment, round, through));
            }
            Activity::Quiet | Activity::OwnPace => return None,
        };
        Some(Course {
            onset: segment.onset,
            length: segment.length,
            from,
            to,
        })
    }

    fn release(&self, segment: &Segment, round: u32, through: f64) -> Course {
        let is_last = match &self.steps[segment.step].kind {
            SpanKind::Contract(contract) => round + 1 >= contract.times,
            _ => true,
        };
        let opens = if is_last {
            segment.length.scaled(LAST_OPENS)
        } else {
            segment.length
        };
        if is_last && through >= opens.fraction_of(segment.length) {
            Course {
                onset: segment.onset + opens,
                length: segment.length - opens,
                from: RELEASED,
                to: 0.0,
            }
        } else {
            Course {
                onset: segment.onset,
                length: opens,
                from: 0.0,
                to: RELEASED,
            }
        }
    }
}

/// The level where nothing goes anywhere.
fn glowing(segment: &Segment, through: f64) -> f64 {
    match segment.activity {
        Activity::OwnPace => {
            let seconds = segment.length.as_seconds_f64();
            let from_an_end = through.min(1.0 - through) * seconds;
            let settled = ease(from_an_end / OWN_PACE_EDGE);
            settled * OWN_PACE_LEVEL + glow(OWN_PACE_GLOW, segment.length, through)
        }
        _ => glow(QUIET_GLOW, segment.length, through),
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
    use crate::session::StepKind;
    use crate::session::sample::{breaths, session, squeezes, step};
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

    fn levels(kind: StepKind, times: &[u64]) -> Vec<f64> {
        let choices = Choices {
            squeezes: true,
            ..Choices::default()
        };
        let timeline = compile(&session(vec![step(kind)]), &choices);
        let level = |at: &u64| (timeline.moment(Ms(*at)).level * 1000.0).round() / 1000.0;
        times.iter().map(level).collect()
    }

    #[test]
    fn a_sip_takes_the_last_of_the_breath() {
        let times = [0, 1500, 3000, 3500, 4000, 7000, 10_000];
        let sigh = StepKind::Breathe(breaths(2, [3, 1, 6]));
        assert_eq!(levels(sigh, &times), [0.0, 0.4, 0.8, 0.9, 1.0, 0.5, 0.0]);
        let plain = StepKind::Breathe(breaths(2, [4, 0, 6]));
        assert_eq!(levels(plain, &times)[2..5], [0.838, 0.949, 1.0]);
    }

    #[test]
    fn a_squeeze_closes_and_letting_go_opens_and_the_last_one_settles() {
        let times = [
            0, 2000, 4000, 9000, 14_000, 16_000, 18_000, 21_000, 24_000, 26_000, 27_999,
        ];
        let expected = [0.0, 0.0, 0.0, 0.25, 0.5, 0.25, 0.0, 0.25, 0.5, 0.25, 0.0];
        assert_eq!(levels(squeezes(2, 4, 10), &times), expected);
    }
}
