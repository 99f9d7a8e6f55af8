//! Session files in a person's own folder: listed, played by name, never standing in for others.

use serde_json::Value;
use softly::language::Language;
use softly::library;

use super::sandbox::Sandbox;
use super::{FINE, THREE_MISTAKES};

/// A list without the rows of the built-in sessions, which come first and are shown elsewhere.
fn own_rows(list: &str) -> String {
    let rows = list
        .lines()
        .skip(library::built_in(Language::English).len());
    rows.flat_map(|row| [row, "\n"]).collect()
}

#[test]
fn a_file_in_the_own_folder_joins_the_list_and_plays_by_name() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    sandbox.own("evening.toml", FINE);
    sandbox.own("notes.txt", "not a session");
    insta::assert_snapshot!(own_rows(&sandbox.softly(&["list"])), @"
    evening                  1:00  A quiet minute

    softly play NAME plays one. softly show NAME tells what it says, and when.
    Your own files are in ~/share/softly/sessions.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["play", "evening"]), @"
    A quiet minute. 1 minute, 1 part.

    However you like.
    Sitting, lying, standing or leaning: whatever suits you now.
    Something soft under whatever feels heavy, if you have it near.

    Light-headed: breathe as usual.
    If it's hard to choose: sitting with support, or side-lying.
    From mid-pregnancy on: side-lying or half sitting, rather than flat.
    Pain, numbness, dizziness, unease: you can stop. Not wanting to is enough.
    Eyes open, half-open or closed. You can change your mind.

    Part 1 of 1: Rest. 1 minute.
    Nothing to do.
    Thank you for being here.
    --- exit 0
    ");
}

#[test]
fn a_file_that_borrows_a_name_does_not_stand_in_for_the_session() {
    let sandbox = Sandbox::new();
    sandbox.own("legs-resting.toml", FINE);
    insta::assert_snapshot!(own_rows(&sandbox.softly(&["list"])), @"
    legs-resting             1:00  A quiet minute  (this name is taken: play it by its file)

    softly play NAME plays one. softly show NAME tells what it says, and when.
    Your own files are in ~/share/softly/sessions.
    --- exit 0
    ");
    let shown = sandbox.run(&["show", "legs-resting"]).stdout;
    assert!(shown.starts_with("Legs Resting"), "{shown}");
    let own = sandbox
        .path("")
        .join("../share/softly/sessions/legs-resting.toml");
    let shown = sandbox.run(&["show", &own.to_string_lossy()]).stdout;
    assert!(shown.starts_with("A quiet minute"), "{shown}");
}

#[test]
fn a_broken_file_in_the_own_folder_is_listed_and_explained() {
    let sandbox = Sandbox::new();
    sandbox.own("evening.toml", THREE_MISTAKES);
    sandbox.own("letter.toml", b"PK\x03\x04word/document.xml");
    insta::assert_snapshot!(own_rows(&sandbox.softly(&["list"])), @"
    evening                     –  needs mending
    letter                      –  needs mending

    softly play NAME plays one. softly show NAME tells what it says, and when.
    Your own files are in ~/share/softly/sessions.
    softly check FILE says what needs mending in one.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["play", "letter"]), @"
    --- stderr
    softly: ~/share/softly/sessions/letter.toml: This file is a Word document, not plain text. If it holds a session, open it where it was written, choose Save As, and pick plain text with a name that ends in .toml.
    --- exit 2
    ");
    let ran = sandbox.run(&["play", "evening"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
    assert_eq!(ran.stderr.matches("error: ").count(), 3);
    let rows: Value = serde_json::from_str(&sandbox.run(&["list", "--json"]).stdout).unwrap();
    assert_eq!(
        rows[library::built_in(Language::English).len()]["id"],
        "evening"
    );
    assert_eq!(
        rows[library::built_in(Language::English).len()]["playable"],
        false
    );
}
