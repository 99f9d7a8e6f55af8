//! Fills dots with strokes and shapes.
//!
//! Every stroke is a whole number of dots thick and its points are moved to where that falls on
//! whole dots, as letters are fitted to a screen: so a line is as thick at its end as at its
//! beginning, and no thin one is ever lost.

use super::fit::{Fit, Spot};
use super::path::each_piece;
use super::{MOST_COLUMNS, MOST_ROWS};
use crate::session::{Drawing, Shape, Stroke};

/// How many dots a cell has in a row.
pub(super) const IN_A_CELL: usize = 2;
const MOST: usize = MOST_COLUMNS as usize * MOST_ROWS as usize * IN_A_CELL * IN_A_CELL;

/// What a dot belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// Nothing.
    #[default]
    None,
    /// What the person rests on.
    Prop,
    /// The person.
    Person,
}

/// Dots in rows.
pub(super) struct Dots {
    columns: usize,
    rows: usize,
    inks: [Ink; MOST],
}

impl Dots {
    /// Draws a drawing.
    pub(super) fn new(drawing: &Drawing, fit: &Fit) -> Self {
        let (columns, rows) = fit.dots();
        let mut dots = Self {
            columns,
            rows,
            inks: [Ink::None; MOST],
        };
        for stroke in drawing.strokes() {
            dots.draw(stroke, fit);
        }
        dots
    }

    /// The four dots of a cell: top left, top right, bottom left, bottom right.
    pub(super) fn cell(&self, column: usize, row: usize) -> [Ink; 4] {
        let (x, y) = (IN_A_CELL * column, IN_A_CELL * row);
        [
            self.get(x, y),
            self.get(x + 1, y),
            self.get(x, y + 1),
            self.get(x + 1, y + 1),
        ]
    }

    fn get(&self, x: usize, y: usize) -> Ink {
        if x < self.columns && y < self.rows {
            self.inks[y * self.columns + x]
        } else {
            Ink::None
        }
    }

    fn draw(&mut self, stroke: &Stroke, fit: &Fit) {
        let ink = if stroke.shape.is_person() {
            Ink::Person
        } else {
            Ink::Prop
        };
        if stroke.shape == Shape::Block {
            return self.fill(stroke, fit, ink);
        }
        let brush = Brush::of(stroke, fit);
        let spot = |index: usize| brush.settle(fit.spot(stroke.points[index]));
        each_piece(stroke.shape, stroke.points.len(), spot, |from, to| {
            self.piece(from, to, brush, ink);
        });
    }

    /// A straight piece of a stroke, with round ends.
    fn piece(&mut self, from: Spot, to: Spot, brush: Brush, ink: Ink) {
        let columns = span(from.0, to.0, brush.radius.0, self.columns);
        for y in span(from.1, to.1, brush.radius.1, self.rows) {
            for x in columns.clone() {
                if brush.covers(middle(x, y), from, to) {
                    self.inks[y * self.columns + x] = ink;
                }
            }
        }
    }

    /// A shape between its corners.
    fn fill(&mut self, stroke: &Stroke, fit: &Fit, ink: Ink) {
        let corner = |index: usize| {
            let (x, y) = fit.spot(stroke.points[index % stroke.points.len()]);
            (x.round(), y.round())
        };
        for y in 0..self.rows {
            for x in 0..self.columns {
                let (px, py) = middle(x, y);
                let mut inside = false;
                for index in 0..stroke.points.len() {
                    let ((ax, ay), (bx, by)) = (corner(index), corner(index + 1));
                    let crosses = (ay > py) != (by > py);
                    if crosses && px < (bx - ax) * (py - ay) / (by - ay) + ax {
                        inside = !inside;
                    }
                }
                if inside {
                    self.inks[y * self.columns + x] = ink;
                }
            }
        }
    }
}

/// The middle of a dot.
fn middle(x: usize, y: usize) -> Spot {
    (x as f32 + 0.5, y as f32 + 0.5)
}

/// The dots that something between two places can reach, along one side.
fn span(from: f32, to: f32, radius: f32, most: usize) -> std::ops::Range<usize> {
    // A number below zero becomes zero here.
    let first = (from.min(to) - radius).floor() as usize;
    let last = (from.max(to) + radius).ceil() as usize;
    first..last.min(most)
}

/// What a stroke is drawn with.
#[derive(Clone, Copy)]
struct Brush {
    /// Half as wide and half as high as it is thick, in whole dots of thickness.
    radius: Spot,
    /// How far above the middle of a stroke the edge lies that stays where it is; below where it is
    /// less than nothing.
    edge: f32,
}

impl Brush {
    /// What one rests on keeps its upper edge, and what rests keeps its lower one, so that the two
    /// meet where they are drawn to meet. A pillow, which does both, is as thick as it takes.
    fn of(stroke: &Stroke, fit: &Fit) -> Self {
        let (wide, high) = fit.thickness(stroke.thickness);
        let whole = |dots: f32| dots.round().max(1.0);
        let high_in_dots = match (stroke.shape, stroke.points.first()) {
            (Shape::Pillow, Some(first)) => {
                let (_, middle) = fit.spot(*first);
                whole((middle + high / 2.0).round() - (middle - high / 2.0).round())
            }
            _ => whole(high),
        };
        let carries = matches!(stroke.shape, Shape::Ground | Shape::Line | Shape::Pillow);
        Self {
            radius: (whole(wide) / 2.0, high_in_dots / 2.0),
            edge: if carries { high / 2.0 } else { -high / 2.0 },
        }
    }

    /// The nearest place where the brush covers whole dots.
    fn settle(self, spot: Spot) -> Spot {
        let x = (spot.0 - self.radius.0).round() + self.radius.0;
        let edge = (spot.1 - self.edge).round();
        (x, edge + self.radius.1.copysign(self.edge))
    }

    /// Whether a place is covered when the brush goes from one place to another.
    fn covers(self, at: Spot, from: Spot, to: Spot) -> bool {
        // Counted in radii, where the brush is round. What lies on its rim is covered.
        const RIM: f32 = 1.001;
        let scaled = |spot: Spot| (spot.0 / self.radius.0, spot.1 / self.radius.1);
        let (at, from, to) = (scaled(at), scaled(from), scaled(to));
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx * dx + dy * dy;
        let along = if length > 0.0 {
            ((at.0 - from.0) * dx + (at.1 - from.1) * dy) / length
        } else {
            0.0
        };
        let along = along.clamp(0.0, 1.0);
        let (x, y) = (at.0 - from.0 - along * dx, at.1 - from.1 - along * dy);
        x * x + y * y <= RIM
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Point;

    fn stroke(shape: Shape, points: &[(u8, u8)], thickness: u8) -> Stroke {
        let points = points.iter().map(|(across, up)| Point {
            across: *across,
            up: *up,
        });
        Stroke {
            shape,
            points: points.collect(),
            thickness,
        }
    }

    /// How many dots are filled in each row.
    fn rows(strokes: Vec<Stroke>, size: (usize, usize)) -> Vec<usize> {
        let drawing = Drawing::new(strokes);
        let dots = Dots::new(&drawing, &Fit::new(&drawing, size, 2.0));
        let filled = |y: usize| (0..size.0).filter(|x| dots.get(*x, y) != Ink::None).count();
        (0..size.1).map(filled).collect()
    }

    #[test]
    fn a_level_stroke_is_as_thick_as_it_is_long_and_a_thin_one_is_never_lost() {
        // What gives the drawing its size stands at its edges.
        let frame = || stroke(Shape::Line, &[(0, 0), (0, 60)], 1);
        for up in 10..50 {
            for (thickness, most) in [(1, 1), (2, 1), (5, 2), (12, 3)] {
                let level = stroke(Shape::Leg, &[(20, up), (100, up)], thickness);
                let rows = rows(vec![frame(), level], (61, 16));
                let filled: Vec<_> = rows.iter().filter(|filled| **filled > 20).collect();
                assert!(
                    (1..=most).contains(&filled.len()),
                    "{thickness} at {up}: {rows:?}"
                );
            }
        }
    }

    #[test]
    fn what_rests_on_a_seat_touches_it_wherever_it_stands() {
        for height in 20..60 {
            let seat = stroke(Shape::Line, &[(0, height), (100, height)], 4);
            let thigh = stroke(Shape::Leg, &[(20, height + 6), (80, height + 6)], 8);
            let rows = rows(vec![seat, thigh], (60, 12));
            let first = rows.iter().position(|filled| *filled > 0).unwrap();
            let last = rows.iter().rposition(|filled| *filled > 0).unwrap();
            assert!(
                rows[first..=last].iter().all(|filled| *filled > 0),
                "{rows:?}"
            );
        }
    }

    #[test]
    fn a_block_is_filled_between_its_corners() {
        let corners = [(0, 0), (40, 0), (40, 20), (0, 20)];
        let rows = rows(vec![stroke(Shape::Block, &corners, 0)], (41, 11));
        let inside: Vec<_> = rows.into_iter().filter(|filled| *filled > 0).collect();
        assert_eq!(inside, [40; 10]);
    }
}
