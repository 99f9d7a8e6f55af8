//! Whole screens, as a person sees them, at the sizes and in the modes that matter.

mod before;
mod clinic;
mod drawn;
mod eyes_closed;
mod languages;
mod library;
mod midway;
mod programmes;
mod reading;
mod settings;

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use softly::app::{App, Msg, update};
use softly::key::Key;
use softly::settings::Settings;
use softly::time::Now;
use softly::view::picture::USUAL_ASPECT;
use softly::view::theme::{Charset, Depth};
use softly::view::{Able, Look, draw};
use softly::words::ENGLISH;

const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (20, 6)];

/// The ways a terminal can be poor, and the way it can be rich.
fn looks() -> Vec<(&'static str, Look)> {
    let look = |depth, charset, still| {
        let able = Able {
            depth,
            charset,
            still,
            ..Able::default()
        };
        Look::new(able, &Settings::default(), (80, 24), USUAL_ASPECT)
    };
    vec![
        ("unicode", look(Depth::True, Charset::Unicode, false)),
        ("ascii", look(Depth::Ansi, Charset::Ascii, false)),
        ("mono", look(Depth::Mono, Charset::Unicode, false)),
        ("reduced", look(Depth::True, Charset::Unicode, true)),
    ]
}

/// An instant, counted from the beginning of the session.
fn at(seconds: f64) -> Now {
    Now::after(Duration::from_secs_f64(10.0 + seconds))
}

/// An app after some keys, each pressed at its time.
fn app(mut look: Look, size: (u16, u16), keys: &[(f64, Key)]) -> App {
    look.size = size;
    let mut app = App::new(look, &ENGLISH, Settings::default());
    for (seconds, key) in keys {
        update(&mut app, Msg::Key(*key), at(*seconds));
    }
    app
}

fn frame(app: &App, now: f64) -> Buffer {
    let area = Rect::new(0, 0, app.look.size.0, app.look.size.1);
    let mut cells = Buffer::empty(area);
    draw(app, at(now), area, &mut cells);
    cells
}

/// The characters of a frame; a cell that is a coloured space is written as a shade of its own.
fn text(cells: &Buffer, plain_ground: bool) -> String {
    let ground = cells[(0, 0)].bg;
    let mut text = String::new();
    for y in 0..cells.area.height {
        let row: String = (0..cells.area.width)
            .map(|x| &cells[(x, y)])
            .map(|cell| match cell.symbol() {
                " " if cell.bg != ground && plain_ground => "▒",
                symbol => symbol,
            })
            .collect();
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

/// A screen by its name: the keys that lead to it, and the time at which it is looked at.
type Scene = (&'static str, Vec<(f64, Key)>, f64);

fn screens() -> Vec<Scene> {
    let legs = vec![(-2.0, Key::Down), (-2.0, Key::Enter)];
    let play = |mut keys: Vec<(f64, Key)>| {
        keys.push((-1.0, Key::Enter));
        keys
    };
    let then = |mut keys: Vec<(f64, Key)>, more: &[(f64, Key)]| {
        keys.extend_from_slice(more);
        keys
    };
    vec![
        ("library", vec![], 0.0),
        ("settle", legs.clone(), 0.0),
        ("arriving", play(legs.clone()), 2.0),
        ("breathing-in", play(legs.clone()), 62.0),
        ("breathing-out", play(legs.clone()), 66.0),
        (
            "paused",
            then(play(legs.clone()), &[(62.0, Key::Char(' '))]),
            70.0,
        ),
        (
            "own-pace",
            then(play(legs.clone()), &[(62.0, Key::Char('o'))]),
            70.0,
        ),
        (
            "muted",
            then(play(legs.clone()), &[(62.0, Key::Char('m'))]),
            64.0,
        ),
        (
            "help",
            then(play(legs.clone()), &[(62.0, Key::Char('?'))]),
            63.0,
        ),
        (
            "closing-early",
            then(play(legs), &[(62.0, Key::Backspace)]),
            63.0,
        ),
    ]
}

/// Compares a screen with the golden of its name, and holds plain ASCII to be just that.
fn is_as_before(name: &str, size: (u16, u16), mode: &str, app: &App, now: f64) {
    let text = text(&frame(app, now), mode != "ascii");
    assert!(mode != "ascii" || text.is_ascii(), "{name}: {text}");
    let golden = format!("{name}-{}x{}-{mode}", size.0, size.1);
    insta::with_settings!({ snapshot_path => "frames", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(golden, text);
    });
}

#[test]
fn every_screen_is_as_it_was_when_somebody_last_looked() {
    for (name, keys, now) in screens() {
        for size in SIZES {
            for (mode, look) in looks() {
                let app = app(look, size, &keys);
                is_as_before(name, size, mode, &app, now);
            }
        }
    }
}

#[test]
fn any_screen_can_be_drawn_at_any_size() {
    for (name, keys, now) in screens() {
        for (width, height) in (0..=50)
            .map(|n| (n * 3 % 97, n))
            .chain([(1, 1), (300, 2), (2, 90)])
        {
            for (_, look) in looks() {
                let frame = frame(&app(look, (width, height), &keys), now);
                assert_eq!(frame.area.width, width, "{name}");
            }
        }
    }
}

#[test]
fn without_colour_and_unicode_every_character_is_ascii() {
    let look = looks().remove(1).1;
    for (name, keys, now) in screens() {
        let text = text(&frame(&app(look.clone(), (80, 24), &keys), now), false);
        assert!(text.is_ascii(), "{name}: {text}");
    }
}

#[test]
fn the_same_instant_gives_the_same_frame() {
    let (_, keys, _) = screens().remove(3);
    let app = app(Look::default(), (80, 24), &keys);
    for seconds in [61.0, 62.5, 64.0] {
        assert_eq!(frame(&app, seconds), frame(&app, seconds));
    }
}
