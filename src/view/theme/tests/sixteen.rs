//! Tests of the themes in sixteen colours, as terminals that many people have show them.

use ratatui::style::Color;

use super::vision::Eyes;
use super::{least, theme, words};
use crate::view::theme::oklab::Rgb;
use crate::view::theme::paints::classes;
use crate::view::theme::{Depth, Mode};

/// What terminals that many people have make of the sixteen: the text console of Linux, xterm, and
/// that of Windows.
const SIXTEENS: [[u32; 16]; 3] = [
    [
        0x00_00_00, 0xaa_00_00, 0x00_aa_00, 0xaa_55_00, 0x00_00_aa, 0xaa_00_aa, 0x00_aa_aa,
        0xaa_aa_aa, 0x55_55_55, 0xff_55_55, 0x55_ff_55, 0xff_ff_55, 0x55_55_ff, 0xff_55_ff,
        0x55_ff_ff, 0xff_ff_ff,
    ],
    [
        0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd,
        0xe5_e5_e5, 0x7f_7f_7f, 0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff,
        0x00_ff_ff, 0xff_ff_ff,
    ],
    [
        0x0c_0c_0c, 0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x00_37_da, 0x88_17_98, 0x3a_96_dd,
        0xcc_cc_cc, 0x76_76_76, 0xe7_48_56, 0x16_c6_0c, 0xf9_f1_a5, 0x3b_78_ff, 0xb4_00_9e,
        0x61_d6_d6, 0xf2_f2_f2,
    ],
];

/// Which of the sixteen a colour is.
fn of_16(color: Option<Color>) -> usize {
    match color {
        Some(Color::Black) => 0,
        Some(Color::Yellow) => 3,
        Some(Color::Blue) => 4,
        Some(Color::Cyan) => 6,
        Some(Color::Gray) => 7,
        Some(Color::LightBlue) => 12,
        Some(Color::LightCyan) => 14,
        Some(Color::White) => 15,
        other => panic!("{other:?} is not expected here"),
    }
}

#[test]
fn words_can_be_read() {
    for sixteen in SIXTEENS {
        let rgb = |color: Option<Color>| Rgb::hex(sixteen[of_16(color)]);
        for (mode, least) in [
            // The brown of the text console has no more; what is brighter there is glaring.
            (Mode::Night, [4.0; 3]),
            (Mode::ContrastDark, least(Mode::ContrastDark)),
            (Mode::ContrastLight, least(Mode::ContrastLight)),
        ] {
            let measured = words(&theme(Depth::Ansi, mode), rgb);
            let enough = measured.iter().zip(least).all(|(is, due)| *is >= due);
            assert!(enough, "{mode:?} {measured:.2?}");
        }
    }
}

#[test]
fn a_single_petal_stands_out_from_black_or_white() {
    for sixteen in SIXTEENS {
        for (mode, ground, least) in [
            (Mode::Dark, Color::Black, 3.0),
            (Mode::Light, Color::White, 3.0),
            (Mode::ContrastDark, Color::Black, 5.9),
            (Mode::ContrastLight, Color::White, 7.0),
        ] {
            let petal = classes(Depth::Ansi, mode).unwrap()[1];
            let [ground, petal] = [ground, petal].map(|c| Rgb::hex(sixteen[of_16(Some(c))]));
            let ratio = Eyes::Usual.contrast(petal, ground);
            assert!(ratio >= least, "{mode:?} {petal:?}: {ratio}");
        }
    }
}
