//! What keys do where a session waits for one, and that waiting costs nothing.

use super::*;
use crate::player::Transport;
use crate::session::sample::random::Random;
use crate::session::sample::{breaths, everything, rest, session, squeezes, step};
use crate::session::{Session, Sound, Sounds, Step, StepKind};

/// An app that plays a session from the instant 100.
fn playing_this(session: Session) -> App {
    let mut app = app();
    let choices = Choices {
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    app.settle(Arc::new(session), choices);
    update(&mut app, Msg::Begin, at(99.0));
    app
}

/// Twenty seconds of rest, a wait of ten to read, ten seconds of rest.
fn waiting() -> App {
    playing_this(session(vec![
        step(rest(20)),
        step(StepKind::Wait),
        step(rest(10)),
    ]))
}

fn why(app: &App) -> Option<Why> {
    match app.screen.playing()?.player.transport() {
        Transport::Playing { .. } => None,
        Transport::Paused { why, .. } => Some(why),
    }
}

#[test]
fn at_a_stop_the_session_waits_silently_for_as_long_as_anybody_likes() {
    let mut app = waiting();
    assert_eq!(update(&mut app, Msg::Due, at(129.999)), []);
    let due = update(&mut app, Msg::Due, at(130.0));
    let [Effect::Hear(Some(hearing))] = &due[..] else {
        panic!("{due:?}")
    };
    assert!(!hearing.transport.is_playing());
    assert_eq!(why(&app), Some(Why::Waiting));
    assert_eq!(next_change(&app, at(130.0)), None);
    assert_eq!(update(&mut app, Msg::Due, at(90_000.0)), []);
    assert_eq!(place(&app, 90_000.0), Ms::seconds(30));
}

#[test]
fn every_key_that_goes_on_goes_on_from_a_stop_and_from_what_leads_to_it() {
    for key in [Key::Enter, Key::Char(' '), Key::Right] {
        for now in [121.0, 129.9, 130.0, 131.0, 5000.0] {
            let mut app = waiting();
            press(&mut app, key, now);
            assert_eq!(why(&app), None, "{key:?} at {now}");
            assert_eq!(place(&app, now), Ms::seconds(30), "{key:?} at {now}");
            assert_eq!(place(&app, now + 2.0), Ms::seconds(32));
        }
    }
}

#[test]
fn a_key_for_a_pause_still_pauses_elsewhere() {
    let mut app = waiting();
    press(&mut app, Key::Char(' '), 119.0);
    assert_eq!(why(&app), Some(Why::Asked));
    press(&mut app, Key::Char(' '), 150.0);
    assert_eq!(place(&app, 150.5), Ms(19_500));
}

#[test]
fn back_leads_to_the_start_of_what_waits_and_it_waits_again() {
    let mut app = waiting();
    press(&mut app, Key::Left, 400.0);
    assert_eq!(place(&app, 400.0), Ms::seconds(20));
    assert_eq!(why(&app), None);
    update(&mut app, Msg::Due, at(410.0));
    assert_eq!(why(&app), Some(Why::Waiting));
}

#[test]
fn help_opens_and_closes_without_going_on() {
    let mut app = waiting();
    press(&mut app, Key::Char('?'), 400.0);
    press(&mut app, Key::Char('?'), 500.0);
    assert_eq!(why(&app), Some(Why::Waiting));
    assert_eq!(place(&app, 501.0), Ms::seconds(30));
    // Help while it can be read goes on with the reading.
    let mut app = waiting();
    press(&mut app, Key::Char('?'), 125.0);
    press(&mut app, Key::Char('?'), 500.0);
    assert_eq!(place(&app, 501.0), Ms::seconds(26));
}

#[test]
fn setting_aside_and_sleep_do_not_go_on_either() {
    let mut app = waiting();
    press(&mut app, Key::Ctrl('z'), 400.0);
    update(&mut app, Msg::Away(at(400.0)), at(900.0));
    assert_eq!(why(&app), Some(Why::Waiting));
    // Who was away since before the stop is welcomed back where they were.
    let mut app = waiting();
    update(&mut app, Msg::Away(at(128.0)), at(900.0));
    assert_eq!(why(&app), Some(Why::Away));
    assert_eq!(place(&app, 901.0), Ms::seconds(28));
}

#[test]
fn a_last_wait_is_waited_for_and_then_the_session_closes() {
    let mut app = playing_this(session(vec![step(rest(20)), step(StepKind::Wait)]));
    for now in [130.0, 131.0, 900.0] {
        update(&mut app, Msg::Due, at(now));
        assert!(matches!(app.screen, Screen::Playing(_)), "at {now}");
    }
    press(&mut app, Key::Enter, 901.0);
    let Screen::Closing(closing) = &app.screen else {
        panic!("not closed")
    };
    assert!(!closing.early);
    let rings = closing.rings.as_ref().expect("the last bell rings");
    assert!(rings.transport.is_playing() && rings.stop.is_none());
}

#[test]
fn the_closing_shows_the_way_out_of_the_position_one_is_in() {
    let position = |app: &App| match &app.screen {
        Screen::Closing(closing) => closing.position().id.to_string(),
        _ => panic!("not closed"),
    };
    // Left by the water, and left in the other position.
    for (keys, expected) in [(0, "side-lying"), (1, "seated"), (2, "seated")] {
        let mut app = playing_this(everything());
        for key in 0..keys {
            press(&mut app, Key::Enter, 400.0 + f64::from(key) * 100.0);
        }
        press(&mut app, Key::Backspace, 900.0);
        assert_eq!(position(&app), expected, "after {keys} keys");
    }
}

#[test]
fn a_session_without_a_last_bell_closes_in_silence() {
    let mut quiet = session(vec![step(rest(20))]);
    quiet.sounds = Sounds {
        end: Sound::None,
        ..Sounds::default()
    };
    let mut app = playing_this(quiet);
    assert_eq!(update(&mut app, Msg::Due, at(120.0)), [Effect::Hear(None)]);
}

#[test]
fn a_change_of_pace_waits_on() {
    let breathing = StepKind::Breathe(breaths(2, [4, 0, 6]));
    let steps = [breathing.clone(), StepKind::Wait, breathing].map(step);
    let mut app = playing_this(session(steps.into()));
    press(&mut app, Key::Char('+'), 400.0);
    assert_eq!(why(&app), Some(Why::Waiting));
    assert_eq!(place(&app, 401.0), Ms::seconds(32));
    press(&mut app, Key::Enter, 500.0);
    let moment = app.screen.playing().unwrap().player.moment(at(500.0));
    assert_eq!(moment.step, 2);
}

/// The therapist's own exercise, in a window too small for its words.
fn small_window(then: Vec<Step>) -> App {
    let words = "word ".repeat(80);
    let text = crate::text::Clean::check(words.trim()).unwrap();
    let mut steps = vec![step(StepKind::External { text })];
    steps.extend(then);
    let mut app = playing_this(session(steps));
    app.look.size = (20, 6);
    app
}

fn page(app: &App, now: f64) -> u16 {
    let playing = app.screen.playing().unwrap();
    view::pages(app, playing, at(now)).unwrap().1
}

#[test]
fn a_long_text_turns_its_pages_in_the_time_it_takes_to_read() {
    let app = small_window(Vec::new());
    let playing = app.screen.playing().unwrap();
    let (pages, _) = view::pages(&app, playing, at(100.0)).unwrap();
    assert_eq!(pages, 4);
    let length = playing.player.timeline().length();
    assert_eq!(length, Ms::seconds(53));
    let (mut now, mut turns) = (at(100.0), Vec::new());
    while let Some(next) = next_change(&app, now).filter(|next| *next > now) {
        turns.push(next.since(at(100.0)).0);
        now = next;
    }
    assert_eq!(turns, [13_250, 26_500, 39_750, 53_000]);
    assert_eq!(
        [100.0, 114.0, 127.0, 152.9, 900.0].map(|now| page(&app, now)),
        [0, 1, 2, 3, 3]
    );
}

#[test]
fn the_keys_for_the_pace_turn_the_pages_of_a_long_text() {
    let mut app = small_window(vec![step(StepKind::Breathe(breaths(1, [4, 0, 6])))]);
    for (key, expected) in [
        (Key::Down, 1),
        (Key::Down, 2),
        (Key::Char('j'), 3),
        (Key::Down, 3),
        (Key::Up, 2),
    ] {
        press(&mut app, key, 101.0);
        assert_eq!(page(&app, 101.0), expected);
    }
    assert_eq!(page(&app, 900.0), 2, "whoever turned to a page stays there");
    assert_eq!(
        app.screen
            .playing()
            .unwrap()
            .player
            .choices()
            .pace
            .percent(),
        100
    );
    // Where all of it fits, they are the keys for the pace.
    app.look.size = (80, 24);
    press(&mut app, Key::Up, 102.0);
    assert_eq!(
        app.screen
            .playing()
            .unwrap()
            .player
            .choices()
            .pace
            .percent(),
        110
    );
}

#[test]
fn next_change_leads_through_every_kind_of_step() {
    let mut app = playing_this(everything());
    let (mut now, mut wakes, mut waits) = (at(100.0), 0, 0);
    while matches!(app.screen, Screen::Playing(_)) {
        if let Some(next) = next_change(&app, now) {
            assert!(next > now, "at {now:?}");
            (now, wakes) = (next, wakes + 1);
            update(&mut app, Msg::Due, now);
        } else {
            assert_eq!(why(&app), Some(Why::Waiting), "at {now:?}");
            (now, waits) = (now + Ms::seconds(60), waits + 1);
            update(&mut app, Msg::Key(Key::Enter), now);
        }
    }
    assert_eq!(waits, 3);
    // Paced breathing takes 110 s of it, at most thirty frames each; squeezes move far less.
    assert!(wakes < 110 * 30 + 1500, "{wakes} frames");
}

#[test]
fn squeezes_wake_no_more_often_than_the_picture_moves() {
    let mut app = playing_this(session(vec![step(squeezes(3, 4, 20)), step(rest(10))]));
    let steps = crate::view::picture_steps(&app, app.screen.playing().unwrap());
    let (mut now, mut wakes) = (at(100.0), 0);
    while now < at(172.0) {
        now = next_change(&app, now).unwrap();
        wakes += 1;
        update(&mut app, Msg::Due, now);
    }
    // Each opening and closing passes half the steps of the picture; minutes and words change, too.
    assert!(
        wakes <= 6 * steps.div_ceil(2) + 20,
        "{wakes} frames for {steps} steps"
    );
    let still = playing_this(session(vec![step(squeezes(3, 4, 20)), step(rest(10))]));
    let first = next_change(&still, at(100.0)).unwrap();
    assert_eq!(first, at(104.0), "nothing moves during the first squeeze");
}

#[test]
fn with_less_motion_only_what_is_said_wakes() {
    for motion in [view::Motion::Reduced, view::Motion::None] {
        let mut app = playing_this(everything());
        app.look.motion = motion;
        let (mut now, mut wakes) = (at(100.0), 0);
        while let Some(next) = next_change(&app, now) {
            (now, wakes) = (next, wakes + 1);
            update(&mut app, Msg::Due, now);
        }
        assert_eq!(why(&app), Some(Why::Waiting));
        assert!(wakes < 100, "{wakes} for {motion:?}");
    }
}

#[test]
fn any_key_in_any_order_leaves_any_session_standing() {
    let keys = [
        Key::Enter,
        Key::Char(' '),
        Key::Left,
        Key::Right,
        Key::Up,
        Key::Down,
        Key::Char('o'),
        Key::Char('?'),
        Key::Char('m'),
        Key::Char('a'),
        Key::Char('i'),
        Key::Char('x'),
        Key::Char('f'),
        Key::Ctrl('z'),
        Key::Other,
    ];
    for seed in 0..150 {
        let mut random = Random::new(seed);
        let mut app = playing_this(random.session());
        app.look.size = (random.below(90) as u16, random.below(30) as u16);
        let mut now = 99.0;
        for _ in 0..80 {
            now += random.below(30_000) as f64 / 1000.0;
            match random.below(8) {
                0 => {
                    update(&mut app, Msg::Away(at(now - 0.5)), at(now));
                }
                1 | 2 => {
                    update(&mut app, Msg::Due, at(now));
                }
                _ => {
                    press(
                        &mut app,
                        keys[random.below(keys.len() as u64) as usize],
                        now,
                    );
                }
            }
            let next = next_change(&app, at(now));
            // What has come to a stop or to its end is due already.
            let due = app.screen.playing().is_some_and(|playing| {
                playing.player.is_held(at(now)) || playing.player.is_over(at(now))
            });
            assert!(
                next.is_none_or(|next| due || next >= at(now)),
                "session {seed}"
            );
        }
    }
}
