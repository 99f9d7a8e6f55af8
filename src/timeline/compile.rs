//! From a session and a person's choices to a timeline. It cannot fail.

use super::fit::{Plan, Planned, fitted, planned_as_written};
use super::reading::reading_time;
use super::room::{Rank, Room};
use super::spread::{Does, Span, spread};
use super::{Activity, Anchor, Choices, Line, Pace, Segment, SpanKind, StepSpan, Timeline, anchor};
use crate::session::{Breathe, Contract, Offset, Phase, Session};
use crate::text::Clean;
use crate::time::Ms;

/// Lays a session out in time.
///
/// The length is kept within what the session can be fitted to (see [`super::lengths`]); fitting
/// changes the number of whole breaths, never their speed.
pub fn compile(session: &Session, choices: &Choices) -> Timeline {
    let spans = spread(session, choices);
    let planned = fitted(session, &spans, choices);
    let as_written = Choices {
        pace: Pace::default(),
        ..choices.clone()
    };
    let written = planned_as_written(&spans, &as_written);
    let mut layout = Layout::default();
    for ((span, planned), written) in spans.iter().zip(&planned).zip(&written) {
        layout.part(span, planned, written.length, choices);
    }
    layout.finish(session, choices.anchor)
}

/// A timeline while it is being laid out.
#[derive(Default)]
struct Layout {
    steps: Vec<StepSpan>,
    segments: Vec<Segment>,
    lines: Vec<Line>,
    stops: Vec<Ms>,
    room: Room,
    end: Ms,
}

impl Layout {
    fn part(&mut self, span: &Span<'_>, planned: &Planned, written: Ms, choices: &Choices) {
        let onset = self.end;
        let changed = planned.length != written;
        let first_line = self.lines.len();
        self.room.begin(first_line, changed);
        if let Some(text) = &span.say {
            self.line(onset, text, Rank::Opening);
        }
        let kind = match (&span.does, planned.plan) {
            (Does::Breathe(breathe), Plan::Breaths { breaths, from, to }) => {
                self.breaths(span, breathe, planned, choices);
                SpanKind::Breathe { breaths, from, to }
            }
            (Does::Contract(contract), _) => {
                self.squeezes(*contract);
                SpanKind::Contract(*contract)
            }
            (Does::Quiet(kind, _), _) => {
                self.segment(planned.length, Activity::Quiet);
                kind.clone()
            }
            (Does::Breathe(_), Plan::Quiet(_)) => SpanKind::Rest,
        };
        let length = self.end - onset;
        if length == Ms::ZERO {
            self.lines.truncate(first_line);
            self.room.begin(first_line, false);
            return;
        }
        if let SpanKind::Move { position } = &kind {
            let each = Ms(length.0 / position.set_up.len().max(1) as u64);
            for (number, line) in position.set_up.iter().enumerate() {
                self.line(onset + each * number as u64, line, Rank::Opening);
            }
        }
        self.timed(onset, length, written, span);
        if kind.waits() {
            // Whoever comes back to it later still finds what it is about.
            for line in &mut self.lines[first_line..] {
                line.until = self.end;
            }
            self.stops.push(self.end);
        }
        let first_line = self.room.make(&mut self.lines);
        self.settle_lines(first_line);
        self.steps.push(StepSpan {
            onset,
            length,
            source: span.source,
            continues: span.continues,
            title: span.title.clone(),
            kind,
        });
    }

    /// Lines with a time of their own. One that is timed from the start keeps its share of what has
    /// become longer or shorter than `written`, so that "half way" stays true; one that is timed
    /// from the end keeps its time to the end.
    fn timed(&mut self, onset: Ms, length: Ms, written: Ms, span: &Span<'_>) {
        for timed in span.timed {
            let (into, rank) = match timed.at {
                Offset::Start(after) if length == written => (after, Rank::Within),
                Offset::Start(after) => (length.scaled(after.fraction_of(written)), Rank::Within),
                Offset::End(before) if before < length => (length - before, Rank::BeforeTheEnd),
                Offset::End(_) => continue,
            };
            // What has no room in a shortened step is left out rather than said at a wrong time.
            if into < length {
                self.line(onset + into, &span.fill.fill(&timed.line), rank);
            }
        }
    }

    /// Breath by breath; at one's own pace and with another anchor, one long stretch of the same
    /// length without cues: they are about the breath that they go with.
    ///
    /// A part that opens with a line leaves its first breath to that line.
    fn breaths(
        &mut self,
        span: &Span<'_>,
        breathe: &Breathe,
        planned: &Planned,
        choices: &Choices,
    ) {
        if choices.anchor != Anchor::Breath || choices.own_pace {
            let unpaced = if choices.is_at_own_pace() {
                Activity::OwnPace
            } else {
                Activity::Quiet
            };
            self.segment(planned.length, unpaced);
            return;
        }
        let silent = u32::from(span.say.is_some());
        for (breath, pattern) in planned.plan.breaths().enumerate() {
            let breath = breath as u32;
            let first_cue = self.lines.len();
            for phase in Phase::ALL {
                let onset = self.end;
                self.segment(pattern.phase(phase), Activity::Breath { phase, breath });
                if self.end > onset
                    && breath >= silent
                    && let Some(text) = breathe.cues.line(phase, breath - silent)
                {
                    self.line(onset, &span.fill.fill(text), Rank::Cue);
                }
            }
            // Words about one breath would contradict the shape of the next.
            for cue in &mut self.lines[first_cue..] {
                cue.until = cue.until.min(self.end);
            }
        }
    }

    fn squeezes(&mut self, contract: Contract) {
        for round in 0..contract.times {
            self.segment(contract.squeeze, Activity::Squeeze { round });
            self.segment(contract.release, Activity::Release { round });
        }
    }

    /// Adds a segment to the part that is being laid out; one without length is left out.
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

    fn line(&mut self, onset: Ms, text: &Clean, rank: Rank) {
        let until = onset + reading_time(text);
        self.room.add(rank);
        self.lines.push(Line {
            onset,
            until,
            step: self.steps.len(),
            text: text.clone(),
        });
    }

    /// Brings lines into order. Each gives way to the next one, and none outlives its step.
    fn settle_lines(&mut self, first: usize) {
        self.lines[first..].sort_by_key(|line| line.onset);
        let mut next = self.end;
        for line in self.lines[first..].iter_mut().rev() {
            line.until = line.until.min(next);
            next = line.onset;
        }
    }

    fn finish(self, session: &Session, anchor: Anchor) -> Timeline {
        Timeline {
            anchor_lines: anchor::lines(anchor, &self.steps, &self.lines),
            steps: self.steps,
            segments: self.segments,
            lines: self.lines,
            stops: self.stops,
            sounds: session.sounds.clone(),
            length: self.end,
        }
    }
}

#[cfg(test)]
mod tests;
