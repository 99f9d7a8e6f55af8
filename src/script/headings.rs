//! Headings in square brackets that are not as they should be: `[[steps]]` after a repeat,
//! `[[breathe]]`, `[cues]`, several of `[step]`.
//!
//! Reading reports such a name once, as it would anywhere. Here every such heading is told, with
//! what it was meant to be, and what only follows from it is left out.

use std::ops::Range;

use super::read::single_brackets;
use super::schema::{ACTIONS, Kind, STEP};
use crate::diagnostic::{Diagnostic, Rule, quoted};

/// A line in square brackets.
struct Heading<'t> {
    /// From the first bracket to the last.
    span: Range<usize>,
    /// What stands in the brackets.
    name: &'t str,
    double: bool,
    /// From the heading to the next one.
    block: Range<usize>,
}

/// Tells the headings that were reported as names out of place.
pub(super) fn tell(text: &str, found: &mut Vec<Diagnostic>) {
    let is_name = |found: &Diagnostic| {
        matches!(
            found.rule,
            Rule::UnknownKey | Rule::MisplacedKey | Rule::SingleBrackets
        )
    };
    if !found.iter().any(is_name) {
        return;
    }
    let all = headings(text);
    let on_a_heading = |found: &Diagnostic| {
        let after = all.partition_point(|heading| heading.span.start <= found.span.start);
        let heading = all[..after].last()?;
        (found.span.start < heading.span.end).then_some(after - 1)
    };
    let mut told: Vec<usize> = found
        .iter()
        .filter(|found| is_name(found))
        .filter_map(on_a_heading)
        .collect();
    told.sort_unstable();
    told.dedup();
    let mut names: Vec<_> = told
        .iter()
        .map(|index| (all[*index].name, all[*index].double))
        .collect();
    names.sort_unstable();
    names.dedup();
    for (index, heading) in all.iter().enumerate() {
        if names
            .binary_search(&(heading.name, heading.double))
            .is_err()
        {
            continue;
        }
        if let Some((finding, follows)) = explain(text, &all, index) {
            found.retain(|found| {
                let itself = heading.span.contains(&found.span.start);
                !itself
                    && !follows.iter().any(|(rule, within)| {
                        found.rule == *rule && within.contains(&found.span.start)
                    })
            });
            found.push(finding);
        }
    }
}

/// Rules that only follow from a heading, each with the stretch in which they do.
type Follows = Vec<(Rule, Range<usize>)>;

fn explain(text: &str, all: &[Heading<'_>], index: usize) -> Option<(Diagnostic, Follows)> {
    let heading = &all[index];
    let (at, name) = (heading.span.clone(), heading.name);
    let step = all[..index]
        .iter()
        .rposition(|one| one.name == "step" && one.double);
    let before = step.map_or(0..0, |step| all[step].span.start..at.start);
    match name {
        "step" if !heading.double => Some((single_brackets("step", at), Vec::new())),
        "steps" | "step.step" if repeats(text, &before) => {
            let found = wrong(
                at.clone(),
                "the steps of a repeat begin with [[step.steps]]",
            )
            .label("one of the steps that are repeated")
            .fix(at, "[[step.steps]]");
            Some((found, vec![(Rule::MissingKey, before)]))
        }
        "step.step" => {
            let found = wrong(at.clone(), "a step begins with a line that says [[step]]");
            Some((
                found.label("write [[step]]").fix(at, "[[step]]"),
                Vec::new(),
            ))
        }
        _ if STEP.key(name).is_none() => a_step_by_another_name(heading),
        _ if !heading.double && is_a_part(name) && step.is_some() => {
            let whole = format!("[step.{name}]");
            let message = format!("`{name}` belongs to the step above it");
            let found = wrong(at.clone(), &message)
                .label(format!("write {whole}"))
                .fix(at, whole);
            Some((
                found,
                vec![(Rule::NoAction, before.clone()), (Rule::NoLength, before)],
            ))
        }
        _ if ACTIONS.contains(&name) => {
            let found = wrong(at.clone(), "a step begins with a line that says [[step]]")
                .label("write [[step]]");
            let example = STEP.key(name).map_or("", |key| key.example);
            let has_it = lines_of(text, &heading.block).any(|line| gives(line, name));
            let found = if has_it {
                found.fix(at, "[[step]]")
            } else {
                found
                    .help("What the step does stands below that, with an =.")
                    .help(format!("For example: {name} = {example}"))
            };
            Some((found, vec![(Rule::NoSteps, 0..usize::MAX)]))
        }
        _ => None,
    }
}

/// `[[stage]]`, `[[steps]]` and what else is read as another word for a step.
fn a_step_by_another_name(heading: &Heading<'_>) -> Option<(Diagnostic, Follows)> {
    use super::schema::{Meaning, SESSION};
    let meaning = SESSION.meaning(heading.name);
    let exercise = heading.double && heading.name.to_lowercase().starts_with("exercise");
    let meant = exercise || meaning == Meaning::Instead("step");
    if heading.double && !meant && meaning == Meaning::Unknown {
        let (at, name) = (heading.span.clone(), quoted(heading.name));
        let message = format!("softly does not know `{name}`");
        let found = Diagnostic::error(Rule::UnknownKey, at, message)
            .label("not known here")
            .help(format!(
                "If this is a step, write [[step]], and below it title = \"{name}\"."
            ))
            .help("In double square brackets there is also [[own-position]].");
        return Some((found, vec![(Rule::NoSteps, 0..usize::MAX)]));
    }
    meant.then(|| {
        let at = heading.span.clone();
        let message = format!("softly does not know `{}`", quoted(heading.name));
        let found = Diagnostic::error(Rule::UnknownKey, at.clone(), message)
            .label("did you mean `step`?")
            .fix(at, "[[step]]");
        (found, vec![(Rule::NoSteps, 0..usize::MAX)])
    })
}

fn wrong(at: Range<usize>, message: &str) -> Diagnostic {
    Diagnostic::error(Rule::MisplacedKey, at, message)
}

/// Whether a repeat stands here that does not say what is repeated.
fn repeats(text: &str, block: &Range<usize>) -> bool {
    let lines = || lines_of(text, block);
    lines().any(|line| gives(line, "repeat")) && !lines().any(|line| gives(line, "steps"))
}

/// Whether a name of a step has names of its own below a heading.
fn is_a_part(name: &str) -> bool {
    matches!(
        STEP.key(name).map(|key| &key.kind),
        Some(Kind::One(_) | Kind::Timed)
    )
}

fn lines_of<'t>(text: &'t str, block: &Range<usize>) -> std::str::Lines<'t> {
    text.get(block.clone()).unwrap_or_default().lines()
}

/// Whether a line gives a name its value.
fn gives(line: &str, name: &str) -> bool {
    let rest = line.trim_start().strip_prefix(name);
    rest.is_some_and(|rest| rest.trim_start().starts_with('='))
}

/// Every line in square brackets and nothing else.
fn headings(text: &str) -> Vec<Heading<'_>> {
    let mut all: Vec<Heading<'_>> = Vec::new();
    for start in super::syntax::headings(text) {
        let line = text[start..].lines().next().unwrap_or_default();
        let line = line.split('#').next().unwrap_or_default();
        let begins = start + line.len() - line.trim_start().len();
        let line = line.trim();
        let double = line.starts_with("[[");
        let name = if double {
            line.strip_prefix("[[")
                .and_then(|name| name.strip_suffix("]]"))
        } else {
            line.strip_prefix('[')
                .and_then(|name| name.strip_suffix(']'))
        };
        if let Some(last) = all.last_mut() {
            last.block.end = start;
        }
        if let Some(name) = name {
            all.push(Heading {
                span: begins..begins + line.len(),
                name: name.trim(),
                double,
                block: begins..text.len(),
            });
        }
    }
    all
}
