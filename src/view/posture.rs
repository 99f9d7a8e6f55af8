//! The drawing of a position, as large as there is room, and what it shows in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::{self, Page};
use super::write::{self, Flow};
use super::{drawing, layout};
use crate::app::{App, Place, Screen, Settle};
use crate::session::Position;

/// Fewer rows are no drawing: below them, it has all of the window and its words come after it.
const FEWEST: u16 = 6;

/// Draws the drawing of the position that is chosen on the set-up below.
pub(super) fn draw(app: &App, below: &Screen, scroll: u16, area: Rect, cells: &mut Buffer) {
    let Screen::Settle(settle) = below else {
        return;
    };
    let (position, parts) = (settle.position(), layout::page(area));
    let page = Page {
        place: Place::Drawing,
        title: &position.title,
        chosen: &count(settle).into_iter().collect::<Vec<_>>(),
        hints: match parts.footer.height {
            0 => app.words.pages.back,
            _ => &[],
        },
        hint_style: app.look.theme.accent(),
        scroll,
    };
    let (above, (columns, rows)) = room(app, position, parts.body);
    let scroll = page::draw_in(app, &page, &parts, cells, |flow| {
        flow.skip(above + rows + u16::from(rows > 0));
        write_words(app, position, parts.body, flow);
    });
    let (Some(drawing), body) = (&position.drawing, parts.body) else {
        return;
    };
    let place = Rect {
        x: body.x + (body.width - columns) / 2,
        y: body.y + above.saturating_sub(scroll),
        width: columns,
        height: rows,
    };
    let (aspect, theme) = (app.look.aspect, &app.look.theme);
    let skipped = scroll.saturating_sub(above);
    drawing::draw_from(drawing, skipped, place, aspect, theme, cells);
}

/// How far it can be scrolled.
pub(super) fn most_scroll(app: &App, below: &Screen, area: Rect) -> u16 {
    let Screen::Settle(settle) = below else {
        return 0;
    };
    let (position, body) = (settle.position(), layout::page(area).body);
    let (above, (_, rows)) = room(app, position, body);
    let words = page::rows(app, body, |flow| write_words(app, position, body, flow));
    let whole = above + rows + u16::from(rows > 0) + words;
    whole.saturating_sub(body.height)
}

/// Which of the positions it is, where there are several.
fn count(settle: &Settle) -> Option<String> {
    let (all, chosen) = (&settle.session.positions, settle.position());
    let index = all.iter().position(|position| position.id == chosen.id)?;
    (all.len() > 1).then(|| format!("{} / {}", index + 1, all.len()))
}

/// The empty rows above the drawing, and its columns and rows; none where there is no drawing.
fn room(app: &App, position: &Position, body: Rect) -> (u16, (u16, u16)) {
    let words = page::rows(app, body, |flow| write_words(app, position, body, flow));
    let Some(drawing) = &position.drawing else {
        return (0, (0, 0));
    };
    let beside_words = body.height.saturating_sub(words + 1);
    let rows = if beside_words >= FEWEST {
        beside_words
    } else {
        body.height
    };
    let (columns, rows) = drawing::size(drawing, (body.width, rows), app.look.aspect);
    let size = (columns.min(body.width), rows.min(body.height));
    let spare = body.height.saturating_sub(size.1 + 1 + words);
    (spare / 2, size)
}

/// What the drawing shows; how to get there, where a position has no drawing.
fn write_words(app: &App, position: &Position, body: Rect, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    let Some(looks) = &position.looks else {
        for line in &position.set_up {
            flow.text(line, theme.text());
        }
        return;
    };
    let wide = write::width(looks, theme.charset());
    let indent = " ".repeat(usize::from(body.width.saturating_sub(wide) / 2));
    flow.hanging(&indent, looks, theme.text(), theme.text());
}
