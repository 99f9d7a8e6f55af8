//! `softly cards`: the names of the pages to read, or some of the pages.

use std::borrow::Cow;
use std::io;

use crate::cli::{Cards, ScreenOptions};
use crate::diagnostic::quoted;
use crate::pages::{self, Page};
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::setup::{self, page_look};
use crate::shell::{keep, out};
use crate::words::Words;

/// Prints pages, or their names.
pub(super) fn cards(
    environment: &Environment,
    screen: &ScreenOptions,
    words: &Words,
    asked: &Cards,
) -> io::Result<Exit> {
    let wording = setup::wording(screen, &keep::read());
    let mut found = Vec::new();
    for name in &asked.names {
        match pages::find(name, words.language) {
            Ok(page) => found.push(page.worded(wording)),
            Err(near) => return Ok(unknown(name, near, words)),
        }
    }
    let look = page_look(environment);
    if asked.json {
        let every = || {
            pages::all(words.language)
                .map(|page| page.worded(wording))
                .collect()
        };
        let shown = if found.is_empty() { every() } else { found };
        let shown: Vec<&Page> = shown.iter().map(Cow::as_ref).collect();
        out::line(&serde_json::to_string_pretty(&shown)?)?;
    } else if found.is_empty() {
        out::print(&pages::list(words, look))?;
        out::line(words.commands.cards.how_to_read)?;
    } else {
        let marks = !environment.accessible;
        let drawn: Vec<_> = found
            .iter()
            .map(|page| pages::draw(words, page, look, marks))
            .collect();
        out::print(&drawn.join("\n\n"))?;
    }
    Ok(Exit::Fine)
}

fn unknown(name: &str, near: Option<&Page>, words: &Words) -> Exit {
    let words = &words.commands;
    let hint = match near {
        Some(page) => (words.did_you_mean)(&page.id),
        None => words.cards.how_to_list.to_owned(),
    };
    let unknown = (words.cards.unknown)(&quoted(name));
    out::complain(&format!("{unknown} {hint}"));
    Exit::CouldNot
}
