//! Lowers a step: exactly one thing to do, and the words and choices that go with it.
//!
//! What each of the things needs is in `kind`, where breathing is concerned in `breath`.

use std::ops::Range;

use super::Lowering;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::limits::{SPANS, SPREAD_LINES};
use crate::script::parsed::{At, Field, Step as Written, Texts};
use crate::script::schema::{ACTIONS, Key, NOT_INSIDE};
use crate::script::write_time;
use crate::session::{Offset, Step, TimedLine};
use crate::text::Clean;
use crate::time::Ms;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On its own.
    Own,
    /// Inside a repeat of so many rounds.
    Inside(u32),
}

/// A step and what it takes.
pub(super) struct Lowered {
    pub(super) step: Step,
    /// How long it lasts as written, with everything in it.
    pub(super) lasts: Ms,
    /// Into how many spans it spreads out.
    pub(super) spans: usize,
    /// How many lines with a time of their own it says in all of them.
    pub(super) lines: usize,
}

impl Lowering<'_> {
    pub(super) fn step(&mut self, step: &Written, place: Place) -> Option<Lowered> {
        if let Place::Inside(_) = place {
            self.only_outside(step);
        }
        let action = self.action(step);
        if let Some(action) = action {
            self.only_what_goes_with(step, action);
            self.placeholders(step, action, place);
        }
        let kind = action.and_then(|action| self.kind(step, action));
        let positions = match step.position.given() {
            Some(names) if place == Place::Own => self.named_positions(names),
            _ => Vec::new(),
        };
        self.voice(step);
        let once = kind.as_ref().map(|kind| kind.once);
        let timed = self.timed_lines(step, once);
        let kind = kind?;
        let rounds = match place {
            Place::Own => 1,
            Place::Inside(rounds) => rounds as usize,
        };
        self.unsaid(step, kind.begins.saturating_mul(rounds));
        let moves = usize::from(!positions.is_empty());
        let lowered = Lowered {
            lasts: kind.lasts,
            spans: kind.spans.saturating_add(moves),
            lines: kind.lines.saturating_add(timed.len() * kind.begins),
            step: Step {
                title: step.title.value().cloned(),
                say: texts(&step.say),
                voice: step.voice.value().cloned(),
                timed,
                positions,
                optional: step.optional.value() == Some(&true),
                fixed: step.fixed.value() == Some(&true),
                long_silence: step.long_silence.value() == Some(&true),
                note: step.note.value().cloned(),
                kind: kind.does,
            },
        };
        Some(lowered)
    }

    /// The one thing the step does.
    fn action(&mut self, step: &Written) -> Option<&'static str> {
        let is_action = |(key, _): &&(&Key, Range<usize>)| ACTIONS.contains(&key.name);
        let mut all: Vec<_> = step.keys.iter().filter(is_action).collect();
        all.sort_by_key(|(_, span)| span.start);
        match all[..] {
            [(key, _)] => Some(key.name),
            [] => {
                if !step.unclear {
                    self.no_action(step);
                }
                None
            }
            [(first, at), (second, second_at), ..] => {
                let message = format!(
                    "a step does one thing, and this one has both `{}` and `{}`",
                    first.name, second.name
                );
                let found = Diagnostic::error(Rule::TwoActions, second_at.clone(), message)
                    .label("the second thing")
                    .also(at.clone(), "the first thing");
                let repeats = all.iter().any(|(key, _)| key.name == "repeat");
                self.found.push(if repeats && step.steps.is_absent() {
                    found
                        .help("What is repeated goes into `steps`, each step in curly brackets.")
                        .help("For example: steps = [{ breathe = { in = 4, out = 6 }, times = 3 }, { rest = \"20s\" }]")
                } else {
                    found.help(format!(
                        "Put [[step]] on a line of its own above `{}` to make it the next step.",
                        second.name
                    ))
                });
                None
            }
        }
    }

    fn no_action(&mut self, step: &Written) {
        // What goes with one thing alone tells which thing was meant.
        let hint = step.keys.iter().find_map(|(key, _)| match key.with {
            [only] => Some(*only),
            _ => None,
        });
        let help = match hint {
            Some("breathe") => "Add a breath to it: breathe = { in = 4, out = 6 }.",
            Some("scan") => "Add the parts to it: scan = [\"feet\", \"hands\", \"jaw\"].",
            Some("stretch") => "Add what to do: stretch = \"One knee towards the chest\".",
            Some("repeat") => "Add how many times: repeat = 3.",
            _ => {
                "Add one line to it, such as rest = \"30s\", or breathe = { in = 4, out = 6 } with for = \"3m\"."
            }
        };
        let message = "this step does not say what to do";
        let span = step.span.clone();
        self.error(Rule::NoAction, span, message, "this step", help);
    }

    fn only_outside(&mut self, step: &Written) {
        let repeats = step.key("repeat").is_some();
        for (key, span) in &step.keys {
            let told = repeats && matches!(key.name, "steps" | "skip-last");
            if NOT_INSIDE.contains(&key.name) && !told {
                let message = format!("`{}` cannot stand inside a repeat", key.name);
                let help = match key.name {
                    "repeat" | "steps" | "skip-last" => {
                        "A repeat does not stand inside another one. Write the steps out, or give it a [[step]] of its own."
                    }
                    _ => "Give it a [[step]] of its own, before or after the repeat.",
                };
                self.error(
                    Rule::NestedRepeat,
                    span.clone(),
                    &message,
                    "not in here",
                    help,
                );
            }
        }
    }

    /// Reports what only makes sense with another thing to do.
    fn only_what_goes_with(&mut self, step: &Written, action: &'static str) {
        for (key, span) in &step.keys {
            if !key.with.is_empty() && !key.with.contains(&action) {
                self.does_not_go_with(key, span.clone(), action, step);
            }
        }
    }

    fn does_not_go_with(&mut self, key: &Key, span: Range<usize>, action: &str, step: &Written) {
        let name = key.name;
        if name == "for" && matches!(action, "rest" | "scan") {
            return self.second_length(span, action, step);
        }
        let with: Vec<_> = key.with.iter().map(|with| format!("`{with}`")).collect();
        let with = match with.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("{} or {last}", others.join(", "))
            }
            _ => with.concat(),
        };
        let help = match (name, action) {
            ("for" | "times" | "at", "wait" | "external") => {
                "This step lasts until a key is pressed, so no time goes with it."
            }
            (_, "repeat") => "It goes into one of the steps inside.",
            ("times", "scan") => "A scan visits each part once. To go round again, repeat it.",
            ("times", _) => "Say how long it lasts with a time, such as \"30s\".",
            ("cues", "contract") => {
                "softly says itself when to squeeze and when to let go. One line of your own goes into `say`, others go into `at`."
            }
            ("cues", _) => "Lines at a time of their own go into `at`: at = { \"30s\" = \"…\" }.",
            ("for", "contract") => "Say how often with `times`.",
            _ => "Take it out, or give it a step of its own.",
        };
        // A list of nearly everything would say nothing.
        let message = if key.with.len() > 3 {
            format!("`{name}` does not go with `{action}`")
        } else {
            format!("`{name}` goes with {with}, and this step has `{action}`")
        };
        self.error(Rule::MisplacedKey, span, &message, "not in this step", help);
    }

    fn second_length(&mut self, span: Range<usize>, action: &str, step: &Written) {
        let (first, help) = if action == "rest" {
            (
                "rest",
                "Keep the time after `rest`, and take this line out.",
            )
        } else {
            (
                "each",
                "Keep `each`, the time for one part, and take this line out.",
            )
        };
        let message = match action {
            "rest" => "`rest` already says how long this step lasts",
            _ => "a scan lasts as long as its parts: `each` says how long one is visited",
        };
        let found = Diagnostic::error(Rule::TwoLengths, span, message).label("a second length");
        self.found.push(match step.key(first) {
            Some(first) => found.help(help).also(first, "the first one"),
            None => found.help(help),
        });
    }

    /// Without a screen reader's voice or the screen's line, a recording alone would leave people out.
    fn voice(&mut self, step: &Written) {
        if let Some(voice) = step.voice.given()
            && step.say.is_absent()
            && !step.unclear
        {
            let help = "Write the words of the recording into `say`, for people who read or have no sound.";
            let message = "this recording has no words beside it";
            let span = voice.span.clone();
            self.error(
                Rule::MissingKey,
                span,
                message,
                "add `say` to the step",
                help,
            );
        }
    }

    /// Lines of a list that never get their turn.
    fn unsaid(&mut self, step: &Written, begins: usize) {
        let Some(line) = step.say.value().and_then(|lines| lines.get(begins)) else {
            return;
        };
        let times = match begins {
            1 => "once".to_owned(),
            times => format!("{times} times"),
        };
        let message = format!("this line is never said: the step begins {times}");
        let found = Diagnostic::warning(Rule::SilentCue, line.span.clone(), message)
            .label("never said")
            .help("Of a list in `say`, one line is said each time the step begins. Lines at other times go into `at` or `cues`.");
        self.found.push(found);
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

    /// What a step needs beside the thing it does.
    pub(super) fn missing(&mut self, step: &Written, action: &str, help: &str) {
        if !step.unclear {
            let span = step.key(action).unwrap_or_else(|| step.span.clone());
            let message = "this step does not say how long it lasts";
            self.error(Rule::NoLength, span, message, "for how long?", help);
        }
    }

    /// A length that is not nothing.
    pub(super) fn positive(&mut self, time: &At<Ms>) -> Option<Ms> {
        if time.value >= Ms::seconds(1) {
            return Some(time.value);
        }
        let help = "A step lasts at least one second. Without it, take the step out.";
        let message = "this step would be over before it begins";
        let span = time.span.clone();
        self.error(Rule::OutOfRange, span, message, "too short", help);
        None
    }

    /// A whole number within bounds.
    pub(super) fn number(
        &mut self,
        given: &At<i64>,
        bounds: (u32, u32),
        about: &str,
    ) -> Option<u32> {
        let (least, most) = bounds;
        let fits = u32::try_from(given.value).ok();
        let fits = fits.filter(|number| (least..=most).contains(number));
        if fits.is_none() {
            let message = format!("{about}, from {least} to {most}");
            let span = given.span.clone();
            self.error(Rule::OutOfRange, span, &message, "not in this range", "");
        }
        fits
    }

    /// Spreading out stays within bounds, whatever is multiplied with what.
    pub(super) fn too_many_spans(&mut self, span: Range<usize>) {
        let message = format!("with this step the session has more than {SPANS} parts");
        let help = "Rounds, parts of a scan and sides all count. Fewer rounds are enough.";
        self.error(Rule::TooMany, span, &message, "too many from here on", help);
    }

    pub(super) fn too_many_lines(&mut self, span: Range<usize>) {
        let message =
            format!("with this step the session has more than {SPREAD_LINES} lines in `at`");
        let help = "They come again with every round, part and side. Fewer lines are enough.";
        self.error(Rule::TooMany, span, &message, "too many from here on", help);
    }
}

/// The texts of a list.
pub(in crate::script) fn texts(field: &Field<Texts>) -> Vec<Clean> {
    let texts = field.value().into_iter().flatten();
    texts.map(|text| text.value.clone()).collect()
}
