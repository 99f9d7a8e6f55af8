//! Rules about the files of this repository, as tests.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests read the repository"
)]

use std::path::{Path, PathBuf};

use softly::app::{Place, bindings};
use softly::diagnostic::Rule;
use softly::words::ENGLISH;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is built or private, and not part of the repository.
const LEFT_OUT: [&str; 3] = ["target", ".git", "corpus"];

/// Every file below a folder whose name ends in one of these, with its text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !LEFT_OUT.contains(&name.as_str()) {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = std::fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(root()).unwrap();
                found.push((path.to_string_lossy().into_owned(), text));
            }
        }
    }
    found.sort();
    found
}

fn read(name: &str) -> Option<String> {
    std::fs::read_to_string(root().join(name)).ok()
}

#[test]
fn every_source_file_says_what_it_is_for_and_is_short() {
    let files = files("", &[".rs"]);
    assert!(files.len() > 100);
    for (name, text) in files {
        assert!(text.starts_with("//! "), "{name} opens without //!");
        let lines = text.lines().count();
        assert!(lines <= 500, "{name} has {lines} lines");
    }
}

#[test]
fn lints_are_expected_with_a_reason_and_never_switched_off() {
    // src/shell.rs is the one door in the fence around clock, files, environment and devices.
    for (name, text) in files("src", &[".rs"]) {
        let off = text.contains("#[allow(") || text.contains("#![allow(");
        assert!(!off || name == "src/shell.rs", "{name}");
    }
}

#[test]
fn every_sound_is_credited() {
    let credits = read("sounds/CREDITS.md").unwrap();
    for entry in std::fs::read_dir(root().join("sounds")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(
            name == "CREDITS.md" || credits.contains(&name),
            "nobody is credited for {name}"
        );
    }
}

#[test]
fn the_readme_has_every_key() {
    let Some(readme) = read("README.md") else {
        return;
    };
    let readme = readme.to_lowercase();
    for key in Place::ALL
        .into_iter()
        .flat_map(bindings)
        .flat_map(|binding| binding.keys)
    {
        let names = [true, false].map(|unicode| ENGLISH.keys.name(*key, unicode));
        let written = names.iter().any(|name| {
            let quoted = [format!("`{name}`"), format!("<kbd>{name}</kbd>")];
            quoted.iter().any(|quoted| readme.contains(quoted))
        });
        assert!(written, "README.md does not have the key {names:?}");
    }
}

#[test]
fn every_rule_says_what_it_is_about() {
    for rule in Rule::ALL {
        let about = rule.about();
        assert!(about.ends_with('.'), "{rule}: {about}");
        assert!(about.split_whitespace().count() >= 4, "{rule}: {about}");
    }
}

#[test]
fn changes_are_written_down() {
    let log = read("CHANGELOG.md").unwrap();
    assert!(log.contains("## Unreleased"));
}

#[test]
fn no_file_names_a_folder_of_one_machine() {
    let homes = ["home", "Users", "root", "work"].map(|folder| format!("/{folder}/"));
    let endings = [".rs", ".toml", ".md", ".snap", ".yml", "run"];
    for (name, text) in files("", &endings) {
        for home in &homes {
            // A web address or a longer path may have such a folder in the middle.
            let alone = text.match_indices(home.as_str()).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                before.is_none_or(|c| c.is_whitespace() || "\"'`(=".contains(c))
            });
            assert!(!alone, "{name} has {home}");
        }
    }
}
