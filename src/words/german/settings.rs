//! German: words of the settings and of the pictures of the breath.

use crate::settings::{
    Announce, Chosen, Colours, Detail, Heard, Moves, Picture, Remembers, Setting,
};
use crate::wording::Wording;
use crate::words::{PictureWords, SettingWords, Told};

pub(super) const PICTURES: PictureWords = PictureWords {
    name: |picture| match picture {
        Picture::Bloom => "Blüte",
        Picture::Tide => "Gezeiten",
        Picture::Orb => "Kugel",
        Picture::Gauge => "Balken",
        Picture::Body => "Körper",
        Picture::Words => "nur Wörter",
    },
    diaphragm: "Zwerchfell",
    floor: "Beckenboden",
    felt: &[
        "Nach Aufnahmen weniger Menschen. Du spürst es vielleicht anders oder gar nicht.",
        "Vielleicht spürst du es anders oder gar nicht.",
        "Anders gespürt, oder gar nicht.",
    ],
};

pub(super) const SETTINGS: SettingWords = SettingWords {
    heading: "Einstellungen",
    setting,
    choice,
    wording: (
        "Wörter",
        "Für den Beckenbereich, in allem, was von jetzt an geöffnet wird.",
    ),
    words: |wording| match wording {
        Wording::Neutral => ("neutral", "Sitzknochen, Grund des Beckens."),
        Wording::Anatomical => ("anatomisch", "Die Namen der Anatomie."),
    },
    kept: &[
        "Für jede Übung, in einer kleinen Datei. softly forget zeigt und löscht sie.",
        "In einer kleinen Datei: softly forget zeigt sie.",
        "softly forget zeigt sie",
    ],
    kept_for_now: &[
        "Das gilt, bis softly schließt: nichts wird aufgeschrieben.",
        "gilt, bis softly schließt",
        "gilt für jetzt",
    ],
};

fn setting(setting: Setting) -> Told {
    match setting {
        Setting::Picture => ("Bild", "Wie der Atem aussieht."),
        Setting::Colours => ("Farben", "Hell auf dunkel, oder dunkel auf hell."),
        Setting::Moves => ("Bewegung", "Wie viel sich bewegt. Wörter kommen pünktlich."),
        Setting::Detail => ("Feinheit", "Wie viele Farben ans Terminal gehen."),
        Setting::Heard => ("Ton", "Alles auf einmal. Jeder Teil hat eine Taste."),
        Setting::Announce => ("Zeilen", "Wie viel softly in Textzeilen sagt."),
        Setting::Remembers => ("Merken", "Was über das Üben aufgeschrieben wird."),
        Setting::Timbre | Setting::Bell | Setting::Bed | Setting::Spoken | Setting::Volume(_) => {
            super::sounds::setting(setting)
        }
    }
}

fn choice(chosen: Chosen) -> Told {
    match chosen {
        Chosen::Picture(picture) => match picture {
            Picture::Bloom => ("Blüte", "Sechs Blätter, die sich öffnen."),
            Picture::Tide => ("Gezeiten", "Wasser, das steigt und sinkt."),
            Picture::Orb => ("Kugel", "Eine Lichtkugel, die weiter wird."),
            Picture::Gauge => ("Balken", "Ein Balken, der sich öffnet."),
            Picture::Body => ("Körper", "Der Körper von der Seite, atmend."),
            Picture::Words => ("Wörter", "Kein Bild: allein die Wörter."),
        },
        Chosen::Colours(colours) => match colours {
            Colours::Auto => ("auto", "Wie das Terminal ist."),
            Colours::Dark => ("dunkel", "Helle Wörter auf dunklem Grund."),
            Colours::Light => ("hell", "Dunkle Wörter auf hellem Grund."),
            Colours::Night => ("Nacht", "Schwaches Bernstein auf Schwarz."),
            Colours::Contrast => ("Kontrast", "Schwarz und Weiß, nichts Blasses."),
            Colours::Terminal => ("Terminal", "Die Farben des Terminals."),
        },
        Chosen::Moves(moves) => match moves {
            Moves::Auto => ("auto", "Wie dieses Gerät es wünscht."),
            Moves::Full => ("ganz", "Das Bild geht mit dem Atem."),
            Moves::Reduced => ("wenig", "Das Bild wechselt mit der Phase."),
            Moves::None => ("keine", "Kein Bild. Allein die Wörter."),
        },
        Chosen::Detail(detail) => match detail {
            Detail::Auto => ("auto", "Weniger über eine Verbindung."),
            Detail::Full => ("ganz", "Alle Farben, die es gibt."),
            Detail::Light => ("leicht", "Wenige, für langsame Leitungen."),
        },
        Chosen::Heard(heard) => match heard {
            Heard::On => ("an", "Der Ton folgt dem Atem."),
            Heard::Off => ("aus", "Kein Ton. Der Atem ist zu sehen."),
        },
        Chosen::Announce(announce) => match announce {
            Announce::Phase => ("Phasen", "Jede Phase, jeder Abschnitt, jede Zeile."),
            Announce::Part => ("Abschnitte", "Jeder Abschnitt und jede Zeile."),
            Announce::None => ("wenig", "Was man wissen muss."),
        },
        Chosen::Remembers(remembers) => match remembers {
            Remembers::Nothing => ("nichts", "Nichts wird aufgeschrieben."),
            Remembers::Last => ("letzte", "Ihr Name, für den nächsten Anfang."),
        },
        Chosen::Timbre(_)
        | Chosen::Bell(_)
        | Chosen::Bed(_)
        | Chosen::Spoken(_)
        | Chosen::Volume(..) => super::sounds::choice(chosen),
    }
}
