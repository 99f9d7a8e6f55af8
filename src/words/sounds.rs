//! Words about what is heard: its parts, what each can be, and how loud.

use super::{Told, Words};
use crate::score::{Bed, Bell, Timbre};
use crate::settings::{Chosen, Setting, SoundPart, Spoken};

/// The words in one language.
#[derive(Debug)]
pub struct SoundWords {
    /// Where all of it is set, and what that is.
    pub all: Told,
    /// Before the parts that are to be heard.
    pub to_hear: &'static str,
    /// None of them is.
    pub nothing: &'static str,
    /// What a part is called among others.
    pub part: fn(SoundPart) -> &'static str,
    /// A part was switched on, or off; in a word or two.
    pub switched: fn(SoundPart, bool) -> &'static str,
    /// What the two ends of a volume are.
    pub ends: &'static str,
    /// How to get back to everything that is set.
    pub back: &'static [&'static str],
}

pub(super) const ENGLISH: SoundWords = SoundWords {
    all: ("By ear", "What is heard: each part, and how loud."),
    to_hear: "to hear",
    nothing: "nothing",
    part: |part| match part {
        SoundPart::Breath => "breath",
        SoundPart::Bells => "bells",
        SoundPart::Bed => "background",
        SoundPart::Voice => "voice",
    },
    switched: |part, on| match (part, on) {
        (SoundPart::Breath, true) => "breath sound on",
        (SoundPart::Breath, false) => "breath sound off",
        (SoundPart::Bells, true) => "bells on",
        (SoundPart::Bells, false) => "bells off",
        (SoundPart::Bed, true) => "background on",
        (SoundPart::Bed, false) => "background off",
        (SoundPart::Voice, true) => "voice on",
        (SoundPart::Voice, false) => "voice off",
    },
    ends: "From 0, silence, to 10.",
    back: &["esc goes back to the settings", "esc back"],
};

pub(super) fn english_setting(setting: Setting) -> Told {
    match setting {
        Setting::Bell => ("Bells", "As a part begins, and at the end."),
        Setting::Bed => ("Background", "Quietly, below everything."),
        Setting::Spoken => ("Voice", "Lines spoken aloud."),
        Setting::Volume(SoundPart::Breath) => ("Breath volume", "How loud the breath is."),
        Setting::Volume(SoundPart::Bells) => ("Bell volume", "How loud the bells are."),
        Setting::Volume(SoundPart::Bed) => ("Background volume", "How loud that is."),
        Setting::Volume(SoundPart::Voice) => ("Voice volume", "How loud the voice is."),
        _ => ("Breath", "What follows the breath."),
    }
}

pub(super) fn english_choice(chosen: Chosen) -> Told {
    match chosen {
        Chosen::Bell(bell) => match bell {
            None => ("auto", "As the session has it, or a bowl."),
            Some(Bell::Bowl) => ("bowl", "A small singing bowl."),
            Some(Bell::Gong) => ("gong", "A low gong."),
            Some(Bell::Chime) => ("chime", "A light chime."),
            Some(Bell::Notes) => ("notes", "Two soft notes."),
        },
        Chosen::Bed(bed) => match bed {
            None => ("auto", "As the session has it, or none."),
            Some(Bed::None) => ("none", "Nothing below the rest."),
            Some(Bed::Rain) => ("rain", "Rain on leaves."),
            Some(Bed::Sea) => ("sea", "The sea, some way off."),
            Some(Bed::Brown) => ("brown", "Deep even noise."),
        },
        Chosen::Spoken(spoken) => match spoken {
            Spoken::Auto => ("auto", "For closed eyes, or if recorded."),
            Spoken::On => ("on", "In every session."),
            Spoken::Off => ("off", "Never."),
        },
        Chosen::Volume(_, volume) => VOLUMES[usize::from(volume.steps())],
        Chosen::Timbre(Some(timbre)) => match timbre {
            Timbre::Breath => ("breath", "Air and a soft tone."),
            Timbre::Sea => ("sea", "A wave that comes and runs out."),
            Timbre::Pad => ("pad", "A warm chord."),
            Timbre::Hum => ("hum", "A hum, as with closed lips."),
        },
        _ => ("auto", "As the session has it."),
    }
}

const VOLUMES: [Told; 11] = [
    ("0", "Silent."),
    ("1", "At the edge of hearing."),
    ("2", "Hardly there."),
    ("3", "Very quiet."),
    ("4", "Quieter."),
    ("5", "Quiet."),
    ("6", "Softer still."),
    ("7", "Softer."),
    ("8", "A little softer."),
    ("9", "A touch softer."),
    ("10", "As loud as it was made."),
];

impl Words {
    /// What a part of what is heard is called.
    pub fn sound_part(&self, part: SoundPart) -> &'static str {
        (self.sounds.part)(part)
    }
}
