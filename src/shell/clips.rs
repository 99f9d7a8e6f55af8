//! Gathers the clips that something is played with: recordings, sounds of a session's own, and lines
//! spoken by this machine.
//!
//! It may take long and belongs on a thread of its own. What cannot be had is left out: a session
//! plays all the same. What was spoken is kept in memory, and only there, for as long as softly runs.

#[cfg(feature = "sound")]
mod gathering;
#[cfg(feature = "sound")]
mod kept;
#[cfg(feature = "sound")]
mod own;

pub use crate::score::lines_of;

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::score::{Ensemble, Mix, Volume};
use crate::session::Session;
use crate::text::Clean;

/// What is to be played, and what is to be spoken.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The session that it belongs to, with its recordings and sounds.
    pub session: Option<Arc<Session>>,
    /// Whether its sounds are wanted, and not only its words.
    pub sounds: bool,
    /// The language of the lines, by its code.
    pub language: Clean,
    /// What a person wants to hear.
    pub mix: Mix,
    /// Every line to be spoken, the one that is needed first at the start. None where nobody wants to
    /// hear a voice.
    pub lines: Vec<Clean>,
}

/// How it stands with the voice, once everything has been gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VoiceStatus {
    /// Nobody wants to hear one.
    Unwanted,
    /// Every line is spoken, or all but a few that cannot be.
    Spoken,
    /// Nobody speaks here: a quiet signal tells where there are words.
    Signalled,
}

impl VoiceStatus {
    /// How it stands after gathering what was wanted.
    pub fn of(wanted: &Wanted, ensemble: &Ensemble) -> Self {
        if wanted.lines.is_empty() || wanted.mix.voice_volume == Volume::SILENT {
            return Self::Unwanted;
        }
        let is_spoken = |line: &Clean| ensemble.lines.contains_key(line);
        if wanted.lines.iter().any(is_spoken) {
            Self::Spoken
        } else {
            Self::Signalled
        }
    }
}

/// Whether this machine can speak a language, given by its code. It looks for a program and runs none.
pub fn can_speak(language: &str) -> bool {
    #[cfg(feature = "sound")]
    return !crate::shell::voice::engines(language).is_empty();
    #[cfg(not(feature = "sound"))]
    {
        let _ = language;
        false
    }
}

/// Gathers everything there is. `news` is told when clips have joined what there is so far, and may
/// break off: of the first ones at once, and then of several together.
pub fn gather(wanted: &Wanted, news: impl FnMut(&Ensemble) -> ControlFlow<()>) -> Ensemble {
    let ensemble = Ensemble {
        mix: wanted.mix,
        ..Ensemble::default()
    };
    #[cfg(feature = "sound")]
    return gathering::gather(wanted, ensemble, news);
    #[cfg(not(feature = "sound"))]
    {
        let mut news = news;
        let _ = news(&ensemble);
        ensemble
    }
}
