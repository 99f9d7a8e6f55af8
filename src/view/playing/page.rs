//! Text in the picture's place, while a session waits: how to get into a position, or the
//! therapist's own exercise.
//!
//! A text that does not fit is shown page by page, each for its share of the time it takes to
//! read, until somebody turns a page. Nothing here allocates: rows are made while they are drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::session::Drawing;
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{SpanKind, StepSpan};
use crate::view::theme::Charset;
use crate::view::{drawing, write};

/// No row is wider than is good to read.
const WIDEST: u16 = 60;
/// From so many rows on, there is air below the title.
const ROOMY: u16 = 8;
/// The least and the most columns and rows of a drawing here.
const DRAWN: [(u16, u16); 2] = [(28, 8), (46, 16)];
/// The columns between the text and a drawing beside it.
const GAP: u16 = 4;

/// What stands in the picture's place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'a> {
    title: Option<&'a str>,
    lines: &'a [Clean],
    /// What is good to know about it.
    cautions: &'a [Clean],
    /// What it looks like.
    drawing: Option<&'a Drawing>,
}

/// A row of text: its page, its row there, its words, and whether they are the title.
struct Row<'a> {
    page: u16,
    down: u16,
    text: &'a str,
    strong: bool,
}

impl<'a> Page<'a> {
    /// The text of a part, where it has one that takes the picture's place.
    pub(super) fn of(part: &'a StepSpan) -> Option<Self> {
        match &part.kind {
            SpanKind::Move { position } => Some(Self {
                title: Some(&position.title),
                lines: &position.set_up,
                cautions: &position.cautions,
                drawing: position.drawing.as_ref(),
            }),
            SpanKind::External { text } => Some(Self {
                title: part.title.as_deref(),
                lines: std::slice::from_ref(text),
                cautions: &[],
                drawing: None,
            }),
            _ => None,
        }
    }

    /// How many pages it takes in an area.
    pub(super) fn pages(self, area: Rect, charset: Charset) -> u16 {
        let mut pages = 1;
        self.rows(area, charset, |row| pages = row.page + 1);
        pages
    }

    /// Draws one of its pages, in the middle, its rows below each other. Where there is room beside or
    /// above a text of one page, there is its drawing.
    pub(super) fn draw(self, app: &App, page: u16, area: Rect, cells: &mut Buffer) {
        let (theme, charset) = (&app.look.theme, app.look.theme.charset());
        let (mut rows, mut columns, mut pages) = (0, 0, 1);
        self.rows(area, charset, |row| {
            columns = columns.max(write::width(row.text, charset));
            pages = row.page + 1;
            if row.page == page {
                rows = row.down + 1;
            }
        });
        let (mut text, aspect) = (area, app.look.aspect);
        if let Some(drawing) = self.drawing.filter(|_| pages == 1)
            && let Some((drawn, beside)) = parted(area, (columns, rows), drawing, aspect)
        {
            drawing::draw(drawing, drawn, aspect, theme, cells);
            text = beside;
        }
        let x = text.x + text.width.saturating_sub(columns) / 2;
        let y = text.y + text.height.saturating_sub(rows) / 2;
        self.rows(area, charset, |row| {
            let place = Rect {
                x,
                y: y + row.down,
                width: text.right() - x,
                height: 1,
            };
            let style = if row.strong {
                theme.strong()
            } else {
                theme.text()
            };
            if row.page == page {
                write::left(cells, place.intersection(text), row.text, style, charset);
            }
        });
    }

    /// Goes through all rows of all pages. A paragraph moves to the next page as a whole where it
    /// fits there.
    fn rows(self, area: Rect, charset: Charset, mut each: impl FnMut(Row<'a>)) {
        let (columns, height) = (area.width.min(WIDEST), area.height);
        if columns == 0 || height == 0 {
            return;
        }
        let (mut page, mut next) = (0, 0);
        let paragraphs = self.title.into_iter().map(|title| (title, true));
        let paragraphs = paragraphs.chain(
            self.lines
                .iter()
                .chain(self.cautions)
                .map(|line| (&**line, false)),
        );
        for (text, strong) in paragraphs {
            let rows = write::wrap(text, columns, charset).count() as u16;
            if next > 0 && rows <= height && next + rows > height {
                (page, next) = (page + 1, 0);
            }
            for text in write::wrap(text, columns, charset) {
                if next == height {
                    (page, next) = (page + 1, 0);
                }
                each(Row {
                    page,
                    down: next,
                    text,
                    strong,
                });
                next += 1;
            }
            next += u16::from(strong && height >= ROOMY);
        }
    }
}

/// Where a drawing goes, and where a text of so many columns and rows that it is beside or above;
/// nothing where there is no room for both.
fn parted(
    area: Rect,
    (columns, rows): (u16, u16),
    drawing: &Drawing,
    aspect: f32,
) -> Option<(Rect, Rect)> {
    let [least, most] = DRAWN;
    let fitting = |width: u16, height: u16| {
        let enough = width >= least.0 && height >= least.1;
        enough.then(|| drawing::size(drawing, (width.min(most.0), height.min(most.1)), aspect))
    };
    if let Some((width, height)) = fitting(area.width.saturating_sub(columns + GAP), area.height) {
        let x = area.x + (area.width - columns - GAP - width) / 2;
        let text = Rect {
            x,
            width: columns,
            ..area
        };
        let x = x + columns + GAP;
        let y = area.y + (area.height - height) / 2;
        return Some((
            Rect {
                x,
                y,
                width,
                height,
            },
            text,
        ));
    }
    let (width, height) = fitting(area.width, area.height.saturating_sub(rows + 1))?;
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height - 1 - rows) / 2;
    let text = Rect {
        y: y + height + 1,
        height: rows,
        ..area
    };
    Some((
        Rect {
            x,
            y,
            width,
            height,
        },
        text,
    ))
}

/// The page that is read at a time, of so many.
pub(super) fn page_at(part: &StepSpan, at: Ms, pages: u16) -> u16 {
    let pages = u64::from(pages.max(1));
    let read = (at - part.onset).0 * pages / part.length.0.max(1);
    read.min(pages - 1) as u16
}

/// When the page after one is read, if there is one.
pub(super) fn page_turns(part: &StepSpan, page: u16, pages: u16) -> Option<Ms> {
    let next = u64::from(page) + 1;
    let pages = u64::from(pages);
    (next < pages).then(|| part.onset + Ms((part.length.0 * next).div_ceil(pages)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::position;

    fn part() -> StepSpan {
        let lines = ["one two three", "four five six seven", "eight"];
        StepSpan {
            onset: Ms(1000),
            length: Ms(10_000),
            source: 0,
            continues: false,
            title: None,
            kind: SpanKind::Move {
                position: Box::new(position("p", "Position", &lines)),
            },
        }
    }

    fn rows(columns: u16, height: u16) -> Vec<(u16, u16, String)> {
        let part = part();
        let mut rows = Vec::new();
        let area = Rect::new(0, 0, columns, height);
        let page = Page::of(&part).unwrap();
        page.rows(area, Charset::Unicode, |row| {
            rows.push((row.page, row.down, row.text.to_owned()));
        });
        rows
    }

    fn row(page: u16, row: u16, text: &str) -> (u16, u16, String) {
        (page, row, text.to_owned())
    }

    #[test]
    fn a_text_that_fits_is_one_page_with_air_below_its_title() {
        let expected = [
            row(0, 0, "Position"),
            row(0, 2, "one two three"),
            row(0, 3, "four five six seven"),
            row(0, 4, "eight"),
        ];
        assert_eq!(rows(40, 8), expected);
    }

    #[test]
    fn a_paragraph_stays_whole_where_it_can() {
        let expected = [
            row(0, 0, "Position"),
            row(0, 1, "one two"),
            row(0, 2, "three"),
            row(1, 0, "four five"),
            row(1, 1, "six seven"),
            row(1, 2, "eight"),
        ];
        assert_eq!(rows(9, 3), expected);
        let narrow = rows(9, 1);
        assert_eq!(narrow.len(), 6);
        assert!(
            narrow
                .iter()
                .enumerate()
                .all(|(i, row)| row.0 as usize == i)
        );
        assert!(rows(0, 5).is_empty() && rows(5, 0).is_empty());
    }

    #[test]
    fn every_page_has_its_share_of_the_time() {
        let part = part();
        let table = [
            (0, 0),
            (1000, 0),
            (4333, 0),
            (4334, 1),
            (7666, 1),
            (7667, 2),
            (11_000, 2),
        ];
        for (at, page) in table {
            assert_eq!(page_at(&part, Ms(at), 3), page, "at {at}");
        }
        let turns = [0, 1, 2].map(|page| page_turns(&part, page, 3));
        assert_eq!(turns, [Some(Ms(4334)), Some(Ms(7667)), None]);
    }
}
