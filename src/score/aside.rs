//! Words outside a session's own time: lines one after the other, counted from when the first began.
//!
//! A sample is a function of the lines and its own number, as in a score, so that lines which join
//! later change nothing of what was there. It knows nothing of clocks and devices, and rendering
//! neither allocates nor frees nor locks.

use std::sync::Arc;

use super::curve::smooth;
use super::{Channels, Clip};

/// The quiet between two lines.
const GAP_SECONDS: f64 = 0.7;
/// How fast the words fade when others take their place, or none.
const FADE_SECONDS: f64 = 0.15;
/// At both ends of a line, so that a clip that begins or ends loud does not click.
const EDGE_SECONDS: f64 = 0.008;
/// How many frames of what fades are made at a time.
const PART: usize = 64;

/// Lines placed one after the other, at one sample rate.
#[derive(Clone, Debug)]
pub struct Aside {
    rate: u32,
    lines: Vec<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    start: u64,
    clip: Clip,
}

impl Line {
    fn end(&self) -> u64 {
        self.start + self.clip.length_in_frames() as u64
    }
}

impl Aside {
    /// Nothing said yet.
    pub fn new(rate: u32) -> Self {
        let lines = Vec::new();
        Self { rate, lines }
    }

    /// One more line, after those that are there and not before a frame. The clip must have the
    /// sample rate of the aside, and be as loud as it is to be heard.
    pub fn push(&mut self, clip: Clip, not_before: u64) {
        let gap = (GAP_SECONDS * f64::from(self.rate)) as u64;
        let after = self.lines.last().map_or(0, |line| line.end() + gap);
        let start = after.max(not_before);
        self.lines.push(Line { start, clip });
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// Frames in a second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// When everything has been said, in frames.
    pub fn length_in_frames(&self) -> u64 {
        self.lines.last().map_or(0, Line::end)
    }

    /// How many lines have been said to their end before a frame.
    pub fn said_before(&self, frame: u64) -> usize {
        self.lines.partition_point(|line| line.end() <= frame)
    }

    /// Adds what is said from frame `from` on.
    pub fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        for line in &self.lines[self.said_before(from)..] {
            let (start, end) = (line.start.max(from), line.end().min(until));
            if start >= until {
                break;
            }
            for n in start..end {
                let [left, right] = self.frame(line, (n - line.start) as usize);
                let frame = &mut out[(n - from) as usize];
                frame[0] += left;
                frame[1] += right;
            }
        }
    }

    fn frame(&self, line: &Line, n: usize) -> [f32; 2] {
        let (clip, edge) = (&line.clip, EDGE_SECONDS * f64::from(self.rate));
        let from_end = clip.length_in_frames() - 1 - n;
        let gain = smooth((n.min(from_end) as f64 / edge) as f32) / 32_768.0;
        let sample = |at: usize| gain * f32::from(clip.samples()[at]);
        match clip.channels() {
            Channels::Mono => [sample(n); 2],
            Channels::Stereo => [sample(2 * n), sample(2 * n + 1)],
        }
    }
}

/// An aside to be told.
#[derive(Clone, Debug)]
pub struct Told {
    /// Which saying it belongs to: of the same one it goes on where it is.
    pub number: u64,
    /// What is said.
    pub aside: Arc<Aside>,
}

/// Asides being told: each from its first frame on, and none cut off.
#[derive(Debug, Default)]
pub struct Tell {
    now: Option<Told>,
    /// The frame of it that comes next.
    cursor: u64,
    /// How many frames of its fade are left, once it has to go.
    leaving: Option<u32>,
    next: Option<Told>,
}

impl Tell {
    /// Nothing to say yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes what is to be said from now on; nothing lets fade what is being said.
    ///
    /// Whoever hands it over keeps a clone until the count of it has come back to one, so that it is
    /// never freed where it is played.
    pub fn take(&mut self, told: Option<Told>) {
        match (&mut self.now, told) {
            (Some(now), Some(told)) if now.number == told.number && self.leaving.is_none() => {
                *now = told;
            }
            (Some(now), told) => {
                let fade = (FADE_SECONDS * f64::from(now.aside.rate())) as u32;
                self.leaving.get_or_insert(fade);
                self.next = told;
            }
            (None, told) => self.begin(told),
        }
    }

    /// Whether there is nothing left to be said.
    pub fn is_over(&self) -> bool {
        self.now
            .as_ref()
            .is_none_or(|now| self.cursor >= now.aside.length_in_frames())
    }

    /// Which saying is told, and the frame of it that comes next.
    pub fn place(&self) -> Option<(u64, u64)> {
        self.now.as_ref().map(|now| (now.number, self.cursor))
    }

    /// Adds the next frames of what is said.
    pub fn add(&mut self, out: &mut [[f32; 2]]) {
        let mut done = 0;
        while done < out.len() {
            if self.leaving == Some(0) || (self.leaving.is_some() && self.is_over()) {
                let next = self.next.take();
                self.begin(next);
            }
            let Some(now) = &self.now else {
                return;
            };
            let rest = &mut out[done..];
            let told = match &mut self.leaving {
                None => {
                    now.aside.add(self.cursor, rest);
                    rest.len()
                }
                Some(left) => fade_out(&now.aside, self.cursor, left, rest),
            };
            self.cursor += told as u64;
            done += told;
        }
    }

    fn begin(&mut self, told: Option<Told>) {
        self.leaving = None;
        self.cursor = 0;
        self.now = told;
    }
}

/// Adds some more of a fade, of which so many frames are left; says how many frames it added.
fn fade_out(aside: &Aside, from: u64, left: &mut u32, out: &mut [[f32; 2]]) -> usize {
    let fade = FADE_SECONDS * f64::from(aside.rate());
    let count = out.len().min(PART).min(*left as usize);
    let mut words = [[0.0; 2]; PART];
    aside.add(from, &mut words[..count]);
    for (frame, word) in out.iter_mut().zip(&words[..count]) {
        *left -= 1;
        let gain = smooth((f64::from(*left) / fade) as f32);
        frame[0] += gain * word[0];
        frame[1] += gain * word[1];
    }
    count
}

#[cfg(test)]
mod tests;
