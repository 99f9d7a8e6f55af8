//! Text over several rows: broken between words, counted in the columns a terminal uses for them.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many columns a text takes.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The rows of a text in so many columns. A word that is too long for any row is broken inside; a
/// letter that is too wide for any row has one of its own. Empty text has no rows.
pub fn wrap(text: &str, columns: usize) -> impl Iterator<Item = &str> {
    wrap_after(text, columns, columns)
}

/// The rows of a text of which the first has more or fewer columns than the others.
pub fn wrap_after(text: &str, first: usize, others: usize) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    let mut columns = first;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (row, after) = rest.split_at(row_end(rest, columns, UnicodeWidthStr::width));
        rest = after.trim_start();
        columns = others;
        Some(row.trim_end())
    })
}

/// Where the first row of a text ends: after the last word that fits, or inside a word that is too
/// long for any row. Never at the very start. `width` tells the columns of a grapheme.
pub fn row_end(text: &str, columns: usize, width: impl Fn(&str) -> usize) -> usize {
    let (mut used, mut last_space) = (0, None);
    for (at, grapheme) in text.grapheme_indices(true) {
        if grapheme == " " {
            last_space = Some(at);
        }
        used += width(grapheme);
        if used > columns && at > 0 && grapheme != " " {
            return last_space.map_or(at, |space| space + 1);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_break_between_words_and_never_grow_too_wide() {
        let table: [(&str, usize, &[&str]); 7] = [
            ("in the soft breath", 8, &["in the", "soft", "breath"]),
            ("in the soft", 11, &["in the soft"]),
            (" in  the soft ", 10, &["in  the", "soft"]),
            ("unhurriedly now", 5, &["unhur", "riedl", "y now"]),
            ("息を吸って", 4, &["息を", "吸っ", "て"]),
            ("ab", 0, &["a", "b"]),
            ("", 5, &[]),
        ];
        for (text, columns, rows) in table {
            assert_eq!(wrap(text, columns).collect::<Vec<_>>(), rows, "{text:?}");
        }
    }
}
