//! A soft bell where a step begins, and a last one at the end of the session, unless its author
//! wants none.
//!
//! It is modelled on a small singing bowl: partials that fit no scale, each a pair that beats
//! slowly. One strike is made once and added wherever it sounds, so that any moment has all its
//! tails.

use std::f64::consts::TAU;
use std::sync::Arc;

use super::Score;
use super::curve::smooth;
use super::palette::Palette;
use crate::session::Sound;
use crate::time::Ms;
use crate::timeline::Timeline;

/// How loud a strike of gain 1 is at its peak, against full scale.
const LEVEL: f32 = 0.19;
/// Gains of the bells at the very start, between steps and at the end.
const AT_START: f32 = 0.6;
const BETWEEN_STEPS: f32 = 0.75;
const AT_END: f32 = 1.0;
/// Steps that follow each other faster than this share one bell.
const LEAST_SECONDS_APART: u64 = 4;

/// How long the last bell rings on after a session.
pub const RING: Ms = Ms::seconds(9);
/// How long a strike sounds, in seconds, and over how much of its end the last trace of it is faded out.
const SECONDS: f64 = RING.0 as f64 / 1000.0;
const LAST_SECONDS: f64 = 1.5;
/// The stroke of a felt mallet: nothing of it comes suddenly.
const ATTACK_SECONDS: f64 = 0.024;
const FUNDAMENTAL: f64 = 220.0;

struct Partial {
    /// Against the fundamental.
    ratio: f64,
    gain: f64,
    /// How long it takes to fall by 60 decibels.
    seconds: f64,
    /// How often its pair beats, in hertz.
    beat: f64,
}

const PARTIALS: [Partial; 4] = [
    Partial {
        ratio: 1.0,
        gain: 1.0,
        seconds: 9.0,
        beat: 0.45,
    },
    Partial {
        ratio: 2.71,
        gain: 0.46,
        seconds: 6.5,
        beat: 0.8,
    },
    Partial {
        ratio: 5.02,
        gain: 0.13,
        seconds: 3.4,
        beat: 1.3,
    },
    Partial {
        ratio: 7.81,
        gain: 0.03,
        seconds: 1.6,
        beat: 2.0,
    },
];

/// One strike, ready to be added; its peak is 1.
pub(crate) struct Ring {
    frames: Box<[[i16; 2]]>,
    scale: f32,
}

impl Ring {
    pub(crate) fn new(rate: u32) -> Self {
        let length = (SECONDS * f64::from(rate)) as usize;
        let mut frames = vec![[0.0_f32; 2]; length];
        for partial in &PARTIALS {
            // The two of a pair lean to different sides, so that the beating wanders a little.
            for (detune, sides) in [(-0.5, [0.62, 0.38]), (0.5, [0.38, 0.62])] {
                let frequency = FUNDAMENTAL * partial.ratio + detune * partial.beat;
                ring(&mut frames, frequency, partial, sides, rate);
            }
        }
        shape_ends(&mut frames, rate);
        let peak = frames
            .iter()
            .flatten()
            .fold(0.0_f32, |peak, x| peak.max(x.abs()));
        let full = f32::from(i16::MAX);
        Self {
            frames: frames
                .iter()
                .map(|frame| frame.map(|x| (x / peak * full).round() as i16))
                .collect(),
            scale: 1.0 / full,
        }
    }

    /// How many frames a strike sounds for.
    pub(crate) fn length(&self) -> u64 {
        self.frames.len() as u64
    }
}

/// Adds a damped sine, turned on from each sample to the next.
fn ring(frames: &mut [[f32; 2]], frequency: f64, partial: &Partial, sides: [f64; 2], rate: u32) {
    let rate = f64::from(rate);
    let kept = 0.001_f64.powf(1.0 / (partial.seconds * rate));
    let (sin, cos) = (TAU * frequency / rate).sin_cos();
    let (sin, cos) = (sin * kept, cos * kept);
    let (mut x, mut y) = (partial.gain, 0.0);
    let sides = sides.map(|side| side as f32);
    for frame in frames {
        frame[0] += sides[0] * y as f32;
        frame[1] += sides[1] * y as f32;
        (x, y) = (x * cos - y * sin, x * sin + y * cos);
    }
}

/// Lets a strike begin and end at nothing.
fn shape_ends(frames: &mut [[f32; 2]], rate: u32) {
    let attack = (ATTACK_SECONDS * f64::from(rate)) as usize;
    let last = (LAST_SECONDS * f64::from(rate)) as usize;
    for (i, frame) in frames[..attack].iter_mut().enumerate() {
        *frame = frame.map(|x| x * smooth(i as f32 / attack as f32));
    }
    for (i, frame) in frames.iter_mut().rev().take(last).enumerate() {
        *frame = frame.map(|x| x * smooth(i as f32 / last as f32));
    }
}

/// One bell of a session.
struct Strike {
    onset: u64,
    gain: f32,
}

/// All bells of a session.
pub(super) struct Bells {
    strikes: Vec<Strike>,
    palette: Arc<Palette>,
}

impl Bells {
    pub(super) fn new(timeline: &Timeline, palette: Arc<Palette>) -> Self {
        let frame = |at| Score::frame_at(at, palette.rate);
        let apart = LEAST_SECONDS_APART * u64::from(palette.rate);
        let end = frame(timeline.length());
        let mut strikes: Vec<Strike> = Vec::new();
        let begins = timeline.steps().iter().filter(|part| !part.continues);
        let begins = begins.filter(|_| timeline.sounds().step != Sound::None);
        for onset in begins.map(|part| frame(part.onset)) {
            let far_enough = strikes
                .last()
                .is_none_or(|last| last.onset + apart <= onset);
            if far_enough && (onset == 0 || onset + apart <= end) {
                let gain = if onset == 0 { AT_START } else { BETWEEN_STEPS };
                strikes.push(Strike { onset, gain });
            }
        }
        if timeline.sounds().end != Sound::None {
            strikes.push(Strike {
                onset: end,
                gain: AT_END,
            });
        }
        Self { strikes, palette }
    }

    /// The frame from which on nothing rings any more.
    pub(super) fn end(&self) -> u64 {
        self.strikes
            .last()
            .map_or(0, |last| last.onset + self.palette.ring.length())
    }

    /// Adds what rings from frame `from` on.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let ring = &self.palette.ring;
        let until = from + out.len() as u64;
        let first = self
            .strikes
            .partition_point(|strike| strike.onset + ring.length() <= from);
        for strike in self.strikes[first..]
            .iter()
            .take_while(|strike| strike.onset < until)
        {
            let start = strike.onset.max(from);
            let gain = LEVEL * strike.gain * ring.scale;
            let sounding = &ring.frames[(start - strike.onset) as usize..];
            for (frame, rung) in out[(start - from) as usize..].iter_mut().zip(sounding) {
                frame[0] += gain * f32::from(rung[0]);
                frame[1] += gain * f32::from(rung[1]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The loudness of 0.5 s from a time on.
    fn loudness(ring: &Ring, seconds: f64) -> f64 {
        let from = (seconds * 48_000.0) as usize;
        let power: f64 = ring.frames[from..from + 24_000]
            .iter()
            .map(|frame| f64::from(frame[0]).powi(2) + f64::from(frame[1]).powi(2))
            .sum();
        power.sqrt()
    }

    #[test]
    fn a_strike_comes_softly_and_fades_evenly() {
        let ring = Ring::new(48_000);
        let peak = ring
            .frames
            .iter()
            .position(|frame| frame[0].max(frame[1]) == i16::MAX);
        assert!(peak.is_some_and(|peak| peak > 720), "peak at {peak:?}");
        let fall = |from, to| 20.0 * (loudness(&ring, from) / loudness(&ring, to)).log10();
        let (early, late) = (fall(2.0, 4.0), fall(5.0, 7.0));
        assert!((9.0..20.0).contains(&early), "{early} dB in 2 s");
        assert!((9.0..20.0).contains(&late), "{late} dB in 2 s");
    }

    #[test]
    fn a_strike_ends_in_nothing() {
        let ring = Ring::new(44_100);
        assert_eq!(ring.frames.first(), Some(&[0, 0]));
        assert_eq!(ring.frames.last(), Some(&[0, 0]));
    }
}
