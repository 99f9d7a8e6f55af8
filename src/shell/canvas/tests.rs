//! Tests of the canvas: what a breath costs, and what a still picture costs.

use super::*;
use crate::timeline::ease;
use crate::view::picture::{USUAL_ASPECT, draw, steps};
use crate::view::theme::{Charset, Depth, Mode, Richness, Theme};

/// The bytes of one breath of four seconds in, four held, four out and four at rest, with a frame
/// whenever the picture has moved on by a step, but no more than thirty a second.
fn bytes_per_breath(width: u16, height: u16, theme: &Theme) -> u64 {
    let size = Size { width, height };
    let mut canvas = Canvas::new(SoftBackend::new(io::sink(), size), size);
    let area = canvas.area();
    let mut show = |level: f64| {
        canvas
            .draw(|buffer| {
                buffer.set_style(area, theme.background());
                draw(level, area, USUAL_ASPECT, theme.palette(), buffer);
            })
            .unwrap();
        canvas.backend().sent().bytes
    };
    let before = show(0.0);
    let steps = f64::from(steps(area, USUAL_ASPECT));
    let quantum = |level: f64| (level * steps).round() / steps;
    let mut shown = 0.0;
    let mut after = before;
    for frame in 0..=240 {
        let t = f64::from(frame % 120) / 120.0;
        let level = match frame {
            0..120 => ease(t),
            120..240 => 1.0 - ease(t),
            _ => 0.0,
        };
        if (quantum(level) - shown).abs() > 1e-9 {
            shown = quantum(level);
            after = show(level);
        }
    }
    after - before
}

#[test]
fn a_breath_stays_within_its_bytes() {
    let budget = [
        (80, 24, Richness::Full, 560_000),
        (100, 30, Richness::Full, 960_000),
        (80, 24, Richness::Light, 160_000),
        (100, 30, Richness::Light, 240_000),
    ];
    for (width, height, richness, most) in budget {
        let theme = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, richness);
        let bytes = bytes_per_breath(width, height, &theme);
        println!("{width}x{height} {richness:?}: {bytes} bytes a breath");
        assert!(bytes <= most, "{width}x{height} {richness:?}: {bytes}");
    }
}
