//! One line of an excerpt, cut to the columns there are, with the place in it still marked.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::page::Look;
use crate::text::columns;

/// A line that fits, and the columns of the mark below it.
pub(super) struct Strip {
    pub(super) text: String,
    pub(super) mark: Range<usize>,
}

/// A letter as it is shown.
struct Cell {
    shown: String,
    columns: usize,
    marked: bool,
}

/// Cuts `line` to `room` columns around the bytes `mark` of it. The mark is never empty, so that
/// something can be drawn below a place between two letters or at the end of the line.
pub(super) fn strip(line: &str, mark: &Range<usize>, room: usize, look: Look) -> Strip {
    let cells = cells(line, mark, look);
    let sign = look.pick("…", "...");
    let whole: usize = cells.iter().map(|cell| cell.columns).sum();
    let first = if whole <= room {
        0
    } else {
        first_shown(&cells, room, columns(sign))
    };
    let mut strip = Strip {
        text: String::new(),
        mark: 0..0,
    };
    let mut used = 0;
    if first > 0 {
        strip.text.push_str(sign);
        used = columns(sign);
    }
    let mut rest: usize = cells[first..].iter().map(|cell| cell.columns).sum();
    let mut marked: Option<Range<usize>> = None;
    for cell in &cells[first..] {
        // Room is kept for the sign that something was left out, unless nothing is.
        let kept = if used + rest <= room {
            0
        } else {
            columns(sign)
        };
        if used + cell.columns + kept > room {
            strip.text.push_str(sign);
            break;
        }
        if cell.marked {
            let start = marked.map_or(used, |mark| mark.start);
            marked = Some(start..used + cell.columns);
        }
        strip.text.push_str(&cell.shown);
        used += cell.columns;
        rest -= cell.columns;
    }
    let place = used.min(room.saturating_sub(1));
    strip.mark = marked
        .filter(|mark| !mark.is_empty())
        .unwrap_or(place..place + 1);
    strip
}

/// The letters of a line. Where there is nothing but ASCII the others are written out, because
/// which one it is may be what the finding is about.
fn cells(line: &str, mark: &Range<usize>, look: Look) -> Vec<Cell> {
    let in_mark = |at: usize, end: usize| {
        let at_a_place = mark.is_empty() && mark.start == at;
        at_a_place || (at < mark.end && end > mark.start)
    };
    line.grapheme_indices(true)
        .map(|(at, letter)| {
            let shown = if look.unicode || letter.is_ascii() {
                letter.to_owned()
            } else {
                let codes = letter.chars().map(|c| format!("<U+{:04X}>", c as u32));
                codes.collect()
            };
            Cell {
                columns: columns(&shown),
                shown,
                marked: in_mark(at, at + letter.len()),
            }
        })
        .collect()
}

/// The first letter to show of a line that is too long: the start of the line if the mark can be
/// seen from there, or else one that leaves a quarter of the room to what stands before the mark.
fn first_shown(cells: &[Cell], room: usize, sign: usize) -> usize {
    let first = cells.iter().position(|cell| cell.marked);
    let last = cells.iter().rposition(|cell| cell.marked);
    let (Some(first), Some(last)) = (first, last) else {
        // The place is the end of the line, and takes a column of its own.
        return first_within(cells, cells.len(), room.saturating_sub(sign + 1));
    };
    let until: usize = cells[..=last].iter().map(|cell| cell.columns).sum();
    if until + sign <= room {
        return 0;
    }
    let marked: usize = cells[first..=last].iter().map(|cell| cell.columns).sum();
    let before = room.saturating_sub(marked + 2 * sign).min(room / 4);
    // Where the end of the line is near, there is room for more before the mark.
    let to_the_end = first_within(cells, cells.len(), room.saturating_sub(sign));
    first_within(cells, first, before).min(to_the_end)
}

/// The first of the letters that fit into so many columns before the one at `end`.
fn first_within(cells: &[Cell], end: usize, room: usize) -> usize {
    let mut used = 0;
    let fits = cells[..end].iter().rev().take_while(|cell| {
        used += cell.columns;
        used <= room
    });
    end - fits.count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(line: &str, mark: Range<usize>, room: usize, unicode: bool) -> (String, String) {
        let look = Look {
            unicode,
            ..Look::default()
        };
        let strip = strip(line, &mark, room, look);
        assert!(columns(&strip.text) <= room, "{}", strip.text);
        assert!(
            strip.mark.end <= room && !strip.mark.is_empty(),
            "{:?}",
            strip.mark
        );
        let below = " ".repeat(strip.mark.start) + &"^".repeat(strip.mark.len());
        (strip.text, below)
    }

    #[test]
    fn a_line_is_cut_so_that_its_mark_stays_in_sight() {
        let line = "breathe = { in = 4, out = 600, rest = 2 }";
        let table = [
            (0..7, 60, line, "^^^^^^^"),
            (0..7, 20, "breathe = { in = 4,…", "^^^^^^^"),
            (26..29, 20, "…ut = 600, rest = 2…", "      ^^^"),
            (26..29, 22, "…out = 600, rest = 2 }", "       ^^^"),
            (31..35, 22, "…out = 600, rest = 2 }", "            ^^^^"),
            (26..29, 15, "… = 600, rest …", "    ^^^"),
            (10..41, 20, "…{ in = 4, out = 60…", " ^^^^^^^^^^^^^^^^^^"),
            (41..41, 13, "… rest = 2 }", "            ^"),
        ];
        for (mark, room, shown, below) in table {
            let wanted = (shown.to_owned(), below.to_owned());
            assert_eq!(cut(line, mark.clone(), room, true), wanted, "{mark:?}");
        }
    }

    #[test]
    fn wide_letters_and_letters_that_are_no_letters_are_counted_in_columns() {
        assert_eq!(
            cut("say = 息を", 6..12, 20, true),
            ("say = 息を".into(), "      ^^^^".into())
        );
        assert_eq!(
            cut("t = “a”", 4..7, 40, false),
            ("t = <U+201C>a<U+201D>".into(), "    ^^^^^^^^".into())
        );
    }

    #[test]
    fn every_place_of_every_line_fits_every_width() {
        let line = "é “息を” x\u{301} — 👩‍👩‍👧‍👦 = \"long enough\"";
        for room in 8..40 {
            for start in (0..=line.len()).filter(|at| line.is_char_boundary(*at)) {
                for end in (start..=line.len()).filter(|at| line.is_char_boundary(*at)) {
                    for unicode in [true, false] {
                        cut(line, start..end, room, unicode);
                    }
                }
            }
        }
    }
}
