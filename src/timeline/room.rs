//! Room between lines where a session was fitted to minutes: what was written with time between may
//! fall together there, and then what matters less is left out.
//!
//! A part that lasts as long as it is written says everything that is written.

use super::Line;
use crate::time::Ms;

/// Lines nearer to each other than this hurry somebody who listens. Our own judgement.
const LEAST: Ms = Ms::seconds(6);

/// What a line is for, from what can be spared first to what cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// It goes with a phase of the breath, and comes again.
    Cue,
    /// It is said some time into the part.
    Within,
    /// It says that the part is nearly over.
    BeforeTheEnd,
    /// It opens the part.
    Opening,
}

/// The ranks of the lines of the part that is being laid out, in the order in which they are added.
#[derive(Debug, Default)]
pub(super) struct Room {
    first: usize,
    ranks: Vec<Rank>,
    /// Whether the part is longer or shorter than it is written.
    changed: bool,
    /// Whether the last line of the part before can be spared.
    spared: bool,
}

impl Room {
    /// A part begins whose first line will have this index.
    pub(super) fn begin(&mut self, first: usize, changed: bool) {
        self.first = first;
        self.changed = changed;
        self.ranks.clear();
    }

    /// A line is added.
    pub(super) fn add(&mut self, rank: Rank) {
        self.ranks.push(rank);
    }

    /// Brings the lines of the part into order, and leaves out what has no room. Answers the index
    /// of the first of them.
    pub(super) fn make(&mut self, lines: &mut Vec<Line>) -> usize {
        let mut ranked: Vec<(Line, Rank)> = lines
            .drain(self.first..)
            .zip(self.ranks.drain(..))
            .collect();
        ranked.sort_by_key(|(line, _)| line.onset);
        let mut kept: Vec<(Line, Rank)> = Vec::with_capacity(ranked.len());
        for (line, rank) in ranked {
            let crowds = |kept: &(Line, Rank)| self.changed && line.onset < kept.0.onset + LEAST;
            while kept
                .last()
                .is_some_and(|last| crowds(last) && last.1 < rank)
            {
                kept.pop();
            }
            if !kept.last().is_some_and(crowds) {
                kept.push((line, rank));
            }
        }
        // What a part ends with makes room for what the next one begins with.
        let near = |(first, _): &(Line, Rank)| {
            let last = lines.last();
            last.is_some_and(|last| first.onset < last.onset + LEAST)
        };
        if self.spared && kept.first().is_some_and(near) {
            lines.pop();
        }
        if let Some((_, rank)) = kept.last() {
            self.spared = self.changed && *rank <= Rank::Within;
        }
        let first = lines.len();
        lines.extend(kept.into_iter().map(|(line, _)| line));
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Clean;

    /// Lays out lines given as seconds and ranks, and says which are left.
    fn left(changed: bool, given: &[(u64, Rank)]) -> Vec<u64> {
        let (mut room, mut lines) = (Room::default(), Vec::new());
        room.begin(0, changed);
        for (onset, rank) in given {
            room.add(*rank);
            lines.push(Line {
                onset: Ms::seconds(*onset),
                until: Ms::seconds(onset + 10),
                step: 0,
                text: Clean::from_shown("A line."),
            });
        }
        room.make(&mut lines);
        lines.iter().map(|line| line.onset.0 / 1000).collect()
    }

    #[test]
    fn the_end_of_a_part_makes_room_for_the_start_of_the_next() {
        for (rank, expected) in [
            (Rank::Cue, [30].as_slice()),
            (Rank::BeforeTheEnd, &[27, 30]),
        ] {
            let (mut room, mut lines) = (Room::default(), Vec::new());
            let line = |onset| Line {
                onset: Ms::seconds(onset),
                until: Ms::seconds(onset + 10),
                step: 0,
                text: Clean::from_shown("A line."),
            };
            room.begin(0, true);
            room.add(rank);
            lines.push(line(27));
            assert_eq!(room.make(&mut lines), 0);
            room.begin(lines.len(), false);
            room.add(Rank::Opening);
            lines.push(line(30));
            let first = room.make(&mut lines);
            assert_eq!(lines[first].onset, Ms::seconds(30));
            let left: Vec<u64> = lines.iter().map(|line| line.onset.0 / 1000).collect();
            assert_eq!(left, expected);
        }
    }

    #[test]
    fn what_matters_less_is_left_out_where_lines_fall_together() {
        use Rank::{BeforeTheEnd, Cue, Opening, Within};
        type Row<'a> = (&'a [(u64, Rank)], &'a [u64]);
        let table: [Row<'_>; 6] = [
            (&[(0, Opening), (3, Cue), (10, Cue)], &[0, 10]),
            (&[(20, Cue), (20, BeforeTheEnd)], &[20]),
            (&[(20, Cue), (24, Within), (28, BeforeTheEnd)], &[28]),
            (&[(20, BeforeTheEnd), (24, Cue), (26, Cue)], &[20, 26]),
            (&[(0, Within), (6, Within), (12, Cue)], &[0, 6, 12]),
            (&[(0, Opening), (2, BeforeTheEnd)], &[0]),
        ];
        for (given, expected) in table {
            assert_eq!(left(true, given), expected, "{given:?}");
            let all: Vec<u64> = given.iter().map(|(onset, _)| *onset).collect();
            assert_eq!(left(false, given), all, "{given:?} as it is written");
        }
    }
}
