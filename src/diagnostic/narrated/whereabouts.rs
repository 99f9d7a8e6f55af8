//! In which part of a session file a place is, in words: "in the step called "Arriving"".
//!
//! It only looks at how lines begin. The file may hold any mistake, so this may not need it to be
//! readable; where it is misled, a number of a line stands beside its words.

use crate::diagnostic::{Lines, quoted};

/// The part of the file that holds a place.
pub(super) fn whereabouts(text: &str, lines: &Lines<'_>, at: usize) -> String {
    let line = |index: usize| text.get(lines.range(index)).unwrap_or_default().trim();
    let begins_a_step = |index: &usize| heading(line(*index)) == Some("step");
    let here = lines.index(at);
    let nearest = (0..=here)
        .rev()
        .find_map(|index| Some((index, heading(line(index))?)));
    let first = match nearest {
        None => return "above the first step".to_owned(),
        // A heading inside a step, such as its cues, belongs to that step.
        Some((index, name)) if name == "step" || name.starts_with("step.") => {
            (0..=index).rev().find(begins_a_step)
        }
        Some((_, name)) => return format!("in the part called \"{}\"", quoted(name)),
    };
    let Some(first) = first else {
        return "in a step".to_owned();
    };
    let title = (first + 1..lines.count())
        .map(line)
        .take_while(|line| heading(line).is_none())
        .find_map(title);
    if let Some(title) = title {
        return format!("in the step called \"{}\"", quoted(title));
    }
    let number = (0..=first).filter(begins_a_step).count();
    format!("in step {number}")
}

/// The name in a line that is a heading: `step` for `[[step]]`, `step.cues` for `[step.cues]`.
fn heading(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('[')?;
    let name = inner.trim_start_matches('[');
    let end = name.find(']')?;
    let after = name[end..].trim_start_matches(']').trim_start();
    // A list inside brackets, such as ["a", "b"], is no heading.
    let plain = |c: char| c.is_alphanumeric() || "-_. ".contains(c);
    let is_heading = name[..end].chars().all(plain) && (after.is_empty() || after.starts_with('#'));
    is_heading.then(|| name[..end].trim())
}

/// The title in a line that gives one.
fn title(line: &str) -> Option<&str> {
    let value = line.strip_prefix("title")?.trim_start().strip_prefix('=')?;
    let value = value.trim_start();
    let mark = value.chars().next().filter(|mark| "\"'".contains(*mark))?;
    let inner = &value[1..];
    let title = &inner[..inner.find(mark)?];
    (!title.trim().is_empty()).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"softly = 1
title = "Evening"
cautions = [
  "One.", # [[step]]
]
[check-in]
ask = "How is it?"
[[step]]
title = "Soft breathing" # slow
breathe = { in = 4, out = 6 }
[step.cues]
in = ["a"]
[[step]]
rest = "30s"
title = 12
[step] # not right
say = "x"
"#;

    #[test]
    fn a_place_is_told_by_the_title_or_the_number_of_its_step() {
        let lines = Lines::new(TEXT);
        let table = [
            ("softly", "above the first step"),
            ("\"One.\"", "above the first step"),
            ("ask", "in the part called \"check-in\""),
            ("[[step]]\ntitle", "in the step called \"Soft breathing\""),
            ("breathe", "in the step called \"Soft breathing\""),
            ("in = [\"a\"]", "in the step called \"Soft breathing\""),
            ("rest", "in step 2"),
            ("say", "in step 3"),
        ];
        for (words, wanted) in table {
            let at = TEXT.find(words).unwrap();
            assert_eq!(whereabouts(TEXT, &lines, at), wanted, "{words}");
        }
        assert_eq!(whereabouts("", &Lines::new(""), 9), "above the first step");
    }
}
