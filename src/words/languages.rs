//! The names of languages, for the one line that says what a session is written in.
//!
//! Only the first part of a code counts: `pt-BR` is Portuguese.

use crate::language::{Language, are_one};

/// What a language, by its code, is called in one that softly speaks.
pub(super) fn name(code: &str, spoken: Language) -> Option<&'static str> {
    let known = NAMES.iter().find(|(known, _)| are_one(code, known));
    known.map(|(_, names)| names[spoken as usize])
}

/// Codes, and their names in every language that softly speaks, in the order of these.
const NAMES: [(&str, [&str; Language::ALL.len()]); 47] = [
    ("ar", ["Arabic", "Arabisch"]),
    ("bg", ["Bulgarian", "Bulgarisch"]),
    ("bn", ["Bengali", "Bengalisch"]),
    ("ca", ["Catalan", "Katalanisch"]),
    ("cs", ["Czech", "Tschechisch"]),
    ("cy", ["Welsh", "Walisisch"]),
    ("da", ["Danish", "Dänisch"]),
    ("de", ["German", "Deutsch"]),
    ("el", ["Greek", "Griechisch"]),
    ("en", ["English", "Englisch"]),
    ("es", ["Spanish", "Spanisch"]),
    ("et", ["Estonian", "Estnisch"]),
    ("eu", ["Basque", "Baskisch"]),
    ("fa", ["Persian", "Persisch"]),
    ("fi", ["Finnish", "Finnisch"]),
    ("fr", ["French", "Französisch"]),
    ("ga", ["Irish", "Irisch"]),
    ("gl", ["Galician", "Galicisch"]),
    ("he", ["Hebrew", "Hebräisch"]),
    ("hi", ["Hindi", "Hindi"]),
    ("hr", ["Croatian", "Kroatisch"]),
    ("hu", ["Hungarian", "Ungarisch"]),
    ("id", ["Indonesian", "Indonesisch"]),
    ("is", ["Icelandic", "Isländisch"]),
    ("it", ["Italian", "Italienisch"]),
    ("ja", ["Japanese", "Japanisch"]),
    ("ko", ["Korean", "Koreanisch"]),
    ("lt", ["Lithuanian", "Litauisch"]),
    ("lv", ["Latvian", "Lettisch"]),
    ("nb", ["Norwegian", "Norwegisch"]),
    ("nl", ["Dutch", "Niederländisch"]),
    ("nn", ["Norwegian", "Norwegisch"]),
    ("no", ["Norwegian", "Norwegisch"]),
    ("pl", ["Polish", "Polnisch"]),
    ("pt", ["Portuguese", "Portugiesisch"]),
    ("ro", ["Romanian", "Rumänisch"]),
    ("ru", ["Russian", "Russisch"]),
    ("sk", ["Slovak", "Slowakisch"]),
    ("sl", ["Slovenian", "Slowenisch"]),
    ("sr", ["Serbian", "Serbisch"]),
    ("sv", ["Swedish", "Schwedisch"]),
    ("ta", ["Tamil", "Tamil"]),
    ("th", ["Thai", "Thailändisch"]),
    ("tr", ["Turkish", "Türkisch"]),
    ("uk", ["Ukrainian", "Ukrainisch"]),
    ("vi", ["Vietnamese", "Vietnamesisch"]),
    ("zh", ["Chinese", "Chinesisch"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_the_first_part_of_its_code() {
        let table = [
            ("de", Some(["German", "Deutsch"])),
            ("pt-BR", Some(["Portuguese", "Portugiesisch"])),
            ("EN-gb", Some(["English", "Englisch"])),
            ("zh_TW", Some(["Chinese", "Chinesisch"])),
            ("tlh", None),
            ("", None),
        ];
        for (code, names) in table {
            for spoken in Language::ALL {
                let wanted = names.map(|names| names[spoken as usize]);
                assert_eq!(name(code, spoken), wanted, "{code}");
            }
        }
    }

    #[test]
    fn what_softly_speaks_has_its_own_name_there() {
        for language in Language::ALL {
            assert_eq!(name(language.code(), language), Some(language.own_name()));
        }
    }
}
