//! What must be true of words that are told outside a session.

use super::super::ear::{largest_step, peak};
use super::*;

const RATE: u32 = 48_000;

/// A low hum of so many seconds, as loud as a clip can be.
fn hum(seconds: f64) -> Clip {
    let frames = (seconds * f64::from(RATE)) as usize;
    let sample = |n: usize| (32_000.0 * (n as f64 * 0.02).sin()) as i16;
    Clip::mono(RATE, (0..frames).map(sample).collect::<Vec<_>>())
}

fn aside(lines: &[f64]) -> Arc<Aside> {
    let mut aside = Aside::new(RATE);
    for seconds in lines {
        aside.push(hum(*seconds), 0);
    }
    Arc::new(aside)
}

fn told(number: u64, aside: &Arc<Aside>) -> Told {
    let aside = Arc::clone(aside);
    Told { number, aside }
}

fn heard(tell: &mut Tell, seconds: f64) -> Vec<[f32; 2]> {
    let mut out = vec![[0.0; 2]; (seconds * f64::from(RATE)) as usize];
    for block in out.chunks_mut(1000) {
        tell.add(block);
    }
    out
}

fn frame(seconds: f64) -> usize {
    (seconds * f64::from(RATE)) as usize
}

#[test]
fn lines_are_told_one_after_the_other_with_quiet_between() {
    let mut tell = Tell::new();
    tell.take(Some(told(1, &aside(&[1.0, 0.5]))));
    let out = heard(&mut tell, 3.0);
    for (from, until, sounds) in [
        (0.0, 1.0, true),
        (1.0, 1.7, false),
        (1.7, 2.2, true),
        (2.2, 3.0, false),
    ] {
        let loudest = peak(&out[frame(from)..frame(until)]);
        assert_eq!(loudest > 0.5, sounds, "from {from} s");
        assert_eq!(loudest > 0.0, sounds, "from {from} s");
    }
    assert!(largest_step(&out) < 0.045, "a click");
    assert!(tell.is_over());
}

#[test]
fn it_is_the_same_in_pieces_of_any_length() {
    let aside = aside(&[0.3, 0.2]);
    let mut whole = vec![[0.0; 2]; frame(1.5)];
    aside.add(0, &mut whole);
    for piece in [1, 7, 256, 5000] {
        let mut pieces = vec![[0.0; 2]; whole.len()];
        for (n, part) in pieces.chunks_mut(piece).enumerate() {
            aside.add((n * piece) as u64, part);
        }
        assert_eq!(pieces, whole, "in pieces of {piece}");
    }
}

#[test]
fn a_line_that_joins_later_changes_nothing_of_what_is_said() {
    let (first, both) = (aside(&[1.0]), aside(&[1.0, 1.0]));
    let mut joined = Tell::new();
    joined.take(Some(told(1, &first)));
    let mut out = heard(&mut joined, 0.5);
    joined.take(Some(told(1, &both)));
    out.extend(heard(&mut joined, 2.5));

    let mut expected = Tell::new();
    expected.take(Some(told(1, &both)));
    assert_eq!(out, heard(&mut expected, 3.0));
}

#[test]
fn other_words_and_none_let_what_is_said_fade_first() {
    for next in [None, Some(told(2, &aside(&[1.0])))] {
        let follows = next.is_some();
        let mut tell = Tell::new();
        tell.take(Some(told(1, &aside(&[5.0]))));
        let mut out = heard(&mut tell, 1.0);
        tell.take(next);
        out.extend(heard(&mut tell, 3.0));
        assert!(largest_step(&out) < 0.045, "a click");
        assert!(peak(&out[frame(1.0)..frame(1.05)]) > 0.3, "cut off");
        assert!(peak(&out[frame(1.145)..frame(1.15)]) < 0.01);
        assert_eq!(peak(&out[frame(1.16)..frame(2.1)]) > 0.5, follows);
        assert!(tell.is_over());
    }
}

#[test]
fn words_that_have_been_said_give_way_at_once() {
    let mut tell = Tell::new();
    tell.take(Some(told(1, &aside(&[0.2]))));
    heard(&mut tell, 1.0);
    tell.take(Some(told(2, &aside(&[1.0]))));
    assert!(peak(&heard(&mut tell, 0.1)) > 0.5);
}

#[test]
fn a_line_whose_clip_comes_late_waits_for_it() {
    let mut aside = Aside::new(RATE);
    aside.push(hum(1.0), 0);
    aside.push(hum(1.0), 10 * u64::from(RATE));
    assert_eq!(aside.length_in_frames(), 11 * u64::from(RATE));
    assert_eq!(aside.said_before(5 * u64::from(RATE)), 1);
}
