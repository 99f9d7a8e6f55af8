//! `softly forget`: what softly keeps, in words, and how to delete it.

use std::io;

use crate::app::{built_in_programmes, programme_named};
use crate::cli::ScreenOptions;
use crate::kept::Kept;
use crate::shell::exit::Exit;
use crate::shell::files::own_files;
use crate::shell::{keep, out};
use crate::text::Clean;
use crate::wording::Wording;
use crate::words::Words;

/// Says what is kept, and deletes it if that was asked for.
pub(super) fn forget(screen: &ScreenOptions, words: &Words, yes: bool) -> io::Result<Exit> {
    let told = &words.commands.kept;
    let Some(path) = keep::path().filter(|path| path.symlink_metadata().is_ok()) else {
        out::line(told.nothing)?;
        return Ok(Exit::Fine);
    };
    let place = Clean::from_shown(&path.to_string_lossy());
    if !yes || screen.private {
        out::line(&format!("{}\n", told.keeps))?;
        out::line(&format!("  {place}\n"))?;
        for line in in_words(keep::read(), words) {
            out::line(&line)?;
        }
        let then = if screen.private && yes {
            told.stays
        } else {
            told.how_to_forget
        };
        out::line(&format!("\n{then}"))?;
        return Ok(Exit::Fine);
    }
    match keep::forget() {
        Ok(()) => {
            out::line(&(told.deleted)(&place))?;
            Ok(Exit::Fine)
        }
        Err(error) => {
            out::complain(&(told.not_deleted)(&place, &error.to_string()));
            Ok(Exit::CouldNot)
        }
    }
}

/// What the file says, line by line.
fn in_words(kept: Kept, words: &Words) -> Vec<String> {
    let told = &words.commands.kept;
    if kept.is_nothing() {
        return vec![told.says_nothing.into()];
    }
    let mut lines = Vec::new();
    if kept.wording == Wording::Anatomical {
        lines.push((told.wording)(kept.wording).into());
    }
    if let Some(mut following) = kept.following {
        let mut programmes = built_in_programmes(words.language);
        programmes.extend(own_files(words).programmes);
        following.nearest_week(&programmes);
        let named = programme_named(&programmes, &following.programme);
        let title = named.map_or(&following.programme, |entry| entry.title());
        lines.push((told.following)(title, following.week));
        if following.with_therapist {
            lines.push(told.with_therapist.into());
        }
    }
    lines
}
