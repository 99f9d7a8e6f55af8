//! Two buffers and the way between them: what is drawn is compared with what is shown, and only the
//! cells that differ are sent.
//!
//! It allocates nothing once it is warm, and never asks the terminal anything.

use std::io::{self, Write};

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Rect, Size};
use ratatui::style::Color;

use super::backend::{SoftBackend, is_certain};

/// The screen, as it is and as it is to be.
#[derive(Debug)]
pub struct Canvas<W: Write> {
    backend: SoftBackend<W>,
    next: Buffer,
    shown: Buffer,
    /// Whether what the screen shows is unknown.
    unknown: bool,
    /// The places of the cells to send, kept so that no frame needs new room.
    changed: Vec<(u16, u16)>,
}

impl<W: Write> Canvas<W> {
    /// A canvas over a terminal of which nothing is known but the size.
    pub fn new(backend: SoftBackend<W>, size: Size) -> Self {
        let area = Rect::from((ratatui::layout::Position::ORIGIN, size));
        Self {
            backend,
            next: Buffer::empty(area),
            shown: Buffer::empty(area),
            unknown: true,
            changed: Vec::new(),
        }
    }

    /// The whole screen.
    pub const fn area(&self) -> Rect {
        self.next.area
    }

    /// The backend.
    pub const fn backend(&self) -> &SoftBackend<W> {
        &self.backend
    }

    /// The backend, to change how it works.
    #[cfg(test)]
    pub(super) const fn backend_mut(&mut self) -> &mut SoftBackend<W> {
        &mut self.backend
    }

    /// The terminal has a new size. The next frame paints everything.
    pub fn resize(&mut self, size: Size) {
        let area = Rect::from((ratatui::layout::Position::ORIGIN, size));
        self.backend.set_size(size);
        self.next.resize(area);
        self.shown.resize(area);
        self.forget();
    }

    /// Something else has written to the terminal. The next frame paints everything.
    pub fn forget(&mut self) {
        self.backend.forget();
        self.unknown = true;
    }

    /// Draws a frame on an empty buffer and sends what has changed: in one write, or not at all.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        self.next.reset();
        paint(&mut self.next);
        if self.unknown {
            self.start_afresh()?;
        }
        if let Err(error) = self.send() {
            // Part of the frame may have arrived.
            self.forget();
            return Err(error);
        }
        std::mem::swap(&mut self.next, &mut self.shown);
        Ok(())
    }

    /// Empties the screen, in the colour that most of it will have anyway.
    fn start_afresh(&mut self) -> io::Result<()> {
        self.backend.hide_cursor()?;
        self.backend.clear()?;
        self.shown.reset();
        self.unknown = false;
        Ok(())
    }

    fn send(&mut self) -> io::Result<()> {
        let certain = changes(&self.shown, &self.next, &mut self.changed);
        // Cells of the same colours are sent together, for a change of colour is longer than a
        // change of place. Where a symbol might be wider than its cell, order matters more.
        if certain {
            let next = &self.next;
            self.changed
                .sort_unstable_by_key(|&(x, y)| (look(&next[(x, y)]), y, x));
        }
        let next = &self.next;
        let cells = self.changed.iter().map(|&(x, y)| (x, y, &next[(x, y)]));
        self.backend.draw(cells)?;
        self.backend.flush()
    }
}

/// Finds the cells to send, in reading order, and says whether all of them are certainly one column
/// wide, before and after.
///
/// It differs from ratatui's own in two ways. Widths are looked up only where they are in doubt; and
/// what a wide symbol leaves behind when it goes is always painted over, for terminals do not agree
/// on what is left there.
fn changes(shown: &Buffer, next: &Buffer, changed: &mut Vec<(u16, u16)>) -> bool {
    changed.clear();
    let mut certain = true;
    let width = usize::from(next.area.width).max(1);
    let rows = shown.content.chunks(width).zip(next.content.chunks(width));
    for (y, (before, after)) in (0u16..).zip(rows) {
        // Up to here a wide symbol that has gone has left the line spoilt, and up to there the line
        // is covered by the symbol before.
        let (mut spoilt, mut covered) = (0, 0);
        for (x, (old, new)) in before.iter().zip(after).enumerate() {
            let same = same(old, new);
            if same && x >= spoilt && is_certain(new.symbol()) {
                continue;
            }
            let (old_width, new_width) = (columns(old), columns(new));
            if !same || x < spoilt {
                spoilt = spoilt.max(x + old_width);
            }
            if x < covered {
                continue;
            }
            covered = x + new_width;
            if !same || x < spoilt {
                certain &= is_certain(old.symbol()) && is_certain(new.symbol());
                changed.push((x as u16, y));
            }
        }
    }
    certain
}

/// Whether two cells look the same. Colours differ more often than symbols, and are compared faster.
fn same(old: &Cell, new: &Cell) -> bool {
    old.bg == new.bg
        && old.fg == new.fg
        && old.modifier == new.modifier
        && old.symbol() == new.symbol()
}

fn columns(cell: &Cell) -> usize {
    if is_certain(cell.symbol()) {
        1
    } else {
        usize::from(cell.cell_width()).max(1)
    }
}

fn look(cell: &Cell) -> (u16, u32, u32) {
    (cell.modifier.bits(), rank(cell.bg), rank(cell.fg))
}

fn rank(color: Color) -> u32 {
    match color {
        Color::Rgb(r, g, b) => 1 << 24 | u32::from(r) << 16 | u32::from(g) << 8 | u32::from(b),
        Color::Indexed(index) => 2 << 24 | u32::from(index),
        named => u32::from(named_rank(named)),
    }
}

fn named_rank(color: Color) -> u8 {
    use Color::{
        Black, Blue, Cyan, DarkGray, Gray, Green, LightBlue, LightCyan, LightGreen, LightMagenta,
        LightRed, LightYellow, Magenta, Red, White, Yellow,
    };
    let order = [
        Black,
        Red,
        Green,
        Yellow,
        Blue,
        Magenta,
        Cyan,
        Gray,
        DarkGray,
        LightRed,
        LightGreen,
        LightYellow,
        LightBlue,
        LightMagenta,
        LightCyan,
        White,
    ];
    order
        .iter()
        .position(|named| *named == color)
        .map_or(0, |i| i as u8 + 1)
}

#[cfg(test)]
mod tests;
