//! Which parts are heard, and how: what is set for every session, and what keys have switched since.
//!
//! What a key switches holds until softly closes, as silence does; what is set is kept.

use super::App;
use super::keymap::Action;
use crate::score::{Bed, Mix, Volume};
use crate::session::{Session, Sound};
use crate::settings::{SoundPart, Spoken};

/// What the machine can speak with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum VoiceState {
    /// Nobody has looked yet.
    #[default]
    Unknown,
    /// It speaks with this.
    There(String),
    /// There is nothing that speaks.
    None,
}

/// What keys have switched on or off, part by part; what is set holds for the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switched([Option<bool>; SoundPart::ALL.len()]);

impl Switched {
    /// Switches a part.
    pub(super) const fn set(&mut self, part: SoundPart, on: bool) {
        self.0[part as usize] = Some(on);
    }

    /// From now on what is set holds for a part.
    pub(super) const fn forget(&mut self, part: SoundPart) {
        self.0[part as usize] = None;
    }

    /// Whether a part was switched, and to what.
    pub const fn get(self, part: SoundPart) -> Option<bool> {
        self.0[part as usize]
    }
}

impl Action {
    /// The part of what is heard that an action switches, if it switches one.
    pub const fn part(self) -> Option<SoundPart> {
        match self {
            Self::BreathSound => Some(SoundPart::Breath),
            Self::Bells => Some(SoundPart::Bells),
            Self::Bed => Some(SoundPart::Bed),
            Self::Voice => Some(SoundPart::Voice),
            _ => None,
        }
    }
}

impl App {
    /// Whether a part is to be heard in a session.
    pub fn is_on(&self, part: SoundPart, session: &Session) -> bool {
        if let Some(on) = self.switched.get(part) {
            return on;
        }
        let is_set = match part {
            SoundPart::Breath | SoundPart::Bells => true,
            SoundPart::Bed => self.has_bed(session),
            SoundPart::Voice => match self.settings.spoken {
                Spoken::Auto => self.eyes_closed || !session.recordings.is_empty(),
                Spoken::On => true,
                Spoken::Off => false,
            },
        };
        is_set && self.settings.volume(part) > Volume::SILENT
    }

    /// Whether something was chosen to lie below everything, by the person or else by the author.
    fn has_bed(&self, session: &Session) -> bool {
        match self.settings.bed {
            Some(bed) => bed != Bed::None,
            None => !matches!(session.sounds.bed, Sound::Usual | Sound::None),
        }
    }

    /// How loud a part is in a session. Whoever switches on what was set to silence wants to hear it.
    fn volume(&self, part: SoundPart, session: &Session) -> Volume {
        match self.settings.volume(part) {
            _ if !self.is_on(part, session) => Volume::SILENT,
            Volume::SILENT => Volume::FULL,
            volume => volume,
        }
    }

    /// What is to be heard of a session.
    pub fn mix(&self, session: &Session) -> Mix {
        let bed_is_on = self.is_on(SoundPart::Bed, session);
        Mix {
            timbre: self.settings.timbre,
            bell: self.settings.bell,
            // Who switches one on and has chosen none gets the first there is.
            bed: if bed_is_on && !self.has_bed(session) {
                Some(Bed::Rain)
            } else {
                self.settings.bed
            },
            breath_volume: self.volume(SoundPart::Breath, session),
            bell_volume: self.volume(SoundPart::Bells, session),
            bed_volume: self.volume(SoundPart::Bed, session),
            voice_volume: self.volume(SoundPart::Voice, session),
        }
    }

    /// Whether anything can be heard here at all.
    pub fn is_silent(&self) -> bool {
        self.muted || self.sound == super::SoundState::Absent
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{Bell, Timbre};
    use crate::session::sample::session;
    use crate::session::{Recording, Sounds};
    use crate::settings::{Chosen, Settings};
    use crate::text::Clean;
    use crate::view::Look;
    use crate::words::ENGLISH;

    fn app() -> App {
        App::new(Look::default(), &ENGLISH, Settings::default())
    }

    fn with_a_voice() -> Session {
        Session {
            recordings: vec![Recording {
                line: Clean::from_shown("Soft."),
                file: Clean::from_shown("soft.flac"),
            }],
            ..session(vec![])
        }
    }

    fn with_a_bed() -> Session {
        let mut session = session(vec![]);
        session.sounds = Sounds {
            bed: Sound::File(Clean::from_shown("brook.flac")),
            ..session.sounds
        };
        session
    }

    #[test]
    fn until_somebody_chooses_the_breath_and_the_bells_are_heard() {
        let app = app();
        let mix = app.mix(&session(vec![]));
        assert_eq!((mix.timbre, mix.bell, mix.bed), (None, None, None));
        assert_eq!(
            (mix.breath_volume, mix.bell_volume),
            (Volume::FULL, Volume::FULL)
        );
        assert_eq!(
            (mix.bed_volume, mix.voice_volume),
            (Volume::SILENT, Volume::SILENT)
        );
    }

    #[test]
    fn the_voice_is_heard_with_closed_eyes_or_where_one_was_recorded_and_as_it_is_set() {
        for (spoken, eyes_closed, recorded, heard) in [
            (Spoken::Auto, false, false, false),
            (Spoken::Auto, true, false, true),
            (Spoken::Auto, false, true, true),
            (Spoken::On, false, false, true),
            (Spoken::Off, true, true, false),
        ] {
            let mut app = app();
            app.set(Chosen::Spoken(spoken));
            app.eyes_closed = eyes_closed;
            let session = if recorded {
                with_a_voice()
            } else {
                session(vec![])
            };
            let told = (spoken, eyes_closed, recorded);
            assert_eq!(app.is_on(SoundPart::Voice, &session), heard, "{told:?}");
            let volume = app.mix(&session).voice_volume;
            assert_eq!(volume > Volume::SILENT, heard, "{told:?}");
        }
    }

    #[test]
    fn what_a_key_switches_goes_before_what_is_set_until_that_is_set_anew() {
        let (mut app, session) = (app(), session(vec![]));
        for part in SoundPart::ALL {
            app.switched.set(part, false);
            assert!(!app.is_on(part, &session), "{part:?}");
            app.switched.set(part, true);
            assert!(app.is_on(part, &session), "{part:?}");
            app.set(Chosen::Volume(part, Volume::SILENT));
            assert!(!app.is_on(part, &session), "{part:?}");
            app.switched.set(part, true);
            assert_eq!(app.volume(part, &session), Volume::FULL, "{part:?}");
        }
    }

    #[test]
    fn a_background_switched_on_is_the_one_that_is_chosen_or_the_session_s_or_else_rain() {
        let table = [
            (None, session(vec![]), Some(Bed::Rain)),
            (Some(Bed::None), session(vec![]), Some(Bed::Rain)),
            (Some(Bed::Sea), session(vec![]), Some(Bed::Sea)),
            (None, with_a_bed(), None),
        ];
        for (chosen, session, heard) in table {
            let mut app = app();
            app.set(Chosen::Bed(chosen));
            app.switched.set(SoundPart::Bed, true);
            let mix = app.mix(&session);
            assert_eq!(
                (mix.bed, mix.bed_volume),
                (heard, Volume::FULL),
                "{chosen:?}"
            );
            app.switched.set(SoundPart::Bed, false);
            assert_eq!(app.mix(&session).bed_volume, Volume::SILENT, "{chosen:?}");
        }
    }

    #[test]
    fn what_is_chosen_is_what_is_heard() {
        let (mut app, session) = (app(), session(vec![]));
        app.set(Chosen::Timbre(Some(Timbre::Hum)));
        app.set(Chosen::Bell(Some(Bell::Gong)));
        app.set(Chosen::Volume(SoundPart::Bells, Volume::of(4)));
        let mix = app.mix(&session);
        assert_eq!(
            (mix.timbre, mix.bell),
            (Some(Timbre::Hum), Some(Bell::Gong))
        );
        assert_eq!(mix.bell_volume, Volume::of(4));
    }
}
