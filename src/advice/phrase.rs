//! Phrases to look for in a list of words, written as in `english.toml`.
//!
//! How they are written is explained at the top of that file. Nothing here knows a language.

use std::collections::HashMap;

use super::text::{Gap, Word};

/// How many words `..` stands for at most.
const MOST_BETWEEN: usize = 3;

/// Groups of words by their names.
pub(super) type Groups = HashMap<String, Either>;

/// Several phrases of one or more words, any of which will do.
#[derive(Clone, Debug, Default)]
pub(super) struct Either {
    /// In the order of their first words, and of these the longest first: "pelvic floor" is tried
    /// before "pelvic".
    phrases: Vec<Vec<String>>,
}

impl FromIterator<Vec<String>> for Either {
    fn from_iter<I: IntoIterator<Item = Vec<String>>>(phrases: I) -> Self {
        let mut phrases: Vec<_> = phrases.into_iter().collect();
        phrases.sort_by(|a, b| {
            let first = a.first().cmp(&b.first());
            first.then(b.len().cmp(&a.len()))
        });
        Self { phrases }
    }
}

impl Either {
    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[String]> {
        self.phrases.iter().map(Vec::as_slice)
    }

    /// Where those end that stand at a place: the numbers of the words after them.
    fn ends(&self, words: &[Word], at: usize) -> impl Iterator<Item = usize> {
        let word = words.get(at).map_or("", |word| &word.plain);
        let first = self.phrases.partition_point(|these| *these[0] < *word);
        let same = self.phrases[first..].iter();
        same.take_while(move |these| these[0] == word)
            .filter_map(move |these| exactly(these, words, at))
    }

    /// Where the longest of them ends that stands at a place.
    pub(super) fn end(&self, words: &[Word], at: usize) -> Option<usize> {
        self.ends(words, at).next()
    }
}

/// A phrase to look for.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    start: Start,
    pieces: Vec<Piece>,
    ends: bool,
}

/// Where a phrase can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Anywhere,
    Sentence,
    SentenceOrComma,
}

#[derive(Clone, Debug)]
enum Piece {
    /// Up to three words.
    Between,
    Words {
        either: Either,
        optional: bool,
        /// What has to stand after it.
        then: Gap,
    },
}

impl Phrase {
    /// Reads a phrase, or says which part of it makes no sense.
    pub(super) fn read(written: &str, groups: &Groups) -> Result<Self, String> {
        let (start, rest) = if let Some(rest) = written.strip_prefix("^,") {
            (Start::SentenceOrComma, rest)
        } else if let Some(rest) = written.strip_prefix('^') {
            (Start::Sentence, rest)
        } else {
            (Start::Anywhere, written)
        };
        let (rest, ends) = match rest.strip_suffix('$') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let pieces: Result<Vec<_>, _> = rest
            .split_whitespace()
            .map(|piece| Piece::read(piece, groups))
            .collect();
        let pieces = pieces.map_err(|piece| format!("{piece:?} in {written:?}"))?;
        match pieces.first() {
            Some(Piece::Words {
                optional: false, ..
            }) => Ok(Self {
                start,
                pieces,
                ends,
            }),
            _ => Err(format!("{written:?} does not begin with a word")),
        }
    }

    /// The words it can begin with.
    pub(super) fn first_words(&self) -> impl Iterator<Item = &str> {
        let either = self.pieces.first().and_then(|piece| match piece {
            Piece::Words { either, .. } => Some(either.iter()),
            Piece::Between => None,
        });
        either.into_iter().flatten().map(|words| words[0].as_str())
    }

    /// Where it ends if it begins at a word: the number of the word after it.
    pub(super) fn at(&self, words: &[Word], at: usize, lead_in: &Either) -> Option<usize> {
        let begins = match self.start {
            Start::Anywhere => true,
            Start::Sentence => opens(words, at, lead_in) >= Gap::Colon,
            Start::SentenceOrComma => opens(words, at, lead_in) >= Gap::Comma,
        };
        begins.then(|| self.pieces_at(&self.pieces, words, at, true))?
    }

    /// Where the rest of it ends. `free` says that anything may stand before the next word.
    fn pieces_at(&self, rest: &[Piece], words: &[Word], at: usize, free: bool) -> Option<usize> {
        let Some((piece, rest)) = rest.split_first() else {
            return (!self.ends || gap_at(words, at) > Gap::None).then_some(at);
        };
        match piece {
            Piece::Between => (at..=at + MOST_BETWEEN)
                .take_while(|next| (at..=*next).all(|word| gap_at(words, word) <= Gap::Comma))
                .find_map(|next| self.pieces_at(rest, words, next, true)),
            Piece::Words {
                either,
                optional,
                then,
            } => {
                let here = free || gap_at(words, at) == Gap::None;
                let mut ends = either.ends(words, at).filter(|_| here);
                let taken = ends.find_map(|end| {
                    let follows = *then == Gap::None || gap_at(words, end) == *then;
                    follows.then(|| self.pieces_at(rest, words, end, *then != Gap::None))?
                });
                taken.or_else(|| optional.then(|| self.pieces_at(rest, words, at, free))?)
            }
        }
    }
}

impl Piece {
    fn read<'w>(written: &'w str, groups: &Groups) -> Result<Self, &'w str> {
        if written == ".." {
            return Ok(Self::Between);
        }
        let (rest, then) = match written.strip_suffix(',') {
            Some(rest) => (rest, Gap::Comma),
            None => match written.strip_suffix(':') {
                Some(rest) => (rest, Gap::Colon),
                None => (written, Gap::None),
            },
        };
        let (rest, optional) = match rest.strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let mut either: Vec<Vec<String>> = Vec::new();
        for alternative in rest.split('/') {
            let group = alternative
                .strip_prefix('<')
                .and_then(|name| name.strip_suffix('>'));
            match group {
                Some(name) => {
                    let group = groups.get(name).ok_or(written)?;
                    either.extend(group.iter().map(<[String]>::to_vec));
                }
                None if is_a_word(alternative) => either.push(vec![alternative.to_owned()]),
                None => return Err(written),
            }
        }
        Ok(Self::Words {
            either: either.into_iter().collect(),
            optional,
            then,
        })
    }
}

/// Whether a word is written as words are compared: small letters, and nothing that has a meaning.
fn is_a_word(word: &str) -> bool {
    let of_a_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '-' | '.');
    !word.is_empty() && word.chars().all(of_a_word) && word == word.to_lowercase()
}

/// Whether these very words stand at a place, with nothing between them; the word after them.
fn exactly(these: &[String], words: &[Word], at: usize) -> Option<usize> {
    let end = at + these.len();
    let here = words.get(at..end)?;
    let same = here
        .iter()
        .zip(these)
        .all(|(word, this)| word.plain == *this);
    let close = here.iter().skip(1).all(|word| word.before == Gap::None);
    (same && close).then_some(end)
}

/// What stands before a word, looking past what a sentence can begin with: "Now, and slowly, relax".
pub(super) fn opens(words: &[Word], at: usize, lead_in: &Either) -> Gap {
    const MOST: usize = 4;
    let mut at = at;
    for _ in 0..MOST {
        let gap = gap_at(words, at);
        let before = lead_in.iter().find_map(|these| {
            let start = at.checked_sub(these.len())?;
            exactly(these, words, start).map(|_| start)
        });
        match before {
            Some(before)
                if gap == Gap::None
                    || (gap == Gap::Comma && gap_at(words, before) > Gap::Comma) =>
            {
                at = before;
            }
            _ => return gap,
        }
    }
    gap_at(words, at)
}

/// What stands before a word; after the last one the text ends.
pub(super) fn gap_at(words: &[Word], at: usize) -> Gap {
    words.get(at).map_or(Gap::Stop, |word| word.before)
}

#[cfg(test)]
mod tests {
    use super::super::text::words;
    use super::*;

    fn groups() -> Groups {
        let group = |words: &[&str]| {
            let split = |phrase: &&str| phrase.split(' ').map(str::to_owned).collect();
            words.iter().map(split).collect()
        };
        HashMap::from([
            ("floor".to_owned(), group(&["pelvic floor", "base"])),
            ("lead-in".to_owned(), group(&["now", "and then", "gently"])),
        ])
    }

    /// The part of a text that a phrase stands for.
    fn found(phrase: &str, text: &str) -> Option<String> {
        let groups = groups();
        let phrase = Phrase::read(phrase, &groups).unwrap();
        let words = words(text);
        (0..words.len()).find_map(|at| {
            let end = phrase.at(&words, at, &groups["lead-in"])?;
            Some(text[words[at].range.start..words[end - 1].range.end].to_owned())
        })
    }

    #[test]
    fn phrases_are_found_as_they_are_written() {
        let table = [
            (
                "deep/deeper breath",
                "A Deeper Breath now",
                Some("Deeper Breath"),
            ),
            ("deep breath", "deep. Breath", None),
            ("deep breath", "deep, breath", None),
            (
                "deep, slow breath",
                "a deep, slow breath",
                Some("deep, slow breath"),
            ),
            ("deep, slow breath", "a deep slow breath", None),
            ("hold your? breath", "hold breath", Some("hold breath")),
            (
                "hold your? breath",
                "hold your breath",
                Some("hold your breath"),
            ),
            (
                "drop your <floor>",
                "drop your pelvic floor",
                Some("drop your pelvic floor"),
            ),
            ("drop your <floor>", "drop your pelvic, floor", None),
            (
                "if .. breath",
                "if a very slow breath",
                Some("if a very slow breath"),
            ),
            ("if .. breath", "if breath", Some("if breath")),
            ("if .. breath", "if one two three four breath", None),
            ("if .. breath", "if so. A breath", None),
            (
                "if .. breath",
                "if it comes, breath",
                Some("if it comes, breath"),
            ),
            ("^relax", "Relax", Some("Relax")),
            ("^relax", "Now gently relax", Some("relax")),
            ("^relax", "Now, relax", Some("relax")),
            ("^relax", "The muscles relax", None),
            ("^relax", "Out, relax", None),
            ("^,relax", "Out, relax", Some("relax")),
            ("^relax", "Out: relax", Some("relax")),
            ("^relax", "Rest – relax", Some("relax")),
            ("well done$", "Well done!", Some("Well done")),
            ("well done$", "well done, again", Some("well done")),
            ("well done$", "well done food", None),
            ("inhale:", "Inhale: a little", Some("Inhale")),
            ("inhale:", "Inhale a little", None),
        ];
        for (phrase, text, wanted) in table {
            assert_eq!(
                found(phrase, text).as_deref(),
                wanted,
                "{phrase:?} in {text:?}"
            );
        }
    }

    #[test]
    fn what_makes_no_sense_is_not_read() {
        for phrase in [
            "",
            "..",
            "your? breath",
            "deep <nothing>",
            "Deep",
            "a//b",
            "a b$ c",
            "(a)",
        ] {
            assert!(Phrase::read(phrase, &groups()).is_err(), "{phrase:?}");
        }
    }
}
