//! Tables in Markdown, for the reference in `docs/format.md`: names, limits, positions.

use std::fmt::Write;

use super::{Key, Kind, Part};
use crate::language::Language;
use crate::script::Positions;
use crate::script::limits::{self, LONGEST_PHASE, SHORTEST_PHASE};

/// The names of a part, as a table in Markdown.
pub fn reference(part: &Part) -> String {
    let mut table = String::from("| name | what stands there | meaning |\n|---|---|---|\n");
    for key in part.keys {
        let needed = if key.needed { " (needed)" } else { "" };
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| `{}`{needed} | {}; {} | {}{} |",
            key.name,
            cell(&what_stands_there(&key.kind)),
            cell(&written(key)),
            cell(key.about),
            cell(&goes_with(key)),
        );
    }
    table
}

/// The limits, as a table in Markdown.
pub fn limits_table() -> String {
    let mut table = String::from("| what | how much |\n|---|---|\n");
    for (what, most) in limits::table() {
        let _ = writeln!(table, "| {what} | {most} |");
    }
    table
}

/// The positions that softly comes with, as a table in Markdown.
pub fn positions_table() -> String {
    let mut table = String::from("| name | what it is | lighter |\n|---|---|---|\n");
    let known = Positions::built_in(Language::English);
    for position in known.names().filter_map(|name| known.get(name)) {
        let lighter = position.lighter.as_deref().unwrap_or_default();
        let _ = writeln!(
            table,
            "| `{}` | {} | {} |",
            position.id,
            cell(&position.title),
            cell(lighter)
        );
    }
    table
}

/// Text that stays in its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn written(key: &Key) -> String {
    match key.kind {
        Kind::Many(_) if key.example.starts_with("[[") => format!("`{}`", key.example),
        _ => format!("`{} = {}`", key.name, key.example),
    }
}

fn goes_with(key: &Key) -> String {
    match key.with {
        [] => String::new(),
        // A list of nearly everything says nothing.
        many if many.len() > 3 => String::new(),
        few => {
            let few: Vec<_> = few.iter().map(|action| format!("`{action}`")).collect();
            format!(" Goes with {}.", few.join(", "))
        }
    }
}

/// What can stand after a name, in words.
pub(super) fn what_stands_there(kind: &Kind) -> String {
    let words = |words: &[&str]| {
        let words: Vec<_> = words.iter().map(|word| format!("`\"{word}\"`")).collect();
        words.join(", ")
    };
    match kind {
        Kind::Number(least, most) if least == most => format!("the number {least}"),
        Kind::Number(least, most) => format!("a whole number from {least} to {most}"),
        Kind::Often(least, most) => {
            format!("a whole number from {least} to {most}, or two of them as `\"2-3\"`")
        }
        Kind::Flag => "`true` or `false`".into(),
        Kind::Title => "a short text".into(),
        Kind::Text => "a text".into(),
        Kind::Words => "a text, which may be empty".into(),
        Kind::Texts => "a text, or a list of texts".into(),
        Kind::Lines => "a text, or a list of texts, any of which may be empty".into(),
        Kind::Timed => "texts, each after its time".into(),
        Kind::Reworded => "texts, each after the one it stands for".into(),
        Kind::Recorded => "sound files, each after the words that it is a recording of".into(),
        Kind::Time => "a length of time".into(),
        Kind::Phase => format!(
            "seconds, from {} to {}",
            SHORTEST_PHASE.as_seconds_f64(),
            LONGEST_PHASE.as_seconds_f64()
        ),
        Kind::Date => "a day".into(),
        Kind::Language => "the code of a language".into(),
        Kind::Drawing => "the lines of a drawing, each a text".into(),
        Kind::Choice(choices) => format!("one of {}", words(choices)),
        Kind::Several(choices) => format!("one of {}, or a list of them", words(choices)),
        Kind::Sound(choices) => format!("{}, or a sound file", words(choices)),
        Kind::File => "a sound file beside this one".into(),
        Kind::Sides(choices) => format!("{}, or a list of two texts", words(choices)),
        Kind::Many(part) if part.noun == "invitation" => {
            "a list of invitations, each in curly brackets".into()
        }
        Kind::One(part) => format!("a {} in curly brackets", part.noun),
        Kind::Many(part) => format!("one or more {}s", part.noun),
    }
}
