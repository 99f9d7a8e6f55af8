//! `softly words`: which words are used for the pelvic region, chosen once for everything.

use std::io;

use crate::cli::{ScreenOptions, WordsOption};
use crate::shell::exit::Exit;
use crate::shell::{keep, out};
use crate::words::Words;

/// Says which words are used, or keeps the ones that were asked for.
pub(super) fn words(
    screen: &ScreenOptions,
    words: &Words,
    chosen: Option<WordsOption>,
) -> io::Result<Exit> {
    let words = &words.commands.kept;
    let mut kept = keep::read();
    let Some(chosen) = chosen else {
        out::line((words.wording)(kept.wording))?;
        out::line(words.how_to_choose)?;
        return Ok(Exit::Fine);
    };
    if screen.writes_nothing() {
        out::complain(words.words_stay);
        return Ok(Exit::CouldNot);
    }
    kept.wording = chosen.into();
    if let Err(error) = keep::write(&kept) {
        out::complain(&(words.not_kept)(&error.to_string()));
        return Ok(Exit::CouldNot);
    }
    out::line((words.wording)(kept.wording))?;
    Ok(Exit::Fine)
}
