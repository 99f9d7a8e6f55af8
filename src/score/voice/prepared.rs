//! A clip made ready to be placed: at the rate of the score, softened, levelled, and its words found.
//!
//! It takes some milliseconds and is done once for each clip, never while anything sounds.

use super::activity::words;
use super::layout::Word;
use crate::score::{Channels, Clip};

/// How loud words are: LUFS. The breath is made to lie around it, too.
const LOUDNESS: f64 = -23.0;
/// What is quieter than this is silence and not made louder.
const LEAST_LOUDNESS: f64 = -60.0;
/// From here on the tips of a wave are rounded, and none is higher than the second.
const ROUNDED_FROM: f32 = 0.22;
const HIGHEST: f32 = 0.36;
/// Above this frequency, in hertz, a voice is made quieter by half: machines hiss there.
const SOFT_ABOVE: f64 = 3500.0;
const ABOVE_GAIN: f32 = 0.5;
/// Below this frequency, in hertz, is nothing of a voice.
const NOTHING_BELOW: f64 = 70.0;

/// A clip at the rate of the score.
pub(in crate::score) struct Prepared {
    pub(in crate::score) samples: Box<[i16]>,
    pub(super) words: Vec<Word>,
}

impl Prepared {
    pub(in crate::score) fn new(clip: &Clip, rate: u32) -> Self {
        let mut wave = one_side(&clip.at(rate));
        soften(&mut wave, rate);
        let samples = levelled(&wave, rate);
        Self {
            words: words(&samples, rate),
            samples,
        }
    }
}

/// A voice comes from the middle.
fn one_side(clip: &Clip) -> Vec<f32> {
    let scale = 1.0 / 32_768.0;
    let samples = clip.samples();
    match clip.channels() {
        Channels::Mono => samples.iter().map(|x| f32::from(*x) * scale).collect(),
        Channels::Stereo => samples
            .chunks_exact(2)
            .map(|pair| (f32::from(pair[0]) + f32::from(pair[1])) * 0.5 * scale)
            .collect(),
    }
}

/// Takes the rumble away and the edge off.
fn soften(wave: &mut [f32], rate: u32) {
    let follow = |hertz: f64| 1.0 - (-std::f64::consts::TAU * hertz / f64::from(rate)).exp();
    let (slow, fast) = (follow(NOTHING_BELOW) as f32, follow(SOFT_ABOVE) as f32);
    let (mut rumble, mut warm) = (0.0_f32, 0.0_f32);
    for x in wave {
        rumble += slow * (*x - rumble);
        let clear = *x - rumble;
        warm += fast * (clear - warm);
        *x = warm + ABOVE_GAIN * (clear - warm);
    }
}

/// As loud as words are, with rounded tips.
fn levelled(wave: &[f32], rate: u32) -> Box<[i16]> {
    let plain: Vec<i16> = wave.iter().map(|x| number(*x)).collect();
    let loudness = loudness(&Clip::mono(rate, plain));
    let gain = match loudness {
        Some(loudness) if loudness > LEAST_LOUDNESS => {
            10.0_f64.powf((LOUDNESS - loudness) / 20.0) as f32
        }
        _ => 1.0,
    };
    wave.iter().map(|x| number(rounded(x * gain))).collect()
}

#[cfg(feature = "sound")]
fn loudness(clip: &Clip) -> Option<f64> {
    clip.loudness()
}

/// Nothing is heard of a build without sound, and nothing in it can measure.
#[cfg(not(feature = "sound"))]
fn loudness(_: &Clip) -> Option<f64> {
    None
}

fn number(x: f32) -> i16 {
    (x * 32_767.0).round() as i16
}

/// A tip of a wave, rounded.
fn rounded(x: f32) -> f32 {
    let above = x.abs() - ROUNDED_FROM;
    if above <= 0.0 {
        return x;
    }
    let room = HIGHEST - ROUNDED_FROM;
    (ROUNDED_FROM + room * above / (above + room)).copysign(x)
}
