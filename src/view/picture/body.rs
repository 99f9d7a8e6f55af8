//! The body from the side, seated: as the breath comes in, the diaphragm and the pelvic floor move
//! down together and the belly comes forward; as it goes out, all of them come back.
//!
//! It shows a direction and no measure, with the diaphragm moving much further than the pelvic floor
//! (Talasz 2011, moving scans of eight healthy women; most and not all of ten men moved alike). The
//! figure is made of curves that can be asked for at any point, and nothing of it is explicit.

use ratatui::layout::Rect;

use super::super::theme::Palette;
use super::field::{Field, Shape, rim};

/// How far the diaphragm moves, as a part of half the height: most of all of what moves.
pub(super) const TRAVEL: f32 = 0.20;
/// How far the pelvic floor moves: about a third of that.
const FLOOR_TRAVEL: f32 = 0.07;
/// How far the belly comes forward.
const BELLY_TRAVEL: f32 = 0.09;

/// The tones of what is drawn.
const FLESH: f32 = 0.14;
const LUNGS: f32 = 0.30;
const SKIN: f32 = 0.52;
const BONE: f32 = 0.58;
const DIAPHRAGM: f32 = 0.82;
const FLOOR: f32 = 1.0;

/// Where the trunk begins and ends, from -1 at the top of the picture to 1 at its ground.
const NECK: f32 = -0.56;
const SEAT: f32 = 0.80;
/// Where the diaphragm begins at the back and ends in front.
const RIBS: (f32, f32) = (-0.30, 0.285);
/// The two ends of the pelvic floor: the tailbone and the pubic bone, each with its height.
const TAILBONE: (f32, f32) = (-0.30, 0.56);
const PUBIC_BONE: (f32, f32) = (0.20, 0.60);
/// The head, and the neck that carries it.
const HEAD: (f32, f32, f32) = (0.02, -0.80, 0.17);
const NECK_WIDTH: f32 = 0.08;
/// The upper and the lower side of the thigh, and how far forward the knee lies.
const THIGH: (f32, f32, f32) = (0.52, 0.80, 0.86);
/// How thick the lower leg is.
const CALF: f32 = 0.20;

/// Places for words beside the figure, as parts of half the height: how far to the left of the middle
/// they end, and how high the diaphragm and the pelvic floor lie half way.
const WORDS_END: f32 = -0.60;
const DIAPHRAGM_HEIGHT: f32 = -0.12;
const FLOOR_HEIGHT: f32 = 0.62;

pub(super) struct Body {
    level: f32,
    /// Half the height of the picture.
    scale: f32,
    rim: f32,
    /// Half the width of the lines: of the skin, and of what moves.
    thin: f32,
    thick: f32,
    /// The tones of the trunk and of the lungs. Where there are few signs they step back, so that the
    /// lines can be told from them.
    inside: (f32, f32),
}

impl Body {
    pub(super) fn new(level: f32, field: &Field, palette: &Palette) -> Self {
        let scale = field.half_height();
        let (bold, inside) = match palette {
            Palette::Rich(_) | Palette::Classes(_) => (1.0, (FLESH, LUNGS)),
            Palette::Shades(_) | Palette::Density(_) => (1.7, (0.0, FLESH)),
        };
        Self {
            level,
            scale,
            inside,
            rim: rim(palette),
            thin: (0.014 * scale).max(0.55),
            thick: bold * (0.030 * scale).max(1.05),
        }
    }

    /// The back, from the neck to the seat: how far it lies from the middle.
    fn back(v: f32) -> f32 {
        -0.34 - 0.07 * hill(v + 0.28, 0.30) + 0.05 * hill(v - 0.22, 0.20)
            - 0.09 * hill(v - 0.62, 0.22)
            + 0.28 * hill(v - NECK, 0.09)
    }

    /// The front, from the neck to where the thigh begins.
    fn front(&self, v: f32) -> f32 {
        let belly = 0.05 + BELLY_TRAVEL * self.level;
        0.24 + 0.05 * hill(v + 0.26, 0.26) + belly * hill(v - 0.16, 0.24)
            - 0.14 * hill(v - NECK, 0.10)
    }

    /// The diaphragm: a dome that flattens as it comes down. Its height, and how steep it is there.
    fn diaphragm(&self, u: f32) -> Option<(f32, f32)> {
        let (back, front) = RIBS;
        (back..=front).contains(&u).then(|| self.dome(u))
    }

    /// The dome, and beyond its ends what it would be there.
    fn dome(&self, u: f32) -> (f32, f32) {
        let (back, front) = RIBS;
        let along = ((2.0 * u - back - front) / (front - back)).clamp(-1.0, 1.0);
        let rise = 0.30 - TRAVEL * self.level;
        let high = 0.06 - 0.04 * along + 0.02 * self.level - rise * (1.0 - along * along);
        (high, (2.0 * rise * along - 0.04) * 2.0 / (front - back))
    }

    /// The pelvic floor: a hammock between tailbone and pubic bone.
    fn floor(&self, u: f32) -> Option<(f32, f32)> {
        let ((back, from), (front, to)) = (TAILBONE, PUBIC_BONE);
        let along = (u - back) / (front - back);
        let sag = 0.045 + FLOOR_TRAVEL * self.level;
        let bowl = 4.0 * along * (1.0 - along);
        let high = from + (to - from) * along + sag * bowl;
        let steep = ((to - from) + 4.0 * sag * (1.0 - 2.0 * along)) / (front - back);
        (0.0..=1.0).contains(&along).then_some((high, steep))
    }

    /// How much of a point a line covers that lies so far away, in parts of half the height.
    fn cover(&self, away: f32, half: f32) -> f32 {
        let beyond = away.abs() * self.scale - half;
        (0.5 - beyond / (2.0 * self.rim)).clamp(0.0, 1.0)
    }

    /// How much of a point a curve covers, from its height there and how steep it is.
    fn curve(&self, curve: Option<(f32, f32)>, v: f32) -> f32 {
        curve.map_or(0.0, |(high, steep)| {
            self.cover((v - high) / (1.0 + steep * steep).sqrt(), self.thick)
        })
    }

    /// The skin: back, front, head, neck and thigh.
    fn skin(&self, u: f32, v: f32) -> f32 {
        let line = |away: f32| self.cover(away, self.thin);
        let mut skin: f32 = 0.0;
        if (NECK..=SEAT).contains(&v) {
            skin = skin.max(line(u - Self::back(v)));
        }
        if (NECK..=THIGH.0).contains(&v) {
            skin = skin.max(line(u - self.front(v)));
        }
        let (x, y, radius) = HEAD;
        skin = skin.max(line((u - x).hypot(v - y) - radius));
        if v > y + radius * 0.9 && v < NECK {
            skin = skin.max(line((u - x).abs() - NECK_WIDTH));
        }
        skin.max(self.leg(u, v, line))
    }

    /// The leg: the two sides of the thigh, a round knee, and the lower leg down to the ground.
    fn leg(&self, u: f32, v: f32, line: impl Fn(f32) -> f32) -> f32 {
        let (top, under, knee) = THIGH;
        let bend = (under - top) / 2.0;
        let middle = (knee - bend, top + bend);
        let mut leg: f32 = 0.0;
        if (self.front(top)..=middle.0).contains(&u) {
            leg = leg.max(line(v - top));
        }
        if (Self::back(SEAT)..=knee - CALF).contains(&u) {
            leg = leg.max(line(v - under));
        }
        if u > middle.0 && v <= middle.1 {
            leg = leg.max(line((u - middle.0).hypot(v - middle.1) - bend));
        }
        if v > middle.1 {
            leg = leg.max(line(u - knee));
        }
        if v > under {
            leg = leg.max(line(u - knee + CALF));
        }
        leg
    }

    /// The two bones between which the pelvic floor hangs.
    fn bones(&self, u: f32, v: f32) -> f32 {
        let radius = 0.045;
        let dot = |(x, y): (f32, f32)| self.cover((u - x).hypot(v - y), radius * self.scale);
        dot(TAILBONE).max(dot(PUBIC_BONE))
    }

    /// What fills the figure: the lungs above the diaphragm, and the rest below it.
    fn inside(&self, u: f32, v: f32) -> f32 {
        let front = self.front(v.min(THIGH.0));
        let trunk = (NECK..=SEAT).contains(&v) && (Self::back(v)..front).contains(&u);
        let thigh = (THIGH.0..=THIGH.1).contains(&v) && (0.0..THIGH.2 - 0.03).contains(&u);
        if !trunk && !thigh {
            return 0.0;
        }
        // The lungs leave a little room to the skin, and are round at their top.
        let wall = 0.05;
        let middle = u - f32::midpoint(RIBS.0, RIBS.1);
        let top = NECK + 0.08 + 1.6 * middle * middle;
        let chest = v > top && (Self::back(v) + wall..front - wall).contains(&u);
        if chest && v < self.dome(u).0 {
            self.inside.1
        } else {
            self.inside.0
        }
    }
}

impl Shape for Body {
    const TURNS: bool = false;

    fn even(&self, x: f32, y: f32) -> Option<f32> {
        let (u, v) = (x / self.scale, y / self.scale);
        let is_beside = !(-0.6..=THIGH.2 + 0.1).contains(&u);
        (is_beside || v < -0.99).then_some(0.0)
    }

    fn tone(&self, x: f32, y: f32) -> f32 {
        let (u, v) = (x / self.scale, y / self.scale);
        let over = |under: f32, cover: f32, tone: f32| under + (tone - under) * cover;
        let tone = self.inside(u, v);
        let tone = over(tone, self.skin(u, v), SKIN);
        let tone = over(tone, self.curve(self.diaphragm(u), v), DIAPHRAGM);
        let tone = over(tone, self.bones(u, v), BONE);
        over(tone, self.curve(self.floor(u), v), FLOOR)
    }
}

/// Where the names of the diaphragm and of the pelvic floor can stand, to the left of the figure.
pub(super) fn places(area: Rect, field: &Field) -> [Rect; 2] {
    let scale = field.half_height();
    let middle = f32::from(area.width) / 2.0;
    let width = (middle + WORDS_END * scale / 2.0).max(0.0) as u16;
    let row = |high: f32| {
        let down = f32::midpoint(high, 1.0) * f32::from(area.height);
        Rect {
            y: area.y + (down as u16).min(area.height.saturating_sub(1)),
            width: width.min(area.width),
            height: area.height.min(1),
            ..area
        }
    };
    [row(DIAPHRAGM_HEIGHT), row(FLOOR_HEIGHT)]
}

/// A hill of height one around nought.
fn hill(away: f32, wide: f32) -> f32 {
    (-(away / wide).powi(2)).exp()
}

#[cfg(test)]
mod tests {
    use super::super::super::theme::{Charset, Depth, Mode, Richness, Theme};
    use super::*;

    fn body(level: f32) -> Body {
        let theme = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, Richness::Full);
        let field = Field::new(Rect::new(0, 0, 80, 20), 2.0);
        Body::new(level, &field, theme.palette())
    }

    #[test]
    fn diaphragm_and_pelvic_floor_go_down_together_and_the_diaphragm_goes_further() {
        let heights = |level| {
            let body = body(level);
            let dome = body.diaphragm(-0.03).unwrap().0;
            let floor = body.floor(-0.05).unwrap().0;
            (dome, floor)
        };
        let mut before = heights(0.0);
        let (first_dome, first_floor) = before;
        for step in 1..=20 {
            let now = heights(step as f32 / 20.0);
            assert!(now.0 > before.0 && now.1 > before.1, "both go down");
            before = now;
        }
        let (dome, floor) = (before.0 - first_dome, before.1 - first_floor);
        assert!(dome > 2.0 * floor, "{dome} and {floor}");
    }

    #[test]
    fn the_belly_comes_forward_with_the_in_breath_and_the_back_stays() {
        assert!(body(1.0).front(0.16) > body(0.0).front(0.16) + 0.05);
        assert!((body(1.0).front(-0.5) - body(0.0).front(-0.5)).abs() < 0.01);
    }

    #[test]
    fn what_moves_stays_inside_the_trunk() {
        for step in 0..=10 {
            let body = body(step as f32 / 10.0);
            for at in -100..=100 {
                let u = at as f32 / 100.0;
                for (curve, name) in [(body.diaphragm(u), "diaphragm"), (body.floor(u), "floor")] {
                    if let Some((v, _)) = curve {
                        let inside =
                            u > Body::back(v) - 0.02 && u < body.front(v.min(THIGH.0)) + 0.02;
                        assert!(inside, "{name} at {u} {v}");
                    }
                }
            }
        }
    }
}
