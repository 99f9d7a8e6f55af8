//! What has to be told when: the side of the session that is followed.
//!
//! It remembers what it told last, so that nothing is told twice and a quiet session sends nothing.

use std::sync::Arc;

use super::{Outline, Place, Told};
use crate::app::{App, Screen};
use crate::player::{Player, Transport, Why};
use crate::session::Session;
use crate::time::Now;
use crate::timeline::{Choices, Timeline, compile};

/// What was told last.
#[derive(Debug, Default)]
pub struct Sharing {
    chosen: Option<(Arc<Session>, Choices)>,
    played: Option<(Arc<Timeline>, Transport)>,
}

impl Sharing {
    /// What there is to tell since the last time, in order.
    pub fn news(&mut self, app: &App, now: Now) -> Vec<Told> {
        match app.screen.lowest() {
            Screen::Playing(playing) => self.plays(app, &playing.player, now),
            Screen::Settle(settle) => self.chose(app, &settle.session, &settle.choices),
            Screen::Gate(gate) => self.chose(app, &gate.session, &gate.choices),
            // What was played stays in sight until something else is chosen.
            Screen::Closing(closing) => self.ended(closing.early, now),
            Screen::Library(_)
            | Screen::Programmes(_)
            | Screen::Programme(_)
            | Screen::Over(_)
            | Screen::Notes(_) => self.nothing(),
        }
    }

    fn plays(&mut self, app: &App, player: &Player, now: Now) -> Vec<Told> {
        let (timeline, transport) = (player.timeline(), player.transport());
        let same = |(told, _): &(Arc<Timeline>, Transport)| Arc::ptr_eq(told, timeline);
        let laid_out = self.played.as_ref().is_some_and(same);
        if laid_out
            && self
                .played
                .as_ref()
                .is_some_and(|(_, told)| *told == transport)
        {
            return Vec::new();
        }
        self.played = Some((Arc::clone(timeline), transport));
        self.chosen = None;
        let outline = || Told::Outline(Outline::new(app.words, player.session(), timeline));
        let place = Told::Place(Place::of(player, now));
        (!laid_out)
            .then(outline)
            .into_iter()
            .chain([place])
            .collect()
    }

    fn chose(&mut self, app: &App, session: &Arc<Session>, choices: &Choices) -> Vec<Told> {
        let same =
            |(told, with): &(Arc<Session>, Choices)| Arc::ptr_eq(told, session) && with == choices;
        if self.chosen.as_ref().is_some_and(same) {
            return Vec::new();
        }
        self.played = None;
        self.chosen = Some((Arc::clone(session), choices.clone()));
        let timeline = compile(session, choices);
        vec![Told::Outline(Outline::new(app.words, session, &timeline))]
    }

    /// A session is over: it stands at its end, or where it was left.
    fn ended(&mut self, early: bool, now: Now) -> Vec<Told> {
        let Some((timeline, transport)) = &self.played else {
            return Vec::new();
        };
        if !transport.is_playing() {
            return Vec::new();
        }
        let at = if early {
            transport.at(now)
        } else {
            timeline.length()
        };
        let stands = Transport::Paused {
            at,
            why: Why::Asked,
        };
        self.played = Some((Arc::clone(timeline), stands));
        vec![Told::Place(Place {
            at,
            until: at,
            moves: false,
            pace: 100,
        })]
    }

    fn nothing(&mut self) -> Vec<Told> {
        if self.chosen.is_none() && self.played.is_none() {
            return Vec::new();
        }
        *self = Self::default();
        vec![Told::Nothing]
    }
}

#[cfg(test)]
mod tests;
