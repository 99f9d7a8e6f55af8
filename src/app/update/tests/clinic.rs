//! What a therapist does in a session that somebody else looks at.

use super::*;
use crate::app::{Bare, Notice};
use crate::player::Transport;

fn in_the_clinic() -> App {
    let mut app = playing("first-soft-breaths");
    app.clinic = true;
    app
}

/// An instant at which a breath is paced.
fn while_paced(app: &App) -> f64 {
    let timeline = app.screen.playing().unwrap().player.timeline();
    let paced = (0..timeline.length().0 / 1000)
        .find(|second| timeline.breath_at(Ms::seconds(*second)).is_some());
    101.5 + paced.unwrap() as f64
}

fn why(app: &App) -> Option<Why> {
    match app.screen.playing()?.player.transport() {
        Transport::Playing { .. } => None,
        Transport::Paused { why, .. } => Some(why),
    }
}

fn notice(app: &App) -> Option<Notice> {
    Some(app.screen.playing()?.notice?.0)
}

#[test]
fn the_keys_of_the_clinic_are_for_the_clinic() {
    for key in ['t', '.', 'e'] {
        let mut app = playing("first-soft-breaths");
        let now = while_paced(&app);
        press(&mut app, Key::Char(key), now);
        let playing = app.screen.playing().unwrap();
        assert!(playing.player.transport().is_playing(), "{key}");
        assert_eq!((playing.bare, notice(&app)), (Bare::All, None), "{key}");
    }
}

#[test]
fn a_phase_is_held_open_for_as_long_as_anybody_needs() {
    let mut app = in_the_clinic();
    let now = while_paced(&app) + 2.0;
    let place = app.screen.playing().unwrap().player.at(at(now));
    press(&mut app, Key::Char('.'), now);
    assert_eq!(why(&app), Some(Why::Open));
    assert_eq!(next_change(&app, at(now + 500.0)), None, "nothing moves");
    press(&mut app, Key::Char('.'), now + 500.0);
    assert_eq!(why(&app), None);
    let later = app.screen.playing().unwrap().player.at(at(now + 501.0));
    assert_eq!(later, place + Ms::seconds(1), "in the same breath");
    press(&mut app, Key::Char(' '), now + 510.0);
    press(&mut app, Key::Char('.'), now + 511.0);
    assert_eq!(why(&app), Some(Why::Asked), "a pause has its own key");
}

#[test]
fn tapping_along_sets_the_pace_from_the_second_tap_on() {
    let mut app = in_the_clinic();
    let now = while_paced(&app);
    press(&mut app, Key::Char('t'), now);
    assert_eq!(notice(&app), Some(Notice::TapOn));
    press(&mut app, Key::Char('t'), now + 5.0);
    let player = &app.screen.playing().unwrap().player;
    let here = player.at(at(now + 5.0));
    let breath = player.timeline().breath_at(here).unwrap();
    assert_eq!(here, breath.start, "a breath begins with the tap");
    let length = breath.end - breath.start;
    assert!(length.0.abs_diff(5_000) <= 100, "{length:?}");
    assert_eq!(notice(&app), Some(Notice::Followed(length)));
    press(&mut app, Key::Char(' '), now + 6.0);
    press(&mut app, Key::Char('t'), now + 7.0);
    assert_eq!(notice(&app), Some(Notice::NothingPaced), "while paused");
}

#[test]
fn less_is_shown_step_by_step_and_then_all_of_it_again() {
    let mut app = in_the_clinic();
    for expected in [Bare::Words, Bare::Nothing, Bare::All] {
        press(&mut app, Key::Char('e'), 102.0);
        assert_eq!(app.screen.playing().unwrap().bare, expected);
    }
}

#[test]
fn nothing_moves_on_screen_where_nothing_is_shown() {
    let mut app = in_the_clinic();
    let now = while_paced(&app);
    let moving = next_change(&app, at(now)).unwrap();
    press(&mut app, Key::Char('e'), now);
    press(&mut app, Key::Char('e'), now);
    let still = next_change(&app, at(now)).unwrap();
    assert!(moving < still, "the picture needs no frames");
}
