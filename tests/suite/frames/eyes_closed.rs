//! What is seen with closed eyes, by whoever looks all the same, and where softly offers to speak; and
//! the settings of what is heard.

use softly::app::{SoundState, VoiceState};
use softly::language::Language;
use softly::timeline::Choices;
use softly::words::Words;

use super::*;

const CHILDS_POSE: &str = "childs-pose-supported";

/// The set-up of a session whose position hides the screen, after some keys.
fn in_childs_pose(
    words: &'static Words,
    look: &Look,
    size: (u16, u16),
    keys: &[(f64, Key)],
    voice: &VoiceState,
) -> App {
    let look = Look {
        size,
        ..look.clone()
    };
    let mut app = App::new(look, words, Settings::default());
    app.voice = voice.clone();
    let session = app.session(CHILDS_POSE).expect("it is on the shelf");
    app.settle(session, Choices::default());
    for (seconds, key) in keys {
        update(&mut app, Msg::Key(*key), at(*seconds));
    }
    app
}

/// A screen by its name, the keys that lead to it, what can speak, and when it is looked at.
type Seen<'s> = (&'static str, &'s [(f64, Key)], &'s VoiceState, f64);

const CLOSE: (f64, Key) = (-9.0, Key::Char('e'));
const BEGIN: (f64, Key) = (-1.0, Key::Char(' '));
const PAUSE: (f64, Key) = (62.0, Key::Char(' '));

#[test]
fn closed_eyes_look_as_they_did_before() {
    let espeak = VoiceState::There("espeak-ng".to_owned());
    let seen: [Seen<'_>; 6] = [
        ("eyes-closed-offered", &[], &espeak, 0.0),
        ("eyes-closed-settle", &[CLOSE], &espeak, 0.0),
        ("eyes-closed-no-voice", &[CLOSE], &VoiceState::None, 0.0),
        ("eyes-closed-plays", &[CLOSE, BEGIN], &espeak, 66.0),
        ("eyes-closed-paused", &[CLOSE, BEGIN, PAUSE], &espeak, 66.0),
        (
            "eyes-closed-bells-off",
            &[CLOSE, BEGIN, (62.0, Key::Char('2'))],
            &espeak,
            66.0,
        ),
    ];
    for (name, keys, voice, now) in seen {
        for size in SIZES {
            for (mode, look) in looks().into_iter().take(2) {
                let app = in_childs_pose(&ENGLISH, &look, size, keys, voice);
                is_as_before(name, size, mode, &app, now);
            }
        }
    }
}

#[test]
fn in_every_language_how_to_begin_and_to_pause_is_in_sight() {
    let espeak = VoiceState::There("espeak-ng".to_owned());
    for words in Language::ALL.map(Language::words) {
        for size in SIZES {
            let look = Look::default();
            let shown = |keys: &[(f64, Key)], voice: &VoiceState, absent: bool| {
                let mut app = in_childs_pose(words, &look, size, keys, voice);
                if absent {
                    app.sound = SoundState::Absent;
                }
                text(&frame(&app, 0.0), true)
            };
            let eyes = &words.eyes_closed;
            for (keys, voice, absent, hints) in [
                (&[][..], &espeak, false, eyes.ready),
                (&[CLOSE][..], &espeak, false, eyes.begin),
                (
                    &[CLOSE][..],
                    &VoiceState::None,
                    false,
                    eyes.ready_without_voice,
                ),
                (&[CLOSE][..], &espeak, true, eyes.ready_silent),
            ] {
                let shown = shown(keys, voice, absent);
                let is_there = hints.iter().any(|hint| shown.contains(hint));
                assert!(is_there, "{size:?} {hints:?}: {shown}");
            }
        }
    }
}

#[test]
fn what_is_heard_is_set_in_a_list_of_its_own() {
    let to_sounds = [
        (0.0, Key::Char('s')),
        (0.0, Key::Down),
        (0.0, Key::Down),
        (0.0, Key::Down),
        (0.0, Key::Down),
        (0.0, Key::Down),
    ];
    for (name, more) in [
        ("settings-row-by-ear", &[][..]),
        ("settings-by-ear", &[Key::Right][..]),
        (
            "settings-volume",
            &[Key::Right, Key::Down, Key::Left, Key::Left][..],
        ),
    ] {
        let mut keys = to_sounds.to_vec();
        keys.extend(more.iter().map(|key| (0.0, *key)));
        for size in SIZES {
            for (mode, look) in looks().into_iter().take(2) {
                let app = app(look, size, &keys);
                is_as_before(name, size, mode, &app, 0.0);
            }
        }
    }
}
