//! What is suggested to authors: single lines, whole files, and what the program says itself.

use std::path::Path;

use softly::advice::words::{Purpose, look};
use softly::language::Language;

/// A line, with what is expected of it.
struct Example {
    line: String,
    before: Option<String>,
    purpose: Purpose,
    /// The rule and the words of each finding.
    wanted: Vec<(String, String)>,
}

fn examples(file: &str) -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/advice");
    let path = folder.join(file);
    #[expect(clippy::disallowed_methods, reason = "tests read fixtures")]
    let text = std::fs::read_to_string(path).expect("fixtures can be read");
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(example).collect()
}

fn example(written: &str) -> Example {
    let (rule, rest) = written
        .split_once('|')
        .expect("a rule stands before each line");
    let (rule, rest) = (rule.trim(), rest.trim());
    let purposes = [
        ("title: ", Purpose::Title),
        ("about: ", Purpose::About),
        ("label: ", Purpose::Label),
        ("set-up: ", Purpose::SetUp),
        ("safety: ", Purpose::Safety),
    ];
    let purpose = purposes
        .into_iter()
        .find_map(|(name, purpose)| Some((rest.strip_prefix(name)?, purpose)));
    let (rest, purpose) = purpose.unwrap_or((rest, Purpose::Said));
    let (before, marked) = match rest.split_once(" // ") {
        Some((before, line)) => (Some(before.to_owned()), line),
        None => (None, rest),
    };
    let words = marked
        .split('«')
        .skip(1)
        .map(|part| part.split('»').next().unwrap_or(part));
    let wanted: Vec<_> = words
        .map(|words| (rule.to_owned(), words.to_owned()))
        .collect();
    assert_eq!(wanted.is_empty(), rule == "fine", "{written}");
    Example {
        line: marked.replace(['«', '»'], ""),
        before,
        purpose,
        wanted,
    }
}

/// Looks at every example of a file in a language, and says of which ones something else is found
/// than wanted.
fn disagreements(examples: Vec<Example>, language: Language) -> Vec<String> {
    let found = |example: &Example| -> Vec<(String, String)> {
        let before = example.before.as_deref();
        look(&example.line, example.purpose, before, language)
            .into_iter()
            .map(|found| (found.rule.to_string(), example.line[found.range].to_owned()))
            .collect()
    };
    examples
        .into_iter()
        .map(|example| (found(&example), example))
        .filter(|(found, example)| *found != example.wanted)
        .map(|(found, Example { line, wanted, .. })| {
            format!("{line}\n  wanted {wanted:?}\n  found  {found:?}\n")
        })
        .collect()
}

#[test]
fn lines_are_left_alone_or_marked_where_they_could_be_kinder() {
    let examples = examples("lines.txt");
    let guilty = examples.iter().filter(|example| !example.wanted.is_empty());
    let (guilty, all) = (guilty.count(), examples.len());
    assert!(guilty >= 90 && all - guilty >= 120, "{guilty} of {all}");
    assert_eq!(disagreements(examples, Language::English).concat(), "");
}

#[test]
fn german_lines_are_left_alone_or_marked_where_they_could_be_kinder() {
    let examples = examples("lines-de.txt");
    let guilty = examples.iter().filter(|example| !example.wanted.is_empty());
    let (guilty, all) = (guilty.count(), examples.len());
    assert!(guilty >= 60 && all - guilty >= 60, "{guilty} of {all}");
    assert_eq!(disagreements(examples, Language::German).concat(), "");
}

#[test]
fn lines_as_therapists_write_them_are_judged_as_people_would() {
    let examples = examples("voices.txt");
    assert!(examples.len() >= 40);
    assert_eq!(disagreements(examples, Language::English).concat(), "");
}
