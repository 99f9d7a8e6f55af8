//! The sound of the breath: air and a soft tone that rise and brighten as it comes in, and fall
//! and darken as it goes out, with next to nothing at the turn.
//!
//! What each phase sounds like is a table of constants. A sample follows from its own number
//! alone; nothing is carried over from the one before.

use std::ops::Range;
use std::sync::Arc;

use super::Score;
use super::curve::{sine, smooth, swelling};
use super::palette::Palette;
use crate::session::{Phase, Sound};
use crate::time::Ms;
use crate::timeline::{Activity, Segment, Timeline};

/// How loud the air is where it is loudest, root mean square against full scale.
const AIR: f32 = 0.055;
/// How loud a tone is where it is loudest, peak against full scale.
const TONE: f32 = 0.075;
/// A phase shorter than this stays quieter in proportion, so that a sip of air is no gust.
const FULL_FROM_SECONDS: f64 = 1.2;

/// Something at the start and at the end of a phase.
#[derive(Clone, Copy)]
struct Between(f32, f32);

impl Between {
    fn at(self, moved: f32) -> f32 {
        self.0 + (self.1 - self.0) * moved
    }
}

/// A tone that glides from one frequency to another, in hertz.
struct Tone {
    from: f64,
    to: f64,
    gain: Between,
}

/// What a phase sounds like.
struct Shape {
    /// How far into the phase it is loudest.
    crest: f32,
    /// How much of the dark, the middle and the bright air.
    air: [Between; 3],
    tones: &'static [Tone],
}

const IN: Shape = Shape {
    crest: 0.62,
    air: [
        Between(0.55, 0.10),
        Between(0.75, 0.60),
        Between(0.15, 1.05),
    ],
    tones: &[
        Tone {
            from: 220.0,
            to: 330.0,
            gain: Between(1.0, 0.8),
        },
        Tone {
            from: 440.0,
            to: 660.0,
            gain: Between(0.05, 0.45),
        },
    ],
};

const OUT: Shape = Shape {
    crest: 0.28,
    air: [Between(0.85, 1.50), Between(0.60, 0.10), Between(0.0, 0.0)],
    tones: &[
        Tone {
            from: 264.0,
            to: 165.0,
            gain: Between(0.9, 1.1),
        },
        Tone {
            from: 528.0,
            to: 330.0,
            gain: Between(0.20, 0.12),
        },
    ],
};

/// A sip on top: it sets out where the in-breath arrived, and rises a little further.
const SIP: Shape = Shape {
    crest: 0.5,
    air: [
        Between(0.10, 0.10),
        Between(0.60, 0.50),
        Between(1.05, 1.15),
    ],
    tones: &[
        Tone {
            from: 330.0,
            to: 370.0,
            gain: Between(0.8, 0.7),
        },
        Tone {
            from: 660.0,
            to: 740.0,
            gain: Between(0.45, 0.45),
        },
    ],
};

/// Lungs full: a faint still tone where the in-breath arrived.
const HOLD: Shape = Shape {
    crest: 0.4,
    air: [Between(0.0, 0.0); 3],
    tones: &[Tone {
        from: 330.0,
        to: 330.0,
        gain: Between(0.22, 0.16),
    }],
};

/// How loud a sip is against the breath: it goes on from it and is no second one.
const SIPPED: f32 = 0.8;
/// A squeeze and its release sound as the breath does, but so much quieter, and at most so long: a
/// sign that something begins, and then silence to do it in. Our own judgement.
const SIGN: f32 = 0.45;
const LONGEST_SQUEEZE: Ms = Ms::seconds(2);
const LONGEST_RELEASE: Ms = Ms::seconds(4);

/// What sounds while something happens: its shape, how loud it is, and how long at most. With empty
/// lungs, and where nothing is paced, there is silence.
fn sound(activity: Activity) -> Option<(&'static Shape, f32, Option<Ms>)> {
    match activity {
        Activity::Breath { phase, .. } => match phase {
            Phase::In => Some((&IN, 1.0, None)),
            Phase::Sip => Some((&SIP, SIPPED, None)),
            Phase::Hold => Some((&HOLD, 1.0, None)),
            Phase::Out => Some((&OUT, 1.0, None)),
            Phase::Rest => None,
        },
        Activity::Squeeze { .. } => Some((&IN, SIGN, Some(LONGEST_SQUEEZE))),
        Activity::Release { .. } => Some((&OUT, SIGN, Some(LONGEST_RELEASE))),
        Activity::Quiet | Activity::OwnPace => None,
    }
}

/// Something that sounds, in frames.
struct Stretch {
    frames: Range<u64>,
    shape: &'static Shape,
    gain: f32,
}

impl Stretch {
    fn of(segment: &Segment, rate: u32) -> Option<Self> {
        let (shape, gain, longest) = sound(segment.activity)?;
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
    palette: Arc<Palette>,
}

impl Swell {
    pub(super) fn new(timeline: &Timeline, palette: Arc<Palette>) -> Self {
        let segments = if timeline.sounds().breath == Sound::None {
            &[]
        } else {
            timeline.segments()
        };
        let stretches = segments
            .iter()
            .filter_map(|segment| Stretch::of(segment, palette.rate))
            .collect();
        Self { stretches, palette }
    }

    /// Adds what sounds from frame `from` on.
    pub(super) fn add(&self, from: u64, out: &mut [[f32; 2]]) {
        let until = from + out.len() as u64;
        let first = self
            .stretches
            .partition_point(|stretch| stretch.frames.end <= from);
        for stretch in &self.stretches[first..] {
            let start = stretch.frames.start.max(from);
            let end = stretch.frames.end.min(until);
            if start >= until {
                break;
            }
            let part = &mut out[(start - from) as usize..(end - from) as usize];
            self.air(stretch, start, part);
            for tone in stretch.shape.tones {
                self.tone(tone, stretch, start, part);
            }
        }
    }

    fn air(&self, stretch: &Stretch, from: u64, out: &mut [[f32; 2]]) {
        let Shape { crest, air, .. } = stretch.shape;
        if air.iter().all(|gain| gain.0 == 0.0 && gain.1 == 0.0) {
            return;
        }
        let span = self.span(stretch);
        let mut bands = self.palette.air.each_ref().map(|band| band.from(from));
        for (frame, n) in out.iter_mut().zip(from..) {
            let through = span.through(n) as f32;
            let moved = smooth(through);
            let level = AIR * span.fullness * swelling(through, *crest);
            for (band, gain) in bands.iter_mut().zip(air) {
                let gain = level * gain.at(moved);
                let [left, right] = band.next();
                frame[0] += gain * left;
                frame[1] += gain * right;
            }
        }
    }

    fn tone(&self, tone: &Tone, stretch: &Stretch, from: u64, out: &mut [[f32; 2]]) {
        let span = self.span(stretch);
        let seconds = span.frames / f64::from(self.palette.rate);
        let (set_out, glide) = (tone.from * seconds, (tone.to - tone.from) * seconds);
        for (frame, n) in out.iter_mut().zip(from..) {
            let x = span.through(n);
            let through = x as f32;
            // The frequency moves as `smooth` does; the angle is the integral of that.
            let turns = x * (set_out + glide * x * x * (1.0 - 0.5 * x));
            let level = TONE * span.fullness * swelling(through, stretch.shape.crest);
            let sample = level * tone.gain.at(smooth(through)) * sine(turns);
            frame[0] += sample;
            frame[1] += sample;
        }
    }

    fn span(&self, stretch: &Stretch) -> Span {
        let frames = (stretch.frames.end - stretch.frames.start) as f64;
        let full = FULL_FROM_SECONDS * f64::from(self.palette.rate);
        Span {
            start: stretch.frames.start,
            frames,
            share: 1.0 / frames,
            fullness: stretch.gain * (frames / full).min(1.0) as f32,
        }
    }
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
