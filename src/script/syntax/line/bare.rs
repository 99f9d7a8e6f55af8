//! Guesses about values that stand without quotation marks: texts, times, numbers in words, yes
//! and no. What can only mean one thing is offered; all of a kind on one line is told at once.

use std::mem::discriminant;
use std::ops::Range;

use super::{Slip, breath, error};
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::duration::{self, Clock, NotATime};
use crate::script::schema::{CHECK_IN, Kind, POSITION, Part, SESSION, STEP};
use crate::script::values::{two_times, with_colon};

/// The parts of a file whose names tell whether a text stands under them. A set of cues is not one
/// of them: it has the names of a breath.
const TELLING: [&Part; 4] = [&SESSION, &STEP, &CHECK_IN, &POSITION];

/// What the parser says about a value without quotation marks. It takes one that begins with t or
/// f for true or false, and one that begins with i or n for a kind of number.
const ABOUT_VALUES: [&str; 6] = [
    "must be quoted",
    "boolean",
    "expected `inf`",
    "expected `nan`",
    "invalid time",
    "invalid date",
];

/// How many values of one line are looked at.
const MOST: usize = 40;
/// The longest stretch of a line that is offered to be rewritten at once, in bytes.
const LONGEST: usize = 300;

/// A value as it was probably meant.
#[derive(Debug)]
enum Reading {
    Missing,
    Flag(&'static str),
    Number(u32),
    Time(String),
    Clock(Option<Clock>),
    Range(String, String),
    Ratio(usize),
    Round,
    Spaced,
    Text(String),
}

struct Bare {
    at: Range<usize>,
    reading: Reading,
}

pub(super) fn values(slip: &Slip<'_>) -> Option<Diagnostic> {
    let bare = all(slip);
    let first = bare.first()?;
    let alike = |other: &&Bare| discriminant(&other.reading) == discriminant(&first.reading);
    let alike: Vec<&Bare> = bare.iter().filter(alike).collect();
    let mut found = tell(slip, first);
    if let Some(edits) = alike
        .iter()
        .map(|one| edit(one))
        .collect::<Option<Vec<_>>>()
    {
        let (span, replacement) = stretch(slip.text, &edits);
        found = found.fix(span, replacement);
    }
    for other in &alike[1..] {
        found = found.also(other.at.clone(), "and this one");
    }
    Some(found)
}

/// Every value on the line that could not be read.
fn all(slip: &Slip<'_>) -> Vec<Bare> {
    let mut bare: Vec<Bare> = Vec::new();
    for (at, message) in slip.errors {
        let end = at.end.min(slip.line.end);
        let known = bare.last().is_some_and(|last| at.start < last.at.end);
        if bare.len() == MOST {
            break;
        }
        if known || at.start > end || !ABOUT_VALUES.iter().any(|about| message.contains(about)) {
            continue;
        }
        let name = name(&slip.text[slip.line.start..at.start]);
        let mut written = slip.text[at.start..end].trim();
        if is_text(name) && slip.said("key or value") {
            // The text goes on after a comma or a quotation mark, up to a note.
            let rest = &slip.text[at.start..slip.line.end];
            written = rest.split(" #").next().unwrap_or(rest).trim();
        }
        let blank = slip.text[at.start..].len() - slip.text[at.start..].trim_start().len();
        let start = at.start + if written.is_empty() { 0 } else { blank };
        bare.push(Bare {
            at: start..start + written.len(),
            reading: reading(name, written),
        });
    }
    bare
}

/// The name that a value stands under.
fn name(before: &str) -> &str {
    let before = before.trim_end();
    let before = match before.strip_suffix('=') {
        Some(before) => before.trim_end(),
        // In a list it is the name before the list.
        None => before.split('=').next().unwrap_or_default().trim_end(),
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let start = before.trim_end_matches(is_name).len();
    if before.ends_with(['"', '\'']) || before[..start].contains("cues") {
        // A time in quotation marks, or a phase of the breath: a line to say stands there.
        return "say";
    }
    &before[start..]
}

/// Whether a text stands under a name; under a time, as in `at`, one does.
fn is_text(name: &str) -> bool {
    let holds_text = |part: &&Part| {
        part.key(name).is_some_and(|key| {
            matches!(
                key.kind,
                Kind::Title | Kind::Text | Kind::Words | Kind::Texts | Kind::File | Kind::Language
            )
        })
    };
    TELLING.iter().any(holds_text) || name.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

fn reading(name: &str, written: &str) -> Reading {
    let lower = written.to_lowercase();
    let text = || Reading::Text(in_marks(written));
    if lower.is_empty() {
        return Reading::Missing;
    }
    if is_text(name) {
        return text();
    }
    match lower.as_str() {
        "true" | "yes" | "on" => return Reading::Flag("true"),
        "false" | "no" | "off" => return Reading::Flag("false"),
        _ => {}
    }
    if lower.starts_with('(') {
        return Reading::Round;
    }
    if lower.chars().all(|c| c.is_ascii_digit() || c == ' ') {
        return Reading::Spaced;
    }
    if let Some(number) = duration::number(written) {
        return Reading::Number(number);
    }
    if let Some(count) = breath::ratio(written).filter(|count| *count > 2) {
        return Reading::Ratio(count);
    }
    let dotted = written.trim_end_matches('.');
    match duration::parse(dotted) {
        Ok(_) => Reading::Text(in_marks(dotted)),
        Err(NotATime::InWords(digits)) => Reading::Time(digits),
        Err(NotATime::Clock(clock)) => Reading::Clock(clock),
        Err(NotATime::Range(from, to)) => Reading::Range(from, to),
        Err(_) => text(),
    }
}

fn in_marks(written: &str) -> String {
    let bare = written.trim_matches(['`', '\'', '"']);
    format!("\"{}\"", bare.replace('\\', "\\\\").replace('"', "'"))
}

/// Whether a value says how many times, and not how long.
fn counts(slip: &Slip<'_>, at: &Range<usize>) -> bool {
    let before = slip.text[..at.start].trim_end();
    let name = before.strip_suffix('=').map(str::trim_end);
    name.is_some_and(|before| before.ends_with("times"))
}

/// `times = 2 to 3`: a session needs one of them, and a programme invites to both.
fn two_counts(from: &str, to: &str, at: Range<usize>) -> Diagnostic {
    Diagnostic::error(Rule::BadCount, at, "there are two numbers here")
        .label(format!("{from}, {to}, or both?"))
        .help("How many breaths or squeezes is one number.")
        .help(format!(
            "How often a week of a programme invites to something can be both, in quotation marks: times = \"{from}-{to}\"."
        ))
}

/// What is said about a value, without the change that is offered.
fn tell(slip: &Slip<'_>, bare: &Bare) -> Diagnostic {
    let at = bare.at.clone();
    match &bare.reading {
        Reading::Missing => error(slip.trimmed(), "there is nothing after the =")
            .label("a value goes here")
            .help("If there is nothing to say, take the line out."),
        Reading::Flag(meant) => {
            let written = &slip.text[at.clone()];
            if written.eq_ignore_ascii_case(meant) {
                error(at, "true and false are written in small letters").label("write it small")
            } else {
                let small = written.to_lowercase();
                error(at, &format!("{small} is written as {meant}")).label(format!("write {meant}"))
            }
        }
        Reading::Number(_) => error(at, "numbers are written in digits").label("in digits, please"),
        Reading::Time(_) => Diagnostic::error(Rule::BadTime, at, "this time is written in words")
            .label("in digits, please"),
        Reading::Clock(clock) => {
            let found = with_colon(*clock, at);
            Diagnostic { fix: None, ..found }
        }
        Reading::Range(from, to) if counts(slip, &at) => two_counts(from, to, at),
        Reading::Range(from, to) => two_times(from, to, at),
        Reading::Ratio(count) => breath::unclear(at, *count),
        Reading::Round => error(at, "a breath is written in curly brackets")
            .label("not in round ones")
            .help("For example: breathe = { in = 4, out = 6 }"),
        Reading::Spaced => error(at, "there is a space inside this number")
            .label("one number goes here")
            .help("A time of more than one part looks like \"1m 30s\"."),
        Reading::Text(_) => error(at, "text, and times with a unit, stand in quotation marks")
            .label("put quotation marks around this"),
    }
}

/// What to write instead, where that is certain.
fn edit(bare: &Bare) -> Option<(Range<usize>, String)> {
    let better = match &bare.reading {
        Reading::Flag(meant) => (*meant).to_owned(),
        Reading::Number(number) => number.to_string(),
        Reading::Time(digits) => format!("\"{digits}\""),
        Reading::Text(text) => text.clone(),
        Reading::Clock(clock) => with_colon(*clock, bare.at.clone()).fix?.replacement,
        Reading::Missing
        | Reading::Range(..)
        | Reading::Ratio(_)
        | Reading::Round
        | Reading::Spaced => return None,
    };
    Some((bare.at.clone(), better))
}

/// Several changes on a line as one, or as many of them as make a stretch that can be shown.
pub(super) fn stretch(text: &str, edits: &[(Range<usize>, String)]) -> (Range<usize>, String) {
    let Some((first, better)) = edits.first() else {
        return (0..0, String::new());
    };
    let (mut span, mut replacement) = (first.clone(), better.clone());
    for (next, better) in &edits[1..] {
        if next.end - span.start > LONGEST || next.start < span.end {
            break;
        }
        replacement.push_str(&text[span.end..next.start]);
        replacement.push_str(better);
        span.end = next.end;
    }
    (span, replacement)
}
