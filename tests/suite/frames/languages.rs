//! Screens in the other languages, whose words are longer than the English ones: nothing that
//! matters is cut, in a window of any size.

use std::sync::Arc;

use softly::app::{Action, chosen_position};
use softly::language::Language;
use softly::library;
use softly::session::{Gate, Session};
use softly::settings::Settings;
use softly::timeline::Choices;

use super::*;

fn opened(language: Language, look: Look, size: (u16, u16), keys: &[(f64, Key)]) -> App {
    let mut app = App::new(Look { size, ..look }, language.words(), Settings::default());
    for (seconds, key) in keys {
        update(&mut app, Msg::Key(*key), at(*seconds));
    }
    app
}

/// Keys pressed long before a session begins.
fn before(keys: &[Key]) -> Vec<(f64, Key)> {
    keys.iter().map(|key| (-2.0, *key)).collect()
}

/// The row of a session in the list.
fn row(number: usize) -> Vec<Key> {
    vec![Key::Down; number]
}

fn scenes() -> Vec<Scene> {
    let (w, c, p) = (Key::Char('w'), Key::Char('c'), Key::Char('p'));
    let legs = [row(2), vec![Key::Enter]].concat();
    let playing = |later: &[(f64, Key)]| {
        let mut keys = before(&legs);
        keys.push((-1.0, Key::Enter));
        keys.extend_from_slice(later);
        keys
    };
    let last = [vec![Key::End], vec![Key::Enter]].concat();
    let note = [vec![Key::End, Key::Up, Key::Up], vec![Key::Enter]].concat();
    vec![
        ("library", vec![], 0.0),
        ("settle", before(&legs), 0.0),
        ("gate-note", before(&note), 0.0),
        ("gate-therapist", before(&last), 0.0),
        ("breathing-in", playing(&[]), 62.0),
        ("steps", playing(&[(62.0, Key::Char('i'))]), 63.0),
        ("lighter", playing(&[(62.0, Key::Char('x'))]), 63.0),
        ("settings", before(&[Key::Char('s')]), 0.0),
        (
            "search",
            before(&"/ruh".chars().map(Key::Char).collect::<Vec<_>>()),
            0.0,
        ),
        ("paused", playing(&[(62.0, Key::Char(' '))]), 70.0),
        ("own-pace", playing(&[(62.0, Key::Char('o'))]), 70.0),
        ("help", playing(&[(62.0, Key::Char('?'))]), 63.0),
        ("closing-early", playing(&[(62.0, Key::Backspace)]), 63.0),
        ("when-to-stop", before(&[w]), 0.0),
        ("card", before(&[c, Key::Enter]), 0.0),
        ("programmes", before(&[p]), 0.0),
        ("programme", before(&[p, Key::Enter]), 0.0),
    ]
}

#[test]
fn german_screens_are_as_they_were_when_somebody_last_looked() {
    for (name, keys, now) in scenes() {
        for size in SIZES {
            for (mode, look) in looks().into_iter().take(2) {
                // In plain ASCII the words are the same, but for their letters.
                if mode == "ascii" && size.0 < 80 {
                    continue;
                }
                let app = opened(Language::German, look, size, &keys);
                is_as_before(&format!("german-{name}"), size, mode, &app, now);
            }
        }
    }
}

/// Whether the key hints tell how to leave, and where to read when to stop.
fn tells(app: &mut App, columns: u16, now: f64) -> [bool; 2] {
    update(app, Msg::Resized(columns, 24), at(now));
    let text = text(&frame(app, now), false);
    let footer = text.lines().last().unwrap_or_default();
    let hint = |action| (app.words.actions)(action).0;
    [Action::Leave, Action::WhenToStop].map(|action| footer.contains(hint(action)))
}

/// By so many columns a window may be wider before another language tells what English tells.
const LONGER: u16 = 4;

#[test]
fn how_to_leave_and_when_to_stop_are_in_sight_as_soon_as_in_english_or_nearly() {
    let mut told = 0;
    for (name, keys, now) in scenes() {
        let open = |language| opened(language, Look::default(), (80, 24), &keys);
        let mut english = open(Language::English);
        for language in Language::ALL {
            let mut app = open(language);
            for columns in 20..=100 {
                let there = tells(&mut english, columns, now);
                let here = tells(&mut app, columns + LONGER, now);
                for (there, here) in there.into_iter().zip(here) {
                    assert!(here || !there, "{name} in {language:?} at {columns}");
                    told += usize::from(here);
                }
            }
            let usual = [&mut app, &mut english].map(|app| tells(app, 80, now));
            assert_eq!(usual[0], usual[1], "{name} in {language:?}");
        }
    }
    assert!(told > 2_000, "{told}");
}

#[test]
fn screens_in_every_language_can_be_drawn_at_any_size() {
    for (name, keys, now) in scenes() {
        for (_, look) in looks().into_iter().take(2) {
            let mut app = opened(Language::German, look, (80, 24), &keys);
            for (columns, rows) in (0..=50).map(|n| (n * 3 % 97, n)).chain([(300, 2), (2, 90)]) {
                update(&mut app, Msg::Resized(columns, rows), at(now));
                assert_eq!(frame(&app, now).area.width, columns, "{name}");
            }
        }
    }
}

/// How much of what is good to know before a session its first screenful leaves out: the words of the
/// reasons to stop and of the cautions that are not in sight.
fn left_out(app: &App, session: &Session) -> usize {
    let shown = text(&frame(app, 0.0), false);
    let shown: Vec<&str> = shown.split_whitespace().collect();
    let position = chosen_position(session, &Choices::default());
    let told = session.stop_if.iter().chain(session.cautions_in(position));
    let words = told.flat_map(|line| line.split_whitespace());
    words.filter(|word| !shown.contains(word)).count()
}

#[test]
fn the_first_screenful_of_a_set_up_says_when_to_take_care_wherever_it_does_in_english() {
    let mut whole = 0;
    for number in 0..library::names().count() {
        let here = |language: Language| {
            let mut app = opened(language, Look::default(), (80, 24), &[]);
            let session = app.shelf[number].session().cloned().expect("it is one");
            app.settle(Arc::clone(&session), Choices::default());
            // Behind a gate all of it has been read already.
            (session.gate == Gate::None).then(|| left_out(&app, &session))
        };
        for language in Language::ALL {
            let [there, here] = [Language::English, language].map(here);
            assert!(
                there != Some(0) || here == there,
                "{number} in {language:?}: {here:?}"
            );
            whole += usize::from(here == Some(0));
        }
    }
    assert!(whole >= 24, "{whole}");
}
