//! German: words for the choices in the middle of a session, and for where attention can rest.

use crate::words::{AnchorWords, MidwayWords};

pub(super) const ANCHORS: AnchorWords = AnchorWords {
    attention: "Aufmerksamkeit",
    names: [
        "beim Atem",
        "bei Geräuschen",
        "bei den Händen",
        "bei den Füßen",
        "bei etwas zu sehen",
    ],
    lines: [
        [
            "Wieder der Atem, wie er kommt.",
            "Der Atem, ein oder aus.",
            "Der Atem, wo er sich bewegt.",
        ],
        [
            "Ein Geräusch im Raum.",
            "Etwas nah, etwas weiter weg.",
            "Geräusche kommen und gehen.",
        ],
        [
            "Die Hände, wo sie gerade sind.",
            "Warm, kühl oder dazwischen.",
            "Vielleicht, was sie berühren.",
        ],
        [
            "Die Füße, wo sie aufliegen.",
            "Warm, kühl oder dazwischen.",
            "Was unter oder um sie ist.",
        ],
        [
            "Etwas, wo die Augen ruhen mögen.",
            "Eine Farbe, ein Rand, eine Form.",
            "Wo es hell ist, wo dunkler.",
        ],
    ],
};

pub(super) const MIDWAY: MidwayWords = MidwayWords {
    steps: "Die Schritte",
    here: "hier",
    left_out: "ausgelassen",
    waits: "bis zur Taste",
    rounds: |out, rounds| write!(out, "{rounds} Runden"),
    go_to: &[
        "Die Eingabetaste führt dorthin und von dort weiter.",
        "Eingabe führt dorthin",
        "hin: Eingabe",
    ],
    by_way_of: "über",
    lighter: "Leichter, oder eine andere Haltung",
    on_here: &[
        "Die Eingabetaste führt weiter, wo du warst.",
        "Eingabe führt weiter",
        "weiter: Eingabe",
        "Eingabe: vor",
    ],
    on_there: &[
        "Keine Eile. Wenn du dort bist, geht es mit der Eingabetaste weiter.",
        "Wenn du dort bist: weiter mit Eingabe.",
        "Eingabe führt weiter",
        "weiter: Eingabe",
        "Eingabe: vor",
    ],
    fades: "der Bildschirm wird dunkel; jede Taste holt ihn zurück",
};
