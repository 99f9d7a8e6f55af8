//! Findings for other programs: one JSON object a line. Fields are added, never changed.
//!
//! Lines and columns count from one, columns in characters; an end is the place just after.

use serde::Serialize;

use super::{Diagnostic, Lines, Rule, Severity, Source, sentence};

/// The version of this output; it goes up if a field ever has to change its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Problem<'a> {
    version: u32,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    rule: Rule,
    severity: Severity,
    message: String,
    label: String,
    help: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    replacement: &'a str,
}

pub(super) fn render(source: Source<'_>, diagnostics: &[Diagnostic]) -> String {
    let lines = Lines::new(source.text);
    diagnostics
        .iter()
        .filter_map(|found| serde_json::to_string(&problem(source, &lines, found)).ok())
        .map(|object| object + "\n")
        .collect()
}

fn problem<'a>(source: Source<'_>, lines: &Lines<'_>, found: &'a Diagnostic) -> Problem<'a> {
    let (start, end) = (lines.place(found.span.start), lines.place(found.span.end));
    Problem {
        version: VERSION,
        file: sentence(source.name),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        rule: found.rule,
        severity: found.severity,
        message: sentence(&found.message),
        label: sentence(&found.label),
        help: found.help.iter().map(|help| sentence(help)).collect(),
        fix: found.fix.as_ref().map(|fix| {
            let (start, end) = (lines.place(fix.span.start), lines.place(fix.span.end));
            Edit {
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                replacement: &fix.replacement,
            }
        }),
    }
}
