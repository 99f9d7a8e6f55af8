//! The drawing of the position that a session is done in, or what it shows in words.

use super::Outline;
use crate::app::chosen_position;
use crate::page::{Look, Page, Tone};
use crate::session::Drawing;
use crate::view::drawing::{Drawn, Ink, size};
use crate::view::picture::USUAL_ASPECT;

/// The most columns and rows.
const MOST: (u16, u16) = (40, 12);
/// Narrower drawings would show nothing.
const NARROWEST: usize = 24;
/// The columns before it.
const INDENT: usize = 2;

/// Writes what the drawing shows.
pub(super) fn tell(page: &mut Page, outline: &Outline<'_>) {
    let position = chosen_position(outline.session, outline.choices);
    if let Some(looks) = &position.looks {
        page.paragraph(0, Tone::Plain, looks);
    }
}

/// Draws it, where there is one and room for it.
pub(super) fn draw(page: &mut Page, outline: &Outline<'_>) {
    let position = chosen_position(outline.session, outline.choices);
    if let Some(drawing) = &position.drawing
        && page.look().width >= INDENT + NARROWEST
    {
        rows(page, drawing);
    }
}

fn rows(page: &mut Page, drawing: &Drawing) {
    let Look {
        colour,
        unicode,
        width,
    } = page.look();
    let room = width.saturating_sub(INDENT).min(MOST.0.into()) as u16;
    let (columns, rows) = size(drawing, (room, MOST.1), USUAL_ASPECT);
    let drawn = Drawn::new(drawing, (columns, rows), USUAL_ASPECT);
    let indent = " ".repeat(INDENT);
    page.gap();
    for row in 0..rows {
        let mut pieces: Vec<(Tone, String)> = vec![(Tone::Plain, indent.clone())];
        for column in 0..columns {
            let (glyph, ink) = drawn.glyph(column, row, unicode, colour);
            let tone = match ink {
                Ink::None => Tone::Plain,
                Ink::Prop => Tone::Quiet,
                Ink::Person => Tone::Accent,
            };
            match pieces.last_mut() {
                Some((last, text)) if *last == tone => text.push_str(glyph),
                _ => pieces.push((tone, glyph.to_owned())),
            }
        }
        let pieces: Vec<_> = pieces
            .iter()
            .map(|(tone, text)| (*tone, text.as_str()))
            .collect();
        page.row(&pieces);
    }
}
