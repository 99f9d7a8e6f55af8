//! German.

mod actions;
mod aloud;
mod clinic;
mod commands;
mod export;
mod eyes_closed;
mod midway;
mod outline;
mod programme;
mod sentences;
mod settings;
mod sounds;

use super::{
    CheckInWords, GateWords, KeyWords, LibraryWords, NoticeWords, PageWords, PartWords, PlainWords,
    SettleWords, Words,
};
use crate::app::Toggle;
use crate::language::Language;
use crate::library::Group;

/// The program's words in German.
pub static GERMAN: Words = Words {
    language: Language::German,
    what_this_is: &[
        "Üben mit Atem und Ruhe, begleitend zu einer Beckenboden-Physiotherapie.",
        "Keine Behandlung, keine Diagnose. Aufhören geht jederzeit: q.",
    ],
    pause_and_leave: "Pausieren und Aufhören geht jederzeit: Leertaste pausiert, q beendet.",
    eyes: "Augen offen, halb offen oder geschlossen. Das darf sich jederzeit ändern.",
    easy: "Ein leichter, gewöhnlicher Atemzug reicht völlig. Kleiner geht auch.",
    other_anchor: "Ist der Atem kein freundlicher Ort, geht auch ein Geräusch im Raum.",
    keys_on_the_way: "Tasten: o ist dein eigenes Tempo, a ein anderer Anker, f macht dunkel.",
    stop: "Schmerz, Taubheit, Schwindel, Unbehagen: Aufhören geht. Nicht wollen reicht.",
    stop_here: "Hier sind dies weitere Gründe aufzuhören:",
    sound_carries: "Hier ist der Bildschirm oft außer Sicht. Der Ton kann den Atem tragen.",
    no_sound_here: "Hier ist der Bildschirm oft außer Sicht, und dieses Gerät hat keinen Ton.",

    phases: [
        "ein …",
        "noch ein Schluck …",
        "bleiben …",
        "aus …",
        "ruhen …",
    ],
    short_phases: ["ein", "noch ein Schluck", "bleiben", "aus", "ruhen"],
    quiet: "dein eigener Rhythmus",
    own_pace: "dein eigenes Tempo",
    steps: ["Ruhe", "Atmen"],
    parts: PartWords {
        stretch: "eine Dehnung",
        swap: "Seitenwechsel",
        sides: ["links", "rechts"],
        contract: "Kleines Zusammenziehen",
        wait: "Eine Pause für dich",
        external: "Eine eigene Übung",
        squeeze: ["ein wenig zusammenziehen …", "nachlassen …"],
        ready: "wann immer du magst",
        go_on: "Leertaste: weiter.",
        plain_go_on: "Mit der Eingabetaste geht es weiter, wann immer du magst.",
        until_key: "bis zum Tastendruck",
        squeezes: sentences::squeezes,
        effort: |out, percent| write!(out, "{percent} % der vollen Kraft reichen völlig."),
    },

    paused: "Pause",
    welcome_back: "Willkommen zurück",
    go_on: "Mit der Leertaste beginnt ein neuer Atemzug, wann immer du magst.",
    hint_go_on: "weiter",
    hint_paced: "geführt",

    thanks: "Danke, dass du hier bist.",
    no_hurry: "Mit dem Bewegen hat es keine Eile.",
    stopped: "Hier aufgehört. Das ist in Ordnung.",
    ground_offer: "Wenn du magst, öffnet g ein paar Minuten Ankommen im Raum.",

    library: LibraryWords {
        favourites: "Favoriten",
        search: "ein Titel, eine Stelle, ein Wort",
        not_found: "Das steht nirgends. Esc zeigt wieder alle.",
        plain_words: "anatomische Wörter",
        built_in: "Übungen",
        group: |group| match group {
            Group::Beginning => "Zum Anfang",
            Group::Resting => "Getragen ruhen",
            Group::Noticing => "Bewegen und spüren",
            Group::Daily => "Mitten am Tag",
            Group::Careful => "Mit mehr Bedacht",
        },
        own: "Aus deinem Ordner",
        by: "Von",
        positions: "Haltungen",
        cautions: "Gut zu wissen",
        broken: "Diese Datei braucht vor dem Abspielen ein paar Ausbesserungen:",
        to_mend: "ausbessern",
        how_to_mend: "softly check mit dem Namen der Datei zeigt, wo und wie.",
        not_reviewed: "Noch von keiner Fachperson geprüft.",
        reviewed: sentences::reviewed,
        with_therapist: "Mit therapeutischer Begleitung",
        in_language: sentences::in_language,
    },
    gate: GateWords {
        note: "Vor dieser Übung ist einiges gut zu wissen. Darum steht es hier zuerst.",
        therapist: "Diese Übung ist zum Auswählen mit therapeutischer Begleitung gedacht.",
        holds_these,
        go_on: &[
            "Mit der Eingabetaste geht es weiter. Keine Eile.",
            "Eingabetaste: weiter",
            "weiter: Eingabe",
            "Eingabe: vor",
        ],
        agree: &[
            "Mit t geht es weiter: In der Therapie haben wir das gewählt.",
            "Mit t weiter: Das haben wir gewählt.",
            "t: von uns gewählt",
            "t: weiter",
        ],
        which_key: &[
            "Hier geht es mit t weiter: In der Therapie haben wir das gewählt.",
            "Hier ist es t: Das haben wir gewählt.",
            "hier ist es t",
            "t: weiter",
        ],
    },
    check_in: CheckInWords {
        invitation: "Wenn du magst, eine Frage für dich:",
        usual: &[
            "festgehalten",
            "etwas Halten",
            "neutral",
            "etwas Leichtigkeit",
            "weich",
            "weiß nicht",
            "lieber nicht sagen",
        ],
        numbers: |out, low, high| write!(out, "0 ({low}) bis 10 ({high})"),
        kept_nowhere: "Die Antwort gehört dir allein: Nichts wird gespeichert.",
    },
    pages: PageWords {
        cards: "Karten",
        about_cards: "Kurze Seiten zum Lesen, wann immer du magst.",
        safety: "Wann aufhören",
        how_sure: "Wie sicher ist das?",
        sources: "Quellen:",
        ground: &[
            "→ führt zu „Wann Hilfe holen“. g öffnet ein paar Minuten Ankommen im Raum.",
            "→ Wann Hilfe holen · g Ankommen im Raum",
            "→ Wann Hilfe holen · g ankommen",
            "→ Hilfe holen",
        ],
        back: &["Esc führt zurück", "Esc zurück"],
        plain_key: "w, dann Eingabetaste: wann aufhören, und wo es Hilfe gibt.",
        plain_ground: "g, dann Eingabetaste: ein paar Minuten Ankommen im Raum.",
        plain_next: |out, title| write!(out, "w, dann Eingabetaste: mehr dazu. {title}."),
    },
    settle: SettleWords {
        length: "Länge",
        position: "Haltung",
        picture: "Bild",
        props: "Was hilft",
        lighter: "Leichter",
        instead: "Eine andere Haltung",
        way_out: "Rückweg",
        later: "Später eine andere Haltung:",
        pace: "Atem",
        breath: sentences::breath,
        own_pace: "eigenes Tempo",
        sound: "Ton",
        on: "an",
        off: "aus",
        yours_to_choose: "Deine Wahl",
        toggle: sentences::toggle,
        ready: &[
            "Wenn du gut eingerichtet bist, beginnt die Eingabetaste. Keine Eile.",
            "die Eingabetaste beginnt",
            "Eingabe beginnt",
            "Eingabe: los",
        ],
        more: "↓ mehr",
    },
    notices: NoticeWords {
        breath: sentences::pace,
        no_sound: "hier ohne Ton: der Bildschirm trägt den Atem",
        no_sound_unpaced: "hier ohne Ton: die Worte stehen auf dem Bildschirm",
        sound_lost: "der Ton ist weg; er kommt wieder, sobald es geht",
        sound_on: "Ton an",
        sound_off: "Ton aus",
    },
    plain: PlainWords {
        title: sentences::title,
        step: sentences::step,
        phase: sentences::phase,
        keys: "Eingabetaste: Pause, und weiter. n, dann Eingabetaste: nächster Abschnitt. \
               q, dann Eingabetaste: Ende.",
        begin: "Die Eingabetaste beginnt, wenn du gut eingerichtet bist.",
        gate_note: "Eingabetaste: weiter. q, dann Eingabetaste: Ende.",
        gate_therapist: "In der Therapie haben wir das gewählt: t, dann Eingabetaste. \
                         q, dann Eingabetaste: Ende.",
        yours_to_choose: "Deine Wahl, jeweils mit Buchstabe und Eingabetaste:",
        length: sentences::length,
        go_on: "Mit der Eingabetaste beginnt ein neuer Atemzug.",
        goes_on: "Es geht weiter.",
        leaves: "Die Eingabetaste beendet, wann immer du magst.",
    },
    aloud: aloud::ALOUD,
    outline: outline::OUTLINE,
    programme: programme::PROGRAMME,
    clinic: clinic::CLINIC,
    anchors: midway::ANCHORS,
    midway: midway::MIDWAY,
    pictures: settings::PICTURES,
    settings: settings::SETTINGS,
    sounds: sounds::SOUNDS,
    eyes_closed: eyes_closed::EYES_CLOSED,
    mouse: "Auch eine Maus geht hier: ein Klick wählt, ein zweiter öffnet.",
    commands: commands::COMMANDS,
    export: export::EXPORT,
    keys: KeyWords {
        space: "Leertaste",
        enter: "Eingabe",
        esc: "Esc",
        backspace: "Rücktaste",
        tab: "Tab",
        ctrl: ["Strg-C", "Strg-D", "Strg-Z"],
        arrows: ["links", "rechts", "hoch", "runter"],
        pages: ["Bild auf", "Bild ab"],
        ends: ["Pos1", "Ende"],
    },
    help: "Tasten",
    actions: actions::action,
    left: sentences::left,
};

fn holds_these(toggle: Toggle) -> Option<&'static str> {
    match toggle {
        Toggle::Squeezes => {
            Some("Darin gibt es kleines Zusammenziehen. Es bleibt aus, bis du danach fragst.")
        }
        Toggle::Holds => {
            Some("Darin gibt es ein Innehalten beim Atmen. Es bleibt aus, bis du danach fragst.")
        }
        Toggle::AskedParts => {
            Some("Manche Stellen im Körper kommen erst dazu, wenn du danach fragst.")
        }
        Toggle::WithoutOptional => None,
    }
}
