//! The player, through pauses, skips and changes of pace.

use std::time::Duration;

use super::*;
use crate::script;
use crate::session::StepKind;
use crate::session::sample::random::Random;
use crate::session::sample::{breaths, rest, session, step};
use crate::timeline::Pace;

const FILE: &str = r#"
softly = 1
title = "Test"
[[step]]
rest = 10
[[step]]
breathe = { in = 4, out = 6 }
times = 6
[[step]]
rest = 10
"#;

fn at(seconds: f64) -> Now {
    Now::after(Duration::from_secs_f64(seconds))
}

fn player() -> Player {
    let session = script::check(FILE, "test").session.unwrap();
    Player::start(Arc::new(session), Choices::default(), true, at(100.0))
}

#[test]
fn pausing_keeps_the_place_and_going_on_starts_a_fresh_breath() {
    let mut player = player();
    player.pause(at(127.0), Why::Asked);
    assert_eq!(
        player.at(at(500.0)),
        Ms::seconds(27),
        "in the second breath, breathing out"
    );
    player.go_on(at(500.0));
    assert_eq!(
        player.at(at(500.0)),
        Ms::seconds(20),
        "at the start of that breath"
    );
    assert_eq!(player.at(at(501.0)), Ms::seconds(21));
}

#[test]
fn a_phase_held_open_goes_on_just_where_it_is() {
    let mut player = player();
    player.hold_open(at(127.0));
    assert_eq!(player.at(at(500.0)), Ms::seconds(27));
    player.pause(at(400.0), Why::Away);
    player.go_on(at(500.0));
    assert_eq!(player.at(at(501.0)), Ms::seconds(28));
}

#[test]
fn somebodys_breath_is_followed_in_length_and_from_its_beginning() {
    // The breaths are written as ten seconds, the second one from 0:20 on.
    for (tapped, length, place) in [(122.0, 5, 20_000), (128.0, 5, 20_000), (125.0, 20, 20_000)] {
        let mut player = player();
        player.follow_breath(Ms::seconds(length), at(tapped));
        let here = player.at(at(tapped));
        let breath = player.timeline().breath_at(here).unwrap();
        assert_eq!(here, breath.start, "a breath begins with the tap");
        assert_eq!(breath.end - breath.start, Ms::seconds(length));
        let first = Ms::seconds(10);
        let breaths = (here - first).0 / (length * 1000);
        let expected = (place - first.0) / 10_000 + u64::from(tapped > 125.5);
        assert_eq!(breaths, expected, "at {tapped}");
    }
}

#[test]
fn where_nothing_is_paced_a_tap_changes_nothing() {
    let mut player = player();
    player.follow_breath(Ms::seconds(3), at(105.0));
    assert_eq!(player.choices(), &Choices::default());
    assert_eq!(player.at(at(105.0)), Ms::seconds(5));
}

#[test]
fn pausing_twice_keeps_the_first_reason() {
    let mut player = player();
    player.pause(at(105.0), Why::Asked);
    player.pause(at(190.0), Why::Away);
    assert_eq!(
        player.transport(),
        Transport::Paused {
            at: Ms::seconds(5),
            why: Why::Asked
        }
    );
}

#[test]
fn pausing_in_hindsight_goes_back_to_where_the_person_was() {
    let mut player = player();
    assert_eq!(player.at(at(160.0)), Ms::seconds(60));
    player.pause(at(112.0), Why::Away);
    assert_eq!(player.at(at(160.0)), Ms::seconds(12));
}

#[test]
fn skipping_while_paused_stays_paused() {
    let mut player = player();
    player.pause(at(101.0), Why::Asked);
    player.skip(at(102.0));
    assert!(!player.transport().is_playing());
    assert_eq!(player.at(at(300.0)), Ms::seconds(10));
}

#[test]
fn the_last_skip_ends_the_session() {
    let mut player = player();
    for _ in 0..3 {
        player.skip(at(101.0));
    }
    assert!(player.is_over(at(101.0)));
}

#[test]
fn a_slower_breath_goes_on_from_the_same_point_of_it() {
    let mut player = player();
    let now = at(127.0);
    let before = player.moment(now).level;
    let pace = Pace::default().longer();
    player.choose(
        Choices {
            pace,
            ..Choices::default()
        },
        now,
    );
    assert!((player.moment(now).level - before).abs() < 0.01);
    assert_eq!(player.timeline().length(), Ms::seconds(86));
}

/// Thirty seconds of rest, water, a rest, and a last wait; the waits take ten seconds to read.
fn waiting(listens: bool) -> Player {
    let session = session(vec![
        step(rest(30)),
        step(StepKind::Wait),
        step(rest(20)),
        step(StepKind::Wait),
    ]);
    Player::start(Arc::new(session), Choices::default(), listens, at(100.0))
}

#[test]
fn at_a_stop_the_place_stands_still_however_late_anybody_looks() {
    let mut player = waiting(true);
    assert_eq!(player.timeline().stops(), [40, 70].map(Ms::seconds));
    for (now, place) in [(139.9, 39_900), (140.0, 40_000), (90_000.0, 40_000)] {
        assert_eq!(player.at(at(now)), Ms(place));
    }
    assert!(!player.is_held(at(139.9)) && player.is_held(at(140.0)));
    assert_eq!(
        player.moment(at(90_000.0)).step,
        1,
        "what comes next has not begun"
    );
    assert_eq!(player.begun(at(90_000.0)), Ms::seconds(40));
    player.hold(at(139.9));
    assert!(player.transport().is_playing());
    player.hold(at(90_000.0));
    let waits = Transport::Paused {
        at: Ms::seconds(40),
        why: Why::Waiting,
    };
    assert_eq!(player.transport(), waits);
    assert_eq!(player.moment(at(90_000.0)).step, 1);
}

#[test]
fn after_a_stop_the_place_follows_from_the_instant_of_going_on_alone() {
    for late in [0.0, 0.001, 7.0, 1e6] {
        let mut player = waiting(true);
        player.hold(at(140.0 + late));
        let on = 141.5 + 2.0 * late;
        player.go_on(at(on));
        for (after, place) in [
            (0.0, 40_000),
            (0.25, 40_250),
            (29.999, 69_999),
            (50.0, 70_000),
        ] {
            let now = at(on + after);
            assert!(player.at(now).0.abs_diff(place) <= 1, "{late} {after}");
        }
        assert_eq!(player.moment(at(on)).step, 2);
        assert!(
            !player.is_over(at(on + 1e6)),
            "the last wait is a wait, too"
        );
        player.go_on(at(on + 1e6));
        assert!(player.is_over(at(on + 1e6)));
    }
}

#[test]
fn a_key_while_it_can_be_read_goes_on_at_once() {
    let mut player = waiting(true);
    assert!(!player.awaits(at(120.0)) && player.awaits(at(131.0)));
    player.go_on(at(131.0));
    assert_eq!(player.at(at(131.0)), Ms::seconds(40));
    assert_eq!(player.moment(at(131.0)).step, 2);
    assert!(player.transport().is_playing() && !player.awaits(at(131.0)));
}

#[test]
fn skipping_and_going_back_work_around_a_stop() {
    type Go = fn(&mut Player, Now);
    let table: [(Go, f64, u64); 6] = [
        // While it can be read, and while it waits.
        (Player::skip, 135.0, 40),
        (Player::skip, 500.0, 40),
        (Player::back, 135.0, 30),
        (Player::back, 500.0, 30),
        // Before it, and within the first seconds of it.
        (Player::skip, 120.0, 30),
        (Player::back, 131.0, 0),
    ];
    for (number, (go, now, place)) in table.into_iter().enumerate() {
        let mut player = waiting(true);
        go(&mut player, at(now));
        assert_eq!(player.at(at(now)), Ms::seconds(place), "{number}");
        assert!(player.transport().is_playing(), "{number}");
    }
}

#[test]
fn a_pause_in_what_waits_keeps_its_own_reason_and_leads_back_into_it() {
    let mut player = waiting(true);
    player.pause(at(135.0), Why::Away);
    let away = Transport::Paused {
        at: Ms::seconds(35),
        why: Why::Away,
    };
    assert_eq!(player.transport(), away);
    player.go_on(at(400.0));
    assert_eq!(player.at(at(401.0)), Ms::seconds(36));
    assert!(player.is_held(at(900.0)));
    // Once it waits, it waits for a key and nothing else.
    player.pause(at(900.0), Why::Away);
    assert!(matches!(
        player.transport(),
        Transport::Paused {
            why: Why::Waiting,
            ..
        }
    ));
}

#[test]
fn who_was_away_before_a_stop_comes_back_before_it() {
    let mut player = waiting(true);
    player.pause(at(138.0), Why::Away);
    assert_eq!(player.at(at(9000.0)), Ms::seconds(38));
}

#[test]
fn where_nobody_can_press_a_key_nothing_waits() {
    let mut player = waiting(false);
    assert!(!player.awaits(at(135.0)));
    player.hold(at(150.0));
    assert_eq!(player.at(at(150.0)), Ms::seconds(50));
    assert_eq!(player.begun(at(140.0)), Ms(40_001));
    assert!(player.is_over(at(170.0)));
    assert_eq!(player.hearing(false, Mix::default()).stop, None);
}

#[test]
fn the_sound_knows_where_it_ends() {
    let mut player = waiting(true);
    assert_eq!(
        player.hearing(false, Mix::default()).stop,
        Some(Ms::seconds(40))
    );
    player.hold(at(140.0));
    assert_eq!(player.hearing(false, Mix::default()).stop, None);
    player.go_on(at(150.0));
    player.skip(at(150.0));
    player.skip(at(150.0));
    // The end of the session is no stop: the last bell rings on.
    assert!(player.is_over(at(150.0)));
    assert_eq!(player.hearing(false, Mix::default()).stop, None);
}

#[test]
fn a_change_of_pace_while_it_waits_goes_on_waiting_at_the_same_stop() {
    let breathing = StepKind::Breathe(breaths(6, [4, 0, 6]));
    let steps = [breathing.clone(), StepKind::Wait, breathing].map(step);
    let session = Arc::new(session(steps.into()));
    let mut player = Player::start(session, Choices::default(), true, at(100.0));
    player.hold(at(170.0));
    let pace = Pace::default().longer();
    let slower = Choices {
        pace,
        ..Choices::default()
    };
    player.choose(slower, at(180.0));
    let waits = Transport::Paused {
        at: Ms::seconds(76),
        why: Why::Waiting,
    };
    assert_eq!(player.transport(), waits);
    assert_eq!(player.moment(at(181.0)).step, 1);
    player.go_on(at(200.0));
    assert_eq!(player.at(at(201.0)), Ms::seconds(77));
}

/// One thing that somebody does, or that happens.
fn happen(player: &mut Player, what: u64, now: Now) {
    let mut choices = player.choices().clone();
    match what {
        0 => player.pause(now, Why::Asked),
        1 => player.pause(now, Why::Away),
        2 | 3 => player.go_on(now),
        4 => player.skip(now),
        5 => player.back(now),
        6 => {
            choices.pace = choices.pace.longer();
            player.choose(choices, now);
        }
        7 => {
            choices.own_pace = !choices.own_pace;
            player.choose(choices, now);
        }
        _ => player.hold(now),
    }
}

#[test]
fn whatever_anybody_does_the_place_only_moves_on_and_never_past_a_stop() {
    for seed in 0..300 {
        let mut random = Random::new(seed);
        let session = random.session();
        let choices = random.choices(&session);
        let mut player = Player::start(Arc::new(session), choices, true, at(0.0));
        let mut clock = 0;
        for _ in 0..60 {
            happen(
                &mut player,
                random.below(14),
                Now::after(Duration::from_millis(clock)),
            );
            let before = Now::after(Duration::from_millis(clock));
            let place = player.at(before);
            let stop = player.timeline().stop_after(place);
            clock += random.below(20_000);
            let now = Now::after(Duration::from_millis(clock));
            let then = player.at(now);
            assert!(
                place <= then && then <= player.timeline().length(),
                "session {seed}"
            );
            assert!(then - place <= now.since(before), "session {seed}");
            assert!(stop.is_none_or(|stop| then <= stop), "session {seed}");
            let step = player.moment(now).step;
            let waits = player.timeline().steps()[step].kind.waits();
            assert!(!player.is_held(now) || waits, "session {seed}");
        }
    }
}

#[test]
fn going_to_a_part_plays_on_from_there_as_before() {
    type Before = fn(&mut Player);
    let table: [(&str, Before, bool); 3] = [
        ("playing", |_| {}, true),
        (
            "paused",
            |player| player.pause(at(120.0), Why::Asked),
            false,
        ),
        // What waits keeps nobody there.
        ("waiting", |player| player.hold(at(500.0)), true),
    ];
    for (name, before, plays) in table {
        for (part, onset) in [(0, 0), (1, 30), (2, 40), (3, 60)] {
            let mut player = waiting(true);
            before(&mut player);
            player.go_to_part(part, at(600.0));
            assert_eq!(player.transport().is_playing(), plays, "{name}");
            assert_eq!(player.at(at(600.0)), Ms::seconds(onset), "{name} to {part}");
            assert!(!player.is_held(at(600.0)), "{name} to {part}");
        }
    }
}
