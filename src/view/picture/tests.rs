//! Tests of the pictures: any size, symmetry, stillness.

use ratatui::buffer::Cell;
use ratatui::style::Color;

use super::*;
use crate::view::theme::{Charset, Depth, LEVELS, Mode, Richness, Theme};

fn themes() -> impl Iterator<Item = Theme> {
    let depths = [Depth::True, Depth::Indexed, Depth::Ansi, Depth::Mono];
    depths.into_iter().flat_map(|depth| {
        [Charset::Unicode, Charset::Ascii]
            .map(|charset| Theme::new(depth, charset, Mode::Dark, Richness::Full))
    })
}

const PICTURES: [Picture; 6] = [
    Picture::Bloom,
    Picture::Tide,
    Picture::Orb,
    Picture::Gauge,
    Picture::Body,
    Picture::Words,
];

fn drawn(level: f64, width: u16, height: u16, theme: &Theme) -> Buffer {
    drawn_as(Picture::Bloom, level, (width, height), theme)
}

fn drawn_as(picture: Picture, level: f64, (width, height): (u16, u16), theme: &Theme) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    buffer.set_style(area, theme.background());
    draw(
        picture,
        level,
        area,
        USUAL_ASPECT,
        theme.palette(),
        &mut buffer,
    );
    buffer
}

/// How many cells belong to the figure: not to the ground, nor to the halo around it.
fn lit(buffer: &Buffer, theme: &Theme) -> usize {
    let of_figure = |color: Color| match theme.palette() {
        Palette::Rich(levels) => levels[LEVELS / 3..].contains(&color),
        Palette::Classes(classes) => classes[1..].contains(&color),
        Palette::Shades(_) | Palette::Density(_) => false,
    };
    let lit = |cell: &Cell| match theme.palette() {
        Palette::Rich(_) | Palette::Classes(_) => of_figure(cell.fg) || of_figure(cell.bg),
        Palette::Shades(_) | Palette::Density(_) => cell.symbol() != " ",
    };
    buffer.content.iter().filter(|cell| lit(cell)).count()
}

#[test]
fn any_size_can_be_drawn() {
    let sizes = [0, 1, 2, 3, 5, 6, 13, 14, 19, 20, 29, 30, 31, 80];
    for theme in themes() {
        for width in sizes {
            for height in sizes {
                for picture in PICTURES {
                    for level in [f64::NAN, -1.0, 0.0, 0.5, 1.0, f64::INFINITY] {
                        drawn_as(picture, level, (width, height), &theme);
                    }
                }
            }
        }
    }
}

#[test]
fn strange_cell_shapes_and_areas_beyond_the_buffer_do_no_harm() {
    let theme = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, Richness::Full);
    let mut buffer = Buffer::empty(Rect::new(3, 3, 40, 20));
    for aspect in [f32::NAN, 0.0, -2.0, 0.1, 50.0, f32::INFINITY] {
        let area = Rect::new(0, 10, 60, 60);
        draw(
            Picture::Bloom,
            0.5,
            area,
            aspect,
            theme.palette(),
            &mut buffer,
        );
        assert!(steps(Picture::Bloom, area, aspect) >= 1);
    }
}

#[test]
fn the_area_chooses_the_kind() {
    let table = [
        (80, 20, [Kind::Bloom, Kind::Orb, Kind::Gauge]),
        (30, 14, [Kind::Bloom, Kind::Orb, Kind::Gauge]),
        (29, 14, [Kind::Orb, Kind::Orb, Kind::Gauge]),
        (80, 13, [Kind::Orb, Kind::Orb, Kind::Gauge]),
        (20, 6, [Kind::Orb, Kind::Orb, Kind::Gauge]),
        (80, 5, [Kind::Gauge, Kind::Gauge, Kind::Gauge]),
        (19, 30, [Kind::Gauge, Kind::Gauge, Kind::Gauge]),
    ];
    for (width, height, kinds) in table {
        let area = Rect::new(0, 0, width, height);
        let asked = [Picture::Bloom, Picture::Orb, Picture::Gauge];
        assert_eq!(asked.map(|picture| Kind::of(picture, area)), kinds);
        assert_eq!(Kind::of(Picture::Words, area), Kind::Nothing);
        assert_eq!(Kind::of(Picture::Tide, area), Kind::Tide);
    }
}

#[test]
fn the_picture_is_larger_the_fuller_the_breath() {
    for theme in themes() {
        for (width, height) in [(80, 20), (40, 8), (20, 1)] {
            let sizes = [0.0, 0.33, 0.66, 1.0]
                .map(|level| lit_or_filled(&drawn(level, width, height, &theme), &theme));
            let grows = sizes.windows(2).all(|pair| pair[1] > pair[0]);
            assert!(grows, "{width}x{height} {:?} {sizes:?}", theme.depth());
        }
    }
}

/// What is lit; in a gauge, what is neither groove nor ground.
fn lit_or_filled(buffer: &Buffer, theme: &Theme) -> usize {
    if buffer.area.height > 5 {
        return lit(buffer, theme);
    }
    let empty = drawn(0.0, buffer.area.width, buffer.area.height, theme);
    let groove = empty[(2, buffer.area.height / 2)].clone();
    buffer
        .content
        .iter()
        .filter(|cell| **cell != groove)
        .count()
}

#[test]
fn levels_on_the_same_step_give_the_same_cells() {
    let theme = Theme::new(Depth::True, Charset::Unicode, Mode::Dark, Richness::Full);
    let steps = f64::from(steps(Picture::Bloom, Rect::new(0, 0, 80, 20), USUAL_ASPECT));
    for step in 0..=steps as u32 {
        let at = |part: f64| drawn((f64::from(step) + part) / steps, 80, 20, &theme);
        assert_eq!(at(-0.4), at(0.4), "step {step}");
    }
}

#[test]
fn the_next_change_is_where_the_next_step_begins() {
    for (coming_in, ends) in [(true, 1.0), (false, 0.0)] {
        let (mut level, mut changes) = (1.0 - ends, 0);
        while let Some(next) = next_change(level, coming_in, 20) {
            let sign = if coming_in { 1.0 } else { -1.0 };
            let (before, after) = (next - 1e-6 * sign, next + 1e-6 * sign);
            assert_eq!(stepped(before, 20).to_bits(), stepped(level, 20).to_bits());
            assert_ne!(stepped(after, 20).to_bits(), stepped(level, 20).to_bits());
            level = after;
            changes += 1;
        }
        assert_eq!(changes, 20);
        assert!((f64::from(stepped(level, 20)) - ends).abs() < 1e-6);
    }
}

#[test]
fn colours_are_laid_as_grounds_and_never_as_full_blocks() {
    for theme in themes() {
        if matches!(theme.palette(), Palette::Rich(_) | Palette::Classes(_)) {
            for (width, height) in [(80, 20), (40, 8), (20, 1)] {
                let buffer = drawn(0.7, width, height, &theme);
                assert!(buffer.content.iter().all(|cell| cell.symbol() != "█"));
                let own = |cell: &Cell| cell.symbol() != " " && cell.fg == Color::Reset;
                assert!(!buffer.content.iter().any(own), "{:?}", theme.depth());
            }
        }
    }
}

#[test]
fn in_ascii_there_is_only_ascii() {
    for theme in themes().filter(|theme| theme.charset() == Charset::Ascii) {
        for (width, height) in [(80, 20), (40, 8), (20, 1)] {
            let buffer = drawn(0.7, width, height, &theme);
            assert!(buffer.content.iter().all(|cell| cell.symbol().is_ascii()));
        }
    }
}

#[test]
fn every_picture_is_as_it_was_before() {
    for picture in PICTURES {
        for (name, depth, charset) in [
            ("unicode", Depth::True, Charset::Unicode),
            ("sixteen", Depth::Ansi, Charset::Unicode),
            ("mono", Depth::Mono, Charset::Unicode),
            ("ascii", Depth::Ansi, Charset::Ascii),
        ] {
            let theme = Theme::new(depth, charset, Mode::Dark, Richness::Full);
            let mut strip = String::new();
            for size in [(60, 16), (40, 10), (20, 3)] {
                for level in [0.0, 0.5, 1.0] {
                    let cells = drawn_as(picture, level, size, &theme);
                    let drawn = text(&cells);
                    let title = format!("{}x{} at {level}", size.0, size.1);
                    strip = [strip, title, drawn].join("\n");
                }
            }
            assert!(
                charset == Charset::Unicode || strip.is_ascii(),
                "{picture:?}"
            );
            insta::assert_snapshot!(format!("{picture:?}-{name}"), strip);
        }
    }
}

/// The characters of a picture; a cell that is a coloured space is written as a shade of its own.
fn text(cells: &Buffer) -> String {
    let ground = cells[(0, 0)].bg;
    let row = |y| {
        let cell = |x| match cells[(x, y)].symbol() {
            " " if cells[(x, y)].bg != ground => "▒",
            symbol => symbol,
        };
        let row: String = (0..cells.area.width).map(cell).collect();
        row.trim_end().to_owned() + "\n"
    };
    (0..cells.area.height).map(row).collect()
}

#[test]
fn the_body_is_named_only_where_it_is_drawn() {
    for (width, height, named) in [
        (80, 16, true),
        (40, 10, true),
        (40, 9, false),
        (19, 30, false),
    ] {
        let area = Rect::new(2, 3, width, height);
        let places = named_places(Picture::Body, area, USUAL_ASPECT);
        assert_eq!(places.is_some(), named, "{width}x{height}");
        for place in places.into_iter().flatten() {
            assert_eq!(place, place.intersection(area), "{width}x{height}");
        }
        assert_eq!(named_places(Picture::Bloom, area, USUAL_ASPECT), None);
    }
}
