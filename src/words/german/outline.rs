//! German: words of a session's outline.

use std::fmt::{Result, Write};

use super::sentences::number;
use crate::session::{Pattern, Phase, Strand};
use crate::time::Ms;
use crate::timeline::LengthRange;
use crate::words::OutlineWords;
use crate::words::outline::shape_of;

pub(super) const OUTLINE: OutlineWords = OutlineWords {
    in_lists: "In Listen",
    asks: "Für dich selbst, nichts wird gespeichert:",
    suggested: "vorgeschlagen",
    chosen: "gewählt",
    stop_if: "Gründe aufzuhören",
    sources: "Quellen",
    confidence: "Wie sicher das ist:",
    strands: "Bereiche",
    recorded: |lines| match lines {
        1 => "Eine Zeile ist aufgenommen.".to_owned(),
        _ => format!("{lines} Zeilen sind aufgenommen."),
    },
    strand: |strand| match strand {
        Strand::Downtraining => "Nachlassen",
        Strand::Breathwork => "Atem",
        Strand::NervousSystem => "Nervensystem",
        Strand::BowelAndBladder => "Darm und Blase",
        Strand::Somatic => "Körperwahrnehmung",
        Strand::Movement => "Bewegung",
        Strand::Education => "Wissen",
    },
    silence: "hier ist eine lange Stille gewollt",
    rest: "Ruhe",
    breathing: "Atmen",
    senses: ["Sinne", "für die Sinne:"],
    scan: ["Körperreise", "Station:"],
    stretch: "Dehnung",
    squeezes: "kleines Zusammenziehen",
    waits: "bis zum Tastendruck",
    new_position: "eine andere Haltung",
    pace: "Atemzüge pro Minute",
    note: "Für die Therapie:",
    no_notes: "Diese Übung hat keine Notizen für die Therapie.",
    without_holds: "Auf Wunsch gibt es ein Innehalten beim Atmen; --holds zeigt es.",
    without_squeezes: "Auf Wunsch gibt es kleines Zusammenziehen; --squeezes zeigt es.",
    without_asked_parts: "Manche Stellen kommen erst auf Wunsch dazu; --all-parts zeigt sie.",
    breaths,
    own_breaths: |out, breaths| {
        write!(
            out,
            "im eigenen Tempo, etwa so lange wie {}",
            count(breaths)
        )
    },
    number,
    again,
    more_parts: |out, parts, until| {
        let such = if parts == 1 {
            "solcher Abschnitt"
        } else {
            "solche Abschnitte"
        };
        write!(out, "und noch {parts} {such}, bis {until}")
    },
    lengths,
};

/// "12 Atemzüge, ein 4, aus 6; 6 pro Minute".
fn breaths(out: &mut dyn Write, breaths: u32, from: Pattern, to: Pattern) -> Result {
    write!(out, "{}, ", count(breaths))?;
    if from == to {
        return write!(out, "{}; {} pro Minute", shape(from), pace(from));
    }
    let (from_pace, to_pace) = (pace(from), pace(to));
    write!(out, "von {} zu {}; {from_pace}", shape(from), shape(to))?;
    if from_pace != to_pace {
        write!(out, " bis {to_pace}")?;
    }
    out.write_str(" pro Minute")
}

/// "ein 4, aus 6", in seconds.
fn shape(pattern: Pattern) -> String {
    shape_of(pattern, number, |phase| match phase {
        Phase::Sip => "Schluck",
        _ => super::GERMAN.short_phase(phase),
    })
}

fn pace(pattern: Pattern) -> String {
    number(pattern.breaths_per_minute())
}

fn count(breaths: u32) -> String {
    match breaths {
        1 => "1 Atemzug".to_owned(),
        count => format!("{count} Atemzüge"),
    }
}

/// "wieder bei 3:08 und 4:08", or how often if that is more than one cares to read.
fn again(out: &mut dyn Write, times: &[Ms]) -> Result {
    const MOST: usize = 4;
    match times {
        [] => Ok(()),
        [only] => write!(out, "wieder bei {only}"),
        [.., last] if times.len() > MOST => {
            write!(out, "und noch {}-mal, zuletzt bei {last}", times.len())
        }
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(ToString::to_string).collect();
            write!(out, "wieder bei {} und {last}", first.join(", "))
        }
    }
}

fn lengths(out: &mut dyn Write, length: Ms, range: &LengthRange) -> Result {
    write!(out, "Zusammen {length}")?;
    if length != range.written {
        write!(out, "; wie geschrieben {}", range.written)?;
    }
    let minutes = range.minutes();
    let (least, most) = (minutes.start(), minutes.end());
    if least < most {
        write!(
            out,
            ". Mit --minutes sind {least} bis {most} Minuten möglich"
        )?;
    }
    out.write_char('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::written;

    #[test]
    fn breaths_are_told_with_their_shape_and_pace() {
        let pattern = |inhale, exhale| Pattern::new(Ms(inhale), Ms(exhale));
        let table = [
            (
                (12, pattern(4000, 6000), pattern(4000, 6000)),
                "12 Atemzüge, ein 4, aus 6; 6 pro Minute",
            ),
            (
                (1, pattern(3500, 4000), pattern(3500, 4000)),
                "1 Atemzug, ein 3,5, aus 4; 8 pro Minute",
            ),
            (
                (18, pattern(4000, 4000), pattern(4000, 6000)),
                "18 Atemzüge, von ein 4, aus 4 zu ein 4, aus 6; 7,5 bis 6 pro Minute",
            ),
        ];
        for ((count, from, to), wanted) in table {
            assert_eq!(written(|out| breaths(out, count, from, to)), wanted);
        }
    }

    #[test]
    fn times_and_lengths_are_told_in_their_order() {
        let times: Vec<Ms> = (1..=9).map(Ms::minutes).collect();
        let told = |count: usize| written(|out| again(out, &times[..count]));
        assert_eq!(told(1), "wieder bei 1:00");
        assert_eq!(told(3), "wieder bei 1:00, 2:00 und 3:00");
        assert_eq!(told(9), "und noch 9-mal, zuletzt bei 9:00");
        let range = LengthRange {
            shortest: Ms::seconds(100),
            written: Ms::seconds(180),
            longest: Ms::seconds(600),
        };
        assert_eq!(
            written(|out| lengths(out, Ms::seconds(300), &range)),
            "Zusammen 5:00; wie geschrieben 3:00. Mit --minutes sind 2 bis 10 Minuten möglich."
        );
        let more = |parts| written(|out| (OUTLINE.more_parts)(out, parts, Ms::minutes(9)));
        assert_eq!(more(1), "und noch 1 solcher Abschnitt, bis 9:00");
        assert_eq!(more(4), "und noch 4 solche Abschnitte, bis 9:00");
    }
}
