//! The sound of a session: sample number in, sample out.
//!
//! A sample is a function of the timeline and its own number. Nothing is carried from one to the
//! next, so that listening live after any seek, rendering in pieces and exporting the whole give
//! the same samples. A further part (a bed, a voice) is a field, a module beside `swell`, and a
//! line in [`Score::fill`]; it must keep to the same rule and never be sudden.

mod aside;
mod bell;
mod clip;
mod curve;
#[cfg(feature = "sound")]
mod dither;
mod ensemble;
mod follow;
mod mix;
#[cfg(feature = "sound")]
mod mixdown;
mod noise;
mod palette;
mod steady;
mod swell;
mod voice;

#[cfg(test)]
mod ear;

pub use aside::{Aside, Tell, Told};
pub use bell::RING;
pub use clip::{Channels, Clip};
#[cfg(feature = "sound")]
pub use dither::dithered;
pub use ensemble::Ensemble;
pub use follow::Follow;
pub use mix::{Bed, Bell, Mix, Timbre, Volume};
#[cfg(feature = "sound")]
pub use mixdown::{Asides, Mixdown, Spoken};
pub use steady::Steady;
pub use voice::{How, Placed, Voice, lines_of};

use std::sync::Arc;

use crate::time::Ms;
use crate::timeline::Timeline;
use bell::Bells;
use palette::Palette;
use swell::Swell;

/// The sound of a session at one sample rate.
pub struct Score {
    timeline: Arc<Timeline>,
    palette: Arc<Palette>,
    swell: Swell,
    bells: Bells,
    voice: Voice,
}

impl Score {
    /// Prepares the sound of a session. It takes some milliseconds: keep it off the first paint.
    pub fn new(timeline: Arc<Timeline>, ensemble: &Ensemble, rate: u32) -> Self {
        let voice = Voice::new(&timeline, ensemble, rate);
        Self::of(timeline, voice, Arc::new(Palette::new(rate)))
    }

    /// The sound of another timeline, or of the same with another ensemble; at once.
    #[must_use]
    pub fn with(&self, timeline: Arc<Timeline>, ensemble: &Ensemble) -> Self {
        let voice = self.voice.with(&timeline, ensemble);
        Self::of(timeline, voice, Arc::clone(&self.palette))
    }

    fn of(timeline: Arc<Timeline>, voice: Voice, palette: Arc<Palette>) -> Self {
        Self {
            swell: Swell::new(&timeline, Arc::clone(&palette)),
            bells: Bells::new(&timeline, Arc::clone(&palette)),
            voice,
            timeline,
            palette,
        }
    }

    /// The session it sounds for.
    pub fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// How every line is told.
    pub fn voice(&self) -> &Voice {
        &self.voice
    }

    /// Frames in a second.
    pub fn rate(&self) -> u32 {
        self.palette.rate
    }

    /// How many frames there are: the session, and the last bell until it has faded.
    pub fn length_in_frames(&self) -> u64 {
        let session = Self::frame_at(self.timeline.length(), self.rate());
        self.bells.end().max(session)
    }

    /// The frame at which a time into the session falls.
    pub fn frame_at(at: Ms, rate: u32) -> u64 {
        at.0.saturating_mul(u64::from(rate)) / 1000
    }

    /// Frame `n` of the session, left and right. From the end on there is silence.
    pub fn frame(&self, n: u64) -> [f32; 2] {
        let mut one = [[0.0; 2]];
        self.fill(n, &mut one);
        one[0]
    }

    /// The frames from `from` on: the same as [`Score::frame`] gives one by one, only faster.
    pub fn fill(&self, from: u64, out: &mut [[f32; 2]]) {
        out.fill([0.0; 2]);
        self.swell.add(from, out);
        self.bells.add(from, out);
        self.voice.add(from, out);
    }
}

impl std::fmt::Debug for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Score")
            .field("rate", &self.rate())
            .field("length_in_frames", &self.length_in_frames())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
