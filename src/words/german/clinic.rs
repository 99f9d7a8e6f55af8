//! German: words of the clinic, and of the notes that follow in a second terminal.

use crate::words::{ClinicWords, NoteWords};

pub(super) const CLINIC: ClinicWords = ClinicWords {
    held_open: "hier, solange du magst",
    goes_on: "Mit dem Punkt geht es von hier weiter.",
    tap_on: "wieder t, mit dem nächsten Einatem",
    nothing_paced: "hier wird kein Atem geführt",
    followed: |out, length| {
        let seconds = format!("{:.1}", length.as_seconds_f64()).replace('.', ",");
        write!(out, "ein Atemzug dauert {seconds} s")
    },
    notes: NoteWords {
        heading: "Notizen",
        waiting: "In der Praxis läuft gerade keine Übung.",
        how: "softly --clinic in einem anderen Fenster beginnt; die Notizen folgen von selbst.",
        not_begun: "Sie hat noch nicht begonnen.",
        none: "Keine Notiz zu diesem Abschnitt.",
        next: "Als Nächstes",
        end: "Das Ende der Übung.",
        stands: "steht still",
        until_key: "bis zum Tastendruck",
        pace: |out, percent| write!(out, "Atem {percent} %"),
    },
};
