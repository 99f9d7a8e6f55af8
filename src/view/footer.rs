//! Key hints along the bottom, from the keymap. Whole hints drop from the right as room shrinks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write;
use crate::app::{Action, App, Binding, Place, bindings, key_name};

/// Draws the hints of a place that fit.
pub(super) fn draw(app: &App, place: Place, area: Rect, cells: &mut Buffer) {
    let theme = &app.look.theme;
    let charset = theme.charset();
    let margin = u16::from(area.width >= 30) * 2;
    let mut room = Rect {
        x: area.x + margin,
        width: area.width.saturating_sub(margin),
        ..area
    };
    for binding in bindings(place).filter(|binding| binding.in_footer && applies(app, binding)) {
        let key = key_name(binding.keys[0], theme.is_unicode());
        let hint = hint(app, binding.action);
        let wide = write::width(key, charset) + 1 + write::width(hint, charset);
        if wide > room.width {
            return;
        }
        let taken = write::left(cells, room, key, theme.accent(), charset) + 1;
        let rest = Rect {
            x: room.x + taken,
            width: room.width - taken,
            ..room
        };
        write::left(cells, rest, hint, theme.dim(), charset);
        let next = (wide + 3).min(room.width);
        room = Rect {
            x: room.x + next,
            width: room.width - next,
            ..room
        };
    }
}

/// Whether a binding does anything just now.
fn applies(app: &App, binding: &Binding) -> bool {
    app.screen.offers(binding.action)
}

/// What a key does just now, in a word or two.
fn hint(app: &App, action: Action) -> &'static str {
    let words = app.words;
    let player = app.screen.playing().map(|playing| &playing.player);
    match (action, player) {
        (Action::Pause, Some(player)) if !player.transport().is_playing() => words.hint_go_on,
        (Action::OwnPace, Some(player)) if player.choices().own_pace => words.hint_paced,
        _ => (words.actions)(action).0,
    }
}

/// Draws the name of the program, and what it shows, along the top.
pub(super) fn header(app: &App, title: &str, right: &str, area: Rect, cells: &mut Buffer) {
    let theme = &app.look.theme;
    let charset = theme.charset();
    let margin = u16::from(area.width >= 30) * 2;
    let row = area.inner(ratatui::layout::Margin::new(margin, 0));
    let shown = write::right(cells, row, right, theme.dim(), charset);
    let taken = if shown && !right.is_empty() {
        write::width(right, charset) + 2
    } else {
        0
    };
    let mut row = Rect {
        width: row.width.saturating_sub(taken),
        ..row
    };
    for (text, style) in [
        ("softly", theme.strong()),
        (" · ", theme.dim()),
        (title, theme.dim()),
    ] {
        // Where room is short, the title matters more than the name of the program.
        let named = title.is_empty() || area.width >= 50;
        if (text != title && !named) || (title.is_empty() && text != "softly") {
            continue;
        }
        let used = write::left(cells, row, text, style, charset);
        row = Rect {
            x: row.x + used,
            width: row.width - used,
            ..row
        };
    }
}
