//! Closed eyes: keys as large as can be, a key that is held, and room for words before a breath.

use super::close;
use crate::app::held::Held;
use crate::app::keymap::Action;
use crate::app::screen::Screen;
use crate::app::{App, Place};
use crate::key::Key;
use crate::settings::SoundPart;
use crate::time::{Ms, Now};

/// Between "Going on." and the breath that begins then.
const GOING_ON: Ms = Ms(1500);

/// How long after a key a session goes on: where that is said first, once it has been said.
pub(super) fn lead(app: &App) -> Ms {
    let is_said = app.eyes_closed && !app.is_silent() && {
        let player = app.screen.playing().map(|playing| &playing.player);
        player.is_some_and(|player| app.is_on(SoundPart::Voice, player.session()))
    };
    if is_said { GOING_ON } else { Ms::ZERO }
}

/// Whether a key is done with because it belongs to a press that has done what it does: only a
/// press that is let go and comes again does it again. One that is held for long ends a session.
///
/// The ways out are never held back.
pub(super) fn takes(app: &mut App, key: Key, action: Option<Action>, now: Now) -> bool {
    let place = app.screen.place();
    let before = app.held.take().filter(|held| held.goes_on(now));
    let is_way_out =
        key == Key::Esc || matches!(action, Some(Action::Leave | Action::Suspend | Action::Stop));
    if !app.eyes_closed || is_way_out {
        return false;
    }
    let Some(held) = before else {
        // A press that begins a session does not end it, however long it takes.
        let may_end = place == Place::PlayingByEar;
        let is_press = place.any_key().is_some() && !is_choice(place, action);
        app.held = is_press.then(|| Held::pressed(key, may_end, now));
        return false;
    };
    let held = held.and(key, now);
    app.held = Some(held);
    if held.ends() && matches!(app.screen, Screen::Playing(_)) {
        close(app, true, now);
    }
    true
}

/// Whether a key at the set-up goes through choices, where each press is another one.
const fn is_choice(place: Place, action: Option<Action>) -> bool {
    matches!(place, Place::SettleByEar)
        && matches!(
            action,
            Some(
                Action::NextPosition
                    | Action::PreviousPosition
                    | Action::MoreTime
                    | Action::LessTime
                    | Action::ScreenDown
                    | Action::ScreenUp
            )
        )
}
