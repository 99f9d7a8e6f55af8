//! How the lines of every built-in session are spoken on this machine: one row for each session, and
//! with the name of one every line of it.
//!
//! `cargo run --release --example spoken [NAME]`
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures, and prints what it finds"
)]

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use softly::language::Language;
use softly::library::{BuiltIn, built_in};
use softly::score::{Ensemble, How, Mix, Score, Volume};
use softly::script::check;
use softly::shell::clips::{Wanted, gather, lines_of};
use softly::text::Clean;
use softly::time::Ms;
use softly::timeline::{Choices, Timeline, compile};

const RATE: u32 = 48_000;

fn main() {
    let name = std::env::args().nth(1);
    println!(
        "| session | lines | whole | moved | cut | signalled | collisions | to speak | to place |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for language in Language::ALL {
        for script in built_in(language) {
            if name.as_ref().is_none_or(|name| name == script.id) {
                tell(language, script, name.is_some());
            }
        }
    }
}

fn tell(language: Language, script: &BuiltIn, every_line: bool) {
    let Some(session) = check(script.text, script.id).session else {
        return;
    };
    let choices = Choices {
        holds: true,
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    let timeline = Arc::new(compile(&session, &choices));
    let (ensemble, to_speak) = timed(|| spoken(&timeline, language));
    let empty = Score::new(Arc::clone(&timeline), &Ensemble::default(), RATE);
    let (score, to_place) = timed(|| empty.with(Arc::clone(&timeline), &ensemble));
    let voice = score.voice();
    let count = |how: How| voice.placed().iter().filter(|line| line.how == how).count();
    println!(
        "| {} {} | {} | {} | {} | {} | {} | {} | {} ms | {} ms |",
        language.code(),
        script.id,
        voice.placed().len(),
        count(How::Whole),
        count(How::Moved),
        count(How::Cut),
        count(How::Signalled),
        voice.collisions(&timeline),
        to_speak.as_millis(),
        to_place.as_millis(),
    );
    if every_line {
        lines(&timeline, &score);
    }
}

fn lines(timeline: &Timeline, score: &Score) {
    for placed in score.voice().placed() {
        let seconds = |frame: u64| frame as f64 / f64::from(RATE);
        let pieces = placed.frames.iter();
        let pieces: Vec<String> = pieces
            .map(|frames| format!("{:.2}-{:.2}", seconds(frames.start), seconds(frames.end)))
            .collect();
        let mut all = timeline.lines().iter();
        let text = all.find(|line| line.onset == placed.onset);
        let text = text.map_or("(an anchor)", |line| &line.text);
        println!(
            "{:8} {:9} {text}  {}",
            placed.onset.to_string(),
            format!("{:?}", placed.how),
            pieces.join("  ")
        );
    }
}

fn spoken(timeline: &Timeline, language: Language) -> Ensemble {
    let wanted = Wanted {
        session: None,
        sounds: false,
        language: Clean::from_shown(language.code()),
        mix: Mix {
            voice_volume: Volume::FULL,
            ..Mix::default()
        },
        lines: lines_of(timeline, language.code(), Ms::ZERO),
    };
    gather(&wanted, |_| ControlFlow::Continue(()))
}

fn timed<T>(make: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let made = make();
    (made, started.elapsed())
}
