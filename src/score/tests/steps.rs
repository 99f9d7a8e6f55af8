//! What must be true of the sound of every kind of step.

use super::super::ear::every_kind;
use super::*;
use crate::session::sample::{breaths, squeezes, step};
use crate::session::{Sound, Sounds, StepKind};
use crate::timeline::{Choices, compile};

/// A low rate where nothing depends on it, to be quick.
const LOW: u32 = 8000;

fn of_step(kind: StepKind) -> Score {
    let choices = Choices {
        squeezes: true,
        ..Choices::default()
    };
    let sounds = Sounds {
        step: Sound::None,
        ..Sounds::default()
    };
    let mut session = crate::session::sample::session(vec![step(kind)]);
    session.sounds = sounds;
    Score::new(
        Arc::new(compile(&session, &choices)),
        &Ensemble::default(),
        RATE,
    )
}

#[test]
fn no_kind_of_step_is_sudden_or_loud() {
    let all = whole(&Score::new(
        every_kind(Sounds::default()),
        &Ensemble::default(),
        RATE,
    ));
    // Air is noise: in six minutes of it there are rarer and larger steps than in one.
    assert!(
        largest_step(&all) < 1.1 * LARGEST_STEP,
        "{}",
        largest_step(&all)
    );
    for kind in [squeezes(3, 1, 2), StepKind::Breathe(breaths(9, [2, 1, 3]))] {
        let all = whole(&of_step(kind));
        assert!(largest_step(&all) < LARGEST_STEP, "{}", largest_step(&all));
    }
    assert!(peak(&all) < 0.708 && peak(&all) > 0.1, "{}", peak(&all));
}

#[test]
fn any_frame_of_every_kind_asked_for_alone_is_the_one_heard_in_order() {
    let score = Score::new(every_kind(Sounds::default()), &Ensemble::default(), LOW);
    let all = whole(&score);
    let mut place = 11_u64;
    for _ in 0..20_000 {
        place = place
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let n = (place >> 20) % all.len() as u64;
        let heard = all[n as usize].map(f32::to_bits);
        assert_eq!(score.frame(n).map(f32::to_bits), heard, "frame {n}");
    }
}

#[test]
fn a_sip_goes_on_from_the_breath_it_follows() {
    let score = of_step(StepKind::Breathe(breaths(4, [3, 1, 6])));
    let (inhale, sip) = (seconds(&score, 11.0, 2.0), seconds(&score, 13.0, 1.0));
    let turn = seconds(&score, 12.98, 0.04);
    let ratio = decibels(loudness(&inhale)) - decibels(loudness(&sip));
    assert!((0.0..9.0).contains(&ratio), "a sip is {ratio} dB quieter");
    assert!(decibels(loudness(&turn)) < decibels(loudness(&sip)) - 10.0);
    let (before, after) = (centroid(&inhale, RATE), centroid(&sip, RATE));
    assert!(after > before, "from {before:.0} Hz to {after:.0} Hz");
    let around = seconds(&score, 12.5, 1.5);
    assert!(largest_step(&around) < LARGEST_STEP);
}

#[test]
fn a_squeeze_and_letting_go_are_told_apart_and_leave_silence() {
    let score = of_step(squeezes(3, 5, 10));
    let (squeeze, release) = (seconds(&score, 15.0, 2.0), seconds(&score, 20.0, 4.0));
    let (bright, dark) = (centroid(&squeeze, RATE), centroid(&release, RATE));
    assert!(
        bright > 1.3 * dark,
        "squeeze {bright:.0} Hz, release {dark:.0} Hz"
    );
    let breath = of_step(StepKind::Breathe(breaths(4, [4, 0, 6])));
    let out = decibels(loudness(&seconds(&breath, 4.0, 6.0)));
    for (name, part) in [("squeeze", &squeeze), ("release", &release)] {
        let level = decibels(loudness(part));
        assert!(level < out - 5.0, "{name} {level} dB, breath {out} dB");
        assert!(level > out - 15.0, "{name} {level} dB, breath {out} dB");
    }
    // The squeeze and the release are done in silence.
    assert!(peak(&seconds(&score, 17.0, 3.0)) == 0.0);
    assert!(peak(&seconds(&score, 24.0, 6.0)) == 0.0);
}

/// The seconds at which something begins to sound after at least a second of silence.
fn begins(score: &Score) -> Vec<u64> {
    let second = LOW as usize;
    let (mut quiet, mut begins) = (second, Vec::new());
    for (n, frame) in whole(score).iter().enumerate() {
        if peak(&[*frame]) > 0.0 {
            if quiet >= second {
                begins.push(((n + second / 2) / second) as u64);
            }
            quiet = 0;
        } else {
            quiet += 1;
        }
    }
    begins
}

#[test]
fn bells_sound_where_a_step_begins_and_not_within_it() {
    let timeline = every_kind(Sounds {
        breath: Sound::None,
        ..Sounds::default()
    });
    let steps = timeline.steps().iter().filter(|part| !part.continues);
    let onsets: Vec<u64> = steps.map(|part| part.onset.0 / 1000).collect();
    let end = timeline.length().0 / 1000;
    let heard = begins(&Score::new(timeline, &Ensemble::default(), LOW));
    assert_eq!(heard[..heard.len() - 1], onsets);
    assert_eq!(heard.last(), Some(&end));
}

#[test]
fn sounds_that_an_author_does_not_want_are_not_there() {
    let none = Sounds {
        breath: Sound::None,
        step: Sound::None,
        end: Sound::None,
        bed: Sound::None,
    };
    let score = Score::new(every_kind(none.clone()), &Ensemble::default(), LOW);
    assert!(peak(&whole(&score)) == 0.0);
    let length = score.timeline().length();
    assert_eq!(score.length_in_frames(), Score::frame_at(length, LOW));

    let end_only = Sounds {
        end: Sound::Usual,
        ..none.clone()
    };
    let score = Score::new(every_kind(end_only), &Ensemble::default(), LOW);
    assert_eq!(begins(&score), [length.0 / 1000]);

    // A file is not played yet: what it stands for sounds as ever.
    let file = Sound::File(crate::session::sample::clean("bowl.wav"));
    let filed = Sounds { end: file, ..none };
    assert_eq!(
        begins(&Score::new(every_kind(filed), &Ensemble::default(), LOW)),
        [length.0 / 1000]
    );
}
