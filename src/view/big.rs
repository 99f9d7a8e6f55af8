//! Large letters, for words that are read across a room.
//!
//! A letter is eight by eight dots, two by two of them in a cell, so that it stands four rows high.
//! On a screen of fourteen inches with twenty-four rows that is a letter of about 25 mm, and on one
//! with forty rows of 15 mm. A letter can be read from two hundred times its height (a common rule
//! for signs), which makes three metres of 15 mm. Nothing here allocates.

use font8x8::legacy::{BASIC_LEGACY, LATIN_LEGACY};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::theme::Charset;
use crate::text::row_end;

/// How many dots a letter is high.
const DOTS: usize = 8;
/// How many dots there are between two letters.
const GAP: usize = 1;
/// How many dots a space is wide.
const SPACE: usize = 4;

/// How large the letters are: how many quarters of a cell a dot is wide and high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Size(usize);

impl Size {
    /// Four rows a letter.
    pub(super) const SMALL: Self = Self(1);
    /// Eight rows a letter.
    pub(super) const LARGE: Self = Self(2);

    /// How many rows of cells a row of letters takes.
    pub(super) const fn rows(self) -> u16 {
        (DOTS * self.0 / 2) as u16
    }

    /// How many columns a text takes in one row; none if there is a letter in it that has no shape
    /// here.
    pub(super) fn columns(self, text: &str) -> Option<u16> {
        let dots = dots_wide(text)?;
        Some((dots * self.0).div_ceil(2) as u16)
    }

    /// The rows of a text in so many columns, broken between words.
    pub(super) fn wrap(self, text: &str, columns: u16) -> impl Iterator<Item = &str> {
        let mut rest = text.trim();
        let room = usize::from(columns) * 2 / self.0;
        std::iter::from_fn(move || {
            if rest.is_empty() || columns == 0 {
                return None;
            }
            // The gap after the last letter needs no room.
            let wide = |grapheme: &str| glyph_of(grapheme).map_or(SPACE, width) + GAP;
            let (row, after) = rest.split_at(row_end(rest, room + GAP, wide));
            rest = after.trim_start();
            Some(row.trim_end())
        })
    }

    /// How many rows of cells a text takes in so many columns; none if it cannot be written.
    pub(super) fn height(self, text: &str, columns: u16) -> Option<u16> {
        let fits = |row: &str| self.columns(row).is_some_and(|wide| wide <= columns);
        let mut rows = 0;
        for row in self.wrap(text, columns) {
            if !fits(row) {
                return None;
            }
            rows += self.rows();
        }
        Some(rows)
    }
}

/// Writes a text at the top of an area, each of its rows in the middle. Says whether it could: the
/// area has to be large enough, and every letter needs a shape. In ASCII a dot
/// takes a whole cell, so that only large letters can be written.
pub(super) fn centred(
    cells: &mut Buffer,
    area: Rect,
    text: &str,
    size: Size,
    style: Style,
    charset: Charset,
) -> bool {
    let is_clear = charset == Charset::Unicode || size >= Size::LARGE;
    let high = size.height(text, area.width).filter(|_| is_clear);
    if high.is_none_or(|high| high > area.height) {
        return false;
    }
    let mut y = area.y;
    for row in size.wrap(text, area.width) {
        let wide = size.columns(row).unwrap_or_default();
        let x = area.x + (area.width - wide) / 2;
        write_row(cells, (x, y), row, size, style, charset);
        y += size.rows();
    }
    true
}

fn write_row(
    cells: &mut Buffer,
    (x, y): (u16, u16),
    text: &str,
    size: Size,
    style: Style,
    charset: Charset,
) {
    let Size(scale) = size;
    let mut columns = columns(text).flat_map(|column| std::iter::repeat_n(column, scale));
    let mut x = x;
    while let Some(left) = columns.next() {
        let right = columns.next().unwrap_or(0);
        for row in 0..size.rows() {
            let dot = |column: u8, down: usize| {
                let dot = (2 * usize::from(row) + down) / scale;
                usize::from(column >> dot & 1)
            };
            let quarters =
                dot(left, 0) | dot(right, 0) << 1 | dot(left, 1) << 2 | dot(right, 1) << 3;
            if quarters > 0
                && let Some(cell) = cells.cell_mut((x, y + row))
            {
                cell.set_symbol(symbol(quarters, charset)).set_style(style);
            }
        }
        x += 1;
    }
}

/// What stands for the quarters of a cell: upper left, upper right, lower left, lower right.
fn symbol(quarters: usize, charset: Charset) -> &'static str {
    const UNICODE: [&str; 16] = [
        " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
    ];
    match charset {
        Charset::Unicode => UNICODE[quarters],
        Charset::Ascii => "#",
    }
}

/// The columns of dots of a text, the highest dot in the lowest bit.
fn columns(text: &str) -> impl Iterator<Item = u8> {
    text.graphemes(true)
        .enumerate()
        .flat_map(|(index, grapheme)| {
            let gap = if index == 0 { 0 } else { GAP };
            let glyph = glyph_of(grapheme).unwrap_or_default();
            let (from, wide) = (first(glyph), width(glyph));
            let column = move |x: usize| {
                let bit = |y: usize| (glyph[y] >> (from + x) & 1) << y;
                (0..DOTS).fold(0, |column, y| column | bit(y))
            };
            std::iter::repeat_n(0, gap).chain((0..wide).map(column))
        })
}

/// How many dots a text is wide; none if one of its letters has no shape.
fn dots_wide(text: &str) -> Option<usize> {
    let mut dots: usize = 0;
    for grapheme in text.graphemes(true) {
        dots += width(glyph_of(grapheme)?) + GAP;
    }
    Some(dots.saturating_sub(GAP))
}

type Glyph = [u8; DOTS];

/// The shape of a letter, row by row, its left in the lowest bit.
fn glyph_of(grapheme: &str) -> Option<Glyph> {
    let mut letters = grapheme.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    let letter = match letter {
        '’' | '‘' => '\'',
        '“' | '”' | '„' => '"',
        '–' | '—' | '-' => '-',
        // Three dots side by side, where the letter has its lowest ones.
        '…' => return Some([0, 0, 0, 0, 0, 0, 0b0001_0101, 0]),
        '·' => return Some([0, 0, 0, 0b11, 0b11, 0, 0, 0]),
        letter => letter,
    };
    let code = letter as usize;
    let blank = letter == ' ' || letter == '\u{A0}';
    let glyph = match code {
        0x20..=0x7E => BASIC_LEGACY[code],
        0xA0..=0xFF => LATIN_LEGACY[code - 0xA0],
        _ => return None,
    };
    (blank || glyph.iter().any(|row| *row != 0)).then_some(glyph)
}

/// The first column that has a dot.
fn first(glyph: Glyph) -> usize {
    let all = glyph.iter().fold(0, |all, row| all | row);
    if all == 0 {
        0
    } else {
        all.trailing_zeros() as usize
    }
}

/// How many columns a letter takes.
fn width(glyph: Glyph) -> usize {
    let all = glyph.iter().fold(0, |all, row| all | row);
    if all == 0 {
        return SPACE;
    }
    (8 - all.leading_zeros() - all.trailing_zeros()) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, size: Size, (columns, rows): (u16, u16), charset: Charset) -> String {
        let area = Rect::new(0, 0, columns, rows);
        let mut cells = Buffer::empty(area);
        assert!(centred(&mut cells, area, text, size, Style::new(), charset));
        let row = |y| {
            let row: String = (0..columns).map(|x| cells[(x, y)].symbol()).collect();
            row.trim_end().to_owned()
        };
        (0..rows).map(row).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn words_stand_four_rows_high() {
        insta::assert_snapshot!(drawn(
            "out …  Über ß",
            Size::SMALL,
            (46, 4),
            Charset::Unicode
        ));
        insta::assert_snapshot!(drawn("in …", Size::LARGE, (40, 8), Charset::Unicode));
        insta::assert_snapshot!(drawn("in …", Size::LARGE, (40, 8), Charset::Ascii));
    }

    #[test]
    fn in_ascii_a_letter_is_large_or_not_written() {
        let area = Rect::new(0, 0, 80, 24);
        let mut cells = Buffer::empty(area);
        let mut write = |size| centred(&mut cells, area, "in", size, Style::new(), Charset::Ascii);
        assert!(!write(Size::SMALL));
        assert!(write(Size::LARGE));
    }

    #[test]
    fn a_text_goes_on_in_further_rows_and_is_left_alone_where_it_does_not_fit() {
        let text = "Heels, calves, thighs: heavy or light.";
        for columns in 0..120 {
            for rows in 0..20 {
                let area = Rect::new(1, 2, columns, rows);
                let whole = Rect::new(0, 0, columns + 2, rows + 4);
                let mut cells = Buffer::empty(whole);
                let style = Style::new();
                let fits = centred(&mut cells, area, text, Size::SMALL, style, Charset::Unicode);
                let needed = Size::SMALL.height(text, columns);
                assert_eq!(fits, needed.is_some_and(|high| high <= rows));
                let written = |(x, y): (u16, u16)| cells[(x, y)].symbol() != " ";
                let positions = whole.positions().map(|p| (p.x, p.y));
                let outside = positions
                    .filter(|(x, y)| !area.contains((*x, *y).into()))
                    .any(written);
                assert!(!outside, "{columns}x{rows}");
            }
        }
    }

    #[test]
    fn what_has_no_shape_is_not_written_at_all() {
        assert_eq!(Size::SMALL.columns("息"), None);
        assert_eq!(Size::SMALL.height("in 息", 80), None);
        assert_eq!(Size::SMALL.columns(""), Some(0));
        for text in ["ÄÖÜ äöü ß éèàç ñ", "–—…·’‘“”„", "0123456789 (%)"]
        {
            assert!(Size::SMALL.columns(text).is_some(), "{text}");
        }
    }

    #[test]
    fn a_letter_is_as_wide_as_its_shape() {
        let [narrow, wide] = ["i", "m"].map(|letter| Size::SMALL.columns(letter).unwrap());
        assert!(narrow < wide);
        let large = Size::LARGE.columns("m").unwrap();
        assert!(large >= 2 * wide - 1 && large <= 2 * wide);
    }
}
