//! The catalogue of supported positions, read with the same machinery as sessions.
//!
//! The built-in catalogue is part of the program, so asking for it cannot fail; that nothing is
//! wrong with it is a test.

use toml::de::DeTable;

use super::choose::choice;
use super::drawing::drawing;
use super::parsed::Field;
use super::reader::{Reader, Table};
use super::schema::{CATALOGUE, DRAWINGS, DRAWN, POSITION, Part, words_of};
use super::values::{text, texts, title};
use super::{lower, suggest, syntax};
use crate::diagnostic::Diagnostic;
use crate::language::{EachLanguage, Language};
use crate::session::{Drawing, Position, Sight};
use crate::text::Clean;

/// The drawings of the positions, which are the same in every language.
const DRAWINGS_OF_THEM: &str = include_str!("../../sessions/drawings.toml");

/// The file of a language.
const fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../sessions/positions.toml"),
        Language::German => include_str!("../../sessions/de/positions.toml"),
    }
}

/// The positions that sessions can name.
#[derive(Clone, Debug, Default)]
pub struct Positions {
    all: Vec<Position>,
}

impl Positions {
    /// The positions that softly comes with, in a language.
    pub fn built_in(language: Language) -> &'static Self {
        static POSITIONS: EachLanguage<Positions> = EachLanguage::new();
        let read = || Self::read(file(language)).0.drawn(DRAWINGS_OF_THEM).0;
        POSITIONS.of(language, read)
    }

    /// Reads a catalogue. Positions that are not complete are reported and left out.
    pub fn read(source: &str) -> (Self, Vec<Diagnostic>) {
        let (all, found) = read_many(source, &CATALOGUE, "position", &POSITION, position);
        (Self { all }, found)
    }

    /// The same positions with drawings, which stand apart from their words because they are the same
    /// in every language. Drawings of positions that there are not are left out.
    #[must_use]
    pub fn drawn(mut self, source: &str) -> (Self, Vec<Diagnostic>) {
        let (drawings, found) = read_many(source, &DRAWINGS, "drawing", &DRAWN, drawn);
        for (id, drawing) in drawings {
            let shown = self.all.iter_mut().find(|position| position.id == id);
            if let Some(position) = shown {
                position.drawing = Some(drawing);
            }
        }
        (self, found)
    }

    /// The position with a short name.
    pub fn get(&self, id: &str) -> Option<&Position> {
        self.all.iter().find(|position| &*position.id == id)
    }

    /// The same catalogue with more positions, which come after the others.
    #[must_use]
    pub(super) fn with(&self, more: impl IntoIterator<Item = Position>) -> Self {
        let all = self.all.iter().cloned().chain(more).collect();
        Self { all }
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

/// Reads a file that is a list of one kind of thing.
fn read_many<T>(
    source: &str,
    whole: &'static Part,
    name: &'static str,
    part: &'static Part,
    one: impl Fn(Table<'_, '_>) -> Option<T>,
) -> (Vec<T>, Vec<Diagnostic>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    let (mut found, _) = syntax::explain(source, &errors);
    let reader = Reader::new(source);
    let table = Table::new(&reader, document.get_ref(), 0..0, whole);
    let heading = format!("[[{name}]]");
    let entries = table.field(name, |given| Table::many(given, part, &heading));
    let entries = match entries {
        Field::Given(_, entries) => entries.value,
        Field::Absent | Field::Wrong(_) => Vec::new(),
    };
    let all = entries.into_iter().filter_map(one).collect();
    table.finish();
    found.extend(reader.into_found());
    (all, found)
}

/// A drawing and the position that it shows, or the report of what is missing.
fn drawn(entry: Table<'_, '_>) -> Option<(Clean, Drawing)> {
    let (id, lines) = (entry.field("position", text), entry.field("lines", drawing));
    entry.needs(&[("position", id.is_absent()), ("lines", lines.is_absent())]);
    entry.finish();
    Some((id.value()?.clone(), lines.value()?.clone()))
}

/// A position, or the report of what is missing.
pub(super) fn position(entry: Table<'_, '_>) -> Option<Position> {
    let (id, name) = (entry.field("id", text), entry.field("title", title));
    let looks = entry.field("looks", text);
    let set_up = entry.field("set-up", texts);
    let props = entry.field("props", texts);
    let lighter = entry.field("lighter", text);
    let cautions = entry.field("cautions", texts);
    let instead = entry.field("instead", texts);
    let way_out = entry.field("way-out", text);
    let drawing = entry.field("drawing", drawing);
    let screen = entry.field("screen", |given| {
        Some(match choice(given, words_of(&POSITION, "screen"))? {
            0 => Sight::Seen,
            _ => Sight::Hidden,
        })
    });
    entry.needs(&[
        ("id", id.is_absent()),
        ("title", name.is_absent()),
        ("set-up", set_up.is_absent()),
    ]);
    entry.finish();
    Some(Position {
        id: id.value()?.clone(),
        title: name.value()?.clone(),
        looks: looks.value().cloned(),
        set_up: lower::texts(&set_up),
        props: lower::texts(&props),
        lighter: lighter.value().cloned(),
        cautions: lower::texts(&cautions),
        instead: lower::texts(&instead),
        way_out: way_out.value().cloned(),
        drawing: drawing.value().cloned(),
        screen: screen.value().copied().unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Rule;

    #[test]
    fn the_built_in_catalogue_is_complete_in_every_language() {
        let english = Positions::built_in(Language::English);
        for language in Language::ALL {
            let (positions, found) = Positions::read(file(language));
            assert_eq!(found, [], "{language:?}");
            assert!(positions.names().eq(english.names()), "{language:?}");
            let (positions, found) = positions.drawn(DRAWINGS_OF_THEM);
            assert_eq!(found, []);
            is_complete(&positions);
        }
    }

    fn is_complete(positions: &Positions) {
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
    fn a_drawing_goes_to_the_position_it_shows_and_what_is_wrong_with_it_is_reported() {
        let words = "[[position]]\nid = \"a\"\ntitle = \"A\"\nset-up = \"x\"\n";
        let drawn = |lines: &str| {
            let (positions, _) = Positions::read(words);
            let (positions, found) = positions.drawn(lines);
            let drawing = positions.get("a").and_then(|a| a.drawing.clone());
            let strokes = drawing.map(|drawing| drawing.strokes().len());
            let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
            (strokes, rules)
        };
        let of = |id: &str, lines: &str| {
            format!("[[drawing]]\nposition = \"{id}\"\nlines = [{lines}]\n")
        };
        assert_eq!(drawn(&of("a", "\"head 1,2\"")), (Some(1), vec![]));
        assert_eq!(drawn(&of("b", "\"head 1,2\"")), (None, vec![]));
        let wrong = drawn(&of("a", "\"head\", \"foot 1,2 3,4\""));
        assert_eq!(wrong, (None, vec![Rule::BadDrawing, Rule::BadDrawing]));
        let empty = "[[drawing]]\nposition = \"a\"\n";
        assert_eq!(drawn(empty), (None, vec![Rule::MissingKey]));
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
                Rule::UnknownChoice,
                Rule::MissingKey,
                Rule::MissingKey
            ]
        );
    }
}
