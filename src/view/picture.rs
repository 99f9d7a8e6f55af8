//! The breath as a picture: how full it is, drawn into an area of the screen.
//!
//! Pure functions of the level, the area, the shape of a cell and the palette. They remember nothing,
//! allocate nothing and never fail, whatever the size.

mod bloom;
mod body;
mod field;
mod gauge;
mod orb;
mod quadrant;
mod tide;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Palette;
use crate::settings::Picture;
use bloom::Bloom;
use body::Body;
use field::Field;
use orb::Orb;

#[cfg(test)]
pub(crate) use bloom::FAINTEST_PETAL;

/// How tall a cell is for its width where the terminal does not tell.
pub const USUAL_ASPECT: f32 = 2.1;

/// How far an edge moves from one drawn step to the next, in half cell widths. It is below what
/// one sees as a jump while the rims are smoothed.
const STRIDE: f32 = 0.5;
/// Beyond so many steps the eye sees no difference, and the terminal would only work harder.
const MOST_STEPS: f32 = 96.0;

/// What is drawn: the picture that was asked for, as far as there is room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing: the words alone.
    Nothing,
    /// Six glassy petals that open and turn.
    Bloom,
    /// Water that rises and falls.
    Tide,
    /// The body from the side.
    Body,
    /// A glowing ball that widens.
    Orb,
    /// A bar that opens from its middle.
    Gauge,
}

impl Kind {
    /// The kind that suits an area. Where a picture would be no more than a blur, a plainer one says
    /// more.
    const fn of(picture: Picture, area: Rect) -> Self {
        let tiny = area.height <= 5 || area.width < 20;
        let small = area.height < 14 || area.width < 30;
        match picture {
            Picture::Words => Self::Nothing,
            Picture::Tide => Self::Tide,
            Picture::Bloom | Picture::Orb | Picture::Body if tiny => Self::Gauge,
            Picture::Body if area.height >= 10 => Self::Body,
            Picture::Bloom | Picture::Body if small => Self::Orb,
            Picture::Body => Self::Body,
            Picture::Bloom => Self::Bloom,
            Picture::Orb => Self::Orb,
            Picture::Gauge => Self::Gauge,
        }
    }
}

/// Draws the breath: `level` goes from 0, empty, to 1, full.
///
/// The level is first brought to one of the [`steps`] of the picture, so that levels which fall on
/// the same step give the same cells, and the terminal need not be told anything.
pub fn draw(
    picture: Picture,
    level: f64,
    area: Rect,
    aspect: f32,
    palette: &Palette,
    buffer: &mut Buffer,
) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    let level = stepped(level, steps(picture, area, aspect));
    let field = Field::new(area, aspect);
    match Kind::of(picture, area) {
        Kind::Nothing => {}
        Kind::Gauge => gauge::draw(level, area, palette, buffer),
        Kind::Tide => tide::draw(level, area, palette, buffer),
        Kind::Body => field.paint(&Body::new(level, &field, palette), palette, buffer),
        Kind::Bloom if !matches!(palette, Palette::Density(_)) => {
            field.paint(&Bloom::new(level, &field, palette), palette, buffer);
        }
        // In plain letters the petals cannot be told apart, and a disc is kinder to look at.
        Kind::Orb | Kind::Bloom => {
            field.paint(&Orb::new(level, &field, palette), palette, buffer);
        }
    }
}

/// Where the names of the diaphragm and of the pelvic floor can stand beside the picture of the body;
/// none where it is not drawn.
pub fn named_places(picture: Picture, area: Rect, aspect: f32) -> Option<[Rect; 2]> {
    let is_drawn = Kind::of(picture, area) == Kind::Body;
    is_drawn.then(|| body::places(area, &Field::new(area, aspect)))
}

/// How many steps the picture has between empty and full. A caller that draws only when the level
/// has moved on by one of them loses nothing that could be seen.
pub fn steps(picture: Picture, area: Rect, aspect: f32) -> u32 {
    if area.is_empty() {
        return 1;
    }
    let travel = match Kind::of(picture, area) {
        Kind::Nothing => return 1,
        Kind::Gauge => return gauge::steps(area),
        Kind::Tide => return tide::steps(area),
        Kind::Body => body::TRAVEL,
        Kind::Bloom => bloom::TRAVEL,
        Kind::Orb => orb::TRAVEL,
    };
    let strides = travel * Field::new(area, aspect).reach() / STRIDE;
    strides.round().clamp(1.0, MOST_STEPS) as u32
}

/// The level at which a picture of so many steps next changes when the breath comes in, or goes out;
/// none if it stays as it is. Until then there is nothing to draw.
pub fn next_change(level: f64, coming_in: bool, steps: u32) -> Option<f64> {
    let steps = f64::from(steps.max(1));
    let step = (level.clamp(0.0, 1.0) * steps).round();
    let edge = if coming_in { step + 0.5 } else { step - 0.5 };
    (0.0..=steps).contains(&edge).then_some(edge / steps)
}

fn stepped(level: f64, steps: u32) -> f32 {
    let steps = f64::from(steps);
    let level = if level.is_finite() { level } else { 0.0 };
    ((level.clamp(0.0, 1.0) * steps).round() / steps) as f32
}

#[cfg(test)]
mod tests;
