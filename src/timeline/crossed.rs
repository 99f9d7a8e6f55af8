//! What begins between two times: the list that plain mode, the event log and bells work from.

use std::ops::Range;

use super::{Activity, AnchorLine, Line, Segment, StepSpan, Timeline};
use crate::session::Phase;
use crate::time::Ms;

/// Something that begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event<'a> {
    /// A step, with its number counted from zero.
    Step(usize, &'a StepSpan),
    /// A phase of a paced breath.
    Phase {
        /// Which.
        phase: Phase,
        /// The breath of the step, counted from zero.
        breath: u32,
        /// Its segment.
        segment: &'a Segment,
    },
    /// A small squeeze.
    Squeeze(&'a Segment),
    /// Letting go after it.
    Release(&'a Segment),
    /// Words.
    Line(&'a Line),
    /// The anchor is named.
    Anchor(&'a AnchorLine),
    /// The session is over.
    End(Ms),
}

impl Event<'_> {
    /// When it begins.
    pub fn onset(&self) -> Ms {
        match self {
            Self::Step(_, step) => step.onset,
            Self::Phase { segment, .. } | Self::Squeeze(segment) | Self::Release(segment) => {
                segment.onset
            }
            Self::Line(line) => line.onset,
            Self::Anchor(line) => line.onset,
            Self::End(at) => *at,
        }
    }
}

impl Timeline {
    /// Everything that begins from `times.start` up to, but not at, `times.end`, in order; a step
    /// comes before its first line, and a line before the phase that it goes with.
    pub fn crossed(&self, times: Range<Ms>) -> Vec<Event<'_>> {
        let steps = within(&self.steps, &times, |step| step.onset)
            .map(|(number, step)| Event::Step(number, step));
        let lines =
            within(&self.lines, &times, |line| line.onset).map(|(_, line)| Event::Line(line));
        let anchors = within(&self.anchor_lines, &times, |line| line.onset)
            .map(|(_, line)| Event::Anchor(line));
        let phases =
            within(&self.segments, &times, |segment| segment.onset).filter_map(|(_, segment)| {
                match segment.activity {
                    Activity::Breath { phase, breath } => Some(Event::Phase {
                        phase,
                        breath,
                        segment,
                    }),
                    Activity::Squeeze { .. } => Some(Event::Squeeze(segment)),
                    Activity::Release { .. } => Some(Event::Release(segment)),
                    Activity::Quiet | Activity::OwnPace => None,
                }
            });
        let end = times
            .contains(&self.length)
            .then_some(Event::End(self.length));
        let mut events: Vec<_> = steps
            .chain(lines)
            .chain(anchors)
            .chain(phases)
            .chain(end)
            .collect();
        events.sort_by_key(Event::onset);
        events
    }

    /// When anything next begins after a time, if anything does.
    pub fn next_onset(&self, after: Ms) -> Option<Ms> {
        let segment = self
            .segments
            .get(self.segments.partition_point(|s| s.onset <= after));
        let line = self
            .lines
            .get(self.lines.partition_point(|line| line.onset <= after));
        let named = self
            .anchor_lines
            .partition_point(|line| line.onset <= after);
        let named = self.anchor_lines.get(named).map(|line| line.onset);
        let end = (after < self.length).then_some(self.length);
        let (segment, line) = (segment.map(|s| s.onset), line.map(|line| line.onset));
        [segment, line, named, end].into_iter().flatten().min()
    }
}

/// The items whose onset lies in `times`, with their index. Items are in order of their onsets.
fn within<'a, T>(
    items: &'a [T],
    times: &Range<Ms>,
    onset: impl Fn(&T) -> Ms,
) -> impl Iterator<Item = (usize, &'a T)> {
    let first = items.partition_point(|item| onset(item) < times.start);
    let after = items
        .partition_point(|item| onset(item) < times.end)
        .max(first);
    items[first..after]
        .iter()
        .enumerate()
        .map(move |(i, item)| (first + i, item))
}
