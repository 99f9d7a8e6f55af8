//! A session in the clinic: the word and the line in letters that can be read across a room, and the
//! picture in what room they leave.
//!
//! The places stay the same for a whole session. A line that is too long for large letters is
//! written in ordinary ones, rather than cut.

use arrayvec::ArrayString;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::Shown;
use crate::app::{App, Bare, Playing};
use crate::view::big::{self, Size};
use crate::view::write;

/// The least that the picture has: a bar.
const LEAST_PICTURE: u16 = 3;
/// The picture has no less than this part of the rows where letters can be of either size.
const PICTURE_SHARE: u16 = 3;

/// Where the parts of a session in the clinic go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    header: Rect,
    pub(super) picture: Rect,
    word: Rect,
    line: Rect,
    /// What is said quietly; below everything.
    quiet: Rect,
    footer: Rect,
    size: Size,
}

/// Where everything goes, in the clinic and where such letters have any room.
pub(super) fn layout_for(app: &App, playing: &Playing, area: Rect) -> Option<Layout> {
    let has_room = area.height >= 14 && area.width >= 50;
    (app.clinic && has_room).then(|| {
        let longest = super::longest_line(playing.player.timeline()).unwrap_or_default();
        layout(area, playing.bare, longest)
    })
}

/// Draws a session at an instant.
pub(super) fn draw(shown: Shown<'_>, layout: &Layout, cells: &mut Buffer) {
    let Shown {
        app, playing, now, ..
    } = shown;
    let theme = &app.look.theme;
    super::draw_header(app, playing, now, layout.header, cells);
    super::draw_picture(shown, layout.picture, cells);
    let word = super::word(shown, false, true);
    let strong = theme.accent().add_modifier(Modifier::BOLD);
    write(shown, layout.size, layout.word, word, strong, cells);
    let mut effort = ArrayString::new();
    if let Some((text, style)) = super::line(shown, true, &mut effort) {
        write(shown, layout.size, layout.line, text, style, cells);
    }
    if super::draw_notice(shown, layout.quiet, cells) == 0 {
        super::draw_dots(app, playing, shown.moment.step, layout.quiet, cells);
    }
    super::draw_footer(shown, 1, layout.footer, cells);
}

/// Lays out a session whose longest line is this, as far as others may see it.
fn layout(area: Rect, bare: Bare, longest: &str) -> Layout {
    let edge = u16::from(bare == Bare::All);
    let inside = area.height.saturating_sub(2 * edge);
    let columns = inner(area).width;
    let lines = |size: Size| size.height(longest, columns);
    let word = |size: Size| size.rows() + 1;
    let left = |size: Size| inside.saturating_sub(word(size) + lines(size).unwrap_or(0));
    let is_roomy = lines(Size::LARGE).is_some() && left(Size::LARGE) >= inside / PICTURE_SHARE;
    let size = if is_roomy { Size::LARGE } else { Size::SMALL };
    let most = inside.saturating_sub(word(size) + LEAST_PICTURE);
    let line = lines(size).unwrap_or(size.rows()).min(most);
    let line = line.max(size.rows().min(most));
    let picture = inside.saturating_sub(word(size) + line);
    let quiet = edge;
    let mut y = area.y;
    let mut take = |height: u16| {
        let rect = Rect { y, height, ..area };
        y += height;
        rect.intersection(area)
    };
    Layout {
        header: take(edge),
        picture: take(picture.saturating_sub(quiet)),
        word: take(word(size)),
        line: take(line),
        quiet: take(quiet),
        footer: take(edge),
        size,
    }
}

/// The room for letters, with a little air at the sides.
fn inner(area: Rect) -> Rect {
    Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// Writes a text in the largest letters that fit: large, small, or the terminal's own.
fn write(shown: Shown<'_>, most: Size, area: Rect, text: &str, style: Style, cells: &mut Buffer) {
    let (charset, area) = (shown.charset(), inner(area));
    let sizes = [Size::LARGE, Size::SMALL];
    let mut sizes = sizes.into_iter().filter(|size| *size <= most);
    let is_written = sizes.any(|size| big::centred(cells, area, text, size, style, charset));
    if !is_written {
        write::centred_lines(cells, area, text, style, charset);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONGEST: &str = "Heels, calves, thighs: heavy, light, or nothing much to notice.";

    #[test]
    fn nothing_overlaps_or_leaves_the_screen_at_any_size() {
        for width in [50, 80, 100, 200] {
            for height in 14..80 {
                for bare in [Bare::All, Bare::Words] {
                    let area = Rect::new(0, 0, width, height);
                    let l = layout(area, bare, LONGEST);
                    let parts = [l.header, l.picture, l.word, l.line, l.quiet, l.footer];
                    let rows: u16 = parts.iter().map(|part| part.height).sum();
                    assert_eq!(rows, height, "{width}x{height} {bare:?} {l:?}");
                    for pair in parts.windows(2) {
                        assert_eq!(pair[0].bottom(), pair[1].y, "{width}x{height} {bare:?}");
                    }
                    assert!(l.picture.height >= 2, "{width}x{height} {bare:?} {l:?}");
                }
            }
        }
    }

    #[test]
    fn the_longest_line_is_large_on_a_screen_of_ordinary_size_once_little_else_is_shown() {
        for (width, height, bare) in [(80, 24, Bare::Words), (100, 30, Bare::All)] {
            let l = layout(Rect::new(0, 0, width, height), bare, LONGEST);
            let needed = l.size.height(LONGEST, width - 2).unwrap();
            assert!(l.line.height >= needed, "{width}x{height} {l:?}");
        }
    }
}
