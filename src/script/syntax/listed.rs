//! Lists over several lines that are written as one would write them by hand: with a dash or a dot
//! before each entry, or the steps of a repeat without their curly brackets.
//!
//! Each is one finding for the whole list, and not one for every line of it.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::line::BULLETS;
use crate::diagnostic::{Diagnostic, Lines, Rule};
use crate::script::schema::{ACTIONS, Kind, Part, SESSION, STEP};
use crate::script::schema::{CHECK_IN, POSITION};

/// The most lines of a list that are looked at.
const MOST_LINES: usize = 40;

/// Lines below a name that belong to its list.
struct List<'t> {
    text: &'t str,
    name: &'t str,
    /// From the name to the end of the last line, or to the closing bracket.
    span: Range<usize>,
    /// The lines in between that say something, without spaces and notes around it.
    entries: Vec<(Range<usize>, &'t str)>,
    /// Whether the list stands in square brackets.
    brackets: bool,
}

/// The finding about the list that a line belongs to, and the stretch it takes.
pub(super) fn explain(
    text: &str,
    lines: &Lines<'_>,
    line: usize,
) -> Option<(Diagnostic, Range<usize>)> {
    let list = List::around(text, lines, line)?;
    let finding = if list
        .entries
        .iter()
        .all(|(_, entry)| bullet(entry).is_some())
    {
        list.bulleted()
    } else if list.name == "steps" && list.entries.iter().any(|(_, entry)| names_a_step(entry)) {
        list.steps_without_brackets()
    } else {
        return None;
    };
    Some((finding, list.span))
}

impl<'t> List<'t> {
    /// Looks upwards from a line for the name that its list belongs to, then down to its end.
    fn around(text: &'t str, lines: &Lines<'_>, line: usize) -> Option<Self> {
        let mut first = line;
        let (name, start, rest) = loop {
            let at = lines.range(first);
            let content = without_note(&text[at.clone()]);
            if let Some((name, rest)) = opens(content) {
                let start = at.start + text[at].find(name)?;
                break (name, start, rest);
            }
            let ends = content.starts_with('[') || content.ends_with(']');
            if ends || first == 0 || line - first == MOST_LINES {
                return None;
            }
            first -= 1;
        };
        let brackets = rest == "[";
        let mut span = start..lines.range(first).end;
        let mut entries = Vec::new();
        for below in first + 1..=first + MOST_LINES {
            let at = lines.range(below);
            if at.start <= span.start || at.start >= text.len() {
                break;
            }
            let content = without_note(&text[at.clone()]);
            if content == "]" && brackets {
                span.end = at.start + text[at].find(']')? + 1;
                break;
            }
            let ends = content.starts_with('[') || !brackets && bullet(content).is_none();
            if ends && !content.is_empty() {
                break;
            }
            if !content.is_empty() {
                let start = at.start + text[at].find(content)?;
                span.end = start + content.len();
                entries.push((start..start + content.len(), content));
            }
        }
        let entries = Some(entries).filter(|entries| !entries.is_empty())?;
        Some(Self {
            text,
            name,
            span,
            entries,
            brackets,
        })
    }

    fn first(&self) -> Range<usize> {
        self.entries
            .first()
            .map_or(self.span.clone(), |(at, _)| at.clone())
    }

    /// Whether it can be written anew as a whole: it ends where it seems to, and has no notes in it
    /// that would be lost.
    fn is_whole(&self) -> bool {
        let written = &self.text[self.span.clone()];
        (written.ends_with(']') || !self.brackets) && !written.contains('#')
    }

    fn bulleted(&self) -> Diagnostic {
        let name = self.name;
        if ["steps", "step"].contains(&name) {
            return Diagnostic::error(
                Rule::Syntax,
                self.first(),
                "steps are not written with a dash or a dot before each",
            )
            .label("the first of them")
            .help("Write [[step]] on a line of its own above each step, and below it what the step does.")
            .help("For example: rest = \"30s\"");
        }
        let texts = self.entries.iter().map(|(_, entry)| {
            let bare = bullet(entry).unwrap_or(entry).trim_end_matches([',', ';']);
            let bare = bare.trim().trim_matches(['"', '“', '”']);
            format!("\"{}\"", bare.replace('\\', "\\\\").replace('"', "'"))
        });
        let list = format!("{name} = [{}]", texts.collect::<Vec<_>>().join(", "));
        let found = Diagnostic::error(
            Rule::Syntax,
            self.first(),
            "a list stands in square brackets, without dashes or dots before its lines",
        )
        .label("the first of them")
        .help(format!(
            "For example: {name} = [\"First line.\", \"Second line.\"]"
        ));
        let known = [&SESSION, &STEP, &CHECK_IN, &POSITION];
        let takes_texts =
            |part: &&Part| matches!(part.key(name).map(|key| &key.kind), Some(Kind::Texts));
        if self.is_whole() && known.iter().any(takes_texts) {
            found.fix(self.span.clone(), list)
        } else {
            found
        }
    }

    fn steps_without_brackets(&self) -> Diagnostic {
        let found = Diagnostic::error(
            Rule::Syntax,
            self.first(),
            "each step inside a repeat stands in curly brackets",
        )
        .label("put { and } around this step")
        .help("For example: steps = [{ breathe = { in = 4, out = 6 }, times = 3 }, { rest = \"20s\" }]");
        let steps: Option<Vec<_>> = self
            .entries
            .iter()
            .map(|(_, entry)| in_brackets(entry))
            .collect();
        match steps.filter(|_| self.brackets && self.is_whole()) {
            Some(steps) => found.fix(self.span.clone(), format!("steps = [{}]", steps.join(", "))),
            None => found,
        }
    }
}

/// One line of a list as a step of its own, if it is a whole one.
fn in_brackets(entry: &str) -> Option<String> {
    let entry = entry.trim_end_matches([',', ';']).trim_end();
    let step = if entry.starts_with('{') {
        entry.to_owned()
    } else {
        format!("{{ {entry} }}")
    };
    let line = format!("step = {step}");
    let (document, errors) = DeTable::parse_recoverable(&line);
    let DeValue::Table(names) = document.get_ref().get("step")?.get_ref() else {
        return None;
    };
    let actions = names
        .keys()
        .filter(|name| ACTIONS.contains(&&**name.get_ref()));
    (errors.is_empty() && actions.count() == 1).then_some(step)
}

/// `steps = [`, `cautions =` or `cautions:` at the end of a line: the name, and what comes after it.
fn opens(line: &str) -> Option<(&str, &str)> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let after = line.trim_start_matches(is_name);
    let name = &line[..line.len() - after.len()];
    let rest = after.trim_start().strip_prefix(['=', ':'])?.trim_start();
    (!name.is_empty() && (rest.is_empty() || rest == "[")).then_some((name, rest))
}

/// What stands after a dash or a dot at the start of a line.
fn bullet(line: &str) -> Option<&str> {
    BULLETS.iter().find_map(|mark| line.strip_prefix(mark))
}

/// Whether a line begins as a step without brackets does.
fn names_a_step(line: &str) -> bool {
    let name = line.split('=').next().unwrap_or_default().trim();
    line.contains('=') && STEP.key(name).is_some()
}

/// A line without spaces around it, and without a note at its end.
fn without_note(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with('#') {
        return "";
    }
    line.split(" #").next().unwrap_or(line).trim_end()
}
