//! Which line of a saying comes when.

use std::ops::ControlFlow;
use std::sync::mpsc;

use super::*;
use crate::score::{Mix, Volume};
use crate::shell::sound::gathering::Gather;

const RATE: u32 = 8000;

fn words(text: &str) -> Clean {
    Clean::from_shown(text)
}

/// One second of something.
fn second() -> Clip {
    Clip::mono(RATE, vec![900; RATE as usize])
}

fn saying(lines: &[&str]) -> Aloud {
    let nothing: Gather = |_, _: &mut dyn FnMut(&Ensemble) -> ControlFlow<()>| Ensemble::default();
    let saying = Saying {
        session: None,
        lines: lines.iter().map(|line| words(line)).collect(),
        since: Now::after(Duration::from_secs(10)),
        language: words("en"),
        volume: Volume::FULL,
    };
    let (asks, _) = mpsc::channel();
    let gathering = Gathering::start(7, Aloud::wanted(&saying), nothing, asks);
    Aloud::new(saying, 7, gathering)
}

fn found(lines: &[&str], complete: bool) -> News {
    let mut ensemble = Ensemble {
        mix: Mix::default(),
        ..Ensemble::default()
    };
    ensemble.lines = lines.iter().map(|line| (words(line), second())).collect();
    News {
        number: 7,
        ensemble,
        complete,
    }
}

fn at(seconds: u64) -> Now {
    Now::after(Duration::from_secs(seconds))
}

/// Has every line made that can be, and put in its place; gives how long what is told is, in
/// seconds.
fn place_all(aloud: &mut Aloud, said: Option<u64>, now: Now) -> Option<f64> {
    let mut length = None;
    while let Some(clip) = aloud.next() {
        let told = aloud.place(clip, said, now).unwrap();
        length = Some(told.aside.length_in_frames() as f64 / f64::from(RATE));
    }
    length
}

#[test]
fn lines_wait_for_those_before_them_and_no_device_is_opened_for_nothing() {
    let mut aloud = saying(&["one", "two"]);
    assert!(!aloud.has_words());
    aloud.take(found(&["two"], false));
    aloud.open(RATE);
    assert_eq!(place_all(&mut aloud, None, at(10)), None);
    aloud.take(found(&["one", "two"], false));
    assert!(aloud.has_words());
    assert_eq!(place_all(&mut aloud, None, at(10)), Some(2.7));
}

#[test]
fn what_cannot_be_had_is_passed_over() {
    let mut aloud = saying(&["one", "two"]);
    aloud.open(RATE);
    aloud.take(found(&["two"], true));
    assert_eq!(place_all(&mut aloud, None, at(10)), Some(1.0));
    assert!(!aloud.is_over(Some(4000)));
    assert!(aloud.is_over(Some(8000)));
    assert!(!aloud.has_words());
}

#[test]
fn nothing_is_said_before_its_time() {
    let mut aloud = saying(&["one"]);
    aloud.open(RATE);
    aloud.take(found(&["one"], true));
    assert_eq!(place_all(&mut aloud, None, at(8)), Some(3.0));
}

#[test]
fn a_line_that_comes_late_is_said_as_soon_as_it_can_be() {
    let mut aloud = saying(&["one", "two"]);
    aloud.open(RATE);
    aloud.take(found(&["one"], false));
    assert_eq!(place_all(&mut aloud, None, at(10)), Some(1.0));
    let said = 9 * u64::from(RATE);
    assert!(!aloud.is_over(Some(said)));
    aloud.take(found(&["one", "two"], true));
    assert_eq!(place_all(&mut aloud, Some(said), at(19)), Some(10.2));
}

#[test]
fn after_a_device_was_lost_the_line_under_way_begins_again() {
    let mut aloud = saying(&["one", "two", "three"]);
    aloud.open(RATE);
    aloud.take(found(&["one", "two", "three"], true));
    assert_eq!(place_all(&mut aloud, None, at(10)), Some(4.4));
    aloud.close(Some(2 * u64::from(RATE)));
    assert!(aloud.has_words());
    aloud.open(44_100);
    let said = |aloud: &mut Aloud| place_all(aloud, None, at(13)).map(|_| aloud.which.clone());
    assert_eq!(said(&mut aloud), Some(vec![1, 2]));
}

#[test]
fn news_of_something_else_is_none() {
    let mut aloud = saying(&["one"]);
    let mut news = found(&["one"], true);
    news.number = 6;
    aloud.take(news);
    assert!(!aloud.has_words());
}
