//! The steps of a session in the middle of it: where one is, and where one could go.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Charset;
use super::{footer, layout, write};
use crate::app::{App, Place, Playing, Screen, Steps};
use crate::session::Position;
use crate::time::Now;
use crate::timeline::Listed;

/// A row is no wider than the eye goes along it.
const WIDEST: u16 = 60;

/// Draws the steps of the session below.
pub(super) fn draw(
    app: &App,
    below: &Screen,
    steps: &Steps,
    now: Now,
    area: Rect,
    cells: &mut Buffer,
) {
    let parts = layout::page(area);
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let Some(playing) = below.playing() else {
        return;
    };
    let length = playing.player.timeline().length().to_string();
    footer::header(app, app.words.midway.steps, &length, parts.header, cells);
    let body = Rect {
        width: parts.body.width.min(WIDEST),
        ..parts.body
    };
    let height = usize::from(body.height);
    let scroll = first_in_sight(steps, height);
    let rows = steps.rows.iter().enumerate().skip(scroll);
    for ((index, row), line) in rows.zip(body.rows()) {
        draw_row(app, playing, steps, (index, row), line, cells);
    }
    let mut room = parts.hint.width;
    let more = app.words.settle.more;
    let is_more = scroll + height < steps.rows.len();
    if is_more && write::right(cells, parts.hint, more, theme.dim(), charset) {
        room = room.saturating_sub(write::width(more, charset) + 2);
    }
    let hint = hint(app, playing, steps, now, room, charset);
    write::left(cells, parts.hint, &hint, theme.accent(), charset);
    footer::draw(app, Place::Steps, parts.footer, cells);
}

/// The first row that is shown: the chosen one is in sight, and what comes around it.
fn first_in_sight(steps: &Steps, height: usize) -> usize {
    let most = steps.rows.len().saturating_sub(height);
    let least = (steps.chosen + 2).saturating_sub(height);
    least.min(most)
}

fn draw_row(
    app: &App,
    playing: &Playing,
    steps: &Steps,
    (index, row): (usize, &Listed),
    area: Rect,
    cells: &mut Buffer,
) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let (chosen, here) = (index == steps.chosen, index == steps.here);
    let room = write::row(cells, area, chosen, theme);
    // As below the breath: what has begun is filled.
    let dot = match row {
        Listed::LeftOut { .. } => " ",
        Listed::Part(_) if index <= steps.here => "●",
        Listed::Part(_) => "·",
    };
    let dot_style = if here { theme.accent() } else { theme.dim() };
    write::left(cells, room, dot, dot_style, charset);
    let taken = 2.min(room.width);
    let room = Rect {
        x: room.x + taken,
        width: room.width - taken,
        ..room
    };
    let player = &playing.player;
    let aside = fitting(&app.words.beside_listed(row, here), room.width / 2, charset);
    write::right(cells, room, &aside, theme.dim(), charset);
    let room = Rect {
        width: room
            .width
            .saturating_sub(match write::width(&aside, charset) {
                0 => 0,
                wide => wide + 2,
            }),
        ..room
    };
    let style = match (row, chosen) {
        (Listed::LeftOut { .. }, _) => theme.dim(),
        (Listed::Part(_), true) => theme.strong(),
        (Listed::Part(_), false) => theme.text(),
    };
    let title = app.words.listed(row, player.session(), player.timeline());
    write::left(cells, room, &title, style, charset);
}

/// As much of what stands beside a row as fits, from its end.
fn fitting(beside: &[String], room: u16, charset: Charset) -> String {
    let joined = |from: usize| beside[from..].join(" · ");
    let fits = |text: &String| write::width(text, charset) <= room;
    (0..beside.len()).map(joined).find(fits).unwrap_or_default()
}

/// How to go to the chosen step, and by way of what.
fn hint(
    app: &App,
    playing: &Playing,
    steps: &Steps,
    now: Now,
    room: u16,
    charset: Charset,
) -> String {
    let words = &app.words.midway;
    let fits = |text: &str| write::width(text, charset) <= room;
    let plain = words.go_to.iter().copied().find(|text| fits(text));
    let plain = plain.unwrap_or_default();
    let Some(position) = leads_by(playing, steps, now) else {
        return plain.to_owned();
    };
    let by_way = format!("{} {}", words.by_way_of, position.title);
    let whole = format!("{}, {by_way}", words.go_to.get(1).unwrap_or(&plain));
    if fits(&whole) { whole } else { by_way }
}

/// The position that one is led to first on the way to the chosen step.
fn leads_by<'a>(playing: &'a Playing, steps: &Steps, now: Now) -> Option<&'a Position> {
    let part = steps.chosen()?.parts.start;
    let timeline = playing.player.timeline();
    let landing = playing.player.landing(part, now);
    (landing < timeline.steps()[part].onset)
        .then(|| timeline.position_at(landing))
        .flatten()
}
