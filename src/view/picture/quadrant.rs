//! Four samples in one cell: two colours and a quadrant glyph.
//!
//! A cell of one colour is a space on a background, never a full block: between full blocks some
//! terminals leave seams.

use ratatui::buffer::Cell;
use ratatui::style::Color;

/// One cell of four samples: which of them lie in front, and the levels of front and ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    front: u8,
    ground: u8,
    mask: u8,
}

/// The glyph for each set of quarters. The bits are top left, top right, bottom left, bottom right.
const GLYPHS: [&str; 16] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", " ",
];

impl Patch {
    /// A cell of one level.
    pub(super) const fn flat(level: u8) -> Self {
        Self {
            front: level,
            ground: level,
            mask: 0,
        }
    }

    /// The two levels and the glyph that come nearest to four samples.
    pub(super) fn fit(samples: [u8; 4]) -> Self {
        let low = samples.into_iter().fold(u8::MAX, u8::min);
        let high = samples.into_iter().fold(0, u8::max);
        if low == high {
            return Self::flat(low);
        }
        let (mut mask, mut above, mut below) = (0, Mean::default(), Mean::default());
        for (quarter, sample) in samples.into_iter().enumerate() {
            if 2 * u16::from(sample) > u16::from(low) + u16::from(high) {
                mask |= 1 << quarter;
                above.add(sample);
            } else {
                below.add(sample);
            }
        }
        Self {
            front: above.rounded(),
            ground: below.rounded(),
            mask,
        }
    }

    /// The cell that falls here when the picture is turned half round.
    pub(super) const fn turned(self) -> Self {
        Self {
            mask: self.mask.reverse_bits() >> 4,
            ..self
        }
    }

    /// Paints the cell.
    pub(super) fn put(self, colors: &[Color], cell: &mut Cell) {
        cell.set_symbol(GLYPHS[usize::from(self.mask)]);
        cell.fg = if self.mask == 0 {
            Color::Reset
        } else {
            colors[usize::from(self.front)]
        };
        cell.bg = colors[usize::from(self.ground)];
    }
}

#[derive(Clone, Copy, Default)]
struct Mean {
    sum: u8,
    count: u8,
}

impl Mean {
    fn add(&mut self, sample: u8) {
        self.sum += sample;
        self.count += 1;
    }

    fn rounded(self) -> u8 {
        (self.sum + self.count / 2) / self.count.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_samples_make_a_space_on_a_ground() {
        let mut cell = Cell::default();
        Patch::fit([1; 4]).put(&[Color::Red, Color::Blue], &mut cell);
        assert_eq!((cell.symbol(), cell.bg), (" ", Color::Blue));
    }

    #[test]
    fn the_brighter_quarters_are_in_front() {
        let patch = Patch::fit([9, 1, 1, 8]);
        assert_eq!((patch.front, patch.ground, patch.mask), (9, 1, 0b1001));
        assert_eq!(GLYPHS[usize::from(patch.mask)], "▚");
    }

    #[test]
    fn turning_half_round_swaps_opposite_quarters() {
        let patch = Patch::fit([9, 1, 1, 1]);
        assert_eq!(patch.turned(), Patch::fit([1, 1, 1, 9]));
        assert_eq!(patch.turned().turned(), patch);
    }
}
