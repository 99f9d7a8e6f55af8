//! Drawing: an app and an instant in, cells out.
//!
//! [`draw`] takes the app by shared reference, cannot fail, and remembers nothing, so that any
//! screen at any moment can be drawn in a test. Nothing here allocates while a session plays.

mod big;
mod cards;
mod check_in;
mod closing;
pub mod drawing;
mod faded;
mod footer;
mod gate;
mod help;
mod layout;
mod library;
mod lighter;
mod list;
mod look;
mod notes;
mod page;
pub mod picture;
mod playing;
mod posture;
mod programme;
mod programmes;
mod reading;
#[cfg(feature = "sound")]
mod recording;
pub mod room;
mod safety;
mod settings;
mod settle;
mod steps;
pub mod theme;
mod write;

pub use look::{Able, Look, Motion};
pub use playing::{has_picture, minutes_left, next_page, pages, picture_steps};
pub use programme::{
    out_of_sight as programme_out_of_sight, rows as programme_rows, step as programme_step,
};

#[cfg(feature = "sound")]
pub use recording::{Recording, draw_recording};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Action, App, Cursor, Over, Screen, Sheet};
use crate::time::Now;

/// How far the text of a screen can be scrolled at its size.
pub fn most_scroll(app: &App) -> u16 {
    let area = whole(app);
    match &app.screen {
        Screen::Gate(gate) => gate::most_scroll(app, gate, area),
        Screen::Settle(settle) => settle::most_scroll(app, settle, area),
        Screen::Closing(closing) => closing::most_scroll(app, closing, area),
        Screen::Over(Over { below, sheet, .. }) => match sheet {
            Sheet::Keys { .. } => help::most_scroll(app, below, area),
            Sheet::Reading(reading) => reading::most_scroll(app, reading, area),
            Sheet::Lighter(shown) => lighter::most_scroll(app, shown, area),
            Sheet::Drawing { .. } => posture::most_scroll(app, below, area),
            Sheet::Cards(_) | Sheet::Steps(_) | Sheet::Settings(_) => 0,
        },
        Screen::Notes(notes) => notes::most_scroll(app, notes, area),
        Screen::Library(_) | Screen::Playing(_) | Screen::Programmes(_) | Screen::Programme(_) => 0,
    }
}

/// The list that is shown, where a list is.
fn shown_list(app: &App) -> Option<list::List> {
    let area = whole(app);
    match &app.screen {
        Screen::Library(library) => Some(library::list(app, library, area)),
        Screen::Programmes(list) => Some(programmes::list(app, list, area)),
        Screen::Over(Over { sheet, .. }) => match sheet {
            Sheet::Cards(cards) => Some(cards::list(cards, area)),
            Sheet::Settings(settings) => Some(settings::list(app, settings, area)),
            Sheet::Keys { .. }
            | Sheet::Reading(_)
            | Sheet::Steps(_)
            | Sheet::Lighter(_)
            | Sheet::Drawing { .. } => None,
        },
        Screen::Gate(_)
        | Screen::Settle(_)
        | Screen::Playing(_)
        | Screen::Closing(_)
        | Screen::Notes(_)
        | Screen::Programme(_) => None,
    }
}

/// Where a key leads to in the list that is shown, where a list is.
pub fn list_step(app: &App, action: Action) -> Option<Cursor> {
    Some(shown_list(app)?.step(action))
}

/// Where a click leads to in the list that is shown, if it is on one of its entries.
pub fn list_click(app: &App, column: u16, row: u16) -> Option<Cursor> {
    shown_list(app)?.entry_at(column, row)
}

/// The row of the week that is shown which is on a cell of the screen, if one is.
pub fn programme_row_at(app: &App, column: u16, row: u16) -> Option<usize> {
    match &app.screen {
        Screen::Programme(at) => programme::row_at(app, at, column, row),
        _ => None,
    }
}

/// How many rows a screenful is, where a text is read from: one stays in sight, so that nobody
/// loses the line.
pub fn screenful(app: &App) -> u16 {
    let body = layout::page(whole(app)).body;
    body.height.saturating_sub(1).max(1)
}

/// How far the set-up has to be scrolled for something that was chosen to be in sight.
pub fn scroll_to(app: &App, action: Action) -> Option<u16> {
    match &app.screen {
        Screen::Settle(settle) => settle::scroll_to(app, settle, action, whole(app)),
        _ => None,
    }
}

fn whole(app: &App) -> Rect {
    Rect::new(0, 0, app.look.size.0, app.look.size.1)
}

/// Draws the screen as it is at an instant.
pub fn draw(app: &App, now: Now, area: Rect, cells: &mut Buffer) {
    match app.faded {
        Some(fade) if fade.is_dark(now) => faded::draw(&app.look.theme, area, cells),
        Some(fade) => {
            draw_screen(app, now, area, cells);
            faded::dim(fade.darkness(now), area, cells);
        }
        None => draw_screen(app, now, area, cells),
    }
}

fn draw_screen(app: &App, now: Now, area: Rect, cells: &mut Buffer) {
    let theme = &app.look.theme;
    cells.set_style(area, theme.background().patch(theme.text()));
    match &app.screen {
        Screen::Library(library) => library::draw(app, library, area, cells),
        Screen::Gate(gate) => gate::draw(app, gate, area, cells),
        Screen::Settle(settle) => settle::draw(app, settle, area, cells),
        Screen::Playing(playing) => playing::draw(app, playing, now, area, cells),
        Screen::Closing(closing) => closing::draw(app, closing, area, cells),
        Screen::Programmes(list) => programmes::draw(app, list, area, cells),
        Screen::Programme(at) => programme::draw(app, at, area, cells),
        Screen::Notes(notes) => notes::draw(app, notes, now, area, cells),
        Screen::Over(Over { below, sheet, .. }) => match sheet {
            Sheet::Keys { scroll } => help::draw(app, below, *scroll, area, cells),
            Sheet::Cards(list) => cards::draw(app, list, area, cells),
            Sheet::Settings(settings) => settings::draw(app, settings, area, cells),
            Sheet::Reading(reading) => reading::draw(app, reading, area, cells),
            Sheet::Steps(steps) => steps::draw(app, below, steps, now, area, cells),
            Sheet::Lighter(shown) => lighter::draw(app, shown, area, cells),
            Sheet::Drawing { scroll } => posture::draw(app, below, *scroll, area, cells),
        },
    }
}
