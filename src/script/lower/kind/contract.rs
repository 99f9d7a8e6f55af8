//! Lowers small squeezes: their gate, their lengths, and a release that is long enough.

use std::ops::Range;

use super::Kind;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::limits::{BREATHS, LONGEST_PHASE, SHORTEST_PHASE};
use crate::script::lower::Lowering;
use crate::script::parsed::{Field, Step as Written};
use crate::script::write_time;
use crate::session::{Contract, Gate, StepKind};
use crate::time::Ms;

impl Lowering<'_> {
    pub(super) fn contract(&mut self, step: &Written) -> Option<Kind> {
        if self.gate != Gate::Therapist && !self.gate_unclear {
            let span = step.key("contract")?;
            let message = "small squeezes need a gate for a therapist";
            let found = Diagnostic::error(Rule::GateNeeded, span, message)
                .label("add a gate to the session")
                .help("Write gate = \"therapist\" above the first [[step]].")
                .help("With a tense and painful pelvic floor, squeezing is not where one begins. A therapist chooses it with the person, and each person asks for it again.");
            self.found.push(found);
        }
        if step.times.is_absent() {
            self.missing(step, "contract", "For example: times = 5");
        }
        let times = step.times.given();
        let times =
            times.and_then(|times| self.number(times, (1, BREATHS), "`times` counts squeezes"));
        let written = step.contract.given()?;
        let squeeze = self.needed_phase(&written.value.squeeze, "squeeze", &written.span);
        let release = self.needed_phase(&written.value.release, "release", &written.span);
        let effort = match &written.value.effort {
            Field::Absent => None,
            effort => {
                Some(
                    self.number(effort.given()?, (1, 100), "`effort` is a share in percent")? as u8,
                )
            }
        };
        let contract = Contract {
            squeeze: squeeze?,
            release: release?,
            effort,
            times: times?,
        };
        self.short_release(step, contract);
        Some(Kind::once(StepKind::Contract(contract), contract.length()))
    }

    fn needed_phase(&mut self, phase: &Field<Ms>, name: &str, whole: &Range<usize>) -> Option<Ms> {
        if phase.is_absent() {
            let message = format!("this squeeze has no `{name}`");
            let help = "It needs both, for example { squeeze = 3, release = 20 }.";
            let label = format!("add `{name}`");
            self.error(Rule::MissingKey, whole.clone(), &message, &label, help);
        }
        let given = phase.given()?;
        if (SHORTEST_PHASE..=LONGEST_PHASE).contains(&given.value) {
            return Some(given.value);
        }
        let message = format!(
            "this lasts from half a second to {} seconds, and it says {}",
            LONGEST_PHASE.0 / 1_000,
            write_time(given.value)
        );
        let span = given.span.clone();
        self.error(Rule::OutOfRange, span, &message, "out of range", "");
        None
    }

    /// Letting go takes longer than holding on.
    fn short_release(&mut self, step: &Written, contract: Contract) {
        let release = step
            .contract
            .value()
            .and_then(|written| written.release.given());
        if let Some(release) = release.filter(|_| contract.release < contract.squeeze) {
            let message = "the release is shorter than the squeeze before it";
            let found = Diagnostic::warning(Rule::ShortRelease, release.span.clone(), message)
                .label("shorter than the squeeze")
                .help("Letting go takes longer. softly's own session gives it six times as long.");
            self.found.push(found);
        }
    }
}
