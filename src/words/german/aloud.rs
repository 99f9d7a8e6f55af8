//! German: words for who listens, or reads lines of text.

use std::fmt::{Result, Write};

use crate::words::AloudWords;

pub(super) const ALOUD: AloudWords = AloudWords {
    range: "bis",
    times: "mal",
    percent: "Prozent",
    sign,

    how_to_choose: "Eine Nummer oder ein Teil eines Namens, dann Eingabetaste, öffnet eine Übung.",
    where_else: "w sagt, wann aufhören. p öffnet Programme, c Karten zum Lesen, s Einstellungen.",
    how_to_hear_keys: "Fragezeichen, dann Eingabetaste, nennt alle Tasten.",
    each_key: "Nach jeder Taste kommt die Eingabetaste.",
    number_is_position: "Eine Nummer ist eine andere Haltung.",
    how_to_ask_for_minutes: "Minuten und eine Zahl, wie in Minuten 5, ist eine andere Dauer.",
    number_opens: "Eine Nummer oder ein Teil eines Namens öffnet, was so heißt.",
    number_goes_there: "Eine Nummer führt dorthin.",
    how_to_hear_again: "nochmal. Wo du bist, noch einmal.",
    enter_opens: |out, title| write!(out, "Die Eingabetaste allein öffnet {title}."),
    back_goes_back: "zurück, dann Eingabetaste, führt zurück.",
    next_page: |out, title| write!(out, "l, dann Eingabetaste, liest weiter: {title}."),
    enter_goes_to: |out, title| {
        write!(
            out,
            "Die Eingabetaste allein führt an den Anfang von {title}."
        )
    },
    enter_goes_back: "Die Eingabetaste führt zurück.",
    enter_to_list: "Die Eingabetaste führt zur Liste der Übungen.",
    back_on_list: "Die Liste der Übungen. Um sie noch einmal zu hören: Liste, dann Eingabetaste.",
    back_on_cards: "Die Karten. Um sie noch einmal zu hören: Liste, dann Eingabetaste.",
    q_leaves: "q, dann Eingabetaste: Ende.",
    g_grounds: "g, dann Eingabetaste, beginnt ein paar Minuten Ankommen im Raum.",

    typed_back: &["zurück", "zurueck", "back"],
    typed_again: &["nochmal", "liste", "again", "list"],
    typed_leave: &[
        "ende",
        "aufhören",
        "aufhoeren",
        "beenden",
        "stopp",
        "stop",
        "quit",
        "exit",
    ],
    typed_help: &["hilfe", "tasten", "help"],
    typed_minutes: &["minuten", "minute", "min"],

    not_known: |out, typed| write!(out, "{typed} hat hier keine Bedeutung."),
    no_such_number: |out, count| write!(out, "Die Nummern gehen hier von 1 bis {count}."),
    no_such_name: |out, typed| write!(out, "Nichts hier hat {typed} im Namen."),
    several: "Das passt auf mehreres:",
    as_far_as_it_goes: "Weiter geht es hier nicht.",

    position_of: |out, number, of| write!(out, "Das ist Haltung {number} von {of}."),
    position: |out, number, title| write!(out, "{number} ist {title}."),
    takes: |out, length| write!(out, "Die Übung dauert {length}."),
    breath: |longer| match longer {
        Some(true) => "Ein längerer Atemzug.",
        Some(false) => "Ein kürzerer Atemzug.",
        None => "Der Atemzug, wie er geschrieben ist.",
    },
    own_pace: "Dein eigenes Tempo: keine Wörter zum Atem.",
    paced_again: "Der Atem ist wieder geführt.",
    sound: |on| if on { "Ton an." } else { "Ton aus." },
    no_sound: "Dieses Gerät hat keinen Ton. Die Wörter sind alle da.",
    sound_lost: "Der Ton ist weg. Er kommt wieder, sobald es geht.",
    left,

    favourite: |out, title, is| {
        let not = if is { "ein" } else { "kein" };
        write!(out, "{title} ist {not} Liebling.")
    },
    followed: |out, title, week| write!(out, "Du folgst {title} und bist in Woche {week}."),
    let_go: "Du folgst keinem Programm.",
    kept_for_now: "Das ließ sich nicht aufschreiben. Es gilt, bis softly schließt.",
    how_to_choose_week: "In der Therapie haben wir das gewählt: t, dann Eingabetaste.",

    or: |out, choice, does| write!(out, "Oder {choice}. {does}"),
    enter_next_choice: |out, name| {
        write!(out, "Die Eingabetaste allein ist die nächste Wahl: {name}.")
    },
    how_to_set: "Eine Nummer nennt, was es zu wählen gibt. Name und Wahl stellen ein, wie in: Zeilen Teile.",
};

fn sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '+' => "plus",
        '-' => "minus",
        '?' => "Fragezeichen",
        ',' => "Komma",
        '.' => "Punkt",
        '<' => "kleiner als",
        '>' => "größer als",
        '/' => "Schrägstrich",
        '=' => "Gleichheitszeichen",
        '_' => "Unterstrich",
        _ => return None,
    })
}

fn left(out: &mut dyn Write, minutes: Option<u64>) -> Result {
    match minutes {
        None => out.write_str("Noch weniger als eine Minute."),
        Some(1) => out.write_str("Noch etwa eine Minute."),
        Some(minutes) => write!(out, "Noch etwa {minutes} Minuten."),
    }
}
