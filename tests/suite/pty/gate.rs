//! A session that is meant to be chosen with a therapist, in a real terminal: as a picture and as
//! lines of text.

use std::time::Duration;

use super::harness::{Setup, Terminal};
use super::{ends_as_found, setup};

/// A session with a therapist's gate and small squeezes.
const TOGETHER: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/valid/chosen-together.toml"
);

const GATE: &str = "meant to be chosen together with a pelvic-health therapist";

fn playing(options: &[&str]) -> Setup {
    let arguments: Vec<&str> = ["play", TOGETHER, "--no-sound"]
        .iter()
        .chain(options)
        .copied()
        .collect();
    setup(&arguments)
}

/// Waits until everything that was typed has been answered.
fn settled(terminal: &Terminal) {
    terminal.wait_until_quiet_for(Duration::from_millis(300));
}

#[test]
fn enter_does_not_open_it_and_t_does() {
    let terminal = playing(&[]).start();
    terminal.wait_for(GATE);
    terminal.wait_until_answered();
    for key in ["\r", " ", "\r\r\r", "y"] {
        terminal.send(key);
        settled(&terminal);
        assert!(terminal.contents().contains(GATE), "after {key:?}");
    }
    terminal.wait_for("Here it is t that goes on");
    terminal.send("t");
    terminal.wait_for("When you are settled");
    terminal.send("c");
    terminal.wait_for("small squeezes, each with its release: on");
    terminal.send("\r");
    terminal.wait_for("min left");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn beginning_at_once_still_asks_first() {
    let terminal = playing(&["--now"]).start();
    terminal.wait_for(GATE);
    terminal.wait_until_answered();
    terminal.send("\r");
    settled(&terminal);
    assert!(terminal.contents().contains(GATE));
    terminal.send("t");
    terminal.wait_for("min left");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn whoever_says_so_beforehand_is_not_asked() {
    let terminal = playing(&["--with-therapist"]).start();
    terminal.wait_for("When you are settled");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
    let terminal = playing(&["--with-therapist", "--now"]).start();
    terminal.wait_for("min left");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn q_leaves_at_the_gate() {
    let terminal = playing(&[]).start();
    terminal.wait_for(GATE);
    terminal.wait_until_answered();
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn as_lines_it_opens_with_a_t_and_letters_switch() {
    let mut terminal = playing(&["--plain"])
        .variable("SOFTLY_SPEED", "1000")
        .start();
    let how = "My therapist and I chose this: t, then Enter, goes on.";
    terminal.wait_for(how);
    terminal.send("\n");
    terminal.wait_until("how to go on, once more", |screen| {
        screen.contents().matches(how).count() == 2
    });
    // What is typed ahead of the set-up is answered there.
    terminal.send("t\nc\nx\nz\n");
    terminal.wait_for("Small squeezes, each with its release: on. 3 minutes 36 seconds.");
    terminal.wait_for("Shorter (2 minutes 36 seconds), without the optional parts: on.");
    terminal.wait_for("Enter begins, when you are settled.");
    terminal.send("\n");
    terminal.wait_for("Thank you for being here.");
    terminal.wait_for("nothing is kept.");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!((terminal.stderr().as_str(), terminal.escapes()), ("", 0));
}

#[test]
fn as_lines_the_gate_can_be_left_in_every_way() {
    for (way, code) in [("q\n", 0), ("\x04", 0), ("\x03", 130)] {
        let mut terminal = playing(&["--plain", "--now"]).start();
        terminal.wait_for("t, then Enter, goes on.");
        terminal.send(way);
        assert_eq!(terminal.wait_exit(), code, "{way:?}");
    }
}
