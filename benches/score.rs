//! How fast a session's sound is made, live and for an export.
#![allow(missing_docs, reason = "criterion makes public functions")]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use softly::score::{Bed, Bell, Ensemble, Mix, Score, Timbre};
use softly::script;
use softly::timeline::{Choices, Timeline, compile};

const RATE: u32 = 48_000;

/// Twenty minutes of breathing with a bell every thirty seconds: more sound than any other session
/// of its length.
fn timeline() -> Arc<Timeline> {
    let step = "[[step]]\nbreathe = { in = 4, out = 6 }\ntimes = 3\n";
    let text = format!("softly = 1\ntitle = 'Bench'\n{}", step.repeat(40));
    let session = script::check(&text, "bench")
        .session
        .expect("it is a session");
    Arc::new(compile(&session, &Choices::default()))
}

/// Everything that there is at once, in the most laborious of its kinds.
fn everything() -> Ensemble {
    let mix = Mix {
        timbre: Some(Timbre::Hum),
        bell: Some(Bell::Gong),
        bed: Some(Bed::Rain),
        ..Mix::default()
    };
    Ensemble {
        mix,
        ..Ensemble::default()
    }
}

fn score(c: &mut Criterion) {
    let timeline = timeline();
    for (name, ensemble) in [
        ("as usual", Ensemble::default()),
        ("everything", everything()),
    ] {
        measure(c, name, &timeline, &ensemble);
    }
}

fn measure(c: &mut Criterion, name: &str, timeline: &Arc<Timeline>, ensemble: &Ensemble) {
    let score = Score::new(Arc::clone(timeline), ensemble, RATE);
    let mut group = c.benchmark_group(name);
    group.sample_size(10);
    group.bench_function("made for 48 kHz", |b| {
        b.iter(|| black_box(Score::new(Arc::clone(timeline), ensemble, RATE)));
    });
    group.bench_function("another volume", |b| {
        let mut quieter = ensemble.clone();
        quieter.mix.breath_volume = softly::score::Volume::of(7);
        b.iter(|| black_box(score.with(Arc::clone(timeline), &quieter)));
    });
    group.throughput(Throughput::Elements(60 * u64::from(RATE)));
    group.bench_function("a minute in blocks of 256", |b| {
        let mut block = [[0.0; 2]; 256];
        b.iter(|| {
            for from in (0..60 * u64::from(RATE)).step_by(block.len()) {
                score.fill(from, black_box(&mut block));
            }
        });
    });
    group.throughput(Throughput::Elements(u64::from(RATE)));
    group.bench_function("a second frame by frame", |b| {
        b.iter(|| {
            for n in 0..u64::from(RATE) {
                black_box(score.frame(n));
            }
        });
    });
    group.finish();
}

criterion_group!(benches, score);
criterion_main!(benches);
