//! Guesses about a value that is not written as it has to be: texts, numbers, times, yes and no.

use std::ops::Range;

use super::{Slip, error};
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::names::{OTHER_SOUNDS, SOUND_ENDINGS, other_sound};
use crate::script::values::without_percent;

pub(super) fn curly_quotes(slip: &Slip<'_>) -> Option<Diagnostic> {
    const CURLY: [char; 10] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '＂'];
    let opening = slip.whole().char_indices().find(|(at, c)| {
        let before = slip.whole()[..*at].trim_end();
        CURLY.contains(c) && (before.ends_with(['=', '[', ',', '{']))
    });
    let (at, character) = opening?;
    let at = slip.line.start + at;
    Some(
        error(
            at..at + character.len_utf8(),
            "it is not clear where the text in these curly quotation marks ends",
        )
        .label("it begins here")
        .help("Type straight quotation marks around the text: \". Inside it any kind is welcome.")
        .help("Several texts stand in square brackets: [\"One.\", \"Two.\"]."),
    )
}

pub(super) fn decimal_comma(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("extra comma") && !slip.said("key or value") {
        return None;
    }
    let whole = slip.whole();
    let is_digit = |at: usize| whole.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let comma = whole
        .match_indices(',')
        .map(|(at, _)| at)
        .find(|at| at.checked_sub(1).is_some_and(is_digit) && is_digit(at + 1))?;
    let outside = whole[..comma].matches('"').count().is_multiple_of(2);
    let at = slip.line.start + comma;
    let thousands = whole[comma + 1..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count()
        == 3;
    outside.then(|| {
        let found = error(
            at..at + 1,
            "a number is written with a point and not with a comma",
        );
        if thousands {
            found
                .label("no comma in a number")
                .help("Write 1000, not 1,000, and 4.5, not 4,5.")
        } else {
            found.label("a point goes here").fix(at..at + 1, ".")
        }
    })
}

pub(super) fn long_text(slip: &Slip<'_>) -> Option<Diagnostic> {
    let end = slip.place_of("multi-line")?;
    let start = ["\"\"\"", "'''"]
        .iter()
        .filter_map(|mark| slip.text[..end].rfind(mark))
        .max()?;
    Some(
        error(start..start + 3, "this long text is never closed")
            .label("it begins here")
            .help("It ends with three quotation marks as well. For one line, one on each side is enough."),
    )
}

pub(super) fn quotation_marks(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.value()?;
    let value = &slip.text[at.clone()];
    let first = value.chars().next()?;
    if slip.said("basic string") || slip.said("literal string, expected `'`") && first == '\'' {
        let end = at.end;
        let found =
            error(at.clone(), "this text has no quotation mark at its end").label("it begins here");
        let one = value.matches(first).count() == 1 && !value.ends_with(['}', ']']);
        return Some(if one {
            found.fix(end..end, first)
        } else {
            found
        });
    }
    let inner = value.strip_prefix(first)?.strip_suffix(first)?;
    if !slip.said("key or value") || !inner.contains(first) {
        return None;
    }
    if let Some(two) = two_texts(inner, at.clone(), first) {
        return Some(two);
    }
    Some(match first {
        '\'' if !inner.contains('"') => error(
            at.clone(),
            "this text ends at its apostrophe, because it is in single quotation marks",
        )
        .label("use double quotation marks around it")
        .fix(at, format!("\"{inner}\"")),
        '"' => error(
            at.clone(),
            "there are quotation marks inside this text, which ends it early",
        )
        .label("use single ones inside")
        .fix(at, format!("\"{}\"", inner.replace('"', "'"))),
        _ => return None,
    })
}

/// `"One." "Two."` and `""One.""`, which are not marks inside a text.
fn two_texts(inner: &str, at: Range<usize>, mark: char) -> Option<Diagnostic> {
    let once = inner
        .strip_prefix(mark)
        .and_then(|inner| inner.strip_suffix(mark));
    if let Some(inner) = once.filter(|inner| !inner.is_empty() && !inner.contains(mark)) {
        let found = error(
            at.clone(),
            "there are two quotation marks on each side of this text",
        );
        return Some(
            found
                .label("one is enough")
                .fix(at, format!("{mark}{inner}{mark}")),
        );
    }
    let parts = inner.split(mark).map(str::trim);
    let between = |part: &str| part.is_empty() || part == "," || part == ";";
    let several = parts.skip(1).step_by(2).any(between);
    several.then(|| {
        error(at, "there is more than one text here")
            .label("each one ends where the next begins")
            .help("Several texts stand in square brackets: [\"One.\", \"Two.\"].")
    })
}

pub(super) fn backslash(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("escape") && !slip.said("unicode value") {
        return None;
    }
    let back = slip.before().rfind('\\')?;
    let at = slip.line.start + back;
    if let Some(file) = sound_file(slip) {
        return Some(file);
    }
    let message = "a backslash has a meaning of its own inside text";
    Some(error(at..at + 1, message).label("write / instead, or \\\\ for one backslash"))
}

/// `voice = "C:\Users\Jane\welcome.m4a"`: everything about the name of a sound file at once.
fn sound_file(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.value()?;
    let inner = slip.text[at.clone()].strip_prefix('"')?.strip_suffix('"')?;
    let name = inner.rsplit(['\\', '/']).next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let known = SOUND_ENDINGS.contains(&&*ending);
    let sound = known || OTHER_SOUNDS.contains(&&*ending);
    if inner.contains('"') || !sound {
        return None;
    }
    let better = if known { ending } else { "mp3".to_owned() };
    let found = Diagnostic::error(
        Rule::BadFileName,
        at,
        "a sound file lies beside this file, and is given by its name alone",
    );
    let found = found.label("a place on one machine");
    let found = if known {
        found
    } else {
        found.help(other_sound())
    };
    Some(
        found
            .help("Put the sound beside this file. A folder below it is separated with / and not with \\.")
            .help(format!("For example: \"{}.{better}\"", quoted(stem))),
    )
}

pub(super) fn number(slip: &Slip<'_>) -> Option<Diagnostic> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let start = slip.before().trim_end_matches(is_part).len() + slip.line.start;
    let end = slip.at.start
        + slip
            .after()
            .find(|c| !is_part(c))
            .unwrap_or(slip.after().len());
    let written = slip.text.get(start..end)?;
    let (message, better) = if slip.said("leading zero") {
        (
            "a number does not begin with 0",
            written.trim_start_matches('0').to_owned(),
        )
    } else if slip.said("mantissa") {
        (
            "a number does not begin with a point",
            format!("0{written}"),
        )
    } else if slip.said("fraction") {
        (
            "a number does not end with a point",
            written.trim_end_matches('.').to_owned(),
        )
    } else {
        return None;
    };
    let found = error(start..end, message).label("this number");
    let fine = better.parse::<f64>().is_ok();
    Some(if fine {
        found.fix(start..end, better)
    } else {
        found
    })
}

/// `effort = 20%`: a number in percent is a number alone.
pub(super) fn percent(slip: &Slip<'_>) -> Option<Diagnostic> {
    let line = slip.whole();
    let is_digit = |c: char| c.is_ascii_digit();
    line.match_indices('=').find_map(|(equals, _)| {
        let written = line[equals + 1..].split([',', '}', '#']).next()?.trim();
        let number = without_percent(written);
        let only_a_number = !number.is_empty() && number.chars().all(is_digit);
        if !only_a_number || number == written {
            return None;
        }
        let start = slip.line.start + equals + 1;
        let start = start + slip.text[start..].find(is_digit)?;
        let at = start..start + written.len();
        let found = error(
            at.clone(),
            "a number in percent is written without a sign after it",
        );
        Some(found.label("the number alone").fix(at, number))
    })
}
