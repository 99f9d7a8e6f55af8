//! The set-up: how to get settled, and what is chosen. It stays for as long as anybody likes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::write::{self, Flow};
use super::{footer, layout};
use crate::app::{App, Place, Settle, SoundState};
use crate::session::{Position, Sight};
use crate::timeline::compile;

/// Draws the set-up of a session.
pub(super) fn draw(app: &App, settle: &Settle, area: Rect, cells: &mut Buffer) {
    let parts = layout::page(area);
    let (theme, charset) = (&app.look.theme, app.look.theme.charset());
    footer::header(
        app,
        &settle.session.title,
        &choices(app, settle),
        parts.header,
        cells,
    );
    let most = most_scroll(app, settle, area);
    let scroll = settle.scroll.min(most);
    write_page(app, settle, Flow::new(cells, parts.body, scroll, charset));
    let (ready, more) = (&app.words.settle.ready, app.words.settle.more);
    let more_wide = if scroll < most {
        write::width(more, charset) + 2
    } else {
        0
    };
    let room = parts.hint.width.saturating_sub(more_wide);
    let fits = |text: &&&str| write::width(text, charset) <= room;
    let ready = ready.iter().find(fits).copied().unwrap_or_default();
    write::left(cells, parts.hint, ready, theme.accent(), charset);
    if scroll < most {
        write::right(cells, parts.hint, more, theme.dim(), charset);
    }
    footer::draw(app, Place::Settle, parts.footer, cells);
}

/// Scrolling stops where the text ends: it is measured once without being seen.
pub(super) fn most_scroll(app: &App, settle: &Settle, area: Rect) -> u16 {
    let body = layout::page(area).body;
    let mut unseen = Buffer::empty(Rect::ZERO);
    let measured = Rect { height: 0, ..body };
    let flow = Flow::new(&mut unseen, measured, 0, app.look.theme.charset());
    write_page(app, settle, flow).saturating_sub(body.height)
}

fn write_page(app: &App, settle: &Settle, mut flow: Flow<'_>) -> u16 {
    let (theme, words) = (&app.look.theme, app.words);
    let position = settle.position();
    write_position(app, settle, position, &mut flow);
    flow.gap();
    let paced = settle.session.is_paced();
    let hidden = position.screen == Sight::Hidden;
    let silent = app.muted || app.sound == SoundState::Absent;
    let by_ear = if silent {
        words.no_sound_here
    } else {
        words.sound_carries
    };
    let shared = [
        Some(words.pause_and_leave),
        Some(words.eyes),
        paced.then_some(words.easy),
        paced.then_some(words.other_anchor),
        hidden.then_some(by_ear),
    ];
    for line in shared.into_iter().flatten() {
        flow.text(line, theme.text());
    }
    flow.gap();
    flow.text(words.stop, theme.text());
    for caution in settle.session.cautions_in(position) {
        flow.hanging("· ", caution, theme.dim(), theme.text());
    }
    flow.rows()
}

fn write_position(app: &App, settle: &Settle, position: &Position, flow: &mut Flow<'_>) {
    let (theme, words) = (&app.look.theme, &app.words.settle);
    let all = &settle.session.positions;
    let index = all.iter().position(|p| p.id == position.id).unwrap_or(0);
    let count = if all.len() > 1 {
        format!("   {} / {}", index + 1, all.len())
    } else {
        String::new()
    };
    flow.text(&format!("{}{count}", position.title), theme.strong());
    for line in &position.set_up {
        flow.text(line, theme.text());
    }
    flow.gap();
    let props: Vec<&str> = position.props.iter().map(|prop| &**prop).collect();
    let extras = [
        (words.props, (!props.is_empty()).then(|| props.join(" · "))),
        (
            words.lighter,
            position.lighter.as_ref().map(ToString::to_string),
        ),
        (
            words.way_out,
            position.way_out.as_ref().map(ToString::to_string),
        ),
    ];
    for (heading, text) in extras {
        if let Some(text) = text {
            flow.hanging(&format!("{heading:<10}"), &text, theme.dim(), theme.text());
        }
    }
}

/// What is chosen, in a few words for the header.
fn choices(app: &App, settle: &Settle) -> String {
    let words = &app.words.settle;
    let length = compile(&settle.session, &settle.choices).length();
    let mut parts = vec![length.to_string()];
    let percent = settle.choices.pace.percent();
    if settle.choices.own_pace {
        parts.push(words.own_pace.to_owned());
    } else if settle.session.is_paced() && percent != 100 {
        parts.push(format!("{} {percent} %", words.breath));
    }
    let state = |on: bool| if on { words.on } else { words.off };
    if settle.session.holds {
        parts.push(format!("{} {}", words.holds, state(settle.choices.holds)));
    }
    let heard = !app.muted && app.sound != SoundState::Absent;
    parts.push(format!("{} {}", words.sound, state(heard)));
    parts.join(" · ")
}
