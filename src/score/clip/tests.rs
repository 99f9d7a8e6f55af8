//! What stays true of a clip that is made louder or brought to another rate.

use std::f64::consts::TAU;

use super::*;

/// A tone on one channel, its amplitude against full scale.
pub(super) fn sine(rate: u32, hertz: f64, amplitude: f64, seconds: f64) -> Clip {
    let length = (f64::from(rate) * seconds) as usize;
    let sample = |n: usize| {
        let turn = TAU * hertz * n as f64 / f64::from(rate);
        (amplitude * f64::from(FULL) * turn.sin()).round() as i16
    };
    Clip::mono(rate, (0..length).map(sample).collect::<Vec<_>>())
}

/// A second of the same sample.
pub(super) fn whole_of(sample: i16, rate: u32) -> Clip {
    Clip::mono(rate, vec![sample; rate as usize])
}

/// How far a clip is from a tone of this kind, in decibels against the tone, but for its ends.
fn distance(clip: &Clip, hertz: f64, amplitude: f64) -> f64 {
    let tone = sine(clip.rate(), hertz, amplitude, 10.0);
    let ends = clip.rate() as usize / 100;
    let middle = ends..clip.length_in_frames() - ends;
    let (mut off, mut whole) = (0.0, 0.0);
    for (is, should) in clip.samples()[middle.clone()]
        .iter()
        .zip(&tone.samples()[middle])
    {
        off += (f64::from(*is) - f64::from(*should)).powi(2);
        whole += f64::from(*should).powi(2);
    }
    10.0 * (off / whole).log10()
}

const RATES: [u32; 6] = [8_000, 22_050, 44_100, 48_000, 96_000, 47_999];

#[test]
fn a_tone_is_the_same_tone_at_every_rate() {
    for from in RATES {
        for to in RATES {
            let there = sine(from, 440.0, 0.5, 0.4).at(to);
            assert_eq!(there.rate(), to);
            let longer = there.length_in_frames() as f64 - f64::from(to) * 0.4;
            assert!(longer.abs() <= 1.0 + f64::from(to / from), "{longer}");
            let off = distance(&there, 440.0, 0.5);
            assert!(off < -75.0, "{from} to {to}: {off}");
        }
    }
}

#[test]
fn high_tones_stay_up_to_a_sixth_below_half_the_rate() {
    let off = distance(&sine(44_100, 18_000.0, 0.5, 0.5).at(48_000), 18_000.0, 0.5);
    assert!(off < -50.0, "{off}");
    let off = distance(&sine(16_000, 6_500.0, 0.5, 0.5).at(48_000), 6_500.0, 0.5);
    assert!(off < -70.0, "{off}");
}

#[test]
fn what_a_lower_rate_cannot_hold_does_not_fold_back() {
    let there = sine(48_000, 6_000.0, 0.5, 0.5).at(8_000);
    let ends = 100;
    let middle = &there.samples()[ends..there.length_in_frames() - ends];
    assert!(middle.iter().all(|x| x.abs() <= 2), "{middle:?}");
}

#[test]
fn both_sides_keep_to_their_own() {
    let left = sine(44_100, 440.0, 0.5, 0.3);
    let both: Vec<i16> = (left.samples().iter()).flat_map(|x| [*x, 0]).collect();
    let there = Clip::stereo(44_100, both).at(48_000);
    let (frames, rest) = there.samples().as_chunks::<2>();
    assert!(rest.is_empty());
    assert!(frames.iter().all(|[_, right]| *right == 0));
    let alone: Vec<i16> = frames.iter().map(|[left, _]| *left).collect();
    assert_eq!(alone, left.at(48_000).samples());
}

#[test]
fn the_same_rate_is_the_same_clip_and_nothing_stays_nothing() {
    let clip = sine(48_000, 440.0, 0.5, 0.1);
    assert_eq!(clip.at(48_000), clip);
    assert_eq!(Clip::mono(8_000, []).at(48_000).length_in_frames(), 0);
    assert_eq!(Clip::mono(8_000, [9]).at(0).rate(), 1);
    assert_eq!(
        whole_of(i16::MAX, 8_000).at(44_100).length_in_frames(),
        44_100
    );
}

#[test]
fn the_samples_at_another_rate_are_these_on_every_machine() {
    let there = sine(22_050, 440.0, 0.5, 0.2).at(48_000);
    let sum = there.samples().iter().fold(0_u32, |sum, x| {
        sum.wrapping_mul(31).wrapping_add(u32::from(*x as u16))
    });
    assert_eq!((there.length_in_frames(), sum), (9_600, 2_319_486_199));
}

#[test]
fn louder_is_louder_by_so_much_and_never_reaches_the_top() {
    let quiet = sine(48_000, 440.0, 0.1, 0.1);
    for (decibels, peak) in [(6.0, 0.1995), (-6.0, 0.0501), (0.0, 0.1), (40.0, 0.7079)] {
        let there = quiet.louder(decibels).peak();
        assert!((there - peak).abs() < 0.0002, "{decibels}: {there}");
    }
    for decibels in [0.0, 30.0, f32::INFINITY, f32::NAN] {
        assert!(whole_of(i16::MIN, 8_000).louder(decibels).peak() <= 0.707_95);
        assert!(whole_of(i16::MAX, 8_000).louder(decibels).peak() <= 0.707_95);
        assert!(whole_of(0, 8_000).louder(decibels).peak() <= 0.0);
    }
    assert!(quiet.louder(f32::NEG_INFINITY).peak() <= 0.0);
}
