//! How light a colour looks to different eyes.
//!
//! The simulation is that of Machado, Oliveira and Fernandes (2009) for eyes that lack one kind of
//! cone altogether, applied to linear light.

use crate::view::theme::oklab::Rgb;

/// Eyes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Eyes {
    Usual,
    /// Without the cones for long waves.
    Protanope,
    /// Without the cones for middle waves.
    Deuteranope,
    /// Without the cones for short waves.
    Tritanope,
}

type Matrix = [[f32; 3]; 3];

const SAME: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTANOPE: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const DEUTERANOPE: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const TRITANOPE: Matrix = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

impl Eyes {
    pub(super) const ALL: [Self; 4] = [
        Self::Usual,
        Self::Protanope,
        Self::Deuteranope,
        Self::Tritanope,
    ];

    /// The amount of light that is seen, from 0 to 1, as WCAG 2 defines it.
    pub(super) fn luminance(self, colour: Rgb) -> f32 {
        let matrix = match self {
            Self::Usual => SAME,
            Self::Protanope => PROTANOPE,
            Self::Deuteranope => DEUTERANOPE,
            Self::Tritanope => TRITANOPE,
        };
        let light = colour.light();
        let [red, green, blue] = matrix.map(|row| {
            let seen: f32 = row.iter().zip(light).map(|(part, of)| part * of).sum();
            seen.clamp(0.0, 1.0)
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast that is seen between two colours, as WCAG 2 defines it, from 1 to 21.
    pub(super) fn contrast(self, a: Rgb, b: Rgb) -> f32 {
        let (a, b) = (self.luminance(a), self.luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

#[test]
fn greys_look_the_same_to_all_eyes_and_red_is_dark_without_long_waves() {
    for eyes in Eyes::ALL {
        let ratio = eyes.contrast(Rgb::hex(0x00_00_00), Rgb::hex(0xff_ff_ff));
        assert!((ratio - 21.0).abs() < 0.01, "{eyes:?}: {ratio}");
        let grey = eyes.luminance(Rgb::hex(0x80_80_80));
        assert!((grey - 0.216).abs() < 0.002, "{eyes:?}: {grey}");
    }
    let red = Rgb::hex(0xff_00_00);
    assert!(Eyes::Protanope.luminance(red) < 0.6 * Eyes::Usual.luminance(red));
}
