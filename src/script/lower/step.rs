//! Lowers a step: exactly one thing to do, for a length that is given once.

use std::ops::Range;

use super::Lowering;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::keys::ACTIONS;
use crate::script::limits::BREATHS;
use crate::script::parsed::{At, Field, Step as Written};
use crate::script::write_time;
use crate::session::{Breathe, Extent, Offset, Step, StepKind, TimedLine};
use crate::time::Ms;

impl Lowering {
    /// A step and how long it lasts as written.
    pub(super) fn step(&mut self, step: &Written) -> Option<(Step, Ms)> {
        let kind = self.kind(step);
        let length = kind.as_ref().map(|(_, length)| *length);
        let timed = self.timed_lines(step, length);
        let (kind, length) = kind?;
        let step = Step {
            title: step.title.value().cloned(),
            say: step.say.value().cloned().into_iter().collect(),
            timed,
            fixed: step.fixed.value().copied().unwrap_or_default(),
            ..Step::new(kind)
        };
        Some((step, length))
    }

    fn kind(&mut self, step: &Written) -> Option<(StepKind, Ms)> {
        let [rest, breathe, ground] = [step.rest.key(), step.breathe.key(), step.ground.key()];
        match (rest, breathe, ground) {
            (Some(_), None, None) => self.rest(step),
            (None, Some(_), None) => self.breathe(step),
            (None, None, Some(_)) => self.ground(step),
            (None, None, None) => {
                if !step.unclear {
                    let help = format!("Add one line to it: {}.", examples());
                    let message = "this step does not say what to do";
                    self.error(
                        Rule::NoAction,
                        step.span.clone(),
                        message,
                        "this step",
                        &help,
                    );
                }
                None
            }
            (rest, breathe, ground) => {
                let all = ACTIONS.into_iter().zip([rest, breathe, ground]);
                let mut all: Vec<_> = all.filter_map(|(name, key)| Some((name, key?))).collect();
                all.sort_by_key(|(_, key)| key.start);
                self.two_actions(&all);
                None
            }
        }
    }

    fn two_actions(&mut self, all: &[(&str, Range<usize>)]) {
        let [(first, at), (second, second_at), ..] = all else {
            return;
        };
        let message =
            format!("a step does one thing, and this one has both `{first}` and `{second}`");
        let found = Diagnostic::error(Rule::TwoActions, second_at.clone(), message)
            .label("the second thing")
            .also(at.clone(), "the first thing")
            .help(format!(
                "Put [[step]] on a line of its own above `{second}` to make it the next step."
            ));
        self.found.push(found);
    }

    fn rest(&mut self, step: &Written) -> Option<(StepKind, Ms)> {
        self.breathing_only(step, "rest");
        if let Some(key) = step.length.key() {
            let message = "`rest` already says how long this step lasts";
            let found = Diagnostic::error(Rule::TwoLengths, key, message).label("a second length");
            let found = found.help("Keep the time after `rest`, and take this line out.");
            self.found.push(match step.rest.key() {
                Some(rest) => found.also(rest, "the first one"),
                None => found,
            });
        }
        let length = self.positive(step.rest.given()?)?;
        Some((StepKind::Rest { length }, length))
    }

    fn ground(&mut self, step: &Written) -> Option<(StepKind, Ms)> {
        self.breathing_only(step, "ground");
        if step.length.is_absent() && !step.unclear {
            let span = step.ground.key()?;
            let help = "Add a line such as: for = \"45s\"";
            let message = "this step does not say how long it lasts";
            self.error(Rule::NoLength, span, message, "for how long?", help);
        }
        let length = self.positive(step.length.given()?)?;
        let sense = step.ground.value()?.clone();
        Some((StepKind::Ground { sense, length }, length))
    }

    /// Reports what only makes sense where the breath is paced.
    fn breathing_only(&mut self, step: &Written, action: &str) {
        for (name, key) in [
            ("times", step.times.key()),
            ("ramp-to", step.ramp_to.key()),
            ("cues", step.cues.key()),
        ] {
            if let Some(key) = key {
                let message = format!("`{name}` goes with `breathe`, and this step has `{action}`");
                let help = match name {
                    "times" => "Say how long it lasts with a time, such as \"30s\".",
                    "cues" => {
                        "Lines at a time of their own go into `at`: at = { \"30s\" = \"…\" }."
                    }
                    _ => "Take it out, or make this a step that breathes.",
                };
                self.error(Rule::MisplacedKey, key, &message, "not in this step", help);
            }
        }
    }

    fn breathe(&mut self, step: &Written) -> Option<(StepKind, Ms)> {
        let pattern = step.breathe.given().and_then(|breath| self.pattern(breath));
        let ramp_to = step.ramp_to.given().map(|breath| self.pattern(breath));
        let cues = step.cues.value().map(|cues| self.cues(cues, step));
        let extent = self.extent(step);
        let (pattern, extent) = (pattern?, extent?);
        let ramp_to = match ramp_to {
            None => None,
            Some(ramp) => Some(ramp?),
        };
        let mean = Ms(pattern
            .length()
            .0
            .midpoint(ramp_to.unwrap_or(pattern).length().0));
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
        Some((StepKind::Breathe(breathe), length))
    }

    fn extent(&mut self, step: &Written) -> Option<Extent> {
        match (&step.length, &step.times) {
            (Field::Absent, Field::Absent) => {
                if !step.unclear {
                    let span = step.breathe.key()?;
                    let help = "Add a line such as for = \"3m\", or times = 12 to count breaths.";
                    let message = "this step does not say how long it lasts";
                    self.error(Rule::NoLength, span, message, "for how long?", help);
                }
                None
            }
            (Field::Absent, times) => self.times(times.given()?),
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

    fn times(&mut self, times: &At<i64>) -> Option<Extent> {
        let fits = u32::try_from(times.value)
            .ok()
            .filter(|n| (1..=BREATHS).contains(n));
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
        fits.map(Extent::Times)
    }

    /// A length that is not nothing.
    fn positive(&mut self, time: &At<Ms>) -> Option<Ms> {
        if time.value >= Ms::seconds(1) {
            return Some(time.value);
        }
        let help = "A step lasts at least one second. Without it, take the step out.";
        let message = "this step would be over before it begins";
        self.error(
            Rule::OutOfRange,
            time.span.clone(),
            message,
            "too short",
            help,
        );
        None
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

    fn timed_lines(&mut self, step: &Written, length: Option<Ms>) -> Vec<TimedLine> {
        let lines = step.at.value().map(Vec::as_slice).unwrap_or_default();
        for line in lines {
            let late = match line.at.value {
                Offset::Start(after) => length.is_some_and(|length| after >= length),
                Offset::End(before) => length.is_some_and(|length| before > length),
            };
            if let Some(length) = length.filter(|_| late) {
                let message = format!(
                    "this line falls outside its step, which lasts {}",
                    write_time(length)
                );
                let found = Diagnostic::warning(Rule::LateLine, line.at.span.clone(), message);
                let help =
                    "Give it a time within the step. \"-10s\" means ten seconds before the end.";
                self.found.push(found.label("outside the step").help(help));
            }
        }
        lines
            .iter()
            .map(|line| TimedLine {
                at: line.at.value,
                line: line.line.value.clone(),
            })
            .collect()
    }
}

fn examples() -> &'static str {
    "rest = \"30s\", or breathe = { in = 4, out = 6 } with for = \"3m\", or ground = \"sight\" with for = \"45s\""
}
