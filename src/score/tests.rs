//! What must be true of the sound of every session.

mod loudness;
mod steps;

use std::fmt::Write as _;

use super::ear::{breaths, centroid, largest_step, loudness, peak, rest, share_between, timeline};
use super::*;
use crate::timeline::{Anchor, Choices, compile};

const RATE: u32 = 48_000;
/// A sine of 440 Hz as loud as the loudest moment changes by this much.
const LARGEST_STEP: f32 = 0.04;
const SECOND: usize = RATE as usize;

fn decibels(amplitude: f64) -> f64 {
    20.0 * amplitude.max(1e-9).log10()
}

/// Settle, breathe with every phase, breathe without pauses, rest.
fn session() -> Score {
    Score::new(
        timeline(vec![
            rest(12),
            breaths(2, [4, 2, 6, 2]),
            breaths(3, [3, 0, 3, 0]),
            rest(5),
        ]),
        &Ensemble::default(),
        RATE,
    )
}

/// Paced breathing that no bell sounds into, and the second at which it starts.
fn breath_alone() -> (Score, usize) {
    (
        Score::new(
            timeline(vec![breaths(4, [4, 2, 6, 2])]),
            &Ensemble::default(),
            RATE,
        ),
        14,
    )
}

fn seconds(score: &Score, from: f64, length: f64) -> Vec<[f32; 2]> {
    let mut frames = vec![[0.0; 2]; (length * f64::from(RATE)) as usize];
    score.fill((from * f64::from(RATE)) as u64, &mut frames);
    frames
}

fn whole(score: &Score) -> Vec<[f32; 2]> {
    let mut frames = vec![[0.0; 2]; score.length_in_frames() as usize];
    score.fill(0, &mut frames);
    frames
}

#[test]
fn any_frame_asked_for_alone_is_the_one_heard_in_order() {
    let score = session();
    let all = whole(&score);
    let mut place = 7_u64;
    for _ in 0..20_000 {
        place = place
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let n = (place >> 20) % all.len() as u64;
        assert_eq!(
            score.frame(n).map(f32::to_bits),
            all[n as usize].map(f32::to_bits),
            "frame {n}"
        );
    }
}

#[test]
fn pieces_of_any_length_join_into_the_whole() {
    let score = session();
    let all = whole(&score);
    let mut pieces = vec![[1.0; 2]; all.len()];
    let (mut from, mut length) = (0, 1);
    while from < pieces.len() {
        let until = (from + length).min(pieces.len());
        score.fill(from as u64, &mut pieces[from..until]);
        from = until;
        length = length * 3 % 4099 + 1;
    }
    assert!(pieces == all);
}

#[test]
fn another_timeline_with_the_same_sounds_sounds_as_if_made_anew() {
    let other = timeline(vec![breaths(2, [3, 0, 5, 0])]);
    let (shared, anew) = (
        session().with(Arc::clone(&other), &Ensemble::default()),
        Score::new(other, &Ensemble::default(), RATE),
    );
    assert!(whole(&shared) == whole(&anew));
}

#[test]
fn nothing_is_sudden_and_nothing_is_loud() {
    let all = whole(&session());
    assert!(
        largest_step(&all) < LARGEST_STEP,
        "step {}",
        largest_step(&all)
    );
    assert!(peak(&all) < 0.708, "peak {}", peak(&all));
    assert!(peak(&all) > 0.1, "peak {}", peak(&all));
}

#[test]
fn the_shortest_phases_and_steps_are_not_sudden_either() {
    let hurried = (0..40).map(|_| breaths(1, [1, 0, 1, 0])).collect();
    let all = whole(&Score::new(timeline(hurried), &Ensemble::default(), RATE));
    assert!(
        largest_step(&all) < LARGEST_STEP,
        "step {}",
        largest_step(&all)
    );
    assert!(peak(&all) < 0.708, "peak {}", peak(&all));
}

#[test]
fn in_and_out_are_told_apart_by_ear() {
    let (score, start) = breath_alone();
    let start = start as f64;
    let inhale = seconds(&score, start, 4.0);
    let exhale = seconds(&score, start + 6.0, 6.0);
    let (bright, dark) = (centroid(&inhale, RATE), centroid(&exhale, RATE));
    assert!(bright > 1.5 * dark, "in {bright:.0} Hz, out {dark:.0} Hz");
    for (name, part) in [("in", &inhale), ("out", &exhale)] {
        let carried = share_between(part, RATE, 200.0, 2000.0);
        assert!(
            carried > 0.6,
            "{name}: {carried:.2} between 200 and 2000 Hz"
        );
    }
}

#[test]
fn the_breath_rises_as_it_comes_in_and_falls_as_it_goes_out() {
    let (score, start) = breath_alone();
    let middle = |from: f64| centroid(&seconds(&score, start as f64 + from, 1.0), RATE);
    assert!(middle(3.0) > 1.3 * middle(0.2));
    assert!(middle(6.2) > 1.1 * middle(10.5));
}

#[test]
fn there_is_next_to_nothing_at_the_turn_and_nothing_with_empty_lungs() {
    let score = Score::new(
        timeline(vec![breaths(6, [4, 0, 6, 2])]),
        &Ensemble::default(),
        RATE,
    );
    let level = |from: f64, length| decibels(loudness(&seconds(&score, from, length)));
    let (inhale, turn, exhale) = (level(26.0, 1.0), level(27.96, 0.08), level(29.0, 1.0));
    assert!(
        inhale - turn > 20.0 && exhale - turn > 20.0,
        "{inhale} {turn} {exhale}"
    );
    assert!(peak(&seconds(&score, 34.0, 2.0)) == 0.0);
}

#[test]
fn quiet_stretches_and_ones_own_pace_are_silent_once_the_bell_has_faded() {
    let score = session();
    assert!(peak(&seconds(&score, 9.0, 3.0)) == 0.0);
    assert!(peak(&seconds(&score, 0.0, 1.0)) > 0.05);
}

/// The sound of everything there is, with some choices.
fn everything_with(choices: &Choices) -> Vec<[f32; 2]> {
    let timeline = compile(&crate::session::sample::everything(), choices);
    whole(&Score::new(Arc::new(timeline), &Ensemble::default(), RATE))
}

#[test]
fn with_another_anchor_the_breath_is_silent_and_the_bells_are_not() {
    let own_pace = Choices {
        own_pace: true,
        ..Choices::default()
    };
    let elsewhere = Choices {
        anchor: Anchor::Sound,
        ..Choices::default()
    };
    let own_pace = everything_with(&own_pace);
    assert!(loudness(&own_pace) > 0.0);
    assert!(own_pace == everything_with(&elsewhere));
    assert!(own_pace != everything_with(&Choices::default()));
}

/// How long after an onset its bell has come to a tenth of its first second's peak.
fn comes_after(score: &Score, onset: u64) -> usize {
    let mut second = vec![[0.0; 2]; score.rate() as usize];
    score.fill(onset, &mut second);
    let enough = 0.1 * peak(&second);
    let loud = |frame: &[f32; 2]| frame[0].abs() > enough;
    second.iter().position(loud).unwrap()
}

#[test]
fn bells_begin_at_their_sample() {
    for rate in [44_100, 48_000, 96_000] {
        // The third step follows too soon after the second to have a bell of its own.
        let steps = vec![rest(10), rest(8), rest(3), rest(10)];
        let score = Score::new(timeline(steps), &Ensemble::default(), rate);
        let first = comes_after(&score, 0);
        assert!(first < rate as usize / 50, "{first} at {rate}");
        for second in [10, 31] {
            let onset = second * u64::from(rate);
            assert!(peak(&[score.frame(onset - 1)]) == 0.0);
            let after = comes_after(&score, onset);
            assert!(
                after.abs_diff(first) <= 1,
                "{after} against {first} at {rate}"
            );
        }
    }
}

#[test]
fn the_last_bell_rings_out_after_the_session_and_then_there_is_silence() {
    let score = Score::new(timeline(vec![rest(20)]), &Ensemble::default(), RATE);
    assert_eq!(score.length_in_frames(), 29 * u64::from(RATE));
    assert!(peak(&seconds(&score, 20.0, 1.0)) > 0.1);
    assert!(peak(&seconds(&score, 29.0, 5.0)) == 0.0);
    assert!(peak(&[score.frame(u64::MAX / 2)]) == 0.0);
}

#[test]
fn after_three_hours_it_sounds_as_at_the_start() {
    let long = Score::new(
        timeline(vec![breaths(1080, [4, 0, 6, 0])]),
        &Ensemble::default(),
        RATE,
    );
    let late = seconds(&long, 10_790.0, 10.0);
    assert!(largest_step(&late) < LARGEST_STEP);
    let (early, late) = (seconds(&long, 10.0, 10.0), late);
    assert!((decibels(loudness(&early)) - decibels(loudness(&late))).abs() < 1.0);
}

/// A line per quarter of a second, as long as it is loud: 1 dB a mark from -60 dB.
fn picture(frames: &[[f32; 2]]) -> String {
    let mut picture = String::new();
    for (i, part) in frames.chunks(SECOND / 4).enumerate() {
        let marks = (decibels(loudness(part)) + 60.0).max(0.0).round() as usize;
        let second = i as f64 / 4.0;
        let line = format!("{second:>5.2} {}", "#".repeat(marks));
        writeln!(picture, "{}", line.trim_end()).unwrap();
    }
    picture
}

#[test]
fn one_breath_looks_like_this() {
    let (score, start) = breath_alone();
    insta::assert_snapshot!(picture(&seconds(&score, start as f64, 14.0)), @r##"
     0.00 ##########
     0.25 ####################
     0.50 #########################
     0.75 #############################
     1.00 ###############################
     1.25 #################################
     1.50 ###################################
     1.75 ####################################
     2.00 #####################################
     2.25 #####################################
     2.50 ######################################
     2.75 ####################################
     3.00 ##################################
     3.25 ################################
     3.50 ##########################
     3.75 ################
     4.00 ######
     4.25 ################
     4.50 ####################
     4.75 ####################
     5.00 ##################
     5.25 ###############
     5.50 #########
     5.75
     6.00 ##############
     6.25 ########################
     6.50 ##############################
     6.75 ##################################
     7.00 ####################################
     7.25 #####################################
     7.50 ######################################
     7.75 ######################################
     8.00 ######################################
     8.25 ######################################
     8.50 ######################################
     8.75 #####################################
     9.00 #####################################
     9.25 ####################################
     9.50 ###################################
     9.75 ###################################
    10.00 #################################
    10.25 ################################
    10.50 ##############################
    10.75 ############################
    11.00 #########################
    11.25 #####################
    11.50 #################
    11.75 ########
    12.00
    12.25
    12.50
    12.75
    13.00
    13.25
    13.50
    13.75
    "##);
}
