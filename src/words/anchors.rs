//! What the anchors are called, and what is said about each now and then.
//!
//! A line invites and is short: two rows of the smallest window. It must suit any position, and
//! must not say what anybody ought to feel.

use super::Words;
use crate::timeline::Anchor;

/// The words in one language.
#[derive(Debug)]
pub struct AnchorWords {
    /// Before the anchor that is chosen.
    pub attention: &'static str,
    /// What the anchors are called, in the order of [`Anchor::ALL`].
    pub names: [&'static str; 5],
    /// Their lines, which come in turn. The first is said when the anchor is chosen.
    pub lines: [[&'static str; 3]; 5],
}

pub(super) const ENGLISH: AnchorWords = AnchorWords {
    attention: "attention",
    names: [
        "the breath",
        "sounds around",
        "the hands",
        "the feet",
        "something to see",
    ],
    lines: [
        [
            "The breath again, as it comes.",
            "The breath, in or out.",
            "The breath, wherever it moves.",
        ],
        [
            "A sound in the room.",
            "Something near, something far.",
            "Sounds can come and go.",
        ],
        [
            "The hands, wherever they are.",
            "Warm, cool, or in between.",
            "What is touching them, perhaps.",
        ],
        [
            "The feet, where they rest.",
            "Warm, cool, or in between.",
            "What is under or around them.",
        ],
        [
            "Something the eyes can rest on.",
            "A colour, an edge, a shape.",
            "Where it is light, where it is dim.",
        ],
    ],
};

impl Words {
    /// What an anchor is called.
    pub fn anchor(&self, anchor: Anchor) -> &'static str {
        self.anchors.names[anchor as usize]
    }

    /// What is said about an anchor, when it is named for the time number `turn`, counted from
    /// zero.
    pub fn anchor_line(&self, anchor: Anchor, turn: usize) -> &'static str {
        let lines = &self.anchors.lines[anchor as usize];
        lines[turn % lines.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::text::{columns, row_end};
    use crate::words::ENGLISH;

    fn rows(mut text: &str, room: usize) -> usize {
        let mut rows = 0;
        while !text.is_empty() {
            let end = row_end(text, room, columns);
            text = text[end..].trim_start();
            rows += 1;
        }
        rows
    }

    #[test]
    fn every_anchor_is_told_in_the_smallest_window() {
        for words in Language::ALL.map(Language::words) {
            for anchor in Anchor::ALL {
                assert!(rows(words.anchor(anchor), 20) == 1);
                for turn in 0..3 {
                    let line = words.anchor_line(anchor, turn);
                    assert!(rows(line, 20) <= 2 && rows(line, 36) == 1, "{line}");
                }
            }
        }
    }

    #[test]
    fn the_lines_of_an_anchor_come_in_turn() {
        let said: Vec<&str> = (0..4)
            .map(|turn| ENGLISH.anchor_line(Anchor::Feet, turn))
            .collect();
        assert_eq!(said[0], said[3]);
        assert!(said[0] != said[1] && said[1] != said[2]);
    }
}
