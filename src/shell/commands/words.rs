//! `softly words`: which words are used for the pelvic region, chosen once for everything.

use std::io;

use crate::cli::{ScreenOptions, WordsOption};
use crate::shell::exit::Exit;
use crate::shell::{keep, out};
use crate::wording::Wording;

/// Says which words are used, or keeps the ones that were asked for.
pub(super) fn words(screen: &ScreenOptions, chosen: Option<WordsOption>) -> io::Result<Exit> {
    let mut kept = keep::read();
    let Some(chosen) = chosen else {
        out::line(told(kept.wording))?;
        out::line("softly words neutral and softly words anatomical choose between the two.")?;
        return Ok(Exit::Fine);
    };
    if screen.private {
        out::complain("with --private nothing is written, so the words stay as they were.");
        return Ok(Exit::CouldNot);
    }
    kept.wording = chosen.into();
    if let Err(error) = keep::write(&kept) {
        out::complain(&format!("this could not be kept ({error})."));
        return Ok(Exit::CouldNot);
    }
    out::line(told(kept.wording))?;
    Ok(Exit::Fine)
}

fn told(wording: Wording) -> &'static str {
    match wording {
        Wording::Neutral => "Words for the pelvic region are neutral ones.",
        Wording::Anatomical => "Words for the pelvic region are plain anatomical ones.",
    }
}
