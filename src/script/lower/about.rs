//! Lowers what a session says about itself: positions, gate, question, sounds, review.

use std::ops::Range;

use super::Lowering;
use super::kind::in_one_text;
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::Positions;
use crate::script::limits::OWN_POSITIONS;
use crate::script::parsed::{At, Field, Script, Texts};
use crate::session::{Answers, CheckIn, Date, Gate, Position, Sound, Sounds, Strand};
use crate::text::Clean;

/// The gate, where it is clear.
pub(super) fn gate(script: &Script) -> Gate {
    match script.gate.value() {
        Some(1) => Gate::Note,
        Some(2) => Gate::Therapist,
        _ => Gate::None,
    }
}

/// The catalogue with the positions that the file describes itself.
pub(super) fn with_own_positions(
    script: &Script,
    catalogue: &Positions,
    found: &mut Vec<Diagnostic>,
) -> Positions {
    let own = script
        .own_positions
        .value()
        .map(Vec::as_slice)
        .unwrap_or_default();
    if let Some(first_too_many) = own.get(OWN_POSITIONS) {
        let message = format!(
            "there are {} positions here; there can be {OWN_POSITIONS}",
            own.len()
        );
        let span = first_too_many.span.clone();
        found.push(Diagnostic::error(Rule::TooMany, span, message).label("too many from here on"));
    }
    let mut fresh: Vec<Position> = Vec::new();
    for position in own.iter().take(OWN_POSITIONS) {
        let id = &position.value.id;
        let taken = catalogue.get(id).is_some() || fresh.iter().any(|other| other.id == *id);
        if taken {
            let message = format!("there is a position called \"{}\" already", quoted(id));
            found.push(
                Diagnostic::error(Rule::PositionTwice, position.span.clone(), message)
                    .label("its `id` is taken")
                    .help("Give it another `id`, and use that in `position`."),
            );
        } else {
            fresh.push(position.value.clone());
        }
    }
    catalogue.with(fresh)
}

/// `answers = "0-10"` and `answers = "soft, neutral, held"`.
fn answers_in_one_text(answers: &At<Texts>) -> Option<Diagnostic> {
    let span = answers.span.clone();
    let is_number = |c: char| c.is_ascii_digit();
    let numbers = answers.value.iter().all(|answer| {
        let words: Vec<_> = answer.value.split(|c: char| !c.is_alphanumeric()).collect();
        let numbers = |word: &&str| word.is_empty() || *word == "to" || word.chars().all(is_number);
        words.iter().all(numbers) && answer.value.contains(is_number)
    });
    if numbers {
        let message = "answers in numbers are told by their two ends";
        let found = Diagnostic::error(Rule::OutOfRange, span, message)
            .label("numbers")
            .help("The numbers go from 0 to 10. In place of this line say what the two ends mean.")
            .help("For example: low = \"very tense\"")
            .help("For example: high = \"completely at ease\"");
        return Some(found);
    }
    let list = in_one_text(answers)?;
    let entries = list.matches("\", \"").count() + 1;
    (2..=9).contains(&entries).then(|| {
        let message = "answers are a list, each in quotation marks of its own";
        Diagnostic::error(Rule::OutOfRange, span.clone(), message)
            .label("more than one answer")
            .fix(span, list)
    })
}

impl Lowering<'_> {
    /// The positions, in the order in which they are offered. Never empty without a report.
    pub(super) fn positions(&mut self, script: &Script) -> Vec<Position> {
        match script.position.given() {
            None => self.known.get("any").into_iter().cloned().collect(),
            Some(wanted) => self.named_positions(wanted),
        }
    }

    /// Positions by their names.
    pub(super) fn named_positions(&mut self, wanted: &At<Texts>) -> Vec<Position> {
        if wanted.value.is_empty() {
            let help = "Name one or more, or take the line out.";
            let span = wanted.span.clone();
            let message = "there is no position in this list";
            self.error(Rule::EmptyText, span, message, "empty", help);
        }
        if let Some(list) = self.positions_in_one_text(wanted) {
            self.found.push(list);
            return Vec::new();
        }
        let known = self.known;
        let mut positions: Vec<Position> = Vec::new();
        for name in &wanted.value {
            match known.get(&name.value) {
                None => self.unknown_position(&name.value, name.span.clone()),
                Some(position) if positions.contains(position) => {}
                Some(position) => positions.push(position.clone()),
            }
        }
        positions
    }

    /// `position = "seated, side-lying"` names no position; every part of it does.
    fn positions_in_one_text(&self, wanted: &At<Texts>) -> Option<Diagnostic> {
        in_one_text(wanted)?;
        let one = &wanted.value.first()?.value;
        let near = |name: &str| {
            let known = self.known.get(name.trim()).map(|position| &*position.id);
            known.or_else(|| self.known.nearest(name.trim()))
        };
        let names: Vec<_> = one.split([',', ';']).map(near).collect::<Option<_>>()?;
        let message = "several positions are a list, each in quotation marks of its own";
        let found = Diagnostic::error(Rule::UnknownPosition, wanted.span.clone(), message)
            .label("more than one position");
        let list = format!("[\"{}\"]", names.join("\", \""));
        Some(found.fix(wanted.span.clone(), list))
    }

    fn unknown_position(&mut self, name: &str, span: Range<usize>) {
        let message = format!(
            "softly does not know a position called \"{}\"",
            quoted(name)
        );
        let names: Vec<_> = self.known.names().collect();
        let found = Diagnostic::error(Rule::UnknownPosition, span.clone(), message)
            .help(format!("The positions are: {}.", names.join(", ")));
        self.found.push(match self.known.nearest(name) {
            Some(near) => found
                .label(format!("did you mean \"{near}\"?"))
                .fix(span, format!("\"{near}\"")),
            None => found
                .label("not in the catalogue")
                .help("A position of your own is described under [[own-position]]."),
        });
    }

    /// The question for oneself.
    pub(super) fn check_in(&mut self, script: &Script) -> Option<CheckIn> {
        let written = script.check_in.given()?;
        let (whole, written) = (&written.span, &written.value);
        if written.ask.is_absent() {
            let help = "For example: ask = \"How is it to be here?\"";
            let message = "this check-in does not ask anything";
            self.error(
                Rule::MissingKey,
                whole.clone(),
                message,
                "add `ask` to it",
                help,
            );
        }
        let answers = match (&written.answers, &written.low, &written.high) {
            (Field::Absent, Field::Absent, Field::Absent) => Some(Answers::Usual),
            (answers, Field::Absent, Field::Absent) => self.words_to_answer(answers.given()?),
            (Field::Absent, low, high) => {
                if low.is_absent() || high.is_absent() {
                    let help = "Write what 0 means after `low`, and what 10 means after `high`.";
                    let message = "answers in numbers need both their ends";
                    self.error(
                        Rule::MissingKey,
                        whole.clone(),
                        message,
                        "add the other end",
                        help,
                    );
                }
                Some(Answers::Numbers {
                    low: low.value()?.clone(),
                    high: high.value()?.clone(),
                })
            }
            (answers, low, high) => {
                let second = low.key().or_else(|| high.key())?;
                let message = "this question has answers in words and in numbers";
                let found = Diagnostic::error(Rule::TwoScales, second, message)
                    .label("answers in numbers")
                    .also(answers.key()?, "answers in words")
                    .help("Keep `answers`, or keep `low` and `high`.");
                self.found.push(found);
                None
            }
        };
        let when = written.when.value().copied();
        Some(CheckIn {
            ask: written.ask.value()?.clone(),
            answers: answers?,
            before: when != Some(1),
            after: when != Some(0),
        })
    }

    fn words_to_answer(&mut self, answers: &At<Texts>) -> Option<Answers> {
        if (2..=9).contains(&answers.value.len()) {
            let words = answers.value.iter().map(|word| word.value.clone());
            return Some(Answers::Words(words.collect()));
        }
        let message = "a question has two to nine answers";
        if let Some(found) = answers_in_one_text(answers) {
            self.found.push(found);
            return None;
        }
        let help =
            "Without `answers`, softly offers its own: held, some holding, neutral, and so on.";
        let span = answers.span.clone();
        self.error(Rule::OutOfRange, span, message, "too few or too many", help);
        None
    }
}

/// The sounds.
pub(super) fn sounds(script: &Script) -> Sounds {
    let Some(written) = script.sounds.value() else {
        return Sounds::default();
    };
    let named = |field: &Field<Sound>| field.value().cloned().unwrap_or_default();
    Sounds {
        breath: named(&written.breath),
        step: named(&written.step),
        end: named(&written.end),
        bed: named(&written.bed),
    }
}

/// The strands of care that a file names.
pub(in crate::script) fn strands(places: &Field<Vec<usize>>) -> Vec<Strand> {
    let places = places.value().into_iter().flatten();
    places.map(|place| Strand::ALL[*place]).collect()
}

/// Who has reviewed a file. An empty text says that nobody has.
pub(in crate::script) fn reviewer(reviewed_by: &Field<Clean>) -> Option<Clean> {
    reviewed_by.value().filter(|who| !who.is_empty()).cloned()
}

/// A day of review without anybody who reviewed it.
pub(in crate::script) fn unreviewed_day(
    reviewed_by: &Field<Clean>,
    reviewed_on: &Field<Date>,
) -> Option<Diagnostic> {
    let nobody = reviewed_by.value().is_none_or(|by| by.is_empty()) && !reviewed_by.is_wrong();
    let key = reviewed_on.key().filter(|_| nobody)?;
    let message = "there is a day of review, and nobody who reviewed it";
    Some(
        Diagnostic::error(Rule::MissingKey, key, message)
            .label("add `reviewed-by` to it")
            .help("Write who has read it after `reviewed-by`, or take this line out."),
    )
}
