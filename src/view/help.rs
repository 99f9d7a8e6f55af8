//! The keys of a screen, straight from the keymap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write::{self, Flow};
use super::{footer, layout};
use crate::app::{App, Binding, Place, Screen, bindings, key_name};

/// Draws the keys of the screen below.
pub(super) fn draw(app: &App, below: &Screen, scroll: u16, area: Rect, cells: &mut Buffer) {
    let parts = layout::page(area);
    let (theme, words) = (&app.look.theme, app.words);
    footer::header(app, words.help, "", parts.header, cells);
    let most = most_scroll(app, below, area);
    let scroll = scroll.min(most);
    write_page(
        app,
        below,
        Flow::new(cells, parts.body, scroll, theme.charset()),
        parts.body.width,
    );
    if scroll < most {
        write::right(
            cells,
            parts.hint,
            words.settle.more,
            theme.dim(),
            theme.charset(),
        );
    }
    footer::draw(app, Place::Help, parts.footer, cells);
}

/// How far the keys can be scrolled.
pub(super) fn most_scroll(app: &App, below: &Screen, area: Rect) -> u16 {
    let body = layout::page(area).body;
    let mut unseen = Buffer::empty(Rect::ZERO);
    let measured = Rect { height: 0, ..body };
    let flow = Flow::new(&mut unseen, measured, 0, app.look.theme.charset());
    write_page(app, below, flow, body.width).saturating_sub(body.height)
}

fn write_page(app: &App, below: &Screen, mut flow: Flow<'_>, columns: u16) -> u16 {
    let (theme, words) = (&app.look.theme, app.words);
    for binding in bindings(below.place()) {
        let (_, meaning) = (words.actions)(binding.action);
        let keys = keys(binding, theme.is_unicode());
        if columns >= 48 {
            flow.hanging(
                &format!("{keys:<18}"),
                meaning,
                theme.accent(),
                theme.text(),
            );
        } else {
            flow.text(&keys, theme.accent());
            flow.hanging("  ", meaning, theme.accent(), theme.text());
        }
    }
    flow.gap();
    flow.text(words.stop, theme.text());
    for line in words.what_this_is {
        flow.text(line, theme.dim());
    }
    flow.rows()
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
