//! Guesses about a breath that is written as one would say it: `in 4, out 6`, or `4-7-8`.

use std::ops::Range;

use super::{Slip, error};
use crate::diagnostic::Diagnostic;
use crate::script::duration;
use crate::script::mend::signs;
use crate::time::Ms;

/// Names that a breath stands under.
const NAMES: [&str; 6] = [
    "breathe",
    "ramp-to",
    "breath",
    "breathing",
    "ramp",
    "pattern",
];
/// The parts of a breath in their order, with the words for each.
const PARTS: [(&str, &[&str]); 5] = [
    ("in", &["in", "inhale", "inhaling"]),
    ("sip", &["sip"]),
    ("hold", &["hold", "holding"]),
    ("out", &["out", "exhale", "exhaling"]),
    ("rest", &["rest", "pause", "resting"]),
];

/// A breath in words, where every word is understood, or one of numbers alone.
pub(super) fn breath(slip: &Slip<'_>) -> Option<Diagnostic> {
    let line = slip.trimmed();
    let text = slip.text[line.clone()].split('#').next()?.trim_end();
    let line = line.start..line.start + text.len();
    let name = NAMES.iter().find(|name| {
        let after = text.strip_prefix(**name);
        after.is_some_and(|after| after.starts_with([' ', '=', ':', '{', '(', '\t']))
    })?;
    let rest = text[name.len()..].trim_start_matches([' ', '=', ':', '\t']);
    let at = line.end - rest.len()..line.end;
    if let Some(count) = ratio(rest).filter(|count| *count > 1) {
        return Some(unclear(at, count));
    }
    let breath = in_words(rest)?;
    let whole = line.start + name.len()..line.end;
    Some(
        error(
            at,
            "the parts of a breath stand in curly brackets, each with an =",
        )
        .label("a breath")
        .help(format!("For example: {name} = {breath}"))
        .fix(whole, format!(" = {breath}")),
    )
}

/// How many numbers there are in `4-7-8`, `4/6` or `4, 6`, if there is nothing else.
pub(super) fn ratio(written: &str) -> Option<usize> {
    let written = written.trim_matches(['(', ')', '{', '}', '"', ' ']);
    let separates = |c: char| "-/:,x".contains(c) || signs::is_dash(c);
    let is_number = |part: &str| {
        let part = part.trim();
        part.len() <= 4
            && part.parse::<f32>().is_ok()
            && part.ends_with(|c: char| c.is_ascii_digit())
    };
    let count = written.split(separates).count();
    (count <= 5 && written.split(separates).all(is_number)).then_some(count)
}

/// Numbers without names: which is which is for their author to say.
pub(super) fn unclear(at: Range<usize>, count: usize) -> Diagnostic {
    let found = error(at, "it is not clear which of these numbers is which");
    let found = found.label("each number needs its name");
    match count {
        2 => found.help("In and out: breathe = { in = 4, out = 6 }."),
        3 => found
            .help("With a hold after the in-breath: breathe = { in = 4, hold = 7, out = 8 }.")
            .help("With a rest after the out-breath: breathe = { in = 4, out = 7, rest = 8 }."),
        _ => found
            .help("In, a hold, out and a rest: breathe = { in = 4, hold = 4, out = 4, rest = 4 }."),
    }
}

enum Word {
    Part(usize),
    Number(String),
}

/// `in 4, out 6`, `inhale for 4 seconds and exhale for 6`, `4 in, 6 out`, `{ in: 4, out: 6 }`.
fn in_words(written: &str) -> Option<String> {
    if written.contains('=') || written.len() > 120 {
        return None;
    }
    let inside = written.trim_matches(['{', '}', '(', ')', '[', ']', '"', ' ']);
    let mut words = Vec::new();
    for word in inside.split([' ', ',', ';', ':', '/', '&', '+', '\t', '\u{A0}']) {
        let lower = word.to_lowercase();
        let part = PARTS
            .iter()
            .position(|(_, all)| all.contains(&lower.as_str()));
        match (lower.as_str(), part) {
            ("" | "and" | "then" | "for" | "breathe" | "breath" | "-" | "–", _) => {}
            ("s" | "sec" | "secs" | "second" | "seconds", _) => {
                matches!(words.last(), Some(Word::Number(_))).then_some(())?;
            }
            (_, Some(part)) => words.push(Word::Part(part)),
            (word, None) => words.push(Word::Number(seconds(word)?)),
        }
    }
    let mut lengths: [Option<String>; 5] = Default::default();
    for pair in words.chunks(2) {
        let (part, number) = match pair {
            [Word::Part(part), Word::Number(number)] | [Word::Number(number), Word::Part(part)] => {
                (*part, number.clone())
            }
            _ => return None,
        };
        let same_order = matches!(pair[0], Word::Part(_)) == matches!(words[0], Word::Part(_));
        if !same_order || lengths[part].replace(number).is_some() {
            return None;
        }
    }
    (lengths[0].is_some() && lengths[3].is_some()).then_some(())?;
    let given = PARTS.iter().zip(&lengths);
    let given =
        given.filter_map(|((name, _), length)| Some(format!("{name} = {}", length.as_ref()?)));
    Some(format!("{{ {} }}", given.collect::<Vec<_>>().join(", ")))
}

/// A number of seconds, as it is written in a file.
fn seconds(word: &str) -> Option<String> {
    if let Some(number) = duration::number(word) {
        return Some(number.to_string());
    }
    let length = duration::parse(word)
        .ok()
        .filter(|length| *length < Ms::minutes(1))?;
    Some((length.0 as f64 / 1000.0).to_string())
}
