//! The bloom: six glassy petals that open and turn outwards as the breath comes in.
//!
//! The petals are flat discs laid over each other, so that between two frames only their rims
//! change. What light there is on them stays where it is while they move.

use std::f32::consts::{FRAC_PI_2, FRAC_PI_4, TAU};

use super::super::theme::Palette;
use super::field::{Field, Shape, rim};

/// The radius of a petal and how far its centre lies from the middle, as parts of the reach: when
/// empty, and how much is added when full. The open bloom leaves room for its halo.
const RADIUS: (f32, f32) = (0.21, 0.245);
const OFFSET: (f32, f32) = (0.05, 0.375);

/// How far the tips move from empty to full, as a part of the reach.
pub(super) const TRAVEL: f32 = RADIUS.1 + OFFSET.1;

const PETALS: usize = 6;
/// How much light one petal takes from what lies behind it.
const GLASS: f32 = 0.38;
/// How bright the halo is where the petals end.
const HALO: f32 = 0.24;
/// How bright the petals are, and the ground behind them. Together they stay below the brightest
/// level, which is kept for the heart.
const LIT: f32 = 0.94;
const BEHIND: f32 = 0.27;
/// The light in the heart: how bright, and how far it reaches.
const HEART: (f32, f32) = (0.13, 0.90);

/// The tone of a single petal where it is faintest.
#[cfg(test)]
pub(crate) const FAINTEST_PETAL: f32 = GLASS * LIT + (1.0 - GLASS) * BEHIND;

pub(super) struct Bloom {
    centres: [(f32, f32); PETALS],
    radius: f32,
    rim: f32,
    /// Squared distances from a petal's centre: within the first a whole cell is covered, beyond
    /// the second none of it.
    whole_cell: f32,
    no_cell: f32,
    /// The squared distance from the middle beyond which no petal touches a cell.
    no_petal: f32,
    /// What shines through so many petals.
    through: [f32; PETALS + 1],
    glow: Option<Glow>,
}

/// The light around and on the petals, where there are colours enough for it.
struct Glow {
    heart: f32,
    from: f32,
    end: f32,
}

impl Glow {
    fn halo(&self, squared: f32) -> f32 {
        if squared >= self.end * self.end {
            return 0.0;
        }
        let out = ((squared.sqrt() - self.from) / (self.end - self.from)).max(0.0);
        let left = 1.0 - out * out;
        HALO * left * left
    }

    /// It stays where it is while the petals move over it, so that it costs nothing.
    fn heart(&self, squared: f32) -> f32 {
        HEART.0 * (1.0 - squared.sqrt() / self.heart).max(0.0).powi(2)
    }
}

impl Bloom {
    pub(super) fn new(level: f32, field: &Field, palette: &Palette) -> Self {
        let reach = field.reach();
        let radius = reach * (RADIUS.0 + RADIUS.1 * level);
        let offset = reach * (OFFSET.0 + OFFSET.1 * level);
        let turn = FRAC_PI_4 * level - FRAC_PI_2;
        let rim = rim(palette);
        let outside = rim + field.cell_radius();
        let extent = radius + offset;
        Self {
            centres: std::array::from_fn(|i| {
                let (sin, cos) = (turn + TAU * i as f32 / PETALS as f32).sin_cos();
                (offset * cos, offset * sin)
            }),
            radius,
            rim,
            whole_cell: (radius - outside).max(0.0).powi(2),
            no_cell: (radius + outside).powi(2),
            no_petal: (extent + outside).powi(2),
            through: through(),
            glow: matches!(palette, Palette::Rich(_)).then(|| Glow {
                heart: HEART.1 * reach,
                from: 0.80 * extent,
                end: (4.0 + 1.30 * extent).min(1.06 * reach).max(extent),
            }),
        }
    }

    /// The tone where the light of what lies behind comes through `clear` and the part `open` of
    /// the point is free of petals.
    fn lit(&self, squared: f32, clear: f32, open: f32) -> f32 {
        let petals = 1.0 - clear;
        let Some(glow) = &self.glow else {
            return petals;
        };
        let around = if open > 0.0 { glow.halo(squared) } else { 0.0 };
        let behind = open * around + (1.0 - open) * BEHIND;
        LIT * petals + clear * behind + (1.0 - open) * glow.heart(squared)
    }
}

/// What shines through no petal, one, two and so on.
fn through() -> [f32; PETALS + 1] {
    let mut clear = 1.0;
    std::array::from_fn(|_| {
        let now = clear;
        clear *= 1.0 - GLASS;
        now
    })
}

impl Shape for Bloom {
    fn even(&self, x: f32, y: f32) -> Option<f32> {
        let from_middle = x * x + y * y;
        if from_middle >= self.no_petal {
            return Some(self.lit(from_middle, 1.0, 1.0));
        }
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
        Some(self.lit(from_middle, self.through[petals], open))
    }

    fn tone(&self, x: f32, y: f32) -> f32 {
        let (mut clear, mut open) = (1.0, 1.0);
        for (cx, cy) in self.centres {
            let away = ((x - cx).powi(2) + (y - cy).powi(2)).sqrt();
            let cover = ((self.radius - away) / (2.0 * self.rim) + 0.5).clamp(0.0, 1.0);
            clear *= 1.0 - GLASS * cover;
            open *= 1.0 - cover;
        }
        self.lit(x * x + y * y, clear, open)
    }
}
