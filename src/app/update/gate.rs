//! What a person answers at the gate of a session.

use std::sync::Arc;

use super::Reach;
use crate::app::keymap::Action;
use crate::app::{App, Screen};
use crate::time::Now;

/// Goes on, or back, or scrolls the text no further than it goes.
///
/// Which keys go on is the keymap's affair: at a therapist's gate none but the one for it.
pub(super) fn act(app: &mut App, action: Action, reach: Reach, now: Now) {
    let Screen::Gate(gate) = &mut app.screen else {
        return;
    };
    match action {
        Action::GoOn | Action::Agree => pass(app, now),
        Action::Back => app.go_home(),
        Action::WhichKey => gate.asked = true,
        _ => super::scroll(&mut gate.scroll, action, reach),
    }
}

/// Leaves the gate behind: on to the set-up, or into a session that was to begin at once.
fn pass(app: &mut App, now: Now) {
    let Screen::Gate(gate) = &app.screen else {
        return;
    };
    let at_once = gate.at_once;
    app.settle_in(Arc::clone(&gate.session), gate.choices.clone());
    if at_once {
        super::practise(app, now);
    }
}
