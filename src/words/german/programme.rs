//! German: words of programmes.

use std::fmt::{Result, Write};

use crate::programme::Times;
use crate::words::ProgrammeWords;

pub(super) const PROGRAMME: ProgrammeWords = ProgrammeWords {
    heading: "Programme",
    own: "Aus deinem Ordner",
    broken: "Dieses Programm braucht vor dem Folgen ein paar Ausbesserungen:",
    weeks: |out, count| match count {
        1 => out.write_str("1 Woche"),
        count => write!(out, "{count} Wochen"),
    },
    week: |out, number, of| write!(out, "Woche {number} von {of}"),
    place: |out, title, week| write!(out, "{title}, Woche {week}"),
    you_are_in: |out, week| write!(out, "Du bist in Woche {week}."),
    you_are_here: "Du bist in dieser Woche.",
    times,
    shorter: "die kürzere Fassung",
    own_pace: "im eigenen Tempo",
    or: "oder",
    not_here: "nicht auf diesem Gerät",
    read: "Zum Lesen, wenn du magst",
    ask: "Eine Frage für dich, wenn du magst:",
    next: "Als Nächstes, wann immer du magst:",
    last: "Dies ist die letzte Woche. Jede Woche darf bleiben oder wiederkommen.",
    with_therapist: "Diese Woche ist zum Auswählen mit therapeutischer Begleitung gedacht.",
    until_then: "Bis dahin gibt es dies:",
    chosen: "Diese Woche habt ihr in der Therapie gewählt.",
    how_to_choose: "t: In der Therapie haben wir das gewählt.",
    keep: &[
        "f folgt ab dieser Woche: softly öffnet sie hier wieder.",
        "f folgt ab dieser Woche",
        "f: folgen",
    ],
    taken: &[
        "Dieser Name gehört softly. Mit einem anderen Dateinamen geht das Folgen.",
        "die Datei braucht einen anderen Namen",
        "Name ist vergeben",
    ],
    kept: &[
        "Du bist in dieser Woche. u beendet das Folgen.",
        "Du bist in dieser Woche.",
        "deine Woche",
    ],
    kept_for_now: &[
        "Du bist in dieser Woche: gemerkt, bis softly geschlossen wird.",
        "gemerkt, bis softly schließt",
        "vorerst gemerkt",
        "vorerst",
    ],
};

/// "einmal", "zweimal", "3-mal", "ein- oder zweimal", "2- bis 3-mal".
fn times(out: &mut dyn Write, times: Times) -> Result {
    match (times.least, times.most) {
        (1, 1) => out.write_str("einmal"),
        (2, 2) => out.write_str("zweimal"),
        (1, 2) => out.write_str("ein- oder zweimal"),
        (least, most) if least == most => write!(out, "{most}-mal"),
        (least, most) => write!(out, "{least}- bis {most}-mal"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::written;

    #[test]
    fn how_often_is_said_as_people_say_it() {
        let table = [
            (1, 1, "einmal"),
            (2, 2, "zweimal"),
            (3, 3, "3-mal"),
            (1, 2, "ein- oder zweimal"),
            (1, 3, "1- bis 3-mal"),
            (2, 3, "2- bis 3-mal"),
        ];
        for (least, most, wanted) in table {
            assert_eq!(written(|out| times(out, Times { least, most })), wanted);
        }
    }
}
