//! After a session: time to return, and perhaps a question for oneself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{check_in, footer, layout, write};
use crate::app::{App, Closing, Place};

/// Draws the closing: in the middle where it fits, from the top and to be scrolled where not.
pub(super) fn draw(app: &App, closing: &Closing, area: Rect, cells: &mut Buffer) {
    let parts = layout::page(area);
    let body = body(area);
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    footer::header(app, "", "", parts.header, cells);
    let rows = rows(app, closing, body);
    let most = most_scroll(app, closing, area);
    let scroll = usize::from(closing.scroll.min(most));
    let free = usize::from(body.height).saturating_sub(rows.len());
    let places = body.rows().skip(free / 2);
    for ((text, style), place) in rows.iter().skip(scroll).zip(places) {
        write::centred(cells, place, text, *style, charset);
    }
    if scroll < usize::from(most) {
        let more = app.words.settle.more;
        write::right(cells, parts.hint, more, theme.dim(), charset);
    }
    footer::draw(app, Place::Closing, parts.footer, cells);
}

/// How far the closing can be scrolled.
pub(super) fn most_scroll(app: &App, closing: &Closing, area: Rect) -> u16 {
    let body = body(area);
    (rows(app, closing, body).len() as u16).saturating_sub(body.height)
}

/// The words may use the whole width: they stand in the middle of it.
fn body(area: Rect) -> Rect {
    Rect {
        x: area.x,
        width: area.width,
        ..layout::page(area).body
    }
}

/// The rows of the closing, with room to breathe between its lines where there is enough of it.
fn rows(app: &App, closing: &Closing, body: Rect) -> Vec<(String, Style)> {
    let charset = app.look.theme.charset();
    let groups = groups(app, closing);
    let roomy = body.height >= 9;
    let mut rows = Vec::new();
    for (index, lines) in groups.iter().enumerate() {
        if roomy && index > 0 {
            rows.push((String::new(), Style::new()));
        }
        for (line, style) in lines {
            let wrapped = write::wrap(line, body.width, charset);
            rows.extend(wrapped.map(|row| (row.to_owned(), *style)));
        }
    }
    rows
}

/// What is said, in groups that stay together.
fn groups(app: &App, closing: &Closing) -> Vec<Vec<(String, Style)>> {
    let (theme, words) = (&app.look.theme, app.words);
    let first = if closing.early {
        words.stopped
    } else {
        words.thanks
    };
    let offer = closing.early.then_some(words.ground_offer);
    let lines = [
        Some((first, theme.strong())),
        Some((words.no_hurry, theme.text())),
        closing
            .position()
            .way_out
            .as_deref()
            .map(|line| (line, theme.text())),
        offer.map(|line| (line, theme.dim())),
    ];
    let mut groups: Vec<_> = lines
        .into_iter()
        .flatten()
        .map(|(line, style)| vec![(line.to_owned(), style)])
        .collect();
    let question = closing.session.check_in.as_ref();
    // Whoever stopped early is asked for nothing more.
    if let Some(question) = question.filter(|asked| asked.after && !closing.early) {
        groups.push(check_in::lines(app, question).into());
    }
    groups
}
