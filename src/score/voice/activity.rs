//! Finds the words of a spoken line by its loudness alone, so that a recording and machine speech are
//! treated alike: where somebody speaks, where they pause, and where a pause can be made longest.
//!
//! It hears no language. What it takes for a word may be two that were said in one breath.

use std::ops::Range;

use super::layout::Word;

/// How often loudness is looked at, and over how long, in seconds.
const HOP: f64 = 0.005;
const HOPS_HEARD: usize = 5;
/// A line is silent where it is so far below its loud parts, in decibels of power.
const SILENT_BELOW: f32 = 36.0;
/// A recording that hisses is silent a little above its hiss, but never so near to its loud parts.
const ABOVE_HISS: f32 = 6.0;
const NEVER_WITHIN: f32 = 20.0;
/// A shorter silence belongs to a word, as before the `t` of "water", in seconds.
const WITHIN_A_WORD: f64 = 0.06;
/// A shorter sound is the end or the beginning of a word, as the `t` of "rest" is.
const NO_WORD: f64 = 0.09;
/// Longer than this without a pause, a line is looked through for a place that is quiet enough, and
/// that has as much on both sides, in seconds and in decibels below its loud parts.
const LONG: f64 = 1.2;
const LEAST_PIECE: f64 = 0.4;
const QUIET_ENOUGH: f32 = 12.0;
/// What is left around a word for edges that are soft, in seconds.
const BEFORE: f64 = 0.03;
const AFTER: f64 = 0.07;

/// What it costs to go on after a pause of at least so many seconds only once the breath has turned.
const COSTS: [(f64, u32); 4] = [(0.3, 10), (0.18, 20), (0.11, 50), (0.0, 120)];
/// The same where there is no pause at all.
const NO_PAUSE: u32 = 200;

/// The words of a line, in order; none where it is silent.
pub(super) fn words(samples: &[i16], rate: u32) -> Vec<Word> {
    let hop = ((f64::from(rate) * HOP) as usize).max(1);
    let loudness = loudness(samples, hop);
    let hops = |seconds: f64| (seconds / HOP).round() as usize;
    let Some((loud, silent)) = levels(&loudness) else {
        return Vec::new();
    };
    let mut sounding = sounding(&loudness, silent);
    join(&mut sounding, hops(WITHIN_A_WORD), hops(NO_WORD));
    let mut words: Vec<Word> = Vec::new();
    for word in sounding {
        let pause = words.last().map_or(0, |last| word.start - last.samples.end);
        let pause = pause as f64 * HOP;
        let cost = COSTS.iter().find(|(least, _)| pause >= *least);
        let mut cost = cost.map_or(NO_PAUSE, |(_, cost)| *cost);
        for piece in pieces(&loudness, word, loud - QUIET_ENOUGH, hops) {
            words.push(Word {
                samples: piece,
                cost,
            });
            cost = NO_PAUSE;
        }
    }
    for word in &mut words {
        word.samples = word.samples.start * hop..(word.samples.end * hop).min(samples.len());
    }
    widen(&mut words, samples.len(), f64::from(rate));
    words
}

/// How loud it is, in decibels of power, hop by hop.
fn loudness(samples: &[i16], hop: usize) -> Vec<f32> {
    let power = |hop: &[i16]| -> f64 { hop.iter().map(|x| f64::from(*x).powi(2)).sum() };
    let powers: Vec<f64> = samples.chunks(hop).map(power).collect();
    let around = HOPS_HEARD / 2;
    (0..powers.len())
        .map(|i| {
            let heard = &powers[i.saturating_sub(around)..(i + around + 1).min(powers.len())];
            let mean = heard.iter().sum::<f64>() / (heard.len() * hop) as f64;
            10.0 * mean.max(0.01).log10() as f32
        })
        .collect()
}

/// How loud the loud parts of a line are, and below what it is silent.
fn levels(loudness: &[f32]) -> Option<(f32, f32)> {
    let mut sorted = loudness.to_vec();
    sorted.sort_by(f32::total_cmp);
    let at = |share: f64| sorted.get((sorted.len() as f64 * share) as usize).copied();
    let (hiss, loud) = (at(0.05)?, at(0.95)?);
    let silent = (hiss + ABOVE_HISS).clamp(loud - SILENT_BELOW, loud - NEVER_WITHIN);
    // Nothing but silence has no loud parts.
    (loud > 10.0).then_some((loud, silent))
}

/// The stretches that are louder than silence.
fn sounding(loudness: &[f32], silent: f32) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (i, level) in loudness.iter().enumerate() {
        if *level <= silent {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.end == i => last.end = i + 1,
            _ => found.push(i..i + 1),
        }
    }
    found
}

/// Joins what is one word: over short silences, and what is too short with what is nearer.
fn join(found: &mut Vec<Range<usize>>, within: usize, least: usize) {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for next in found.drain(..) {
        match joined.last_mut() {
            Some(last) if next.start - last.end < within => last.end = next.end,
            _ => joined.push(next),
        }
    }
    while joined.len() > 1
        && let Some(i) = joined.iter().position(|word| word.len() < least)
    {
        let gap = |i: usize| joined[i + 1].start - joined[i].end;
        let first = if i == 0 || (i + 1 < joined.len() && gap(i) < gap(i - 1)) {
            i
        } else {
            i - 1
        };
        joined[first].end = joined[first + 1].end;
        joined.remove(first + 1);
    }
    *found = joined;
}

/// A word that is long, cut at its quietest places, as long as they are quiet enough.
fn pieces(
    loudness: &[f32],
    word: Range<usize>,
    quiet: f32,
    hops: impl Fn(f64) -> usize + Copy,
) -> Vec<Range<usize>> {
    let least = hops(LEAST_PIECE);
    if word.len() < hops(LONG) {
        return vec![word];
    }
    let inner = word.start + least..word.end - least;
    let quietest = inner.min_by(|a, b| loudness[*a].total_cmp(&loudness[*b]));
    let Some(cut) = quietest.filter(|cut| loudness[*cut] < quiet) else {
        return vec![word];
    };
    let mut cuts = pieces(loudness, word.start..cut, quiet, hops);
    cuts.extend(pieces(loudness, cut..word.end, quiet, hops));
    cuts
}

/// Gives every word room for soft edges, at most half of the pause to the next one.
fn widen(words: &mut [Word], end: usize, rate: f64) {
    let (before, after) = ((BEFORE * rate) as usize, (AFTER * rate) as usize);
    let middles: Vec<usize> = words
        .windows(2)
        .map(|pair| usize::midpoint(pair[0].samples.end, pair[1].samples.start))
        .collect();
    for (i, word) in words.iter_mut().enumerate() {
        let first = i.checked_sub(1).map_or(0, |i| middles[i]);
        let last = middles.get(i).copied().unwrap_or(end);
        let samples = &word.samples;
        word.samples =
            samples.start.saturating_sub(before).max(first)..(samples.end + after).min(last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 16_000;

    /// Buzzes and silences in turn, each so many milliseconds long; the silences hiss a little.
    fn line(given: &[usize], hiss: f32) -> Vec<i16> {
        let mut samples = Vec::new();
        for (i, length) in given.iter().enumerate() {
            for k in 0..length * 16 {
                let wave = if k % 100 < 50 { 4000_i32 } else { -4000 };
                let noise = ((k * 7919) % 201) as f32 - 100.0;
                let noise = (noise * hiss / 100.0) as i32;
                let wave = if i % 2 == 0 { 0 } else { wave };
                samples.push((wave + noise) as i16);
            }
        }
        samples
    }

    /// Where the words are, to the nearest ten milliseconds, and what it costs to break there.
    fn heard(given: &[usize], hiss: f32) -> Vec<(usize, usize, u32)> {
        let near = |sample: usize| (sample / 16 + 5) / 10 * 10;
        let words = words(&line(given, hiss), RATE);
        words
            .iter()
            .map(|word| (near(word.samples.start), near(word.samples.end), word.cost))
            .collect()
    }

    #[test]
    fn words_are_told_apart_by_the_pauses_between_them() {
        let given = [200, 400, 400, 300, 150, 500, 300];
        let expected = [(160, 680, 120), (960, 1370, 10), (1410, 2030, 50)];
        for hiss in [0.0, 60.0] {
            let found = heard(&given, hiss);
            assert_eq!(found.len(), 3, "{found:?}");
            for (found, expected) in found.iter().zip(expected) {
                assert!(found.0.abs_diff(expected.0) <= 20, "{found:?} {expected:?}");
                assert!(found.1.abs_diff(expected.1) <= 20, "{found:?} {expected:?}");
            }
            assert_eq!((found[1].2, found[2].2), (10, 50), "{found:?}");
        }
    }

    #[test]
    fn the_stop_within_a_word_is_no_pause_and_its_end_no_word() {
        assert_eq!(heard(&[100, 300, 40, 300, 100], 0.0).len(), 1);
        assert_eq!(heard(&[100, 600, 90, 30, 400, 500, 100], 0.0).len(), 2);
    }

    #[test]
    fn silence_has_no_words() {
        assert_eq!(words(&[], RATE), []);
        assert_eq!(words(&vec![0; 40_000], RATE), []);
        assert_eq!(words(&line(&[2000], 2.0), RATE), []);
    }

    #[test]
    fn what_is_said_without_a_pause_is_cut_where_it_is_quietest() {
        let mut samples = line(&[100, 2000, 100], 0.0);
        for sample in &mut samples[16_000..16_640] {
            *sample /= 8;
        }
        let words = words(&samples, RATE);
        assert_eq!(words.len(), 2);
        let cut = words[1].samples.start;
        assert!((16_000..16_640).contains(&cut), "{cut}");
        assert_eq!(words[0].samples.end, cut);
        assert_eq!(words[1].cost, NO_PAUSE);
        // Where it is loud all along there is no such place.
        assert_eq!(super::words(&line(&[100, 2000, 100], 0.0), RATE).len(), 1);
    }
}
