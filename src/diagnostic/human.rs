//! Findings for people: the line as written, the place marked under it, and what one can do.
//!
//! No row is ever wider than the terminal: sentences are wrapped, lines of the file are cut around
//! the place that matters. A finding does not name its rule, which helps nobody mend a file; a
//! quiet line at the end says where more can be read.

use std::ops::Range;

use super::excerpt::Excerpt;
use super::mended::{self, Mended};
use super::strip::strip;
use super::{Diagnostic, Lines, Severity, Source, more, sentence, show};
use crate::page::{Look, Page, Tone};
use crate::text::columns;

/// The narrowest page. On a terminal with fewer columns the rows are broken by the terminal.
const NARROWEST: usize = 40;
/// From here on further rows of a sentence stand below its first word.
const ROOMY: usize = 60;
/// How a help begins that is an example.
const EXAMPLE: &str = "For example: ";

pub(super) fn render(look: Look, source: Source<'_>, diagnostics: &[Diagnostic]) -> String {
    let look = Look {
        width: look.width.max(NARROWEST),
        ..look
    };
    let lines = Lines::new(source.text);
    let mut page = Page::new(look);
    for found in diagnostics {
        Drawing::new(source, &lines, found).draw(&mut page);
        page.gap();
    }
    if let Some(more) = more::command(diagnostics) {
        page.hanging(&[], &[], Tone::Quiet, &format!("To read more: {more}"));
        page.gap();
    }
    page.finish()
}

/// The signs a drawing is made of.
struct Signs {
    /// Before the name of the file.
    corner: &'static str,
    /// At the left of everything that is drawn.
    bar: &'static str,
    /// Before a sentence, and before the last one.
    branch: [&'static str; 2],
    /// Where lines of the file are left out.
    gap: &'static str,
    /// Under the place, and under others that belong to it.
    marks: [&'static str; 2],
}

const UNICODE: Signs = Signs {
    corner: " ╭▸ ",
    bar: "│",
    branch: ["├", "╰"],
    gap: "┆",
    marks: ["━", "─"],
};
const ASCII: Signs = Signs {
    corner: "--> ",
    bar: "|",
    branch: ["=", "="],
    gap: ":",
    marks: ["^", "-"],
};

/// A place to mark.
struct Mark<'a> {
    /// Where, in bytes of the excerpt.
    span: Range<usize>,
    label: &'a str,
    main: bool,
}

/// One finding, about to be drawn.
struct Drawing<'a> {
    source: Source<'a>,
    lines: &'a Lines<'a>,
    found: &'a Diagnostic,
    excerpt: Excerpt,
    marks: Vec<Mark<'a>>,
    /// How many columns the line numbers take.
    digits: usize,
}

impl<'a> Drawing<'a> {
    fn new(source: Source<'a>, lines: &'a Lines<'a>, found: &'a Diagnostic) -> Self {
        let others: Vec<_> = found.also.iter().map(|(span, _)| span.clone()).collect();
        let excerpt = Excerpt::around(lines, source.text, &found.span, &others);
        let main = (&found.span, &found.label, true);
        let others = found.also.iter().map(|(span, label)| (span, label, false));
        let mut marks: Vec<_> = std::iter::once(main)
            .chain(others)
            .filter_map(|(span, label, main)| {
                let span = excerpt.span(span)?;
                Some(Mark { span, label, main })
            })
            .collect();
        marks.sort_by_key(|mark| mark.span.start);
        let last = excerpt.first_line + excerpt.text.lines().count();
        Self {
            source,
            lines,
            found,
            excerpt,
            marks,
            digits: last.to_string().len(),
        }
    }

    fn draw(&self, page: &mut Page) {
        let signs = page.look().pick(&UNICODE, &ASCII);
        self.title(page);
        self.place(page, signs);
        self.source_lines(page, signs);
        self.advice(page, signs);
    }

    fn tone(&self) -> Tone {
        match self.found.severity {
            Severity::Error => Tone::Error,
            Severity::Warning => Tone::Warning,
            Severity::Advice => Tone::Advice,
        }
    }

    fn title(&self, page: &mut Page) {
        let name = self.found.severity.name();
        let narrow = page.look().width < ROOMY;
        let blank = " ".repeat(if narrow { 2 } else { name.len() + 2 });
        page.hanging(
            &[(self.tone(), name), (self.tone(), ": ")],
            &[(Tone::Plain, &blank)],
            Tone::Strong,
            &sentence(&self.found.message),
        );
    }

    /// The name of the file with line and column. A long name loses its beginning.
    fn place(&self, page: &mut Page, signs: &Signs) {
        let place = self.lines.place(self.found.span.start);
        let name = show(self.source.name).replace('\n', " ");
        let text = format!("{name}:{}:{}", place.line, place.column);
        let blank = " ".repeat(self.digits);
        let room = page.look().width - self.digits - columns(signs.corner);
        let end = text.len()..text.len();
        let text = if columns(&text) < room {
            text
        } else {
            strip(&text, &end, room, page.look()).text
        };
        page.row(&[
            (Tone::Plain, &blank),
            (Tone::Quiet, signs.corner),
            (Tone::Plain, &text),
        ]);
    }

    /// What stands at the left of a row: the number of a line, or none, and the bar.
    fn margin(&self, number: Option<usize>, bar: &str) -> String {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        format!("{number:>width$} {bar} ", width = self.digits)
    }

    /// The lines in which something is marked, each with its marks below it.
    fn source_lines(&self, page: &mut Page, signs: &Signs) {
        page.row(&[(Tone::Quiet, &self.margin(None, signs.bar))]);
        let mut before = None;
        let mut start = 0;
        for (index, line) in self.excerpt.text.lines().enumerate() {
            let end = start + line.len();
            // The line break belongs to its line, so that a mark can stand at the end of it.
            let here = |mark: &&Mark<'_>| (start..=end).contains(&mark.span.start);
            let marks: Vec<_> = self.marks.iter().filter(here).collect();
            if !marks.is_empty() {
                if before.is_some_and(|before| before + 1 < index) {
                    page.row(&[(Tone::Quiet, &self.margin(None, signs.gap))]);
                }
                before = Some(index);
                self.source_line(page, signs, (index, start, line), &marks);
            }
            start = end + 1;
        }
    }

    /// One line, once for all of its marks, or again for a mark that could not be seen.
    fn source_line(
        &self,
        page: &mut Page,
        signs: &Signs,
        (index, start, line): (usize, usize, &str),
        marks: &[&Mark<'_>],
    ) {
        let number = self.margin(Some(self.excerpt.first_line + index), signs.bar);
        let room = page.look().width - columns(&number);
        let mut drawn = None;
        for mark in marks {
            let end = mark.span.end.min(start + line.len());
            let shown = strip(
                line,
                &(mark.span.start - start..end - start),
                room,
                page.look(),
            );
            if drawn.as_ref() != Some(&shown.text) {
                page.row(&[(Tone::Quiet, &number), (Tone::Plain, &shown.text)]);
                drawn = Some(shown.text);
            }
            self.mark(page, signs, mark, &shown.mark, room);
        }
    }

    /// A mark, with its label beside it, or below it where there is no room.
    fn mark(
        &self,
        page: &mut Page,
        signs: &Signs,
        mark: &Mark<'_>,
        at: &Range<usize>,
        room: usize,
    ) {
        let tone = if mark.main { self.tone() } else { Tone::Accent };
        let sign = signs.marks[usize::from(!mark.main)];
        let bar = self.margin(None, signs.bar);
        let before = format!("{bar}{}", " ".repeat(at.start));
        let line = sign.repeat(at.len());
        let label = sentence(mark.label);
        let wide = columns(&label);
        if at.end + 1 + wide <= room {
            let label = format!("{line} {label}");
            return page.row(&[(Tone::Quiet, &before), (tone, &label)]);
        }
        page.row(&[(Tone::Quiet, &before), (tone, &line)]);
        let indent = at.start.min(room.saturating_sub(wide));
        let before = [(Tone::Quiet, &*format!("{bar}{}", " ".repeat(indent)))];
        page.hanging(&before, &before, tone, &label);
    }

    /// What one can do, and at the end the line as it would read afterwards.
    fn advice(&self, page: &mut Page, signs: &Signs) {
        let mended = self.found.fix.as_ref();
        let mended = mended.and_then(|fix| mended::mended(self.lines, self.source.text, fix));
        let mut all: Vec<_> = self.found.help.iter().map(|help| sentence(help)).collect();
        if mended.is_some() {
            all.push("change it to".to_owned());
        }
        let last = all.len().saturating_sub(1);
        for (index, help) in all.iter().enumerate() {
            if index == 0 {
                page.row(&[(Tone::Quiet, &self.margin(None, signs.bar))]);
            }
            let branch = self.margin(None, signs.branch[usize::from(index == last)]);
            let bar = self.margin(None, if index == last { " " } else { signs.bar });
            help_lines(page, &branch, &bar, help);
        }
        if let Some(mended) = mended {
            self.mended(page, signs, &mended);
        }
    }

    fn mended(&self, page: &mut Page, signs: &Signs, mended: &Mended) {
        let blank = self.margin(None, " ");
        let room = page.look().width - columns(&blank);
        let shown = strip(&mended.line, &mended.new, room, page.look());
        page.row(&[(Tone::Plain, &blank), (Tone::Plain, &shown.text)]);
        if !mended.new.is_empty() {
            let before = blank + &" ".repeat(shown.mark.start);
            let mark = signs.marks[0].repeat(shown.mark.len());
            page.row(&[(Tone::Plain, &before), (Tone::Change, &mark)]);
        }
    }
}

/// A sentence of help. An example that would be broken over two rows begins a row of its own.
fn help_lines(page: &mut Page, branch: &str, bar: &str, help: &str) {
    const HELP: &str = "help: ";
    let width = page.look().width;
    let hang = if width < ROOMY { 2 } else { HELP.len() };
    let rest = format!("{bar}{}", " ".repeat(hang));
    let first = [
        (Tone::Quiet, branch),
        (Tone::Strong, "help"),
        (Tone::Plain, ": "),
    ];
    let too_wide = columns(branch) + HELP.len() + columns(help) > width;
    let example = help
        .split_once(EXAMPLE)
        .filter(|(before, _)| too_wide && before.is_empty());
    let rest = [(Tone::Quiet, &*rest)];
    let Some((_, example)) = example else {
        return page.hanging(&first, &rest, Tone::Plain, help);
    };
    page.hanging(&first, &rest, Tone::Plain, EXAMPLE.trim());
    page.hanging(&rest, &rest, Tone::Plain, example);
}
