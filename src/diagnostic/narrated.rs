//! Findings in plain sentences, for a screen reader or a braille display.
//!
//! No drawing, no marks, no colour, and no signs that only an eye could tell apart. Each sentence
//! is a line of its own, so that one can go on or back by a sentence; each finding is a paragraph.

mod whereabouts;

use std::fmt::Write;

use self::whereabouts::whereabouts;
use super::mended::mended;
use super::{Diagnostic, Fix, Lines, Severity, Source, more, quoted, sentence, show};
use crate::text::Clean;

pub(super) fn render(source: Source<'_>, diagnostics: &[Diagnostic]) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let lines = Lines::new(source.text);
    let name = show(source.name).replace('\n', " ");
    let counts = Counts::of(diagnostics);
    let mut page = format!("{name}: {}.\n\n", counts.in_words());
    for (index, found) in diagnostics.iter().enumerate() {
        let number = (index + 1, diagnostics.len());
        for said in paragraph(source.text, &lines, found, number) {
            page.push_str(&Clean::from_shown(&said));
            page.push('\n');
        }
        page.push('\n');
    }
    // Writing to a String cannot fail.
    let _ = writeln!(page, "That is the end of the list. {}", counts.outcome());
    if let Some(command) = more::command(diagnostics) {
        let _ = writeln!(page, "To read more: {command}");
    }
    // What follows, such as the next file, is a paragraph of its own.
    page.push('\n');
    page
}

/// How much was found.
struct Counts {
    errors: usize,
    remarks: usize,
}

impl Counts {
    fn of(diagnostics: &[Diagnostic]) -> Self {
        let errors = diagnostics.iter().filter(|found| found.is_error()).count();
        Self {
            errors,
            remarks: diagnostics.len() - errors,
        }
    }

    fn in_words(&self) -> String {
        let things = |count: usize| format!("{count} {}", plural(count, "thing"));
        let remarks = |count: usize| format!("{count} {}", plural(count, "remark"));
        match (self.errors, self.remarks) {
            (errors, 0) => format!("{} to mend", things(errors)),
            (0, count) => format!("nothing that has to be mended, and {}", remarks(count)),
            (errors, count) => format!("{} to mend, and {}", things(errors), remarks(count)),
        }
    }

    fn outcome(&self) -> &'static str {
        match (self.errors, self.remarks) {
            (0, _) => "The file can be used as it is.",
            (1, _) => "The file can be used when the one thing is mended.",
            _ => "The file can be used when these things are mended.",
        }
    }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 {
        noun.to_owned()
    } else {
        format!("{noun}s")
    }
}

/// A finding, sentence by sentence: where, what, what to do, and the line as it would read then.
fn paragraph(
    text: &str,
    lines: &Lines<'_>,
    found: &Diagnostic,
    (number, of): (usize, usize),
) -> Vec<String> {
    let kind = match found.severity {
        Severity::Error => "",
        Severity::Warning => ", a remark",
        Severity::Advice => ", a suggestion",
    };
    let place = place(text, lines, found);
    let mut said = vec![format!("{number} of {of}{kind}. {place}:")];
    let message = spoken(&found.message);
    said.push(closed(&capital(&message)));
    let label = spoken(&found.label);
    // A label often says in short what the message says at length.
    if !message.contains(&label) {
        said.push(closed(&capital(&label)));
    }
    for (span, label) in &found.also {
        let line = lines.place(span.start).line;
        said.push(closed(&format!("On line {line}: {}", spoken(label))));
    }
    said.extend(
        found
            .help
            .iter()
            .map(|help| sentence(help).replace('`', "\"")),
    );
    said.extend(found.fix.as_ref().and_then(|fix| change(text, lines, fix)));
    said
}

/// "Line 4, in the step called "Soft breathing", at "90"".
fn place(text: &str, lines: &Lines<'_>, found: &Diagnostic) -> String {
    let line = lines.place(found.span.start).line;
    let mut place = format!(
        "Line {line}, {}",
        whereabouts(text, lines, found.span.start)
    );
    let marked = text.get(found.span.clone()).unwrap_or_default();
    let words = marked.lines().next().unwrap_or_default().trim();
    if !words.is_empty() {
        // Writing to a String cannot fail.
        let _ = match sign(words) {
            Some(name) => write!(place, ", at the {name}"),
            None => write!(place, ", at {}", in_quotation_marks(words)),
        };
    }
    place
}

/// Words of the file, in one pair of quotation marks even if they bring their own.
fn in_quotation_marks(words: &str) -> String {
    let inner = words.trim_matches(['"', '\'']);
    match inner {
        "" => quoted(words),
        // A list of texts, say: more marks around it would only confuse.
        _ if inner.contains('"') => quoted(words),
        _ => format!("\"{}\"", quoted(inner)),
    }
}

/// The line as it would read after the change that is offered.
fn change(text: &str, lines: &Lines<'_>, fix: &Fix) -> Option<String> {
    let mended = mended(lines, text, fix)?;
    let line = sentence(mended.line.trim());
    let line = if line.is_empty() {
        "You could take this out.".to_owned()
    } else {
        format!("You could write: {line}.")
    };
    Some(line)
}

/// A sentence as it is best heard: quotation marks in place of backticks, units in full, and a sign
/// that stands alone with its name, because many voices leave signs out.
fn spoken(words: &str) -> String {
    let words = sentence(words).replace('`', "\"");
    let mut before = "";
    let mut said: Vec<String> = Vec::new();
    for word in words.split(' ') {
        let bare = word.trim_end_matches([',', ';']);
        let bare = if bare.is_empty() { word } else { bare };
        let after = &word[bare.len()..];
        // The = of an example such as softly = 1 is understood without its name.
        let alone = bare != "=" || ["by", "with", "write"].contains(&before);
        said.push(match (sign(bare).filter(|_| alone), time(bare)) {
            (Some(name), _) => format!("{bare} ({name}){after}"),
            (None, Some(time)) => time + after,
            (None, None) => word.to_owned(),
        });
        before = word;
    }
    said.join(" ")
}

/// A time with its unit in full: 90s as 90 seconds.
fn time(word: &str) -> Option<String> {
    let (number, unit) = word.split_at_checked(word.len().checked_sub(1)?)?;
    let count: f64 = number
        .parse()
        .ok()
        .filter(|_| number.starts_with(|c: char| c.is_ascii_digit()))?;
    let unit = match unit {
        "s" => "second",
        "m" => "minute",
        "h" => "hour",
        _ => return None,
    };
    let one = (count - 1.0).abs() < f64::EPSILON;
    Some(format!(
        "{number} {}",
        plural(if one { 1 } else { 2 }, unit)
    ))
}

/// What a sign is called.
fn sign(text: &str) -> Option<&'static str> {
    Some(match text {
        "{" => "opening curly bracket",
        "}" => "closing curly bracket",
        "[" => "opening square bracket",
        "]" => "closing square bracket",
        "[[" => "two opening square brackets",
        "]]" => "two closing square brackets",
        "(" => "opening round bracket",
        ")" => "closing round bracket",
        "=" => "equals sign",
        ":" => "colon",
        "," => "comma",
        "." => "full stop",
        ";" => "semicolon",
        "#" => "hash sign",
        "-" => "hyphen",
        "\"" => "straight double quotation mark",
        "'" => "straight single quotation mark",
        "“" | "”" | "„" => "curly double quotation mark",
        "‘" | "’" => "curly single quotation mark",
        _ => return None,
    })
}

/// With a capital letter, unless it begins with a name or the program.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// With a full stop, unless it ends with a sign of its own.
fn closed(words: &str) -> String {
    if words.ends_with(['.', '?', '!', '…']) {
        words.to_owned()
    } else {
        format!("{words}.")
    }
}

#[cfg(test)]
mod tests;
