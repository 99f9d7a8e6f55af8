//! What is said quietly below a session: a notice for a while, or how far through the steps one is.

use arrayvec::ArrayString;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::{Shown, margin};
use crate::app::{App, Notice, Playing};
use crate::timeline::StepSpan;
use crate::view::write;

/// One dot for each step, filled up to the present one.
pub(super) fn draw_dots(app: &App, playing: &Playing, part: usize, area: Rect, cells: &mut Buffer) {
    const MOST: usize = 20;
    let parts = playing.player.timeline().steps();
    let begun = |parts: &[StepSpan]| parts.iter().filter(|part| !part.continues).count();
    let steps = begun(parts);
    if steps > MOST || area.is_empty() {
        return;
    }
    let step = begun(&parts[..=part]);
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let wide = (steps * 2 - 1) as u16;
    let mut x = area.x + area.width.saturating_sub(wide) / 2;
    for i in 0..steps {
        let dot = if i < step { "●" } else { "·" };
        let cell = Rect::new(x, area.y, 1, 1).intersection(area);
        write::left(cells, cell, dot, theme.dim(), charset);
        x += 2;
    }
}

/// Something said quietly: that a phase is held open, or else what is said for a while. Answers how
/// many rows it takes.
pub(super) fn draw_notice(shown: Shown<'_>, area: Rect, cells: &mut Buffer) -> u16 {
    let app = shown.app;
    let mut put_together = ArrayString::new();
    let text = if shown.is_held_open() {
        app.words.clinic.held_open
    } else if let Some((notice, _)) = shown.playing.notice(shown.now) {
        notice_text(shown, notice, &mut put_together)
    } else {
        return 0;
    };
    let inner = area.inner(Margin::new(margin(area.width), 0));
    let theme = &app.look.theme;
    write::centred_lines(cells, inner, text, theme.dim(), theme.charset())
}

/// What a notice says. What has to be put together for it is written into `text`.
fn notice_text<'a>(shown: Shown<'a>, notice: Notice, text: &'a mut ArrayString<96>) -> &'a str {
    let (all, words) = (shown.app.words, &shown.app.words.notices);
    let paced = shown.playing.player.session().is_paced();
    // A text that is too long for its place is cut, which is what drawing would do.
    match notice {
        Notice::NoSound if paced => words.no_sound,
        Notice::NoSound => words.no_sound_unpaced,
        Notice::SoundLost => words.sound_lost,
        Notice::Sound(true) => words.sound_on,
        Notice::Sound(false) => words.sound_off,
        Notice::Part(part, on) => (all.sounds.switched)(part, on),
        Notice::Picture(picture) => (all.pictures.name)(picture),
        Notice::TapOn => all.clinic.tap_on,
        Notice::NothingPaced => all.clinic.nothing_paced,
        Notice::Followed(length) => {
            let _ = (all.clinic.followed)(text, length);
            text
        }
        Notice::Anchor(anchor) => all.anchor_line(anchor, 0),
        Notice::Fades => all.midway.fades,
        Notice::Breath(of_written) => {
            let pattern = shown.timeline().pattern_at(shown.moment.at);
            let _ = (words.breath)(text, of_written, pattern);
            text
        }
    }
}
