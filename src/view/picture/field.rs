//! The grid that shapes are painted on.
//!
//! Lengths are counted in half cell widths from the middle of the area. Most shapes look the same
//! when the area is turned half round; of those only half of the cells are worked out.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use super::super::theme::{CLASSES, LEVELS, Palette};
use super::quadrant::Patch;

/// Something that can be painted: a tone from 0, the background, to 1, the core, at every point.
pub(super) trait Shape {
    /// Whether it looks the same when it is turned half round.
    const TURNS: bool = true;
    /// The tone all over the cell around a point, if it does not differ within the cell.
    fn even(&self, x: f32, y: f32) -> Option<f32>;
    /// The tone at a point.
    fn tone(&self, x: f32, y: f32) -> f32;
}

/// An area, and where its cells lie around its middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    area: Rect,
    aspect: f32,
}

/// The tones at which one class gives way to the next: half of one, two, three and four petals.
const CLASS_CUTS: [f32; CLASSES - 1] = [0.19, 0.49, 0.68, 0.81];
const SHADES: [&str; 5] = [" ", "░", "▒", "▓", "█"];
const SHADE_CUTS: [f32; 4] = [0.17, 0.45, 0.62, 0.79];
const DENSITIES: [&str; 8] = [" ", ".", ":", "-", "=", "+", "*", "#"];

impl Field {
    pub(super) fn new(area: Rect, aspect: f32) -> Self {
        let aspect = if aspect.is_finite() {
            aspect.clamp(1.0, 4.0)
        } else {
            super::USUAL_ASPECT
        };
        Self { area, aspect }
    }

    /// How far from the middle the picture may reach.
    pub(super) fn reach(&self) -> f32 {
        let width = 2.0 * f32::from(self.area.width);
        let height = 2.0 * f32::from(self.area.height) * self.aspect;
        (width.min(height) / 2.0 - 1.0).max(0.5)
    }

    /// Half of the height of the area.
    pub(super) fn half_height(&self) -> f32 {
        (f32::from(self.area.height) * self.aspect).max(1.0)
    }

    /// How far the samples of a cell lie from its middle.
    pub(super) fn cell_radius(&self) -> f32 {
        0.5 * (1.0 + self.aspect * self.aspect).sqrt()
    }

    /// Paints a shape over the whole area.
    pub(super) fn paint(&self, shape: &impl Shape, palette: &Palette, buffer: &mut Buffer) {
        match palette {
            Palette::Rich(levels) => self.blocks(shape, rich_level, levels, buffer),
            Palette::Classes(classes) => self.blocks(shape, class, classes, buffer),
            Palette::Shades(style) => self.glyphs(shape, shade, *style, buffer),
            Palette::Density(style) => self.glyphs(shape, density, *style, buffer),
        }
    }

    /// Four samples a cell, shown in two colours.
    fn blocks<S: Shape>(
        &self,
        shape: &S,
        quantise: impl Fn(f32) -> u8,
        colors: &[Color],
        buffer: &mut Buffer,
    ) {
        let below = 0.5 * self.aspect;
        self.each::<S>(|x, y, here, turned| {
            let patch = match shape.even(x, y) {
                Some(tone) => Patch::flat(quantise(tone)),
                None => Patch::fit([
                    quantise(shape.tone(x - 0.5, y - below)),
                    quantise(shape.tone(x + 0.5, y - below)),
                    quantise(shape.tone(x - 0.5, y + below)),
                    quantise(shape.tone(x + 0.5, y + below)),
                ]),
            };
            patch.put(colors, &mut buffer[here]);
            if let Some(turned) = turned {
                patch.turned().put(colors, &mut buffer[turned]);
            }
        });
    }

    /// One glyph a cell, in one style.
    fn glyphs<S: Shape>(
        &self,
        shape: &S,
        glyph: impl Fn(f32) -> &'static str,
        style: Style,
        buffer: &mut Buffer,
    ) {
        let below = 0.5 * self.aspect;
        self.each::<S>(|x, y, here, turned| {
            let tone = shape.even(x, y).unwrap_or_else(|| {
                let corners = [(-0.5, -below), (0.5, -below), (-0.5, below), (0.5, below)];
                let sum: f32 = corners
                    .iter()
                    .map(|(dx, dy)| shape.tone(x + dx, y + dy))
                    .sum();
                sum / 4.0
            });
            for place in [Some(here), turned].into_iter().flatten() {
                set(&mut buffer[place], glyph(tone), style);
            }
        });
    }

    /// Visits the cells, or half of them where the others follow: where the middle of each lies, its
    /// place, and the place that falls on it when the area is turned half round.
    fn each<S: Shape>(&self, mut visit: impl FnMut(f32, f32, (u16, u16), Option<(u16, u16)>)) {
        let Rect {
            x: left,
            y: top,
            width,
            height,
        } = self.area;
        let rows = if S::TURNS { height.div_ceil(2) } else { height };
        for row in 0..rows {
            let y = (2 * i32::from(row) + 1 - i32::from(height)) as f32 * self.aspect;
            for column in 0..width {
                let x = (2 * i32::from(column) + 1 - i32::from(width)) as f32;
                let here = (left + column, top + row);
                let turned = (left + width - 1 - column, top + height - 1 - row);
                visit(x, y, here, S::TURNS.then_some(turned));
            }
        }
    }
}

/// Half the width of a rim. It is smoothed where there are tones enough for it; where there are few,
/// the tones between would only make it ragged.
pub(super) const fn rim(palette: &Palette) -> f32 {
    match palette {
        Palette::Rich(_) | Palette::Density(_) => 1.0,
        Palette::Classes(_) | Palette::Shades(_) => 0.01,
    }
}

/// Sets a glyph in a style that lies on whatever ground is there already.
pub(super) fn set(cell: &mut Cell, glyph: &str, style: Style) {
    cell.set_symbol(glyph).set_style(style);
}

fn rich_level(tone: f32) -> u8 {
    const TOP: f32 = (LEVELS - 1) as f32;
    (tone * TOP + 0.5).clamp(0.0, TOP) as u8
}

fn count_below(cuts: &[f32], tone: f32) -> u8 {
    cuts.iter().map(|cut| u8::from(tone > *cut)).sum()
}

fn class(tone: f32) -> u8 {
    count_below(&CLASS_CUTS, tone)
}

fn shade(tone: f32) -> &'static str {
    SHADES[usize::from(count_below(&SHADE_CUTS, tone))]
}

fn density(tone: f32) -> &'static str {
    let last = DENSITIES.len() - 1;
    DENSITIES[((tone * last as f32).round() as usize).min(last)]
}
