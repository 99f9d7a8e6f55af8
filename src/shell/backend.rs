//! The way to the terminal: one frame becomes at most one write, and nothing changed becomes none.
//!
//! It keeps in mind what colours are set and where the cursor stands, from one frame to the next, and
//! asks the terminal nothing, neither its size nor its cursor. Raw mode and the alternate screen are
//! not its business.

mod console;
mod motion;
mod paint;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

pub(super) use motion::is_certain;
use motion::{advance, go};
use paint::{Pen, inverse};

/// Holds back what the terminal shows until the frame is whole (DEC 2026). A terminal that does not
/// know it ignores it.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// What has gone to the terminal so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Bytes in all.
    pub bytes: u64,
    /// Frames that had anything to say, each of them one write.
    pub writes: u64,
}

/// A ratatui backend that turns each frame into at most one write.
#[derive(Debug)]
pub struct SoftBackend<W: Write> {
    writer: W,
    /// The frame under way. It always begins with [`BEGIN`], which is left out where it is not wanted.
    out: Vec<u8>,
    size: Size,
    sync: bool,
    /// Whether the terminal is a text console that has few shapes.
    console: bool,
    pen: Pen,
    /// Where the cursor stands, if that is certain.
    at: Option<Position>,
    cursor_shown: Option<bool>,
    sent: Sent,
}

impl<W: Write> SoftBackend<W> {
    /// A backend for a terminal of this size, about which nothing is known yet.
    pub fn new(writer: W, size: Size) -> Self {
        let mut out = Vec::with_capacity(64 * 1024);
        out.extend_from_slice(BEGIN);
        Self {
            writer,
            out,
            size,
            sync: true,
            console: false,
            pen: Pen::default(),
            at: None,
            cursor_shown: None,
            sent: Sent::default(),
        }
    }

    /// Whether frames are held back until they are whole. They are, unless this says otherwise: a
    /// few terminals flash with it.
    pub fn set_sync(&mut self, sync: bool) {
        self.sync = sync;
    }

    /// Whether the terminal is the text console of Linux, whose fonts have few shapes.
    pub fn set_console(&mut self, console: bool) {
        self.console = console;
    }

    /// The terminal has a new size.
    pub fn set_size(&mut self, size: Size) {
        self.size = size;
        self.at = None;
    }

    /// Something else has written to the terminal: nothing is certain any more. What follows must
    /// paint the whole screen.
    pub fn forget(&mut self) {
        self.pen = Pen::default();
        self.at = None;
        self.cursor_shown = None;
    }

    /// What has gone to the terminal so far.
    pub const fn sent(&self) -> Sent {
        self.sent
    }

    /// Where the bytes go.
    pub const fn writer(&self) -> &W {
        &self.writer
    }

    /// Where the bytes go, to write something of one's own. Call [`Self::forget`] afterwards.
    #[cfg(test)]
    pub(super) const fn writer_mut(&mut self) -> &mut W {
        &mut self.writer
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let target = Position { x, y };
        if self.at != Some(target) {
            go(&mut self.out, self.at, target);
        }
        let wanted = if self.console {
            console::symbol(cell.symbol())
        } else {
            cell.symbol()
        };
        let symbol = match inverse(wanted) {
            Some(inverse) if self.pen.prefers_inverse(cell) => {
                self.pen.set(&mut self.out, cell.bg, cell.fg, cell.modifier);
                inverse
            }
            _ => {
                self.pen.set_for(&mut self.out, cell);
                wanted
            }
        };
        self.out.extend_from_slice(symbol.as_bytes());
        self.at = advance(symbol, target, self.size);
    }

    fn show(&mut self, shown: bool) {
        if self.cursor_shown != Some(shown) {
            let sequence: &[u8] = if shown { b"\x1b[?25h" } else { b"\x1b[?25l" };
            self.out.extend_from_slice(sequence);
            self.cursor_shown = Some(shown);
        }
    }
}

impl<W: Write> Backend for SoftBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.put(x, y, cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false);
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true);
        Ok(())
    }

    /// The cursor is not asked for: the answer would come in between the keys.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.at.unwrap_or(Position::ORIGIN))
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let target = position.into();
        if self.at != Some(target) {
            go(&mut self.out, self.at, target);
            self.at = Some(target);
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.pen
            .set(&mut self.out, Color::Reset, Color::Reset, Modifier::empty());
        self.out.extend_from_slice(b"\x1b[2J");
        Ok(())
    }

    /// Only the whole screen is ever cleared.
    fn clear_region(&mut self, _: ClearType) -> io::Result<()> {
        self.clear()
    }

    /// The size last told; the terminal is not asked.
    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::ZERO,
        })
    }

    /// Sends the frame, if there is anything in it, in one write.
    fn flush(&mut self) -> io::Result<()> {
        if self.out.len() == BEGIN.len() {
            return Ok(());
        }
        let from = if self.sync {
            self.out.extend_from_slice(END);
            0
        } else {
            BEGIN.len()
        };
        let frame = &self.out[from..];
        let outcome = self.writer.write_all(frame);
        self.sent.bytes += frame.len() as u64;
        self.sent.writes += 1;
        self.out.truncate(BEGIN.len());
        outcome?;
        self.writer.flush()
    }
}

#[cfg(test)]
pub(super) mod seen;
#[cfg(test)]
mod tests;
