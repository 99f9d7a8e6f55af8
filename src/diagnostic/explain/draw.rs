//! What `softly explain` shows: a page about one rule, or the list of them all.

use super::changed;
use crate::diagnostic::{Explanation, Rule, Severity};
use crate::page::{Look, Page, Tone};
use crate::text::columns;

/// The widest page that is good to read.
const WIDEST: usize = 88;
/// From here on the list has two columns.
const TWO_COLUMNS: usize = 72;

/// A page about one rule. `marks` says whether changed lines have a sign before them; a screen
/// reader would only trip over it.
pub fn page(rule: Rule, look: Look, marks: bool) -> String {
    let mut page = Page::new(narrowed(look));
    let Some(found) = Explanation::of(rule) else {
        page.paragraph(0, Tone::Strong, rule.name());
        page.paragraph(0, Tone::Plain, rule.about());
        return page.finish();
    };
    let severity = format!(" ({})", found.severity.name());
    page.row(&[
        (Tone::Strong, rule.name()),
        (tone(found.severity), &severity),
    ]);
    page.paragraph(0, Tone::Plain, rule.about());
    for paragraph in &found.paragraphs {
        page.gap();
        page.paragraph(0, Tone::Plain, paragraph);
    }
    for (heading, text, other) in [
        ("Before", found.before, found.after),
        ("After", found.after, found.before),
    ] {
        page.gap();
        page.paragraph(0, Tone::Strong, heading);
        for (line, new) in changed::lines(text, other) {
            code(&mut page, line, new && marks);
        }
    }
    page.finish()
}

/// A line of a session, with a sign before it if it is what changed.
fn code(page: &mut Page, line: &str, marked: bool) {
    let sign = page.look().pick("  ▸ ", "  > ");
    let indent = line.len() - line.trim_start().len();
    let (before, tone) = if marked && !line.is_empty() {
        (sign, Tone::Accent)
    } else {
        ("    ", Tone::Plain)
    };
    let blank = " ".repeat(indent);
    let rest = " ".repeat(columns(before) + indent + 2);
    page.hanging(
        &[(Tone::Accent, before), (Tone::Plain, &blank)],
        &[(Tone::Plain, &rest)],
        tone,
        line,
    );
}

/// All rules, by how much they matter.
pub fn list(look: Look) -> String {
    let mut page = Page::new(narrowed(look));
    let widest = Rule::ALL
        .iter()
        .map(|rule| rule.name().len())
        .max()
        .unwrap_or(0);
    for (severity, heading) in [
        (
            Severity::Error,
            "Errors: a session cannot be played until they are mended.",
        ),
        (
            Severity::Warning,
            "Warnings: a session plays, but probably not as it was meant.",
        ),
        (
            Severity::Advice,
            "Advice: suggestions that can be left alone.",
        ),
    ] {
        let mut rules = Rule::ALL
            .iter()
            .filter(|rule| severity_of(**rule) == severity)
            .peekable();
        if rules.peek().is_none() {
            continue;
        }
        page.paragraph(0, Tone::Strong, heading);
        page.gap();
        for rule in rules {
            row(&mut page, *rule, widest);
        }
        page.gap();
    }
    page.paragraph(
        0,
        Tone::Plain,
        "softly explain RULE tells more about one of them.",
    );
    page.finish()
}

fn row(page: &mut Page, rule: Rule, widest: usize) {
    if page.look().width < TWO_COLUMNS {
        page.paragraph(2, Tone::Accent, rule.name());
        return page.paragraph(4, Tone::Plain, rule.about());
    }
    let name = format!("  {:<widest$}  ", rule.name());
    let rest = " ".repeat(columns(&name));
    page.hanging(
        &[(Tone::Accent, &name)],
        &[(Tone::Plain, &rest)],
        Tone::Plain,
        rule.about(),
    );
}

/// How much a rule matters; one without an explanation counts as the most.
fn severity_of(rule: Rule) -> Severity {
    Explanation::of(rule).map_or(Severity::Error, |found| found.severity)
}

fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Advice => Tone::Advice,
    }
}

fn narrowed(look: Look) -> Look {
    Look {
        width: look.width.min(WIDEST),
        ..look
    }
}
