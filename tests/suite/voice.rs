//! Every built-in session, spoken by the machine's own speech where there is some: no word of it while
//! the breath turns.
//!
//! With `--nocapture` it prints how the lines of each session are placed, and how long that took.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "it is all a test"
)]
#![cfg(feature = "sound")]

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use softly::language::Language;
use softly::library;
use softly::score::{Ensemble, How, Mix, Score, Volume};
use softly::script::check;
use softly::shell::clips::{self, VoiceStatus, Wanted, gather, lines_of};
use softly::text::Clean;
use softly::time::Ms;
use softly::timeline::{Choices, Timeline, compile};

/// What eSpeak speaks at, so that nothing is resampled: a test build is slow at that.
const RATE: u32 = 22_050;

fn mix() -> Mix {
    Mix {
        voice_volume: Volume::FULL,
        ..Mix::default()
    }
}

/// Whether this machine speaks. Where tests are run for a release it has to.
fn there_is_a_voice() -> bool {
    let there = clips::can_speak("en") && clips::can_speak("de");
    if !there {
        assert!(
            std::env::var_os("CI").is_none(),
            "espeak-ng must be installed"
        );
        eprintln!("SKIPPED: no speech program on this machine, so nothing was spoken");
    }
    there
}

fn wanted(timeline: &Timeline, language: Language) -> Wanted {
    Wanted {
        session: None,
        sounds: true,
        language: Clean::from_shown(language.code()),
        mix: mix(),
        lines: lines_of(timeline, language.code(), Ms::ZERO),
    }
}

fn spoken(timeline: &Timeline, language: Language) -> Ensemble {
    gather(&wanted(timeline, language), |_| ControlFlow::Continue(()))
}

#[test]
fn the_machine_says_every_line_and_none_while_the_breath_turns() {
    if !there_is_a_voice() {
        return;
    }
    // Whatever takes time to make is made once.
    let mut score: Option<Score> = None;
    println!("session, lines, whole, moved, cut, signalled, collisions, different, ms to speak");
    for language in Language::ALL {
        for script in library::built_in(language) {
            let session = check(script.text, script.id).session.unwrap();
            let choices = Choices {
                holds: true,
                squeezes: true,
                asked_parts: true,
                ..Choices::default()
            };
            let timeline = Arc::new(compile(&session, &choices));
            let started = Instant::now();
            let ensemble = spoken(&timeline, language);
            let took = started.elapsed().as_millis();
            let lines = lines_of(&timeline, language.code(), Ms::ZERO);
            assert_eq!(ensemble.lines.len(), lines.len(), "{}", script.id);
            let timeline_of_it = Arc::clone(&timeline);
            let here = match &score {
                Some(score) => score.with(timeline_of_it, &ensemble),
                None => Score::new(timeline_of_it, &ensemble, RATE),
            };
            let voice = here.voice();
            let count = |how: How| voice.placed().iter().filter(|line| line.how == how).count();
            let collisions = voice.collisions(&timeline);
            println!(
                "{} {}: {} {} {} {} {} {collisions} {} {took}",
                language.code(),
                script.id,
                voice.placed().len(),
                count(How::Whole),
                count(How::Moved),
                count(How::Cut),
                count(How::Signalled),
                lines.len(),
            );
            assert_eq!(collisions, 0, "{}", script.id);
            assert_eq!(count(How::Unsaid), 0, "{}", script.id);
            score = Some(here);
        }
    }
}

#[test]
fn a_line_is_spoken_once_and_then_remembered_and_told_of_as_it_comes() {
    if !there_is_a_voice() {
        return;
    }
    let line = |text: &str| Clean::from_shown(text);
    let wanted = Wanted {
        session: None,
        sounds: true,
        language: line("en"),
        mix: mix(),
        lines: ["A line for this test.", "[[h@'loU]]", "…", "Another one."]
            .map(line)
            .to_vec(),
    };
    let mut told = Vec::new();
    let ensemble = gather(&wanted, |ensemble| {
        told.push(ensemble.lines.len());
        ControlFlow::Continue(())
    });
    // Two dots have no words; a line that is all marks is spoken as letters.
    assert_eq!(told, [1, 2, 3]);
    assert_eq!(ensemble.lines.len(), 3);
    assert_eq!(VoiceStatus::of(&wanted, &ensemble), VoiceStatus::Spoken);
    let again = gather(&wanted, |_| ControlFlow::Continue(()));
    for (text, clip) in &ensemble.lines {
        let same = again.lines[text].samples().as_ptr();
        assert!(std::ptr::eq(clip.samples().as_ptr(), same), "{text}");
    }
    let mut told = 0;
    let first = gather(&wanted, |_| {
        told += 1;
        ControlFlow::Break(())
    });
    assert_eq!((told, first.lines.len()), (1, 1));
}

#[test]
fn marks_that_steer_a_speech_program_are_read_as_letters() {
    if !there_is_a_voice() {
        return;
    }
    let length = |text: &str| {
        let line = Clean::from_shown(text);
        let wanted = Wanted {
            session: None,
            sounds: true,
            language: Clean::from_shown("en"),
            mix: mix(),
            lines: vec![line.clone()],
        };
        let ensemble = gather(&wanted, |_| ControlFlow::Continue(()));
        ensemble.lines[&line].length_in_frames()
    };
    // As sounds it would be one short word; read out it is as long as its letters.
    assert!(length("[[h@'loU]]") > length("hello") * 3 / 2);
    // A pause of nine seconds is not made.
    let asked = length("<break time=\"9s\"/> so");
    assert!(asked < 22_050 * 8, "{asked}");
}

#[test]
fn a_language_that_nobody_speaks_leaves_the_signal() {
    let line = Clean::from_shown("Hello.");
    let wanted = Wanted {
        session: None,
        sounds: true,
        language: Clean::from_shown("--path=/tmp"),
        mix: mix(),
        lines: vec![line],
    };
    let ensemble = gather(&wanted, |_| ControlFlow::Continue(()));
    assert!(ensemble.lines.is_empty());
    assert_eq!(VoiceStatus::of(&wanted, &ensemble), VoiceStatus::Signalled);
}
