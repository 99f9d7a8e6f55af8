//! Searching the list: what was typed, and what has it.
//!
//! Every word that was typed has to be found somewhere in a session, and the best comes first: a
//! title before a position, the beginning of a word before its middle. One buffer serves all
//! texts, so that ten thousand sessions are searched between two keys.

use super::App;
use super::shelf::{Content, Entry};
use crate::library::group_of;
use crate::text::{Clean, fold_into};
use crate::words::Words;

/// As much as anybody types to find something.
const MOST_TYPED: usize = 40;
/// The most words that count.
const MOST_WORDS: usize = 8;

/// A search of the list.
#[derive(Debug, Default)]
pub struct Search {
    typed: String,
    found: Vec<usize>,
}

impl Search {
    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// What was found, by its index on the shelf, the best first; none before anything was typed.
    pub fn found(&self) -> Option<&[usize]> {
        (!self.typed.trim().is_empty()).then_some(&self.found)
    }

    /// Takes in a letter, and looks through what was found before it: with more letters no more is
    /// found. What cannot be shown is not typed.
    pub(super) fn push(&mut self, letter: char, shelf: &[Entry], words: &Words) {
        let among = self.found().map(<[usize]>::to_vec);
        self.typed.push(letter);
        let is_too_long = self.typed.chars().count() > MOST_TYPED;
        if is_too_long || Clean::check(&self.typed).is_err() {
            self.typed.pop();
            return;
        }
        match among {
            Some(among) => self.found = find(&self.typed, among.into_iter(), shelf, words),
            None => self.look(shelf, words),
        }
    }

    /// Takes a letter back. Answers whether there was one.
    pub(super) fn pop(&mut self, shelf: &[Entry], words: &Words) -> bool {
        let had_letters = self.typed.pop().is_some();
        self.look(shelf, words);
        had_letters
    }

    /// Looks through the whole shelf.
    pub(super) fn look(&mut self, shelf: &[Entry], words: &Words) {
        self.found = find(&self.typed, 0..shelf.len(), shelf, words);
    }
}

impl App {
    /// The sessions that have all the words of a text somewhere, the best first, by their index on
    /// the shelf.
    pub fn find(&self, typed: &str) -> Vec<usize> {
        find(typed, 0..self.shelf.len(), &self.shelf, self.words)
    }
}

/// Where a word may be found, and how much that weighs. Our own judgement.
#[derive(Clone, Copy)]
enum Field {
    Title = 12,
    Name = 10,
    Group = 4,
    Position = 5,
    Strand = 3,
    About = 2,
}

/// How well a word fits where it was found: as the beginning of all, as that of a word, or inside.
const FITS: [u32; 3] = [5, 4, 1];

fn find(
    typed: &str,
    among: impl Iterator<Item = usize>,
    shelf: &[Entry],
    words: &Words,
) -> Vec<usize> {
    let mut folded = String::new();
    fold_into(typed, &mut folded);
    let wanted: Vec<&str> = folded.split_whitespace().take(MOST_WORDS).collect();
    let mut text = String::new();
    let scored = among.filter_map(|index| {
        let score = score(&wanted, shelf.get(index)?, words, &mut text);
        Some((score?, index))
    });
    let mut found: Vec<(u32, usize)> = scored.collect();
    found.sort_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
    found.into_iter().map(|(_, index)| index).collect()
}

/// How well a session fits; none where a word is not found in it.
fn score(wanted: &[&str], entry: &Entry, words: &Words, text: &mut String) -> Option<u32> {
    let mut best = [0; MOST_WORDS];
    let mut look = |field: Field, found_in: &str| {
        text.clear();
        fold_into(found_in, text);
        for (word, best) in wanted.iter().zip(&mut best) {
            *best = (*best).max(field as u32 * fit(word, text));
        }
    };
    look(Field::Name, &entry.id);
    if let Some(group) = group_of(&entry.id) {
        look(Field::Group, (words.library.group)(group));
    }
    if let Content::Session(session) = &entry.content {
        look(Field::Title, &session.title);
        if let Some(title) = &session.menu_title {
            look(Field::Title, title);
        }
        for position in &session.positions {
            look(Field::Position, &position.title);
        }
        for strand in &session.strands {
            look(Field::Strand, strand.name());
        }
        if let Some(about) = &session.about {
            look(Field::About, about);
        }
    }
    let best = &best[..wanted.len()];
    best.iter().all(|best| *best > 0).then(|| best.iter().sum())
}

/// How well a word fits a text: where it fits best, if it is there several times.
fn fit(word: &str, text: &str) -> u32 {
    let [all, beginning, inside] = FITS;
    let Some(first) = word.chars().next() else {
        return 0;
    };
    let mut best = 0;
    // To look for its first letter is quicker than to make ready to look for all of it.
    for (at, _) in text.match_indices(first) {
        if !text[at..].starts_with(word) {
            continue;
        }
        let before = text[..at].chars().next_back();
        match before {
            None => return all,
            Some(before) if !before.is_alphanumeric() => return beginning,
            Some(_) => best = inside,
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Origin, built_in_entries, entry_from_text};
    use crate::words::ENGLISH;

    fn found(typed: &str, shelf: &[Entry]) -> Vec<String> {
        let found = find(typed, 0..shelf.len(), shelf, &ENGLISH);
        found
            .iter()
            .map(|index| shelf[*index].id.to_string())
            .collect()
    }

    fn shelf() -> Vec<Entry> {
        let mut shelf = built_in_entries(crate::language::Language::English);
        let own = "softly = 1\ntitle = \"Füße und Kiefer\"\nmenu-title = \"Abends\"\n\
                   about = \"Etwas für den späten Tag.\"\n[[step]]\nrest = \"2m\"\n";
        shelf.push(entry_from_text("fuesse", own, Origin::Own));
        shelf.push(entry_from_text("broken-one", "softly = 1", Origin::Own));
        shelf
    }

    #[test]
    fn titles_come_before_what_is_only_told_about() {
        let shelf = shelf();
        let table = [
            ("legs", "legs-resting"),
            ("LEG res", "legs-resting"),
            ("resting legs", "legs-resting"),
            ("childs-pose", "childs-pose-supported"),
            ("fusse", "fuesse"),
            ("FÜẞE", "fuesse"),
            ("abends", "fuesse"),
            ("spaten", "fuesse"),
            ("broken", "broken-one"),
            ("jaw", "jaw-and-base"),
            ("a few", "a-few-sighs"),
        ];
        for (typed, first) in table {
            assert_eq!(
                found(typed, &shelf).first().map(String::as_str),
                Some(first),
                "{typed}"
            );
        }
    }

    #[test]
    fn every_word_has_to_be_found_and_places_groups_and_strands_count() {
        let shelf = shelf();
        for typed in ["side-lying", "bowel", "middle of a day", "resting, carried"] {
            let found = found(typed, &shelf);
            assert!(
                !found.is_empty() && found.len() < shelf.len() - 2,
                "{typed}: {found:?}"
            );
        }
        for typed in ["legs banana", "qqq", "息"] {
            assert_eq!(found(typed, &shelf), [""; 0], "{typed}");
        }
        assert_eq!(found("  ", &shelf).len(), shelf.len());
    }

    #[test]
    fn only_what_can_be_shown_is_typed_and_no_more_than_fits() {
        let shelf = shelf();
        let mut search = Search::default();
        for letter in "le\u{202e}g\u{7}s".chars() {
            search.push(letter, &shelf, &ENGLISH);
        }
        assert_eq!(search.typed(), "legs");
        for _ in 0..100 {
            search.push('s', &shelf, &ENGLISH);
        }
        assert_eq!(search.typed().len(), MOST_TYPED);
        while search.pop(&shelf, &ENGLISH) {}
        assert_eq!((search.typed(), search.found()), ("", None));
    }

    #[test]
    fn letter_by_letter_the_same_is_found_as_at_once() {
        let shelf = shelf();
        for typed in [
            "resting",
            "side ly",
            "rest forward",
            "in a day",
            "füsse ",
            " x y",
        ] {
            let mut search = Search::default();
            let mut so_far = String::new();
            for letter in typed.chars() {
                search.push(letter, &shelf, &ENGLISH);
                so_far.push(letter);
                let at_once = find(&so_far, 0..shelf.len(), &shelf, &ENGLISH);
                if let Some(found) = search.found() {
                    assert_eq!(found, at_once, "{so_far}");
                }
            }
            while search.pop(&shelf, &ENGLISH) {
                so_far.pop();
                let at_once = find(&so_far, 0..shelf.len(), &shelf, &ENGLISH);
                assert_eq!(search.found, at_once, "{so_far}");
            }
        }
    }
}
