//! What sessions and programmes say of themselves in the same way: the format in the first line,
//! `softly = 1` or `softly-programme = 1`, and the short name.

use super::limits::ID_CHARS;
use super::parsed::Field;
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::text::Clean;

/// A kind of file, and the words for it.
pub(super) struct FileKind {
    /// The name that stands first in it.
    pub key: &'static str,
    /// What it is.
    pub noun: &'static str,
    /// What softly does with it.
    pub used: &'static str,
}

impl FileKind {
    /// What is wrong with the format that a file says it is in. Where lines above could not be read,
    /// it may well stand there.
    pub(super) fn version(&self, format: &Field<i64>, broken: bool) -> Option<Diagnostic> {
        let Self { noun, used, .. } = self;
        let format = match format {
            Field::Given(_, format) => format,
            Field::Absent if !broken => return Some(self.without_format()),
            Field::Absent | Field::Wrong(_) => return None,
        };
        let span = format.span.clone();
        if format.value > 1 {
            let message = format!(
                "this {noun} is written for a newer softly (format {}; this one reads format 1)",
                format.value
            );
            let found = Diagnostic::error(Rule::NewerFormat, span, message);
            let help = format!(
                "A newer version of softly can {used} it. \
                 Everything else in the file is left unchecked."
            );
            return Some(found.label("newer than this softly").help(help));
        }
        let none = || {
            Diagnostic::error(Rule::NewerFormat, span.clone(), "there is no such format")
                .label("this has to be 1")
                .fix(span.clone(), "1")
        };
        (format.value < 1).then(none)
    }

    fn without_format(&self) -> Diagnostic {
        let Self { key, noun, .. } = self;
        let message = format!("this file does not begin with {key} = 1");
        let help = format!(
            "Write {key} = 1 in the first line. \
             It says that this is a {noun}, and in which format."
        );
        Diagnostic::error(Rule::MissingKey, 0..0, message)
            .label(format!("add {key} = 1 here"))
            .help(help)
    }

    /// The short name, the file's own or else one made from what it goes by, and what is wrong with
    /// the file's own.
    pub(super) fn short_name(
        &self,
        given: &Field<Clean>,
        otherwise: &str,
    ) -> (Clean, Option<Diagnostic>) {
        let noun = self.noun;
        let wrong = match given.given() {
            Some(given) => {
                let better = slug(&given.value, noun);
                if better == *given.value {
                    return (given.value.clone(), None);
                }
                let name = quoted(&given.value);
                let message = format!("\"{name}\" cannot be the short name of a {noun}");
                let found = Diagnostic::error(Rule::BadId, given.span.clone(), message)
                    .label(format!("for example \"{better}\""))
                    .help("A short name has small letters, digits and hyphens, and no spaces.");
                Some(found.fix(given.span.clone(), format!("\"{better}\"")))
            }
            None => None,
        };
        (Clean::from_shown(&slug(otherwise, noun)), wrong)
    }
}

/// A name made of small letters, digits and single hyphens.
fn slug(name: &str, otherwise: &str) -> String {
    let plain: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let words = plain.split('-').filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(ID_CHARS).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        otherwise.into()
    } else {
        slug.into()
    }
}
