//! Guesses about what joins the parts of a line: equals signs, commas, and things left over.

use std::ops::Range;

use toml::de::DeTable;

use super::bare::{self, stretch};
use super::{Slip, breath, error};
use crate::diagnostic::Diagnostic;
use crate::script::duration;
use crate::script::runs_on::goes_on;
use crate::script::schema::{SESSION, STEP};
use crate::script::syntax::place;

/// The most slips of one kind that are looked for on a line.
const MOST: usize = 12;

pub(super) fn colon(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("unquoted key") && !slip.said("missing assignment") && !slip.said("no value") {
        return None;
    }
    let colons: Vec<_> = colons(slip)
        .into_iter()
        .map(|at| {
            let equals = if slip.text[..at].ends_with(' ') {
                "="
            } else {
                " ="
            };
            (at..at + 1, equals.to_owned())
        })
        .collect();
    let (first, _) = colons.first()?;
    let mut found = error(
        first.clone(),
        "a name and its value are joined by = and not by :",
    );
    for (other, _) in &colons[1..] {
        found = found.also(other.clone(), "and here");
    }
    if let Some(steps) = steps_below(slip, first.start) {
        return Some(steps);
    }
    found = found.label("write = here");
    let (span, replacement) = stretch(slip.text, &colons);
    let mut whole = slip.whole().to_owned();
    let inside = span.start - slip.line.start..span.end - slip.line.start;
    whole.replace_range(inside.clone(), &replacement);
    Some(match mended(&whole) {
        Mended::Fine => found.fix(span, replacement),
        // The whole rest of the line is offered, because with an = alone it would still be wrong.
        Mended::With(line) => {
            let better = line[inside.start..].trim_end().to_owned();
            let end = slip.line.start + slip.whole().trim_end().len();
            found.fix(span.start..end, better)
        }
        Mended::Not => found.help("Text stands in quotation marks: title = \"Some words\"."),
    })
}

/// `steps:` or `session:` with nothing after it: the steps are meant to follow.
fn steps_below(slip: &Slip<'_>, colon: usize) -> Option<Diagnostic> {
    let at = slip.trimmed();
    let name = slip.text[at.start..colon].trim().to_lowercase();
    let nothing = slip.text[colon + 1..at.end].trim_start();
    let nothing = nothing.is_empty() || nothing.starts_with('#');
    let steps = name.starts_with("step") || ["session", "practice", "exercises"].contains(&&*name);
    (nothing && steps).then(|| {
        error(
            at.start..colon + 1,
            "a step begins with a line that says [[step]]",
        )
        .label("not like this")
        .help("Take this line out. Above each step write [[step]] on a line of its own, and below it what the step does.")
        .help("For example: rest = \"30s\"")
    })
}

/// What becomes of a line after a change.
enum Mended {
    Fine,
    /// It needs one more change, and reads like this with it.
    With(String),
    Not,
}

/// Looks at a line again that has been changed.
fn mended(line: &str) -> Mended {
    let errors = DeTable::parse_recoverable(line).1;
    if errors.is_empty() {
        return Mended::Fine;
    }
    let places: Vec<_> = errors.iter().map(|error| place(line, error)).collect();
    let again = Slip::new(line, 0..line.len(), &places);
    // What joins the parts was looked at already.
    let guesses = [breath::breath, bare::values];
    let Some(fix) = guesses.iter().find_map(|guess| guess(&again)?.fix) else {
        return Mended::Not;
    };
    let mut better = line.to_owned();
    better.replace_range(fix.span, &fix.replacement);
    if DeTable::parse_recoverable(&better).1.is_empty() {
        Mended::With(better)
    } else {
        Mended::Not
    }
}

/// The colons that stand after a name, at the start of a line or in curly brackets.
fn colons(slip: &Slip<'_>) -> Vec<usize> {
    let (mut quote, mut name_goes_here, mut colons) = (None, true, Vec::new());
    for (at, c) in slip.whole().char_indices() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{' | ',') => name_goes_here = true,
            (None, '=') => name_goes_here = false,
            (None, ':') if name_goes_here && colons.len() < MOST => {
                colons.push(slip.line.start + at);
                name_goes_here = false;
            }
            _ => {}
        }
    }
    colons
}

pub(super) fn comma(slip: &Slip<'_>) -> Option<Diagnostic> {
    // `in = 4 out = 6`: the parser takes `4 out` for a text without quotation marks.
    if slip.said("extra assignment") || slip.said("missing comma between key-value") {
        let missing = missing_commas(slip);
        if let Some((first, _)) = missing.first() {
            let mut found = error(first.clone(), "there is no comma between these two");
            for (other, _) in &missing[1..] {
                found = found.also(other.clone(), "and here");
            }
            let (span, replacement) = stretch(slip.text, &missing);
            return Some(found.label("a comma goes here").fix(span, replacement));
        }
    }
    if slip.said("missing comma between array elements") {
        let end = end_of_entry(slip)?;
        let found = error(end..end, "there is no comma between these two");
        return Some(found.label("a comma goes here").fix(end..end, ","));
    }
    let stumbled = slip.place_of("extra comma")?;
    let near = if slip.text[stumbled..].starts_with(',') {
        stumbled
    } else {
        slip.line.start + slip.text[slip.line.start..stumbled].rfind(',')?
    };
    // Only beside another one, or at the very start, is it certain that it has nothing to part.
    let before = slip.text[slip.line.start..near].trim_end();
    if !before.ends_with([',', '{', '[']) {
        return None;
    }
    let found = error(near..near + 1, "there is one comma too many");
    Some(found.label("take it out").fix(near..near + 1, ""))
}

/// Where a comma is missing between a value in curly brackets and the name after it.
fn missing_commas(slip: &Slip<'_>) -> Vec<(Range<usize>, String)> {
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let line = slip.whole();
    let (mut depth, mut quote, mut missing) = (0_usize, None, Vec::new());
    // Whether there is a value already since the last comma.
    let mut value_before = false;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, ',') => value_before = false,
            (None, '{') => (depth, value_before) = (depth + 1, false),
            (None, '}') => depth = depth.saturating_sub(1),
            (None, '=') if depth > 0 && missing.len() < MOST => {
                let name = line[..at].trim_end().trim_end_matches(is_name);
                let before = name.trim_end();
                let value = before.trim_end_matches(';').trim_end();
                if value_before && ends_a_value(value) {
                    let (start, end) = (slip.line.start + value.len(), before.len());
                    missing.push((start..slip.line.start + end, ",".to_owned()));
                }
                value_before = true;
            }
            _ => {}
        }
    }
    missing
}

/// Whether something ends as a value does: a number, a text, brackets, a number with its unit.
fn ends_a_value(before: &str) -> bool {
    let word = before.trim_end_matches(char::is_alphabetic);
    let unit = word.len() < before.len() && word.trim_end().ends_with(|c: char| c.is_ascii_digit());
    unit || before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '"' | '\'' | ']' | '}'))
}

/// Where the entry of a list ends that has another one after it, on the same line or above it.
fn end_of_entry(slip: &Slip<'_>) -> Option<usize> {
    let before = slip.before().trim_end();
    if !before.is_empty() {
        return Some(slip.line.start + before.len());
    }
    let mut above = slip.text[..slip.line.start].trim_end();
    // Notes between two entries, and behind one, are not the end of it.
    let line = loop {
        let line = above.lines().next_back()?;
        let without = line.split(" #").next().unwrap_or(line);
        let without = if line.trim_start().starts_with('#') {
            ""
        } else {
            without
        };
        above = above[..above.len() - line.len() + without.len()].trim_end();
        if !without.is_empty() {
            break without.trim_end();
        }
    };
    let entry = line.ends_with(['"', '\'', '}', ']']) && !line.contains('#');
    (entry && goes_on(slip.whole())).then_some(above.len())
}

pub(super) fn equals(slip: &Slip<'_>) -> Option<Diagnostic> {
    if slip.said("extra `=`") {
        let at = slip.at.clone();
        return Some(
            error(at.clone(), "there is one = too many")
                .label("take it out")
                .fix(at, ""),
        );
    }
    if slip.said("cannot be empty") {
        let at = slip.trimmed();
        return Some(error(at, "there is no name before the =").label("a name goes before this"));
    }
    if !slip.said("no value") && !slip.said("missing assignment") && !slip.said("unquoted key") {
        return None;
    }
    let at = slip.trimmed();
    let line = &slip.text[at.clone()];
    let (name, rest) = line.split_once('=').unwrap_or((line, ""));
    let name = name.trim();
    let first = name.split([' ', '{', '"', '[']).next().unwrap_or_default();
    let words = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' ');
    if line.contains('=') && name.contains(' ') && name.chars().all(words) {
        let joined = name.split_whitespace().collect::<Vec<_>>().join("-");
        let at = at.start..at.start + name.len();
        let found = error(at.clone(), "a name has no spaces in it").label("join it with -");
        return Some(found.fix(at, joined));
    }
    if rest.trim_start().starts_with('{') {
        return Some(
            error(
                slip.at.clone(),
                "softly cannot read what is in these brackets",
            )
            .label("about here")
            .help(
                "A time with a space in it needs quotation marks: \
                     at = { \"1m 30s\" = \"About half way.\" }",
            ),
        );
    }
    if SESSION.key(first).is_some() || STEP.key(first).is_some() {
        let end = at.start + first.len();
        let found = error(at.start..end, &format!("there is no = after `{first}`"));
        let nothing = line.len() == first.len();
        return Some(if nothing || rest.is_empty() && line.len() == first.len() {
            found
                .label("its value is missing")
                .help(format!("For example: {first} = …"))
        } else {
            found.label("an = goes after this").fix(end..end, " =")
        });
    }
    if line.contains('=') && !name.is_ascii() {
        let at = at.start..at.start + name.len();
        return Some(
            error(
                at,
                "a name before the = has only the letters a to z, digits and hyphens",
            )
            .label("not a name"),
        );
    }
    Some(
        error(at, "this line is not something that softly can read")
            .label("neither a name with =, nor [[step]]")
            .help("A line looks like title = \"Some words\". A note of your own begins with #."),
    )
}

/// `at = { 1m 30s = "…" }`: times with a space in them, which need quotation marks.
pub(super) fn spaced_times(slip: &Slip<'_>) -> Option<Diagnostic> {
    let line = slip.whole();
    let equals = line.match_indices('=').map(|(at, _)| at);
    let times = equals.take(MOST).filter_map(|equals| {
        let name = line[..equals].rsplit(['{', ',']).next()?.trim();
        let minus = name.trim_start_matches('-');
        let spaced = name.contains(' ') && duration::parse(minus).is_ok();
        let end = line[..equals].trim_end().len();
        let at = slip.line.start + end - name.len()..slip.line.start + end;
        spaced.then(|| (at, format!("\"{name}\"")))
    });
    let times: Vec<_> = times.collect();
    let (first, _) = times.first()?;
    let message = "a time with a space in it stands in quotation marks";
    let mut found = error(first.clone(), message).label("put quotation marks around this");
    for (other, _) in &times[1..] {
        found = found.also(other.clone(), "and this one");
    }
    let (span, replacement) = stretch(slip.text, &times);
    Some(found.fix(span, replacement))
}

pub(super) fn leftover(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("key or value") {
        return None;
    }
    let rest = slip.after().trim_end();
    let at = slip.at.start..slip.at.start + rest.len();
    let stray = rest.chars().all(|c| c.is_ascii_punctuation());
    Some(if stray {
        let found = error(at.clone(), "there is something after the end of this value");
        found.label("take this out").fix(at, "")
    } else if rest.contains('=') {
        error(at, "there are two things on one line").label("move this to a line of its own")
    } else {
        error(at, "there is something after the end of this value")
            .label("this is left over")
            .help("Text stands between two quotation marks; a note of your own begins with #.")
    })
}
