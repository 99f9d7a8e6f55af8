//! The colours of the breath picture, a row for each mode and depth.
//!
//! Every row begins with the ground of its mode, and moves only ever away from it in light, so that
//! the picture can be read without telling one hue from another.

use ratatui::style::{Color, Modifier, Style};

use super::oklab::{Rgb, mix, shown};
use super::{CLASSES, Charset, Depth, LEVELS, Mode, Palette, Richness};

/// Background, halo, edge, body and core of the picture, evenly spaced.
type Stops = [u32; 5];

/// What the picture is painted with, where words have these colours.
pub(super) fn palette(
    (depth, charset, mode, richness): (Depth, Charset, Mode, Richness),
    text: Style,
    accent: Style,
) -> Palette {
    if charset == Charset::Ascii {
        return Palette::Density(accent.remove_modifier(Modifier::BOLD));
    }
    let stops = stops(mode).filter(|_| depth == Depth::True && richness == Richness::Full);
    if let Some(stops) = stops {
        Palette::Rich(levels(stops))
    } else if let Some(classes) = classes(depth, mode) {
        Palette::Classes(classes)
    } else if mode == Mode::Night && depth == Depth::Mono {
        // A terminal that dims may dim too much for words, but not for a picture.
        Palette::Shades(text.add_modifier(Modifier::DIM))
    } else {
        Palette::Shades(text)
    }
}

/// The stops that many levels are mixed from. High contrast has none: it is made of edges.
pub(super) const fn stops(mode: Mode) -> Option<&'static Stops> {
    match mode {
        Mode::Dark => Some(&[0x0f_14_19, 0x1d_3a_4a, 0x2f_7f_93, 0x5f_b3_b3, 0xd8_f3_dc]),
        Mode::Light => Some(&[0xfa_f7_f2, 0xdf_eb_ed, 0x4b_98_aa, 0x25_7b_94, 0x0d_56_70]),
        Mode::Night => Some(&[0x0a_06_00, 0x20_12_04, 0x8a_54_00, 0x9e_62_03, 0xc4_84_18]),
        Mode::ContrastDark | Mode::ContrastLight => None,
    }
}

fn levels(stops: &Stops) -> [Color; LEVELS] {
    std::array::from_fn(|level| level_of(stops, level).into())
}

pub(super) fn level_of(stops: &Stops, level: usize) -> Rgb {
    let along = level as f32 / (LEVELS - 1) as f32 * (stops.len() - 1) as f32;
    let stop = (along as usize).min(stops.len() - 2);
    let [from, to] = [stops[stop], stops[stop + 1]].map(Rgb::hex);
    mix(from, to, along - stop as f32)
}

/// The ground, and one, two, three, and four or more petals over each other. There are none where
/// shades of the colour of words say more.
pub(super) fn classes(depth: Depth, mode: Mode) -> Option<[Color; CLASSES]> {
    use Color::{Black, Blue, Cyan, LightBlue, LightCyan, Reset, White};
    let rgb = |codes: [u32; CLASSES]| codes.map(shown);
    // Picked by eye: the nearest of the 256 to a gradient jumps between hues.
    let indexed = |indices: [u8; CLASSES]| indices.map(Color::Indexed);
    Some(match (depth, mode) {
        (Depth::True, Mode::Dark) => {
            rgb([0x0f_14_19, 0x3c_8c_9b, 0x5d_b1_b2, 0x9b_d1_c7, 0xd8_f3_dc])
        }
        (Depth::True, Mode::Light) => {
            rgb([0xfa_f7_f2, 0x47_94_a7, 0x25_7b_94, 0x19_69_82, 0x0d_56_70])
        }
        (Depth::True, Mode::Night) => {
            rgb([0x0a_06_00, 0x8a_54_00, 0x9e_62_03, 0xb0_72_0c, 0xc4_84_18])
        }
        (Depth::True, Mode::ContrastDark) => {
            rgb([0x00_00_00, 0x3f_a9_b0, 0x6c_c9_cd, 0xa8_e6_e6, 0xff_ff_ff])
        }
        (Depth::True, Mode::ContrastLight) => {
            rgb([0xff_ff_ff, 0x00_60_6c, 0x00_4a_54, 0x00_35_3d, 0x00_20_25])
        }
        (Depth::Indexed, Mode::Dark) => indexed([233, 30, 73, 152, 195]),
        (Depth::Indexed, Mode::Light) => indexed([231, 31, 24, 23, 23]),
        (Depth::Indexed, Mode::Night) => indexed([16, 94, 136, 172, 172]),
        (Depth::Indexed, Mode::ContrastDark) => indexed([16, 37, 80, 159, 231]),
        (Depth::Indexed, Mode::ContrastLight) => indexed([231, 24, 18, 17, 16]),
        // Blue is not sure to be seen on black.
        (Depth::Ansi, Mode::Dark) => [Reset, Cyan, Cyan, LightCyan, White],
        // Neither cyan is sure to be seen on white.
        (Depth::Ansi, Mode::Light) => [Reset, LightBlue, Blue, Blue, Blue],
        (Depth::Ansi, Mode::ContrastDark) => [Black, Cyan, LightCyan, White, White],
        (Depth::Ansi, Mode::ContrastLight) => [White, Blue, Blue, Black, Black],
        // No two of the sixteen are sure to be both warm and dim; half of a colour is.
        (Depth::Ansi, Mode::Night) | (Depth::Mono, _) => return None,
    })
}
