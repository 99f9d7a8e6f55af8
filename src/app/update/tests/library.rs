//! What keys do in the list of sessions: searching, favourites, and where one stands when one comes
//! back, or the next time.

use super::*;
use crate::app::{Origin, Place, entry_from_text};
use crate::settings::{Chosen, Remembers};
use crate::text::Clean;

fn library(app: &App) -> &crate::app::Library {
    match &app.screen {
        Screen::Library(library) => library,
        screen => panic!("not in the list: {screen:?}"),
    }
}

/// The name of the chosen session.
fn chosen(app: &App) -> String {
    app.shelf[library(app).cursor.chosen].id.to_string()
}

fn type_in(app: &mut App, text: &str) {
    for letter in text.chars() {
        assert_eq!(press(app, Key::Char(letter), 1.0), []);
    }
}

fn opened(app: &App) -> String {
    match &app.screen {
        Screen::Settle(settle) => settle.session.id.to_string(),
        screen => panic!("not at the set-up: {screen:?}"),
    }
}

fn own(id: &str) -> Entry {
    let text = format!("softly = 1\ntitle = \"{id}\"\n[[step]]\nrest = \"1m\"\n");
    entry_from_text(id, &text, Origin::Own)
}

fn joins(app: &mut App, ids: &[&str]) {
    let own = ids.iter().map(|id| own(id)).collect();
    update(app, Msg::Shelf(own), at(0.5));
}

#[test]
fn what_is_typed_chooses_the_best_at_once_and_enter_opens_it() {
    let mut app = app();
    type_in(&mut app, "/leg");
    assert_eq!(chosen(&app), "legs-resting");
    press(&mut app, Key::Enter, 2.0);
    assert_eq!(opened(&app), "legs-resting");
    press(&mut app, Key::Esc, 3.0);
    assert_eq!(app.screen.place(), Place::Library, "the search is over");
    assert_eq!(chosen(&app), "legs-resting");
}

#[test]
fn every_letter_is_typed_and_does_nothing_else() {
    let mut app = app();
    type_in(&mut app, "/q w?s/mvcpf jk");
    let search = library(&app).search.as_ref().unwrap();
    assert_eq!(search.typed(), "q w?s/mvcpf jk");
    assert_eq!(app.kept, Kept::default());
    assert_eq!(press(&mut app, Key::Ctrl('c'), 2.0), [Effect::Leave]);
}

#[test]
fn escape_shows_all_of_them_again_and_stays_with_what_was_found() {
    let mut app = app();
    type_in(&mut app, "/side");
    press(&mut app, Key::Down, 1.0);
    let found = chosen(&app);
    assert_ne!(found, "side-lying-nest", "the best stands above it");
    assert_eq!(press(&mut app, Key::Esc, 1.0), []);
    assert_eq!((app.screen.place(), chosen(&app)), (Place::Library, found));
    assert_eq!(press(&mut app, Key::Esc, 1.0), [Effect::Leave]);
}

#[test]
fn letters_are_taken_back_and_then_the_search_itself() {
    let mut app = app();
    type_in(&mut app, "/jax");
    assert_eq!(
        library(&app).search.as_ref().unwrap().found(),
        Some(&[][..])
    );
    press(&mut app, Key::Backspace, 1.0);
    assert_eq!(chosen(&app), "jaw-and-base");
    for _ in 0..2 {
        press(&mut app, Key::Backspace, 1.0);
    }
    assert_eq!(library(&app).search.as_ref().unwrap().found(), None);
    press(&mut app, Key::Backspace, 1.0);
    assert_eq!(app.screen.place(), Place::Library);
}

#[test]
fn where_nothing_is_found_nothing_opens() {
    let mut app = app();
    type_in(&mut app, "/banana");
    for key in [Key::Enter, Key::Down, Key::Up, Key::End, Key::Enter] {
        assert_eq!(press(&mut app, key, 1.0), []);
        assert_eq!(app.screen.place(), Place::Search);
    }
    press(&mut app, Key::Esc, 1.0);
    assert_eq!(chosen(&app), "first-soft-breaths");
}

#[test]
fn files_that_come_while_one_searches_are_found_too() {
    let mut app = app();
    type_in(&mut app, "/evening");
    let before = library(&app)
        .search
        .as_ref()
        .unwrap()
        .found()
        .unwrap()
        .len();
    joins(&mut app, &["evening-rest"]);
    let found = library(&app).search.as_ref().unwrap().found().unwrap();
    assert_eq!(found.len(), before + 1);
}

#[test]
fn a_favourite_moves_to_the_top_and_one_stays_with_it() {
    let mut app = app();
    for _ in 0..2 {
        press(&mut app, Key::Down, 1.0);
    }
    let legs = Clean::from_shown("legs-resting");
    let kept = Kept {
        favourites: vec![legs],
        ..Kept::default()
    };
    assert_eq!(press(&mut app, Key::Char('f'), 1.0), [Effect::Keep(kept)]);
    assert_eq!(chosen(&app), "legs-resting");
    let listed = app.listed();
    assert_eq!((listed.order[0], listed.favourites), (2, 1));
    assert_eq!(
        listed.order.len(),
        app.shelf.len(),
        "each stands there once"
    );
    press(&mut app, Key::Down, 1.0);
    assert_eq!(chosen(&app), "first-soft-breaths");
    press(&mut app, Key::Up, 1.0);
    let effects = press(&mut app, Key::Char('f'), 1.0);
    assert_eq!(effects, [Effect::Keep(Kept::default())]);
    assert_eq!(app.listed().favourites, 0);
    assert_eq!(chosen(&app), "legs-resting");
}

#[test]
fn a_file_that_borrows_a_name_cannot_be_marked_and_a_broken_one_can_only_be_let_go_of() {
    let mut app = app();
    joins(&mut app, &["legs-resting"]);
    let broken = entry_from_text("broken", "softly = 1", Origin::Own);
    update(&mut app, Msg::Shelf(vec![broken]), at(0.5));
    press(&mut app, Key::End, 1.0);
    assert_eq!(chosen(&app), "broken");
    assert_eq!(press(&mut app, Key::Char('f'), 1.0), []);
    press(&mut app, Key::Up, 1.0);
    assert_eq!(press(&mut app, Key::Char('f'), 1.0), []);
    app.kept.mark(&Clean::from_shown("broken"));
    press(&mut app, Key::Home, 1.0);
    assert_eq!(chosen(&app), "broken");
    let effects = press(&mut app, Key::Char('f'), 1.0);
    assert_eq!(effects, [Effect::Keep(Kept::default())]);
}

#[test]
fn one_comes_back_to_where_one_was() {
    let mut app = app();
    for _ in 0..5 {
        press(&mut app, Key::Down, 1.0);
    }
    let here = chosen(&app);
    for ways in [
        &[Key::Enter, Key::Esc][..],
        &[Key::Enter, Key::Enter, Key::Backspace, Key::Enter],
        &[Key::Char('p'), Key::Esc],
        &[Key::Char('s'), Key::Esc],
        &[Key::Char('w'), Key::Esc],
    ] {
        for key in ways {
            press(&mut app, *key, 2.0);
        }
        assert_eq!(chosen(&app), here, "{ways:?}");
    }
}

#[test]
fn the_ground_is_not_the_practice_to_come_back_to() {
    let mut app = playing("legs-resting");
    for key in [Key::Backspace, Key::Char('g'), Key::Backspace, Key::Enter] {
        press(&mut app, key, 130.0);
    }
    assert_eq!(chosen(&app), "legs-resting");
}

#[test]
fn the_last_practice_is_written_down_when_it_begins_and_only_if_that_was_asked_for() {
    for remembers in [Remembers::Nothing, Remembers::Last] {
        let mut app = app();
        app.kept.set(Chosen::Remembers(remembers));
        let before = app.kept.clone();
        press(&mut app, Key::Down, 1.0);
        assert_eq!(press(&mut app, Key::Enter, 1.0), []);
        press(&mut app, Key::Enter, 2.0);
        let practised = Clean::from_shown("landing-in-the-room");
        let last = (remembers == Remembers::Last).then_some(practised);
        assert_eq!(app.kept, Kept { last, ..before });
    }
}

#[test]
fn the_list_opens_at_the_last_practice_or_else_at_the_first_favourite_or_session() {
    let name = |id: &str| Clean::from_shown(id);
    let mut kept = Kept::default();
    let mut app = app();
    app.recall(kept.clone());
    assert_eq!(chosen(&app), "first-soft-breaths");
    kept.mark(&name("urge-wave"));
    kept.mark(&name("a-few-sighs"));
    app.recall(kept.clone());
    assert_eq!(chosen(&app), "a-few-sighs", "it stands first");
    kept.set(Chosen::Remembers(Remembers::Last));
    kept.practised(Some(&name("legs-resting")));
    app.recall(kept.clone());
    assert_eq!(chosen(&app), "legs-resting");
    kept.practised(Some(&name("gone")));
    app.recall(kept);
    assert_eq!(chosen(&app), "a-few-sighs");
}

#[test]
fn a_last_practice_of_ones_own_is_chosen_once_it_is_there_unless_one_has_moved() {
    for moved in [false, true] {
        let mut app = app();
        let mut kept = Kept::default();
        kept.set(Chosen::Remembers(Remembers::Last));
        kept.practised(Some(&Clean::from_shown("evening-rest")));
        app.recall(kept);
        assert_eq!(chosen(&app), "first-soft-breaths");
        if moved {
            press(&mut app, Key::Down, 0.1);
        }
        joins(&mut app, &["another", "evening-rest"]);
        let wanted = if moved {
            "landing-in-the-room"
        } else {
            "evening-rest"
        };
        assert_eq!(chosen(&app), wanted);
    }
}
