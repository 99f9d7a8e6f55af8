//! Settings, favourites and the last practice in a real terminal: what is written down, and when.

use super::harness::Terminal;
use super::{ends_as_found, setup};

fn started(options: &[&str], kept: &str) -> Terminal {
    let arguments: Vec<&str> = ["--no-sound"].iter().chain(options).copied().collect();
    let terminal = setup(&arguments).keeping(kept).start();
    terminal.wait_for("enter open");
    terminal.wait_until_answered();
    terminal
}

/// The lines of the file, without what it says about itself.
fn kept(terminal: &Terminal) -> Vec<String> {
    let kept = terminal.kept().unwrap_or_default();
    let lines = kept.lines().filter(|line| !line.starts_with('#'));
    lines.map(ToOwned::to_owned).collect()
}

#[test]
fn what_is_set_is_written_down_at_once_and_holds_the_next_time() {
    let terminal = started(&[], "");
    terminal.send("s");
    terminal.wait_for("‹ bloom ›");
    assert_eq!(kept(&terminal), [""; 0], "to look keeps nothing");
    terminal.send("l");
    terminal.wait_for("‹ tide ›");
    assert_eq!(kept(&terminal), ["picture = \"tide\""]);
    terminal.send("\x1b");
    terminal.wait_for("First Soft Breaths");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));

    let again = started(&[], "picture = \"tide\"\n");
    again.send("s");
    again.wait_for("‹ tide ›");
    again.send("h");
    again.wait_for("‹ bloom ›");
    assert_eq!(again.kept(), None, "where nothing is set, there is no file");
    ends_as_found(again, 0, |terminal| terminal.send("q"));
}

#[test]
fn in_private_settings_and_favourites_hold_until_softly_closes_and_are_written_nowhere() {
    let terminal = started(&["--private"], "picture = \"gauge\"\n");
    terminal.send("s");
    terminal.wait_for("These hold only until softly closes");
    terminal.send("h");
    terminal.wait_for("‹ orb ›");
    terminal.send("sf");
    terminal.wait_for("Favourites");
    assert_eq!(kept(&terminal), ["picture = \"gauge\""]);
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn a_session_is_found_by_typing_marked_and_remembered_when_it_begins() {
    let terminal = started(&[], "remember = \"last\"\n");
    terminal.send("/legs");
    terminal.wait_for("› Legs Resting");
    terminal.send("\x1b");
    terminal.wait_for("Resting, carried");
    terminal.send("f");
    terminal.wait_for("Favourites");
    let marked = ["remember = \"last\"", "favourites = [\"legs-resting\"]"];
    assert_eq!(kept(&terminal), marked);
    terminal.send("\r");
    terminal.wait_for("Enter begins");
    assert_eq!(kept(&terminal), marked, "nothing has begun yet");
    terminal.send("\r");
    terminal.wait_for("min left");
    let last = "last = \"legs-resting\"";
    assert_eq!(kept(&terminal), [marked[0], marked[1], last]);
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn enter_twice_plays_the_last_practice() {
    let terminal = started(&[], "remember = \"last\"\nlast = \"slow-rocking\"\n");
    terminal.wait_for("› Slow Rocking");
    terminal.send("\r");
    terminal.wait_for("Enter begins");
    terminal.send("\r");
    terminal.wait_until("the session", |screen| {
        let contents = screen.contents();
        contents.contains("Slow Rocking") && contents.contains("min left")
    });
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}
