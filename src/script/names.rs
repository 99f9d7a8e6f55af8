//! Reads values with a shape of their own: dates, codes of languages, names of sound files.
//!
//! Whether a file is there is looked at by the shell; here only its name is judged, so that no name
//! can lead out of the session's own folder on any system.

use toml::de::DeValue;

use super::limits::FILE_NAME_CHARS;
use super::reader::Given;
use super::values::text;
use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::session::Date;
use crate::text::Clean;

/// A day, with or without quotation marks.
pub(super) fn date(given: Given<'_, '_>) -> Option<Date> {
    let written = match given.get() {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Datetime(day) => day.to_string(),
        _ => given.written().to_owned(),
    };
    let read = numbers(&written, '-').and_then(|[year, month, day]| real_day(year, month, day));
    if read.is_none() {
        let no_such_day = numbers(&written, '-').is_some();
        let (message, label) = if no_such_day {
            ("there is no such day", "not in the calendar")
        } else {
            ("this is not a date that softly can read", "not a date")
        };
        let found = Diagnostic::error(Rule::BadDate, given.span(), message)
            .label(label)
            .help("Write year, month and day with hyphens, for example 2026-11-22.");
        // With points the day stands first wherever this is written; with strokes nobody can tell.
        let with_points =
            numbers(&written, '.').and_then(|[day, month, year]| real_day(year, month, day));
        given.reader.report(match with_points {
            Some(date) => found.fix(given.span(), date.to_string()),
            None => found,
        });
    }
    read
}

fn numbers(text: &str, between: char) -> Option<[u16; 3]> {
    let parts: Vec<_> = text
        .split(between)
        .map(|part| part.trim().parse().ok())
        .collect();
    match parts[..] {
        [Some(first), Some(second), Some(third)] => Some([first, second, third]),
        _ => None,
    }
}

fn real_day(year: u16, month: u16, day: u16) -> Option<Date> {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    let real =
        (1900..=2999).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day);
    real.then_some(Date {
        year,
        month: month as u8,
        day: day as u8,
    })
}

/// What people call their language, and its code.
const LANGUAGES: [(&str, &str); 16] = [
    ("english", "en"),
    ("german", "de"),
    ("deutsch", "de"),
    ("spanish", "es"),
    ("español", "es"),
    ("french", "fr"),
    ("français", "fr"),
    ("dutch", "nl"),
    ("nederlands", "nl"),
    ("italian", "it"),
    ("italiano", "it"),
    ("portuguese", "pt"),
    ("português", "pt"),
    ("polish", "pl"),
    ("polski", "pl"),
    ("swedish", "sv"),
];

/// The code of a language: two or three small letters, and a country or script if need be.
pub(super) fn language(given: Given<'_, '_>) -> Option<Clean> {
    let typed = text(given)?;
    if is_code(&typed) {
        return Some(typed);
    }
    let found = Diagnostic::error(
        Rule::BadLanguage,
        given.span(),
        format!("\"{}\" is not the code of a language", quoted(&typed)),
    )
    .help("A language is given by its short code: \"en\" for English, \"de\" for German, \"pt-BR\" for Portuguese of Brazil.");
    let lower = typed.to_lowercase();
    let named = LANGUAGES.iter().find(|(name, _)| *name == lower);
    let code = named
        .map(|(_, code)| (*code).to_owned())
        .or_else(|| tidied(&typed));
    given.reader.report(match code {
        Some(code) => found
            .label(format!("did you mean \"{code}\"?"))
            .fix(given.span(), format!("\"{code}\"")),
        None => found.label("not a code"),
    });
    None
}

fn is_code(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    let rest: Vec<_> = parts.collect();
    let letters = |part: &str, is: fn(&u8) -> bool| part.bytes().all(|byte| is(&byte));
    let country = |part: &str| {
        part.len() == 2 && letters(part, u8::is_ascii_uppercase)
            || part.len() == 3 && letters(part, u8::is_ascii_digit)
    };
    let script = |part: &str| {
        part.len() == 4
            && part.starts_with(|c: char| c.is_ascii_uppercase())
            && letters(&part[1..], u8::is_ascii_lowercase)
    };
    matches!(language.len(), 2 | 3)
        && letters(language, u8::is_ascii_lowercase)
        && match rest[..] {
            [] => true,
            [one] => country(one) || script(one),
            [one, two] => script(one) && country(two),
            _ => false,
        }
}

/// `EN`, `en_gb` and the like, as they should be.
fn tidied(text: &str) -> Option<String> {
    let (language, country) = match text.split_once(['-', '_']) {
        Some((language, country)) => (language, Some(country)),
        None => (text, None),
    };
    let code = match country {
        Some(country) => format!("{}-{}", language.to_lowercase(), country.to_uppercase()),
        None => language.to_lowercase(),
    };
    is_code(&code).then_some(code)
}

/// How the names of sound files end.
pub(crate) const SOUND_ENDINGS: [&str; 4] = ["wav", "flac", "ogg", "mp3"];

/// How the names of recordings end that softly cannot play; phones save the first of them.
pub(super) const OTHER_SOUNDS: [&str; 8] =
    ["m4a", "aac", "wma", "aiff", "aif", "amr", "opus", "3gp"];

/// What to do with a recording that softly cannot play.
pub(super) fn other_sound() -> &'static str {
    "Phones record .m4a, which softly cannot play: save the recording as .mp3, .ogg or .wav."
}

/// The name of a sound file beside the script.
pub(super) fn file(given: Given<'_, '_>) -> Option<Clean> {
    let name = text(given)?;
    let Some(why) = unsafe_name(&name) else {
        return Some(name);
    };
    let message = format!(
        "\"{}\" cannot be the name of a sound file here",
        quoted(&name)
    );
    let found = Diagnostic::error(Rule::BadFileName, given.span(), message).label(why);
    let lower = name.to_lowercase();
    let ends = |ending: &&str| {
        lower
            .strip_suffix(ending)
            .is_some_and(|stem| stem.ends_with('.'))
    };
    let found = if OTHER_SOUNDS.iter().any(ends) {
        found.help(other_sound())
    } else {
        found
    };
    given.reader.report(
        found
            .help("Put the sound beside this file, or into a folder beside it, and name it like this: \"voice/welcome.ogg\".")
            .help("Names have letters, digits, spaces, - _ . ( ) and ', and end in .wav, .flac, .ogg or .mp3."),
    );
    None
}

/// Names that mean a device on Windows, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Why a name could lead somewhere else, if it could.
fn unsafe_name(name: &str) -> Option<&'static str> {
    let is_letter = |c: char| c.is_alphanumeric() || " -_.()'/".contains(c);
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let parts: Vec<&str> = name.split('/').collect();
    if name.contains('\\') {
        Some("folders are separated with / here")
    } else if name.starts_with('/') || name.contains(':') {
        Some("it has to lie beside this file")
    } else if parts.iter().any(|part| part.starts_with("..")) {
        Some("it has to lie beside this file, or below")
    } else if name.chars().count() > FILE_NAME_CHARS {
        Some("this name is too long")
    } else if parts.len() > 3 {
        Some("too many folders")
    } else if !name.chars().all(is_letter) {
        Some("it has a character in it that file names should not have")
    } else if parts.iter().any(|part| is_awkward(part)) {
        Some("a name cannot begin or end with a point or a space")
    } else if parts.iter().any(|part| is_device(part)) {
        Some("this name means a device on some machines")
    } else if !ending.is_some_and(|ending| SOUND_ENDINGS.contains(&&*ending)) {
        Some("not the ending of a sound file")
    } else {
        None
    }
}

fn is_awkward(part: &str) -> bool {
    part.is_empty() || part.starts_with(['.', ' ']) || part.ends_with(['.', ' '])
}

fn is_device(part: &str) -> bool {
    let stem = part
        .split('.')
        .next()
        .unwrap_or_default()
        .trim()
        .to_lowercase();
    let numbered = |name: &str| {
        stem.strip_prefix(name)
            .is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(char::is_numeric))
    };
    DEVICES.contains(&&*stem) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_in_its_folder_on_every_system() {
        let fine = [
            "a.ogg",
            "voice/welcome 1.OGG",
            "a/b/c.wav",
            "Jane's (1).mp3",
            "größe.flac",
        ];
        for name in fine {
            assert_eq!(unsafe_name(name), None, "{name}");
        }
        let unsafe_ones = [
            "/etc/a.ogg",
            "../a.ogg",
            "a/../../b.ogg",
            "a\\b.ogg",
            "C:/a.ogg",
            "a//b.ogg",
            "./a.ogg",
            ".hidden.ogg",
            "a /b.ogg",
            "con.ogg",
            "COM1.wav",
            "sub/nul.mp3",
            "lpt¹.wav",
            "a.exe",
            "a",
            "ogg",
            "a/b/c/d.ogg",
            "http://x/a.ogg",
            "a|b.ogg",
            "$(x).ogg",
            "~/a.ogg",
            "a\u{2215}b.ogg",
            "...ogg",
            "",
        ];
        for name in unsafe_ones {
            assert!(unsafe_name(name).is_some(), "{name}");
        }
    }

    #[test]
    fn codes_of_languages_are_told_from_their_names() {
        for code in [
            "en",
            "de",
            "pt-BR",
            "es-419",
            "zh-Hant",
            "zh-Hant-TW",
            "gsw",
        ] {
            assert!(is_code(code), "{code}");
        }
        for other in [
            "EN",
            "english",
            "e",
            "en_GB",
            "en-gb",
            "de-",
            "",
            "en-GB-x-y",
        ] {
            assert!(!is_code(other), "{other}");
        }
        assert_eq!(tidied("en_gb").as_deref(), Some("en-GB"));
        assert_eq!(tidied("klingon"), None);
    }

    #[test]
    fn only_days_that_there_are() {
        assert!(real_day(2028, 2, 29).is_some());
        for (year, month, day) in [
            (2026, 2, 29),
            (2026, 13, 1),
            (2026, 4, 31),
            (26, 1, 1),
            (2026, 1, 0),
        ] {
            assert!(real_day(year, month, day).is_none(), "{year}-{month}-{day}");
        }
    }
}
