//! The keys of a screen, straight from the keymap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write::Flow;
use super::{footer, layout};
use crate::app::{App, Binding, Place, Screen, bindings, key_name};

/// Draws the keys of the screen below.
pub(super) fn draw(app: &App, below: &Screen, scroll: u16, area: Rect, cells: &mut Buffer) {
    let parts = layout::page(area);
    let (theme, words) = (&app.look.theme, app.words);
    footer::header(app, words.help, "", parts.header, cells);
    let mut flow = Flow::new(cells, parts.body, scroll, theme.charset());
    for binding in bindings(below.place()) {
        let (_, meaning) = (words.actions)(binding.action);
        let keys = format!("{:<18}", keys(binding, theme.is_unicode()));
        flow.hanging(&keys, meaning, theme.accent(), theme.text());
    }
    flow.gap();
    flow.text(words.stop, theme.text());
    for line in words.what_this_is {
        flow.text(line, theme.dim());
    }
    footer::draw(app, Place::Help, parts.footer, cells);
}

/// All keys of a binding, the one shown in the footer first.
fn keys(binding: &Binding, unicode: bool) -> String {
    let names: Vec<&str> = binding
        .keys
        .iter()
        .map(|key| key_name(*key, unicode))
        .collect();
    names.join("  ")
}
