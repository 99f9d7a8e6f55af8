//! The set-up: how to get settled, and what is chosen. It stays for as long as anybody likes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::{self, Page};
use super::write::Flow;
use super::{check_in, layout, safety};
use crate::app::{App, Place, Settle, SoundState, Toggle, bindings, changes_of_position, key_name};
use crate::session::{Position, Session, Sight};
use crate::time::Ms;
use crate::timeline::{Pace, compile};
use crate::words::Manner;

/// Draws the set-up of a session.
pub(super) fn draw(app: &App, settle: &Settle, area: Rect, cells: &mut Buffer) {
    let page = Page {
        place: Place::Settle,
        title: settle.session.shown_title(),
        chosen: &chosen(app, settle),
        hints: app.words.settle.ready,
        hint_style: app.look.theme.accent(),
        scroll: settle.scroll,
    };
    page::draw(app, &page, area, cells, |flow| {
        write_text(app, settle, flow);
    });
}

/// How far the set-up can be scrolled.
pub(super) fn most_scroll(app: &App, settle: &Settle, area: Rect) -> u16 {
    page::most_scroll(app, area, |flow| write_text(app, settle, flow))
}

/// How far the set-up has to be scrolled for something that can be switched to be in sight, no
/// further from where it is than that takes.
pub(super) fn scroll_to(app: &App, settle: &Settle, toggle: Toggle, area: Rect) -> u16 {
    let body = layout::page(area).body;
    let first = page::rows(app, body, |flow| {
        write_what_to_know(app, settle, flow);
        let before = |other: &Toggle| *other != toggle;
        write_toggles(
            app,
            settle,
            Toggle::ALL.into_iter().take_while(before),
            flow,
        );
    });
    let rows = page::rows(app, body, |flow| {
        write_toggle(app, settle, toggle, flow);
    });
    let least = (first + rows).saturating_sub(body.height);
    settle.scroll.min(first).max(least.min(first))
}

/// What one has to know stands above what one may choose.
fn write_text(app: &App, settle: &Settle, flow: &mut Flow<'_>) {
    let session = &settle.session;
    write_what_to_know(app, settle, flow);
    if Toggle::offered(session).next().is_some() {
        write_toggles(app, settle, Toggle::ALL.into_iter(), flow);
    }
    if let Some(question) = session.check_in.as_ref().filter(|question| question.before) {
        flow.gap();
        for (line, style) in check_in::lines(app, question) {
            flow.text(&line, style);
        }
    }
}

/// How to get settled, how to pause and leave, when to stop and take care, and then what helps.
///
/// In a window of the usual size the first screenful has all that keeps somebody safe.
fn write_what_to_know(app: &App, settle: &Settle, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, app.words);
    let (session, position) = (&settle.session, settle.position());
    write_position(app, settle, flow);
    flow.text(words.pause_and_leave, theme.text());
    safety::reasons_to_stop(app, session, flow);
    let parted = !session.stop_if.is_empty();
    safety::cautions(app, session, position, parted, flow);
    flow.gap();
    for line in shared(app, session, position) {
        flow.text(line, theme.text());
    }
    flow.gap();
    for (heading, text) in extras(app, position) {
        flow.hanging(&format!("{heading:<10}"), &text, theme.dim(), theme.text());
    }
    safety::instead(app, position, flow);
    for change in changes_of_position(session, position, &settle.choices) {
        flow.gap();
        safety::change(app, &change, flow);
        if let Some(props) = props(&change.position) {
            let props = format!("{}: {props}", words.settle.props);
            flow.hanging("· ", &props, theme.dim(), theme.text());
        }
    }
    flow.gap();
}

/// What softly itself says before every session, and before every paced one.
fn shared(app: &App, session: &Session, position: &Position) -> impl Iterator<Item = &'static str> {
    let words = app.words;
    let silent = app.muted || app.sound == SoundState::Absent;
    let by_ear = if silent {
        words.no_sound_here
    } else {
        words.sound_carries
    };
    let (paced, hidden) = (session.is_paced(), position.screen == Sight::Hidden);
    let lines = [
        hidden.then_some(by_ear),
        Some(words.eyes),
        paced.then_some(words.easy),
        paced.then_some(words.other_anchor),
        paced.then_some(words.own_pace_key),
    ];
    lines.into_iter().flatten()
}

fn write_position(app: &App, settle: &Settle, flow: &mut Flow<'_>) {
    let theme = &app.look.theme;
    let (all, position) = (&settle.session.positions, settle.position());
    let index = all.iter().position(|p| p.id == position.id).unwrap_or(0);
    let count = if all.len() > 1 {
        format!("   {}/{}", index + 1, all.len())
    } else {
        String::new()
    };
    flow.text(&format!("{}{count}", position.title), theme.strong());
    for line in &position.set_up {
        flow.text(line, theme.text());
    }
    flow.gap();
}

/// What helps in a position, an easier version of it, and the way out, each with its heading.
fn extras(app: &App, position: &Position) -> impl Iterator<Item = (&'static str, String)> {
    let words = &app.words.settle;
    let lighter = position.lighter.iter();
    let lighter = lighter.map(|line| (words.lighter, line.to_string()));
    let way_out = position.way_out.iter();
    let way_out = way_out.map(|line| (words.way_out, line.to_string()));
    let props = props(position).map(|props| (words.props, props));
    props.into_iter().chain(lighter).chain(way_out)
}

/// What helps in a position, if anything does.
fn props(position: &Position) -> Option<String> {
    let props: Vec<&str> = position.props.iter().map(|prop| &**prop).collect();
    (!props.is_empty()).then(|| props.join(" · "))
}

/// What can be switched, each with its key and its state.
fn write_toggles(
    app: &App,
    settle: &Settle,
    toggles: impl Iterator<Item = Toggle>,
    flow: &mut Flow<'_>,
) {
    flow.text(app.words.settle.yours_to_choose, app.look.theme.dim());
    for toggle in toggles {
        write_toggle(app, settle, toggle, flow);
    }
}

fn write_toggle(app: &App, settle: &Settle, toggle: Toggle, flow: &mut Flow<'_>) {
    if !toggle.is_offered(&settle.session) {
        return;
    }
    let theme = &app.look.theme;
    let key = bindings(Place::Settle)
        .find(|binding| binding.action == toggle.action())
        .map_or("", |binding| key_name(binding.keys[0], theme.is_unicode()));
    let told = app
        .words
        .toggle(toggle, &settle.session, &settle.choices, Manner::Seen);
    flow.hanging(&format!("{key}  "), &told, theme.accent(), theme.text());
}

/// What is chosen, in a few words for the header.
fn chosen(app: &App, settle: &Settle) -> Vec<String> {
    let words = &app.words.settle;
    let timeline = compile(&settle.session, &settle.choices);
    let mut parts = vec![timeline.length().to_string()];
    let first = timeline.breath_at(Ms::ZERO);
    if settle.choices.own_pace {
        parts.push(words.own_pace.to_owned());
    } else if let Some(breath) = first.filter(|_| settle.choices.pace != Pace::default()) {
        parts.push(app.words.breath(breath));
    }
    let heard = !app.muted && app.sound != SoundState::Absent;
    let state = if heard { words.on } else { words.off };
    parts.push(format!("{} {state}", words.sound));
    parts
}
