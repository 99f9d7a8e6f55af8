//! Reads lines that stand under times in place of names: `at = { "30s" = "…" }`.
//!
//! Whether a time lies within its step is decided in `lower`.

use std::ops::Range;

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::choose::line;
use crate::script::duration::{self, NotATime};
use crate::script::limits::TIMED_LINES;
use crate::script::parsed::{At, TimedLine};
use crate::script::reader::Given;
use crate::script::schema::STEP;
use crate::script::values::with_colon;
use crate::session::Offset;

const AT_EXAMPLE: &str = "at = { \"30s\" = \"About half way.\", \"-10s\" = \"The last breaths.\" }";

/// Lines that stand under times in place of names.
pub(super) fn timed_lines(given: Given<'_, '_>) -> Option<Vec<TimedLine>> {
    let DeValue::Table(entries) = given.get() else {
        let wrong = given.wrong_kind("written in curly brackets, with times", AT_EXAMPLE);
        given.reader.report(wrong);
        return None;
    };
    if entries.len() > TIMED_LINES {
        given.reader.report(
            Diagnostic::error(
                Rule::TooMany,
                given.span(),
                format!(
                    "this step has {} lines in `at`; it can have {TIMED_LINES}",
                    entries.len()
                ),
            )
            .label("too many"),
        );
        return None;
    }
    let lines = entries.iter().map(|(key, value)| {
        let at = offset(given, key.get_ref(), key.span());
        let said = line(Given {
            key: key.get_ref(),
            like: "\"About half way.\"",
            ..given.with(value)
        });
        let at = At {
            value: at?,
            span: key.span(),
        };
        let line = At {
            value: said?,
            span: value.span(),
        };
        Some(TimedLine { at, line })
    });
    lines.collect::<Vec<_>>().into_iter().collect()
}

/// A time from the start of a step, or with a minus before its end.
fn offset(given: Given<'_, '_>, name: &str, span: Range<usize>) -> Option<Offset> {
    let name = name.trim();
    let before_the_end = name.strip_prefix(['-', '\u{2212}']);
    match duration::parse(before_the_end.unwrap_or(name)) {
        Ok(time) if before_the_end.is_some() => Some(Offset::End(time)),
        Ok(time) => Some(Offset::Start(time)),
        Err(NotATime::Clock(clock)) => {
            let mut found = with_colon(clock, span);
            if let Some(fix) = found.fix.as_mut().filter(|_| before_the_end.is_some()) {
                fix.replacement.insert(1, '-');
            }
            given.reader.report(found);
            None
        }
        Err(_) if STEP.key(name).is_some() => {
            let place = if given.written().starts_with('[') {
                "above the line [step.at]"
            } else {
                "out of the curly brackets, to a line of its own"
            };
            given.reader.report(
                Diagnostic::error(
                    Rule::MisplacedKey,
                    span,
                    format!("`{name}` is not a time, and only lines under times stand here"),
                )
                .label("in the wrong place")
                .help(format!("This belongs to the step: move it {place}.")),
            );
            None
        }
        Err(_) => {
            let message = format!("\"{}\" is not a time that softly can read", quoted(name));
            given.reader.report(
                Diagnostic::error(Rule::BadTime, span, message)
                    .label("a time goes here")
                    .help(format!("For example: {AT_EXAMPLE}"))
                    .help("A minus sign counts back from the end of the step."),
            );
            None
        }
    }
}
