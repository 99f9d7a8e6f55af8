//! A page of text for people, row by row: as wide as there is room, in the colours and characters
//! there are. What `check`, `explain` and `show` print is written with it.
//!
//! It is the last gate before a terminal: whatever it is given, only printable text and its own
//! colours come out. It prints nothing by itself.

use crate::text::{Clean, ascii, columns, wrap_after};

/// What a page looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether colour may be used.
    pub colour: bool,
    /// Whether there is more than ASCII.
    pub unicode: bool,
    /// How many columns there are.
    pub width: usize,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            colour: false,
            unicode: true,
            width: 100,
        }
    }
}

/// The widest text that is good to read, in columns.
pub const WIDEST_TEXT: usize = 80;

impl Look {
    /// The same, no wider than is good to read.
    #[must_use]
    pub fn for_reading(self) -> Self {
        Self {
            width: self.width.min(WIDEST_TEXT),
            ..self
        }
    }

    /// The first of two where there is more than ASCII, or else the second.
    pub fn pick<T>(self, unicode: T, ascii: T) -> T {
        if self.unicode { unicode } else { ascii }
    }
}

/// How a piece of text stands out, where there is colour. The colours are the sixteen that a
/// person's own terminal theme defines, so that they can be read on whatever it has behind them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Not at all.
    #[default]
    Plain,
    /// What matters most.
    Strong,
    /// What steps back.
    Quiet,
    /// What a page is about: the breath, the place of a finding.
    Accent,
    /// Another thing of the same weight.
    Second,
    /// And another.
    Third,
    /// What has to be mended.
    Error,
    /// What is probably not as it was meant.
    Warning,
    /// What can be left alone.
    Advice,
    /// What could stand there instead.
    Change,
}

impl Tone {
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "1",
            Self::Quiet => "2",
            Self::Accent => "36",
            Self::Second => "35",
            Self::Third => "32",
            Self::Error => "1;91",
            Self::Warning => "1;33",
            Self::Advice => "1;36",
            Self::Change => "1;32",
        }
    }
}

/// A piece of a row.
pub type Piece<'a> = (Tone, &'a str);

/// A page that is being written.
#[derive(Debug)]
pub struct Page {
    look: Look,
    text: String,
}

impl Page {
    /// An empty page.
    pub fn new(look: Look) -> Self {
        Self {
            look,
            text: String::new(),
        }
    }

    /// What it looks like.
    pub fn look(&self) -> Look {
        self.look
    }

    /// How many columns a text takes on this page.
    pub fn columns(&self, text: &str) -> usize {
        columns(&self.shown(text))
    }

    /// An empty row.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// One row of pieces. Whoever writes it knows that it fits.
    pub fn row(&mut self, pieces: &[Piece<'_>]) {
        let shown: Vec<_> = pieces
            .iter()
            .map(|(tone, text)| (*tone, self.shown(text)))
            .collect();
        // Blanks at the end of a row are only ever padding.
        let last = shown.iter().rposition(|(_, text)| !text.trim().is_empty());
        for (index, (tone, text)) in shown.iter().enumerate() {
            match last {
                Some(last) if index < last => self.piece(*tone, text),
                Some(last) if index == last => self.piece(*tone, text.trim_end()),
                _ => {}
            }
        }
        self.gap();
    }

    /// A text over as many rows as it needs: `first` stands before its first row and `rest` before
    /// each of the others. An empty text is one row with `first` alone.
    pub fn hanging(&mut self, first: &[Piece<'_>], rest: &[Piece<'_>], tone: Tone, text: &str) {
        let text = self.shown(text);
        let (room, others) = (self.room_after(first), self.room_after(rest));
        let mut before = first;
        for row in wrap_after(&text, room, others) {
            let mut pieces = before.to_vec();
            pieces.push((tone, row));
            self.row(&pieces);
            before = rest;
        }
        if text.trim().is_empty() {
            self.row(first);
        }
    }

    /// How many columns are left behind some pieces; never none.
    fn room_after(&self, pieces: &[Piece<'_>]) -> usize {
        let taken = pieces.iter().map(|(_, text)| self.columns(text));
        self.look.width.saturating_sub(taken.sum()).max(1)
    }

    /// A paragraph that begins so many columns from the left.
    pub fn paragraph(&mut self, indent: usize, tone: Tone, text: &str) {
        let blank = " ".repeat(indent);
        let before = [(Tone::Plain, blank.as_str())];
        self.hanging(&before, &before, tone, text);
    }

    /// The finished text: empty, or ending with a line break.
    pub fn finish(self) -> String {
        self.text
    }

    /// Text as it may stand on this page.
    fn shown(&self, text: &str) -> String {
        let clean = Clean::from_shown(text);
        if self.look.unicode {
            clean.to_string()
        } else {
            ascii(&clean).into_owned()
        }
    }

    fn piece(&mut self, tone: Tone, text: &str) {
        let code = tone.code();
        if self.look.colour && !code.is_empty() && !text.trim().is_empty() {
            self.text.push_str("\x1b[");
            self.text.push_str(code);
            self.text.push('m');
            self.text.push_str(text);
            self.text.push_str("\x1b[0m");
        } else {
            self.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(look: Look) -> Page {
        Page::new(look)
    }

    const NARROW: Look = Look {
        colour: false,
        unicode: true,
        width: 16,
    };

    #[test]
    fn a_text_hangs_below_its_first_word() {
        let mut page = page(NARROW);
        let (first, rest) = ([(Tone::Plain, "· ")], [(Tone::Plain, "  ")]);
        page.hanging(
            &first,
            &rest,
            Tone::Plain,
            "Nothing to lift, nothing to hold.",
        );
        page.hanging(&first, &rest, Tone::Plain, "");
        page.paragraph(4, Tone::Plain, "There is no hurry.");
        let wanted = "· Nothing to\n  lift, nothing\n  to hold.\n·\n    There is no\n    hurry.\n";
        assert_eq!(page.finish(), wanted);
    }

    #[test]
    fn nothing_on_a_page_can_steer_a_terminal() {
        let hostile = "a\u{1b}]0;x\u{7}\u{9b}31m\u{202e}b\nc\td";
        for unicode in [true, false] {
            let mut page = page(Look { unicode, ..NARROW });
            page.row(&[(Tone::Error, hostile)]);
            page.hanging(&[(Tone::Plain, hostile)], &[], Tone::Plain, hostile);
            for line in page.finish().lines() {
                assert!(Clean::check(line).is_ok(), "{line:?}");
            }
        }
    }

    #[test]
    fn colour_is_there_only_if_it_may_be_and_blanks_have_none() {
        let look = Look {
            colour: true,
            ..NARROW
        };
        let mut coloured = page(look);
        coloured.row(&[
            (Tone::Strong, "a"),
            (Tone::Error, "  "),
            (Tone::Plain, "b "),
        ]);
        assert_eq!(coloured.finish(), "\u{1b}[1ma\u{1b}[0m  b\n");
        let mut plain = page(NARROW);
        plain.row(&[(Tone::Strong, "a")]);
        assert_eq!(plain.finish(), "a\n");
    }

    #[test]
    fn without_unicode_every_sign_is_ascii() {
        let mut page = page(Look {
            unicode: false,
            ..NARROW
        });
        page.row(&[(Tone::Plain, "in … “é” 息")]);
        assert_eq!(page.finish(), "in ... \"e\" ?\n");
    }
}
