//! What somebody asks for in words or by a number, where lines are typed in place of keys pressed.
//!
//! Each leads where keys would lead, too. What makes no sense on the screen that is shown changes
//! nothing.

use super::{act, ground, settle};
use crate::app::App;
use crate::app::keymap::Action;
use crate::app::screen::Screen;
use crate::app::sheet::{Over, SettingRow, Sheet};
use crate::pages::Set;
use crate::settings::Chosen;
use crate::time::Now;
use crate::view;
use crate::wording::Wording;

/// Something asked for in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To open a row of the list that is shown, counted from zero.
    Row(usize),
    /// Another position, by its number in the session, counted from zero.
    Position(usize),
    /// A length in minutes, or the nearest that can be had.
    Minutes(u32),
    /// The grounding session.
    Ground,
    /// A choice that counts for every session.
    Setting(Chosen),
    /// Words for the pelvic region.
    Words(Wording),
}

/// Does what was asked for.
pub(super) fn grant(app: &mut App, wish: Wish, now: Now) {
    match (wish, &mut app.screen) {
        (Wish::Row(row), _) => open_row(app, row, now),
        (Wish::Position(number), Screen::Settle(settle)) => {
            settle::choose_position(settle, number);
        }
        (Wish::Minutes(minutes), Screen::Settle(settle)) => {
            settle::choose_minutes(settle, minutes);
        }
        (
            Wish::Position(number),
            Screen::Over(Over {
                sheet: Sheet::Lighter(lighter),
                ..
            }),
        ) => lighter.show(number),
        (Wish::Ground, _) => ground(app, now),
        (Wish::Setting(chosen), _) => app.set(chosen),
        (Wish::Words(wording), _) => {
            app.wording = wording;
            app.kept.wording = wording;
        }
        (Wish::Position(_) | Wish::Minutes(_), _) => {}
    }
}

/// Chooses a row of a list, where there is one, and opens it as the key for that would. A setting
/// is only chosen: its choices come next.
fn open_row(app: &mut App, row: usize, now: Now) {
    if row >= rows(app) {
        return;
    }
    if let Screen::Over(Over {
        sheet: Sheet::Settings(settings),
        ..
    }) = &mut app.screen
    {
        settings.cursor.chosen = row;
        if settings.row() == Some(SettingRow::ByEar) {
            act(app, Action::NextChoice, now);
        }
        return;
    }
    let (chosen, opens) = match &mut app.screen {
        Screen::Library(library) => (&mut library.cursor.chosen, Action::Open),
        Screen::Programmes(programmes) => (&mut programmes.cursor.chosen, Action::Open),
        Screen::Programme(at) => (&mut at.chosen, Action::Open),
        Screen::Over(Over {
            sheet: Sheet::Cards(cards),
            ..
        }) => (&mut cards.cursor.chosen, Action::Read),
        Screen::Over(Over {
            sheet: Sheet::Steps(steps),
            ..
        }) => (&mut steps.chosen, Action::GoTo),
        _ => return,
    };
    *chosen = row;
    act(app, opens, now);
}

/// How many rows the list has that is shown, if one is.
fn rows(app: &App) -> usize {
    match &app.screen {
        Screen::Library(_) => app.shelf.len(),
        Screen::Programmes(_) => app.programmes.len(),
        Screen::Programme(at) => view::programme_rows(app, at).len() + at.shown().cards.len(),
        Screen::Over(Over {
            sheet: Sheet::Cards(_),
            ..
        }) => Set::Cards.pages(app.words.language).len(),
        Screen::Over(Over {
            sheet: Sheet::Steps(steps),
            ..
        }) => steps.rows.len(),
        Screen::Over(Over {
            sheet: Sheet::Settings(settings),
            ..
        }) => settings.group.rows().count(),
        _ => 0,
    }
}
