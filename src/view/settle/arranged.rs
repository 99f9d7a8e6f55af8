//! Where the drawing of a position goes on the set-up: beside the text where the window is wide,
//! within it where there is room, and nowhere where it would push away what keeps somebody safe.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write_safety;
use crate::app::{App, Settle};
use crate::session::Drawing;
use crate::view::write::Flow;
use crate::view::{drawing, layout, page};

/// Columns and rows.
type Size = (u16, u16);

/// The most columns and rows of a drawing in a column of its own, the best first.
const ASIDE: [Size; 5] = [(46, 18), (40, 16), (36, 14), (32, 12), (28, 10)];
/// The same for one at the right of the first rows of the text.
const BESIDE: [Size; 5] = [(40, 14), (36, 12), (32, 10), (28, 9), (25, 8)];
/// The same for one above the text.
const ABOVE: [Size; 5] = [(60, 18), (46, 14), (36, 11), (30, 9), (26, 7)];
/// The columns between a drawing and the text beside it.
const GAP: u16 = 3;
/// No text beside a drawing is narrower.
const NARROWEST: u16 = 38;
/// No text is narrower beside a drawing with a column of its own.
const NARROWEST_ASIDE: u16 = 60;
/// So many of these drawings are large enough for the text to be as wide as it would be without one.
const LARGE: usize = 3;

/// Where a drawing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drawn {
    /// There is none, or no room for it.
    Nowhere,
    /// In a column of its own, where it stays while the text is scrolled.
    Aside(Rect),
    /// At the right of the first rows of the text.
    Beside(Size),
    /// Above the text.
    Above(Size),
}

/// A set-up that has been laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arranged {
    /// The text and what is around it.
    pub(super) page: layout::Page,
    /// The drawing.
    pub(super) drawn: Drawn,
}

impl Arranged {
    /// The best way there is room for. What keeps somebody safe stays on the first screenful, if it
    /// would be there without a drawing.
    pub(super) fn new(app: &App, settle: &Settle, area: Rect) -> Self {
        let plain = Self {
            page: layout::page(area),
            drawn: Drawn::Nowhere,
        };
        let Some(drawing) = &settle.position().drawing else {
            return plain;
        };
        let rows = |arranged: &Self| {
            page::rows(app, arranged.page.body, |flow| {
                write_safety(app, settle, arranged.drawn, flow);
            })
        };
        let most = rows(&plain).max(plain.page.body.height);
        let ways = ways(drawing, area, plain.page, app.look.aspect);
        ways.into_iter()
            .flatten()
            .find(|way| rows(way) <= most)
            .unwrap_or(plain)
    }

    /// Draws the drawing, with so many rows of the text scrolled away.
    pub(super) fn draw(self, app: &App, settle: &Settle, scroll: u16, cells: &mut Buffer) {
        let Some(drawing) = &settle.position().drawing else {
            return;
        };
        let body = self.page.body;
        let within = |x: u16, (width, height): Size| Rect::new(x, body.y, width, height);
        let (area, scroll) = match self.drawn {
            Drawn::Nowhere => return,
            Drawn::Aside(area) => (area, 0),
            Drawn::Beside(size) => (within(body.right() - size.0, size), scroll),
            Drawn::Above(size) => (within(body.x + (body.width - size.0) / 2, size), scroll),
        };
        let (aspect, theme) = (app.look.aspect, &app.look.theme);
        drawing::draw_from(drawing, scroll, area, aspect, theme, cells);
    }
}

impl Drawn {
    /// Keeps room for the drawing in the text that is about to begin.
    pub(super) fn keep_room(self, flow: &mut Flow<'_>) {
        match self {
            Self::Nowhere | Self::Aside(_) => {}
            Self::Beside((columns, rows)) => flow.keep_free(columns + GAP, rows),
            Self::Above((_, rows)) => flow.skip(rows + 1),
        }
    }
}

/// The ways in which a drawing can be shown in a window, the best first.
fn ways(
    drawing: &Drawing,
    area: Rect,
    plain: layout::Page,
    aspect: f32,
) -> impl IntoIterator<Item = Option<Arranged>> {
    let most_rows = plain.body.height;
    let size =
        move |(columns, rows): Size| drawing::size(drawing, (columns, rows.min(most_rows)), aspect);
    let large = ASIDE
        .into_iter()
        .take(LARGE)
        .map(|most| (layout::WIDEST, most));
    let all = ASIDE.map(|most| (NARROWEST_ASIDE, most));
    let aside = large.chain(all).map(move |(narrowest, most)| {
        let (columns, rows) = size(most);
        let (page, beside) = layout::page_beside(area, columns, narrowest)?;
        let drawn = Drawn::Aside(Rect {
            height: rows,
            ..beside
        });
        Some(Arranged { page, drawn })
    });
    let within = |drawn: Drawn| Arranged { page: plain, drawn };
    let beside = BESIDE.map(|most| {
        let (columns, rows) = size(most);
        let text = plain.body.width.checked_sub(columns + GAP)?;
        (text >= NARROWEST).then(|| within(Drawn::Beside((columns, rows))))
    });
    let above = ABOVE.map(|most| {
        let fits = most.0 <= plain.body.width;
        fits.then(|| within(Drawn::Above(size(most))))
    });
    aside.chain(beside).chain(above)
}
