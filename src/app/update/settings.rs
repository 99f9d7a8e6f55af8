//! What is set: seen and heard at once, and kept at once.

use crate::app::keymap::Action;
use crate::app::{App, AtSettings, Cursor, Over, Screen, SettingGroup, SettingRow, Sheet};

/// What a key does on the settings.
pub(super) fn act(app: &mut App, action: Action) {
    let Some(row) = chosen_row(app) else {
        return;
    };
    match (action, row) {
        (Action::NextChoice | Action::PreviousChoice, SettingRow::Wording) => other_words(app),
        (Action::NextChoice, SettingRow::ByEar) => turn_to(app, SettingGroup::ByEar, 0),
        (Action::NextChoice, SettingRow::Of(setting)) => {
            app.set(app.settings.next(setting, true));
        }
        (Action::PreviousChoice, SettingRow::Of(setting)) => {
            app.set(app.settings.next(setting, false));
        }
        _ => super::step(app, action),
    }
}

/// Goes back from what is heard to everything that is set. Answers whether there was a way back.
pub(super) fn back(app: &mut App) -> bool {
    let is_by_ear = matches!(
        app.screen.sheet(),
        Some(Sheet::Settings(AtSettings {
            group: SettingGroup::ByEar,
            ..
        }))
    );
    if is_by_ear {
        turn_to(app, SettingGroup::All, SettingGroup::row_by_ear());
    }
    is_by_ear
}

fn turn_to(app: &mut App, group: SettingGroup, chosen: usize) {
    if let Screen::Over(Over {
        sheet: Sheet::Settings(settings),
        ..
    }) = &mut app.screen
    {
        *settings = AtSettings {
            group,
            cursor: Cursor::at(chosen),
        };
    }
}

fn chosen_row(app: &App) -> Option<SettingRow> {
    match app.screen.sheet()? {
        Sheet::Settings(settings) => settings.row(),
        _ => None,
    }
}

/// The other words for the pelvic region.
pub(super) fn other_words(app: &mut App) {
    app.wording = app.wording.other();
    app.kept.wording = app.wording;
}
