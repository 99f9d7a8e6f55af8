//! What may have gone wrong on one line that could not be read.
//!
//! A table of guesses is gone through from the surest to the vaguest; the first that recognises
//! the line answers. A guess looks at the line itself more than at what the parser said.

mod bare;
mod breath;
mod join;
mod value;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::read::single_brackets;

/// A line that could not be read.
pub(super) struct Slip<'a> {
    text: &'a str,
    line: Range<usize>,
    /// Where the parser stumbled first.
    at: Range<usize>,
    /// Everything it said about this line, with the places.
    errors: &'a [(Range<usize>, &'a str)],
}

type Guess = fn(&Slip<'_>) -> Option<Diagnostic>;

/// What people put before the lines of a list.
pub(super) const BULLETS: [&str; 7] = ["- ", "* ", "• ", "– ", "— ", "· ", "> "];

/// From the surest to the vaguest.
const GUESSES: [Guess; 19] = [
    note,
    bullet,
    unseen_character,
    heading,
    twice,
    value::curly_quotes,
    breath::breath,
    join::colon,
    value::decimal_comma,
    value::long_text,
    value::quotation_marks,
    value::backslash,
    value::number,
    value::percent,
    join::spaced_times,
    join::comma,
    join::equals,
    bare::values,
    join::leftover,
];

impl<'a> Slip<'a> {
    pub(super) fn new(
        text: &'a str,
        line: Range<usize>,
        errors: &'a [(Range<usize>, &'a str)],
    ) -> Self {
        let first = errors.first().map_or(line.clone(), |(at, _)| at.clone());
        let start = first.start.min(line.end);
        Self {
            text,
            at: start..first.end.clamp(start, line.end),
            line,
            errors,
        }
    }

    pub(super) fn explain(&self) -> Diagnostic {
        let guess = GUESSES.iter().find_map(|guess| guess(self));
        guess.unwrap_or_else(|| {
            error(
                self.at.clone(),
                "this line is not written in a way that softly can read",
            )
            .label("about here")
            .help("A line looks like title = \"Some words\", or times = 12, or [[step]].")
        })
    }

    fn said(&self, words: &str) -> bool {
        self.place_of(words).is_some()
    }

    /// Where the parser said something.
    fn place_of(&self, words: &str) -> Option<usize> {
        let said = self
            .errors
            .iter()
            .find(|(_, message)| message.contains(words));
        said.map(|(at, _)| at.start.min(self.line.end))
    }

    fn whole(&self) -> &'a str {
        &self.text[self.line.clone()]
    }

    /// From the first letter of the line to the last.
    fn trimmed(&self) -> Range<usize> {
        let whole = self.whole();
        let start = self.line.start + (whole.len() - whole.trim_start().len());
        start..start.max(self.line.start + whole.trim_end().len())
    }

    fn before(&self) -> &'a str {
        &self.text[self.line.start..self.at.start]
    }

    fn after(&self) -> &'a str {
        &self.text[self.at.start..self.line.end]
    }

    /// What stands after the first equals sign.
    fn value(&self) -> Option<Range<usize>> {
        let equals = self.line.start + self.whole().find('=')?;
        let value = &self.text[equals + 1..self.line.end];
        let start = equals + 1 + (value.len() - value.trim_start().len());
        Some(start..start.max(equals + 1 + value.trim_end().len()))
    }
}

fn error(at: Range<usize>, message: &str) -> Diagnostic {
    Diagnostic::error(Rule::Syntax, at, message)
}

fn note(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.trimmed();
    let marks = ["//", ";", "--", "/*", "<!--", "%"];
    let mark = marks
        .iter()
        .find(|mark| slip.text[at.clone()].starts_with(**mark))?;
    let mark = at.start..at.start + mark.len();
    let found = error(mark.clone(), "a note in the file begins with #");
    Some(found.label("write # here").fix(mark, "#"))
}

fn bullet(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.trimmed();
    let line = &slip.text[at.clone()];
    let bullet = BULLETS.iter().find(|mark| line.starts_with(**mark))?;
    let mark = at.start..at.start + bullet.len();
    let found = error(mark.clone(), "a line does not begin with a dash or a dot");
    let found = found
        .label("take this out")
        .help("A line looks like rest = \"30s\".");
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let rest = line[bullet.len()..].trim_start();
    let after = rest.trim_start_matches(is_name).trim_start();
    let named = !rest.starts_with(|c| !is_name(c)) && after.starts_with(['=', ':']);
    Some(if named || rest.starts_with('[') {
        found.fix(mark, "")
    } else {
        found
    })
}

fn unseen_character(slip: &Slip<'_>) -> Option<Diagnostic> {
    let is_unseen = |c: char| c.is_control() && c != '\t';
    let at = slip.line.start + slip.whole().find(is_unseen)?;
    let character = slip.text[at..].chars().next()?;
    let message = format!(
        "there is a character here that cannot be seen (U+{:04X})",
        character as u32
    );
    let at = at..at + character.len_utf8();
    let found = Diagnostic::error(Rule::UnfitText, at.clone(), message).label("take it out");
    Some(found.help("It often comes along when text is copied. Delete the line and type it again."))
}

fn heading(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.trimmed();
    let line = &slip.text[at.clone()];
    if !line.starts_with('[') {
        return None;
    }
    if line == "[step]" {
        return Some(single_brackets("step", at));
    }
    let words = line.trim_matches(|c: char| !c.is_alphanumeric());
    let found = error(
        at.clone(),
        "a step begins with a line that says [[step]] and nothing else",
    );
    if let Some(rest) = line.strip_prefix("[[step]]") {
        let stray = rest.trim();
        let rest = at.end - rest.trim_start().len()..at.end;
        if stray.chars().all(|c| c.is_ascii_punctuation() && c != '#') {
            let found = error(
                rest.clone(),
                "nothing else can stand on the line that says [[step]]",
            );
            return Some(found.label("take this out").fix(rest, ""));
        }
        let message = "nothing else can stand on the line that says [[step]]";
        return Some(error(rest, message).label("move this to the next line"));
    }
    if let Some(named) = named_step(line) {
        let found = found.label("write [[step]]");
        return Some(if named.chars().all(|c| c.is_ascii_digit()) {
            found.fix(at, "[[step]]")
        } else {
            let title = quoted(named);
            found.help(format!(
                "What it is called stands below it: title = \"{title}\"."
            ))
        });
    }
    Some(if words == "step" || words == "steps" {
        found
            .label("two square brackets on each side")
            .fix(at, "[[step]]")
    } else {
        found.label("not like this")
    })
}

/// What stands after the word in `[[step 1]]` and `[[step: Arriving]]`.
fn named_step(line: &str) -> Option<&str> {
    let inside = line.strip_prefix("[[step")?.strip_suffix("]]")?;
    let named = inside.trim_start_matches([' ', ':', '.', '-', '_', '#']);
    let plain = !named.is_empty() && named.len() < inside.len();
    plain.then(|| named.trim().trim_matches('"'))
}

fn twice(slip: &Slip<'_>) -> Option<Diagnostic> {
    // After some slips the parser only says that a name is there twice; then the slip comes first.
    if !slip
        .errors
        .iter()
        .all(|(_, message)| message.starts_with("duplicate key"))
    {
        return None;
    }
    let name = slip.text.get(slip.at.clone())?;
    let message = format!("`{}` is written twice in the same place", quoted(name));
    let found = error(slip.at.clone(), &message)
        .label("the second one")
        .help("Keep one of the two. If this belongs to the next step, put [[step]] above it.");
    Some(match earlier(slip, name) {
        Some(first) => found.also(first, "the first one"),
        None => found,
    })
}

/// Where a name stands on a line of its own further up in the same step.
fn earlier(slip: &Slip<'_>, name: &str) -> Option<Range<usize>> {
    let mut end = slip.line.start;
    for line in slip.text[..slip.line.start].split_inclusive('\n').rev() {
        let start = end - line.len();
        let trimmed = line.trim_start();
        let at = start + line.len() - trimmed.len();
        if trimmed.starts_with('[') {
            return None;
        }
        if trimmed
            .strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
        {
            return Some(at..at + name.len());
        }
        end = start;
    }
    None
}
