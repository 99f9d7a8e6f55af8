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
use crate::words::ENGLISH;

/// Says what is kept, and deletes it if that was asked for.
pub(super) fn forget(screen: &ScreenOptions, yes: bool) -> io::Result<Exit> {
    let Some(path) = keep::path().filter(|path| path.symlink_metadata().is_ok()) else {
        out::line("Nothing is kept.")?;
        return Ok(Exit::Fine);
    };
    let place = Clean::from_shown(&path.to_string_lossy());
    if !yes || screen.private {
        out::line("softly keeps one small file of what you chose:\n")?;
        out::line(&format!("  {place}\n"))?;
        for line in in_words(keep::read()) {
            out::line(&line)?;
        }
        out::line(if screen.private && yes {
            "\nNothing was deleted: with --private softly leaves everything as it is."
        } else {
            "\nsoftly forget --yes deletes it. Session files of your own stay where they are."
        })?;
        return Ok(Exit::Fine);
    }
    match keep::forget() {
        Ok(()) => {
            out::line(&format!("{place} is deleted. Nothing is kept any more."))?;
            Ok(Exit::Fine)
        }
        Err(error) => {
            out::complain(&format!("{place}: It could not be deleted ({error})."));
            Ok(Exit::CouldNot)
        }
    }
}

/// What the file says, line by line.
fn in_words(kept: Kept) -> Vec<String> {
    if kept.is_nothing() {
        return vec!["It says nothing that softly can read.".into()];
    }
    let own = own_files();
    let mut lines = Vec::new();
    if kept.wording == Wording::Anatomical {
        lines.push("Words for the pelvic region: plain anatomical ones.".into());
    }
    for chosen in kept.settings.differing() {
        let (setting, _) = ENGLISH.setting(chosen.setting());
        let (choice, _) = ENGLISH.choice(chosen);
        lines.push(format!("{setting}: {choice}."));
    }
    lines.extend(practices(&kept, own.sessions));
    if let Some(mut following) = kept.following {
        let mut programmes = built_in_programmes();
        programmes.extend(own.programmes);
        following.nearest_week(&programmes);
        let named = programme_named(&programmes, &following.programme);
        let title = named.map_or(&following.programme, |entry| entry.title());
        let week = following.week;
        lines.push(format!("The programme you follow: {title}, week {week}."));
        if following.with_therapist {
            lines.push("You and your therapist chose the weeks that ask for that.".into());
        }
    }
    lines
}

/// The sessions that were marked, and the last practice, by their titles where they are here.
fn practices(kept: &Kept, own: Vec<Entry>) -> Vec<String> {
    let mut shelf = built_in_entries();
    shelf.extend(own);
    let title = |name: &Clean| match session_named(&shelf, name) {
        Some(session) => session.shown_title().to_string(),
        None => name.to_string(),
    };
    let favourites: Vec<String> = kept.favourites.iter().map(title).collect();
    let favourites = (!favourites.is_empty()).then(|| favourites.join(", "));
    let favourites = favourites.map(|titles| format!("Favourites: {titles}."));
    let last = kept.last.as_ref().map(title);
    let last = last.map(|title| format!("The last practice: {title}."));
    favourites.into_iter().chain(last).collect()
}
