//! Texts that are not UTF-8: UTF-16, which some editors on Windows save, and Windows-1252, which
//! older programs in western Europe and America save.
//!
//! Windows-1252 cannot be told from other encodings with one byte a letter for certain, so it is
//! only read where every letter outside of ASCII is one that those languages use, where they do.

use super::{NO_TEXT, Unreadable};

/// The text of a file in UTF-16, with the mark in front or without it; `None` if it is not that.
pub(super) fn utf16(bytes: &[u8]) -> Option<Result<String, Unreadable>> {
    let (units, marked): (Vec<u16>, bool) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (units(rest, u16::from_le_bytes), true),
        [0xFE, 0xFF, rest @ ..] => (units(rest, u16::from_be_bytes), true),
        // Every session begins with a letter of ASCII, a bracket or a space.
        [first, 0, ..] if first.is_ascii() && *first != 0 => {
            (units(bytes, u16::from_le_bytes), false)
        }
        [0, first, ..] if first.is_ascii() && *first != 0 => {
            (units(bytes, u16::from_be_bytes), false)
        }
        _ => return None,
    };
    if units.contains(&0) {
        return Some(Err(NO_TEXT));
    }
    let text = String::from_utf16(&units).ok().filter(|text| {
        let foreign = |c: char| c.is_control() && !c.is_whitespace();
        marked || text.contains('=') && !text.contains(foreign)
    });
    Some(match text {
        Some(_) if bytes.len() % 2 == 1 => Err(damaged(&units)),
        Some(text) => Ok(text),
        None if marked => Err(damaged(&units)),
        None => Err(NO_TEXT),
    })
}

fn units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u16> {
    let pairs = bytes.chunks_exact(2);
    pairs.map(|pair| unit([pair[0], pair[1]])).collect()
}

/// The line of the first letter that cannot be read, or of the end where half a letter stands.
fn damaged(units: &[u16]) -> Unreadable {
    let fine = char::decode_utf16(units.iter().copied()).map_while(Result::ok);
    let line = 1 + fine.filter(|c| *c == '\n').count();
    Unreadable::NotUtf8 { line }
}

/// What the bytes from 0x80 to 0x9F stand for, where they stand for something that is written in
/// sessions: money, quotation marks, dashes, a bullet, and the letters œ and Œ.
const HIGH: [(u8, char); 16] = [
    (0x80, '€'),
    (0x82, '‚'),
    (0x84, '„'),
    (0x85, '…'),
    (0x8B, '‹'),
    (0x8C, 'Œ'),
    (0x91, '‘'),
    (0x92, '’'),
    (0x93, '“'),
    (0x94, '”'),
    (0x95, '•'),
    (0x96, '–'),
    (0x97, '—'),
    (0x99, '™'),
    (0x9B, '›'),
    (0x9C, 'œ'),
];

/// Signs above 0x9F that are written in sessions; the letters follow from 0xC0 on.
const SIGNS: &str = "\u{A0}¡£§©ª«\u{AD}®°±´·º»¼½¾¿×÷";

/// The text of a file in Windows-1252, if it is plausible that it is one.
pub(super) fn windows(bytes: &[u8]) -> Option<String> {
    let some_utf8 = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    if some_utf8 || bytes.contains(&b'\r') && !bytes.contains(&b'\n') {
        // Damaged UTF-8, or an old Mac with letters of its own.
        return None;
    }
    let text: Option<String> = bytes.iter().map(|byte| letter(*byte)).collect();
    text.filter(|text| is_plausible(text))
}

fn letter(byte: u8) -> Option<char> {
    if byte.is_ascii() {
        return Some(char::from(byte));
    }
    let c = char::from(byte);
    let high = || HIGH.iter().find(|(high, _)| *high == byte).map(|(_, c)| *c);
    if byte < 0xA0 {
        high()
    } else {
        Some(c).filter(|c| *c >= 'À' || SIGNS.contains(*c))
    }
}

/// A session has equals signs. No western language writes three letters with accents in a row, or
/// a capital with an accent after a small letter, or a mark that opens something inside a word.
fn is_plausible(text: &str) -> bool {
    if !text.contains('=') {
        return false;
    }
    let accented = |c: char| !c.is_ascii() && c.is_alphabetic();
    let all: Vec<char> = text.chars().collect();
    !all.windows(3).any(|three| {
        let [before, c, after] = [three[0], three[1], three[2]];
        let row = three.iter().all(|c| accented(*c));
        let capital = before.is_lowercase() && accented(c) && c.is_uppercase();
        let inside = before.is_alphabetic() && after.is_alphabetic();
        let opens = before.is_alphabetic() && "‚„".contains(c);
        row || capital || opens || inside && "¡¿£§©®°±ªº¼½¾×÷“”€™".contains(c)
    })
}
