//! The bloom: six glassy petals that open and turn outwards as the breath comes in.
//!
//! The petals are flat discs laid over each other, so that between two frames only their rims
//! change. What light there is on them stays where it is while they move.

use std::f32::consts::{FRAC_PI_2, FRAC_PI_4, TAU};

use super::super::theme::Palette;
use super::field::{Field, Shape};

/// How far the tips move from empty to full, as a part of the reach.
pub(super) const TRAVEL: f32 = 0.67;

const PETALS: usize = 6;
/// How much light one petal takes from what lies behind it.
const GLASS: f32 = 0.38;
/// A little more than one, so that all six together reach the brightest level.
const LIFT: f32 = 1.06;
/// Half the width of the smoothed rim.
const RIM: f32 = 1.0;
/// How bright the halo is where the petals end.
const HALO: f32 = 0.24;
/// How bright the ground behind the petals is: in the middle, and how much is lost to the edge.
const GATHERED: (f32, f32) = (0.32, 0.12);

/// The tone of a single petal where it is faintest.
pub(crate) const FAINTEST_PETAL: f32 = GLASS * LIFT + (1.0 - GLASS) * (GATHERED.0 - GATHERED.1);

pub(super) struct Bloom {
    centres: [(f32, f32); PETALS],
    radius: f32,
    /// Squared distances from a petal's centre: within the first a whole cell is covered, beyond
    /// the second none of it.
    whole_cell: f32,
    no_cell: f32,
    /// What shines through so many petals.
    through: [f32; PETALS + 1],
    glow: Option<Glow>,
}

/// The light around and behind the petals, where there are colours enough for it.
struct Glow {
    reach: f32,
    from: f32,
    width: f32,
}

impl Glow {
    fn halo(&self, squared: f32) -> f32 {
        let end = self.from + self.width;
        if squared >= end * end {
            return 0.0;
        }
        let out = ((squared.sqrt() - self.from) / self.width).max(0.0);
        let left = 1.0 - out * out;
        HALO * left * left
    }

    fn behind(&self, squared: f32) -> f32 {
        GATHERED.0 - GATHERED.1 * (squared / (self.reach * self.reach)).min(1.0)
    }
}

impl Bloom {
    pub(super) fn new(level: f32, field: &Field, palette: &Palette) -> Self {
        let reach = field.reach();
        let radius = reach * (0.22 + 0.25 * level);
        let offset = reach * (0.05 + 0.42 * level);
        let turn = FRAC_PI_4 * level - FRAC_PI_2;
        let outside = RIM + field.cell_radius();
        let extent = radius + offset;
        Self {
            centres: std::array::from_fn(|i| {
                let (sin, cos) = (turn + TAU * i as f32 / PETALS as f32).sin_cos();
                (offset * cos, offset * sin)
            }),
            radius,
            whole_cell: (radius - outside).max(0.0).powi(2),
            no_cell: (radius + outside).powi(2),
            through: std::array::from_fn(|n| (1.0 - GLASS).powi(n as i32)),
            glow: matches!(palette, Palette::Rich(_)).then(|| Glow {
                reach,
                from: 0.80 * extent,
                width: 4.0 + 0.50 * extent,
            }),
        }
    }

    /// The tone where the light of what lies behind comes through `clear` and the part `open` of
    /// the point is free of petals.
    fn lit(&self, squared: f32, clear: f32, open: f32) -> f32 {
        let petals = (1.0 - clear) * LIFT;
        let Some(glow) = &self.glow else {
            return petals;
        };
        let behind = if open >= 1.0 {
            glow.halo(squared)
        } else if open <= 0.0 {
            glow.behind(squared)
        } else {
            open * glow.halo(squared) + (1.0 - open) * glow.behind(squared)
        };
        petals + clear * behind
    }
}

impl Shape for Bloom {
    fn even(&self, x: f32, y: f32) -> Option<f32> {
        let mut petals = 0;
        for (cx, cy) in self.centres {
            let squared = (x - cx).powi(2) + (y - cy).powi(2);
            if squared <= self.whole_cell {
                petals += 1;
            } else if squared < self.no_cell {
                return None;
            }
        }
        let open = if petals == 0 { 1.0 } else { 0.0 };
        Some(self.lit(x * x + y * y, self.through[petals], open))
    }

    fn tone(&self, x: f32, y: f32) -> f32 {
        let (mut clear, mut open) = (1.0, 1.0);
        for (cx, cy) in self.centres {
            let away = ((x - cx).powi(2) + (y - cy).powi(2)).sqrt();
            let cover = ((self.radius - away) / (2.0 * RIM) + 0.5).clamp(0.0, 1.0);
            clear *= 1.0 - GLASS * cover;
            open *= 1.0 - cover;
        }
        self.lit(x * x + y * y, clear, open)
    }
}
