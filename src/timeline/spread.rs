//! From the steps of a session to the parts it is played in, for what a person chose.
//!
//! Here a scan becomes its parts, a stretch its sides, a repeat its rounds; what is opt-in or left
//! out goes, a change of position comes in between, and placeholders are filled. How long a part
//! lasts in the end is settled in `fit`, and where it lies in `compile`.

use super::fill::Fill;
use super::reading::{moving_time, waiting_time};
use super::{Choices, SpanKind};
use crate::session::{
    Breathe, Contract, Position, Repeat, Scan, Session, Step, StepKind, Stretch, TimedLine,
};
use crate::text::Clean;
use crate::time::Ms;

/// What is played where nothing is left of a session: quiet, for so long. Our own judgement.
const QUIET_INSTEAD: Ms = Ms::minutes(1);

/// A part of a session before its length is settled.
#[derive(Clone, Debug)]
pub(super) struct Span<'a> {
    /// The step it comes from.
    pub(super) source: usize,
    /// Whether that step is under way already.
    pub(super) continues: bool,
    /// Whether it keeps its length when the session is fitted to minutes.
    pub(super) fixed: bool,
    pub(super) title: Option<Clean>,
    /// The line it begins with.
    pub(super) say: Option<Clean>,
    /// Its lines with a time of their own.
    pub(super) timed: &'a [TimedLine],
    /// What fills the placeholders of its lines and cues.
    pub(super) fill: Fill<'a>,
    pub(super) does: Does<'a>,
}

/// What a part does.
#[derive(Clone, Debug)]
pub(super) enum Does<'a> {
    /// Nothing is paced for so long.
    Quiet(SpanKind, Ms),
    /// Paced breathing.
    Breathe(&'a Breathe),
    /// Small squeezes.
    Contract(Contract),
}

/// Spreads a session out. There is always at least one part.
///
/// Where nothing would be left, optional steps are played after all. What is opt-in stays out even
/// then: a minute of quiet is played in its place.
pub(super) fn spread<'a>(session: &'a Session, choices: &Choices) -> Vec<Span<'a>> {
    let mut spans = Spreading::new(session, choices).all(choices.without_optional);
    if spans.is_empty() {
        spans = Spreading::new(session, choices).all(false);
    }
    if spans.is_empty() {
        spans.push(Span::quiet(0, SpanKind::Rest, QUIET_INSTEAD));
    }
    spans
}

/// A session while it is spread out.
struct Spreading<'a> {
    session: &'a Session,
    squeezes: bool,
    asked_parts: bool,
    /// The position one is in.
    position: &'a Position,
    spans: Vec<Span<'a>>,
}

impl<'a> Spreading<'a> {
    fn new(session: &'a Session, choices: &Choices) -> Self {
        Self {
            session,
            squeezes: choices.squeezes,
            asked_parts: choices.asked_parts,
            position: session.position(choices.position.as_ref()),
            spans: Vec::new(),
        }
    }

    fn all(mut self, without_optional: bool) -> Vec<Span<'a>> {
        for (source, step) in self.session.steps.iter().enumerate() {
            if step.optional && without_optional {
                continue;
            }
            let before = self.spans.len();
            self.outer(source, step);
            // What is left out for want of a choice leads nobody to another position.
            if self.spans.len() > before {
                self.begin(source, step, before);
            }
        }
        self.spans
    }

    /// Makes the first of a step's parts the one it begins with, after a change of position where
    /// the step asks for one.
    fn begin(&mut self, source: usize, step: &'a Step, first: usize) {
        self.spans[first].continues = false;
        let stays = |position: &Position| step.positions.iter().any(|p| p.id == position.id);
        if let Some(position) = step.positions.first()
            && !stays(self.position)
        {
            self.position = position;
            let kind = SpanKind::Move {
                position: Box::new(position.clone()),
            };
            let mut changing = Span::quiet(source, kind, moving_time(position));
            changing.fixed = true;
            self.spans.insert(first, changing);
        }
    }

    fn outer(&mut self, source: usize, step: &'a Step) {
        let StepKind::Repeat(repeat) = &step.kind else {
            return self.step(source, step, Fill::default(), 0);
        };
        let before = self.spans.len();
        self.rounds(source, repeat);
        // A repeat has no words but its title, which belongs to where it begins.
        if let Some(first) = self.spans.get_mut(before) {
            first.title = first.title.take().or_else(|| step.title.clone());
        }
    }

    fn rounds(&mut self, source: usize, repeat: &'a Repeat) {
        for round in 0..repeat.rounds {
            let last = repeat.skip_last && round + 1 == repeat.rounds;
            let count = repeat.steps.len() - usize::from(last);
            let fill = Fill {
                round: Some((round + 1, repeat.rounds)),
                ..Fill::default()
            };
            for step in &repeat.steps[..count] {
                let from = self.spans.len();
                self.step(source, step, fill, round as usize);
                for span in &mut self.spans[from..] {
                    span.fixed = true;
                }
            }
        }
    }

    /// A step that is no repeat, begun for the time number `turn`, counted from zero.
    fn step(&mut self, source: usize, step: &'a Step, fill: Fill<'a>, turn: usize) {
        let does = match &step.kind {
            StepKind::Rest { length } => Does::Quiet(SpanKind::Rest, *length),
            StepKind::Ground { sense, length } => Does::Quiet(
                SpanKind::Ground {
                    sense: sense.clone(),
                },
                *length,
            ),
            StepKind::Breathe(breathe) => Does::Breathe(breathe),
            StepKind::Contract(contract) if self.squeezes => Does::Contract(*contract),
            StepKind::Wait => Does::Quiet(SpanKind::Wait, waiting_time(step.say.first())),
            StepKind::External { text } => Does::Quiet(
                SpanKind::External { text: text.clone() },
                waiting_time(step.say.first().into_iter().chain([text])),
            ),
            StepKind::Scan(scan) => return self.scan(source, step, scan, fill, turn),
            StepKind::Stretch(stretch) => return self.stretch(source, step, stretch, fill, turn),
            // Repeats do not nest, and squeezes are asked for.
            StepKind::Contract(_) | StepKind::Repeat(_) => return,
        };
        self.push(source, step, fill, turn, does);
    }

    fn scan(&mut self, source: usize, step: &'a Step, scan: &'a Scan, fill: Fill<'a>, turn: usize) {
        for (index, part) in scan.parts.iter().enumerate() {
            if part.asked_for && !self.asked_parts {
                continue;
            }
            let fill = Fill {
                part: Some(&part.name),
                ..fill
            };
            let kind = SpanKind::Part {
                name: part.name.clone(),
            };
            let turn = turn * scan.parts.len() + index;
            let own_title = step.title.as_ref().filter(|t| t.contains("{part}"));
            let title = own_title.map_or_else(|| part.name.clone(), |title| fill.fill(title));
            self.push(source, step, fill, turn, Does::Quiet(kind, scan.each));
            if let Some(span) = self.spans.last_mut() {
                span.title = Some(title);
            }
        }
    }

    fn stretch(
        &mut self,
        source: usize,
        step: &'a Step,
        stretch: &'a Stretch,
        fill: Fill<'a>,
        turn: usize,
    ) {
        let sides: Vec<Option<&Clean>> = if stretch.sides.is_empty() {
            vec![None]
        } else {
            stretch.sides.iter().map(Some).collect()
        };
        for (index, side) in sides.iter().enumerate() {
            if let Some(side) = side.filter(|_| index > 0 && stretch.swap > Ms::ZERO) {
                let kind = SpanKind::Swap { side: side.clone() };
                let mut swap = Span::quiet(source, kind, stretch.swap);
                (swap.fixed, swap.continues) = (true, true);
                self.spans.push(swap);
            }
            let fill = Fill {
                side: *side,
                ..fill
            };
            let kind = SpanKind::Stretch {
                text: fill.fill(&stretch.text),
                side: side.cloned(),
            };
            let turn = turn * sides.len() + index;
            self.push(source, step, fill, turn, Does::Quiet(kind, stretch.length));
        }
    }

    fn push(&mut self, source: usize, step: &'a Step, fill: Fill<'a>, turn: usize, does: Does<'a>) {
        let waits = matches!(&does, Does::Quiet(kind, _) if kind.waits());
        let say = step.say.get(turn % step.say.len().max(1));
        self.spans.push(Span {
            source,
            continues: true,
            fixed: step.fixed || waits || matches!(does, Does::Contract(_)),
            title: step.title.as_ref().map(|title| fill.fill(title)),
            say: say.map(|say| fill.fill(say)),
            timed: &step.timed,
            fill,
            does,
        });
    }
}

impl Span<'_> {
    /// Quiet without words of its own.
    fn quiet(source: usize, kind: SpanKind, length: Ms) -> Self {
        Self {
            source,
            continues: false,
            fixed: false,
            title: None,
            say: None,
            timed: &[],
            fill: Fill::default(),
            does: Does::Quiet(kind, length),
        }
    }
}

#[cfg(test)]
mod tests;
