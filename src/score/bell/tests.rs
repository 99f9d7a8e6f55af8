//! What must be true of a strike, and of when bells are struck.

use super::struck::{Strike, Which, strikes};
use super::*;
use crate::score::ear::{breaths, every_kind, rest, timeline};
use crate::session::{Sound, Sounds};

const RATE: u32 = 24_000;
const ALL: [Bell; 4] = [Bell::Bowl, Bell::Gong, Bell::Chime, Bell::Notes];

/// The loudness of 0.5 s from a time on.
fn loudness(ring: &Ring, seconds: f64) -> f64 {
    let from = (seconds * f64::from(RATE)) as usize;
    let power: f64 = ring.frames()[from..from + RATE as usize / 2]
        .iter()
        .map(|frame| f64::from(frame[0]).powi(2) + f64::from(frame[1]).powi(2))
        .sum();
    power.sqrt().max(1e-6)
}

#[test]
fn every_strike_comes_softly_and_fades_evenly() {
    for bell in ALL {
        let ring = made(bell, RATE);
        let full = |frame: &[i16; 2]| frame[0].abs().max(frame[1].abs()) == i16::MAX;
        let peak = ring.frames().iter().position(full).unwrap();
        assert!(peak > RATE as usize / 100, "{bell:?} peaks at {peak}");
        let fall = |from, to| 20.0 * (loudness(&ring, from) / loudness(&ring, to)).log10();
        let falls = [fall(1.5, 3.5), fall(3.5, 5.5), fall(5.5, 7.5)];
        for fall in falls {
            assert!((7.0..26.0).contains(&fall), "{bell:?}: {falls:?} dB in 2 s");
        }
    }
}

#[test]
fn every_strike_begins_and_ends_in_nothing() {
    for bell in ALL {
        let ring = made(bell, RATE);
        assert_eq!(ring.frames().first(), Some(&[0, 0]), "{bell:?}");
        assert_eq!(ring.frames().last(), Some(&[0, 0]), "{bell:?}");
        let largest = ring.frames().windows(2).map(|pair| {
            let [a, b] = [pair[0][0], pair[1][0]].map(f32::from);
            (a - b).abs() / f32::from(i16::MAX)
        });
        let largest = largest.fold(0.0, f32::max);
        assert!(largest < 0.35, "{bell:?} steps by {largest} at {RATE} Hz");
    }
}

fn struck(timeline: &Timeline, words: Vec<std::ops::Range<u64>>) -> Vec<Strike> {
    strikes(timeline, &Duck::new(words, 1000), 1000)
}

/// One line that is spoken in these milliseconds.
fn spoken(words: std::ops::Range<u64>) -> Vec<std::ops::Range<u64>> {
    std::iter::once(words).collect()
}

/// The bells that are neither a step's nor the last one.
fn half_way(timeline: &Timeline, words: Vec<std::ops::Range<u64>>) -> Vec<u64> {
    let begins: Vec<u64> = timeline.steps().iter().map(|part| part.onset.0).collect();
    let between = struck(timeline, words);
    let between = between.iter().filter(|strike| strike.which == Which::Step);
    let onsets = between.map(|strike| strike.onset);
    onsets.filter(|onset| !begins.contains(onset)).collect()
}

#[test]
fn half_way_there_is_a_quieter_bell_between_two_breaths() {
    let long = timeline(vec![rest(31), breaths(40, [4, 0, 6, 0])]);
    // The half is at 215.5 s, in a breath that comes in at 211 s.
    assert_eq!(half_way(&long, Vec::new()), [221_000]);
    let gain = |onset| {
        let all = struck(&long, Vec::new());
        all.iter()
            .find(|strike| strike.onset == onset)
            .unwrap()
            .gain
    };
    assert!(gain(221_000) < gain(31_000) && gain(221_000) < gain(0));
    // Words are let out.
    assert_eq!(half_way(&long, spoken(219_000..222_000)), [231_000]);
    // Where nothing is paced it is at the half.
    assert_eq!(half_way(&timeline(vec![rest(400)]), Vec::new()), [200_000]);
}

#[test]
fn there_is_no_bell_half_way_where_it_would_be_too_much() {
    let short = timeline(vec![rest(350)]);
    let beside = timeline(vec![rest(205), rest(205)]);
    for timeline in [&short, &beside] {
        assert_eq!(half_way(timeline, Vec::new()), [0; 0]);
    }
    let all_along = spoken(195_000..260_000);
    assert_eq!(half_way(&timeline(vec![rest(400)]), all_along), [0; 0]);
    let none = every_kind(Sounds {
        step: Sound::None,
        ..Sounds::default()
    });
    assert!(struck(&none, Vec::new()).len() == 1);
}
