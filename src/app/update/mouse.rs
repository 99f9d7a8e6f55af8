//! What a mouse does on a list: a click chooses, a click on what is chosen opens, the wheel moves.
//!
//! Everywhere else it means nothing: a click may have been on its way when the screen changed.

use crate::app::keymap::action_for;
use crate::app::{Action, App, Screen};
use crate::key::Key;
use crate::mouse::Mouse;
use crate::time::Now;
use crate::view;

pub(super) fn act(app: &mut App, mouse: Mouse, now: Now) {
    if !app.screen.is_list() {
        return;
    }
    match mouse {
        Mouse::Click { column, row } => click(app, column, row, now),
        Mouse::Wheel { down: true } => super::act(app, Action::Down, now),
        Mouse::Wheel { down: false } => super::act(app, Action::Up, now),
    }
}

fn click(app: &mut App, column: u16, row: u16, now: Now) {
    let was_chosen = if matches!(app.screen, Screen::Programme(_)) {
        choose_in_week(app, column, row)
    } else {
        choose_in_list(app, column, row)
    };
    // A second click on the same place does what Enter does there.
    if was_chosen == Some(true)
        && let Some(action) = action_for(app.screen.place(), Key::Enter)
    {
        super::act(app, action, now);
    }
}

/// Chooses what is on a cell, and says whether it was chosen before; nothing where nothing is.
fn choose_in_list(app: &mut App, column: u16, row: u16) -> Option<bool> {
    let to = view::list_click(app, column, row)?;
    let before = std::mem::replace(app.screen.cursor_mut()?, to);
    Some(before.chosen == to.chosen)
}

/// The same in a week of a programme.
fn choose_in_week(app: &mut App, column: u16, row: u16) -> Option<bool> {
    let chosen = view::programme_row_at(app, column, row)?;
    let Screen::Programme(at) = &mut app.screen else {
        return None;
    };
    Some(std::mem::replace(&mut at.chosen, chosen) == chosen)
}
