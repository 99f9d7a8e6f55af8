//! A session that waits for a key, in a real terminal: as a picture and as lines of text.

use std::time::Duration;

use super::harness::Terminal;
use super::{ends_as_found, setup};

/// A session with every kind of step.
const EVERYTHING: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/valid/everything.toml"
);

/// The session under way, much faster than life: what is read in ten seconds takes a tenth of one.
fn practising(options: &[&str]) -> Terminal {
    let together = [
        "play",
        EVERYTHING,
        "--with-therapist",
        "--no-sound",
        "--now",
    ];
    setup(&[&together, options].concat())
        .variable("SOFTLY_SPEED", "100")
        .start()
}

fn settled(terminal: &Terminal) {
    terminal.wait_until_quiet_for(Duration::from_millis(500));
}

#[test]
fn a_screen_that_waits_is_still_and_any_key_that_goes_on_goes_on() {
    let terminal = practising(&[]);
    for (waits, key) in [
        ("Take the time you like.", "\r"),
        ("whenever you're ready", " "),
        ("The bridge, as you practised it together.", "\x1b[C"),
    ] {
        terminal.wait_for(waits);
        settled(&terminal);
        let before = terminal.bytes();
        terminal.wait_until_quiet_for(Duration::from_secs(1));
        assert_eq!(terminal.bytes(), before, "{waits}");
        assert!(terminal.contents().contains("go on"), "{waits}");
        terminal.send(key);
        terminal.wait_until("what comes next", |screen| {
            !screen.contents().contains(waits)
        });
    }
    terminal.wait_for("Thank you for being here.");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn q_leaves_while_it_waits() {
    let terminal = practising(&[]);
    terminal.wait_for("Take the time you like.");
    settled(&terminal);
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn lines_wait_and_enter_goes_on() {
    let mut terminal = practising(&["--plain"]);
    for (waits, next) in [
        (
            "Part 2 of 11: Until you're ready. Enter goes on, whenever you're ready.",
            "Part 3 of 11",
        ),
        (
            "Part 8 of 11: Side-lying. Enter goes on, whenever you're ready.",
            "Part 9 of 11",
        ),
        (
            "Part 10 of 11: Your own exercise. Enter goes on",
            "Part 11 of 11",
        ),
    ] {
        terminal.wait_for(waits);
        settled(&terminal);
        assert!(!terminal.contents().contains(next), "it waits: {waits}");
        // What comes next runs past so quickly here that it may have left the window already.
        terminal.send("\n");
    }
    terminal.wait_for("Thank you for being here.");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(terminal.escapes(), 0);
}
