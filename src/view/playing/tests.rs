//! Screens of a session with every kind of step, as a person sees them while it plays and waits.

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::app::{Msg, update};
use crate::key::Key;
use crate::session::sample::everything;
use crate::settings::Settings;
use crate::timeline::Choices;
use crate::view::theme::{Depth, Mode, Richness, Theme};
use crate::view::{Look, draw};
use crate::words::ENGLISH;

const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (20, 6)];
/// The keys that lead on where the session waits: by the water, and once in the other position.
const TO_MOVE: &[(f64, Key)] = &[(300.0, Key::Enter)];
const TO_EXTERNAL: &[(f64, Key)] = &[(300.0, Key::Enter), (400.0, Key::Char(' '))];

/// A screen by its name: the keys that lead to it, and the time at which it is looked at.
type Scene = (&'static str, &'static [(f64, Key)], f64);

const SCENES: [Scene; 12] = [
    ("scan-part", &[], 55.0),
    ("stretch-begins", &[], 112.0),
    ("stretch-with-side", &[], 128.0),
    ("changing-sides", &[], 144.0),
    ("squeeze", &[], 193.5),
    ("letting-go", &[], 202.0),
    ("wait-waiting", &[], 290.0),
    ("move-begins", TO_MOVE, 304.0),
    ("move-waiting", TO_MOVE, 390.0),
    ("external-begins", TO_EXTERNAL, 404.0),
    ("external-waiting", TO_EXTERNAL, 500.0),
    (
        "round-in-a-repeat",
        &[
            (300.0, Key::Enter),
            (400.0, Key::Enter),
            (500.0, Key::Enter),
        ],
        532.0,
    ),
];

/// An instant, counted from the beginning of the session.
fn at(seconds: f64) -> Now {
    Now::after(Duration::from_secs_f64(10.0 + seconds))
}

fn look(charset: Charset, motion: Motion) -> Look {
    Look {
        theme: Theme::new(Depth::Mono, charset, Mode::Dark, Richness::Full),
        motion,
        ..Look::default()
    }
}

/// An app that plays the sample, after some keys.
fn app(mut look: Look, size: (u16, u16), keys: &[(f64, Key)]) -> App {
    look.size = size;
    let mut app = App::new(look, &ENGLISH, Settings::default());
    let choices = Choices {
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    app.settle(Arc::new(everything()), choices);
    update(&mut app, Msg::Begin, at(-1.0));
    for (seconds, key) in keys {
        update(&mut app, Msg::Key(*key), at(*seconds));
    }
    app
}

fn text(app: &App, now: f64) -> String {
    let (columns, rows) = app.look.size;
    let area = Rect::new(0, 0, columns, rows);
    let mut cells = Buffer::empty(area);
    draw(app, at(now), area, &mut cells);
    let rows = cells.content.chunks(usize::from(columns.max(1)));
    let rows = rows.map(|row| {
        let row: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        row.trim_end().to_owned() + "\n"
    });
    rows.collect()
}

#[test]
fn every_kind_of_step_looks_as_it_did_when_somebody_last_looked() {
    let modes = [
        ("mono", Charset::Unicode, Motion::Full),
        ("still", Charset::Ascii, Motion::None),
    ];
    for (name, keys, now) in SCENES {
        for size in SIZES {
            for (mode, charset, motion) in modes {
                let app = app(look(charset, motion), size, keys);
                let golden = format!("{name}-{}x{}-{mode}", size.0, size.1);
                insta::with_settings!({
                    snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/frames"),
                    prepend_module_to_snapshot => false,
                    omit_expression => true,
                }, {
                    insta::assert_snapshot!(golden, text(&app, now));
                });
            }
        }
    }
}

#[test]
fn nothing_on_the_screen_changes_when_it_begins_to_wait() {
    for (keys, stop) in [(&[][..], 246.0), (TO_MOVE, 347.0), (TO_EXTERNAL, 421.0)] {
        for size in SIZES {
            let mut app = app(look(Charset::Unicode, Motion::Full), size, keys);
            let before = text(&app, stop - 0.001);
            assert!(
                !app.screen
                    .playing()
                    .unwrap()
                    .player
                    .is_held(at(stop - 0.001))
            );
            assert_eq!(text(&app, stop), before, "late, at {stop}");
            update(&mut app, Msg::Due, at(stop));
            assert!(app.screen.playing().unwrap().player.is_held(at(stop)));
            assert_eq!(text(&app, stop + 900.0), before, "waiting, at {stop}");
        }
    }
}

#[test]
fn a_text_is_read_as_a_whole_at_any_size() {
    let words = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().filter(|word| word.len() > 3);
        words.map(ToOwned::to_owned).collect()
    };
    let set_up = "You can come up by way of your side. A chair, with the feet flat on the floor. \
        The arms can rest on a table or on the thighs. If leaning doesn't suit you, upright is fine.";
    for size in [
        (200, 60),
        (80, 24),
        (60, 13),
        (40, 12),
        (20, 6),
        (16, 4),
        (14, 3),
    ] {
        let app = app(look(Charset::Unicode, Motion::None), size, TO_MOVE);
        let mut read: Vec<String> = Vec::new();
        for now in 0..=92 {
            read.extend(words(&text(&app, 300.0 + f64::from(now) * 0.5)));
        }
        for word in words(set_up) {
            assert!(read.contains(&word), "{word} at {size:?}");
        }
    }
}

#[test]
fn every_kind_of_step_can_be_drawn_at_any_size_and_in_plain_letters() {
    for (name, keys, now) in SCENES {
        for (width, height) in (0..=50)
            .map(|n| (n * 3 % 97, n))
            .chain([(1, 1), (300, 2), (2, 90)])
        {
            let app = app(look(Charset::Ascii, Motion::Full), (width, height), keys);
            assert!(text(&app, now).is_ascii(), "{name} at {width}x{height}");
        }
    }
}

#[test]
fn with_another_anchor_a_place_in_the_body_is_named_and_then_left() {
    // The hands are visited from 70 s on, and what their author says of them stays until 79.8 s.
    let elsewhere = [(60.0, Key::Char('a'))];
    for (keys, now, expected) in [
        (&[][..], 75.0, "hands"),
        (&[][..], 85.0, "hands"),
        (&elsewhere[..], 75.0, "hands"),
        (&elsewhere[..], 85.0, "sounds around"),
    ] {
        let app = app(look(Charset::Unicode, Motion::Full), (80, 24), keys);
        let shown = text(&app, now);
        let word = shown.lines().nth(18).unwrap().trim();
        assert_eq!(word, expected, "at {now} after {keys:?}");
    }
}

#[test]
fn a_phase_too_short_to_be_read_keeps_the_word_before_it() {
    let table = [
        (Phase::Hold, 999, Phase::In),
        (Phase::Hold, 1000, Phase::Hold),
        (Phase::Rest, 100, Phase::Out),
        (Phase::Rest, 1000, Phase::Rest),
        (Phase::Sip, 500, Phase::Sip),
    ];
    for (phase, length, told) in table {
        assert_eq!(phase_told(phase, Ms(length)), told);
    }
}
