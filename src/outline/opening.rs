//! The top of an outline: what the session is, who made it, and what is good to know.

use super::{Outline, drawing};
use crate::app::Toggle;
use crate::page::{Page, Tone};
use crate::text::{Clean, columns};
use crate::words::Manner;

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
    page.paragraph(0, Tone::Quiet, &words.credits(session));
    page.gap();
    let positions = format!("{}: {}.", words.library.positions, positions(outline));
    page.paragraph(0, Tone::Plain, &positions);
    if !marks {
        drawing::tell(page, outline);
    }
    if !session.strands.is_empty() {
        let names: Vec<&str> = session
            .strands
            .iter()
            .map(|strand| (words.outline.strand)(*strand))
            .collect();
        let strands = format!("{}: {}.", words.outline.strands, names.join(", "));
        page.paragraph(0, Tone::Plain, &strands);
    }
    if marks {
        drawing::draw(page, outline);
    }
    further(page, outline);
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

/// What else there is to know: its neutral title, its language, what stands before it, what it
/// asks, how much of it is recorded, and what a person may switch.
fn further(page: &mut Page, outline: &Outline<'_>) {
    let (words, session) = (outline.words, outline.session);
    let menu_title = session.menu_title.as_ref();
    let mut lines: Vec<String> = Vec::new();
    lines.extend(menu_title.map(|title| format!("{}: {title}.", words.outline.in_lists)));
    lines.extend(words.other_language(session));
    let gate = words.why_a_gate(session);
    lines.extend(gate.first().map(|why| (*why).to_owned()));
    if let Some(check_in) = &session.check_in {
        let answers = words.check_in.answers(&check_in.answers, Manner::Spoken);
        lines.push(format!(
            "{} {} ({answers})",
            words.outline.asks, check_in.ask
        ));
    }
    let recorded = session.recordings.len();
    lines.extend((recorded > 0).then(|| (words.outline.recorded)(recorded)));
    let toggles = Toggle::offered(session);
    lines.extend(
        toggles.map(|toggle| words.toggle(toggle, session, outline.choices, Manner::Spoken)),
    );
    if !lines.is_empty() {
        page.gap();
    }
    for line in lines {
        page.paragraph(0, Tone::Plain, &line);
    }
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
