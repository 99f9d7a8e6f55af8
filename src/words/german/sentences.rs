//! German: what has numbers, names or dates in it.

use std::cmp::Ordering;
use std::fmt::{Result, Write};

use crate::app::Toggle;
use crate::language::Language;
use crate::session::{Contract, Date, Pattern, Phase};
use crate::time::Ms;
use crate::words::{StepNumber, languages};

pub(super) fn toggle(out: &mut dyn Write, toggle: Toggle, about: &str, on: bool) -> Result {
    match toggle {
        Toggle::Holds => out.write_str("Innehalten beim Atmen")?,
        Toggle::Squeezes => out.write_str("kleines Zusammenziehen, jedes mit Nachlassen")?,
        Toggle::AskedParts => write!(out, "auch {about}")?,
        Toggle::WithoutOptional => {
            write!(out, "kürzer ({about}), ohne die freiwilligen Abschnitte")?;
        }
    }
    out.write_str(if on { ": an" } else { ": aus" })
}

/// „ein längerer Atem: ein 5, aus 7,5 Sekunden“
pub(super) fn pace(out: &mut dyn Write, of_written: u16, breath: Option<Pattern>) -> Result {
    out.write_str(match of_written.cmp(&100) {
        Ordering::Less => "ein kürzerer Atem",
        Ordering::Equal => "der Atem wie vorgesehen",
        Ordering::Greater => "ein längerer Atem",
    })?;
    match breath {
        Some(pattern) => {
            out.write_str(": ")?;
            self::breath(out, pattern)
        }
        None => Ok(()),
    }
}

/// „ein 5, aus 7,5 Sekunden“
pub(super) fn breath(out: &mut dyn Write, breath: Pattern) -> Result {
    crate::words::breath::phases(
        out,
        breath,
        |phase| match phase {
            Phase::In => "ein",
            Phase::Sip => "ein Schluck",
            Phase::Hold => "bleiben",
            Phase::Out => "aus",
            Phase::Rest => "ruhen",
        },
        ',',
    )?;
    out.write_str(" Sekunden")
}

pub(super) fn reviewed(out: &mut dyn Write, who: &str, when: Option<Date>) -> Result {
    write!(out, "Geprüft von {who}")?;
    if let Some(date) = when {
        let month = usize::from(date.month).checked_sub(1);
        let month = month.and_then(|month| MONTHS.get(month)).unwrap_or(&"");
        write!(out, " am {}. {month} {}", date.day, date.year)?;
    }
    out.write_char('.')
}

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

pub(super) fn in_language(out: &mut dyn Write, code: &str) -> Result {
    match languages::name(code, Language::German) {
        Some(name) => write!(out, "Auf {name}"),
        None => write!(out, "In einer anderen Sprache ({code})"),
    }
}

pub(super) fn left(out: &mut dyn Write, minutes: Option<u64>) -> Result {
    match minutes {
        None => out.write_str("noch weniger als eine Minute"),
        Some(1) => out.write_str("noch etwa eine Minute"),
        Some(minutes @ ..60) => write!(out, "noch etwa {minutes} min"),
        Some(minutes) => write!(out, "noch etwa {} h {} min", minutes / 60, minutes % 60),
    }
}

pub(super) fn title(out: &mut dyn Write, title: &str, length_: Ms, parts: usize) -> Result {
    let parts_word = if parts == 1 {
        "Abschnitt"
    } else {
        "Abschnitte"
    };
    write!(out, "{title}. ")?;
    length(out, length_)?;
    write!(out, ", {parts} {parts_word}.")
}

pub(super) fn step(
    out: &mut dyn Write,
    number: StepNumber,
    title: &str,
    lasts: Option<Ms>,
) -> Result {
    if let Some((number, of)) = number {
        write!(out, "Abschnitt {number} von {of}: ")?;
    }
    beginning(out, title)?;
    if !title.ends_with(['.', '!', '?', '…']) {
        out.write_char('.')?;
    }
    if let Some(lasts) = lasts {
        out.write_char(' ')?;
        length(out, lasts)?;
        out.write_char('.')?;
    }
    Ok(())
}

/// "3-mal: ein wenig zusammenziehen, 3 Sekunden, dann 9 Sekunden nachlassen."
pub(super) fn squeezes(out: &mut dyn Write, contract: Contract) -> Result {
    match contract.times {
        1 => out.write_str("Einmal")?,
        2 => out.write_str("Zweimal")?,
        times => write!(out, "{times}-mal")?,
    }
    out.write_str(": ")?;
    length(out, contract.squeeze)?;
    out.write_str(" ein wenig zusammenziehen, dann ")?;
    length(out, contract.release)?;
    out.write_str(" nachlassen.")
}

pub(super) fn phase(out: &mut dyn Write, label: &str, lasts: Option<Ms>) -> Result {
    beginning(out, label.trim_end_matches(" …"))?;
    if let Some(lasts) = lasts {
        out.write_str(", ")?;
        length(out, lasts)?;
    }
    out.write_char('.')
}

/// A text as the beginning of a sentence.
fn beginning(out: &mut dyn Write, text: &str) -> Result {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    for letter in first.into_iter().flatten() {
        out.write_char(letter)?;
    }
    out.write_str(letters.as_str())
}

/// "8 Minuten 8 Sekunden", "4,5 Sekunden".
pub(super) fn length(out: &mut dyn Write, length: Ms) -> Result {
    let (minutes, ms) = (length.0 / 60_000, length.0 % 60_000);
    let plural = |count: u64| if count == 1 { "" } else { "n" };
    if minutes > 0 {
        write!(out, "{minutes} Minute{}", plural(minutes))?;
        if ms < 1000 {
            return Ok(());
        }
        out.write_char(' ')?;
    }
    if minutes == 0 && ms % 1000 != 0 {
        let seconds = number(ms as f64 / 1000.0);
        // 0.96 seconds are written as 1.
        let plural = if seconds == "1" { "" } else { "n" };
        return write!(out, "{seconds} Sekunde{plural}");
    }
    write!(out, "{} Sekunde{}", ms / 1000, plural(ms / 1000))
}

/// A number as people write it: 6, or 6,7.
pub(super) fn number(number: f64) -> String {
    let tenths = format!("{number:.1}");
    let short = tenths.strip_suffix(".0").unwrap_or(&tenths);
    short.replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::written;

    #[test]
    fn lengths_have_their_endings_and_a_comma() {
        let table = [
            (488_000, "8 Minuten 8 Sekunden"),
            (60_000, "1 Minute"),
            (61_000, "1 Minute 1 Sekunde"),
            (60_500, "1 Minute"),
            (4_500, "4,5 Sekunden"),
            (1_000, "1 Sekunde"),
            (960, "1 Sekunde"),
            (0, "0 Sekunden"),
        ];
        for (ms, wanted) in table {
            assert_eq!(written(|out| length(out, Ms(ms))), wanted);
        }
    }

    #[test]
    fn what_is_left_is_said_as_people_say_it() {
        let table = [
            (None, "noch weniger als eine Minute"),
            (Some(1), "noch etwa eine Minute"),
            (Some(6), "noch etwa 6 min"),
            (Some(65), "noch etwa 1 h 5 min"),
        ];
        for (minutes, wanted) in table {
            assert_eq!(written(|out| left(out, minutes)), wanted);
        }
    }

    #[test]
    fn parts_and_phases_are_sentences() {
        let ms = Ms::seconds;
        let told = |number, title, lasts| written(|out| step(out, number, title, lasts));
        assert_eq!(
            told(Some((2, 5)), "ruhiger Atem", Some(ms(180))),
            "Abschnitt 2 von 5: Ruhiger Atem. 3 Minuten."
        );
        assert_eq!(told(None, "Füße", None), "Füße.");
        assert_eq!(
            written(|out| phase(out, "ein …", Some(Ms(4_500)))),
            "Ein, 4,5 Sekunden."
        );
        assert_eq!(
            written(|out| title(out, "Ruhende Beine", ms(488), 5)),
            "Ruhende Beine. 8 Minuten 8 Sekunden, 5 Abschnitte."
        );
        let contract = Contract {
            squeeze: ms(3),
            release: ms(9),
            times: 3,
            effort: None,
        };
        assert_eq!(
            written(|out| squeezes(out, contract)),
            "3-mal: 3 Sekunden ein wenig zusammenziehen, dann 9 Sekunden nachlassen."
        );
    }

    #[test]
    fn who_has_reviewed_something_is_said_with_the_day() {
        let day = |month| Date {
            year: 2026,
            month,
            day: 3,
        };
        let told = |when| written(|out| reviewed(out, "Jane Doe", when));
        assert_eq!(told(None), "Geprüft von Jane Doe.");
        assert_eq!(told(Some(day(3))), "Geprüft von Jane Doe am 3. März 2026.");
    }
}
