//! The top of an outline: what the session is, who made it, and what is good to know.

use super::Outline;
use crate::page::{Page, Tone};
use crate::text::{Clean, columns};

/// Writes the top. Marks before the entries of a list, and columns, are for the eye.
pub(super) fn write(page: &mut Page, outline: &Outline<'_>, steps: usize, marks: bool) {
    let (words, session) = (outline.words, outline.session);
    if marks {
        title(page, &session.title, &outline.timeline.length().to_string());
    } else {
        let length = outline.timeline.length();
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = (words.plain.title)(&mut text, &session.title, length, steps);
        page.paragraph(0, Tone::Plain, &text);
    }
    if let Some(about) = &session.about {
        page.paragraph(0, Tone::Plain, about);
    }
    page.paragraph(0, Tone::Quiet, &made_by(outline));
    page.gap();
    let positions = format!("{}: {}.", words.library.positions, positions(outline));
    page.paragraph(0, Tone::Plain, &positions);
    list(page, words.library.cautions, &session.cautions, marks);
    list(page, words.outline.stop_if, &session.stop_if, marks);
}

/// The title, and at the right how long it takes.
fn title(page: &mut Page, title: &str, length: &str) {
    let room = page.look().width;
    let taken = page.columns(title) + columns(length);
    if taken + 2 > room {
        page.paragraph(0, Tone::Strong, title);
        return page.paragraph(0, Tone::Plain, length);
    }
    let blank = " ".repeat(room - taken);
    page.row(&[
        (Tone::Strong, title),
        (Tone::Plain, &blank),
        (Tone::Plain, length),
    ]);
}

/// Who wrote it, and whether a clinician has read it.
fn made_by(outline: &Outline<'_>) -> String {
    let (words, session) = (outline.words, outline.session);
    let by = session.by.as_ref();
    let by = by.map(|by| format!("{} {by}.", words.library.by));
    let reviewed = match &session.reviewed_by {
        Some(by) => format!("{} {by}.", words.outline.reviewed_by),
        None => words.library.not_reviewed.to_owned(),
    };
    by.into_iter()
        .chain([reviewed])
        .collect::<Vec<_>>()
        .join(" ")
}

/// The positions, with a word beside the one that is chosen or suggested.
fn positions(outline: &Outline<'_>) -> String {
    let words = &outline.words.outline;
    let (marked, word) = match &outline.choices.position {
        Some(chosen) => (Some(chosen), words.chosen),
        None => (
            outline.session.positions.first().map(|first| &first.id),
            words.suggested,
        ),
    };
    let several = outline.session.positions.len() > 1;
    let named = outline.session.positions.iter().map(|position| {
        if several && Some(&position.id) == marked {
            format!("{} ({word})", position.title)
        } else {
            position.title.to_string()
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

/// A heading and its entries, if there are any.
pub(super) fn list(page: &mut Page, heading: &str, entries: &[Clean], marks: bool) {
    if entries.is_empty() {
        return;
    }
    page.gap();
    page.paragraph(0, Tone::Strong, heading);
    let mark = if marks { "· " } else { "" };
    let blank = " ".repeat(columns(mark));
    for entry in entries {
        page.hanging(
            &[(Tone::Quiet, mark)],
            &[(Tone::Quiet, &blank)],
            Tone::Plain,
            entry,
        );
    }
}
