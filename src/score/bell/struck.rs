//! When the bells of a session are struck: as a step begins, half-way, and at the end.

use std::ops::Range;

use crate::score::Score;
use crate::score::duck::Duck;
use crate::session::{Phase, Sound};
use crate::timeline::{Activity, Segment, Timeline};

/// Gains of the bells at the very start, between steps, half-way and at the end.
const AT_START: f32 = 0.6;
const BETWEEN_STEPS: f32 = 0.75;
const HALF_WAY: f32 = 0.45;
const AT_END: f32 = 1.0;
/// Steps that follow each other faster than this share one bell.
const LEAST_SECONDS_APART: u64 = 4;
/// A session shorter than this has no bell half-way: nobody wonders how far it is.
const HALVED_FROM_SECONDS: u64 = 360;
/// No other bell is heard for so long before and after the one half-way.
const ALONE_SECONDS: u64 = 20;
/// How far behind the half it may come to find a place between two breaths and beside the words.
const LATE_SECONDS: u64 = 45;
/// How long before and after its onset nothing is spoken.
const BEFORE_SECONDS: u64 = 1;
const AFTER_SECONDS: u64 = 4;

/// Which of the bells it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Step,
    End,
}

/// One bell of a session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strike {
    pub(super) onset: u64,
    pub(super) gain: f32,
    pub(super) which: Which,
}

/// All of them, in order.
pub(super) fn strikes(timeline: &Timeline, words: &Duck, rate: u32) -> Vec<Strike> {
    let end = Score::frame_at(timeline.length(), rate);
    let mut strikes = Vec::new();
    if timeline.sounds().step != Sound::None {
        strikes = steps(timeline, end, rate);
        if let Some(half) = half_way(timeline, &strikes, words, rate) {
            let place = strikes.partition_point(|strike| strike.onset < half.onset);
            strikes.insert(place, half);
        }
    }
    if timeline.sounds().end != Sound::None {
        strikes.push(Strike {
            onset: end,
            gain: AT_END,
            which: Which::End,
        });
    }
    strikes
}

fn steps(timeline: &Timeline, end: u64, rate: u32) -> Vec<Strike> {
    let apart = LEAST_SECONDS_APART * u64::from(rate);
    let mut strikes: Vec<Strike> = Vec::new();
    let begins = timeline.steps().iter().filter(|part| !part.continues);
    for onset in begins.map(|part| Score::frame_at(part.onset, rate)) {
        let far_enough = strikes
            .last()
            .is_none_or(|last| last.onset + apart <= onset);
        if far_enough && (onset == 0 || onset + apart <= end) {
            strikes.push(Strike {
                onset,
                gain: if onset == 0 { AT_START } else { BETWEEN_STEPS },
                which: Which::Step,
            });
        }
    }
    strikes
}

/// The bell half-way: at the first quiet place from the middle on, where there is one.
fn half_way(timeline: &Timeline, others: &[Strike], words: &Duck, rate: u32) -> Option<Strike> {
    let second = u64::from(rate);
    let end = Score::frame_at(timeline.length(), rate);
    if end < HALVED_FROM_SECONDS * second {
        return None;
    }
    let alone = |onset: u64| {
        let near = |other: u64| other.abs_diff(onset) < ALONE_SECONDS * second;
        !others.iter().any(|other| near(other.onset)) && !near(end)
    };
    let unspoken = |onset: u64| {
        let around: Range<u64> =
            onset.saturating_sub(BEFORE_SECONDS * second)..onset + AFTER_SECONDS * second;
        words.is_silent(&around)
    };
    let half = end / 2;
    if !alone(half) {
        return None;
    }
    let latest = half + LATE_SECONDS * second;
    let mut places = timeline
        .segments()
        .iter()
        .flat_map(|segment| quiet_places(segment, half, rate));
    places
        .find(|onset| (half..=latest).contains(onset) && alone(*onset) && unspoken(*onset))
        .map(|onset| Strike {
            onset,
            gain: HALF_WAY,
            which: Which::Step,
        })
}

/// Where a segment leaves room for a bell: a breath before it comes in and as it rests; anything that
/// is not paced every second.
fn quiet_places(segment: &Segment, half: u64, rate: u32) -> impl Iterator<Item = u64> + use<> {
    let frame = |at| Score::frame_at(at, rate);
    let (onset, end) = (frame(segment.onset), frame(segment.onset + segment.length));
    let places = match segment.activity {
        Activity::Breath {
            phase: Phase::In | Phase::Rest,
            ..
        } => onset..onset + 1,
        Activity::Breath { .. } | Activity::Squeeze { .. } | Activity::Release { .. } => 0..0,
        Activity::Quiet | Activity::OwnPace => onset.max(half.min(end))..end,
    };
    places.step_by(rate as usize)
}
