//! From a [`Script`] to a checked `Session`, collecting everything that makes no sense.
//!
//! What is absent or contradicts something else is found here; what could not be read has been
//! reported before and is passed over in silence. Steps are in `step`, breaths in `breath`.

mod about;
mod breath;
mod kind;
mod pelvic;
mod placeholders;
mod reworded;
mod step;

use std::ops::Range;

use self::step::{Place, texts};
use super::limits::{ID_CHARS, LONGEST_SESSION, SPANS, SPREAD_LINES};
use super::parsed::{At, Field, Script};
use super::{Positions, write_time};
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::session::{Gate, Session, Step, Strand};
use crate::text::Clean;
use crate::time::Ms;
use crate::wording::Rewording;

/// Lowers a script. There is a session exactly if this found no error and reading found none.
///
/// `id` is the short name the session goes by if its file does not give it one.
pub fn lower(
    script: &Script,
    positions: &Positions,
    id: &str,
) -> (Option<Session>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let known = about::with_own_positions(script, positions, &mut found);
    let mut lowering = Lowering {
        holds: script.holds.value() == Some(&true) || script.holds.is_wrong(),
        gate: about::gate(script),
        gate_unclear: script.gate.is_wrong(),
        known: &known,
        found,
    };
    lowering.version(script);
    let session = lowering.session(script, id);
    let mut found = lowering.found;
    let session = session.filter(|_| !found.iter().any(Diagnostic::is_error));
    // What stands on a line that could not be read is not a second mistake.
    found.retain(|found| found.span.end == 0 || !script.is_unread(found.span.start));
    (session, found)
}

/// The state of lowering: what was found so far.
struct Lowering<'a> {
    /// Whether breaths may be held, or it is not clear whether they may.
    holds: bool,
    gate: Gate,
    /// Whether it is not clear which gate there is.
    gate_unclear: bool,
    /// The positions that can be named.
    known: &'a Positions,
    found: Vec<Diagnostic>,
}

impl Lowering<'_> {
    fn error(&mut self, rule: Rule, span: Range<usize>, message: &str, label: &str, help: &str) {
        let found = Diagnostic::error(rule, span, message).label(label);
        self.found.push(if help.is_empty() {
            found
        } else {
            found.help(help)
        });
    }

    fn version(&mut self, script: &Script) {
        let softly = match &script.softly {
            Field::Given(_, softly) => softly,
            Field::Absent if !script.broken => {
                let message = "this file does not begin with softly = 1";
                let help = "Write softly = 1 in the first line. It says that this is a session, and in which format.";
                return self.error(Rule::MissingKey, 0..0, message, "add softly = 1 here", help);
            }
            _ => return,
        };
        let span = softly.span.clone();
        if softly.value > 1 {
            let message = format!(
                "this session is written for a newer softly (format {}; this one reads format 1)",
                softly.value
            );
            let help = "A newer version of softly can play it. Everything else in the file is left unchecked.";
            self.error(
                Rule::NewerFormat,
                span,
                &message,
                "newer than this softly",
                help,
            );
        } else if softly.value < 1 {
            let found =
                Diagnostic::error(Rule::NewerFormat, span.clone(), "there is no such format")
                    .label("this has to be 1");
            self.found.push(found.fix(span, "1"));
        }
    }

    fn session(&mut self, script: &Script, id: &str) -> Option<Session> {
        if script.title.is_absent() && !script.broken {
            let help = "For example: title = \"A quiet evening\"";
            let message = "this session has no title";
            self.error(
                Rule::MissingKey,
                0..0,
                message,
                "add title = \"…\" near the top",
                help,
            );
        }
        let id = self.id(script, id);
        let positions = self.positions(script);
        let check_in = self.check_in(script);
        let sounds = self.sounds(script);
        self.review(script);
        let (steps, length) = self.steps(script);
        self.length_limits(script, length);
        let session = Session {
            id,
            title: script.title.value()?.clone(),
            menu_title: script.menu_title.value().cloned(),
            language: script.language.value().cloned(),
            about: script.about.value().cloned(),
            by: script.by.value().cloned(),
            strands: strands(script),
            sources: texts(&script.sources),
            confidence: script.confidence.value().cloned(),
            reviewed_by: script
                .reviewed_by
                .value()
                .filter(|by| !by.is_empty())
                .cloned(),
            reviewed_on: script.reviewed_on.value().copied(),
            positions: (!positions.is_empty()).then_some(positions)?,
            cautions: texts(&script.cautions),
            stop_if: texts(&script.stop_if),
            gate: self.gate,
            holds: script.holds.value() == Some(&true),
            steps: (!steps.is_empty()).then_some(steps)?,
            shortest: script.shortest.value().copied(),
            longest: script.longest.value().copied(),
            check_in,
            sounds,
            rewording: Rewording::default(),
        };
        Some(self.reworded(script, session))
    }

    /// The steps, and how long they last as written, with everything in them.
    fn steps(&mut self, script: &Script) -> (Vec<Step>, Ms) {
        let mut steps = Vec::new();
        let (mut length, mut spans, mut lines) = (Ms::ZERO, 0_usize, 0_usize);
        for step in &script.steps {
            let Some(lowered) = self.step(step, Place::Own) else {
                continue;
            };
            let fitted = (
                length <= LONGEST_SESSION,
                spans <= SPANS,
                lines <= SPREAD_LINES,
            );
            steps.push(lowered.step);
            length += lowered.lasts;
            spans = spans.saturating_add(lowered.spans);
            lines = lines.saturating_add(lowered.lines);
            if fitted.0 && length > LONGEST_SESSION {
                self.too_long(step.span.clone());
            } else if fitted.1 && spans > SPANS {
                self.too_many_spans(step.span.clone());
            } else if fitted.2 && lines > SPREAD_LINES {
                self.too_many_lines(step.span.clone());
            }
        }
        if steps.is_empty() && script.steps.is_empty() && !script.steps_unclear {
            self.no_steps(script.end);
        }
        (steps, length)
    }

    fn too_long(&mut self, span: Range<usize>) {
        let message = format!(
            "with this step the session is longer than {}",
            write_time(LONGEST_SESSION)
        );
        let help = "Look for a time with m where s is meant, or a very large `times`.";
        self.error(
            Rule::LongSession,
            span,
            &message,
            "too long from here on",
            help,
        );
    }

    fn no_steps(&mut self, end: usize) {
        let message = "this session has no steps";
        let found = Diagnostic::error(Rule::NoSteps, end..end, message)
            .label("add a step here")
            .help("The shortest step is two lines: [[step]], and below it rest = \"30s\".");
        self.found.push(found);
    }

    /// The short name: the file's own, or else one made from what it goes by.
    fn id(&mut self, script: &Script, otherwise: &str) -> Clean {
        if let Some(given) = script.id.given() {
            if slug(&given.value) == *given.value {
                return given.value.clone();
            }
            let better = slug(&given.value);
            let message = format!(
                "\"{}\" cannot be the short name of a session",
                quoted(&given.value)
            );
            let found = Diagnostic::error(Rule::BadId, given.span.clone(), message)
                .label(format!("for example \"{better}\""))
                .help("A short name has small letters, digits and hyphens, and no spaces.");
            self.found
                .push(found.fix(given.span.clone(), format!("\"{better}\"")));
        }
        Clean::from_shown(&slug(otherwise))
    }

    /// `longest = 20`, where minutes are meant: no session is bounded to so few seconds.
    fn limits_in_seconds(&mut self, script: &Script) -> bool {
        let limits = [&script.shortest, &script.longest];
        let mut any = false;
        for (limit, without_unit) in limits.iter().zip(script.limits_without_unit) {
            let short = |limit: &&At<Ms>| without_unit && limit.value < Ms::minutes(2);
            let Some(limit) = limit.given().filter(short) else {
                continue;
            };
            any = true;
            let message = format!("this is {}, for a whole session", write_time(limit.value));
            let span = limit.span.clone();
            let found = Diagnostic::warning(Rule::LengthLimits, span.clone(), message)
                .help("A number without a unit counts seconds.");
            self.found.push(if limit.value.0.is_multiple_of(1_000) {
                let minutes = format!("\"{}m\"", limit.value.0 / 1_000);
                found
                    .label(format!("did you mean {minutes}?"))
                    .fix(span, minutes)
            } else {
                found.label("in seconds")
            });
        }
        any
    }

    fn length_limits(&mut self, script: &Script, length: Ms) {
        if self.limits_in_seconds(script) {
            return;
        }
        let (shortest, longest) = (script.shortest.given(), script.longest.given());
        if let (Some(least), Some(most)) = (shortest, longest)
            && least.value > most.value
        {
            let found = Diagnostic::error(
                Rule::LengthLimits,
                most.span.clone(),
                "`longest` is shorter than `shortest`",
            );
            let found = found
                .label("the longest")
                .also(least.span.clone(), "the shortest");
            self.found
                .push(found.help("Exchange the two, or take one of them out."));
            return;
        }
        let written = write_time(length);
        for (limit, fits, word) in [
            (
                shortest,
                shortest.is_none_or(|least| least.value <= length),
                "shorter",
            ),
            (
                longest,
                longest.is_none_or(|most| most.value >= length),
                "longer",
            ),
        ] {
            if let Some(limit) = limit.filter(|_| !fits && !script.steps_unclear) {
                let message =
                    format!("as it is written, the session is {word} than this: {written}");
                let found = Diagnostic::warning(Rule::LengthLimits, limit.span.clone(), message);
                let help = "The length as written is always offered; this only bounds how far it is fitted.";
                self.found
                    .push(found.label("does not fit the session").help(help));
            }
        }
    }
}

/// The strands that it belongs to.
fn strands(script: &Script) -> Vec<Strand> {
    let places = script.strands.value().into_iter().flatten();
    places.map(|place| Strand::ALL[*place]).collect()
}

/// A name made of small letters, digits and single hyphens.
fn slug(name: &str) -> String {
    let plain: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let words = plain.split('-').filter(|word| !word.is_empty());
    let slug: String = words.collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(ID_CHARS).collect();
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "session".into()
    } else {
        slug.into()
    }
}
