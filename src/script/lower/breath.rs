//! Lowers a breath and the lines that go with it.

use std::ops::Range;

use super::Lowering;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::limits::{LONGEST_PHASE, SHORTEST_PHASE};
use crate::script::parsed::{At, Breath, Cues as Written, Field, Step, Texts};
use crate::script::write_time;
use crate::session::{Cues, LONGEST_EASY_REST, Pattern};
use crate::text::Clean;
use crate::time::Ms;

impl Lowering<'_> {
    pub(super) fn pattern(&mut self, breath: &At<Breath>) -> Option<Pattern> {
        let whole = &breath.span;
        let breath = &breath.value;
        let inhale = self.moving(&breath.inhale, "in", whole);
        let sip = self.still(&breath.sip);
        let hold = self.still(&breath.hold);
        let exhale = self.moving(&breath.exhale, "out", whole);
        let rest = self.still(&breath.rest);
        let pattern = Pattern {
            inhale: inhale?,
            sip: sip?,
            hold: hold?,
            exhale: exhale?,
            rest: rest?,
        };
        if pattern.has_hold() && !self.holds {
            self.hold_not_allowed(breath);
        }
        Some(pattern)
    }

    /// A phase that every breath has.
    fn moving(&mut self, phase: &Field<Ms>, name: &str, whole: &Range<usize>) -> Option<Ms> {
        if phase.is_absent() {
            let message = format!("this breath has no `{name}`");
            let help = "A breath needs both, for example { in = 4, out = 6 }.";
            let label = format!("add `{name}`");
            self.error(Rule::MissingKey, whole.clone(), &message, &label, help);
        }
        self.in_range(phase.given()?)
    }

    /// A phase that a breath can do without.
    fn still(&mut self, phase: &Field<Ms>) -> Option<Ms> {
        match phase {
            Field::Absent => Some(Ms::ZERO),
            Field::Wrong(_) => None,
            Field::Given(_, given) if given.value == Ms::ZERO => Some(Ms::ZERO),
            Field::Given(_, given) => self.in_range(given),
        }
    }

    fn in_range(&mut self, phase: &At<Ms>) -> Option<Ms> {
        if (SHORTEST_PHASE..=LONGEST_PHASE).contains(&phase.value) {
            return Some(phase.value);
        }
        let message = format!(
            "one part of a breath lasts from half a second to {} seconds, and this is {}",
            LONGEST_PHASE.0 / 1_000,
            write_time(phase.value)
        );
        let label = if phase.value < SHORTEST_PHASE {
            "too short"
        } else {
            "too long"
        };
        let help = "An easy breath is about four in and six out.";
        self.error(Rule::OutOfRange, phase.span.clone(), &message, label, help);
        None
    }

    fn hold_not_allowed(&mut self, breath: &Breath) {
        let holds = breath.hold.given().filter(|hold| hold.value > Ms::ZERO);
        let (span, message) = match (holds, breath.rest.given()) {
            (Some(hold), _) => (hold.span.clone(), "the breath is held here".to_owned()),
            (None, Some(rest)) => (
                rest.span.clone(),
                format!(
                    "a rest of more than {} after the out-breath counts as holding the breath",
                    write_time(LONGEST_EASY_REST)
                ),
            ),
            (None, None) => return,
        };
        let found = Diagnostic::error(Rule::HoldNotAllowed, span, message)
            .label("a hold has to be allowed")
            .help("Holding the breath does not suit everybody. Without it, take this part out.")
            .help(
                "If it is meant, write holds = true above the first [[step]]. Each person is still \
                 asked before any breath is held.",
            );
        self.found.push(found);
    }

    pub(super) fn cues(&mut self, cues: &Written, step: &Step) -> Cues {
        let breaths = [step.breathe.value(), step.ramp_to.value()];
        let has = |phase: fn(&Breath) -> &Field<Ms>| {
            let given = |breath: &Breath| match phase(breath) {
                Field::Absent => false,
                Field::Wrong(_) => true,
                Field::Given(_, time) => time.value > Ms::ZERO,
            };
            breaths.iter().flatten().any(|breath| given(breath)) || breaths[0].is_none()
        };
        self.silent(&cues.sip, has(|breath| &breath.sip), "sip");
        self.silent(&cues.hold, has(|breath| &breath.hold), "hold");
        self.silent(&cues.rest, has(|breath| &breath.rest), "rest");
        Cues {
            inhale: lines(&cues.inhale),
            sip: lines(&cues.sip),
            hold: lines(&cues.hold),
            exhale: lines(&cues.exhale),
            rest: lines(&cues.rest),
        }
    }

    /// Lines for a part that the breath does not have are never said.
    fn silent(&mut self, lines: &Field<Texts>, has_phase: bool, name: &str) {
        if let Some(key) = lines.key().filter(|_| !has_phase) {
            let message = format!("these lines are never said: this breath has no `{name}`");
            let found = Diagnostic::warning(Rule::SilentCue, key, message).label("never said");
            self.found
                .push(found.help("Move them to `in` or `out`, or take them out."));
        }
    }
}

/// The lines of a phase; an empty text is a breath without words.
fn lines(field: &Field<Texts>) -> Vec<Option<Clean>> {
    let texts = field.value().into_iter().flatten();
    texts
        .map(|text| Some(text.value.clone()).filter(|text| !text.is_empty()))
        .collect()
}
