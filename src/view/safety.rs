//! What is good to know and when to stop, in the same words wherever it is shown.

use super::reading;
use super::write::Flow;
use crate::app::{App, Change};
use crate::pages;
use crate::session::{Position, Session};

/// Writes what is good to know about a session in a position, below a heading if asked for.
pub(super) fn cautions(
    app: &App,
    session: &Session,
    position: &Position,
    headed: bool,
    flow: &mut Flow<'_>,
) {
    let theme = &app.look.theme;
    let mut cautions = session.cautions_in(position).peekable();
    if headed && cautions.peek().is_some() {
        flow.text(app.words.library.cautions, theme.dim());
    }
    for caution in cautions {
        flow.hanging("· ", caution, theme.dim(), theme.text());
    }
}

/// Writes who may prefer another position, and which.
pub(super) fn instead(app: &App, position: &Position, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    if !position.instead.is_empty() {
        flow.gap();
        flow.text(app.words.settle.instead, theme.dim());
    }
    for other in &position.instead {
        flow.hanging("· ", other, theme.dim(), theme.text());
    }
}

/// Writes where a session changes position to later, and what is good to know about it.
pub(super) fn change(app: &App, change: &Change, flow: &mut Flow<'_>) {
    let (theme, later) = (&app.look.theme, app.words.settle.later);
    flow.text(&format!("{later} {}", change.position.title), theme.dim());
    for caution in &change.cautions {
        flow.hanging("· ", caution, theme.dim(), theme.text());
    }
}

/// Writes the full list of reasons to stop that every session has.
pub(super) fn when_to_stop(app: &App, flow: &mut Flow<'_>) {
    if let Some(part) = pages::reasons_to_stop(app.words.language, app.wording) {
        flow.gap();
        reading::write_blocks(app, part.blocks(), true, flow);
    }
}

/// Writes the reasons to stop: the shared ones first, which a session can only add to.
pub(super) fn reasons_to_stop(app: &App, session: &Session, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, app.words);
    flow.text(words.stop, theme.text());
    if !session.stop_if.is_empty() {
        flow.text(words.stop_here, theme.dim());
        for reason in &session.stop_if {
            flow.hanging("· ", reason, theme.dim(), theme.text());
        }
    }
}
