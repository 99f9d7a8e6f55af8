//! A session in the clinic and the notes in a second terminal, as two people at two windows see them.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the outside of the program is made of files and programs"
)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::harness::{Setup, Terminal};
use super::{ends_as_found, setup};

const SESSION: &str = r#"
softly = 1
title = "For two"
[[step]]
rest = "1m"
say = "Here, for a moment."
note = "Ask how the hip is."
[[step]]
title = "Slow"
breathe = { in = 4, out = 6 }
times = 6
note = "Watch the shoulders."
"#;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("for-two.toml"), SESSION).unwrap();
    folder
}

fn runtime(setup: Setup, folder: &Path) -> Setup {
    setup.variable("XDG_RUNTIME_DIR", folder.to_str().unwrap())
}

fn in_the_clinic(folder: &Path) -> Terminal {
    let file = folder.join("for-two.toml");
    let arguments = [
        "play",
        file.to_str().unwrap(),
        "--clinic",
        "--no-sound",
        "--now",
    ];
    let terminal = runtime(setup(&arguments), folder).start();
    terminal.wait_for_picture();
    terminal.wait_until_answered();
    terminal
}

fn notes(folder: &Path) -> Terminal {
    let terminal = runtime(setup(&["notes"]), folder).start();
    terminal.wait_until_answered();
    terminal
}

#[test]
fn the_notes_follow_from_part_to_part_and_let_go_when_the_session_closes() {
    let folder = folder();
    let notes = notes(folder.path());
    notes.wait_for("Nothing is played in the clinic");
    let session = in_the_clinic(folder.path());
    notes.wait_for("Ask how the hip is.");
    session.send("n");
    notes.wait_for("› ");
    notes.wait_for("Watch the shoulders.");
    session.send(".");
    notes.wait_for("stands still");
    assert_eq!(session.kept(), None, "nothing is written in the clinic");
    ends_as_found(session, 0, |session| session.send("q"));
    notes.wait_for("Nothing is played in the clinic");
    ends_as_found(notes, 0, |notes| notes.send("q"));
    let left = fs::read_dir(folder.path().join("softly")).unwrap();
    assert_eq!(left.count(), 0, "the socket is gone with the session");
}

#[test]
fn only_the_same_user_can_open_the_folder_of_the_notes() {
    let folder = folder();
    let session = in_the_clinic(folder.path());
    let made = fs::metadata(folder.path().join("softly")).unwrap();
    assert_eq!(made.permissions().mode() & 0o777, 0o700);
    ends_as_found(session, 0, |session| session.send("q"));
}

#[test]
fn a_folder_that_others_can_look_into_is_not_used_and_the_session_plays_all_the_same() {
    let folder = folder();
    let open = folder.path().join("softly");
    fs::create_dir(&open).unwrap();
    fs::set_permissions(&open, fs::Permissions::from_mode(0o755)).unwrap();
    let session = in_the_clinic(folder.path());
    session.wait_for("For two");
    assert_eq!(fs::read_dir(&open).unwrap().count(), 0);
    ends_as_found(session, 0, |session| session.send("q"));
}

#[test]
fn a_socket_that_a_killed_session_left_behind_is_no_obstacle() {
    let folder = folder();
    let killed = in_the_clinic(folder.path());
    rustix::process::kill_process(killed.pid(), rustix::process::Signal::KILL).unwrap();
    drop(killed);
    let notes = notes(folder.path());
    notes.wait_for("Nothing is played in the clinic");
    let session = in_the_clinic(folder.path());
    notes.wait_for("Ask how the hip is.");
    ends_as_found(session, 0, |session| session.send("q"));
    ends_as_found(notes, 0, |notes| notes.send("q"));
}
