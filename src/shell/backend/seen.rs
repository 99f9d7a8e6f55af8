//! For tests: a writer that counts, and what a terminal makes of the bytes.

use std::io::{self, Write};
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// Every write, apart from the others.
#[derive(Debug, Default)]
pub(in crate::shell) struct Log(pub(in crate::shell) Vec<Vec<u8>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal to look at.
pub(in crate::shell) fn terminal(width: u16, height: u16) -> vt100::Parser {
    let size = |n| NonZeroU16::new(n).unwrap();
    vt100::Parser::new(size(height), size(width), 0)
}

/// Says where the terminal shows something else than the buffer.
pub(in crate::shell) fn assert_shows(terminal: &vt100::Parser, buffer: &Buffer) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let seen = terminal.screen().cell(y, x).unwrap();
            let cell = &buffer[(x, y)];
            assert_eq!(look_seen(seen), look_drawn(cell), "at {x},{y}");
            x += if seen.is_wide() { 2 } else { 1 };
        }
    }
}

/// The symbol, ground, front and marks. Of a blank cell, front and most marks cannot be seen; and
/// a block may have been drawn with front and ground swapped.
type Look = (String, vt100::Color, Option<vt100::Color>, [bool; 3]);

fn look_seen(cell: &vt100::Cell) -> Look {
    let symbol = if cell.has_contents() {
        cell.contents()
    } else {
        " "
    };
    let marks = [cell.bold(), cell.underline(), cell.inverse()];
    look(symbol, cell.bgcolor(), cell.fgcolor(), marks)
}

fn look_drawn(cell: &Cell) -> Look {
    let marks = [Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED];
    let marks = marks.map(|mark| cell.modifier.contains(mark));
    look(cell.symbol(), told(cell.bg), told(cell.fg), marks)
}

fn look(symbol: &str, ground: vt100::Color, front: vt100::Color, marks: [bool; 3]) -> Look {
    let [bold, underline, inverse] = marks;
    match super::inverse(symbol) {
        Some(swapped) if swapped < symbol => (swapped.into(), front, Some(ground), marks),
        _ if symbol == " " && !underline && !inverse => (" ".into(), ground, None, [false; 3]),
        _ => (
            symbol.into(),
            ground,
            Some(front),
            [bold, underline, inverse],
        ),
    }
}

fn told(color: Color) -> vt100::Color {
    match color {
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Blue => vt100::Color::Idx(4),
        Color::LightCyan => vt100::Color::Idx(14),
        _ => vt100::Color::Default,
    }
}

/// A source of numbers that look random and are the same in every run.
#[derive(Debug)]
pub(in crate::shell) struct Dice(pub(in crate::shell) u64);

impl Dice {
    pub(in crate::shell) fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % n
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Symbols that are one column wide everywhere or nearly so.
pub(in crate::shell) const NARROW: [&str; 11] =
    ["a", " ", "▘", "▟", "▀", "▄", "▌", "▐", "─", "é", "…"];
/// The same, and wide ones.
pub(in crate::shell) const ANY: [&str; 8] = ["a", " ", "▘", "▌", "é", "…", "日", "本"];

/// Scribbles over a buffer: symbols, colours and marks.
pub(in crate::shell) fn scribble(
    dice: &mut Dice,
    symbols: &[&str],
    buffer: &mut Buffer,
    cells: usize,
) {
    let Rect { width, height, .. } = buffer.area;
    let colors = [
        Color::Reset,
        Color::Blue,
        Color::LightCyan,
        Color::Indexed(30),
        Color::Indexed(233),
        Color::Rgb(15, 20, 25),
        Color::Rgb(216, 243, 220),
    ];
    let marks = [
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
    ];
    for _ in 0..cells {
        let (x, y) = (
            dice.below(width.into()) as u16,
            dice.below(height.into()) as u16,
        );
        let style = Style::new().fg(dice.of(&colors)).bg(dice.of(&colors));
        buffer.set_string(x, y, dice.of(symbols), style.add_modifier(dice.of(&marks)));
        // A wide symbol that is written over in its second half is gone as a whole.
        if x > 0 && ["日", "本"].contains(&buffer[(x - 1, y)].symbol()) {
            buffer[(x - 1, y)].set_symbol("b");
        }
    }
}
