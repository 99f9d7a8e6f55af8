//! What a therapist reads beside a session: the note of the part that is under way, what is said
//! next and when, and the outline with the place one has come to.
//!
//! In a wide window the outline stands to the left of the notes, in a narrow one below them. What
//! is needed now stays in sight; only the outline scrolls.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write::Flow;
use super::{footer, layout, page};
use crate::app::{App, Notes, Place};
use crate::notes::{Followed, Outline, Part};
use crate::time::{Ms, Now};

/// From so many columns on the outline has a place of its own.
const WIDE: u16 = 70;
/// So many of the lines that come next are told.
const LINES: usize = 2;

/// Draws the notes at an instant.
pub(super) fn draw(app: &App, notes: &Notes, now: Now, area: Rect, cells: &mut Buffer) {
    let parts = layout::page(area);
    let followed = &notes.followed;
    let title = followed.outline.as_ref();
    let title = title.map_or(app.words.clinic.notes.heading, |outline| &*outline.title);
    footer::header(app, title, &times(app, followed, now), parts.header, cells);
    footer::draw(app, Place::Notes, parts.footer, cells);
    let charset = app.look.theme.charset();
    let body = whole_body(parts);
    let (now_area, outline_area) = split(app, followed, now, body);
    write_now(
        app,
        followed,
        now,
        &mut Flow::new(cells, now_area, 0, charset),
    );
    let (steps, here) = (parts_of(followed), followed.part(now));
    let most = rows(app, steps, outline_area).saturating_sub(outline_area.height);
    let scroll = match notes.scroll {
        // The part before the present one is the first in sight.
        0 => rows(
            app,
            &steps[..here.unwrap_or(0).saturating_sub(1)],
            outline_area,
        ),
        scroll => scroll - 1,
    };
    let mut flow = Flow::new(cells, outline_area, scroll.min(most), charset);
    write_outline(app, steps, here, &mut flow);
}

/// How far the outline can be scrolled. Until somebody scrolls, it follows the session.
pub(super) fn most_scroll(app: &App, notes: &Notes, area: Rect) -> u16 {
    let body = whole_body(layout::page(area));
    let (_, outline) = split(app, &notes.followed, Now::default(), body);
    let most = rows(app, parts_of(&notes.followed), outline).saturating_sub(outline.height);
    if most == 0 { 0 } else { most + 1 }
}

/// The row for hints is of more use to the notes.
fn whole_body(parts: layout::Page) -> Rect {
    Rect {
        height: parts.hint.bottom().saturating_sub(parts.body.y),
        ..parts.body
    }
}

/// Where the notes stand, and where the outline does.
fn split(app: &App, followed: &Followed, now: Now, body: Rect) -> (Rect, Rect) {
    if body.width >= WIDE {
        let gap = 4;
        let left = (body.width - gap) * 2 / 5;
        let outline = Rect {
            width: left,
            ..body
        };
        let notes = Rect {
            x: body.x + left + gap,
            width: body.width - left - gap,
            ..body
        };
        return (notes, outline);
    }
    let needed = page::rows(app, body, |flow| write_now(app, followed, now, flow));
    let height = needed.min(body.height);
    let below = (height + 1).min(body.height);
    let outline = Rect {
        y: body.y + below,
        height: body.height - below,
        ..body
    };
    (Rect { height, ..body }, outline)
}

/// The time into the session, and what is left of it.
fn times(app: &App, followed: &Followed, now: Now) -> String {
    let (Some(at), Some(outline)) = (followed.at(now), &followed.outline) else {
        return String::new();
    };
    let times = format!("{at} / {}", outline.length);
    match followed.pace() {
        Some(pace) if pace != 100 => format!("{} · {times}", app.words.breath_pace(pace)),
        _ => times,
    }
}

fn write_now(app: &App, followed: &Followed, now: Now, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, &app.words.clinic.notes);
    let Some(outline) = &followed.outline else {
        flow.text(words.waiting, theme.text());
        flow.gap();
        flow.text(words.how, theme.dim());
        return;
    };
    let Some(index) = followed.part(now) else {
        flow.text(words.not_begun, theme.text());
        if let Some(part) = outline.parts.first() {
            flow.gap();
            write_note(app, part, flow);
        }
        return;
    };
    let part = &outline.parts[index];
    let state = match (part.waits, followed.moves(now)) {
        (_, true) => "",
        (true, false) => words.until_key,
        (false, false) => words.stands,
    };
    if state.is_empty() {
        flow.text(&part.title, theme.strong());
    } else {
        let title = (&*part.title, theme.strong());
        flow.with_right(("", theme.text()), title, (state, theme.accent()));
    }
    write_note(app, part, flow);
    flow.gap();
    write_next(app, followed, outline, index, now, flow);
}

fn write_note(app: &App, part: &Part, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    match &part.note {
        Some(note) => flow.text(note, theme.accent()),
        None => flow.text(app.words.clinic.notes.none, theme.dim()),
    }
}

/// What is said next, and the part that comes then, each with the time until it does.
fn write_next(
    app: &App,
    followed: &Followed,
    outline: &Outline,
    index: usize,
    now: Now,
    flow: &mut Flow<'_>,
) {
    let (theme, words) = (&app.look.theme, &app.words.clinic.notes);
    let at = followed.at(now).unwrap_or_default();
    // To the next whole second, so that the last one is not told as none.
    let left = |onset: Ms| format!("{}  ", Ms((onset - at).0.next_multiple_of(1000)));
    flow.text(words.next, theme.dim());
    let part = outline.parts.get(index + 1);
    let begins = part.map_or(outline.length, |part| part.onset);
    let (before, after): (Vec<_>, Vec<_>) = followed
        .next_lines(now)
        .take(LINES)
        .partition(|(onset, _)| *onset < begins);
    for (onset, line) in before {
        flow.hanging(&left(*onset), line, theme.dim(), theme.text());
    }
    match part {
        Some(next) => {
            flow.hanging(&left(begins), &next.title, theme.dim(), theme.strong());
            if let Some(note) = &next.note {
                flow.text(note, theme.text());
            }
        }
        None => flow.hanging(&left(begins), words.end, theme.dim(), theme.text()),
    }
    for (onset, line) in after {
        flow.hanging(&left(*onset), line, theme.dim(), theme.text());
    }
}

fn write_outline(app: &App, parts: &[Part], here: Option<usize>, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    for (index, part) in parts.iter().enumerate() {
        let is_here = Some(index) == here;
        let (mark, style) = match (is_here, part.continues) {
            (true, _) => ("› ", theme.strong()),
            (false, true) => ("  · ", theme.dim()),
            (false, false) => ("  ", theme.dim()),
        };
        let noted = if part.note.is_some() { " *" } else { "" };
        let text = format!("{:>5}  {}{noted}", part.onset.to_string(), part.title);
        flow.hanging(mark, &text, theme.accent(), style);
    }
}

fn rows(app: &App, parts: &[Part], area: Rect) -> u16 {
    page::rows(app, area, |flow| write_outline(app, parts, None, flow))
}

/// The parts of the session that is followed.
fn parts_of(followed: &Followed) -> &[Part] {
    followed
        .outline
        .as_ref()
        .map_or(&[], |outline| &outline.parts)
}
