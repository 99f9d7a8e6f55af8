//! How a drawing lies in an area: as large as fits, in the middle, in its own proportions.
//!
//! Everything is counted in dots, of which a cell has a few; which dots are filled is for others.

use crate::session::{Drawing, Point, Stroke};

/// A place among the dots: across from the left, down from the top.
pub(super) type Spot = (f32, f32);

/// From squares of the paper to dots.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// Where the left edge and the lower edge of the paper lie.
    origin: Spot,
    /// How many dots a square is wide and high.
    scale: Spot,
    /// How many dots there are.
    dots: (usize, usize),
    /// How many of them, across and down, the drawing covers.
    covered: Spot,
}

/// What a drawing covers of its paper, thickness and all, in squares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    left: f32,
    right: f32,
    low: f32,
    high: f32,
}

impl Extent {
    /// The extent of a drawing; a single point where there is nothing in it.
    pub(super) fn of(drawing: &Drawing) -> Self {
        let nothing = Self {
            left: f32::INFINITY,
            right: f32::NEG_INFINITY,
            low: f32::INFINITY,
            high: f32::NEG_INFINITY,
        };
        let whole = drawing.strokes().iter().fold(nothing, Self::with);
        if whole.left > whole.right {
            return Self {
                left: 0.0,
                right: 0.0,
                low: 0.0,
                high: 0.0,
            };
        }
        whole
    }

    fn with(self, stroke: &Stroke) -> Self {
        let around = f32::from(stroke.thickness) / 2.0;
        stroke.points.iter().fold(self, |extent, point| {
            let (across, up) = (f32::from(point.across), f32::from(point.up));
            Self {
                left: extent.left.min(across - around),
                right: extent.right.max(across + around),
                low: extent.low.min(up - around),
                high: extent.high.max(up + around),
            }
        })
    }

    /// How wide and how high it is; never nothing.
    fn size(&self) -> (f32, f32) {
        let side = |from: f32, to: f32| (to - from).max(1.0);
        (side(self.left, self.right), side(self.low, self.high))
    }
}

impl Fit {
    /// Fits a drawing into so many dots, each so much higher than it is wide.
    pub(super) fn new(drawing: &Drawing, dots: (usize, usize), dot_aspect: f32) -> Self {
        let extent = Extent::of(drawing);
        let (width, height) = extent.size();
        let (columns, rows) = (dots.0 as f32, dots.1 as f32);
        // Strokes are moved to whole dots, each by less than one.
        let room = |dots: f32| (dots - 1.0).max(0.5);
        let across = (room(columns) / width).min(room(rows) * dot_aspect / height);
        let up = across / dot_aspect;
        // Whole dots, so that the same drawing looks the same wherever it lies.
        let left = ((columns - width * across) / 2.0).floor();
        let top = ((rows - height * up) / 2.0).floor();
        Self {
            origin: (left - extent.left * across, top + extent.high * up),
            scale: (across, up),
            dots,
            covered: (width * across + 1.0, height * up + 1.0),
        }
    }

    /// How many dots there are.
    pub(super) fn dots(&self) -> (usize, usize) {
        self.dots
    }

    /// How many dots the drawing covers, across and down.
    pub(super) fn covered(&self) -> Spot {
        self.covered
    }

    /// Where a point of the paper lies.
    pub(super) fn spot(&self, point: Point) -> Spot {
        (
            self.origin.0 + f32::from(point.across) * self.scale.0,
            self.origin.1 - f32::from(point.up) * self.scale.1,
        )
    }

    /// How many dots a thickness is across and down.
    pub(super) fn thickness(&self, squares: u8) -> Spot {
        let squares = f32::from(squares);
        (squares * self.scale.0, squares * self.scale.1)
    }
}
