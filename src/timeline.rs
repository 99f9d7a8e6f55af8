//! The compiled form of a session: what happens when, in whole milliseconds from its start.
//!
//! Screen, plain mode, sound, transcript and export all read the same [`Timeline`]. It is a plain
//! value: nothing in it moves, counts or remembers, so any moment of it can be asked for at will.

mod anchor;
mod breath;
mod choices;
mod compile;
mod crossed;
mod ease;
mod fill;
mod fit;
#[cfg(test)]
mod laws;
mod listed;
mod moment;
mod reading;
mod room;
mod span;
mod spread;
mod transcript;

pub use anchor::{Anchor, AnchorLine};
pub use choices::{Choices, Pace};
pub use compile::compile;
pub use crossed::Event;
pub use ease::{ease, ease_back};
pub use fit::{LengthRange, lengths};
pub use listed::{Listed, ListedPart, listed};
pub use moment::{Course, Moment};
pub use span::{SpanKind, StepSpan};
pub use transcript::{Entry, Said};

use std::ops::Range;

use crate::session::{Phase, Position, Sounds};
use crate::text::Clean;
use crate::time::Ms;

/// A session laid out in time. Its segments follow each other without a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    pub(crate) steps: Vec<StepSpan>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) lines: Vec<Line>,
    pub(crate) anchor_lines: Vec<AnchorLine>,
    pub(crate) stops: Vec<Ms>,
    pub(crate) sounds: Sounds,
    pub(crate) length: Ms,
}

/// A stretch of time in which one thing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// When it begins.
    pub onset: Ms,
    /// How long it lasts; never zero.
    pub length: Ms,
    /// The step it belongs to.
    pub step: usize,
    /// What happens.
    pub activity: Activity,
}

/// What happens in a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activity {
    /// A phase of a paced breath; `breath` counts from zero within the step.
    Breath {
        /// Which phase.
        phase: Phase,
        /// Which breath of the step.
        breath: u32,
    },
    /// A small squeeze; `round` counts from zero within the step.
    Squeeze {
        /// Which of them.
        round: u32,
    },
    /// Letting go after a squeeze.
    Release {
        /// Of which of them.
        round: u32,
    },
    /// Nothing is paced.
    Quiet,
    /// Breathing at the person's own pace: a slow glow, no words, no count.
    OwnPace,
}

impl Activity {
    /// The phase of the breath, where one is paced.
    pub const fn phase(self) -> Option<Phase> {
        match self {
            Self::Breath { phase, .. } => Some(phase),
            Self::Squeeze { .. } | Self::Release { .. } | Self::Quiet | Self::OwnPace => None,
        }
    }
}

/// Words that appear, and are spoken, at an onset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When it appears.
    pub onset: Ms,
    /// When it has been readable long enough and makes room for silence.
    pub until: Ms,
    /// The step it belongs to.
    pub step: usize,
    /// The words.
    pub text: Clean,
}

impl Timeline {
    /// How long the whole session lasts.
    pub fn length(&self) -> Ms {
        self.length
    }

    /// The steps, in order.
    pub fn steps(&self) -> &[StepSpan] {
        &self.steps
    }

    /// The segments, in order, without a gap.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The lines, in order of their onsets.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// When another anchor than the breath is named, in order; never while a line is shown.
    pub fn anchor_lines(&self) -> &[AnchorLine] {
        &self.anchor_lines
    }

    /// Where the clock stands still until somebody goes on, in order: the ends of the parts that
    /// wait. Where nobody can go on, they mean nothing.
    pub fn stops(&self) -> &[Ms] {
        &self.stops
    }

    /// The first stop after a place, if there is one.
    pub fn stop_after(&self, at: Ms) -> Option<Ms> {
        let next = self.stops.partition_point(|stop| *stop <= at);
        self.stops.get(next).copied()
    }

    /// The position that a change has led to before a time, if there was one.
    pub fn position_at(&self, at: Ms) -> Option<&Position> {
        let begun = self.steps.partition_point(|part| part.onset <= at);
        let begun = self.steps[..begun].iter().rev();
        begun.map(|part| &part.kind).find_map(|kind| match kind {
            SpanKind::Move { position } => Some(&**position),
            _ => None,
        })
    }

    /// How many steps begin in it: several parts of one step count once.
    pub fn step_count(&self) -> usize {
        self.steps.iter().filter(|part| !part.continues).count()
    }

    /// Which sounds it is played with.
    pub fn sounds(&self) -> &Sounds {
        &self.sounds
    }

    /// The segment that contains a time; from the end on, the last one.
    pub fn segment_at(&self, at: Ms) -> Segment {
        self.segments[self.segment_index(at)]
    }

    pub(crate) fn segment_index(&self, at: Ms) -> usize {
        self.segments
            .partition_point(|segment| segment.onset <= at)
            .saturating_sub(1)
    }

    /// Where a fresh breath starts at or before a time: the onset of the in-breath of the breath
    /// that is under way, or the time itself where nothing is paced and at the end.
    pub fn breath_start(&self, at: Ms) -> Ms {
        self.breath_at(at).map_or(at, |breath| breath.start)
    }

    /// From when to when the breath lasts that is paced at a time, if one is.
    pub fn breath_at(&self, at: Ms) -> Option<Range<Ms>> {
        if at >= self.length {
            return None;
        }
        let index = self.segment_index(at);
        let (step, activity) = (self.segments[index].step, self.segments[index].activity);
        let Activity::Breath { breath, .. } = activity else {
            return None;
        };
        let same = |segment: &&Segment| {
            segment.step == step
                && matches!(segment.activity, Activity::Breath { breath: b, .. } if b == breath)
        };
        let (before, after) = self.segments.split_at(index);
        let first = before.iter().rev().take_while(same).last();
        let last = after.iter().take_while(same).last()?;
        let onset = first.map_or(self.segments[index].onset, |first| first.onset);
        Some(onset..last.onset + last.length)
    }

    /// Where the step after the one at `at` begins; the end of the session from the last one.
    pub fn next_step(&self, at: Ms) -> Ms {
        self.steps
            .iter()
            .map(|step| step.onset)
            .find(|onset| *onset > at)
            .unwrap_or(self.length)
    }

    /// Where to go back to: the start of this step, or of the one before within its first seconds.
    pub fn previous_step(&self, at: Ms) -> Ms {
        const STILL_AT_THE_START: Ms = Ms::seconds(3);
        let reach = at - STILL_AT_THE_START;
        self.steps
            .iter()
            .rev()
            .map(|step| step.onset)
            .find(|onset| *onset <= reach)
            .unwrap_or(Ms::ZERO)
    }

    /// The same place in another compilation of the same session.
    ///
    /// Within a paced breath it keeps the breath, the phase and how far through it one is, so that
    /// a change of pace moves nothing on screen; elsewhere it keeps how far through the part one is.
    pub fn carry(&self, at: Ms, into: &Self) -> Ms {
        let segment = self.segment_at(at);
        let (here, (index, is_same)) = (
            &self.steps[segment.step],
            self.same_step(segment.step, into),
        );
        let Some(there) = into.steps.get(index) else {
            return into.length;
        };
        if !is_same {
            return there.onset;
        }
        let through = (at - here.onset).fraction_of(here.length);
        let straight = there.onset + there.length.scaled(through);
        match (segment.activity, &here.kind, &there.kind) {
            (
                Activity::Breath { phase, breath },
                SpanKind::Breathe { breaths: old, .. },
                SpanKind::Breathe { breaths: new, .. },
            ) => {
                let breath =
                    (u64::from(breath) * u64::from(*new) / u64::from((*old).max(1))) as u32;
                let fraction = (at - segment.onset).fraction_of(segment.length);
                into.breath_place(index, breath, phase, fraction)
                    .unwrap_or(straight)
            }
            _ => into.breath_start(straight),
        }
    }

    /// The part of another compilation that does what a part of this one does, and whether it does;
    /// if none does, the part that comes after where it would be.
    fn same_step(&self, index: usize, into: &Self) -> (usize, bool) {
        let here = &self.steps[index];
        let alike = |part: &StepSpan| {
            part.source == here.source
                && std::mem::discriminant(&part.kind) == std::mem::discriminant(&here.kind)
        };
        let turn = self.steps[..index]
            .iter()
            .filter(|part| alike(part))
            .count();
        let mut same = into
            .steps
            .iter()
            .enumerate()
            .filter(|(_, part)| alike(part));
        if let Some((index, _)) = same.nth(turn) {
            return (index, true);
        }
        let after = |part: &StepSpan| part.source > here.source;
        let after = into.steps.iter().position(after);
        (after.unwrap_or(into.steps.len()), false)
    }

    fn breath_place(&self, step: usize, breath: u32, phase: Phase, fraction: f64) -> Option<Ms> {
        let mut phases = self.segments.iter().filter(|segment| {
            segment.step == step
                && matches!(segment.activity, Activity::Breath { breath: b, .. } if b == breath)
        });
        let first = phases.clone().next()?;
        let same = phases.find(
            |segment| matches!(segment.activity, Activity::Breath { phase: p, .. } if p == phase),
        );
        Some(same.map_or(first.onset, |segment| {
            segment.onset + segment.length.scaled(fraction)
        }))
    }
}
