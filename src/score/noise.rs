//! Bands of soft noise, and chords, as loops without a seam.
//!
//! A loop is made once and only read afterwards, so that any moment of it can be had at once. It
//! knows nothing of breaths.

mod endless;

pub(crate) use endless::Woven;

use std::sync::Arc;

use super::curve::{kept_of_a_fall, rotation, scattered, sine};

/// A band of noise: what lies between two frequencies, with soft edges.
pub(crate) struct Band {
    /// Below this it fades, in hertz.
    pub(crate) low: f64,
    /// Above this it fades, in hertz.
    pub(crate) high: f64,
    /// How fast it fades above, in steps of 6 decibels an octave.
    pub(crate) slope: usize,
    /// How long until it repeats. Bands of different lengths never repeat together.
    pub(crate) seconds: f64,
    /// How much of it comes and goes several times a second, as foam does, from 0 to 1.
    pub(crate) foam: f32,
    /// Where its randomness starts from.
    pub(crate) seed: u32,
}

/// A note of a chord, with its loudness against the others.
pub(crate) struct Note {
    pub(crate) hertz: f64,
    pub(crate) gain: f64,
}

/// Sound of an even loudness of 1 (root mean square) that repeats without a seam.
pub(crate) struct Loop {
    left: Arc<[i16]>,
    right: Arc<[i16]>,
    scale: f32,
    /// In noise the right ear hears the same loop from elsewhere, which sounds wide and has no echo.
    apart: usize,
}

/// How often foam comes and goes, in hertz.
const FOAM: [f64; 6] = [2.3, 3.1, 4.3, 5.9, 7.7, 9.7];
/// Over how many samples the coming and going of foam is drawn as a straight line.
const FOAM_STRAIGHT: usize = 64;

impl Loop {
    /// Makes the loop of a band for a sample rate.
    pub(crate) fn new(band: &Band, rate: u32) -> Self {
        let mut noise = white((f64::from(rate) * band.seconds) as usize, band.seed);
        for _ in 0..2 {
            around(&mut noise, |x, low| x - low, per_sample(band.low, rate));
        }
        for _ in 0..band.slope {
            around(&mut noise, |_, low| low, per_sample(band.high, rate));
        }
        if band.foam > 0.0 {
            foam(&mut noise, band, rate);
        }
        let (samples, scale) = even(&noise);
        Self {
            apart: samples.len() * 3 / 8,
            right: Arc::clone(&samples),
            left: samples,
            scale,
        }
    }

    /// Makes the loop of a chord: each note is three that beat slowly, and each side has its own.
    pub(crate) fn chord(notes: &[Note], seconds: f64, rate: u32) -> Self {
        let length = (f64::from(rate) * seconds) as usize;
        let [left, right] = [1, -1].map(|side: i32| {
            let mut samples = vec![0.0_f32; length];
            for (i, note) in notes.iter().enumerate() {
                for detune in [0, side, -2 * side] {
                    let cycles = (note.hertz * seconds).round() + f64::from(detune);
                    let share = if detune == 0 { 0.6 } else { 0.35 };
                    let phase = f64::from(scattered(
                        7,
                        i as u64 * 4 + u64::from(detune.unsigned_abs()),
                    )) / 4_294_967_296.0;
                    hum(&mut samples, cycles, note.gain * share, phase);
                }
            }
            samples
        });
        let both: Vec<f32> = left.iter().chain(&right).copied().collect();
        let (samples, scale) = even(&both);
        let (left, right) = samples.split_at(length);
        Self {
            left: left.into(),
            right: right.into(),
            scale,
            apart: 0,
        }
    }

    /// Reads it from frame `n` of its endless repetition.
    pub(crate) fn from(&self, n: u64) -> Reader<'_> {
        let length = self.left.len();
        let left = (n % length as u64) as usize;
        Reader {
            sides: [&self.left, &self.right],
            scale: self.scale,
            left,
            right: (left + self.apart) % length,
        }
    }

    /// How many frames it has.
    fn length(&self) -> u64 {
        self.left.len() as u64
    }
}

/// A place in a loop.
pub(crate) struct Reader<'a> {
    sides: [&'a [i16]; 2],
    scale: f32,
    left: usize,
    right: usize,
}

impl Reader<'_> {
    /// The next frame.
    #[inline]
    pub(crate) fn next(&mut self) -> [f32; 2] {
        let [left, right] = self.sides;
        let frame = [left[self.left], right[self.right]].map(|x| f32::from(x) * self.scale);
        for place in [&mut self.left, &mut self.right] {
            *place += 1;
            if *place == left.len() {
                *place = 0;
            }
        }
        frame
    }
}

/// The samples as whole numbers, and what they are multiplied by to be of loudness 1.
fn even(samples: &[f32]) -> (Arc<[i16]>, f32) {
    let power: f64 = samples.iter().map(|x| f64::from(x * x)).sum();
    let loudness = (power / samples.len() as f64).sqrt() as f32;
    let peak = samples.iter().fold(0.0_f32, |peak, x| peak.max(x.abs()));
    let whole = samples
        .iter()
        .map(|x| (x / peak * f32::from(i16::MAX)) as i16);
    (whole.collect(), peak / loudness / f32::from(i16::MAX))
}

/// Adds a tone that fits so many times into the loop.
fn hum(samples: &mut [f32], cycles: f64, gain: f64, phase: f64) {
    let (sin, cos) = rotation(cycles / samples.len() as f64);
    let (start_sin, start_cos) = rotation(phase);
    let (mut x, mut y) = (gain * start_cos, gain * start_sin);
    for sample in samples {
        *sample += y as f32;
        (x, y) = (x * cos - y * sin, x * sin + y * cos);
    }
}

/// Lets noise come and go, in whole waves of the loop.
fn foam(samples: &mut [f32], band: &Band, rate: u32) {
    let length = samples.len();
    let height = |i: usize| {
        let share = i as f64 / length as f64;
        let waves = FOAM.iter().zip(0..).map(|(hertz, wave)| {
            let cycles = (hertz * length as f64 / f64::from(rate)).round();
            let phase = f64::from(scattered(band.seed, wave)) / 4_294_967_296.0;
            sine(cycles * share + phase)
        });
        let waves: f32 = waves.sum();
        (1.0 + band.foam * 0.35 * waves).max(0.0)
    };
    let starts = (0..length).step_by(FOAM_STRAIGHT);
    for (line, from) in samples.chunks_mut(FOAM_STRAIGHT).zip(starts) {
        let (start, end) = (height(from), height(from + line.len()));
        let slope = (end - start) / line.len() as f32;
        for (i, x) in line.iter_mut().enumerate() {
            *x *= start + slope * i as f32;
        }
    }
}

pub(super) fn white(length: usize, seed: u32) -> Vec<f32> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.cast_signed() as f32 / 2_147_483_648.0
    };
    (0..length).map(|_| next()).collect()
}

/// How far a one-pole filter moves per sample.
fn per_sample(frequency: f64, rate: u32) -> f32 {
    let angle = std::f64::consts::TAU * frequency / f64::from(rate);
    (angle / (1.0 + angle)) as f32
}

/// Filters a loop as if it had been going round for ever: the end is what came before the start.
fn around(samples: &mut [f32], output: impl Fn(f32, f32) -> f32, step: f32) {
    const LONG_ENOUGH_TO_FORGET: usize = 16_384;
    let warm_up = samples.len().saturating_sub(LONG_ENOUGH_TO_FORGET);
    let mut low = 0.0;
    for x in &samples[warm_up..] {
        low += step * (x - low);
    }
    for x in samples {
        low += step * (*x - low);
        *x = output(*x, low);
    }
}

/// A short dull sound that falls away, with its peak at 1: noise through a low filter and a little
/// tone. One drop on a leaf.
pub(crate) fn drop_on_leaf(hertz: f64, seconds: f64, seed: u32, rate: u32) -> Vec<f32> {
    const ATTACK_SECONDS: f64 = 0.003;
    let length = (seconds * 1.4 * f64::from(rate)) as usize;
    let attack = ATTACK_SECONDS * f64::from(rate);
    let mut samples = white(length, seed);
    let step = per_sample(hertz * 1.6, rate);
    let mut low = [0.0_f32; 3];
    for x in &mut samples {
        for low in &mut low {
            *low += step * (*x - *low);
            *x = *low;
        }
    }
    let kept = kept_of_a_fall(seconds * f64::from(rate)) as f32;
    let (mut fall, mut peak) = (1.0_f32, 0.0_f32);
    for (i, x) in samples.iter_mut().enumerate() {
        let tone = sine(i as f64 * hertz / f64::from(rate));
        let end = super::curve::smooth((length - i) as f32 / attack as f32);
        let start = super::curve::smooth(i as f32 / attack as f32);
        *x = (*x * 2.0 + 0.35 * tone) * fall * start * end;
        fall *= kept;
        peak = peak.max(x.abs());
    }
    samples.iter().map(|x| x / peak).collect()
}

#[cfg(test)]
mod tests;
