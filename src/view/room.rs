//! How much text a screen of 80 by 24 cells has room for, for those who write sessions.
//!
//! It measures with what draws the screens, so that the two cannot disagree. It draws nothing.

use ratatui::layout::Rect;

use super::theme::Charset;
use super::{layout, write};

/// The screen that everybody has.
const SCREEN: Rect = Rect::new(0, 0, 80, 24);
/// What is left free on either side of a line, and beside the name in a list.
const MARGIN: u16 = 2;
/// The length of a session at the end of its row in the list, with the gap before it: " 12:34".
const LENGTH: u16 = 6;

/// How many rows are kept for a line that is said; a longer one takes them from the picture.
pub fn rows_kept_for_a_line() -> usize {
    layout::playing(SCREEN, 0).line.height.into()
}

/// How many rows a line takes that is said.
pub fn rows_of_a_line(line: &str) -> usize {
    write::wrap(line, SCREEN.width - 2 * MARGIN, Charset::Unicode).count()
}

/// Whether a word or two can stand whole under the picture, in its one row.
pub fn fits_under_the_picture(label: &str) -> bool {
    write::width(label, Charset::Unicode) <= layout::playing(SCREEN, 0).word.width
}

/// How many columns the list of sessions has for a title.
pub fn columns_of_a_title() -> u16 {
    layout::library(SCREEN, 2).list.width - MARGIN - LENGTH
}

/// Whether a title can stand whole in the list of sessions.
pub fn fits_in_the_list(title: &str) -> bool {
    write::width(title, Charset::Unicode) <= columns_of_a_title()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_known_to_the_column() {
        assert_eq!(rows_kept_for_a_line(), 2);
        let table = [(76, 1), (77, 2), (152, 2), (153, 3)];
        for (columns, rows) in table {
            assert_eq!(rows_of_a_line(&"x".repeat(columns)), rows, "{columns}");
        }
        assert!(fits_under_the_picture(&"x".repeat(80)));
        assert!(!fits_under_the_picture(&"息".repeat(41)));
        assert!(fits_in_the_list(&"x".repeat(26)));
        assert!(!fits_in_the_list(&"x".repeat(27)));
    }
}
