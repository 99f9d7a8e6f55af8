//! Files that are mended, side by side with what they are afterwards, byte for byte; and files made
//! to be hard to mend.
//!
//! `name.before.toml` (or `.bin`, if it is not UTF-8) becomes `name.after.toml`. Afterwards there
//! is nothing left to mend, unless the name begins with `half-`.

#![expect(clippy::disallowed_methods, reason = "tests read fixtures")]

mod hostile;

use std::path::{Path, PathBuf};

use hostile::hostile;
use softly::diagnostic::{Diagnostic, Lines};
use softly::script::{check, decode, limits, mend};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/mend")
}

/// The files before mending, with what they have to become.
fn pairs() -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let files = std::fs::read_dir(folder()).expect("fixtures can be read");
    let mut pairs: Vec<_> = files
        .filter_map(|entry| {
            let path = entry.expect("fixtures can be read").path();
            let file = path.file_name()?.to_str()?.to_owned();
            let (name, _) = file.split_once(".before.")?;
            let after = folder().join(format!("{name}.after.toml"));
            let read = |path: &Path| std::fs::read(path).expect("fixtures can be read");
            Some((name.to_owned(), read(&path), read(&after)))
        })
        .collect();
    pairs.sort();
    pairs
}

#[test]
fn a_file_is_mended_byte_for_byte() {
    let pairs = pairs();
    assert!(pairs.len() >= 10);
    for (name, before, after) in pairs {
        let decoded = decode(&before).expect("fixtures can be read");
        let mended = mend(&decoded.text, "fixture");
        let written = decoded.encode(&mended.text);
        assert_eq!(
            String::from_utf8_lossy(&written),
            String::from_utf8_lossy(&after),
            "{name}"
        );
        let checked = &mended.checked;
        let left = !checked.diagnostics.is_empty();
        assert_eq!(left, name.starts_with("half-"), "{name}: {checked:#?}");
        assert_eq!(
            mended.changes.is_empty(),
            mended.text == decoded.text,
            "{name}"
        );
        let again = mend(&mended.text, "fixture");
        assert_eq!(again.changes, [], "{name}");
    }
}

#[test]
fn what_was_changed_is_told_by_the_lines_as_they_were() {
    let text = "```\nsoftly = 1\ntitle = “A”\n\n[[step]]\nrest = “30s”\nsay = \"One\ntwo.\"\n```\n";
    let told: Vec<_> = mend(text, "a")
        .changes
        .into_iter()
        .map(|change| (change.line, change.old, change.new))
        .collect();
    let line = |line, old: &str, new: &str| (line, old.to_owned(), new.to_owned());
    assert_eq!(
        told,
        [
            line(1, "```", ""),
            line(3, "title = “A”", "title = \"A\""),
            line(6, "rest = “30s”", "rest = \"30s\""),
            line(7, "say = \"One two.\"", "say = \"One two.\""),
            line(9, "```", ""),
        ]
    );
}

#[test]
fn a_file_for_a_newer_softly_is_left_alone() {
    let text = "softly = 2\ntitle = “A”\nrest = 30s\n";
    let mended = mend(text, "a");
    assert_eq!((mended.text.as_str(), mended.changes.len()), (text, 0));
}

#[test]
fn whatever_a_file_is_made_of_it_is_mended_or_left_and_never_worse() {
    for (what, text) in hostile() {
        assert!(text.len() <= limits::FILE_BYTES, "{what}");
        // A part of it: the whole is measured in benches/session.rs.
        let mut end = 24_000.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = &text[..end];
        let before = check(text, "hostile");
        let mended = mend(text, "hostile");
        assert_eq!(
            check(&mended.text, "hostile").diagnostics,
            mended.checked.diagnostics
        );
        for found in before.diagnostics.iter().chain(&mended.checked.diagnostics) {
            assert!(found.span.start <= found.span.end, "{what}: {found:?}");
        }
        if let Some(session) = before.session {
            assert_eq!(mended.checked.session, Some(session), "{what}");
        }
        if let Some(programme) = before.programme {
            assert_eq!(mended.checked.programme, Some(programme), "{what}");
        }
        let lines = Lines::new(text).count();
        assert!(
            mended.changes.iter().all(|change| change.line <= lines),
            "{what}"
        );
    }
}

#[test]
fn the_whole_of_the_worst_is_checked() {
    for (what, text) in hostile() {
        let checked = check(&text, "hostile");
        assert!(checked.diagnostics.len() <= limits::FINDINGS, "{what}");
        let errors = checked.diagnostics.iter().any(Diagnostic::is_error);
        assert_eq!(!checked.is_usable(), errors, "{what}");
        for found in &checked.diagnostics {
            assert!(text.get(found.span.clone()).is_some(), "{what}: {found:?}");
        }
    }
}
