//! German: what commands print.

use crate::app::Toggle;
use crate::script::Foreign;
use crate::wording::Wording;
use crate::words::{
    CardCommandWords, CommandWords, KeptWords, ProgrammeCommandWords, SessionCommandWords,
    UnreadWords,
};

pub(super) const COMMANDS: CommandWords = CommandWords {
    did_you_mean: |name| format!("Ist {name} gemeint?"),
    needs_mending: "ist noch auszubessern",
    to_mend: |name, count, is_programme| match count {
        1 => format!(
            "{name}: Eine Sache ist noch auszubessern, bevor sich das {} lässt.",
            used(is_programme)
        ),
        count => format!(
            "{name}: {count} Sachen sind noch auszubessern, bevor sich das {} lässt.",
            used(is_programme)
        ),
    },
    more_to_mend: |name, most, is_programme| {
        format!(
            "{name}: Mehr als {most} Sachen sind noch auszubessern, bevor sich das {} lässt. \
             Die ersten {most} stehen hier.",
            used(is_programme)
        )
    },
    outside: |error| format!("Außerhalb von softly ist etwas schiefgegangen: {error}"),
    no_notes: |error| {
        format!(
            "Hier lässt sich keiner Übung folgen ({error}); softly show --notes hat die Notizen auf \
             einer Seite."
        )
    },
    notes_need_a_screen: "Die Notizen sind für ein Terminal; softly show --notes hat sie auf einer Seite.",
    broke: |version, place, what| {
        format!(
            "softly hat wegen eines eigenen Fehlers aufgehört. Du hast nichts falsch gemacht.\n\
             Melde ihn bitte, wenn du magst, mit dieser Zeile:\n\
             softly {version}, {place}: {what}\n"
        )
    },
    sessions: SESSIONS,
    cards: CardCommandWords {
        unknown: |name| format!("Es gibt keine Karte namens „{name}“."),
        how_to_list: "softly cards nennt alle.",
        how_to_read: "softly cards NAME zeigt eine davon.",
    },
    programme: PROGRAMME,
    kept: KEPT,
    unread: UNREAD,
};

fn used(is_programme: bool) -> &'static str {
    if is_programme {
        "befolgen"
    } else {
        "abspielen"
    }
}

const SESSIONS: SessionCommandWords = SessionCommandWords {
    unknown: |name| format!("Es gibt keine Übung namens „{name}“."),
    how_to_list: "softly list zeigt, welche Übungen es gibt.",
    how_to_play: "softly play NAME spielt eine ab. softly show NAME zeigt, was sie sagt, und wann.",
    how_to_check: "softly check DATEI zeigt, was auszubessern ist.",
    plays_last: |name| format!("softly play \"{name}\" spielt die letzte Übung noch einmal."),
    how_to_stop: "softly cards when-to-stop zeigt, wann aufhören.",
    more: "softly cards hat kurze Seiten zum Lesen, softly programme Wochen zum Üben.",
    own_files: |folder| format!("Deine eigenen Dateien sind in {folder}."),
    with_therapist: "mit therapeutischer Begleitung",
    name_taken: "dieser Name ist vergeben: über die Datei lässt sie sich abspielen",
    not_chosen: |title| {
        format!(
            "{title} ist zum Auswählen mit therapeutischer Begleitung gedacht. \
             Habt ihr so gewählt, sagt --with-therapist es."
        )
    },
    is_programme: |file| {
        format!("Das ist ein Programm und keine Übung. softly programme {file} zeigt es.")
    },
    has_nothing: |name, toggle, option| {
        let what = match toggle {
            Toggle::Holds => "kein Innehalten beim Atmen",
            Toggle::Squeezes => "kein kleines Zusammenziehen",
            Toggle::AskedParts => "keine Stellen, die erst auf Wunsch dazukommen",
            Toggle::WithoutOptional => "keine freiwilligen Abschnitte",
        };
        format!("{name} hat {what}: Es geht ohne {option}.")
    },
    no_position: |name, wanted, all| {
        format!("{name} hat keine Haltung namens „{wanted}“. Es gibt: {all}.")
    },
    lengths: |name, least, most, written| {
        format!("{name} kann {least} bis {most} Minuten dauern; wie geschrieben sind es {written}.")
    },
    one_length: |name, written| {
        format!("{name} dauert {written}. Eine andere Zahl von Minuten ist nicht möglich.")
    },
};

const PROGRAMME: ProgrammeCommandWords = ProgrammeCommandWords {
    unknown: |name| format!("Es gibt kein Programm namens „{name}“."),
    how_to_list: "softly programme zeigt, welche Programme es gibt.",
    how_to_follow: "softly programme NAME zeigt eines. softly programme follow NAME folgt ihm.",
    how_to_move_on: "softly programme next geht weiter, wann immer du magst.",
    how_to_choose: |name| {
        format!(
            "In der Therapie haben wir das gewählt: \
             softly programme follow {name} --with-therapist."
        )
    },
    to_begin: |command| format!("Zum Beginnen: {command}"),
    to_read: |command| format!("Zum Lesen: {command}"),
    name_taken: "dieser Name ist vergeben: mit einem anderen Dateinamen geht das Folgen",
    gone: |name| {
        format!(
            "Du folgst „{name}“, und das ist nicht da. softly programme leave beendet das Folgen."
        )
    },
    broken: |name, file| {
        format!(
            "Du folgst „{name}“, und daran ist etwas auszubessern. softly programme {file} zeigt, \
             wo, und softly programme leave beendet das Folgen."
        )
    },
    is_session: |file| {
        format!("Das ist eine Übung und kein Programm. softly show {file} zeigt sie.")
    },
    none_yet: "Du folgst keinem Programm. softly programme follow NAME folgt einem; \
               softly programme zeigt alle.",
    none: "Du folgst keinem Programm.",
    first_week: "Dies ist die erste Woche.",
    no_such_week: |title, weeks| format!("{title} hat {weeks}, gezählt ab 1."),
    let_go: |title| format!("Du folgst „{title}“ nicht mehr. Wieder anfangen geht jederzeit."),
    rename: |file, name| {
        format!(
            "{file}: softly hat selbst ein Programm namens {name}. Mit einem anderen Dateinamen, \
             etwa mein-{name}.toml, kannst du diesem folgen."
        )
    },
    by_name: |file, name| format!("{file}: softly programme follow {name} folgt ihm."),
    from_folder: |file, folder| {
        format!("{file}: Folgen geht aus dem eigenen Ordner. Die Datei kann vorher nach {folder}.")
    },
    not_written: |error| {
        format!("Das ließ sich nicht aufschreiben ({error}) und bleibt ungemerkt.")
    },
    private: "Nichts wurde aufgeschrieben: Mit --private und --clinic merkt sich softly nichts.",
};

const KEPT: KeptWords = KeptWords {
    nothing: "Nichts ist gespeichert.",
    keeps: "softly bewahrt eine kleine Datei mit dem auf, was du gewählt hast:",
    says_nothing: "Darin steht nichts, was softly lesen kann.",
    wording: |wording| match wording {
        Wording::Neutral => "Die Wörter für den Beckenbereich sind neutral.",
        Wording::Anatomical => "Die Wörter für den Beckenbereich sind anatomisch.",
    },
    how_to_choose: "softly words neutral und softly words anatomical wählen zwischen beiden.",
    words_stay: "Mit --private oder --clinic wird nichts geschrieben, deshalb bleibt alles, wie es war.",
    favourites: |titles| format!("Favoriten: {titles}."),
    last: |title| format!("Zuletzt geübt: {title}."),
    how_to_set: "softly settings picture orb stellt etwas ein. softly forget zeigt, was gemerkt ist.",
    following: |title, week| format!("Das Programm, dem du folgst: {title}, Woche {week}."),
    with_therapist: "Die Wochen, die danach fragen, habt ihr in der Therapie gewählt.",
    how_to_forget: "softly forget --yes löscht sie. Deine eigenen Dateien mit Übungen bleiben.",
    stays: "Nichts wurde gelöscht: Mit --private oder --clinic lässt softly alles, wie es ist.",
    deleted: |place| format!("{place} ist gelöscht. Nichts ist mehr gespeichert."),
    not_deleted: |place, error| format!("{place}: Das ließ sich nicht löschen ({error})."),
    not_kept: |error| format!("Das ließ sich nicht speichern ({error})."),
};

const UNREAD: UnreadWords = UnreadWords {
    missing: "Diese Datei gibt es nicht.",
    folder: "Das ist ein Ordner. Gebraucht wird eine Datei darin.",
    not_a_file: "Das ist ein Gerät oder eine Pipe und keine Datei.",
    denied: "Diese Datei zu lesen ist dir nicht erlaubt.",
    system: |error| format!("Diese Datei ließ sich nicht lesen ({error})."),
    empty: "Diese Datei ist leer. Eine Übung beginnt mit der Zeile softly = 1, dann title = \"…\".",
    too_large: |kilobytes| {
        format!(
            "Diese Datei ist zu groß für eine Übung: Es dürfen {kilobytes} Kilobyte sein, und eine \
             lange Übung hat etwa 6. Ist es die gemeinte Datei?"
        )
    },
    not_text: |what| {
        let what = match what {
            Foreign::Word => "ein Word-Dokument",
            Foreign::OldWord => "ein altes Word-Dokument",
            Foreign::LibreOffice => "ein LibreOffice-Dokument",
            Foreign::RichText => "ein Rich-Text-Dokument",
            Foreign::Pdf => "ein PDF",
            Foreign::Zip => "eine Zip-Datei",
            Foreign::Picture => "ein Bild",
            Foreign::Sound => "eine Tonaufnahme",
            Foreign::SoundOrFilm => "eine Tonaufnahme oder ein Film",
            Foreign::ForPrograms => "etwas, das Programme lesen",
        };
        format!(
            "Diese Datei ist {what} und kein reiner Text. Steckt eine Übung darin, hilft Folgendes: \
             dort öffnen, wo sie geschrieben wurde, und als reinen Text speichern, mit einem Namen, \
             der auf .toml endet."
        )
    },
    not_utf8: |line| {
        format!(
            "In Zeile {line} dieser Datei steht ein Buchstabe, der sich nicht lesen lässt. \
             Es hilft, die Datei mit der Kodierung UTF-8 neu zu speichern."
        )
    },
};
