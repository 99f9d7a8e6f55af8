//! What keys do before a session begins: at its gate, and where something can be switched.

use super::*;
use crate::app::{Place, Toggle};
use crate::session::{Gate, Part, Scan, Session, Step, StepKind};
use crate::text::Clean;

/// A built-in session, changed.
fn changed(id: &str, change: impl FnOnce(&mut Session)) -> Arc<Session> {
    let mut session = Session::clone(&*app().session(id).unwrap());
    change(&mut session);
    Arc::new(session)
}

fn gated(gate: Gate) -> Arc<Session> {
    changed("legs-resting", |session| session.gate = gate)
}

/// Legs Resting, with something for everything that can be switched.
fn with_everything() -> Arc<Session> {
    changed("legs-resting", |session| {
        session.holds = true;
        session.steps[1].optional = true;
        let part = |name: &str, asked_for| Part {
            name: Clean::from_shown(name),
            asked_for,
        };
        session.steps.push(Step::new(StepKind::Scan(Scan {
            parts: vec![part("hands", false), part("perineum", true)],
            each: Ms::seconds(30),
        })));
        let squeezes = crate::session::Contract {
            squeeze: Ms::seconds(3),
            release: Ms::seconds(9),
            effort: None,
            times: 3,
        };
        session.steps.push(Step::new(StepKind::Contract(squeezes)));
    })
}

/// Every key there is in some place, and some that mean nothing anywhere.
fn all_keys() -> Vec<Key> {
    let bound = crate::app::Place::ALL
        .into_iter()
        .flat_map(crate::app::bindings)
        .flat_map(|binding| binding.keys);
    let others = [Key::Tab, Key::Other, Key::Char('T'), Key::Char('y')];
    bound.copied().chain(others).collect()
}

fn name(screen: &Screen) -> &'static str {
    match screen {
        Screen::Library(_) => "library",
        Screen::Gate(_) => "gate",
        Screen::Settle(_) => "set-up",
        Screen::Playing(_) => "playing",
        Screen::Closing(_) => "closing",
        Screen::Programmes(_) => "programmes",
        Screen::Programme(_) => "programme",
        Screen::Notes(_) => "notes",
        Screen::Over(over) if over.sheet.is_safety() => "when to stop",
        Screen::Over(over) if over.sheet.place() == Place::Settings => "settings",
        Screen::Over(_) => "help",
    }
}

#[test]
fn a_gate_lets_through_what_it_is_for_and_nothing_else() {
    let table = [
        (Gate::Note, Key::Enter, "set-up"),
        (Gate::Note, Key::Char(' '), "set-up"),
        (Gate::Therapist, Key::Char('t'), "set-up"),
        (Gate::Note, Key::Esc, "library"),
        (Gate::Note, Key::Backspace, "library"),
        (Gate::Therapist, Key::Esc, "library"),
        (Gate::Therapist, Key::Backspace, "library"),
        (Gate::Note, Key::Char('?'), "help"),
        (Gate::Therapist, Key::Char('?'), "help"),
        (Gate::Note, Key::Char('w'), "when to stop"),
        (Gate::Therapist, Key::Char('w'), "when to stop"),
        (Gate::Note, Key::Char('s'), "settings"),
        (Gate::Therapist, Key::Char('s'), "settings"),
    ];
    for gate in [Gate::Note, Gate::Therapist] {
        for key in all_keys() {
            let mut app = app();
            app.open(gated(gate), Choices::default());
            let effects = press(&mut app, key, 1.0);
            let leads = table.iter().find(|(g, k, _)| (*g, *k) == (gate, key));
            let expected = leads.map_or("gate", |(_, _, screen)| *screen);
            assert_eq!(name(&app.screen), expected, "{key:?} at {gate:?}");
            let leaves = [Key::Char('q'), Key::Ctrl('c'), Key::Ctrl('d')].contains(&key);
            assert_eq!(effects.contains(&Effect::Leave), leaves, "{key:?}");
        }
    }
}

#[test]
fn enter_at_a_therapists_gate_is_answered_with_the_key_that_goes_on() {
    let mut app = app();
    app.open(gated(Gate::Therapist), Choices::default());
    let asked = |app: &App| matches!(&app.screen, Screen::Gate(gate) if gate.asked);
    assert!(!asked(&app));
    press(&mut app, Key::Down, 1.0);
    assert!(!asked(&app));
    for _ in 0..3 {
        press(&mut app, Key::Enter, 2.0);
        assert!(asked(&app));
    }
    press(&mut app, Key::Char('t'), 3.0);
    assert_eq!(name(&app.screen), "set-up");
}

#[test]
fn a_session_from_the_list_passes_its_gate_and_one_without_is_open() {
    for (gate, screen) in [
        (Gate::None, "set-up"),
        (Gate::Note, "gate"),
        (Gate::Therapist, "gate"),
    ] {
        let mut app = app();
        app.shelf[0].content = Content::Session(gated(gate));
        press(&mut app, Key::Enter, 1.0);
        assert_eq!(name(&app.screen), screen, "{gate:?}");
    }
}

#[test]
fn what_was_chosen_is_still_chosen_behind_the_gate() {
    let choices = Choices {
        minutes: Some(5),
        own_pace: true,
        ..Choices::default()
    };
    let mut app = app();
    app.open(gated(Gate::Note), choices.clone());
    press(&mut app, Key::Enter, 1.0);
    let Screen::Settle(settle) = &app.screen else {
        panic!("not at the set-up")
    };
    assert_eq!(settle.choices, choices);
}

#[test]
fn beginning_at_once_waits_for_the_gate_and_not_for_the_set_up() {
    for (gate, key) in [(Gate::Note, Key::Enter), (Gate::Therapist, Key::Char('t'))] {
        let mut app = app();
        app.open(gated(gate), Choices::default());
        update(&mut app, Msg::Begin, at(1.0));
        assert_eq!(name(&app.screen), "gate");
        assert_eq!(next_change(&app, at(500.0)), None);
        press(&mut app, key, 600.0);
        assert_eq!(name(&app.screen), "playing");
        assert_eq!(place(&app, 602.0), Ms::seconds(1));
    }
    let mut app = app();
    app.open(gated(Gate::None), Choices::default());
    update(&mut app, Msg::Begin, at(1.0));
    assert_eq!(name(&app.screen), "playing");
}

#[test]
fn the_ground_has_no_gate_whatever_its_file_says() {
    let mut app = playing("legs-resting");
    let grounding = app
        .shelf
        .iter_mut()
        .find(|entry| &*entry.id == GROUNDING)
        .unwrap();
    grounding.content = Content::Session(changed(GROUNDING, |session| {
        session.gate = Gate::Therapist;
    }));
    press(&mut app, Key::Char('g'), 130.0);
    let Screen::Playing(playing) = &app.screen else {
        panic!("it does not begin at once")
    };
    assert_eq!(&*playing.player.session().id, GROUNDING);
}

#[test]
fn the_help_of_a_gate_leads_back_to_it() {
    for gate in [Gate::Note, Gate::Therapist] {
        let mut app = app();
        app.open(gated(gate), Choices::default());
        press(&mut app, Key::Char('?'), 1.0);
        press(&mut app, Key::Enter, 2.0);
        assert_eq!(name(&app.screen), "gate", "{gate:?}");
    }
}

#[test]
fn a_gate_can_be_read_to_its_end_and_no_further() {
    let mut app = app();
    app.look.size = (20, 6);
    app.open(gated(Gate::Therapist), Choices::default());
    let scroll = |app: &App| match &app.screen {
        Screen::Gate(gate) => gate.scroll,
        _ => panic!("not at the gate"),
    };
    for _ in 0..500 {
        press(&mut app, Key::Down, 1.0);
    }
    let most = view::most_scroll(&app);
    assert!(most > 5);
    assert_eq!(scroll(&app), most);
    // In a larger window all of it is in sight, and one key moves it by one row at most.
    app.look.size = (80, 40);
    press(&mut app, Key::Up, 2.0);
    assert_eq!(scroll(&app), 0);
}

#[test]
fn each_letter_switches_its_own_thing_and_only_where_there_is_one() {
    let table = [
        ('b', Toggle::Holds),
        ('c', Toggle::Squeezes),
        ('a', Toggle::AskedParts),
        ('x', Toggle::WithoutOptional),
    ];
    let choices = |app: &App| match &app.screen {
        Screen::Settle(settle) => settle.choices.clone(),
        _ => panic!("not at the set-up"),
    };
    for (letter, toggle) in table {
        let mut app = app();
        app.open(with_everything(), Choices::default());
        press(&mut app, Key::Char(letter), 1.0);
        for other in Toggle::ALL {
            assert_eq!(other.is_on(&choices(&app)), other == toggle, "{letter}");
        }
        press(&mut app, Key::Char(letter), 2.0);
        assert_eq!(choices(&app), Choices::default(), "{letter} twice");

        let plain = app.session("first-soft-breaths").unwrap();
        app.open(plain, Choices::default());
        press(&mut app, Key::Char(letter), 3.0);
        assert_eq!(choices(&app), Choices::default(), "{letter} for nothing");
        let offered = |app: &App| app.screen.offers(toggle.action());
        assert!(!offered(&app));
        app.open(with_everything(), Choices::default());
        assert!(offered(&app));
    }
}

#[test]
fn what_is_switched_comes_into_sight() {
    for size in [(20, 6), (40, 12), (80, 24), (9, 3)] {
        for letter in ['b', 'c', 'a', 'x'] {
            let mut app = app();
            app.look.size = size;
            app.open(with_everything(), Choices::default());
            press(&mut app, Key::Char(letter), 1.0);
            let area = ratatui::layout::Rect::new(0, 0, size.0, size.1);
            let mut cells = ratatui::buffer::Buffer::empty(area);
            view::draw(&app, at(1.0), area, &mut cells);
            let row = |y: u16| -> String { (0..size.0).map(|x| cells[(x, y)].symbol()).collect() };
            let begins = format!("{letter}  ");
            let seen = (0..size.1).any(|y| row(y).trim_start().starts_with(&begins));
            assert!(seen, "{letter} at {size:?}");
        }
    }
}

#[test]
fn another_pace_keeps_to_minutes_that_can_be_had() {
    let mut app = app();
    let session = app.session("first-soft-breaths").unwrap();
    app.open(session, Choices::default());
    for _ in 0..60 {
        press(&mut app, Key::Char('<'), 1.0);
    }
    for _ in 0..6 {
        press(&mut app, Key::Char('+'), 2.0);
    }
    let Screen::Settle(settle) = &app.screen else {
        panic!("not at the set-up")
    };
    let minutes = settle.choices.minutes.unwrap();
    assert!(lengths_on_offer(settle).contains(&minutes), "{minutes}");
}

fn lengths_on_offer(settle: &crate::app::Settle) -> std::ops::RangeInclusive<u32> {
    crate::timeline::lengths(&settle.session, &settle.choices).minutes()
}

#[test]
fn the_closing_can_be_read_to_its_end_where_it_does_not_fit() {
    let mut app = playing("legs-resting");
    app.look.size = (20, 6);
    press(&mut app, Key::Backspace, 130.0);
    let scroll = |app: &App| match &app.screen {
        Screen::Closing(closing) => closing.scroll,
        _ => panic!("not at the closing"),
    };
    for _ in 0..50 {
        press(&mut app, Key::Down, 131.0);
    }
    assert!(scroll(&app) > 0);
    assert_eq!(scroll(&app), view::most_scroll(&app));
}
