//! What must be true of noise, however it is read.

use super::*;

const BAND: Band = Band {
    low: 200.0,
    high: 400.0,
    slope: 4,
    seconds: 1.0,
    foam: 0.5,
    seed: 5,
};

fn largest_step(frames: &[f32]) -> f32 {
    frames
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).abs())
        .fold(0.0_f32, f32::max)
}

#[test]
fn a_loop_has_no_seam() {
    let chord = Loop::chord(
        &[Note {
            hertz: 333.3,
            gain: 1.0,
        }],
        1.0,
        48_000,
    );
    for noise in [Loop::new(&BAND, 48_000), chord] {
        let mut reader = noise.from(0);
        let frames: Vec<f32> = (0..96_000).map(|_| reader.next()[0]).collect();
        let seam = largest_step(&frames[47_990..48_010]);
        assert!(seam <= 1.01 * largest_step(&frames[..47_990]), "{seam}");
    }
}

#[test]
fn it_reads_the_same_from_anywhere() {
    let noise = Loop::new(&BAND, 48_000);
    let mut through = noise.from(47_000);
    for n in 47_000..50_000 {
        let alone = noise.from(n).next();
        assert_eq!(through.next().map(f32::to_bits), alone.map(f32::to_bits));
    }
}

#[test]
fn what_is_woven_reads_the_same_from_anywhere_and_has_no_seam() {
    let woven = Woven::new(Loop::new(&BAND, 8000), 3, 8000);
    let mut through = woven.from(20_000);
    let mut frames = Vec::new();
    for n in 20_000..60_000 {
        let frame = through.next();
        if n % 37 == 0 || n % woven.stretch < 2 {
            let alone = woven.from(n).next();
            assert_eq!(frame.map(f32::to_bits), alone.map(f32::to_bits), "{n}");
        }
        frames.push(frame[0]);
    }
    let plain: Vec<f32> = {
        let mut reader = woven.band.from(0);
        (0..8000).map(|_| reader.next()[0]).collect()
    };
    assert!(largest_step(&frames) < 1.4 * largest_step(&plain));
}

#[test]
fn what_is_woven_does_not_come_back_within_a_minute() {
    const RATE: usize = 250;
    let band = Band {
        low: 20.0,
        high: 70.0,
        seconds: 5.0,
        ..BAND
    };
    let plain = Loop::new(&band, RATE as u32);
    let alike_after = |frames: &[f32]| {
        let power: f32 = frames.iter().map(|x| x * x).sum();
        let alike = |lag: usize| {
            let pairs = frames.iter().zip(&frames[lag..]);
            pairs.map(|(a, b)| a * b).sum::<f32>() / power
        };
        (2 * RATE..60 * RATE).map(alike).fold(0.0, f32::max)
    };
    let mut reader = plain.from(0);
    let repeats: Vec<f32> = (0..70 * RATE).map(|_| reader.next()[0]).collect();
    assert!(alike_after(&repeats) > 0.9);
    let woven = Woven::new(plain, 3, RATE as u32);
    let mut reader = woven.from(0);
    let frames: Vec<f32> = (0..70 * RATE).map(|_| reader.next()[0]).collect();
    assert!(alike_after(&frames) < 0.3, "{}", alike_after(&frames));
}
