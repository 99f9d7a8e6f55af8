//! A page that is read: a card, or when to stop and where to get help.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::layout;
use super::page::{self, Page};
use super::write::Flow;
use crate::app::{App, Reading, Sheet};
use crate::pages::Block;

/// Fewer rows have no empty ones to spare.
pub(super) const ROOMY: u16 = 9;

/// Draws a page.
pub(super) fn draw(app: &App, reading: &Reading, area: Rect, cells: &mut Buffer) {
    let theme = &app.look.theme;
    let read = reading
        .page(app.words.language)
        .map(|page| page.worded(app.wording));
    let title = read.as_ref().map_or("", |read| &*read.title);
    let count = format!("{} / {}", reading.page + 1, reading.set.count());
    let hints = match layout::page(area).footer.height {
        _ if reading.is_first_of_safety() => app.words.pages.ground,
        0 => app.words.pages.back,
        _ => &[],
    };
    let page = Page {
        place: Sheet::Reading(*reading).place(),
        title,
        chosen: &[count],
        hints,
        hint_style: theme.accent(),
        scroll: reading.scroll,
    };
    page::draw(app, &page, area, cells, |flow| {
        write_text(app, reading, area, flow);
    });
}

/// How far the page can be scrolled.
pub(super) fn most_scroll(app: &App, reading: &Reading, area: Rect) -> u16 {
    page::most_scroll(app, area, |flow| write_text(app, reading, area, flow))
}

fn write_text(app: &App, reading: &Reading, area: Rect, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    let Some(read) = reading
        .page(app.words.language)
        .map(|page| page.worded(app.wording))
    else {
        return;
    };
    let parts = layout::page(area);
    if parts.header.height == 0 {
        flow.text(&read.title, theme.strong());
    }
    write_blocks(app, read.blocks(), parts.body.height >= ROOMY, flow);
    flow.gap();
    for line in app.words.about_page(&read) {
        flow.text(&line, theme.dim());
    }
}

/// Writes what a page or a part of it says, with empty rows between the pieces where there is room.
pub(super) fn write_blocks<'p>(
    app: &App,
    blocks: impl Iterator<Item = Block<'p>>,
    roomy: bool,
    flow: &mut Flow<'_>,
) {
    let theme = &app.look.theme;
    let mut above: Option<Block<'_>> = None;
    for block in blocks {
        let apart = above.is_some_and(|above| block.stands_apart_from(above));
        if apart && roomy {
            flow.gap();
        }
        above = Some(block);
        match block {
            Block::Heading(text) => flow.text(text, theme.strong()),
            Block::Text(text) => flow.text(text, theme.text()),
            Block::Entry(text) => flow.hanging("· ", text, theme.dim(), theme.text()),
        }
    }
}
