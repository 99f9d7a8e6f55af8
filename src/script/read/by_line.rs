//! Reads what stands under lines of a session, each before an equals sign: the same lines in other
//! words, or recordings of them.
//!
//! Whether a line is one of the file's is decided in `lower`.

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::parsed::At;
use crate::script::reader::Given;
use crate::script::schema::SESSION;
use crate::text::Clean;

/// What is read under lines.
pub(super) struct ByLine {
    /// What it is, after "there are so many".
    pub(super) noun: &'static str,
    /// How many there can be.
    pub(super) most: usize,
    /// The heading it can stand below, with its brackets.
    pub(super) heading: &'static str,
    /// What it has to be.
    pub(super) wanted: &'static str,
    /// All of it, as one would write it.
    pub(super) example: &'static str,
    /// What stands after one line.
    pub(super) like: &'static str,
}

impl ByLine {
    /// Every line with what `value` reads after it; nothing where one of them could not be read.
    pub(super) fn read(
        &self,
        given: Given<'_, '_>,
        value: impl Fn(Given<'_, '_>) -> Option<Clean>,
    ) -> Option<Vec<(At<Clean>, At<Clean>)>> {
        let DeValue::Table(entries) = given.get() else {
            let wrong = given.wrong_kind(self.wanted, self.example);
            given.reader.report(wrong);
            return None;
        };
        if entries.len() > self.most {
            let (many, noun, most) = (entries.len(), self.noun, self.most);
            let message = format!("there are {many} {noun} here; there can be {most}");
            let found = Diagnostic::error(Rule::TooMany, given.span(), message);
            given.reader.report(found.label("too many"));
            return None;
        }
        let lines = entries.iter().map(|(key, after)| {
            let line = key.get_ref();
            if let Some(known) = SESSION.key(line) {
                given
                    .reader
                    .report(self.belongs_above(known.name, key.span()));
                return None;
            }
            let read = value(Given {
                key: line,
                like: self.like,
                ..given.with(after)
            });
            let line = At {
                value: Clean::from_shown(line.trim()),
                span: key.span(),
            };
            let read = At {
                value: read?,
                span: after.span(),
            };
            Some((line, read))
        });
        lines.collect::<Vec<_>>().into_iter().collect()
    }

    /// What is about the whole session, below a heading for lines.
    fn belongs_above(&self, name: &str, span: std::ops::Range<usize>) -> Diagnostic {
        let message = format!(
            "`{}` is about the whole session, and only lines stand here",
            quoted(name)
        );
        Diagnostic::error(Rule::MisplacedKey, span, message)
            .label("in the wrong place")
            .help(format!("Move it above the line {}.", self.heading))
    }
}
