//! What a mouse does: it chooses and opens on lists, and nothing anywhere else.

use super::*;
use crate::mouse::Mouse;

fn click(app: &mut App, column: u16, row: u16) -> Vec<Effect> {
    let click = Mouse::Click { column, row };
    update(app, Msg::Mouse(click), at(1.0))
}

fn wheel(app: &mut App, down: bool) {
    update(app, Msg::Mouse(Mouse::Wheel { down }), at(1.0));
}

/// The row of the screen on which a text stands.
fn row_of(app: &App, text: &str) -> u16 {
    let (columns, rows) = app.look.size;
    let area = ratatui::layout::Rect::new(0, 0, columns, rows);
    let mut cells = ratatui::buffer::Buffer::empty(area);
    view::draw(app, at(1.0), area, &mut cells);
    let written = |row: &u16| -> String {
        (0..columns)
            .map(|column| cells[(column, *row)].symbol())
            .collect()
    };
    let has = |row: &u16| written(row).contains(text);
    (0..rows).find(has).unwrap_or_else(|| panic!("no {text}"))
}

fn chosen(app: &mut App) -> usize {
    app.screen.cursor_mut().unwrap().chosen
}

#[test]
fn a_click_chooses_and_a_second_one_opens() {
    let mut app = app();
    let row = row_of(&app, "Legs Resting");
    assert_eq!(click(&mut app, 10, row), []);
    assert!(matches!(app.screen, Screen::Library(_)));
    click(&mut app, 4, row);
    let Screen::Settle(settle) = &app.screen else {
        panic!("{:?}", app.screen)
    };
    assert_eq!(&*settle.session.id, "legs-resting");
}

#[test]
fn a_click_beside_the_entries_changes_nothing() {
    let mut app = app();
    let heading = row_of(&app, "Resting, carried");
    for (column, row) in [(4, heading), (60, heading + 1), (0, 0), (500, 500), (4, 23)] {
        assert_eq!(click(&mut app, column, row), []);
        assert_eq!(chosen(&mut app), 0, "{column} {row}");
    }
}

#[test]
fn in_a_list_that_was_moved_a_click_means_what_is_seen() {
    let mut app = app();
    update(&mut app, Msg::Resized(40, 12), at(0.0));
    press(&mut app, Key::End, 0.0);
    press(&mut app, Key::Up, 0.0);
    let row = row_of(&app, "Front-Lying Rest");
    click(&mut app, 6, row);
    assert_eq!(row_of(&app, "Front-Lying Rest"), row, "the list stays");
    click(&mut app, 6, row);
    assert!(matches!(&app.screen, Screen::Gate(_)), "it opens");
}

#[test]
fn the_wheel_moves_and_ends_at_both_ends() {
    let mut app = app();
    for wanted in [1, 2, 3] {
        wheel(&mut app, true);
        assert_eq!(chosen(&mut app), wanted);
    }
    for wanted in [2, 1, 0, 0] {
        wheel(&mut app, false);
        assert_eq!(chosen(&mut app), wanted);
    }
}

#[test]
fn cards_and_weeks_are_chosen_with_a_click_too() {
    let mut cards = app();
    press(&mut cards, Key::Char('c'), 0.0);
    press(&mut cards, Key::End, 0.0);
    let first = row_of(&cards, "Breath and floor");
    click(&mut cards, 6, first);
    assert_eq!(chosen(&mut cards), 0);
    click(&mut cards, 6, first);
    assert!(!cards.screen.is_list(), "it is read");

    let mut week = app();
    for key in [Key::Char('p'), Key::Enter] {
        press(&mut week, key, 0.0);
    }
    let row = row_of(&week, "One Minute");
    for _ in 0..2 {
        click(&mut week, 6, row);
    }
    let Screen::Settle(settle) = &week.screen else {
        panic!("{:?}", week.screen)
    };
    assert_eq!(&*settle.session.id, "one-minute-soften");
}

#[test]
fn where_no_list_is_the_mouse_means_nothing() {
    let mut playing = playing("legs-resting");
    for (column, row) in [(40, 12), (5, 23)] {
        assert_eq!(click(&mut playing, column, row), []);
    }
    wheel(&mut playing, true);
    assert!(matches!(playing.screen, Screen::Playing(_)));
    let Screen::Playing(at) = &playing.screen else {
        return;
    };
    assert_eq!(at.player.choices(), &Choices::default());
    press(&mut playing, Key::Char('?'), 110.0);
    click(&mut playing, 4, 4);
    assert!(matches!(playing.screen, Screen::Over(_)));
}
