//! The page before the set-up of a session that has a gate: what is good to know, or what is meant
//! to be agreed with a therapist first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::{self, Page};
use super::safety;
use super::write::Flow;
use crate::app::{App, AtGate, Place, changes_of_position, chosen_position};
use crate::session::Gate;

/// Draws the page.
pub(super) fn draw(app: &App, gate: &AtGate, area: Rect, cells: &mut Buffer) {
    let (theme, words) = (&app.look.theme, &app.words.gate);
    let (place, hints) = match (gate.session.gate, gate.asked) {
        (Gate::Therapist, false) => (Place::Therapist, words.agree),
        (Gate::Therapist, true) => (Place::Therapist, words.which_key),
        (Gate::Note | Gate::None, _) => (Place::Note, words.go_on),
    };
    let page = Page {
        place,
        // It stands above the text already.
        title: "",
        chosen: &[],
        hints,
        hint_style: if gate.asked {
            theme.strong()
        } else {
            theme.accent()
        },
        scroll: gate.scroll,
    };
    page::draw(app, &page, area, cells, |flow| write_text(app, gate, flow));
}

/// How far the page can be scrolled.
pub(super) fn most_scroll(app: &App, gate: &AtGate, area: Rect) -> u16 {
    page::most_scroll(app, area, |flow| write_text(app, gate, flow))
}

fn write_text(app: &App, gate: &AtGate, flow: &mut Flow<'_>) {
    let (theme, words, session) = (&app.look.theme, app.words, &gate.session);
    flow.text(&session.title, theme.strong());
    for line in words.why_a_gate(session) {
        flow.text(line, theme.text());
    }
    flow.gap();
    if session.gate == Gate::Therapist {
        if let Some(about) = &session.about {
            flow.text(about, theme.text());
        }
        flow.text(&words.credits(session), theme.dim());
        flow.gap();
    }
    let position = chosen_position(session, &gate.choices);
    if session.cautions_in(position).next().is_some() {
        safety::cautions(app, session, position, true, flow);
        flow.gap();
    }
    // The reasons to stop stay in sight: what comes later stands below them.
    safety::reasons_to_stop(app, session, flow);
    let mut changes = changes_of_position(session, position, &gate.choices);
    changes.retain(|change| !change.cautions.is_empty());
    if !changes.is_empty() {
        flow.gap();
    }
    for change in &changes {
        safety::change(app, change, flow);
    }
    safety::when_to_stop(app, flow);
}
