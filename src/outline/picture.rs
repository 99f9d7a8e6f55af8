//! The time of a session as a picture: a bar of its steps with their numbers, the pace of the breath
//! below it, the time, and what the signs mean.

use super::Outline;
use super::bar::Bar;
use super::curve;
use super::manner::Fill;
use super::steps::{Part, Step};
use crate::page::{Look, Page, Piece, Tone};
use crate::session::Pattern;
use crate::text::columns;
use crate::time::Ms;

/// The columns at the left, for the numbers of the curve.
const MARGIN: usize = 5;

/// Draws the picture, with an empty row below it.
pub(super) fn draw(outline: &Outline<'_>, steps: &[Step<'_>], look: Look) -> String {
    let bar = Bar::new(steps, outline.timeline.length(), look.width - MARGIN);
    let mut page = Page::new(look);
    let mut shown = Vec::new();
    numbers(&mut page, &bar);
    fills(&mut page, &bar, &mut shown);
    let bounds = bounds(steps);
    if let Some(bounds) = bounds {
        page.gap();
        landscape(&mut page, outline, &bar, bounds);
    }
    axis(&mut page, &bar, outline.timeline.length());
    page.gap();
    legend(&mut page, outline, &shown, bounds.is_some());
    page.gap();
    page.finish()
}

/// The slowest and the quickest pace, if anything is paced.
fn bounds(steps: &[Step<'_>]) -> Option<(f64, f64)> {
    let parts = steps.iter().flat_map(|step| &step.parts);
    let paced = parts.filter_map(|part| part.manner.pace);
    let paces: Vec<_> = paced
        .flat_map(|(from, to)| [from, to].map(Pattern::breaths_per_minute))
        .collect();
    let slowest = paces.iter().copied().min_by(f64::total_cmp)?;
    Some((slowest, paces.into_iter().max_by(f64::total_cmp)?))
}

/// The pace over time, with its numbers at the left.
fn landscape(page: &mut Page, outline: &Outline<'_>, bar: &Bar<'_>, bounds: (f64, f64)) {
    let paces: Vec<_> = bar
        .parts()
        .enumerate()
        .map(|(column, part)| pace(part?, bar.time(column)))
        .collect();
    for row in curve::rows(&paces, bounds, page.look()) {
        let label = row.pace.map(outline.words.outline.number);
        let label = format!("{:>width$} ", label.unwrap_or_default(), width = MARGIN - 1);
        page.row(&[(Tone::Quiet, &label), (Tone::Accent, &row.text)]);
    }
}

/// The pace at a time within a part, where it is paced.
fn pace(part: &Part<'_>, at: Ms) -> Option<f64> {
    let (from, to) = part.manner.pace?;
    let through = (at - part.onset).fraction_of(part.length);
    Some(from.towards(to, through).breaths_per_minute())
}

/// The number of each step above its beginning, where there is room for it.
fn numbers(page: &mut Page, bar: &Bar<'_>) {
    let mut row = " ".repeat(MARGIN);
    let mut free = 0;
    for (column, number) in bar.starts() {
        let number = number.to_string();
        if column >= free && column + number.len() <= bar.width() {
            pad(&mut row, MARGIN + column);
            row.push_str(&number);
            free = column + number.len() + 1;
        }
    }
    page.row(&[(Tone::Quiet, &row)]);
}

/// The bar itself.
fn fills(page: &mut Page, bar: &Bar<'_>, shown: &mut Vec<Fill>) {
    let look = page.look();
    let margin = " ".repeat(MARGIN);
    let mut runs: Vec<(Tone, String)> = vec![(Tone::Plain, margin)];
    for part in bar.parts() {
        let fill = part.map(|part| part.manner.fill);
        let tone = fill.map_or(Tone::Plain, |fill| fill.tone);
        let sign = fill.map_or(" ", |fill| fill.sign(look));
        match runs.last_mut() {
            Some((last, text)) if *last == tone => text.push_str(sign),
            _ => runs.push((tone, sign.to_owned())),
        }
        if let Some(fill) = fill.filter(|fill| !shown.contains(fill)) {
            shown.push(fill);
        }
    }
    let pieces: Vec<Piece<'_>> = runs
        .iter()
        .map(|(tone, text)| (*tone, text.as_str()))
        .collect();
    page.row(&pieces);
}

/// The time, marked at even steps.
fn axis(page: &mut Page, bar: &Bar<'_>, length: Ms) {
    let (line, tick) = page.look().pick(("─", "┬"), ("-", "+"));
    let end = length.to_string();
    let step = tick_step(bar, length);
    let mut labels = " ".repeat(MARGIN);
    let mut ticks = vec![bar.width() - 1];
    let mut at = Ms::ZERO;
    while at < length {
        let (column, label) = (bar.column(at), at.to_string());
        // The last label is the length of the session, at the right.
        if column + columns(&label) + 1 + columns(&end) <= bar.width() {
            ticks.push(column);
            pad(&mut labels, MARGIN + column);
            labels.push_str(&label);
        }
        at += step;
    }
    pad(&mut labels, MARGIN + bar.width() - columns(&end));
    labels.push_str(&end);
    let marks = (0..bar.width()).map(|column| if ticks.contains(&column) { tick } else { line });
    let marks = " ".repeat(MARGIN) + &marks.collect::<String>();
    page.row(&[(Tone::Quiet, &marks)]);
    page.row(&[(Tone::Quiet, &labels)]);
}

/// The smallest step of time that leaves room between its labels.
fn tick_step(bar: &Bar<'_>, length: Ms) -> Ms {
    const STEPS: [u64; 9] = [10, 15, 30, 60, 120, 300, 600, 900, 1800];
    const ROOM: usize = 9;
    let most = (bar.width() / ROOM).max(1) as u64;
    let fits = |step: &Ms| length.0 / step.0 <= most;
    let steps = STEPS.into_iter().map(Ms::seconds);
    steps.into_iter().find(fits).unwrap_or(Ms::minutes(60))
}

/// What the signs mean, in as many rows as it takes.
fn legend(page: &mut Page, outline: &Outline<'_>, shown: &[Fill], has_pace: bool) {
    const APART: &str = "   ";
    let look = page.look();
    let curve = look.pick("▅", "-");
    let pace = (curve, Tone::Accent, outline.words.outline.pace);
    let fills = shown
        .iter()
        .map(|fill| (fill.sign(look), fill.tone, fill.name));
    let entries = fills.chain(has_pace.then_some(pace));
    let margin = " ".repeat(MARGIN);
    let mut row: Vec<(Tone, String)> = Vec::new();
    let mut used = 0;
    for (sign, tone, name) in entries {
        let wide = APART.len() + 3 + columns(name);
        if used > 0 && MARGIN + used + wide > look.width {
            write(page, &row);
            row.clear();
            used = 0;
        }
        let before = if row.is_empty() {
            margin.as_str()
        } else {
            APART
        };
        row.push((Tone::Plain, before.to_owned()));
        row.push((tone, sign.repeat(2)));
        row.push((Tone::Quiet, format!(" {name}")));
        used += wide;
    }
    write(page, &row);
}

fn write(page: &mut Page, row: &[(Tone, String)]) {
    let pieces: Vec<Piece<'_>> = row
        .iter()
        .map(|(tone, text)| (*tone, text.as_str()))
        .collect();
    page.row(&pieces);
}

/// Fills a row with blanks up to a column.
fn pad(row: &mut String, column: usize) {
    let blank = column.saturating_sub(columns(row));
    row.push_str(&" ".repeat(blank));
}
