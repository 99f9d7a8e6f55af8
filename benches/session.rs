//! From a text to a session, from a session to a timeline, and to a moment of it: what happens
//! before anything is drawn, for what people write and for the worst that a file can hold.
#![allow(missing_docs, reason = "criterion makes public functions")]

#[path = "../tests/suite/mend/hostile.rs"]
mod hostile_to_mend;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use softly::advice::check_with_advice;
use softly::language::Language;
use softly::library;
use softly::script::{check, decode, limits, mend};
use softly::session::Session;
use softly::time::Ms;
use softly::timeline::{Choices, compile, lengths};

const HEAD: &str = "softly = 1\ntitle = \"x\"\n";

/// One kind of mistake after another, until the file is as large as it may be.
fn full_of(head: &str, line: impl Fn(usize) -> String) -> String {
    let mut text = head.to_owned();
    for number in 0.. {
        let next = line(number);
        if text.len() + next.len() > limits::FILE_BYTES {
            break;
        }
        text.push_str(&next);
    }
    text
}

/// The most breaths that a session can have, each with two lines of their own.
fn breaths_with_lines() -> String {
    let line = |n: usize| format!("\"Line {n}: {}\", ", "you must push ".repeat(30));
    let lines: String = (0..200).map(line).collect();
    let breathe = "breathe = { in = 0.5, out = 0.5 }\ntimes = 10800";
    format!("{HEAD}[[step]]\n{breathe}\ncues = {{ in = [{lines}], out = [{lines}] }}\n")
}

fn hostile() -> Vec<(&'static str, String)> {
    let timed = "[[step]]\nrest = 5\nat = { ";
    vec![
        ("unknown names", full_of(HEAD, |n| format!("u{n} = {n}\n"))),
        (
            "one name again",
            full_of(HEAD, |_| "title = \"x\"\n".into()),
        ),
        ("empty steps", full_of(HEAD, |_| "[[step]]\n".into())),
        (
            "wrong times",
            full_of(HEAD, |_| "[[step]]\nrest = \"9:99\"\n".into()),
        ),
        ("lines that are none", full_of(HEAD, |_| "a b c\n".into())),
        ("brackets", full_of(HEAD, |_| "[".into())),
        ("braces", full_of(HEAD, |_| "a = {\n".into())),
        ("dots", full_of(HEAD, |_| "a.".into())),
        ("quotation marks", full_of(HEAD, |_| "\"".into())),
        (
            "one long line",
            full_of(HEAD, |n| format!("{n}é ").repeat(9)),
        ),
        (
            "timed lines",
            full_of(&format!("{HEAD}{timed}"), |n| format!("{n} = \"x\", ")),
        ),
        (
            "words that could be kinder",
            full_of(HEAD, |_| {
                let say =
                    "You must just relax, take a deep breath and push your belly out. ".repeat(7);
                format!("[[step]]\nrest = 9\nsay = \"{say}\"\n")
            }),
        ),
        (
            "one word that could be kinder",
            full_of(HEAD, |_| {
                format!("[[step]]\nrest = 9\nsay = \"{}\"\n", "must ".repeat(99))
            }),
        ),
        (
            "words that nearly could",
            full_of(HEAD, |_| {
                let say = "if your the all the inner left whole should ".repeat(11);
                format!("[[step]]\nrest = 9\nsay = \"{say}\"\n")
            }),
        ),
        ("lines for three hours of breaths", breaths_with_lines()),
        (
            "control characters",
            full_of(HEAD, |n| format!("x-{n} = \"\u{1b}\u{202e}\"\n")),
        ),
    ]
}

fn session(text: &str) -> Session {
    check(text, "bench").session.expect("nothing to mend")
}

/// Three hours of the shortest breath there is: more segments than any other session.
fn longest() -> Session {
    let breath = "breathe = { in = 0.5, out = 0.5 }\ntimes = 10800\n";
    session(&format!(
        "{HEAD}[[step]]\n{breath}cues = {{ in = [\"a\", \"\"], out = \"b\" }}\n"
    ))
}

/// As many steps as there can be, each with breaths of a length of its own, so that fitting has
/// the most to weigh.
fn most_steps() -> Session {
    let steps: Vec<String> = (0..limits::STEPS)
        .map(|n| {
            format!(
                "[[step]]\nbreathe = {{ in = 0.5, out = 0.{} }}\ntimes = 16\n",
                500 + n % 400
            )
        })
        .collect();
    session(&(HEAD.to_owned() + &steps.concat()))
}

/// As many parts as a session can be spread out to: two hundred rounds of ten steps.
fn most_parts() -> Session {
    let breath = |n: u32| {
        format!(
            "{{ breathe = {{ in = 0.5, out = 0.{} }}, times = 5 }}",
            500 + n
        )
    };
    let round: Vec<String> = (0..10).map(breath).collect();
    let rounds = limits::SPANS / round.len();
    let round = round.join(", ");
    session(&format!(
        "{HEAD}[[step]]\nrepeat = {rounds}\nsteps = [{round}]\n"
    ))
}

fn reading(c: &mut Criterion) {
    for script in library::built_in(Language::English) {
        c.bench_function(&format!("check {}", script.id), |b| {
            b.iter(|| check_with_advice(black_box(script.text), script.id));
        });
    }
    for (name, text) in hostile().into_iter().chain(hostile_to_mend::hostile()) {
        c.bench_function(&format!("check hostile: {name}"), |b| {
            b.iter(|| check_with_advice(black_box(&text), "hostile"));
        });
    }
    c.bench_function("mend a file of a word processor", |b| {
        let bytes = include_bytes!("../tests/fixtures/mend/word-processor.before.bin");
        b.iter(|| {
            mend(
                &decode(black_box(bytes)).expect("it can be read").text,
                "bench",
            )
        });
    });
}

fn laying_out(c: &mut Criterion) {
    let typical = library::built_in(Language::English)[1];
    let (typical, longest) = (session(typical.text), longest());
    let fitted = Choices {
        minutes: Some(5),
        ..Choices::default()
    };
    let as_written = Choices::default();
    let hard = Choices {
        minutes: Some(101),
        ..Choices::default()
    };
    let (most_steps, most_parts) = (most_steps(), most_parts());
    for (name, session, choices) in [
        ("typical", &typical, &as_written),
        ("typical in five minutes", &typical, &fitted),
        ("three hours", &longest, &as_written),
        ("three hours in five minutes", &longest, &fitted),
        ("five hundred steps", &most_steps, &as_written),
        ("five hundred steps in 101 minutes", &most_steps, &hard),
        ("two thousand parts", &most_parts, &as_written),
    ] {
        c.bench_function(&format!("compile {name}"), |b| {
            b.iter(|| compile(black_box(session), choices));
        });
    }
    c.bench_function("lengths of five hundred steps", |b| {
        b.iter(|| lengths(black_box(&most_steps), &hard));
    });
    for (name, session) in [("typical", &typical), ("three hours", &longest)] {
        let timeline = compile(session, &as_written);
        let mut at = Ms::ZERO;
        c.bench_function(&format!("moment of {name}"), |b| {
            b.iter(|| {
                at = Ms((at.0 + 7_919) % timeline.length().0);
                timeline.moment(black_box(at))
            });
        });
    }
}

criterion_group! {
    name = sessions;
    config = Criterion::default().sample_size(20);
    targets = reading, laying_out
}
criterion_main!(sessions);
