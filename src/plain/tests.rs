//! What plain mode says, read aloud.

use super::*;
use crate::script;
use crate::session::sample::everything;
use crate::timeline::{Choices, compile};
use crate::words::ENGLISH;

const FILE: &str = r#"
softly = 1
title = "Test"
[[step]]
rest = 10
say = "Arrive."
[[step]]
title = "Slow breathing"
breathe = { in = 4, out = 6.5 }
times = 5
[[step]]
title = "Slower"
breathe = { in = 4, out = 4 }
ramp-to = { in = 4, out = 6 }
times = 5
cues = { out = ["", "Softer.", ""] }
"#;

#[test]
fn the_rhythm_is_told_until_it_is_known() {
    let session = script::check(FILE, "test").session.unwrap();
    let timeline = compile(&session, &Choices::default());
    let announcer = Announcer::new(&ENGLISH, &timeline, true);
    let whole = Ms::ZERO..timeline.length() + Ms(1);
    let lines: Vec<String> = announcer.lines_between(whole);
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_opening_says_how_to_settle_and_what_to_know() {
    let session = script::check(FILE, "test").session.unwrap();
    let timeline = compile(&session, &Choices::default());
    insta::assert_snapshot!(opening(
        &ENGLISH,
        &session,
        &session.positions[0],
        &timeline
    ));
}

/// A session with every kind of step, as it is said to somebody who can answer, or to nobody.
fn everything_said(listens: bool) -> String {
    let choices = Choices {
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    let timeline = compile(&everything(), &choices);
    let announcer = Announcer::new(&ENGLISH, &timeline, listens);
    announcer
        .lines_between(Ms::ZERO..timeline.length() + Ms(1))
        .join("\n")
}

#[test]
fn every_kind_of_step_is_said_in_whole_sentences() {
    insta::assert_snapshot!(everything_said(true));
}

#[test]
fn where_nobody_can_answer_nothing_asks_for_a_key() {
    let (heard, flowing) = (everything_said(true), everything_said(false));
    assert!(heard.contains("Enter goes on") && !flowing.contains("Enter"));
    let changed = |(a, b): &(&str, &str)| a != b;
    let pairs = heard.lines().zip(flowing.lines()).filter(changed);
    let flowing: Vec<&str> = pairs.map(|(_, flowing)| flowing).collect();
    insta::assert_snapshot!(flowing.join("\n"));
}
