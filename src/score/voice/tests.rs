//! What must be true of every line that is spoken, and of every one that nobody speaks.

mod built_in;

use std::fmt::Write as _;

use super::*;
use crate::score::ear::{largest_step, loudness, peak};
use crate::score::{Mix, Volume};
use crate::session::sample::{breaths, clean, rest, session, squeezes, step};
use crate::session::{Offset, Session, Step, StepKind, TimedLine};
use crate::timeline::{Choices, compile};

const RATE: u32 = 16_000;

/// A line as somebody might say it, at some 140 words a minute: a buzz for each word, a short pause
/// after it, and a longer one after a comma or a full stop.
fn said(text: &str, rate: u32) -> Clip {
    let seconds = |seconds: f64| (seconds * f64::from(rate)) as usize;
    let mut samples = vec![0_i16; seconds(0.15)];
    for word in text.split_whitespace() {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        let length = seconds(0.12 + 0.05 * letters as f64);
        for i in 0..length {
            let turns = i as f64 / f64::from(rate) * 140.0;
            let shape = (i.min(length - i) as f64 / seconds(0.03) as f64).min(1.0);
            let buzz = (0..6).map(|k| (turns * f64::from(k + 1) * std::f64::consts::TAU).sin());
            samples.push((buzz.sum::<f64>() * 1800.0 * shape) as i16);
        }
        let ends = word.ends_with([',', '.', ':', ';', '!', '?', '…', '–']);
        let pause = seconds(if ends { 0.35 } else { 0.08 });
        samples.resize(samples.len() + pause, 0);
    }
    Clip::mono(rate, samples)
}

fn aloud(timeline: &Timeline) -> Ensemble {
    let lines = lines_of(timeline, "en", Ms::ZERO).into_iter();
    Ensemble {
        mix: Mix {
            voice_volume: Volume::FULL,
            ..Mix::default()
        },
        lines: lines
            .map(|text| (text.clone(), said(&text, 8000)))
            .collect(),
        ..Ensemble::default()
    }
}

fn with_line(kind: StepKind, text: &str) -> Step {
    Step {
        say: vec![clean(text)],
        ..step(kind)
    }
}

fn spoken(session: &Session) -> (Timeline, Voice) {
    let choices = Choices {
        squeezes: true,
        ..Choices::default()
    };
    let timeline = compile(session, &choices);
    let voice = Voice::new(&timeline, &aloud(&timeline), RATE);
    (timeline, voice)
}

/// How lines are told, and from when to when they sound, in milliseconds.
fn placed(voice: &Voice) -> Vec<(How, Vec<(u64, u64)>)> {
    let ms = |frame: u64| frame * 1000 / u64::from(voice.rate);
    let times = |frames: &Range<u64>| (ms(frames.start), ms(frames.end));
    let placed = voice.placed().iter();
    placed
        .map(|line| (line.how, line.frames.iter().map(times).collect()))
        .collect()
}

fn heard(voice: &Voice, from: u64, length: usize) -> Vec<[f32; 2]> {
    let mut frames = vec![[0.0; 2]; length];
    voice.add(from, &mut frames);
    frames
}

/// The first frame of a stretch that is not silent.
fn first_sound(voice: &Voice, from: u64, length: usize) -> Option<u64> {
    let frames = heard(voice, from, length);
    let first = frames.iter().position(|frame| frame[0] != 0.0);
    first.map(|first| from + first as u64)
}

#[test]
fn a_line_is_spoken_after_the_bell_and_off_every_turn() {
    let short = "Easy is fine.";
    let long = "Nothing needs to be wide, and nothing needs to last.";
    let mut breathing = with_line(StepKind::Breathe(breaths(9, [4, 0, 6])), long);
    breathing.timed = vec![TimedLine {
        at: Offset::Start(Ms(52_500)),
        line: clean(short),
    }];
    let session = session(vec![with_line(rest(10), short), breathing, step(rest(9))]);
    let (timeline, voice) = spoken(&session);
    let told = placed(&voice);
    // The first bell has fallen, and nothing is paced.
    let (how, times) = &told[0];
    assert_eq!((*how, times.len(), times[0].0), (How::Whole, 1, 1200));
    // Too long for what is left of the first in-breath: it is broken at its comma.
    let (how, times) = &told[1];
    assert_eq!(*how, How::Cut);
    assert_eq!((times[0].0, times[1].0), (11_200, 14_350), "{times:?}");
    assert!(times[0].1 <= 13_750 && times[1].1 <= 19_750, "{times:?}");
    // It appears within an in-breath and has room in it.
    assert_eq!((told[2].0, told[2].1[0].0), (How::Moved, 64_350));
    assert_eq!(voice.collisions(&timeline), 0);
}

#[test]
fn onsets_are_at_their_sample_and_nothing_is_heard_before() {
    for rate in [8000, 44_100, 48_000] {
        let session = session(vec![with_line(rest(10), "Hello."), step(rest(9))]);
        let timeline = compile(&session, &Choices::default());
        let voice = Voice::new(&timeline, &aloud(&timeline), rate);
        let onset = voice.placed()[0].frames[0].start;
        assert_eq!(onset, u64::from(rate) * 12 / 10);
        let first = first_sound(&voice, 0, 3 * rate as usize).unwrap();
        // A word has up to 30 ms before it for a soft edge.
        let late = first - onset;
        assert!(late <= u64::from(rate) * 45 / 1000, "{late} at {rate}");
        assert!(peak(&heard(&voice, 0, onset as usize)) == 0.0);
    }
}

#[test]
fn squeezes_are_spoken_between_too() {
    let line = "A small squeeze, about a quarter, and let it go.";
    let session = session(vec![with_line(squeezes(3, 4, 8), line), step(rest(9))]);
    let (timeline, voice) = spoken(&session);
    let (how, times) = &placed(&voice)[0];
    // The first squeeze begins with a bell; the second half comes when it is let go.
    assert_eq!(*how, How::Cut);
    assert_eq!((times[0].0, times[1].0), (1200, 4350), "{times:?}");
    assert_eq!(voice.collisions(&timeline), 0);
}

#[test]
fn what_cannot_be_said_in_time_is_told_by_the_signal() {
    let line = "There is far more to be said here than any breath has room for, \
                and all of it goes on and on until nobody remembers how it began.";
    let fast = StepKind::Breathe(breaths(4, [2, 0, 2]));
    let session = session(vec![with_line(fast, line), with_line(rest(20), "Rest.")]);
    let (timeline, voice) = spoken(&session);
    let told = placed(&voice);
    assert_eq!(told[0].0, How::Signalled);
    assert_eq!((told[0].1[0].0, told[1].0), (2350, How::Whole));
    assert_eq!(voice.collisions(&timeline), 0);
}

#[test]
fn without_a_clip_there_is_the_signal_and_without_a_voice_nothing() {
    let session = session(vec![with_line(rest(10), "Hello."), step(rest(9))]);
    let timeline = compile(&session, &Choices::default());
    let mut ensemble = aloud(&timeline);
    ensemble.lines.clear();
    let signal = Voice::new(&timeline, &ensemble, RATE);
    assert_eq!(signal.placed()[0].how, How::Signalled);
    let sounds = heard(&signal, 0, 5 * RATE as usize);
    assert!(
        peak(&sounds) > 0.03 && peak(&sounds) < 0.1,
        "{}",
        peak(&sounds)
    );
    assert_eq!(signal.spans().len(), 1);
    ensemble.mix.voice_volume = Volume::SILENT;
    let silent = signal.with(&timeline, &ensemble);
    assert!(silent.spans().is_empty() && silent.placed().is_empty());
    assert!(peak(&heard(&silent, 0, 5 * RATE as usize)) == 0.0);
}

#[test]
fn the_signal_is_low_soft_and_shorter_than_a_breath() {
    let signal = signal::signal(48_000);
    let wave: Vec<[f32; 2]> = signal
        .samples
        .iter()
        .map(|x| [f32::from(*x) / 32_768.0; 2])
        .collect();
    assert!(wave.len() < 48_000);
    assert!(largest_step(&wave) < 0.006, "{}", largest_step(&wave));
    assert!(peak(&wave[..240]) < 0.002 && peak(&wave[wave.len() - 240..]) < 0.002);
    let middle = crate::score::ear::centroid(&wave[4000..], 48_000);
    assert!((150.0..320.0).contains(&middle), "{middle} Hz");
}

#[test]
fn a_frame_alone_is_the_one_heard_in_order_and_nothing_clicks() {
    let line = "The chair has your legs. They may not need to help.";
    let breathing = StepKind::Breathe(breaths(4, [4, 0, 4]));
    let session = session(vec![with_line(breathing, line), step(rest(9))]);
    let (_, voice) = spoken(&session);
    assert_eq!(voice.placed()[0].how, How::Cut);
    let all = heard(&voice, 0, 12 * RATE as usize);
    for n in (0..all.len()).step_by(7) {
        let alone = heard(&voice, n as u64, 1)[0];
        assert_eq!(alone.map(f32::to_bits), all[n].map(f32::to_bits), "{n}");
    }
    let (mut from, mut length, mut pieces) = (0, 1, Vec::new());
    while from < all.len() {
        let until = (from + length).min(all.len());
        pieces.extend(heard(&voice, from as u64, until - from));
        (from, length) = (until, length * 3 % 4099 + 1);
    }
    assert!(pieces == all);
    // Where it is broken it is no more sudden than in the middle of a word.
    let edges: Vec<u64> = voice.placed()[0]
        .frames
        .iter()
        .flat_map(|frames| [frames.start, frames.end])
        .collect();
    for edge in edges {
        let around = heard(&voice, edge - 40, 80);
        assert!(largest_step(&around) < 0.01, "{}", largest_step(&around));
    }
    assert!(peak(&all) < 0.4 && peak(&all) > 0.1, "{}", peak(&all));
}

#[cfg(feature = "sound")]
#[test]
fn words_are_as_loud_as_they_should_be_however_they_were_recorded() {
    for (rate, gain) in [(8000, 1.0), (22_050, 0.05), (44_100, 2.5)] {
        let clip = said("The chair has your legs. They may not need to help.", rate);
        let samples: Vec<i16> = clip
            .samples()
            .iter()
            .map(|x| (f64::from(*x) * gain) as i16)
            .collect();
        let prepared = prepared::Prepared::new(&Clip::mono(rate, samples), 48_000);
        let loudness = Clip::mono(48_000, prepared.samples).loudness().unwrap();
        assert!((loudness + 23.0).abs() < 1.0, "{loudness} LUFS");
    }
}

#[test]
fn the_volume_of_the_voice_is_its_own() {
    let session = session(vec![with_line(rest(10), "Hello."), step(rest(9))]);
    let timeline = compile(&session, &Choices::default());
    let mut ensemble = aloud(&timeline);
    let full = Voice::new(&timeline, &ensemble, RATE);
    ensemble.mix.voice_volume = Volume::of(8);
    let lower = full.with(&timeline, &ensemble);
    let level = |voice: &Voice| loudness(&heard(voice, 0, 3 * RATE as usize));
    let fall = 20.0 * (level(&full) / level(&lower)).log10();
    assert!((fall - 6.0).abs() < 0.01, "{fall} dB");
}

#[test]
fn clips_that_are_ready_stay_so() {
    let session = session(vec![with_line(rest(10), "Hello."), step(rest(9))]);
    let timeline = compile(&session, &Choices::default());
    let ensemble = aloud(&timeline);
    let first = Voice::new(&timeline, &ensemble, RATE);
    let ready = |voice: &Voice| Arc::clone(&voice.ready[&clean("Hello.")].1);
    let again = first.with(&timeline, &ensemble);
    assert!(Arc::ptr_eq(&ready(&first), &ready(&again)));
    let mut other = ensemble.clone();
    other
        .lines
        .insert(clean("Hello."), said("Hello there.", 8000));
    let another = again.with(&timeline, &other);
    assert!(!Arc::ptr_eq(&ready(&first), &ready(&another)));
}

#[test]
fn words_near_to_each_other_are_one_span() {
    let line = "The chair has your legs. They may not need to help.";
    let breathing = StepKind::Breathe(breaths(4, [4, 0, 4]));
    let steps = vec![with_line(breathing, line), with_line(rest(9), "Rest.")];
    let (_, voice) = spoken(&session(steps));
    let frames = &voice.placed()[0].frames;
    assert_eq!(frames.len(), 2);
    let spans = voice.spans();
    assert!(spans.len() >= 2 && spans[0].start == frames[0].start);
    assert!(spans.windows(2).all(|pair| pair[0].end < pair[1].start));
    let said = voice.placed().iter().flat_map(|line| &line.frames);
    for frames in said {
        let within = |span: &&Range<u64>| span.start <= frames.start && frames.end <= span.end;
        assert_eq!(spans.iter().filter(within).count(), 1);
    }
}
