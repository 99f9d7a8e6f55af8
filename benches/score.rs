//! How fast a session's sound is made, live and for an export.
#![allow(missing_docs, reason = "criterion makes public functions")]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use softly::score::Score;
use softly::session::{Breathe, Cues, Extent, Pattern, Session, Step, StepKind};
use softly::text::Clean;
use softly::time::Ms;
use softly::timeline::{Choices, Timeline, compile};

const RATE: u32 = 48_000;

fn step(kind: StepKind) -> Step {
    Step {
        title: None,
        say: None,
        timed: Vec::new(),
        fixed: false,
        kind,
    }
}

/// Twenty minutes of breathing without a pause: more sound than any other session of its length.
fn timeline() -> Arc<Timeline> {
    let session = Session {
        id: Clean::default(),
        title: Clean::default(),
        about: None,
        by: None,
        sources: Vec::new(),
        reviewed_by: None,
        positions: Vec::new(),
        cautions: Vec::new(),
        stop_if: Vec::new(),
        holds: false,
        steps: (0..40)
            .map(|_| {
                step(StepKind::Breathe(Breathe {
                    pattern: Pattern::new(Ms::seconds(4), Ms::seconds(6)),
                    ramp_to: None,
                    extent: Extent::Times(3),
                    cues: Cues::default(),
                }))
            })
            .collect(),
        shortest: None,
        longest: None,
    };
    Arc::new(compile(&session, &Choices::default()))
}

fn score(c: &mut Criterion) {
    let timeline = timeline();
    let score = Score::new(Arc::clone(&timeline), RATE);
    let mut group = c.benchmark_group("score");
    group.sample_size(10);
    group.bench_function("made for 48 kHz", |b| {
        b.iter(|| black_box(Score::new(Arc::clone(&timeline), RATE)));
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
