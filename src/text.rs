//! The one gate for text that somebody else wrote: session files, paths, the environment.
//!
//! [`Clean`] is text that may be put on a terminal as it is; it can only be made by passing the
//! check. [`show`] makes any text printable, for messages that must quote what is wrong.

mod ascii;
mod fold;
mod wrap;

pub use ascii::{ascii, near_ascii};
pub use fold::fold_into;
pub use wrap::{columns, row_end, wrap, wrap_after};

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many combining marks may follow one letter. Real writing needs two or three.
const MOST_MARKS: usize = 4;

/// Text without control, direction-changing, invisible or private characters, on one line.
///
/// A copy shares the text: a line of a short file can be said thousands of times.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(Arc<str>);

impl Clean {
    /// Passes `text` through the gate, or says which character stands in the way.
    pub fn check(text: &str) -> Result<Self, Unfit> {
        match find_unfit(text) {
            None => Ok(Self(text.into())),
            Some(unfit) => Err(unfit),
        }
    }

    /// Text of the program's own, or already made printable by [`show`].
    ///
    /// Whatever would not pass the gate is written out as [`show`] writes it.
    pub fn from_shown(text: &str) -> Self {
        Self(show(text).replace('\n', " ").into())
    }
}

impl Deref for Clean {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Text from elsewhere passes the gate as it comes in.
impl<'de> Deserialize<'de> for Clean {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::from_shown(&text))
    }
}

impl Serialize for Clean {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// A character that must not reach a terminal, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit {
    /// Byte offset in the text.
    pub at: usize,
    /// The character itself.
    pub character: char,
    /// What kind of character it is, in plain words.
    pub why: &'static str,
}

/// Finds the first character of `text` that must not reach a terminal.
fn find_unfit(text: &str) -> Option<Unfit> {
    let mut marks = 0;
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        let why = unfit_kind(character).or_else(|| {
            marks = if is_mark(character) { marks + 1 } else { 0 };
            if marks > MOST_MARKS {
                Some("one of too many marks on one letter")
            } else if is_joiner(character) && (previous == ' ' || is_joiner(previous)) {
                Some("an invisible joiner with nothing to join")
            } else {
                None
            }
        });
        if let Some(why) = why {
            return Some(Unfit { at, character, why });
        }
        previous = character;
    }
    None
}

/// Makes any text safe to print, leaving line breaks: what would not be seen is written as `<U+202E>`.
pub fn show(text: &str) -> Cow<'_, str> {
    if text.lines().all(|line| find_unfit(line).is_none()) && !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0;
    for character in text.chars() {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        match character {
            '\n' => shown.push('\n'),
            '\t' => shown.push(' '),
            _ if unfit_kind(character).is_some() => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "<U+{:04X}>", character as u32);
            }
            _ if marks > MOST_MARKS || is_joiner(character) => {}
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// What is wrong with a character on its own, if anything.
fn unfit_kind(character: char) -> Option<&'static str> {
    Some(match character as u32 {
        0x00..=0x1F | 0x7F..=0x9F => "a control character",
        0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069 => {
            "a character that turns the direction of writing"
        }
        0x2028 | 0x2029 => "a line separator",
        0xAD
        | 0x034F
        | 0x115F
        | 0x1160
        | 0x17B4
        | 0x17B5
        | 0x180B..=0x180F
        | 0x200B
        | 0x2060..=0x2065
        | 0x206A..=0x206F
        | 0x2800
        | 0x3164
        | 0xFEFF
        | 0xFFA0
        | 0xFFF0..=0xFFFB
        | 0x1_BCA0..=0x1_BCA3
        | 0x1_D173..=0x1_D17A
        | 0xE_0000..=0xE_0FFF => "an invisible character",
        0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF => "a private character that has no common shape",
        code if code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code) => {
            "not a character at all"
        }
        _ => return None,
    })
}

/// Whether a character only adds a mark to the one before it.
fn is_mark(character: char) -> bool {
    matches!(character as u32,
        0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x610..=0x61A | 0x64B..=0x65F
        | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

/// Joiners and variation selectors: right inside Persian, Hindi and emoji, odd on their own.
fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}' | '\u{FE0E}' | '\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gate_refuses_what_could_steer_a_terminal() {
        let hostile = [
            "a\u{1b}]0;x\u{7}",
            "\u{9b}31m",
            "a\u{202e}b",
            "a\u{200b}b",
            "\u{feff}a",
            "a\u{2028}b",
            "a\tb",
            "a\rb",
            "a\nb",
            "a\u{e0041}b",
            "\u{e000}",
            "\u{3164}",
            "\u{200d}a",
            "a\u{301}\u{301}\u{301}\u{301}\u{301}",
        ];
        for text in hostile {
            assert!(Clean::check(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn the_gate_lets_people_write_their_language() {
        let fine = [
            "Breathe in",
            "Atme ein …",
            "息を吸って",
            "شهيق",
            "נשימה",
            "می‌خواهم",
            "👩‍👩‍👧‍👦 ❤️",
            "é e\u{301}",
            "ห้อง",
            "हिन्दी",
            "½ → ● ·",
        ];
        for text in fine {
            assert!(Clean::check(text).is_ok(), "{text:?}");
        }
    }

    #[test]
    fn what_is_quoted_in_a_message_cannot_steer_the_terminal() {
        assert_eq!(show("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(show("two\nlines"), "two\nlines");
        assert_eq!(show("a\r\nb"), "a<U+000D>\nb");
        let piled: String = std::iter::once('a')
            .chain(std::iter::repeat_n('\u{301}', 999))
            .collect();
        assert_eq!(show(&piled).chars().count(), 1 + MOST_MARKS);
    }
}
