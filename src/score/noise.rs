//! Bands of soft noise, as loops without a seam.
//!
//! A loop is made once and only read afterwards, so that any moment of it can be had at once. It
//! knows nothing of breaths.

/// A band of noise: what lies between two frequencies, with soft edges.
pub(crate) struct Band {
    /// Below this it fades, in hertz.
    pub(crate) low: f64,
    /// Above this it fades, in hertz.
    pub(crate) high: f64,
    /// How long until it repeats. Bands of different lengths never repeat together.
    pub(crate) seconds: f64,
    /// Where its randomness starts from.
    pub(crate) seed: u32,
}

/// Noise of an even loudness of 1 (root mean square) that repeats without a seam.
pub(crate) struct Loop {
    samples: Box<[i16]>,
    scale: f32,
    /// The right ear hears the same loop from elsewhere, which sounds wide and has no echo.
    apart: usize,
}

impl Loop {
    /// Makes the loop for a sample rate.
    pub(crate) fn new(band: &Band, rate: u32) -> Self {
        let mut noise = white((f64::from(rate) * band.seconds) as usize, band.seed);
        for _ in 0..2 {
            around(&mut noise, |x, low| x - low, per_sample(band.low, rate));
        }
        for _ in 0..4 {
            around(&mut noise, |_, low| low, per_sample(band.high, rate));
        }
        let power: f64 = noise.iter().map(|x| f64::from(x * x)).sum();
        let loudness = (power / noise.len() as f64).sqrt() as f32;
        let peak = noise.iter().fold(0.0_f32, |peak, x| peak.max(x.abs()));
        Self {
            samples: noise
                .iter()
                .map(|x| (x / peak * f32::from(i16::MAX)) as i16)
                .collect(),
            scale: peak / loudness / f32::from(i16::MAX),
            apart: noise.len() * 3 / 8,
        }
    }

    /// Reads it from frame `n` of its endless repetition.
    pub(crate) fn from(&self, n: u64) -> Reader<'_> {
        let length = self.samples.len();
        let left = (n % length as u64) as usize;
        Reader {
            samples: &self.samples,
            scale: self.scale,
            left,
            right: (left + self.apart) % length,
        }
    }
}

/// A place in a loop.
pub(crate) struct Reader<'a> {
    samples: &'a [i16],
    scale: f32,
    left: usize,
    right: usize,
}

impl Reader<'_> {
    /// The next frame.
    #[inline]
    pub(crate) fn next(&mut self) -> [f32; 2] {
        let frame =
            [self.left, self.right].map(|place| f32::from(self.samples[place]) * self.scale);
        for place in [&mut self.left, &mut self.right] {
            *place += 1;
            if *place == self.samples.len() {
                *place = 0;
            }
        }
        frame
    }
}

fn white(length: usize, seed: u32) -> Vec<f32> {
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

#[cfg(test)]
mod tests {
    use super::*;

    const BAND: Band = Band {
        low: 200.0,
        high: 400.0,
        seconds: 1.0,
        seed: 5,
    };

    #[test]
    fn a_loop_has_no_seam() {
        let noise = Loop::new(&BAND, 48_000);
        let mut reader = noise.from(0);
        let frames: Vec<f32> = (0..96_000).map(|_| reader.next()[0]).collect();
        let step = |range: std::ops::Range<usize>| {
            frames[range]
                .windows(2)
                .map(|pair| (pair[1] - pair[0]).abs())
                .fold(0.0_f32, f32::max)
        };
        assert!(step(47_990..48_010) <= step(0..47_990));
    }

    #[test]
    fn it_reads_the_same_from_anywhere() {
        let noise = Loop::new(&BAND, 48_000);
        let mut through = noise.from(47_000);
        for n in 47_000..50_000 {
            let alone = noise.from(n).next();
            assert_eq!(through.next().map(f32::to_bits), alone.map(f32::to_bits));
        }
    }
}
