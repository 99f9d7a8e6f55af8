//! A track is the session as it is heard live, with words around it.

use std::sync::Arc;

use super::*;
use crate::score::{Clip, Mix, Volume};
use crate::session::StepKind;
use crate::session::sample::{breaths, clean, rest, session, step};
use crate::timeline::{Choices, Timeline, compile};

const RATE: u32 = 16_000;

fn timeline() -> Arc<Timeline> {
    let steps = vec![
        step(rest(12)),
        step(StepKind::Wait),
        step(StepKind::Breathe(breaths(3, [4, 0, 6]))),
        step(rest(5)),
    ];
    Arc::new(compile(&session(steps), &Choices::default()))
}

/// Half a second of a tone.
fn clip() -> Clip {
    let at = |n: usize| ((n as f32 * 0.1).sin() * 9000.0) as i16;
    Clip::mono(RATE, (0..RATE as usize / 2).map(at).collect::<Vec<i16>>())
}

fn spoken(text: &str, quiet: u64) -> Spoken {
    Spoken {
        text: clean(text),
        quiet: Ms::seconds(quiet),
        own: false,
    }
}

fn ensemble(lines: &[&str], voice_volume: Volume) -> Ensemble {
    Ensemble {
        mix: Mix {
            voice_volume,
            ..Mix::default()
        },
        lines: lines.iter().map(|line| (clean(line), clip())).collect(),
        ..Ensemble::default()
    }
}

fn asides() -> Asides {
    let stop = timeline().stops()[0];
    Asides {
        before: vec![spoken("Lie down.", 8), spoken("It begins.", 10)],
        at_stops: vec![(stop, vec![spoken("Time for you.", 5)])],
        after: vec![spoken("Thank you.", 1)],
    }
}

fn mixdown(asides: &Asides, ensemble: &Ensemble) -> Mixdown {
    Mixdown::new(Score::new(timeline(), ensemble, RATE), asides, ensemble)
}

fn everything() -> Mixdown {
    let lines = ["Lie down.", "It begins.", "Time for you.", "Thank you."];
    mixdown(&asides(), &ensemble(&lines, Volume::FULL))
}

fn peak(mixdown: &Mixdown, from: u64, length: u64) -> f32 {
    let mut frames = vec![[0.0; 2]; length as usize];
    mixdown.fill(from, &mut frames);
    frames
        .iter()
        .flatten()
        .fold(0.0, |peak, side| peak.max(side.abs()))
}

/// Places in no order, each below `length`.
fn places(length: u64) -> impl Iterator<Item = u64> {
    let mut place = 7_u64;
    std::iter::repeat_with(move || {
        place = place
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (place >> 20) % length
    })
}

#[test]
fn without_words_a_track_is_the_score_from_its_first_frame_to_its_last() {
    let silent = ensemble(&[], Volume::FULL);
    let track = mixdown(&asides(), &silent);
    let score = Score::new(timeline(), &silent, RATE);
    assert_eq!(track.length_in_frames(), score.length_in_frames());
    assert_eq!(track.frame_of(Ms::ZERO), 0);
    let mut one = [[0.0; 2]];
    for n in places(score.length_in_frames()).take(5000) {
        track.fill(n, &mut one);
        assert_eq!(
            one[0].map(f32::to_bits),
            score.frame(n).map(f32::to_bits),
            "{n}"
        );
    }
}

#[test]
fn within_the_session_every_frame_is_the_one_that_is_heard_live() {
    let track = everything();
    let stop = Score::frame_at(timeline().stops()[0], RATE);
    let fade = Score::frame_at(FADE, RATE);
    let mut one = [[0.0; 2]];
    let mut heard = 0;
    for n in places(track.score().length_in_frames()).take(5000) {
        if n.abs_diff(stop) <= fade {
            continue;
        }
        let onset = track.frame_of(Ms::ZERO);
        let said = if n < stop {
            0
        } else {
            u64::from(RATE) / 2 + 5 * u64::from(RATE)
        };
        track.fill(onset + n + said, &mut one);
        let live = track.score().frame(n);
        assert_eq!(one[0].map(f32::to_bits), live.map(f32::to_bits), "{n}");
        heard += usize::from(live[0] != 0.0);
    }
    assert!(heard > 1000, "{heard}");
}

#[test]
fn pieces_of_any_length_join_into_the_whole() {
    let track = everything();
    let mut whole = vec![[0.0; 2]; track.length_in_frames() as usize];
    track.fill(0, &mut whole);
    let mut pieces = vec![[1.0; 2]; whole.len()];
    let (mut from, mut length) = (0, 1);
    while from < pieces.len() {
        let until = (from + length).min(pieces.len());
        track.fill(from as u64, &mut pieces[from..until]);
        from = until;
        length = length * 3 % 4099 + 1;
    }
    assert!(pieces == whole);
}

#[test]
fn words_come_first_with_their_quiet_and_the_last_ones_after_the_last_bell() {
    let track = everything();
    let second = u64::from(RATE);
    assert_eq!(track.frame_of(Ms::ZERO), 19 * second);
    assert!(peak(&track, 0, second / 2) > 0.05);
    assert!(peak(&track, second / 2, 8 * second) == 0.0);
    assert!(peak(&track, second * 17 / 2, second / 2) > 0.05);
    assert!(peak(&track, 9 * second, 10 * second) == 0.0);
    let thanks = track.length_in_frames() - second * 3 / 2;
    assert!(peak(&track, thanks - 2 * second, 2 * second) < 0.000_1);
    assert!(peak(&track, thanks, second / 2) > 0.05);
    assert!(peak(&track, track.length_in_frames(), second) == 0.0);
}

#[test]
fn what_waits_for_a_key_waits_for_nobody_and_is_told_instead() {
    let track = everything();
    let second = u64::from(RATE);
    let stop = timeline().stops()[0];
    // The part after the stop comes once everything has been said.
    let before = track.frame_of(stop - Ms(1));
    let after = track.frame_of(stop);
    assert!(after - before > second * 11 / 2, "{before} {after}");
    assert!(peak(&track, after - second * 11 / 2, second / 2) > 0.05);
    assert!(peak(&track, after - 5 * second, 5 * second - 1) == 0.0);
}

#[test]
fn a_cut_is_never_sudden() {
    let track = everything();
    let mut whole = vec![[0.0; 2]; track.length_in_frames() as usize];
    track.fill(0, &mut whole);
    let at = track.frame_of(timeline().stops()[0]) as usize;
    let step = |place: usize| (whole[place][0] - whole[place - 1][0]).abs();
    assert!(step(at) < 0.001 && step(at + 1) < 0.001);
    let end_of_first = at - (RATE as usize / 2 + 5 * RATE as usize);
    assert!(step(end_of_first) < 0.001, "{}", step(end_of_first));
}

#[test]
fn nothing_is_said_where_nobody_wants_a_voice() {
    let lines = ["Lie down.", "It begins.", "Time for you.", "Thank you."];
    let silent = ensemble(&lines, Volume::SILENT);
    let track = mixdown(&asides(), &silent);
    assert_eq!(track.length_in_frames(), track.score().length_in_frames());
}
