//! Tapping along with somebody's breath: from the instants of the taps to the length of a breath.
//!
//! One taps as each in-breath begins. Nothing here knows about sessions or keys.

use arrayvec::ArrayVec;

use crate::time::{Ms, Now};

/// How many taps are looked at. Breaths differ, and the last few tell more than the first.
const LOOKED_AT: usize = 5;
/// Two taps closer than this are one: a key that bounced, or a hand that shook.
const LEAST: Ms = Ms(600);
/// After so long a pause somebody begins to tap anew. It is longer than the slowest breath.
const MOST: Ms = Ms::seconds(20);

/// The last taps, one for each in-breath.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taps {
    at: ArrayVec<Now, LOOKED_AT>,
}

impl Taps {
    /// Takes a tap. Answers how long a breath lasts, as soon as there are two.
    ///
    /// The length is the mean over the last few taps, so that a late finger weighs little.
    pub fn tap(&mut self, now: Now) -> Option<Ms> {
        if let Some(last) = self.at.last() {
            let since = now.since(*last);
            if since < LEAST {
                return self.breath();
            }
            if since > MOST {
                self.at.clear();
            }
        }
        if self.at.is_full() {
            self.at.remove(0);
        }
        self.at.push(now);
        self.breath()
    }

    /// How long a breath lasts, if that can be told.
    fn breath(&self) -> Option<Ms> {
        let (first, last) = (self.at.first()?, self.at.last()?);
        let breaths = self.at.len() as u64 - 1;
        (breaths > 0).then(|| Ms(last.since(*first).0 / breaths))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn told(taps: &[u64]) -> Vec<Option<u64>> {
        let mut all = Taps::default();
        let tap = |at: &u64| all.tap(Now::after(Duration::from_millis(*at)));
        taps.iter()
            .map(tap)
            .map(|told| told.map(|ms| ms.0))
            .collect()
    }

    #[test]
    fn two_taps_tell_a_breath_and_more_of_them_tell_it_better() {
        let table: [(&[u64], &[Option<u64>]); 5] = [
            (&[1000], &[None]),
            (&[1000, 5000], &[None, Some(4000)]),
            (&[1000, 5000, 11_000], &[None, Some(4000), Some(5000)]),
            // A key that bounces is one tap.
            (&[1000, 1100, 5000], &[None, None, Some(4000)]),
            // After a long pause somebody begins anew.
            (
                &[1000, 5000, 30_000, 33_000],
                &[None, Some(4000), None, Some(3000)],
            ),
        ];
        for (taps, lengths) in table {
            assert_eq!(told(taps), lengths, "{taps:?}");
        }
    }

    #[test]
    fn only_the_last_few_breaths_count() {
        let slow = (0..5).map(|i| i * 8000);
        let quick = (1..5).map(|i| 32_000 + i * 4000);
        let taps: Vec<u64> = slow.chain(quick).collect();
        assert_eq!(told(&taps).last(), Some(&Some(4000)));
    }
}
