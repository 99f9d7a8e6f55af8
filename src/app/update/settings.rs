//! What is set: seen and heard at once, and kept at once.

use crate::app::keymap::Action;
use crate::app::{App, SettingRow, Sheet};

/// What a key does on the settings.
pub(super) fn act(app: &mut App, action: Action) {
    let Some(row) = chosen_row(app) else {
        return;
    };
    match (action, row) {
        (Action::NextChoice | Action::PreviousChoice, SettingRow::Wording) => other_words(app),
        (Action::NextChoice, SettingRow::Of(setting)) => {
            app.set(app.settings.next(setting, true));
        }
        (Action::PreviousChoice, SettingRow::Of(setting)) => {
            app.set(app.settings.next(setting, false));
        }
        _ => super::step(app, action),
    }
}

fn chosen_row(app: &App) -> Option<SettingRow> {
    match app.screen.sheet()? {
        Sheet::Settings(settings) => SettingRow::all().nth(settings.cursor.chosen),
        _ => None,
    }
}

/// The other words for the pelvic region.
pub(super) fn other_words(app: &mut App) {
    app.wording = app.wording.other();
    app.kept.wording = app.wording;
}
