//! The languages that softly speaks: for its own words, and for everything that comes with it.
//!
//! Sessions of somebody's own can be in any language; their `language` is a code, not one of these.
//! Nothing here reads the environment: what it says is handed in.

use std::sync::OnceLock;

/// A language that softly speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// The one that softly is written in.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its short code, as a file has it after `language`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What those who speak it call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language with a code, wherever it is spoken: `de`, `de-AT`, `de_CH.UTF-8`.
    pub fn of_code(code: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|language| are_one(code, language.code()))
    }

    /// The language of a file, from the code it gives. A file that gives none is in English.
    pub fn of_file(code: Option<&str>) -> Option<Self> {
        code.map_or(Some(Self::English), Self::of_code)
    }

    /// The language that the environment asks for, found as every translated program finds it.
    ///
    /// `LC_ALL`, `LC_MESSAGES` and `LANG` name a locale, the first that is set. Where it is not the
    /// plain one, `C`, the list in `LANGUAGE` goes first. What softly does not speak is English.
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set);
        let Some(locale) = locale.filter(|locale| !is_plain(locale)) else {
            return Self::English;
        };
        let list = set(&"LANGUAGE").unwrap_or(locale);
        let mut wished = list.split(':').filter(|wish| !wish.is_empty());
        let spoken = wished.find_map(|wish| {
            let plain = is_plain(wish).then_some(Self::English);
            plain.or_else(|| Self::of_code(wish))
        });
        spoken.unwrap_or_default()
    }
}

/// Whether a locale is the plain one, in which programs speak as they were written.
fn is_plain(locale: &str) -> bool {
    matches!(first_part(locale), "C" | "POSIX")
}

/// Whether two codes mean the same language, wherever it is spoken.
pub fn are_one(code: &str, other: &str) -> bool {
    first_part(code).eq_ignore_ascii_case(first_part(other))
}

/// The part of a code or a locale that names the language: `pt` of `pt-BR`, `de` of `de_AT.UTF-8`.
pub fn first_part(code: &str) -> &str {
    code.split(['-', '_', '.', '@']).next().unwrap_or(code)
}

/// One thing for each language, each made when it is first asked for.
#[derive(Debug)]
pub struct EachLanguage<T>([OnceLock<T>; Language::ALL.len()]);

impl<T> EachLanguage<T> {
    /// Nothing is made yet.
    pub const fn new() -> Self {
        Self([const { OnceLock::new() }; Language::ALL.len()])
    }

    /// The one for a language, made now if nobody has asked for it before.
    pub fn of(&self, language: Language, make: impl FnOnce() -> T) -> &T {
        self.0[language as usize].get_or_init(make)
    }
}

impl<T> Default for EachLanguage<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, German};

    #[test]
    fn a_language_is_known_by_the_first_part_of_its_code() {
        let table = [
            ("de", Some(German)),
            ("de-AT", Some(German)),
            ("DE_ch.UTF-8", Some(German)),
            ("de.ISO-8859-1", Some(German)),
            ("de@euro", Some(German)),
            ("en-GB", Some(English)),
            ("deu", None),
            ("fr", None),
            ("", None),
        ];
        for (code, language) in table {
            assert_eq!(Language::of_code(code), language, "{code:?}");
        }
        assert_eq!(Language::of_file(None), Some(English));
        assert_eq!(Language::of_file(Some("de")), Some(German));
        assert_eq!(Language::of_file(Some("fr")), None);
    }

    #[test]
    fn the_environment_is_understood_as_every_translated_program_does() {
        let table: [(&[(&str, &str)], Language); 18] = [
            (&[], English),
            (&[("LANG", "de_DE.UTF-8")], German),
            (&[("LANG", "de")], German),
            (&[("LANG", "de_AT")], German),
            (&[("LANG", "en_GB.UTF-8")], English),
            (&[("LANG", "fr_FR.UTF-8")], English),
            (&[("LC_MESSAGES", "de_DE"), ("LANG", "en_US")], German),
            (&[("LC_MESSAGES", "en_US"), ("LANG", "de_DE")], English),
            (&[("LC_ALL", "de_DE"), ("LC_MESSAGES", "en_US")], German),
            (&[("LC_ALL", ""), ("LANG", "de_DE")], German),
            (&[("LC_ALL", "C"), ("LANG", "de_DE")], English),
            (&[("LC_ALL", "C.UTF-8"), ("LANG", "de_DE")], English),
            (&[("LC_CTYPE", "de_DE.UTF-8")], English),
            (&[("LANGUAGE", "de"), ("LANG", "en_US")], German),
            (&[("LANGUAGE", "fr:de:en"), ("LANG", "en_US")], German),
            (&[("LANGUAGE", "en_GB:de"), ("LANG", "de_DE")], English),
            (&[("LANGUAGE", "fr:it"), ("LANG", "de_DE")], English),
            (&[("LANGUAGE", "de"), ("LC_ALL", "POSIX")], English),
        ];
        for (variables, language) in table {
            let found = Language::of_environment(|name| {
                let set = variables.iter().find(|(known, _)| *known == name);
                set.map(|(_, value)| (*value).to_owned())
            });
            assert_eq!(found, language, "{variables:?}");
        }
        let nothing_first = Language::of_environment(|name| {
            Some(if name == "LANGUAGE" { ":de" } else { "en_US" }.to_owned())
        });
        assert_eq!(nothing_first, German);
    }

    #[test]
    fn each_language_has_one_of_a_thing() {
        let things: EachLanguage<&str> = EachLanguage::new();
        assert_eq!(things.of(German, || "eins"), &"eins");
        assert_eq!(things.of(English, || "one"), &"one");
        assert_eq!(things.of(German, || "zwei"), &"eins");
    }

    #[test]
    fn no_two_languages_have_a_code_or_a_name_in_common() {
        for (index, language) in Language::ALL.iter().enumerate() {
            assert_eq!(*language as usize, index);
            for other in &Language::ALL[..index] {
                assert_ne!(language.code(), other.code());
                assert_ne!(language.own_name(), other.own_name());
            }
        }
    }
}
