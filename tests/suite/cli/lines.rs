//! Whole sessions as lines of text, through a pipe, with a clock that runs faster.

use super::assert_page;
use super::sandbox::Sandbox;

/// A session played through a pipe, much faster than life.
fn played(name: &str) -> String {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    let ran = sandbox.run(&["play", name, "--plain"]);
    assert_eq!(ran.stderr, "");
    assert_eq!(ran.code, Some(0));
    ran.stdout
}

#[test]
fn a_session_without_paced_breath_plays_as_lines() {
    assert_page!("lines-landing-in-the-room", played("landing-in-the-room"));
}

#[test]
fn a_session_with_breath_plays_as_lines() {
    assert_page!("lines-first-soft-breaths", played("first-soft-breaths"));
}

#[test]
fn where_nobody_can_answer_a_session_that_waits_flows_through() {
    let everything = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/valid/everything.toml"
    );
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    let asked = ["play", everything, "--with-therapist", "--squeezes"];
    let ran = sandbox.run(&asked);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(!ran.stdout.contains("Enter"), "{}", ran.stdout);
    assert_page!("lines-everything", ran.stdout);
}

#[test]
fn at_ones_own_pace_no_breath_is_called() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    let ran = sandbox.run(&["play", "first-soft-breaths", "--own-pace"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(
        !ran.stdout
            .lines()
            .any(|line| line.starts_with("In.") || line.starts_with("In,"))
    );
    assert!(ran.stdout.contains("\nThank you for being here.\n"));
}

#[test]
fn the_speed_changes_neither_lines_nor_their_order() {
    let at = |speed| {
        let sandbox = Sandbox::new().variable("SOFTLY_SPEED", speed);
        sandbox.softly(&["play", "first-soft-breaths"])
    };
    assert_eq!(at("100"), at("1000"));
}

#[test]
fn the_environment_can_ask_for_lines() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    let asked = sandbox.variable("SOFTLY_ACCESSIBLE", "1");
    assert_eq!(
        asked.run(&["play", "landing-in-the-room"]).stdout,
        played("landing-in-the-room")
    );
}

#[test]
fn a_line_is_short_enough_to_be_spoken_in_one_breath() {
    for name in [
        "first-soft-breaths",
        "legs-resting",
        "childs-pose-supported",
        "landing-in-the-room",
    ] {
        let said = played(name);
        // What helps is a list, and is heard at rest.
        for line in said.lines().filter(|line| !line.starts_with("Helpful")) {
            let words = line.split_whitespace().count();
            assert!(words <= 16, "{words} words: {line}");
        }
        let lines: Vec<&str> = said.lines().filter(|line| !line.is_empty()).collect();
        let twice = |pair: &&[&str]| pair[0] == pair[1];
        assert_eq!(lines.windows(2).find(twice), None, "{name}");
    }
}

#[test]
fn how_much_is_said_can_be_chosen_for_one_time() {
    let lines = |announce: &str| {
        let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
        let ran = sandbox.run(&["play", "first-soft-breaths", "--announce", announce]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        ran.stdout
    };
    let is_call = |line: &&str| line.starts_with("In.") || line.starts_with("In,");
    let called = |text: &str| text.lines().filter(is_call).count();
    let (phase, part, none) = (lines("phase"), lines("part"), lines("none"));
    assert_eq!((called(&phase), called(&part), called(&none)), (16, 0, 0));
    assert!(
        part.contains("\nPart 4 of 7: A little slower. 45 seconds.\n"),
        "{part}"
    );
    assert!(!none.contains("Part 4"), "{none}");
    assert!(none.contains("\nThank you for being here.\n"), "{none}");
}
