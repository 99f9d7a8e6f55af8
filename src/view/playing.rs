//! A session under way: one shape, one word, one line; a page of text where it waits with one.

mod by_ear;
mod clinic;
mod page;
mod quiet;

use arrayvec::ArrayString;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Style;

use super::theme::Charset;
use super::{Motion, footer, layout, picture, write};
use crate::app::{App, Bare, Notice, Place, Playing};
use crate::player::{Transport, Why};
use crate::session::Phase;
use crate::settings::Picture;
use crate::time::{Ms, Now};
use crate::timeline::{Activity, Anchor, Moment, SpanKind, StepSpan, Timeline};
use page::{Page, page_at, page_turns};
use quiet::{draw_dots, draw_notice};

/// How many rows the longest line of a session needs in so many columns.
fn line_rows(timeline: &Timeline, columns: u16) -> u16 {
    longest_line(timeline).map_or(0, |text| rows_of(text, columns))
}

/// The longest line of a session that is shown below its picture.
fn longest_line(timeline: &Timeline) -> Option<&str> {
    let (steps, lines) = (timeline.steps(), timeline.lines().iter());
    let lines = lines.filter(|line| Page::of(&steps[line.step]).is_none());
    let stretches = steps.iter().filter_map(|part| match &part.kind {
        SpanKind::Stretch { text, .. } => Some(text),
        _ => None,
    });
    let texts = lines.map(|line| &line.text).chain(stretches);
    texts.max_by_key(|text| text.len()).map(|text| &**text)
}

/// How many different pictures there are between empty and full at the size of the screen.
pub fn picture_steps(app: &App, playing: &Playing) -> u32 {
    let look = &app.look;
    let area = Rect::new(0, 0, look.size.0, look.size.1);
    let area = pictured(look.picture, picture_area(app, playing, area));
    picture::steps(look.picture, area, look.aspect)
}

/// Where the picture of a session is drawn.
fn picture_area(app: &App, playing: &Playing, area: Rect) -> Rect {
    let timeline = playing.player.timeline();
    match clinic::layout_for(app, playing, area) {
        Some(layout) => layout.picture,
        None => layout::playing(area, line_rows(timeline, area.width)).picture,
    }
}

fn rows_of(text: &str, columns: u16) -> u16 {
    let columns = columns.saturating_sub(2 * margin(columns));
    write::wrap(text, columns, Charset::Unicode).count() as u16
}

/// What is left free on either side of a line.
fn margin(columns: u16) -> u16 {
    if columns >= 30 { 2 } else { 0 }
}

/// A session at an instant, with everything that drawing it asks for again and again.
#[derive(Clone, Copy)]
struct Shown<'a> {
    app: &'a App,
    playing: &'a Playing,
    now: Now,
    moment: Moment<'a>,
    part: &'a StepSpan,
    /// Whether it waits, and somebody may go on.
    awaits: bool,
}

impl<'a> Shown<'a> {
    fn new(app: &'a App, playing: &'a Playing, now: Now) -> Self {
        let moment = playing.player.moment(now);
        Self {
            app,
            playing,
            now,
            moment,
            part: &playing.player.timeline().steps()[moment.step],
            awaits: playing.player.awaits(now),
        }
    }

    fn timeline(self) -> &'a Timeline {
        self.playing.player.timeline()
    }

    fn charset(self) -> Charset {
        self.app.look.theme.charset()
    }

    /// Whether nothing plays until somebody goes on, and not because the session waits.
    fn is_paused(self) -> bool {
        let transport = self.playing.player.transport();
        matches!(transport, Transport::Paused { why, .. } if !matches!(why, Why::Waiting | Why::Open))
    }

    /// Whether a phase is held open: all stays as it is, and that is said.
    fn is_held_open(self) -> bool {
        let transport = self.playing.player.transport();
        matches!(transport, Transport::Paused { why: Why::Open, .. })
    }

    fn layout(self, area: Rect) -> layout::Playing {
        if Page::of(self.part).is_none() {
            return layout::playing(area, line_rows(self.timeline(), area.width));
        }
        let lines = self.timeline().lines().iter();
        let rows = lines
            .filter(|line| line.step == self.moment.step && self.shows_lines())
            .map(|line| rows_of(&line.text, area.width));
        // Where there is a footer, it is worth a row to say how to go on.
        let hint = u16::from(layout::has_footer(area));
        layout::playing_with_page(area, rows.max().unwrap_or(hint))
    }

    fn anchor(self) -> Anchor {
        self.playing.player.choices().anchor
    }

    /// Whether attention rests on another anchor than what this part is about: instead of a breath,
    /// of a rest without a name, and of a place in the body once its author has spoken.
    fn is_elsewhere(self) -> bool {
        let instead = match &self.part.kind {
            SpanKind::Breathe { .. } => true,
            SpanKind::Rest => self.part.title.is_none(),
            SpanKind::Part { .. } => self.moment.line.is_none(),
            _ => false,
        };
        instead && self.anchor() != Anchor::Breath
    }

    /// What is said now: by the author, or else about the anchor.
    fn line(self) -> Option<&'a str> {
        let named = self.moment.anchor;
        let named = named.map(|line| self.app.words.anchor_line(line.anchor, line.turn));
        self.moment.line.map(|line| &*line.text).or(named)
    }

    /// Whether lines are shown below the picture: those of a change of position stand in its place.
    fn shows_lines(self) -> bool {
        !matches!(self.part.kind, SpanKind::Move { .. })
    }

    /// The text in the picture's place, where it stands, and how many pages it has.
    fn page(self, parts: &layout::Playing) -> Option<(Page<'a>, Rect, u16)> {
        let page = Page::of(self.part)?;
        let area = parts.picture;
        let area = area.inner(Margin::new(margin(area.width), 0));
        Some((page, area, page.pages(area, self.charset())))
    }

    /// Which page is shown: the one that somebody turned to, or else the one that is read now.
    fn page_number(self, pages: u16) -> u16 {
        let turned = self.playing.turned;
        let turned = turned.filter(|(part, _)| *part == self.moment.step);
        turned.map_or_else(
            || page_at(self.part, self.moment.at, pages),
            |(_, page)| page.min(pages - 1),
        )
    }
}

/// How many pages the text of a part has that waits with one, and which of them is shown.
pub fn pages(app: &App, playing: &Playing, now: Now) -> Option<(u16, u16)> {
    let shown = Shown::new(app, playing, now);
    Page::of(shown.part)?;
    let (columns, rows) = app.look.size;
    let parts = shown.layout(Rect::new(0, 0, columns, rows));
    let (_, _, pages) = shown.page(&parts)?;
    Some((pages, shown.page_number(pages)))
}

/// When the text of a part that waits is next turned by itself, if it is.
pub fn next_page(app: &App, playing: &Playing, now: Now) -> Option<Ms> {
    let (pages, page) = pages(app, playing, now)?;
    let shown = Shown::new(app, playing, now);
    let turned = playing
        .turned
        .is_some_and(|(part, _)| part == shown.moment.step);
    page_turns(shown.part, page, pages).filter(|_| !turned)
}

/// Whether there is a picture: not where a text has its place, and not for closed eyes.
pub fn has_picture(playing: &Playing, now: Now) -> bool {
    let part = playing.player.moment(now).step;
    !playing.any_key && Page::of(&playing.player.timeline().steps()[part]).is_none()
}

/// Draws a session at an instant.
pub(super) fn draw(app: &App, playing: &Playing, now: Now, area: Rect, cells: &mut Buffer) {
    let shown = Shown::new(app, playing, now);
    let has_page = Page::of(shown.part).is_some();
    match clinic::layout_for(app, playing, area).filter(|_| !has_page) {
        _ if playing.bare == Bare::Nothing => {}
        _ if playing.any_key && !has_page => by_ear::draw(shown, area, cells),
        Some(layout) => clinic::draw(shown, &layout, cells),
        None => draw_whole(shown, area, cells),
    }
}

fn draw_whole(shown: Shown<'_>, area: Rect, cells: &mut Buffer) {
    let Shown {
        app, playing, now, ..
    } = shown;
    let parts = shown.layout(area);
    draw_header(app, playing, now, parts.header, cells);
    let page = shown.page(&parts);
    if let Some((page, place, pages)) = page {
        page.draw(app, shown.page_number(pages), place, cells);
    } else {
        draw_picture(shown, parts.picture, cells);
    }
    let word = word(shown, area.width < 10, parts.footer.is_empty());
    let (strong, charset) = (app.look.theme.strong(), shown.charset());
    write::centred(cells, parts.word, word, strong, charset);
    let pages = page.map_or(1, |(_, _, pages)| pages);
    if pages > 1 && shown.page_number(pages) + 1 < pages {
        draw_more(shown, word, parts.word, cells);
    }
    let below = draw_below(shown, &parts, cells);
    draw_footer(shown, pages, below, cells);
}

/// The line, and a quiet notice or how far one is. Answers where the hints go: into the footer, or
/// where there is none, into the last row for a line while no words need it.
fn draw_below(shown: Shown<'_>, parts: &layout::Playing, cells: &mut Buffer) -> Rect {
    let (app, playing) = (shown.app, shown.playing);
    let notice = playing.notice(shown.now).map(|(notice, _)| notice);
    // How to see something again matters more than what can be seen now.
    let instead = notice == Some(Notice::Fades) && parts.dots.height == 0;
    let mut said = 0;
    if !instead {
        said = draw_line(shown, parts.footer.is_empty(), parts.line, cells);
    }
    let noticed = match parts.dots.height {
        0 if said == 0 => {
            said = draw_notice(shown, parts.line, cells);
            said
        }
        0 => 0,
        _ => draw_notice(shown, parts.dots, cells),
    };
    if noticed == 0 {
        draw_dots(app, playing, shown.moment.step, parts.dots, cells);
    }
    let line = parts.line;
    if parts.footer.height > 0 || said >= line.height {
        return parts.footer;
    }
    Rect {
        y: line.bottom() - 1,
        height: 1,
        ..line
    }
}

fn draw_picture(shown: Shown<'_>, area: Rect, cells: &mut Buffer) {
    let look = &shown.app.look;
    if !look.has_picture() {
        return;
    }
    let inner = pictured(look.picture, area);
    let (level, palette) = (shown_level(shown), look.theme.palette());
    picture::draw(look.picture, level, inner, look.aspect, palette, cells);
    if let Some(places) = picture::named_places(look.picture, inner, look.aspect) {
        let below = Rect {
            y: inner.bottom(),
            height: area.height - inner.height,
            ..area
        };
        draw_names(shown, places, below, cells);
    }
}

/// What there is for the picture itself: below the body a sentence has a row of its own.
fn pictured(picture: Picture, area: Rect) -> Rect {
    let rows = u16::from(picture == Picture::Body && area.height > 10);
    Rect {
        height: area.height - rows,
        ..area
    }
}

/// The names beside the body, and below it that people differ.
fn draw_names(shown: Shown<'_>, places: [Rect; 2], below: Rect, cells: &mut Buffer) {
    let (app, charset) = (shown.app, shown.charset());
    let (words, dim) = (&app.words.pictures, app.look.theme.dim());
    if app.named {
        for (place, name) in places.into_iter().zip([words.diaphragm, words.floor]) {
            write::right(cells, place, name, dim, charset);
        }
    }
    let fits = |text: &&&str| write::width(text, charset) <= below.width;
    if let Some(text) = words.felt.iter().find(fits) {
        write::centred(cells, below, text, dim, charset);
    }
}

fn draw_footer(shown: Shown<'_>, pages: u16, area: Rect, cells: &mut Buffer) {
    let keys = footer::Keys {
        goes_on: shown.awaits,
        turns_pages: pages > 1,
    };
    let place = if shown.playing.any_key {
        Place::PlayingByEar
    } else {
        Place::Playing
    };
    footer::draw_for(shown.app, place, keys, area, cells);
}

fn draw_header(app: &App, playing: &Playing, now: Now, area: Rect, cells: &mut Buffer) {
    let player = &playing.player;
    let left = player.timeline().length() - player.at(now);
    let mut text = ArrayString::<64>::new();
    // A text that is too long for its place is cut, which is what drawing would do.
    let _ = (app.words.left)(&mut text, minutes_left(left));
    footer::header(app, player.session().shown_title(), &text, area, cells);
}

/// How full the picture is drawn: with reduced motion it changes only with what happens.
fn shown_level(shown: Shown<'_>) -> f64 {
    const RELEASED: f64 = 0.5;
    if shown.app.look.motion == Motion::Full {
        return shown.playing.level(shown.now);
    }
    match shown.moment.activity {
        Activity::Breath { phase, .. } => match phase {
            Phase::In | Phase::Sip | Phase::Hold => 1.0,
            Phase::Out | Phase::Rest => 0.0,
        },
        Activity::Squeeze { .. } => 0.0,
        Activity::Release { .. } => RELEASED,
        Activity::Quiet | Activity::OwnPace => 0.3,
    }
}

/// The whole minutes that are told as left, to the nearest; none in the last of them.
pub fn minutes_left(left: Ms) -> Option<u64> {
    (left >= Ms::minutes(1)).then(|| (left.0 + 30_000) / 60_000)
}

/// The one word: what the breath does, or else what this part is.
fn word(shown: Shown<'_>, narrow: bool, no_footer: bool) -> &str {
    let (words, part) = (shown.app.words, shown.part);
    if let Transport::Paused { why, .. } = shown.playing.player.transport()
        && shown.is_paused()
    {
        return words.pause(why);
    }
    match shown.moment.activity {
        Activity::Breath { phase, .. } => {
            let phase = phase_told(phase, shown.moment.length);
            if narrow {
                words.short_phase(phase)
            } else {
                words.phase(phase)
            }
        }
        Activity::OwnPace => words.own_pace,
        Activity::Squeeze { .. } => words.parts.squeeze[0],
        Activity::Release { .. } => words.parts.squeeze[1],
        // Without a footer nothing else says how.
        Activity::Quiet if part.kind.waits() && no_footer => words.parts.go_on,
        Activity::Quiet if part.kind.waits() => words.parts.ready,
        Activity::Quiet if shown.is_elsewhere() => words.anchor(shown.anchor()),
        Activity::Quiet => match (&part.kind, &part.title) {
            (SpanKind::Ground { sense }, _) => sense,
            (SpanKind::Part { name }, _) => name,
            (SpanKind::Swap { .. }, _) => words.parts.swap,
            (SpanKind::Stretch { side, .. }, title) => match (side, title) {
                (Some(side), _) => side,
                (None, Some(title)) => title,
                (None, None) => words.parts.stretch,
            },
            (_, Some(title)) => title,
            (_, None) => words.quiet,
        },
    }
}

/// The phase that the word tells: a stay or a rest that would be over before it is read belongs to
/// what comes before it. A ramp begins with such.
fn phase_told(phase: Phase, length: Ms) -> Phase {
    const LEAST_TOLD: Ms = Ms::seconds(1);
    match phase {
        Phase::Hold if length < LEAST_TOLD => Phase::In,
        Phase::Rest if length < LEAST_TOLD => Phase::Out,
        told => told,
    }
}

/// Beside the word: the text has another page.
fn draw_more(shown: Shown<'_>, word: &str, area: Rect, cells: &mut Buffer) {
    let (more, charset) = (shown.app.words.settle.more, shown.charset());
    let taken = write::width(word, charset) + 2 * (write::width(more, charset) + 1);
    let area = area.inner(Margin::new(margin(area.width), 0));
    if taken <= area.width {
        write::right(cells, area, more, shown.app.look.theme.dim(), charset);
    }
}

/// The one line. Answers how many rows it takes.
fn draw_line(shown: Shown<'_>, no_footer: bool, area: Rect, cells: &mut Buffer) -> u16 {
    let mut effort = ArrayString::new();
    let Some((text, style)) = line(shown, no_footer, &mut effort) else {
        return 0;
    };
    let inner = area.inner(Margin::new(margin(area.width), 0));
    write::centred_lines(cells, inner, text, style, shown.charset())
}

/// The one line, if there is one, and how it is written. What has to be put together for it is
/// written into `effort`.
fn line<'a>(
    shown: Shown<'a>,
    no_footer: bool,
    effort: &'a mut ArrayString<64>,
) -> Option<(&'a str, Style)> {
    let (app, words) = (shown.app, &shown.app.words.parts);
    let theme = &app.look.theme;
    let line = shown.line().filter(|_| shown.shows_lines());
    let told = match (&shown.part.kind, line) {
        _ if shown.is_paused() => (app.words.go_on, theme.dim()),
        (_, Some(line)) => (line, theme.text()),
        // What there is to do stays in sight.
        (SpanKind::Stretch { text, .. }, None) => (&**text, theme.text()),
        (SpanKind::Swap { side }, None) => (&**side, theme.text()),
        (SpanKind::Contract(contract), None) => match (contract.effort, shown.moment.activity) {
            (Some(percent), Activity::Squeeze { .. }) => {
                // A text that is too long for its place is cut, which is what drawing would do.
                let _ = (words.effort)(effort, percent);
                (&**effort, theme.text())
            }
            _ => return None,
        },
        (SpanKind::Wait, None) => match &shown.part.title {
            Some(title) => (&**title, theme.text()),
            None if no_footer => return None,
            None => (words.go_on, theme.dim()),
        },
        (SpanKind::Move { .. } | SpanKind::External { .. }, None) if !no_footer => {
            (words.go_on, theme.dim())
        }
        _ => return None,
    };
    Some(told)
}

#[cfg(test)]
mod tests;
