//! A session being practised: what is played, what was chosen, and where one is in it.
//!
//! The place is never counted up. It follows from the transport and the instant handed in.

mod taps;
mod transport;

pub use taps::Taps;
pub use transport::{Transport, Why};

use std::sync::Arc;

use crate::score::{Mix, Volume};
use crate::session::{Position, Session};
use crate::text::Clean;
use crate::time::{Ms, Now};
use crate::timeline::{Choices, Moment, Pace, Timeline, compile};

/// A session being practised.
#[derive(Clone, Debug)]
pub struct Player {
    session: Arc<Session>,
    choices: Choices,
    timeline: Arc<Timeline>,
    transport: Transport,
    /// Whether anybody can press a key; where nobody can, nothing waits for one.
    listens: bool,
}

impl Player {
    /// Begins a session now, from its start.
    ///
    /// `listens` tells whether anybody can go on where the session waits.
    pub fn start(session: Arc<Session>, choices: Choices, listens: bool, now: Now) -> Self {
        let timeline = Arc::new(compile(&session, &choices));
        let mut player = Self {
            session,
            choices,
            timeline,
            transport: Transport::playing(now, Ms::ZERO, Ms::ZERO),
            listens,
        };
        player.play(Ms::ZERO, now);
        player
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

    /// Everything with an onset before this place has begun. At a stop that is the stop itself:
    /// what comes after it has not.
    pub fn begun(&self, now: Now) -> Ms {
        let at = self.at(now);
        if self.is_held(now) { at } else { at + Ms(1) }
    }

    /// What is happening. At a stop it is still what led up to it.
    pub fn moment(&self, now: Now) -> Moment<'_> {
        self.timeline.moment(self.begun(now) - Ms(1))
    }

    /// The position that a step has led to last, if one has.
    pub fn moved_to(&self, now: Now) -> Option<&Position> {
        self.timeline.position_at(self.begun(now) - Ms(1))
    }

    /// Whether the session has run to its end.
    pub fn is_over(&self, now: Now) -> bool {
        self.at(now) >= self.timeline.length() && !self.is_held(now)
    }

    /// Whether it stands at a stop, until somebody goes on.
    pub fn is_held(&self, now: Now) -> bool {
        match self.transport {
            Transport::Playing { until, .. } => {
                self.stop() == Some(until) && self.transport.at(now) >= until
            }
            Transport::Paused { why, .. } => why == Why::Waiting,
        }
    }

    /// Whether somebody may go on right now: at a stop, and in what leads up to it.
    pub fn awaits(&self, now: Now) -> bool {
        let playing = self.transport.is_playing() && self.listens;
        self.is_held(now) || (playing && self.timeline.steps()[self.moment(now).step].kind.waits())
    }

    /// The stop that it plays towards.
    fn stop(&self) -> Option<Ms> {
        match self.transport {
            Transport::Playing { from, .. } if self.listens => self.timeline.stop_after(from),
            Transport::Playing { .. } | Transport::Paused { .. } => None,
        }
    }

    /// What should be heard.
    pub fn hearing(&self, muted: bool, mix: Mix) -> Hearing {
        Hearing {
            session: Arc::clone(&self.session),
            timeline: Arc::clone(&self.timeline),
            transport: self.transport,
            stop: self.stop(),
            muted,
            mix,
        }
    }

    /// Waits, if it has come to a stop. Nothing moves then until somebody goes on.
    pub fn hold(&mut self, now: Now) {
        if self.is_held(now) {
            self.transport = Transport::Paused {
                at: self.at(now),
                why: Why::Waiting,
            };
        }
    }

    /// Stays where it is until somebody goes on. The instant may lie in the past: the place is
    /// where the person was then. What waits already goes on waiting.
    pub fn pause(&mut self, now: Now, why: Why) {
        self.hold(now);
        if self.transport.is_playing() {
            self.transport = Transport::Paused {
                at: self.at(now),
                why,
            };
        }
    }

    /// Goes on: from a pause with a fresh in-breath, from what waits to what comes after it, and from
    /// a phase that was held open just where it is.
    pub fn go_on(&mut self, now: Now) {
        self.hold(now);
        if let Transport::Paused { at, why } = self.transport {
            let place = match why {
                Why::Open => at,
                Why::Asked | Why::Reading | Why::Away | Why::Waiting => {
                    self.timeline.breath_start(at)
                }
            };
            self.play(place, now);
        } else if self.awaits(now) {
            self.play(self.timeline.next_step(self.at(now)), now);
        }
    }

    /// Follows somebody's breath: from now on one lasts so long, and one begins now. Where no breath
    /// is paced, nothing changes.
    ///
    /// Of the breath that is under way and the next one, the one whose beginning is nearer begins.
    pub fn follow_breath(&mut self, length: Ms, now: Now) {
        let Some(breath) = self.timeline.breath_at(self.at(now)) else {
            return;
        };
        let written = (breath.end - breath.start).scaled(1.0 / self.choices.pace.factor());
        let choices = Choices {
            pace: Pace::of(length, written),
            ..self.choices.clone()
        };
        self.choose(choices, now);
        let at = self.at(now);
        if let Some(breath) = self.timeline.breath_at(at) {
            let is_next = self.timeline.breath_at(breath.end).is_some();
            let nearer = is_next && breath.end - at < at - breath.start;
            self.go_to(if nearer { breath.end } else { breath.start }, now);
        }
    }

    /// Holds the phase open that is under way: nothing moves until somebody goes on.
    pub fn hold_open(&mut self, now: Now) {
        self.pause(now, Why::Open);
    }

    /// Goes to the next part, or to the end from the last one.
    pub fn skip(&mut self, now: Now) {
        self.hold(now);
        if self.is_held(now) {
            return self.go_on(now);
        }
        self.go_to(self.timeline.next_step(self.at(now)), now);
    }

    /// Goes back to the start of this part, or of the one before.
    pub fn back(&mut self, now: Now) {
        self.hold(now);
        let place = self.timeline.previous_step(self.at(now));
        if self.is_held(now) {
            return self.play(place, now);
        }
        self.go_to(place, now);
    }

    /// Where somebody lands who goes to the beginning of a part: there, or at the change of position
    /// that leads there.
    pub fn landing(&self, part: usize, now: Now) -> Ms {
        // At a stop nothing of what comes next has begun.
        self.timeline.landing(self.begun(now) - Ms(1), part)
    }

    /// Goes to the beginning of a part, or to the change of position that leads there; playing or
    /// paused as before, and on from where it waits.
    pub fn go_to_part(&mut self, part: usize, now: Now) {
        self.hold(now);
        let place = self.landing(part, now);
        if self.is_held(now) {
            return self.play(place, now);
        }
        self.go_to(place, now);
    }

    /// Goes to a place, playing or paused as before.
    pub fn go_to(&mut self, at: Ms, now: Now) {
        match self.transport {
            Transport::Playing { .. } => self.play(at, now),
            Transport::Paused { why, .. } => self.transport = Transport::Paused { at, why },
        }
    }

    /// Plays from a place up to the next stop.
    fn play(&mut self, from: Ms, now: Now) {
        let end = self.timeline.length();
        self.transport = Transport::playing(now, from, end);
        let until = self.stop().unwrap_or(end);
        self.transport = Transport::playing(now, from, until);
    }

    /// Changes the choices; the place in the session stays the same.
    pub fn choose(&mut self, choices: Choices, now: Now) {
        if choices == self.choices {
            return;
        }
        self.hold(now);
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
    /// The session: its language, its sounds and recordings.
    pub session: Arc<Session>,
    /// The session laid out in time.
    pub timeline: Arc<Timeline>,
    /// Whether it plays, and from where.
    pub transport: Transport,
    /// The stop that it plays towards: from there on there is silence.
    pub stop: Option<Ms>,
    /// Whether somebody muted the sound.
    pub muted: bool,
    /// What is to be heard of it.
    pub mix: Mix,
}

/// Words to be spoken outside a session's own time, one after the other, as soon as they can be.
///
/// Another one takes the place of this one, which fades; none lets it fade.
#[derive(Clone, Debug, PartialEq)]
pub struct Saying {
    /// The session that they belong to, with its recordings, if they belong to one.
    pub session: Option<Arc<Session>>,
    /// What is said.
    pub lines: Arc<[Clean]>,
    /// Since when it should be heard: the same words again are another saying.
    pub since: Now,
    /// The language they are in, by its code.
    pub language: Clean,
    /// How loud they are.
    pub volume: Volume,
}

/// Two snapshots are equal if nothing audible lies between them.
impl PartialEq for Hearing {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.timeline, &other.timeline)
            && self.transport == other.transport
            && self.muted == other.muted
            && self.mix == other.mix
    }
}

#[cfg(test)]
mod tests;
