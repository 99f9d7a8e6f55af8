//! What is told while somebody goes through a session, and that nothing is told twice.

use std::time::Duration;

use super::*;
use crate::app::{Msg, update};
use crate::key::Key;
use crate::settings::Settings;
use crate::view::Look;
use crate::words::ENGLISH;

fn at(seconds: f64) -> Now {
    Now::after(Duration::from_secs_f64(seconds))
}

fn kind(told: &Told) -> &'static str {
    match told {
        Told::Outline(_) => "outline",
        Told::Place(place) if place.moves => "moves",
        Told::Place(_) => "stands",
        Told::Nothing => "nothing",
    }
}

#[test]
fn whoever_follows_is_told_each_thing_once() {
    let mut app = App::new(Look::default(), &ENGLISH, Settings::default());
    app.clinic = true;
    let mut sharing = Sharing::default();
    // A key, the instant it is pressed, and what is told after it.
    let table: [(Option<Key>, f64, &[&str]); 11] = [
        (None, 0.0, &[]),
        (Some(Key::Enter), 1.0, &["outline"]),
        (None, 2.0, &[]),
        (Some(Key::Enter), 3.0, &["outline", "moves"]),
        (None, 20.0, &[]),
        (Some(Key::Char(' ')), 30.0, &["stands"]),
        (Some(Key::Char(' ')), 40.0, &["moves"]),
        (Some(Key::Char('.')), 50.0, &["stands"]),
        (Some(Key::Char('?')), 60.0, &[]),
        (Some(Key::Esc), 61.0, &[]),
        (Some(Key::Char('.')), 70.0, &["moves"]),
    ];
    for (key, now, expected) in table {
        if let Some(key) = key {
            update(&mut app, Msg::Key(key), at(now));
        }
        let told = sharing.news(&app, at(now));
        let kinds: Vec<&str> = told.iter().map(kind).collect();
        assert_eq!(kinds, expected, "after {key:?} at {now}");
    }
    // A longer breath lays everything out anew; leaving early keeps the place.
    update(&mut app, Msg::Key(Key::Char('+')), at(80.0));
    let kinds: Vec<&str> = sharing.news(&app, at(80.0)).iter().map(kind).collect();
    assert_eq!(kinds, ["outline", "moves"]);
    let place = app.screen.playing().unwrap().player.at(at(90.0));
    update(&mut app, Msg::Key(Key::Backspace), at(90.0));
    let told = sharing.news(&app, at(90.0));
    assert!(matches!(&told[..], [Told::Place(Place { at, .. })] if *at == place));
    update(&mut app, Msg::Key(Key::Enter), at(100.0));
    assert_eq!(sharing.news(&app, at(100.0)), [Told::Nothing]);
    assert_eq!(sharing.news(&app, at(101.0)), []);
}
