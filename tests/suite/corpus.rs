//! What fuzzing looks for, held by every run of the tests: over the sessions, the fixtures and what
//! was once found; and that the fuzzer's dictionary has every name of the format.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read fixtures"
)]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use softly::script::schema::{Kind, PARTS};
use softly::session::Shape;

#[path = "../../fuzz/properties.rs"]
mod properties;

#[cfg(feature = "sound")]
#[path = "../../fuzz/sounds.rs"]
mod sounds;

#[cfg(feature = "sound")]
#[test]
fn every_sound_there_is_holds_what_fuzzing_looks_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut looked_at = 0;
    for folder in ["tests/fixtures/sounds", "fuzz/found/sounds"] {
        for entry in std::fs::read_dir(root.join(folder)).into_iter().flatten() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            sounds::hold(&bytes);
            looked_at += 1;
        }
    }
    assert!(looked_at > 9, "only {looked_at} files");
}

#[test]
fn every_file_there_is_holds_what_fuzzing_looks_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<PathBuf> = ["sessions", "tests/fixtures", "fuzz/found"]
        .map(|folder| root.join(folder))
        .into();
    let mut looked_at = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                properties::hold(&std::fs::read(path).unwrap());
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 100, "only {looked_at} files");
}

/// What a fuzzer would need long to find by itself.
const MARKS: [&str; 33] = [
    "[[step]]",
    "[[week]]",
    "[[week.invite]]",
    "softly-programme = 1",
    "[[own-position]]",
    "[check-in]",
    "[step.cues]",
    "[step.at]",
    "[[step.steps]]",
    "{side}",
    "{part}",
    "{n}",
    "{of}",
    " = ",
    " = true",
    " = \"",
    "\"\"",
    "\"30s\"",
    "\"-5s\"",
    "\"3m\"",
    "\"1:30\"",
    "4,5",
    "= 4.5",
    "nan",
    "inf",
    "1e400",
    "softly = 1",
    "title = \"T\"",
    "\u{201c}",
    "\u{201d}",
    "\u{a0}",
    "\u{feff}",
    "```toml",
];

fn dictionary() -> String {
    let mut words: Vec<String> = MARKS.map(str::to_owned).into();
    for part in PARTS {
        for key in part.keys {
            words.push(key.name.to_owned());
            words.push(format!("{} = {}", key.name, key.example));
            if let Kind::Choice(choices)
            | Kind::Several(choices)
            | Kind::Sound(choices)
            | Kind::Sides(choices) = key.kind
            {
                words.extend(choices.iter().map(|choice| format!("\"{choice}\"")));
            }
        }
    }
    words.extend(Shape::ALL.map(|shape| format!("\"{} 12,36 40,20\"", shape.word())));
    words.sort();
    words.dedup();
    let mut page = String::new();
    for word in words {
        page.push('"');
        for byte in word.bytes() {
            match byte {
                b'"' | b'\\' => {
                    page.push('\\');
                    page.push(char::from(byte));
                }
                b' '..=b'~' => page.push(char::from(byte)),
                _ => write!(page, "\\x{byte:02X}").unwrap(),
            }
        }
        page.push_str("\"\n");
    }
    page
}

#[test]
fn the_dictionary_of_the_fuzzer_has_every_name() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/softly.dict");
    if std::env::var_os("SOFTLY_DOCS").is_some_and(|value| value == "write") {
        std::fs::write(&path, dictionary()).unwrap();
    }
    let there = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        there == dictionary(),
        "fuzz/softly.dict is behind: SOFTLY_DOCS=write cargo test dictionary"
    );
}
