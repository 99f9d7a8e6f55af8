//! The drawings of the built-in positions: that each is there, in proportion and on its paper, and
//! what it looks like in the least room it is made for.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use softly::advice::words::{Purpose, look};
use softly::language::Language;
use softly::script::Positions;
use softly::session::{Drawing, PAPER_HEIGHT, PAPER_WIDTH, Point, Position, Shape, Stroke};
use softly::view::drawing::{Drawn, Ink, draw, size};
use softly::view::theme::{Charset, Depth, Mode, Richness, Theme};

/// The least room that drawings are made for, in columns and rows.
const LEAST: (u16, u16) = (30, 10);
/// How tall a cell is for its width.
const ASPECT: f32 = 2.1;

fn positions() -> impl Iterator<Item = &'static Position> {
    positions_in(Language::English)
}

fn positions_in(language: Language) -> impl Iterator<Item = &'static Position> {
    let known = Positions::built_in(language);
    known.names().filter_map(|name| known.get(name))
}

fn drawings() -> impl Iterator<Item = (&'static str, &'static Drawing)> {
    positions().filter_map(|position| Some((&*position.id, position.drawing.as_ref()?)))
}

#[test]
fn every_position_with_a_shape_has_a_drawing_and_a_sentence_on_it() {
    let all = Language::ALL.into_iter();
    for (language, position) in
        all.flat_map(|language| positions_in(language).map(move |p| (language, p)))
    {
        let has_a_shape = &*position.id != "any";
        assert_eq!(position.drawing.is_some(), has_a_shape, "{}", position.id);
        assert_eq!(position.looks.is_some(), has_a_shape, "{}", position.id);
        if let Some(looks) = &position.looks {
            assert!(looks.split_whitespace().count() <= 14, "{looks}");
            assert!(looks.ends_with('.'), "{looks}");
            assert_eq!(look(looks, Purpose::SetUp, None, language), [], "{looks}");
        }
    }
    assert_eq!(drawings().count(), 15);
}

#[test]
fn no_drawing_goes_beyond_its_paper() {
    for (id, drawing) in drawings() {
        for stroke in drawing.strokes() {
            let drawn_around = stroke.shape.is_person() || stroke.shape == Shape::Pillow;
            let around = i16::from(stroke.thickness) / 2;
            for point in stroke.points.iter().filter(|_| drawn_around) {
                let (across, up) = (i16::from(point.across), i16::from(point.up));
                let inside = |at: i16, most: u8| at >= around && at + around <= most.into();
                assert!(
                    inside(across, PAPER_WIDTH) && inside(up, PAPER_HEIGHT),
                    "{id}: {stroke}"
                );
            }
        }
    }
}

fn length(from: Point, to: Point) -> f32 {
    let across = f32::from(to.across) - f32::from(from.across);
    across.hypot(f32::from(to.up) - f32::from(from.up))
}

/// Lengths between the points of all strokes of a kind.
fn lengths(drawing: &Drawing, shape: Shape) -> Vec<Vec<f32>> {
    let of_it = |stroke: &&Stroke| stroke.shape == shape;
    let strokes = drawing.strokes().iter().filter(of_it);
    let pieces = |stroke: &Stroke| {
        stroke
            .points
            .windows(2)
            .map(|p| length(p[0], p[1]))
            .collect()
    };
    strokes.map(pieces).collect()
}

#[test]
fn people_are_drawn_in_proportion() {
    for (id, drawing) in drawings() {
        let head = drawing.strokes().iter().find(|s| s.shape == Shape::Head);
        let head = f32::from(head.expect("a person has a head").thickness);
        // What points away from who looks at it is drawn shorter, so only the others are measured.
        let seen_from_above = ["side-lying", "supported-butterfly"].contains(&id);
        for leg in lengths(drawing, Shape::Leg) {
            let (thigh, shin) = (leg[0], leg[1]);
            let near = |length: f32| (1.55..=2.45).contains(&(length / head));
            assert!(
                seen_from_above || near(thigh),
                "{id}: thigh {}",
                thigh / head
            );
            assert!(seen_from_above || near(shin), "{id}: shin {}", shin / head);
        }
        for body in lengths(drawing, Shape::Body) {
            let heads = body.iter().sum::<f32>() / head;
            assert!((1.9..=3.1).contains(&heads), "{id}: body {heads}");
        }
    }
}

/// A drawing in glyphs of one colour, or in letters.
fn in_glyphs(drawing: &Drawing, most: (u16, u16), unicode: bool) -> String {
    let (columns, rows) = size(drawing, most, ASPECT);
    let drawn = Drawn::new(drawing, (columns, rows), ASPECT);
    let mut text = String::new();
    for row in 0..rows {
        let glyphs = (0..columns).map(|column| drawn.glyph(column, row, unicode, false).0);
        let line = glyphs.collect::<String>();
        writeln!(text, "{}", line.trim_end()).expect("a String takes any text");
    }
    text
}

#[test]
fn each_drawing_is_as_it_was_when_somebody_last_looked() {
    for position in positions() {
        let (Some(drawing), Some(looks)) = (&position.drawing, &position.looks) else {
            continue;
        };
        let blocks = in_glyphs(drawing, LEAST, true);
        let letters = in_glyphs(drawing, LEAST, false);
        assert!(letters.is_ascii());
        let text = format!("{looks}\n\n{blocks}\n{letters}");
        insta::with_settings!({ snapshot_path => "drawings", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(&*position.id, text);
        });
    }
}

#[test]
fn a_person_is_told_from_what_carries_it_in_every_theme() {
    let modes = [
        Mode::Dark,
        Mode::Light,
        Mode::Night,
        Mode::ContrastDark,
        Mode::ContrastLight,
    ];
    let (_, drawing) = drawings().next().expect("there are some");
    let area = Rect::new(0, 0, LEAST.0, LEAST.1);
    for depth in [Depth::True, Depth::Indexed, Depth::Ansi, Depth::Mono] {
        for mode in modes {
            let theme = Theme::new(depth, Charset::Unicode, mode, Richness::Full);
            let mut cells = Buffer::empty(area);
            draw(drawing, area, ASPECT, &theme, &mut cells);
            let shaded = cells.content.iter().any(|cell| cell.symbol() == "░");
            let alike = theme.person().fg == theme.prop().fg;
            assert_eq!(shaded, alike, "{depth:?} {mode:?}");
        }
    }
}

#[test]
fn a_drawing_fits_any_room_and_never_leaves_it() {
    let theme = |charset, depth| Theme::new(depth, charset, Mode::Dark, Richness::Full);
    let themes = [
        theme(Charset::Unicode, Depth::True),
        theme(Charset::Unicode, Depth::Mono),
        theme(Charset::Ascii, Depth::Ansi),
    ];
    let sizes = [
        (0, 0),
        (1, 1),
        (2, 1),
        (1, 9),
        (7, 3),
        (30, 10),
        (31, 60),
        (200, 2),
        (200, 60),
    ];
    let untouched = Cell::default();
    for (id, drawing) in drawings() {
        for (columns, rows) in sizes {
            let (wide, high) = size(drawing, (columns, rows), ASPECT);
            assert!(wide <= columns.max(1) && high <= rows.max(1), "{id}");
            let room = Rect::new(3, 2, columns, rows);
            let whole = Rect::new(0, 0, columns + 6, rows + 4);
            for theme in &themes {
                for aspect in [1.0, ASPECT, 4.0, f32::NAN] {
                    let mut cells = Buffer::empty(whole);
                    draw(drawing, room, aspect, theme, &mut cells);
                    let left_out = whole.positions().filter(|place| !room.contains(*place));
                    for place in left_out {
                        assert!(cells[place] == untouched, "{id}: {place}");
                    }
                }
            }
            // A window that is smaller than what is drawn into it cuts it off.
            let mut cells = Buffer::empty(Rect::new(0, 0, 5, 5));
            draw(drawing, room, ASPECT, &themes[0], &mut cells);
        }
    }
}

#[test]
fn the_person_and_what_carries_it_are_both_seen_in_the_least_room() {
    for (id, drawing) in drawings() {
        let (columns, rows) = size(drawing, LEAST, ASPECT);
        let drawn = Drawn::new(drawing, (columns, rows), ASPECT);
        for unicode in [true, false] {
            let inks = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
            let inks: Vec<Ink> = inks
                .map(|(column, row)| drawn.glyph(column, row, unicode, true).1)
                .collect();
            for ink in [Ink::Person, Ink::Prop] {
                let seen = inks.iter().filter(|other| **other == ink).count();
                assert!(seen >= 20, "{id}: {seen} cells of {ink:?}");
            }
        }
    }
}
