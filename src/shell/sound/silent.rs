//! The stand-in for sound in a build without it: the same calls, and silence.

use std::time::Duration;

use super::{Hearing, Saying, SoundStatus};
use crate::shell::clock::Clock;

/// Sound in a build without sound: always off.
#[derive(Debug)]
pub struct Sound(());

impl Sound {
    /// Does nothing; `on_change` is never called.
    pub fn start(_clock: Clock, _on_change: impl Fn() + Send + 'static) -> Self {
        Self(())
    }

    /// Does nothing.
    pub fn follow(&self, _hearing: Hearing) {}

    /// Does nothing.
    pub fn say(&self, _saying: Option<Saying>) {}

    /// Does nothing.
    pub fn hush(&self) {}

    /// Always off.
    pub fn status(&self) -> SoundStatus {
        SoundStatus::Off
    }

    /// Returns at once.
    pub fn stop(self, _within: Duration) {}
}
