//! Reads pages, with the same machinery as sessions and the catalogue of positions.

use toml::de::DeTable;

use super::lower;
use super::parsed::Field;
use super::read::reworded;
use super::reader::{Reader, Table};
use super::schema::{PAGE, PAGE_PART, PAGES};
use super::syntax;
use super::values::{text, texts, title, words};
use crate::diagnostic::Diagnostic;
use crate::pages::{Page, Part};

/// Reads a file of pages. Pages that are not complete are reported and left out.
pub fn read_pages(source: &str) -> (Vec<Page>, Vec<Diagnostic>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    let (mut found, _) = syntax::explain(source, &errors);
    let reader = Reader::new(source);
    let table = Table::new(&reader, document.get_ref(), 0..0, &PAGES);
    let entries = table.field("page", |given| Table::many(given, &PAGE, "[[page]]"));
    let entries = match entries {
        Field::Given(_, entries) => entries.value,
        Field::Absent | Field::Wrong(_) => Vec::new(),
    };
    let pages = entries.into_iter().filter_map(page).collect();
    table.finish();
    found.extend(reader.into_found());
    (pages, found)
}

/// A page, or the report of what is missing.
fn page(entry: Table<'_, '_>) -> Option<Page> {
    let (id, name) = (entry.field("id", text), entry.field("title", title));
    let sources = entry.field("sources", texts);
    let confidence = entry.field("confidence", text);
    let reviewed_by = entry.field("reviewed-by", words);
    let parts = entry.field("part", |given| {
        Table::many(given, &PAGE_PART, "[[page.part]]")
    });
    let anatomical = entry.field("anatomical", reworded);
    entry.needs(&[
        ("id", id.is_absent()),
        ("title", name.is_absent()),
        ("part", parts.is_absent()),
    ]);
    entry.finish();
    let parts = match parts {
        Field::Given(_, parts) => parts.value.into_iter().map(part).collect(),
        Field::Absent | Field::Wrong(_) => Vec::new(),
    };
    Some(Page {
        id: id.value()?.clone(),
        title: name.value()?.clone(),
        parts,
        sources: lower::texts(&sources),
        confidence: confidence.value().cloned(),
        reviewed_by: lower::reviewer(&reviewed_by),
        rewording: lower::rewording(&anatomical),
    })
}

fn part(entry: Table<'_, '_>) -> Part {
    let heading = entry.field("heading", title);
    let [text, entries, after] = ["text", "list", "after"].map(|key| entry.field(key, texts));
    entry.finish();
    Part {
        heading: heading.value().cloned(),
        text: lower::texts(&text),
        list: lower::texts(&entries),
        after: lower::texts(&after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Rule;
    use crate::wording::Wording;

    const SOURCE: &str = r#"
[[page]]
id = "a"
title = "A"
sources = "Somebody 2001"
confidence = "Low: guessed."
reviewed-by = ""
[[page.part]]
heading = "First"
text = "One."
list = ["x", "y"]
[[page.part]]
after = ["Low down."]
[page.anatomical]
"Low down." = "In the pelvic floor."
"#;

    #[test]
    fn everything_on_a_page_is_read() {
        let (pages, found) = read_pages(SOURCE);
        assert_eq!(found, []);
        let [page] = &pages[..] else {
            panic!("{pages:?}")
        };
        assert_eq!((&*page.id, &*page.title), ("a", "A"));
        assert_eq!(page.sources.len(), 1);
        assert_eq!(page.confidence.as_deref(), Some("Low: guessed."));
        assert_eq!(page.reviewed_by, None);
        assert_eq!(page.parts[0].heading.as_deref(), Some("First"));
        assert_eq!(page.parts[0].list.len(), 2);
        let after = |wording| page.worded(wording).parts[1].after[0].to_string();
        assert_eq!(after(Wording::Neutral), "Low down.");
        assert_eq!(after(Wording::Anatomical), "In the pelvic floor.");
    }

    #[test]
    fn what_is_wrong_with_a_page_is_reported() {
        let source = "[[page]]\nid = \"a\"\ntitel = \"A\"\nanatomical = 3\n[[page.part]]\nlist = [\"\"]\n[[page]]\ntitle = \"B\"\nparts = 1\n";
        let (pages, found) = read_pages(source);
        assert_eq!(pages, []);
        let rules: Vec<_> = found.iter().map(|found| found.rule).collect();
        assert_eq!(
            rules,
            [
                Rule::UnknownKey,
                Rule::UnknownKey,
                Rule::WrongKind,
                Rule::EmptyText,
                Rule::MissingKey
            ]
        );
    }
}
