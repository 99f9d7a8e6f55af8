//! Key hints along the bottom, from the keymap. Whole hints drop from the right as room shrinks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write;
use crate::app::{Action, App, Binding, Place, bindings};
use crate::key::Key;

/// What keys mean in a session just now, which the screen alone does not tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keys {
    /// The key for a pause goes on, because the session waits.
    pub(super) goes_on: bool,
    /// The keys for the pace turn pages.
    pub(super) turns_pages: bool,
}

/// Draws the hints of a place that fit.
pub(super) fn draw(app: &App, place: Place, area: Rect, cells: &mut Buffer) {
    draw_for(app, place, Keys::default(), area, cells);
}

/// Draws the hints of a place that fit, for what the keys mean just now.
pub(super) fn draw_for(app: &App, place: Place, keys: Keys, area: Rect, cells: &mut Buffer) {
    let theme = &app.look.theme;
    let charset = theme.charset();
    let margin = u16::from(area.width >= 30) * 2;
    let between = if area.width >= 30 { 3 } else { 2 };
    let mut room = Rect {
        x: area.x + margin,
        width: area.width.saturating_sub(margin),
        ..area
    };
    for binding in bindings(place).filter(|binding| binding.in_footer && applies(app, binding)) {
        let key = app
            .words
            .keys
            .name(shown_key(binding, keys), theme.is_unicode());
        let hint = hint(app, binding.action, keys);
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
        let next = (wide + between).min(room.width);
        room = Rect {
            x: room.x + next,
            width: room.width - next,
            ..room
        };
    }
}

/// Whether a binding does anything just now.
fn applies(app: &App, binding: &Binding) -> bool {
    app.offers(&app.screen, binding.action)
}

/// The key that is shown for a binding: its first one, but an arrow where it turns pages.
fn shown_key(binding: &Binding, keys: Keys) -> Key {
    let arrow = match binding.action {
        Action::Longer => Key::Up,
        Action::Shorter => Key::Down,
        _ => return binding.keys[0],
    };
    if keys.turns_pages && binding.keys.contains(&arrow) {
        arrow
    } else {
        binding.keys[0]
    }
}

/// What a key does just now, in a word or two.
fn hint(app: &App, action: Action, keys: Keys) -> &'static str {
    let words = app.words;
    let player = app.screen.playing().map(|playing| &playing.player);
    match (action, player) {
        (Action::Pause, _) if keys.goes_on => words.hint_go_on,
        (Action::AnyPauses, _) if keys.goes_on => words.eyes_closed.hint_goes_on,
        (Action::AnyPauses, Some(player)) if !player.transport().is_playing() => {
            words.eyes_closed.hint_goes_on
        }
        (Action::Longer, _) if keys.turns_pages => (words.actions)(Action::Up).0,
        (Action::Shorter, _) if keys.turns_pages => (words.actions)(Action::Down).0,
        (Action::Pause, Some(player)) if !player.transport().is_playing() => words.hint_go_on,
        (Action::HoldOpen, Some(player)) if !player.transport().is_playing() => words.hint_go_on,
        (Action::OwnPace, Some(player)) if player.choices().is_at_own_pace() => words.hint_paced,
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

#[cfg(test)]
mod tests {
    use ratatui::buffer::Cell;

    use super::*;
    use crate::settings::Settings;
    use crate::view::theme::{Charset, Depth, Mode, Richness, Theme};
    use crate::view::{Look, whole};
    use crate::words::ENGLISH;

    /// The hints of a place as they would be written, with nothing left out.
    fn hints(app: &App, place: Place) -> Vec<String> {
        let shown = bindings(place).filter(|binding| binding.in_footer && applies(app, binding));
        shown
            .map(|binding| {
                let key = app
                    .words
                    .keys
                    .name(binding.keys[0], app.look.theme.is_unicode());
                format!("{key} {}", hint(app, binding.action, Keys::default()))
            })
            .collect()
    }

    #[test]
    fn at_every_width_as_many_hints_are_shown_as_fit_and_none_is_cut() {
        for charset in [Charset::Unicode, Charset::Ascii] {
            let theme = Theme::new(Depth::Mono, charset, Mode::Dark, Richness::Full);
            for width in 1..=200 {
                let look = Look {
                    size: (width, 1),
                    theme: theme.clone(),
                    ..Look::default()
                };
                let app = App::new(look, &ENGLISH, Settings::default());
                let (margin, between) = if width < 30 { (0, "  ") } else { (2, "   ") };
                for place in Place::ALL {
                    let mut cells = Buffer::empty(whole(&app));
                    draw(&app, place, whole(&app), &mut cells);
                    let row: String = cells.content().iter().map(Cell::symbol).collect();
                    let hints = hints(&app, place);
                    let joined = |count: usize| hints[..count].join(between);
                    let fits = |text: &String| margin + write::width(text, charset) <= width;
                    let all = (0..=hints.len()).map(joined).take_while(fits);
                    let most = all.last().unwrap_or_default();
                    assert_eq!(row.trim(), most, "{place:?} at {width}");
                }
            }
        }
    }
}
