//! A session as lines in a real terminal: it waits, listens to keys on lines of their own, and
//! writes nothing but text.

use super::harness::{Setup, Terminal};
use super::{program, setup, wait_until_stopped};

/// A session as lines, at a speed, at its set-up.
fn settling(speed: &str) -> Terminal {
    let terminal = setup(&["play", "landing-in-the-room", "--plain", "--no-sound"])
        .variable("SOFTLY_SPEED", speed)
        .start();
    terminal.wait_for("Enter begins, when you are settled.");
    terminal
}

/// The same, begun.
fn listening(speed: &str) -> Terminal {
    let terminal = settling(speed);
    terminal.send("\n");
    terminal.wait_for("Part 1 of 8");
    terminal
}

/// Waits for the end, and fails if anything but text was written.
#[track_caller]
fn ends(mut terminal: Terminal, code: u32) {
    assert_eq!(terminal.wait_exit(), code);
    assert_eq!(terminal.stderr(), "");
    assert_eq!(terminal.escapes(), 0);
}

#[test]
fn the_set_up_waits_until_enter() {
    let terminal = settling("1000");
    // The whole session would take a quarter of a second at this speed.
    terminal.wait_until_quiet_for(std::time::Duration::from_millis(500));
    assert!(!terminal.contents().contains("Part 1 of 8"));
    terminal.send("\n");
    terminal.wait_for("Thank you for being here.");
    ends(terminal, 0);
}

#[test]
fn q_leaves_before_it_begins() {
    let terminal = settling("1");
    terminal.send("q\n");
    ends(terminal, 0);
}

#[test]
fn enter_pauses_and_goes_on() {
    let terminal = listening("50");
    terminal.send("\n");
    terminal.wait_for("Paused. Enter goes on with a fresh breath.");
    let before = terminal.contents();
    terminal.wait_until_quiet_for(std::time::Duration::from_millis(500));
    assert_eq!(terminal.contents(), before);
    terminal.send("\n");
    terminal.wait_for("Going on.");
    terminal.wait_for("Thank you for being here.");
    ends(terminal, 0);
}

#[test]
fn w_tells_when_to_stop_and_the_session_waits_meanwhile() {
    let terminal = listening("50");
    terminal.send("w\n");
    terminal.wait_for("w, then Enter, tells more: When to get help.");
    terminal.wait_for("Paused. Enter goes on with a fresh breath.");
    terminal.send("w\n");
    terminal.wait_for("your local emergency number");
    terminal.wait_until("the second page, whole", |screen| {
        let contents = screen.contents();
        contents.contains("tells more: Before you begin.")
            && contents.ends_with("\nPaused. Enter goes on with a fresh breath.")
    });
    let before = terminal.contents();
    terminal.wait_until_quiet_for(std::time::Duration::from_millis(500));
    assert_eq!(terminal.contents(), before);
    terminal.send("\n");
    terminal.wait_for("Going on.");
    terminal.send("w\n");
    terminal.wait_until("the first page again", |screen| {
        screen
            .contents()
            .ends_with("Paused. Enter goes on with a fresh breath.")
            && screen.contents().contains("tells more: When to get help.")
    });
    terminal.send("q\n");
    ends(terminal, 0);
}

#[test]
fn g_leads_to_the_ground_from_when_to_stop() {
    let terminal = listening("50");
    terminal.send("w\n");
    terminal.wait_for("g, then Enter, begins a few minutes of landing in the room.");
    terminal.send("g\n");
    terminal.wait_for("Landing in the Room. 4 minutes 5 seconds, 8 parts.");
    terminal.wait_for("The breath can look after itself here.");
    terminal.wait_for("Thank you for being here.");
    ends(terminal, 0);
}

#[test]
fn n_skips_a_part_and_begins_nothing() {
    let terminal = settling("1");
    terminal.send("n\n");
    terminal.wait_until("how to begin, once more", |screen| {
        screen.contents().matches("Enter begins").count() >= 2
    });
    terminal.send("\n");
    terminal.wait_for("Part 1 of");
    terminal.send("n\n");
    terminal.wait_for("Part 2 of");
    terminal.send("q\n");
    ends(terminal, 0);
}

#[test]
fn w_is_answered_at_the_set_up_too() {
    let terminal = settling("1");
    terminal.wait_for("w, then Enter, tells when to stop");
    terminal.send("w\n");
    terminal.wait_for("w, then Enter, tells more: When to get help.");
    terminal.wait_for("Enter goes back.");
    terminal.send("\n");
    terminal.wait_until("how to begin, once more", |screen| {
        let contents = screen.contents();
        contents
            .trim_end()
            .ends_with("Enter begins, when you are settled.")
    });
    terminal.send("q\n");
    ends(terminal, 0);
}

#[test]
fn n_skips_a_part_and_q_leaves() {
    let terminal = listening("1");
    for part in ["Part 2 of 8", "Part 3 of 8"] {
        terminal.send("n\n");
        terminal.wait_for(part);
    }
    terminal.send("q\n");
    ends(terminal, 0);
}

#[test]
fn skipping_the_last_part_ends_with_thanks() {
    let terminal = listening("1");
    for part in 2..=8 {
        terminal.send("n\n");
        terminal.wait_for(&format!("Part {part} of 8"));
    }
    terminal.send("n\n");
    terminal.wait_for("Thank you for being here.");
    ends(terminal, 0);
}

#[test]
fn ctrl_c_leaves_lines_too() {
    for terminal in [settling("1"), listening("1")] {
        terminal.send("\x03");
        ends(terminal, 130);
    }
}

#[test]
fn an_end_of_input_leaves() {
    let terminal = listening("1");
    terminal.send("\x04");
    ends(terminal, 0);
}

#[test]
fn a_terminal_that_can_only_write_gets_lines() {
    let terminal = setup(&["play", "landing-in-the-room", "--no-sound"])
        .variable("TERM", "dumb")
        .variable("SOFTLY_SPEED", "1000")
        .start();
    terminal.wait_for("Enter begins");
    terminal.send("\n");
    terminal.wait_for("Thank you for being here.");
    ends(terminal, 0);
}

#[test]
fn the_list_is_there_in_lines_and_leads_to_a_session_and_back() {
    for (arguments, variable) in [
        (&[][..], ("TERM", "dumb")),
        (&["--plain"], ("TERM", "xterm")),
        (&[], ("ACCESSIBLE", "1")),
    ] {
        let terminal = setup(arguments)
            .variable(variable.0, variable.1)
            .variable("SOFTLY_SPEED", "1000")
            .start();
        terminal.wait_for("Enter alone opens First Soft Breaths.");
        terminal.send("2\n");
        terminal.wait_for("Enter begins, when you are settled.");
        terminal.send("\n");
        terminal.wait_for("Enter goes to the list of sessions.");
        terminal.send("\n");
        terminal.wait_for("The list of sessions.");
        terminal.send("stop\n");
        ends(terminal, 0);
    }
}

#[test]
fn a_line_is_edited_by_the_terminal_and_counts_once_it_is_ended() {
    let terminal = settling("1");
    // The key that takes a letter back, as a terminal sends it.
    terminal.send("q\x7fminutes 3");
    terminal.wait_until_quiet_for(std::time::Duration::from_millis(300));
    assert!(!terminal.contents().contains("The session takes"));
    terminal.send("\n");
    terminal.wait_for("The session takes 3 minutes");
    terminal.send("q\n");
    ends(terminal, 0);
}

#[test]
fn what_is_set_is_kept_and_with_private_it_is_not() {
    for (arguments, kept) in [(&["--plain"][..], true), (&["--plain", "--private"], false)] {
        let mut terminal = setup(arguments).start();
        terminal.wait_for("Enter alone opens");
        terminal.send("announce part\n");
        terminal.wait_for("Lines: parts. Every part and every line.");
        assert_eq!(
            terminal.contents().contains("could not be written down"),
            !kept
        );
        terminal.send("q\n");
        assert_eq!(terminal.wait_exit(), 0);
        let file = terminal.kept().unwrap_or_default();
        assert_eq!(file.contains("announce = \"part\""), kept, "{file}");
    }
}

#[test]
fn set_aside_as_a_job_it_pauses_and_comes_back() {
    let mut terminal = Setup::new("/bin/bash", &["--norc", "--noprofile", "-i"])
        .variable("PS1", "shell> ")
        .start();
    let program = program();
    terminal.send(&format!(
        "exec 2>&1; '{program}' play landing-in-the-room --plain --no-sound --now\n"
    ));
    terminal.wait_for("Part 1 of 8");
    terminal.send("\x1a");
    wait_until_stopped(&terminal);
    assert!(terminal.contents().contains("Welcome back. Enter goes on"));
    terminal.send("clear; fg\n");
    terminal.wait_until("the job in the foreground", |screen| {
        screen.contents().contains("--now")
    });
    terminal.send("\n");
    terminal.wait_for("Going on.");
    terminal.send("q\n");
    terminal.wait_for("Stopped here. That's fine.");
    terminal.send("echo code=$?; exit\n");
    terminal.wait_for("code=0");
    terminal.wait_exit();
}

#[test]
#[cfg(all(feature = "sound", target_os = "linux"))]
#[expect(
    clippy::disallowed_methods,
    reason = "a device and a session of its own"
)]
fn while_the_last_bell_rings_w_tells_when_to_stop_and_softly_stays_until_it_is_read() {
    if !libasound_at_run_time::available() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (settings, session) = (folder.path().join("alsa"), folder.path().join("short.toml"));
    std::fs::write(&settings, "pcm.!default { type null }\n").unwrap();
    let text = "softly = 1\ntitle = \"Short\"\n[[step]]\nrest = \"3s\"\nsay = \"Here.\"\n";
    std::fs::write(&session, text).unwrap();
    let terminal = setup(&["play", session.to_str().unwrap(), "--plain", "--now"])
        .variable("ALSA_CONFIG_PATH", settings.to_str().unwrap())
        .start();
    terminal.wait_for("Thank you for being here.");
    terminal.send("w\n");
    terminal.wait_for("w, then Enter, tells more: When to get help.");
    terminal.send("w\n");
    terminal.wait_for("tells more: Before you begin.");
    terminal.send("\n");
    ends(terminal, 0);
}
