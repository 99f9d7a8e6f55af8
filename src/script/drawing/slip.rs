//! What is said about a line of a drawing that cannot be drawn.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::limits::DRAWING_POINTS;
use crate::script::parsed::At;
use crate::script::reader::Reader;
use crate::script::suggest;
use crate::session::{PAPER_HEIGHT, PAPER_WIDTH, Shape};
use crate::text::Clean;

const POINT: &str = "A point is two whole numbers with a comma between, such as 12,36: squares from the left edge, then squares from the lower edge.";

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// It begins with a word that is not known.
    Word,
    /// Something stands where a point goes.
    NotAPoint,
    /// A point lies outside the paper.
    Outside,
    /// It has fewer points than it has to have.
    TooFew(Shape),
    /// It has more points than there can be: so many.
    TooMany(usize),
    /// A head has more points than one.
    SecondHead,
    /// A number without a comma has points behind it.
    HalfAPoint,
    /// It is as thick as nothing can be.
    Thickness,
}

/// What is wrong with a line, and where in its text.
pub(super) struct Slip {
    what: Wrong,
    place: Range<usize>,
}

impl Slip {
    pub(super) const fn new(what: Wrong, place: Range<usize>) -> Self {
        Self { what, place }
    }

    #[cfg(test)]
    pub(super) fn into_parts(self) -> (Wrong, Range<usize>) {
        (self.what, self.place)
    }

    /// The finding, with its place in the file.
    pub(super) fn told(self, reader: &Reader<'_>, line: &At<Clean>) -> Diagnostic {
        // What stands in the file may be written in other signs than its text has.
        let written = reader.slice(line.span.clone());
        let as_it_is = written.get(1..=line.value.len()) == Some(&*line.value);
        let span = if as_it_is {
            let start = line.span.start + 1;
            start + self.place.start..start + self.place.end
        } else {
            line.span.clone()
        };
        let said = quoted(&line.value[self.place]);
        if self.what == Wrong::Word {
            return unknown_word(&said, span, as_it_is);
        }
        let (message, label, help) = self.what.told(&said);
        let rule = match self.what {
            Wrong::TooMany(_) => Rule::TooMany,
            _ => Rule::BadDrawing,
        };
        Diagnostic::error(rule, span, message)
            .label(label)
            .help(help)
    }
}

/// The word that a line begins with is not one that can be drawn.
fn unknown_word(said: &str, span: Range<usize>, as_it_is: bool) -> Diagnostic {
    let words = Shape::ALL.map(Shape::word);
    let message = format!("softly cannot draw \"{said}\"");
    let found = Diagnostic::error(Rule::BadDrawing, span.clone(), message).help(format!(
        "A line of a drawing begins with one of these words: {}.",
        words.join(", ")
    ));
    match suggest::nearest(said, words) {
        Some(near) => {
            let found = found.label(format!("did you mean {near}?"));
            if as_it_is {
                found.fix(span, near)
            } else {
                found
            }
        }
        None => found.label("not known here"),
    }
}

impl Wrong {
    /// The message, the label and the help.
    fn told(self, said: &str) -> (String, &'static str, String) {
        match self {
            Self::Word | Self::NotAPoint => (
                format!("\"{said}\" is not a point of a drawing"),
                "not a point",
                POINT.to_owned(),
            ),
            Self::Outside => (
                format!("the point {said} lies outside the paper"),
                "outside",
                format!(
                    "The paper is {PAPER_WIDTH} squares wide and {PAPER_HEIGHT} high, and 0,0 is its lower left corner."
                ),
            ),
            Self::TooFew(shape) => (
                format!("this {} has too few points", shape.word()),
                "too few points",
                format!("{} {POINT}", points_needed(shape)),
            ),
            Self::TooMany(points) => (
                format!("this line has {points} points; it can have {DRAWING_POINTS}"),
                "too many",
                "Spread them over two lines.".to_owned(),
            ),
            Self::SecondHead => (
                "a head has one point, its middle".to_owned(),
                "more than one point",
                "How wide the head is can stand behind it, as one number.".to_owned(),
            ),
            Self::HalfAPoint => (
                format!("{said} stands alone, with points behind it"),
                "half of a point?",
                format!("{POINT} A number alone says how thick something is, and stands last."),
            ),
            Self::Thickness => (
                format!("nothing can be {said} squares thick here"),
                "too thin or too thick",
                format!("It can be 1 to {PAPER_HEIGHT} squares."),
            ),
        }
    }
}

/// How many points something needs, in a sentence.
const fn points_needed(shape: Shape) -> &'static str {
    match shape {
        Shape::Head => "A head needs a point, its middle.",
        Shape::Block => "A block needs three corners or more.",
        _ => "It needs two points or more.",
    }
}
