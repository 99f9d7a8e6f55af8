//! `softly export`: a session as a track to take away.
//!
//! What stands in the way is said before anything is made. The file has its name only once it is
//! whole; whatever happens before leaves nothing behind.

#[cfg(feature = "sound")]
mod place;
#[cfg(feature = "sound")]
mod progress;
#[cfg(feature = "sound")]
mod track;
#[cfg(feature = "sound")]
mod voice;

use std::io;

use crate::cli::{Export, ScreenOptions};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::words::Words;

/// Writes a track.
#[cfg(feature = "sound")]
pub(super) fn export(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &'static Words,
    asked: &Export,
) -> io::Result<Exit> {
    match track::export(environment, screen, words, asked) {
        Ok(said) => {
            for line in said {
                crate::shell::out::line(&line)?;
            }
            Ok(Exit::Fine)
        }
        Err(exit) => Ok(exit),
    }
}

/// Says that a silent build has no sound to write.
#[cfg(not(feature = "sound"))]
#[expect(clippy::unnecessary_wraps, reason = "the other build can fail")]
pub(super) fn export(
    _environment: &Environment,
    _screen: &ScreenOptions,
    words: &'static Words,
    _asked: &Export,
) -> io::Result<Exit> {
    crate::shell::out::complain(words.export.silent_build);
    Ok(Exit::CouldNot)
}
