//! A drawing of a position in the cells at hand: quarters of a cell, or plain letters.
//!
//! A pure function of the drawing, the area, the shape of a cell and the theme. It remembers
//! nothing, allocates nothing and never fails, whatever the size.

mod cell;
mod dots;
mod fit;
mod path;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::Look;
use super::theme::{Charset, Theme};
use crate::session::{Drawing, Position};
use cell::Quarters;
pub use dots::Ink;
use dots::{Dots, IN_A_CELL};
use fit::Fit;

/// The most columns that a drawing takes: wider ones show nothing more.
pub const MOST_COLUMNS: u16 = 72;
/// The most rows that a drawing takes.
pub const MOST_ROWS: u16 = 26;

/// How many columns and rows a drawing takes where it may have so many. Cells are so much higher
/// than they are wide.
pub fn size(drawing: &Drawing, (columns, rows): (u16, u16), aspect: f32) -> (u16, u16) {
    let (columns, rows) = (columns.min(MOST_COLUMNS), rows.min(MOST_ROWS));
    let fit = Fit::new(drawing, in_dots((columns, rows)), usable(aspect));
    let cells = |dots: f32, most: u16| ((dots / IN_A_CELL as f32).ceil() as u16).clamp(1, most);
    let (wide, high) = fit.covered();
    (cells(wide, columns.max(1)), cells(high, rows.max(1)))
}

/// Draws a drawing as large as fits, in the middle of an area.
pub fn draw(drawing: &Drawing, area: Rect, aspect: f32, theme: &Theme, cells: &mut Buffer) {
    draw_from(drawing, 0, area, aspect, theme, cells);
}

/// Draws the drawing of a position at the left of an area, no larger than is good to have beside
/// words.
pub(super) fn draw_below_words(position: &Position, area: Rect, look: &Look, cells: &mut Buffer) {
    const MOST: (u16, u16) = (40, 14);
    let Some(drawing) = &position.drawing else {
        return;
    };
    if area.is_empty() {
        return;
    }
    let most = (area.width.min(MOST.0), area.height.min(MOST.1));
    let (width, height) = size(drawing, most, look.aspect);
    let place = Rect {
        width,
        height,
        ..area
    };
    draw(drawing, place, look.aspect, &look.theme, cells);
}

/// Draws a drawing without its first rows, for an area that is partly scrolled away.
pub fn draw_from(
    drawing: &Drawing,
    skipped: u16,
    area: Rect,
    aspect: f32,
    theme: &Theme,
    cells: &mut Buffer,
) {
    let (columns, rows) = (area.width.min(MOST_COLUMNS), area.height.min(MOST_ROWS));
    let drawn = Drawn::new(drawing, (columns, rows), aspect);
    let left = area.x.saturating_add((area.width - columns) / 2);
    let top = area.y.saturating_add((area.height - rows) / 2);
    for row in skipped..rows {
        for column in 0..columns {
            let place = (
                left.saturating_add(column),
                top.saturating_add(row - skipped),
            );
            if let Some(cell) = cells.cell_mut(place) {
                paint(drawn.quarters(column, row), theme, cell);
            }
        }
    }
}

/// A drawing that fills so many cells.
pub struct Drawn(Dots);

impl Drawn {
    /// Draws as large as fits into so many columns and rows.
    pub fn new(drawing: &Drawing, (columns, rows): (u16, u16), aspect: f32) -> Self {
        let most = (columns.min(MOST_COLUMNS), rows.min(MOST_ROWS));
        let fit = Fit::new(drawing, in_dots(most), usable(aspect));
        Self(Dots::new(drawing, &fit))
    }

    /// The glyph of a cell and what it belongs to, where a cell has one colour or none. Without
    /// colours, what a person rests on is a shade.
    pub fn glyph(
        &self,
        column: u16,
        row: u16,
        unicode: bool,
        colours: bool,
    ) -> (&'static str, Ink) {
        let quarters = self.quarters(column, row);
        if !unicode {
            return cell::letter(quarters);
        }
        let front = cell::front(quarters);
        let mask = cell::mask(quarters, front);
        match front {
            Ink::None => (" ", front),
            Ink::Prop if !colours => (shade(mask), front),
            _ => (cell::block(mask), front),
        }
    }

    fn quarters(&self, column: u16, row: u16) -> Quarters {
        self.0.cell(usize::from(column), usize::from(row))
    }
}

/// What a person rests on, where it has no colour of its own and a solid block would look like the
/// person.
const fn shade(mask: usize) -> &'static str {
    if mask.count_ones() > 1 { "░" } else { " " }
}

fn in_dots((columns, rows): (u16, u16)) -> (usize, usize) {
    (
        IN_A_CELL * usize::from(columns),
        IN_A_CELL * usize::from(rows),
    )
}

/// The shape of a cell, where it is one. A dot has the same.
fn usable(aspect: f32) -> f32 {
    if aspect.is_finite() {
        aspect.clamp(1.0, 4.0)
    } else {
        super::picture::USUAL_ASPECT
    }
}

/// Paints a cell. A cell of one colour is a space on a ground, as in the breath picture: between
/// full blocks some terminals leave seams.
fn paint(quarters: Quarters, theme: &Theme, cell: &mut Cell) {
    let front = cell::front(quarters);
    if front == Ink::None {
        return;
    }
    let style = |ink: Ink| match ink {
        Ink::Prop => theme.prop(),
        _ => theme.person(),
    };
    if theme.charset() == Charset::Ascii {
        let (letter, ink) = cell::letter(quarters);
        cell.set_symbol(letter).set_style(style(ink));
        return;
    }
    let mask = cell::mask(quarters, front);
    if theme.person().fg == theme.prop().fg {
        let glyph = match front {
            Ink::Prop => shade(mask),
            _ => cell::block(mask),
        };
        cell.set_symbol(glyph).set_style(style(front));
        return;
    }
    let ground = |ink: Ink| style(ink).fg.unwrap_or(Color::Reset);
    if mask == 15 {
        cell.set_symbol(" ").set_bg(ground(front));
        return;
    }
    cell.set_symbol(cell::block(mask)).set_style(style(front));
    if cell::behind(quarters) == Ink::Prop {
        cell.set_bg(ground(Ink::Prop));
    }
}
