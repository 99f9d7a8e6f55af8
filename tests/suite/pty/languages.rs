//! softly in German in a real terminal, from the locale alone: on the screen, and as lines of text.

use super::harness::Terminal;
use super::{ends_as_found, setup};

fn german(arguments: &[&str]) -> Terminal {
    setup(arguments)
        .variable("LC_ALL", "de_DE.UTF-8")
        .variable("SOFTLY_SPEED", "50")
        .start()
}

#[test]
fn the_screen_is_in_german_from_the_list_to_when_to_stop() {
    let terminal = german(&["--no-sound"]);
    terminal.wait_for("Erste sanfte Atemzüge");
    terminal.wait_until_answered();
    terminal.send("w");
    terminal.wait_for("Jetzt aufhören und etwas ändern");
    terminal.send("l");
    terminal.wait_for("Wann Hilfe holen");
    terminal.send("\x1b");
    terminal.wait_for("Eingabe öffnen");
    terminal.send("\r");
    terminal.wait_for("Wenn du gut eingerichtet bist, beginnt die Eingabetaste.");
    terminal.send("\r");
    terminal.wait_for("noch etwa 3 min");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn lines_of_text_are_in_german_with_the_pages_that_are_asked_for() {
    let mut terminal = german(&["play", "landing-in-the-room", "--plain", "--no-sound"]);
    terminal.wait_for("Die Eingabetaste beginnt, wenn du gut eingerichtet bist.");
    terminal.send("w\n");
    terminal.wait_for("w, dann Eingabetaste: mehr dazu. Wann Hilfe holen.");
    // Back from the page, and then it begins.
    terminal.send("\n\n");
    terminal.wait_for("Danke, dass du hier bist.");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(terminal.stderr(), "");
}

#[test]
fn what_breaks_is_said_in_german() {
    let mut terminal = setup(&["--no-sound", "--language", "de"])
        .variable("SOFTLY_FAULT", "1")
        .start();
    assert_ne!(terminal.wait_exit(), 0);
    let said = terminal.stderr();
    assert!(said.contains("Du hast nichts falsch gemacht."), "{said}");
}
