//! Where things go: pure functions from an area to named rectangles.

use ratatui::layout::Rect;

/// Where the parts of a playing session go. A part that has no room has no rows.
///
/// ```text
///  softly · Legs Resting            about 6 min left   header
///
///                     .-~~~-.
///                    (  pic  )                         picture
///                     `-...-'
///                      in …                            word
///       A little width across the base of the pelvis.  line
///                     ● ● · · ·                        dots
///  space pause   q leave   → skip                      footer
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Playing {
    /// Title and time left.
    pub header: Rect,
    /// The breath picture.
    pub picture: Rect,
    /// The phase word.
    pub word: Rect,
    /// The line to read.
    pub line: Rect,
    /// How far through the steps one is, or a quiet notice.
    pub dots: Rect,
    /// Key hints.
    pub footer: Rect,
}

/// Lays out a playing session in which a line needs up to `lines` rows. Text never sits on the
/// moving picture, and the picture makes room for words.
pub(super) fn playing(area: Rect, lines: u16) -> Playing {
    playing_with(area, lines.max(2))
}

/// The same with a page of text in the picture's place. The words below it take no more rows than
/// they need, and not so many that the page could not be read.
pub(super) fn playing_with_page(area: Rect, lines: u16) -> Playing {
    playing_with(area, lines.min((area.height / 4).max(1)))
}

/// Whether there is room for a footer in a session, with the first of its hints in it.
pub(super) fn has_footer(area: Rect) -> bool {
    area.height >= 8 && area.width >= 12
}

fn playing_with(area: Rect, lines: u16) -> Playing {
    let rows = area.height;
    let (head, foot) = (u16::from(rows >= 12), u16::from(has_footer(area)));
    let dots = u16::from(rows >= 18);
    let word = rows.min(1);
    let least_picture = u16::from(rows >= 3);
    let room = rows.saturating_sub(head + foot + dots + word + least_picture);
    let line = lines.min(room);
    let air = u16::from(rows >= 22);
    let text = word + line + dots + air;
    let mut top = Rows { area, next: area.y };
    let header = top.take(head);
    let picture = top.take(rows.saturating_sub(head + foot + text));
    let word = top.take(word);
    let line = top.take(line);
    let dots = top.take(dots);
    top.take(air);
    let footer = top.take(foot);
    Playing {
        header,
        picture,
        word,
        line,
        dots,
        footer,
    }
}

/// Hands out rows from the top.
struct Rows {
    area: Rect,
    next: u16,
}

impl Rows {
    fn take(&mut self, rows: u16) -> Rect {
        let rect = Rect {
            y: self.next,
            height: rows,
            ..self.area
        };
        self.next += rows;
        rect.intersection(self.area)
    }
}

/// A page of text: header, body and footer, the body no wider than is good to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// The name of the program or the session.
    pub header: Rect,
    /// The text.
    pub body: Rect,
    /// A line that stays in sight below the text, where there is room for it.
    pub hint: Rect,
    /// Key hints.
    pub footer: Rect,
}

/// The widest text that is good to read.
pub(super) const WIDEST: u16 = 76;

/// Lays out a page of text.
pub(super) fn page(area: Rect) -> Page {
    let edge = u16::from(area.height >= 8);
    let air = u16::from(area.height >= 14);
    let hint = u16::from(area.height >= 4);
    let gap = u16::from(area.height >= 26);
    let mut rows = Rows { area, next: area.y };
    let header = rows.take(edge);
    rows.take(air);
    let body = rows.take(area.height.saturating_sub(2 * edge + air + hint + gap));
    rows.take(gap);
    let hint = rows.take(hint);
    let footer = rows.take(edge);
    let margin = if area.width >= 30 { 2 } else { 0 };
    let width = body.width.saturating_sub(2 * margin).min(WIDEST);
    let left = if area.width > WIDEST + 24 {
        (area.width - width) / 2
    } else {
        margin
    };
    let inner = |rect: Rect| Rect {
        x: area.x + left,
        width,
        ..rect
    };
    Page {
        header,
        body: inner(body),
        hint: inner(hint),
        footer,
    }
}

/// Lays out a page of text with something beside it that is so many columns wide, where the text is
/// no narrower than it may be: the page, and what is beside its text.
pub(super) fn page_beside(area: Rect, columns: u16, narrowest: u16) -> Option<(Page, Rect)> {
    const MARGIN: u16 = 2;
    const GAP: u16 = 4;
    let room = area.width.checked_sub(2 * MARGIN)?;
    let text = room.checked_sub(GAP + columns)?.min(WIDEST);
    if text < narrowest {
        return None;
    }
    let left = area.x + MARGIN + (room - text - GAP - columns) / 2;
    let page = page(area);
    let narrow = |rect: Rect| Rect {
        x: left,
        width: text,
        ..rect
    };
    let beside = Rect {
        x: left + text + GAP,
        width: columns,
        ..page.body
    };
    let page = Page {
        body: narrow(page.body),
        hint: narrow(page.hint),
        ..page
    };
    Some((page, beside))
}

/// The library: intro, list, and details beside or below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Library {
    /// The name of the program.
    pub header: Rect,
    /// What it is.
    pub intro: Rect,
    /// The sessions.
    pub list: Rect,
    /// The chosen session.
    pub details: Rect,
    /// Key hints.
    pub footer: Rect,
}

/// Lays out the library; `intro` is how many rows its words need.
pub(super) fn library(area: Rect, intro: u16) -> Library {
    const LEAST_WITH_HINTS: u16 = 6;
    let Page { header, footer, .. } = page(area);
    let footer = if footer.is_empty() && area.height >= LEAST_WITH_HINTS {
        Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        }
    } else {
        footer
    };
    let margin = if area.width >= 30 { 2 } else { 0 };
    let top = header.bottom();
    let height = footer.y.saturating_sub(top);
    let height = if footer.height == 0 {
        area.bottom().saturating_sub(top)
    } else {
        height
    };
    let inner = Rect {
        x: area.x + margin,
        y: top,
        width: area.width.saturating_sub(2 * margin),
        height,
    };
    let roomy = inner.height >= intro + 12;
    let (intro, air) = if roomy {
        (intro, 1)
    } else {
        (0, u16::from(inner.height >= 10))
    };
    let mut rows = Rows {
        area: inner,
        next: inner.y,
    };
    rows.take(air);
    let intro = rows.take(intro);
    rows.take(u16::from(intro.height > 0));
    let rest = rows.take(inner.bottom().saturating_sub(rows.next).saturating_sub(air));
    let (list, details) = if inner.width >= 64 {
        let list = 34.min(inner.width / 2);
        let gap = 3;
        let details = Rect {
            x: rest.x + list + gap,
            width: (rest.width - list - gap).min(60),
            ..rest
        };
        (
            Rect {
                width: list,
                ..rest
            },
            details,
        )
    } else {
        let below = if rest.height >= 8 { rest.height / 2 } else { 0 };
        let list = Rect {
            height: rest.height - below,
            ..rest
        };
        let air = u16::from(below > 0);
        let details = Rect {
            y: list.bottom() + air,
            height: below - air,
            ..rest
        };
        (list, details)
    };
    Library {
        header,
        intro,
        list,
        details,
        footer,
    }
}

/// Lays out the settings: as the library, but in a narrow window most of it is the list, and what a
/// choice does is always in sight, in so many rows.
pub(super) fn settings(area: Rect, rows: u16) -> Library {
    const LEAST_LIST: u16 = 2;
    let mut parts = library(area, 1);
    if parts.details.x > parts.list.x {
        return parts;
    }
    let bottom = parts.list.bottom().max(parts.details.bottom());
    let height = bottom - parts.list.y;
    let details = height.saturating_sub(LEAST_LIST).min(rows);
    let air = u16::from(height >= 8);
    parts.list.height = height - details - air;
    parts.details = Rect {
        y: bottom - details,
        height: details,
        ..parts.list
    };
    parts
}

/// What is told about the chosen entry of a list, and a drawing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Details {
    /// The words.
    pub text: Rect,
    /// The drawing; empty where the words need the room.
    pub drawing: Rect,
}

/// Lays out the details: the drawing stands below the words, `rows` of which are needed, and is left
/// out where it would be too small to be made out.
pub(super) fn details(area: Rect, rows: u16) -> Details {
    const LEAST: (u16, u16) = (24, 6);
    const TALLEST: u16 = 16;
    let left = area.height.saturating_sub(rows + 1).min(TALLEST);
    if area.width < LEAST.0 || left < LEAST.1 {
        let drawing = Rect { height: 0, ..area };
        return Details {
            text: area,
            drawing,
        };
    }
    Details {
        text: Rect {
            height: rows,
            ..area
        },
        drawing: Rect {
            y: area.y + rows + 1,
            height: left,
            ..area
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_overlaps_or_leaves_the_screen_at_any_size() {
        for width in [0, 1, 9, 20, 40, 63, 80, 200] {
            for height in 0..70 {
                let area = Rect::new(0, 0, width, height);
                let p = playing(area, 3);
                let t = playing_with_page(area, 9);
                let l = library(area, 2);
                let s = settings(area, 2);
                let g = page(area);
                let (b, beside) = page_beside(area, 30, 50).unwrap_or((g, Rect::ZERO));
                let groups = [
                    vec![b.header, b.body, b.hint, b.footer, beside],
                    vec![p.header, p.picture, p.word, p.line, p.dots, p.footer],
                    vec![t.header, t.picture, t.word, t.line, t.dots, t.footer],
                    vec![l.header, l.intro, l.list, l.details, l.footer],
                    vec![s.header, s.intro, s.list, s.details, s.footer],
                    vec![g.header, g.body, g.hint, g.footer],
                ];
                for group in groups {
                    for (i, a) in group.iter().enumerate() {
                        assert!(
                            a.area() == 0 || area.intersection(*a) == *a,
                            "{width}x{height}"
                        );
                        for b in &group[i + 1..] {
                            assert_eq!(a.intersection(*b).area(), 0, "{width}x{height}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_drawing_stands_below_the_words_and_inside_or_is_left_out() {
        for (width, height) in [(60, 24), (41, 18), (36, 4), (24, 14), (23, 40), (0, 0)] {
            let area = Rect::new(3, 2, width, height);
            for rows in 0..40 {
                let Details { text, drawing } = details(area, rows);
                assert_eq!(text.intersection(drawing).area(), 0);
                assert_eq!(area.intersection(text), text);
                if drawing.is_empty() {
                    assert_eq!(text, area, "the words have all of it");
                } else {
                    assert_eq!(area.intersection(drawing), drawing);
                    assert_eq!((text.height, drawing.y), (rows, text.bottom() + 1));
                    assert!(drawing.height >= 6 && drawing.width >= 24);
                }
            }
        }
    }

    #[test]
    fn the_word_is_there_as_soon_as_there_is_a_row() {
        for height in 1..70 {
            assert_eq!(playing(Rect::new(0, 0, 10, height), 5).word.height, 1);
        }
    }
}
