//! Standard output and standard error. That a reader has gone away is told to whoever prints, so
//! that nothing goes on for nobody; how softly ends does not depend on it.

use std::io::{self, Write};

use crate::text::show;

/// Prints what was asked for.
pub fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// Prints one line of what was asked for, at once.
pub fn line(text: &str) -> io::Result<()> {
    print(&format!("{text}\n"))
}

/// Says on standard error what went wrong and what one can do: one line, safe to print whatever it
/// quotes.
pub fn complain(text: &str) {
    // Nobody is left to be told if this fails.
    let _ = writeln!(io::stderr(), "softly: {}", show(text).replace('\n', " "));
}

/// Whether an output error only says that nobody reads any more.
pub fn is_closed(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

/// Writes text that is already safe to print to standard error.
pub fn error_text(text: &str) {
    // Nobody is left to be told if this fails.
    let _ = io::stderr().write_all(text.as_bytes());
}
