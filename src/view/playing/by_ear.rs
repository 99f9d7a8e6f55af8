//! A session with closed eyes, for whoever looks all the same: quiet, and in large letters what any
//! key does. What the session says stands small below, where there is room.
//!
//! There is no picture: nothing moves that nobody sees.

use arrayvec::ArrayString;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

use super::{Shown, margin};
use crate::app::{App, Place};
use crate::view::big::{self, Size};
use crate::view::{footer, layout, write};

/// Where everything goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layout {
    header: Rect,
    /// What any key does.
    key: Rect,
    word: Rect,
    line: Rect,
    /// A notice, or how to end.
    quiet: Rect,
    footer: Rect,
}

/// Draws a session at an instant.
pub(super) fn draw(shown: Shown<'_>, area: Rect, cells: &mut Buffer) {
    let Shown {
        app, playing, now, ..
    } = shown;
    let theme = &app.look.theme;
    let charset = theme.charset();
    let key = any_key(shown);
    let longest = super::line_rows(shown.timeline(), area.width);
    let parts = arrange(app, area, longest);
    super::draw_header(app, playing, now, parts.header, cells);
    let letters = inner(parts.key);
    let high = Size::SMALL.height(key, letters.width);
    let middle = |high: u16| Rect {
        y: parts.key.y + parts.key.height.saturating_sub(high) / 2,
        ..letters
    };
    let large = high.is_some_and(|high| {
        let room = middle(high).intersection(parts.key);
        big::centred(cells, room, key, Size::SMALL, theme.dim(), charset)
    });
    if !large {
        let rows = write::wrap(key, letters.width, charset).count() as u16;
        let room = middle(rows).intersection(parts.key);
        write::centred_lines(cells, room, key, theme.strong(), charset);
    }
    let word = super::word(shown, area.width < 10, true);
    write::centred(cells, parts.word, word, theme.text(), charset);
    let mut effort = ArrayString::new();
    if let Some((text, style)) =
        super::line(shown, false, &mut effort).filter(|_| !shown.is_paused())
    {
        write::centred_lines(cells, inner(parts.line), text, style, charset);
    }
    if super::draw_notice(shown, parts.quiet, cells) == 0 {
        let ends = app.words.eyes_closed.ends;
        let fits = |text: &&&str| write::width(text, charset) <= parts.quiet.width;
        if let Some(ends) = ends.iter().find(fits) {
            write::centred(cells, parts.quiet, ends, theme.dim(), charset);
        }
    }
    let keys = footer::Keys {
        goes_on: shown.awaits,
        turns_pages: false,
    };
    footer::draw_for(app, Place::PlayingByEar, keys, parts.footer, cells);
}

/// What any key does now.
fn any_key(shown: Shown<'_>) -> &'static str {
    let words = &shown.app.words.eyes_closed;
    let plays = shown.playing.player.transport().is_playing() && !shown.awaits;
    if plays {
        words.pauses
    } else {
        words.any_key_goes_on
    }
}

/// The places stay the same for a whole session: there is room for the longer of what any key does.
fn arrange(app: &App, area: Rect, longest: u16) -> Layout {
    let rows = area.height;
    let (head, foot) = (u16::from(rows >= 12), u16::from(layout::has_footer(area)));
    let (word, quiet) = (u16::from(rows >= 2), u16::from(rows >= 5));
    let room = rows.saturating_sub(head + foot + word + quiet);
    let words = &app.words.eyes_closed;
    let letters = [words.pauses, words.any_key_goes_on].map(|text| {
        let columns = inner(area).width;
        let high = Size::SMALL
            .height(text, columns)
            .filter(|high| *high <= room);
        let charset = app.look.theme.charset();
        high.unwrap_or_else(|| write::wrap(text, columns, charset).count() as u16)
    });
    let least = letters[0].max(letters[1]).min(room);
    let line = longest.min(room - least);
    let mut y = area.y;
    let mut take = |height: u16| {
        let rect = Rect { y, height, ..area };
        y += height;
        rect.intersection(area)
    };
    Layout {
        header: take(head),
        key: take(room - line),
        word: take(word),
        line: take(line),
        quiet: take(quiet),
        footer: take(foot),
    }
}

fn inner(area: Rect) -> Rect {
    area.inner(Margin::new(margin(area.width).min(1), 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::view::Look;
    use crate::words::{ENGLISH, GERMAN};

    #[test]
    fn nothing_overlaps_or_leaves_the_screen_at_any_size() {
        for words in [&ENGLISH, &GERMAN] {
            let app = App::new(Look::default(), words, Settings::default());
            for (width, height) in (1..100).flat_map(|w| (0..40).map(move |h| (w, h))) {
                let l = arrange(&app, Rect::new(0, 0, width, height), 3);
                let parts = [l.header, l.key, l.word, l.line, l.quiet, l.footer];
                let rows: u16 = parts.iter().map(|part| part.height).sum();
                assert_eq!(rows, height, "{width}x{height} {l:?}");
                for pair in parts.windows(2) {
                    assert_eq!(pair[0].bottom(), pair[1].y, "{width}x{height} {l:?}");
                }
            }
        }
    }

    #[test]
    fn what_any_key_does_is_large_in_an_ordinary_window_and_in_a_small_one() {
        for words in [&ENGLISH, &GERMAN] {
            let app = App::new(Look::default(), words, Settings::default());
            for (width, height) in [(80, 24), (40, 12)] {
                let l = arrange(&app, Rect::new(0, 0, width, height), 3);
                for text in [words.eyes_closed.pauses, words.eyes_closed.any_key_goes_on] {
                    let high = Size::SMALL.height(text, inner(l.key).width);
                    assert!(
                        high.is_some_and(|high| high <= l.key.height),
                        "{text} {l:?}"
                    );
                }
            }
        }
    }
}
