//! Findings that belong together, told as one: `inhale = 4` and `exhale = 6` on lines of their own
//! are one breath that misses its brackets.
//!
//! It only rearranges what reading and lowering found.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Rule};

/// The parts of a breath in their order, with the words that people write for each.
const PARTS: [(&str, &[&str]); 3] = [
    (
        "in",
        &[
            "in",
            "inhale",
            "inhalation",
            "breathe-in",
            "breath-in",
            "breathe_in",
            "inspire",
        ],
    ),
    ("hold", &["hold", "hold-in", "retain"]),
    (
        "out",
        &[
            "out",
            "exhale",
            "exhalation",
            "breathe-out",
            "breath-out",
            "breathe_out",
            "expire",
        ],
    ),
];

/// The longest value of a part that is carried into the brackets, in bytes.
const LONGEST_VALUE: usize = 24;

/// Tells the parts of a breath that stand on lines of their own as one finding for each step.
pub(super) fn tell(text: &str, found: &mut Vec<Diagnostic>) {
    let mut parts: Vec<Part> = found
        .iter()
        .enumerate()
        .filter_map(|(index, found)| part(text, index, found))
        .collect();
    if parts.is_empty() {
        return;
    }
    parts.sort_by_key(|part| part.name.start);
    let headings = super::syntax::headings(text);
    let block_of = |at: usize| headings.partition_point(|heading| *heading <= at);
    let mut told = Vec::new();
    let mut gone = Vec::new();
    for step in parts.chunk_by(|a, b| block_of(a.name.start) == block_of(b.name.start)) {
        let block = block_of(step[0].name.start);
        if block == 0 || step.iter().all(|part| part.which == 1) {
            continue;
        }
        told.push(one_breath(text, step));
        gone.extend(step.iter().map(|part| part.index));
        // That the step has nothing to do follows from the breath that misses its brackets.
        gone.extend(found.iter().enumerate().filter_map(|(index, found)| {
            let follows = matches!(found.rule, Rule::NoAction | Rule::NoLength);
            (follows && block_of(found.span.start) == block).then_some(index)
        }));
    }
    let mut index = 0;
    found.retain(|_| {
        index += 1;
        !gone.contains(&(index - 1))
    });
    found.extend(told);
}

/// A part of a breath on a line of its own.
struct Part {
    /// The place among the findings.
    index: usize,
    /// Which part it is, in the order of a breath.
    which: usize,
    name: Range<usize>,
    /// The whole of its line, without spaces around it.
    line: Range<usize>,
}

fn part(text: &str, index: usize, found: &Diagnostic) -> Option<Part> {
    if !matches!(found.rule, Rule::UnknownKey | Rule::MisplacedKey) {
        return None;
    }
    let name = found.span.clone();
    let written = text.get(name.clone()).filter(|name| name.len() <= 12)?;
    let lower = written.to_lowercase();
    let which = PARTS
        .iter()
        .position(|(_, words)| words.contains(&lower.as_str()))?;
    let start = text[..name.start].rfind('\n').map_or(0, |at| at + 1);
    let after = text[name.end..].split('\n').next().unwrap_or_default();
    let alone = text[start..name.start].trim().is_empty();
    alone.then(|| Part {
        index,
        which,
        line: name.start..name.end + after.trim_end().len(),
        name,
    })
}

fn one_breath(text: &str, step: &[Part]) -> Diagnostic {
    let first = &step[0];
    let mut found = Diagnostic::error(
        Rule::MisplacedKey,
        first.name.clone(),
        "the parts of a breath stand together, in curly brackets",
    )
    .label("a part of a breath")
    .help("For example: breathe = { in = 4, out = 6 }");
    for other in &step[1..] {
        found = found.also(other.name.clone(), "and this one");
    }
    match joined(text, step) {
        Some((span, breath)) => found.fix(span, breath),
        None => found,
    }
}

/// The breath that some lines are, if they follow each other and each is there once.
fn joined(text: &str, step: &[Part]) -> Option<(Range<usize>, String)> {
    let mut values = [None; 3];
    for part in step {
        let value = text[part.name.end..part.line.end]
            .trim_start()
            .strip_prefix('=')?
            .trim();
        let simple = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '"' | ' ');
        let fits = !value.is_empty() && value.len() <= LONGEST_VALUE && value.chars().all(simple);
        if !fits || values[part.which].replace(value).is_some() {
            return None;
        }
    }
    let apart = step
        .windows(2)
        .any(|two| !text[two[0].line.end..two[1].line.start].trim().is_empty());
    if apart || values[0].is_none() || values[2].is_none() {
        return None;
    }
    let given = PARTS.iter().zip(values);
    let given = given.filter_map(|((name, _), value)| Some(format!("{name} = {}", value?)));
    let breath = format!("breathe = {{ {} }}", given.collect::<Vec<_>>().join(", "));
    Some((step[0].line.start..step[step.len() - 1].line.end, breath))
}

#[cfg(test)]
mod tests {
    use crate::script::check;

    /// What is said about a step, and the step after the offered change.
    fn said(lines: &str) -> (Vec<String>, Option<String>) {
        let text = format!("softly = 1\ntitle = \"A\"\n\n[[step]]\n{lines}");
        let found = check(&text, "a").diagnostics;
        let mended = found
            .iter()
            .find_map(|found| found.fix.as_ref())
            .map(|fix| {
                let mut mended = text.clone();
                mended.replace_range(fix.span.clone(), &fix.replacement);
                mended
                    .split_once("[[step]]\n")
                    .map(|(_, step)| step.to_owned())
            });
        let rules = found.iter().map(|found| found.rule.to_string()).collect();
        (rules, mended.flatten())
    }

    #[test]
    fn a_breath_on_lines_of_its_own_is_told_once() {
        let table = [
            (
                "inhale = 4\nexhale = 6\ntimes = 3\n",
                Some("breathe = { in = 4, out = 6 }\ntimes = 3\n"),
            ),
            (
                "times = 3\n  in = \"4s\"\n  hold = 2.5\n\n  out = 6\n",
                Some("times = 3\n  breathe = { in = \"4s\", hold = 2.5, out = 6 }\n"),
            ),
            (
                "Exhale = 6\nInhale = 4\ntimes = 3\n",
                Some("breathe = { in = 4, out = 6 }\ntimes = 3\n"),
            ),
            ("in = 4\ntimes = 3\nout = 6\n", None),
            ("inhale = 4\n", None),
            ("inhale = 4\nexhale = { a = 1 }\n", None),
        ];
        for (lines, mended) in table {
            let (rules, offered) = said(lines);
            assert_eq!(rules, ["misplaced-key"], "{lines}");
            assert_eq!(offered.as_deref(), mended, "{lines}");
        }
    }

    #[test]
    fn each_step_has_its_own() {
        let (rules, _) = said("in = 4\nout = 6\ntimes = 3\n[[step]]\nin = 4\nout = 6\ntimes = 3\n");
        assert_eq!(rules, ["misplaced-key", "misplaced-key"]);
        let (rules, _) = said("rest = 4\nhold = 3\n");
        assert_eq!(rules, ["misplaced-key"]);
    }
}
