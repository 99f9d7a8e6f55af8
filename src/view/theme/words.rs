//! The colours of the ground and of words, a row for each mode and depth.
//!
//! Where a row has no colour, the terminal's own is left alone: with sixteen colours or none, the
//! person's own text colour is the one that is sure to be legible on the person's own background.

use ratatui::style::{Color, Modifier, Style};

use super::oklab::shown;
use super::{Depth, Mode};

/// Ground, text, dim text and accent.
type Row = [Option<Color>; 4];

/// The styles of ground, text, dim text and accent.
pub(super) fn styles(depth: Depth, mode: Mode) -> [Style; 4] {
    let [ground, text, dim, accent] = row(depth, mode);
    let on = |fg| Style { fg, ..Style::new() };
    // Without a colour of its own, an accent is a matter of weight.
    let weight = if accent == text {
        Modifier::BOLD
    } else {
        Modifier::empty()
    };
    let ground = Style {
        bg: ground,
        ..Style::new()
    };
    [ground, on(text), on(dim), on(accent).add_modifier(weight)]
}

fn row(depth: Depth, mode: Mode) -> Row {
    use Color::{Black, Blue, DarkGray, Gray, LightCyan, White, Yellow};
    let rgb = |codes: [u32; 4]| codes.map(|code| Some(shown(code)));
    let indexed = |indices: [u8; 4]| indices.map(|index| Some(Color::Indexed(index)));
    match (depth, mode) {
        (Depth::True, Mode::Dark) => rgb([0x0f_14_19, 0xe6_ed_f3, 0x84_92_a0, 0x8f_d3_c8]),
        (Depth::True, Mode::Light) => rgb([0xfa_f7_f2, 0x22_30_3a, 0x5d_6b_76, 0x1f_6f_8b]),
        (Depth::True, Mode::Night) => rgb([0x0a_06_00, 0xc8_8a_14, 0xa8_6e_08, 0xd9_7c_10]),
        (Depth::True, Mode::ContrastDark) => rgb([0x00_00_00, 0xff_ff_ff, 0xd0_d0_d0, 0x7f_e3_e3]),
        (Depth::True, Mode::ContrastLight) => rgb([0xff_ff_ff, 0x00_00_00, 0x3a_3a_3a, 0x00_50_5a]),
        (Depth::Indexed, Mode::Dark) => indexed([233, 254, 246, 116]),
        (Depth::Indexed, Mode::Light) => indexed([231, 236, 241, 24]),
        (Depth::Indexed, Mode::Night) => indexed([16, 172, 136, 172]),
        (Depth::Indexed, Mode::ContrastDark) => indexed([16, 231, 252, 123]),
        (Depth::Indexed, Mode::ContrastLight) => indexed([231, 16, 238, 24]),
        (Depth::Ansi, Mode::Dark) => [None, None, Some(Gray), Some(LightCyan)],
        (Depth::Ansi, Mode::Light) => [None, None, Some(DarkGray), Some(Blue)],
        // The darker yellow is amber or brown nearly everywhere. There is nothing dimmer without
        // blue in it that can be read everywhere, so that words differ by weight alone.
        (Depth::Ansi, Mode::Night) => [Black, Yellow, Yellow, Yellow].map(Some),
        (Depth::Ansi, Mode::ContrastDark) => [Black, White, Gray, LightCyan].map(Some),
        // Neither grey is sure to be dark enough on white.
        (Depth::Ansi, Mode::ContrastLight) => [White, Black, Black, Blue].map(Some),
        (Depth::Mono, _) => [None; 4],
    }
}

/// The colour of a person in a drawing, where it is not the accent.
pub(super) fn person(depth: Depth, mode: Mode) -> Option<Style> {
    let color = match (depth, mode) {
        (Depth::True, Mode::Light) => shown(0x0d_56_70),
        (Depth::True, Mode::Night) => shown(0xc8_8a_14),
        (Depth::True, Mode::ContrastDark) => shown(0xff_ff_ff),
        (Depth::True, Mode::ContrastLight) => shown(0x00_00_00),
        (Depth::Indexed, Mode::ContrastDark) => Color::Indexed(231),
        (Depth::Indexed, Mode::ContrastLight) => Color::Indexed(16),
        _ => return None,
    };
    Some(Style::new().fg(color))
}

/// What the person rests on steps back further than words may, but can still be made out; where
/// contrast matters most, no further than that allows.
pub(super) fn prop(depth: Depth, mode: Mode) -> Option<Style> {
    let color = match (depth, mode) {
        (Depth::True, Mode::Dark) => shown(0x59_69_78),
        (Depth::True, Mode::Light) => shown(0x85_91_9a),
        (Depth::True, Mode::Night) => shown(0x80_54_08),
        (Depth::True, Mode::ContrastDark) => shown(0x9a_9a_9a),
        (Depth::True, Mode::ContrastLight) => shown(0x56_56_56),
        (Depth::Indexed, Mode::Dark) => Color::Indexed(241),
        (Depth::Indexed, Mode::Light) => Color::Indexed(246),
        (Depth::Indexed, Mode::Night) => Color::Indexed(94),
        (Depth::Indexed, Mode::ContrastDark) => Color::Indexed(247),
        (Depth::Indexed, Mode::ContrastLight) => Color::Indexed(240),
        _ => return None,
    };
    Some(Style::new().fg(color))
}
