//! Text as it can be written where there is nothing but ASCII: the nearest letters and signs.
//!
//! It is for reading, not for marking a place: what has no near letter becomes a question mark.

use std::borrow::Cow;

/// The text in ASCII.
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            _ if character.is_ascii() => plain.push(character),
            _ if is_silent(character) => {}
            _ => plain.push_str(near_ascii(character)),
        }
    }
    Cow::Owned(plain)
}

/// Marks on the letter before, joiners and variation selectors: without them the letter stays.
pub(super) fn is_silent(character: char) -> bool {
    matches!(character as u32, 0x300..=0x36F | 0x200C | 0x200D | 0xFE00..=0xFE0F)
}

/// What stands for a sign or a letter that ASCII does not have; a question mark where nothing is near.
pub fn near_ascii(character: char) -> &'static str {
    match character {
        '…' => "...",
        '’' | '‘' | '‚' | '′' => "'",
        '“' | '”' | '„' | '″' | '«' | '»' => "\"",
        '–' | '—' | '‐' | '‑' | '−' | '·' => "-",
        '•' | '●' => "*",
        '○' => "o",
        '→' => "->",
        '←' => "<-",
        '↑' => "^",
        '↓' => "v",
        '›' | '▸' => ">",
        '‹' => "<",
        '×' => "x",
        '½' => "1/2",
        '¼' => "1/4",
        '¾' => "3/4",
        // As German writes them where it cannot do otherwise.
        'Ä' => "Ae",
        'ä' => "ae",
        'Ö' => "Oe",
        'ö' => "oe",
        'Ü' => "Ue",
        'ü' => "ue",
        '\u{A0}' | '\u{2009}' | '\u{202F}' => " ",
        _ => letter(character),
    }
}

/// The nearest letters for one that has an accent or a shape of its own; `?` for all others.
pub(super) fn letter(character: char) -> &'static str {
    match character {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'Æ' => "AE",
        'æ' => "ae",
        'Ç' | 'Ć' | 'Č' => "C",
        'ç' | 'ć' | 'č' => "c",
        'Ď' | 'Đ' | 'Ð' => "D",
        'ď' | 'đ' | 'ð' => "d",
        'È'..='Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => "E",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'Ğ' | 'Ģ' => "G",
        'ğ' | 'ģ' => "g",
        'Ì'..='Ï' | 'Ī' | 'Į' | 'İ' => "I",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'Ł' | 'Ļ' | 'Ľ' => "L",
        'ł' | 'ļ' | 'ľ' => "l",
        'Ñ' | 'Ń' | 'Ň' => "N",
        'ñ' | 'ń' | 'ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'Œ' => "OE",
        'œ' => "oe",
        'Ř' => "R",
        'ř' => "r",
        'Ś' | 'Ş' | 'Š' | 'Ș' => "S",
        'ś' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'Ť' | 'Ț' => "T",
        'ť' | 'ț' => "t",
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' | 'Ų' => "U",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'Ý' | 'Ÿ' => "Y",
        'ý' | 'ÿ' => "y",
        'Þ' => "Th",
        'þ' => "th",
        'Ź' | 'Ż' | 'Ž' => "Z",
        'ź' | 'ż' | 'ž' => "z",
        _ => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_write_stays_readable_in_ascii() {
        let table = [
            ("in …", "in ..."),
            ("“Çeliker” – è e\u{301} ß", "\"Celiker\" - e e ss"),
            ("Übung für Füße, größer", "Uebung fuer Fuesse, groesser"),
            ("4 × 6 → ½", "4 x 6 -> 1/2"),
            ("息 ❤\u{fe0f}", "? ?"),
            ("as it is", "as it is"),
        ];
        for (text, wanted) in table {
            assert_eq!(ascii(text), wanted);
        }
    }
}
