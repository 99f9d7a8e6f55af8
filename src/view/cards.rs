//! The list of cards, and how the chosen one begins.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::list::{List, Row};
use super::write::{self, Flow};
use super::{footer, layout, page, reading};
use crate::app::{App, Cards, Place};
use crate::pages::{Page, Set};

/// Draws the list, and the first lines of the chosen card beside or below it.
pub(super) fn draw(app: &App, cards: &Cards, area: Rect, cells: &mut Buffer) {
    let (theme, words) = (&app.look.theme, &app.words.pages);
    let parts = layout::library(area, 1);
    footer::header(app, words.cards, "", parts.header, cells);
    let mut intro = Flow::new(cells, parts.intro, 0, theme.charset());
    intro.text(words.about_cards, theme.dim());
    let pages = Set::Cards.pages(app.words.language);
    list(cards, area).draw(app, cells, |index, chosen, line, cells| {
        draw_row(app, pages[index], chosen, line, cells);
    });
    if let Some(card) = pages.get(cards.cursor.chosen) {
        draw_beginning(app, card, parts.details, cells);
    }
    footer::draw(app, Place::Cards, parts.footer, cells);
}

/// The cards, in the order in which they are read.
pub(super) fn list(cards: &Cards, area: Rect) -> List {
    let rows = (0..Set::Cards.count()).map(Row::Entry).collect();
    List::new(rows, cards.cursor, layout::library(area, 1).list)
}

fn draw_row(app: &App, card: &Page, chosen: bool, line: Rect, cells: &mut Buffer) {
    let theme = &app.look.theme;
    let style = if chosen { theme.strong() } else { theme.text() };
    let title = write::row(cells, line, chosen, theme);
    let card = card.worded(app.wording);
    write::left(cells, title, &card.title, style, theme.charset());
}

/// The title, and as many pieces of the card as there is room for; at least how it begins.
fn draw_beginning(app: &App, card: &Page, area: Rect, cells: &mut Buffer) {
    let theme = &app.look.theme;
    let card = card.worded(app.wording);
    let all = card.blocks().count();
    let roomy = area.height >= reading::ROOMY;
    let write = |flow: &mut Flow<'_>, pieces: usize| {
        flow.text(&card.title, theme.strong());
        reading::write_blocks(app, card.blocks().take(pieces), roomy, flow);
        if pieces < all {
            flow.text("…", theme.dim());
        }
    };
    let fits = |pieces: &usize| page::rows(app, area, |flow| write(flow, *pieces)) <= area.height;
    let pieces = (1..=all).rev().find(fits).unwrap_or(1);
    write(&mut Flow::new(cells, area, 0, theme.charset()), pieces);
}
