//! What is said while a session plays, with its times.

use super::*;
use crate::app::built_in_entries;
use crate::language::Language;
use crate::plain::announce::{Announced, Announcer};
use crate::session::sample::everything;
use crate::time::Ms;
use crate::timeline::{Timeline, compile};
use crate::words::Words;

/// Everything that is said, each line with the place at which it is.
fn timed(timeline: &Timeline, announce: Announce, listens: bool) -> Vec<(Ms, String)> {
    timed_in(&ENGLISH, timeline, announce, listens)
}

fn timed_in(
    words: &'static Words,
    timeline: &Timeline,
    announce: Announce,
    listens: bool,
) -> Vec<(Ms, String)> {
    let about = Announced {
        words,
        timeline,
        announce,
        listens,
    };
    let mut announcer = Announcer::default();
    let mut said = Vec::new();
    while let Some(at) = announcer.next(about).filter(|at| *at < timeline.length()) {
        let lines = announcer.catch_up(about, at + Ms(1), true);
        let lines = lines.iter().flat_map(|line| line.lines());
        said.extend(lines.map(|line| (at, line.to_owned())));
    }
    said
}

fn page(said: &[(Ms, String)]) -> String {
    let lines = said.iter();
    let lines = lines.map(|(at, line)| format!("{:>6.1} {line}", at.as_seconds_f64()));
    lines.collect::<Vec<_>>().join("\n")
}

fn text(said: &[(Ms, String)]) -> String {
    let lines = said.iter().map(|(_, line)| &**line);
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_rhythm_is_told_until_it_is_known() {
    let timeline = compile(&session(FILE), &Choices::default());
    insta::assert_snapshot!(page(&timed(&timeline, Announce::Phase, true)));
}

/// A session with every kind of step, as it is said to somebody who can answer, or to nobody.
fn everything_said(listens: bool) -> String {
    let choices = Choices {
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    let timeline = compile(&everything(), &choices);
    text(&timed(&timeline, Announce::Phase, listens))
}

#[test]
fn every_kind_of_step_is_said_in_whole_sentences() {
    insta::assert_snapshot!(everything_said(true));
}

#[test]
fn where_nobody_can_answer_nothing_asks_for_a_key() {
    let (heard, flowing) = (everything_said(true), everything_said(false));
    assert!(heard.contains("Enter goes on") && !flowing.contains("Enter"));
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
    let choices = Choices {
        holds: true,
        ..Choices::default()
    };
    let timeline = compile(&session(file), &choices);
    let said = timed(&timeline, Announce::Phase, true);
    let lines = || said.iter().map(|(_, line)| line);
    assert!(lines().all(|line| !line.contains(", 0.")), "{said:?}");
    for word in ["Stay", "Rest"] {
        assert!(lines().any(|line| line.starts_with(word)), "{said:?}");
    }
}

#[test]
fn the_first_word_of_a_breath_comes_on_time_and_so_does_every_other() {
    for language in Language::ALL {
        for entry in built_in_entries(language) {
            let timeline = compile(entry.session().unwrap(), &Choices::default());
            let words = language.words();
            let said = timed_in(words, &timeline, Announce::Phase, true);
            for segment in timeline.segments() {
                let Some(phase) = segment.activity.phase() else {
                    continue;
                };
                let label = words.short_phase(phase).to_lowercase();
                let begins = |line: &str| line.to_lowercase().starts_with(&*label);
                let mut at_once = said.iter().filter(|(at, _)| *at == segment.onset);
                let first = at_once.next().map(|(_, line)| &**line);
                assert!(first.is_some_and(begins), "{}: {first:?}", entry.id);
            }
        }
    }
}

#[test]
fn a_part_is_announced_in_what_is_quiet_before_it() {
    let file = r#"
softly = 1
title = "Parts"
[[step]]
rest = 20
say = "Arrive."
[[step]]
title = "An easy pace"
breathe = { in = 4, out = 4 }
times = 2
say = "There is no need to follow."
[[step]]
title = "A longer way out"
breathe = { in = 4, out = 6 }
times = 2
say = "A little slower now."
[[step]]
rest = 10
"#;
    let timeline = compile(&session(file), &Choices::default());
    insta::assert_snapshot!(page(&timed(&timeline, Announce::Phase, true)));
}

#[test]
fn what_belongs_to_a_sip_is_said_when_there_is_time_for_it() {
    let file = r#"
softly = 1
title = "Sighs"
[[step]]
breathe = { in = 3, sip = 1, out = 7 }
times = 2
cues = { sip = ["A plain sigh works too, and so does none."] }
"#;
    let timeline = compile(&session(file), &Choices::default());
    let said = text(&timed(&timeline, Announce::Phase, true));
    assert!(
        said.contains("A sip more.\nOut. A plain sigh works too, and so does none."),
        "{said}"
    );
}
