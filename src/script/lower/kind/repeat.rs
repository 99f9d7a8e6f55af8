//! Lowers a repeat: its rounds, and the steps of a round.

use super::Kind;
use crate::diagnostic::Rule;
use crate::script::limits::ROUNDS;
use crate::script::lower::Lowering;
use crate::script::lower::step::Place;
use crate::script::parsed::Step as Written;
use crate::session::{Repeat, StepKind};
use crate::time::Ms;

impl Lowering<'_> {
    pub(super) fn repeat(&mut self, step: &Written) -> Option<Kind> {
        let rounds = step.repeat.given();
        let rounds =
            rounds.and_then(|rounds| self.number(rounds, (1, ROUNDS), "`repeat` counts rounds"));
        if step.steps.is_absent() && !step.unclear {
            let span = step.key("repeat")?;
            let help = "For example: steps = [{ breathe = { in = 4, out = 6 }, times = 3 }, { rest = \"20s\" }]";
            let message = "this repeat does not say what is repeated";
            self.error(Rule::MissingKey, span, message, "add `steps` to it", help);
        }
        let written = step.steps.given()?;
        if written.value.is_empty() && !step.unclear {
            let help = "Each step stands in curly brackets: { rest = \"20s\" }.";
            let span = written.span.clone();
            self.error(
                Rule::NoSteps,
                span,
                "there is no step in this list",
                "empty",
                help,
            );
        }
        let inner: Vec<_> = written
            .value
            .iter()
            .map(|inner| self.step(inner, Place::Inside(rounds.unwrap_or(ROUNDS))))
            .collect();
        let inner: Vec<_> = inner.into_iter().collect::<Option<_>>()?;
        let skip_last = step.skip_last.value() == Some(&true);
        if let Some(key) = step
            .skip_last
            .key()
            .filter(|_| skip_last && inner.len() == 1)
        {
            let message = "the last round would have no step at all";
            let help = "Use one round fewer, or add the step that is left out.";
            self.error(Rule::NoSteps, key, message, "leaves nothing", help);
        }
        let rounds = rounds.filter(|_| !inner.is_empty())?;
        let round: Ms = inner.iter().map(|inner| inner.lasts).sum();
        let spans: usize = inner.iter().map(|inner| inner.spans).sum();
        let lines: usize = inner.iter().map(|inner| inner.lines).sum();
        Some(Kind {
            lasts: round * u64::from(rounds),
            once: round,
            begins: 1,
            spans: spans.saturating_mul(rounds as usize),
            lines: lines.saturating_mul(rounds as usize),
            does: StepKind::Repeat(Repeat {
                rounds,
                steps: inner.into_iter().map(|inner| inner.step).collect(),
                skip_last,
            }),
        })
    }
}
