//! Reads just as much Markdown as the pages of this project use: blocks of code, words in
//! backquotes, headings and links. It judges nothing.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the repository"
)]

use std::ops::Range;
use std::path::{Path, PathBuf};

/// A page of the repository.
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) text: String,
}

/// A block of code between two fences.
#[derive(Debug)]
pub(super) struct Block<'p> {
    /// What stands behind the opening fence.
    pub(super) info: &'p str,
    pub(super) text: &'p str,
    /// Where the text stands in its page.
    pub(super) at: Range<usize>,
    /// The line of the opening fence, counted from one.
    pub(super) line: usize,
}

impl Page {
    pub(super) fn read(name: &'static str) -> Self {
        let text = std::fs::read_to_string(path(name)).unwrap();
        Self { name, text }
    }

    /// Writes it anew, where that changes anything.
    pub(super) fn write(&self, text: &str) {
        if text != self.text {
            std::fs::write(path(self.name), text).unwrap();
        }
    }

    /// The blocks of code, in order.
    pub(super) fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks = Vec::new();
        let mut open: Option<(&str, usize, usize)> = None;
        let mut at = 0;
        for (index, line) in self.text.split_inclusive('\n').enumerate() {
            let next = at + line.len();
            if let Some(info) = line.strip_prefix("```") {
                open = match open {
                    None => Some((info.trim(), next, index + 1)),
                    Some((info, start, line)) => {
                        let text = &self.text[start..at];
                        let at = start..at;
                        blocks.push(Block {
                            info,
                            text,
                            at,
                            line,
                        });
                        None
                    }
                };
            }
            at = next;
        }
        assert_eq!(open, None, "{}: a block is never closed", self.name);
        blocks
    }

    /// The lines outside blocks of code.
    fn lines(&self) -> impl Iterator<Item = &str> {
        let mut inside = false;
        self.text.lines().filter(move |line| {
            let fence = line.starts_with("```");
            inside ^= fence;
            !inside && !fence
        })
    }

    /// The words in backquotes, outside blocks of code.
    pub(super) fn spans(&self) -> impl Iterator<Item = &str> {
        self.lines().flat_map(spans_of)
    }

    /// The cells of the rows of the table with this head.
    pub(super) fn table(&self, head: &str) -> Vec<Vec<&str>> {
        let rows = self.lines().skip_while(|line| *line != head).skip(2);
        let rows = rows.take_while(|line| line.starts_with('|'));
        let rows: Vec<_> = rows.map(cells).collect();
        assert!(!rows.is_empty(), "{}: no table {head}", self.name);
        rows
    }

    /// Where the headings can be linked to, as GitHub and most others make it.
    pub(super) fn anchors(&self) -> Vec<String> {
        let headings = self.lines().filter(|line| line.starts_with('#'));
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == ' ';
        let anchor = |heading: &str| {
            let words = heading.trim_start_matches('#').trim().to_lowercase();
            let kept = words.chars().filter(|c| plain(*c)).collect::<String>();
            kept.replace(' ', "-")
        };
        headings.map(anchor).collect()
    }

    /// Where its links lead.
    pub(super) fn links(&self) -> impl Iterator<Item = &str> {
        self.lines().flat_map(|line| {
            let ends = line.split("](").skip(1);
            ends.filter_map(|end| Some(end.split_once(')')?.0))
        })
    }
}

fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}

/// The words in backquotes on a line.
pub(super) fn spans_of(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Where something of the repository lies.
pub(super) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
