//! What is seen in the clinic, and in the notes beside it.

use softly::app::{Notes, Screen};
use softly::notes::{Sharing, Told};
use softly::timeline::Choices;

use super::*;

const FILE: &str = r#"
softly = 1
title = "Evening for two"
[[step]]
title = "Arriving"
rest = "30s"
say = "Your legs are carried here. They may not need to help."
note = "Ask how the hip is, and whether the position is still kind."
[[step]]
title = "Soft breathing"
breathe = { in = 4, out = 6 }
times = 6
at = { "10s" = "Easy is plenty.", "40s" = "Half of it is done." }
note = "Watch the shoulders; tap along if the breath is quicker."
[[step]]
title = "A word between us"
wait = true
[[step]]
title = "Returning"
rest = "30s"
say = "There's no hurry to move."
"#;

/// An app in the clinic that has opened the session, after some keys, each pressed at its time.
fn in_the_clinic(look: &Look, size: (u16, u16), keys: &[(f64, Key)]) -> App {
    let mut app = super::app(look.clone(), size, &[]);
    app.clinic = true;
    let checked = softly::script::check(FILE, "evening-for-two");
    let session = checked.session.expect("the session above is whole");
    app.open(std::sync::Arc::new(session), Choices::default());
    for (seconds, key) in keys {
        update(&mut app, Msg::Key(*key), at(*seconds));
    }
    app
}

/// The notes beside it, at an instant.
fn notes_beside(app: &App, look: &Look, size: (u16, u16), now: f64) -> App {
    let mut notes = super::app(look.clone(), size, &[]);
    notes.screen = Screen::Notes(Notes::default());
    for told in Sharing::default().news(app, at(now)) {
        update(&mut notes, Msg::Told(told), at(now));
    }
    notes
}

/// A screen by its name, the keys that lead to it, and when it is looked at.
type Seen<'k> = (&'static str, &'k [(f64, Key)], f64);

const BEGIN: (f64, Key) = (-1.0, Key::Enter);

#[test]
fn the_clinic_is_as_it_was_before() {
    let held = [BEGIN, (42.0, Key::Char('.'))];
    let bare = [BEGIN, (42.0, Key::Char('e'))];
    let tapped = [BEGIN, (41.0, Key::Char('t')), (46.0, Key::Char('t'))];
    let scenes: [Seen<'_>; 4] = [
        ("clinic-breath", &[BEGIN], 42.0),
        ("clinic-held", &held, 60.0),
        ("clinic-bare", &bare, 42.0),
        ("clinic-tapped", &tapped, 48.0),
    ];
    for size in [(100, 30), (80, 24), (40, 12)] {
        for (mode, look) in looks() {
            for (name, keys, now) in scenes {
                let app = in_the_clinic(&look, size, keys);
                is_as_before(name, size, mode, &app, now);
            }
        }
    }
}

#[test]
fn where_nothing_is_shown_nothing_is_drawn() {
    for (_, look) in looks() {
        let hide = (42.0, Key::Char('e'));
        let app = in_the_clinic(&look, (80, 24), &[BEGIN, hide, hide]);
        assert_eq!(text(&frame(&app, 43.0), true).trim(), "");
    }
}

#[test]
fn the_notes_are_as_they_were_before() {
    for size in [(100, 30), (80, 24), (40, 12), (20, 6)] {
        for (mode, look) in looks().into_iter().filter(|(mode, _)| *mode != "reduced") {
            let app = in_the_clinic(&look, size, &[BEGIN]);
            let notes = notes_beside(&app, &look, size, 42.0);
            is_as_before("notes", size, mode, &notes, 42.0);
            let chosen = in_the_clinic(&look, size, &[]);
            let notes = notes_beside(&chosen, &look, size, 0.0);
            is_as_before("notes-before", size, mode, &notes, 0.0);
        }
    }
}

#[test]
fn notes_that_follow_nothing_say_so() {
    let mut app = super::app(Look::default(), (80, 24), &[]);
    app.screen = Screen::Notes(Notes::default());
    update(&mut app, Msg::Told(Told::Nothing), at(0.0));
    let shown = text(&frame(&app, 0.0), true);
    assert!(
        shown.contains("Nothing is played in the clinic just now."),
        "{shown}"
    );
}
