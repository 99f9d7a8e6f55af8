//! The screen for the night: darker and darker, and then black with one dim dot, which says that
//! softly is still there.
//!
//! It must not show anything that changes by itself: a dark screen costs nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::theme::{Charset, Depth, Mode, Theme};

/// The dot is seen in a dark room by whoever looks for it, and lights nothing up.
const DOT: u8 = 0x3a;

/// Draws the dark screen.
pub(super) fn draw(theme: &Theme, area: Rect, cells: &mut Buffer) {
    let (ground, dot) = colours(theme);
    cells.set_style(area, ground);
    if area.is_empty() {
        return;
    }
    let symbol = match theme.charset() {
        Charset::Unicode => "·",
        Charset::Ascii => ".",
    };
    let (x, y) = (area.x + area.width / 2, area.y + area.height / 2);
    cells[(x, y)].set_symbol(symbol).set_style(dot);
}

/// The ground, and the dot upon it. An unlit ground is black wherever there is a black.
fn colours(theme: &Theme) -> (Style, Style) {
    let on = |ground, dot| (Style::new().fg(dot).bg(ground), Style::new().fg(dot));
    match (theme.depth(), theme.mode()) {
        (Depth::True, Mode::Night) => on(Color::Rgb(0, 0, 0), Color::Rgb(DOT, DOT / 2, 0)),
        (Depth::True, _) => on(Color::Rgb(0, 0, 0), Color::Rgb(DOT, DOT, DOT)),
        (Depth::Indexed, _) => on(Color::Indexed(16), Color::Indexed(237)),
        (Depth::Ansi, _) => on(Color::Black, Color::DarkGray),
        // Without colours the ground is the terminal's own; on a light one, the letters are darker.
        (Depth::Mono, Mode::Dark | Mode::Night | Mode::ContrastDark) => {
            (Style::new(), Style::new())
        }
        (Depth::Mono, Mode::Light | Mode::ContrastLight) => {
            let dark = Style::new().add_modifier(Modifier::REVERSED);
            (dark, dark)
        }
    }
}

/// Takes away so much of the light of what is drawn, from 0, nothing, to 1, all of it. Only colours
/// that are known can be darker.
pub(super) fn dim(darkness: f64, area: Rect, cells: &mut Buffer) {
    let left = 1.0 - darkness;
    let darker = |colour: Color| match colour {
        Color::Rgb(red, green, blue) => {
            let [red, green, blue] =
                [red, green, blue].map(|light| (f64::from(light) * left) as u8);
            Color::Rgb(red, green, blue)
        }
        other => other,
    };
    let area = area.intersection(cells.area);
    for position in area.positions() {
        let cell = &mut cells[position];
        cell.fg = darker(cell.fg);
        cell.bg = darker(cell.bg);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::theme::Richness;

    #[test]
    fn a_dark_screen_has_one_dim_dot_and_nothing_else() {
        for depth in [Depth::True, Depth::Indexed, Depth::Ansi, Depth::Mono] {
            for mode in [Mode::Dark, Mode::Light, Mode::Night, Mode::ContrastLight] {
                let theme = Theme::new(depth, Charset::Unicode, mode, Richness::Full);
                let area = Rect::new(0, 0, 20, 6);
                let mut cells = Buffer::empty(area);
                draw(&theme, area, &mut cells);
                let drawn = cells.content.iter().filter(|cell| cell.symbol() != " ");
                assert_eq!(drawn.count(), 1, "{depth:?}");
                let grounds = cells.content.iter().filter(|c| c.bg == cells.content[0].bg);
                assert_eq!(grounds.count(), 120, "{depth:?}");
            }
        }
    }

    #[test]
    fn what_is_drawn_loses_its_light_evenly() {
        let area = Rect::new(0, 0, 1, 1);
        let mut cells = Buffer::empty(area);
        cells[(0, 0)].fg = Color::Rgb(200, 100, 50);
        cells[(0, 0)].bg = Color::Rgb(20, 10, 0);
        dim(0.5, area, &mut cells);
        assert_eq!(cells[(0, 0)].fg, Color::Rgb(100, 50, 25));
        assert_eq!(cells[(0, 0)].bg, Color::Rgb(10, 5, 0));
        dim(1.0, area, &mut cells);
        assert_eq!(cells[(0, 0)].fg, Color::Rgb(0, 0, 0));
    }
}
