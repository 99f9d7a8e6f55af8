//! Moving in a week: where the cursor goes, what comes in sight with it, and which row a click is on.
//!
//! It measures the week with what draws it, and remembers nothing.

use std::ops::Range;

use super::{is_roomy, rows, write_text};
use crate::app::{Action, App, AtProgramme};
use crate::view::{layout, page, whole};

/// Where the cursor goes, and the first line that is shown then.
///
/// A row that does not fit is read to its end before the cursor leaves it, a screenful at a time, and
/// so is what stands below the last row and above the first.
pub fn step(app: &App, at: &AtProgramme, action: Action) -> (usize, u16) {
    let (places, total) = places(app, at);
    let week = Shown {
        height: layout::page(whole(app)).body.height,
        total,
        places: &places,
    };
    let Some(last) = places.len().checked_sub(1) else {
        return (0, 0);
    };
    let here = (at.chosen.min(last), at.scroll.min(week.most()));
    match action {
        Action::Down => week.down(here),
        Action::Up => week.up(here),
        Action::ScreenDown => week.far(here, Shown::down),
        Action::ScreenUp => week.far(here, Shown::up),
        Action::First => (0, 0),
        Action::Last => (last, week.most()),
        _ => here,
    }
}

/// A week as it stands in its window.
struct Shown<'a> {
    /// How many lines are in sight.
    height: u16,
    /// How many there are.
    total: u16,
    /// Where each row stands.
    places: &'a [Range<u16>],
}

impl Shown<'_> {
    fn most(&self) -> u16 {
        self.total.saturating_sub(self.height)
    }

    /// What a text moves by: one line stays in sight, so that nobody loses it.
    fn screenful(&self) -> u16 {
        self.height.saturating_sub(1).max(1)
    }

    fn in_sight(&self, row: usize, scroll: u16) -> u16 {
        in_sight(&self.places[row], scroll, self.height)
    }

    fn down(&self, (chosen, scroll): (usize, u16)) -> (usize, u16) {
        let hidden = self.places[chosen].end.saturating_sub(scroll + self.height);
        if hidden > 0 {
            (chosen, scroll + hidden.min(self.screenful()))
        } else if chosen + 1 < self.places.len() {
            (chosen + 1, self.in_sight(chosen + 1, scroll))
        } else {
            (chosen, (scroll + self.screenful()).min(self.most()))
        }
    }

    fn up(&self, (chosen, scroll): (usize, u16)) -> (usize, u16) {
        let hidden = scroll.saturating_sub(self.places[chosen].start);
        if hidden > 0 {
            (chosen, scroll - hidden.min(self.screenful()))
        } else if chosen > 0 {
            (chosen - 1, self.in_sight(chosen - 1, scroll))
        } else {
            (chosen, scroll.saturating_sub(self.screenful()))
        }
    }

    /// As many steps as lead a screenful on, or as far as there is anything.
    fn far(
        &self,
        here: (usize, u16),
        step: impl Fn(&Self, (usize, u16)) -> (usize, u16),
    ) -> (usize, u16) {
        let mut at = here;
        loop {
            let next = step(self, at);
            if next == at || next.1.abs_diff(here.1) > self.screenful() {
                return at;
            }
            at = next;
        }
    }
}

/// The first line to show so that the chosen row comes in sight; none where it is seen already.
pub fn out_of_sight(app: &App, at: &AtProgramme) -> Option<u16> {
    let body = layout::page(whole(app)).body;
    let (places, total) = places(app, at);
    let place = places.get(at.chosen)?;
    let scroll = at.scroll.min(total.saturating_sub(body.height));
    let seen = (scroll..scroll + body.height).contains(&place.start);
    (!seen).then(|| in_sight(place, scroll, body.height))
}

/// The row that is on a cell of the screen, if one is.
pub(in crate::view) fn row_at(app: &App, at: &AtProgramme, column: u16, row: u16) -> Option<usize> {
    let body = layout::page(whole(app)).body;
    if !body.contains((column, row).into()) {
        return None;
    }
    let (places, total) = places(app, at);
    let scroll = at.scroll.min(total.saturating_sub(body.height));
    let line = row - body.y + scroll;
    places.iter().position(|place| place.contains(&line))
}

/// Where each row stands, and how many lines there are in all.
fn places(app: &App, at: &AtProgramme) -> (Vec<Range<u16>>, u16) {
    let area = whole(app);
    let mut places = Vec::new();
    let total = page::rows(app, layout::page(area).body, |flow| {
        places = write_text(app, at, &rows(app, at), is_roomy(area), flow);
    });
    (places, total)
}

/// The first line shown with a row in sight, no further from where it was than that takes. Of a row
/// that is taller than the window its beginning is seen.
fn in_sight(place: &Range<u16>, scroll: u16, height: u16) -> u16 {
    let least = place.end.saturating_sub(height);
    scroll.max(least).min(place.start)
}
