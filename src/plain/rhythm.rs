//! What a listener knows about the breath by now, so that lengths are said while they are news and
//! then fall silent.
//!
//! A length is said with the first breaths, once more when it has clearly changed, and not again.

use crate::session::Phase;
use crate::time::Ms;

/// After so many equal breaths the rhythm is known.
const BREATHS_TO_LEARN: u8 = 3;
/// A phase has clearly changed when it is this much longer or shorter than was last said. Less than
/// that is followed by the words alone, which come on time all the same.
const NEWS: Ms = Ms::seconds(1);
/// Lengths are told in halves of a second: nobody breathes by tenths.
const HALF: u64 = 500;

/// What was said of each phase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rhythm {
    phases: [Known; 5],
}

/// What was said of one phase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Known {
    /// How long it was said to last.
    length: Option<Ms>,
    /// How often that was said.
    times: u8,
}

impl Rhythm {
    /// The length to say with a phase that begins, if it is news. It counts as said.
    pub(super) fn news(&mut self, phase: Phase, length: Ms) -> Option<Ms> {
        let known = &mut self.phases[phase as usize];
        let said = told(length);
        match known.length {
            None => {
                *known = Known {
                    length: Some(said),
                    times: 1,
                };
            }
            Some(before) if before.0.abs_diff(length.0) >= NEWS.0 => {
                *known = Known {
                    length: Some(said),
                    times: BREATHS_TO_LEARN,
                };
            }
            Some(before) if before == said && known.times < BREATHS_TO_LEARN => known.times += 1,
            Some(_) => return None,
        }
        Some(said)
    }

    /// What was said elsewhere, as in answer to a wish for a longer breath, need not be said again.
    pub(super) fn is_told(&mut self, phase: Phase, length: Ms) {
        self.phases[phase as usize] = Known {
            length: Some(told(length)),
            times: BREATHS_TO_LEARN,
        };
    }
}

/// A length as it is told.
pub(super) fn told(length: Ms) -> Ms {
    Ms((length.0 + HALF / 2) / HALF * HALF)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of out-breaths of these lengths, one after the other; 0 where nothing is.
    fn said(lengths: &[u64]) -> Vec<u64> {
        let mut rhythm = Rhythm::default();
        let news = |length: &u64| rhythm.news(Phase::Out, Ms(*length));
        let said = lengths.iter().map(news);
        said.map(|said| said.map_or(0, |said| said.0)).collect()
    }

    #[test]
    fn equal_breaths_are_told_three_times() {
        assert_eq!(said(&[6000; 6]), [6000, 6000, 6000, 0, 0, 0]);
    }

    #[test]
    fn a_change_is_told_once() {
        let lengths = [4000, 4000, 4000, 4000, 6000, 6000, 6000, 4000, 4000];
        assert_eq!(said(&lengths), [4000, 4000, 4000, 0, 6000, 0, 0, 4000, 0]);
    }

    #[test]
    fn a_breath_that_slowly_changes_is_told_by_whole_seconds() {
        let lengths: Vec<u64> = (0..=10).map(|breath| 4000 + breath * 200).collect();
        let expected = [4000, 4000, 0, 0, 0, 5000, 0, 0, 0, 0, 6000];
        assert_eq!(said(&lengths), expected);
    }

    #[test]
    fn each_phase_is_known_for_itself() {
        let mut rhythm = Rhythm::default();
        rhythm.is_told(Phase::In, Ms(4400));
        assert_eq!(rhythm.news(Phase::In, Ms(4400)), None);
        assert_eq!(rhythm.news(Phase::Out, Ms(6600)), Some(Ms(6500)));
    }
}
