//! The gauge: one row that opens from its middle, for areas too small for anything round.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::super::theme::{LEVELS, Palette};
use super::field::set;

/// How much is open at level 0: something always stays to be seen.
const LEAST: f32 = 0.10;
/// The left parts of a cell in eighths.
const EIGHTHS: [&str; 8] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// The levels of the open bar in the middle and at its ends, and of the groove it opens in.
const OPEN: (f32, f32) = (0.90, 0.62);
const GROOVE: usize = LEVELS / 5;

/// The columns of the bar.
fn bar(area: Rect) -> Rect {
    let margin = area.width / 10;
    Rect {
        x: area.x + margin,
        y: area.y + area.height / 2,
        width: area.width - 2 * margin,
        height: 1,
    }
}

pub(super) fn steps(area: Rect) -> u32 {
    let half = f32::from(bar(area).width) * 4.0;
    ((1.0 - LEAST) * half).round().max(1.0) as u32
}

pub(super) fn draw(level: f32, area: Rect, palette: &Palette, buffer: &mut Buffer) {
    let bar = bar(area);
    let middle = i32::from(bar.width) * 4;
    let open = (f32::from(bar.width) * 4.0 * (LEAST + (1.0 - LEAST) * level)).round() as i32;
    for column in 0..bar.width {
        let start = i32::from(column) * 8;
        let eighth = |edge: i32| (edge - start).clamp(0, 8) as usize;
        let (from, to) = (eighth(middle - open), eighth(middle + open));
        let cell = &mut buffer[(bar.x + column, bar.y)];
        match palette {
            Palette::Rich(levels) => {
                let out = (start + 4 - middle).abs() as f32 / middle.max(1) as f32;
                let lit = OPEN.0 - (OPEN.0 - OPEN.1) * out;
                let lit = levels[(lit * (LEVELS - 1) as f32).round() as usize];
                fine(cell, from, to, lit, levels[GROOVE]);
            }
            Palette::Classes(classes) => {
                let style = Style::new().fg(classes[2]).bg(classes[0]);
                coarse(cell, from, to, style, ["▐", "▌", "─"]);
                if cell.symbol() == "█" {
                    cell.set_symbol(" ").set_bg(classes[2]).set_fg(Color::Reset);
                }
            }
            Palette::Shades(style) => coarse(cell, from, to, *style, ["▐", "▌", "─"]),
            Palette::Density(style) => coarse(cell, from, to, *style, ["#", "#", "-"]),
        }
    }
}

/// A cell that is open from one eighth to another, with colours for front and ground.
fn fine(cell: &mut Cell, from: usize, to: usize, lit: Color, groove: Color) {
    let (glyph, front, ground) = match (from, to) {
        (0, 8) => (" ", Color::Reset, lit),
        (8, _) | (_, 0) => (" ", Color::Reset, groove),
        // There are only left parts, so the left end is the groove drawn over the light.
        (0, to) => (EIGHTHS[to], lit, groove),
        (from, _) => (EIGHTHS[from], groove, lit),
    };
    cell.set_symbol(glyph).set_fg(front).set_bg(ground);
}

/// A cell that is open from one eighth to another, in halves. The glyphs are the right half, the
/// left half, and the groove.
fn coarse(cell: &mut Cell, from: usize, to: usize, style: Style, glyphs: [&str; 3]) {
    let full = if glyphs[0] == "#" { "#" } else { "█" };
    let glyph = match (from < 4, to > 4) {
        (true, true) if from < 2 && to > 6 => full,
        (_, true) if from < 6 && to > 6 => glyphs[0],
        (true, _) if to > 2 => glyphs[1],
        _ => glyphs[2],
    };
    set(cell, glyph, style);
}
