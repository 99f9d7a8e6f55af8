//! Reads the kinds of values that a session file has: texts, times, counts, yes and no.
//!
//! Each reader reports what is wrong and answers `None`. Whether a value makes sense where it
//! stands is decided in `lower`.

use std::ops::Range;

use toml::de::DeValue;

use super::duration::{self, Clock, NotATime, write};
use super::limits::{LIST, LONGEST_SESSION, LONGEST_TIME, TEXT_CHARS, TITLE_CHARS};
use super::mend::signs;
use super::parsed::{At, Texts};
use super::reader::Given;
use super::suggest;
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::text::{Clean, Unfit};
use crate::time::Ms;

/// A text with something in it.
pub(super) fn text(given: Given<'_, '_>) -> Option<Clean> {
    let text = words(given)?;
    if !text.is_empty() {
        return Some(text);
    }
    given.reader.report(
        Diagnostic::error(
            Rule::EmptyText,
            given.span(),
            "there is nothing in this text",
        )
        .label("empty")
        .help(format!(
            "Write something here, or take the line `{}` out.",
            quoted(given.key)
        )),
    );
    None
}

/// A title: a text that fits on one line of a list.
pub(super) fn title(given: Given<'_, '_>) -> Option<Clean> {
    let text = text(given)?;
    if text.chars().count() <= TITLE_CHARS {
        return Some(text);
    }
    given.reader.report(
        Diagnostic::error(
            Rule::LongText,
            given.span(),
            format!("this title is longer than {TITLE_CHARS} letters"),
        )
        .label("too long for a title")
        .help("Keep the title short; `about` has room for more."),
    );
    None
}

/// A text that may be empty. Line breaks in it count as spaces.
pub(super) fn words(given: Given<'_, '_>) -> Option<Clean> {
    let DeValue::String(text) = given.get() else {
        let wrong = given.wrong_kind("text in quotation marks", &given.example());
        let written = given.written();
        let plain = matches!(given.get(), DeValue::Integer(_) | DeValue::Float(_));
        given.reader.report(if plain {
            wrong.fix(given.span(), format!("\"{written}\""))
        } else {
            wrong
        });
        return None;
    };
    if text.chars().count() > TEXT_CHARS {
        given.reader.report(
            Diagnostic::error(
                Rule::LongText,
                given.span(),
                format!("this text is longer than {TEXT_CHARS} letters"),
            )
            .label("too long")
            .help("Shorten it, or spread it over several lines or steps."),
        );
        return None;
    }
    let text = text.replace(['\n', '\r', '\t'], " ");
    let text = text.split(' ').filter(|word| !word.is_empty());
    let text = text.collect::<Vec<_>>().join(" ");
    Clean::check(&text)
        .map_err(|unfit| given.reader.report(unfit_text(given, &unfit)))
        .ok()
}

fn unfit_text(given: Given<'_, '_>, unfit: &Unfit) -> Diagnostic {
    let code = unfit.character as u32;
    let message = format!(
        "this text holds {} (U+{code:04X}), which cannot be shown",
        unfit.why
    );
    let found =
        Diagnostic::error(Rule::UnfitText, given.span(), message).label("somewhere in here");
    // What was never seen is not missed; but some scripts need their joiners elsewhere in the text.
    let unseen = |c: char| signs::is_invisible(c) && !matches!(c, '\u{200C}' | '\u{200D}');
    let seen = given.written().replace(unseen, "");
    if seen != given.written() {
        return found
            .help("It often comes along when text is copied, and can be taken out.")
            .fix(given.span(), seen);
    }
    found.help("It often comes along when text is copied. Delete the text and type it again.")
}

/// One text, or a list of texts; none of them empty.
pub(super) fn texts(given: Given<'_, '_>) -> Option<Texts> {
    list(given, LIST, text)
}

/// One text, or a list of texts, each read by `read`. A wrong one makes the whole list wrong.
pub(super) fn list<'r, 's, T>(
    given: Given<'r, 's>,
    most: usize,
    read: impl Fn(Given<'r, 's>) -> Option<T>,
) -> Option<Vec<At<T>>> {
    let one = |given: Given<'r, 's>| {
        let span = given.span();
        if span.is_empty() {
            return None;
        }
        Some(At {
            value: read(given)?,
            span,
        })
    };
    let DeValue::Array(entries) = given.get() else {
        return Some(vec![one(given)?]);
    };
    if entries.len() > most {
        given.reader.report(
            Diagnostic::error(
                Rule::TooMany,
                given.span(),
                format!(
                    "`{}` has {} entries; it can have {most}",
                    quoted(given.key),
                    entries.len()
                ),
            )
            .label("too many")
            .help("Keep the ones that matter most. Cues come round again, so a few are enough."),
        );
        return None;
    }
    let read: Vec<_> = entries.iter().map(|entry| one(given.with(entry))).collect();
    read.into_iter().collect()
}

/// A length of time.
pub(super) fn time(given: Given<'_, '_>) -> Option<Ms> {
    if given.get().is_bool() {
        let found = given.wrong_kind("how long it lasts", &given.example());
        given.reader.report(Diagnostic {
            rule: Rule::BadTime,
            ..found
        });
        return None;
    }
    let number = |written: &str| written.parse().map_err(|_| NotATime::Malformed);
    let read = match given.get() {
        DeValue::Integer(whole) if whole.radix() == 10 => {
            number(whole.as_str()).and_then(duration::from_number)
        }
        DeValue::Float(number_) => number(number_.as_str()).and_then(duration::from_number),
        DeValue::String(text) => duration::parse(text),
        DeValue::Datetime(clock) => duration::parse(clock.to_string().trim_end_matches(":00")),
        _ => Err(NotATime::Malformed),
    };
    read.map_err(|why| given.reader.report(not_a_time(given, why)))
        .ok()
}

fn not_a_time(given: Given<'_, '_>, why: NotATime) -> Diagnostic {
    const HOW: &str = "Write seconds as a number, 4 or 4.5, or a time with its unit: \"30s\", \"1m 30s\", \"5m\".";
    let error = |message: &str| Diagnostic::error(Rule::BadTime, given.span(), message).help(HOW);
    match why {
        NotATime::Empty => error("there is no time here").label("empty"),
        NotATime::Negative => error("a time cannot be less than nothing").label("less than zero"),
        NotATime::NotANumber => error("this is not a time").label("not a number"),
        NotATime::TooLong => error("this time is longer than a day")
            .label(format!("more than {} hours", LONGEST_TIME.0 / 3_600_000)),
        NotATime::Clock(clock) => with_colon(clock, given.span()),
        NotATime::Range(from, to) => two_times(&from, &to, given.span()),
        NotATime::InWords(digits) => {
            let found = error("this time is written in words").label("in digits, please");
            let number = digits.bytes().all(|digit| digit.is_ascii_digit());
            let marks = if number { "" } else { "\"" };
            found.fix(given.span(), format!("{marks}{digits}{marks}"))
        }
        NotATime::Unit(unit) => {
            let found = error(&format!(
                "\"{}\" is not a unit of time that softly knows",
                quoted(&unit)
            ));
            match suggest::nearest(&unit, ["seconds", "minutes", "hours"]) {
                Some(near) => found.label(format!("did you mean {near}?")),
                None => found.label("use s, m or h"),
            }
        }
        NotATime::Order => error("the parts of this time are in an unusual order")
            .label("larger parts first, each once"),
        NotATime::Malformed => error("this is not a time that softly can read").label("not a time"),
    }
}

/// A time with a colon: it is only certain what it means where hours would be far too long.
pub(super) fn with_colon(clock: Option<Clock>, span: Range<usize>) -> Diagnostic {
    let message = "a time with a colon could mean minutes or hours";
    let found = Diagnostic::error(Rule::BadTime, span.clone(), message);
    let Some(Clock { minutes, hours }) = clock else {
        return found
            .label("not clear")
            .help("Write a time with its units: \"30s\", \"1m 30s\", \"1h 5m\".");
    };
    let (minutes, long) = (format!("\"{}\"", write(minutes)), hours > LONGEST_SESSION);
    if long {
        return found
            .label(format!("did you mean {minutes}?"))
            .fix(span, minutes);
    }
    let hours = write(hours);
    found.label("which of the two?").help(format!(
        "Write {minutes} for minutes and seconds, or \"{hours}\" for hours and minutes."
    ))
}

/// `4–6`: one is needed, and which of the two is for its author to say.
pub(super) fn two_times(from: &str, to: &str, span: Range<usize>) -> Diagnostic {
    Diagnostic::error(
        Rule::BadTime,
        span,
        "there are two numbers here, and one is needed",
    )
    .label(format!("{from} or {to}?"))
    .help("Choose one of them.")
    .help(
        "A breath that slowly changes has breathe = { in = 4, out = 4 } and on the next line \
             ramp-to = { in = 4, out = 6 }.",
    )
}

/// A whole number. One that is too large to hold is as large as can be.
pub(super) fn count(given: Given<'_, '_>) -> Option<i64> {
    if let DeValue::Integer(number) = given.get()
        && number.radix() == 10
    {
        let large = if number.as_str().starts_with('-') {
            i64::MIN
        } else {
            i64::MAX
        };
        return Some(number.as_str().parse().unwrap_or(large));
    }
    let wrong = given.wrong_kind("a whole number without quotation marks", &given.example());
    // `softly = "1"` and `times = 12.0` are clear enough to offer the number itself.
    let bare = given.written().trim_matches(['"', '\'']).trim();
    let bare = without_percent(bare);
    let whole = bare.strip_suffix(".0").unwrap_or(bare).parse::<u32>().ok();
    given
        .reader
        .report(match whole.or_else(|| duration::number(bare)) {
            Some(whole) => wrong.fix(given.span(), whole.to_string()),
            None => wrong,
        });
    None
}

/// `20%` and `20 percent` without what stands after the number.
pub(super) fn without_percent(written: &str) -> &str {
    let signs = ["%", "percent", "per cent"];
    let number = signs.iter().find_map(|sign| written.strip_suffix(sign));
    number.unwrap_or(written).trim_end()
}

/// Yes or no.
pub(super) fn flag(given: Given<'_, '_>) -> Option<bool> {
    if let DeValue::Boolean(flag) = given.get() {
        return Some(*flag);
    }
    let wrong = given.wrong_kind("true or false, without quotation marks", &given.example());
    let bare = given.written().trim_matches(['"', '\'']).to_lowercase();
    given.reader.report(match bare.as_str() {
        "true" | "yes" | "on" | "1" => wrong.fix(given.span(), "true"),
        "false" | "no" | "off" | "0" => wrong.fix(given.span(), "false"),
        _ => wrong,
    });
    None
}
