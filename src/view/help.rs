//! The keys of a screen, straight from the keymap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout;
use super::page::{self, Page};
use super::write::{self, Flow};
use crate::app::{App, Binding, Place, Screen, bindings};
use crate::words::Words;

/// How wide the column of the keys is, where there is room for two.
const KEYS: u16 = 18;

/// Draws the keys of the screen below.
pub(super) fn draw(app: &App, below: &Screen, scroll: u16, area: Rect, cells: &mut Buffer) {
    let page = Page {
        place: Place::Help,
        title: app.words.help,
        chosen: &[],
        hints: &[],
        hint_style: app.look.theme.accent(),
        scroll,
    };
    let columns = layout::page(area).body.width;
    page::draw(app, &page, area, cells, |flow| {
        write_text(app, below, flow, columns);
    });
}

/// How far the keys can be scrolled.
pub(super) fn most_scroll(app: &App, below: &Screen, area: Rect) -> u16 {
    let columns = layout::page(area).body.width;
    page::most_scroll(app, area, |flow| write_text(app, below, flow, columns))
}

fn write_text(app: &App, below: &Screen, flow: &mut Flow<'_>, columns: u16) {
    let (theme, words) = (&app.look.theme, app.words);
    for binding in bindings(below.place()).filter(|binding| app.offers(below, binding.action)) {
        let (_, meaning) = (words.actions)(binding.action);
        let keys = keys(words, binding, theme.is_unicode());
        // Long rows of keys have a row of their own, so that none runs into what it does.
        let beside = write::width(&keys, theme.charset()) < KEYS;
        if columns >= 48 && beside {
            flow.hanging(
                &format!("{keys:<width$}", width = usize::from(KEYS)),
                meaning,
                theme.accent(),
                theme.text(),
            );
        } else {
            flow.text(&keys, theme.accent());
            let indent = if columns >= 48 { KEYS } else { 2 };
            let indent = " ".repeat(usize::from(indent));
            flow.hanging(&indent, meaning, theme.accent(), theme.text());
        }
    }
    flow.gap();
    flow.text(words.stop, theme.text());
    for line in words.what_this_is {
        flow.text(line, theme.dim());
    }
}

/// All keys of a binding, the one shown in the footer first.
fn keys(words: &Words, binding: &Binding, unicode: bool) -> String {
    let names: Vec<&str> = binding
        .keys
        .iter()
        .map(|key| words.keys.name(*key, unicode))
        .collect();
    names.join("  ")
}
