//! Session files with one mistake each, and what is said about it, side by side.
//!
//! The first lines of a file in `fixtures/invalid` say what is expected:
//! `# expect: rule line:column words that are part of the message, the label or the help`.

#![expect(clippy::disallowed_methods, reason = "tests read fixtures")]

use std::collections::BTreeSet;
use std::path::Path;

use softly::diagnostic::{Diagnostic, Format, Lines, Look, Rule, Source, render};
use softly::script::{Decoded, check, decode};
use softly::text::Clean;

/// Rules about files beside a session. They depend on what is on the disk, so that a session alone
/// cannot show them; `softly::shell::sounds_beside` has tests of its own.
const NOT_IN_A_SESSION_ALONE: [Rule; 2] = [Rule::MissingFile, Rule::UnfitFile];

/// Every file in a folder of fixtures, with its name. Those that are not UTF-8 end in .bin.
fn files(folder: &str) -> Vec<(String, Decoded)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("fixtures can be read")
        .map(|entry| {
            let path = entry.expect("fixtures can be read").path();
            let name = path
                .file_name()
                .expect("fixtures can be read")
                .to_string_lossy()
                .into_owned();
            let bytes = std::fs::read(path).expect("fixtures can be read");
            (name, decode(&bytes).expect("fixtures can be read"))
        })
        .collect();
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    files
}

fn said(found: &Diagnostic) -> String {
    let help = found.help.join(" ");
    format!("{} | {} | {help}", found.message, found.label)
}

#[test]
fn each_mistake_is_found_once_where_it_is_and_explained() {
    for (name, file) in files("invalid") {
        let text = &file.text;
        let expected: Vec<_> = text
            .lines()
            .map_while(|line| line.strip_prefix("# expect: "))
            .collect();
        let lines = Lines::new(text);
        let checked = file.check("fixture");
        let found: Vec<_> = checked
            .diagnostics
            .iter()
            .map(|found| {
                let place = lines.place(found.span.start);
                (
                    format!("{} {}:{}", found.rule, place.line, place.column),
                    said(found),
                )
            })
            .collect();
        assert_eq!(found.len(), expected.len(), "{name}: {found:#?}");
        for (expected, (place, said)) in expected.iter().zip(&found) {
            let words = expected.strip_prefix(place.as_str());
            let words = words
                .unwrap_or_else(|| panic!("{name}: {place} {said}"))
                .trim();
            assert!(said.contains(words), "{name}: {words:?} is not in {said:?}");
        }
        let errors = checked.diagnostics.iter().any(Diagnostic::is_error);
        assert_eq!(checked.session.is_none(), errors, "{name}");
    }
}

#[test]
fn every_rule_has_a_fixture() {
    let files = files("invalid");
    let shown: BTreeSet<_> = files
        .iter()
        .filter_map(|(_, file)| file.text.strip_prefix("# expect: ")?.split(' ').next())
        .collect();
    let rules = Rule::ALL
        .iter()
        .filter(|rule| !NOT_IN_A_SESSION_ALONE.contains(rule));
    for rule in rules {
        assert!(shown.contains(rule.name()), "no fixture for {rule}");
    }
}

#[test]
fn what_is_fine_is_not_complained_about() {
    for (name, file) in files("valid") {
        let checked = file.check("fixture");
        assert_eq!(checked.diagnostics, [], "{name}");
        assert!(checked.session.is_some(), "{name}");
    }
}

#[test]
fn an_offered_change_mends_what_it_belongs_to() {
    for (name, file) in files("invalid") {
        let found = file.check("fixture").diagnostics;
        // Where there is more than one finding, the others stay.
        let others = found.len() - 1;
        for found in found {
            let Some(fix) = found.fix else { continue };
            let mut mended = file.text.clone();
            mended.replace_range(fix.span.clone(), &fix.replacement);
            let again = check(&mended, "fixture");
            assert_eq!(again.diagnostics.len(), others, "{name}: {mended}");
        }
    }
}

#[test]
fn findings_are_worded_for_people_who_do_not_program() {
    let words = [
        "string",
        "literal",
        "parse",
        "token",
        "syntax",
        "integer",
        "float",
        "boolean",
        "array",
        "table",
        "invalid",
        "expected",
        "unexpected",
        "TOML",
        "key",
        "null",
        "char",
        "value type",
    ];
    for (name, file) in files("invalid") {
        for found in file.check("fixture").diagnostics {
            let said = said(&found);
            let plain = said.to_lowercase();
            let spoken: Vec<_> = plain.split(|c: char| !c.is_alphabetic()).collect();
            for word in words {
                assert!(!spoken.contains(&word), "{name}: {word:?} in {said:?}");
            }
            assert!(!found.label.is_empty(), "{name}: no label");
            assert!(!found.message.ends_with('.'), "{name}: {}", found.message);
            for help in &found.help {
                let example = help.starts_with("For example: ");
                assert!(example || help.ends_with('.'), "{name}: {help}");
            }
        }
    }
}

#[test]
fn every_finding_can_be_drawn_without_a_stray_character() {
    for (name, file) in files("invalid") {
        let checked = file.check("fixture");
        let source = Source {
            name: &name,
            text: &file.text,
        };
        for unicode in [true, false] {
            let look = Look {
                unicode,
                width: 80,
                ..Look::default()
            };
            for format in [Format::Human(look), Format::Short, Format::Json] {
                let page = render(format, source, &checked.diagnostics);
                for line in page.lines() {
                    assert!(Clean::check(line).is_ok(), "{name}: {line:?}");
                }
            }
        }
    }
}
