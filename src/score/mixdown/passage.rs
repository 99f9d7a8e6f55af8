//! Words outside a session's own time, one after the other, each with its quiet.

use super::Spoken;
use crate::score::{Channels, Clip, Ensemble, Score};
use crate::time::Ms;

/// How loud words are, in LUFS; as the voice within a session.
const LOUDNESS: f64 = -23.0;

/// Words laid out from a frame of their own on.
pub(super) struct Passage {
    /// Each clip with the frame it begins with, in order. They never overlap.
    clips: Vec<(u64, Clip)>,
    gain: f32,
    length: u64,
}

impl Passage {
    /// What there are clips for, after a first quiet. Where there is none of them, it has no length.
    pub(super) fn new(spoken: &[Spoken], ensemble: &Ensemble, rate: u32, quiet_first: Ms) -> Self {
        let frame = |at| Score::frame_at(at, rate);
        let gain = ensemble.mix.voice_volume.gain();
        let mut passage = Self {
            clips: Vec::new(),
            gain: gain / f32::from(i16::MAX),
            length: frame(quiet_first),
        };
        for one in spoken.iter().filter(|_| gain > 0.0) {
            let Some(clip) = ensemble.lines.get(&one.text) else {
                continue;
            };
            let clip = made_ready(clip, rate);
            let onset = passage.length;
            passage.length += clip.length_in_frames() as u64 + frame(one.quiet);
            passage.clips.push((onset, clip));
        }
        if passage.clips.is_empty() {
            passage.length = 0;
        }
        passage
    }

    pub(super) fn is_silent(&self) -> bool {
        self.clips.is_empty()
    }

    pub(super) fn length_in_frames(&self) -> u64 {
        self.length
    }

    /// Adds what is said from its frame `from` on.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let end = |(onset, clip): &(u64, Clip)| onset + clip.length_in_frames() as u64;
        let first = self.clips.partition_point(|clip| end(clip) <= from);
        for (onset, clip) in self.clips[first..].iter().take_while(|clip| clip.0 < until) {
            let start = from.max(*onset);
            let sounding = &clip.samples()[(start - onset) as usize..];
            for (frame, sample) in out[(start - from) as usize..].iter_mut().zip(sounding) {
                let sample = self.gain * f32::from(*sample);
                *frame = frame.map(|side| side + sample);
            }
        }
    }
}

/// A clip at the rate of the track, from the middle, and as loud as words are.
fn made_ready(clip: &Clip, rate: u32) -> Clip {
    let clip = clip.at(rate);
    let middle = match clip.channels() {
        Channels::Mono => clip,
        Channels::Stereo => {
            let pairs = clip.samples().chunks_exact(2);
            let samples: Vec<i16> = pairs.map(|pair| pair[0].midpoint(pair[1])).collect();
            Clip::mono(rate, samples)
        }
    };
    match middle.loudness() {
        Some(loudness) => middle.louder((LOUDNESS - loudness) as f32),
        None => middle,
    }
}
