//! Who speaks here: a word in each language is spoken to see, unheard.

use super::Finding;

#[cfg(not(feature = "sound"))]
pub(super) fn voice() -> Finding {
    let found = "none, as this build of softly is silent".to_owned();
    ("voice", found, None)
}

#[cfg(feature = "sound")]
pub(super) fn voice() -> Finding {
    speaks::voice()
}

#[cfg(feature = "sound")]
mod speaks {
    use super::Finding;
    use crate::language::Language;
    use crate::shell::voice::{Speaker, only_speaks_aloud};

    pub(super) fn voice() -> Finding {
        let who = Language::ALL.map(|language| (name(language), speaker(language)));
        let advice = advice(&who);
        ("voice", told(&who), advice)
    }

    const fn name(language: Language) -> &'static str {
        match language {
            Language::English => "English",
            Language::German => "German",
        }
    }

    /// Who speaks a language, seen by a word of it.
    fn speaker(language: Language) -> Option<&'static str> {
        let word = match language {
            Language::English => "Softly.",
            Language::German => "Sanft.",
        };
        let mut speaker = Speaker::new(language.code());
        speaker.speak(word).ok()?;
        Some(speaker.engine()?.name())
    }

    pub(super) type Who = [(&'static str, Option<&'static str>); Language::ALL.len()];

    pub(super) fn told(who: &Who) -> String {
        if who.iter().all(|(_, speaker)| speaker.is_none()) {
            return "none: a quiet signal tells where there are words".to_owned();
        }
        let speakers = who.iter().map(|(language, speaker)| {
            let speaker = speaker.unwrap_or("nobody");
            format!("{speaker} for {language}")
        });
        speakers.collect::<Vec<_>>().join(", ")
    }

    fn advice(who: &Who) -> Option<&'static str> {
        if who.iter().all(|(_, speaker)| speaker.is_some()) {
            return None;
        }
        if cfg!(target_os = "macos") {
            return Some("System Settings, Accessibility, Spoken Content has voices to add.");
        }
        if cfg!(windows) {
            return Some("Settings, Time and language, Speech has voices to add.");
        }
        if only_speaks_aloud() {
            return Some(
                "speech-dispatcher is here, but gives no sound away. apt install espeak-ng, or your \
                 system's package of that name, brings a voice.",
            );
        }
        Some("apt install espeak-ng, or your system's package of that name, brings one.")
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn it_is_told_who_speaks_which_language() {
            let table: [(Who, &str); 3] = [
                (
                    [("English", Some("piper")), ("German", Some("espeak-ng"))],
                    "piper for English, espeak-ng for German",
                ),
                (
                    [("English", Some("say")), ("German", None)],
                    "say for English, nobody for German",
                ),
                (
                    [("English", None), ("German", None)],
                    "none: a quiet signal tells where there are words",
                ),
            ];
            for (who, expected) in table {
                assert_eq!(told(&who), expected);
            }
        }
    }
}
