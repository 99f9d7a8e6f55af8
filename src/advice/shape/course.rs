//! How a session begins and ends, how long it is, and what it leaves unsaid.

use super::{Shape, minutes};
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::{At, write_time};
use crate::session::Position;
use crate::time::Ms;
use crate::timeline::SpanKind;

/// Quiet that gives time to return. The guide asks for fifteen seconds; less than this is none.
const LEAST_QUIET: Ms = Ms::seconds(10);
/// The shortest and the longest session that people are likely to come back to. Handouts ask for
/// five to ten minutes, recordings run from eight to about thirty; nobody has tested more.
const LENGTHS: (Ms, Ms) = (Ms::minutes(1), Ms::minutes(30));
/// From this length on, two lines or fewer leave somebody with closed eyes alone. Our own judgement.
const LONG_FOR_TWO_LINES: Ms = Ms::minutes(3);

pub(super) fn advise(shape: &Shape<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(length(shape));
    if shape.english {
        found.extend(minutes::advise(shape));
    }
    found.extend(words(shape));
    found.extend(ending(shape));
    found.extend(notes(shape));
    found.extend(unseen(shape));
}

fn length(shape: &Shape<'_>) -> Option<Diagnostic> {
    let length = shape.timeline.length();
    let (message, label) = if length < LENGTHS.0 {
        ("is over in less than a minute", "short")
    } else if length > LENGTHS.1 {
        ("is longer than half an hour", "long")
    } else {
        return None;
    };
    let message = format!("this session {message}: {}", write_time(length));
    Some(
        Diagnostic::advice(Rule::UnusualLength, shape.title(), message)
            .label(label)
            .help("Handouts ask for five to ten minutes, and check-ins take one; no study says how much helps.")
    )
}

/// Lines that are said, or the lack of them. One suggestion about it is enough.
fn words(shape: &Shape<'_>) -> Option<Diagnostic> {
    let lines = shape.timeline.lines();
    let mut said: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
    said.sort_unstable();
    said.dedup();
    let (span, message, label, why, example) = if said.is_empty() {
        (
            shape.title(),
            "nothing is said in this session",
            "no words",
            "A line or two, below [[step]], help somebody whose eyes are closed.",
            "The chair has your legs.",
        )
    } else if lines.iter().all(|line| shape.written[line.step] > 0) {
        (
            shape.heading(0),
            "the session begins without a word",
            "no words here",
            "A first line helps to arrive.",
            "Whatever is under you can take some of your weight.",
        )
    } else if said.len() <= 2 && shape.timeline.length() >= LONG_FOR_TWO_LINES {
        (
            shape.title(),
            "there are hardly any words to follow with the eyes closed",
            "few words",
            "Silence is welcome. A line where something changes tells that all is as it is meant to be.",
            "No pacing now. Your breath can go its own way.",
        )
    } else {
        return None;
    };
    let found = Diagnostic::advice(Rule::LeftUnsaid, span, message).label(label);
    Some(
        found
            .help(why)
            .help(format!("For example: say = \"{example}\"")),
    )
}

fn ending(shape: &Shape<'_>) -> Option<Diagnostic> {
    let steps = shape.timeline.steps();
    let last = steps.len().checked_sub(1)?;
    let finding = |message: &str, label: &str| {
        Diagnostic::advice(Rule::NoWayBack, shape.heading(last), message).label(label)
    };
    if matches!(steps[last].kind, SpanKind::Breathe { .. }) {
        return Some(
            finding(
                "the session ends with the last paced breath",
                "no quiet after it",
            )
            .help("Some quiet helps to return.")
            .help("For example: [[step]], and below it rest = \"20s\""),
        );
    }
    let quiet = steps[last].kind == SpanKind::Rest && steps[last].length < LEAST_QUIET;
    let paced_before = last > 0 && matches!(steps[last - 1].kind, SpanKind::Breathe { .. });
    if quiet && paced_before {
        return Some(
            finding("there is little quiet after the last breath", "short")
                .help("Fifteen seconds or more give time to return."),
        );
    }
    let lines = shape.timeline.lines();
    let written = &shape.written;
    let speaks = lines.iter().any(|line| written[line.step] == written[last]);
    (!speaks && !lines.is_empty()).then(|| {
        finding("nothing is said on the way back", "no words here")
            .help("Somebody whose eyes are closed then knows that it is nearly over.")
            .help("For example: say = \"There's no hurry to move.\"")
    })
}

/// Who wrote it, and when to take care. Of cautions the program shows a list of its own, and each
/// position brings some; what is left is a position without any, such as "any".
fn notes(shape: &Shape<'_>) -> Option<Diagnostic> {
    const BY: &str = "For example: by = \"Jane Doe, pelvic health physiotherapist\"";
    const CAUTIONS: &str = "For example: cautions = [\"Light-headed or tingly: leave the pacing, and breathe as usual.\"]";
    let session = shape.session;
    let mut positions = session.positions.iter();
    let bare = positions.any(|position| session.cautions_in(position).next().is_none());
    let unsigned = shape.script.by.is_absent();
    let (message, label) = match (unsigned, bare) {
        (false, false) => return None,
        (true, false) => ("nobody is named who wrote this session", "by whom?"),
        (false, true) => ("nothing says when to take care", "no cautions"),
        (true, true) => (
            "nothing says who wrote this session, or when to take care",
            "by whom? no cautions",
        ),
    };
    let found = Diagnostic::advice(Rule::LeftUnsaid, shape.title(), message)
        .label(label)
        .help("Somebody who is unsure then knows more, and whom to ask.");
    let examples = [(unsigned, BY), (bare, CAUTIONS)];
    let examples = examples.into_iter().filter(|(missing, _)| *missing);
    Some(examples.fold(found, |found, (_, example)| found.help(example)))
}

/// Drawings without a sentence on what they show.
fn unseen(shape: &Shape<'_>) -> Option<Diagnostic> {
    let own = shape.script.own_positions.value().into_iter().flatten();
    let untold = |position: &&At<Position>| {
        position.value.drawing.is_some() && position.value.looks.is_none()
    };
    let position = own.into_iter().find(untold)?;
    let message = "nothing says what the drawing of this position shows";
    Some(
        Diagnostic::advice(Rule::LeftUnsaid, position.span.clone(), message)
            .label("for those who do not see it")
            .help("For example: looks = \"Sitting sideways, the legs along the seat.\""),
    )
}
