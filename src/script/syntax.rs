//! Says in an author's words what the TOML parser could not read.
//!
//! The parser's own words are for programmers and never shown. It also tends to stumble several
//! times over one slip, so a line, or a bracket that is never closed, is reported once.

mod brackets;
mod line;
mod listed;
mod run_on;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::{DeTable, Error};

use self::line::Slip;
use super::limits::FINDINGS;
use crate::diagnostic::{Diagnostic, Lines, Rule};

/// Which parts of a text could not be read, so that their echoes are not reported as well.
pub(super) struct Broken {
    /// Stretches that could not be read, in bytes.
    spans: Vec<Range<usize>>,
    /// Where a heading in square brackets begins a line.
    headings: Vec<usize>,
    /// The blocks, by their number, in which something could not be read.
    blocks: BTreeSet<usize>,
}

impl Broken {
    /// Whether anything could not be read.
    pub(super) fn any(&self) -> bool {
        !self.spans.is_empty()
    }

    /// The stretches that could not be read.
    pub(super) fn spans(&self) -> &[Range<usize>] {
        &self.spans
    }

    /// Whether a place lies on a line that could not be read.
    pub(super) fn touches(&self, span: &Range<usize>) -> bool {
        let at = span.start;
        self.spans
            .iter()
            .any(|broken| broken.start <= at && at <= broken.end)
    }

    /// Whether something could not be read between the heading around a place and the next one.
    pub(super) fn block_of(&self, at: usize) -> bool {
        self.blocks.contains(&self.block(at))
    }

    /// Whether something could not be read above the first heading.
    pub(super) fn before_the_steps(&self) -> bool {
        self.blocks.contains(&0)
    }

    fn block(&self, at: usize) -> usize {
        self.headings.partition_point(|heading| *heading <= at)
    }

    /// How far a line that could not be read makes what follows unclear: without its heading, a
    /// whole block is in the wrong place.
    fn reach(&self, line: Range<usize>, end: usize) -> Range<usize> {
        if !self.headings.contains(&line.start) {
            return line;
        }
        let next = self.headings.get(self.block(line.start));
        line.start..next.map_or(end, |next| next - 1).max(line.end)
    }

    fn add(&mut self, span: Range<usize>) {
        self.blocks.insert(self.block(span.start));
        self.spans.push(span);
    }
}

/// What the parser says about a line that is neither a name with an equals sign nor a heading. It
/// reads nothing of what follows such a line.
const STRAY: [&str; 2] = ["key with no value", "missing value for key"];
/// How often a text is parsed again without such lines; leaving one out can reveal another.
const MOST_PARSED: usize = 4;

/// Parses a text, and goes on behind lines that keep the parser from reading what follows. Every
/// place in the document and in the errors is a place in `text`.
pub(super) fn parse<T>(text: &str, then: impl FnOnce(&DeTable<'_>, &[Error]) -> T) -> T {
    let (document, mut errors) = DeTable::parse_recoverable(text);
    let is_stray = |error: &Error| STRAY.iter().any(|stray| error.message().contains(stray));
    if !errors.iter().any(is_stray) {
        return then(document.get_ref(), &errors);
    }
    let lines = Lines::new(text);
    let line_of = |error: &Error| lines.index(error.span().map_or(0, |at| at.start));
    let mut kept = text.to_owned();
    let mut known: Vec<Error> = Vec::new();
    for _ in 0..MOST_PARSED {
        let stray: BTreeSet<usize> = errors.iter().filter(|e| is_stray(e)).map(line_of).collect();
        if stray.is_empty() {
            break;
        }
        for line in &stray {
            let at = lines.range(*line);
            kept.replace_range(at.clone(), &" ".repeat(at.len()));
        }
        known.extend(
            errors
                .into_iter()
                .filter(|error| stray.contains(&line_of(error))),
        );
        errors = DeTable::parse_recoverable(&kept).1;
    }
    let (document, errors) = DeTable::parse_recoverable(&kept);
    known.extend(errors);
    then(document.get_ref(), &known)
}

/// Turns the parser's errors into findings, one for each line that could not be read.
pub(super) fn explain(text: &str, errors: &[Error]) -> (Vec<Diagnostic>, Broken) {
    let mut broken = Broken {
        spans: Vec::new(),
        headings: headings(text),
        blocks: BTreeSet::new(),
    };
    let mut found = Vec::new();
    if errors.is_empty() {
        return (found, broken);
    }
    let lines = Lines::new(text);
    let mut slips: Vec<_> = errors.iter().map(|error| place(text, error)).collect();
    slips.sort_by_key(|(at, _)| at.start);
    for (at, _) in slips
        .iter()
        .filter(|(_, said)| said.contains("string, expected"))
    {
        if found.len() >= FINDINGS || broken.touches(at) {
            continue;
        }
        if let Some((finding, stretch)) = run_on::explain(text, &lines, lines.index(at.start)) {
            found.push(finding);
            broken.add(stretch);
        }
    }
    for open in brackets::never_closed(text) {
        if !broken.touches(&open)
            && slips
                .iter()
                .any(|(at, _)| open.contains(&at.start) || at.start == open.end)
        {
            found.push(never_closed(text, open.start));
            // The parser takes the heading that follows, and its block, for a part of the brackets.
            let line = lines.range(lines.index(open.start));
            let next = broken.headings.iter().find(|heading| **heading > open.end);
            let end = next.map_or(text.len(), |next| next - 1);
            broken.add(line.start..end.max(line.end));
        }
    }
    for (at, _) in &slips {
        if found.len() >= FINDINGS || broken.touches(at) {
            continue;
        }
        if let Some((finding, stretch)) = listed::explain(text, &lines, lines.index(at.start)) {
            found.push(finding);
            broken.add(stretch);
        }
    }
    for on_one_line in slips.chunk_by(|(a, _), (b, _)| lines.index(a.start) == lines.index(b.start))
    {
        let at = &on_one_line[0].0;
        if found.len() >= FINDINGS || broken.touches(at) {
            continue;
        }
        let line = lines.range(lines.index(at.start));
        // Below a [step], which is told by itself, the parser does not take a [[step]] either.
        let follows = text[line.clone()].trim() == "[[step]]" && has_single_step(text);
        if !follows {
            found.push(Slip::new(text, line.clone(), on_one_line).explain());
        }
        broken.add(broken.reach(line, text.len()));
    }
    (found, broken)
}

/// Where the parser stumbled, on the borders of characters, and what it said.
fn place<'e>(text: &str, error: &'e Error) -> (Range<usize>, &'e str) {
    let at = error.span().unwrap_or(0..0);
    let mut start = at.start.min(text.len());
    let mut end = at.end.clamp(start, text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    (start..end, error.message())
}

/// Where a line begins with a heading in square brackets.
pub(super) fn headings(text: &str) -> Vec<usize> {
    let mut at = 0;
    let mut headings = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            headings.push(at);
        }
        at += line.len();
    }
    headings
}

fn has_single_step(text: &str) -> bool {
    text.lines().any(|line| line.trim() == "[step]")
}

fn never_closed(text: &str, open: usize) -> Diagnostic {
    let (opening, closing, example) = if text[open..].starts_with('{') {
        ('{', '}', "breathe = { in = 4, out = 6 }")
    } else {
        ('[', ']', "cautions = [\"First line.\", \"Second line.\"]")
    };
    Diagnostic::error(
        Rule::Syntax,
        open..open + 1,
        format!("a {opening} is opened here and never closed with {closing}"),
    )
    .label(format!("the {closing} for this one is missing"))
    .help(format!("For example: {example}"))
}

#[cfg(test)]
mod tests;
