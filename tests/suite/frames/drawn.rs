//! Where drawings of positions are seen: on the set-up, large over it, in the list, and where a
//! session leads to another position.

use std::sync::Arc;

use softly::app::{App, Screen};
use softly::script;
use softly::session::Session;
use softly::timeline::Choices;

use super::*;

const SIZES: [(u16, u16); 4] = [(120, 40), (80, 24), (40, 12), (20, 6)];

/// A session that leads from one position to another.
const MOVES: &str = r#"
softly = 1
title = "Two Ways"
position = "legs-on-chair"
[[step]]
rest = "10s"
[[step]]
rest = "20s"
position = "lying-knees-bent"
"#;

/// A position of a file's own, with a drawing.
const OWN: &str = r#"
softly = 1
title = "In the Window"
position = "window-seat"
[[own-position]]
id = "window-seat"
title = "In the window seat"
looks = "Sitting sideways, the back against a wall, the legs along the seat."
set-up = "Sitting sideways, with the back against the wall."
drawing = [
  "line 22,18 22,78",
  "pillow 66,20 74,20 12",
  "head 36,65 13",
  "body 34,53 36,24",
  "leg 36,23 68,32 94,22 98,32",
  "arm 34,51 46,36 60,35",
  "block 20,4 110,4 110,18 20,18",
]
[[step]]
rest = "2m"
"#;

fn checked(file: &str) -> Session {
    let checked = script::check(file, "test");
    checked.session.expect("nothing is wrong with it")
}

fn built_in(id: &str) -> Session {
    let file = softly::library::built_in(softly::language::Language::English)
        .iter()
        .find(|file| file.id == id);
    checked(file.expect("it comes with softly").text)
}

/// An app on the set-up of a session, after some keys.
fn settled(look: &Look, size: (u16, u16), session: Session, keys: &[Key]) -> App {
    let look = Look {
        size,
        ..look.clone()
    };
    let mut app = App::new(look, &ENGLISH, Settings::default());
    app.settle(Arc::new(session), Choices::default());
    for key in keys {
        update(&mut app, Msg::Key(*key), at(0.0));
    }
    app
}

fn scenes(look: &Look, size: (u16, u16)) -> Vec<(&'static str, App)> {
    let on = |session, keys: &[Key]| settled(look, size, session, keys);
    let mut list = App::new(
        Look {
            size,
            ..look.clone()
        },
        &ENGLISH,
        Settings::default(),
    );
    update(&mut list, Msg::Key(Key::End), at(0.0));
    update(&mut list, Msg::Key(Key::Up), at(0.0));
    vec![
        ("drawn-settle-full", on(built_in("legs-resting"), &[])),
        ("drawn-settle", on(built_in("side-lying-nest"), &[])),
        ("drawn-settle-own", on(checked(OWN), &[])),
        (
            "drawn-large",
            on(built_in("legs-resting"), &[Key::Char('d')]),
        ),
        ("drawn-move", on(checked(MOVES), &[Key::Enter, Key::Right])),
        ("drawn-library", list),
    ]
}

#[test]
fn every_drawing_on_a_screen_is_as_it_was_when_somebody_last_looked() {
    for size in SIZES {
        for (mode, look) in looks().into_iter().take(2) {
            for (name, app) in scenes(&look, size) {
                is_as_before(name, size, mode, &app, 0.0);
            }
        }
    }
}

#[test]
fn drawings_are_drawn_in_a_window_of_any_size_and_wherever_their_text_is_scrolled_to() {
    let sizes = (0..=60).step_by(6).map(|n| (n * 7 % 171, n));
    for size in sizes.chain([(1, 1), (300, 2), (2, 90), (64, 40)]) {
        for (_, mut app) in scenes(&Look::default(), size) {
            for _ in 0..4 {
                assert_eq!(frame(&app, 0.0).area.width, size.0);
                update(&mut app, Msg::Key(Key::Down), at(0.0));
            }
            update(&mut app, Msg::Key(Key::PageDown), at(0.0));
            assert_eq!(frame(&app, 0.0).area.width, size.0);
        }
    }
}

/// What is read on the first screenful of a set-up.
fn first_screenful(size: (u16, u16), session: Session) -> String {
    text(
        &frame(&settled(&Look::default(), size, session, &[]), 0.0),
        false,
    )
}

#[test]
fn a_drawing_never_pushes_away_what_keeps_somebody_safe() {
    let mut drawn = 0;
    let built_in = softly::library::built_in(softly::language::Language::English);
    for session in built_in.iter().map(|file| checked(file.text)) {
        for index in 0..session.positions.len() {
            let mut session = session.clone();
            session.positions.rotate_left(index);
            let mut without = session.clone();
            without.positions[0].drawing = None;
            for size in [(80, 24), (100, 30), (120, 40), (60, 40)] {
                let with = first_screenful(size, session.clone());
                let without = first_screenful(size, without.clone());
                drawn += u32::from(with != without);
                let position = &session.positions[0];
                let cautions = session.cautions_in(position).map(|caution| &**caution);
                let reasons = session.stop_if.iter().map(|reason| &**reason);
                for text in cautions.chain(reasons).chain(["q leaves.", "is enough."]) {
                    // A text that is broken over two rows is known by its last word.
                    let last = text.rsplit(' ').next().unwrap_or(text);
                    assert!(
                        with.contains(last) || !without.contains(last),
                        "{} at {size:?}: {text}\n{with}",
                        position.id
                    );
                }
            }
        }
    }
    assert!(drawn > 100, "only {drawn} drawings were shown");
}

#[test]
fn the_drawing_is_where_the_text_leaves_room() {
    let session = || built_in("side-lying-nest");
    let person = Look::default().theme.person().fg;
    for size in SIZES {
        let app = settled(&Look::default(), size, session(), &[]);
        assert!(matches!(app.screen, Screen::Settle(_)));
        let cells = frame(&app, 0.0);
        let seen =
            |cell: &&ratatui::buffer::Cell| Some(cell.fg) == person || Some(cell.bg) == person;
        let in_quarters =
            |cell: &&ratatui::buffer::Cell| !cell.symbol().is_ascii() || cell.symbol() == " ";
        let drawn = cells
            .content
            .iter()
            .filter(seen)
            .filter(in_quarters)
            .count();
        assert_eq!(drawn > 30, size.0 >= 80, "{size:?}: {drawn}");
    }
}
