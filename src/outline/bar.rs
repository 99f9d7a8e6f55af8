//! Which step fills which column of the picture.

use super::steps::{Part, Step};
use crate::time::Ms;

/// A bar over the time of a session, column by column.
pub(super) struct Bar<'a> {
    steps: &'a [Step<'a>],
    /// The step and the part of it in each column; none in a gap between two steps.
    columns: Vec<Option<(usize, usize)>>,
    length: Ms,
}

impl<'a> Bar<'a> {
    /// Gives each column to what happens in the middle of its time, and leaves a column between
    /// two steps free where the first of them can spare it.
    pub(super) fn new(steps: &'a [Step<'a>], length: Ms, columns: usize) -> Self {
        let mut bar = Self {
            steps,
            columns: Vec::new(),
            length,
        };
        let all = || {
            let numbered = steps.iter().enumerate();
            numbered.flat_map(|(step, whole)| {
                let parts = whole.parts.iter().enumerate();
                parts.map(move |(part, found)| ((step, part), found.onset))
            })
        };
        let mut parts = all().peekable();
        let mut here = None;
        for column in 0..columns {
            let middle = length.scaled((column as f64 + 0.5) / columns as f64);
            while let Some((place, _)) = parts.next_if(|(_, onset)| *onset <= middle) {
                here = Some(place);
            }
            bar.columns.push(here);
        }
        bar.leave_gaps();
        bar
    }

    fn leave_gaps(&mut self) {
        const CAN_SPARE_ONE: usize = 3;
        let step = |column: &Option<(usize, usize)>| column.map(|(step, _)| step);
        let owners: Vec<_> = self.columns.iter().map(step).collect();
        let mut start = 0;
        for run in owners.chunk_by(|one, other| one == other) {
            start += run.len();
            if run.len() >= CAN_SPARE_ONE && start < owners.len() {
                self.columns[start - 1] = None;
            }
        }
    }

    /// How many columns it has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// What fills each column.
    pub(super) fn parts(&self) -> impl Iterator<Item = Option<&'a Part<'a>>> {
        let steps = self.steps;
        self.columns
            .iter()
            .map(move |column| column.map(|(step, part)| &steps[step].parts[part]))
    }

    /// The column in which each step begins, with its number; steps too short for a column have
    /// none.
    pub(super) fn starts(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut before = None;
        let columns = self.columns.iter().enumerate();
        columns.filter_map(move |(column, owner)| {
            let (step, _) = (*owner)?;
            let begins = before != Some(step);
            before = Some(step);
            begins.then_some((column, step + 1))
        })
    }

    /// The time in the middle of a column.
    pub(super) fn time(&self, column: usize) -> Ms {
        let through = (column as f64 + 0.5) / self.width().max(1) as f64;
        self.length.scaled(through)
    }

    /// The column that holds a time.
    pub(super) fn column(&self, at: Ms) -> usize {
        let column = at.fraction_of(self.length) * self.width() as f64;
        (column as usize).min(self.width().saturating_sub(1))
    }
}
