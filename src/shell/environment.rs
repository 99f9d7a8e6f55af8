//! What the environment says about the terminal and the person's wishes, read once at start.
//!
//! Only the facts are here. What follows from them, and what a flag overrules, is decided by
//! whoever builds the options.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;

use super::background::Background;
use crate::language::Language;
use crate::view::theme::{Charset, Depth};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Environment {
    /// Standard input is a terminal.
    pub input_is_terminal: bool,
    /// Standard output is a terminal.
    pub output_is_terminal: bool,
    /// The terminal can only write lines: `TERM` is `dumb`, or missing on Unix.
    pub dumb: bool,
    /// How many colours, `NO_COLOR`, `CLICOLOR_FORCE` and `CLICOLOR` heeded, in this order.
    pub depth: Depth,
    /// How many colours the terminal has, whatever anyone wishes.
    pub able: Depth,
    /// Which characters.
    pub charset: Charset,
    /// The language that the locale asks for.
    pub language: Language,
    /// The terminal is at the other end of a connection.
    pub remote: bool,
    /// A first guess at the background, if there is a hint.
    pub background: Option<Background>,
    /// The terminal may be asked for its background.
    pub may_ask: bool,
    /// The terminal shows frames that are marked as such without flashing.
    pub synchronized: bool,
    /// The terminal is the text console of Linux, whose fonts have few shapes.
    pub console: bool,
    /// The person wants plain lines.
    pub accessible: bool,
    /// The person wants little motion.
    pub reduce_motion: bool,
    /// How fast the program's clock runs; 1 unless a test hurries it.
    pub speed: f64,
    /// Where to write down when things were drawn, for tests of timing.
    pub events: Option<PathBuf>,
    /// Break on purpose after the first picture, for tests of what a person then sees.
    pub fault: bool,
}

impl Environment {
    /// Reads the real one.
    pub fn read() -> Self {
        Self {
            input_is_terminal: std::io::stdin().is_terminal(),
            output_is_terminal: std::io::stdout().is_terminal(),
            ..Self::from(|name| std::env::var_os(name))
        }
    }

    /// Reads it from any source of variables, with no terminal on either end.
    pub fn from(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let text = |name: &str| {
            let value = variable(name)?;
            Some(value.to_string_lossy().into_owned()).filter(|value| !value.is_empty())
        };
        let wished = |names: &[&str]| names.iter().any(|name| truthy(text(name).as_deref()));
        let term = text("TERM").unwrap_or_default();
        let program = text("TERM_PROGRAM").unwrap_or_default();
        let able = able(&term, text("COLORTERM").as_deref());
        let dumb = term == "dumb" || (term.is_empty() && cfg!(unix));
        Self {
            input_is_terminal: false,
            output_is_terminal: false,
            dumb,
            depth: wished_depth(able, text),
            able,
            charset: charset(text),
            language: Language::of_environment(text),
            remote: ["SSH_CONNECTION", "SSH_TTY"]
                .iter()
                .any(|name| text(name).is_some()),
            background: text("COLORFGBG").and_then(|hint| Background::from_colorfgbg(&hint)),
            may_ask: !dumb && may_ask(&term),
            synchronized: text("PTYXIS_VERSION").is_none()
                && !program.eq_ignore_ascii_case("ptyxis"),
            console: term == "linux",
            accessible: wished(&["SOFTLY_ACCESSIBLE", "ACCESSIBLE"]),
            reduce_motion: wished(&["SOFTLY_REDUCE_MOTION", "REDUCED_MOTION", "REDUCE_MOTION"]),
            speed: speed(text("SOFTLY_SPEED").as_deref()),
            events: variable("SOFTLY_EVENTS")
                .filter(|path| !path.is_empty())
                .map(PathBuf::from),
            fault: wished(&["SOFTLY_FAULT"]),
        }
    }

    /// Whether pictures can be drawn and keys taken as they come.
    pub fn is_interactive(&self) -> bool {
        self.input_is_terminal && self.output_is_terminal && !self.dumb
    }
}

/// Set, and not to one of the words for no.
fn truthy(value: Option<&str>) -> bool {
    value.is_some_and(|value| {
        !["0", "false", "no"]
            .iter()
            .any(|no| value.trim().eq_ignore_ascii_case(no))
    })
}

fn able(term: &str, colorterm: Option<&str>) -> Depth {
    let true_colour = matches!(colorterm, Some("truecolor" | "24bit")) || term.ends_with("-direct");
    if term == "dumb" || term.ends_with("-mono") || term.starts_with("vt") {
        Depth::Mono
    } else if true_colour {
        Depth::True
    } else if term.contains("256color") {
        Depth::Indexed
    } else {
        Depth::Ansi
    }
}

fn wished_depth(able: Depth, text: impl Fn(&str) -> Option<String>) -> Depth {
    if text("NO_COLOR").is_some() {
        return Depth::Mono;
    }
    match text("CLICOLOR_FORCE").as_deref() {
        Some(value) if value != "0" && able == Depth::Mono => Depth::Ansi,
        Some(value) if value != "0" => able,
        _ if text("CLICOLOR").as_deref() == Some("0") => Depth::Mono,
        _ => able,
    }
}

/// The first of these variables that is set decides, as for every other program.
fn charset(text: impl Fn(&str) -> Option<String>) -> Charset {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|n| text(n));
    let locale = locale.unwrap_or_default().to_ascii_lowercase();
    if cfg!(windows) || locale.contains("utf-8") || locale.contains("utf8") {
        Charset::Unicode
    } else {
        Charset::Ascii
    }
}

/// The consoles that would print the question, and the multiplexer that swallows it.
fn may_ask(term: &str) -> bool {
    cfg!(unix)
        && !["linux", "screen", "vt", "cons", "eterm"]
            .iter()
            .any(|start| term.starts_with(start))
}

fn speed(value: Option<&str>) -> f64 {
    value.and_then(|value| value.parse().ok()).unwrap_or(1.0)
}

#[cfg(test)]
mod tests;
