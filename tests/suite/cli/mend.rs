//! `softly check --fix` from outside: what it says, what it writes, and when it writes nothing.

use super::sandbox::Sandbox;
use super::{FINE, THREE_MISTAKES};

/// A session straight out of a word processor, and what it has to become.
const BEFORE: &[u8] = include_bytes!("../../fixtures/mend/word-processor.before.bin");
const AFTER: &[u8] = include_bytes!("../../fixtures/mend/word-processor.after.toml");

/// A session with marks that a word processor made curly, which plays all the same.
const CURLY: &str = "softly = 1\ntitle = “A quiet minute”\n\n[[step]]\nrest = “1m”\n";

/// The files there are in the folder in which commands run.
fn names(sandbox: &Sandbox) -> String {
    sandbox.shell("ls -A").stdout.replace('\n', " ")
}

#[track_caller]
fn assert_holds(sandbox: &Sandbox, name: &str, content: impl AsRef<[u8]>) {
    sandbox.file("expected", content);
    let ran = sandbox.shell(&format!("cmp {name} expected; rm expected"));
    assert_eq!(ran.to_string(), "--- exit 0\n");
}

#[test]
fn a_file_straight_out_of_a_word_processor_is_mended_by_one_command() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    sandbox.file("evening.toml", BEFORE);
    insta::assert_snapshot!(sandbox.softly(&["check", "--fix", "evening.toml"]), @r#"
    evening.toml: 16 lines mended, and saved as UTF-8. The file as it was is kept as evening.toml~.
      line 1: taken out: ```toml
      line 4: title = “A quiet evening” → title = "A quiet evening"
      line 5: by = „Jana Müller“ → by = "Jana Müller"
      line 7: “Stop if anything hurts.”,   #… → "Stop if anything hurts.",   #…
      line 8: « It’s fine to “skip” a part.… → "It’s fine to “skip” a part."
      line 12: rest = “30s” → rest = "30s"
      line 13: say = “The chair has your legs… → say = "The chair has your legs…
      line 17: …e = { in = 4,5, out = 6,5 } → …e = { in = 4.5, out = 6.5 }
      line 18: ramp–to = { in = 4, out = 7 } → ramp-to = { in = 4, out = 7 }
      line 19: for = “3 min” → for = "3 min"
      line 20: at = { “1m 30s” = “Half way –… → at = { "1m 30s" = "Half way –…
      line 21: … = { out = [“Nothing to "lift"… → … = { out = ["Nothing to \"lift…
      line 23: ［［ｓｔｅｐ］］ → [[step]]
      line 24: inhale: 4 sec exhale: 6 sec → breathe = { in = "4 sec", out…
      line 26: times = twelve → times = 12
      line 27: taken out: ```
    1 suggestion. It can be left alone.

    advice: the session ends with the last paced breath
       ╭▸ evening.toml:21:1
       │
    21 │ [[step]]
       │ ━━━━━━━━ no quiet after it
       │
       ├ help: Some quiet helps to return.
       ╰ help: For example: [[step]], and below it rest = "20s"

    To read more: softly explain no-way-back

    evening.toml: nothing to mend. It takes 5:26.
    --- exit 0
    "#);
    assert_holds(&sandbox, "evening.toml", AFTER);
    assert_holds(&sandbox, "evening.toml~", BEFORE);
    assert_eq!(names(&sandbox), "evening.toml evening.toml~ ");
    let ran = sandbox.run(&["play", "evening.toml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(ran.stdout.starts_with("A quiet evening."), "{ran}");
    assert!(ran.stdout.contains("It’s fine to “skip” a part."), "{ran}");
    // Once more: there is nothing left to do, and the first copy stays.
    let again = sandbox.softly(&["check", "--fix", "evening.toml"]);
    assert!(!again.contains("mended"), "{again}");
    assert_holds(&sandbox, "evening.toml~", BEFORE);
}

#[test]
fn what_can_only_mean_one_thing_plays_as_it_is() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    sandbox.file("quiet.toml", CURLY);
    sandbox.own("quiet.toml", CURLY.replace('\n', "\r"));
    insta::assert_snapshot!(sandbox.softly(&["check", "quiet.toml"]), @r#"
    warning: curly quotation marks around text are read as straight ones
      ╭▸ quiet.toml:2:9
      │
    2 │ title = “A quiet minute”
      │         ━ the first of 4
      │
      ├ help: Word processors put them in. Inside a text any quotation marks are
      │       welcome.
      ╰ help: This can stay as it is; softly check --fix writes it the plain way.

    To read more: softly explain typography

    2 suggestions. They can be left alone.

    advice: nothing is said in this session
      ╭▸ quiet.toml:2:9
      │
    2 │ title = “A quiet minute”
      │         ━━━━━━━━━━━━━━━━ no words
      │
      ├ help: A line or two, below [[step]], help somebody whose eyes are closed.
      ╰ help: For example: say = "The chair has your legs."

    advice: nothing says who wrote this session, or when to take care
      ╭▸ quiet.toml:2:9
      │
    2 │ title = “A quiet minute”
      │         ━━━━━━━━━━━━━━━━ by whom? no cautions
      │
      ├ help: Somebody who is unsure then knows more, and whom to ask.
      ├ help: For example: by = "Jane Doe, pelvic health physiotherapist"
      ╰ help: For example:
              cautions = ["Light-headed or tingly: leave the pacing, and breathe as
              usual."]

    To read more: softly explain left-unsaid

    quiet.toml: it can be played as it is. It takes 1:00.
    --- exit 0
    "#);
    for name in ["quiet.toml", "quiet"] {
        let ran = sandbox.run(&["play", name]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{name}");
        assert!(ran.stdout.starts_with("A quiet minute. 1 minute"), "{ran}");
    }
    assert!(
        sandbox
            .run(&["list"])
            .stdout
            .contains("quiet                    1:00")
    );
}

#[test]
fn a_dry_run_shows_what_would_change_and_changes_nothing() {
    let sandbox = Sandbox::new();
    sandbox.file(
        "evening.toml",
        THREE_MISTAKES.replace("\"Evening\"", "“Evening”"),
    );
    let before = sandbox.shell("cat evening.toml; ls -A").stdout;
    let arguments = ["check", "--fix", "--dry-run", "evening.toml"];
    insta::assert_snapshot!(sandbox.softly(&arguments), @r#"
    evening.toml: 2 lines would be mended. Nothing was written.
      line 2: title = “Evening” → title = "Evening"
      line 3: positon = "seated" → position = "seated"
    error: this is not a time that softly can read
      ╭▸ evening.toml, mended:6:8
      │
    6 │ rest = "30 secs."
      │        ━━━━━━━━━━ not a time
      │
      ╰ help: Write seconds as a number, 4 or 4.5, or a time with its unit: "30s",
              "1m 30s", "5m".

    error: one part of a breath lasts from half a second to 60 seconds, and this is
           10m
       ╭▸ evening.toml, mended:10:27
       │
    10 │ breathe = { in = 4, out = 600 }
       │                           ━━━ too long
       │
       ╰ help: An easy breath is about four in and six out.

    To read more: softly explain bad-time out-of-range

    evening.toml, mended: 2 things to mend before it can be played.
    --- exit 1
    "#);
    assert_eq!(sandbox.shell("cat evening.toml; ls -A").stdout, before);
    for arguments in [
        ["check", "--dry-run", "evening.toml"].as_slice(),
        &[
            "check",
            "--fix",
            "--dry-run",
            "--format",
            "json",
            "evening.toml",
        ],
    ] {
        assert_eq!(sandbox.run(arguments).code, Some(2), "{arguments:?}");
    }
}

#[test]
fn what_is_left_to_mend_is_said_as_ever() {
    let sandbox = Sandbox::new();
    sandbox.file("evening.toml", THREE_MISTAKES);
    insta::assert_snapshot!(sandbox.softly(&["check", "--fix", "evening.toml", "--format", "short"]), @r#"
    evening.toml:6:8: error[bad-time]: this is not a time that softly can read; not a time; Write seconds as a number, 4 or 4.5, or a time with its unit: "30s", "1m 30s", "5m".
    evening.toml:10:27: error[out-of-range]: one part of a breath lasts from half a second to 60 seconds, and this is 10m; too long; An easy breath is about four in and six out.
    --- stderr
    softly: evening.toml: 1 line mended. The file as it was is kept as evening.toml~.
    --- exit 1
    "#);
    sandbox.file("evening.toml", THREE_MISTAKES);
    let ran = sandbox.run(&["check", "--fix", "evening.toml", "--format", "json"]);
    assert_eq!(
        (ran.code, ran.stdout.lines().count()),
        (Some(1), 2),
        "{ran}"
    );
    assert!(
        ran.stdout.lines().all(|line| line.starts_with('{')),
        "{ran}"
    );
}

#[test]
fn several_files_are_mended_and_the_worst_decides() {
    let sandbox = Sandbox::new();
    sandbox.file("fine.toml", FINE);
    sandbox.file("curly.txt", CURLY);
    sandbox.file("hidden.toml.txt", CURLY);
    let arguments = [
        "check",
        "--fix",
        "fine.toml",
        "curly.txt",
        "hidden.toml.txt",
        "nowhere.toml",
    ];
    insta::assert_snapshot!(sandbox.softly(&arguments), @r#"
    fine.toml: nothing to mend. It takes 1:00.
    curly.txt: 2 lines mended. The file as it was is kept as curly.txt~.
      line 2: title = “A quiet minute” → title = "A quiet minute"
      line 5: rest = “1m” → rest = "1m"
    2 suggestions. They can be left alone.

    advice: nothing is said in this session
      ╭▸ curly.txt:2:9
      │
    2 │ title = "A quiet minute"
      │         ━━━━━━━━━━━━━━━━ no words
      │
      ├ help: A line or two, below [[step]], help somebody whose eyes are closed.
      ╰ help: For example: say = "The chair has your legs."

    advice: nothing says who wrote this session, or when to take care
      ╭▸ curly.txt:2:9
      │
    2 │ title = "A quiet minute"
      │         ━━━━━━━━━━━━━━━━ by whom? no cautions
      │
      ├ help: Somebody who is unsure then knows more, and whom to ask.
      ├ help: For example: by = "Jane Doe, pelvic health physiotherapist"
      ╰ help: For example:
              cautions = ["Light-headed or tingly: leave the pacing, and breathe as
              usual."]

    To read more: softly explain left-unsaid

    curly.txt: nothing to mend. It takes 1:00. Named curly.toml, it can join the list of sessions.
    hidden.toml.txt: 2 lines mended. The file as it was is kept as hidden.toml.txt~.
      line 2: title = “A quiet minute” → title = "A quiet minute"
      line 5: rest = “1m” → rest = "1m"
    2 suggestions. They can be left alone.

    advice: nothing is said in this session
      ╭▸ hidden.toml.txt:2:9
      │
    2 │ title = "A quiet minute"
      │         ━━━━━━━━━━━━━━━━ no words
      │
      ├ help: A line or two, below [[step]], help somebody whose eyes are closed.
      ╰ help: For example: say = "The chair has your legs."

    advice: nothing says who wrote this session, or when to take care
      ╭▸ hidden.toml.txt:2:9
      │
    2 │ title = "A quiet minute"
      │         ━━━━━━━━━━━━━━━━ by whom? no cautions
      │
      ├ help: Somebody who is unsure then knows more, and whom to ask.
      ├ help: For example: by = "Jane Doe, pelvic health physiotherapist"
      ╰ help: For example:
              cautions = ["Light-headed or tingly: leave the pacing, and breathe as
              usual."]

    To read more: softly explain left-unsaid

    hidden.toml.txt: nothing to mend. It takes 1:00. Named hidden.toml, it can join the list of sessions.
    --- stderr
    softly: nowhere.toml: There is no such file.
    --- exit 2
    "#);
    assert_eq!(
        names(&sandbox),
        "curly.txt curly.txt~ fine.toml hidden.toml.txt hidden.toml.txt~ "
    );
}

#[test]
fn where_nothing_can_be_written_the_file_stays_as_it_was() {
    let sandbox = Sandbox::new();
    let large = CURLY.to_owned() + &"# a note that takes room\n".repeat(200);
    sandbox.file("quiet.toml", &large);
    // As on a full disk: no file may grow beyond a kilobyte.
    let full = "trap '' XFSZ; ulimit -f 1; $SOFTLY check --fix quiet.toml";
    insta::assert_snapshot!(sandbox.shell(full), @"
    --- stderr
    softly: quiet.toml: This file could not be saved (File too large (os error 27)). It is as it was.
    --- exit 2
    ");
    assert_eq!(names(&sandbox), "quiet.toml ");
    sandbox.shell("chmod a-w quiet.toml");
    insta::assert_snapshot!(sandbox.softly(&["check", "--fix", "quiet.toml"]), @"
    --- stderr
    softly: quiet.toml: This file may only be read, so it is as it was.
    --- exit 2
    ");
    assert_eq!(names(&sandbox), "quiet.toml ");
    assert_holds(&sandbox, "quiet.toml", &large);
}

#[test]
fn a_link_stays_a_link_and_what_it_leads_to_is_named() {
    let sandbox = Sandbox::new();
    sandbox.own("quiet.toml", CURLY);
    sandbox.shell("ln -s ../share/softly/sessions/quiet.toml link.toml");
    insta::assert_snapshot!(sandbox.softly(&["check", "--fix", "link.toml"]), @r#"
    link.toml: 2 lines mended. The file as it was is kept as ~/share/softly/sessions/quiet.toml~.
      line 2: title = “A quiet minute” → title = "A quiet minute"
      line 5: rest = “1m” → rest = "1m"
    2 suggestions. They can be left alone.

    advice: nothing is said in this session
      ╭▸ link.toml:2:9
      │
    2 │ title = "A quiet minute"
      │         ━━━━━━━━━━━━━━━━ no words
      │
      ├ help: A line or two, below [[step]], help somebody whose eyes are closed.
      ╰ help: For example: say = "The chair has your legs."

    advice: nothing says who wrote this session, or when to take care
      ╭▸ link.toml:2:9
      │
    2 │ title = "A quiet minute"
      │         ━━━━━━━━━━━━━━━━ by whom? no cautions
      │
      ├ help: Somebody who is unsure then knows more, and whom to ask.
      ├ help: For example: by = "Jane Doe, pelvic health physiotherapist"
      ╰ help: For example:
              cautions = ["Light-headed or tingly: leave the pacing, and breathe as
              usual."]

    To read more: softly explain left-unsaid

    link.toml: nothing to mend. It takes 1:00.
    --- exit 0
    "#);
    let ran =
        sandbox.shell("readlink link.toml; head -2 link.toml; ls -A . ../share/softly/sessions");
    insta::assert_snapshot!(ran, @r#"
    ../share/softly/sessions/quiet.toml
    softly = 1
    title = "A quiet minute"
    .:
    link.toml

    ../share/softly/sessions:
    quiet.toml
    quiet.toml~
    --- exit 0
    "#);
}

#[test]
fn what_comes_through_a_pipe_is_checked() {
    let sandbox = Sandbox::new();
    sandbox.file("quiet.toml", CURLY);
    let ran = sandbox.shell("$SOFTLY check - --format short < quiet.toml");
    insta::assert_snapshot!(ran, @"
    -:2:9: warning[typography]: curly quotation marks around text are read as straight ones; the first of 4; Word processors put them in. Inside a text any quotation marks are welcome.
    -:2:9: advice[left-unsaid]: nothing is said in this session; no words; A line or two, below [[step]], help somebody whose eyes are closed.
    -:2:9: advice[left-unsaid]: nothing says who wrote this session, or when to take care; by whom? no cautions; Somebody who is unsure then knows more, and whom to ask.
    --- exit 0
    ");
    let ran = sandbox.shell("$SOFTLY check --fix - < quiet.toml");
    insta::assert_snapshot!(ran, @"
    --- stderr
    softly: what comes through a pipe cannot be mended in place. Name a file instead.
    --- exit 2
    ");
    let ran = sandbox.shell("head -c 300000 /dev/zero | $SOFTLY check -");
    insta::assert_snapshot!(ran, @"
    --- stderr
    softly: -: This file is too large for a session: it may have 256 kilobytes, and a long session has about 6. Is it the right file?
    --- exit 2
    ");
}
