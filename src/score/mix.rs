//! What a person wants to hear: which sounds, and how loud each part of them is.
//!
//! It is a plain value. Where it is chosen and kept is the business of the settings.

use clap::ValueEnum;

/// What a breath sounds like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Timbre {
    /// Air and a soft tone
    #[default]
    Breath,
    /// A wave that comes in and runs out
    Sea,
    /// A warm chord
    Pad,
    /// A hum, as with closed lips
    Hum,
}

/// What tells that a step begins, or that the session is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Bell {
    /// A small singing bowl
    #[default]
    Bowl,
    /// A low gong
    Gong,
    /// A light chime
    Chime,
    /// Two soft notes
    Notes,
}

/// What goes on quietly below everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Bed {
    /// Nothing
    #[default]
    None,
    /// Rain on leaves
    Rain,
    /// The sea, some way off
    Sea,
    /// Deep even noise
    Brown,
}

impl Bell {
    /// Its name in session files, and that of the file that may take its place.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bowl => "bowl",
            Self::Gong => "gong",
            Self::Chime => "chime",
            Self::Notes => "notes",
        }
    }
}

impl Bed {
    /// Its name in session files, and that of the file that may take its place. Nothing has none.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Rain => Some("rain"),
            Self::Sea => Some("sea"),
            Self::Brown => Some("brown"),
        }
    }
}

/// How loud a part is, in steps of 3 decibels below what it was made for; 0 is silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Volume(u8);

impl Volume {
    /// As loud as it was made for.
    pub const FULL: Self = Self(10);
    /// Not to be heard.
    pub const SILENT: Self = Self(0);
    /// Three decibels. It is multiplied, so that a gain is the same number on every machine.
    const STEP: f32 = 0.707_945_76;

    /// A volume by its number; above 10 it is 10.
    pub const fn of(steps: u8) -> Self {
        Self(if steps > Self::FULL.0 {
            Self::FULL.0
        } else {
            steps
        })
    }

    /// Its number, from 0 to 10.
    pub const fn steps(self) -> u8 {
        self.0
    }

    /// What a sample is multiplied by.
    pub fn gain(self) -> f32 {
        if self == Self::SILENT {
            return 0.0;
        }
        (self.0..Self::FULL.0).fold(1.0, |gain, _| gain * Self::STEP)
    }
}

impl Default for Volume {
    fn default() -> Self {
        Self::FULL
    }
}

/// What is to be heard of a session. Every part that is off has the volume 0.
///
/// A sound that nobody chose is the session's own, and where its author named none, the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mix {
    /// What the breath sounds like, where a person chose it.
    pub timbre: Option<Timbre>,
    /// What the bells are, where a person chose them.
    pub bell: Option<Bell>,
    /// What lies below everything, where a person chose it. [`Bed::None`] is a choice, too.
    pub bed: Option<Bed>,
    /// How loud the breath is.
    pub breath_volume: Volume,
    /// How loud the bells are.
    pub bell_volume: Volume,
    /// How loud the bed is.
    pub bed_volume: Volume,
    /// How loud the voice is. Nothing is spoken until somebody wants it.
    pub voice_volume: Volume,
}

impl Default for Mix {
    fn default() -> Self {
        Self {
            timbre: None,
            bell: None,
            bed: None,
            breath_volume: Volume::FULL,
            bell_volume: Volume::FULL,
            bed_volume: Volume::FULL,
            voice_volume: Volume::SILENT,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_volume_falls_by_three_decibels_a_step_down_to_silence() {
        for (steps, decibels) in [(10, 0.0), (9, -3.0), (5, -15.0), (1, -27.0), (99, 0.0)] {
            let gain = Volume::of(steps).gain();
            assert!((20.0 * gain.log10() - decibels).abs() < 0.001, "{steps}");
        }
        assert!(Volume::of(0).gain() <= 0.0);
    }
}
