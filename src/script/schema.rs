//! The one table of everything a session file can say: each name, what stands after it, what it
//! means and an example.
//!
//! The reader, its suggestions, the reference in `docs/format.md`, the JSON Schema and the template
//! of `softly new` are all made from this table. What values mean together is in `lower`.

mod json;
mod page;
mod parts;
mod programme;
mod reference;
mod session;
mod step;
mod template;

pub use json::{json_schema, programme_schema};
pub use page::{PAGE, PAGE_PART, PAGES};
pub use parts::{BREATH, CATALOGUE, CHECK_IN, CONTRACT, CUES, DRAWINGS, DRAWN, POSITION, SOUNDS};
pub use programme::{INVITATION, PROGRAMME, WEEK};
pub use reference::{limits_table, positions_table, reference};
pub use session::SESSION;
pub use step::{ACTIONS, NOT_INSIDE, STEP};
pub use template::template;

/// Every part that a file of a session or of a programme has.
pub static PARTS: [&Part; 11] = [
    &SESSION,
    &STEP,
    &BREATH,
    &CUES,
    &CONTRACT,
    &CHECK_IN,
    &SOUNDS,
    &POSITION,
    &PROGRAMME,
    &WEEK,
    &INVITATION,
];

use super::suggest;

/// A part of the file that has names of its own.
#[derive(Debug)]
pub struct Part {
    /// What it is called in messages: "step", without the article.
    pub noun: &'static str,
    /// The names it can have, in the order in which one would write them.
    pub keys: &'static [Key],
    /// What people write, and what they mean by it.
    pub(super) synonyms: &'static [(&'static str, &'static str)],
    /// Other parts whose names turn up here by mistake, and where those names go.
    pub(super) elsewhere: &'static [(&'static Part, &'static str)],
}

/// A name that can stand before an equals sign.
#[derive(Debug)]
pub struct Key {
    /// The name.
    pub name: &'static str,
    /// What can stand after it.
    pub kind: Kind,
    /// Whether there has to be one.
    pub needed: bool,
    /// The things a step can do that it goes with; empty where it goes with all of them.
    pub with: &'static [&'static str],
    /// What it means, in a sentence or two.
    pub about: &'static str,
    /// A value, as one would write it.
    pub example: &'static str,
}

/// What can stand after a name.
#[derive(Debug)]
pub enum Kind {
    /// A whole number within these bounds.
    Number(u32, u32),
    /// `true` or `false`.
    Flag,
    /// A text that fits on one line of a list.
    Title,
    /// A text.
    Text,
    /// A text that may be empty.
    Words,
    /// A text or a list of texts.
    Texts,
    /// A text or a list of texts, any of which may be empty.
    Lines,
    /// Texts under times.
    Timed,
    /// Texts under the texts that they stand for.
    Reworded,
    /// Sound files under the texts that they are recordings of.
    Recorded,
    /// A length of time.
    Time,
    /// The length of one phase of a breath.
    Phase,
    /// A day.
    Date,
    /// The code of a language.
    Language,
    /// A whole number within these bounds, or two of them with "to" or "or" between.
    Often(u32, u32),
    /// A drawing: a list of texts, each a word with points.
    Drawing,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// One or several of a few words.
    Several(&'static [&'static str]),
    /// One of a few words, or a sound file beside the script.
    Sound(&'static [&'static str]),
    /// A sound file beside the script.
    File,
    /// One of a few words, or a list of two texts.
    Sides(&'static [&'static str]),
    /// Names in curly brackets, or under a heading in square brackets.
    One(&'static Part),
    /// A heading in double square brackets, as often as one likes.
    Many(&'static Part),
}

/// A name that a part can have.
const fn key(name: &'static str, kind: Kind, example: &'static str, about: &'static str) -> Key {
    Key {
        name,
        kind,
        needed: false,
        with: &[],
        about,
        example,
    }
}

impl Key {
    /// There has to be one.
    const fn needed(self) -> Self {
        Self {
            needed: true,
            ..self
        }
    }

    /// It goes with some things a step can do.
    const fn with(self, with: &'static [&'static str]) -> Self {
        Self { with, ..self }
    }
}

/// The few words that a name can be followed by.
pub(super) fn words_of(part: &Part, name: &str) -> &'static [&'static str] {
    match part.key(name).map(|key| &key.kind) {
        Some(
            Kind::Choice(words) | Kind::Several(words) | Kind::Sound(words) | Kind::Sides(words),
        ) => words,
        _ => &[],
    }
}

/// What a name means in a part of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It is read.
    Known,
    /// The author's own; it is left alone.
    Own,
    /// It belongs to another part: what that is called, and where the name goes.
    Elsewhere(&'static str, &'static str),
    /// It is a slip, or another word, for one that is read.
    Instead(&'static str),
    /// It is not known.
    Unknown,
}

impl Part {
    /// What it is called in messages, with the article.
    pub fn named(&self) -> String {
        let vowel = self.noun.starts_with(['a', 'e', 'i', 'o', 'u']);
        format!("{} {}", if vowel { "an" } else { "a" }, self.noun)
    }

    /// The names it can have.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.keys.iter().map(|key| key.name)
    }

    /// The name with this spelling.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// What somebody meant who wrote `name` here.
    pub(super) fn meaning(&self, name: &str) -> Meaning {
        if self.key(name).is_some() {
            return Meaning::Known;
        }
        if name.starts_with("x-") {
            return Meaning::Own;
        }
        let plain = name.trim().to_lowercase().replace(['_', ' '], "-");
        let meant = |plain: &str| self.key(plain).map(|key| Meaning::Instead(key.name));
        if let Some(found) = meant(&plain) {
            return found;
        }
        let synonym = self.synonyms.iter().find(|(word, _)| *word == plain);
        if let Some(found) = synonym.and_then(|(_, instead)| meant(instead)) {
            return found;
        }
        let elsewhere = self
            .elsewhere
            .iter()
            .find(|(part, _)| part.key(name).is_some());
        if let Some((part, place)) = elsewhere {
            return Meaning::Elsewhere(part.noun, place);
        }
        suggest::nearest(&plain, self.names())
            .and_then(meant)
            .unwrap_or(Meaning::Unknown)
    }
}

#[cfg(test)]
mod tests;
