//! What makes room for words: how far the rest falls while somebody speaks.
//!
//! It begins before the words, so that the first one is heard, and follows from the number of the
//! frame alone.

use std::ops::Range;

use super::curve::smooth;

/// Over how long it falls before the words and rises after them.
const RAMP_SECONDS: f64 = 0.3;
/// Words closer together than this are heard as one: in so short a gap nothing comes up.
const JOINED_SECONDS: f64 = 1.5;

/// When words are spoken.
pub(crate) struct Duck {
    /// In order, and at least two ramps apart.
    spans: Vec<Range<u64>>,
    ramp: u64,
}

impl Duck {
    /// From the frames in which words are spoken, in order.
    pub(crate) fn new(spans: Vec<Range<u64>>, rate: u32) -> Self {
        let joined = (JOINED_SECONDS * f64::from(rate)) as u64;
        let mut apart: Vec<Range<u64>> = Vec::with_capacity(spans.len());
        for span in spans {
            match apart.last_mut() {
                Some(last) if span.start < last.end + joined => last.end = last.end.max(span.end),
                _ => apart.push(span),
            }
        }
        Self {
            spans: apart,
            ramp: (RAMP_SECONDS * f64::from(rate)) as u64,
        }
    }

    /// Whether nothing is spoken in these frames.
    pub(crate) fn is_silent(&self, frames: &Range<u64>) -> bool {
        let after = self.spans.partition_point(|span| span.end <= frames.start);
        self.spans
            .get(after)
            .is_none_or(|span| span.start >= frames.end)
    }

    /// Multiplies the frames from `from` on; below words by `low`.
    pub(crate) fn apply(&self, low: f32, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let first = self
            .spans
            .partition_point(|span| span.end + self.ramp <= from);
        for span in &self.spans[first..] {
            let start = span.start.saturating_sub(self.ramp);
            if start >= until {
                break;
            }
            let (start, end) = (start.max(from), (span.end + self.ramp).min(until));
            let part = &mut out[(start - from) as usize..(end - from) as usize];
            for (frame, n) in part.iter_mut().zip(start..) {
                let gain = 1.0 - (1.0 - low) * self.depth(span, n);
                *frame = frame.map(|x| x * gain);
            }
        }
    }

    /// From 0 away from the words to 1 where they are spoken.
    fn depth(&self, span: &Range<u64>, n: u64) -> f32 {
        let off = if n < span.start {
            span.start - n
        } else {
            (n + 1).saturating_sub(span.end)
        };
        smooth(1.0 - off as f32 / self.ramp as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The gain of each frame at 1000 frames a second, read in pieces of any length.
    fn gains(duck: &Duck, frames: usize) -> Vec<f32> {
        let mut all = Vec::new();
        let mut length = 1;
        while all.len() < frames {
            let mut piece = vec![[1.0; 2]; length];
            duck.apply(0.25, all.len() as u64, &mut piece);
            all.extend(piece.iter().map(|frame| frame[0]));
            length = length * 5 % 113 + 1;
        }
        all
    }

    #[test]
    fn it_is_down_before_the_first_word_and_up_again_after_the_last() {
        let duck = Duck::new(vec![2000..3000, 9000..9500], 1000);
        let all = gains(&duck, 11_000);
        for (n, gain) in all.iter().enumerate() {
            let spoken = (2000..3000).contains(&n) || (9000..9500).contains(&n);
            let far = n < 1700 || (3300..8700).contains(&n) || n >= 9800;
            if spoken {
                assert!((gain - 0.25).abs() < 1e-6, "{gain} at {n}");
            } else if far {
                assert!((gain - 1.0).abs() < 1e-6, "{gain} at {n}");
            }
        }
        let steps = all.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        assert!(steps.fold(0.0, f32::max) < 0.005);
    }

    #[test]
    fn between_words_that_follow_each_other_it_stays_down() {
        let duck = Duck::new(vec![2000..3000, 3800..4000, 3900..5000], 1000);
        let all = gains(&duck, 6000);
        assert!(all[2000..5000].iter().all(|gain| *gain < 0.26));
        assert!(!duck.is_silent(&(3200..3300)));
        assert!(duck.is_silent(&(5000..9000)) && duck.is_silent(&(0..2000)));
    }

    #[test]
    fn without_words_nothing_changes() {
        let all = gains(&Duck::new(Vec::new(), 1000), 500);
        assert!(all.iter().all(|gain| gain.to_bits() == 1.0_f32.to_bits()));
    }
}
