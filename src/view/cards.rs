//! The list of cards, and how the chosen one begins.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
    draw_list(app, cards, parts.list, cells);
    if let Some(card) = Set::Cards.pages(app.words.language).get(cards.chosen) {
        draw_beginning(app, card, parts.details, cells);
    }
    footer::draw(app, Place::Cards, parts.footer, cells);
}

fn draw_list(app: &App, cards: &Cards, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let scroll = (cards.chosen + 1).saturating_sub(area.height as usize);
    let shown = Set::Cards
        .pages(app.words.language)
        .iter()
        .enumerate()
        .skip(scroll);
    for ((index, card), line) in shown.zip(area.rows()) {
        let chosen = index == cards.chosen;
        let style = if chosen { theme.strong() } else { theme.text() };
        let title = write::row(cells, line, chosen, theme);
        let card = card.worded(app.wording);
        write::left(cells, title, &card.title, style, charset);
    }
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
