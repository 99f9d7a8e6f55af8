//! German: words about what is heard.

use crate::score::{Bed, Bell, Timbre};
use crate::settings::{Chosen, Setting, SoundPart, Spoken};
use crate::words::{SoundWords, Told};

pub(super) const SOUNDS: SoundWords = SoundWords {
    all: ("Hören", "Was zu hören ist: jeder Teil, und wie laut."),
    to_hear: "zu hören",
    nothing: "nichts",
    part: |part| match part {
        SoundPart::Breath => "Atem",
        SoundPart::Bells => "Glocken",
        SoundPart::Bed => "Hintergrund",
        SoundPart::Voice => "Stimme",
    },
    switched: |part, on| match (part, on) {
        (SoundPart::Breath, true) => "Atemklang an",
        (SoundPart::Breath, false) => "Atemklang aus",
        (SoundPart::Bells, true) => "Glocken an",
        (SoundPart::Bells, false) => "Glocken aus",
        (SoundPart::Bed, true) => "Hintergrund an",
        (SoundPart::Bed, false) => "Hintergrund aus",
        (SoundPart::Voice, true) => "Stimme an",
        (SoundPart::Voice, false) => "Stimme aus",
    },
    ends: "Von 0, Stille, bis 10.",
    back: &["Esc führt zurück zu den Einstellungen", "Esc zurück"],
};

pub(super) fn setting(setting: Setting) -> Told {
    match setting {
        Setting::Bell => ("Glocken", "Wenn ein Teil beginnt, und am Ende."),
        Setting::Bed => ("Hintergrund", "Leise, unter allem."),
        Setting::Spoken => ("Stimme", "Zeilen, die gesprochen werden."),
        Setting::Volume(SoundPart::Breath) => ("Atem laut", "Wie laut der Atem ist."),
        Setting::Volume(SoundPart::Bells) => ("Glocken laut", "Wie laut die Glocken sind."),
        Setting::Volume(SoundPart::Bed) => ("Hintergrund laut", "Wie laut der Hintergrund ist."),
        Setting::Volume(SoundPart::Voice) => ("Stimme laut", "Wie laut die Stimme ist."),
        _ => ("Atem", "Was dem Atem folgt."),
    }
}

pub(super) fn choice(chosen: Chosen) -> Told {
    match chosen {
        Chosen::Bell(bell) => match bell {
            None => ("auto", "Wie die Übung, sonst Schale."),
            Some(Bell::Bowl) => ("Schale", "Eine kleine Klangschale."),
            Some(Bell::Gong) => ("Gong", "Ein tiefer Gong."),
            Some(Bell::Chime) => ("Glöckchen", "Ein helles Glöckchen."),
            Some(Bell::Notes) => ("Töne", "Zwei sanfte Töne."),
        },
        Chosen::Bed(bed) => match bed {
            None => ("auto", "Wie die Übung, sonst keiner."),
            Some(Bed::None) => ("keiner", "Nichts unter allem."),
            Some(Bed::Rain) => ("Regen", "Regen auf Blättern."),
            Some(Bed::Sea) => ("Meer", "Das Meer, etwas entfernt."),
            Some(Bed::Brown) => ("Rauschen", "Tiefes, gleichmäßiges Rauschen."),
        },
        Chosen::Spoken(spoken) => match spoken {
            Spoken::Auto => ("auto", "Mit geschlossenen Augen."),
            Spoken::On => ("an", "In jeder Übung."),
            Spoken::Off => ("aus", "Nie."),
        },
        Chosen::Volume(_, volume) => VOLUMES[usize::from(volume.steps())],
        Chosen::Timbre(Some(timbre)) => match timbre {
            Timbre::Breath => ("Atem", "Luft und ein sanfter Ton."),
            Timbre::Sea => ("Meer", "Eine Welle kommt und läuft aus."),
            Timbre::Pad => ("Klang", "Ein warmer Akkord."),
            Timbre::Hum => ("Summen", "Wie mit geschlossenen Lippen."),
        },
        _ => ("auto", "Wie die Übung es hat."),
    }
}

const VOLUMES: [Told; 11] = [
    ("0", "Still."),
    ("1", "Am Rand des Hörens."),
    ("2", "Kaum da."),
    ("3", "Sehr leise."),
    ("4", "Noch leiser."),
    ("5", "Leise."),
    ("6", "Ein gutes Stück leiser."),
    ("7", "Ein Stück leiser."),
    ("8", "Etwas leiser."),
    ("9", "Eine Spur leiser."),
    ("10", "So laut, wie es gemacht ist."),
];
