//! Putting text into cells: clipped by graphemes, wrapped by words, never allocated.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::theme::{Charset, Theme};
use crate::text::{near_ascii, row_end};

/// How many columns a text takes.
pub(super) fn width(text: &str, charset: Charset) -> u16 {
    text.graphemes(true)
        .map(|g| symbol(g, charset).width() as u16)
        .sum()
}

/// Marks a row of a list where it is the chosen one, and answers the room beside the mark.
pub(super) fn row(cells: &mut Buffer, area: Rect, chosen: bool, theme: &Theme) -> Rect {
    if chosen {
        left(cells, area, "›", theme.accent(), theme.charset());
    }
    let mark = 2.min(area.width);
    Rect {
        x: area.x + mark,
        width: area.width - mark,
        ..area
    }
}

/// Writes one line from the left of an area, ending in `…` where it does not fit. Returns the
/// columns it took.
pub(super) fn left(
    cells: &mut Buffer,
    area: Rect,
    text: &str,
    style: Style,
    charset: Charset,
) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let fits = width(text, charset) <= area.width;
    let mut x = area.x;
    for grapheme in text.graphemes(true) {
        let symbol = symbol(grapheme, charset);
        let wide = symbol.width() as u16;
        let room = area.right() - x;
        if wide > room || (!fits && wide >= room) {
            cells.set_stringn(x, area.y, more(charset), room as usize, style);
            return area.width.min(x + 1 - area.x);
        }
        cells.set_stringn(x, area.y, symbol, room as usize, style);
        x += wide;
    }
    x - area.x
}

/// Writes one line in the middle of an area.
pub(super) fn centred(cells: &mut Buffer, area: Rect, text: &str, style: Style, charset: Charset) {
    let wide = width(text, charset).min(area.width);
    let x = area.x + (area.width - wide) / 2;
    left(
        cells,
        Rect {
            x,
            width: area.right() - x,
            ..area
        },
        text,
        style,
        charset,
    );
}

/// Writes one line at the right of an area, if it fits.
pub(super) fn right(
    cells: &mut Buffer,
    area: Rect,
    text: &str,
    style: Style,
    charset: Charset,
) -> bool {
    let wide = width(text, charset);
    if wide > area.width {
        return false;
    }
    left(
        cells,
        Rect {
            x: area.right() - wide,
            width: wide,
            ..area
        },
        text,
        style,
        charset,
    );
    true
}

/// Writes a text over as many rows as it needs, each in the middle. Returns the rows it took.
pub(super) fn centred_lines(
    cells: &mut Buffer,
    area: Rect,
    text: &str,
    style: Style,
    charset: Charset,
) -> u16 {
    let mut taken = 0;
    for line in wrap(text, area.width, charset).take(area.height as usize) {
        let row = Rect {
            y: area.y + taken,
            height: 1,
            ..area
        };
        centred(cells, row, line, style, charset);
        taken += 1;
    }
    taken
}

/// The rows of a text in so many columns, broken between words where that is possible.
pub(super) fn wrap(text: &str, columns: u16, charset: Charset) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_end();
    let wide = move |grapheme: &str| symbol(grapheme, charset).width();
    std::iter::from_fn(move || {
        if rest.is_empty() || columns == 0 {
            return None;
        }
        let (line, after) = rest.split_at(row_end(rest, usize::from(columns), wide));
        rest = after.trim_start();
        Some(line.trim_end())
    })
}

/// The text of a grapheme in a character set.
fn symbol(grapheme: &str, charset: Charset) -> &str {
    if charset == Charset::Unicode || grapheme.is_ascii() {
        return grapheme;
    }
    match grapheme {
        // Dots that are filled or not, side by side.
        "●" => "o",
        "○" => ".",
        "★" => "*",
        "▏" => "_",
        // Marks on a letter are left out with the rest of its grapheme.
        _ => grapheme.chars().next().map_or("", near_ascii),
    }
}

fn more(charset: Charset) -> &'static str {
    match charset {
        Charset::Unicode => "…",
        Charset::Ascii => ".",
    }
}

/// Text that flows down an area, row by row, the first rows scrolled away.
pub(super) struct Flow<'a> {
    cells: &'a mut Buffer,
    area: Rect,
    charset: Charset,
    row: u16,
    scroll: u16,
    /// How many columns something takes at the right, and the row from which it no longer does.
    beside: (u16, u16),
}

impl<'a> Flow<'a> {
    /// Begins at the top of an area, with so many rows scrolled away.
    pub(super) fn new(cells: &'a mut Buffer, area: Rect, scroll: u16, charset: Charset) -> Self {
        Self {
            cells,
            area,
            charset,
            row: 0,
            scroll,
            beside: (0, 0),
        }
    }

    /// Keeps free so many columns at the right of the next rows. A paragraph that begins there ends
    /// there.
    pub(super) fn keep_free(&mut self, columns: u16, rows: u16) {
        self.beside = (columns, self.row.saturating_add(rows));
    }

    /// How many columns a paragraph has that begins here.
    pub(super) fn columns(&self) -> u16 {
        let (columns, until) = self.beside;
        let taken = if self.row < until { columns } else { 0 };
        self.area.width.saturating_sub(taken)
    }

    /// A paragraph.
    pub(super) fn text(&mut self, text: &str, style: Style) {
        self.hanging("", text, style, style);
    }

    /// A paragraph behind a mark or a heading, its further rows below its first word.
    pub(super) fn hanging(&mut self, mark: &str, text: &str, mark_style: Style, style: Style) {
        let room = self.columns();
        let indent = width(mark, self.charset).min(room / 2);
        let columns = room - indent;
        for (i, line) in wrap(text, columns, self.charset).enumerate() {
            if let Some(row) = self.visible_row() {
                if i == 0 {
                    left(self.cells, row, mark, mark_style, self.charset);
                }
                let row = Rect {
                    x: row.x + indent,
                    width: columns,
                    ..row
                };
                left(self.cells, row, line, style, self.charset);
            }
            self.row = self.row.saturating_add(1);
        }
    }

    /// A row with something at its right, which goes below the text where there is no room beside.
    pub(super) fn with_right(
        &mut self,
        mark: (&str, Style),
        text: (&str, Style),
        right_side: (&str, Style),
    ) {
        let wide = |text| width(text, self.charset);
        let indent = wide(mark.0).min(self.area.width / 2);
        let (aside, aside_style) = right_side;
        let beside = indent + wide(text.0) + 2 + wide(aside) <= self.area.width;
        if beside && let Some(row) = self.visible_row() {
            right(self.cells, row, aside, aside_style, self.charset);
        }
        self.hanging(mark.0, text.0, mark.1, text.1);
        if !beside {
            let blank = " ".repeat(usize::from(indent) + 2);
            self.hanging(&blank, aside, aside_style, aside_style);
        }
    }

    /// A row that somebody else draws, if it is in sight.
    pub(super) fn free_row(&mut self, draw: impl FnOnce(&mut Buffer, Rect)) {
        if let Some(row) = self.visible_row() {
            draw(self.cells, row);
        }
        self.row = self.row.saturating_add(1);
    }

    /// Two short texts beside each other, each behind its mark, in columns of the same width.
    pub(super) fn two(
        &mut self,
        left_side: (&str, &str),
        right_side: (&str, &str),
        mark_style: Style,
        style: Style,
    ) {
        if let Some(row) = self.visible_row() {
            let half = self.area.width / 2;
            for ((mark, text), x) in [(left_side, row.x), (right_side, row.x + half)] {
                let place = Rect {
                    x,
                    // What is cut short leaves a column free before what comes next.
                    width: half.saturating_sub(1),
                    ..row
                };
                let taken = left(self.cells, place, mark, mark_style, self.charset);
                let place = Rect {
                    x: x + taken,
                    width: place.width - taken,
                    ..place
                };
                left(self.cells, place, text, style, self.charset);
            }
        }
        self.row = self.row.saturating_add(1);
    }

    /// An empty row.
    pub(super) fn gap(&mut self) {
        self.row = self.row.saturating_add(1);
    }

    /// How many rows the text took, seen or not, and what was kept free beside it.
    pub(super) fn rows(&self) -> u16 {
        self.row.max(self.beside.1)
    }

    /// Goes on below so many empty rows.
    pub(super) fn skip(&mut self, rows: u16) {
        self.row = self.row.saturating_add(rows);
    }

    fn visible_row(&self) -> Option<Rect> {
        let row = self.row.checked_sub(self.scroll)?;
        (row < self.area.height).then(|| Rect {
            y: self.area.y + row,
            height: 1,
            ..self.area
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, columns: u16) -> Vec<&str> {
        wrap(text, columns, Charset::Unicode).collect()
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(rows("in the soft breath", 8), ["in the", "soft", "breath"]);
        assert_eq!(rows("in the soft", 11), ["in the soft"]);
        assert_eq!(rows("in the soft", 10), ["in the", "soft"]);
        assert_eq!(rows("unhurriedly", 5), ["unhur", "riedl", "y"]);
        assert_eq!(rows("", 5), [""; 0]);
        assert_eq!(rows("word", 0), [""; 0]);
        assert_eq!(rows("息を吸って", 4), ["息を", "吸っ", "て"]);
    }

    #[test]
    fn a_text_that_does_not_fit_ends_in_an_ellipsis() {
        let mut cells = Buffer::empty(Rect::new(0, 0, 6, 1));
        let area = cells.area;
        left(
            &mut cells,
            area,
            "softly now",
            Style::new(),
            Charset::Unicode,
        );
        assert_eq!(cells, Buffer::with_lines(["softl…"]));
        let mut cells = Buffer::empty(area);
        left(&mut cells, area, "softly", Style::new(), Charset::Unicode);
        assert_eq!(cells, Buffer::with_lines(["softly"]));
    }

    #[test]
    fn text_beside_something_is_narrower_until_that_ends() {
        let area = Rect::new(0, 0, 12, 5);
        let mut cells = Buffer::empty(area);
        let mut flow = Flow::new(&mut cells, area, 0, Charset::Unicode);
        flow.keep_free(6, 3);
        for text in ["in and out", "no hurry", "nothing to do"] {
            flow.text(text, Style::new());
        }
        assert_eq!(flow.rows(), 6);
        let rows = ["in and", "out", "no", "hurry", "nothing to"];
        assert_eq!(
            cells,
            Buffer::with_lines(rows.map(|row| format!("{row:<12}")))
        );
        let mut flow = Flow::new(&mut cells, area, 0, Charset::Unicode);
        flow.keep_free(6, 3);
        assert_eq!(flow.rows(), 3, "what is kept free counts");
    }

    #[test]
    fn without_unicode_every_cell_is_ascii() {
        let mut cells = Buffer::empty(Rect::new(0, 0, 20, 1));
        let area = cells.area;
        left(
            &mut cells,
            area,
            "in … “soft” 息",
            Style::new(),
            Charset::Ascii,
        );
        assert_eq!(cells, Buffer::with_lines(["in ... \"soft\" ?     "]));
    }
}
