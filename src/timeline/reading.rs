//! How long words need: for somebody who is tired, lies on the floor and looks up late.
//!
//! All of it is our own judgement. It bounds how long words stay and when a part that waits has
//! been read; it hurries nobody, because what waits goes on only when a key is pressed.

use crate::session::{Offset, Position, TimedLine};
use crate::text::Clean;
use crate::time::Ms;

/// What waits for a key lasts at least so long where nobody can press one.
const LEAST: Ms = Ms::seconds(10);
/// Nobody needs longer than this to read what stands on one screen.
const MOST: Ms = Ms::minutes(5);

/// How long a line stays: about half the pace of ordinary reading, with time to notice it first.
pub(super) fn reading_time(text: &str) -> Ms {
    Ms::seconds(5) + Ms(600) * text.split_whitespace().count() as u64
}

/// How long a part that waits takes to be read: its words, and the lines with a time of their own.
pub(super) fn waiting_time<'a>(
    texts: impl IntoIterator<Item = &'a Clean>,
    timed: &[TimedLine],
) -> Ms {
    let read: Ms = texts.into_iter().map(|text| reading_time(text)).sum();
    let last_line = timed.iter().map(|timed| match timed.at {
        Offset::Start(after) => after + reading_time(&timed.line),
        Offset::End(before) => before,
    });
    let last_line = last_line.max().unwrap_or_default();
    read.max(last_line).clamp(LEAST, MOST)
}

/// How long a change of position takes to be read, line by line, each as long as the longest needs.
pub(super) fn moving_time(position: &Position) -> Ms {
    let longest = position.set_up.iter().map(|line| reading_time(line)).max();
    let lines = position.set_up.len() as u64;
    (longest.unwrap_or_default() * lines).clamp(LEAST, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> Clean {
        Clean::check(text).unwrap()
    }

    #[test]
    fn what_waits_can_be_read_to_its_end() {
        let words = |count: usize| clean(&"word ".repeat(count));
        let late = |at| TimedLine {
            at,
            line: words(10),
        };
        let table = [
            (vec![], vec![], 10_000),
            (vec![words(5)], vec![], 10_000),
            (vec![words(20)], vec![], 17_000),
            (vec![words(20), words(10)], vec![], 28_000),
            (vec![], vec![late(Offset::Start(Ms::seconds(30)))], 41_000),
            (vec![], vec![late(Offset::End(Ms::seconds(5)))], 10_000),
            (vec![words(100_000)], vec![], 300_000),
        ];
        for (texts, timed, expected) in table {
            assert_eq!(waiting_time(&texts, &timed), Ms(expected));
        }
    }
}
