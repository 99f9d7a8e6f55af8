//! The list of sessions, and what the chosen one is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write::{self, Flow};
use super::{drawing, footer, layout};
use crate::app::{App, Content, Entry, Library, Origin, Place};
use crate::diagnostic::Diagnostic;
use crate::library::group_of;
use crate::session::{Gate, Session};
use crate::timeline::{Choices, lengths};
use crate::wording::Wording;

/// Draws the library.
pub(super) fn draw(app: &App, library: &Library, area: Rect, cells: &mut Buffer) {
    let parts = layout::library(area, app.words.what_this_is.len() as u16);
    let theme = &app.look.theme;
    let plain_words = match app.wording {
        Wording::Neutral => None,
        Wording::Anatomical => Some(app.words.library.plain_words.to_owned()),
    };
    let place = app.followed().map(|followed| {
        let title = &followed.programme.title;
        app.words.place(title, followed.week)
    });
    let chosen: Vec<String> = place.into_iter().chain(plain_words).collect();
    footer::header(app, "", &chosen.join(" · "), parts.header, cells);
    let mut intro = Flow::new(cells, parts.intro, 0, theme.charset());
    for line in app.words.what_this_is {
        intro.text(line, theme.dim());
    }
    draw_list(app, library, parts.list, cells);
    if let Some(entry) = app.shelf.get(library.chosen) {
        draw_details(app, entry, parts.details, cells);
    }
    footer::draw(app, Place::Library, parts.footer, cells);
}

/// A row of the list: a heading or a session.
enum Row<'a> {
    Heading(&'static str),
    Entry(usize, &'a Entry),
}

fn rows(app: &App) -> impl Iterator<Item = Row<'_>> {
    app.shelf.iter().enumerate().flat_map(move |(i, entry)| {
        let above = i
            .checked_sub(1)
            .map(|above| heading(app, &app.shelf[above]));
        let heading = heading(app, entry);
        let heading = (above != Some(heading)).then_some(Row::Heading(heading));
        heading.into_iter().chain([Row::Entry(i, entry)])
    })
}

/// What the group of a session is called.
fn heading(app: &App, entry: &Entry) -> &'static str {
    let words = &app.words.library;
    match entry.origin {
        Origin::Own => words.own,
        Origin::BuiltIn => group_of(&entry.id).map_or(words.built_in, words.group),
    }
}

fn draw_list(app: &App, library: &Library, area: Rect, cells: &mut Buffer) {
    let height = usize::from(area.height);
    let chosen_row = rows(app)
        .position(|row| matches!(row, Row::Entry(i, _) if i == library.chosen))
        .unwrap_or(0);
    let scroll = (chosen_row + 1).saturating_sub(height);
    // Where there are more rows than fit, the first heading in sight has the chosen one's number.
    let mut number = (rows(app).count() > height).then_some(library.chosen);
    let mut lines = area.rows();
    let mut rows_in_sight = rows(app).skip(scroll);
    if let Some(heading) = sticky(app, scroll, height)
        && let Some(line) = lines.next()
    {
        rows_in_sight.next();
        draw_heading(app, heading, number.take(), line, cells);
    }
    for (line, row) in lines.zip(rows_in_sight) {
        match row {
            Row::Heading(heading) => draw_heading(app, heading, number.take(), line, cells),
            Row::Entry(i, entry) => draw_row(app, entry, i == library.chosen, line, cells),
        }
    }
}

/// The heading that stays in sight in place of the first row, where the rows below it have none.
fn sticky(app: &App, scroll: usize, height: usize) -> Option<&'static str> {
    let second = rows(app).nth(scroll + 1);
    let needed = scroll > 0 && height > 1 && !matches!(second, Some(Row::Heading(_)));
    let headings = rows(app).take(scroll + 1).filter_map(|row| match row {
        Row::Heading(heading) => Some(heading),
        Row::Entry(..) => None,
    });
    headings.last().filter(|_| needed)
}

/// A heading; where there are more rows than fit, with the number of the chosen one.
fn draw_heading(app: &App, heading: &str, chosen: Option<usize>, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    write::left(cells, area, heading, theme.dim(), charset);
    if let Some(chosen) = chosen {
        let number = format!("{} / {}", chosen + 1, app.shelf.len());
        let room = Rect {
            x: area.x + (write::width(heading, charset) + 2).min(area.width),
            width: area
                .width
                .saturating_sub(write::width(heading, charset) + 2),
            ..area
        };
        write::right(cells, room, &number, theme.dim(), charset);
    }
}

fn draw_row(app: &App, entry: &Entry, chosen: bool, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let style = match (&entry.content, chosen) {
        (Content::Session(_), true) => theme.strong(),
        (Content::Session(_), false) => theme.text(),
        (Content::Problems(_) | Content::Unreadable(_), _) => theme.dim(),
    };
    let inner = write::row(cells, area, chosen, theme);
    let length = entry
        .session()
        .map(|session| lengths(session, &Choices::default()).written);
    let to_mend = || app.words.library.to_mend.to_owned();
    let length = length.map_or_else(to_mend, |length| length.to_string());
    let shown = write::right(cells, inner, &length, theme.dim(), charset);
    let taken = if shown {
        write::width(&length, charset) + 1
    } else {
        0
    };
    let inner = Rect {
        width: inner.width.saturating_sub(taken),
        ..inner
    };
    write::left(cells, inner, entry.title(), style, charset);
}

fn draw_details(app: &App, entry: &Entry, area: Rect, cells: &mut Buffer) {
    let (theme, words) = (&app.look.theme, &app.words.library);
    let mut flow = Flow::new(cells, area, 0, theme.charset());
    match &entry.content {
        Content::Session(session) => draw_session(app, session, &mut flow),
        Content::Problems(problems) => write_problems(app, words.broken, problems, &mut flow),
        Content::Unreadable(why) => flow.text(why, theme.text()),
    }
    let used = flow.rows();
    if let Some(session) = entry.session() {
        drawing::draw_below(&session.positions[0], used, area, &app.look, cells);
    }
}

/// Writes what there is to mend in a file, and how.
pub(super) fn write_problems(
    app: &App,
    heading: &str,
    problems: &[Diagnostic],
    flow: &mut Flow<'_>,
) {
    let theme = &app.look.theme;
    flow.text(heading, theme.text());
    flow.gap();
    for problem in problems {
        flow.hanging("· ", &problem.message, theme.dim(), theme.text());
    }
    flow.gap();
    flow.text(app.words.library.how_to_mend, theme.dim());
}

/// What comes first matters most: there may be room for a few rows only.
fn draw_session(app: &App, session: &Session, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, &app.words.library);
    flow.text(session.shown_title(), theme.strong());
    let gate = (session.gate == Gate::Therapist).then(|| words.with_therapist.to_owned());
    let remarks: Vec<String> = [gate, app.words.other_language(session)]
        .into_iter()
        .flatten()
        .collect();
    flow.text(&remarks.join(" · "), theme.dim());
    if let Some(about) = &session.about {
        flow.text(about, theme.text());
    }
    flow.text(&app.words.credits(session), theme.dim());
    flow.gap();
    flow.text(words.positions, theme.dim());
    for position in &session.positions {
        flow.hanging("  ", &position.title, theme.dim(), theme.text());
    }
    if !session.cautions.is_empty() {
        flow.gap();
        flow.text(words.cautions, theme.dim());
        for caution in &session.cautions {
            flow.hanging("  ", caution, theme.dim(), theme.text());
        }
    }
}
