//! A session being practised: what is played, what was chosen, and where one is in it.
//!
//! The place is never counted up. It follows from the transport and the instant handed in.

mod transport;

pub use transport::{Transport, Why};

use std::sync::Arc;

use crate::session::Session;
use crate::time::{Ms, Now};
use crate::timeline::{Choices, Moment, Timeline, compile};

/// A session being practised.
#[derive(Clone, Debug)]
pub struct Player {
    session: Arc<Session>,
    choices: Choices,
    timeline: Arc<Timeline>,
    transport: Transport,
}

impl Player {
    /// Begins a session now, from its start.
    pub fn start(session: Arc<Session>, choices: Choices, now: Now) -> Self {
        let timeline = Arc::new(compile(&session, &choices));
        Self {
            session,
            choices,
            timeline,
            transport: Transport::playing(now, Ms::ZERO),
        }
    }

    /// What is played.
    pub fn session(&self) -> &Arc<Session> {
        &self.session
    }

    /// What was chosen for it.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The session laid out in time, as chosen.
    pub fn timeline(&self) -> &Arc<Timeline> {
        &self.timeline
    }

    /// Whether it plays, and from where.
    pub fn transport(&self) -> Transport {
        self.transport
    }

    /// Where one is.
    pub fn at(&self, now: Now) -> Ms {
        self.transport.at(now).min(self.timeline.length())
    }

    /// What is happening.
    pub fn moment(&self, now: Now) -> Moment<'_> {
        self.timeline.moment(self.at(now))
    }

    /// Whether the session has run to its end.
    pub fn is_over(&self, now: Now) -> bool {
        self.at(now) >= self.timeline.length()
    }

    /// What should be heard.
    pub fn hearing(&self, muted: bool) -> Hearing {
        Hearing {
            timeline: Arc::clone(&self.timeline),
            transport: self.transport,
            muted,
        }
    }

    /// Stays where it is until somebody goes on. The instant may lie in the past: the place is
    /// where the person was then.
    pub fn pause(&mut self, now: Now, why: Why) {
        if self.transport.is_playing() {
            self.transport = Transport::Paused {
                at: self.at(now),
                why,
            };
        }
    }

    /// Goes on, with a fresh in-breath.
    pub fn resume(&mut self, now: Now) {
        if let Transport::Paused { at, .. } = self.transport {
            self.transport = Transport::playing(now, self.timeline.breath_start(at));
        }
    }

    /// Goes to the next step, or to the end from the last one.
    pub fn skip(&mut self, now: Now) {
        self.go_to(self.timeline.next_step(self.at(now)), now);
    }

    /// Goes back to the start of this step, or of the one before.
    pub fn back(&mut self, now: Now) {
        self.go_to(self.timeline.previous_step(self.at(now)), now);
    }

    /// Goes to a place, playing or paused as before.
    pub fn go_to(&mut self, at: Ms, now: Now) {
        self.transport = match self.transport {
            Transport::Playing { .. } => Transport::playing(now, at),
            Transport::Paused { why, .. } => Transport::Paused { at, why },
        };
    }

    /// Changes the choices; the place in the session stays the same.
    pub fn choose(&mut self, choices: Choices, now: Now) {
        if choices == self.choices {
            return;
        }
        let timeline = Arc::new(compile(&self.session, &choices));
        let at = self.timeline.carry(self.at(now), &timeline);
        self.timeline = timeline;
        self.choices = choices;
        self.go_to(at, now);
    }
}

/// What should be heard: a snapshot that the sound follows until it is given another one.
#[derive(Clone, Debug)]
pub struct Hearing {
    /// The session laid out in time.
    pub timeline: Arc<Timeline>,
    /// Whether it plays, and from where.
    pub transport: Transport,
    /// Whether somebody muted the sound.
    pub muted: bool,
}

/// Two snapshots are equal if nothing audible lies between them.
impl PartialEq for Hearing {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.timeline, &other.timeline)
            && self.transport == other.transport
            && self.muted == other.muted
    }
}

#[cfg(test)]
mod tests;
