//! Who listens, and what softly therefore does of its own accord.

use crate::app::{App, Screen};
use crate::key::Key;
use crate::player::{Transport, Why};
use crate::session::Gate;

/// Who listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listener {
    /// Somebody can type a line.
    pub answers: bool,
    /// The session begins without waiting at its set-up.
    pub at_once: bool,
    /// softly ends after the session, rather than going back to the list.
    pub once: bool,
}

impl Listener {
    /// The key that nobody has to press: past a set-up that does not wait, and past whatever would
    /// wait for somebody who cannot answer.
    ///
    /// A therapist's gate is never passed like this.
    pub(super) fn unasked(self, app: &App) -> Option<Key> {
        let passes = match &app.screen {
            Screen::Settle(_) => self.at_once || !self.answers,
            Screen::Gate(at) => at.session.gate == Gate::Note && !self.answers,
            Screen::Playing(playing) => {
                let transport = playing.player.transport();
                let away = matches!(transport, Transport::Paused { why: Why::Away, .. });
                away && !self.answers
            }
            _ => false,
        };
        passes.then_some(Key::Enter)
    }
}
