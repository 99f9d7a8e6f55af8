//! The catalogue of supported positions, read with the same machinery as sessions.
//!
//! The built-in catalogue is part of the program, so asking for it cannot fail; that nothing is
//! wrong with it is a test.

use std::sync::LazyLock;

use toml::de::{DeTable, DeValue};

use super::keys::{CATALOGUE, POSITION};
use super::parsed::{Field, Texts};
use super::reader::{Given, Reader, Table};
use super::values::{text, texts, title};
use super::{read, suggest, syntax};
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::session::{Position, Sight};
use crate::text::Clean;

const BUILT_IN: &str = include_str!("../../sessions/positions.toml");

/// The positions that sessions can name.
#[derive(Clone, Debug, Default)]
pub struct Positions {
    all: Vec<Position>,
}

impl Positions {
    /// The positions that softly comes with.
    pub fn built_in() -> &'static Self {
        static POSITIONS: LazyLock<Positions> = LazyLock::new(|| Positions::read(BUILT_IN).0);
        &POSITIONS
    }

    /// Reads a catalogue. Positions that are not complete are reported and left out.
    pub fn read(source: &str) -> (Self, Vec<Diagnostic>) {
        let (document, errors) = DeTable::parse_recoverable(source);
        let (mut found, _) = syntax::explain(source, &errors);
        let reader = Reader::new(source);
        let table = Table::new(&reader, document.get_ref(), 0..0, &CATALOGUE);
        let entries = table.field("position", |given| {
            read::tables(given, &POSITION, "[[position]]")
        });
        let entries = entries.value().into_iter().flatten();
        let all = entries
            .filter_map(|entry| position(&reader, entry))
            .collect();
        found.extend(reader.into_found());
        (Self { all }, found)
    }

    /// The position with a short name.
    pub fn get(&self, id: &str) -> Option<&Position> {
        self.all.iter().find(|position| &*position.id == id)
    }

    /// The short names, in the order of the catalogue.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|position| &*position.id)
    }

    /// The short name that is nearest to another word, if any is near.
    pub(super) fn nearest(&self, word: &str) -> Option<&str> {
        suggest::nearest(word, self.names())
    }
}

fn position(reader: &Reader<'_>, entry: &Table<'_, '_>) -> Option<Position> {
    let list = |field: &Field<Texts>| -> Vec<Clean> {
        let texts = field.value().into_iter().flatten();
        texts.map(|text| text.value.clone()).collect()
    };
    let (id, name) = (entry.field("id", text), entry.field("title", title));
    let set_up = entry.field("set-up", texts);
    let screen = entry.field("screen", sight);
    for (key, absent) in [
        ("id", id.is_absent()),
        ("title", name.is_absent()),
        ("set-up", set_up.is_absent()),
    ] {
        if absent {
            let message = format!("this position has no `{key}`");
            let found = Diagnostic::error(Rule::MissingKey, entry.span(), message);
            reader.report(found.label(format!("add `{key}` to it")));
        }
    }
    Some(Position {
        id: id.value()?.clone(),
        title: name.value()?.clone(),
        set_up: list(&set_up),
        props: list(&entry.field("props", texts)),
        lighter: entry.field("lighter", text).value().cloned(),
        cautions: list(&entry.field("cautions", texts)),
        way_out: entry.field("way-out", text).value().cloned(),
        screen: screen.value().copied().unwrap_or_default(),
    })
}

fn sight(given: Given<'_, '_>) -> Option<Sight> {
    match given.get() {
        DeValue::String(name) if name == "seen" => return Some(Sight::Seen),
        DeValue::String(name) if name == "hidden" => return Some(Sight::Hidden),
        _ => {}
    }
    let message = format!("`{}` has to be \"seen\" or \"hidden\"", quoted(given.key));
    let found = Diagnostic::error(Rule::WrongKind, given.span(), message);
    given.reader.report(found.label("one of the two"));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_catalogue_is_complete() {
        let (positions, found) = Positions::read(BUILT_IN);
        assert_eq!(found, []);
        assert!(positions.get("any").is_some());
        let mut names: Vec<_> = positions.names().collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
        for position in &positions.all {
            assert!(!position.set_up.is_empty(), "{}", position.id);
            assert!(position.way_out.is_some() || &*position.id == "any");
        }
    }

    #[test]
    fn what_is_wrong_with_a_catalogue_is_reported() {
        let source = "[[position]]\nid = \"a\"\ntitel = \"A\"\nscreen = \"away\"\nset-up = \"x\"\n[[position]]\nid = \"b\"\n";
        let (positions, found) = Positions::read(source);
        let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
        assert_eq!(positions.all, []);
        assert_eq!(
            rules,
            [
                Rule::UnknownKey,
                Rule::WrongKind,
                Rule::MissingKey,
                Rule::MissingKey
            ]
        );
    }
}
