//! The steps of a session, one after the other, each with its time, what it does and its words.

use std::borrow::Cow;
use std::fmt::Write;

use super::manner::{self, Manner};
use super::{Outline, opening};
use crate::page::{Look, Page, Piece, Tone};
use crate::text::{Clean, columns};
use crate::time::Ms;
use crate::timeline::{Activity, Line, SpanKind, Timeline};
use crate::words::Words;

/// The most parts of one step that are told one by one.
const MOST_PARTS: usize = 12;

/// A step of the session: one part, or several where it has rounds, sides or places.
#[derive(Debug)]
pub(super) struct Step<'a> {
    /// In order; never empty.
    pub(super) parts: Vec<Part<'a>>,
}

/// A part of a step.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) onset: Ms,
    pub(super) length: Ms,
    /// The step of the session it comes from; none for a change of position before it.
    pub(super) source: Option<usize>,
    /// Whether it lasts until a key is pressed.
    pub(super) waits: bool,
    pub(super) title: Cow<'a, str>,
    pub(super) manner: Manner,
    pub(super) lines: Vec<&'a Line>,
}

/// The steps of a timeline. A span that continues the one before is another part of its step.
pub(super) fn of<'a>(words: &'static Words, timeline: &'a Timeline) -> Vec<Step<'a>> {
    let mut lines = timeline.lines().iter().peekable();
    let mut steps: Vec<Step<'a>> = Vec::new();
    for (index, span) in timeline.steps().iter().enumerate() {
        let activity = timeline.segment_at(span.onset).activity;
        let own_pace = !matches!(activity, Activity::Breath { .. });
        let part = Part {
            onset: span.onset,
            length: span.length,
            source: (!matches!(span.kind, SpanKind::Move { .. })).then_some(span.source),
            waits: span.kind.waits(),
            title: words.part(span.title.as_deref(), &span.kind),
            manner: manner::of(words, &span.kind, own_pace),
            lines: std::iter::from_fn(|| lines.next_if(|line| line.step <= index)).collect(),
        };
        match steps.last_mut() {
            Some(step) if span.continues => step.parts.push(part),
            _ => steps.push(Step { parts: vec![part] }),
        }
    }
    steps
}

impl Step<'_> {
    fn onset(&self) -> Ms {
        self.parts[0].onset
    }

    fn length(&self) -> Ms {
        self.parts.iter().map(|part| part.length).sum()
    }
}

/// Writes the steps, then how long it all is, then where its ideas come from.
pub(super) fn draw(outline: &Outline<'_>, steps: &[Step<'_>], look: Look, picture: bool) -> String {
    let mut page = Page::new(look.for_reading());
    let digits = steps.len().to_string().len();
    let times = columns(&outline.timeline.length().to_string());
    let mut writer = Writer {
        page: &mut page,
        outline,
        picture,
        steps: steps.len(),
        digits,
        times,
    };
    for (index, step) in steps.iter().enumerate() {
        writer.step(index, step);
    }
    writer.closing();
    page.finish()
}

struct Writer<'p, 'a> {
    page: &'p mut Page,
    outline: &'p Outline<'a>,
    picture: bool,
    /// How many steps there are.
    steps: usize,
    /// The columns of the numbers, and of the times.
    digits: usize,
    times: usize,
}

impl Writer<'_, '_> {
    /// The columns before a title: the sign of the kind and the number, and the time.
    fn indent(&self) -> usize {
        let number = if self.picture { 2 + self.digits + 2 } else { 0 };
        number + self.times + 2
    }

    fn step(&mut self, index: usize, step: &Step<'_>) {
        self.heading(Some(index), step.onset(), step.length(), &step.parts[0]);
        let source = step.parts[0].source;
        let note = source.and_then(|source| *self.outline.notes?.get(source)?);
        if let Some(note) = note {
            self.note(note);
        }
        let written = source.and_then(|source| self.outline.session.steps.get(source));
        if written.is_some_and(|step| step.long_silence) {
            let words = self.outline.words.outline.silence;
            self.page.paragraph(self.indent(), Tone::Quiet, words);
        }
        self.words(&step.parts[0]);
        for part in step.parts.iter().skip(1).take(MOST_PARTS - 1) {
            self.heading(None, part.onset, part.length, part);
            self.words(part);
        }
        if let Some(rest) = step.parts.get(MOST_PARTS..).filter(|rest| !rest.is_empty()) {
            let mut more = String::new();
            // Writing to a String cannot fail.
            let until = step.onset() + step.length();
            let _ = (self.outline.words.outline.more_parts)(&mut more, rest.len(), until);
            self.page.paragraph(self.indent(), Tone::Quiet, &more);
        }
    }

    /// A step begins, or another part of it that has no number.
    fn heading(&mut self, index: Option<usize>, onset: Ms, length: Ms, part: &Part<'_>) {
        if self.picture {
            self.drawn_heading(index, onset, length, part);
        } else {
            self.told_heading(index, onset, length, part);
        }
        // What a title says already is not said again.
        let detail = part.manner.detail.as_deref();
        let detail = detail.filter(|detail| !detail.ends_with(&*part.title));
        let name = part.manner.fill.name;
        let named = !self.picture && !name.eq_ignore_ascii_case(&part.title);
        if let Some(detail) = detail.or(named.then_some(name)) {
            self.page.paragraph(self.indent(), Tone::Quiet, detail);
        }
    }

    /// `█ 5  2:08  Soft breathing           3:00`
    fn drawn_heading(&mut self, index: Option<usize>, onset: Ms, length: Ms, part: &Part<'_>) {
        let sign = part.manner.fill.sign(self.page.look());
        let number = index.map(|index| (index + 1).to_string());
        let number = number.unwrap_or_default();
        let number = format!("{number:>digits$}  ", digits = self.digits);
        let time = self.time(onset, "  ");
        let before: [Piece<'_>; 4] = [
            (part.manner.fill.tone, sign),
            (Tone::Plain, " "),
            (Tone::Quiet, &number),
            (Tone::Plain, &time),
        ];
        let length = if part.waits {
            self.outline.words.parts.until_key.to_owned()
        } else {
            length.to_string()
        };
        self.title(&before, &part.title, &length);
    }

    /// `2:08  Part 5 of 8: Soft breathing. 3 minutes.`
    fn told_heading(&mut self, index: Option<usize>, onset: Ms, length: Ms, part: &Part<'_>) {
        let mut text = String::new();
        let words = self.outline.words;
        let (number, of) = (index.map_or(0, |index| index + 1), self.steps);
        let lasts = (!part.waits).then_some(length);
        // Writing to a String cannot fail.
        let _ = match index {
            Some(_) => (words.plain.step)(&mut text, Some((number, of)), &part.title, lasts),
            None if part.waits => write!(text, "{}, {}", part.title, words.parts.until_key),
            None => write!(text, "{}, {length}", part.title),
        };
        let time = self.time(onset, "  ");
        let rest = " ".repeat(self.indent());
        self.page.hanging(
            &[(Tone::Plain, &time)],
            &[(Tone::Plain, &rest)],
            Tone::Plain,
            &text,
        );
    }

    fn time(&self, at: Ms, after: &str) -> String {
        format!("{:>times$}{after}", at.to_string(), times = self.times)
    }

    /// A title, with its length at the right where there are columns and room.
    fn title(&mut self, before: &[Piece<'_>], title: &str, length: &str) {
        let room = self.page.look().width - self.indent();
        let wide = self.page.columns(title) + columns(length);
        if wide + 2 > room {
            let rest = " ".repeat(self.indent());
            let title = format!("{title}, {length}");
            let rest = [(Tone::Plain, &*rest)];
            return self.page.hanging(before, &rest, Tone::Strong, &title);
        }
        let blank = " ".repeat(room - wide);
        let title = [
            (Tone::Strong, title),
            (Tone::Plain, &*blank),
            (Tone::Plain, length),
        ];
        self.page.row(&[before, &title[..]].concat());
    }

    fn note(&mut self, note: &Clean) {
        let note = format!("{} {note}", self.outline.words.outline.note);
        self.page.paragraph(self.indent(), Tone::Third, &note);
    }

    /// The lines of a part, each once, with the times at which it comes again.
    fn words(&mut self, part: &Part<'_>) {
        let mut said: Vec<(&Line, Vec<Ms>)> = Vec::new();
        for line in &part.lines {
            match said.iter_mut().find(|(first, _)| first.text == line.text) {
                Some((_, again)) => again.push(line.onset),
                None => said.push((line, Vec::new())),
            }
        }
        // Below a title the words stand a little further in, where that can be seen.
        let inside = if self.picture { 2 } else { 0 };
        let before = " ".repeat(self.indent() - self.times - 2);
        let rest = " ".repeat(self.indent() + inside);
        for (line, again) in said {
            let time = self.time(line.onset, &" ".repeat(2 + inside));
            self.page.hanging(
                &[(Tone::Plain, &before), (Tone::Quiet, &time)],
                &[(Tone::Plain, &rest)],
                Tone::Plain,
                &line.text,
            );
            let mut more = String::new();
            // Writing to a String cannot fail.
            let _ = (self.outline.words.outline.again)(&mut more, &again);
            if !more.is_empty() {
                self.page
                    .paragraph(self.indent() + inside, Tone::Quiet, &more);
            }
        }
        self.page.gap();
    }

    fn closing(&mut self) {
        let outline = self.outline;
        let words = &outline.words.outline;
        let mut lengths = String::new();
        // Writing to a String cannot fail.
        let _ = (words.lengths)(&mut lengths, outline.timeline.length(), &outline.range);
        self.page.paragraph(0, Tone::Plain, &lengths);
        let (session, choices) = (outline.session, outline.choices);
        let left_out = [
            (outline.leaves_holds_out(), words.without_holds),
            (
                session.has_squeezes() && !choices.squeezes,
                words.without_squeezes,
            ),
            (
                session.has_asked_parts() && !choices.asked_parts,
                words.without_asked_parts,
            ),
        ];
        for (_, said) in left_out.into_iter().filter(|(is, _)| *is) {
            self.page.paragraph(0, Tone::Plain, said);
        }
        if outline
            .notes
            .is_some_and(|notes| notes.iter().all(Option::is_none))
        {
            self.page.paragraph(0, Tone::Plain, words.no_notes);
        }
        opening::list(
            self.page,
            words.sources,
            &outline.session.sources,
            self.picture,
        );
        if let Some(confidence) = &outline.session.confidence {
            self.page.gap();
            let confidence = format!("{} {confidence}", words.confidence);
            self.page.paragraph(0, Tone::Plain, &confidence);
        }
    }
}
