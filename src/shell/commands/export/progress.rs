//! How far a long command is, on one line of a terminal that is written anew from time to time, and
//! gone in the end. A pipe, a screen reader and a terminal that only writes lines get nothing of it.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use crate::shell::clock::Clock;
use crate::shell::environment::Environment;
use crate::shell::{out, terminal};
use crate::text::columns;
use crate::time::{Ms, Now};
use crate::view::theme::Charset;
use crate::words::Words;

/// So often the line is written anew.
const EVERY: Ms = Ms(150);
/// How long it takes at least until it can be told how long it will take.
const UNTIL_KNOWN: Ms = Ms(700);
const WIDEST_BAR: usize = 30;

/// The line.
pub(super) struct Progress {
    words: &'static Words,
    shown: bool,
    unicode: bool,
    clock: Clock,
    begun: Now,
    last: Option<Now>,
}

impl Progress {
    /// Nothing is written yet.
    pub(super) fn new(environment: &Environment, words: &'static Words) -> Self {
        let clock = Clock::start(1.0);
        Self {
            words,
            shown: io::stderr().is_terminal() && !environment.dumb && !environment.accessible,
            unicode: environment.charset == Charset::Unicode,
            begun: clock.now(),
            clock,
            last: None,
        }
    }

    /// Says what goes on before it can be told how far it is.
    pub(super) fn say(&mut self, what: &str) {
        self.put(what);
        self.begun = self.clock.now();
    }

    /// So much of all is done.
    pub(super) fn is_at(&mut self, done: u64, all: u64) {
        let now = self.clock.now();
        if !self.shown || self.last.is_some_and(|last| now < last + EVERY) {
            return;
        }
        self.last = Some(now);
        let took = now.since(self.begun);
        let left = (took >= UNTIL_KNOWN)
            .then(|| left(took, done, all))
            .flatten();
        let percent = done * 100 / all.max(1);
        let told = (self.words.export.progress)(percent, left);
        let room = terminal::size().map_or(80, |(columns, _)| usize::from(columns));
        self.put(&line(&told, done, all, room, self.unicode));
    }

    fn put(&self, text: &str) {
        if self.shown {
            let mut stderr = io::stderr();
            // Nobody is left to be told if this fails.
            let _ = write!(stderr, "\r{text}\x1b[K");
            let _ = stderr.flush();
        }
    }
}

/// The line goes away, however it ended.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            out::error_text("\r\x1b[K");
        }
    }
}

/// How long it will still take, if it goes on as before.
fn left(took: Ms, done: u64, all: u64) -> Option<Ms> {
    let each = took.as_seconds_f64() / done as f64;
    let left = each * all.saturating_sub(done) as f64;
    left.is_finite().then(|| Ms::from_seconds_f64(left))
}

/// A bar and words, or only words where there is no room for both. It never fills the last column,
/// where some terminals begin another row.
fn line(told: &str, done: u64, all: u64, room: usize, unicode: bool) -> String {
    let (full, empty) = if unicode { ('━', '┈') } else { ('=', '.') };
    let free = room.saturating_sub(columns(told) + 3);
    let mut line = String::new();
    if free >= 8 {
        let bar = free.min(WIDEST_BAR);
        let filled = (bar as u64 * done / all.max(1)) as usize;
        line.extend(std::iter::repeat_n(full, filled.min(bar)));
        line.extend(std::iter::repeat_n(empty, bar.saturating_sub(filled)));
        line.push(' ');
    }
    // Writing to a String cannot fail.
    let _ = write!(line, "{told}");
    if columns(&line) < room {
        line
    } else {
        format!("{} %", done * 100 / all.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_fits_its_row_whatever_the_width() {
        let told = "42 %, 13 seconds left";
        for room in 1..120 {
            for unicode in [true, false] {
                let line = line(told, 42, 100, room, unicode);
                assert!(columns(&line) < room.max(5), "{room}: {line}");
            }
        }
        assert_eq!(
            line(told, 42, 100, 40, false),
            "======.......... 42 %, 13 seconds left"
        );
        assert_eq!(line(told, 42, 100, 30, false), told);
        assert_eq!(line(told, 42, 100, 12, false), "42 %");
    }

    #[test]
    fn what_is_left_takes_as_long_as_what_is_done() {
        let after = Ms::seconds;
        assert_eq!(left(after(2), 25, 100), Some(Ms::seconds(6)));
        assert_eq!(left(after(2), 100, 100), Some(Ms::ZERO));
        assert_eq!(left(after(2), 0, 100), None);
    }
}
