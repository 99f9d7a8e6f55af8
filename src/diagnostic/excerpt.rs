//! The few lines of a file around a finding, made printable, with the places carried along.
//!
//! A renderer is only ever given an excerpt, never the file itself: whatever the file holds, an
//! excerpt is a handful of short lines that may be put on a terminal.

use std::ops::Range;

use super::lines::{Lines, floor};
use crate::text::show;

/// The most lines that an excerpt reaches over; a place further away is left out of the picture.
const MOST_LINES: usize = 60;
/// The longest line that is shown whole, in bytes.
const LONGEST_LINE: usize = 240;
/// How much of a longer line is shown before and after the place that matters, in bytes.
const CONTEXT: usize = 60;

/// Some lines of a file, printable.
pub(super) struct Excerpt {
    /// The lines.
    pub(super) text: String,
    /// The number of the first one, from one.
    pub(super) first_line: usize,
    pieces: Vec<Piece>,
}

/// A stretch of the file and where it went.
struct Piece {
    from: Range<usize>,
    to: Range<usize>,
}

impl Excerpt {
    /// The lines that hold `main`, and those of `others` that are near enough.
    pub(super) fn around(
        lines: &Lines<'_>,
        text: &str,
        main: &Range<usize>,
        others: &[Range<usize>],
    ) -> Self {
        let of = |span: &Range<usize>| (lines.index(span.start), lines.index(span.end));
        let (mut first, mut last) = of(main);
        last = last.min(first + MOST_LINES);
        for other in others {
            let (start, end) = of(other);
            if last.max(end) - first.min(start) <= MOST_LINES {
                (first, last) = (first.min(start), last.max(end));
            }
        }
        let mut excerpt = Self {
            text: String::new(),
            first_line: first + 1,
            pieces: Vec::new(),
        };
        for index in first..=last {
            excerpt.line(text, lines.range(index), main);
        }
        excerpt
    }

    /// Adds a line, or the part of a very long line that matters.
    fn line(&mut self, text: &str, line: Range<usize>, main: &Range<usize>) {
        let mut shown = line.clone();
        if line.len() > LONGEST_LINE {
            let focus = main.start.clamp(line.start, line.end);
            let end = main
                .end
                .clamp(focus, line.end)
                .min(focus + LONGEST_LINE / 2);
            shown.start = floor(text, focus.saturating_sub(CONTEXT)).max(line.start);
            shown.end = floor(text, (end + CONTEXT).min(line.end)).max(shown.start);
        }
        self.own(shown.start > line.start);
        self.piece(text, shown.clone());
        self.own(shown.end < line.end);
        // The line break takes part, so that a place at the very end of a line has somewhere to go.
        self.text.push('\n');
    }

    fn own(&mut self, left_out: bool) {
        if left_out {
            self.text.push('…');
        }
    }

    /// Adds a stretch of the file, character by character where one of them cannot be shown.
    fn piece(&mut self, text: &str, from: Range<usize>) {
        let start = self.text.len();
        let source = &text[from.clone()];
        let shown = show(source);
        if shown == source {
            self.text.push_str(source);
            let to = start..self.text.len();
            self.pieces.push(Piece { from, to });
            return;
        }
        // How a character is shown depends on those before it, so each prefix is shown in turn;
        // lines are short here. The control character in front makes `show` rewrite every one.
        let rewritten =
            |prefix: &str| show(&format!("\u{1}{prefix}"))["<U+0001>".len()..].to_owned();
        for (at, character) in source.char_indices() {
            let (before, end) = (rewritten(&source[..at]).len(), at + character.len_utf8());
            let with = rewritten(&source[..end]);
            self.text.push_str(&with[before..]);
            self.pieces.push(Piece {
                from: from.start + at..from.start + end,
                to: start + before..start + with.len(),
            });
        }
    }

    /// Where a stretch of the file lies in the excerpt, if any of it does.
    pub(super) fn span(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let inside = |at: usize| {
            self.pieces
                .iter()
                .any(|piece| piece.from.start <= at && at <= piece.from.end)
        };
        let near = inside(span.start) || inside(span.end);
        near.then(|| {
            let start = self.place(span.start);
            start..self.place(span.end).max(start)
        })
    }

    /// The place in the excerpt that is nearest to a place in the file.
    fn place(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.from.end < at);
        match self.pieces.get(index) {
            None => self.text.trim_end_matches('\n').len(),
            Some(piece) if at <= piece.from.start => piece.to.start,
            Some(piece) if piece.from.len() == piece.to.len() => {
                piece.to.start + (at - piece.from.start)
            }
            Some(piece) => piece.to.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, span: Range<usize>) -> (String, String) {
        let excerpt = Excerpt::around(&Lines::new(text), text, &span, &[]);
        let marked = excerpt.span(&span).unwrap();
        (excerpt.text.clone(), excerpt.text[marked].to_owned())
    }

    #[test]
    fn a_place_keeps_pointing_at_the_same_words() {
        assert_eq!(
            cut("one\ntwo three\n", 8..13),
            ("two three\n".into(), "three".into())
        );
        assert_eq!(
            cut("a\u{1b}b\u{202e}c word", 9..12),
            ("a<U+001B>b<U+202E>c word\n".into(), "ord".into())
        );
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let text = format!("{}here{}", "é".repeat(9_000), "ü".repeat(9_000));
        let (line, marked) = cut(&text, 18_000..18_004);
        assert_eq!(marked, "here");
        assert!(line.starts_with('…') && line.ends_with("…\n"));
        assert!(line.len() < 2 * LONGEST_LINE);
    }

    #[test]
    fn a_place_far_away_is_left_out() {
        let text = "x\n".repeat(1_000);
        let far = 1_998..1_999;
        let excerpt = Excerpt::around(
            &Lines::new(&text),
            &text,
            &(0..1),
            std::slice::from_ref(&far),
        );
        assert_eq!(excerpt.text, "x\n");
        assert_eq!(excerpt.span(&far), None);
    }
}
