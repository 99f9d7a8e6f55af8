//! What keys do among the programmes: nothing moves by itself, and what is kept changes only where
//! somebody asks for that.

use super::*;
use crate::app::{Origin, ProgrammeEntry, entry_from_text, programme_from_text};
use crate::kept::Following;
use crate::text::Clean;

const FILE: &str = r#"
softly-programme = 1
title = "Rest"

[[week]]
title = "One"
invite = [
  { session = "legs-resting", shorter = true },
  { session = "first-soft-breaths", own-pace = true },
  { session = "not-there" },
  { say = "A favourite." },
]
cards = ["breath-and-floor", "unheard-of"]

[[week]]
title = "Two"
gate = "therapist"
invite = [{ session = "legs-resting" }]
otherwise = [{ session = "landing-in-the-room" }]

[[week]]
title = "Three"
invite = [{ say = "Rest." }]
"#;

fn entry(id: &str) -> ProgrammeEntry {
    programme_from_text(id, FILE, Origin::BuiltIn)
}

/// An app that shows the first week of a programme.
fn at_programme() -> App {
    let mut app = app();
    app.programmes = vec![entry("rest"), entry("other")];
    press_all(&mut app, "p+");
    app
}

fn press_all(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for key in keys.chars() {
        let key = match key {
            '+' => Key::Enter,
            '<' => Key::Backspace,
            'v' => Key::Down,
            '^' => Key::Up,
            other => Key::Char(other),
        };
        effects.extend(press(app, key, 1.0));
    }
    effects
}

fn shown(app: &App) -> (usize, usize) {
    match &app.screen {
        Screen::Programme(at) => (at.week, at.chosen),
        screen => panic!("{screen:?}"),
    }
}

fn followed(week: usize, with_therapist: bool) -> Kept {
    Kept {
        following: Some(Following {
            programme: Clean::from_shown("rest"),
            week,
            with_therapist,
        }),
        ..Kept::default()
    }
}

#[test]
fn to_look_at_weeks_keeps_nothing_and_moves_nothing() {
    let mut app = at_programme();
    assert_eq!(
        press_all(&mut app, "vv^vvvvlvhlllhhhhhttqq").len(),
        2,
        "only q"
    );
    assert_eq!(app.kept, Kept::default());
    app.kept = followed(2, false);
    assert_eq!(press_all(&mut app, "llhh<+lh?<<<"), []);
    assert_eq!(app.kept, followed(2, false));
    update(&mut app, Msg::Due, at(1_000_000.0));
    assert_eq!(app.kept, followed(2, false));
    assert_eq!(next_change(&app, at(5.0)), None);
}

#[test]
fn weeks_are_looked_at_no_further_than_there_are_any() {
    let mut app = at_programme();
    for (keys, week) in [("h", 1), ("l", 2), ("l", 3), ("l", 3), ("h", 2)] {
        press_all(&mut app, keys);
        assert_eq!(shown(&app), (week, 0), "{keys}");
    }
}

#[test]
fn a_week_is_kept_exactly_when_it_is_asked_for() {
    let mut app = at_programme();
    let keep = |kept: Kept| vec![Effect::Keep(kept)];
    assert_eq!(press_all(&mut app, "f"), keep(followed(1, false)));
    assert_eq!(press_all(&mut app, "f"), [], "it is kept already");
    assert_eq!(press_all(&mut app, "ll"), []);
    assert_eq!(press_all(&mut app, "f"), keep(followed(3, false)));
    assert_eq!(press_all(&mut app, "u"), keep(Kept::default()));
    assert_eq!(
        press_all(&mut app, "u"),
        [],
        "there is nothing to let go of"
    );
}

#[test]
fn a_programme_opens_at_the_week_one_is_in() {
    let mut app = app();
    app.programmes = vec![entry("other"), entry("rest")];
    for (week, there) in [(1, 1), (3, 3), (99, 3)] {
        app.kept = followed(week, false);
        press_all(&mut app, "p");
        assert_eq!(shown(&app).0, there, "{week}");
        press_all(&mut app, "<");
        assert!(matches!(app.screen, Screen::Programmes(_)));
        press_all(&mut app, "+");
        assert_eq!(shown(&app).0, there, "{week}, from the list");
        press_all(&mut app, "<<");
        assert!(matches!(app.screen, Screen::Library(_)));
    }
}

#[test]
fn a_therapists_week_shows_something_else_until_it_is_chosen() {
    let mut app = at_programme();
    let first = |app: &App| match &app.screen {
        Screen::Programme(at) => view::programme_rows(app, at).len(),
        screen => panic!("{screen:?}"),
    };
    assert_eq!(press_all(&mut app, "t"), [], "not a week of that kind");
    press_all(&mut app, "l");
    press_all(&mut app, "+");
    let opened = |app: &App| match &app.screen {
        Screen::Settle(settle) => settle.session.id.to_string(),
        screen => panic!("{screen:?}"),
    };
    assert_eq!(opened(&app), "landing-in-the-room");
    press_all(&mut app, "<");
    // Before the programme is followed, it holds for as long as one looks.
    assert_eq!(press_all(&mut app, "t"), []);
    assert_eq!(first(&app), 1);
    press_all(&mut app, "+");
    assert_eq!(opened(&app), "legs-resting");
    press_all(&mut app, "<");
    let keep = |kept: Kept| vec![Effect::Keep(kept)];
    assert_eq!(press_all(&mut app, "f"), keep(followed(2, true)));
    // It can be taken back, which is kept as well.
    assert_eq!(press_all(&mut app, "t"), keep(followed(2, false)));
    assert_eq!(press_all(&mut app, "t"), keep(followed(2, true)));
    press_all(&mut app, "<+");
    press_all(&mut app, "+");
    assert_eq!(opened(&app), "legs-resting");
}

#[test]
fn a_session_opens_as_it_is_meant_and_leads_back_to_its_week() {
    for (keys, id, shorter, own_pace) in [
        ("+", "legs-resting", true, false),
        ("v+", "first-soft-breaths", false, true),
    ] {
        let mut app = at_programme();
        press_all(&mut app, keys);
        let Screen::Settle(settle) = &app.screen else {
            panic!("{:?}", app.screen)
        };
        assert_eq!(&*settle.session.id, id);
        assert_eq!(
            (settle.choices.without_optional, settle.choices.own_pace),
            (shorter, own_pace)
        );
        let chosen = keys.len() - 1;
        press_all(&mut app, "<");
        assert_eq!(shown(&app), (1, chosen), "from the set-up");
        press_all(&mut app, "++<<");
        assert_eq!(shown(&app), (1, chosen), "after the session");
        press_all(&mut app, "<<");
        assert!(matches!(app.screen, Screen::Library(_)));
        press_all(&mut app, "+<");
        assert!(matches!(app.screen, Screen::Library(_)), "and only once");
    }
}

#[test]
fn a_gate_of_a_session_is_not_passed_by_a_programme() {
    let mut app = at_programme();
    let mut session = Session::clone(&*app.session("legs-resting").unwrap());
    session.gate = Gate::Therapist;
    for row in &mut app.shelf {
        if &*row.id == "legs-resting" {
            row.content = Content::Session(Arc::new(session.clone()));
        }
    }
    press_all(&mut app, "+");
    assert!(matches!(app.screen, Screen::Gate(_)));
    press_all(&mut app, "<");
    assert_eq!(shown(&app), (1, 0));
}

#[test]
fn what_is_not_a_session_that_is_there_does_not_open() {
    for keys in ["vv+", "vvv+", "vvvvv+", "vvvvvv+"] {
        let mut app = at_programme();
        press_all(&mut app, keys);
        assert_eq!(shown(&app).0, 1, "{keys}");
    }
}

#[test]
fn a_file_that_borrows_a_name_is_shown_and_not_followed() {
    let mut app = app();
    app.programmes = vec![entry("rest")];
    let own = programme_from_text("rest", FILE, Origin::Own);
    update(&mut app, Msg::Programmes(vec![own]), at(0.0));
    app.kept = followed(2, false);
    press_all(&mut app, "p<v+");
    assert_eq!(shown(&app).0, 1, "one is in the other of that name");
    assert_eq!(press_all(&mut app, "fu"), []);
}

#[test]
fn a_programme_that_went_away_is_kept_and_not_shown() {
    let mut app = app();
    app.programmes = Vec::new();
    app.kept = followed(2, false);
    assert!(app.followed().is_none());
    assert_eq!(press_all(&mut app, "p+v<"), []);
    assert_eq!(app.kept, followed(2, false));
}

#[test]
fn nothing_is_opened_that_is_not_in_sight() {
    let mut app = at_programme();
    update(&mut app, Msg::Resized(20, 4), at(0.0));
    press_all(&mut app, "l");
    press_all(&mut app, "+");
    assert!(
        matches!(app.screen, Screen::Programme(_)),
        "it comes in sight first"
    );
    press_all(&mut app, "+");
    assert!(matches!(app.screen, Screen::Settle(_)));
}

#[test]
fn a_card_opens_over_its_week_and_leads_back() {
    let mut app = at_programme();
    press_all(&mut app, "vvvv+");
    let Screen::Over(over) = &app.screen else {
        panic!("{:?}", app.screen)
    };
    assert!(!over.sheet.is_safety());
    press_all(&mut app, "<");
    assert_eq!(shown(&app), (1, 4));
}

#[test]
fn the_ground_that_is_asked_for_in_a_week_leads_back_to_it() {
    let mut app = at_programme();
    press_all(&mut app, "wg");
    assert!(matches!(app.screen, Screen::Playing(_)));
    press_all(&mut app, "<<");
    assert_eq!(shown(&app), (1, 0));
}

#[test]
fn a_session_of_ones_own_is_found_by_the_name_that_it_gives_itself() {
    let mut app = at_programme();
    let text = "softly = 1\nid = \"not-there\"\ntitle = \"T\"\n[[step]]\nrest = \"1m\"\n";
    let own = entry_from_text("from-jane", text, Origin::Own);
    update(&mut app, Msg::Shelf(vec![own]), at(0.0));
    press_all(&mut app, "vv+");
    assert!(matches!(app.screen, Screen::Settle(_)), "{:?}", app.screen);
}
