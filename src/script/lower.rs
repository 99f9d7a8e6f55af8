//! From a [`Script`] to a checked `Session`, collecting everything that makes no sense.
//!
//! What is absent or contradicts something else is found here; what could not be read has been
//! reported before and is passed over in silence. Steps are in `step`, breaths in `breath`.

mod about;
mod breath;
mod kind;
mod pelvic;
mod placeholders;
mod recorded;
mod reworded;
mod step;

use std::ops::Range;

pub(super) use self::about::{reviewer, strands, unreviewed_day};
pub(super) use self::kind::in_one_text;
pub(super) use self::reworded::rewording;
use self::step::Place;
pub(super) use self::step::texts;
use super::file_kind::FileKind;
use super::limits::{LONGEST_SESSION, SPANS, SPREAD_LINES};
use super::parsed::{At, Script};
use super::{Positions, spoken, write_time};
use crate::diagnostic::{Diagnostic, Rule};
use crate::language::Language;
use crate::session::{Gate, Session, Step};
use crate::time::Ms;
use crate::wording::Rewording;

/// The words for a session.
const SESSION: FileKind = FileKind {
    key: "softly",
    noun: "session",
    used: "play",
};

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
        language: spoken(script),
        found,
    };
    let version = SESSION.version(&script.softly, script.broken);
    lowering.found.extend(version);
    let session = lowering.session(script, id);
    let found = lowering.found;
    let session = session.filter(|_| !found.iter().any(Diagnostic::is_error));
    (session, where_read(found, &script.unread))
}

/// What was found, but for lines that could not be read: what stands there is no second mistake.
pub(super) fn where_read(mut found: Vec<Diagnostic>, unread: &[Range<usize>]) -> Vec<Diagnostic> {
    let is_unread = |at: usize| unread.iter().any(|line| line.start <= at && at <= line.end);
    found.retain(|found| found.span.end == 0 || !is_unread(found.span.start));
    found
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
    /// The language of softly's own words in it; English where softly does not speak the file's.
    language: Language,
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
        let (id, wrong) = SESSION.short_name(&script.id, id);
        self.found.extend(wrong);
        let positions = self.positions(script);
        let check_in = self.check_in(script);
        let sounds = about::sounds(script);
        self.found.extend(about::unreviewed_day(
            &script.reviewed_by,
            &script.reviewed_on,
        ));
        let (steps, length) = self.steps(script);
        self.length_limits(script, length);
        let mut session = Session {
            id,
            title: script.title.value()?.clone(),
            menu_title: script.menu_title.value().cloned(),
            language: script.language.value().cloned(),
            about: script.about.value().cloned(),
            by: script.by.value().cloned(),
            strands: strands(&script.strands),
            sources: texts(&script.sources),
            confidence: script.confidence.value().cloned(),
            reviewed_by: reviewer(&script.reviewed_by),
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
            recordings: Vec::new(),
            folder: None,
            rewording: Rewording::default(),
        };
        session = self.reworded(script, session);
        session.recordings = self.recorded(script, &session);
        Some(session)
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
