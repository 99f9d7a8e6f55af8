//! What keys do in the middle of a session: another anchor, the steps, a lighter version, a dark
//! screen, and stopping.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::app::{Lighter, Over, Place, Sheet, Steps};
use crate::session::sample::{everything, position, rest, session, step};
use crate::session::{Step, StepKind};
use crate::settings::Picture;
use crate::timeline::{Activity, Anchor};

/// An app that plays a session from the instant 100.
fn playing_this(session: Session, choices: Choices) -> App {
    let mut app = app();
    app.settle(Arc::new(session), choices);
    update(&mut app, Msg::Begin, at(99.0));
    app
}

fn choices(app: &App) -> &Choices {
    app.screen.playing().unwrap().player.choices()
}

fn is_playing(app: &App) -> bool {
    let playing = app.screen.playing();
    playing.is_some_and(|playing| playing.player.transport().is_playing())
}

fn steps(app: &App) -> &Steps {
    match &app.screen {
        Screen::Over(Over {
            sheet: Sheet::Steps(steps),
            ..
        }) => steps,
        other => panic!("not at the steps: {other:?}"),
    }
}

fn lighter(app: &App) -> &Lighter {
    match &app.screen {
        Screen::Over(Over {
            sheet: Sheet::Lighter(lighter),
            ..
        }) => lighter,
        other => panic!("not at a lighter version: {other:?}"),
    }
}

/// What a person sees, as text.
fn seen(app: &App, now: f64) -> String {
    let area = Rect::new(0, 0, app.look.size.0, app.look.size.1);
    let mut cells = Buffer::empty(area);
    view::draw(app, at(now), area, &mut cells);
    let symbols = cells.content.iter().map(ratatui::buffer::Cell::symbol);
    symbols.collect()
}

#[test]
fn a_goes_through_the_anchors_and_keeps_the_place() {
    let mut app = playing("legs-resting");
    let mut now = 167.0;
    for expected in Anchor::ALL.into_iter().cycle().skip(1).take(6) {
        let before = place(&app, now);
        let effects = press(&mut app, Key::Char('a'), now);
        assert_eq!(choices(&app).anchor, expected);
        assert!(
            matches!(effects[..], [Effect::Hear(Some(_))]),
            "it is heard"
        );
        let paced = matches!(
            app.screen
                .playing()
                .unwrap()
                .player
                .moment(at(now))
                .activity,
            Activity::Breath { .. }
        );
        assert_eq!(paced, expected == Anchor::Breath);
        if paced {
            // Whoever comes back to the breath begins with a fresh one.
            assert!(before - place(&app, now) < Ms::seconds(8));
        } else {
            assert_eq!(place(&app, now), before);
        }
        let notice = app.screen.playing().unwrap().notice(at(now)).unwrap().0;
        assert_eq!(notice, Notice::Anchor(expected));
        now += 1.0;
    }
}

#[test]
fn another_anchor_is_not_offered_where_nothing_gives_way_to_it() {
    let mut app = playing_this(session(vec![step(rest(60))]), Choices::default());
    assert!(!app.screen.offers(Action::OtherAnchor));
    assert_eq!(press(&mut app, Key::Char('a'), 110.0), []);
    assert_eq!(choices(&app).anchor, Anchor::Breath);
}

#[test]
fn own_pace_from_another_anchor_is_the_breath_at_ones_own_pace() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('a'), 165.0);
    press(&mut app, Key::Char('o'), 166.0);
    assert!(choices(&app).is_at_own_pace());
    press(&mut app, Key::Char('o'), 167.0);
    assert_eq!(*choices(&app), Choices::default());
}

#[test]
fn at_the_set_up_tab_chooses_an_anchor_and_p_a_picture_that_is_kept() {
    let mut app = app();
    press(&mut app, Key::Enter, 1.0);
    press(&mut app, Key::Tab, 2.0);
    let effects = press(&mut app, Key::Char('p'), 3.0);
    let [Effect::Keep(kept)] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(kept.settings.picture, app.look.picture);
    assert_ne!(app.look.picture, Picture::default());
    press(&mut app, Key::Enter, 4.0);
    assert_eq!(choices(&app).anchor, Anchor::Sound);
}

#[test]
fn everything_to_choose_at_the_set_up_comes_into_sight_with_its_key() {
    let keys = [(Key::Tab, "attention:"), (Key::Char('p'), "picture:")];
    for size in [(80, 24), (40, 12), (20, 6)] {
        for (key, told) in keys {
            let mut app = app();
            app.look.size = size;
            press(&mut app, Key::Enter, 1.0);
            press(&mut app, key, 2.0);
            assert!(seen(&app, 2.0).contains(told), "{told} at {size:?}");
        }
    }
}

#[test]
fn the_steps_lie_over_the_session_which_waits_meanwhile() {
    for way_back in [Key::Esc, Key::Char('i'), Key::Backspace] {
        let mut app = playing("legs-resting");
        press(&mut app, Key::Char('i'), 135.0);
        assert_eq!((steps(&app).here, steps(&app).chosen), (1, 1));
        assert_eq!(next_change(&app, at(135.0)), None, "nothing moves below");
        press(&mut app, Key::Down, 200.0);
        press(&mut app, way_back, 500.0);
        assert_eq!(place(&app, 501.0), Ms::seconds(36), "{way_back:?}");
    }
}

#[test]
fn enter_goes_to_the_chosen_step_playing_or_paused_as_before() {
    let to_step: [(&[Key], u64); 5] = [
        (&[], 30),
        (&[Key::Down, Key::Down], 92),
        (&[Key::Up], 0),
        (&[Key::End], 458),
        (&[Key::End, Key::Home, Key::PageDown], 458),
    ];
    for paused in [false, true] {
        for (keys, onset) in to_step {
            let mut app = playing("legs-resting");
            if paused {
                press(&mut app, Key::Char(' '), 135.0);
            }
            press(&mut app, Key::Char('i'), 135.0);
            for key in keys {
                press(&mut app, *key, 136.0);
            }
            press(&mut app, Key::Enter, 500.0);
            assert_eq!(app.screen.place(), Place::Playing);
            assert_eq!(place(&app, 500.0), Ms::seconds(onset), "{keys:?}");
            assert_eq!(is_playing(&app), !paused);
        }
    }
}

#[test]
fn a_step_that_was_left_out_is_told_and_cannot_be_gone_to() {
    let mut app = app();
    let legs = app.session("legs-resting").unwrap();
    let shorter = Choices {
        without_optional: true,
        ..Choices::default()
    };
    app.settle(legs, shorter);
    update(&mut app, Msg::Begin, at(99.0));
    press(&mut app, Key::Char('i'), 101.0);
    assert!(seen(&app, 101.0).contains("left out"));
    let mut chosen = Vec::new();
    for _ in 0..8 {
        chosen.push(steps(&app).chosen);
        press(&mut app, Key::Down, 102.0);
    }
    assert_eq!(chosen, [0, 1, 2, 3, 4, 7, 7, 7]);
    press(&mut app, Key::Up, 103.0);
    assert_eq!(steps(&app).chosen, 4);
}

#[test]
fn a_wait_keeps_nobody_and_another_position_is_told_on_the_way() {
    let mut app = playing_this(everything(), Choices::default());
    // By the first wait, as it stands still.
    update(&mut app, Msg::Due, at(400.0));
    assert!(!is_playing(&app));
    press(&mut app, Key::Char('i'), 401.0);
    press(&mut app, Key::End, 402.0);
    assert!(seen(&app, 402.0).contains("by way of Sitting, leaning forward"));
    press(&mut app, Key::Enter, 403.0);
    let playing = app.screen.playing().unwrap();
    assert!(is_playing(&app));
    let part = &playing.player.timeline().steps()[playing.player.moment(at(403.0)).step];
    assert!(matches!(part.kind, crate::timeline::SpanKind::Move { .. }));
}

#[test]
fn a_lighter_version_waits_and_another_position_keeps_the_place() {
    for (keys, expected) in [
        (&[][..], "legs-on-chair"),
        (&[Key::Right][..], "side-lying"),
        (&[Key::Left][..], "lying-knees-supported"),
        (&[Key::Right, Key::Left][..], "legs-on-chair"),
    ] {
        for (last, taken) in [
            (Key::Enter, true),
            (Key::Char(' '), true),
            (Key::Esc, false),
        ] {
            let mut app = playing("legs-resting");
            press(&mut app, Key::Char('x'), 135.0);
            for key in keys {
                press(&mut app, *key, 140.0);
            }
            assert_eq!(&*lighter(&app).positions[lighter(&app).shown].id, expected);
            press(&mut app, last, 900.0);
            let playing = app.screen.playing().unwrap();
            let position = crate::app::chosen_position(playing.player.session(), choices(&app));
            let expected = if taken { expected } else { "legs-on-chair" };
            assert_eq!(&*position.id, expected, "{keys:?} {last:?}");
            assert_eq!(place(&app, 901.0), Ms::seconds(36));
        }
    }
}

#[test]
fn the_way_out_is_that_of_the_position_that_was_taken() {
    let mut app = playing("legs-resting");
    for key in [Key::Char('x'), Key::Right, Key::Enter, Key::Esc] {
        press(&mut app, key, 140.0);
    }
    let Screen::Closing(closing) = &app.screen else {
        panic!("not closed")
    };
    assert_eq!(&*closing.position().id, "side-lying");
}

#[test]
fn a_position_that_a_step_led_to_has_no_other() {
    let moved = Step {
        positions: vec![position("chair", "A chair", &["A line."])],
        ..step(rest(60))
    };
    let mut session = session(vec![moved]);
    session.positions = vec![position("a", "A", &[]), position("b", "B", &[])];
    let mut app = playing_this(session, Choices::default());
    press(&mut app, Key::Enter, 105.0);
    press(&mut app, Key::Char('x'), 120.0);
    assert_eq!(&*lighter(&app).positions[0].id, "chair");
    assert!(!app.screen.offers(Action::NextPosition));
    press(&mut app, Key::Right, 121.0);
    press(&mut app, Key::Enter, 122.0);
    assert_eq!(choices(&app).position, None);
    assert!(is_playing(&app));
}

#[test]
fn nothing_is_lighter_than_a_position_without_another_and_without_words() {
    let mut app = playing_this(session(vec![step(rest(60))]), Choices::default());
    assert!(!app.screen.offers(Action::Lighter));
    press(&mut app, Key::Char('x'), 110.0);
    assert_eq!(app.screen.place(), Place::Playing);
}

/// A session that plays below a dark screen from the instant 120 on.
fn in_the_dark() -> App {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('f'), 105.0);
    update(&mut app, Msg::Due, at(120.0));
    app
}

#[test]
fn a_dark_screen_plays_on_and_costs_nothing() {
    let mut app = in_the_dark();
    let dark = seen(&app, 120.0);
    assert_eq!(dark.trim(), "·");
    assert_eq!(place(&app, 130.0), Ms::seconds(30));
    for now in [130.0, 163.0, 300.0, 587.9] {
        assert_eq!(next_change(&app, at(now)), Some(at(588.0)), "only the end");
        assert_eq!(update(&mut app, Msg::Due, at(now)), [], "it plays on");
        assert_eq!(seen(&app, now), dark);
    }
    update(&mut app, Msg::Due, at(588.0));
    assert!(matches!(app.screen, Screen::Closing(_)));
    assert_eq!(seen(&app, 600.0), dark, "nobody is woken by the end");
    assert_eq!(next_change(&app, at(600.0)), None);
}

#[test]
fn every_key_brings_a_dark_screen_back_and_does_what_it_does() {
    type Done = fn(&App) -> bool;
    let table: [(Key, Done); 7] = [
        (Key::Char(' '), |app| !is_playing(app)),
        (Key::Char('f'), is_playing),
        (Key::Char('z'), is_playing),
        (Key::Other, is_playing),
        (Key::Right, |app| place(app, 120.0) == Ms::seconds(30)),
        (Key::Char('w'), |app| app.screen.place() == Place::Safety),
        (Key::Esc, |app| app.screen.place() == Place::Closing),
    ];
    for (key, done) in table {
        let mut app = in_the_dark();
        press(&mut app, key, 120.0);
        assert_eq!(app.faded, None, "{key:?}");
        assert!(done(&app), "{key:?}");
        assert!(seen(&app, 120.0).contains("softly"), "{key:?}");
    }
    let mut app = in_the_dark();
    assert_eq!(press(&mut app, Key::Char('q'), 120.0), [Effect::Leave]);
}

#[test]
fn a_key_while_it_goes_dark_stops_that_as_well() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('f'), 105.0);
    assert!(seen(&app, 106.0).contains("any key brings it back"));
    press(&mut app, Key::Char('f'), 109.0);
    assert_eq!(app.faded, None);
    assert!(is_playing(&app));
}

#[test]
fn after_the_end_in_the_dark_the_first_key_only_brings_the_screen_back() {
    for key in [Key::Enter, Key::Char(' '), Key::Esc, Key::Char('g')] {
        let mut app = in_the_dark();
        update(&mut app, Msg::Due, at(588.0));
        press(&mut app, key, 700.0);
        assert_eq!(app.screen.place(), Place::Closing, "{key:?}");
        assert!(seen(&app, 700.0).contains("Thank you"), "{key:?}");
    }
    let mut app = in_the_dark();
    update(&mut app, Msg::Due, at(588.0));
    assert_eq!(press(&mut app, Key::Char('q'), 700.0), [Effect::Leave]);
}

#[test]
fn what_asks_for_a_key_is_seen() {
    let steps = vec![step(rest(60)), step(StepKind::Wait), step(rest(60))];
    let mut app = playing_this(session(steps), Choices::default());
    press(&mut app, Key::Char('f'), 101.0);
    assert_eq!(next_change(&app, at(115.0)), Some(at(170.0)));
    update(&mut app, Msg::Due, at(170.0));
    assert_eq!(app.faded, None);
    // Whoever wants it dark there can have that.
    press(&mut app, Key::Char('f'), 171.0);
    update(&mut app, Msg::Due, at(190.0));
    assert_eq!(seen(&app, 190.0).trim(), "·");
    let mut app = in_the_dark();
    update(&mut app, Msg::Away(at(130.0)), at(9000.0));
    assert!(seen(&app, 9000.0).contains("Welcome back"));
}

#[test]
fn escape_stops_softly_and_then_leads_back_step_by_step() {
    let mut app = playing("legs-resting");
    let effects = press(&mut app, Key::Esc, 130.0);
    assert_eq!(effects, [Effect::Hear(None)], "it falls silent at once");
    let shown = seen(&app, 130.0);
    assert!(shown.contains("Stopped here. That's fine.") && shown.contains("g opens"));
    assert!(shown.contains("Knees in, over to a side"));
    press(&mut app, Key::Esc, 131.0);
    assert_eq!(app.screen.place(), Place::Library);
    assert_eq!(press(&mut app, Key::Esc, 132.0), [Effect::Leave]);
}

#[test]
fn every_sheet_can_be_drawn_at_any_size() {
    for key in [Key::Char('i'), Key::Char('x')] {
        for (width, height) in (0..40).map(|n| (n * 5 % 83, n)).chain([(1, 1), (200, 3)]) {
            let mut app = playing_this(everything(), Choices::default());
            app.look.size = (width, height);
            press(&mut app, key, 130.0);
            for key in [Key::End, Key::Right, Key::Down, Key::PageDown] {
                assert!(seen(&app, 131.0).len() >= usize::from(width * height));
                press(&mut app, key, 131.0);
            }
        }
    }
}
