//! A text that is being mended, which remembers for each line where it came from.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::Lines;

/// A text that is being mended.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) text: String,
    /// For each line, the number of the original line it began as, from zero.
    origins: Vec<usize>,
    /// The original lines that were taken out as a whole.
    gone: BTreeSet<usize>,
}

/// What to put in place of a stretch of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change<'a> {
    pub(super) span: Range<usize>,
    pub(super) replacement: &'a str,
}

impl Draft {
    pub(super) fn new(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            origins: (0..=text.matches('\n').count()).collect(),
            gone: BTreeSet::new(),
        }
    }

    /// For each line, the number of the original line it began as.
    pub(super) fn origins(&self) -> &[usize] {
        &self.origins
    }

    /// The original lines that were taken out as a whole.
    pub(super) fn gone(&self) -> &BTreeSet<usize> {
        &self.gone
    }

    /// The draft with some changes, which are in order and do not overlap.
    pub(super) fn with<'a>(&self, changes: impl IntoIterator<Item = Change<'a>>) -> Self {
        let lines = Lines::new(&self.text);
        let mut next = Self {
            text: String::with_capacity(self.text.len()),
            origins: vec![self.origins[0]],
            gone: self.gone.clone(),
        };
        let mut at = 0;
        for Change { span, replacement } in changes {
            next.keep(self, &lines, at..span.start);
            next.text.push_str(replacement);
            let origin = self.origins[lines.index(span.start)];
            let breaks = replacement.matches('\n').count();
            next.origins.extend(std::iter::repeat_n(origin, breaks));
            let begins = next.text.is_empty() || next.text.ends_with('\n');
            if begins && replacement.is_empty() {
                // The line that began here is gone, and the one that follows takes its place.
                let lines = lines.index(span.start)..lines.index(span.end);
                next.starts_as(self.origins[lines.end]);
                next.gone.extend(&self.origins[lines]);
            }
            at = span.end;
        }
        next.keep(self, &lines, at..self.text.len());
        next
    }

    /// Takes over a stretch of another draft as it is.
    fn keep(&mut self, from: &Self, lines: &Lines<'_>, span: Range<usize>) {
        let kept = &from.text[span.clone()];
        let first = lines.index(span.start) + 1;
        let breaks = kept.matches('\n').count();
        self.origins.extend(&from.origins[first..first + breaks]);
        self.text.push_str(kept);
    }

    fn starts_as(&mut self, origin: usize) {
        if let Some(last) = self.origins.last_mut() {
            *last = origin;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_remembers_where_it_came_from() {
        let draft = Draft::new("```\none\ntwo\nthree\n```\n");
        let change = |span, replacement| Change { span, replacement };
        let next = draft.with([change(0..4, ""), change(7..8, " "), change(17..21, "")]);
        assert_eq!(next.text, "one two\nthree\n");
        assert_eq!(next.origins(), [1, 3, 5]);
        let next = next.with([change(3..4, "\n\n"), change(8..8, "x")]);
        assert_eq!(next.text, "one\n\ntwo\nxthree\n");
        assert_eq!(next.origins(), [1, 1, 1, 3, 5]);
        let next = next.with([change(4..5, "")]);
        assert_eq!(
            (next.text.as_str(), next.origins()),
            ("one\ntwo\nxthree\n", &[1, 1, 3, 5][..])
        );
        assert_eq!(next.with([change(0..15, "")]).origins(), [5]);
    }
}
