//! Closed eyes: what is said and when, keys as large as can be, and a key that is held.

use super::*;
use crate::app::{Place, Told, VoiceState};
use crate::player::Saying;
use crate::score::{Bed, Volume};
use crate::settings::{Chosen, SoundPart, Spoken};
use crate::words::GERMAN;

const CHILDS_POSE: &str = "childs-pose-supported";

/// An app that has opened a session and let softly speak, at the instant 0.
fn at_set_up(id: &str) -> App {
    let mut app = app();
    let session = app.session(id).unwrap();
    app.settle(session, Choices::default());
    update(&mut app, Msg::EyesClosed(true), at(0.0));
    app
}

/// The same, once it plays: from the instant 100.
fn by_ear(id: &str) -> App {
    let mut app = at_set_up(id);
    press(&mut app, Key::Char(' '), 99.0);
    app
}

/// What an effect lets be said, if one does.
fn said(effects: &[Effect]) -> Option<&Option<Saying>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Say(saying) => Some(saying),
        _ => None,
    })
}

fn lines(app: &App) -> Vec<String> {
    let saying = app.saying();
    let lines = saying.iter().flat_map(|saying| saying.lines.iter());
    lines.map(ToString::to_string).collect()
}

fn told(app: &App) -> Option<Told> {
    Some(app.aside?.told)
}

fn plays(app: &App) -> bool {
    let playing = app.screen.playing();
    playing.is_some_and(|playing| playing.player.transport().is_playing())
}

/// Holds a key from an instant on, as a keyboard repeats it, in seconds.
fn hold(app: &mut App, key: Key, from: f64, until: f64) {
    press(app, key, from);
    let mut now = from + 0.5;
    while now < until {
        press(app, key, now);
        now += 0.033;
    }
}

#[test]
fn the_set_up_is_said_from_its_title_to_how_to_begin() {
    let app = at_set_up(CHILDS_POSE);
    let lines = lines(&app);
    assert_eq!(lines[0], "Resting Forward.", "as others may hear it");
    assert!(lines[1].starts_with("The session takes "), "{lines:?}");
    let Screen::Settle(settle) = &app.screen else {
        panic!("no set-up")
    };
    let position = settle.position();
    for line in position.set_up.iter().chain(&position.cautions) {
        assert!(
            lines.iter().any(|said| **said == **line),
            "{line} in {lines:?}"
        );
    }
    for line in ENGLISH.eyes_closed.how_to.iter().chain([&ENGLISH.stop]) {
        assert!(lines.iter().any(|said| said == line), "{line}");
    }
    assert_eq!(lines.last().unwrap(), "Press any key when you are settled.");
    assert!(lines.iter().all(|line| !line.contains(['…', '·', '→'])));
}

#[test]
fn nothing_is_said_until_somebody_asks_for_it() {
    let mut app = app();
    let session = app.session(CHILDS_POSE).unwrap();
    app.settle(session, Choices::default());
    update(
        &mut app,
        Msg::Voice(VoiceState::There("espeak-ng".to_owned())),
        at(0.0),
    );
    for key in [
        Key::Right,
        Key::Enter,
        Key::Char(' '),
        Key::Char(' '),
        Key::Esc,
    ] {
        let effects = press(&mut app, key, 5.0);
        assert_eq!(said(&effects), None, "{key:?}");
    }
    assert_eq!(app.saying(), None);
}

#[test]
fn e_lets_softly_speak_at_the_set_up_and_be_silent_again() {
    let mut app = app();
    let session = app.session(CHILDS_POSE).unwrap();
    app.settle(session, Choices::default());
    let effects = press(&mut app, Key::Char('e'), 1.0);
    let saying = said(&effects).unwrap().as_ref().unwrap();
    assert_eq!(saying.since, at(1.0));
    assert_eq!((saying.volume, &*saying.language), (Volume::FULL, "en"));
    assert_eq!(app.screen.place(), Place::SettleByEar);
    let effects = press(&mut app, Key::Char('e'), 2.0);
    assert_eq!(said(&effects), Some(&None));
    assert_eq!(app.screen.place(), Place::Settle);
}

#[test]
fn choices_are_said_as_they_are_made_and_each_press_is_one() {
    let mut app = at_set_up(CHILDS_POSE);
    for now in [1.0, 1.2, 1.4] {
        let effects = press(&mut app, Key::Right, now);
        assert!(said(&effects).unwrap().is_some());
        assert_eq!(told(&app), Some(Told::Position), "{now}");
    }
    let Screen::Settle(settle) = &app.screen else {
        panic!("no set-up")
    };
    let title = format!("{}.", settle.position().title);
    assert_eq!(lines(&app)[0], title);
    press(&mut app, Key::Up, 2.0);
    assert_eq!(told(&app), Some(Told::Length));
    assert!(lines(&app)[0].starts_with("The session takes "));
}

#[test]
fn any_key_begins_and_the_set_up_falls_silent() {
    for key in [' ', 'x', 'h', 'ä', '7']
        .map(Key::Char)
        .into_iter()
        .chain([Key::Enter, Key::Tab])
    {
        let mut app = at_set_up(CHILDS_POSE);
        let effects = press(&mut app, key, 9.0);
        assert!(plays(&app), "{key:?}");
        assert_eq!(said(&effects), Some(&None), "{key:?}");
    }
}

#[test]
fn any_key_pauses_and_goes_on_and_both_are_said() {
    let keys = [
        Key::Char(' '),
        Key::Char('l'),
        Key::Up,
        Key::Tab,
        Key::Other,
    ];
    for key in keys {
        let mut app = by_ear("legs-resting");
        press(&mut app, key, 170.0);
        assert_eq!(told(&app), Some(Told::Waits(Why::Asked)), "{key:?}");
        assert_eq!(lines(&app), ["Paused.", "Any key goes on."]);
        let paused_at = place(&app, 170.0);
        press(&mut app, key, 180.0);
        assert_eq!(lines(&app), ["Going on."], "{key:?}");
        let from = place(&app, 180.0);
        assert_eq!(place(&app, 181.4), from, "the words come first");
        assert!(place(&app, 181.6) > from, "and then the breath");
        let player = &app.screen.playing().unwrap().player;
        assert_eq!(from, player.timeline().breath_start(paused_at));
    }
}

#[test]
fn without_a_voice_a_session_goes_on_at_once() {
    for hush in [
        |app: &mut App| app.set(Chosen::Spoken(Spoken::Off)),
        |app: &mut App| app.muted = true,
    ] {
        let mut app = by_ear("legs-resting");
        hush(&mut app);
        press(&mut app, Key::Char(' '), 170.0);
        let effects = press(&mut app, Key::Char(' '), 180.0);
        assert_eq!(said(&effects), None);
        assert!(place(&app, 180.1) > place(&app, 180.0));
    }
}

#[test]
fn a_key_that_is_held_pauses_once_and_then_ends() {
    let mut app = by_ear("legs-resting");
    hold(&mut app, Key::Char(' '), 170.0, 171.4);
    let Transport::Paused { at: place, why } = app.screen.playing().unwrap().player.transport()
    else {
        panic!("it plays")
    };
    assert_eq!(why, Why::Asked);
    assert_eq!(place, Ms::seconds(70), "where it was first pressed");
    let mut app = by_ear("legs-resting");
    hold(&mut app, Key::Char('j'), 170.0, 175.0);
    let Screen::Closing(closing) = &app.screen else {
        panic!("it goes on")
    };
    assert!(closing.early);
    assert_eq!(told(&app), Some(Told::Stopped));
    assert_eq!(lines(&app)[0], ENGLISH.stopped);
    let Some(saying) = app.saying() else {
        panic!("nothing is said")
    };
    assert!((at(171.5)..at(171.7)).contains(&saying.since));
}

#[test]
fn a_key_still_held_after_the_end_leads_nowhere_and_one_pressed_anew_does() {
    let mut app = by_ear("legs-resting");
    hold(&mut app, Key::Char(' '), 170.0, 179.9);
    assert!(matches!(app.screen, Screen::Closing(_)));
    press(&mut app, Key::Char(' '), 181.0);
    assert!(matches!(app.screen, Screen::Library(_)));
    // On a list keys are as quick as ever.
    let chosen = |app: &App| match &app.screen {
        Screen::Library(library) => library.cursor.chosen,
        _ => panic!("not the list"),
    };
    let before = chosen(&app);
    for now in [183.0, 183.1, 183.2] {
        press(&mut app, Key::Down, now);
    }
    assert_eq!(chosen(&app), before + 3);
}

#[test]
fn a_key_that_is_held_to_begin_does_not_end() {
    let mut app = at_set_up("legs-resting");
    hold(&mut app, Key::Char(' '), 99.0, 105.0);
    assert!(plays(&app));
    press(&mut app, Key::Char(' '), 107.0);
    assert!(!plays(&app));
}

#[test]
fn the_ways_out_are_never_held_back() {
    for (key, shown) in [(Key::Esc, "closing"), (Key::Char('q'), "left")] {
        let mut app = by_ear("legs-resting");
        press(&mut app, Key::Char(' '), 170.0);
        let effects = press(&mut app, key, 170.1);
        let leaves = effects.contains(&Effect::Leave);
        assert_eq!(leaves, shown == "left");
        assert_eq!(matches!(app.screen, Screen::Closing(_)), shown == "closing");
    }
}

#[test]
fn when_to_stop_is_said_and_the_way_back_from_it() {
    let mut app = by_ear("legs-resting");
    press(&mut app, Key::Char('w'), 170.0);
    assert_eq!(told(&app), Some(Told::Page(0)));
    let lines_of_page = lines(&app);
    assert!(lines_of_page.len() > 5, "{lines_of_page:?}");
    assert_eq!(lines_of_page.last().unwrap(), "Escape goes back.");
    press(&mut app, Key::Esc, 171.0);
    assert_eq!(told(&app), Some(Told::GoesOn));
    assert_eq!(place(&app, 172.0), place(&app, 171.0));
    let mut app = at_set_up("legs-resting");
    press(&mut app, Key::Char('w'), 1.0);
    press(&mut app, Key::Char('w'), 5.0);
    assert_eq!(lines(&app), [ENGLISH.eyes_closed.settled]);
}

#[test]
fn the_end_is_a_bell_and_then_words() {
    let mut app = by_ear("legs-resting");
    let length = app.screen.playing().unwrap().player.timeline().length();
    let end = at(100.0) + length;
    let effects = update(&mut app, Msg::Due, end);
    let saying = said(&effects).unwrap().as_ref().unwrap();
    assert_eq!(
        saying.since,
        end + Ms::seconds(4),
        "the bell is heard first"
    );
    let lines = lines(&app);
    assert_eq!(lines[0], "That was Legs Resting.");
    assert_eq!(lines[1], ENGLISH.thanks);
    assert!(lines.iter().any(|line| line == ENGLISH.no_hurry));
}

#[test]
fn a_session_is_called_what_others_may_hear() {
    let mut session = Session::clone(&app().session("legs-resting").unwrap());
    session.menu_title = Some(crate::text::Clean::from_shown("Evening practice"));
    let mut app = app();
    app.settle(Arc::new(session), Choices::default());
    update(&mut app, Msg::EyesClosed(true), at(0.0));
    assert_eq!(lines(&app)[0], "Evening practice.");
    assert!(
        lines(&app)
            .iter()
            .all(|line| !line.contains("Legs Resting"))
    );
}

#[test]
fn parts_of_the_sound_are_switched_by_their_keys_and_said() {
    for (key, part, was_on) in [
        ('1', SoundPart::Breath, true),
        ('2', SoundPart::Bells, true),
        ('3', SoundPart::Bed, false),
        ('4', SoundPart::Voice, false),
    ] {
        let mut app = playing("legs-resting");
        let mix = |app: &App| app.hearing().unwrap().mix;
        let before = mix(&app);
        let effects = press(&mut app, Key::Char(key), 170.0);
        assert!(matches!(&effects[..], [Effect::Hear(Some(_))]), "{key}");
        let notice = app.screen.playing().unwrap().notice(at(170.0)).unwrap().0;
        assert_eq!(notice, Notice::Part(part, !was_on));
        assert_ne!(mix(&app), before, "{key}");
        if key == '3' {
            assert_eq!(mix(&app).bed, Some(Bed::Rain));
        }
        press(&mut app, Key::Char(key), 171.0);
        assert_eq!(app.kept, Kept::default(), "nothing is written for it");
    }
    let mut app = by_ear("legs-resting");
    press(&mut app, Key::Char('2'), 170.0);
    assert_eq!(lines(&app), ["Bells off."]);
    assert!(plays(&app), "it goes on");
    let effects = press(&mut app, Key::Char('4'), 172.0);
    assert_eq!(
        said(&effects),
        Some(&None),
        "no voice says that there is none"
    );
}

#[test]
fn in_the_clinic_keys_stay_the_therapist_s_and_words_are_said() {
    let mut app = app();
    app.clinic = true;
    let session = app.session("legs-resting").unwrap();
    app.settle(session, Choices::default());
    update(&mut app, Msg::EyesClosed(true), at(0.0));
    assert_eq!(app.screen.place(), Place::Settle);
    assert_eq!(lines(&app).last().unwrap(), ENGLISH.settle.ready[0]);
    press(&mut app, Key::Enter, 99.0);
    assert_eq!(app.screen.place(), Place::Playing);
    press(&mut app, Key::Char(' '), 170.0);
    assert_eq!(lines(&app), ["Paused.", ENGLISH.go_on]);
}

#[test]
fn a_page_before_a_set_up_is_said_and_not_said_again_behind_it() {
    let mut app = app();
    let shelf = app.shelf.iter();
    let mut gated = shelf.filter_map(|entry| match &entry.content {
        Content::Session(session) if session.gate == Gate::Note => Some(Arc::clone(session)),
        _ => None,
    });
    let session = gated.next().expect("there is one with a note");
    app.open(Arc::clone(&session), Choices::default());
    update(&mut app, Msg::EyesClosed(true), at(0.0));
    let before = lines(&app);
    assert_eq!(before.last().unwrap(), ENGLISH.eyes_closed.gate_note);
    press(&mut app, Key::Enter, 5.0);
    assert_eq!(told(&app), Some(Told::SetUp { behind_gate: true }));
    let caution = session.cautions.first().expect("it says why");
    assert!(before.iter().any(|line| **line == **caution));
    assert!(lines(&app).iter().all(|line| **line != **caution));
}

#[test]
fn it_is_said_in_german_too() {
    let mut app = App::new(Look::default(), &GERMAN, Settings::default());
    let session = app.session("legs-resting").unwrap();
    app.settle(session, Choices::default());
    update(&mut app, Msg::EyesClosed(true), at(0.0));
    let saying = app.saying().unwrap();
    assert_eq!(&*saying.language, "de");
    assert_eq!(lines(&app).last().unwrap(), GERMAN.eyes_closed.settled);
}

#[test]
fn nothing_is_drawn_for_eyes_that_are_closed_but_what_changes() {
    let open = playing("legs-resting");
    let closed = by_ear("legs-resting");
    let next = |app: &App| next_change(app, at(162.0)).unwrap();
    assert!(next(&open) < at(162.5));
    assert!(next(&closed) > at(163.0), "there is no picture that moves");
}
