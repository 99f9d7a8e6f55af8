//! What plain mode says, read aloud.

use super::*;
use crate::script;
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
    let announcer = Announcer::new(&ENGLISH, &timeline);
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
