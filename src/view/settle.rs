//! The set-up: how to get settled, and what is chosen. It stays for as long as anybody likes.

mod arranged;
mod choices;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::page::{self, Page};
use super::write::Flow;
use super::{check_in, safety};
use crate::app::{Action, App, Place, Settle, VoiceState, changes_of_position};
use crate::session::{Position, Session, Sight};
use crate::time::Ms;
use crate::timeline::{Anchor, Pace, compile};
use arranged::{Arranged, Drawn};
use choices::Choice;

/// Draws the set-up of a session.
pub(super) fn draw(app: &App, settle: &Settle, area: Rect, cells: &mut Buffer) {
    let place = if settle.any_key {
        Place::SettleByEar
    } else {
        Place::Settle
    };
    let page = Page {
        place,
        title: settle.session.shown_title(),
        chosen: &chosen(app, settle),
        hints: ready(app, settle),
        hint_style: app.look.theme.accent(),
        scroll: settle.scroll,
    };
    let choices = choices::all(app, settle);
    let arranged = Arranged::new(app, settle, area);
    let scroll = page::draw_in(app, &page, &arranged.page, cells, |flow| {
        write_text(app, settle, &choices, arranged.drawn, flow);
    });
    arranged.draw(app, settle, scroll, cells);
}

/// How far the set-up can be scrolled.
pub(super) fn most_scroll(app: &App, settle: &Settle, area: Rect) -> u16 {
    let choices = choices::all(app, settle);
    let Arranged { page, drawn } = Arranged::new(app, settle, area);
    let rows = page::rows(app, page.body, |flow| {
        write_text(app, settle, &choices, drawn, flow);
    });
    rows.saturating_sub(page.body.height)
}

/// How far the set-up has to be scrolled for something that was chosen to be in sight, no further
/// from where it is than that takes; none where it is in sight already, or is nothing to choose.
pub(super) fn scroll_to(app: &App, settle: &Settle, action: Action, area: Rect) -> Option<u16> {
    const IN_HEADER: [Action; 6] = [
        Action::LessTime,
        Action::MoreTime,
        Action::Longer,
        Action::Shorter,
        Action::OwnPace,
        Action::Mute,
    ];
    let Arranged { page, drawn } = Arranged::new(app, settle, area);
    if IN_HEADER.contains(&action) && page.header.height > 0 {
        return None;
    }
    let body = page.body;
    let choices = choices::all(app, settle);
    let mut is_there = false;
    let first = page::rows(app, body, |flow| {
        write_what_to_know(app, settle, drawn, flow);
        is_there = choices::write_as_far_as(app, &choices, action, false, flow);
    });
    let until = page::rows(app, body, |flow| {
        write_what_to_know(app, settle, drawn, flow);
        choices::write_as_far_as(app, &choices, action, true, flow);
    });
    let least = until.saturating_sub(body.height);
    is_there.then_some(settle.scroll.min(first).max(least.min(first)))
}

/// What one has to know stands above what one may choose.
fn write_text(app: &App, settle: &Settle, choices: &[Choice], drawn: Drawn, flow: &mut Flow<'_>) {
    let session = &settle.session;
    write_what_to_know(app, settle, drawn, flow);
    choices::write(app, choices, flow);
    if let Some(question) = session.check_in.as_ref().filter(|question| question.before) {
        flow.gap();
        for (line, style) in check_in::lines(app, question) {
            flow.text(&line, style);
        }
    }
}

/// How to get settled, how to pause and leave, when to stop and take care.
///
/// In a window of the usual size the first screenful has all of it.
fn write_safety(app: &App, settle: &Settle, drawn: Drawn, flow: &mut Flow<'_>) {
    let (session, position) = (&settle.session, settle.position());
    drawn.keep_room(flow);
    write_position(app, settle, flow);
    let pause_and_leave = if settle.any_key {
        app.words.eyes_closed.pause_and_leave
    } else {
        app.words.pause_and_leave
    };
    flow.text(pause_and_leave, app.look.theme.text());
    safety::reasons_to_stop(app, session, flow);
    let parted = !session.stop_if.is_empty();
    safety::cautions(app, session, position, parted, flow);
}

/// What keeps somebody safe, and then what helps.
fn write_what_to_know(app: &App, settle: &Settle, drawn: Drawn, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, app.words);
    let (session, position) = (&settle.session, settle.position());
    write_safety(app, settle, drawn, flow);
    flow.gap();
    for line in shared(app, settle) {
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
fn shared(app: &App, settle: &Settle) -> impl Iterator<Item = &'static str> {
    let words = app.words;
    let (session, position) = (&settle.session, settle.position());
    let paced = session.is_paced();
    let lines = [
        by_ear(app, session, position),
        Some(words.eyes),
        paced.then_some(words.easy),
        paced.then_some(words.other_anchor),
        // With closed eyes there are other keys.
        (paced && !settle.any_key).then_some(words.keys_on_the_way),
    ];
    lines.into_iter().flatten()
}

/// Whether anything can be spoken, as far as is known: by this machine, or by who recorded it.
fn can_speak(app: &App, session: &Session) -> bool {
    app.voice != VoiceState::None || !session.recordings.is_empty()
}

/// How to begin, and how to have softly speak where the screen is out of sight.
fn ready(app: &App, settle: &Settle) -> &'static [&'static str] {
    let words = &app.words.eyes_closed;
    let hidden = settle.position().screen == Sight::Hidden;
    let can_speak = can_speak(app, &settle.session);
    match (settle.any_key, app.is_silent()) {
        (true, true) => words.ready_silent,
        (true, false) if !can_speak => words.ready_without_voice,
        (true, false) => words.begin,
        (false, false) if hidden && can_speak && !app.eyes_closed => words.ready,
        (false, _) => app.words.settle.ready,
    }
}

/// What carries a session where the screen is out of sight: whether softly speaks, and how to have it
/// speak. It never does so unasked: others may be in the room.
fn by_ear(app: &App, session: &Session, position: &Position) -> Option<&'static str> {
    let words = app.words;
    let speaks = can_speak(app, session);
    let hidden = position.screen == Sight::Hidden;
    match app.eyes_closed {
        _ if app.is_silent() => hidden.then_some(words.no_sound_here),
        true if speaks => Some(words.eyes_closed.speaks),
        true => Some(words.eyes_closed.no_voice),
        false if speaks => hidden.then_some(words.eyes_closed.offer),
        false => hidden.then_some(words.sound_carries),
    }
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
pub(super) fn extras(
    app: &App,
    position: &Position,
) -> impl Iterator<Item = (&'static str, String)> {
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

/// What is chosen, in a few words for the header.
fn chosen(app: &App, settle: &Settle) -> Vec<String> {
    let words = &app.words.settle;
    let timeline = compile(&settle.session, &settle.choices);
    let mut parts = vec![timeline.length().to_string()];
    let first = timeline.pattern_at(Ms::ZERO);
    if settle.choices.anchor != Anchor::Breath {
        parts.push(app.words.anchor(settle.choices.anchor).to_owned());
    } else if settle.choices.own_pace {
        parts.push(words.own_pace.to_owned());
    } else if let Some(breath) = first.filter(|_| settle.choices.pace != Pace::default()) {
        parts.push(app.words.breath(breath));
    }
    let state = if app.is_silent() { words.off } else { words.on };
    parts.push(format!("{} {state}", words.sound));
    parts
}
