//! A page of text that scrolls: header, text, one line that stays in sight, key hints.
//!
//! It knows nothing of any one screen. How far a page can be scrolled is found by writing it once
//! without being seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::Charset;
use super::write::{self, Flow};
use super::{footer, layout};
use crate::app::{App, Place};

/// What stands around the text of a page.
pub(super) struct Page<'a> {
    /// Where the keys are pressed.
    pub place: Place,
    /// At the top: what this is.
    pub title: &'a str,
    /// At the top right: what is chosen, most important first, dropped whole where room is short.
    pub chosen: &'a [String],
    /// Below the text, the first of these that fits: what a key does here.
    pub hints: &'a [&'a str],
    /// How that is written.
    pub hint_style: Style,
    /// How many rows are scrolled away.
    pub scroll: u16,
}

/// Draws a page.
pub(super) fn draw(
    app: &App,
    page: &Page<'_>,
    area: Rect,
    cells: &mut Buffer,
    write_text: impl Fn(&mut Flow<'_>),
) {
    draw_in(app, page, &layout::page(area), cells, write_text);
}

/// Draws a page whose parts have been laid out. Returns how many rows are scrolled away.
pub(super) fn draw_in(
    app: &App,
    page: &Page<'_>,
    parts: &layout::Page,
    cells: &mut Buffer,
    write_text: impl Fn(&mut Flow<'_>),
) -> u16 {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let room = parts
        .header
        .width
        .saturating_sub(write::width(page.title, charset));
    let chosen = fitting(page.chosen, room, charset);
    footer::header(app, page.title, &chosen, parts.header, cells);
    let most = rows(app, parts.body, &write_text).saturating_sub(parts.body.height);
    let scroll = page.scroll.min(most);
    write_text(&mut Flow::new(cells, parts.body, scroll, charset));
    let more = app.words.settle.more;
    let mut room = parts.hint.width;
    if scroll < most && write::right(cells, parts.hint, more, theme.dim(), charset) {
        room = room.saturating_sub(write::width(more, charset) + 2);
    }
    let fits = |text: &&&str| write::width(text, charset) <= room;
    let hint = page.hints.iter().find(fits).copied().unwrap_or_default();
    write::left(cells, parts.hint, hint, page.hint_style, charset);
    footer::draw(app, page.place, parts.footer, cells);
    scroll
}

/// As many of the choices as fit beside the title, but always the first.
fn fitting(chosen: &[String], room: u16, charset: Charset) -> String {
    // The margins, and what parts the title from the choices.
    const AROUND: u16 = 6;
    let joined = |count: usize| chosen[..count].join(" · ");
    let fits = |text: &String| write::width(text, charset) + AROUND <= room;
    let most = (1..=chosen.len()).rev().map(joined).find(fits);
    most.or_else(|| chosen.first().cloned()).unwrap_or_default()
}

/// How far a page can be scrolled.
pub(super) fn most_scroll(app: &App, area: Rect, write_text: impl Fn(&mut Flow<'_>)) -> u16 {
    let body = layout::page(area).body;
    rows(app, body, write_text).saturating_sub(body.height)
}

/// How many rows a text takes in a body.
pub(super) fn rows(app: &App, body: Rect, write_text: impl FnOnce(&mut Flow<'_>)) -> u16 {
    let mut unseen = Buffer::empty(Rect::ZERO);
    let measured = Rect { height: 0, ..body };
    let mut flow = Flow::new(&mut unseen, measured, 0, app.look.theme.charset());
    write_text(&mut flow);
    flow.rows()
}
