//! From numbers between −1 and 1 to the whole numbers of a file.
//!
//! What is lost is made up for by two throws of dice for each sample, so that a bell fades into an
//! even hush and not into a buzz. The dice follow from the sample's own number: the same sound is the
//! same file, in whatever pieces it was made.

/// The loudest whole number.
const FULL: f32 = 32_767.0;

/// The frames from number `from` on as 16-bit samples, left and right in turn. Where there is nothing
/// to hear there is nothing at all.
pub fn dithered(from: u64, frames: &[[f32; 2]]) -> Vec<i16> {
    let mut samples = Vec::with_capacity(2 * frames.len());
    for (n, frame) in (from..).zip(frames) {
        if frame.iter().all(|side| *side == 0.0) {
            samples.extend([0, 0]);
            continue;
        }
        for (side, dice) in frame.iter().zip(thrown(n)) {
            let whole = (side * FULL + dice).round();
            samples.push(whole.clamp(-FULL, FULL) as i16);
        }
    }
    samples
}

/// For both sides of a frame the sum of two throws, each up to half a step up or down.
fn thrown(n: u64) -> [f32; 2] {
    let [left, right] = [scattered(2 * n), scattered(2 * n + 1)];
    [left, right].map(|bits| half_a_step(bits as u32) + half_a_step((bits >> 32) as u32))
}

fn half_a_step(bits: u32) -> f32 {
    (bits >> 8) as f32 / 16_777_216.0 - 0.5
}

/// A number without any visible order, from its place in the order (the finisher of `SplitMix64`).
fn scattered(n: u64) -> u64 {
    let mut x = n.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tone that is softer than the smallest step of a sample.
    fn faint(frames: usize) -> Vec<[f32; 2]> {
        let at = |n: usize| (n as f32 * 0.057).sin() * 0.3 / FULL;
        (0..frames).map(|n| [at(n), at(n)]).collect()
    }

    #[test]
    fn pieces_have_the_same_dice_as_the_whole() {
        let frames = faint(1000);
        let whole = dithered(70, &frames);
        let mut pieces = dithered(70, &frames[..333]);
        pieces.extend(dithered(70 + 333, &frames[333..]));
        assert_eq!(whole, pieces);
        assert_ne!(whole, dithered(71, &frames));
    }

    #[test]
    fn what_is_softer_than_a_step_is_still_there_on_average() {
        let frames = faint(200_000);
        let samples = dithered(0, &frames);
        let (mut with, mut of) = (0.0, 0.0);
        for (frame, sample) in frames.iter().zip(samples.iter().step_by(2)) {
            let tone = f64::from(frame[0] * FULL);
            with += tone * f64::from(*sample);
            of += tone * tone;
        }
        assert!((with / of - 1.0).abs() < 0.05, "{}", with / of);
    }

    #[test]
    fn what_is_added_is_even_and_never_more_than_a_step() {
        let frames: Vec<[f32; 2]> = vec![[0.25; 2]; 100_000];
        let samples = dithered(0, &frames);
        let off: Vec<f64> = samples
            .iter()
            .map(|sample| f64::from(*sample) - 0.25 * f64::from(FULL))
            .collect();
        assert!(off.iter().all(|off| off.abs() <= 1.5));
        let mean = off.iter().sum::<f64>() / off.len() as f64;
        assert!(mean.abs() < 0.01, "{mean}");
        let power = off.iter().map(|off| off * off).sum::<f64>() / off.len() as f64;
        // Two even throws and the rounding: three times a twelfth.
        assert!((power - 0.25).abs() < 0.01, "{power}");
    }

    #[test]
    fn silence_stays_silent_and_nothing_turns_over() {
        assert!(
            dithered(0, &[[0.0; 2]; 50])
                .iter()
                .all(|sample| *sample == 0)
        );
        let loud = dithered(0, &[[2.0, -2.0]; 50]);
        assert!(loud.chunks(2).all(|frame| frame == [32_767, -32_767]));
    }
}
