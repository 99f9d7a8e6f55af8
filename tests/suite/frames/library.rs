//! What is seen of the list of sessions: the first time, with favourites, while one searches.

use softly::app::{App, Effect};
use softly::kept::Kept;
use softly::text::Clean;

use super::*;

/// A list in which something was kept before, after some keys.
fn kept(look: &Look, size: (u16, u16), keys: &str) -> App {
    let mut app = app(look.clone(), size, &[]);
    let mut kept = Kept::default();
    for name in ["legs-resting", "one-minute-soften"] {
        kept.mark(&Clean::from_shown(name));
    }
    app.recall(kept);
    type_in(&mut app, keys);
    app
}

fn type_in(app: &mut App, keys: &str) {
    for letter in keys.chars() {
        let key = match letter {
            'v' if !app.screen.place().takes_letters() => Key::Down,
            letter => Key::Char(letter),
        };
        let effects = update(app, Msg::Key(key), at(0.0));
        assert!(!effects.contains(&Effect::Leave), "{letter}");
    }
}

fn scenes(look: &Look, size: (u16, u16)) -> Vec<(&'static str, App)> {
    let mut scan = kept(look, size, "/scan");
    update(&mut scan, Msg::Key(Key::Enter), at(0.0));
    update(&mut scan, Msg::Key(Key::Esc), at(0.0));
    vec![
        ("library-favourites", kept(look, size, "")),
        ("library-far-down", kept(look, size, "vvvvvvvvvvv")),
        ("library-back-again", scan),
        ("library-search", kept(look, size, "/")),
        ("library-found", kept(look, size, "/rest")),
        ("library-not-found", kept(look, size, "/restful days")),
    ]
}

#[test]
fn the_list_is_as_it_was_when_somebody_last_looked() {
    for size in SIZES {
        for (mode, look) in looks().into_iter().take(3) {
            for (name, app) in scenes(&look, size) {
                is_as_before(name, size, mode, &app, 0.0);
            }
        }
    }
}

#[test]
fn the_list_can_be_drawn_at_any_size() {
    let sizes = (0..=40).map(|n| (n * 3 % 97, n));
    for size in sizes.chain([(1, 1), (300, 2), (2, 90)]) {
        for (name, app) in scenes(&Look::default(), size) {
            assert_eq!(frame(&app, 0.0).area.width, size.0, "{name}");
        }
    }
}

#[test]
fn what_softly_is_and_is_not_is_told_first_and_no_more_once_something_was_chosen() {
    let said = "treatment or diagnosis";
    for size in [(80, 24), (40, 12)] {
        let new = app(Look::default(), size, &[]);
        assert!(text(&frame(&new, 0.0), false).contains(said), "{size:?}");
        let known = kept(&Look::default(), size, "");
        assert!(!text(&frame(&known, 0.0), false).contains(said), "{size:?}");
    }
    // In a small window it stands where the chosen session is told about, until one moves.
    let mut moved = app(Look::default(), (40, 12), &[]);
    type_in(&mut moved, "v");
    let shown = text(&frame(&moved, 0.0), false);
    assert!(
        shown.contains("Finding the room again") && !shown.contains(said),
        "{shown}"
    );
}

#[test]
fn what_was_typed_is_seen_to_its_end_in_any_window() {
    for (columns, rows) in [(80, 24), (40, 12), (20, 6), (9, 5)] {
        let app = kept(
            &Look::default(),
            (columns, rows),
            "/legs resting on a very long chair",
        );
        let shown = text(&frame(&app, 0.0), false);
        let end = if columns < 10 { "ir▏" } else { "chair▏" };
        assert!(shown.contains(end), "{shown}");
    }
}
