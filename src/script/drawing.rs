//! Reads a drawing: lines such as `"leg 60,20 78,44 92,8"`, each a word, points on squared paper, and
//! perhaps how thick it is.
//!
//! Every line with a mistake is reported, with a mark under the place, and makes the whole drawing
//! wrong. What a drawing is stands in `session`; what is said about mistakes, in `slip`.

mod slip;

use std::ops::Range;

use self::slip::{Slip, Wrong};
use super::limits::{DRAWING_LINES, DRAWING_POINTS};
use super::parsed::At;
use super::reader::Given;
use super::values::{list, text};
use crate::diagnostic::{Diagnostic, Rule};
use crate::session::{Drawing, PAPER_HEIGHT, PAPER_WIDTH, Point, Shape, Stroke};
use crate::text::Clean;

/// How wide a head is where nothing says so, in squares.
const USUAL_HEAD: u8 = 15;

/// A drawing.
pub(super) fn drawing(given: Given<'_, '_>) -> Option<Drawing> {
    let lines = list(given, DRAWING_LINES, text)?;
    if lines.is_empty() {
        let message = "there is nothing in this drawing";
        let found = Diagnostic::error(Rule::EmptyText, given.span(), message).label("empty");
        let help = "Draw something here, or take the line out.";
        given.reader.report(found.help(help));
        return None;
    }
    // All lines are looked at before any makes the whole wrong.
    let read: Vec<_> = lines.iter().map(|line| line_of(given, line)).collect();
    let read: Vec<Written> = read.into_iter().collect::<Option<_>>()?;
    let head = read.iter().find(|line| line.shape == Shape::Head);
    let head = head.and_then(|head| head.thickness).unwrap_or(USUAL_HEAD);
    let strokes = read.into_iter().map(|line| {
        let usual = line.shape.usual_thickness(head);
        Stroke {
            shape: line.shape,
            points: line.points,
            thickness: line.thickness.unwrap_or(usual),
        }
    });
    Some(Drawing::new(strokes.collect()))
}

/// A line of a drawing, or the report of what is wrong with it.
fn line_of(given: Given<'_, '_>, line: &At<Clean>) -> Option<Written> {
    let read = Line::new(&line.value).read();
    read.map_err(|slip| given.reader.report(slip.told(given.reader, line)))
        .ok()
}

/// A line of a drawing as it is written.
struct Written {
    shape: Shape,
    points: Vec<Point>,
    thickness: Option<u8>,
}

/// A number and where it stands in its line.
type Number = (u32, Range<usize>);

/// A line that is being read.
struct Line<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Line<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn read(mut self) -> Result<Written, Slip> {
        let shape = self.shape()?;
        let (mut points, mut alone) = (Vec::new(), None);
        while let Some(number) = self.number()? {
            if let Some((_, place)) = alone {
                return Err(Slip::new(Wrong::HalfAPoint, place));
            }
            if self.passes_comma() {
                points.push(self.point(number)?);
            } else {
                alone = Some(number);
            }
        }
        let whole = 0..self.text.len();
        if points.len() < shape.least_points() {
            return Err(Slip::new(Wrong::TooFew(shape), whole));
        }
        if shape == Shape::Head && points.len() > 1 {
            return Err(Slip::new(Wrong::SecondHead, whole));
        }
        if points.len() > DRAWING_POINTS {
            return Err(Slip::new(Wrong::TooMany(points.len()), whole));
        }
        Ok(Written {
            shape,
            points,
            thickness: alone.map(thickness).transpose()?,
        })
    }

    /// The word that a line begins with.
    fn shape(&mut self) -> Result<Shape, Slip> {
        let place = self.piece();
        let word = &self.text[place.clone()];
        let known = Shape::ALL.into_iter().find(|shape| shape.word() == word);
        known.ok_or(Slip::new(Wrong::Word, place))
    }

    /// The point that begins with a number and a comma.
    fn point(&mut self, (across, from): Number) -> Result<Point, Slip> {
        let Some((up, to)) = self.number()? else {
            return Err(Slip::new(Wrong::NotAPoint, from));
        };
        let within = |at: u32, most: u8| u8::try_from(at).ok().filter(|at| *at <= most);
        match (within(across, PAPER_WIDTH), within(up, PAPER_HEIGHT)) {
            (Some(across), Some(up)) => Ok(Point { across, up }),
            _ => Err(Slip::new(Wrong::Outside, from.start..to.end)),
        }
    }

    /// The next number, if there is anything more.
    fn number(&mut self) -> Result<Option<Number>, Slip> {
        self.skip_blanks();
        let from = self.at;
        self.at += self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let place = from..self.at;
        if place.is_empty() && self.rest().is_empty() {
            return Ok(None);
        }
        let ends = self.rest().is_empty() || self.rest().starts_with([' ', ',']);
        if place.is_empty() || !ends {
            self.at = from;
            return Err(Slip::new(Wrong::NotAPoint, self.piece()));
        }
        // What is too large to hold is too large for the paper.
        let number = self.text[place.clone()].parse().unwrap_or(u32::MAX);
        Ok(Some((number, place)))
    }

    /// Whether a comma comes next, which is passed over.
    fn passes_comma(&mut self) -> bool {
        let after = self.rest().trim_start().strip_prefix(',');
        if let Some(after) = after {
            self.at = self.text.len() - after.len();
        }
        after.is_some()
    }

    /// The letters up to the next blank.
    fn piece(&mut self) -> Range<usize> {
        self.skip_blanks();
        let from = self.at;
        self.at += self.rest().find(' ').unwrap_or(self.rest().len());
        from..self.at
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }
}

fn thickness((squares, place): Number) -> Result<u8, Slip> {
    let fits = |squares: &u8| (1..=PAPER_HEIGHT).contains(squares);
    let squares = u8::try_from(squares).ok().filter(fits);
    squares.ok_or(Slip::new(Wrong::Thickness, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A shape, its points and its thickness.
    type Told = (Shape, Vec<(u8, u8)>, Option<u8>);

    fn read(line: &str) -> Option<Told> {
        let written = Line::new(line).read().ok()?;
        let points = written.points.iter().map(|point| (point.across, point.up));
        Some((written.shape, points.collect(), written.thickness))
    }

    #[test]
    fn a_line_is_a_word_points_and_perhaps_a_thickness() {
        let table = [
            ("head 12,36", (Shape::Head, vec![(12, 36)], None)),
            ("head 12,36 15", (Shape::Head, vec![(12, 36)], Some(15))),
            (
                "leg 0,0 120,80",
                (Shape::Leg, vec![(0, 0), (120, 80)], None),
            ),
            (
                " arm  1, 2   3 ,4 5 ",
                (Shape::Arm, vec![(1, 2), (3, 4)], Some(5)),
            ),
            (
                "block 1,2 3,4 5,6",
                (Shape::Block, vec![(1, 2), (3, 4), (5, 6)], None),
            ),
        ];
        for (line, wanted) in table {
            assert_eq!(read(line), Some(wanted), "{line}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_line_is_known_to_the_letter() {
        let table = [
            ("foot 1,2 3,4", Wrong::Word, "foot"),
            ("", Wrong::Word, ""),
            ("leg 1,2 3;4", Wrong::NotAPoint, "3;4"),
            ("leg 1,2 x,4", Wrong::NotAPoint, "x,4"),
            ("leg 1,2 -3,4", Wrong::NotAPoint, "-3,4"),
            ("leg 1,2 3,", Wrong::NotAPoint, "3"),
            ("leg 1,2 3,4.5", Wrong::NotAPoint, "4.5"),
            ("leg 1,2 121,4", Wrong::Outside, "121,4"),
            ("leg 1,2 3, 81", Wrong::Outside, "3, 81"),
            ("leg 1,2 3,99999999999", Wrong::Outside, "3,99999999999"),
            ("leg 1,2", Wrong::TooFew(Shape::Leg), "leg 1,2"),
            (
                "block 1,2 3,4",
                Wrong::TooFew(Shape::Block),
                "block 1,2 3,4",
            ),
            ("head 1,2 3,4", Wrong::SecondHead, "head 1,2 3,4"),
            ("leg 1,2 3 4,5", Wrong::HalfAPoint, "3"),
            ("leg 1,2 3,4 0", Wrong::Thickness, "0"),
            ("leg 1,2 3,4 81", Wrong::Thickness, "81"),
        ];
        for (line, what, place) in table {
            let slip = Line::new(line).read().err();
            let (slipped, at) = slip.map(Slip::into_parts).unwrap();
            assert_eq!((slipped, &line[at]), (what, place), "{line}");
        }
    }
}
