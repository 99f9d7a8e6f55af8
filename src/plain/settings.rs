//! What there is to set, in lines: each setting with a number and what is chosen, then the choices
//! of one.

use crate::app::{App, AtSettings, SettingGroup, SettingRow, Sheet, Wish};
use crate::pages::sentence;
use crate::settings::{Chosen, Setting};
use crate::wording::Wording;
use crate::words::{Told, Words};

/// The words for the pelvic region there are.
const WORDINGS: [Wording; 2] = [Wording::Neutral, Wording::Anatomical];

/// All settings of a group, one a line, and how to change one.
pub(super) fn settings(app: &App, group: SettingGroup) -> Vec<String> {
    let words = app.words;
    let heading = match group {
        SettingGroup::All => words.settings.heading,
        SettingGroup::ByEar => words.sounds.all.0,
    };
    let mut lines = vec![format!("{heading}:")];
    for (index, row) in group.rows().enumerate() {
        let ((name, about), (chosen, _)) = (called(words, row), chosen(app, row));
        lines.push(match row {
            SettingRow::ByEar => format!("{}. {name}. {about}", index + 1),
            _ => format!("{}. {name}: {chosen}.", index + 1),
        });
    }
    lines.push(words.aloud.how_to_set.to_owned());
    let kept = if app.keeps && !app.private {
        words.settings.kept
    } else {
        words.settings.kept_for_now
    };
    lines.extend(kept.first().map(|line| (*line).to_owned()));
    lines
}

/// What the chosen row is called.
pub(super) fn name(words: &Words, settings: &AtSettings) -> Option<&'static str> {
    Some(called(words, settings.row()?).0)
}

/// The chosen setting: what it is, what is chosen, and what else there is.
pub(super) fn setting(app: &App) -> Vec<String> {
    let words = app.words;
    let Some(Sheet::Settings(settings)) = app.screen.sheet() else {
        return Vec::new();
    };
    let Some(row) = settings.row() else {
        return Vec::new();
    };
    let ((name, about), (label, does)) = (called(words, row), chosen(app, row));
    if row == SettingRow::ByEar {
        return vec![format!("{name}. {about}")];
    }
    let mut lines = vec![format!("{name}: {label}. {does}"), sentence(about)];
    if let SettingRow::Of(setting) = row
        && setting.is_scale()
    {
        lines.push(words.sounds.ends.to_owned());
        return lines;
    }
    let others = choices(words, row).filter(|(other, _)| *other != label);
    lines.extend(others.map(|(other, does)| words.said(|aloud, out| (aloud.or)(out, other, does))));
    lines
}

/// What was set, and what that does.
pub(super) fn told(words: &Words, chosen: Chosen) -> String {
    let ((name, _), (label, does)) = (words.setting(chosen.setting()), words.choice(chosen));
    format!("{name}: {label}. {does}")
}

/// Which words were chosen for the pelvic region.
pub(super) fn told_words(words: &Words, wording: Wording) -> String {
    let ((name, _), (label, does)) = (words.settings.wording, (words.settings.words)(wording));
    format!("{name}: {label}. {does}")
}

/// What somebody asks for who types a setting and a choice, as the screen calls them or as the
/// command line does.
pub(super) fn wish(words: &Words, typed: &str) -> Option<Wish> {
    let (name, choice) = typed.split_once(char::is_whitespace)?;
    let choice = choice.trim();
    let is = |label: &str, typed: &str| label.to_lowercase() == typed;
    if is(words.settings.wording.0, name) {
        let mut all = WORDINGS.into_iter();
        let wording = all.find(|wording| is((words.settings.words)(*wording).0, choice));
        return wording.map(Wish::Words);
    }
    let mut settings = Setting::ALL.into_iter();
    let setting =
        settings.find(|setting| is(setting.name(), name) || is(words.setting(*setting).0, name))?;
    let mut choices = setting.choices().into_iter();
    let chosen =
        choices.find(|chosen| is(&chosen.name(), choice) || is(words.choice(*chosen).0, choice));
    chosen.map(Wish::Setting)
}

/// The number of the row with a name, counted from zero.
pub(super) fn row_called(words: &Words, group: SettingGroup, typed: &str) -> Option<usize> {
    let mut rows = group.rows();
    rows.position(|row| called(words, row).0.to_lowercase() == typed)
}

fn called(words: &Words, row: SettingRow) -> Told {
    match row {
        SettingRow::Of(setting) => words.setting(setting),
        SettingRow::ByEar => words.sounds.all,
        SettingRow::Wording => words.settings.wording,
    }
}

fn chosen(app: &App, row: SettingRow) -> Told {
    match row {
        SettingRow::Of(setting) => app.words.choice(app.settings.chosen(setting)),
        SettingRow::ByEar => ("", ""),
        SettingRow::Wording => (app.words.settings.words)(app.wording),
    }
}

fn choices(words: &Words, row: SettingRow) -> impl Iterator<Item = Told> {
    let all: Vec<Told> = match row {
        SettingRow::Of(setting) => {
            let choices = setting.choices().into_iter();
            choices.map(|chosen| words.choice(chosen)).collect()
        }
        SettingRow::ByEar => Vec::new(),
        SettingRow::Wording => WORDINGS.map(words.settings.words).into(),
    };
    all.into_iter()
}
