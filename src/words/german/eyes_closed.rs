//! German: words for closed eyes.

use crate::words::EyesClosedWords;

pub(super) const EYES_CLOSED: EyesClosedWords = EyesClosedWords {
    name: "gesprochen",
    offer: "Hier ist der Bildschirm oft außer Sicht. Mit e spricht softly.",
    speaks: "softly spricht hier, und jede Taste beginnt. e beendet das.",
    no_voice: "softly hat hier keine Stimme gefunden. Atemklang und Glocken führen, \
               und ein leises Zeichen steht für Zeilen.",
    ready: &[
        "Bildschirm außer Sicht? Eingabetaste beginnt, mit e spricht softly.",
        "Eingabe beginnt · e: softly spricht",
        "Eingabe beginnt · e spricht",
        "Eingabe beginnt",
        "Eingabe: los",
    ],
    ready_silent: &[
        "Hier gibt es keinen Ton zum Sprechen. Jede Taste beginnt.",
        "kein Ton · jede Taste beginnt",
        "jede Taste: los",
        "jede: los",
    ],
    ready_without_voice: &[
        "Keine Stimme gefunden; Klänge führen. Jede Taste beginnt.",
        "keine Stimme · jede Taste beginnt",
        "jede Taste: los",
        "jede: los",
    ],
    pause_and_leave: "Pausieren und Aufhören geht jederzeit: jede Taste pausiert, gehalten beendet sie.",
    begin: &[
        "Wenn du gut eingerichtet bist, beginnt jede Taste. Keine Eile.",
        "jede Taste beginnt",
        "jede Taste: los",
        "jede: los",
    ],
    settled: "Jede Taste beginnt, wenn du gut eingerichtet bist.",
    how_to: &[
        "Jede Taste pausiert, und führt weiter.",
        "Eine gehaltene Taste beendet die Übung. Escape auch.",
    ],
    goes_on: "Jede Taste führt weiter.",
    positions: "Rechts und links sind andere Haltungen.",
    lengths: "Auf und ab sind eine längere oder kürzere Übung.",
    that_was: |out, title| write!(out, "Das war {title}."),
    afterwards: "Die Leertaste führt zur Liste. q beendet.",
    ground: "Wenn du magst, beginnen mit g ein paar Minuten Ankommen im Raum.",
    back: "Escape führt zurück.",
    gate_note: "Die Eingabetaste führt weiter. Escape führt zurück.",
    gate_therapist: "In der Therapie haben wir das gewählt: t führt weiter. Escape führt zurück.",
    pauses: "jede Taste: Pause",
    any_key_goes_on: "jede Taste: weiter",
    hint_goes_on: "oder jede: weiter",
    ends: &[
        "eine gehaltene Taste beendet · q sofort · w: wann aufhören",
        "lang drücken: Ende · q sofort",
        "lang: Ende · q",
    ],
};
