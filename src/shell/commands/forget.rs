//! `softly forget`: what softly keeps, in words, and how to delete it.

use std::io;

use crate::app::{Entry, built_in_entries, built_in_programmes, programme_named, session_named};
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
    if !yes || screen.writes_nothing() {
        out::line(&format!("{}\n", told.keeps))?;
        out::line(&format!("  {place}\n"))?;
        for line in in_words(keep::read(), words) {
            out::line(&line)?;
        }
        let then = if screen.writes_nothing() && yes {
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
    let own = own_files(words);
    let mut lines = Vec::new();
    if kept.wording == Wording::Anatomical {
        lines.push((told.wording)(kept.wording).into());
    }
    for chosen in kept.settings.differing() {
        let (setting, _) = words.setting(chosen.setting());
        let (choice, _) = words.choice(chosen);
        lines.push(format!("{setting}: {choice}."));
    }
    lines.extend(practices(&kept, own.sessions, words));
    if let Some(mut following) = kept.following {
        let mut programmes = built_in_programmes(words.language);
        programmes.extend(own.programmes);
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

/// The sessions that were marked, and the last practice, by their titles where they are here.
fn practices(kept: &Kept, own: Vec<Entry>, words: &Words) -> Vec<String> {
    let mut shelf = built_in_entries(words.language);
    shelf.extend(own);
    let title = |name: &Clean| match session_named(&shelf, name) {
        Some(session) => session.shown_title().to_string(),
        None => name.to_string(),
    };
    let favourites: Vec<String> = kept.favourites.iter().map(title).collect();
    let favourites = (!favourites.is_empty()).then(|| favourites.join(", "));
    let favourites = favourites.map(|titles| (words.commands.kept.favourites)(&titles));
    let last = kept.last.as_ref().map(title);
    let last = last.map(|title| (words.commands.kept.last)(&title));
    favourites.into_iter().chain(last).collect()
}
