//! Lengths of time as people write them: `4`, `4.5`, "4s", "1m 30s", "5 min", "90 seconds".
//!
//! It only reads and writes them. Whether a length makes sense where it stands is decided elsewhere.

use super::limits::LONGEST_TIME;
use crate::time::Ms;

/// Why something is not a length of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotATime {
    /// There is nothing there.
    Empty,
    /// It is less than zero.
    Negative,
    /// It is not a number at all, or endless.
    NotANumber,
    /// It is longer than a day.
    TooLong,
    /// `1:30` could be minutes or hours; how it would be written as minutes.
    Clock(Option<String>),
    /// A word that is not a unit of time.
    Unit(String),
    /// Two units are there, and the larger one is not first, or one is there twice.
    Order,
    /// Anything else.
    Malformed,
}

/// The units, each with what it is worth in milliseconds, the largest first.
const UNITS: [(&[&str], f64); 4] = [
    (&["h", "hr", "hrs", "hour", "hours"], 3_600_000.0),
    (&["m", "min", "mins", "minute", "minutes"], 60_000.0),
    (&["s", "sec", "secs", "second", "seconds"], 1_000.0),
    (&["ms"], 1.0),
];

/// A bare number counts seconds.
pub(super) fn from_number(seconds: f64) -> Result<Ms, NotATime> {
    if !seconds.is_finite() {
        Err(NotATime::NotANumber)
    } else if seconds < 0.0 {
        Err(NotATime::Negative)
    } else if seconds > LONGEST_TIME.as_seconds_f64() {
        Err(NotATime::TooLong)
    } else {
        Ok(Ms::from_seconds_f64(seconds))
    }
}

/// A length of time in words.
pub fn parse(text: &str) -> Result<Ms, NotATime> {
    let text = text.trim();
    if text.is_empty() {
        return Err(NotATime::Empty);
    }
    if text.starts_with(['-', '\u{2212}']) {
        return Err(NotATime::Negative);
    }
    if let Some((minutes, seconds)) = text.split_once(':') {
        return Err(NotATime::Clock(clock(minutes, seconds)));
    }
    let (mut rest, mut total, mut next_unit) = (text, 0.0, 0);
    while !rest.is_empty() {
        let (number, unit, after) = part(rest)?;
        let rank = match unit.to_lowercase().as_str() {
            // A number alone counts seconds, like a number without quotation marks.
            "" if next_unit == 0 && after.is_empty() => 2,
            "" => return Err(NotATime::Malformed),
            unit => UNITS
                .iter()
                .position(|(names, _)| names.contains(&unit))
                .ok_or_else(|| NotATime::Unit(unit.to_owned()))?,
        };
        if rank < next_unit {
            return Err(NotATime::Order);
        }
        total += number * UNITS[rank].1;
        (rest, next_unit) = (after, rank + 1);
    }
    from_number(total / 1000.0)
}

/// A number, the word after it, and what follows.
fn part(text: &str) -> Result<(f64, &str, &str), NotATime> {
    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let end = text.find(|c| !is_number(c)).unwrap_or(text.len());
    // Twelve digits are thousands of years; more would only lose precision.
    if end == 0 || end > 12 {
        return Err(NotATime::Malformed);
    }
    let number = text[..end].replace(',', ".").parse();
    let number: f64 = number.map_err(|_| NotATime::Malformed)?;
    let rest = text[end..].trim_start();
    let end = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    let (unit, after) = rest.split_at(end);
    let after = after.trim_start().trim_start_matches(',').trim_start();
    let after = after.strip_prefix("and ").unwrap_or(after).trim_start();
    Ok((number, unit, after))
}

/// What `1:30` would be if it meant minutes and seconds.
fn clock(minutes: &str, seconds: &str) -> Option<String> {
    let minutes: u64 = minutes.trim().parse().ok()?;
    let seconds: u64 = seconds.trim().parse().ok()?;
    (minutes < 1_000 && seconds < 60).then(|| write(Ms::seconds(minutes * 60 + seconds)))
}

/// A length of time as one would write it in a file, without the quotation marks.
pub fn write(length: Ms) -> String {
    let (hours, minutes, rest) = (
        length.0 / 3_600_000,
        length.0 / 60_000 % 60,
        length.0 % 60_000,
    );
    let mut parts = Vec::new();
    if hours > 0 {
        parts.push(format!("{hours}h"));
    }
    if minutes > 0 {
        parts.push(format!("{minutes}m"));
    }
    if rest > 0 || parts.is_empty() {
        parts.push(format!("{}s", rest as f64 / 1000.0));
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_times_in_many_ways() {
        let table = [
            ("4s", 4_000),
            ("4", 4_000),
            ("4.5", 4_500),
            ("4,5 s", 4_500),
            ("1m 30s", 90_000),
            ("1m30s", 90_000),
            ("5 min", 300_000),
            ("90 seconds", 90_000),
            ("1 minute and 30 seconds", 90_000),
            ("1 hour, 5 minutes", 3_900_000),
            ("1h", 3_600_000),
            ("250ms", 250),
            ("2 Minutes", 120_000),
            (" 5m ", 300_000),
        ];
        for (text, ms) in table {
            assert_eq!(parse(text), Ok(Ms(ms)), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_not_guessed() {
        let minutes = |text: &str| NotATime::Clock(Some(text.to_owned()));
        let table = [
            ("1:30", minutes("1m 30s")),
            ("0:30", minutes("30s")),
            ("2:00", minutes("2m")),
            ("1:2:3", NotATime::Clock(None)),
            ("-4s", NotATime::Negative),
            ("\u{2212}4s", NotATime::Negative),
            ("", NotATime::Empty),
            ("99999999h", NotATime::TooLong),
            ("25h", NotATime::TooLong),
            ("4 fortnights", NotATime::Unit("fortnights".into())),
            ("4s 1m", NotATime::Order),
            ("4s 4s", NotATime::Order),
            ("1m 30", NotATime::Malformed),
            ("4..5s", NotATime::Malformed),
            ("٤s", NotATime::Malformed),
            ("1e9", NotATime::Unit("e".into())),
            ("nan", NotATime::Malformed),
            ("a while", NotATime::Malformed),
        ];
        for (text, wanted) in table {
            assert_eq!(parse(text), Err(wanted), "{text}");
        }
    }

    #[test]
    fn numbers_that_are_no_time_are_refused() {
        assert_eq!(from_number(f64::NAN), Err(NotATime::NotANumber));
        assert_eq!(from_number(f64::INFINITY), Err(NotATime::NotANumber));
        assert_eq!(from_number(-0.5), Err(NotATime::Negative));
        assert_eq!(from_number(1e300), Err(NotATime::TooLong));
    }

    #[test]
    fn what_is_written_reads_the_same() {
        for ms in [0, 1, 500, 1_000, 4_500, 90_000, 3_600_000, 3_661_001] {
            assert_eq!(parse(&write(Ms(ms))), Ok(Ms(ms)), "{}", write(Ms(ms)));
        }
    }
}
