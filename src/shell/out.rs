//! Standard output and standard error. A reader that has gone away is not a failure.

use std::io::{self, Write};

use crate::text::show;

/// Prints what was asked for.
pub fn print(text: &str) -> io::Result<()> {
    forgiving(
        io::stdout()
            .lock()
            .write_all(text.as_bytes())
            .and_then(|()| io::stdout().flush()),
    )
}

/// Prints one line of what was asked for, at once.
pub fn line(text: &str) -> io::Result<()> {
    print(&format!("{text}\n"))
}

/// Says on standard error what went wrong and what one can do, safe to print whatever it quotes.
pub fn complain(text: &str) {
    // Nobody is left to be told if this fails.
    let _ = writeln!(io::stderr(), "softly: {}", show(text));
}

/// Whether an output error only says that nobody reads any more.
pub fn is_closed(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

fn forgiving(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if is_closed(&error) => Ok(()),
        other => other,
    }
}

/// Writes text that is already safe to print to standard error.
pub fn error_text(text: &str) {
    // Nobody is left to be told if this fails.
    let _ = io::stderr().write_all(text.as_bytes());
}
