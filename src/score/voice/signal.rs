//! The quiet signal: there are words now that nobody speaks.
//!
//! Two short hums a third apart, the second lower: the call that children and doorbells have in
//! common, sung low and with closed lips. It has no stroke and no ring, so that nobody takes it for
//! a bell, and it is over in less than a breath, so that nobody takes it for one.

use super::layout::Word;
use super::prepared::Prepared;
use crate::score::curve::{sine, smooth};

/// The two hums, in hertz: a minor third down.
const HUMS: [f64; 2] = [196.0, 163.3];
/// When each begins and how long it sounds, in seconds.
const BEGINS: [f64; 2] = [0.0, 0.34];
const LASTS: [f64; 2] = [0.36, 0.5];
/// How it comes and goes, in seconds.
const COMES: f64 = 0.09;
const GOES: f64 = 0.26;
/// Its overtones, and how loud it is, against full scale.
const OVERTONES: [f32; 3] = [1.0, 0.28, 0.09];
const LEVEL: f32 = 0.07;

/// The signal, made once for a rate.
pub(super) fn signal(rate: u32) -> Prepared {
    let frames = (f64::from(rate) * (BEGINS[1] + LASTS[1])) as usize;
    let mut wave = vec![0.0_f32; frames];
    for ((hertz, begins), lasts) in HUMS.iter().zip(BEGINS).zip(LASTS) {
        let first = (begins * f64::from(rate)) as usize;
        for (i, x) in wave[first..].iter_mut().enumerate() {
            let seconds = i as f64 / f64::from(rate);
            if seconds >= lasts {
                break;
            }
            let shape =
                smooth((seconds / COMES) as f32) * smooth(((lasts - seconds) / GOES) as f32);
            let tones = (1_u32..).zip(OVERTONES);
            let hum: f32 = tones
                .map(|(times, gain)| gain * sine(hertz * f64::from(times) * seconds))
                .sum();
            *x += LEVEL * shape * hum;
        }
    }
    let samples: Box<[i16]> = wave.iter().map(|x| (x * 32_767.0).round() as i16).collect();
    let word = Word {
        samples: 0..samples.len(),
        cost: 0,
    };
    Prepared {
        samples,
        words: vec![word],
    }
}
