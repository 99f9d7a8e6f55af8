//! What must be true of playing live, whatever the device and the person do.

use super::super::Ensemble;
use super::super::ear::{breaths, largest_step, peak, rest, timeline};
use super::super::steady::Steady;
use super::*;
use crate::timeline::Timeline;

const RATE: u32 = 48_000;
const BLOCK: usize = 256;

fn minutes_of_breath() -> Arc<Timeline> {
    timeline(vec![rest(10), breaths(30, [4, 1, 5, 1]), rest(10)])
}

fn score() -> Arc<Score> {
    Arc::new(Score::new(minutes_of_breath(), &Ensemble::default(), RATE))
}

impl Follow {
    fn cursor(&self) -> u64 {
        self.now.as_ref().map_or(0, |now| now.cursor)
    }
}

fn following(score: &Arc<Score>) -> Follow {
    let mut follow = Follow::new();
    follow.take(Arc::clone(score));
    follow
}

/// The next of a row of numbers that look random.
fn random(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state >> 11
}

#[test]
fn nothing_anybody_does_makes_a_click() {
    let (first, state) = (score(), &mut 88_172_645_463_325_252);
    let other = Arc::new(first.with(
        timeline(vec![rest(10), breaths(30, [3, 1, 4, 1])]),
        &Ensemble::default(),
    ));
    let mut follow = following(&first);
    let (mut place, mut playing, mut heard) = (0, true, Vec::new());
    let mut block = [[0.0; 2]; BLOCK];
    for n in 0..12_000 {
        match random(state) % 300 {
            0 => place = random(state) % (200 * u64::from(RATE)),
            1 => playing = !playing,
            2 => follow.take(Arc::clone(&first)),
            3 => follow.take(Arc::clone(&other)),
            _ => {}
        }
        follow.block(playing.then_some(place), &mut block);
        place += BLOCK as u64;
        // The last frame of the block before, for the step between the two.
        heard.drain(..heard.len().saturating_sub(1));
        heard.extend_from_slice(&block);
        assert!(largest_step(&heard) < 0.045, "block {n}");
    }
    assert!(follow.corrections() > 5);
}

#[test]
fn once_settled_it_plays_the_score_bit_for_bit() {
    let (score, state) = (score(), &mut 1_234_567);
    let mut follow = following(&score);
    let mut block = [[0.0; 2]; BLOCK];
    for _ in 0..20 {
        let from = random(state) % (200 * u64::from(RATE));
        for i in 0..40 {
            let place = from + i * BLOCK as u64;
            follow.block(Some(place), &mut block);
            // What sounded before has faded, and a block for the part that the fade does not fill.
            if i as f64 * BLOCK as f64 > FADE_SECONDS * f64::from(RATE) + BLOCK as f64 {
                for (n, frame) in block.iter().enumerate() {
                    let written = score.frame(place + n as u64);
                    assert_eq!(frame.map(f32::to_bits), written.map(f32::to_bits));
                }
            }
        }
    }
}

#[test]
fn a_score_that_sounds_the_same_takes_over_unheard() {
    let (score, state) = (score(), &mut 7_654_321);
    let mut follow = following(&score);
    let mut block = [[0.0; 2]; BLOCK];
    let from = 20 * u64::from(RATE);
    for n in 0..2000 {
        // A little off the clock, as a device always is.
        let place = from + n * BLOCK as u64;
        follow.block(Some(place + random(state) % 900), &mut block);
        if random(state).is_multiple_of(5) {
            let timeline = Arc::clone(score.timeline());
            follow.take(Arc::new(score.with(timeline, &Ensemble::default())));
        }
        if n > 10 {
            let first = follow.cursor() - BLOCK as u64;
            for (n, frame) in (first..).zip(&block) {
                let written = score.frame(n).map(f32::to_bits);
                assert_eq!(frame.map(f32::to_bits), written, "frame {n}");
            }
        }
    }
    assert_eq!(follow.corrections(), 0);
}

#[test]
fn another_score_takes_over_without_a_gap() {
    let first = score();
    let other = first.with(
        timeline(vec![rest(10), breaths(30, [3, 1, 4, 1])]),
        &Ensemble::default(),
    );
    let mut follow = following(&first);
    let mut block = [[0.0; 2]; BLOCK];
    // In the middle of a breath of both.
    let from = 12 * u64::from(RATE);
    for n in 0..30 {
        if n == 15 {
            follow.take(Arc::new(
                other.with(Arc::clone(other.timeline()), &Ensemble::default()),
            ));
        }
        follow.block(Some(from + n * BLOCK as u64), &mut block);
        if n > 6 {
            assert!(peak(&block) > 0.01, "a gap in block {n}");
        }
    }
    let place = from + 29 * BLOCK as u64;
    let written = other.frame(place + 9).map(f32::to_bits);
    assert_eq!(block[9].map(f32::to_bits), written);
}

#[test]
fn a_pause_fades_and_then_there_is_nothing() {
    let score = score();
    let mut follow = following(&score);
    let mut block = [[0.0; 2]; BLOCK];
    for n in 0..60 {
        follow.block(Some(600_000 + n * BLOCK as u64), &mut block);
    }
    assert!(peak(&block) > 0.01 && !follow.is_silent());
    for _ in 0..=(FADE_SECONDS * f64::from(RATE)) as usize / BLOCK {
        follow.block(None, &mut block);
    }
    assert!(follow.is_silent());
    follow.block(None, &mut block);
    assert!(peak(&block) == 0.0);
    follow.block(Some(600_000), &mut block);
    assert!(!follow.is_silent());
    assert_eq!(follow.corrections(), 0);
}

#[test]
fn without_a_score_there_is_silence() {
    let mut block = [[1.0; 2]; BLOCK];
    Follow::new().block(Some(5), &mut block);
    assert!(peak(&block) == 0.0);
}

/// Lets a device pull bursts for some seconds, at a low rate to be quick; gives the corrections
/// made, and how far in milliseconds the sound ever was from its place on average over a burst.
fn device(rest: u64, fast: f64, seconds: u64, late: impl Fn(u64) -> f64) -> (u64, f64) {
    const RATE: u32 = 8000;
    const BLOCK: usize = 43;
    const BURST: usize = 8 * BLOCK;
    let breathing = timeline(vec![breaths(30, [4, 0, 5, rest])]);
    let mut follow = following(&Arc::new(Score::new(breathing, &Ensemble::default(), RATE)));
    let mut steady = Steady::new(RATE);
    let mut block = [[0.0; 2]; BLOCK];
    let mut worst = 0.0_f64;
    for burst in 0..seconds * u64::from(RATE) / BURST as u64 {
        let even = (burst * BURST as u64) as f64 / fast + f64::from(RATE);
        let clock = even + late(burst) * f64::from(RATE);
        let place = steady.pull(clock, BURST);
        for part in 0..BURST / BLOCK {
            follow.block(Some(place as u64 + (part * BLOCK) as u64), &mut block);
            if burst > 20 {
                let truly = even + (part * BLOCK) as f64;
                worst = worst.max(((follow.cursor() - BLOCK as u64) as f64 - truly).abs());
            }
        }
    }
    (follow.corrections(), worst * 1000.0 / f64::from(RATE))
}

#[test]
fn a_device_that_pulls_in_bursts_needs_no_correction() {
    let uneven = |burst: u64| (burst.wrapping_mul(7919) % 97) as f64 / 97.0 * 0.04 - 0.02;
    let (corrections, worst) = device(0, 1.0, 100, uneven);
    assert_eq!(corrections, 0);
    assert!(worst < 40.0, "{worst} ms");
}

#[test]
fn a_device_that_is_a_little_fast_is_kept_to_the_clock() {
    let (corrections, worst) = device(0, 1.002, 200, |_| 0.0);
    assert!((5..=15).contains(&corrections), "{corrections} corrections");
    assert!(worst < 40.0, "{worst} ms");
}

#[test]
fn where_there_are_silences_it_moves_in_them_and_nothing_is_heard_of_it() {
    let (corrections, worst) = device(1, 1.002, 200, |_| 0.0);
    assert!(corrections <= 1, "{corrections} corrections");
    assert!(worst < 40.0, "{worst} ms");
}
