//! Lowers the lines in plain anatomical words: each has to stand for a line that the session has.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::pelvic::names_the_pelvic_region;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::parsed::{Field, Reworded, Script};
use crate::session::{Session, Step, StepKind};
use crate::text::Clean;
use crate::wording::Rewording;

impl Lowering<'_> {
    /// The session with its lines in other words.
    pub(super) fn reworded(&mut self, script: &Script, mut session: Session) -> Session {
        let Some(lines) = script.anatomical.value() else {
            return session;
        };
        let mut all = BTreeSet::new();
        session.each_text(&mut |text| {
            all.insert(text.clone());
        });
        let by_letters: BTreeMap<String, &Clean> =
            all.iter().map(|text| (letters(text), text)).collect();
        for line in lines {
            if !all.contains(&line.neutral.value) {
                let near = meant(&line.neutral.value, &by_letters);
                self.found.push(stands_for_nothing(line, near));
            }
        }
        ask_for_renamed_parts(lines, &mut session);
        session.rewording = rewording(&script.anatomical);
        session
    }
}

/// The lines in other words, each under the one it stands for.
pub(in crate::script) fn rewording(lines: &Field<Vec<Reworded>>) -> Rewording {
    let lines = lines.value().into_iter().flatten();
    Rewording::new(lines.map(|line| (line.neutral.value.clone(), line.line.value.clone())))
}

/// The letters of a line without its signs, spaces and capitals, which slip most easily.
pub(super) fn letters(line: &str) -> String {
    let letters = line.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The line that was meant: with the same letters, or the only one that begins alike.
pub(super) fn meant<'a>(line: &str, by_letters: &BTreeMap<String, &'a Clean>) -> Option<&'a str> {
    const ALIKE: usize = 12;
    let line = letters(line);
    if let Some(same) = by_letters.get(&line) {
        return Some(same);
    }
    let start: String = line.chars().take(ALIKE).collect();
    let mut alike = by_letters
        .range(start.clone()..)
        .take_while(|(letters, _)| start.len() >= ALIKE && letters.starts_with(&start));
    let first = alike.next();
    first
        .filter(|_| alike.next().is_none())
        .map(|(_, near)| &***near)
}

fn stands_for_nothing(line: &Reworded, near: Option<&str>) -> Diagnostic {
    let span = line.neutral.span.clone();
    let message = "this session has no line that these other words could stand for";
    let found = Diagnostic::warning(Rule::LooseWording, span.clone(), message).help(
        "The line before the equals sign is the same, letter by letter, as where it is said.",
    );
    match near {
        Some(near) if !near.contains(['"', '\\']) => found
            .label("this line is spelled differently where it is said")
            .fix(span, format!("\"{near}\"")),
        _ => found.label("said nowhere"),
    }
}

/// A part of a scan waits to be asked for under either of its names.
fn ask_for_renamed_parts(lines: &[Reworded], session: &mut Session) {
    let pelvic = lines
        .iter()
        .filter(|line| names_the_pelvic_region(&line.line.value));
    let pelvic: BTreeSet<&Clean> = pelvic.map(|line| &line.neutral.value).collect();
    for step in &mut session.steps {
        ask_first(step, &pelvic);
    }
}

fn ask_first(step: &mut Step, pelvic: &BTreeSet<&Clean>) {
    match &mut step.kind {
        StepKind::Scan(scan) => {
            for part in &mut scan.parts {
                part.asked_for |= pelvic.contains(&part.name);
            }
        }
        StepKind::Repeat(repeat) => {
            for step in &mut repeat.steps {
                ask_first(step, pelvic);
            }
        }
        _ => {}
    }
}
