//! Where nothing is said: around every turn of the breath, and while a bell begins.
//!
//! It knows onsets only. What is said between them is no business of its.

use std::ops::Range;

use crate::score::Score;
use crate::time::Ms;
use crate::timeline::{Activity, Timeline};

/// How long before a turn of the breath a voice has fallen silent, and how long after it nothing is
/// said: the turn is heard, and then the words. Our own judgement.
pub(crate) const BEFORE_TURN: Ms = Ms(250);
pub(crate) const AFTER_TURN: Ms = Ms(350);
/// The same for the beginning of a step, where a bell may sound: its stroke has fallen then.
const BEFORE_BELL: Ms = BEFORE_TURN;
const AFTER_BELL: Ms = Ms(1200);

/// Whether somebody follows what happens from its onset on.
const fn is_paced(activity: Activity) -> bool {
    match activity {
        Activity::Breath { .. } | Activity::Squeeze { .. } | Activity::Release { .. } => true,
        Activity::Quiet | Activity::OwnPace => false,
    }
}

/// When the breath turns, in order: each phase, squeeze and release begins, and the last one ends.
pub(super) fn turns(timeline: &Timeline) -> Vec<Ms> {
    let mut turns = Vec::new();
    for segment in timeline.segments() {
        if is_paced(segment.activity) {
            if turns.last() != Some(&segment.onset) {
                turns.push(segment.onset);
            }
            turns.push(segment.onset + segment.length);
        }
    }
    turns
}

/// The frames in which nothing may be said, in order and apart from each other.
pub(super) fn kept_silent(timeline: &Timeline, rate: u32) -> Vec<Range<u64>> {
    let around = |at: Ms, before: Ms, after: Ms| {
        Score::frame_at(at - before, rate)..Score::frame_at(at + after, rate)
    };
    let turns = turns(timeline).into_iter();
    let begins = timeline.steps().iter().filter(|part| !part.continues);
    let mut silent: Vec<Range<u64>> = turns
        .map(|turn| around(turn, BEFORE_TURN, AFTER_TURN))
        .chain(begins.map(|part| around(part.onset, BEFORE_BELL, AFTER_BELL)))
        .chain([around(timeline.length(), BEFORE_BELL, AFTER_BELL)])
        .collect();
    silent.sort_by_key(|frames| frames.start);
    let mut apart: Vec<Range<u64>> = Vec::with_capacity(silent.len());
    for frames in silent {
        match apart.last_mut() {
            Some(last) if frames.start <= last.end => last.end = last.end.max(frames.end),
            _ => apart.push(frames),
        }
    }
    apart
}

/// The stretches from one frame to another in which something may be said, at most so many of them.
pub(super) fn open(silent: &[Range<u64>], within: Range<u64>, most: usize) -> Vec<Range<u64>> {
    let first = silent.partition_point(|frames| frames.end <= within.start);
    let mut from = within.start;
    let mut open = Vec::new();
    for frames in &silent[first..] {
        if frames.start >= within.end || open.len() == most {
            break;
        }
        if from < frames.start {
            open.push(from..frames.start);
        }
        from = from.max(frames.end);
    }
    if from < within.end && open.len() < most {
        open.push(from..within.end);
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::ear::{breaths, rest, timeline};

    #[test]
    fn nothing_is_said_around_a_turn_and_while_a_bell_begins() {
        let timeline = timeline(vec![rest(10), breaths(2, [4, 0, 6, 0]), rest(5)]);
        let turns: Vec<u64> = turns(&timeline).iter().map(|turn| turn.0).collect();
        assert_eq!(turns, [10_000, 14_000, 20_000, 24_000, 30_000]);
        let silent = kept_silent(&timeline, 1000);
        let expected = [
            0..1200,
            9750..11_200,
            13_750..14_350,
            19_750..20_350,
            23_750..24_350,
            29_750..31_200,
            34_750..36_200,
        ];
        assert_eq!(silent, expected);
    }

    #[test]
    fn what_lies_between_is_open() {
        let silent = [10..20, 30..40];
        assert_eq!(open(&silent, 0..50, 9), [0..10, 20..30, 40..50]);
        assert_eq!(open(&silent, 5..35, 9), [5..10, 20..30]);
        assert_eq!(open(&silent, 12..45, 9), [20..30, 40..45]);
        assert_eq!(open(&silent, 25..42, 9), [25..30, 40..42]);
        assert_eq!(open(&silent, 0..50, 2), [0..10, 20..30]);
        assert_eq!(open(&silent, 40..40, 2), Vec::<Range<u64>>::new());
    }
}
