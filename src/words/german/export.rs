//! German: a session as a track.

use crate::time::Ms;
use crate::words::export::{ExportWords, TrackWords};

pub(super) const EXPORT: ExportWords = ExportWords {
    track: TrackWords {
        pause_any_time: "Diese Aufnahme lässt sich jederzeit anhalten oder beenden.",
        take_your_time: "Zum Einrichten ist Zeit. Für mehr davon lässt sich hier anhalten.",
        breath: "Der Ton steigt, wenn der Atem kommt, und sinkt, wenn er geht.",
        begins: "Gleich beginnt es, ganz von selbst.",
        stay_longer: "Für mehr Zeit hier lässt sich die Aufnahme anhalten.",
        settling: "Einrichten",
        afterwards: "Danach",
        comment: "Begleitetes Üben mit softly. Es unterstützt das Üben neben einer \
                  Beckenboden-Physiotherapie; es behandelt nichts und stellt keine Diagnose. Wenn \
                  etwas weh tut oder sich falsch anfühlt, ist Aufhören richtig.",
    },
    silent_build: "dieses softly wurde ohne Ton gebaut und kann keine Aufnahme schreiben. Mit \
                   cargo build --release gebaut kann es das.",
    no_ending: |file| {
        format!(
            "{file}: Die Endung des Namens sagt, was geschrieben wird: .mp3 spielt jedes Telefon, \
             .flac und .wav behalten jede Einzelheit."
        )
    },
    other_ending: |ending| {
        format!(
            ".{ending} schreibt softly nicht: .mp3 spielt jedes Telefon, .flac und .wav behalten \
             jede Einzelheit."
        )
    },
    is_there: |file| {
        format!("{file} gibt es schon und bleibt, wie es ist. --force überschreibt es.")
    },
    not_a_file: |file| format!("{file} ist ein Gerät oder eine Leitung, keine Datei."),
    no_folder: |folder| format!("Einen Ordner {folder} gibt es nicht."),
    not_allowed: |folder| format!("In {folder} darf nichts geschrieben werden."),
    full: |file| {
        format!(
            "Der Datenträger ist voll. {file} wurde nicht geschrieben, und es blieb nichts liegen."
        )
    },
    not_written: |file, error| format!("{file} konnte nicht geschrieben werden ({error})."),
    unfit_title: |what| format!("Im Titel steht etwas, das sich nicht anzeigen lässt ({what})."),
    no_voice: "hier kann nichts die Zeilen sprechen, und niemand hat sie aufgenommen. softly doctor \
               sagt, was hilft; mit --voice off entsteht eine Aufnahme ohne Stimme.",
    without_voice: "Hier kann nichts sprechen, und niemand hat die Zeilen aufgenommen. Darum ist \
                    die Aufnahme ohne Stimme.",
    some_unspoken: |spoken, all| {
        format!(
            "Von {all} Zeilen werden {spoken} gesprochen; für die anderen steht ein leises Zeichen."
        )
    },
    making_voice: "Die Zeilen werden gesprochen …",
    progress: |percent, left| match left {
        Some(left) => format!("{percent} %, noch {}", seconds(left)),
        None => format!("{percent} %"),
    },
    stopped: "Angehalten, und es blieb nichts liegen.",
    written: |title, file, length, bytes| {
        format!("{title} ist in {file}: {length}, {}.", size(bytes))
    },
    settling: |length| format!("Die ersten {length} sind zum Einrichten."),
};

fn seconds(left: Ms) -> String {
    match left.0.div_ceil(1000) {
        0 | 1 => "eine Sekunde".to_owned(),
        seconds @ 2..=90 => format!("{seconds} Sekunden"),
        seconds => format!("{} Minuten", seconds.div_ceil(60)),
    }
}

fn size(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    format!("{},{} MB", tenths / 10, tenths % 10)
}
