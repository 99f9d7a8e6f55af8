//! A list that is longer than its place: which of its rows are in sight, where one gets to from
//! there, and what stands on a line.
//!
//! Every list is made here, so that what is drawn, what a key leads to and what a click means
//! cannot disagree. It remembers nothing: where one was stands in the [`Cursor`].

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write;
use crate::app::{Action, App, Cursor};

/// A row of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// What the entries below it have in common.
    Heading(&'static str),
    /// An entry, by its index.
    Entry(usize),
}

/// A list in its place.
#[derive(Debug)]
pub(super) struct List {
    rows: Vec<Row>,
    area: Rect,
    /// The row of the chosen entry; none where it is not in the list.
    chosen: Option<usize>,
    /// The first row in sight.
    first: usize,
}

impl List {
    /// A list of which a part may be in sight: as near to where the cursor was as it can be, with
    /// the chosen entry in it, and no more than one empty line where there are rows to fill it.
    pub(super) fn new(rows: Vec<Row>, cursor: Cursor, area: Rect) -> Self {
        let entry = Row::Entry(cursor.chosen);
        let mut list = Self {
            chosen: rows.iter().position(|row| *row == entry),
            rows,
            area,
            first: 0,
        };
        list.first = list.settled(cursor.first);
        list
    }

    fn height(&self) -> usize {
        usize::from(self.area.height).max(1)
    }

    fn settled(&self, wished: usize) -> usize {
        let last = self.rows.len().saturating_sub(1);
        let first = wished.min(self.least_first(last));
        let Some(chosen) = self.chosen else {
            return first;
        };
        let first = first.max(self.least_first(chosen));
        if first < chosen {
            return first;
        }
        // The heading above it comes in sight with it.
        let above = chosen.checked_sub(1);
        let above = above.filter(|above| matches!(self.rows[*above], Row::Heading(_)));
        above.filter(|_| self.height() > 1).unwrap_or(chosen)
    }

    /// The least first row with which a row is still in sight.
    fn least_first(&self, row: usize) -> usize {
        let first = (row + 1).saturating_sub(self.height());
        if self.heading_above(first).is_some() {
            (first + 1).min(row)
        } else {
            first
        }
    }

    /// The heading that stays in sight on a line of its own, above rows that have none.
    fn heading_above(&self, first: usize) -> Option<&'static str> {
        let begins_with_entry = matches!(self.rows.get(first), Some(Row::Entry(_)));
        if first == 0 || !begins_with_entry || self.height() < 2 {
            return None;
        }
        let above = self.rows[..first].iter().rev();
        above.into_iter().find_map(|row| match row {
            Row::Heading(heading) => Some(*heading),
            Row::Entry(_) => None,
        })
    }

    /// What stands on each line, from the top.
    fn lines(&self) -> impl Iterator<Item = Row> + '_ {
        let heading = self.heading_above(self.first).map(Row::Heading);
        let rows = self.rows.iter().skip(self.first).copied();
        let lines = heading.into_iter().chain(rows);
        lines.take(usize::from(self.area.height))
    }

    fn entries(&self) -> impl DoubleEndedIterator<Item = (usize, usize)> + '_ {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(|(row, kind)| match kind {
            Row::Entry(entry) => Some((row, *entry)),
            Row::Heading(_) => None,
        })
    }

    /// Where a key leads to.
    pub(super) fn step(&self, action: Action) -> Cursor {
        let screenful = self.height().saturating_sub(1).max(1);
        let row = self.chosen.unwrap_or(0);
        let below = |by| {
            let entries = self.entries().filter(|(other, _)| *other > row);
            furthest(entries, |other| other <= row + by)
        };
        let above = |by| {
            let entries = self.entries().rev().filter(|(other, _)| *other < row);
            furthest(entries, |other| other + by >= row)
        };
        let to = match action {
            Action::Down => below(1),
            Action::Up => above(1),
            Action::ScreenDown => below(screenful),
            Action::ScreenUp => above(screenful),
            Action::First => self.entries().next(),
            Action::Last => self.entries().next_back(),
            _ => None,
        };
        self.at(to.map(|(_, entry)| entry))
    }

    /// With another entry chosen; with the same one if there is none.
    fn at(&self, entry: Option<usize>) -> Cursor {
        let now = self.chosen.map(|row| self.rows[row]);
        let chosen = entry.or(match now {
            Some(Row::Entry(entry)) => Some(entry),
            _ => None,
        });
        let cursor = Cursor {
            chosen: chosen.unwrap_or(0),
            first: self.first,
        };
        let first = Self::new(self.rows.clone(), cursor, self.area).first;
        Cursor { first, ..cursor }
    }

    /// The entry on a cell of the screen, if there is one, and the cursor at it.
    pub(super) fn entry_at(&self, column: u16, row: u16) -> Option<Cursor> {
        if !self.area.contains((column, row).into()) {
            return None;
        }
        match self.lines().nth(usize::from(row - self.area.y))? {
            Row::Entry(entry) => Some(self.at(Some(entry))),
            Row::Heading(_) => None,
        }
    }

    /// Draws the rows in sight. Where there are more, the topmost heading has the number of the
    /// chosen entry beside it.
    pub(super) fn draw(
        &self,
        app: &App,
        cells: &mut Buffer,
        mut draw_entry: impl FnMut(usize, bool, Rect, &mut Buffer),
    ) {
        let chosen = self.chosen.map(|row| self.rows[row]);
        let mut place = self.place();
        for (line, row) in self.area.rows().zip(self.lines()) {
            match row {
                Row::Heading(heading) => draw_heading(app, heading, place.take(), line, cells),
                Row::Entry(entry) => draw_entry(entry, chosen == Some(row), line, cells),
            }
        }
    }

    /// "3 / 18": the place of the chosen entry, where not all rows are in sight.
    pub(super) fn place(&self) -> Option<String> {
        let chosen = self.chosen.filter(|_| self.rows.len() > self.height())?;
        let before = self.entries().take_while(|(row, _)| *row < chosen).count();
        Some(format!("{} / {}", before + 1, self.entries().count()))
    }
}

/// The last entry within reach, or else the one that is nearest.
fn furthest(
    entries: impl Iterator<Item = (usize, usize)>,
    is_in_reach: impl Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let mut found = None;
    for (row, entry) in entries {
        if found.is_some() && !is_in_reach(row) {
            break;
        }
        found = Some((row, entry));
    }
    found
}

fn draw_heading(app: &App, heading: &str, place: Option<String>, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let taken = write::left(cells, area, heading, theme.dim(), charset) + 2;
    let taken = taken.min(area.width);
    let room = Rect {
        x: area.x + taken,
        width: area.width - taken,
        ..area
    };
    if let Some(place) = place {
        write::right(cells, room, &place, theme.dim(), charset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two groups, of three and of five.
    fn rows() -> Vec<Row> {
        let first = [Row::Heading("first")]
            .into_iter()
            .chain((0..3).map(Row::Entry));
        let second = [Row::Heading("second")]
            .into_iter()
            .chain((3..8).map(Row::Entry));
        first.chain(second).collect()
    }

    fn list(cursor: Cursor, height: u16) -> List {
        List::new(rows(), cursor, Rect::new(3, 2, 20, height))
    }

    fn shown(list: &List) -> String {
        let written = |row| match row {
            Row::Heading(heading) => heading.to_owned(),
            Row::Entry(entry) => entry.to_string(),
        };
        list.lines().map(written).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_list_moves_no_further_than_the_chosen_entry_needs() {
        let mut cursor = Cursor::default();
        let down = [
            "first 0 1 2",
            "first 0 1 2",
            "first 0 1 2",
            "first 2 second 3",
            "second 3 4 5",
            "second 3 4 5",
            "second 4 5 6",
            "second 5 6 7",
            "second 5 6 7",
        ];
        for (step, wanted) in down.into_iter().enumerate() {
            let list = list(cursor, 4);
            assert_eq!(shown(&list), wanted, "{step}");
            cursor = list.step(Action::Down);
        }
        assert_eq!(cursor.chosen, 7);
        let up = [
            "second 5 6 7",
            "second 5 6 7",
            "second 5 6 7",
            "second 4 5 6",
        ];
        for (step, wanted) in up.into_iter().enumerate() {
            let list = list(cursor, 4);
            assert_eq!(shown(&list), wanted, "{step}");
            cursor = list.step(Action::Up);
        }
    }

    #[test]
    fn the_chosen_entry_is_in_sight_at_every_height_wherever_one_was() {
        for height in 1..12 {
            for first in 0..12 {
                for chosen in 0..8 {
                    let list = list(Cursor { chosen, first }, height);
                    let shown: Vec<Row> = list.lines().collect();
                    assert!(
                        shown.contains(&Row::Entry(chosen)),
                        "{height} {first} {chosen}"
                    );
                    let full = usize::from(height).min(10);
                    // The heading of a group of which one entry would be in sight takes its place.
                    assert!(full - shown.len() < 2, "{height} {first} {chosen}");
                    let headed = height < 2 || matches!(shown[0], Row::Heading(_));
                    assert!(headed, "{height} {first} {chosen}: {shown:?}");
                }
            }
        }
    }

    #[test]
    fn screenfuls_lead_through_the_list_and_back_and_no_further() {
        let walk = |action, from, times| {
            let mut cursor = Cursor::at(from);
            let mut seen = Vec::new();
            for _ in 0..times {
                cursor = list(cursor, 4).step(action);
                seen.push(cursor.chosen);
            }
            seen
        };
        assert_eq!(walk(Action::ScreenDown, 0, 4), [2, 4, 7, 7]);
        assert_eq!(walk(Action::ScreenUp, 7, 4), [4, 2, 0, 0]);
        assert_eq!(walk(Action::Last, 2, 1), [7]);
        assert_eq!(walk(Action::First, 6, 1), [0]);
        assert_eq!(walk(Action::Open, 6, 1), [6]);
    }

    #[test]
    fn a_click_means_the_row_it_is_on_and_moves_nothing_else() {
        let cursor = Cursor {
            chosen: 6,
            first: 5,
        };
        let list = list(cursor, 4);
        assert_eq!(shown(&list), "second 4 5 6");
        let at = |column, row| list.entry_at(column, row);
        assert_eq!(
            at(3, 3),
            Some(Cursor {
                chosen: 4,
                first: 6
            })
        );
        assert_eq!(
            at(22, 5),
            Some(Cursor {
                chosen: 6,
                first: 6
            })
        );
        for (column, row) in [(3, 2), (2, 3), (23, 3), (3, 1), (3, 6), (0, 0)] {
            assert_eq!(at(column, row), None, "{column} {row}");
        }
    }

    #[test]
    fn an_empty_list_stays_where_it_is() {
        for height in [0, 1, 5] {
            let list = List::new(Vec::new(), Cursor::at(3), Rect::new(0, 0, 9, height));
            assert_eq!(list.step(Action::Down), Cursor::default());
            assert_eq!(list.lines().count(), 0);
        }
    }
}
