//! The command line as a person meets it: one test and one snapshot for each thing it does.
//!
//! A snapshot holds what stands on standard output, on standard error, and how it ended.

mod authors;
mod bad_input;
mod before;
mod cards;
mod export;
mod forget;
mod languages;
mod lines;
mod mend;
mod names;
mod own_folder;
mod programmes;
pub(crate) mod sandbox;
mod settings;
mod suggestions;

use sandbox::Sandbox;
use serde_json::Value;

/// A file with nothing to mend.
const FINE: &str = r#"softly = 1
title = "A quiet minute"
by = "Jane Doe"
cautions = "Light-headed: breathe as usual."

[[step]]
rest = "1m"
say = "Nothing to do."
"#;

/// A file with three mistakes.
const THREE_MISTAKES: &str = r#"softly = 1
title = "Evening"
positon = "seated"

[[step]]
rest = "30 secs."
say = "Hello."

[[step]]
breathe = { in = 4, out = 600 }
times = 3
"#;

/// Compares with a snapshot in a file of its own, for what is long.
macro_rules! assert_page {
    ($name:literal, $text:expr) => {
        insta::with_settings!({
            snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/cli/pages"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!($name, $text);
        });
    };
}
use assert_page;

#[test]
fn without_a_terminal_it_says_what_there_is() {
    insta::assert_snapshot!(Sandbox::new().softly(&[]), @"
    Practice with the breath and with rest, alongside a pelvic-health therapist.
    It isn't treatment or diagnosis. You can leave at any time: q.

    first-soft-breaths       3:35  First Soft Breaths
    landing-in-the-room      4:05  Landing in the Room
    legs-resting             8:08  Legs Resting
    supported-butterfly      7:32  Supported Butterfly
    side-lying-nest          7:54  Side-Lying Nest
    childs-pose-supported    6:32  Resting Forward
    slow-rocking             5:05  Slow Rocking
    jaw-and-base             4:40  Jaw and Base
    choose-your-path-scan    9:30  Choose-Your-Path Scan
    a-few-sighs              2:26  A Few Sighs
    one-minute-soften        1:00  One Minute
    before-an-appointment    4:00  Before an Appointment
    toilet-time              3:24  Unhurried
    urge-wave                3:00  A Passing Wave
    happy-baby-supported     4:55  Knees to Chest, Supported
    front-lying-rest         5:22  Front-Lying Rest
    low-supported-squat      4:00  Low Supported Seat
    notice-and-release       4:10  Notice and Release  (with a therapist)

    softly play NAME plays one. softly show NAME tells what it says, and when.
    softly cards when-to-stop tells when to stop.
    softly cards has short pages to read, and softly programme weeks of practice.
    --- exit 0
    ");
}

#[test]
fn help_fits_a_page_and_has_examples() {
    assert_page!("help", Sandbox::new().softly(&["--help"]));
    assert_page!("help-short", Sandbox::new().softly(&["-h"]));
    assert_page!("help-play", Sandbox::new().softly(&["play", "--help"]));
}

#[test]
fn list_shows_every_session_with_its_length() {
    insta::assert_snapshot!(Sandbox::new().softly(&["list"]), @"
    first-soft-breaths       3:35  First Soft Breaths
    landing-in-the-room      4:05  Landing in the Room
    legs-resting             8:08  Legs Resting
    supported-butterfly      7:32  Supported Butterfly
    side-lying-nest          7:54  Side-Lying Nest
    childs-pose-supported    6:32  Resting Forward
    slow-rocking             5:05  Slow Rocking
    jaw-and-base             4:40  Jaw and Base
    choose-your-path-scan    9:30  Choose-Your-Path Scan
    a-few-sighs              2:26  A Few Sighs
    one-minute-soften        1:00  One Minute
    before-an-appointment    4:00  Before an Appointment
    toilet-time              3:24  Unhurried
    urge-wave                3:00  A Passing Wave
    happy-baby-supported     4:55  Knees to Chest, Supported
    front-lying-rest         5:22  Front-Lying Rest
    low-supported-squat      4:00  Low Supported Seat
    notice-and-release       4:10  Notice and Release  (with a therapist)

    softly play NAME plays one. softly show NAME tells what it says, and when.
    --- exit 0
    ");
}

#[test]
fn list_for_other_programs_keeps_its_shape() {
    let ran = Sandbox::new().run(&["list", "--json"]);
    let rows: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 18);
    insta::assert_json_snapshot!(rows[2], @r#"
    {
      "about": "A longer rest with the legs fully carried.",
      "built_in": true,
      "gate": "none",
      "id": "legs-resting",
      "language": null,
      "length": 488000,
      "menu_title": null,
      "playable": true,
      "positions": [
        "legs-on-chair",
        "side-lying",
        "lying-knees-supported"
      ],
      "title": "Legs Resting"
    }
    "#);
}

#[test]
fn a_session_for_other_programs_has_its_length_and_words() {
    let arguments = ["show", "legs-resting", "--minutes", "5", "--json"];
    let ran = Sandbox::new().run(&arguments);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let shown: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(shown["session"]["id"], "legs-resting");
    assert_eq!(shown["session"]["reviewed_by"], Value::Null);
    assert_eq!(shown["session"]["positions"][0]["title"], "Legs on a chair");
    assert_eq!(shown["length"], 300_000);
    let transcript = shown["transcript"].as_array().unwrap();
    assert_eq!(transcript[0]["kind"], "step");
    assert_eq!(transcript[0]["title"], "Arriving");
    assert_eq!(transcript[1]["kind"], "line");
    let last = transcript.last().unwrap();
    assert_eq!(
        (&last["kind"], &last["at"]),
        (&"end".into(), &300_000.into())
    );
    let onsets: Vec<u64> = transcript
        .iter()
        .map(|entry| entry["at"].as_u64().unwrap())
        .collect();
    assert!(onsets.is_sorted());
}

#[test]
fn check_says_that_a_fine_file_is_fine() {
    let sandbox = Sandbox::new();
    sandbox.file("fine.toml", FINE);
    insta::assert_snapshot!(sandbox.softly(&["check", "fine.toml"]), @"
    fine.toml: nothing to mend. It takes 1:00.
    --- exit 0
    ");
}

#[test]
fn check_marks_every_mistake_at_once() {
    let sandbox = Sandbox::new();
    sandbox.file("evening.toml", THREE_MISTAKES);
    insta::assert_snapshot!(sandbox.softly(&["check", "evening.toml"]), @r#"
    error: softly does not know `positon`
      ╭▸ evening.toml:3:1
      │
    3 │ positon = "seated"
      │ ━━━━━━━ did you mean `position`?
      │
      ╰ help: change it to
        position = "seated"
        ━━━━━━━━

    error: this is not a time that softly can read
      ╭▸ evening.toml:6:8
      │
    6 │ rest = "30 secs."
      │        ━━━━━━━━━━ not a time
      │
      ╰ help: Write seconds as a number, 4 or 4.5, or a time with its unit: "30s",
              "1m 30s", "5m".

    error: one part of a breath lasts from half a second to 60 seconds, and this is
           10m
       ╭▸ evening.toml:10:27
       │
    10 │ breathe = { in = 4, out = 600 }
       │                           ━━━ too long
       │
       ╰ help: An easy breath is about four in and six out.

    To read more: softly explain bad-time out-of-range

    evening.toml: 3 things to mend before it can be played.
    --- exit 1
    "#);
}

#[test]
fn check_speaks_to_editors() {
    let sandbox = Sandbox::new();
    sandbox.file("evening.toml", THREE_MISTAKES);
    let arguments = ["check", "evening.toml", "--format", "short"];
    insta::assert_snapshot!(sandbox.softly(&arguments), @r#"
    evening.toml:3:1: error[unknown-key]: softly does not know `positon`; did you mean `position`?
    evening.toml:6:8: error[bad-time]: this is not a time that softly can read; not a time; Write seconds as a number, 4 or 4.5, or a time with its unit: "30s", "1m 30s", "5m".
    evening.toml:10:27: error[out-of-range]: one part of a breath lasts from half a second to 60 seconds, and this is 10m; too long; An easy breath is about four in and six out.
    --- exit 1
    "#);
    let ran = sandbox.run(&["check", "evening.toml", "--format", "json"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""));
    let found: Vec<Value> = ran
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let rules: Vec<&str> = found
        .iter()
        .map(|found| found["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["unknown-key", "bad-time", "out-of-range"]);
    assert_eq!(found[0]["fix"]["replacement"], "position");
    assert_eq!(found[2]["line"], 10);
}

#[test]
fn check_names_each_of_several_files_and_ends_as_the_worst() {
    let sandbox = Sandbox::new();
    sandbox.file("fine.toml", FINE);
    sandbox.file(
        "evening.toml",
        THREE_MISTAKES
            .replace("30 secs.", "30s")
            .replace("600", "6"),
    );
    let arguments = ["check", "fine.toml", "evening.toml"];
    insta::assert_snapshot!(sandbox.softly(&arguments), @r#"
    fine.toml: nothing to mend. It takes 1:00.
    error: softly does not know `positon`
      ╭▸ evening.toml:3:1
      │
    3 │ positon = "seated"
      │ ━━━━━━━ did you mean `position`?
      │
      ╰ help: change it to
        position = "seated"
        ━━━━━━━━

    evening.toml: 1 thing to mend before it can be played.
    --- exit 1
    "#);
    let arguments = ["check", "evening.toml", "nowhere.toml", "fine.toml"];
    insta::assert_snapshot!(sandbox.softly(&arguments), @r#"
    error: softly does not know `positon`
      ╭▸ evening.toml:3:1
      │
    3 │ positon = "seated"
      │ ━━━━━━━ did you mean `position`?
      │
      ╰ help: change it to
        position = "seated"
        ━━━━━━━━

    evening.toml: 1 thing to mend before it can be played.
    fine.toml: nothing to mend. It takes 1:00.
    --- stderr
    softly: nowhere.toml: There is no such file.
    --- exit 2
    "#);
}

#[test]
fn a_remark_does_not_keep_a_file_from_being_fine() {
    let sandbox = Sandbox::new();
    sandbox.file(
        "short.toml",
        FINE.replace("\n\n", "\nlongest = \"20s\"\n\n"),
    );
    insta::assert_snapshot!(sandbox.softly(&["check", "short.toml"]), @r#"
    warning: as it is written, the session is longer than this: 1m
      ╭▸ short.toml:5:11
      │
    5 │ longest = "20s"
      │           ━━━━━ does not fit the session
      │
      ╰ help: The length as written is always offered; this only bounds how far it
              is fitted.

    To read more: softly explain length-limits

    short.toml: it can be played as it is. It takes 1:00.
    --- exit 0
    "#);
}

#[test]
fn a_file_of_mistakes_is_told_in_part_and_counted_in_full() {
    let sandbox = Sandbox::new();
    let lines: Vec<String> = (0..8_000).map(|n| format!("unknown{n} = {n}")).collect();
    let many = lines.join("\n");
    sandbox.file("many.toml", format!("softly = 1\ntitle = \"x\"\n{many}"));
    let ran = sandbox.run(&["check", "many.toml"]);
    assert_eq!(ran.stdout.matches("error: ").count(), 50);
    insta::assert_snapshot!(ran.stdout.lines().last().unwrap(), @"many.toml: more than 50 things to mend before it can be played. The first 50 are shown.");
}

#[test]
fn completions_come_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = Sandbox::new().run(&["completions", shell]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{shell}");
        assert!(ran.stdout.contains("softly") && ran.stdout.contains("minutes"));
    }
}

#[test]
fn the_manual_page_has_commands_and_keys() {
    let ran = Sandbox::new().run(&["man"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    for words in [
        "KEYS IN THE LIST",
        "Search the list, by typing",
        "KEYS IN THE SETTINGS",
        "The next choice",
        "KEYS AT THE SET-UP",
        "Small squeezes on or off",
        "KEYS IN A SESSION",
        "Pause, or go on",
        "check",
        "\\-\\-plain",
    ] {
        assert!(ran.stdout.contains(words), "{words}");
    }
}

#[test]
fn doctor_says_what_works_without_a_terminal() {
    let text = Sandbox::new().softly(&["doctor"]);
    // Whether there is a sound device depends on the machine.
    let (before, after) = text.split_once("sound ").unwrap();
    let after = after.split_once("own files").unwrap().1;
    insta::assert_snapshot!(format!("{before}own files{after}"), @"
    softly 0.1.0

    screen      not a terminal one can draw on
                softly plays as lines of text here; a terminal window shows the picture.
    colours     256 colours
    characters  all of Unicode
    own files   0 in ~/share/softly/sessions
                Files of sessions and programmes put there join softly's own.
    kept        nothing

    No practice is recorded, and softly holds no network code.
    --- exit 0
    ");
}

#[test]
fn a_name_that_is_nearly_right_is_understood() {
    insta::assert_snapshot!(Sandbox::new().softly(&["play", "leg-resting"]), @r#"
    --- stderr
    softly: there is no session called "leg-resting". Did you mean legs-resting?
    --- exit 2
    "#);
    insta::assert_snapshot!(Sandbox::new().softly(&["show", "xyzzy"]), @r#"
    --- stderr
    softly: there is no session called "xyzzy". softly list shows the sessions there are.
    --- exit 2
    "#);
    insta::assert_snapshot!(Sandbox::new().softly(&["play", ""]), @r#"
    --- stderr
    softly: there is no session called "". softly list shows the sessions there are.
    --- exit 2
    "#);
}

#[test]
fn a_position_that_a_session_does_not_have_is_answered_with_those_it_has() {
    let arguments = ["play", "legs-resting", "--position", "handstand"];
    insta::assert_snapshot!(Sandbox::new().softly(&arguments), @r#"
    --- stderr
    softly: legs-resting has no position called "handstand". It has: legs-on-chair, side-lying, lying-knees-supported.
    --- exit 2
    "#);
}

#[test]
fn minutes_that_a_session_cannot_have_are_answered_with_those_it_can() {
    let minutes = |minutes| Sandbox::new().softly(&["show", "legs-resting", "--minutes", minutes]);
    insta::assert_snapshot!(minutes("500"), @"
    --- stderr
    softly: legs-resting can be made 3 to 29 minutes long; as written it takes 8:08.
    --- exit 2
    ");
    insta::assert_snapshot!(minutes("0"), @"
    --- stderr
    softly: legs-resting can be made 3 to 29 minutes long; as written it takes 8:08.
    --- exit 2
    ");
    insta::assert_snapshot!(minutes("five"), @"
    --- stderr
    error: invalid value 'five' for '--minutes <N>': minutes are a whole number, such as 5

    For more information, try '--help'.
    --- exit 2
    ");
    insta::assert_snapshot!(minutes("-5"), @"
    --- stderr
    error: invalid value '-5' for '--minutes <N>': minutes are a whole number, such as 5

    For more information, try '--help'.
    --- exit 2
    ");
}

#[test]
fn a_wrong_option_is_answered_with_the_right_one() {
    let arguments = ["play", "legs-resting", "--minuets", "5"];
    insta::assert_snapshot!(Sandbox::new().softly(&arguments), @"
    --- stderr
    error: unexpected argument '--minuets' found

      tip: a similar argument exists: '--minutes'

    Usage: softly play --minutes <N> <NAME|FILE>

    For more information, try '--help'.
    --- exit 2
    ");
}

#[cfg(not(feature = "sound"))]
#[test]
fn without_sound_there_is_no_track_and_it_says_why() {
    let ran = Sandbox::new().run(&["export", "one-minute-soften", "--audio", "a.mp3"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("built without sound"), "{ran}");
}
