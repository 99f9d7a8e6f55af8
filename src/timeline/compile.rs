//! From a session and a person's choices to a timeline. It cannot fail.

use super::fit::{Plan, Planned, fitted, planned_as_written};
use super::{Activity, Choices, Line, Pace, Segment, SpanKind, StepSpan, Timeline};
use crate::session::{Breathe, Offset, Phase, Session, Step, StepKind};
use crate::text::Clean;
use crate::time::Ms;

/// Lays a session out in time.
///
/// The length is kept within what the session can be fitted to (see [`super::lengths`]); fitting
/// changes the number of whole breaths, never their speed.
pub fn compile(session: &Session, choices: &Choices) -> Timeline {
    let steps = fitted(session, choices);
    let mut layout = Layout::default();
    let as_written = Choices {
        pace: Pace::default(),
        ..choices.clone()
    };
    let written = planned_as_written(session, &as_written);
    for ((step, planned), written) in session.steps.iter().zip(&steps).zip(written) {
        layout.step(step, planned, written.length(), choices);
    }
    layout.finish()
}

/// A timeline while it is being laid out.
#[derive(Default)]
struct Layout {
    steps: Vec<StepSpan>,
    segments: Vec<Segment>,
    lines: Vec<Line>,
    end: Ms,
}

impl Layout {
    /// Adds a step. A line that is timed from its start keeps its share of a step that has become
    /// longer or shorter than `written`, so that "half way" stays true; one that is timed from its
    /// end keeps its time to the end.
    fn step(&mut self, step: &Step, planned: &Planned, written: Ms, choices: &Choices) {
        let onset = self.end;
        let first_line = self.lines.len();
        if let Some(text) = step.say.first() {
            self.line(onset, text);
        }
        let kind = match (&step.kind, planned.plan) {
            (StepKind::Breathe(breathe), Plan::Breaths { breaths, from, to }) => {
                let own_pace = choices.own_pace;
                self.breaths(breathe, planned, !step.say.is_empty(), own_pace);
                SpanKind::Breathe { breaths, from, to }
            }
            (StepKind::Ground { sense, .. }, _) => {
                self.segment(planned.length(), Activity::Quiet);
                SpanKind::Ground {
                    sense: sense.clone(),
                }
            }
            _ => {
                self.segment(planned.length(), Activity::Quiet);
                SpanKind::Rest
            }
        };
        let length = self.end - onset;
        for timed in &step.timed {
            let into = match timed.at {
                Offset::Start(after) if length == written => after,
                Offset::Start(after) => length.scaled(after.fraction_of(written)),
                Offset::End(before) if before < length => length - before,
                Offset::End(_) => continue,
            };
            // What has no room in a shortened step is left out rather than said at a wrong time.
            if into < length {
                self.line(onset + into, &timed.line);
            }
        }
        self.lines[first_line..].sort_by_key(|line| line.onset);
        self.limit_lines(first_line);
        self.steps.push(StepSpan {
            onset,
            length,
            title: step.title.clone(),
            kind,
        });
    }

    /// Breath by breath; at one's own pace, one long stretch of the same length without cues.
    ///
    /// A step that opens with a line leaves its first breath to that line.
    fn breaths(&mut self, breathe: &Breathe, planned: &Planned, opens: bool, own_pace: bool) {
        if own_pace {
            self.segment(planned.length(), Activity::OwnPace);
            return;
        }
        let silent = u32::from(opens);
        for (breath, pattern) in planned.breaths().enumerate() {
            let breath = breath as u32;
            let first_cue = self.lines.len();
            for phase in Phase::ALL {
                let onset = self.end;
                self.segment(pattern.phase(phase), Activity::Breath { phase, breath });
                if self.end > onset
                    && breath >= silent
                    && let Some(text) = breathe.cues.line(phase, breath - silent)
                {
                    self.line(onset, text);
                }
            }
            // Words about one breath would contradict the shape of the next.
            for cue in &mut self.lines[first_cue..] {
                cue.until = cue.until.min(self.end);
            }
        }
    }

    /// Adds a segment to the step that is being laid out; one without length is left out.
    fn segment(&mut self, length: Ms, activity: Activity) {
        if length > Ms::ZERO {
            self.segments.push(Segment {
                onset: self.end,
                length,
                step: self.steps.len(),
                activity,
            });
            self.end += length;
        }
    }

    fn line(&mut self, onset: Ms, text: &Clean) {
        let until = onset + reading_time(text);
        self.lines.push(Line {
            onset,
            until,
            step: self.steps.len(),
            text: text.clone(),
        });
    }

    /// A line gives way to the next one, and does not outlive its step.
    fn limit_lines(&mut self, first: usize) {
        let mut next = self.end;
        for line in self.lines[first..].iter_mut().rev() {
            line.until = line.until.min(next);
            next = line.onset;
        }
    }

    fn finish(self) -> Timeline {
        Timeline {
            steps: self.steps,
            segments: self.segments,
            lines: self.lines,
            length: self.end,
        }
    }
}

/// How long a line stays, for somebody who is tired and looks up late: about half the pace of
/// ordinary reading, with time to notice it first. Our own judgement.
fn reading_time(text: &str) -> Ms {
    Ms::seconds(5) + Ms(600) * text.split_whitespace().count() as u64
}

#[cfg(test)]
mod tests;
