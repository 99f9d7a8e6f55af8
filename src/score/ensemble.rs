//! What a score plays on besides the timeline: what a person wants to hear, and the clips there are.
//!
//! Here is decided which sound it is where a person, an author and softly each have one.

use std::collections::HashMap;

use super::mix::{Bed, Bell, Timbre};
use super::{Clip, Mix, Volume};
use crate::session::{Sound, Sounds};
use crate::text::Clean;

/// The mix, and every clip that is there by now. Cloning it is cheap enough for a change of sounds;
/// a clip that joins it later makes another score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ensemble {
    /// What a person wants to hear.
    pub mix: Mix,
    /// Lines as they are spoken, by their words as they are shown. A line without a clip is told by
    /// a quiet signal.
    pub lines: HashMap<Clean, Clip>,
    /// What the author of the session wants to be heard as a step begins.
    pub step: Option<Clip>,
    /// What the author wants to be heard at the end.
    pub end: Option<Clip>,
    /// What the author wants to be heard below everything.
    pub bed: Option<Clip>,
    /// Sounds of a person's own that take the place of softly's, by the names of those:
    /// see [`Ensemble::names`].
    pub own: HashMap<&'static str, Clip>,
}

/// A bell, as it was decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Chosen<'a, T> {
    /// One of softly's own.
    Ours(T),
    /// A clip.
    Clip(&'a Clip),
}

impl Ensemble {
    /// The names of those of softly's bells and beds that a session with these sounds is played with:
    /// the file `NAME.wav`, or with another ending that softly plays, in a person's folder of sounds
    /// takes the place of each.
    pub fn names(mix: &Mix, sounds: &Sounds) -> Vec<&'static str> {
        let bells = [&sounds.step, &sounds.end]
            .into_iter()
            .filter(|sound| mix.bell_volume != Volume::SILENT && **sound != Sound::None)
            .map(|sound| mix.bell.unwrap_or_else(|| bell(sound)).name());
        let mut names: Vec<_> = bells.collect();
        names.dedup();
        if mix.bed_volume != Volume::SILENT {
            names.extend(mix.bed.unwrap_or_else(|| bed(&sounds.bed)).name());
        }
        names
    }

    /// What the breath sounds like; `None` if it is silent. Silence is the author's to ask for, and
    /// the person's by the volume.
    pub(super) fn timbre(&self, sounds: &Sounds) -> Option<Timbre> {
        let silent = self.mix.breath_volume == Volume::SILENT || sounds.breath == Sound::None;
        (!silent).then(|| self.mix.timbre.unwrap_or_else(|| timbre(&sounds.breath)))
    }

    /// What is heard as a step begins, and what at the end. A bell that a person chose comes before
    /// the author's own.
    pub(super) fn bells(&self, sounds: &Sounds) -> [Chosen<'_, Bell>; 2] {
        [
            self.bell(&sounds.step, self.step.as_ref()),
            self.bell(&sounds.end, self.end.as_ref()),
        ]
    }

    fn bell<'a>(&'a self, sound: &Sound, file: Option<&'a Clip>) -> Chosen<'a, Bell> {
        if let (None, Sound::File(_), Some(clip)) = (self.mix.bell, sound, file) {
            return Chosen::Clip(clip);
        }
        let bell = self.mix.bell.unwrap_or_else(|| bell(sound));
        let own = self.own.get(bell.name());
        own.map_or(Chosen::Ours(bell), Chosen::Clip)
    }

    /// What lies below everything. One that a person chose comes before what the author wrote, even
    /// where that is to have none: whoever wants rain wants rain.
    pub(super) fn bed(&self, sounds: &Sounds) -> Option<Chosen<'_, Bed>> {
        if self.mix.bed_volume == Volume::SILENT {
            return None;
        }
        if let (None, Sound::File(_), Some(clip)) = (self.mix.bed, &sounds.bed, &self.bed) {
            return Some(Chosen::Clip(clip));
        }
        let bed = self.mix.bed.unwrap_or_else(|| bed(&sounds.bed));
        let own = self.own.get(bed.name()?);
        Some(own.map_or(Chosen::Ours(bed), Chosen::Clip))
    }
}

/// The names that authors have for what softly plays are those of the schema.
fn timbre(sound: &Sound) -> Timbre {
    match sound {
        Sound::Named("sea") => Timbre::Sea,
        Sound::Named("pad") => Timbre::Pad,
        Sound::Named("hum") => Timbre::Hum,
        _ => Timbre::Breath,
    }
}

fn bell(sound: &Sound) -> Bell {
    let Sound::Named(named) = sound else {
        return Bell::default();
    };
    let all = [Bell::Bowl, Bell::Gong, Bell::Chime, Bell::Notes];
    let same = all.into_iter().find(|bell| bell.name() == *named);
    same.unwrap_or_default()
}

fn bed(sound: &Sound) -> Bed {
    let Sound::Named(named) = sound else {
        return Bed::default();
    };
    let all = [Bed::Rain, Bed::Sea, Bed::Brown];
    let same = all.into_iter().find(|bed| bed.name() == Some(named));
    same.unwrap_or_default()
}

#[cfg(test)]
mod tests;
