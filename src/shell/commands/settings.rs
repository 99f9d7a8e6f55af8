//! `softly settings`: what is set for every session, as text, and setting it.
//!
//! For whoever has no screen to set it on, and for scripts. It goes through the same table as the
//! screen.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use crate::app::{SettingGroup, SettingRow};
use crate::cli::{ScreenOptions, SettingsOptions};
use crate::diagnostic::quoted;
use crate::kept::Kept;
use crate::nearest::nearest;
use crate::settings::{Chosen, Setting};
use crate::shell::exit::Exit;
use crate::shell::{keep, out};
use crate::wording::Wording;
use crate::words::{Told, Words};

/// The name that the words for the pelvic region have here.
const WORDS: &str = "words";

/// Says what is set, or sets something.
pub(super) fn settings(
    screen: &ScreenOptions,
    words: &Words,
    asked: &SettingsOptions,
) -> io::Result<Exit> {
    let mut kept = keep::read();
    let rows = match &asked.setting {
        None => all(words, &kept),
        Some(name) => match all(words, &kept).into_iter().find(|row| row.name == *name) {
            Some(row) => vec![row],
            None => return Ok(no_setting(name)),
        },
    };
    if let (Some(wanted), [row]) = (&asked.choice, &rows[..]) {
        let Some(choice) = row.choices.iter().find(|choice| choice.is_called(wanted)) else {
            return Ok(no_choice(row, wanted));
        };
        return keep_choice(screen, words, &mut kept, row, choice);
    }
    if asked.json {
        out::line(&serde_json::to_string_pretty(&rows)?)?;
        return Ok(Exit::Fine);
    }
    let mut text = String::new();
    for row in &rows {
        row.write(&mut text);
    }
    text.push_str(words.commands.kept.how_to_set);
    text.push('\n');
    out::print(&text)?;
    Ok(Exit::Fine)
}

/// Keeps a choice, unless nothing may be written.
fn keep_choice(
    screen: &ScreenOptions,
    words: &Words,
    kept: &mut Kept,
    row: &Row,
    choice: &Choice,
) -> io::Result<Exit> {
    if screen.writes_nothing() {
        out::complain(words.commands.kept.words_stay);
        return Ok(Exit::CouldNot);
    }
    match choice.what {
        What::Chosen(chosen) => kept.set(chosen),
        What::Wording(wording) => kept.wording = wording,
    }
    if let Err(error) = keep::write(kept) {
        out::complain(&(words.commands.kept.not_kept)(&error.to_string()));
        return Ok(Exit::CouldNot);
    }
    out::line(&format!("{}: {}. {}", row.name, choice.name, choice.does))?;
    Ok(Exit::Fine)
}

/// A setting, as it is printed.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    about: &'static str,
    chosen: String,
    /// Where its choices are steps of a scale: what its ends are.
    #[serde(skip)]
    ends: Option<&'static str>,
    choices: Vec<Choice>,
}

/// One of its choices. The first is what holds until somebody chooses.
#[derive(Serialize)]
struct Choice {
    name: String,
    does: &'static str,
    /// What the screen calls it.
    #[serde(skip)]
    label: &'static str,
    #[serde(skip)]
    what: What,
}

/// What is chosen with it.
#[derive(Clone, Copy)]
enum What {
    Chosen(Chosen),
    Wording(Wording),
}

impl Choice {
    fn new(what: What, name: String, (label, does): Told) -> Self {
        Self {
            name,
            does,
            label,
            what,
        }
    }

    fn is_called(&self, typed: &str) -> bool {
        [&*self.name, self.label].contains(&typed)
    }
}

impl Row {
    /// The setting and what is chosen, then its choices, one below the other.
    fn write(&self, text: &mut String) {
        let widest = self
            .choices
            .iter()
            .map(|choice| choice.name.chars().count());
        let widest = widest.max().unwrap_or(0);
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}: {}. {}", self.name, self.chosen, self.about);
        if let Some(ends) = self.ends {
            let _ = writeln!(text, "  {ends}");
            text.push('\n');
            return;
        }
        for Choice { name, does, .. } in &self.choices {
            let _ = writeln!(text, "  {name:<widest$}  {does}");
        }
        text.push('\n');
    }
}

/// Everything that is set, in the order of the screen; what is heard comes last.
fn rows() -> impl Iterator<Item = SettingRow> {
    let groups = [SettingGroup::All, SettingGroup::ByEar].into_iter();
    groups.flat_map(SettingGroup::rows)
}

fn all(words: &Words, kept: &Kept) -> Vec<Row> {
    let row = |row| match row {
        SettingRow::Of(setting) => Some(of(words, kept, setting)),
        SettingRow::ByEar => None,
        SettingRow::Wording => Some(wording(words, kept)),
    };
    rows().filter_map(row).collect()
}

fn of(words: &Words, kept: &Kept, setting: Setting) -> Row {
    let choice = |chosen: Chosen| {
        let told = words.choice(chosen);
        Choice::new(What::Chosen(chosen), chosen.name(), told)
    };
    Row {
        name: setting.name(),
        about: words.setting(setting).1,
        chosen: kept.settings.chosen(setting).name(),
        ends: setting.is_scale().then_some(words.sounds.ends),
        choices: setting.choices().into_iter().map(choice).collect(),
    }
}

fn wording(words: &Words, kept: &Kept) -> Row {
    let name = |wording| match wording {
        Wording::Neutral => "neutral",
        Wording::Anatomical => "anatomical",
    };
    let choice = |wording| {
        let told = (words.settings.words)(wording);
        Choice::new(What::Wording(wording), name(wording).to_owned(), told)
    };
    Row {
        name: WORDS,
        about: words.settings.wording.1,
        chosen: name(kept.wording).to_owned(),
        ends: None,
        choices: [Wording::Neutral, Wording::Anatomical].map(choice).into(),
    }
}

fn no_setting(typed: &str) -> Exit {
    let names = rows().filter_map(|row| match row {
        SettingRow::Of(setting) => Some(setting.name()),
        SettingRow::ByEar => None,
        SettingRow::Wording => Some(WORDS),
    });
    let names: Vec<&str> = names.collect();
    complain_about(typed, "setting", &names);
    Exit::CouldNot
}

fn no_choice(row: &Row, typed: &str) -> Exit {
    let names: Vec<&str> = row.choices.iter().map(|choice| &*choice.name).collect();
    complain_about(typed, &format!("choice of {}", row.name), &names);
    Exit::CouldNot
}

fn complain_about(typed: &str, what: &str, names: &[&str]) {
    let near = nearest(typed, names.iter().map(|name| (*name, *name, *name)));
    let near = near.map_or_else(String::new, |near| format!(" Did you mean {near}?"));
    out::complain(&format!(
        "there is no {what} called \"{}\".{near} There are: {}.",
        quoted(typed),
        names.join(", ")
    ));
}
