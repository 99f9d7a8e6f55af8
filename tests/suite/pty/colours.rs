//! Which colours there are: as chosen, and as far as that leaves it open, as the terminal tells late.

use vt100::{Color, Screen};

use super::harness::Terminal;
use super::{BREATHING, setup};

const LIGHT: &str = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";

/// A practice with these options and variables, of which the first picture has been drawn.
fn practising(options: &[&str], variables: &[(&str, &str)]) -> Terminal {
    let mut arguments = vec!["play", BREATHING, "--now", "--no-sound"];
    arguments.extend(options);
    let start = setup(&arguments);
    let start = variables
        .iter()
        .fold(start, |start, (name, value)| start.variable(name, value));
    let terminal = start.start();
    terminal.wait_for_picture();
    terminal
}

fn wait_for_ground(terminal: &Terminal, ground: Color) {
    terminal.wait_until(&format!("a ground of {ground:?}"), |screen| {
        screen
            .cell(0, 0)
            .is_some_and(|cell| cell.bgcolor() == ground)
    });
}

/// All the colours on a screen.
fn colours(screen: &Screen) -> Vec<Color> {
    let (rows, columns) = screen.size();
    let places =
        (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    places
        .filter_map(|(row, column)| screen.cell(row, column))
        .flat_map(|cell| [cell.fgcolor(), cell.bgcolor()])
        .collect()
}

#[test]
fn the_terminal_is_asked_after_the_first_picture_and_its_late_answer_is_heeded() {
    let own = Color::Default;
    for (theme, before, after) in [
        (
            "auto",
            Color::Rgb(0x0f, 0x14, 0x19),
            Color::Rgb(0xfa, 0xf7, 0xf2),
        ),
        (
            "contrast",
            Color::Rgb(0, 0, 0),
            Color::Rgb(0xff, 0xff, 0xff),
        ),
        ("terminal", own, own),
    ] {
        let terminal = practising(&["--theme", theme], &[]);
        wait_for_ground(&terminal, before);
        terminal.wait_until_answered();
        assert_eq!(terminal.drawn_before_asked(), Some(true), "{theme}");
        terminal.send(LIGHT);
        wait_for_ground(&terminal, after);
    }
}

#[test]
fn in_the_terminals_own_colours_the_keys_are_blue_once_the_ground_is_light() {
    let terminal = practising(&["--theme", "terminal"], &[]);
    let key_is = |index| move |screen: &Screen| colours(screen).contains(&Color::Idx(index));
    terminal.wait_until("a bright cyan", key_is(14));
    terminal.wait_until_answered();
    terminal.send(LIGHT);
    terminal.wait_until("blue", key_is(4));
}

#[test]
fn where_the_colours_are_chosen_the_terminal_is_not_asked_and_what_it_tells_changes_nothing() {
    for (theme, ground) in [
        ("dark", Color::Rgb(0x0f, 0x14, 0x19)),
        ("light", Color::Rgb(0xfa, 0xf7, 0xf2)),
        ("night", Color::Rgb(0x0a, 0x06, 0x00)),
    ] {
        let terminal = practising(&["--theme", theme], &[]);
        terminal.send(LIGHT);
        terminal.send(" ");
        terminal.wait_for("Paused");
        wait_for_ground(&terminal, ground);
        assert_eq!(terminal.drawn_before_asked(), None, "{theme}");
    }
}

#[test]
fn the_terminal_is_asked_as_soon_as_its_background_counts() {
    let terminal = setup(&["--no-sound", "--theme", "dark"]).start();
    terminal.wait_for_picture();
    terminal.send("s");
    terminal.wait_for("Remember");
    assert_eq!(terminal.drawn_before_asked(), None);
    // To the colours, and on over light and night to contrast.
    terminal.send("j\x1b[C\x1b[C\x1b[C");
    terminal.wait_until_answered();
    wait_for_ground(&terminal, Color::Rgb(0, 0, 0));
    terminal.send(LIGHT);
    wait_for_ground(&terminal, Color::Rgb(0xff, 0xff, 0xff));
}

#[test]
fn without_colour_stays_without_colour_until_colours_are_asked_for() {
    for theme in ["dark", "night", "contrast", "terminal"] {
        let plain = practising(&["--theme", theme], &[("NO_COLOR", "1")]);
        plain.send(" ");
        plain.wait_until("no colours", |screen| {
            screen.contents().contains("Paused")
                && colours(screen)
                    .iter()
                    .all(|colour| *colour == Color::Default)
        });
    }
    let asked = ["--theme", "night", "--color", "true"];
    let asked = practising(&asked, &[("NO_COLOR", "1")]);
    wait_for_ground(&asked, Color::Rgb(0x0a, 0x06, 0x00));
}
