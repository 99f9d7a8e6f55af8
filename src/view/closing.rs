//! After a session: time to return.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{footer, layout, write};
use crate::app::{App, Closing, Place, chosen_position};

/// Draws the closing.
pub(super) fn draw(app: &App, closing: &Closing, area: Rect, cells: &mut Buffer) {
    let parts = layout::page(area);
    let body = Rect {
        x: area.x,
        width: area.width,
        ..parts.body
    };
    let (theme, words) = (&app.look.theme, app.words);
    footer::header(app, "", "", parts.header, cells);
    let way_out = chosen_position(&closing.session, &closing.choices)
        .way_out
        .as_deref();
    let first = if closing.early {
        words.stopped
    } else {
        words.thanks
    };
    let offer = closing.early.then_some(words.ground_offer);
    let lines = [
        Some((first, theme.strong())),
        Some((words.no_hurry, theme.text())),
    ]
    .into_iter()
    .chain([
        way_out.map(|line| (line, theme.text())),
        offer.map(|line| (line, theme.dim())),
    ])
    .flatten();
    let spaced = u16::from(body.height >= 9);
    let rows: u16 = lines
        .clone()
        .map(|(line, _)| write::wrap(line, body.width, theme.charset()).count() as u16 + spaced)
        .sum();
    let mut at = body.y + body.height.saturating_sub(rows) / 2;
    for (line, style) in lines {
        let rest = Rect {
            y: at,
            height: body.bottom().saturating_sub(at),
            ..body
        };
        at += write::centred_lines(cells, rest, line, style, theme.charset()) + spaced;
    }
    footer::draw(app, Place::Closing, parts.footer, cells);
}
