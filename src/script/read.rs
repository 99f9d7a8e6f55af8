//! From text to a [`Script`] and everything that could not be read. It never fails.
//!
//! Here stands which name holds which kind of value. What the values mean together is in `lower`.

use toml::de::{DeTable, DeValue};

use super::keys::{BREATH, CUES, LATER_ACTIONS, Part, SESSION, STEP};
use super::limits::{CUES as MOST_CUES, STEPS, TIMED_LINES};
use super::parsed::{At, Breath, Cues, Field, Script, Step, TimedLine};
use super::reader::{Given, Reader, Table, Value};
use super::syntax::Broken;
use super::values::{count, flag, list, text, texts, time, title, words};
use super::{duration, syntax};
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::session::Offset;

/// Reads the text of a session file.
pub fn read(text: &str) -> (Script, Vec<Diagnostic>) {
    syntax::parse(text, |document, errors| {
        let (mut found, broken) = syntax::explain(text, errors);
        let reader = Reader::new(text);
        let script = script(&reader, document, &broken);
        // What stands on a line that could not be read is not a second mistake.
        let rest = reader.into_found().into_iter();
        found.extend(rest.filter(|finding| !broken.touches(&finding.span)));
        (script, found)
    })
}

fn script(reader: &Reader<'_>, document: &DeTable<'_>, broken: &Broken) -> Script {
    let table = Table::new(reader, document, 0..0, &SESSION);
    let mut steps = Vec::new();
    let read_steps = table.field("step", |given| {
        steps = steps_of(given, broken)?;
        Some(())
    });
    Script {
        softly: table.field("softly", count),
        title: table.field("title", title),
        id: table.field("id", text),
        by: table.field("by", text),
        about: table.field("about", text),
        sources: table.field("sources", texts),
        reviewed_by: table.field("reviewed-by", words),
        position: table.field("position", texts),
        cautions: table.field("cautions", texts),
        stop_if: table.field("stop-if", texts),
        holds: table.field("holds", flag),
        shortest: table.field("shortest", time),
        longest: table.field("longest", time),
        steps,
        steps_unclear: matches!(read_steps, Field::Wrong(_)) || broken.any(),
        broken: broken.before_the_steps(),
        end: reader.text.len(),
        unread: broken.spans().to_vec(),
    }
}

fn steps_of(given: Given<'_, '_>, broken: &Broken) -> Option<Vec<Step>> {
    match given.get() {
        DeValue::Array(entries) => {
            if let Some(first_too_many) = entries.get(STEPS) {
                given.reader.report(
                    Diagnostic::error(
                        Rule::TooMany,
                        first_too_many.span(),
                        format!(
                            "this session has {} steps; it can have {STEPS}",
                            entries.len()
                        ),
                    )
                    .label("too many from here on"),
                );
            }
            let steps = entries.iter().take(STEPS);
            Some(
                steps
                    .filter_map(|entry| step(given.with(entry), broken))
                    .collect(),
            )
        }
        DeValue::Table(_) => {
            given.reader.report(single_brackets(given.span()));
            Some(step(given, broken).into_iter().collect())
        }
        _ => {
            let wrong = given.wrong_kind("a line of its own: [[step]]", "[[step]]");
            given.reader.report(wrong);
            None
        }
    }
}

/// `[step]` where `[[step]]` is meant.
pub(super) fn single_brackets(span: std::ops::Range<usize>) -> Diagnostic {
    Diagnostic::error(
        Rule::SingleBrackets,
        span.clone(),
        "a step begins with two square brackets on each side",
    )
    .label("write [[step]]")
    .help("Every step begins with a line that says [[step]] and nothing else.")
    .fix(span, "[[step]]")
}

fn step(given: Given<'_, '_>, broken: &Broken) -> Option<Step> {
    let table = Table::within(
        given,
        &STEP,
        "[[step]] on a line of its own, then rest = \"30s\"",
    )?;
    Some(Step {
        span: given.span(),
        title: table.field("title", title),
        say: table.field("say", say),
        at: table.field("at", timed_lines),
        fixed: table.field("fixed", flag),
        rest: table.field("rest", time),
        breathe: table.field("breathe", breath),
        ramp_to: table.field("ramp-to", breath),
        length: table.field("for", time),
        length_without_unit: table.is_number("for"),
        times: table.field("times", count),
        cues: table.field("cues", cues),
        ground: table.field("ground", text),
        unclear: table.has_any(&LATER_ACTIONS) || broken.block_of(given.span().start),
    })
}

/// The line of a step. A list is refused with what to write instead.
fn say(given: Given<'_, '_>) -> Option<crate::text::Clean> {
    if !matches!(given.get(), DeValue::Array(_)) {
        return text(given);
    }
    let wrong = given.wrong_kind("one text", "say = \"The chair has your legs.\"");
    given
        .reader
        .report(wrong.help("More lines can follow with `at`, or breath by breath with `cues`."));
    None
}

fn breath(given: Given<'_, '_>) -> Option<Breath> {
    let example = format!("{} = {{ in = 4, out = 6 }}", quoted(given.key));
    let table = Table::within(given, &BREATH, &example)?;
    Some(Breath {
        inhale: table.field("in", time),
        hold: table.field("hold", time),
        exhale: table.field("out", time),
        rest: table.field("rest", time),
    })
}

fn cues(given: Given<'_, '_>) -> Option<Cues> {
    let example = "cues = { out = [\"Nothing to lift.\", \"\"] }";
    let table = Table::within(given, &CUES, example)?;
    let lines = |given| list(given, MOST_CUES, words);
    Some(Cues {
        inhale: table.field("in", lines),
        hold: table.field("hold", lines),
        exhale: table.field("out", lines),
        rest: table.field("rest", lines),
    })
}

const AT_EXAMPLE: &str = "at = { \"30s\" = \"About half way.\", \"-10s\" = \"The last breaths.\" }";

/// Lines that stand under times in place of names.
fn timed_lines(given: Given<'_, '_>) -> Option<Vec<TimedLine>> {
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
        let line = text(Given {
            key: key.get_ref(),
            ..given.with(value)
        });
        let at = At {
            value: at?,
            span: key.span(),
        };
        let line = At {
            value: line?,
            span: value.span(),
        };
        Some(TimedLine { at, line })
    });
    lines.collect::<Vec<_>>().into_iter().collect()
}

/// A time from the start of a step, or with a minus before its end.
fn offset(given: Given<'_, '_>, name: &str, span: std::ops::Range<usize>) -> Option<Offset> {
    let name = name.trim();
    let before_the_end = name.strip_prefix(['-', '\u{2212}']);
    match duration::parse(before_the_end.unwrap_or(name)) {
        Ok(time) if before_the_end.is_some() => Some(Offset::End(time)),
        Ok(time) => Some(Offset::Start(time)),
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

/// The entries of a list of tables, for files that are read with the same machinery.
pub(super) fn tables<'r, 's>(
    given: Given<'r, 's>,
    part: &'static Part,
    example: &str,
) -> Option<Vec<Table<'r, 's>>> {
    let DeValue::Array(entries) = given.get() else {
        let wrong = given.wrong_kind("a line of its own in double square brackets", example);
        given.reader.report(wrong);
        return None;
    };
    let within = |entry: &'r Value<'s>| Table::within(given.with(entry), part, example);
    Some(entries.iter().filter_map(within).collect())
}
