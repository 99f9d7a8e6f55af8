//! Texts that run over the end of their line, which the parser reports on every line they touch.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Lines, Rule};
use crate::script::runs_on::{self, Open};

/// The finding about a text that a line leaves open although the next one continues it, and the
/// stretch that cannot be read because of it.
pub(super) fn explain(
    text: &str,
    lines: &Lines<'_>,
    line: usize,
) -> Option<(Diagnostic, Range<usize>)> {
    let at = lines.range(line);
    let Open { at: open, mark } = runs_on::left_open(&text[at.clone()])?;
    let (open, after) = (at.start + open, lines.range(line + 1).start);
    let begun = text[open + 1..at.end].trim_end();
    if begun.is_empty() || after == at.start || !runs_on::goes_on(&text[after..]) {
        return None;
    }
    let begins = open..open + 1 + begun.len();
    let found = Diagnostic::error(
        Rule::Syntax,
        begins.clone(),
        "this text goes on in the next line, and a text stands on one line",
    );
    let Some(close) = runs_on::end(text, after, mark) else {
        let last = last_line(text, lines, line + 1);
        let found = found
            .label("it begins here, and is never closed")
            .help("Put it on one line, as long as it is, with a quotation mark at its end.");
        return Some((found, at.start..last.end));
    };
    let last = lines.range(lines.index(close));
    let start = close - text[last.start..close].trim_start().len();
    let between = text[at.end..last.start].split_whitespace();
    let joined: String = between.flat_map(|word| [" ", word]).collect();
    let found = found
        .label("it begins here")
        .also(start..close + 1, "and goes on here")
        .help("softly breaks a long line by itself, wherever the window needs it.")
        .fix(begins.end..start, joined + " ");
    Some((found, at.start..last.end))
}

/// The last of the lines that go on from one.
fn last_line(text: &str, lines: &Lines<'_>, first: usize) -> Range<usize> {
    let goes_on = |line: &usize| {
        let at = lines.range(*line);
        !at.is_empty() && runs_on::goes_on(&text[at])
    };
    let most = first + runs_on::MOST_LINES;
    let last = (first..most).take_while(goes_on).last();
    lines.range(last.unwrap_or(first))
}
