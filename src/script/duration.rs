//! Lengths of time as people write them: `4`, `4.5`, "4s", "1m 30s", "5 min", "90 seconds".
//!
//! It only reads and writes them. Whether a length makes sense where it stands is decided elsewhere.

mod unclear;

use std::borrow::Cow;

use super::limits::LONGEST_TIME;
use super::mend::signs;
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
    /// `1:30` could be minutes or hours: what it is as either, where it can be.
    Clock(Option<Clock>),
    /// `4–6` names two times; how each of them would be written in a file.
    Range(String, String),
    /// It is written in words; how it would be written in digits.
    InWords(String),
    /// A word that is not a unit of time.
    Unit(String),
    /// Two units are there, and the larger one is not first, or one is there twice.
    Order,
    /// Anything else.
    Malformed,
}

/// The two things that a time with a colon can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Minutes and seconds.
    pub minutes: Ms,
    /// Hours and minutes.
    pub hours: Ms,
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
    let plain = narrow(text);
    let text = plain.trim();
    if text.is_empty() {
        return Err(NotATime::Empty);
    }
    if text.starts_with(|c| c == '-' || signs::is_dash(c)) {
        return Err(NotATime::Negative);
    }
    if let Some((first, second)) = text.split_once(':') {
        return Err(NotATime::Clock(clock(first, second)));
    }
    parts(text).map_err(|why| match why {
        NotATime::Unit(_) | NotATime::Malformed => unclear::explain(text).unwrap_or(why),
        why => why,
    })
}

/// A whole number in words, from zero to sixty-nine.
pub fn number(words: &str) -> Option<u32> {
    unclear::number(words)
}

/// The text with wide digits and signs made narrow.
fn narrow(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(signs::plain).collect())
}

fn parts(text: &str) -> Result<Ms, NotATime> {
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
    let fraction = text[end..].chars().next().and_then(signs::fraction);
    // Twelve digits are thousands of years; more would only lose precision.
    if end == 0 && fraction.is_none() || end > 12 {
        return Err(NotATime::Malformed);
    }
    let number = match fraction {
        None => text[..end].replace(',', "."),
        Some((alone, _)) if end == 0 => alone.to_owned(),
        Some((_, after)) => format!("{}{after}", &text[..end]),
    };
    let number: f64 = number.parse().map_err(|_| NotATime::Malformed)?;
    let rest = &text[end..];
    let rest = if fraction.is_some() {
        &rest["½".len()..]
    } else {
        rest
    };
    let rest = rest.trim_start();
    let end = rest
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.len());
    let (unit, after) = rest.split_at(end);
    let after = after.trim_start().trim_start_matches(',').trim_start();
    let after = after.strip_prefix("and ").unwrap_or(after).trim_start();
    Ok((number, unit, after))
}

/// What `1:30` is as minutes and seconds, and as hours and minutes.
fn clock(first: &str, second: &str) -> Option<Clock> {
    let first: u64 = first.trim().parse().ok()?;
    let second: u64 = second.trim().parse().ok()?;
    (first < 1_000 && second < 60).then(|| Clock {
        minutes: Ms::seconds(first * 60 + second),
        hours: Ms::minutes(first * 60 + second),
    })
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
            ("4\u{a0}s", 4_000),
            ("４５ｓ", 45_000),
            ("½ min", 30_000),
            ("1½\u{202f}min", 90_000),
        ];
        for (text, ms) in table {
            assert_eq!(parse(text), Ok(Ms(ms)), "{text}");
        }
    }

    #[test]
    fn what_could_mean_two_things_is_not_guessed() {
        let clock = |first: u64, second: u64| {
            NotATime::Clock(Some(Clock {
                minutes: Ms::seconds(first * 60 + second),
                hours: Ms::minutes(first * 60 + second),
            }))
        };
        let range = |a: &str, b: &str| NotATime::Range(a.into(), b.into());
        let words = |digits: &str| NotATime::InWords(digits.into());
        let table = [
            ("1:30", clock(1, 30)),
            ("0:30", clock(0, 30)),
            ("2:00", clock(2, 0)),
            ("1:2:3", NotATime::Clock(None)),
            ("–4s", NotATime::Negative),
            ("4–6", range("4", "6")),
            ("4-6 min", range("\"4m\"", "\"6m\"")),
            ("30s to 1 minute", range("\"30s\"", "\"1m\"")),
            ("4-7-8", NotATime::Malformed),
            ("six", words("6")),
            ("Twenty-Five", words("25")),
            ("two minutes", words("2m")),
            ("a minute", words("1m")),
            ("one minute and thirty seconds", words("1m 30s")),
            ("half an hour", words("30m")),
            ("sixty one", words("61")),
            ("two ten", NotATime::Malformed),
            ("twenty twenty", NotATime::Malformed),
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
