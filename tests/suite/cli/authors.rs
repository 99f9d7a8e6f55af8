//! What authors of session files are told: findings in sentences, more about a rule, and what a
//! session looks like on a page.

use serde_json::Value;

use super::sandbox::Sandbox;
use super::{FINE, THREE_MISTAKES};

#[test]
fn check_speaks_in_sentences_where_that_is_asked_for() {
    let sandbox = Sandbox::new();
    sandbox.file("evening.toml", THREE_MISTAKES);
    sandbox.file("fine.toml", FINE);
    let told = sandbox.softly(&["check", "--format", "plain", "evening.toml", "fine.toml"]);
    insta::assert_snapshot!(told, @r#"
    evening.toml: 3 things to mend.

    1 of 3. Line 3, above the first step, at "positon":
    Softly does not know "positon".
    Did you mean "position"?
    You could write: position = "seated".

    2 of 3. Line 6, in step 1, at "30 secs.":
    This is not a time that softly can read.
    Write seconds as a number, 4 or 4.5, or a time with its unit: "30s", "1m 30s", "5m".

    3 of 3. Line 10, in step 2, at "600":
    One part of a breath lasts from half a second to 60 seconds, and this is 10 minutes.
    Too long.
    An easy breath is about four in and six out.

    That is the end of the list. The file can be used when these things are mended.
    To read more: softly explain bad-time out-of-range

    fine.toml: nothing to mend. It takes 1:00.
    --- exit 1
    "#);
    assert_eq!(
        sandbox.softly(&["check", "--plain", "evening.toml", "fine.toml"]),
        told
    );
    let sandbox = sandbox.variable("ACCESSIBLE", "1");
    assert_eq!(
        sandbox.softly(&["check", "evening.toml", "fine.toml"]),
        told
    );
    let ran = sandbox.run(&["play", "evening.toml"]);
    assert!(
        ran.stderr.starts_with("evening.toml: 3 things to mend.\n"),
        "{ran}"
    );
    let drawn = sandbox.softly(&["check", "--format", "human", "evening.toml"]);
    assert!(
        drawn.contains("━━━━━━━ did you mean `position`?"),
        "{drawn}"
    );
}

#[test]
fn explain_tells_more_about_what_check_found() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.softly(&["explain", "two-actions"]), @r#"
    two-actions (error)
    A step does more than one thing.

    A step does exactly one thing, so that it is always clear what a person is
    invited to do. When there are two, softly cannot tell which comes first.

    Put [[step]] on a line of its own above the second thing, to make it the next
    step. What a repeat repeats stands in steps, each step in curly brackets.

    Before
        softly = 1
        title = "A quiet evening"

        [[step]]
        rest = "30s"
        breathe = { in = 4, out = 6 }
        times = 6

    After
        softly = 1
        title = "A quiet evening"

        [[step]]
        rest = "30s"

      ▸ [[step]]
        breathe = { in = 4, out = 6 }
        times = 6
    --- exit 0
    "#);
    insta::assert_snapshot!(sandbox.softly(&["explain", "bad-tiem"]), @r#"
    --- stderr
    softly: there is no rule called "bad-tiem". Did you mean bad-time?
    --- exit 2
    "#);
    insta::assert_snapshot!(sandbox.softly(&["explain", "xyzzy"]), @r#"
    --- stderr
    softly: there is no rule called "xyzzy". softly explain lists them all.
    --- exit 2
    "#);
    let all = sandbox.run(&["explain"]).stdout;
    for words in ["Errors:", "Warnings:", "  bad-time  ", "  late-line  "] {
        assert!(all.contains(words), "{words}");
    }
    let json = sandbox.run(&["explain", "--json"]).stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert!(json.as_array().unwrap().len() > 30);
    let json = sandbox.run(&["explain", "short-step", "--json"]).stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json[0]["rule"], &json[0]["severity"]),
        (&"short-step".into(), &"warning".into())
    );
    assert!(
        json[0]["after"]
            .as_str()
            .unwrap()
            .ends_with("for = \"5m\"\n")
    );
}

#[test]
fn every_rule_that_check_names_can_be_explained() {
    let sandbox = Sandbox::new();
    sandbox.file("evening.toml", THREE_MISTAKES);
    let checked = sandbox.run(&["check", "evening.toml"]).stdout;
    let command = checked
        .lines()
        .find_map(|line| line.strip_prefix("To read more: softly "));
    let arguments: Vec<_> = command.unwrap().split(' ').collect();
    let told = sandbox.run(&arguments);
    assert_eq!((told.code, told.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        told.stdout.matches("\nBefore\n").count(),
        arguments.len() - 1
    );
}

#[test]
fn show_draws_a_session_and_only_tells_it_where_that_is_asked_for() {
    let sandbox = Sandbox::new();
    sandbox.file("fine.toml", FINE);
    let drawn = sandbox.softly(&["show", "fine.toml"]);
    insta::assert_snapshot!(drawn, @"
    A quiet minute                                                              1:00
    By Jane Doe. Not yet reviewed by a clinician.

    Positions: However you like.

    Good to know
    · Light-headed: breathe as usual.

         1
         ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
         ┬───────────┬────────────┬───────────┬────────────┬───────────┬───────────┬
         0:00        0:10         0:20        0:30         0:40        0:50     1:00

         ░░ rest

    ░ 1  0:00  Rest                                                             1:00
         0:00    Nothing to do.

    Altogether 1:00. It can be made 1 to 4 minutes long with --minutes.
    --- exit 0
    ");
    let told = sandbox.softly(&["show", "--plain", "fine.toml"]);
    insta::assert_snapshot!(told, @"
    A quiet minute. 1 minute, 1 part.
    By Jane Doe. Not yet reviewed by a clinician.

    Positions: However you like.

    Good to know
    Light-headed: breathe as usual.

    0:00  Part 1 of 1: Rest. 1 minute.
    0:00  Nothing to do.

    Altogether 1:00. It can be made 1 to 4 minutes long with --minutes.
    --- exit 0
    ");
    let ascii = Sandbox::new().variable("LC_ALL", "C");
    let drawn = ascii.run(&["show", "first-soft-breaths"]).stdout;
    assert!(drawn.is_ascii(), "{drawn}");
    let accessible = sandbox.variable("ACCESSIBLE", "1");
    assert_eq!(accessible.softly(&["show", "fine.toml"]), told);
}

#[test]
fn show_tells_other_programs_about_lengths_and_pace() {
    let ran = Sandbox::new().run(&["show", "first-soft-breaths", "--json"]);
    let shown: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(shown["lengths"]["written"], shown["length"]);
    assert!(shown["lengths"]["shortest"].as_u64() < shown["length"].as_u64());
    let step = &shown["steps"][3];
    assert_eq!(step["title"], "A little slower");
    assert_eq!(step["breaths_per_minute"]["from"], 6.67);
    assert_eq!(shown["steps"][0]["breaths_per_minute"], Value::Null);
    assert_eq!(shown.get("notes"), None);
}

#[test]
fn notes_for_the_therapist_are_asked_for() {
    let ran = Sandbox::new().run(&["show", "legs-resting", "--notes"]);
    let none = "There are no notes for the therapist in this session.\n";
    assert!(ran.stdout.contains(none), "{ran}");
    let ran = Sandbox::new().run(&["show", "legs-resting"]);
    assert!(!ran.stdout.contains("therapist"), "{ran}");
}
