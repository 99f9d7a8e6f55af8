//! What tests measure sound with, and the sessions they listen to.

use std::f64::consts::TAU;
use std::sync::Arc;

pub(crate) use crate::session::sample::rest;
use crate::session::sample::{everything, session, step};
use crate::session::{Breathe, Cues, Extent, Pattern, Sounds, StepKind};
use crate::time::Ms;
use crate::timeline::{Choices, Timeline, compile};

/// So many breaths of in, hold, out and rest, in seconds.
pub(crate) fn breaths(times: u32, [inhale, hold, exhale, rest]: [u64; 4]) -> StepKind {
    StepKind::Breathe(Breathe {
        pattern: Pattern {
            sip: Ms::ZERO,
            inhale: Ms::seconds(inhale),
            hold: Ms::seconds(hold),
            exhale: Ms::seconds(exhale),
            rest: Ms::seconds(rest),
        },
        ramp_to: None,
        extent: Extent::Times(times),
        cues: Cues::default(),
    })
}

pub(crate) fn timeline(steps: Vec<StepKind>) -> Arc<Timeline> {
    let session = session(steps.into_iter().map(step).collect());
    let choices = Choices {
        holds: true,
        ..Choices::default()
    };
    Arc::new(compile(&session, &choices))
}

/// Every kind of step, with these sounds.
pub(crate) fn every_kind(sounds: Sounds) -> Arc<Timeline> {
    let mut session = everything();
    session.sounds = sounds;
    let choices = Choices {
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    Arc::new(compile(&session, &choices))
}

pub(crate) fn loudness(frames: &[[f32; 2]]) -> f64 {
    let power: f64 = frames.iter().flatten().map(|x| f64::from(x * x)).sum();
    (power / (2 * frames.len()) as f64).sqrt()
}

pub(crate) fn peak(frames: &[[f32; 2]]) -> f32 {
    frames
        .iter()
        .flatten()
        .fold(0.0, |peak, x| peak.max(x.abs()))
}

/// The largest change from a sample to the next of the same side.
pub(crate) fn largest_step(frames: &[[f32; 2]]) -> f32 {
    frames
        .windows(2)
        .flat_map(|pair| [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]])
        .fold(0.0, |largest, step| largest.max(step.abs()))
}

/// The power at frequencies a sixth of an octave apart from 90 Hz up, as (hertz, power).
fn spectrum(frames: &[[f32; 2]], rate: u32) -> Vec<(f64, f64)> {
    const WINDOW: usize = 4096;
    (0..37)
        .map(|i| 90.0 * 2.0_f64.powf(f64::from(i) / 6.0))
        .map(|hertz| {
            let power = frames
                .chunks_exact(WINDOW)
                .map(|window| power_at(window, hertz / f64::from(rate)))
                .sum();
            (hertz, power)
        })
        .collect()
}

fn power_at(window: &[[f32; 2]], turns: f64) -> f64 {
    let length = window.len() as f64;
    let (mut re, mut im) = (0.0, 0.0);
    for (i, frame) in window.iter().enumerate() {
        let i = i as f64;
        let hann = 0.5 - 0.5 * (TAU * i / length).cos();
        let x = f64::from(frame[0]) * hann;
        re += x * (TAU * turns * i).cos();
        im += x * (TAU * turns * i).sin();
    }
    re * re + im * im
}

/// Where the middle of the sound lies, in hertz.
///
/// The frequencies are spread evenly over octaves, so each stands for a width in proportion to it.
pub(crate) fn centroid(frames: &[[f32; 2]], rate: u32) -> f64 {
    let spectrum = spectrum(frames, rate);
    let all: f64 = spectrum.iter().map(|(hertz, power)| power * hertz).sum();
    let weighted: f64 = spectrum
        .iter()
        .map(|(hertz, power)| power * hertz * hertz)
        .sum();
    weighted / all
}

/// How bright it is, in hertz: the frequency of a tone that would move as much. It finds single tones
/// as well as noise.
pub(crate) fn brightness(frames: &[[f32; 2]], rate: u32) -> f64 {
    let side = |frame: &[f32; 2]| f64::from(frame[0]);
    let power: f64 = frames.iter().map(|frame| side(frame).powi(2)).sum();
    let moves = frames
        .windows(2)
        .map(|pair| (side(&pair[1]) - side(&pair[0])).powi(2));
    (moves.sum::<f64>() / power).sqrt() * f64::from(rate) / TAU
}

/// How much of the sound lies between two frequencies, from 0 to 1.
pub(crate) fn share_between(frames: &[[f32; 2]], rate: u32, low: f64, high: f64) -> f64 {
    let spectrum = spectrum(frames, rate);
    let all: f64 = spectrum.iter().map(|(hertz, power)| power * hertz).sum();
    let within: f64 = spectrum
        .iter()
        .filter(|(hertz, _)| (low..=high).contains(hertz))
        .map(|(hertz, power)| power * hertz)
        .sum();
    within / all
}
