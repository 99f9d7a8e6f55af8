//! Doing what the core asks for, whether it is drawn or told: keeping what somebody chose, and
//! letting a session be heard.

use std::time::Duration;

use super::clock::Clock;
use super::keep;
use super::sound::{Sound, SoundStatus};
use super::wait::Waker;
use crate::app::{App, SoundState};
use crate::kept::Kept;
use crate::player::{Hearing, Saying};

/// How long the sound may take to fade when softly leaves or is set aside.
pub(super) const FADE: Duration = Duration::from_millis(150);

/// What it takes to do it.
#[derive(Debug)]
pub(super) struct Effects {
    clock: Clock,
    waker: Waker,
    /// Opened when there is first something to hear.
    sound: Option<Sound>,
    /// Whether what somebody chooses may be written down.
    keeps: bool,
    /// What was written down last, or read at the start.
    kept: Kept,
}

impl Effects {
    /// Begins with what is kept already. Sound wakes the wait when there is news of it.
    pub(super) fn new(app: &App, clock: Clock, waker: Waker, keeps: bool) -> Self {
        Self {
            clock,
            waker,
            sound: None,
            keeps,
            kept: app.kept.clone(),
        }
    }

    /// Writes down what somebody chose. Answers whether that could be done.
    pub(super) fn keep(&mut self, kept: Kept) -> bool {
        let keeps = self.keeps && keep::write_changes(&self.kept, &kept).is_ok();
        if keeps {
            self.kept = kept;
        }
        keeps
    }

    /// Lets something be heard, or nothing any more.
    pub(super) fn hear(&mut self, hearing: Option<Hearing>) {
        match (hearing, &self.sound) {
            (Some(hearing), None) if hearing.muted => {}
            (Some(hearing), _) => self.started().follow(hearing),
            (None, Some(sound)) => sound.hush(),
            (None, None) => {}
        }
    }

    /// Lets words be spoken beside what is heard, or lets them fade.
    pub(super) fn say(&mut self, saying: Option<Saying>) {
        if saying.is_some() || self.sound.is_some() {
            self.started().say(saying);
        }
    }

    fn started(&mut self) -> &Sound {
        let (clock, waker) = (self.clock, self.waker.clone());
        self.sound
            .get_or_insert_with(|| Sound::start(clock, move || waker.wake()))
    }

    /// What is known about sound by now, if anything has been found out.
    pub(super) fn sound_state(&self) -> Option<SoundState> {
        match self.sound.as_ref()?.status() {
            SoundStatus::Absent => Some(SoundState::Absent),
            SoundStatus::Lost => Some(SoundState::Lost),
            SoundStatus::Playing => Some(SoundState::Fine),
            SoundStatus::Off | SoundStatus::Opening => None,
        }
    }

    /// Whether something can be heard.
    pub(super) fn is_heard(&self) -> bool {
        let playing = |sound: &Sound| sound.status() == SoundStatus::Playing;
        self.sound.as_ref().is_some_and(playing)
    }

    /// Lets the sound fade out, for good.
    pub(super) fn stop(self) {
        if let Some(sound) = self.sound {
            sound.stop(FADE);
        }
    }
}
