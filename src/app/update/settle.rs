//! What a person chooses at the set-up.

use super::Reach;
use crate::app::keymap::Action;
use crate::app::screen::{Settle, chosen_position};
use crate::app::toggle::{Toggle, keep_minutes_on_offer};
use crate::session::Session;
use crate::timeline::{Choices, Pace, lengths};

/// Changes to a position by its number in the list of the session, counted from zero.
pub(super) fn choose_position(settle: &mut Settle, number: usize) {
    let Settle {
        session, choices, ..
    } = settle;
    if let Some(position) = session.positions.get(number) {
        choices.position = Some(position.id.clone());
        settle.scroll = 0;
        keep_minutes_on_offer(session, choices);
    }
}

/// Changes to a number of minutes, or to the nearest that can be had.
pub(super) fn choose_minutes(settle: &mut Settle, minutes: u32) {
    settle.choices.minutes = Some(minutes);
    keep_minutes_on_offer(&settle.session, &mut settle.choices);
}

/// Changes a choice, or scrolls the text no further than it goes.
pub(super) fn act(settle: &mut Settle, action: Action, reach: Reach) {
    let Settle {
        session,
        choices,
        scroll,
        ..
    } = settle;
    match action {
        Action::NextPosition => turn_position(session, choices, 1),
        Action::PreviousPosition => turn_position(session, choices, session.positions.len() - 1),
        Action::MoreTime => change_minutes(session, choices, 1),
        Action::LessTime => change_minutes(session, choices, -1),
        Action::Longer => change_pace(session, choices, Pace::longer),
        Action::Shorter => change_pace(session, choices, Pace::shorter),
        Action::OwnPace => choices.switch_own_pace(),
        Action::OtherAnchor => choices.anchor = choices.anchor.next(),
        _ => match Toggle::of(action) {
            Some(toggle) => toggle.switch(session, choices),
            None => super::scroll(scroll, action, reach),
        },
    }
    if matches!(action, Action::NextPosition | Action::PreviousPosition) {
        *scroll = 0;
        keep_minutes_on_offer(session, choices);
    }
}

fn change_pace(session: &Session, choices: &mut Choices, change: fn(Pace) -> Pace) {
    choices.pace = change(choices.pace);
    keep_minutes_on_offer(session, choices);
}

fn turn_position(session: &Session, choices: &mut Choices, by: usize) {
    let positions = &session.positions;
    let chosen = chosen_position(session, choices);
    let index = positions
        .iter()
        .position(|position| position.id == chosen.id)
        .unwrap_or(0);
    choices.position = Some(positions[(index + by) % positions.len()].id.clone());
}

fn change_minutes(session: &Session, choices: &mut Choices, by: i32) {
    let range = lengths(session, choices);
    let minutes = range.minutes();
    let written = (range.written.0 + 30_000) / 60_000;
    let from = choices.minutes.unwrap_or(written as u32);
    let wanted = from.saturating_add_signed(by);
    if minutes.contains(&wanted) {
        choices.minutes = Some(wanted);
    }
}
