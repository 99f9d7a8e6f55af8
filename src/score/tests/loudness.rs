//! How loud everything is, by EBU R 128: alike for every timbre, and with room above all of it.

use ebur128::{EbuR128, Mode as Meter};

use super::super::ear::{brightness, every_kind};
use super::*;
use crate::session::Sounds;

/// Enough for the highest band there is, and quick.
const LOW: u32 = 24_000;
const TIMBRES: [Timbre; 4] = [Timbre::Breath, Timbre::Sea, Timbre::Pad, Timbre::Hum];
const BELLS: [Bell; 4] = [Bell::Bowl, Bell::Gong, Bell::Chime, Bell::Notes];
const BEDS: [Bed; 3] = [Bed::Rain, Bed::Sea, Bed::Brown];
/// 3 decibels below full scale.
const HIGHEST: f64 = 0.708;

fn ensemble(timbre: Timbre, bell: Bell, bed: Bed) -> Ensemble {
    let mix = Mix {
        timbre: Some(timbre),
        bell: Some(bell),
        bed: Some(bed),
        ..Mix::default()
    };
    Ensemble {
        mix,
        ..Ensemble::default()
    }
}

fn without(mut ensemble: Ensemble, silent: fn(&mut Mix)) -> Ensemble {
    silent(&mut ensemble.mix);
    ensemble
}

fn no_bells(mix: &mut Mix) {
    mix.bell_volume = Volume::SILENT;
}

fn no_breath(mix: &mut Mix) {
    mix.breath_volume = Volume::SILENT;
}

fn at(score: &Score, from: f64, length: f64) -> Vec<[f32; 2]> {
    let rate = f64::from(score.rate());
    let mut frames = vec![[0.0; 2]; (length * rate) as usize];
    score.fill((from * rate) as u64, &mut frames);
    frames
}

/// Loudness as a whole in LUFS, and the largest true peak.
fn measured(frames: &[[f32; 2]]) -> (f64, f64) {
    let mut meter = EbuR128::new(2, LOW, Meter::I | Meter::TRUE_PEAK).unwrap();
    meter.add_frames_f32(frames.as_flattened()).unwrap();
    let peak = meter.true_peak(0).unwrap().max(meter.true_peak(1).unwrap());
    (meter.loudness_global().unwrap(), peak)
}

/// Paced breathing of a timbre alone: two breaths of 4, 1, 6 and 1 seconds.
fn breathing(timbre: Timbre) -> Score {
    let paced = timeline(vec![breaths(2, [4, 1, 6, 1])]);
    let alone = without(ensemble(timbre, Bell::Bowl, Bed::None), no_bells);
    Score::new(paced, &alone, LOW)
}

#[test]
fn every_timbre_is_as_loud_as_the_others_and_in_and_out_are_told_apart() {
    for timbre in TIMBRES {
        let score = breathing(timbre);
        let (loudness, peak) = measured(&at(&score, 0.0, 24.0));
        assert!(
            (-26.0..=-20.0).contains(&loudness),
            "{timbre:?}: {loudness}"
        );
        assert!(peak < 0.32, "{timbre:?}: {peak}");

        let (inhale, exhale) = (at(&score, 0.0, 4.0), at(&score, 5.0, 6.0));
        let (bright, dark) = (brightness(&inhale, LOW), brightness(&exhale, LOW));
        assert!(
            bright > 1.4 * dark,
            "{timbre:?}: {bright:.0} and {dark:.0} Hz"
        );
        let apart = decibels(super::loudness(&inhale)) - decibels(super::loudness(&exhale));
        assert!(apart.abs() < 5.0, "{timbre:?}: out is {apart} dB quieter");
    }
}

#[test]
fn every_timbre_is_silent_at_the_turn_and_with_empty_lungs_and_never_sudden() {
    for timbre in TIMBRES {
        let score = breathing(timbre);
        let all = at(&score, 0.0, 12.0);
        // At this rate a step is as large as two at 48 kHz.
        assert!(
            largest_step(&all) < 0.12,
            "{timbre:?}: {}",
            largest_step(&all)
        );
        let level = |from, length| decibels(super::loudness(&at(&score, from, length)));
        let (inhale, hold, exhale) = (level(2.0, 1.0), level(4.3, 0.4), level(6.5, 1.0));
        for turn in [3.97, 4.97] {
            let turn = level(turn, 0.06);
            assert!(
                inhale - turn > 20.0 && exhale - turn > 20.0,
                "{timbre:?}: {turn}"
            );
        }
        assert!(
            hold < inhale - 8.0 && hold > inhale - 32.0,
            "{timbre:?}: {hold}"
        );
        assert!(peak(&at(&score, 11.0, 0.99)) <= 0.0, "{timbre:?}");
    }
}

#[test]
fn everything_at_once_stays_below_the_ceiling() {
    // The loudest moment of each part, as if they met.
    let swells = TIMBRES.map(|timbre| measured(&at(&breathing(timbre), 0.0, 12.0)).1);
    let rings = BELLS.map(|bell| {
        let close = timeline(vec![rest(4), rest(4), rest(4), rest(4)]);
        let alone = without(ensemble(Timbre::Breath, bell, Bed::None), no_breath);
        measured(&at(&Score::new(close, &alone, LOW), 0.0, 20.0)).1
    });
    let beds = BEDS.map(|bed| {
        let below = without(ensemble(Timbre::Breath, Bell::Bowl, bed), no_bells);
        let (loudness, peak) = measured(&at(
            &Score::new(timeline(vec![rest(60)]), &below, LOW),
            8.0,
            20.0,
        ));
        assert!((-40.0..=-33.0).contains(&loudness), "{bed:?}: {loudness}");
        peak
    });
    let most = |peaks: &[f64]| peaks.iter().copied().fold(0.0, f64::max);
    let together = most(&swells) + most(&rings) + most(&beds);
    assert!(
        together < f64::from(ceiling::UNTOUCHED),
        "{swells:?} {rings:?} {beds:?}"
    );
}

#[test]
fn a_bell_and_a_bed_of_ones_own_are_as_loud_as_those_they_stand_for() {
    // A square wave at full scale is the loudest that a file can be.
    let square: Vec<i16> = (0..10 * LOW)
        .map(|i| if i / 50 % 2 == 0 { i16::MAX } else { i16::MIN })
        .collect();
    let loud = Clip::mono(LOW, square);
    let mut ensemble = ensemble(Timbre::Breath, Bell::Bowl, Bed::Rain);
    ensemble.own.insert("bowl", loud.clone());
    ensemble.own.insert("rain", loud);
    let score = Score::new(timeline(vec![rest(4), rest(4), rest(20)]), &ensemble, LOW);
    let (loudness, peak) = measured(&at(&score, 0.0, 37.0));
    assert!(loudness < -16.0, "{loudness}");
    assert!(peak < HIGHEST, "{peak}");
    assert!(score.length_in_frames() == 37 * u64::from(LOW));
}

#[test]
fn a_quieter_part_is_quieter_by_its_volume_and_a_silent_one_is_not_there() {
    let sounds = || every_kind(Sounds::default());
    let full = ensemble(Timbre::Breath, Bell::Bowl, Bed::Brown);
    let breath_only = |volume| {
        let mut ensemble = without(full.clone(), no_bells);
        ensemble.mix.bed_volume = Volume::SILENT;
        ensemble.mix.breath_volume = volume;
        let score = Score::new(timeline(vec![breaths(2, [4, 0, 6, 0])]), &ensemble, 8000);
        decibels(super::loudness(&at(&score, 0.0, 4.0)))
    };
    let falls = breath_only(Volume::FULL) - breath_only(Volume::of(8));
    assert!((falls - 6.0).abs() < 0.1, "{falls} dB");

    let mut silent = full;
    silent.mix.breath_volume = Volume::SILENT;
    silent.mix.bell_volume = Volume::SILENT;
    silent.mix.bed_volume = Volume::SILENT;
    let score = Score::new(sounds(), &silent, 8000);
    assert!(score.swell.is_none() && score.bells.is_none() && score.bed.is_none());
    assert!(peak(&at(&score, 0.0, 30.0)) <= 0.0);
}

#[test]
fn any_frame_of_everything_is_the_same_however_it_is_read() {
    for (timbre, bell, bed) in [
        (Timbre::Sea, Bell::Gong, Bed::Rain),
        (Timbre::Pad, Bell::Chime, Bed::Sea),
        (Timbre::Hum, Bell::Notes, Bed::Brown),
    ] {
        let all_on = ensemble(timbre, bell, bed);
        let score = Score::new(every_kind(Sounds::default()), &all_on, 8000);
        for from in [0_u64, 79_000, 333_333, 1_000_000] {
            let mut whole = vec![[0.0; 2]; 3000];
            score.fill(from, &mut whole);
            let mut pieces = Vec::new();
            let mut length = 1;
            while pieces.len() < whole.len() {
                let mut piece = vec![[1.0; 2]; length.min(whole.len() - pieces.len())];
                score.fill(from + pieces.len() as u64, &mut piece);
                pieces.extend(piece);
                length = length * 3 % 409 + 1;
            }
            assert!(whole == pieces, "{timbre:?} from {from}");
            for n in (0..whole.len()).step_by(97) {
                let alone = score.frame(from + n as u64).map(f32::to_bits);
                assert_eq!(alone, whole[n].map(f32::to_bits), "{timbre:?}");
            }
        }
    }
}
