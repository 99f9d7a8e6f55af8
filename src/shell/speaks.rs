//! Whether this machine can speak, for the app to know. Nothing is spoken here.

use crate::app::VoiceState;
use crate::language::Language;

/// What the machine can speak a language with. It looks at a few folders for programs.
pub(super) fn voice_state(language: Language) -> VoiceState {
    #[cfg(feature = "sound")]
    return match super::voice::engines(language.code()).first() {
        Some(engine) => VoiceState::There(engine.name().to_owned()),
        None => VoiceState::None,
    };
    #[cfg(not(feature = "sound"))]
    {
        let _ = language;
        VoiceState::None
    }
}
