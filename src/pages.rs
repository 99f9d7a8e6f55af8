//! Pages to read: cards about the body and the practice, and when to stop and where to get help.
//!
//! They come with softly and are part of the program, so asking for one cannot fail; that nothing
//! is wrong with them is a test, and that every language has the same ones.

mod draw;

pub use draw::{draw, list, sentence, sentences};

use std::borrow::Cow;

use serde::Serialize;

use crate::language::{EachLanguage, Language};
use crate::nearest::nearest;
use crate::script::read_pages;
use crate::text::Clean;
use crate::wording::{Rewording, Wording};

/// The files of a set of pages in a language.
const fn file(set: Set, language: Language) -> &'static str {
    match (set, language) {
        (Set::Cards, Language::English) => include_str!("../pages/cards.toml"),
        (Set::Cards, Language::German) => include_str!("../pages/de/cards.toml"),
        (Set::Safety, Language::English) => include_str!("../pages/safety.toml"),
        (Set::Safety, Language::German) => include_str!("../pages/de/safety.toml"),
    }
}

/// The safety pages, in the order in which one turns through them: what cannot wait comes first.
const IN_TURN: [&str; 3] = [WHEN_TO_STOP, WHEN_TO_GET_HELP, "before-you-begin"];
/// The page that everything else leads to.
pub const WHEN_TO_STOP: &str = "when-to-stop";
/// A safety page that is the last of the cards as well.
const WHEN_TO_GET_HELP: &str = "when-to-get-help";

/// A page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// The short name by which it is asked for.
    pub id: Clean,
    /// What it is called.
    pub title: Clean,
    /// Its text, piece by piece.
    pub parts: Vec<Part>,
    /// Where its ideas come from.
    pub sources: Vec<Clean>,
    /// How sure it is, in plain words.
    pub confidence: Option<Clean>,
    /// The clinician who has reviewed it.
    pub reviewed_by: Option<Clean>,
    /// Its lines in plain anatomical words.
    #[serde(skip)]
    pub rewording: Rewording,
}

/// A piece of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What stands above it.
    pub heading: Option<Clean>,
    /// Its paragraphs.
    pub text: Vec<Clean>,
    /// Entries below them.
    pub list: Vec<Clean>,
    /// Paragraphs below the entries.
    pub after: Vec<Clean>,
}

/// A line of a page, and what it is. How each looks is for whoever shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block<'p> {
    /// What stands above a piece of it.
    Heading(&'p Clean),
    /// A paragraph.
    Text(&'p Clean),
    /// An entry of a list.
    Entry(&'p Clean),
}

impl Page {
    /// The page in these words.
    pub fn worded(&self, wording: Wording) -> Cow<'_, Self> {
        if wording == Wording::Neutral || self.rewording.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut page = self.clone();
        let title = std::iter::once(&mut page.title).chain(&mut page.confidence);
        for text in title.chain(page.parts.iter_mut().flat_map(Part::texts_mut)) {
            *text = self.rewording.say(text, wording).clone();
        }
        Cow::Owned(page)
    }

    /// Everything on it, from the top.
    pub fn blocks(&self) -> impl Iterator<Item = Block<'_>> {
        self.parts.iter().flat_map(Part::blocks)
    }
}

impl Part {
    /// Everything in it, from the top.
    pub fn blocks(&self) -> impl Iterator<Item = Block<'_>> {
        let heading = self.heading.iter().map(Block::Heading);
        let (text, after) = (self.text.iter(), self.after.iter());
        let entries = self.list.iter().map(Block::Entry);
        heading
            .chain(text.map(Block::Text))
            .chain(entries)
            .chain(after.map(Block::Text))
    }

    fn texts_mut(&mut self) -> impl Iterator<Item = &mut Clean> {
        let lists = [&mut self.text, &mut self.list, &mut self.after];
        self.heading
            .iter_mut()
            .chain(lists.into_iter().flat_map(|list| list.iter_mut()))
    }
}

impl<'p> Block<'p> {
    /// What it says.
    pub fn text(self) -> &'p Clean {
        match self {
            Self::Heading(text) | Self::Text(text) | Self::Entry(text) => text,
        }
    }

    /// Whether an empty row parts it from the one above: entries stand close to each other and to
    /// what leads to them, and a heading to what it is about.
    pub fn stands_apart_from(self, above: Self) -> bool {
        match (above, self) {
            (Self::Heading(_), _) | (_, Self::Entry(_)) => false,
            (Self::Text(_) | Self::Entry(_), Self::Heading(_) | Self::Text(_)) => true,
        }
    }
}

/// Pages that one turns through, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// The cards.
    Cards,
    /// When to stop, where to get help, what to know before one begins.
    Safety,
}

impl Set {
    /// Its pages in a language, in order.
    pub fn pages(self, language: Language) -> &'static [&'static Page] {
        static CARD_PAGES: EachLanguage<Vec<&Page>> = EachLanguage::new();
        static SAFETY_PAGES: EachLanguage<Vec<&Page>> = EachLanguage::new();
        match self {
            Self::Cards => CARD_PAGES.of(language, || {
                let more = all(language).find(|page| &*page.id == WHEN_TO_GET_HELP);
                read(self, language).iter().chain(more).collect()
            }),
            Self::Safety => SAFETY_PAGES.of(language, || {
                let found = |id| read(self, language).iter().find(|page| &*page.id == id);
                IN_TURN.into_iter().filter_map(found).collect()
            }),
        }
    }

    /// How many pages it has, in every language.
    pub fn count(self) -> usize {
        self.pages(Language::English).len()
    }

    /// The short names of its pages, in every language.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let pages = self.pages(Language::English).iter();
        pages.map(|page| &*page.id)
    }

    /// The page in it with a short name.
    pub fn page(self, id: &str, language: Language) -> Option<&'static Page> {
        let mut pages = self.pages(language).iter();
        pages.find(|page| &*page.id == id).copied()
    }

    /// Where a page stands in it, in every language.
    pub fn position(self, id: &str) -> Option<usize> {
        self.names().position(|name| name == id)
    }
}

/// The pages of a file, in its own order.
fn read(set: Set, language: Language) -> &'static [Page] {
    static CARD_FILES: EachLanguage<Vec<Page>> = EachLanguage::new();
    static SAFETY_FILES: EachLanguage<Vec<Page>> = EachLanguage::new();
    let files = match set {
        Set::Cards => &CARD_FILES,
        Set::Safety => &SAFETY_FILES,
    };
    files.of(language, || read_pages(file(set, language)).0)
}

/// Every page once: the cards, then the safety pages.
pub fn all(language: Language) -> impl Iterator<Item = &'static Page> {
    let cards = read(Set::Cards, language).iter();
    cards.chain(read(Set::Safety, language))
}

/// The page with a name or a title, in capitals or not; or else the one that was probably meant.
pub fn find(typed: &str, language: Language) -> Result<&'static Page, Option<&'static Page>> {
    let plain = typed.trim().to_lowercase();
    let called = |page: &&Page| *page.id == plain || page.title.to_lowercase() == plain;
    let named = || all(language).map(|page| (page, &*page.id, &*page.title));
    all(language)
        .find(called)
        .ok_or_else(|| nearest(&plain, named()))
}

/// When to stop, and what to do then.
pub fn when_to_stop(language: Language) -> Option<&'static Page> {
    Set::Safety.pages(language).first().copied()
}

/// The full list of reasons to stop, which every session has: what a page before a session shows.
pub fn reasons_to_stop(language: Language, wording: Wording) -> Option<Part> {
    let page = when_to_stop(language)?.worded(wording);
    page.parts.first().cloned()
}

#[cfg(test)]
mod tests;
