//! The list of sessions, and what the chosen one is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::list::{List, Row};
use super::write::{self, Flow};
use super::{footer, layout};
use crate::app::{App, Content, Entry, Library, Origin, Place};
use crate::diagnostic::Diagnostic;
use crate::library::group_of;
use crate::session::{Gate, Session};
use crate::timeline::{Choices, lengths};
use crate::wording::Wording;

/// Draws the library.
pub(super) fn draw(app: &App, library: &Library, area: Rect, cells: &mut Buffer) {
    let parts = layout(app, area);
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
    list(app, library, area).draw(app, cells, |entry, chosen, line, cells| {
        draw_row(app, &app.shelf[entry], chosen, line, cells);
    });
    if let Some(entry) = app.shelf.get(library.cursor.chosen) {
        draw_details(app, entry, parts.details, cells);
    }
    footer::draw(app, Place::Library, parts.footer, cells);
}

fn layout(app: &App, area: Rect) -> layout::Library {
    layout::library(area, app.words.what_this_is.len() as u16)
}

/// The sessions, below the headings of their groups.
pub(super) fn list(app: &App, library: &Library, area: Rect) -> List {
    let mut rows = Vec::with_capacity(app.shelf.len() + 8);
    let mut above = None;
    for (index, entry) in app.shelf.iter().enumerate() {
        let heading = heading(app, entry);
        if above != Some(heading) {
            rows.push(Row::Heading(heading));
        }
        above = Some(heading);
        rows.push(Row::Entry(index));
    }
    List::new(rows, library.cursor, layout(app, area).list)
}

/// What the group of a session is called.
fn heading(app: &App, entry: &Entry) -> &'static str {
    let words = &app.words.library;
    match entry.origin {
        Origin::Own => words.own,
        Origin::BuiltIn => group_of(&entry.id).map_or(words.built_in, words.group),
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
