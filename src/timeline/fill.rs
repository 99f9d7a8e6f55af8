//! Placeholders: what `{side}`, `{part}`, `{n}` and `{of}` stand for where a text is said.
//!
//! It reads no file and judges none: that a placeholder stands only where something can fill it
//! was checked before. One that nothing fills is left as it is written.

use std::fmt::Write;

use crate::script::limits::TEXT_CHARS;
use crate::text::Clean;

/// What the placeholders of a text stand for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fill<'a> {
    /// The side of a stretch.
    pub(super) side: Option<&'a Clean>,
    /// The part of the body in a scan.
    pub(super) part: Option<&'a Clean>,
    /// Which round of a repeat, counted from one, and of how many.
    pub(super) round: Option<(u32, u32)>,
}

impl Fill<'_> {
    /// The text with its placeholders filled, as clean as it was before.
    pub(super) fn fill(&self, text: &Clean) -> Clean {
        let mut rest: &str = text;
        if !rest.contains('{') {
            return text.clone();
        }
        let mut filled = String::with_capacity(2 * rest.len());
        while let Some(at) = rest.find('{') {
            filled.push_str(&rest[..at]);
            rest = &rest[at..];
            let after = self.placeholder(rest, &mut filled).unwrap_or_else(|| {
                filled.push('{');
                1
            });
            rest = &rest[after..];
        }
        filled.push_str(rest);
        if text.starts_with("{part}") || text.starts_with("{side}") {
            filled = with_capital(&filled);
        }
        // Joined texts can put a mark where none may stand, and can be far longer than they were.
        if let Some((end, _)) = filled.char_indices().nth(TEXT_CHARS) {
            filled.truncate(end);
        }
        Clean::from_shown(&filled)
    }

    /// Fills the placeholder that a text begins with, if it does, and says where it ends.
    fn placeholder(&self, text: &str, filled: &mut String) -> Option<usize> {
        let end = text.find('}')?;
        match (&text[1..end], self.round) {
            ("side", _) => filled.push_str(self.side?),
            ("part", _) => filled.push_str(self.part?),
            // Writing to a String cannot fail.
            ("n", Some((round, _))) => write!(filled, "{round}").ok()?,
            ("of", Some((_, rounds))) => write!(filled, "{rounds}").ok()?,
            _ => return None,
        }
        Some(end + 1)
    }
}

/// A text begins with a capital, also where its first word is filled in.
fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> Clean {
        Clean::check(text).unwrap()
    }

    #[test]
    fn placeholders_are_filled_where_they_stand() {
        let (side, part) = (clean("left"), clean("{n} feet"));
        let fill = Fill {
            side: Some(&side),
            part: Some(&part),
            round: Some((2, 5)),
        };
        let table = [
            ("Easy.", "Easy."),
            ("To the {side}, {n} of {of}.", "To the left, 2 of 5."),
            ("{side}{side}", "Leftleft"),
            ("{side} and {side}", "Left and left"),
            // What is filled in is not filled again.
            ("The {part}", "The {n} feet"),
            ("{x} {side", "{x} {side"),
            ("{{side}}", "{left}"),
            ("}{", "}{"),
            ("{", "{"),
        ];
        for (text, filled) in table {
            assert_eq!(&*fill.fill(&clean(text)), filled);
        }
        assert_eq!(&*Fill::default().fill(&clean("{n} {part}")), "{n} {part}");
    }

    #[test]
    fn what_comes_out_is_as_clean_as_what_went_in() {
        let side = clean("a\u{301}\u{301}\u{301} ");
        let fill = Fill {
            side: Some(&side),
            ..Fill::default()
        };
        for text in ["{side}\u{200d}", "x{side}\u{301}\u{301}", "\u{301}{side}"] {
            let filled = fill.fill(&clean(text));
            assert!(Clean::check(&filled).is_ok(), "{filled}");
        }
        let marked = clean("a\u{301}\u{301}\u{301}");
        let fill = Fill {
            side: Some(&marked),
            ..Fill::default()
        };
        let filled = fill.fill(&clean("{side}\u{301}\u{301}"));
        assert!(Clean::check(&filled).is_ok());
    }

    #[test]
    fn a_filled_text_is_no_longer_than_a_text_may_be() {
        let side = clean(&"ü".repeat(400));
        let fill = Fill {
            side: Some(&side),
            ..Fill::default()
        };
        let filled = fill.fill(&clean(&"{side}".repeat(80)));
        assert_eq!(filled.chars().count(), TEXT_CHARS);
    }
}
