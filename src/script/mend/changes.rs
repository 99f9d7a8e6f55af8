//! What mending changed, line by line, for people to read.

use super::draft::Draft;

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

/// The lines of `original` that are not the same in a draft made from it.
pub(super) fn changes(original: &str, draft: &Draft) -> Vec<Change> {
    let old: Vec<&str> = original.split('\n').map(without_return).collect();
    let new: Vec<&str> = draft.text.split('\n').map(without_return).collect();
    let origins = draft.origins();
    let mut changes = Vec::new();
    let gone = |line: usize| Change {
        line: line + 1,
        old: old[line].to_owned(),
        new: String::new(),
    };
    changes.extend((0..origins[0]).map(gone));
    let mut index = 0;
    while index < new.len() {
        let first = origins[index];
        let same = origins[index..]
            .iter()
            .take_while(|origin| **origin == first)
            .count();
        let next = origins.get(index + same).copied().unwrap_or(old.len());
        let (before, after) = (&old[first..next], &new[index..index + same]);
        if before.first() == after.first() && after.len() == 1 {
            changes.extend((first + 1..next).map(gone));
        } else if before != after {
            changes.push(Change {
                line: first + 1,
                old: before.join(" "),
                new: after.join(" "),
            });
        }
        index += same;
    }
    // An empty line at the very end is no line for people.
    changes.retain(|change| !(change.old.is_empty() && change.new.is_empty()));
    changes
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}
