//! What plain mode says, read aloud.

use super::*;
use crate::script;
use crate::session::sample::everything;
use crate::timeline::{Anchor, Choices, compile};
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
    insta::assert_snapshot!(opening(&ENGLISH, &session, &Choices::default()));
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
fn with_another_anchor_no_breath_is_told_and_the_anchor_is() {
    let session = script::check(FILE, "test").session.unwrap();
    let choices = Choices {
        anchor: Anchor::Hands,
        ..Choices::default()
    };
    let timeline = compile(&session, &choices);
    let announcer = Announcer::new(&ENGLISH, &timeline, true);
    let lines = announcer.lines_between(Ms::ZERO..timeline.length() + Ms(1));
    let expected = [
        "Part 1 of 3: Rest. 10 seconds.",
        "Arrive.",
        "Part 2 of 3: Slow breathing. 52.5 seconds.",
        "The hands, wherever they are.",
        "Part 3 of 3: Slower. 45 seconds.",
        "Thank you for being here.",
    ];
    assert_eq!(lines, expected);
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

#[test]
fn a_stay_or_a_rest_too_short_to_be_heard_is_not_said() {
    let file = r#"
softly = 1
title = "Ramp"
holds = true
[[step]]
breathe = { in = 4, out = 4 }
ramp-to = { in = 4, hold = 3, out = 6, rest = 3 }
for = "2m"
"#;
    let session = script::check(file, "ramp").session.unwrap();
    let choices = Choices {
        holds: true,
        ..Choices::default()
    };
    let timeline = compile(&session, &choices);
    let lines =
        Announcer::new(&ENGLISH, &timeline, true).lines_between(Ms::ZERO..timeline.length());
    assert!(lines.iter().all(|line| !line.contains(", 0.")), "{lines:?}");
    for said in ["Stay", "Rest"] {
        assert!(lines.iter().any(|line| line.starts_with(said)), "{lines:?}");
    }
}
