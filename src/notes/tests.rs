//! What is told, and what somebody who follows makes of it.

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::player::Why;
use crate::script;
use crate::timeline::Choices;
use crate::words::ENGLISH;

const FILE: &str = r#"
softly = 1
title = "For two"
menu-title = "Evening"
[[step]]
rest = 20
say = "Here."
note = "Ask how the hip is."
[[step]]
title = "Slow"
breathe = { in = 4, out = 6 }
times = 6
at = { "10s" = "Easy." }
[[step]]
wait = true
[[step]]
rest = 20
"#;

fn at(seconds: f64) -> Now {
    Now::after(Duration::from_secs_f64(seconds))
}

fn player() -> Player {
    let session = script::check(FILE, "for-two").session.unwrap();
    Player::start(Arc::new(session), Choices::default(), true, at(0.0))
}

fn outline(player: &Player) -> Outline {
    Outline::new(&ENGLISH, player.session(), player.timeline())
}

#[test]
fn the_outline_has_the_notes_and_what_is_said() {
    let outline = outline(&player());
    assert_eq!(&*outline.title, "Evening", "the title that others may see");
    let titles: Vec<&str> = outline.parts.iter().map(|part| &*part.title).collect();
    assert_eq!(titles, ["Rest", "Slow", "A pause for you", "Rest"]);
    let notes: Vec<_> = outline
        .parts
        .iter()
        .map(|part| part.note.as_deref())
        .collect();
    assert_eq!(notes, [Some("Ask how the hip is."), None, None, None]);
    let waits: Vec<bool> = outline.parts.iter().map(|part| part.waits).collect();
    assert_eq!(waits, [false, false, true, false]);
    assert!(
        outline
            .lines
            .iter()
            .any(|(onset, line)| *onset == Ms::seconds(30) && &**line == "Easy.")
    );
}

#[test]
fn somebody_who_follows_knows_the_time_from_one_message() {
    let mut player = player();
    let mut followed = Followed::default();
    followed.take(Told::Outline(outline(&player)), at(1000.0));
    assert_eq!(followed.at(at(1001.0)), None, "it has not begun");
    followed.take(Told::Place(Place::of(&player, at(5.0))), at(1005.0));
    for (now, time, part) in [(1005.0, 5_000, 0), (1010.5, 10_500, 0), (1025.0, 25_000, 1)] {
        assert_eq!(followed.at(at(now)), Some(Ms(time)));
        assert_eq!(followed.part(at(now)), Some(part));
        assert!(followed.moves(at(now)));
    }
    let (onset, line) = followed.next_lines(at(1025.0)).next().unwrap();
    assert_eq!((*onset, &**line), (Ms::seconds(30), "Easy."));
    assert_eq!(followed.next_change(at(1010.5)), Some(at(1011.0)));
    player.pause(at(30.0), Why::Asked);
    followed.take(Told::Place(Place::of(&player, at(30.0))), at(1030.0));
    assert_eq!(followed.at(at(5000.0)), Some(Ms::seconds(30)));
    assert_eq!(followed.next_change(at(5000.0)), None);
}

#[test]
fn nobody_who_follows_runs_past_a_stop() {
    let player = player();
    let mut followed = Followed::default();
    followed.take(Told::Outline(outline(&player)), at(0.0));
    followed.take(Told::Place(Place::of(&player, at(5.0))), at(5.0));
    let stop = player.timeline().stop_after(Ms::ZERO).unwrap();
    assert_eq!(followed.at(at(9999.0)), Some(stop));
    assert!(!followed.moves(at(9999.0)));
}

#[test]
fn a_message_survives_the_way_and_cannot_bring_control_characters() {
    let player = player();
    for told in [
        Told::Outline(outline(&player)),
        Told::Place(Place::of(&player, at(3.0))),
        Told::Nothing,
    ] {
        let text = serde_json::to_string(&told).unwrap();
        assert!(!text.contains('\n'));
        assert_eq!(serde_json::from_str::<Told>(&text).unwrap(), told);
    }
    let hostile = r#"{"outline":{"title":"\u001b[2J","parts":[],"lines":[],"length":5}}"#;
    let Told::Outline(read) = serde_json::from_str(hostile).unwrap() else {
        panic!("not an outline")
    };
    assert!(!read.title.chars().any(char::is_control));
    assert!((read.title.len() as u64) < LONGEST);
}

#[test]
fn nothing_chosen_is_nothing_known() {
    let player = player();
    let mut followed = Followed::default();
    followed.take(Told::Outline(outline(&player)), at(0.0));
    followed.take(Told::Nothing, at(1.0));
    assert_eq!(followed, Followed::default());
}
