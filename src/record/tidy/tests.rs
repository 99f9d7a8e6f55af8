//! What is kept of takes that are made of noise and of something like a voice.

use super::*;

const RATE: u32 = 48_000;

/// The noise of a room, of so many decibels below full scale.
fn noise(seconds: f32, decibels: f32) -> Vec<f32> {
    let size = 10_f32.powf(decibels / 20.0) * 1.732;
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let count = (seconds * RATE as f32) as usize;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        ((seed >> 40) as f32 / 8_388_608.0) - 1.0
    };
    (0..count).map(|_| size * next()).collect()
}

/// Syllables: a low tone with overtones that rises and falls four times a second.
fn voice(seconds: f32, decibels: f32) -> Vec<f32> {
    let size = 10_f32.powf(decibels / 20.0);
    let count = (seconds * RATE as f32) as usize;
    let sample = |n: usize| {
        let t = n as f32 / RATE as f32;
        let turn = std::f32::consts::TAU * t;
        let tone: f32 = (1..=8)
            .map(|k| (turn * 140.0 * k as f32).sin() / k as f32)
            .sum();
        size * tone * (0.15 + 0.85 * (turn * 2.0).sin().powi(2))
    };
    (0..count).map(sample).collect()
}

fn added(mut one: Vec<f32>, other: &[f32], from: f32) -> Vec<f32> {
    let from = (from * RATE as f32) as usize;
    for (n, sample) in other.iter().enumerate() {
        if let Some(there) = one.get_mut(from + n) {
            *there += sample;
        }
    }
    one
}

fn seconds(take: &Take) -> f64 {
    take.clip.length_in_frames() as f64 / f64::from(take.clip.rate())
}

#[test]
fn words_are_kept_with_a_little_silence_around_them() {
    let heard = added(noise(5.0, -65.0), &voice(2.0, -25.0), 1.5);
    let take = tidy(heard, RATE, false).unwrap();
    let expected = 2.0 + f64::from(BEFORE + AFTER);
    assert!(
        (seconds(&take) - expected).abs() < 0.08,
        "{}",
        seconds(&take)
    );
}

#[test]
fn every_line_is_as_loud_as_the_others() {
    for decibels in [-45.0, -30.0, -18.0] {
        let heard = added(noise(4.0, -75.0), &voice(2.0, decibels), 1.0);
        let take = tidy(heard, RATE, false).unwrap();
        let loudness = take.clip.loudness().unwrap();
        assert!((loudness - LOUDNESS).abs() < 0.5, "{decibels}: {loudness}");
        assert!(
            (loudness - take.loudness).abs() < 0.2,
            "{decibels}: {loudness}"
        );
        assert!(take.clip.peak() <= 0.7080, "{}", take.clip.peak());
    }
}

#[test]
fn one_loud_moment_is_not_distorted() {
    let mut heard = added(noise(4.0, -75.0), &voice(2.0, -40.0), 1.0);
    heard[2 * RATE as usize] = 0.95;
    let take = tidy(heard, RATE, false).unwrap();
    assert!(take.clip.peak() <= 0.7080, "{}", take.clip.peak());
    assert!(take.loudness < LOUDNESS, "{}", take.loudness);
}

#[test]
fn it_begins_and_ends_in_silence() {
    let heard = added(noise(4.0, -55.0), &voice(2.0, -20.0), 1.0);
    let take = tidy(heard, RATE, false).unwrap();
    let samples = take.clip.samples();
    assert!(samples[0].abs() <= 2 && samples[samples.len() - 1].abs() <= 2);
    let largest = samples
        .windows(2)
        .map(|pair| (i32::from(pair[1]) - i32::from(pair[0])).abs());
    assert!(largest.max().unwrap_or_default() < 8_000);
}

#[test]
fn a_key_that_is_pressed_before_and_after_is_no_word() {
    let click = noise(0.03, -20.0);
    let heard = added(noise(6.0, -65.0), &voice(2.0, -25.0), 2.0);
    let heard = added(added(heard, &click, 0.1), &click, 5.6);
    let take = tidy(heard, RATE, false).unwrap();
    assert!(seconds(&take) < 2.6, "{}", seconds(&take));
}

#[test]
fn pauses_between_words_stay() {
    let heard = added(noise(8.0, -65.0), &voice(1.0, -25.0), 1.0);
    let heard = added(heard, &voice(1.0, -25.0), 4.0);
    let take = tidy(heard, RATE, false).unwrap();
    assert!((seconds(&take) - 4.37).abs() < 0.1, "{}", seconds(&take));
}

#[test]
fn somebody_who_speaks_at_once_is_heard() {
    let heard = added(noise(3.0, -65.0), &voice(1.5, -25.0), 0.0);
    let take = tidy(heard, RATE, false).unwrap();
    assert!((seconds(&take) - 1.75).abs() < 0.1, "{}", seconds(&take));
}

#[test]
fn a_room_alone_is_no_take() {
    for (heard, why) in [
        (noise(3.0, -60.0), Unheard::NoWords),
        (noise(3.0, -35.0), Unheard::NoWords),
        (vec![0.0; RATE as usize], Unheard::NoWords),
        (vec![f32::NAN; RATE as usize], Unheard::NoWords),
        (Vec::new(), Unheard::Nothing),
        (vec![0.5; 10], Unheard::Nothing),
    ] {
        assert_eq!(
            tidy(heard, RATE, false).map(|take| seconds(&take)),
            Err(why)
        );
    }
}

#[test]
fn rumble_goes_and_a_voice_stays() {
    let tone = |hertz: f32| {
        let turn = std::f32::consts::TAU * hertz / RATE as f32;
        (0..RATE)
            .map(|n| 0.3 * (turn * n as f32).sin())
            .collect::<Vec<f32>>()
    };
    let left = |hertz: f32| {
        let mut samples = tone(hertz);
        let before = level(&samples);
        without_rumble(&mut samples, RATE);
        level(&samples[RATE as usize / 4..]) - before
    };
    assert!(left(20.0) < -18.0, "{}", left(20.0));
    assert!(left(120.0) > -1.0, "{}", left(120.0));
    assert!(left(1_000.0).abs() < 0.1, "{}", left(1_000.0));
}

#[test]
fn any_rate_will_do() {
    for rate in [8_000, 16_000, 44_100, 96_000] {
        let count = rate as usize;
        let sample = |n: usize| {
            let t = n as f32 / rate as f32;
            if (0.3..0.8).contains(&t) {
                0.2 * (t * 1_500.0).sin()
            } else {
                0.0002 * (t * 9_000.0).sin()
            }
        };
        let take = tidy((0..count).map(sample).collect(), rate, false).unwrap();
        assert!(
            (seconds(&take) - 0.83).abs() < 0.06,
            "{rate}: {}",
            seconds(&take)
        );
    }
}
