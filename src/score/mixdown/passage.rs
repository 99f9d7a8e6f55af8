//! Words outside a session's own time, one after the other, each with its quiet.

use super::Spoken;
use crate::score::curve::smooth;
use crate::score::voice::prepared::Prepared;
use crate::score::{Ensemble, Score};
use crate::time::Ms;

/// At both ends of a line, so that a clip that begins or ends loud does not click.
const EDGE: Ms = Ms(8);

/// Words laid out from a frame of their own on.
pub(super) struct Passage {
    /// Each line with the frame it begins with, in order, made ready as those within a session are.
    /// They never overlap.
    lines: Vec<(u64, Prepared)>,
    edge: u64,
    gain: f32,
    length: u64,
}

impl Passage {
    /// What there are clips for, after a first quiet. Where there is none of them, it has no length.
    pub(super) fn new(spoken: &[Spoken], ensemble: &Ensemble, rate: u32, quiet_first: Ms) -> Self {
        let frame = |at| Score::frame_at(at, rate);
        let gain = ensemble.mix.voice_volume.gain();
        let mut passage = Self {
            lines: Vec::new(),
            edge: frame(EDGE).max(1),
            gain: gain / f32::from(i16::MAX),
            length: frame(quiet_first),
        };
        for one in spoken.iter().filter(|_| gain > 0.0) {
            let Some(clip) = ensemble.lines.get(&one.text) else {
                continue;
            };
            let line = Prepared::new(clip, rate);
            let onset = passage.length;
            passage.length += line.samples.len() as u64 + frame(one.quiet);
            passage.lines.push((onset, line));
        }
        if passage.lines.is_empty() {
            passage.length = 0;
        }
        passage
    }

    pub(super) fn is_silent(&self) -> bool {
        self.lines.is_empty()
    }

    pub(super) fn length_in_frames(&self) -> u64 {
        self.length
    }

    /// Adds what is said from its frame `from` on.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let end = |(onset, line): &(u64, Prepared)| onset + line.samples.len() as u64;
        let first = self.lines.partition_point(|line| end(line) <= from);
        for (onset, line) in self.lines[first..].iter().take_while(|line| line.0 < until) {
            let start = from.max(*onset);
            let place = (start - onset) as usize;
            let there = &mut out[(start - from) as usize..];
            for (n, (frame, sample)) in (place..).zip(there.iter_mut().zip(&line.samples[place..]))
            {
                let from_an_end = n.min(line.samples.len() - 1 - n) as f32;
                let gain = self.gain * smooth(from_an_end / self.edge as f32);
                let sample = gain * f32::from(*sample);
                *frame = frame.map(|side| side + sample);
            }
        }
    }
}
