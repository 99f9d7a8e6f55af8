//! A clip at another rate, by a windowed sinc.
//!
//! It is plain arithmetic, so that the same clip gives the same samples on every machine; libraries
//! for this choose their instructions by the processor they run on, and round otherwise on each.

use std::f64::consts::PI;

/// Zero crossings of the sinc to either side. More would reach closer to half the rate.
const CROSSINGS: usize = 32;
/// Where the filter lets half through, against half the lower rate: what is above folds back.
const CUTOFF: f64 = 0.92;
/// The form of Kaiser's window: what folds back is about 90 decibels below.
const BETA: f64 = 9.0;
/// Points of the table between two zero crossings; between points it is a straight line.
const POINTS: usize = 512;
/// Rows that are kept. Rates without a simple ratio have more, and each is made when it is needed.
const MOST_ROWS: u64 = 1_024;
/// Sums that are kept side by side, so that the processor can do them at once.
const LANES: usize = 8;

/// Frames with `from` of them in a second as frames with `to`. Both are above 0.
pub(super) fn resampled<const SIDES: usize>(
    frames: &[[i16; SIDES]],
    from: u32,
    to: u32,
) -> Vec<i16> {
    let common = greatest_common(from, to);
    let (up, down) = (u64::from(to / common), u64::from(from / common));
    let mut rows = Rows::new(up, down);
    let length = (frames.len() as u64 * up).div_ceil(down);
    let mut made = Vec::with_capacity(length as usize * SIDES);
    for number in 0..length {
        let (at, phase) = (number * down / up, number * down % up);
        let taps = rows.at(phase);
        // Tap number `reach` lies on the frame at or just before the place that is asked for.
        let before = taps.len() / 2 - 1;
        let skipped = before.saturating_sub(at as usize);
        let first = (at as usize).saturating_sub(before);
        let heard = frames.get(first..).unwrap_or_default();
        let sums = weighted(heard, taps.get(skipped..).unwrap_or_default());
        made.extend(sums.map(|sum| sum.round() as i16));
    }
    made
}

fn greatest_common(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { greatest_common(b, a % b) }
}

/// The sum of frames by their taps, as far as there are both.
fn weighted<const SIDES: usize>(frames: &[[i16; SIDES]], taps: &[f32]) -> [f32; SIDES] {
    let mut lanes = [[0.0_f32; SIDES]; LANES];
    let length = frames.len().min(taps.len());
    let (frames, taps) = (&frames[..length], &taps[..length]);
    for (frames, taps) in frames.chunks(LANES).zip(taps.chunks(LANES)) {
        for ((lane, frame), tap) in lanes.iter_mut().zip(frames).zip(taps) {
            for (sum, sample) in lane.iter_mut().zip(frame) {
                *sum += f32::from(*sample) * tap;
            }
        }
    }
    let mut sums = [0.0; SIDES];
    for lane in lanes {
        for (sum, part) in sums.iter_mut().zip(lane) {
            *sum += part;
        }
    }
    sums
}

/// The filter between two frames, for each place where one can be asked for.
struct Rows {
    kernel: Vec<f64>,
    up: u64,
    /// How many zero crossings there are from a frame to the next.
    crossings_a_frame: f64,
    taps: usize,
    /// All rows, or the last one that was asked for.
    kept: Vec<f32>,
    all: bool,
}

impl Rows {
    fn new(up: u64, down: u64) -> Self {
        let crossings_a_frame = CUTOFF * (up as f64 / down as f64).min(1.0);
        let reach = (CROSSINGS as f64 / crossings_a_frame).ceil() as usize;
        let mut rows = Self {
            kernel: kernel(),
            up,
            crossings_a_frame,
            taps: 2 * reach,
            kept: Vec::new(),
            all: up <= MOST_ROWS,
        };
        if rows.all {
            for phase in 0..up {
                rows.add(phase);
            }
        }
        rows
    }

    fn at(&mut self, phase: u64) -> &[f32] {
        if self.all {
            let start = phase as usize * self.taps;
            &self.kept[start..start + self.taps]
        } else {
            self.kept.clear();
            self.add(phase);
            &self.kept
        }
    }

    /// Adds a row whose sum is 1, so that no phase is louder than another.
    fn add(&mut self, phase: u64) {
        let start = self.kept.len();
        let through = phase as f64 / self.up as f64 + (self.taps / 2 - 1) as f64;
        let mut sum = 0.0;
        for tap in 0..self.taps {
            let weight = self.weight((tap as f64 - through).abs() * self.crossings_a_frame);
            sum += weight;
            self.kept.push(weight as f32);
        }
        for tap in &mut self.kept[start..] {
            *tap = (f64::from(*tap) / sum) as f32;
        }
    }

    fn weight(&self, crossings: f64) -> f64 {
        let place = crossings * POINTS as f64;
        let point = place as usize;
        match self.kernel.get(point..point + 2) {
            Some(&[here, next]) => here + (next - here) * (place - point as f64),
            _ => 0.0,
        }
    }
}

/// One half of a sinc in Kaiser's window.
fn kernel() -> Vec<f64> {
    let whole = bessel(BETA);
    let point = |number: usize| {
        let crossings = number as f64 / POINTS as f64;
        let across = crossings / CROSSINGS as f64;
        let window = bessel(BETA * (1.0 - across * across).max(0.0).sqrt()) / whole;
        let turn = PI * crossings;
        let sinc = if number == 0 {
            1.0
        } else {
            sine_of_half_turns(number) / turn
        };
        sinc * window
    };
    (0..=CROSSINGS * POINTS).map(point).collect()
}

/// The sine of π times a number of points, by its series.
fn sine_of_half_turns(number: usize) -> f64 {
    let (whole, rest) = (number / POINTS, number % POINTS);
    // The sine of the second half of a half turn is that of the first, backwards.
    let near = rest.min(POINTS - rest);
    let x = PI * near as f64 / POINTS as f64;
    let (mut term, mut sum) = (x, x);
    for k in 1..12 {
        let k = f64::from(2 * k);
        term *= -x * x / (k * (k + 1.0));
        sum += term;
    }
    if whole % 2 == 0 { sum } else { -sum }
}

/// The modified Bessel function of order 0, by its series.
fn bessel(x: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for k in 1..40 {
        let half = x / (2.0 * f64::from(k));
        term *= half * half;
        sum += term;
    }
    sum
}
