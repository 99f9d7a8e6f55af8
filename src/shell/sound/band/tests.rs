//! Which clips are looked for, and when.

use std::ops::ControlFlow;
use std::sync::mpsc;

use super::*;
use crate::player::Transport;
use crate::score::{Clip, Mix};
use crate::script;
use crate::shell::sound::gathering::Gather;
use crate::time::Now;
use crate::timeline::{Choices, compile};

const SCRIPT: &str = "
softly = 1
title = 'Three lines'
step = [
    { rest = 15, say = 'One.' },
    { rest = 15, say = 'Two.' },
    { rest = 15, say = 'Three.' },
    { rest = 15, say = 'One.' },
]
";

fn hearing(spoken: bool) -> Hearing {
    let session = Arc::new(script::check(SCRIPT, "three").session.unwrap());
    let timeline = Arc::new(compile(&session, &Choices::default()));
    let mut mix = Mix::default();
    if spoken {
        mix.voice_volume = Volume::FULL;
    }
    Hearing {
        session,
        timeline,
        transport: Transport::playing(Now::default(), Ms::ZERO, Ms::minutes(1)),
        stop: None,
        muted: false,
        mix,
    }
}

/// Plays something at a place; gives the lines that are looked for, if any search has begun.
fn looks_for(band: &mut Band, hearing: &Hearing, at: Ms, number: u64) -> Option<Vec<String>> {
    let nothing: Gather = |_, _: &mut dyn FnMut(&Ensemble) -> ControlFlow<()>| Ensemble::default();
    let mut lines = None;
    band.hear(hearing, at, |wanted| {
        lines = Some(wanted.lines.iter().map(ToString::to_string).collect());
        let (asks, _) = mpsc::channel();
        (number, Gathering::start(number, wanted, nothing, asks))
    });
    lines
}

fn found(number: u64, lines: &[&str], complete: bool) -> News {
    let clip = |line: &&str| (Clean::from_shown(line), Clip::mono(8000, vec![1]));
    let ensemble = Ensemble {
        lines: lines.iter().map(clip).collect(),
        ..Ensemble::default()
    };
    News {
        number,
        ensemble,
        complete,
    }
}

#[test]
fn without_a_voice_only_the_sounds_of_a_session_are_looked_for_and_once() {
    let (mut band, hearing) = (Band::default(), hearing(false));
    assert_eq!(looks_for(&mut band, &hearing, Ms::ZERO, 1), Some(vec![]));
    assert_eq!(looks_for(&mut band, &hearing, Ms::ZERO, 2), None);
    assert!(band.take(&found(1, &[], true)));
    assert_eq!(looks_for(&mut band, &hearing, Ms::ZERO, 3), None);
}

#[test]
fn lines_are_looked_for_each_once_and_the_next_one_first() {
    let (mut band, hearing) = (Band::default(), hearing(true));
    let third = hearing.timeline.lines()[2].onset;
    let lines = looks_for(&mut band, &hearing, third, 1).unwrap();
    assert_eq!(lines, ["Three.", "One.", "Two."]);
}

#[test]
fn what_is_there_is_not_looked_for_again_nor_what_cannot_be_had() {
    let (mut band, hearing) = (Band::default(), hearing(true));
    looks_for(&mut band, &hearing, Ms::ZERO, 1);
    assert!(band.take(&found(1, &["One."], false)));
    // The search goes on; nothing new is to be begun.
    assert_eq!(looks_for(&mut band, &hearing, Ms::ZERO, 2), None);
    assert!(band.take(&found(1, &["One.", "Two."], true)));
    assert_eq!(looks_for(&mut band, &hearing, Ms::ZERO, 3), None);
    assert_eq!(band.ensemble().0.lines.len(), 2);
}

#[test]
fn somebody_who_goes_elsewhere_hears_the_lines_there_first() {
    let (mut band, hearing) = (Band::default(), hearing(true));
    looks_for(&mut band, &hearing, Ms::ZERO, 1);
    let third = hearing.timeline.lines()[2].onset;
    let lines = looks_for(&mut band, &hearing, third, 2).unwrap();
    assert_eq!(lines, ["Three.", "One.", "Two."]);
    // What the first search still finds is nobody's any more.
    assert!(!band.take(&found(1, &["One."], true)));
    assert!(band.take(&found(2, &["Three."], false)));
}

#[test]
fn a_voice_that_is_switched_off_stays_at_hand_and_another_session_begins_anew() {
    let mut band = Band::default();
    let (spoken, mut quiet) = (hearing(true), hearing(false));
    looks_for(&mut band, &spoken, Ms::ZERO, 1);
    band.take(&found(1, &["One.", "Two.", "Three."], true));
    (quiet.session, quiet.timeline) = (spoken.session.clone(), spoken.timeline.clone());
    let before = band.ensemble().1;
    assert_eq!(looks_for(&mut band, &quiet, Ms::ZERO, 2), None);
    assert_eq!(band.ensemble().0.lines.len(), 3);
    assert_eq!(band.ensemble().0.mix, quiet.mix);
    assert!(band.ensemble().1 > before);
    assert_eq!(looks_for(&mut band, &spoken, Ms::ZERO, 3), None);
    assert!(looks_for(&mut band, &hearing(true), Ms::ZERO, 4).is_some());
    assert!(band.ensemble().0.lines.is_empty());
}

#[test]
fn only_what_changes_what_is_heard_makes_another_version() {
    let (mut band, hearing) = (Band::default(), hearing(true));
    looks_for(&mut band, &hearing, Ms::ZERO, 1);
    let version = band.ensemble().1;
    band.take(&found(1, &[], false));
    assert_eq!(band.ensemble().1, version);
    band.take(&found(1, &["One."], false));
    band.take(&found(1, &["One."], true));
    assert_eq!(band.ensemble().1, version + 1);
}
