//! Where a track goes: the file that was named, or one in the folder that was named.

use std::path::{Path, PathBuf};

use super::track::Failed;
use crate::shell::export::Format;
use crate::shell::save::folder_of;
use crate::text::show;
use crate::words::Words;

/// A name of a file may have so many letters here; every disk takes them.
const MOST_LETTERS: usize = 60;

/// A file, and what it is written as.
pub(super) struct Place {
    pub(super) path: PathBuf,
    pub(super) format: Format,
}

/// Where a track goes that is called by a title, unless something stands in the way.
pub(super) fn place(
    named: &Path,
    title: &str,
    force: bool,
    words: &Words,
) -> Result<Place, Failed> {
    let path = if named.is_dir() {
        let usual = Format::Mp3.ending();
        named.join(format!("{}.{usual}", as_a_name(title)))
    } else {
        named.to_owned()
    };
    let format = format(&path, words).map_err(Failed::because)?;
    free(&path, force, words).map_err(Failed::because)?;
    Ok(Place { path, format })
}

fn format(path: &Path, words: &Words) -> Result<Format, String> {
    let Some(ending) = path.extension() else {
        return Err((words.export.no_ending)(&path.to_string_lossy()));
    };
    Format::of_ending(ending)
        .ok_or_else(|| (words.export.other_ending)(&show(&ending.to_string_lossy())))
}

/// Whether the file can be written there.
fn free(path: &Path, force: bool, words: &Words) -> Result<(), String> {
    let name = path.to_string_lossy();
    if let Ok(there) = path.metadata() {
        if !there.is_file() {
            return Err((words.export.not_a_file)(&name));
        }
        if !force {
            return Err((words.export.is_there)(&name));
        }
    }
    let folder = folder_of(path);
    if folder.is_dir() {
        Ok(())
    } else {
        Err((words.export.no_folder)(&folder.to_string_lossy()))
    }
}

/// A title as the name of a file that every system takes.
fn as_a_name(title: &str) -> String {
    let plain = |letter: char| {
        if letter.is_alphanumeric() || " -,()'".contains(letter) {
            letter
        } else {
            ' '
        }
    };
    let letters: String = title.chars().map(plain).collect();
    let words: Vec<&str> = letters.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(MOST_LETTERS).collect();
    let name = name.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != ')');
    if name.is_empty() {
        "softly".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_disk_takes() {
        let table = [
            ("Legs Resting", "Legs Resting"),
            ("Knees to Chest, Supported", "Knees to Chest, Supported"),
            ("Fünf ruhige Minuten (kurz)", "Fünf ruhige Minuten (kurz)"),
            ("../../etc/passwd", "etc passwd"),
            ("a/b\\c:d*e?f", "a b c d e f"),
            (".hidden", "hidden"),
            ("…", "softly"),
            ("", "softly"),
        ];
        for (title, name) in table {
            assert_eq!(as_a_name(title), name);
        }
        assert_eq!(as_a_name(&"x".repeat(80)).len(), MOST_LETTERS);
    }
}
