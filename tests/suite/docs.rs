//! The pages in docs/: what is generated in them is what the program would generate, and every
//! example in them plays.
//!
//! An example is a block of TOML. One that begins with `softly = 1` is a whole file; one marked
//! `toml step` stands in a step, `toml above` above the steps, and `toml wrong RULE` has that mistake.
//! `SOFTLY_DOCS=write cargo test docs` writes the generated parts anew.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the repository"
)]

use std::path::{Path, PathBuf};

use softly::script::check;
use softly::script::schema::{
    BREATH, CHECK_IN, CONTRACT, CUES, POSITION, SESSION, SOUNDS, STEP, reference,
};

fn page(name: &str) -> (PathBuf, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = std::fs::read_to_string(&path).unwrap();
    (path, text)
}

/// The page with its generated parts made anew.
fn generated(page: &str) -> String {
    let parts = [&SESSION, &STEP, &BREATH, &CUES, &CONTRACT, &CHECK_IN, &SOUNDS, &POSITION];
    let mut page = page.to_owned();
    for part in parts {
        let begin = format!("<!-- names of a {} -->\n", part.noun);
        let end = format!("<!-- end of the names of a {} -->", part.noun);
        let from = page.find(&begin).unwrap_or_else(|| panic!("no {begin}")) + begin.len();
        let to = page.find(&end).unwrap_or_else(|| panic!("no {end}"));
        page.replace_range(from..to, &format!("\n{}\n", reference(part)));
    }
    page
}

#[test]
fn the_reference_has_every_name_as_the_program_knows_it() {
    let (path, text) = page("docs/format.md");
    let wanted = generated(&text);
    if std::env::var_os("SOFTLY_DOCS").is_some_and(|value| value == "write") {
        std::fs::write(path, &wanted).unwrap();
    } else {
        assert!(
            text == wanted,
            "docs/format.md is behind: SOFTLY_DOCS=write cargo test docs"
        );
    }
}

/// The blocks of TOML of a page: what stands behind the opening fence, and the text.
fn examples(page: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find("```toml") {
        let after = &rest[at + "```toml".len()..];
        let (kind, after) = after.split_once('\n').unwrap();
        let (text, after) = after.split_once("```").unwrap();
        examples.push((kind.trim().to_owned(), text.to_owned()));
        rest = after;
    }
    examples
}

#[test]
fn every_example_plays() {
    let mut looked_at = 0;
    for name in ["README.md", "docs/format.md", "docs/writing-sessions.md"] {
        let (_, text) = page(name);
        for (kind, example) in examples(&text) {
            let head = "softly = 1\ntitle = \"An example\"\n";
            let step = "\n[[step]]\nrest = \"10m\"\n";
            let mut words = kind.split(' ');
            let whole = match words.next() {
                Some("step") => format!("{head}holds = true\ngate = \"therapist\"\n[[step]]\n{example}"),
                Some("above") => format!("{head}{example}{step}"),
                _ => example.clone(),
            };
            let rules: Vec<_> = check(&whole, "example").diagnostics.iter().map(|found| found.rule.name()).collect();
            let wanted: Vec<_> = match kind.strip_prefix("wrong ") {
                Some(rules) => rules.split(' ').collect(),
                None => Vec::new(),
            };
            assert_eq!(rules, wanted, "{name}:\n{whole}");
            looked_at += 1;
        }
    }
    assert!(looked_at > 20, "only {looked_at} examples");
}
