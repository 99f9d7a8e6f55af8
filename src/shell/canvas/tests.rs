//! Tests of the canvas: what a breath costs, and what a still picture costs.

use super::*;
use crate::settings::Picture;
use crate::shell::backend::seen::{ANY, Dice, Log, assert_shows, scribble, terminal};
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
                draw(
                    Picture::Bloom,
                    level,
                    area,
                    USUAL_ASPECT,
                    theme.palette(),
                    buffer,
                );
            })
            .unwrap();
        canvas.backend().sent().bytes
    };
    let before = show(0.0);
    let steps = f64::from(steps(Picture::Bloom, area, USUAL_ASPECT));
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
        (80, 24, Richness::Full, 520_000),
        (100, 30, Richness::Full, 800_000),
        (80, 24, Richness::Light, 90_000),
        (100, 30, Richness::Light, 140_000),
    ];
    for (width, height, richness, most) in budget {
        let theme = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, richness);
        let bytes = bytes_per_breath(width, height, &theme);
        println!("{width}x{height} {richness:?}: {bytes} bytes a breath");
        assert!(bytes <= most, "{width}x{height} {richness:?}: {bytes}");
    }
}

#[test]
fn the_terminal_shows_what_was_drawn_through_resizes_and_strangers() {
    for seed in 0..100 {
        let mut dice = Dice(seed);
        let mut size = Size::new(23, 9);
        let mut canvas = Canvas::new(SoftBackend::new(Log::default(), size), size);
        let mut screen = terminal(size.width, size.height);
        for round in 0..8 {
            if round == 3 {
                size = Size::new(31, 5);
                canvas.resize(size);
                screen = terminal(size.width, size.height);
                screen.process(b"leftovers of something else\x1b[1;31;42m");
            }
            if round == 6 {
                screen.process(b"\x1b[7m\x1b[3;3Hanother program");
                canvas.forget();
            }
            let cells = 1 + dice.below(200);
            let mut wanted = Buffer::empty(canvas.area());
            scribble(&mut dice, &ANY, &mut wanted, cells);
            canvas.draw(|buffer| buffer.clone_from(&wanted)).unwrap();
            let writes = std::mem::take(&mut canvas.backend_mut().writer_mut().0);
            assert!(writes.len() <= 1);
            for bytes in writes {
                screen.process(&bytes);
            }
            assert_shows(&screen, &wanted);
        }
    }
}

#[test]
fn a_breath_on_the_screen_is_the_breath_that_was_drawn() {
    for (richness, depth) in [
        (Richness::Full, Depth::True),
        (Richness::Light, Depth::Indexed),
    ] {
        let theme = Theme::new(depth, Charset::Unicode, Mode::Dark, richness);
        let size = Size::new(80, 24);
        let mut canvas = Canvas::new(SoftBackend::new(Log::default(), size), size);
        let (area, mut screen) = (canvas.area(), terminal(80, 24));
        for level in (0..=40).map(|i| f64::from(i) / 40.0) {
            let mut wanted = Buffer::empty(area);
            wanted.set_style(area, theme.background());
            draw(
                Picture::Bloom,
                level,
                area,
                USUAL_ASPECT,
                theme.palette(),
                &mut wanted,
            );
            canvas.draw(|buffer| buffer.clone_from(&wanted)).unwrap();
            for bytes in canvas.backend_mut().writer_mut().0.drain(..) {
                screen.process(&bytes);
            }
            assert_shows(&screen, &wanted);
        }
    }
}

#[test]
fn a_picture_that_stays_costs_nothing() {
    let theme = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, Richness::Full);
    let size = Size::new(80, 24);
    let mut canvas = Canvas::new(SoftBackend::new(Log::default(), size), size);
    let area = canvas.area();
    for _ in 0..5 {
        canvas
            .draw(|buffer| {
                draw(
                    Picture::Bloom,
                    1.0,
                    area,
                    USUAL_ASPECT,
                    theme.palette(),
                    buffer,
                );
            })
            .unwrap();
    }
    assert_eq!(canvas.backend().writer().0.len(), 1);
}
