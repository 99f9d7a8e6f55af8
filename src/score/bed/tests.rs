//! What must be true of every bed.

use super::*;
use crate::score::ear::{largest_step, loudness, peak};
use crate::score::{Clip, mix};

const RATE: u32 = 16_000;
const ALL: [mix::Bed; 3] = [mix::Bed::Rain, mix::Bed::Sea, mix::Bed::Brown];

fn bed(bed: mix::Bed, seconds: u64) -> Bed {
    let source = Source::Made(Arc::new(made(bed, RATE).unwrap()));
    Bed::new(source, 1.0, seconds * u64::from(RATE), RATE)
}

fn heard(bed: &Bed, from: u64, length: usize) -> Vec<[f32; 2]> {
    let mut frames = vec![[0.0; 2]; length];
    bed.add(from, &mut frames);
    frames
}

#[test]
fn any_frame_of_a_bed_is_the_same_however_it_is_read() {
    let clip = Clip::stereo(
        RATE,
        (0..80_000)
            .map(|i| (i * 37 % 999) as i16)
            .collect::<Vec<_>>(),
    );
    let own = Source::Own(Arc::new(Looped::new(clip).unwrap()));
    let own = Bed::new(own, 1.0, 60 * u64::from(RATE), RATE);
    let made = ALL.map(|name| bed(name, 60));
    for bed in made.iter().chain([&own]) {
        // Around the ends of pieces, of blocks of drops and of loops.
        for from in [0, 31_990, 47_000, 200_000, 900_000] {
            let all = heard(bed, from, 4000);
            let mut pieces = Vec::new();
            let mut length = 1;
            while pieces.len() < all.len() {
                let rest = (all.len() - pieces.len()).min(length);
                pieces.extend(heard(bed, from + pieces.len() as u64, rest));
                length = length * 3 % 517 + 1;
            }
            assert!(all == pieces, "from {from}");
        }
    }
}

#[test]
fn it_comes_slowly_goes_slowly_and_is_gone_at_its_end() {
    for name in ALL {
        let bed = bed(name, 40);
        let second = |at: u64| loudness(&heard(&bed, at * u64::from(RATE), RATE as usize));
        let there = second(20);
        assert!(
            second(0) < 0.2 * there && second(39) < 0.2 * there,
            "{name:?}"
        );
        assert!(
            second(9) > 0.5 * there && second(30) > 0.5 * there,
            "{name:?}"
        );
        assert!(peak(&heard(&bed, 40 * u64::from(RATE), 999)) <= 0.0);
        assert!(peak(&heard(&bed, u64::MAX / 4, 999)) <= 0.0);
    }
}

#[test]
fn it_is_quiet_without_a_step_and_as_loud_after_hours() {
    for name in ALL {
        let bed = bed(name, 20_000);
        let minute = 60 * RATE as usize;
        let early = heard(&bed, 10 * u64::from(RATE), minute / 2);
        let late = heard(&bed, 10_000 * u64::from(RATE), minute / 2);
        for part in [&early, &late] {
            assert!(peak(part) < 0.09, "{name:?} {}", peak(part));
            assert!(largest_step(part) < 0.04, "{name:?} {}", largest_step(part));
        }
        let apart = 20.0 * (loudness(&early) / loudness(&late)).log10();
        assert!(apart.abs() < 2.5, "{name:?}: {apart} dB");
    }
}

#[test]
fn a_bed_made_elsewhere_goes_on_without_a_seam_at_an_even_loudness() {
    let sine = |i: u32| 9000.0 * (f64::from(i) * 0.05).sin();
    let samples: Vec<i16> = (0..5 * RATE).map(|i| sine(i) as i16).collect();
    let looped = Looped::new(Clip::mono(RATE, samples)).unwrap();
    let mut frames = vec![[0.0; 2]; 20 * RATE as usize];
    looped.add(0, &mut frames);
    let first = largest_step(&frames[..RATE as usize]);
    assert!(first > 0.0 && largest_step(&frames) < 1.6 * first);
    assert!(peak(&frames) <= 0.07 * 1.45, "{}", peak(&frames));
}

#[test]
fn what_is_too_short_or_silent_is_no_bed() {
    assert!(Looped::new(Clip::mono(RATE, vec![800; RATE as usize])).is_none());
    assert!(Looped::new(Clip::mono(RATE, vec![0; 5 * RATE as usize])).is_none());
}
