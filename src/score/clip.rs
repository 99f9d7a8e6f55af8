//! Sound made elsewhere, decoded and ready to be placed: a recording, a line that was spoken, a bell
//! or a bed of one's own. It knows nothing of files, devices or sessions.

use std::sync::Arc;

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
