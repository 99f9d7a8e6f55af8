//! A lighter version of the position, in the middle of a session, and the other positions it can go
//! on in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::{self, Page};
use super::write::Flow;
use super::{drawing, layout, safety, settle};
use crate::app::{App, Lighter, Place};
use crate::session::Position;

/// Draws the page.
pub(super) fn draw(app: &App, lighter: &Lighter, area: Rect, cells: &mut Buffer) {
    let words = &app.words.midway;
    let count = lighter.positions.len();
    let number = (count > 1).then(|| format!("{} / {count}", lighter.shown + 1));
    let page = Page {
        place: Place::Lighter,
        title: words.lighter,
        chosen: number.as_slice(),
        hints: if lighter.is_here() {
            words.on_here
        } else {
            words.on_there
        },
        hint_style: app.look.theme.accent(),
        scroll: lighter.scroll,
    };
    page::draw(app, &page, area, cells, |flow| {
        write_text(app, lighter, flow);
    });
    if let Some(position) = lighter.positions.get(lighter.shown) {
        let body = layout::page(area).body;
        let used = page::rows(app, body, |flow| write_text(app, lighter, flow));
        let free = layout::details(body, used).drawing;
        drawing::draw_below_words(position, free, &app.look, cells);
    }
}

/// How far the page can be scrolled.
pub(super) fn most_scroll(app: &App, lighter: &Lighter, area: Rect) -> u16 {
    page::most_scroll(app, area, |flow| write_text(app, lighter, flow))
}

/// Where one is already, what is lighter comes first; elsewhere, how to get there.
fn write_text(app: &App, lighter: &Lighter, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    let Some(position) = lighter.positions.get(lighter.shown) else {
        return;
    };
    flow.text(&position.title, theme.strong());
    let lighter_version = app.words.settle.lighter;
    if lighter.is_here() {
        write_extras(app, position, flow, |heading| heading == lighter_version);
        safety::instead(app, position, flow);
        flow.gap();
        write_extras(app, position, flow, |heading| heading != lighter_version);
        flow.gap();
        for line in &position.set_up {
            flow.text(line, theme.dim());
        }
        return;
    }
    for line in &position.set_up {
        flow.text(line, theme.text());
    }
    flow.gap();
    write_extras(app, position, flow, |_| true);
    if !position.cautions.is_empty() {
        flow.gap();
        flow.text(app.words.library.cautions, theme.dim());
    }
    for caution in &position.cautions {
        flow.hanging("· ", caution, theme.dim(), theme.text());
    }
    safety::instead(app, position, flow);
}

/// Writes what helps, what is lighter and the way out, each if it is `wanted` by its heading.
fn write_extras(
    app: &App,
    position: &Position,
    flow: &mut Flow<'_>,
    wanted: impl Fn(&str) -> bool,
) {
    let theme = &app.look.theme;
    for (heading, text) in settle::extras(app, position).filter(|(heading, _)| wanted(heading)) {
        flow.hanging(&format!("{heading:<10}"), &text, theme.dim(), theme.text());
    }
}
