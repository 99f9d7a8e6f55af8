//! Lowers the one thing that a step does, with what that thing needs: quiet and breathing here, the
//! others in files of their own.

mod contract;
mod repeat;
mod scan;
mod stretch;

pub(in crate::script) use scan::in_one_text;

use super::Lowering;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::limits::BREATHS;
use crate::script::parsed::{At, Field, Step as Written};
use crate::script::write_time;
use crate::session::{Breathe, Extent, StepKind};
use crate::time::Ms;

/// What a step that waits is counted with; how long somebody takes is up to them.
const WAIT: Ms = Ms::seconds(10);

/// What a step does, and what that takes.
pub(super) struct Kind {
    pub(super) does: StepKind,
    /// How long it lasts as written, with everything in it.
    pub(super) lasts: Ms,
    /// How long it lasts each time it begins.
    pub(super) once: Ms,
    /// How many times it begins.
    pub(super) begins: usize,
    /// Into how many spans it spreads out.
    pub(super) spans: usize,
    /// How many lines with a time of their own the steps inside say.
    pub(super) lines: usize,
}

impl Kind {
    /// Something that happens once.
    fn once(kind: StepKind, length: Ms) -> Self {
        Self {
            does: kind,
            lasts: length,
            once: length,
            begins: 1,
            spans: 1,
            lines: 0,
        }
    }
}

impl Lowering<'_> {
    pub(super) fn kind(&mut self, step: &Written, action: &'static str) -> Option<Kind> {
        match action {
            "rest" => {
                let length = self.positive(step.rest.given()?)?;
                Some(Kind::once(StepKind::Rest { length }, length))
            }
            "breathe" => self.breathe(step),
            "scan" => self.scan(step),
            "stretch" => self.stretch(step),
            "contract" => self.contract(step),
            "ground" => {
                let length = self.length(step, action)?;
                let sense = step.ground.value()?.clone();
                Some(Kind::once(StepKind::Ground { sense, length }, length))
            }
            "wait" => self.wait(step),
            "external" => {
                let text = step.external.value()?.clone();
                Some(Kind::once(StepKind::External { text }, WAIT))
            }
            "repeat" => self.repeat(step),
            // `schema::ACTIONS` names nothing else; its examples are a test of that.
            _ => None,
        }
    }

    /// The time after `for`, which has to be there.
    fn length(&mut self, step: &Written, action: &str) -> Option<Ms> {
        if step.length.is_absent() {
            self.missing(step, action, "For example: for = \"45s\"");
        }
        self.positive(step.length.given()?)
    }

    fn breathe(&mut self, step: &Written) -> Option<Kind> {
        let pattern = step.breathe.given().and_then(|breath| self.pattern(breath));
        let ramp_to = step.ramp_to.given().map(|breath| self.pattern(breath));
        let cues = step.cues.value().map(|cues| self.cues(cues, step));
        let extent = self.extent(step);
        let (pattern, extent) = (pattern?, extent?);
        let ramp_to = match ramp_to {
            None => None,
            Some(ramp) => Some(ramp?),
        };
        let last = ramp_to.unwrap_or(pattern).length();
        let mean = Ms(pattern.length().0.midpoint(last.0));
        let length = match extent {
            Extent::Times(times) => mean * u64::from(times),
            Extent::For(length) => {
                self.short_step(step, length, pattern.length());
                length
            }
        };
        let breathe = Breathe {
            pattern,
            ramp_to,
            extent,
            cues: cues.unwrap_or_default(),
        };
        Some(Kind::once(StepKind::Breathe(breathe), length))
    }

    fn extent(&mut self, step: &Written) -> Option<Extent> {
        match (&step.length, &step.times) {
            (Field::Absent, Field::Absent) => {
                let help = "Add a line such as for = \"3m\", or times = 12 to count breaths.";
                self.missing(step, "breathe", help);
                None
            }
            (Field::Absent, times) => self.times(times.given()?).map(Extent::Times),
            (length, Field::Absent) => Some(Extent::For(self.positive(length.given()?)?)),
            (length, times) => {
                let message = "`for` and `times` both say how long this step lasts";
                let mut keys = [length.key()?, times.key()?];
                keys.sort_by_key(|key| key.start);
                let [first, second] = keys;
                let found = Diagnostic::error(Rule::TwoLengths, second, message)
                    .label("the second one")
                    .also(first, "the first one")
                    .help("Keep `for` to give a time, or `times` to count breaths.");
                self.found.push(found);
                None
            }
        }
    }

    fn times(&mut self, times: &At<i64>) -> Option<u32> {
        let fits = u32::try_from(times.value).ok();
        let fits = fits.filter(|times| (1..=BREATHS).contains(times));
        if fits.is_none() {
            let message = format!("`times` counts breaths, from 1 to {BREATHS}");
            let help = "To give a time instead, write a line such as for = \"3m\".";
            let span = times.span.clone();
            self.error(
                Rule::OutOfRange,
                span,
                &message,
                "not a number of breaths",
                help,
            );
        }
        fits
    }

    /// `for = 5` where five minutes are meant.
    fn short_step(&mut self, step: &Written, length: Ms, breath: Ms) {
        let Some(given) = step.length.given().filter(|_| length < breath) else {
            return;
        };
        let message = format!(
            "this step lasts {}, and one breath of it lasts {}",
            write_time(length),
            write_time(breath)
        );
        let span = given.span.clone();
        let found = Diagnostic::warning(Rule::ShortStep, span.clone(), message);
        let whole = length.0.is_multiple_of(1_000);
        let minutes = format!("\"{}m\"", length.0 / 1_000);
        self.found.push(if whole && step.length_without_unit {
            found
                .label(format!("did you mean {minutes}?"))
                .help("A number without a unit counts seconds.")
                .fix(span, minutes)
        } else {
            found
                .label("shorter than one breath")
                .help("softly will make it one whole breath.")
        });
    }

    fn wait(&mut self, step: &Written) -> Option<Kind> {
        let wait = step.wait.given()?;
        if !wait.value {
            let message = "a step that does not wait does nothing";
            let help = "Write wait = true, or take the step out.";
            let span = wait.span.clone();
            self.error(Rule::NoAction, span, message, "nothing happens here", help);
            return None;
        }
        Some(Kind::once(StepKind::Wait, WAIT))
    }
}
