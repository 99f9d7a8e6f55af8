//! Walks over the parsed TOML of a file and collects what is wrong with it.
//!
//! Nothing here stops at a problem: whatever cannot be read is reported once and left out. Which
//! names there are is in `schema`; what a value means is in `values`.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::parsed::{At, Field};
use super::schema::{Key, Meaning, Part};
use super::slips;
use crate::diagnostic::{Diagnostic, Rule, Severity, quoted};

/// A value of the parsed file with its place.
pub(super) type Value<'s> = Spanned<DeValue<'s>>;

/// The most findings of one severity that are kept while reading: more than are ever shown, and
/// few enough that a file made of mistakes stays cheap.
const MOST_KEPT: usize = 200;

/// A text that is being read, and what was found in it.
pub(super) struct Reader<'s> {
    pub(super) text: &'s str,
    found: RefCell<Vec<Diagnostic>>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(text: &'s str) -> Self {
        Self {
            text,
            found: RefCell::default(),
        }
    }

    /// Keeps a finding, unless there are already more than anyone reads.
    pub(super) fn report(&self, finding: Diagnostic) {
        if !self.is_full(finding.severity) {
            self.found.borrow_mut().push(finding);
        }
    }

    fn is_full(&self, severity: Severity) -> bool {
        let found = self.found.borrow();
        found.len() >= MOST_KEPT
            && found
                .iter()
                .filter(|kept| kept.severity == severity)
                .count()
                >= MOST_KEPT
    }

    /// What was found.
    pub(super) fn into_found(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }

    /// The text at a place.
    pub(super) fn slice(&self, span: Range<usize>) -> &'s str {
        self.text.get(span).unwrap_or_default()
    }
}

/// A value that is being read, with the name it stands under.
#[derive(Clone, Copy)]
pub(super) struct Given<'r, 's> {
    pub(super) reader: &'r Reader<'s>,
    pub(super) key: &'r str,
    /// What could stand there, as one would write it.
    pub(super) like: &'static str,
    pub(super) value: &'r Value<'s>,
}

impl<'r, 's> Given<'r, 's> {
    /// The value itself.
    pub(super) fn get(&self) -> &'r DeValue<'s> {
        self.value.get_ref()
    }

    /// Where it stands.
    pub(super) fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// The value as it is written.
    pub(super) fn written(&self) -> &'s str {
        self.reader.slice(self.span())
    }

    /// Another value under the same name, such as an entry of this list.
    pub(super) fn with(&self, value: &'r Value<'s>) -> Self {
        Self { value, ..*self }
    }

    /// The whole line, with an example of what could stand there.
    pub(super) fn example(&self) -> String {
        format!("{} = {}", quoted(self.key), self.like)
    }

    /// Reports that it is of another kind than it has to be.
    pub(super) fn wrong_kind(&self, wanted: &str, example: &str) -> Diagnostic {
        let kind = match self.get() {
            DeValue::String(_) => "text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or a time of day",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a group of names",
        };
        let message = format!(
            "`{}` has to be {wanted}, and this is {kind}",
            quoted(self.key)
        );
        Diagnostic::error(Rule::WrongKind, self.span(), message)
            .label(format!("this is {kind}"))
            .help(format!("For example: {example}"))
    }
}

/// A part of the file with names of its own.
pub(super) struct Table<'r, 's> {
    reader: &'r Reader<'s>,
    entries: &'r DeTable<'s>,
    /// Its heading or its brackets.
    span: Range<usize>,
    part: &'static Part,
    /// Names that were meant by another one that is here, and where that one stands.
    meant: Vec<(&'static str, Range<usize>)>,
    /// The names that have been asked for, one bit each.
    asked: Cell<u64>,
}

impl<'r, 's> Table<'r, 's> {
    /// Looks at all names at once, and reports those that do not belong here.
    pub(super) fn new(
        reader: &'r Reader<'s>,
        entries: &'r DeTable<'s>,
        span: Range<usize>,
        part: &'static Part,
    ) -> Self {
        let mut table = Self {
            reader,
            entries,
            span,
            part,
            meant: Vec::new(),
            asked: Cell::new(0),
        };
        for (key, value) in entries {
            if !reader.is_full(Severity::Error) {
                table.name(key.get_ref(), key.span(), value);
            }
        }
        table
    }

    /// A table under a name, or a report that something else is there.
    pub(super) fn within(given: Given<'r, 's>, part: &'static Part, example: &str) -> Option<Self> {
        if let DeValue::Table(entries) = given.get() {
            return Some(Self::new(given.reader, entries, given.span(), part));
        }
        let wrong = given.wrong_kind("written in curly brackets", example);
        given.reader.report(wrong);
        None
    }

    /// The tables of a list, each under a heading of its own.
    pub(super) fn many(
        given: Given<'r, 's>,
        part: &'static Part,
        heading: &str,
    ) -> Option<Vec<Self>> {
        let DeValue::Array(entries) = given.get() else {
            let wrong = given.wrong_kind("a line of its own in double square brackets", heading);
            given.reader.report(wrong);
            return None;
        };
        let within = |entry: &'r Value<'s>| Table::within(given.with(entry), part, heading);
        Some(entries.iter().filter_map(within).collect())
    }

    /// The line in square brackets that it stands under, if there is one.
    fn heading(&self) -> Option<&'s str> {
        let heading = self.reader.slice(self.span.clone());
        heading.starts_with('[').then_some(heading)
    }

    fn name(&mut self, name: &str, span: Range<usize>, value: &Value<'s>) {
        let (part, shown) = (self.part, quoted(name));
        let problem = match part.meaning(name) {
            Meaning::Known | Meaning::Own => return,
            // The parser leaves an empty name behind where it lost the thread, and reports that.
            Meaning::Unknown if name.is_empty() && self.reader.slice(span.clone()).is_empty() => {
                return;
            }
            Meaning::Elsewhere(..) if let Some(known) = slips::in_this_step(name, self.entries) => {
                self.meant.push((known, span.clone()));
                instead(name, known, span, value, self.reader)
                    .label(format!("did you mean `{known}`?"))
                    .help("A breath can have a hold. How long a posture lasts stands after `for`.")
            }
            Meaning::Elsewhere(whole, place) => Diagnostic::error(
                Rule::MisplacedKey,
                span,
                format!("`{shown}` does not belong to {}", part.named()),
            )
            .label("in the wrong place")
            .help(slips::above(self.heading(), whole).unwrap_or_else(|| place.to_owned())),
            Meaning::Instead("for") if slips::may_count(name, value) => {
                self.meant.push(("for", span.clone()));
                let number = self.reader.slice(value.span());
                Diagnostic::error(
                    Rule::UnknownKey,
                    span,
                    format!("softly does not know `{shown}`"),
                )
                .label("how many, or how long?")
                .help(format!(
                    "If it says how many breaths, write times = {number} instead."
                ))
                .help(format!(
                    "If it says how many seconds, write for = \"{number}s\" instead."
                ))
            }
            Meaning::Instead(known) => {
                let known = slips::with_this_value(known, value, part);
                self.meant.push((known, span.clone()));
                instead(name, known, span, value, self.reader)
                    .label(format!("did you mean `{known}`?"))
            }
            Meaning::Unknown => unknown(&shown, span, part),
        };
        self.reader.report(problem);
    }

    /// Reads what stands under a name.
    pub(super) fn field<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(Given<'r, 's>) -> Option<T>,
    ) -> Field<T> {
        let index = self.part.keys.iter().position(|known| known.name == key);
        debug_assert!(index.is_some(), "{key} is not in the schema");
        self.asked.set(self.asked.get() | 1 << index.unwrap_or(63));
        let Some((name, value)) = self.entries.get_key_value(key) else {
            let meant = self.meant.iter().find(|(meant, _)| *meant == key);
            return meant.map_or(Field::Absent, |(_, span)| Field::Wrong(span.clone()));
        };
        let given = Given {
            reader: self.reader,
            key,
            like: self.part.key(key).map_or("\"…\"", |known| known.example),
            value,
        };
        // The parser puts an empty value where it lost the thread, and reports that itself.
        let value_read = if value.span().is_empty() {
            None
        } else {
            read(given)
        };
        match value_read {
            None => Field::Wrong(name.span()),
            Some(read) => {
                let span = value.span();
                Field::Given(name.span(), At { value: read, span })
            }
        }
    }

    /// Whether a number without a unit stands under a name.
    pub(super) fn is_number(&self, key: &str) -> bool {
        let value = self.entries.get(key).map(Value::get_ref);
        value.is_some_and(|value| value.is_integer() || value.is_float())
    }

    /// The names that are here, or were meant by others that are, and where each stands.
    pub(super) fn keys(&self) -> Vec<(&'static Key, Range<usize>)> {
        let here = self.entries.iter();
        let known = here.filter_map(|(key, _)| Some((self.part.key(key.get_ref())?, key.span())));
        let meant = self.meant.iter();
        let meant = meant.filter_map(|(name, span)| Some((self.part.key(name)?, span.clone())));
        known.chain(meant).collect()
    }

    /// Ends reading. That every name of the schema has been asked for is held by every test.
    pub(super) fn finish(self) {
        let all = self.part.keys.iter().enumerate();
        let missed = all.filter(|(index, _)| self.asked.get() >> index & 1 == 0);
        let missed: Vec<_> = missed.map(|(_, key)| key.name).collect();
        debug_assert!(
            missed.is_empty(),
            "{missed:?} of a {} is not read",
            self.part.noun
        );
    }

    /// Reports which of some names are absent that there have to be.
    pub(super) fn needs(&self, names: &[(&str, bool)]) {
        for (key, _) in names.iter().filter(|(_, absent)| *absent) {
            let message = format!("this {} has no `{key}`", self.part.noun);
            let found = Diagnostic::error(Rule::MissingKey, self.span(), message);
            self.reader
                .report(found.label(format!("add `{key}` to it")));
        }
    }

    /// Where its heading or its brackets stand.
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

fn unknown(shown: &str, span: Range<usize>, part: &Part) -> Diagnostic {
    let message = format!("`{shown}` is not something that {} can have", part.named());
    Diagnostic::error(Rule::UnknownKey, span, message)
        .label("not known here")
        .help(format!(
            "{} can have: {}.",
            part.named().replacen('a', "A", 1),
            part.names().collect::<Vec<_>>().join(", ")
        ))
        .help("A note of your own can have any name that begins with x-, or stand after a #.")
}

/// A slip or another word for a name that is known. `minutes = 5` is mended as a whole, because a
/// bare number counts seconds.
fn instead(
    name: &str,
    known: &str,
    span: Range<usize>,
    value: &Value<'_>,
    reader: &Reader<'_>,
) -> Diagnostic {
    let message = format!("softly does not know `{}`", quoted(name));
    let found = Diagnostic::error(Rule::UnknownKey, span.clone(), message);
    let number = matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_));
    if known == "wait" && name != "wait" {
        return found
            .help("A step that goes on when a key is pressed has wait = true.")
            .fix(span.start..value.span().end, "wait = true");
    }
    if known == "for" && number && name.to_lowercase().starts_with("min") {
        let minutes = reader.slice(value.span());
        let whole = span.start..value.span().end;
        return found.fix(whole, format!("for = \"{minutes}m\""));
    }
    found.fix(span, known)
}
