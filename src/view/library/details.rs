//! What the chosen session is: how long, what for, in which positions, what is good to know.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::outline;
use crate::page::{Look, Tone};
use crate::session::{Gate, Session};
use crate::timeline::{Choices, compile};
use crate::view::theme::Theme;
use crate::view::write::{self, Flow};

/// A bar that is wider tells nothing more.
const WIDEST_BAR: u16 = 36;

/// Writes it. What comes first matters most: there may be room for a few rows only.
pub(super) fn write(app: &App, session: &Session, favourite: bool, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, &app.words.library);
    let star = if favourite { " ★" } else { "" };
    let title = format!("{}{star}", session.shown_title());
    flow.text(&title, theme.strong());
    let gate = (session.gate == Gate::Therapist).then(|| words.with_therapist.to_owned());
    let remarks: Vec<String> = [gate, app.words.other_language(session)]
        .into_iter()
        .flatten()
        .collect();
    flow.text(&remarks.join(" · "), theme.dim());
    if let Some(about) = &session.about {
        flow.text(about, theme.text());
    }
    flow.free_row(|cells, row| draw_time(app, session, row, cells));
    flow.text(&app.words.credits(session), theme.dim());
    flow.gap();
    flow.text(words.positions, theme.dim());
    for position in &session.positions {
        flow.hanging("  ", &position.title, theme.dim(), theme.text());
    }
    if !session.cautions.is_empty() {
        flow.gap();
        flow.text(words.cautions, theme.dim());
        for caution in &session.cautions {
            flow.hanging("  ", caution, theme.dim(), theme.text());
        }
    }
}

/// How long it takes, and its steps as a bar.
fn draw_time(app: &App, session: &Session, area: Rect, cells: &mut Buffer) {
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    let timeline = compile(session, &Choices::default());
    let length = timeline.length().to_string();
    let taken = write::left(cells, area, &length, theme.dim(), charset) + 2;
    let taken = taken.min(area.width);
    let columns = (area.width - taken).min(WIDEST_BAR);
    let look = Look {
        unicode: theme.is_unicode(),
        ..Look::default()
    };
    let bar = outline::row(app.words, &timeline, look, usize::from(columns));
    for (column, piece) in bar.into_iter().enumerate() {
        let Some((tone, sign)) = piece else { continue };
        let cell = Rect {
            x: area.x + taken + column as u16,
            width: 1,
            ..area
        };
        write::left(cells, cell, sign, style(theme, tone), charset);
    }
}

/// The colour of a kind of step. The signs differ as well.
fn style(theme: &Theme, tone: Tone) -> Style {
    match tone {
        Tone::Accent => theme.accent(),
        Tone::Quiet => theme.dim(),
        _ => theme.text(),
    }
}
