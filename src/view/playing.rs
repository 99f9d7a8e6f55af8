//! A session under way: one shape, one word, one line.

use arrayvec::ArrayString;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Motion, footer, layout, picture, write};
use crate::app::{App, Place, Playing, SoundState};
use crate::player::Transport;
use crate::session::Phase;
use crate::time::Now;
use crate::timeline::{Activity, Moment};

/// Draws a session at an instant.
pub(super) fn draw(app: &App, playing: &Playing, now: Now, area: Rect, cells: &mut Buffer) {
    let parts = layout::playing(area);
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
    let narrow = area.width < 10;
    write::centred(
        cells,
        parts.word,
        word(app, playing, &moment, narrow),
        theme.strong(),
        charset,
    );
    let free = draw_line(app, playing, &moment, parts.line, cells);
    match notice(app) {
        Some(notice) if parts.dots.height > 0 => {
            write::centred(cells, parts.dots, notice, theme.dim(), charset);
        }
        Some(notice) if free => {
            write::centred_lines(cells, parts.line, notice, theme.dim(), charset);
        }
        _ => draw_dots(app, playing, moment.step, parts.dots, cells),
    }
    footer::draw(app, Place::Playing, parts.footer, cells);
}

fn draw_header(app: &App, playing: &Playing, now: Now, area: Rect, cells: &mut Buffer) {
    let player = &playing.player;
    let left = player.timeline().length() - player.at(now);
    let mut text = ArrayString::<64>::new();
    // A text that is too long for its place is cut, which is what drawing would do.
    let _ = (app.words.left)(&mut text, left.0.div_ceil(60_000).saturating_sub(1));
    footer::header(app, &player.session().title, &text, area, cells);
}

/// How full the picture is drawn: with reduced motion it changes only with the phase.
fn shown_level(app: &App, playing: &Playing, moment: &Moment<'_>, now: Now) -> f64 {
    if app.look.motion == Motion::Full {
        return playing.level(now);
    }
    match moment.phase() {
        Some(Phase::In | Phase::Hold) => 1.0,
        Some(Phase::Out | Phase::Rest) => 0.0,
        None => 0.3,
    }
}

/// The one word.
fn word(app: &App, playing: &Playing, moment: &Moment<'_>, narrow: bool) -> &'static str {
    let words = app.words;
    match (playing.player.transport(), moment.activity) {
        (Transport::Paused { why, .. }, _) => words.pause(why),
        (_, Activity::Breath { phase, .. }) if narrow => words.short_phase(phase),
        (_, Activity::Breath { phase, .. }) => words.phase(phase),
        (_, Activity::Quiet) => words.quiet,
        (_, Activity::OwnPace) => words.own_pace,
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
    let inner = area.inner(ratatui::layout::Margin::new(
        u16::from(area.width >= 30) * 2,
        0,
    ));
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

/// The quiet line about sound.
fn notice(app: &App) -> Option<&'static str> {
    let sound = &app.words.sound;
    match app.sound {
        _ if app.muted => Some(sound.muted),
        SoundState::Absent => Some(sound.absent),
        SoundState::Lost => Some(sound.lost),
        SoundState::Fine => None,
    }
}
