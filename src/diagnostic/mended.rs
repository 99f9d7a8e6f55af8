//! The line of a file as it would read after the change that a finding offers.

use std::ops::Range;

use super::excerpt::Excerpt;
use super::{Fix, Lines, show};

/// A printable line, and where in it the new text stands.
pub(super) struct Mended {
    pub(super) line: String,
    pub(super) new: Range<usize>,
}

/// The mended line. A change that reaches over several lines makes one of them.
pub(super) fn mended(lines: &Lines<'_>, text: &str, fix: &Fix) -> Option<Mended> {
    let excerpt = Excerpt::around(lines, text, &fix.span, &[]);
    let old = excerpt.span(&fix.span)?;
    let (before, after) = (&excerpt.text[..old.start], &excerpt.text[old.end..]);
    let new = show(&fix.replacement);
    let line = format!("{before}{new}{}", after.trim_end_matches('\n'));
    // Blanks around the new words would only make the mark below them look misplaced.
    let start = before.len() + new.len() - new.trim_start().len();
    Some(Mended {
        new: start..start + new.trim().len(),
        line: line.replace('\n', " "),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, span: Range<usize>, replacement: &str) -> (String, String) {
        let fix = Fix {
            span,
            replacement: replacement.to_owned(),
        };
        let mended = mended(&Lines::new(text), text, &fix).unwrap();
        let new = mended.line[mended.new.clone()].to_owned();
        (mended.line, new)
    }

    #[test]
    fn only_the_line_of_the_change_is_shown_with_the_new_words_in_it() {
        let text = "softly = 1\nfor = 5 # five\nsay = \"x\"\n";
        let table = [
            (17..18, "\"5m\"", "for = \"5m\" # five", "\"5m\""),
            (11..14, "times", "times = 5 # five", "times"),
            (17..17, "1", "for = 15 # five", "1"),
            (14..17, " = ", "for = 5 # five", "="),
            (11..25, "", "", ""),
            (17..35, "5\u{1b}", "for = 5<U+001B>", "5<U+001B>"),
        ];
        for (span, replacement, line, new) in table {
            let wanted = (line.to_owned(), new.to_owned());
            assert_eq!(after(text, span, replacement), wanted);
        }
    }
}
