//! Pages as text: printed to the width there is, listed by name, and as plain sentences.

use super::{Block, Page, Set};
use crate::page::{self, Look, Tone};
use crate::text::columns;
use crate::words::Words;

/// A page as wide as there is room. Marks before the entries of a list are for the eye.
pub fn draw(words: &Words, page: &Page, look: Look, marks: bool) -> String {
    let mut out = page::Page::new(Look {
        colour: look.colour && marks,
        ..look.for_reading()
    });
    let heading = |text: &str| {
        if marks {
            text.to_owned()
        } else {
            sentence(text)
        }
    };
    out.paragraph(0, Tone::Strong, &heading(&page.title));
    let mut above: Option<Block<'_>> = None;
    for block in page.blocks() {
        if above.is_none_or(|above| block.stands_apart_from(above)) {
            out.gap();
        }
        above = Some(block);
        match block {
            Block::Heading(text) => out.paragraph(0, Tone::Strong, &heading(text)),
            Block::Text(text) => out.paragraph(0, Tone::Plain, text),
            Block::Entry(text) if marks => out.hanging(
                &[(Tone::Quiet, "· ")],
                &[(Tone::Plain, "  ")],
                Tone::Plain,
                text,
            ),
            Block::Entry(text) => out.paragraph(0, Tone::Plain, &sentence(text)),
        }
    }
    out.gap();
    for line in words.about_page(page) {
        out.paragraph(0, Tone::Quiet, &line);
    }
    out.finish()
}

/// A page as plain sentences, each paragraph and each entry on a line of its own, for somebody who
/// listens and may be in need of it just now: its sources can be read at another time.
pub fn sentences(words: &Words, page: &Page) -> String {
    let mut text = sentence(&page.title);
    for block in page.blocks() {
        text.push_str(if matches!(block, Block::Heading(_)) {
            "\n\n"
        } else {
            "\n"
        });
        text.push_str(&sentence(block.text()));
    }
    text.push_str("\n\n");
    text.push_str(&words.reviewed(page.reviewed_by.as_deref(), None));
    text
}

/// The names of all pages, each with its title.
pub fn list(words: &Words, look: Look) -> String {
    let mut out = page::Page::new(look.for_reading());
    let language = words.language;
    let names = super::all(language).map(|page| columns(&page.id));
    let widest = names.max().unwrap_or(0);
    let mut listed: Vec<&str> = Vec::new();
    for (heading, set) in [
        (words.pages.cards, Set::Cards),
        (words.pages.safety, Set::Safety),
    ] {
        out.paragraph(0, Tone::Strong, heading);
        for page in set.pages(language) {
            // One page is in both; it is named once.
            if listed.contains(&&*page.id) {
                continue;
            }
            listed.push(&page.id);
            let name = format!("  {:<widest$}  ", page.id);
            let blank = " ".repeat(columns(&name));
            out.hanging(
                &[(Tone::Accent, &name)],
                &[(Tone::Plain, &blank)],
                Tone::Plain,
                &page.title,
            );
        }
        out.gap();
    }
    out.finish()
}

/// A text as a sentence: what ends in no sign gets a full stop.
pub fn sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '!', '?', '…', ':', ';']);
    let stop = if ends { "" } else { "." };
    format!("{text}{stop}")
}
