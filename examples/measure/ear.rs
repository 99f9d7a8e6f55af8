//! What sound is measured with.

use ebur128::{EbuR128, Mode};

/// Loudness by EBU R 128.
pub(crate) struct Loud {
    /// As a whole, in LUFS.
    pub(crate) integrated: f64,
    /// The largest true peak, in decibels below full scale.
    pub(crate) peak: f64,
}

/// How loud it is.
pub(crate) fn loud(frames: &[[f32; 2]], rate: u32) -> Loud {
    let mut meter =
        EbuR128::new(2, rate, Mode::I | Mode::TRUE_PEAK).expect("two channels at a usual rate");
    meter
        .add_frames_f32(frames.as_flattened())
        .expect("frames have two sides");
    let peak = (0..2).filter_map(|side| meter.true_peak(side).ok());
    Loud {
        integrated: meter.loudness_global().unwrap_or(f64::NEG_INFINITY),
        peak: decibels(peak.fold(0.0, f64::max)),
    }
}

/// Against full scale.
pub(crate) fn decibels(amplitude: f64) -> f64 {
    20.0 * amplitude.max(1e-9).log10()
}

/// Root mean square.
pub(crate) fn level(frames: &[[f32; 2]]) -> f64 {
    let power: f64 = frames.iter().flatten().map(|x| f64::from(x * x)).sum();
    (power / (2 * frames.len().max(1)) as f64).sqrt()
}

/// The largest change from a sample to the next of the same side.
pub(crate) fn largest_step(frames: &[[f32; 2]]) -> f32 {
    let steps = frames
        .windows(2)
        .flat_map(|pair| [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]]);
    steps.fold(0.0, |largest, step| largest.max(step.abs()))
}

/// The power in each of the frequencies `k * rate / length` up to half the rate, of a power of two
/// of samples, seen through a Hann window.
pub(crate) fn spectrum(samples: &[f32]) -> Vec<f64> {
    let length = samples.len();
    let mut values: Vec<(f64, f64)> = samples
        .iter()
        .enumerate()
        .map(|(i, x)| {
            let turn = std::f64::consts::TAU * i as f64 / length as f64;
            (f64::from(*x) * (0.5 - 0.5 * turn.cos()), 0.0)
        })
        .collect();
    transform(&mut values);
    let half = values.iter().take(length / 2 + 1);
    half.map(|(re, im)| re * re + im * im).collect()
}

/// The fast Fourier transform, in place.
fn transform(values: &mut [(f64, f64)]) {
    let length = values.len();
    if length < 2 {
        return;
    }
    let mut even: Vec<_> = values.iter().step_by(2).copied().collect();
    let mut odd: Vec<_> = values.iter().skip(1).step_by(2).copied().collect();
    transform(&mut even);
    transform(&mut odd);
    for k in 0..length / 2 {
        let (sin, cos) = (-std::f64::consts::TAU * k as f64 / length as f64).sin_cos();
        let (re, im) = odd[k];
        let turned = (re * cos - im * sin, re * sin + im * cos);
        values[k] = (even[k].0 + turned.0, even[k].1 + turned.1);
        values[k + length / 2] = (even[k].0 - turned.0, even[k].1 - turned.1);
    }
}

/// Left and right together.
pub(crate) fn middle(frames: &[[f32; 2]]) -> Vec<f32> {
    frames
        .iter()
        .map(|[left, right]| (left + right) / 2.0)
        .collect()
}

/// Where the middle of the sound lies, in hertz.
pub(crate) fn centroid(frames: &[[f32; 2]], rate: u32) -> f64 {
    const WINDOW: usize = 4096;
    let samples = middle(frames);
    let (mut all, mut weighted) = (0.0, 0.0);
    for window in samples.windows(WINDOW).step_by(WINDOW / 2) {
        for (k, power) in spectrum(window).into_iter().enumerate() {
            all += power;
            weighted += power * k as f64 * f64::from(rate) / WINDOW as f64;
        }
    }
    if all > 0.0 { weighted / all } else { 0.0 }
}

/// How loud it is every so many seconds, root mean square over twice that time.
fn envelope(frames: &[[f32; 2]], rate: u32, every: f64) -> Vec<f64> {
    let hop = (every * f64::from(rate)) as usize;
    frames.windows(2 * hop).step_by(hop).map(level).collect()
}

/// How long it takes from a tenth of its peak to its peak, in milliseconds.
pub(crate) fn attack(frames: &[[f32; 2]], rate: u32) -> f64 {
    let every = 0.002;
    let envelope = envelope(frames, rate, every);
    let peak = envelope.iter().copied().fold(0.0, f64::max);
    let first = |share: f64| envelope.iter().position(|x| *x >= share * peak);
    let (start, end) = (first(0.1).unwrap_or(0), first(0.9).unwrap_or(0));
    (end - start) as f64 * every * 1000.0
}

/// How long it takes to fall by 60 decibels, in seconds, from the straight line through its fall
/// between the first second and the sixth.
pub(crate) fn decay(frames: &[[f32; 2]], rate: u32) -> f64 {
    let every = 0.1;
    let envelope = envelope(frames, rate, every);
    let points: Vec<(f64, f64)> = envelope
        .iter()
        .enumerate()
        .map(|(i, level)| (i as f64 * every, decibels(*level)))
        .filter(|(at, _)| (1.0..6.0).contains(at))
        .collect();
    let count = points.len() as f64;
    let (x, y) = points
        .iter()
        .fold((0.0, 0.0), |(x, y), p| (x + p.0 / count, y + p.1 / count));
    let (up, across) = points.iter().fold((0.0, 0.0), |(up, across), p| {
        (up + (p.0 - x) * (p.1 - y), across + (p.0 - x).powi(2))
    });
    -60.0 * across / up
}

/// How rough it is: how much of its envelope comes and goes between 20 and 200 times a second,
/// against its average; 0 is smooth, and two tones of the same loudness that beat give 0.7.
pub(crate) fn roughness(frames: &[[f32; 2]], rate: u32) -> f64 {
    const WINDOW: usize = 1024;
    // What is left of the samples' size below about 400 Hz is their envelope.
    let step = std::f64::consts::TAU * 250.0 / f64::from(rate);
    let mut low = [0.0_f64; 4];
    let every = rate as usize / 1000;
    let mut envelope = Vec::new();
    for (i, x) in middle(frames).iter().enumerate() {
        let mut size = f64::from(x.abs());
        for low in &mut low {
            *low += step * (size - *low);
            size = *low;
        }
        if i % every == 0 {
            envelope.push(size as f32);
        }
    }
    let (mut rough, mut all) = (0.0, 0.0);
    for window in envelope.windows(WINDOW).step_by(WINDOW / 2) {
        let spectrum = spectrum(window);
        let hertz = |k: usize| k as f64 * 1000.0 / WINDOW as f64;
        let between = spectrum.iter().enumerate();
        rough += between
            .filter(|(k, _)| (20.0..200.0).contains(&hertz(*k)))
            .map(|(_, power)| power)
            .sum::<f64>();
        all += spectrum[0];
    }
    // A window of Hann spreads what stands still over one and a half lines.
    (2.0 * rough / 1.5 / all.max(1e-30)).sqrt()
}
