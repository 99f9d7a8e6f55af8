//! How long words need: for somebody who is tired, lies on the floor and looks up late.
//!
//! All of it is our own judgement. It bounds how long words stay and when a part that waits has
//! been read; it hurries nobody, because what waits goes on only when a key is pressed.

use crate::session::Position;
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

/// How long a part that waits takes to be read.
pub(super) fn waiting_time<'a>(texts: impl IntoIterator<Item = &'a Clean>) -> Ms {
    let read: Ms = texts.into_iter().map(|text| reading_time(text)).sum();
    whole_seconds(read.clamp(LEAST, MOST))
}

/// How long a change of position takes to be read, line by line, each as long as the longest needs.
pub(super) fn moving_time(position: &Position) -> Ms {
    let longest = position.set_up.iter().map(|line| reading_time(line)).max();
    let lines = position.set_up.len() as u64;
    whole_seconds((longest.unwrap_or_default() * lines).clamp(LEAST, MOST))
}

/// Times that are told to people are whole.
fn whole_seconds(time: Ms) -> Ms {
    Ms::seconds(time.0.div_ceil(1000))
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
        let table = [
            (vec![], 10_000),
            (vec![words(5)], 10_000),
            (vec![words(9)], 11_000),
            (vec![words(20)], 17_000),
            (vec![words(20), words(10)], 28_000),
            (vec![words(100_000)], 300_000),
        ];
        for (texts, expected) in table {
            assert_eq!(waiting_time(&texts), Ms(expected));
        }
    }
}
