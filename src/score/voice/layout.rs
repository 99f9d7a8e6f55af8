//! Lays the words of a line into the stretches that are open to them, so that it is broken as seldom
//! as can be and where its speaker paused.
//!
//! It sees lengths only: no samples, no session.

use std::ops::Range;

/// A stretch of speech without a pause in it, in samples of its clip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// From where to where it sounds, with room for soft edges.
    pub(super) samples: Range<usize>,
    /// What it costs to begin anew with it, after a turn.
    pub(super) cost: u32,
}

/// A stretch of frames in which words may sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Room {
    pub(super) frames: Range<u64>,
    /// Whether what the words are about is over by then.
    pub(super) late: bool,
}

/// Some words of a line in one stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Which stretch.
    pub(super) room: usize,
    /// Which words.
    pub(super) words: Range<usize>,
}

// What can be wrong with a layout, each against the others. All of it is our own judgement.
/// A stretch passes before the first word.
const WAITS: u32 = 15;
/// A stretch passes in the middle of a line.
const HALTS: u32 = 40;
/// What the words are about is over.
const LATE: u32 = 60;
/// So few samples in a thousand of a line stand alone in a stretch.
const LONELY_SHARE: usize = 250;
const LONELY: u32 = 25;

/// How long some words last, where no pause between them is longer than `longest_pause`.
pub(super) fn length(words: &[Word], longest_pause: usize) -> usize {
    let sounds: usize = words.iter().map(|word| word.samples.len()).sum();
    let pauses = words.windows(2);
    let pauses = pauses.map(|pair| pause(pair).min(longest_pause));
    sounds + pauses.sum::<usize>()
}

/// The pause between two words.
pub(super) fn pause(pair: &[Word]) -> usize {
    pair[1].samples.start.saturating_sub(pair[0].samples.end)
}

/// The layout with the least that is wrong with it, if there is any at all.
pub(super) fn laid(words: &[Word], rooms: &[Room], longest_pause: usize) -> Option<Vec<Run>> {
    let all = length(words, longest_pause);
    // For each stretch, and each number of words that come before it: the least cost, and how many
    // of those words were placed before the stretch that precedes it.
    let mut least: Vec<Vec<Option<(u32, usize)>>> =
        vec![vec![None; words.len() + 1]; rooms.len() + 1];
    least[0][0] = Some((0, 0));
    for (index, room) in rooms.iter().enumerate() {
        let open = (room.frames.end - room.frames.start) as usize;
        for placed in 0..=words.len() {
            let Some((cost, _)) = least[index][placed] else {
                continue;
            };
            let passed = match placed {
                0 => WAITS,
                _ if placed == words.len() => 0,
                _ => HALTS,
            };
            better(&mut least[index + 1][placed], cost + passed, placed);
            for next in placed + 1..=words.len() {
                let run = length(&words[placed..next], longest_pause);
                if run > open {
                    break;
                }
                let broken = if placed == 0 { 0 } else { words[placed].cost };
                let late = if room.late { LATE } else { 0 };
                let lonely = run * 1000 < all * LONELY_SHARE;
                let lonely = if lonely { LONELY } else { 0 };
                let cost = cost + broken + late + lonely;
                better(&mut least[index + 1][next], cost, placed);
            }
        }
    }
    traced(&least, words.len())
}

fn better(least: &mut Option<(u32, usize)>, cost: u32, from: usize) {
    if least.is_none_or(|(known, _)| cost < known) {
        *least = Some((cost, from));
    }
}

/// The way back through what cost least.
fn traced(least: &[Vec<Option<(u32, usize)>>], words: usize) -> Option<Vec<Run>> {
    let mut runs = Vec::new();
    let mut placed = words;
    for room in (1..least.len()).rev() {
        let (_, before) = least[room][placed]?;
        if before < placed {
            runs.push(Run {
                room: room - 1,
                words: before..placed,
            });
        }
        placed = before;
    }
    runs.reverse();
    (!runs.is_empty()).then_some(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of these lengths and pauses after them, dear to break where the pause is short.
    fn words(given: &[(usize, usize)]) -> Vec<Word> {
        let (mut at, mut cost) = (0, 0);
        let mut words = Vec::new();
        for (length, pause) in given {
            words.push(Word {
                samples: at..at + length,
                cost,
            });
            at += length + pause;
            cost = if *pause > 20 { 10 } else { 50 };
        }
        words
    }

    fn rooms(given: &[Range<u64>]) -> Vec<Room> {
        let room = |frames: &Range<u64>| Room {
            frames: frames.clone(),
            late: false,
        };
        given.iter().map(room).collect()
    }

    fn told(words: &[Word], open: &[Range<u64>], longest: usize) -> Vec<(usize, Range<usize>)> {
        let runs = laid(words, &rooms(open), longest).unwrap_or_default();
        runs.into_iter().map(|run| (run.room, run.words)).collect()
    }

    #[test]
    fn a_line_is_moved_rather_than_broken_between_words() {
        let line = words(&[(100, 10), (100, 10), (100, 0)]);
        assert_eq!(told(&line, &[0..250, 300..700], 999), [(1, 0..3)]);
        assert_eq!(told(&line, &[0..320, 400..700], 999), [(0, 0..3)]);
    }

    #[test]
    fn it_is_broken_where_its_speaker_paused() {
        let line = words(&[(100, 10), (100, 60), (100, 10), (100, 0)]);
        let open = [0..330, 400..730];
        assert_eq!(told(&line, &open, 999), [(0, 0..2), (1, 2..4)]);
        // Nothing else is left where even a half does not fit.
        let open = [0..130, 200..330, 400..530, 600..730];
        let four = [(0, 0..1), (1, 1..2), (2, 2..3), (3, 3..4)];
        assert_eq!(told(&line, &open, 999), four);
    }

    #[test]
    fn shorter_pauses_may_make_it_fit() {
        let line = words(&[(100, 60), (100, 0)]);
        assert_eq!(told(&line, &[0..220, 220..221], 999), []);
        assert_eq!(told(&line, &[0..220, 220..221], 20), [(0, 0..2)]);
    }

    #[test]
    fn what_they_are_about_had_better_not_be_over() {
        let line = words(&[(100, 60), (100, 0)]);
        let mut rooms = rooms(&[0..150, 200..350, 400..700]);
        rooms[2].late = true;
        let runs = laid(&line, &rooms, 999).unwrap();
        assert_eq!(runs.len(), 2);
        rooms[2].late = false;
        let whole = [(100, 10), (100, 0)];
        let runs = laid(&words(&whole), &rooms, 999).unwrap();
        assert_eq!(
            runs,
            [Run {
                room: 2,
                words: 0..2
            }]
        );
    }

    #[test]
    fn what_fits_nowhere_is_not_laid() {
        assert_eq!(
            laid(&words(&[(100, 0)]), &rooms(&[0..99, 100..199]), 999),
            None
        );
        assert_eq!(laid(&words(&[(100, 0)]), &[], 999), None);
        assert_eq!(laid(&[], &rooms(&[0..99, 100..199]), 999), None);
    }
}
