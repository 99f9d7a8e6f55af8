//! What is set about sounds: which parts there are, and what each of them is.

use clap::ValueEnum;

use crate::score::Volume;

/// A part of what is heard, with a key and a volume of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SoundPart {
    /// What follows the breath.
    Breath,
    /// What tells that a step begins, or that the session is over.
    Bells,
    /// What goes on quietly below everything.
    Bed,
    /// Lines that are spoken.
    Voice,
}

impl SoundPart {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 4] = [Self::Breath, Self::Bells, Self::Bed, Self::Voice];
}

/// Whether lines are spoken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Spoken {
    /// With the eyes closed, and where the session brings a voice
    #[default]
    Auto,
    /// In every session
    On,
    /// Never
    Off,
}

/// Every volume, the loudest first: nothing is softer than it was made for until somebody chooses.
pub(super) fn volumes() -> impl Iterator<Item = Volume> {
    (Volume::SILENT.steps()..=Volume::FULL.steps())
        .rev()
        .map(Volume::of)
}

/// A volume a step louder, or softer, as far as it goes: nobody who turns something down past
/// silence should have it as loud as can be.
pub(super) const fn turned(volume: Volume, louder: bool) -> Volume {
    let steps = volume.steps();
    Volume::of(if louder {
        steps.saturating_add(1)
    } else {
        steps.saturating_sub(1)
    })
}
