//! What is not a session file, and what nobody reads: a clear line, no waiting, nothing strange.

use super::FINE;
use super::sandbox::{Ran, Sandbox};

/// Fails unless the command refused with one line that a terminal can take.
#[track_caller]
fn assert_refused(ran: &Ran) {
    assert_eq!(ran.code, Some(2), "{ran}");
    assert_eq!(ran.stdout, "");
    assert_eq!(ran.stderr.lines().count(), 1, "{ran}");
    assert!(!ran.stderr.contains(|c: char| c.is_control() && c != '\n'));
}

/// What softly says about a file, by every command that reads one.
#[track_caller]
fn refusal(sandbox: &Sandbox, name: &str) -> String {
    let ran = sandbox.run(&["check", name]);
    assert_refused(&ran);
    for command in ["show", "play"] {
        let again = sandbox.run(&[command, name]);
        assert_refused(&again);
        assert_eq!(again.stderr, ran.stderr);
    }
    ran.stderr
}

#[test]
fn what_cannot_be_read_is_refused_in_one_line() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("folder.toml")).unwrap();
    sandbox.file("binary.toml", b"\x7fELF\0\x01\x02");
    sandbox.file("empty.toml", "");
    sandbox.file(
        "russian.toml",
        b"softly = 1\ntitle = \"\xCF\xEE\xEA\xEE\xE9\"\n",
    );
    sandbox.file("letter.toml", b"PK\x03\x04word/document.xml");
    sandbox.shell("mkfifo pipe.toml; ln -s loop.toml loop.toml; truncate -s 100M sparse.toml");
    let said: String = [
        "missing.toml",
        "fine.toml/inside.toml",
        "folder.toml",
        "pipe.toml",
        "loop.toml",
        "/dev/zero",
        "binary.toml",
        "letter.toml",
        "sparse.toml",
        "empty.toml",
        "russian.toml",
    ]
    .map(|name| refusal(&sandbox, name))
    .concat();
    insta::assert_snapshot!(said, @r#"
    softly: missing.toml: There is no such file.
    softly: fine.toml/inside.toml: There is no such file.
    softly: folder.toml: This is a folder. Name a session file in it.
    softly: pipe.toml: This is a device or a pipe, not a file.
    softly: loop.toml: This file could not be read (Too many levels of symbolic links (os error 40)).
    softly: /dev/zero: This is a device or a pipe, not a file.
    softly: binary.toml: This file is something for programs to read, not plain text. If it holds a session, open it where it was written, choose Save As, and pick plain text with a name that ends in .toml.
    softly: letter.toml: This file is a Word document, not plain text. If it holds a session, open it where it was written, choose Save As, and pick plain text with a name that ends in .toml.
    softly: sparse.toml: This file is too large for a session: it may have 256 kilobytes, and a long session has about 6. Is it the right file?
    softly: empty.toml: This file is empty. A session begins with the line softly = 1, then title = "…".
    softly: russian.toml: Line 2 of this file has a letter in it that cannot be read. Open the file, choose Save As, and pick the encoding UTF-8.
    "#);
}

#[test]
fn a_name_cannot_steer_the_terminal() {
    let sandbox = Sandbox::new();
    let hostile = "\u{1b}]0;owned\u{7}\u{202e}\r\nsoftly: fine.toml";
    assert_refused(&sandbox.run(&["play", hostile]));
    assert_refused(&sandbox.run(&["play", &hostile.replace(".toml", "")]));
    assert_refused(&sandbox.run(&["play", &"a".repeat(5_000)]));
    let ran = sandbox.run(&["play", "legs-resting", "--position", hostile]);
    assert_refused(&ran);
    sandbox.file("two\nlines.toml", FINE);
    let ran = sandbox.run(&["check", "two\nlines.toml"]);
    assert_eq!(ran.stdout.lines().count(), 1, "{ran}");
}

#[test]
fn a_file_cannot_steer_the_terminal() {
    let sandbox = Sandbox::new();
    let hostile = FINE.replace("A quiet", "\u{1b}[31mred\u{1b}]0;x\u{7} \u{9b}2J \u{202e}");
    sandbox.file("hostile.toml", &hostile);
    sandbox.own("hostile.toml", &hostile);
    for arguments in [
        ["check", "hostile.toml"].as_slice(),
        &["check", "hostile.toml", "--format", "short"],
        &["check", "hostile.toml", "--format", "json"],
        &["play", "hostile.toml"],
        &["show", "hostile"],
    ] {
        let ran = sandbox.run(arguments);
        assert_eq!(ran.code, Some(1), "{arguments:?}: {ran}");
        let stray = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!ran.to_string().contains(stray), "{arguments:?}");
    }
    insta::assert_snapshot!(sandbox.softly(&["check", "hostile.toml"]), @r#"
    error: there is a character here that cannot be seen (U+001B)
      ╭▸ hostile.toml:2:10
      │
    2 │ title = "<U+001B>[31mred<U+001B>]0;x<U+0007> <U+009B>2J <U+202E> minute"
      │          ━━━━━━━━ take it out
      │
      ╰ help: It often comes along when text is copied. Delete the line and type it
              again.

    To read more: softly explain unfit-text

    hostile.toml: 1 thing to mend before it can be played.
    --- exit 1
    "#);
}

#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let sandbox = Sandbox::new();
    for line in [
        "$SOFTLY show legs-resting | head -1 >&2; exit ${PIPESTATUS[0]}",
        "$SOFTLY list | true; exit ${PIPESTATUS[0]}",
        "$SOFTLY man | true; exit ${PIPESTATUS[0]}",
        "$SOFTLY --help | true; exit ${PIPESTATUS[0]}",
        "$SOFTLY list >&-",
    ] {
        let ran = sandbox.shell(line);
        assert_eq!(ran.code, Some(0), "{line}: {ran}");
        assert!(ran.stderr.is_empty() || ran.stderr.starts_with("Legs Resting"));
    }
}

#[test]
fn a_session_that_nobody_reads_any_more_ends() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "20");
    let line = "$SOFTLY play legs-resting --now | head -1; exit ${PIPESTATUS[0]}";
    // As written it would take 24 seconds at this speed; the next line comes after one and a half.
    insta::assert_snapshot!(sandbox.shell(line), @"
    Legs Resting. 8 minutes 8 seconds, 8 parts.
    --- exit 0
    ");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    let ran = Sandbox::new().shell("$SOFTLY list > /dev/full");
    insta::assert_snapshot!(ran, @"
    --- stderr
    softly: something outside went wrong: No space left on device (os error 28)
    --- exit 2
    ");
}

#[test]
fn a_file_whose_ending_is_hidden_is_found() {
    let sandbox = Sandbox::new();
    sandbox.file("evening.toml.txt", "softly = 1\n");
    sandbox.file("morning.txt", "softly = 1\n");
    let said: String = ["evening.toml", "morning.toml", "noon.toml"]
        .map(|name| refusal(&sandbox, name))
        .concat();
    insta::assert_snapshot!(said, @r"
    softly: evening.toml: There is no such file. Did you mean evening.toml.txt?
    softly: morning.toml: There is no such file. Did you mean morning.txt?
    softly: noon.toml: There is no such file.
    ");
}
