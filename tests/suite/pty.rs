//! softly in a real pseudo-terminal: every way in, out and through leaves the terminal as found.
//!
//! What the pictures look like is not tested here.

mod clinic;
mod colours;
mod gate;
mod harness;
mod languages;
mod lines;
mod mouse;
mod programmes;
#[cfg(all(feature = "sound", target_os = "linux"))]
mod recording;
mod settings;
mod waiting;

use std::time::{Duration, Instant};

use harness::{Setup, Terminal};
use rustix::process::{Signal, kill_process};

/// How long a way out may take.
const PROMPTLY: Duration = Duration::from_millis(250);

/// A session in which the picture moves from its first moment on.
const BREATHING: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/valid/breathing.toml"
);

/// The program, or another build of it that is to pass the same tests.
fn program() -> String {
    #[expect(clippy::disallowed_methods, reason = "a test may be told what to test")]
    let other = std::env::var("SOFTLY_PROGRAM");
    other.unwrap_or_else(|_| env!("CARGO_BIN_EXE_softly").to_owned())
}

fn setup(arguments: &[&str]) -> Setup {
    Setup::new(&program(), arguments)
}

/// A practice that is under way.
fn practising() -> Terminal {
    let terminal = setup(&["play", BREATHING, "--now", "--no-sound"]).start();
    terminal.wait_for_picture();
    terminal.wait_until_answered();
    terminal
}

/// The same as a job of an interactive shell.
fn practising_under_a_shell() -> Terminal {
    let terminal = Setup::new("/bin/bash", &["--norc", "--noprofile", "-i"])
        .variable("PS1", "shell> ")
        .start();
    // The prompt goes to the standard error, which is in a file.
    let program = program();
    terminal.send(&format!(
        "exec 2>&1; '{program}' play '{BREATHING}' --now --no-sound\n"
    ));
    terminal.wait_for_picture();
    terminal.wait_until_answered();
    terminal
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long it takes is the question"
)]
fn ends_as_found(mut terminal: Terminal, code: u32, way: impl FnOnce(&mut Terminal)) {
    let began = Instant::now();
    way(&mut terminal);
    assert_eq!(terminal.wait_exit(), code);
    let took = began.elapsed();
    terminal.assert_as_found();
    assert_eq!(terminal.stderr(), "");
    assert!(took < PROMPTLY, "{took:?}");
}

#[test]
fn q_leaves_the_terminal_as_found() {
    ends_as_found(practising(), 0, |terminal| terminal.send("q"));
}

#[test]
fn escape_stops_and_leads_back_and_leaves_the_terminal_as_found() {
    let terminal = practising();
    terminal.send("\x1b");
    terminal.wait_for("Stopped here");
    terminal.send("\x1b");
    terminal.wait_for("To begin with");
    ends_as_found(terminal, 0, |terminal| terminal.send("\x1b"));
    // Whoever wants to be gone and presses it again and again is gone as soon.
    ends_as_found(practising(), 0, |terminal| terminal.send("\x1b\x1b\x1b"));
}

#[test]
fn q_leaves_a_session_that_was_stopped() {
    let terminal = practising();
    terminal.send("\x1b");
    terminal.wait_for("Stopped here");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn nothing_is_written_while_the_screen_is_dark_and_a_key_brings_it_back() {
    let terminal = setup(&["play", BREATHING, "--now", "--no-sound"])
        .variable("SOFTLY_SPEED", "10")
        .start();
    terminal.wait_for_picture();
    terminal.wait_until_answered();
    terminal.send("f");
    terminal.wait_until("a dark screen", |screen| screen.contents().trim() == "·");
    terminal.wait_until_quiet_for(Duration::from_millis(500));
    let before = terminal.bytes();
    terminal.wait_until_quiet_for(Duration::from_secs(2));
    assert_eq!(terminal.bytes(), before);
    terminal.send(" ");
    terminal.wait_for("Paused");
    terminal.send("f");
    terminal.wait_until("a dark screen", |screen| screen.contents().trim() == "·");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn ctrl_c_leaves_the_terminal_as_found() {
    ends_as_found(practising(), 130, |terminal| terminal.send("\x03"));
}

#[test]
fn every_signal_that_ends_leaves_the_terminal_as_found() {
    let table = [
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::TERM, 143),
    ];
    for (signal, code) in table {
        ends_as_found(practising(), code, |terminal| terminal.signal(signal));
    }
}

#[test]
fn a_signal_in_the_middle_of_a_key_still_ends_it() {
    ends_as_found(practising(), 143, |terminal| {
        terminal.send("\x1b[");
        terminal.signal(Signal::TERM);
    });
}

#[test]
fn a_closed_terminal_ends_it() {
    let mut terminal = practising();
    terminal.close();
    assert_eq!(terminal.wait_exit(), 129);
}

#[test]
fn a_terminal_closed_without_a_signal_ends_it() {
    // The kernel tells only the first process of a session, and this one does not pass it on.
    let script = format!(
        "trap '' HUP; '{}' play '{BREATHING}' --now --no-sound; exit $?",
        program()
    );
    let mut terminal = Setup::new("/bin/sh", &["-c", &script]).start();
    terminal.wait_for_picture();
    terminal.close();
    assert_eq!(terminal.wait_exit(), 129);
}

#[test]
fn a_fault_gives_the_terminal_back_before_it_says_so() {
    let mut terminal = setup(&["play", BREATHING, "--now", "--no-sound"])
        .variable("SOFTLY_FAULT", "1")
        .start();
    assert_eq!(terminal.wait_exit(), 101);
    terminal.assert_as_found();
    let said = terminal.stderr();
    assert!(
        said.starts_with("softly stopped because of a fault of its own."),
        "{said}"
    );
    assert!(said.contains("Please report it"), "{said}");
}

/// Waits until the shell says that its job is stopped, and takes commands: what is typed before
/// that may be lost between the two.
fn wait_until_stopped(terminal: &Terminal) {
    terminal.wait_until("a prompt after the stop", |screen| {
        screen.contents().contains("Stopped") && prompts(screen)
    });
}

/// Whether the shell takes commands.
fn prompts(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && screen.contents().trim_end().ends_with("shell>")
}

/// Leaves a practice that is the job of a shell, and then the shell, which takes the terminal's
/// modes back before it takes commands: the screen alone does not tell that it has.
fn leave(mut terminal: Terminal) {
    terminal.send("q");
    terminal.wait_until("a prompt after softly", prompts);
    terminal.send("echo code=$?; exit\n");
    terminal.wait_for("code=0");
    terminal.wait_exit();
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_goes_on() {
    let terminal = practising_under_a_shell();
    for _ in 0..2 {
        terminal.send("\x1a");
        terminal.wait_for_shell();
        wait_until_stopped(&terminal);
        terminal.send("clear; fg\n");
        terminal.wait_for("Welcome back");
    }
    leave(terminal);
}

#[test]
fn a_stop_from_outside_is_as_good_as_ctrl_z() {
    let terminal = practising_under_a_shell();
    let job = terminal.foreground();
    kill_process(job, Signal::TSTP).unwrap();
    terminal.wait_for_shell();
    wait_until_stopped(&terminal);
    terminal.send("clear; fg\n");
    terminal.wait_for("Welcome back");
    leave(terminal);
}

#[test]
fn after_a_stop_that_cannot_be_caught_fg_goes_on() {
    let terminal = practising_under_a_shell();
    // Once it has paused, it has also read the terminal's answer, and the shell will not.
    terminal.send(" ");
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    let job = terminal.foreground();
    kill_process(job, Signal::STOP).unwrap();
    // The shell writes over the picture, which nobody had the time to take away.
    terminal.wait_until("a prompt over the picture", |screen| {
        let contents = screen.contents();
        contents.contains("Stopped") && contents.contains("shell>")
    });
    terminal.send("tput rmcup; tput cnorm; clear\n");
    terminal.wait_for_shell();
    terminal.send("fg\n");
    terminal.wait_for_picture();
    leave(terminal);
}

#[test]
fn ctrl_z_without_a_shell_to_go_on_from_is_harmless() {
    let terminal = practising();
    terminal.send("\x1a");
    terminal.wait_for("Welcome back");
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    terminal.wait_for_picture();
    terminal.signal(Signal::TSTP);
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    terminal.wait_for_picture();
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_stop_that_cannot_be_caught_pauses() {
    let terminal = practising();
    terminal.signal(Signal::STOP);
    terminal.wait_for_state('T');
    terminal.signal(Signal::CONT);
    terminal.wait_for("Welcome back");
    terminal.wait_until_quiet_for(Duration::from_millis(1500));
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn a_storm_of_sizes_ends_with_the_right_picture() {
    let terminal = practising();
    terminal.send(" ");
    for round in 0..200_u16 {
        terminal.resize(1 + round * 7 % 120, 1 + round * 3 % 40);
    }
    terminal.resize(1, 1);
    terminal.wait_until_quiet_for(Duration::from_millis(100));
    terminal.resize(80, 24);
    terminal.wait_for_picture();
    terminal.wait_until_quiet_for(Duration::from_millis(100));
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn a_new_size_is_drawn_at_once_while_paused() {
    let terminal = practising();
    terminal.send(" ");
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    let before = terminal.bytes();
    terminal.resize(60, 20);
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    assert!(terminal.bytes() > before);
}

#[test]
fn what_is_pasted_is_not_typed() {
    let terminal = practising();
    terminal.paste("q!q\x1b[q");
    terminal.paste(&"q".repeat(10_000));
    terminal.send(" ");
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    terminal.wait_for_picture();
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn a_late_answer_of_the_terminal_is_not_typed() {
    let terminal = practising();
    terminal.send("\x1b]11;rgb:q/q/q\x1b\\\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c");
    terminal.send(" ");
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    terminal.wait_for_picture();
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn nothing_is_written_while_paused() {
    let terminal = practising();
    terminal.send(" ");
    terminal.wait_for("Paused");
    terminal.wait_until_quiet_for(Duration::from_secs(2));
    let before = terminal.bytes();
    terminal.wait_until_quiet_for(Duration::from_secs(1));
    assert_eq!(terminal.bytes(), before);
}

#[test]
fn when_to_stop_lies_over_a_session_which_goes_on_afterwards() {
    let terminal = practising();
    terminal.send("w");
    terminal.wait_for("Stop and change now");
    // The picture would move in every one of these seconds.
    terminal.wait_until_quiet_for(Duration::from_secs(2));
    terminal.send("l");
    terminal.wait_for("When to get help");
    terminal.send("w");
    terminal.wait_for("min left");
    ends_as_found(terminal, 0, |terminal| terminal.send("q"));
}

#[test]
fn a_stopped_job_in_the_background_never_takes_the_terminal() {
    let terminal = practising_under_a_shell();
    terminal.send("\x1a");
    terminal.wait_for_shell();
    wait_until_stopped(&terminal);
    terminal.send("clear; bg; echo mine\n");
    terminal.wait_for("mine\n");
    terminal.wait_until_quiet_for(Duration::from_millis(300));
    assert!(terminal.contents().contains("mine\n"));
    terminal.send("fg\n");
    terminal.wait_for_picture();
    leave(terminal);
}
