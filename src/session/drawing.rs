//! A line drawing of a position: strokes and shapes on squared paper, seen from the side or a
//! little from above.
//!
//! It says what there is and where, and nothing about colours, cells or letters. How it comes onto
//! a screen is in `view::drawing`, how it is written in a file in `script::drawing`.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// How many squares the paper is wide.
pub const PAPER_WIDTH: u8 = 120;
/// How many squares the paper is high.
pub const PAPER_HEIGHT: u8 = 80;

/// A drawing. What comes later lies in front of what comes before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing(Arc<[Stroke]>);

/// A piece of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// What it is.
    pub shape: Shape,
    /// Where it goes, in order: never empty, and one point for a head.
    pub points: Vec<Point>,
    /// How thick it is, or across for a head, in squares.
    pub thickness: u8,
}

/// A place on the paper, in squares from its left edge and from its lower edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left edge.
    pub across: u8,
    /// From the lower edge.
    pub up: u8,
}

/// What a piece of a drawing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// What everything stands on.
    Ground,
    /// Something thin and hard: the leg of a chair, a wall.
    Line,
    /// Something solid, filled between its corners.
    Block,
    /// Something thick and soft, with round ends.
    Pillow,
    /// A head.
    Head,
    /// The body from the shoulders to the hips, bending softly from point to point.
    Body,
    /// A leg: hip, knee, ankle, toes.
    Leg,
    /// An arm: shoulder, elbow, hand.
    Arm,
}

impl Shape {
    /// All of them, in the order in which one would draw.
    pub const ALL: [Self; 8] = [
        Self::Ground,
        Self::Line,
        Self::Block,
        Self::Pillow,
        Self::Head,
        Self::Body,
        Self::Leg,
        Self::Arm,
    ];

    /// The word that a file has for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ground => "ground",
            Self::Line => "line",
            Self::Block => "block",
            Self::Pillow => "pillow",
            Self::Head => "head",
            Self::Body => "body",
            Self::Leg => "leg",
            Self::Arm => "arm",
        }
    }

    /// Whether it is a part of the person, and not of what the person rests on.
    pub const fn is_person(self) -> bool {
        matches!(self, Self::Head | Self::Body | Self::Leg | Self::Arm)
    }

    /// The fewest points it can have.
    pub const fn least_points(self) -> usize {
        match self {
            Self::Head => 1,
            Self::Block => 3,
            _ => 2,
        }
    }

    /// How thick it is where the file does not say, in squares, beside a head so many across.
    pub const fn usual_thickness(self, head: u8) -> u8 {
        match self {
            Self::Ground => 2,
            Self::Line => 3,
            Self::Block => 0,
            Self::Pillow => 10,
            Self::Head => head,
            Self::Body => percent_of(head, 85),
            Self::Leg => percent_of(head, 55),
            Self::Arm => percent_of(head, 40),
        }
    }
}

impl Drawing {
    /// A drawing of strokes, the furthest first.
    pub fn new(strokes: Vec<Stroke>) -> Self {
        Self(strokes.into())
    }

    /// Its strokes, the furthest first.
    pub fn strokes(&self) -> &[Stroke] {
        &self.0
    }
}

const fn percent_of(head: u8, percent: u16) -> u8 {
    (head as u16 * percent / 100) as u8
}

/// As a line of a file says it, with every thickness.
impl fmt::Display for Stroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.shape.word())?;
        for Point { across, up } in &self.points {
            write!(f, " {across},{up}")?;
        }
        if self.thickness > 0 {
            write!(f, " {}", self.thickness)?;
        }
        Ok(())
    }
}

impl Serialize for Drawing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.strokes().iter().map(ToString::to_string))
    }
}
