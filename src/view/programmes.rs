//! The list of programmes, and what the chosen one is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::list::{List, Row};
use super::write::{self, Flow};
use super::{footer, layout, library};
use crate::app::{App, Origin, Place, ProgrammeEntry, Programmes};
use crate::programme::Programme;

/// Draws the list.
pub(super) fn draw(app: &App, programmes: &Programmes, area: Rect, cells: &mut Buffer) {
    let parts = layout::library(area, 0);
    footer::header(app, "", "", parts.header, cells);
    list(app, programmes, area).draw(app, cells, |index, chosen, line, cells| {
        draw_row(app, index, chosen, line, cells);
    });
    if let Some(entry) = app.programmes.get(programmes.cursor.chosen) {
        draw_details(app, entry, parts.details, cells);
    }
    footer::draw(app, Place::Programmes, parts.footer, cells);
}

/// The programmes, below where they come from.
pub(super) fn list(app: &App, list: &Programmes, area: Rect) -> List {
    let words = &app.words.programme;
    let mut rows = Vec::new();
    for (index, entry) in app.programmes.iter().enumerate() {
        if index == 0 || app.programmes[index - 1].origin != entry.origin {
            rows.push(Row::Heading(match entry.origin {
                Origin::BuiltIn => words.heading,
                Origin::Own => words.own,
            }));
        }
        rows.push(Row::Entry(index));
    }
    List::new(rows, list.cursor, layout::library(area, 0).list)
}

fn draw_row(app: &App, index: usize, chosen: bool, line: Rect, cells: &mut Buffer) {
    let (theme, entry) = (&app.look.theme, &app.programmes[index]);
    let style = match (&entry.read, chosen) {
        (Ok(_), true) => theme.strong(),
        (Ok(_), false) => theme.text(),
        (Err(_), _) => theme.dim(),
    };
    let inner = write::row(cells, line, chosen, theme);
    write::left(cells, inner, entry.title(), style, theme.charset());
}

fn draw_details(app: &App, entry: &ProgrammeEntry, area: Rect, cells: &mut Buffer) {
    let (theme, words) = (&app.look.theme, app.words);
    let mut flow = Flow::new(cells, area, 0, theme.charset());
    match &entry.read {
        Ok(programme) => {
            flow.text(&programme.title, theme.strong());
            if let Some(followed) = app.followed_in(programme) {
                flow.text(&words.you_are_in(followed.week), theme.accent());
            }
            draw_programme(app, programme, &mut flow);
        }
        Err(problems) => {
            library::write_problems(app, words.programme.broken, problems, &mut flow);
        }
    }
}

/// What comes first matters most: there may be room for a few rows only.
fn draw_programme(app: &App, programme: &Programme, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, app.words);
    if let Some(about) = &programme.about {
        flow.text(about, theme.text());
    }
    if let Some(language) = words.language_beside(programme.language.as_deref()) {
        flow.text(&language, theme.dim());
    }
    let credits = words.made_by(
        programme.by.as_ref(),
        programme.reviewed_by.as_ref(),
        programme.reviewed_on,
    );
    flow.text(&credits, theme.dim());
    flow.gap();
    for (index, week) in programme.weeks.iter().enumerate() {
        let number = format!("{}  ", index + 1);
        flow.hanging(&number, &week.title, theme.dim(), theme.text());
        if week.with_therapist {
            let blank = " ".repeat(number.len());
            let with = words.library.with_therapist;
            flow.hanging(&blank, with, theme.dim(), theme.dim());
        }
    }
}
