//! The screen of somebody who records: the line that is read aloud, as large as there is room for, the
//! lines around it, and how loud the voice is.
//!
//! It knows nothing of microphones: what it shows is handed in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::theme::{Charset, Theme};
use super::write::{self, Flow, centred, centred_lines, left, right, width, wrap};
use super::{big, layout};
use crate::record::{Fit, Level, Page, fit};

/// The quietest level that the meter shows, in decibels below full scale.
const LOWEST: f32 = -60.0;
/// The widest meter.
const METER: u16 = 48;

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct Recording<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// What this is about, before anything is recorded.
    pub intro: Option<&'a [String]>,
    /// What there is to read.
    pub page: &'a Page,
    /// What keys do, the most usual first.
    pub keys: &'a [(&'static str, &'static str)],
    /// Whether the microphone listens.
    pub listens: bool,
    /// How loud it is, and for how many seconds it has listened.
    pub level: Option<(Level, u64)>,
}

/// Draws it.
pub fn draw_recording(shown: &Recording<'_>, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (shown.theme, shown.theme.charset());
    cells.set_style(area, theme.background());
    let parts = layout::page(area);
    let inset = |rect: Rect| {
        let margin = if rect.width >= 30 { 2 } else { 0 };
        Rect {
            x: rect.x + margin,
            width: rect.width.saturating_sub(2 * margin),
            ..rect
        }
    };
    let header = inset(parts.header);
    let heading = &shown.page.heading;
    if shown.intro.is_none() {
        if !right(cells, header, heading, theme.dim(), charset) {
            left(cells, header, heading, theme.dim(), charset);
        } else if width(heading, charset) + 16 < header.width {
            left(cells, header, "softly record", theme.dim(), charset);
        }
    } else {
        left(cells, header, "softly record", theme.dim(), charset);
    }
    draw_keys(shown, inset(footer(area, parts.footer)), cells);
    let air = u16::from(area.height >= 16);
    let end = footer(area, parts.footer).y.saturating_sub(air);
    let body = Rect {
        y: parts.body.y,
        height: end.saturating_sub(parts.body.y),
        ..inset(area)
    };
    match shown.intro {
        Some(intro) => draw_intro(theme, intro, body, cells),
        None => draw_page(shown, body, cells),
    }
}

/// The row for keys; the last one where a page this low has none.
fn footer(area: Rect, footer: Rect) -> Rect {
    if footer.is_empty() && area.height >= 4 {
        return Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
    }
    footer
}

fn draw_keys(shown: &Recording<'_>, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (shown.theme, shown.theme.charset());
    let mut room = area;
    for (key, does) in shown.keys {
        let wide = width(key, charset) + 1 + width(does, charset);
        if wide > room.width || room.is_empty() {
            return;
        }
        let taken = left(cells, room, key, theme.accent(), charset) + 1;
        let rest = Rect {
            x: room.x + taken,
            width: room.width - taken,
            ..room
        };
        left(cells, rest, does, theme.dim(), charset);
        let next = (wide + 3).min(room.width);
        room.x += next;
        room.width -= next;
    }
}

fn draw_intro(theme: &Theme, intro: &[String], body: Rect, cells: &mut Buffer) {
    let columns = body.width.min(68);
    let charset = theme.charset();
    let rows: usize = intro
        .iter()
        .map(|text| wrap(text, columns, charset).count())
        .sum();
    let airy = rows + 2 * intro.len() <= usize::from(body.height);
    let all = rows + if airy { intro.len() } else { 0 };
    let free = usize::from(body.height).saturating_sub(all) as u16;
    let area = Rect {
        x: body.x + (body.width - columns) / 2,
        y: body.y + free / 3,
        width: columns,
        height: body.height.saturating_sub(free / 3),
    };
    let mut flow = Flow::new(cells, area, 0, charset);
    for text in intro {
        flow.text(text, theme.text());
        if airy {
            flow.gap();
        }
    }
}

/// The line in the middle, the others around it where there is room, and the news below.
fn draw_page(shown: &Recording<'_>, body: Rect, cells: &mut Buffer) {
    let (theme, charset, page) = (shown.theme, shown.theme.charset(), shown.page);
    if body.is_empty() {
        return;
    }
    let news = news_rows(shown, body.width).min(body.height.saturating_sub(1));
    let below = Rect {
        y: body.bottom() - news,
        height: news,
        ..body
    };
    draw_news(shown, below, cells);
    let gap = u16::from(body.height >= 12);
    let mut room = Rect {
        height: body.height - news - gap.min(body.height - news),
        ..body
    };
    let rows = |text: &str| wrap(text, room.width, charset).count() as u16;
    let around = [&page.before, &page.after].map(|line| line.as_deref().map_or(0, rows));
    let high = room.height.saturating_sub(around[0] + around[1] + 4);
    let size = letters(page, readable(room).width, high, charset);
    let own = match size {
        Some(size) => size.height(&page.line, readable(room).width),
        None => None,
    };
    let own = own.unwrap_or_else(|| rows(&page.line));
    if own + around[0] + around[1] + 4 <= room.height {
        let air = if room.height > own + around[0] + around[1] + 8 {
            2
        } else {
            1
        };
        if let Some(before) = &page.before {
            centred_lines(cells, room, before, theme.dim(), charset);
        }
        let last = Rect {
            y: room.bottom() - around[1],
            height: around[1],
            ..room
        };
        if let Some(after) = &page.after {
            centred_lines(cells, last, after, theme.dim(), charset);
        }
        let taken = around[0] + around[1] + 2 * air;
        room.y += around[0] + air;
        room.height = room.height.saturating_sub(taken);
    }
    let free = room.height.saturating_sub(own);
    let middle = Rect {
        y: room.y + free / 2,
        height: room.height - free / 2,
        ..room
    };
    let large = size.is_some_and(|size| {
        big::centred(
            cells,
            readable(middle),
            &page.line,
            size,
            theme.text(),
            charset,
        )
    });
    if !large {
        centred_lines(cells, middle, &page.line, theme.strong(), charset);
    }
}

/// An area with some air at its sides, where it is wide.
fn readable(area: Rect) -> Rect {
    let margin = if area.width >= 70 { area.width / 16 } else { 0 };
    Rect {
        x: area.x + margin,
        width: area.width - 2 * margin,
        ..area
    }
}

/// How large the line can be written in so many rows; none for ordinary letters.
fn letters(page: &Page, columns: u16, rows: u16, charset: Charset) -> Option<big::Size> {
    let clear = |size: &big::Size| charset == Charset::Unicode || *size >= big::Size::LARGE;
    let mut sizes = [big::Size::LARGE, big::Size::SMALL]
        .into_iter()
        .filter(clear);
    let fits = |size: &big::Size| {
        size.height(&page.line, columns)
            .is_some_and(|high| high <= rows)
    };
    sizes.find(fits)
}

/// How many rows the news take, with the meter.
fn news_rows(shown: &Recording<'_>, columns: u16) -> u16 {
    if shown.listens {
        return 2;
    }
    let rows = wrap(&shown.page.news, columns, shown.theme.charset()).count() as u16;
    rows.max(2)
}

fn draw_news(shown: &Recording<'_>, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (shown.theme, shown.theme.charset());
    match shown.level.filter(|_| shown.listens) {
        Some((level, seconds)) => {
            draw_meter(theme, level, seconds, area, cells);
            let below = Rect {
                y: area.y + 1,
                height: area.height.saturating_sub(1),
                ..area
            };
            let said = if level.is_cut {
                "too loud in places: further away"
            } else {
                fit(level.fit)
            };
            let style = match level.fit {
                _ if level.is_cut => theme.strong(),
                Fit::Silent => theme.dim(),
                Fit::Good => theme.accent(),
                Fit::Quiet | Fit::Loud => theme.strong(),
            };
            if !below.is_empty() {
                centred(cells, below, said, style, charset);
            }
        }
        None => {
            centred_lines(cells, area, &shown.page.news, theme.accent(), charset);
        }
    }
}

/// `● 0:03 ━━━━━━━━━━━━━━───╹────`: how long it has listened, how loud the voice is, and its peak.
fn draw_meter(theme: &Theme, level: Level, seconds: u64, area: Rect, cells: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let charset = theme.charset();
    let (full, empty, peak) = match charset {
        Charset::Unicode => ("━", "─", "┃"),
        Charset::Ascii => ("=", "-", "|"),
    };
    let time = format!("● {}:{:02} ", seconds / 60, seconds % 60);
    let wide = width(&time, charset);
    let bar = area.width.saturating_sub(wide).min(METER);
    let x = area.x + (area.width - (wide + bar).min(area.width)) / 2;
    let row = Rect {
        x,
        height: 1,
        width: area.right() - x,
        ..area
    };
    left(cells, row, &time, theme.accent(), charset);
    let place = |decibels: f32| {
        let share = ((decibels - LOWEST) / -LOWEST).clamp(0.0, 1.0);
        (share * f32::from(bar)).round() as u16
    };
    let (voice, highest) = (place(level.voice), place(level.peak).max(1) - 1);
    for column in 0..bar {
        let (symbol, style): (&str, Style) = if column < voice {
            (full, theme.accent())
        } else if column == highest && level.peak > LOWEST {
            (peak, theme.text())
        } else {
            (empty, theme.dim())
        };
        let cell = Rect {
            x: x + wide + column,
            y: area.y,
            width: 1,
            height: 1,
        };
        write::left(cells, cell, symbol, style, charset);
    }
}

#[cfg(test)]
mod tests;
