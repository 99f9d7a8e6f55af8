//! The language guide as it is looked up, read once: `english.toml`, `german.toml`.
//!
//! It only reads and sorts. That every line of it can be read, and is found by an example, is a
//! test.

use std::collections::HashMap;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::phrase::{Either, Groups, Phrase};
use crate::diagnostic::Rule;
use crate::language::{EachLanguage, Language};

/// The guide of a language.
const fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("english.toml"),
        Language::German => include_str!("german.toml"),
    }
}

/// What to look for in one language.
#[derive(Debug, Default)]
pub(super) struct Table {
    groups: Groups,
    rows: Vec<Row>,
    /// What is said about an order.
    pub(super) order: Order,
    /// The rows and phrases that can begin with a word.
    by_word: HashMap<String, Vec<(usize, usize)>>,
}

/// What could be said in place of an order.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// The order as an offer, with `{}` in its place; none where a language puts its words in another
    /// order then.
    pub(super) softer: Option<String>,
    /// What is said where no such offer can be made.
    pub(super) otherwise: String,
    /// Which words leave room.
    pub(super) room: String,
    /// How an adverb ends that may follow an order.
    pub(super) adverb: Option<String>,
}

/// One thing to look for, and what to say about it.
#[derive(Debug)]
pub(super) struct Row {
    /// The kind of suggestion.
    pub(super) rule: Rule,
    /// What to look for.
    pub(super) find: Vec<Phrase>,
    /// Where it is fine.
    pub(super) except: Vec<Phrase>,
    /// In which lines it is fine.
    pub(super) unless: Unless,
    /// Whether it is looked for after "no" and "not" too.
    pub(super) even_after_no: bool,
    /// What is said about it, after the words that were found.
    pub(super) says: String,
    /// A few words at the place itself.
    pub(super) why: String,
    /// A line that could stand there instead.
    pub(super) kinder: String,
    /// Further sentences.
    pub(super) more: Vec<String>,
}

/// In which lines something is fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unless {
    /// In none.
    Never,
    /// In those that offer a choice.
    Choice,
    /// After a word that leaves it open.
    Hedge,
}

impl Table {
    /// The table for a language.
    pub(super) fn of(language: Language) -> &'static Self {
        static TABLES: EachLanguage<Table> = EachLanguage::new();
        TABLES.of(language, || Self::read(file(language)).0)
    }

    /// The words that go by a name.
    pub(super) fn group(&self, name: &str) -> &Either {
        static NONE: LazyLock<Either> = LazyLock::new(Either::default);
        self.groups.get(name).unwrap_or(&NONE)
    }

    /// The phrases that can begin with a word, with the row they belong to, in the order of the
    /// table.
    pub(super) fn beginning_with(
        &self,
        word: &str,
    ) -> impl Iterator<Item = (usize, &Row, &Phrase)> {
        let all = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        all.iter().map(|(row, phrase)| {
            let found = &self.rows[*row];
            (*row, found, &found.find[*phrase])
        })
    }

    /// Reads a table. Whatever makes no sense in it is left out, and named.
    pub(super) fn read(source: &str) -> (Self, Vec<String>) {
        let (document, errors) = DeTable::parse_recoverable(source);
        let mut wrong: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let mut table = Self::default();
        let groups = document.get_ref().get("groups").map(Spanned::get_ref);
        if let Some(DeValue::Table(groups)) = groups {
            for (name, words) in groups {
                let split = |phrase: &str| phrase.split(' ').map(str::to_owned).collect();
                let words = texts(words.get_ref());
                let words = words.into_iter().map(split).collect();
                table.groups.insert(name.get_ref().to_string(), words);
            }
        }
        let order = document.get_ref().get("order").map(Spanned::get_ref);
        if let Some(order) = order.and_then(DeValue::as_table) {
            table.order = Order::read(order);
        }
        let rows = document.get_ref().get("row").map(Spanned::get_ref);
        let rows = rows.and_then(DeValue::as_array).into_iter().flatten();
        for row in rows.filter_map(|row| row.get_ref().as_table()) {
            match Row::read(row, &table.groups, &mut wrong) {
                Some(row) => table.rows.push(row),
                None => wrong.push(format!("{row:?} is not complete")),
            }
        }
        table.index();
        (table, wrong)
    }

    fn index(&mut self) {
        for (row, found) in self.rows.iter().enumerate() {
            for (phrase, written) in found.find.iter().enumerate() {
                for word in written.first_words() {
                    let all = self.by_word.entry(word.to_owned()).or_default();
                    if all.last() != Some(&(row, phrase)) {
                        all.push((row, phrase));
                    }
                }
            }
        }
    }
}

impl Order {
    fn read(written: &DeTable<'_>) -> Self {
        let get = |key: &str| Some(written.get(key)?.get_ref().as_str()?.to_owned());
        Self {
            softer: get("softer"),
            otherwise: get("otherwise").unwrap_or_default(),
            room: get("room").unwrap_or_default(),
            adverb: get("adverb"),
        }
    }
}

impl Row {
    fn read(row: &DeTable<'_>, groups: &Groups, wrong: &mut Vec<String>) -> Option<Self> {
        let get = |key: &str| row.get(key).map(Spanned::get_ref);
        let list = |key: &str| get(key).map(texts).unwrap_or_default();
        let text = |key: &str| list(key).first().map(ToString::to_string);
        let mut phrases = |key: &str| -> Vec<Phrase> {
            let read = list(key)
                .into_iter()
                .map(|written| Phrase::read(written, groups));
            read.filter_map(|read| read.map_err(|why| wrong.push(why)).ok())
                .collect()
        };
        let (find, except) = (phrases("find"), phrases("except"));
        let rule = text("rule")?;
        let unless = match text("unless").as_deref() {
            None => Unless::Never,
            Some("choice") => Unless::Choice,
            Some("hedge") => Unless::Hedge,
            Some(other) => {
                wrong.push(format!("unless = {other:?}"));
                Unless::Never
            }
        };
        Some(Self {
            rule: *Rule::ALL.iter().find(|known| known.name() == rule)?,
            find: (!find.is_empty()).then_some(find)?,
            except,
            unless,
            even_after_no: matches!(get("even-after-no"), Some(DeValue::Boolean(true))),
            says: text("says")?,
            why: text("why")?,
            kinder: text("kinder")?,
            more: list("more").iter().map(ToString::to_string).collect(),
        })
    }
}

/// A text, or the texts of a list.
fn texts<'v>(value: &'v DeValue<'_>) -> Vec<&'v str> {
    match value {
        DeValue::String(text) => vec![text],
        DeValue::Array(all) => all
            .iter()
            .filter_map(|one| one.get_ref().as_str())
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::{Purpose, look};
    use super::*;

    #[test]
    fn every_table_can_be_read_to_its_last_word() {
        for language in Language::ALL {
            let (table, wrong) = Table::read(file(language));
            assert_eq!(wrong, [""; 0], "{language:?}");
            assert!(table.rows.len() > 30, "{language:?}");
            is_complete(&table);
        }
    }

    fn is_complete(table: &Table) {
        for name in [
            "no",
            "not-needed",
            "choice",
            "hedge",
            "lead-in",
            "whose",
            "side",
            "body",
            "ask",
        ] {
            assert!(table.group(name).iter().count() > 0, "{name}");
        }
        for words in table.groups.values().flat_map(Either::iter).flatten() {
            assert_eq!(*words, words.to_lowercase());
        }
    }

    #[test]
    fn each_row_is_shown_by_an_example() {
        for language in Language::ALL {
            let examples = match language {
                Language::English => include_str!("../../tests/fixtures/advice/lines.txt"),
                Language::German => include_str!("../../tests/fixtures/advice/lines-de.txt"),
            };
            every_row_is_among(examples, language);
        }
    }

    fn every_row_is_among(examples: &str, language: Language) {
        let purposes = [Purpose::Said, Purpose::About];
        let found: Vec<_> = examples
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| Some(line.split_once('|')?.1.replace(['«', '»'], "")))
            .map(|line| line.trim_start_matches(" about: ").trim().to_owned())
            .flat_map(|line| purposes.map(|purpose| look(&line, purpose, None, language)))
            .flatten()
            .collect();
        for row in &Table::of(language).rows {
            let shown = found.iter().any(|found| {
                found.rule == row.rule
                    && found.message.ends_with(&row.says)
                    && found.label == row.why
            });
            assert!(shown, "{}: … {}", row.rule, row.says);
        }
    }

    #[test]
    fn its_sentences_are_whole_and_its_kinder_lines_are_short() {
        for row in Language::ALL.iter().flat_map(|each| &Table::of(*each).rows) {
            assert!(
                !row.says.ends_with('.') && !row.why.ends_with('.'),
                "{}",
                row.says
            );
            assert!(row.kinder.ends_with('.'), "{}", row.kinder);
            assert!(
                row.kinder.split_whitespace().count() <= 14,
                "{}",
                row.kinder
            );
            for sentence in &row.more {
                assert!(sentence.ends_with('.'), "{sentence}");
            }
        }
    }

    #[test]
    fn what_makes_no_sense_in_a_table_is_named() {
        let row = "rule = 'promise'\nsays = 's'\nwhy = 'w'\nkinder = 'k.'\n";
        let table = [
            (format!("[[row]]\nfind = 'Deep'\n{row}"), 2),
            (
                format!("[[row]]\nfind = 'deep'\nunless = 'never'\n{row}"),
                1,
            ),
            ("[[row]]\nfind = 'deep'\n".to_owned(), 1),
            (format!("[[row]]\nfind = 'deep'\n{row}"), 0),
        ];
        for (source, wanted) in table {
            let (_, wrong) = Table::read(&source);
            assert_eq!(wrong.len(), wanted, "{source}: {wrong:?}");
        }
    }
}
