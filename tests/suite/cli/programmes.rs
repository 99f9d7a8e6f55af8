//! Weeks of practice on the command line: shown, followed, and moved by hand.

mod own;

use serde_json::Value;

use super::FINE;
use super::sandbox::Sandbox;

/// A programme of one's own, with one of softly's sessions, one of one's own and one that is not there.
const OWN: &str = r#"softly-programme = 1
title = "Quiet evenings"
by = "Jane Doe"

[[week]]
title = "Resting"
about = "To see what suits you."
invite = [
  { session = "legs-resting", times = "2-3", shorter = true },
  { session = "evening", own-pace = true, note = "Or any other evening." },
  { session = "not-there" },
]
cards = ["breath-and-floor"]
ask = "What was easy?"

[[week]]
title = "A little more"
gate = "therapist"
invite = [{ external = "The bridge, as we practised it.", times = 2 }]
otherwise = [{ say = "Anything from the week before." }]
"#;

/// A home with a programme and a session of one's own.
pub(super) fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.own("quiet-evenings.toml", OWN);
    sandbox.own("evening.toml", FINE);
    sandbox
}

/// What is kept.
pub(super) fn kept(sandbox: &Sandbox) -> Option<String> {
    sandbox.read_home("share/softly/kept.toml")
}

#[test]
fn programmes_are_listed_and_those_of_ones_own_join_them() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.softly(&["programme"]), @"
    finding-softness   4 weeks  Finding Softness
    settling-first     4 weeks  Settling First
    soft-then-moving   4 weeks  Soft, Then Moving
    quiet-evenings     2 weeks  Quiet evenings

    softly programme NAME shows one. softly programme follow NAME follows it.
    --- exit 0
    ");
    let listed = sandbox.run(&["list"]).stdout;
    assert!(!listed.contains("quiet-evenings"), "{listed}");
    assert!(listed.contains("evening  "), "{listed}");
}

#[test]
fn a_programme_is_shown_whole_or_week_by_week() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.softly(&["programme", "quiet-evenings"]), @"
    Quiet evenings
    By Jane Doe. Not yet reviewed by a clinician.

    Week 1 of 2: Resting
    To see what suits you.

      · Legs Resting, 5:38, the shorter version, 2 to 3 times
      · A quiet minute, 1:00, at your own pace
        Or any other evening.
      · not-there, not on this machine

    To read, if you like
      · Breath and floor

    A question for yourself, if you like: What was easy?

    Week 2 of 2: A little more

    This week is meant to be chosen together with a pelvic-health therapist.
      · The bridge, as we practised it (twice)
    Until then, there is this:
      · Anything from the week before.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "quiet-evenings", "--week", "2"]), @"
    Quiet evenings

    Week 2 of 2: A little more

    This week is meant to be chosen together with a pelvic-health therapist.
      · The bridge, as we practised it (twice)
    Until then, there is this:
      · Anything from the week before.

    This is the last week. Any week can be stayed with, or come back to.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "Quiet Evenings", "--plain", "--week", "1"]), @"
    Quiet evenings

    Week 1 of 2: Resting
    To see what suits you.

    Legs Resting, 5 minutes 38 seconds, the shorter version, 2 to 3 times.
    A quiet minute, 1 minute, at your own pace.
    Or any other evening.
    not-there, not on this machine.

    To read, if you like:
    Breath and floor.

    A question for yourself, if you like: What was easy?

    Next, whenever you like: A little more.
    --- exit 0
    ");
    assert_eq!(kept(&sandbox), None, "to look keeps nothing");
}

#[test]
fn a_programme_is_followed_week_by_week_and_only_when_asked() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.softly(&["programme", "follow", "quiet-evenings"]), @"
    Quiet evenings
    You are in this week.

    Week 1 of 2: Resting
    To see what suits you.

      · Legs Resting, 5:38, the shorter version, 2 to 3 times
      · A quiet minute, 1:00, at your own pace
        Or any other evening.
      · not-there, not on this machine

    To read, if you like
      · Breath and floor

    A question for yourself, if you like: What was easy?

    Next, whenever you like: A little more.

    To begin: softly play legs-resting --without-optional
    To read: softly cards breath-and-floor
    --- exit 0
    ");
    insta::assert_snapshot!(kept(&sandbox).unwrap_or_default(), @r#"
    # What you chose in softly. Nothing else is kept, and nothing is sent anywhere.
    # You can change or delete this file whenever you like; softly forget does it, too.
    programme = "quiet-evenings"
    week = 1
    "#);
    insta::assert_snapshot!(sandbox.softly(&["programme", "next"]), @"
    Quiet evenings
    You are in this week.

    Week 2 of 2: A little more

    This week is meant to be chosen together with a pelvic-health therapist.
    Until then, there is this:
      · Anything from the week before.

    This is the last week. Any week can be stayed with, or come back to.

    My therapist and I chose this: softly programme follow quiet-evenings --with-therapist.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "next"]), @"
    This is the last week. Any week can be stayed with, or come back to.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme"]), @"
    Quiet evenings
    You are in this week.

    Week 2 of 2: A little more

    This week is meant to be chosen together with a pelvic-health therapist.
    Until then, there is this:
      · Anything from the week before.

    This is the last week. Any week can be stayed with, or come back to.

    My therapist and I chose this: softly programme follow quiet-evenings --with-therapist.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "follow", "quiet-evenings", "--with-therapist"]), @"
    Quiet evenings
    You are in this week.

    Week 2 of 2: A little more

    You and your therapist chose this week.
      · The bridge, as we practised it (twice)

    This is the last week. Any week can be stayed with, or come back to.

    --- exit 0
    ");
    insta::assert_snapshot!(kept(&sandbox).unwrap_or_default(), @r#"
    # What you chose in softly. Nothing else is kept, and nothing is sent anywhere.
    # You can change or delete this file whenever you like; softly forget does it, too.
    programme = "quiet-evenings"
    week = 2
    with-therapist = true
    "#);
    sandbox.softly(&["programme", "back"]);
    insta::assert_snapshot!(sandbox.softly(&["programme", "back"]), @"
    This is the first week.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "week", "3"]), @"
    --- stderr
    softly: Quiet evenings has 2 weeks, counted from 1.
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "leave"]), @"
    Quiet evenings is not followed any more. It can be taken up again at any time.
    --- exit 0
    ");
    assert_eq!(kept(&sandbox), None, "there is nothing to keep any more");
    insta::assert_snapshot!(sandbox.softly(&["programme", "leave"]), @"
    No programme is followed.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "next"]), @"
    --- stderr
    softly: no programme is followed. softly programme follow NAME follows one; softly programme lists them.
    --- exit 2
    ");
}

#[test]
fn a_file_is_shown_and_followed_from_the_own_folder() {
    let sandbox = sandbox();
    sandbox.file("mine.toml", OWN.replace("Quiet evenings", "Of mine"));
    let shown = sandbox.run(&["programme", "mine.toml"]);
    assert!(shown.stdout.starts_with("Of mine\n"), "{shown}");
    insta::assert_snapshot!(sandbox.softly(&["programme", "follow", "mine.toml"]), @"
    --- stderr
    softly: mine.toml: A file is followed from your own folder. Put it into ~/share/softly/sessions first.
    --- exit 2
    ");
    sandbox.file("session.toml", FINE);
    insta::assert_snapshot!(sandbox.softly(&["programme", "session.toml"]), @"
    --- stderr
    softly: session.toml: This is a session, not a programme. softly show session.toml shows it.
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.softly(&["play", "mine.toml"]), @"
    --- stderr
    softly: mine.toml: This is a programme, not a session. softly programme mine.toml shows it.
    --- exit 2
    ");
    insta::assert_snapshot!(sandbox.softly(&["programme", "finding-softnes"]), @r#"
    --- stderr
    softly: there is no programme called "finding-softnes". Did you mean finding-softness?
    --- exit 2
    "#);
    insta::assert_snapshot!(sandbox.softly(&["programme", "xyzzy"]), @r#"
    --- stderr
    softly: there is no programme called "xyzzy". softly programme lists the programmes there are.
    --- exit 2
    "#);
    insta::assert_snapshot!(sandbox.softly(&["programme", "missing.toml"]), @"
    --- stderr
    softly: missing.toml: There is no such file.
    --- exit 2
    ");
}

#[test]
fn a_programme_that_needs_mending_is_listed_and_explained() {
    let sandbox = sandbox();
    sandbox.own("broken.toml", "softly-programme = 1\ntitle = \"T\"\n");
    let listed = sandbox.run(&["programme"]).stdout;
    assert!(
        listed.contains("broken                   –  needs mending"),
        "{listed}"
    );
    insta::assert_snapshot!(sandbox.softly(&["programme", "broken"]), @"
    --- stderr
    error: this programme has no weeks
      ╭▸ ~/share/softly/sessions/broken.toml:3:1
      │
    3 │
      │ ━ add a week here
      │
      ╰ help: A week begins with a line that says [[week]], and has a title and
              `invite`.

    To read more: softly explain no-weeks

    softly: ~/share/softly/sessions/broken.toml: 1 thing to mend before it can be followed.
    --- exit 1
    ");
}

#[test]
fn check_reads_a_programme_as_it_reads_a_session() {
    let sandbox = Sandbox::new();
    sandbox.file(
        "fine.toml",
        OWN.replace("not-there", "legs-resting")
            .replace("\"evening\"", "\"legs-resting\""),
    );
    insta::assert_snapshot!(sandbox.softly(&["check", "fine.toml"]), @"
    fine.toml: nothing to mend. It is a programme of 2 weeks.
    --- exit 0
    ");
    sandbox.file(
        "slips.toml",
        OWN.replace("\"2-3\"", "\"twice\"")
            .replace("ask =", "question ="),
    );
    insta::assert_snapshot!(sandbox.softly(&["check", "slips.toml"]), @r#"
    error: this does not say how often in a way that softly can read
       ╭▸ slips.toml:9:39
       │
     9 │   { session = "legs-resting", times = "twice", shorter = true },
       │                                       ━━━━━━━ did you mean 2?
       │
       ├ help: Write a number, 2, or two numbers in quotation marks: "2-3", "2 to
       │       3", "1 or 2".
       ╰ help: change it to
           { session = "legs-resting", times = 2, shorter = true },
                                               ━

    warning: softly has no session called "evening"
       ╭▸ slips.toml:10:15
       │
    10 │   { session = "evening", own-pace = true, note = "Or any other evening." },
       │               ━━━━━━━━━ not one that comes with softly
       │
       ╰ help: If it is a file of one's own, its place is the folder that softly
               doctor names.

    warning: softly has no session called "not-there"
       ╭▸ slips.toml:11:15
       │
    11 │   { session = "not-there" },
       │               ━━━━━━━━━━━ not one that comes with softly
       │
       ╰ help: If it is a file of one's own, its place is the folder that softly
               doctor names.

    error: softly does not know `question`
       ╭▸ slips.toml:14:1
       │
    14 │ question = "What was easy?"
       │ ━━━━━━━━ did you mean `ask`?
       │
       ╰ help: change it to
         ask = "What was easy?"
         ━━━

    To read more: softly explain unknown-name

    slips.toml: 2 things to mend before it can be followed.
    --- exit 1
    "#);
    insta::assert_snapshot!(sandbox.softly(&["check", "--fix", "slips.toml"]), @r#"
    slips.toml: 2 lines mended. The file as it was is kept as slips.toml~.
      line 9: …g", times = "twice", shorter =… → …g", times = 2, shorter = true…
      line 14: question = "What was easy?" → ask = "What was easy?"
    warning: softly has no session called "evening"
       ╭▸ slips.toml:10:15
       │
    10 │   { session = "evening", own-pace = true, note = "Or any other evening." },
       │               ━━━━━━━━━ not one that comes with softly
       │
       ╰ help: If it is a file of one's own, its place is the folder that softly
               doctor names.

    warning: softly has no session called "not-there"
       ╭▸ slips.toml:11:15
       │
    11 │   { session = "not-there" },
       │               ━━━━━━━━━━━ not one that comes with softly
       │
       ╰ help: If it is a file of one's own, its place is the folder that softly
               doctor names.

    To read more: softly explain unknown-name

    slips.toml: it can be followed as it is. It is a programme of 2 weeks.
    --- exit 0
    "#);
}

#[test]
fn for_other_programs_it_keeps_its_shape() {
    let sandbox = sandbox();
    let json = |arguments: &[&str]| -> Value {
        let ran = sandbox.run(arguments);
        assert_eq!(
            (ran.code, ran.stderr.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
        serde_json::from_str(&ran.stdout).unwrap()
    };
    let list = json(&["programme", "--json"]);
    assert_eq!(list["following"], Value::Null);
    insta::assert_json_snapshot!(list["programmes"].as_array().unwrap().last(), @r#"
    {
      "about": null,
      "built_in": false,
      "id": "quiet-evenings",
      "readable": true,
      "title": "Quiet evenings",
      "weeks": 2
    }
    "#);
    let followed = json(&["programme", "follow", "quiet-evenings", "--json"]);
    insta::assert_json_snapshot!(followed["following"], @r#"
    {
      "programme": "quiet-evenings",
      "week": 1,
      "with_therapist": false
    }
    "#);
    let shown = json(&["programme", "quiet-evenings", "--json"]);
    assert_eq!(shown["following"]["week"], 1);
    insta::assert_json_snapshot!(shown["programme"]["weeks"][0]["invite"][0], @r#"
    {
      "note": null,
      "own_pace": false,
      "shorter": true,
      "times": "2-3",
      "what": {
        "sessions": [
          "legs-resting"
        ]
      },
      "when": null
    }
    "#);
    assert_eq!(
        json(&["programme", "leave", "--json"])["following"],
        Value::Null
    );
}

#[test]
fn an_editor_can_be_told_what_a_programme_can_have() {
    let ran = sandbox().run(&["schema", "--programme"]);
    let schema: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(schema["title"], "A softly programme, format 1");
}
