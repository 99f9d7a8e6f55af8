//! From a place inside a text to its place in the file, past quotation marks and line breaks.
//!
//! A text written with backslashes in it is marked as a whole, because there one letter of the text
//! is not one letter of the file.

use std::ops::Range;

/// Where a part of a text stands in the file. `whole` is where the text stands with its marks.
pub(super) fn in_the_file(
    source: &str,
    whole: &Range<usize>,
    text: &str,
    part: &Range<usize>,
) -> Range<usize> {
    exactly(source, whole, text, part).unwrap_or_else(|| whole.clone())
}

fn exactly(
    source: &str,
    whole: &Range<usize>,
    text: &str,
    part: &Range<usize>,
) -> Option<Range<usize>> {
    let written = source.get(whole.clone())?;
    let marks = ["\"\"\"", "'''", "\"", "'"];
    let mark = marks.into_iter().find(|mark| written.starts_with(mark))?;
    let inner = written.strip_prefix(mark)?.strip_suffix(mark)?;
    let start = whole.start + mark.len();
    let (mut from, mut to) = (None, None);
    let mut rest = inner.char_indices().peekable();
    while rest.next_if(|(_, letter)| is_space(*letter)).is_some() {}
    for (at, letter) in text.char_indices() {
        let (in_file, written) = rest.next()?;
        if at == part.start {
            from = Some(start + in_file);
        }
        // A run of spaces and line breaks in the file is one space of the text.
        if letter == ' ' && is_space(written) {
            while rest.next_if(|(_, letter)| is_space(*letter)).is_some() {}
        } else if letter != written || written == '\\' {
            return None;
        }
        if at + letter.len_utf8() == part.end {
            to = Some(start + in_file + written.len_utf8());
        }
    }
    Some(from?..to?)
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_themselves_are_marked_where_that_is_possible() {
        let table = [
            (
                "say = \"Just relax now\"",
                "Just relax now",
                "relax",
                "relax",
            ),
            ("say = 'Just relax now'", "Just relax now", "relax", "relax"),
            (
                "say = \"\"\"\nJust\n  relax now\"\"\"",
                "Just relax now",
                "Just relax",
                "Just\n  relax",
            ),
            ("say = \"  é Just relax\"", "é Just relax", "relax", "relax"),
            (
                "say = \"a \\\"b\\\" relax\"",
                "a \"b\" relax",
                "relax",
                "\"a \\\"b\\\" relax\"",
            ),
            (
                "say = \"caf\\u00e9 relax\"",
                "café relax",
                "relax",
                "\"caf\\u00e9 relax\"",
            ),
        ];
        for (source, text, part, wanted) in table {
            let whole = source.find(['"', '\'']).unwrap()..source.len();
            let at = text.find(part).unwrap();
            let found = in_the_file(source, &whole, text, &(at..at + part.len()));
            assert_eq!(&source[found], wanted, "{source}");
        }
    }
}
