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
use crate::words::ENGLISH;

/// Prints pages, or their names.
pub(super) fn cards(
    environment: &Environment,
    screen: &ScreenOptions,
    asked: &Cards,
) -> io::Result<Exit> {
    let wording = setup::wording(screen, &keep::read());
    let mut found = Vec::new();
    for name in &asked.names {
        match pages::find(name) {
            Ok(page) => found.push(page.worded(wording)),
            Err(near) => return Ok(unknown(name, near)),
        }
    }
    let look = page_look(environment);
    if asked.json {
        let every = || pages::all().map(|page| page.worded(wording)).collect();
        let shown = if found.is_empty() { every() } else { found };
        let shown: Vec<&Page> = shown.iter().map(Cow::as_ref).collect();
        out::line(&serde_json::to_string_pretty(&shown)?)?;
    } else if found.is_empty() {
        out::print(&pages::list(&ENGLISH, look))?;
        out::line("softly cards NAME prints one.")?;
    } else {
        let marks = !environment.accessible;
        let drawn: Vec<_> = found
            .iter()
            .map(|page| pages::draw(&ENGLISH, page, look, marks))
            .collect();
        out::print(&drawn.join("\n\n"))?;
    }
    Ok(Exit::Fine)
}

fn unknown(name: &str, near: Option<&Page>) -> Exit {
    let hint = match near {
        Some(page) => format!("Did you mean {}?", page.id),
        None => "softly cards names them all.".to_owned(),
    };
    let name = quoted(name);
    out::complain(&format!("there is no card called \"{name}\". {hint}"));
    Exit::CouldNot
}
