//! A session under way: one shape, one word, one line.

use std::fmt::Write;

use arrayvec::ArrayString;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::theme::Charset;
use super::{Motion, footer, layout, picture, write};
use crate::app::{App, Notice, Place, Playing};
use crate::player::Transport;
use crate::session::Phase;
use crate::time::{Ms, Now};
use crate::timeline::{Activity, Moment, SpanKind, Timeline};

/// How many rows the longest line of a session needs in so many columns.
pub(super) fn line_rows(timeline: &Timeline, columns: u16) -> u16 {
    let longest = timeline.lines().iter().max_by_key(|line| line.text.len());
    let columns = columns.saturating_sub(2 * margin(columns));
    longest.map_or(0, |line| {
        write::wrap(&line.text, columns, Charset::Unicode).count() as u16
    })
}

/// What is left free on either side of a line.
fn margin(columns: u16) -> u16 {
    if columns >= 30 { 2 } else { 0 }
}

/// Draws a session at an instant.
pub(super) fn draw(app: &App, playing: &Playing, now: Now, area: Rect, cells: &mut Buffer) {
    let parts = layout::playing(area, line_rows(playing.player.timeline(), area.width));
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let moment = playing.player.moment(now);
    draw_header(app, playing, now, parts.header, cells);
    if app.look.motion != Motion::None {
        let level = shown_level(app, playing, &moment, now);
        picture::draw(
            level,
            parts.picture,
            app.look.aspect,
            theme.palette(),
            cells,
        );
    }
    let word = word(app, playing, &moment, area.width < 10);
    write::centred(cells, parts.word, word, theme.strong(), charset);
    let free = draw_line(app, playing, &moment, parts.line, cells);
    let place = if parts.dots.height > 0 {
        Some(parts.dots)
    } else {
        free.then_some(parts.line)
    };
    match (playing.notice(now), place) {
        (Some((notice, _)), Some(place)) => draw_notice(app, notice, place, cells),
        _ => draw_dots(app, playing, moment.step, parts.dots, cells),
    }
    footer::draw(app, Place::Playing, parts.footer, cells);
}

fn draw_header(app: &App, playing: &Playing, now: Now, area: Rect, cells: &mut Buffer) {
    let player = &playing.player;
    let left = player.timeline().length() - player.at(now);
    let mut text = ArrayString::<64>::new();
    // A text that is too long for its place is cut, which is what drawing would do.
    let _ = (app.words.left)(&mut text, minutes_left(left));
    footer::header(app, &player.session().title, &text, area, cells);
}

/// How full the picture is drawn: with reduced motion it changes only with the phase.
fn shown_level(app: &App, playing: &Playing, moment: &Moment<'_>, now: Now) -> f64 {
    if app.look.motion == Motion::Full {
        return playing.level(now);
    }
    match moment.phase() {
        Some(Phase::In | Phase::Sip | Phase::Hold) => 1.0,
        Some(Phase::Out | Phase::Rest) => 0.0,
        None => 0.3,
    }
}

/// The whole minutes that are told as left, to the nearest; none in the last of them.
pub fn minutes_left(left: Ms) -> Option<u64> {
    (left >= Ms::minutes(1)).then(|| (left.0 + 30_000) / 60_000)
}

/// The one word: what the breath does, or else what this part is.
fn word<'a>(app: &App, playing: &'a Playing, moment: &Moment<'_>, narrow: bool) -> &'a str {
    let words = app.words;
    let step = &playing.player.timeline().steps()[moment.step];
    match (playing.player.transport(), moment.activity) {
        (Transport::Paused { why, .. }, _) => words.pause(why),
        (_, Activity::Breath { phase, .. }) if narrow => words.short_phase(phase),
        (_, Activity::Breath { phase, .. }) => words.phase(phase),
        (_, Activity::OwnPace) => words.own_pace,
        (_, Activity::Squeeze { .. }) => words.parts.squeeze[0],
        (_, Activity::Release { .. }) => words.parts.squeeze[1],
        (_, Activity::Quiet) => match (&step.kind, &step.title) {
            (SpanKind::Ground { sense }, _) => sense,
            (_, Some(title)) => title,
            (_, None) => words.quiet,
        },
    }
}

/// The one line. Says whether its place was left free.
fn draw_line(
    app: &App,
    playing: &Playing,
    moment: &Moment<'_>,
    area: Rect,
    cells: &mut Buffer,
) -> bool {
    let theme = &app.look.theme;
    let inner = area.inner(Margin::new(margin(area.width), 0));
    let (text, style) = match (playing.player.transport(), moment.line) {
        (Transport::Paused { .. }, _) => (app.words.go_on, theme.dim()),
        (_, Some(line)) => (&*line.text, theme.text()),
        (_, None) => return true,
    };
    write::centred_lines(cells, inner, text, style, theme.charset());
    false
}

/// One dot for each step, filled up to the present one.
fn draw_dots(app: &App, playing: &Playing, step: usize, area: Rect, cells: &mut Buffer) {
    const MOST: usize = 20;
    let steps = playing.player.timeline().steps().len();
    if steps > MOST || area.is_empty() {
        return;
    }
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let wide = (steps * 2 - 1) as u16;
    let mut x = area.x + area.width.saturating_sub(wide) / 2;
    for i in 0..steps {
        let dot = if i <= step { "●" } else { "·" };
        let cell = Rect::new(x, area.y, 1, 1).intersection(area);
        write::left(cells, cell, dot, theme.dim(), charset);
        x += 2;
    }
}

/// Something said quietly.
fn draw_notice(app: &App, notice: Notice, area: Rect, cells: &mut Buffer) {
    let (theme, words) = (&app.look.theme, &app.words.notices);
    let mut percent = ArrayString::<32>::new();
    let text = match notice {
        Notice::NoSound => words.no_sound,
        Notice::SoundLost => words.sound_lost,
        Notice::Sound(true) => words.sound_on,
        Notice::Sound(false) => words.sound_off,
        Notice::Breath(of_written) => {
            // A text that is too long for its place is cut, which is what drawing would do.
            let _ = write!(percent, "{} {of_written} %", app.words.settle.breath);
            &percent
        }
    };
    let inner = area.inner(Margin::new(margin(area.width), 0));
    write::centred_lines(cells, inner, text, theme.dim(), theme.charset());
}
