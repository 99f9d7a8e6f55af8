//! The sound of the breath: it rises and brightens as it comes in, and falls and darkens as it goes
//! out, with next to nothing at the turn.
//!
//! What each phase sounds like is a table of constants, one for each timbre. A sample follows from
//! its own number alone; nothing is carried over from the one before.

mod breath;
mod hum;
mod pad;
mod sea;
mod shape;

pub(crate) use shape::Character;

use std::ops::Range;
use std::sync::Arc;

use super::curve::{sine, smooth, swelling};
use super::mix::Timbre;
use super::noise::Loop;
use super::{Palette, Score};
use crate::timeline::{Segment, Timeline};
use shape::{Shape, Tone};

/// A phase shorter than this stays quieter in proportion, so that a sip of air is no gust.
const FULL_FROM_SECONDS: f64 = 1.2;
/// How many frames are made at a time.
const PIECE: usize = 64;

/// What a timbre is made of.
pub(crate) fn character(timbre: Timbre) -> &'static Character {
    match timbre {
        Timbre::Breath => &breath::BREATH,
        Timbre::Sea => &sea::SEA,
        Timbre::Pad => &pad::PAD,
        Timbre::Hum => &hum::HUM,
    }
}

/// Something that sounds, in frames.
struct Stretch {
    frames: Range<u64>,
    shape: &'static Shape,
    gain: f32,
}

impl Stretch {
    fn of(segment: &Segment, character: &'static Character, rate: u32) -> Option<Self> {
        let (shape, gain, longest) = character.sound(segment.activity)?;
        let length = longest.map_or(segment.length, |longest| longest.min(segment.length));
        let frame = |at| Score::frame_at(at, rate);
        Some(Self {
            frames: frame(segment.onset)..frame(segment.onset + length),
            shape,
            gain,
        })
    }
}

/// The sound of every breath of a session, and of every squeeze.
pub(super) struct Swell {
    stretches: Vec<Stretch>,
    character: &'static Character,
    loops: Arc<[Loop]>,
    rate: u32,
}

impl Swell {
    pub(super) fn new(timeline: &Timeline, timbre: Timbre, palette: &Palette) -> Self {
        let character = character(timbre);
        let segments = timeline.segments().iter();
        let stretches =
            segments.filter_map(|segment| Stretch::of(segment, character, palette.rate));
        Self {
            stretches: stretches.collect(),
            character,
            loops: palette.loops(timbre),
            rate: palette.rate,
        }
    }

    /// Adds what sounds from frame `from` on, and says whether anything does.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) -> bool {
        let until = from + out.len() as u64;
        let first = self
            .stretches
            .partition_point(|stretch| stretch.frames.end <= from);
        let mut sounds = false;
        for stretch in &self.stretches[first..] {
            let start = stretch.frames.start.max(from);
            let end = stretch.frames.end.min(until);
            if start >= until {
                break;
            }
            sounds = true;
            let part = &mut out[(start - from) as usize..(end - from) as usize];
            let span = self.span(stretch);
            for (piece, from) in part.chunks_mut(PIECE).zip((start..).step_by(PIECE)) {
                self.piece(stretch.shape, span, from, piece);
            }
        }
        sounds
    }

    fn piece(&self, shape: &Shape, span: Span, from: u64, out: &mut [[f32; 2]]) {
        let mut course = [(0.0, 0.0); PIECE];
        let course = &mut course[..out.len()];
        for ((level, moved), n) in course.iter_mut().zip(from..) {
            let through = span.through(n) as f32;
            *level = span.fullness * swelling(through, shape.crest);
            *moved = smooth(through);
        }
        for (band, gain) in self.loops.iter().zip(shape.loops) {
            if gain.is_nothing() {
                continue;
            }
            let mut band = band.from(from);
            for (frame, (level, moved)) in out.iter_mut().zip(&*course) {
                let gain = self.character.air * level * gain.at(*moved);
                let [left, right] = band.next();
                frame[0] += gain * left;
                frame[1] += gain * right;
            }
        }
        let seconds = span.frames / f64::from(self.rate);
        for tone in shape.tones {
            let (set_out, glide) = (tone.from * seconds, (tone.to - tone.from) * seconds);
            for ((frame, (level, moved)), n) in out.iter_mut().zip(&*course).zip(from..) {
                let x = span.through(n);
                // The frequency moves as `smooth` does; the angle is the integral of that.
                let turns = x * (set_out + glide * x * x * (1.0 - 0.5 * x));
                let sample = self.character.tone * level * harmonics(tone, turns, *moved);
                frame[0] += tone.sides[0] * sample;
                frame[1] += tone.sides[1] * sample;
            }
        }
    }

    fn span(&self, stretch: &Stretch) -> Span {
        let frames = (stretch.frames.end - stretch.frames.start) as f64;
        let full = FULL_FROM_SECONDS * f64::from(self.rate);
        Span {
            start: stretch.frames.start,
            frames,
            share: 1.0 / frames,
            fullness: stretch.gain * (frames / full).min(1.0) as f32,
        }
    }
}

/// A tone with its harmonics at an angle. Each harmonic follows from the two before it.
#[inline]
fn harmonics(tone: &Tone, turns: f64, moved: f32) -> f32 {
    let first = sine(turns);
    let [fundamental, above @ ..] = tone.harmonics else {
        return 0.0;
    };
    let mut sum = fundamental.at(moved) * first;
    if above.is_empty() {
        return sum;
    }
    let twice_cosine = 2.0 * sine(turns + 0.25);
    let (mut before, mut newest) = (0.0, first);
    for gain in above {
        (before, newest) = (newest, twice_cosine * newest - before);
        sum += gain.at(moved) * newest;
    }
    sum
}

/// How a phase lies in the frames of a session.
#[derive(Clone, Copy)]
struct Span {
    start: u64,
    frames: f64,
    share: f64,
    fullness: f32,
}

impl Span {
    #[inline]
    fn through(self, n: u64) -> f64 {
        (n - self.start) as f64 * self.share
    }
}
