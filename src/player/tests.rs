//! The player, through pauses, skips and changes of pace.

use std::time::Duration;

use super::*;
use crate::script;
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
