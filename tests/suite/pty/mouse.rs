//! The mouse in a real terminal: asked for on lists only, and always given back.

use rustix::process::Signal;
use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use super::harness::{Setup, Terminal};
use super::{ends_as_found, program, setup, wait_until_stopped};

fn at_the_list() -> Terminal {
    let terminal = setup(&["--no-sound"]).start();
    terminal.wait_for("First Soft Breaths");
    terminal.wait_until_answered();
    terminal.wait_until("the mouse asked for", is_told);
    terminal
}

fn is_told(screen: &vt100::Screen) -> bool {
    screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
        && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
}

fn is_left_alone(screen: &vt100::Screen) -> bool {
    screen.mouse_protocol_mode() == MouseProtocolMode::None
}

/// Presses and lets go of the first button on the row of a text, as a terminal tells it.
fn click(terminal: &Terminal, text: &str) {
    let begins = |line: &str| line.trim_start_matches([' ', '›']).starts_with(text);
    let row = |contents: &str| contents.lines().position(begins);
    terminal.wait_until(text, |screen| row(&screen.contents()).is_some());
    let row = row(&terminal.contents()).unwrap_or(0) + 1;
    terminal.send(&format!("\x1b[<0;6;{row}M\x1b[<0;6;{row}m"));
}

#[test]
fn a_click_chooses_a_second_one_opens_and_the_mouse_is_left_alone_from_there() {
    let terminal = at_the_list();
    click(&terminal, "Legs Resting");
    terminal.wait_for("› Legs Resting");
    click(&terminal, "Legs Resting");
    terminal.wait_until("the set-up, and the mouse left alone", |screen| {
        screen.contents().contains("Enter begins") && is_left_alone(screen)
    });
    terminal.send("\x1b");
    terminal.wait_until("the list, and the mouse asked for", |screen| {
        screen.contents().contains("First Soft Breaths") && is_told(screen)
    });
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn what_lies_over_a_list_and_is_none_leaves_the_mouse_alone() {
    let terminal = at_the_list();
    terminal.send("w");
    terminal.wait_until("when to stop", is_left_alone);
    terminal.send("w");
    terminal.wait_until("the list", is_told);
    terminal.send("c");
    terminal.wait_for("Short pages to read");
    click(&terminal, "Easy, not big");
    terminal.wait_for("› Easy, not big");
    ends_as_found(terminal, 143, |terminal| terminal.signal(Signal::TERM));
}

#[test]
fn a_fault_and_every_signal_give_the_mouse_back_too() {
    for (signal, code) in [(Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131)] {
        ends_as_found(at_the_list(), code, |terminal| terminal.signal(signal));
    }
    let mut terminal = setup(&["--no-sound"]).variable("SOFTLY_FAULT", "1").start();
    assert_eq!(terminal.wait_exit(), 101);
    terminal.assert_as_found();
}

#[test]
fn a_stopped_list_gives_the_mouse_back_and_fg_asks_for_it_again() {
    let terminal = Setup::new("/bin/bash", &["--norc", "--noprofile", "-i"])
        .variable("PS1", "shell> ")
        .start();
    terminal.send(&format!("exec 2>&1; '{}' --no-sound\n", program()));
    terminal.wait_until("the list", is_told);
    terminal.wait_until_answered();
    terminal.send("\x1a");
    terminal.wait_for_shell();
    terminal.wait_until("the mouse left alone", is_left_alone);
    wait_until_stopped(&terminal);
    terminal.send("clear; fg\n");
    terminal.wait_until("the list again", |screen| {
        screen.contents().contains("First Soft Breaths") && is_told(screen)
    });
    click(&terminal, "Legs Resting");
    terminal.wait_for("› Legs Resting");
    super::leave(terminal);
}
