//! The orb: a glowing ball that widens, for areas in which petals would blur into noise.
//!
//! Its light stays where it is while the rim moves, so that little changes between two frames.

use super::super::theme::Palette;
use super::field::{Field, Shape, rim};

/// How far the rim moves from empty to full, as a part of the reach.
pub(super) const TRAVEL: f32 = 0.52;

const HALO: f32 = 0.24;

pub(super) struct Orb {
    radius: f32,
    rim: f32,
    light: Light,
    /// Squared distances within which, and beyond which, the rim does not touch a cell.
    whole_cell: f32,
    no_cell: f32,
}

/// How the tone falls from the middle to the rim.
enum Light {
    /// Many levels: a still light, and a halo of this width.
    Still { reach: f32, halo: f32 },
    /// Few levels: still rings that the orb uncovers.
    Rings { reach: f32 },
    /// Letters: dense almost to the rim, then quickly thinner.
    Letters,
}

impl Orb {
    pub(super) fn new(level: f32, field: &Field, palette: &Palette) -> Self {
        let reach = field.reach();
        let radius = reach * (0.31 + TRAVEL * level);
        let rim = rim(palette);
        let outside = rim + field.cell_radius();
        Self {
            radius,
            rim,
            light: match palette {
                Palette::Rich(_) => Light::Still {
                    reach,
                    halo: (3.0 + 0.45 * radius).min(1.08 * reach - radius).max(1.0),
                },
                Palette::Density(_) => Light::Letters,
                Palette::Classes(_) | Palette::Shades(_) => Light::Rings { reach },
            },
            whole_cell: (radius - outside).max(0.0).powi(2),
            no_cell: (radius + outside).powi(2),
        }
    }

    fn inside(&self, squared: f32) -> f32 {
        let out = (squared / (self.radius * self.radius)).min(1.0);
        match self.light {
            Light::Still { reach, .. } => 1.0 - 0.54 * (squared / (reach * reach)).min(1.0).sqrt(),
            Light::Rings { reach } => 0.94 - 0.58 * (squared / (reach * reach)).min(1.0),
            Light::Letters => ((1.0 - out.sqrt()) / 0.45).clamp(0.15, 1.0),
        }
    }

    fn outside(&self, away: f32) -> f32 {
        let Light::Still { halo, .. } = self.light else {
            return 0.0;
        };
        let out = ((away - self.radius) / halo).clamp(0.0, 1.0);
        HALO * (1.0 - out * out).powi(2)
    }
}

impl Shape for Orb {
    fn even(&self, x: f32, y: f32) -> Option<f32> {
        let squared = x * x + y * y;
        if squared >= self.no_cell {
            Some(self.outside(squared.sqrt()))
        } else if squared <= self.whole_cell && matches!(self.light, Light::Letters) {
            Some(self.inside(squared))
        } else {
            // The area is small, and a smooth light within the cells is worth its few bytes.
            None
        }
    }

    fn tone(&self, x: f32, y: f32) -> f32 {
        let squared = x * x + y * y;
        let away = squared.sqrt();
        let cover = ((self.radius - away) / (2.0 * self.rim) + 0.5).clamp(0.0, 1.0);
        cover * self.inside(squared) + (1.0 - cover) * self.outside(away)
    }
}
