//! From bytes of a text to lines and columns as people count them, and back to the lines.
//!
//! It only counts; it does not care what the text says.

use std::ops::Range;

use serde::Serialize;

/// A place as people count it: both from one, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// The line, from one.
    pub line: usize,
    /// The character within the line, from one.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text. A text without a line break is one line.
    pub fn new(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after_breaks).collect();
        Self { text, starts }
    }

    /// How many lines there are, counting an empty one after the last line break.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The number of the line, from zero, that holds a byte; past the end, the last line.
    pub fn index(&self, at: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= at)
            .saturating_sub(1)
    }

    /// Line and column of a byte. A byte inside a character counts as that character.
    pub fn place(&self, at: usize) -> Place {
        let at = floor(self.text, at);
        let index = self.index(at);
        let before = &self.text[self.starts[index]..at];
        Place {
            line: index + 1,
            column: before.chars().count() + 1,
        }
    }

    /// The bytes of a line, counted from zero, without its line break.
    pub fn range(&self, index: usize) -> Range<usize> {
        let start = self.starts.get(index).copied().unwrap_or(self.text.len());
        let next = self.starts.get(index + 1).copied();
        let line = &self.text[start..next.unwrap_or(self.text.len())];
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }
}

/// The nearest place at or before `at` where a character of `text` begins.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let lines = Lines::new("ab\r\nüé x\n");
        for (at, line, column) in [
            (0, 1, 1),
            (1, 1, 2),
            (4, 2, 1),
            (5, 2, 1),
            (6, 2, 2),
            (9, 2, 4),
            (11, 3, 1),
            (99, 3, 1),
        ] {
            assert_eq!(lines.place(at), Place { line, column }, "byte {at}");
        }
        assert_eq!(lines.range(0), 0..2);
        assert_eq!(lines.range(1), 4..10);
        assert_eq!(lines.range(2), 11..11);
    }
}
