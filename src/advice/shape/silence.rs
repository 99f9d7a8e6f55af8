//! Long stretches without words, which somebody whose eyes are closed may take for the end.

use super::Shape;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::write_time;
use crate::time::Ms;

/// From here on a silence deserves to be meant. Silence is welcome in a practice; that three minutes
/// of it can leave somebody wondering is our own judgement.
const LONG: Ms = Ms::minutes(3);

/// The first long stretch without words that nothing marks as meant. One suggestion is enough: the
/// others are found again once this one is mended.
pub(super) fn advise(shape: &Shape<'_>) -> Option<Diagnostic> {
    let lines = shape.timeline.lines();
    let mut said: Vec<&str> = lines.iter().map(|line| &*line.text).collect();
    said.sort_unstable();
    said.dedup();
    // That there are hardly any words is told already, and once is enough.
    if said.len() <= 2 {
        return None;
    }
    let ends = lines.iter().map(|line| line.onset);
    let ends = ends.chain([shape.timeline.length()]);
    let starts = [Ms::ZERO]
        .into_iter()
        .chain(lines.iter().map(|line| line.onset));
    let long = starts
        .zip(ends)
        .find(|(from, to)| *to - *from > LONG && !is_meant(shape, *from, *to))?;
    let step = shape.timeline.segment_at(long.0).step;
    let message = format!("{} pass here without a word", write_time(long.1 - long.0));
    let found = Diagnostic::advice(Rule::LongSilence, shape.heading(step), message)
        .label("a long silence begins in this step")
        .help("A line now and then tells somebody whose eyes are closed that all is well.")
        .help(
            "If the silence is meant, say so before it, and write long-silence = true in the step.",
        );
    Some(found)
}

/// Whether a step in which some of a silence lies says that it is meant, or waits for a key.
fn is_meant(shape: &Shape<'_>, from: Ms, to: Ms) -> bool {
    let steps = shape.timeline.steps().iter();
    let mut within = steps.filter(|step| step.onset < to && step.onset + step.length > from);
    within.any(|step| {
        let written = shape.session.steps.get(step.source);
        step.kind.waits() || written.is_some_and(|step| step.long_silence)
    })
}
