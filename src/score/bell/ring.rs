//! One strike of a bell, made once and added wherever it sounds, so that any moment has all its
//! tails.

use crate::score::Clip;
use crate::score::clip::Channels;
use crate::score::curve::{kept_of_a_fall, rotation, smooth};
use crate::time::Ms;

/// How long the last bell rings on after a session.
pub const RING: Ms = Ms::seconds(9);
/// How long a strike sounds at most, in seconds, and over how much of its end the last trace of it
/// is faded out.
const SECONDS: f64 = RING.0 as f64 / 1000.0;
const LAST_SECONDS: f64 = 1.5;
/// Over how long a sound made elsewhere is faded in: it may begin in mid-air.
const OWN_ATTACK_SECONDS: f64 = 0.008;
/// The loudest that a sound made elsewhere may be on average, against its peak: a sound that goes on
/// is quieter than a strike with the same peak.
const OWN_LOUDNESS: f32 = 0.3;

/// One of the frequencies that a bell sounds in. Each is a pair that beats slowly.
pub(super) struct Partial {
    pub(super) hertz: f64,
    pub(super) gain: f64,
    /// How long it takes to fall by 60 decibels.
    pub(super) seconds: f64,
    /// How often its pair beats, in hertz.
    pub(super) beat: f64,
    /// How long it takes to come: nothing of it is sudden.
    pub(super) attack: f64,
    /// When it is struck, in seconds.
    pub(super) begins: f64,
}

/// One strike, ready to be added; its peak is at most 1.
pub(crate) struct Ring {
    frames: Box<[[i16; 2]]>,
    scale: f32,
}

impl Ring {
    pub(super) fn new(partials: &[Partial], height: f32, rate: u32) -> Self {
        let length = (SECONDS * f64::from(rate)) as usize;
        let mut frames = vec![[0.0_f32; 2]; length];
        let heard = |partial: &&Partial| partial.hertz < 0.45 * f64::from(rate);
        for partial in partials.iter().filter(heard) {
            // The two of a pair lean to different sides, so that the beating wanders a little, and are
            // not as loud as each other: it never beats down to nothing.
            for (detune, sides) in [(-0.5, [0.86, 0.54]), (0.5, [0.22, 0.38])] {
                ring(
                    &mut frames,
                    partial,
                    partial.hertz + detune * partial.beat,
                    sides,
                    rate,
                );
            }
        }
        fade_out(&mut frames, rate);
        let mut ring = Self::at_full_scale(&frames);
        ring.scale *= height;
        ring
    }

    /// A strike made elsewhere, which has this rate.
    pub(crate) fn own(clip: &Clip) -> Self {
        let rate = clip.rate();
        let longest = (SECONDS * f64::from(rate)) as usize;
        let full = f32::from(i16::MAX);
        let both = |x: i16| [f32::from(x) / full; 2];
        let mut frames: Vec<[f32; 2]> = match clip.channels() {
            Channels::Mono => clip.samples().iter().copied().map(both).collect(),
            Channels::Stereo => clip
                .samples()
                .chunks_exact(2)
                .map(|pair| [f32::from(pair[0]) / full, f32::from(pair[1]) / full])
                .collect(),
        };
        frames.truncate(longest);
        let attack = (OWN_ATTACK_SECONDS * f64::from(rate)) as usize;
        for (i, frame) in frames.iter_mut().take(attack).enumerate() {
            *frame = frame.map(|x| x * smooth(i as f32 / attack as f32));
        }
        fade_out(&mut frames, rate);
        let mut ring = Self::at_full_scale(&frames);
        let louder = ring.loudness() / OWN_LOUDNESS;
        if louder > 1.0 {
            ring.scale /= louder;
        }
        ring
    }

    fn at_full_scale(frames: &[[f32; 2]]) -> Self {
        let peak = frames
            .iter()
            .flatten()
            .fold(f32::MIN_POSITIVE, |peak, x| peak.max(x.abs()));
        let full = f32::from(i16::MAX);
        Self {
            frames: frames
                .iter()
                .map(|frame| frame.map(|x| (x / peak * full).round() as i16))
                .collect(),
            scale: 1.0 / full,
        }
    }

    /// How loud it is on average over its loudest second, against full scale.
    fn loudness(&self) -> f32 {
        let second = (self.frames.len() as f64 / SECONDS).max(1.0) as usize;
        let power = |part: &[[i16; 2]]| {
            let squares = part.iter().flatten().map(|x| f64::from(*x).powi(2));
            squares.sum::<f64>() / (2 * part.len()) as f64
        };
        let loudest = self.frames.chunks(second).map(power).fold(0.0, f64::max);
        loudest.sqrt() as f32 * self.scale
    }

    /// How many frames a strike sounds for.
    pub(crate) fn length(&self) -> u64 {
        self.frames.len() as u64
    }

    /// Adds a strike that began so many frames before these.
    pub(super) fn add(&self, since: u64, gain: f32, out: &mut [[f32; 2]]) {
        let gain = gain * self.scale;
        let sounding = self.frames.get(since as usize..).unwrap_or_default();
        for (frame, rung) in out.iter_mut().zip(sounding) {
            frame[0] += gain * f32::from(rung[0]);
            frame[1] += gain * f32::from(rung[1]);
        }
    }

    #[cfg(test)]
    pub(super) fn frames(&self) -> &[[i16; 2]] {
        &self.frames
    }
}

/// Adds a damped sine, turned on from each sample to the next.
fn ring(frames: &mut [[f32; 2]], partial: &Partial, hertz: f64, sides: [f64; 2], rate: u32) {
    let rate = f64::from(rate);
    let kept = kept_of_a_fall(partial.seconds * rate);
    let (sin, cos) = rotation(hertz / rate);
    let (sin, cos) = (sin * kept, cos * kept);
    let (mut x, mut y) = (partial.gain, 0.0);
    let sides = sides.map(|side| side as f32);
    let begins = ((partial.begins * rate) as usize).min(frames.len());
    let attack = (partial.attack * rate) as f32;
    for (i, frame) in frames[begins..].iter_mut().enumerate() {
        let i = i as f32;
        let come = if i < attack { smooth(i / attack) } else { 1.0 };
        frame[0] += sides[0] * come * y as f32;
        frame[1] += sides[1] * come * y as f32;
        (x, y) = (x * cos - y * sin, x * sin + y * cos);
    }
}

/// Lets a strike end at nothing.
fn fade_out(frames: &mut [[f32; 2]], rate: u32) {
    let last = ((LAST_SECONDS * f64::from(rate)) as usize).min(frames.len() / 2);
    for (i, frame) in frames.iter_mut().rev().take(last).enumerate() {
        *frame = frame.map(|x| x * smooth(i as f32 / last as f32));
    }
}
