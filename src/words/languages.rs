//! The names of languages, for the one line that says what a session is written in.
//!
//! Only the first part of a code counts: `pt-BR` is Portuguese.

/// What a language is called in English.
pub(super) fn in_english(code: &str) -> Option<&'static str> {
    let first = main_part(code);
    let known = NAMES
        .iter()
        .find(|(known, _)| first.eq_ignore_ascii_case(known));
    known.map(|(_, name)| *name)
}

/// Whether two codes mean the same language, wherever it is spoken.
pub(super) fn are_one(code: &str, other: &str) -> bool {
    main_part(code).eq_ignore_ascii_case(main_part(other))
}

fn main_part(code: &str) -> &str {
    code.split(['-', '_']).next().unwrap_or(code)
}

const NAMES: [(&str, &str); 47] = [
    ("ar", "Arabic"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("ga", "Irish"),
    ("gl", "Galician"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("is", "Icelandic"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("nb", "Norwegian"),
    ("nl", "Dutch"),
    ("nn", "Norwegian"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("ta", "Tamil"),
    ("th", "Thai"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_the_first_part_of_its_code() {
        let table = [
            ("de", Some("German")),
            ("pt-BR", Some("Portuguese")),
            ("EN-gb", Some("English")),
            ("zh_TW", Some("Chinese")),
            ("tlh", None),
            ("", None),
        ];
        for (code, name) in table {
            assert_eq!(in_english(code), name, "{code}");
        }
        assert!(are_one("en-GB", "en") && !are_one("de", "en"));
    }
}
