//! Reads lines in other words, each under the line it stands for:
//! `anatomical = { "Some width low down." = "Some width around the pelvic floor." }`.
//!
//! Whether the line is one of the file's is decided in `lower`.

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::choose::line;
use crate::script::limits::REWORDED;
use crate::script::parsed::{At, Reworded};
use crate::script::reader::Given;
use crate::script::schema::SESSION;
use crate::text::Clean;

const EXAMPLE: &str =
    "anatomical = { \"Some width low down.\" = \"Some width around the pelvic floor.\" }";

/// Lines in other words.
pub(in crate::script) fn reworded(given: Given<'_, '_>) -> Option<Vec<Reworded>> {
    let DeValue::Table(entries) = given.get() else {
        let wrong = given.wrong_kind("lines in curly brackets, two and two", EXAMPLE);
        given.reader.report(wrong);
        return None;
    };
    if entries.len() > REWORDED {
        let message = format!(
            "there are {} lines in other words here; there can be {REWORDED}",
            entries.len()
        );
        let found = Diagnostic::error(Rule::TooMany, given.span(), message);
        given.reader.report(found.label("too many"));
        return None;
    }
    let lines = entries.iter().map(|(key, value)| {
        let neutral = key.get_ref();
        if let Some(known) = SESSION.key(neutral) {
            given.reader.report(belongs_above(known.name, key.span()));
            return None;
        }
        let said = line(Given {
            key: neutral,
            like: "\"Some width around the pelvic floor.\"",
            ..given.with(value)
        });
        Some(Reworded {
            neutral: At {
                value: Clean::from_shown(neutral.trim()),
                span: key.span(),
            },
            line: At {
                value: said?,
                span: value.span(),
            },
        })
    });
    lines.collect::<Vec<_>>().into_iter().collect()
}

/// What is about the whole session, below the heading for other words.
fn belongs_above(name: &str, span: std::ops::Range<usize>) -> Diagnostic {
    let message = format!(
        "`{}` is about the whole session, and only lines stand here",
        quoted(name)
    );
    Diagnostic::error(Rule::MisplacedKey, span, message)
        .label("in the wrong place")
        .help("Move it above the line [anatomical].")
}
