//! The sound of a session: sample number in, sample out.
//!
//! A sample is a function of the timeline and its own number. Nothing is carried from one to the
//! next, so that listening live after any seek, rendering in pieces and exporting the whole give
//! the same samples. A further part is a field, a module beside `swell`, and a line in
//! [`Score::fill`]; it must keep to the same rule and never be sudden.
//!
//! Together the parts stay so far below full scale that nothing needs to be held back: see
//! `ceiling`, which only what was made elsewhere can reach.

mod aside;
mod bed;
mod bell;
mod ceiling;
mod clip;
mod curve;
#[cfg(feature = "sound")]
mod dither;
mod duck;
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

use crate::session::Sound;
use crate::time::Ms;
use crate::timeline::Timeline;
use bed::Source;
use bell::Bells;
use ceiling::held;
use duck::Duck;
use ensemble::Chosen;
use palette::Palette;
use swell::Swell;

/// How many frames are made at a time.
const PIECE: usize = 128;
/// What is left of the swell and of the bed below words: 4 and 9 decibels less.
const SWELL_BELOW_WORDS: f32 = 0.631;
const BED_BELOW_WORDS: f32 = 0.355;
/// How long a bed is still heard after the session, below its last bell.
const BED_AFTER: Ms = Ms::seconds(7);

/// The sound of a session at one sample rate.
pub struct Score {
    timeline: Arc<Timeline>,
    palette: Arc<Palette>,
    /// Every part is there only if it is to be heard.
    swell: Option<(Swell, f32)>,
    bells: Option<(Bells, f32)>,
    bed: Option<bed::Bed>,
    voice: Voice,
    duck: Duck,
}

impl Score {
    /// Prepares the sound of a session. It takes some milliseconds: keep it off the first paint.
    pub fn new(timeline: Arc<Timeline>, ensemble: &Ensemble, rate: u32) -> Self {
        let voice = Voice::new(&timeline, ensemble, rate);
        Self::of(timeline, ensemble, voice, Arc::new(Palette::new(rate)))
    }

    /// The sound of another timeline, or of the same with another ensemble. It is there at once,
    /// unless it has a sound that was not heard before, which takes some milliseconds to make.
    #[must_use]
    pub fn with(&self, timeline: Arc<Timeline>, ensemble: &Ensemble) -> Self {
        let voice = self.voice.with(&timeline, ensemble);
        Self::of(timeline, ensemble, voice, Arc::clone(&self.palette))
    }

    fn of(
        timeline: Arc<Timeline>,
        ensemble: &Ensemble,
        voice: Voice,
        palette: Arc<Palette>,
    ) -> Self {
        let (rate, mix, sounds) = (palette.rate, &ensemble.mix, timeline.sounds());
        let duck = Duck::new(voice.spans(), rate);
        let swell = ensemble
            .timbre(sounds)
            .map(|timbre| Swell::new(&timeline, timbre, &palette))
            .map(|swell| (swell, mix.breath_volume.gain()));
        let bells = (mix.bell_volume != Volume::SILENT).then(|| {
            let rings = ensemble.bells(sounds).map(|bell| match bell {
                Chosen::Ours(bell) => palette.ring(bell),
                Chosen::Clip(clip) => palette.own_ring(clip),
            });
            let bells = Bells::new(&timeline, rings, &duck, rate);
            (bells, mix.bell_volume.gain())
        });
        let bed = ensemble.bed(sounds).and_then(|bed| match bed {
            Chosen::Ours(bed) => palette.bed(bed).map(Source::Made),
            Chosen::Clip(clip) => palette.own_bed(clip).map(Source::Own),
        });
        let rings_out = bells.is_some() && sounds.end != Sound::None;
        let after = if rings_out { BED_AFTER } else { Ms::ZERO };
        let until = Self::frame_at(timeline.length() + after, rate);
        Self {
            bed: bed.map(|source| bed::Bed::new(source, mix.bed_volume.gain(), until, rate)),
            swell,
            bells,
            voice,
            duck,
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
        let rung = self.bells.as_ref().map_or(0, |(bells, _)| bells.end());
        rung.max(session)
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
        for (piece, from) in out.chunks_mut(PIECE).zip((from..).step_by(PIECE)) {
            self.piece(from, piece);
        }
    }

    fn piece(&self, from: u64, out: &mut [[f32; 2]]) {
        out.fill([0.0; 2]);
        if let Some(bed) = &self.bed
            && bed.add(from, out)
        {
            self.duck.apply(BED_BELOW_WORDS, from, out);
        }
        if let Some((swell, gain)) = &self.swell {
            let mut alone = [[0.0; 2]; PIECE];
            let alone = &mut alone[..out.len()];
            if swell.add(from, alone) {
                self.duck.apply(SWELL_BELOW_WORDS, from, alone);
                for (frame, swell) in out.iter_mut().zip(alone) {
                    frame[0] += gain * swell[0];
                    frame[1] += gain * swell[1];
                }
            }
        }
        if let Some((bells, gain)) = &self.bells {
            bells.add(*gain, from, out);
        }
        self.voice.add(from, out);
        for frame in out {
            *frame = frame.map(held);
        }
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
