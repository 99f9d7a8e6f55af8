//! The list of sessions, searched or whole.

mod details;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::list::{List, Row};
use super::theme::Charset;
use super::write::{self, Flow};
use super::{drawing, footer, layout, page};
use crate::app::{App, Content, Library, Listed, Search};
use crate::diagnostic::Diagnostic;
use crate::timeline::{Choices, lengths};
use crate::wording::Wording;

/// Draws the library.
pub(super) fn draw(app: &App, library: &Library, area: Rect, cells: &mut Buffer) {
    let parts = layout(app, area);
    footer::header(app, "", &chosen_before(app), parts.header, cells);
    draw_intro(app, parts.intro, cells);
    if let Some(search) = &library.search {
        let (line, _) = below_search(library, parts.list);
        draw_search(app, search, line, cells);
    }
    let found = library.search.as_ref().and_then(Search::found);
    if found.is_some_and(<[usize]>::is_empty) {
        let (_, below) = below_search(library, parts.list);
        let theme = &app.look.theme;
        let mut flow = Flow::new(cells, below, 0, theme.charset());
        flow.text(app.words.library.not_found, theme.text());
    } else {
        list(app, library, area).draw(app, cells, |index, chosen, line, cells| {
            draw_row(app, index, chosen, line, cells);
        });
        draw_details(app, library, &parts, cells);
    }
    footer::draw(app, app.screen.place(), parts.footer, cells);
}

/// What was chosen once for everything, and which week one is in.
fn chosen_before(app: &App) -> String {
    let plain_words = match app.wording {
        Wording::Neutral => None,
        Wording::Anatomical => Some(app.words.library.plain_words.to_owned()),
    };
    let place = app.followed().map(|followed| {
        let title = &followed.programme.title;
        app.words.place(title, followed.week)
    });
    let chosen: Vec<String> = place.into_iter().chain(plain_words).collect();
    chosen.join(" · ")
}

/// Lays out the list. Whoever may be here for the first time is told what softly is.
fn layout(app: &App, area: Rect) -> layout::Library {
    let intro = app.words.what_this_is.len() as u16;
    layout::library(area, if app.may_be_new() { intro } else { 0 })
}

/// What softly is; where there is no room for all of it, what it is not, and how to leave.
fn draw_intro(app: &App, area: Rect, cells: &mut Buffer) {
    let (theme, lines) = (&app.look.theme, app.words.what_this_is);
    let write = |lines: &[&str], flow: &mut Flow<'_>| {
        for line in lines {
            flow.text(line, theme.dim());
        }
    };
    let fits = |lines: &[&str]| page::rows(app, area, |flow| write(lines, flow)) <= area.height;
    let least = lines.len().saturating_sub(1);
    let lines = if fits(lines) { lines } else { &lines[least..] };
    write(lines, &mut Flow::new(cells, area, 0, theme.charset()));
}

/// The line in which one types, and the room below it, while somebody searches.
fn below_search(library: &Library, list: Rect) -> (Rect, Rect) {
    let line = u16::from(library.search.is_some()).min(list.height);
    let typed = Rect {
        height: line,
        ..list
    };
    let below = Rect {
        y: list.y + line,
        height: list.height - line,
        ..list
    };
    (typed, below)
}

/// What was typed, and how much was found.
fn draw_search(app: &App, search: &Search, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let (typed, words) = (search.typed(), &app.words.library);
    let count = search.found().map_or(0, <[usize]>::len).to_string();
    let count = if search.found().is_some() {
        &*count
    } else {
        ""
    };
    write::right(cells, area, count, theme.dim(), charset);
    let mut room = Rect {
        width: area.width.saturating_sub(write::width(count, charset) + 1),
        ..area
    };
    let hint = if typed.is_empty() { words.search } else { "" };
    for (text, style) in [
        ("/ ", theme.accent()),
        (end_of(typed, room.width, charset), theme.strong()),
        ("▏", theme.accent()),
        (hint, theme.dim()),
    ] {
        let used = write::left(cells, room, text, style, charset);
        room = Rect {
            x: room.x + used,
            width: room.width - used,
            ..room
        };
    }
}

/// As much of the end of a text as there is room for beside the marks around it.
fn end_of(typed: &str, columns: u16, charset: Charset) -> &str {
    const MARKS: u16 = 3;
    let room = columns.saturating_sub(MARKS);
    let starts = typed.char_indices().map(|(at, _)| &typed[at..]);
    let mut ends = starts.chain([""]);
    ends.find(|end| write::width(end, charset) <= room)
        .unwrap_or("")
}

/// The sessions, below the headings of their groups; without headings where they were searched for.
pub(super) fn list(app: &App, library: &Library, area: Rect) -> List {
    let (_, place) = below_search(library, layout(app, area).list);
    let found = library.search.as_ref().and_then(Search::found);
    let rows = match found {
        Some(found) => found.iter().copied().map(Row::Entry).collect(),
        None => grouped(app),
    };
    List::new(rows, library.cursor, place)
}

fn grouped(app: &App) -> Vec<Row> {
    let Listed { order, favourites } = app.listed();
    let mut rows = Vec::with_capacity(order.len() + 8);
    let mut above = None;
    for (place, index) in order.into_iter().enumerate() {
        let heading = if place < favourites {
            app.words.library.favourites
        } else {
            app.words.list_heading(&app.shelf[index])
        };
        if above != Some(heading) {
            rows.push(Row::Heading(heading));
        }
        above = Some(heading);
        rows.push(Row::Entry(index));
    }
    rows
}

fn draw_row(app: &App, index: usize, chosen: bool, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let entry = &app.shelf[index];
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
    let used = write::left(cells, inner, entry.title(), style, charset);
    if app.is_favourite(index) {
        let beside = Rect {
            x: inner.x + used,
            width: inner.width - used,
            ..inner
        };
        draw_star(app, beside, cells);
    }
}

/// The mark of a favourite, beside its title where there is room.
fn draw_star(app: &App, area: Rect, cells: &mut Buffer) {
    const STAR: &str = " ★";
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    if write::width(STAR, charset) <= area.width {
        write::left(cells, area, STAR, theme.accent(), charset);
    }
}

/// What the chosen session is. Where there is no room for what softly is, a person who may be new
/// reads it here before they move.
fn draw_details(app: &App, library: &Library, parts: &layout::Library, cells: &mut Buffer) {
    let theme = &app.look.theme;
    let (index, area) = (library.cursor.chosen, parts.details);
    let Some(entry) = app.shelf.get(index) else {
        return;
    };
    if app.may_be_new() && parts.intro.is_empty() && library.search.is_none() {
        let opens_here = library.cursor.chosen == app.opening_cursor().chosen;
        if opens_here {
            draw_intro(app, area, cells);
            return;
        }
    }
    let write = |flow: &mut Flow<'_>| match &entry.content {
        Content::Session(session) => {
            details::write(app, session, app.is_favourite(index), flow);
        }
        Content::Problems(problems) => {
            write_problems(app, app.words.library.broken, problems, flow);
        }
        Content::Unreadable(why) => flow.text(why, theme.text()),
    };
    let rows = page::rows(app, area, write);
    let parts = layout::details(area, rows);
    write(&mut Flow::new(cells, parts.text, 0, theme.charset()));
    if let Some(session) = entry.session() {
        drawing::draw_below_words(&session.positions[0], parts.drawing, &app.look, cells);
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
