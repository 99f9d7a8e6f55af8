//! What is seen before and after a session that asks for more than a session needs: its gate, what
//! can be switched, a question for oneself.

use std::sync::Arc;

use softly::app::{App, Content, Origin, entry_from_text};
use softly::script;
use softly::session::{
    Answers, CheckIn, Contract, Date, Gate, Part, Scan, Session, Step, StepKind,
};
use softly::settings::Settings;
use softly::text::Clean;
use softly::time::Ms;
use softly::timeline::Choices;

use super::*;

const FILE: &str = r#"
softly = 1
title = "Gather and Let Go"
about = "Very small squeezes, each with a long release after it."
by = "Jane Doe, pelvic health physiotherapist"
reviewed-by = "Dr A. Example"
position = ["legs-on-chair", "side-lying"]
cautions = ["Not during an infection or a flare."]
stop-if = ["Letting go is not felt for two rounds.", "A feeling of heaviness or bulging."]
holds = true

[[step]]
rest = "2m"
say = "Your legs are held here."

[[step]]
breathe = { in = 4, hold = 2, out = 6 }
times = 9

[[step]]
rest = "38s"
"#;

fn clean(text: &str) -> Clean {
    Clean::check(text).expect("samples hold nothing odd")
}

/// A session that has everything there can be around the playing.
fn everything() -> Session {
    let mut session = script::check(FILE, "notice-and-release")
        .session
        .expect("nothing is wrong with it");
    session.menu_title = Some(clean("Evening practice"));
    session.language = Some(clean("pt-BR"));
    session.reviewed_on = Some(Date {
        year: 2026,
        month: 11,
        day: 22,
    });
    session.gate = Gate::Therapist;
    session.check_in = Some(CheckIn {
        ask: clean("How comfortable is your pelvic floor right now?"),
        answers: Answers::Usual,
        before: true,
        after: true,
    });
    session.steps[2].optional = true;
    let part = |name, asked_for| Part {
        name: clean(name),
        asked_for,
    };
    let scan = StepKind::Scan(Scan {
        parts: vec![part("hands", false), part("base of the pelvis", true)],
        each: Ms::seconds(40),
    });
    let squeezes = StepKind::Contract(Contract {
        squeeze: Ms::seconds(3),
        release: Ms::seconds(9),
        effort: Some(30),
        times: 3,
    });
    session.steps.splice(2..2, [scan, squeezes].map(Step::new));
    session
}

fn noted() -> Session {
    let mut session = everything();
    session.gate = Gate::Note;
    session.check_in = session.check_in.map(|question| CheckIn {
        answers: Answers::Numbers {
            low: clean("very tense"),
            high: clean("completely at ease"),
        },
        ..question
    });
    session
}

/// An app that has opened a session, after some keys.
fn opened(look: Look, size: (u16, u16), session: Session, keys: &[Key]) -> App {
    let mut app = App::new(Look { size, ..look }, &ENGLISH, Settings::default());
    let choices = Choices {
        minutes: Some(6),
        ..Choices::default()
    };
    app.open(Arc::new(session), choices);
    for key in keys {
        update(&mut app, Msg::Key(*key), at(0.0));
    }
    app
}

/// An app whose list ends with a session of the person's own, and which has chosen it.
fn listed(look: Look, size: (u16, u16)) -> App {
    let mut session = everything();
    session.steps.truncate(2);
    let mut app = App::new(Look { size, ..look }, &ENGLISH, Settings::default());
    let mut entry = entry_from_text("notice", FILE, Origin::Own);
    entry.content = Content::Session(Arc::new(session));
    app.shelf.push(entry);
    update(&mut app, Msg::Key(Key::End), at(0.0));
    app
}

/// Leads to the closing by skipping everything.
fn skipped() -> Vec<Key> {
    let mut keys = vec![Key::Enter, Key::Enter];
    keys.extend([Key::Right; 20]);
    keys
}

fn scenes(look: &Look, size: (u16, u16)) -> Vec<(&'static str, App)> {
    let open = |session, keys: &[Key]| opened(look.clone(), size, session, keys);
    vec![
        ("gate-note", open(noted(), &[])),
        ("gate-therapist", open(everything(), &[])),
        ("gate-therapist-asked", open(everything(), &[Key::Enter])),
        ("settle-toggles", open(everything(), &[Key::Char('t')])),
        ("closing-check-in", open(noted(), &skipped())),
        ("library-own", listed(look.clone(), size)),
    ]
}

#[test]
fn every_screen_around_a_session_is_as_it_was_when_somebody_last_looked() {
    for size in SIZES {
        for (mode, look) in looks().into_iter().take(2) {
            for (name, app) in scenes(&look, size) {
                is_as_before(name, size, mode, &app, 0.0);
            }
        }
    }
}

#[test]
fn every_screen_around_a_session_can_be_drawn_at_any_size() {
    let sizes = (0..=40).map(|n| (n * 3 % 97, n));
    for size in sizes.chain([(1, 1), (300, 2), (2, 90)]) {
        for (name, app) in scenes(&Look::default(), size) {
            assert_eq!(frame(&app, 0.0).area.width, size.0, "{name}");
        }
    }
}

/// Everything that can be read on a screen, scrolled from its beginning to its end.
fn read_through(mut app: App) -> String {
    let mut rows: Vec<String> = Vec::new();
    for _ in 0..400 {
        for row in text(&frame(&app, 0.0), false).lines() {
            if rows.last().is_none_or(|last| last != row) {
                rows.push(row.to_owned());
            }
        }
        update(&mut app, Msg::Key(Key::Down), at(0.0));
    }
    rows.join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn all_of_it_can_be_read_in_the_smallest_window() {
    // Long words only: what is broken over two rows would not be found.
    let table = [
        (
            "gate-therapist",
            vec!["pelvic-health", "squeezes", "infection", "bulging", "Jane"],
        ),
        ("gate-note", vec!["infection", "heaviness", "numbness"]),
        (
            "settle-toggles",
            vec![
                "holds:",
                "squeezes,",
                "pelvis:",
                "optional",
                "bulging",
                "neutral",
            ],
        ),
        ("closing-check-in", vec!["pelvic", "(very", "nothing"]),
    ];
    for (name, words) in table {
        let scenes = scenes(&Look::default(), (20, 6));
        let (_, app) = scenes.into_iter().find(|(n, _)| *n == name).unwrap();
        let read = read_through(app);
        for word in words {
            assert!(read.contains(word), "{name} without {word}: {read}");
        }
    }
}

#[test]
fn others_see_the_neutral_title_and_the_real_one_stands_where_one_agrees_to_something() {
    let (real, neutral) = ("Gather and Let Go", "Evening practice");
    for (name, app) in scenes(&Look::default(), (80, 24)) {
        let text = text(&frame(&app, 0.0), false);
        let expected = match name {
            "library-own" | "settle-toggles" => (false, true),
            "closing-check-in" => (false, false),
            _ => (true, false),
        };
        assert_eq!(
            (text.contains(real), text.contains(neutral)),
            expected,
            "{name}"
        );
    }
}

#[test]
fn whoever_stops_early_is_asked_for_nothing_more() {
    let left = [Key::Enter, Key::Enter, Key::Backspace];
    let early = opened(Look::default(), (80, 24), noted(), &left);
    assert!(!text(&frame(&early, 0.0), false).contains("very tense"));
    let whole = opened(Look::default(), (80, 24), noted(), &skipped());
    assert!(text(&frame(&whole, 0.0), false).contains("0 (very tense) to 10"));
}

#[test]
fn a_question_is_asked_only_when_it_is_meant_to_be() {
    for (before, after) in [(true, true), (true, false), (false, true)] {
        let session = || {
            let mut session = noted();
            session.check_in = session.check_in.map(|question| CheckIn {
                before,
                after,
                ..question
            });
            session
        };
        let shown = |keys: &[Key]| {
            let app = opened(Look::default(), (80, 60), session(), keys);
            text(&frame(&app, 0.0), false).contains("right now?")
        };
        assert_eq!((shown(&[Key::Enter]), shown(&skipped())), (before, after));
    }
}

#[test]
fn at_eighty_by_twenty_four_a_gate_shows_every_reason_to_stop_and_the_change_to_come() {
    let file = include_str!("../../fixtures/valid/everything.toml");
    let session = script::check(file, "everything")
        .session
        .expect("it is valid");
    let (_, look) = looks().remove(0);
    let app = opened(look, (80, 24), session, &[]);
    let shown = text(&frame(&app, 0.0), true);
    for line in [
        "Pain, numbness, dizziness, unease",
        "Pinching in the hip.",
        "Later, a change of position: Side-lying",
        "Shoulder or hip pain",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
}
