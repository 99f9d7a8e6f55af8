//! Sound made elsewhere, decoded and ready to be placed: a recording, a line that was spoken, a bell
//! or a bed of one's own. It knows nothing of files, devices or sessions.

#[cfg(feature = "sound")]
mod loudness;
mod resampled;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use self::resampled::resampled;

/// No sample of a clip that was made louder is above this: 3 decibels below full scale.
const HIGHEST_PEAK: f32 = 0.707_945_8 * FULL;
/// Full scale.
const FULL: f32 = 32_768.0;

/// A piece of sound as numbers. Cloning it is cheap.
#[derive(Clone, PartialEq, Eq)]
pub struct Clip {
    rate: u32,
    channels: Channels,
    samples: Arc<[i16]>,
}

/// How many sides a clip has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channels {
    /// The same in both ears.
    Mono,
    /// Left and right, one after the other.
    Stereo,
}

impl Clip {
    /// Sound on one channel, with so many samples in a second.
    pub fn mono(rate: u32, samples: impl Into<Arc<[i16]>>) -> Self {
        Self {
            rate: rate.max(1),
            channels: Channels::Mono,
            samples: samples.into(),
        }
    }

    /// Sound on two channels, left and right in turn. An odd last sample is left out.
    pub fn stereo(rate: u32, samples: impl Into<Arc<[i16]>>) -> Self {
        Self {
            rate: rate.max(1),
            channels: Channels::Stereo,
            samples: samples.into(),
        }
    }

    /// Frames in a second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// How many sides it has.
    pub fn channels(&self) -> Channels {
        self.channels
    }

    /// The samples; of a clip in stereo left and right in turn.
    pub fn samples(&self) -> &[i16] {
        &self.samples
    }

    /// How many frames it has.
    pub fn length_in_frames(&self) -> usize {
        match self.channels {
            Channels::Mono => self.samples.len(),
            Channels::Stereo => self.samples.len() / 2,
        }
    }

    /// Its largest sample against full scale, from 0 to 1.
    pub fn peak(&self) -> f32 {
        let highest = self.samples.iter().map(|x| x.unsigned_abs()).max();
        f32::from(highest.unwrap_or_default()) / FULL
    }

    /// The same sound with so many frames in a second; the clip itself where it has as many. It
    /// takes a moment for a long clip: keep it off the audio thread.
    #[must_use]
    pub fn at(&self, rate: u32) -> Self {
        let rate = rate.max(1);
        if rate == self.rate {
            return self.clone();
        }
        match self.channels {
            Channels::Mono => {
                let frames = self.samples.as_chunks::<1>().0;
                Self::mono(rate, resampled(frames, self.rate, rate))
            }
            Channels::Stereo => {
                let frames = self.samples.as_chunks::<2>().0;
                Self::stereo(rate, resampled(frames, self.rate, rate))
            }
        }
    }

    /// The same sound, louder by so many decibels, or quieter by less than 0. It never comes closer
    /// to full scale than 3 decibels: it is less loud then, and nothing is cut off.
    #[must_use]
    pub fn louder(&self, decibels: f32) -> Self {
        let most = HIGHEST_PEAK / (self.peak() * FULL).max(1.0);
        let gain = 10.0_f32.powf(decibels / 20.0).min(most);
        // `min` passes over what is no number; so does this.
        let gain = if gain.is_finite() { gain } else { 1.0 };
        let scaled = |sample: &i16| (f32::from(*sample) * gain).round() as i16;
        Self {
            samples: self.samples.iter().map(scaled).collect(),
            ..*self
        }
    }
}

impl std::fmt::Debug for Clip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clip")
            .field("rate", &self.rate)
            .field("channels", &self.channels)
            .field("length_in_frames", &self.length_in_frames())
            .finish_non_exhaustive()
    }
}
