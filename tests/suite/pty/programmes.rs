//! Weeks of practice in a real terminal: what is written down, and when.

use super::harness::Terminal;
use super::{ends_as_found, setup};

fn at_a_programme(options: &[&str]) -> Terminal {
    let arguments: Vec<&str> = ["--no-sound"].iter().chain(options).copied().collect();
    let terminal = setup(&arguments).start();
    terminal.wait_for("First Soft Breaths");
    terminal.wait_until_answered();
    terminal.send("p");
    terminal.wait_for("Soft, Then Moving");
    terminal.send("\r");
    terminal.wait_for("Week 1 of 4");
    terminal
}

#[test]
fn a_week_is_written_down_when_it_is_asked_for_and_gone_when_it_is_let_go_of() {
    let terminal = at_a_programme(&[]);
    terminal.send("l");
    terminal.wait_for("Week 2 of 4");
    assert_eq!(terminal.kept(), None, "to look keeps nothing");
    terminal.send("f");
    terminal.wait_for("You are in this week. u stops following.");
    let kept = terminal.kept().unwrap_or_default();
    assert!(
        kept.ends_with("programme = \"finding-softness\"\nweek = 2\n"),
        "{kept}"
    );
    terminal.send("u");
    terminal.wait_for("f follows from this week");
    assert_eq!(terminal.kept(), None);
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn in_private_a_week_is_known_until_softly_closes_and_written_nowhere() {
    let terminal = at_a_programme(&["--private"]);
    terminal.send("f");
    terminal.wait_for("kept only until softly closes");
    terminal.send("\x7f\x7f");
    terminal.wait_for("Finding Softness, week 1");
    assert_eq!(terminal.kept(), None);
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn in_private_a_week_that_was_kept_before_is_still_kept() {
    let kept = "programme = \"finding-softness\"\nweek = 1\n";
    let setup = setup(&["--no-sound", "--private"]).keeping(kept);
    let terminal = setup.start();
    terminal.wait_for("First Soft Breaths");
    terminal.wait_until_answered();
    terminal.send("p");
    terminal.wait_for("You are in this week. u stops following.");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn what_was_chosen_elsewhere_meanwhile_is_not_undone() {
    let elsewhere = "programme = \"finding-softness\"\nweek = 3\n";
    let terminal = at_a_programme(&[]);
    terminal.keep(elsewhere);
    terminal.send("\x7f\x7f");
    terminal.wait_for("First Soft Breaths");
    terminal.send("v");
    terminal.wait_for("plain words");
    let kept = terminal.kept().unwrap_or_default();
    assert!(kept.contains("words = \"anatomical\"\n"), "{kept}");
    assert!(kept.ends_with(elsewhere), "{kept}");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}
