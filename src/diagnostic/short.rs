//! Findings on one line each: `file:line:column: error[rule]: message`, as editors read them.
//!
//! The label and the first help follow the message, because here there is no picture to show them.

use std::fmt::Write;

use super::{Lines, Source, sentence, show};

pub(super) fn render(source: Source<'_>, diagnostics: &[super::Diagnostic]) -> String {
    let lines = Lines::new(source.text);
    let name = show(source.name).replace('\n', " ");
    let mut page = String::new();
    for found in diagnostics {
        let place = lines.place(found.span.start);
        let (line, column) = (place.line, place.column);
        let (severity, rule) = (found.severity.name(), found.rule.name());
        let message = sentence(&found.message);
        // Writing to a String cannot fail.
        let _ = write!(
            page,
            "{name}:{line}:{column}: {severity}[{rule}]: {message}"
        );
        let more = std::iter::once(&found.label).chain(found.help.first());
        for words in more.filter(|words| !words.is_empty()) {
            let _ = write!(page, "; {}", sentence(words));
        }
        page.push('\n');
    }
    page
}
