//! The tide: water that rises as the breath comes in and falls as it goes out, over the whole width.
//!
//! Most of the light in the water stays where it is while its surface moves, so that between two
//! frames little more than the surface changes. It lies in one long, flat wave that drifts with the level and rests with it.

use std::f32::consts::TAU;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Color;

use super::super::theme::{CLASSES, LEVELS, Palette};
use super::field::set;

/// How high the water stands when empty and how much is added when full, as parts of the height.
const HEIGHT: (f32, f32) = (0.12, 0.74);
/// How far the wave lifts the surface, in rows, where there are rows enough.
const WAVE: f32 = 0.45;
/// How many waves lie side by side, and how far they drift from empty to full.
const WAVES: f32 = 1.5;
const DRIFT: f32 = 0.35;
/// The tones of the water at the ground and at the highest surface.
const WATER: (f32, f32) = (0.24, 0.62);
/// The least tone of the water at its surface, so that the waterline can be made out however low it
/// stands, and how much less it is a row further down.
const SURFACE: (f32, f32) = (0.60, 0.13);
/// How much lighter it is in the middle, and how wide that light is, as a part of the width.
const LIGHT: (f32, f32) = (0.22, 0.16);
/// The lower parts of a cell in eighths.
const EIGHTHS: [&str; 8] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/// How many steps there are between empty and full.
pub(super) fn steps(area: Rect) -> u32 {
    (f32::from(area.height) * 8.0 * HEIGHT.1).round().max(1.0) as u32
}

pub(super) fn draw(level: f32, area: Rect, palette: &Palette, buffer: &mut Buffer) {
    let water = Water::new(level, area);
    for column in 0..area.width {
        let surface = water.surface(column);
        for row in 0..area.height {
            // How much of the cell is under water, in eighths from its ground.
            let below = f32::from(area.height - 1 - row);
            let eighths = ((surface - below) * 8.0).round().clamp(0.0, 8.0) as usize;
            let deep = (surface - below - 0.5).max(0.0);
            let tone = water.tone(column, row).max(SURFACE.0 - SURFACE.1 * deep);
            let cell = &mut buffer[(area.x + column, area.y + row)];
            match palette {
                Palette::Rich(levels) => {
                    let lit = levels[level_of(tone, LEVELS)];
                    fill(cell, eighths, lit, levels[0]);
                }
                Palette::Classes(classes) => {
                    let lit = classes[class_of(below, surface)];
                    fill(cell, eighths, lit, classes[0]);
                }
                Palette::Shades(style) => set(cell, shade(eighths, below, surface), *style),
                Palette::Density(style) => set(cell, letter(eighths), *style),
            }
        }
    }
}

/// The water at a level.
struct Water {
    area: Rect,
    height: f32,
    wave: f32,
    drift: f32,
}

impl Water {
    fn new(level: f32, area: Rect) -> Self {
        let rows = f32::from(area.height);
        Self {
            area,
            height: rows * (HEIGHT.0 + HEIGHT.1 * level),
            wave: WAVE.min(rows / 16.0),
            drift: DRIFT * level,
        }
    }

    /// How high the water stands in a column, in rows from the ground.
    fn surface(&self, column: u16) -> f32 {
        let along = f32::from(column) / f32::from(self.area.width.max(1));
        self.height + self.wave * (TAU * (WAVES * along - self.drift)).sin()
    }

    /// The tone of the water in a cell, wherever its surface is.
    fn tone(&self, column: u16, row: u16) -> f32 {
        let up = 1.0 - f32::from(row) / f32::from(self.area.height.max(1));
        let along = (f32::from(column) + 0.5) / f32::from(self.area.width.max(1)) - 0.5;
        let middle = (-(along / LIGHT.1).powi(2)).exp();
        WATER.0 + (WATER.1 - WATER.0) * up + LIGHT.0 * middle * up
    }
}

fn level_of(tone: f32, levels: usize) -> usize {
    ((tone * (levels - 1) as f32).round() as usize).min(levels - 1)
}

/// The class of the water so far below its surface: lighter towards the top, in three bands.
fn class_of(below: f32, surface: f32) -> usize {
    match surface - below {
        deep if deep > 4.0 => 1,
        deep if deep > 1.5 => 2,
        _ => CLASSES - 2,
    }
}

/// A cell whose lower eighths are under water.
fn fill(cell: &mut Cell, eighths: usize, lit: Color, ground: Color) {
    match eighths {
        0 => cell.set_symbol(" ").set_fg(Color::Reset).set_bg(ground),
        8 => cell.set_symbol(" ").set_fg(Color::Reset).set_bg(lit),
        some => cell.set_symbol(EIGHTHS[some]).set_fg(lit).set_bg(ground),
    };
}

/// Without colours the water is denser towards its surface.
fn shade(eighths: usize, below: f32, surface: f32) -> &'static str {
    match (eighths, surface - below) {
        (0, _) => " ",
        (some @ 1..=7, _) => EIGHTHS[some],
        (_, deep) if deep > 4.0 => "░",
        (_, deep) if deep > 1.5 => "▒",
        _ => "▓",
    }
}

/// In letters the surface is a line of waves, and the water below it is calm.
fn letter(eighths: usize) -> &'static str {
    match eighths {
        0..=2 => " ",
        3..=7 => "~",
        _ => ":",
    }
}
