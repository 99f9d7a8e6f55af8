//! Session files with one mistake or one rough word each, and what is said about it, side by side.
//!
//! The first lines of a file in `fixtures/invalid` and `fixtures/advice` say what is expected:
//! `# expect: rule line:column words that are part of the message, the label or the help`.

#![expect(clippy::disallowed_methods, reason = "tests read fixtures")]

use std::collections::BTreeSet;
use std::path::Path;

use softly::advice::check_with_advice;
use softly::diagnostic::{Diagnostic, Format, Lines, Look, Rule, Severity, Source, render};
use softly::script::{Decoded, check, decode};
use softly::text::Clean;

/// Rules about files beside a session. They depend on what is on the disk, so that a session alone
/// cannot show them; `softly::shell::sounds_beside` has tests of its own.
const NOT_IN_A_SESSION_ALONE: [Rule; 3] = [Rule::MissingFile, Rule::UnfitFile, Rule::RoughSound];

/// Every session in a folder of fixtures, with its name. Those that are not UTF-8 end in .bin.
fn files(folder: &str) -> Vec<(String, Decoded)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("fixtures can be read")
        .map(|entry| entry.expect("fixtures can be read").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "toml" || ending == "bin")
        })
        .map(|path| {
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

/// Compares what is found in a file with what its first lines say.
fn assert_as_expected(name: &str, text: &str, found: &[Diagnostic]) {
    let expected: Vec<_> = text
        .lines()
        .map_while(|line| line.strip_prefix("# expect: "))
        .collect();
    let lines = Lines::new(text);
    assert_eq!(found.len(), expected.len(), "{name}: {found:#?}");
    for (expected, found) in expected.iter().zip(found) {
        let place = lines.place(found.span.start);
        let place = format!("{} {}:{}", found.rule, place.line, place.column);
        let said = said(found);
        let words = expected.strip_prefix(place.as_str());
        let words = words
            .unwrap_or_else(|| panic!("{name}: {place} {said}"))
            .trim();
        assert!(said.contains(words), "{name}: {words:?} is not in {said:?}");
    }
}

#[test]
fn each_mistake_is_found_once_where_it_is_and_explained() {
    for (name, file) in files("invalid") {
        let checked = file.check("fixture");
        assert_as_expected(&name, &file.text, &checked.diagnostics);
        let errors = checked.diagnostics.iter().any(Diagnostic::is_error);
        assert_eq!(!checked.is_usable(), errors, "{name}");
    }
}

#[test]
fn each_rough_word_is_found_once_where_it_is_and_explained() {
    for (name, file) in files("advice") {
        let advised = check_with_advice(&file.text, "fixture");
        assert_eq!(advised.checked.diagnostics, [], "{name}");
        assert_as_expected(&name, &file.text, &advised.advice);
        let severities = advised.advice.iter().map(|found| found.severity);
        assert!(
            severities.into_iter().all(|s| s == Severity::Advice),
            "{name}"
        );
    }
}

#[test]
fn what_is_kind_already_is_left_alone() {
    for (name, file) in files("advice/ok") {
        let advised = check_with_advice(&file.text, "fixture");
        assert_eq!(advised.checked.diagnostics, [], "{name}");
        assert_eq!(advised.advice, [], "{name}");
    }
}

/// Everything that is found in the fixtures: the name of the file, its text, and what is said.
fn all_found() -> Vec<(String, String, Vec<Diagnostic>)> {
    ["invalid", "advice"]
        .into_iter()
        .flat_map(files)
        .map(|(name, file)| {
            let found = [
                file.check("fixture").diagnostics,
                check_with_advice(&file.text, "fixture").advice,
            ];
            (name, file.text, found.concat())
        })
        .collect()
}

#[test]
fn every_rule_has_a_fixture() {
    let files = [files("invalid"), files("advice")];
    let shown: BTreeSet<_> = files
        .iter()
        .flatten()
        .filter_map(|(_, file)| file.text.strip_prefix("# expect: ")?.split(' ').next())
        .collect();
    let missing: Vec<_> = Rule::ALL
        .iter()
        .filter(|rule| !shown.contains(rule.name()) && !NOT_IN_A_SESSION_ALONE.contains(rule))
        .collect();
    assert!(missing.is_empty(), "no fixture for {missing:?}");
}

#[test]
fn what_is_fine_is_not_complained_about() {
    for (name, file) in files("valid") {
        let checked = file.check("fixture");
        assert_eq!(checked.diagnostics, [], "{name}");
        assert!(checked.is_usable(), "{name}");
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
    for (name, _, all) in all_found() {
        for found in all {
            let said = said(&found);
            // A key that is pressed is what people call it; a name in a file is not.
            let plain = said.to_lowercase().replace("a key is pressed", "");
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
    for (name, text, found) in all_found() {
        let source = Source {
            name: &name,
            text: &text,
        };
        for unicode in [true, false] {
            let look = Look {
                unicode,
                width: 80,
                ..Look::default()
            };
            for format in [
                Format::Human(look),
                Format::Plain,
                Format::Short,
                Format::Json,
            ] {
                let page = render(format, source, &found);
                for line in page.lines() {
                    assert!(Clean::check(line).is_ok(), "{name}: {line:?}");
                }
            }
        }
    }
}
