//! What keys do, screen by screen, without a terminal or a clock.

mod before;
mod clinic;
mod eyes_closed;
mod library;
mod midway;
mod mouse;
mod over;
mod programmes;
mod settings;
mod stops;

use std::time::Duration;

use super::*;
use crate::app::{Content, next_change};
use crate::session::{Gate, Session};
use crate::settings::{Picture, Settings};
use crate::view::Look;
use crate::wording::Wording;
use crate::words::ENGLISH;

fn at(seconds: f64) -> Now {
    Now::after(Duration::from_secs_f64(seconds))
}

fn app() -> App {
    App::new(Look::default(), &ENGLISH, Settings::default())
}

/// An app that has opened a session, and plays it from the instant 100.
fn playing(id: &str) -> App {
    let mut app = app();
    let session = app.session(id).unwrap();
    app.settle(session, Choices::default());
    press(&mut app, Key::Enter, 99.0);
    app
}

fn press(app: &mut App, key: Key, now: f64) -> Vec<Effect> {
    update(app, Msg::Key(key), at(now))
}

fn place(app: &App, now: f64) -> Ms {
    app.screen.playing().unwrap().player.at(at(now))
}

#[test]
fn the_other_words_are_said_and_kept_once_they_are_chosen() {
    let mut app = app();
    let effects = press(&mut app, Key::Char('v'), 0.0);
    assert_eq!(app.wording, Wording::Anatomical);
    let kept = Kept {
        wording: Wording::Anatomical,
        ..Kept::default()
    };
    assert_eq!(effects, [Effect::Keep(kept)]);
    let back = press(&mut app, Key::Char('v'), 0.0);
    assert_eq!(back, [Effect::Keep(Kept::default())]);
}

#[test]
fn another_picture_is_shown_at_once_and_kept() {
    let mut app = playing("first-soft-breaths");
    let effects = press(&mut app, Key::Char('p'), 101.0);
    assert_eq!(app.look.picture, Picture::Tide);
    let is_kept = |kept: &Kept| kept.settings.picture == Picture::Tide;
    assert!(matches!(&effects[..], [Effect::Keep(kept)] if is_kept(kept)));
    assert!(
        app.screen
            .playing()
            .unwrap()
            .player
            .transport()
            .is_playing()
    );
}

#[test]
fn the_names_are_switched_only_beside_the_body() {
    let mut app = playing("first-soft-breaths");
    press(&mut app, Key::Char('d'), 101.0);
    assert!(app.named);
    app.settings.picture = Picture::Body;
    app.look.set(&app.settings);
    press(&mut app, Key::Char('d'), 102.0);
    assert!(!app.named);
}

#[test]
fn two_enters_start_the_first_session() {
    let mut app = app();
    press(&mut app, Key::Enter, 1.0);
    assert!(matches!(app.screen, Screen::Settle(_)));
    press(&mut app, Key::Enter, 60.0);
    assert_eq!(
        place(&app, 60.5),
        Ms::ZERO,
        "there is a moment before it begins"
    );
    assert_eq!(place(&app, 62.0), Ms::seconds(1));
}

#[test]
fn the_set_up_stays_for_as_long_as_anybody_likes() {
    let mut app = app();
    press(&mut app, Key::Enter, 1.0);
    assert_eq!(next_change(&app, at(1.0)), None);
    update(&mut app, Msg::Due, at(100_000.0));
    assert!(matches!(app.screen, Screen::Settle(_)));
}

#[test]
fn q_leaves_at_once_from_everywhere() {
    let keys: [&[Key]; 5] = [
        &[],
        &[Key::Enter],
        &[Key::Enter, Key::Enter],
        &[Key::Enter, Key::Enter, Key::Char(' ')],
        &[Key::Enter, Key::Enter, Key::Backspace],
    ];
    for way in keys {
        let mut app = app();
        for key in way {
            press(&mut app, *key, 1.0);
        }
        for leaving in [Key::Char('q'), Key::Ctrl('c')] {
            assert_eq!(
                press(&mut app, leaving, 2.0),
                [Effect::Leave],
                "after {way:?}"
            );
        }
    }
}

#[test]
fn space_pauses_and_goes_on_with_a_fresh_breath() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char(' '), 167.0);
    assert_eq!(
        place(&app, 900.0),
        Ms::seconds(67),
        "out-breath of the first 4/4 breath"
    );
    assert_eq!(next_change(&app, at(900.0)), None, "a pause needs nothing");
    press(&mut app, Key::Char(' '), 900.0);
    assert_eq!(place(&app, 900.0), Ms::seconds(60));
}

#[test]
fn a_pause_is_heard_and_so_is_going_on() {
    let mut app = playing("legs-resting");
    let paused = press(&mut app, Key::Char(' '), 110.0);
    let [Effect::Hear(Some(hearing))] = &paused[..] else {
        panic!("{paused:?}")
    };
    assert!(!hearing.transport.is_playing());
    assert_eq!(press(&mut app, Key::Char(' '), 120.0).len(), 1);
    assert_eq!(press(&mut app, Key::Other, 121.0), []);
}

#[test]
fn muting_is_heard_and_changes_nothing_else() {
    let mut app = playing("legs-resting");
    let effects = press(&mut app, Key::Char('m'), 110.0);
    let [Effect::Hear(Some(hearing))] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(hearing.muted && hearing.transport.is_playing());
}

#[test]
fn the_session_closes_when_it_is_over_and_the_last_bell_rings_out() {
    let mut app = playing("first-soft-breaths");
    assert_eq!(update(&mut app, Msg::Due, at(314.9)), []);
    assert_eq!(update(&mut app, Msg::Due, at(315.0)), []);
    let Screen::Closing(closing) = &app.screen else {
        panic!("not closed")
    };
    assert!(!closing.early);
    assert_eq!(next_change(&app, at(315.0)), None);
    assert_eq!(press(&mut app, Key::Enter, 316.0), [Effect::Hear(None)]);
}

#[test]
fn next_change_leads_through_a_whole_session() {
    let mut app = playing("first-soft-breaths");
    let (mut now, mut wakes) = (at(100.0), 0);
    while matches!(app.screen, Screen::Playing(_)) {
        let next = next_change(&app, now).expect("something always comes while it plays");
        assert!(next > now, "at {now:?}");
        now = next;
        wakes += 1;
        update(&mut app, Msg::Due, now);
    }
    assert_eq!(now, at(315.0));
    assert!(wakes < 215 * 30, "{wakes} frames");
}

#[test]
fn leaving_early_is_fine_and_offers_the_ground() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Backspace, 130.0);
    assert!(matches!(&app.screen, Screen::Closing(closing) if closing.early));
    press(&mut app, Key::Char('g'), 131.0);
    let Screen::Playing(playing) = &app.screen else {
        panic!("it does not begin at once")
    };
    assert_eq!(&*playing.player.session().id, "landing-in-the-room");
}

#[test]
fn help_pauses_and_going_back_goes_on() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('?'), 110.0);
    assert_eq!(place(&app, 500.0), Ms::seconds(10));
    press(&mut app, Key::Char('?'), 500.0);
    assert_eq!(place(&app, 501.0), Ms::seconds(11));
}

#[test]
fn help_on_a_paused_session_leaves_it_paused() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char(' '), 110.0);
    press(&mut app, Key::Char('?'), 111.0);
    press(&mut app, Key::Esc, 112.0);
    assert_eq!(place(&app, 500.0), Ms::seconds(10));
}

#[test]
fn after_sleep_the_session_waits_where_the_person_last_was() {
    let mut app = playing("legs-resting");
    update(&mut app, Msg::Away(at(112.0)), at(9000.0));
    assert_eq!(place(&app, 9001.0), Ms::seconds(12));
    let transport = app.screen.playing().unwrap().player.transport();
    assert!(matches!(
        transport,
        crate::player::Transport::Paused { why: Why::Away, .. }
    ));
}

#[test]
fn setting_softly_aside_pauses_first() {
    let mut app = playing("legs-resting");
    let effects = press(&mut app, Key::Ctrl('z'), 111.0);
    assert!(
        matches!(&effects[..], [Effect::Hear(Some(_)), Effect::Suspend]),
        "{effects:?}"
    );
    assert_eq!(place(&app, 500.0), Ms::seconds(11));
}

#[test]
fn a_jump_moves_the_picture_softly() {
    let mut app = playing("legs-resting");
    let level = |app: &App, now: f64| app.screen.playing().unwrap().level(at(now));
    let before = level(&app, 164.0);
    press(&mut app, Key::Right, 164.0);
    let levels: Vec<f64> = (0..200)
        .map(|i| level(&app, 164.0 + f64::from(i) * 0.01))
        .collect();
    assert!((levels[0] - before).abs() < 0.02);
    assert!(
        levels
            .windows(2)
            .all(|pair| (pair[1] - pair[0]).abs() < 0.02)
    );
}

#[test]
fn length_and_position_are_chosen_at_the_set_up() {
    let mut app = app();
    let session = app.session("legs-resting").unwrap();
    app.settle(session, Choices::default());
    for key in [Key::Char('<'), Key::Char('<'), Key::Right] {
        press(&mut app, key, 1.0);
    }
    let Screen::Settle(settle) = &app.screen else {
        panic!("not at the set-up")
    };
    assert_eq!(settle.choices.minutes, Some(6));
    assert_eq!(&*settle.position().id, "side-lying");
    press(&mut app, Key::Left, 1.0);
    let Screen::Settle(settle) = &app.screen else {
        panic!("not at the set-up")
    };
    assert_eq!(&*settle.position().id, "legs-on-chair");
}

#[test]
fn any_key_in_any_order_leaves_softly_standing() {
    let keys = [
        Key::Enter,
        Key::Esc,
        Key::Backspace,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Char(' '),
        Key::Char('?'),
        Key::Char('o'),
        Key::Char('+'),
        Key::Char('-'),
        Key::Char('<'),
        Key::Char('>'),
        Key::Char('g'),
        Key::Char('m'),
        Key::Char('b'),
        Key::Char('c'),
        Key::Char('a'),
        Key::Char('x'),
        Key::Char('t'),
        Key::Char('w'),
        Key::Char('i'),
        Key::Char('f'),
        Key::Char('p'),
        Key::Tab,
        Key::Char('s'),
        Key::Char('/'),
        Key::Ctrl('z'),
        Key::Home,
        Key::End,
        Key::PageDown,
        Key::PageUp,
        Key::Other,
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut app = app();
    for (entry, gate) in app.shelf.iter_mut().zip([Gate::Note, Gate::Therapist]) {
        let mut session = Session::clone(entry.session().unwrap());
        session.gate = gate;
        session.holds = true;
        entry.content = Content::Session(Arc::new(session));
    }
    let mut now = 0.0;
    for _ in 0..20_000 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        press(&mut app, keys[(state % keys.len() as u64) as usize], now);
        let (column, row) = ((state >> 32) as u16 % 80, (state >> 48) as u16 % 24);
        update(&mut app, Msg::Mouse(Mouse::Click { column, row }), at(now));
        now += (state >> 40) as f64 / 1e7;
        update(&mut app, Msg::Due, at(now));
        let next = next_change(&app, at(now));
        assert!(next.is_none_or(|next| next >= at(now)));
    }
}

#[test]
fn what_is_said_quietly_falls_silent_again() {
    let mut app = playing("legs-resting");
    update(&mut app, Msg::Sound(SoundState::Absent), at(110.0));
    let notice = |app: &App, now: f64| {
        app.screen
            .playing()
            .unwrap()
            .notice(at(now))
            .map(|(notice, _)| notice)
    };
    assert_eq!(notice(&app, 111.0), Some(Notice::NoSound));
    press(&mut app, Key::Char('+'), 112.0);
    assert_eq!(notice(&app, 113.0), Some(Notice::Breath(110)));
    press(&mut app, Key::Char(' '), 114.0);
    assert_eq!(
        next_change(&app, at(114.0)),
        Some(at(120.0)),
        "and a pause stays quiet after it"
    );
    assert_eq!(notice(&app, 120.0), None);
    assert_eq!(next_change(&app, at(120.0)), None);
}

#[test]
fn a_person_who_cannot_hear_is_told_before_it_begins() {
    let mut app = app();
    update(&mut app, Msg::Sound(SoundState::Absent), at(1.0));
    press(&mut app, Key::Enter, 2.0);
    press(&mut app, Key::Enter, 3.0);
    let notice = app.screen.playing().unwrap().notice(at(4.0));
    assert_eq!(notice.map(|(notice, _)| notice), Some(Notice::NoSound));
}

#[test]
fn the_minutes_left_change_when_they_are_told_differently() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('o'), 99.5);
    let left = |now: f64| Ms::seconds(488) - place(&app, now);
    for now in [110.0, 200.0, 400.0, 500.0] {
        let mut then = at(now);
        let told = crate::view::minutes_left(left(now));
        while crate::view::minutes_left(Ms::seconds(488) - place_at(&app, then)) == told {
            then = next_change(&app, then).expect("the minutes still change");
        }
        let late = Ms::seconds(488) - place_at(&app, then);
        let before = crate::view::minutes_left(late + Ms(1));
        assert_eq!(before, told, "one millisecond before {then:?}");
    }
}

fn place_at(app: &App, now: Now) -> Ms {
    app.screen.playing().unwrap().player.at(now)
}
