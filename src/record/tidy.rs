//! From everything the microphone heard to what is kept of it: the words without the silence around
//! them, without rumble, as loud as every other line, and fading in and out.
//!
//! Where nobody spoke there is no take. The limits are our own judgement, but for the loudness, which
//! is that of EBU R 128.

use super::level::decibels;
use crate::score::Clip;

/// The longest take, in seconds. A line lasts a few.
pub const LONGEST_TAKE: u32 = 60;
/// How loud every line is, in LUFS.
const LOUDNESS: f64 = -23.0;
/// The highest that a sample may be, in decibels below full scale.
const HIGHEST: f32 = -3.0;
/// What is below this many hertz is rumble: steps, a desk, the air of a fan.
const RUMBLE: f64 = 70.0;
/// The stretches in which energy is looked at, in seconds.
const FRAME: f32 = 0.01;
/// How long the room is listened to for its own noise.
const ROOM: f32 = 0.3;
/// How far a voice stands above the noise of the room, in decibels.
const ABOVE_ROOM: f32 = 9.0;
/// Nothing below this is a voice.
const LEAST: f32 = -62.0;
/// What is so far below the loudest syllable is no part of the words.
const BELOW_LOUDEST: f32 = 42.0;
/// Pauses up to this long do not part words, in seconds.
const PAUSE: f32 = 0.2;
/// What is shorter than this and stands alone is a knock or a key, in seconds.
const KNOCK: f32 = 0.09;
/// What is kept before the words and after them, in seconds.
const BEFORE: f32 = 0.12;
const AFTER: f32 = 0.25;
/// How long it fades in and out, in seconds.
const FADE_IN: f32 = 0.03;
const FADE_OUT: f32 = 0.15;

/// What is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Take {
    /// The words, ready to be written.
    pub clip: Clip,
    /// How loud it is, in LUFS.
    pub loudness: f64,
    /// Whether the voice was cut off because it was too loud.
    pub is_cut: bool,
    /// By how many decibels the words stand above the noise of the room.
    pub above_room: f32,
}

/// Why nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheard {
    /// Not a single sample came.
    Nothing,
    /// Nobody spoke, or too quietly to be told from the room.
    NoWords,
}

/// What is kept of a take; `is_cut` says whether it was cut off while it was heard.
pub fn tidy(mut samples: Vec<f32>, rate: u32, is_cut: bool) -> Result<Take, Unheard> {
    // A driver may hand on what is no number at all.
    for sample in &mut samples {
        *sample = if sample.is_finite() {
            sample.clamp(-1.0, 1.0)
        } else {
            0.0
        };
    }
    without_rumble(&mut samples, rate);
    let frame = ((FRAME * rate as f32) as usize).max(1);
    let levels: Vec<f32> = samples.chunks_exact(frame).map(level).collect();
    let room = room(&levels).ok_or(Unheard::Nothing)?;
    let loudest = levels.iter().copied().fold(f32::MIN, f32::max);
    let threshold = (room + ABOVE_ROOM).max(LEAST).max(loudest - BELOW_LOUDEST);
    let (first, last) = words(&levels, threshold).ok_or(Unheard::NoWords)?;
    let at = |seconds: f32| (seconds * rate as f32) as usize;
    let from = (first * frame).saturating_sub(at(BEFORE));
    let until = ((last + 1) * frame + at(AFTER)).min(samples.len());
    let mut kept = samples[from..until].to_vec();
    fade(&mut kept, at(FADE_IN), at(FADE_OUT));
    let (clip, loudness) = levelled(&kept, rate);
    Ok(Take {
        clip,
        loudness,
        is_cut,
        above_room: loudest - room,
    })
}

fn level(samples: &[f32]) -> f32 {
    let sum: f32 = samples.iter().map(|sample| sample * sample).sum();
    decibels((sum / samples.len().max(1) as f32).sqrt())
}

/// How loud the room is by itself: as its first moments are, or, where somebody spoke at once, as the
/// quietest moments are.
fn room(levels: &[f32]) -> Option<f32> {
    let first = (ROOM / FRAME) as usize;
    let middle = |part: &[f32], share: usize| {
        let mut sorted = part.to_vec();
        sorted.sort_by(f32::total_cmp);
        sorted.get(sorted.len() * share / 100).copied()
    };
    let at_first = middle(levels.get(..first).unwrap_or(levels), 50)?;
    Some(at_first.min(middle(levels, 10)?))
}

/// The first and the last frame in which somebody speaks. A knock before or after the words, that is
/// short and stands alone, is none of them.
fn words(levels: &[f32], threshold: f32) -> Option<(usize, usize)> {
    let (pause, knock) = ((PAUSE / FRAME) as usize, (KNOCK / FRAME) as usize);
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for (index, _) in levels
        .iter()
        .enumerate()
        .filter(|(_, level)| **level > threshold)
    {
        match groups.last_mut() {
            Some((_, last)) if index - *last <= pause => *last = index,
            _ => groups.push((index, index)),
        }
    }
    groups.retain(|(first, last)| last - first + 1 > knock);
    Some((groups.first()?.0, groups.last()?.1))
}

/// Takes away what is below the voice: two poles, after Butterworth.
fn without_rumble(samples: &mut [f32], rate: u32) {
    let angle = std::f64::consts::TAU * RUMBLE / f64::from(rate.max(1_000));
    let (sin, cos) = angle.sin_cos();
    let width = sin / std::f64::consts::SQRT_2;
    let whole = 1.0 + width;
    let outer = f64::midpoint(1.0, cos) / whole;
    let forward = [outer, -2.0 * outer, outer];
    let back = [-2.0 * cos / whole, (1.0 - width) / whole];
    let (mut old, mut new) = ([0.0; 2], [0.0; 2]);
    for sample in samples {
        let x = f64::from(*sample);
        let y = forward[0] * x + forward[1] * old[0] + forward[2] * old[1]
            - back[0] * new[0]
            - back[1] * new[1];
        old = [x, old[0]];
        new = [y, new[0]];
        *sample = y as f32;
    }
}

/// Fades in at the start and out at the end, along half a wave.
fn fade(samples: &mut [f32], rise: usize, fall: usize) {
    let length = samples.len();
    let gain = |n: usize, whole: usize| {
        let share = (n as f32 + 0.5) / whole.max(1) as f32;
        0.5 - 0.5 * (std::f32::consts::PI * share).cos()
    };
    for (n, sample) in samples.iter_mut().enumerate() {
        if n < rise {
            *sample *= gain(n, rise);
        }
        let left = length - 1 - n;
        if left < fall {
            *sample *= gain(left, fall);
        }
    }
}

/// The samples as whole numbers, as loud as every line is, and how loud that is. A line with one loud
/// moment stays a little quieter than be distorted there.
fn levelled(samples: &[f32], rate: u32) -> (Clip, f64) {
    let peak = samples
        .iter()
        .fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
    let most = 10_f32.powf(HIGHEST / 20.0) / peak.max(f32::MIN_POSITIVE);
    // Measured where it is loudest, so that the steps of whole numbers are small against it.
    let measured = whole(samples, most, rate).loudness();
    let Some(measured) = measured else {
        return (whole(samples, most, rate), LOUDNESS);
    };
    let gain = most * 10_f32.powf(((LOUDNESS - measured) / 20.0).min(0.0) as f32);
    (whole(samples, gain, rate), measured.min(LOUDNESS))
}

fn whole(samples: &[f32], gain: f32, rate: u32) -> Clip {
    let whole = |sample: &f32| (sample * gain * 32_767.0).round() as i16;
    Clip::mono(rate, samples.iter().map(whole).collect::<Vec<i16>>())
}

#[cfg(test)]
mod tests;
