//! A bed that was made elsewhere, over and over: its end fades into its start at the same loudness.

use crate::score::clip::{Channels, Clip};
use crate::score::curve::sine;

/// Over how long the end and the start lie over each other; in a short one a quarter of it.
const CROSS_SECONDS: u64 = 3;
/// Shorter than this it would be a rattle and no bed.
const LEAST_SECONDS: f64 = 2.0;
/// How loud it is made, root mean square against full scale, and the highest that its peak may then
/// be.
const LEVEL: f64 = 0.011;
const HIGHEST: f64 = 0.07;
/// Quieter than this it is silence, and not made louder.
const SILENCE: f64 = 0.0004;

/// A clip that goes on for ever.
pub(crate) struct Looped {
    clip: Clip,
    gain: f32,
    /// How many frames from a start to the next, and for how many of them the end before goes on.
    period: u64,
    cross: u64,
}

impl Looped {
    /// From a clip of the rate at which it is to sound; `None` if it is too short to be a bed.
    pub(crate) fn new(clip: Clip) -> Option<Self> {
        let length = clip.length_in_frames() as u64;
        if (length as f64) < LEAST_SECONDS * f64::from(clip.rate()) {
            return None;
        }
        let power: f64 = clip.samples().iter().map(|x| f64::from(*x).powi(2)).sum();
        let full = f64::from(i16::MAX);
        let level = (power / clip.samples().len() as f64).sqrt() / full;
        if level < SILENCE {
            return None;
        }
        let gain = (LEVEL / level).min(HIGHEST / f64::from(clip.peak()));
        let cross = (CROSS_SECONDS * u64::from(clip.rate())).min(length / 4);
        Some(Self {
            clip,
            gain: gain as f32,
            period: length - cross,
            cross,
        })
    }

    /// Adds what sounds from frame `from` on.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        for (frame, n) in out.iter_mut().zip(from..) {
            let within = n % self.period;
            let mut now = self.at(within);
            if n >= self.period && within < self.cross {
                let turns = 0.25 * within as f64 / self.cross as f64;
                let (rises, falls) = (sine(turns), sine(turns + 0.25));
                let before = self.at(self.period + within);
                now = [0, 1].map(|side| rises * now[side] + falls * before[side]);
            }
            frame[0] += now[0];
            frame[1] += now[1];
        }
    }

    fn at(&self, place: u64) -> [f32; 2] {
        let (place, samples) = (place as usize, self.clip.samples());
        let gain = self.gain / f32::from(i16::MAX);
        match self.clip.channels() {
            Channels::Mono => [gain * f32::from(samples[place]); 2],
            Channels::Stereo => [0, 1].map(|side| gain * f32::from(samples[2 * place + side])),
        }
    }
}
