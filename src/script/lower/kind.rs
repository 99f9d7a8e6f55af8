//! Lowers the one thing that a step does, with what that thing needs.

use super::Lowering;
use super::pelvic::names_the_pelvic_region;
use super::step::{Place, texts};
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::limits::{BREATHS, LONGEST_PHASE, ROUNDS, SHORTEST_PHASE};
use crate::script::parsed::{At, Field, Step as Written, Texts};
use crate::script::{suggest, write_time};
use crate::session::{Breathe, Contract, Extent, Gate, Part, Repeat, Scan, StepKind, Stretch};
use crate::time::Ms;

/// The time to change sides, where the author does not say it: our own judgement.
const USUAL_SWAP: Ms = Ms::seconds(10);
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

    fn scan(&mut self, step: &Written) -> Option<Kind> {
        if step.each.is_absent() {
            let help = "For example: each = \"45s\"";
            self.missing(step, "scan", help);
        }
        let each = step.each.given().and_then(|each| self.positive(each));
        let written = step.scan.given()?;
        if written.value.is_empty() {
            let help = "Name the parts in quotation marks: scan = [\"feet\", \"hands\"].";
            let span = written.span.clone();
            self.error(
                Rule::EmptyText,
                span,
                "there is no part in this list",
                "empty",
                help,
            );
            return None;
        }
        self.parts_in_one_text(written);
        let asked = texts(&step.ask_first);
        for name in step.ask_first.value().into_iter().flatten() {
            self.known_part(name, step);
        }
        let mut parts = Vec::new();
        for part in &written.value {
            let asked_for = asked.iter().any(|name| same_part(name, &part.value));
            let pelvic = names_the_pelvic_region(&part.value);
            if pelvic && !asked_for {
                self.pelvic_part(part, step);
            }
            parts.push(Part {
                name: part.value.clone(),
                asked_for: asked_for || pelvic,
            });
        }
        let (each, begins) = (each?, parts.len());
        Some(Kind {
            lasts: each * begins as u64,
            once: each,
            begins,
            spans: begins,
            lines: 0,
            does: StepKind::Scan(Scan { parts, each }),
        })
    }

    /// `scan = "feet, hands, jaw"` visits one part with a long name.
    fn parts_in_one_text(&mut self, written: &At<Texts>) {
        let Some(list) = in_one_text(written) else {
            return;
        };
        let message = "this scan has one part, and there are commas in its name";
        let found = Diagnostic::warning(Rule::WrongKind, written.span.clone(), message)
            .label("one part, or several?")
            .help("Several parts are a list, each in quotation marks of its own.");
        self.found.push(found.fix(written.span.clone(), list));
    }

    fn known_part(&mut self, name: &At<crate::text::Clean>, step: &Written) {
        let parts = texts(&step.scan);
        if parts.is_empty() || parts.iter().any(|part| same_part(part, &name.value)) {
            return;
        }
        let message = "this part is not one that the scan visits";
        let found = Diagnostic::error(Rule::UnknownPart, name.span.clone(), message)
            .help("`ask-first` names parts of the list after `scan`, spelled the same way.");
        let near = suggest::nearest(&name.value, parts.iter().map(|part| &**part));
        self.found.push(match near {
            Some(near) => found
                .label(format!("did you mean \"{near}\"?"))
                .fix(name.span.clone(), format!("\"{near}\"")),
            None => found.label("not in the scan"),
        });
    }

    fn pelvic_part(&mut self, part: &At<crate::text::Clean>, step: &Written) {
        let message = "this part is left out until the person asks for it";
        let found = Diagnostic::warning(Rule::AskFirst, part.span.clone(), message)
            .label("left out until it is asked for")
            .help("The pelvic region of a scan is each person's own choice, every time.");
        let name = &part.value;
        self.found.push(match &step.ask_first {
            Field::Absent => found.help(format!(
                "To say that you know, add a line: ask-first = [\"{name}\"]."
            )),
            _ => found.help("To say that you know, add it to `ask-first`."),
        });
    }

    fn stretch(&mut self, step: &Written) -> Option<Kind> {
        let length = self.length(step, "stretch");
        let sides = step.sides.value().cloned().unwrap_or_default();
        let swap = match &step.swap {
            Field::Absent => Some(USUAL_SWAP),
            swap => self.positive(swap.given()?),
        };
        if let Some(key) = step
            .swap
            .key()
            .filter(|_| sides.len() < 2 && !step.sides.is_wrong())
        {
            let message = "there is no other side to change to";
            let help = "Add sides = \"both\", or take this line out.";
            self.error(Rule::MisplacedKey, key, message, "not needed", help);
        }
        let (length, swap) = (length?, swap?);
        let both = sides.len() == 2;
        let begins = sides.len().max(1);
        Some(Kind {
            lasts: length * begins as u64 + if both { swap } else { Ms::ZERO },
            once: length,
            begins,
            spans: begins + usize::from(both),
            lines: 0,
            does: StepKind::Stretch(Stretch {
                text: step.stretch.value()?.clone(),
                length,
                sides,
                swap,
            }),
        })
    }

    fn contract(&mut self, step: &Written) -> Option<Kind> {
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

    fn needed_phase(
        &mut self,
        phase: &Field<Ms>,
        name: &str,
        whole: &std::ops::Range<usize>,
    ) -> Option<Ms> {
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

    fn repeat(&mut self, step: &Written) -> Option<Kind> {
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

/// `"feet, hands, jaw"` as a list, where one text stands in place of several.
pub(super) fn in_one_text(written: &At<Texts>) -> Option<String> {
    let [one] = &written.value[..] else {
        return None;
    };
    let entries: Vec<_> = one.value.split([',', ';']).map(str::trim).collect();
    let alone = one.span == written.span;
    let several = entries.len() > 1 && entries.iter().all(|entry| !entry.is_empty());
    let plain = !one.value.contains(['"', '\\']);
    (alone && several && plain).then(|| format!("[\"{}\"]", entries.join("\", \"")))
}

/// Whether two names mean the same part.
fn same_part(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
