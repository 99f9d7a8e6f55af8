//! The environment, from tables of variables.

use super::*;

fn environment(variables: &[(&str, &str)]) -> Environment {
    Environment::from(|name| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| OsString::from(value))
    })
}

#[test]
fn the_depth_follows_the_terminal_and_then_the_wishes() {
    let table: [(&[(&str, &str)], Depth); 14] = [
        (
            &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
            Depth::True,
        ),
        (&[("TERM", "xterm-direct")], Depth::True),
        (&[("TERM", "xterm-256color")], Depth::Indexed),
        (&[("TERM", "screen-256color")], Depth::Indexed),
        (&[("TERM", "linux")], Depth::Ansi),
        (&[("TERM", "xterm")], Depth::Ansi),
        (&[("TERM", "vt100")], Depth::Mono),
        (&[("TERM", "dumb")], Depth::Mono),
        (&[("TERM", "xterm"), ("NO_COLOR", "1")], Depth::Mono),
        (&[("TERM", "xterm"), ("NO_COLOR", "")], Depth::Ansi),
        (&[("TERM", "xterm"), ("CLICOLOR", "0")], Depth::Mono),
        (
            &[
                ("TERM", "xterm"),
                ("CLICOLOR", "0"),
                ("CLICOLOR_FORCE", "1"),
            ],
            Depth::Ansi,
        ),
        (&[("TERM", "dumb"), ("CLICOLOR_FORCE", "1")], Depth::Ansi),
        (
            &[
                ("TERM", "xterm"),
                ("NO_COLOR", "1"),
                ("CLICOLOR_FORCE", "1"),
            ],
            Depth::Mono,
        ),
    ];
    for (variables, depth) in table {
        assert_eq!(environment(variables).depth, depth, "{variables:?}");
    }
}

#[test]
#[cfg(unix)]
fn the_first_locale_that_is_set_decides() {
    let table: [(&[(&str, &str)], Charset); 6] = [
        (&[("LANG", "de_DE.UTF-8")], Charset::Unicode),
        (&[("LANG", "C.utf8")], Charset::Unicode),
        (&[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")], Charset::Ascii),
        (
            &[("LC_ALL", ""), ("LC_CTYPE", "en_GB.UTF-8")],
            Charset::Unicode,
        ),
        (&[("LANG", "de_DE")], Charset::Ascii),
        (&[], Charset::Ascii),
    ];
    for (variables, charset) in table {
        assert_eq!(environment(variables).charset, charset, "{variables:?}");
    }
}

#[test]
fn a_wish_counts_unless_it_says_no() {
    let table = [
        ("1", true),
        ("yes", true),
        ("", false),
        ("0", false),
        ("No", false),
        ("FALSE", false),
    ];
    for (value, counts) in table {
        for name in ["SOFTLY_ACCESSIBLE", "ACCESSIBLE"] {
            assert_eq!(environment(&[(name, value)]).accessible, counts);
        }
        for name in ["SOFTLY_REDUCE_MOTION", "REDUCED_MOTION", "REDUCE_MOTION"] {
            assert_eq!(environment(&[(name, value)]).reduce_motion, counts);
        }
    }
}

#[test]
fn the_rest_is_read_as_written() {
    let found = environment(&[
        ("TERM", "xterm-256color"),
        ("SSH_TTY", "/dev/pts/1"),
        ("COLORFGBG", "0;15"),
        ("TERM_PROGRAM", "ptyxis"),
        ("SOFTLY_SPEED", "20"),
        ("SOFTLY_EVENTS", "events.txt"),
    ]);
    assert!(found.remote && found.may_ask && !found.synchronized && !found.dumb);
    assert_eq!(found.background, Some(Background::Light));
    assert!((found.speed - 20.0).abs() < f64::EPSILON);
    assert_eq!(found.events, Some(PathBuf::from("events.txt")));
}

#[test]
fn no_terminal_that_would_print_it_is_asked_anything() {
    for term in ["dumb", "linux", "screen.xterm-256color", "vt220"] {
        assert!(!environment(&[("TERM", term)]).may_ask, "{term}");
    }
    for term in ["xterm-256color", "tmux-256color", "foot", "alacritty"] {
        assert!(
            environment(&[("TERM", term)]).may_ask || cfg!(windows),
            "{term}"
        );
    }
}
