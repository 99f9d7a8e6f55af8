//! Leaves out findings that only follow from another one, and tells some that belong together as one.
//!
//! It only rearranges what reading and lowering found; breaths without brackets are in `together`,
//! and lines in square brackets in `headings`.

use std::ops::Range;

use super::schema::{SESSION, STEP};
use super::syntax::headings;
use crate::diagnostic::{Diagnostic, Rule};

/// Tells each mistake once.
pub(super) fn tell(text: &str, found: &mut Vec<Diagnostic>) {
    if found.iter().any(|found| found.rule == Rule::MisplacedKey) {
        let headings = headings(text);
        no_heading_at_all(text, &headings, found);
        length_below_its_part(text, &headings, found);
        cues_out_of_place(text, &headings, found);
    }
    rest_and_its_time(text, found);
}

fn named<'t>(text: &'t str, found: &Diagnostic) -> &'t str {
    text.get(found.span.clone()).unwrap_or_default()
}

/// Names of a step above the first heading, in a file without any step.
fn no_heading_at_all(text: &str, headings: &[usize], found: &mut Vec<Diagnostic>) {
    let is_step = |at: &usize| {
        text[*at..]
            .trim_start()
            .trim_start_matches('[')
            .starts_with("step")
    };
    if headings.iter().any(is_step) {
        return;
    }
    let top = headings.first().copied().unwrap_or(text.len());
    let of_a_step = |found: &Diagnostic| {
        let name = named(text, found);
        let reported = matches!(found.rule, Rule::MisplacedKey | Rule::Syntax);
        let here = found.span.start < top && reported;
        here && STEP.key(name).is_some() && SESSION.key(name).is_none()
    };
    let misplaced = found.iter().filter(|found| of_a_step(found));
    let Some(first) = misplaced
        .map(|found| found.span.clone())
        .min_by_key(|span| span.start)
    else {
        return;
    };
    found.retain(|found| !of_a_step(found) && found.rule != Rule::NoSteps);
    let message = "this session has no line that says [[step]]";
    found.push(
        Diagnostic::error(Rule::MisplacedKey, first, message)
            .label("the first step begins here")
            .help("Write [[step]] on a line of its own above this one, and again above each step that follows."),
    );
}

/// `times` below `[step.cues]`: the step itself only seems to have no length.
fn length_below_its_part(text: &str, headings: &[usize], found: &mut Vec<Diagnostic>) {
    let lengths = found.iter().filter(|found| {
        found.rule == Rule::MisplacedKey && matches!(named(text, found), "for" | "times" | "each")
    });
    let blocks: Vec<Range<usize>> = lengths
        .filter_map(|found| {
            let before = headings
                .iter()
                .rev()
                .skip_while(|at| **at > found.span.start);
            let is_step = |at: &&usize| text[**at..].trim_start().starts_with("[[step");
            let part = *before.clone().next()?;
            let below_a_part = text[part..].trim_start().starts_with("[step.");
            let step = before.clone().find(is_step)?;
            below_a_part.then_some(*step..found.span.start)
        })
        .collect();
    found.retain(|found| {
        let follows = |block: &Range<usize>| block.contains(&found.span.start);
        found.rule != Rule::NoLength || !blocks.iter().any(follows)
    });
}

/// Where cues do not belong at all, it does not matter what is in them.
fn cues_out_of_place(text: &str, headings: &[usize], found: &mut Vec<Diagnostic>) {
    let misplaced = found
        .iter()
        .filter(|found| found.rule == Rule::MisplacedKey && named(text, found) == "cues");
    let inside: Vec<Range<usize>> = misplaced
        .map(|found| {
            let line = text[..found.span.start].rfind('\n').map_or(0, |at| at + 1);
            let rest = &text[found.span.end..];
            let end = if text[line..].trim_start().starts_with('[') {
                headings.iter().find(|at| **at > line).copied()
            } else {
                rest.find('\n').map(|at| found.span.end + at)
            };
            found.span.end..end.unwrap_or(text.len())
        })
        .collect();
    found.retain(|found| {
        !inside
            .iter()
            .any(|inside| inside.contains(&found.span.start))
    });
}

/// `rest = true` with a `for`: the time belongs after `rest` itself.
fn rest_and_its_time(text: &str, found: &mut Vec<Diagnostic>) {
    let second = |found: &Diagnostic| found.rule == Rule::TwoLengths && named(text, found) == "for";
    while let Some((length, value)) =
        found
            .iter()
            .filter(|found| second(found))
            .find_map(|length| {
                let (rest, _) = length.also.first()?;
                let value = found.iter().position(|other| {
                    let between = text.get(rest.end..other.span.start);
                    other.rule == Rule::BadTime
                        && between.is_some_and(|between| between.trim() == "=")
                })?;
                (text.get(rest.clone())? == "rest").then(|| (length.clone(), value))
            })
    {
        let value = found[value].span.clone();
        let line = text[length.span.end..].lines().next().unwrap_or_default();
        let time = line
            .trim_start()
            .strip_prefix('=')
            .unwrap_or_default()
            .trim();
        let message = "`rest` is followed by how long it lasts";
        let told = Diagnostic::error(Rule::BadTime, value.clone(), message)
            .label("a time goes here")
            .also(length.span.clone(), "in place of this line");
        let between = text.get(value.end..length.span.start).unwrap_or("?");
        let written = text.get(value.clone()).unwrap_or_default();
        let says_yes = matches!(written.trim_matches('"'), "true" | "yes" | "on");
        let simple = says_yes && !time.is_empty() && !time.contains('#');
        let told = if simple && between.trim().is_empty() {
            let end = length.span.end + line.trim_end().len();
            told.fix(value.start..end, time)
        } else {
            told.help("For example: rest = \"30s\"")
                .help("Words to be said or shown go into `say`.")
        };
        found.retain(|found| found.span != value && found.span != length.span);
        found.push(told);
    }
}
