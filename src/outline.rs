//! A session drawn on a page, for reading before doing and for sending to a colleague: what it is,
//! how its time is spent, and every step with its words.
//!
//! It is pure: a session and its timeline in, text out. What a kind of step looks like and is
//! called stands in `manner`, and nowhere else.

mod bar;
mod curve;
mod drawing;
mod manner;
mod opening;
mod picture;
mod steps;
#[cfg(test)]
mod tests;

use crate::page::{Look, Page, Piece};
use crate::session::{Pattern, Session, Step, StepKind};
use crate::text::Clean;
use crate::timeline::{Choices, LengthRange, Timeline};
use crate::words::Words;

/// The widest picture, wider than text may be: wider ones still tell nothing more.
const WIDEST_PICTURE: usize = 120;

/// Everything that an outline is made from.
#[derive(Clone, Copy, Debug)]
pub struct Outline<'a> {
    /// The words of the program.
    pub words: &'static Words,
    /// The session.
    pub session: &'a Session,
    /// What was chosen for it.
    pub choices: &'a Choices,
    /// The same session laid out in time.
    pub timeline: &'a Timeline,
    /// The lengths it can be fitted to.
    pub range: LengthRange,
    /// The therapist's notes, one place for each step of the session; none are shown unless they
    /// were asked for.
    pub notes: Option<&'a [Option<&'a Clean>]>,
}

/// Draws an outline. Without a picture it is sentences only, for who cannot see it.
pub fn draw(outline: &Outline<'_>, look: Look, picture: bool) -> String {
    let steps = steps::of(outline.words, outline.timeline);
    let look = Look {
        colour: look.colour && picture,
        ..look
    };
    let mut page = Page::new(look.for_reading());
    opening::write(&mut page, outline, steps.len(), picture);
    page.gap();
    let mut text = page.finish();
    if picture {
        let look = Look {
            width: look.width.min(WIDEST_PICTURE),
            ..look
        };
        text.push_str(&picture::draw(outline, &steps, look));
    }
    text.push_str(&steps::draw(outline, &steps, look, picture));
    text
}

/// The steps of a session as a line of so many columns, for a row among words: the sign that fills each and how it stands
/// out; none in a gap between two steps.
pub fn row(
    words: &'static Words,
    timeline: &Timeline,
    look: Look,
    columns: usize,
) -> Vec<Option<Piece<'static>>> {
    let steps = steps::of(words, timeline);
    let bar = bar::Bar::new(&steps, timeline.length(), columns);
    let filled = |part: Option<&steps::Part<'_>>| {
        let fill = part?.manner.fill;
        Some((fill.tone, fill.thin_sign(look)))
    };
    bar.parts().map(filled).collect()
}

impl Outline<'_> {
    /// Whether there are breath holds in the session that this outline does not have.
    fn leaves_holds_out(&self) -> bool {
        let held = |step: &Step| match &step.kind {
            StepKind::Breathe(breathe) => {
                breathe.pattern.has_hold() || breathe.ramp_to.is_some_and(Pattern::has_hold)
            }
            _ => false,
        };
        !self.choices.holds && self.session.all_steps().any(held)
    }
}
