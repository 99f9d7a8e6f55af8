//! What mending changed, line by line, for people to read.

use super::draft::Draft;
use super::signs::{is_invisible, is_odd_space};
use crate::text::Clean;

/// A line that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The line of the original text, from one.
    pub line: usize,
    /// The line, or the lines that were joined, as they were.
    pub old: String,
    /// The line as it is now; empty if it was taken out.
    pub new: String,
}

/// How many letters of a line are shown before the first one that is different.
const BEFORE: usize = 12;

impl Change {
    /// The two lines as they may be shown beside each other: printable, and the part that differs
    /// with no more than `most` letters of each. `None` if nobody could see a difference.
    pub fn shown(&self, most: usize) -> Option<(Clean, Clean)> {
        if seen(&self.old) == seen(&self.new) {
            return None;
        }
        let (old, new) = (self.old.trim_start(), self.new.trim_start());
        let same = old.chars().zip(new.chars());
        let same = same.take_while(|(old, new)| old == new).count();
        let from = if old.chars().count().max(new.chars().count()) > most {
            same.saturating_sub(BEFORE)
        } else {
            0
        };
        Some((part(old, from, most), part(new, from, most)))
    }
}

/// A line as people see it.
fn seen(line: &str) -> String {
    let visible = line.chars().filter(|c| !is_invisible(*c));
    visible
        .map(|c| if is_odd_space(c) { ' ' } else { c })
        .collect()
}

/// A part of a line, with a sign where something is left out.
fn part(line: &str, from: usize, most: usize) -> Clean {
    let mut letters = line.chars().skip(from);
    let shown: String = letters.by_ref().take(most).collect();
    let before = if from > 0 { "…" } else { "" };
    let after = if letters.next().is_some() { "…" } else { "" };
    Clean::from_shown(&format!("{before}{}{after}", shown.trim_end()))
}

/// The lines of `original` that are not the same in a draft made from it.
pub(super) fn changes(original: &str, draft: &Draft) -> Vec<Change> {
    let old: Vec<&str> = original.split('\n').map(without_return).collect();
    let new: Vec<&str> = draft.text.split('\n').map(without_return).collect();
    let origins = draft.origins();
    let gone = draft.gone().iter().map(|line| Change {
        line: line + 1,
        old: old[*line].to_owned(),
        new: String::new(),
    });
    let mut changes: Vec<Change> = gone.collect();
    let mut index = 0;
    while index < new.len() {
        let first = origins[index];
        let same = origins[index..].iter();
        let same = same.take_while(|origin| **origin == first).count();
        let next = origins.get(index + same).copied().unwrap_or(old.len());
        let before: Vec<&str> = (first..next)
            .filter(|line| !draft.gone().contains(line))
            .map(|line| old[line])
            .collect();
        let after = &new[index..index + same];
        if before != after {
            changes.push(Change {
                line: first + 1,
                old: before.join(" "),
                new: after.join(" "),
            });
        }
        index += same;
    }
    changes.sort_by_key(|change| change.line);
    // An empty line at the very end is no line for people.
    changes.retain(|change| !(change.old.is_empty() && change.new.is_empty()));
    changes
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> Option<(String, String)> {
        let change = Change {
            line: 1,
            old: old.to_owned(),
            new: new.to_owned(),
        };
        let (old, new) = change.shown(30)?;
        Some((old.to_string(), new.to_string()))
    }

    #[test]
    fn a_change_is_shown_where_it_is() {
        let pair = |old: &str, new: &str| Some((old.to_owned(), new.to_owned()));
        let long = |end: &str| format!("say = \"{}{end}", "x".repeat(90));
        assert_eq!(
            shown("rest = 4s", "rest = \"4s\""),
            pair("rest = 4s", "rest = \"4s\"")
        );
        assert_eq!(shown("rest =\u{a0}4\u{200b}", "rest = 4"), None);
        assert_eq!(
            shown(&long("”"), &long("\"")),
            pair("…xxxxxxxxxxxx”", "…xxxxxxxxxxxx\"")
        );
        assert_eq!(
            shown("“a\u{1b}”", &"b".repeat(40)),
            pair("“a<U+001B>”", &format!("{}…", "b".repeat(30)))
        );
    }
}
