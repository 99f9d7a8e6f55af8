//! Mixing colours so that equal steps look equal.
//!
//! The space is `OKLab`, after Björn Ottosson. Only what the palettes need; no general colour library.

use ratatui::style::Color;

/// A colour of the screen: red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

impl Rgb {
    /// The colour written as `0xrrggbb`.
    pub(super) const fn hex(code: u32) -> Self {
        Self((code >> 16) as u8, (code >> 8) as u8, code as u8)
    }

    /// The amounts of red, green and blue light, each from 0 to 1.
    #[cfg(test)]
    pub(super) fn light(self) -> [f32; 3] {
        [self.0, self.1, self.2].map(linear)
    }
}

impl From<Rgb> for Color {
    fn from(Rgb(r, g, b): Rgb) -> Self {
        Self::Rgb(r, g, b)
    }
}

/// The colour written as `0xrrggbb`, as it is shown.
pub(super) fn shown(code: u32) -> Color {
    Rgb::hex(code).into()
}

/// The colour that lies a part `t` of the way from one colour to another.
pub(super) fn mix(from: Rgb, to: Rgb, t: f32) -> Rgb {
    let (a, b) = (to_lab(from), to_lab(to));
    from_lab([0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * t))
}

fn linear(channel: u8) -> f32 {
    let c = f32::from(channel) / 255.0;
    if c <= 0.040_45 {
        c / 12.92
    } else {
        ((c + 0.055) / 1.055).powf(2.4)
    }
}

fn channel(linear: f32) -> u8 {
    let c = linear.clamp(0.0, 1.0);
    let shown = if c <= 0.003_130_8 {
        12.92 * c
    } else {
        1.055 * c.powf(1.0 / 2.4) - 0.055
    };
    (shown * 255.0).round() as u8
}

fn weighed(weights: [f32; 3], of: [f32; 3]) -> f32 {
    weights[0] * of[0] + weights[1] * of[1] + weights[2] * of[2]
}

fn to_lab(Rgb(r, g, b): Rgb) -> [f32; 3] {
    let rgb = [linear(r), linear(g), linear(b)];
    let lms = [
        weighed([0.412_221_46, 0.536_332_55, 0.051_445_995], rgb).cbrt(),
        weighed([0.211_903_5, 0.680_699_5, 0.107_396_96], rgb).cbrt(),
        weighed([0.088_302_46, 0.281_718_85, 0.629_978_7], rgb).cbrt(),
    ];
    [
        weighed([0.210_454_26, 0.793_617_8, -0.004_072_047], lms),
        weighed([1.977_998_5, -2.428_592_2, 0.450_593_7], lms),
        weighed([0.025_904_037, 0.782_771_77, -0.808_675_77], lms),
    ]
}

fn from_lab(lab: [f32; 3]) -> Rgb {
    let lms = [
        weighed([1.0, 0.396_337_78, 0.215_803_76], lab).powi(3),
        weighed([1.0, -0.105_561_346, -0.063_854_17], lab).powi(3),
        weighed([1.0, -0.089_484_18, -1.291_485_5], lab).powi(3),
    ];
    Rgb(
        channel(weighed([4.076_741_7, -3.307_711_6, 0.230_969_94], lms)),
        channel(weighed([-1.268_438, 2.609_757_4, -0.341_319_4], lms)),
        channel(weighed([-0.004_196_086, -0.703_418_6, 1.707_614_7], lms)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixing_begins_and_ends_at_the_colours_that_are_mixed() {
        let (a, b) = (Rgb::hex(0x0f_14_19), Rgb::hex(0xd8_f3_dc));
        assert_eq!(mix(a, b, 0.0), a);
        assert_eq!(mix(a, b, 1.0), b);
    }
}
