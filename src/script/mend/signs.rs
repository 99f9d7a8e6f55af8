//! Single characters that stand where another one is meant, and which one that is.
//!
//! Only the character itself is looked at; whether it stands inside a text is decided in `scan`.

/// The printable signs of ASCII from `!` to `~`, so that one of them can be borrowed.
const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// The narrow form of a wide letter, digit or sign, such as `４`, `＝` and `［`.
pub(in crate::script) fn narrow(c: char) -> Option<&'static str> {
    match c {
        '\u{FF01}'..='\u{FF5E}' => {
            let at = c as usize - 0xFF01;
            Some(&ASCII[at..=at])
        }
        '、' => Some(","),
        _ => None,
    }
}

/// The character as it is meant: the narrow form of a wide one.
pub(in crate::script) fn plain(c: char) -> char {
    narrow(c)
        .and_then(|narrow| narrow.chars().next())
        .unwrap_or(c)
}

/// A space that is not the ordinary one: non-breaking, thin, ideographic.
pub(in crate::script) fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}'
    )
}

/// A character that is there without being seen: zero-width, a byte order mark, a soft hyphen, a
/// mark that turns the direction of writing.
pub(in crate::script) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// A space, or something that is not seen; but not the end of a line.
pub(in crate::script) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t') || is_odd_space(c) || is_invisible(c)
}

/// What editors show as the end of a line, apart from the ordinary one. A carriage return counts
/// only if no line break follows it, which the caller has to look at.
pub(in crate::script) fn is_odd_break(c: char) -> bool {
    matches!(
        c,
        '\u{B}' | '\u{C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// A hyphen that is not the ordinary one: it never means anything else.
pub(in crate::script) fn is_odd_hyphen(c: char) -> bool {
    matches!(c, '\u{2010}' | '\u{2011}' | '\u{FE63}')
}

/// A dash or a true minus, which can stand for a hyphen, a minus, or a range.
pub(in crate::script) fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}' | '\u{2212}')
}

/// A fraction in one sign, alone and after a whole number.
pub(in crate::script) fn fraction(c: char) -> Option<(&'static str, &'static str)> {
    match c {
        '½' => Some(("0.5", ".5")),
        '¼' => Some(("0.25", ".25")),
        '¾' => Some(("0.75", ".75")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_signs_have_their_narrow_form() {
        for (wide, narrow) in [
            ('！', '!'),
            ('４', '4'),
            ('＝', '='),
            ('［', '['),
            ('ｓ', 's'),
            ('～', '~'),
            ('，', ','),
            ('、', ','),
            ('é', 'é'),
            ('4', '4'),
        ] {
            assert_eq!(plain(wide), narrow);
        }
    }
}
