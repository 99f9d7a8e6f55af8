//! The machine's own speech: which program there is to speak with, and lines as it speaks them.
//!
//! Everything is rendered ahead to samples. Nothing is played here, nothing is written to disk that
//! stays there, and no line of a session can be more to a speech program than words.

mod child;
mod engines;
mod wave;
mod wording;

pub use engines::Engine;

use std::ffi::OsString;
use std::fmt;

use crate::score::Clip;

/// Which program a person wants to hear: the name of one, or `none`.
const WISH: &str = "SOFTLY_VOICE";

/// Why a line is not spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There are no words in it, or far too many.
    NoWords,
    /// The program has no voice for the language.
    NoVoice,
    /// It could not be run, or what it wrote is no sound.
    Failed,
    /// It took too long.
    TooSlow,
    /// It wrote without end.
    TooMuch,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoWords => "there is nothing to say",
            Self::NoVoice => "it has no voice for this language",
            Self::Failed => "it gave no sound",
            Self::TooSlow => "it took too long",
            Self::TooMuch => "it did not end",
        })
    }
}

/// The programs that may speak a language, the one to be asked first at the start; none where a
/// person wants none.
pub fn engines(language: &str) -> Vec<Engine> {
    wished(language, |name| std::env::var_os(name))
}

fn wished(language: &str, variable: impl Fn(&str) -> Option<OsString>) -> Vec<Engine> {
    let wish = variable(WISH).filter(|wish| !wish.is_empty());
    let mut engines = engines::all(variable);
    engines.retain(|engine| {
        wish.as_ref().is_none_or(|wish| wish == engine.name()) && engine.may_speak(language)
    });
    engines
}

/// Whether there is a program for speech-dispatcher, which speaks but gives nobody the sound.
pub fn only_speaks_aloud() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    engines::in_path(&path, "spd-say").is_some()
}

/// Somebody to ask for one line after the other: who fails at the first is not asked again.
#[derive(Debug)]
pub struct Speaker {
    engines: Vec<Engine>,
    language: String,
    has_spoken: bool,
}

impl Speaker {
    /// Whoever may speak a language.
    pub fn new(language: &str) -> Self {
        Self {
            engines: engines(language),
            language: language.to_owned(),
            has_spoken: false,
        }
    }

    /// Who is asked next.
    pub fn engine(&self) -> Option<&Engine> {
        self.engines.first()
    }

    /// A line, spoken.
    pub fn speak(&mut self, line: &str) -> Result<Clip, Why> {
        loop {
            let engine = self.engine().ok_or(Why::NoVoice)?;
            match engine.speak(&self.language, line) {
                Ok(clip) => {
                    self.has_spoken = true;
                    return Ok(clip);
                }
                Err(Why::NoWords) => return Err(Why::NoWords),
                Err(why) if self.has_spoken => return Err(why),
                Err(_) => self.engines.remove(0),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_person_may_choose_who_speaks_or_that_nobody_does() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        for name in ["espeak-ng", "espeak"] {
            let program = folder.path().join(name);
            std::fs::write(&program, "#!/bin/sh\nexit 1\n").unwrap();
            let runs = std::fs::Permissions::from_mode(0o700);
            std::fs::set_permissions(&program, runs).unwrap();
        }
        let names = |wish: &str| -> Vec<&str> {
            let engines = wished("en", |name| match name {
                "PATH" => Some(folder.path().as_os_str().to_owned()),
                WISH => Some(wish.into()),
                _ => None,
            });
            let names = engines.iter().map(Engine::name);
            names.filter(|name| *name != "say").collect()
        };
        assert_eq!(names(""), ["espeak-ng", "espeak"]);
        assert_eq!(names("espeak"), ["espeak"]);
        assert_eq!(names("none"), [""; 0]);
    }

    #[test]
    fn where_nobody_can_speak_a_line_has_no_clip() {
        let mut nobody = Speaker {
            engines: Vec::new(),
            language: "en".to_owned(),
            has_spoken: false,
        };
        assert_eq!(nobody.speak("Hello."), Err(Why::NoVoice));
        let missing = Engine {
            kind: engines::Kind::Espeak("espeak-ng"),
            program: "/nowhere/espeak-ng".into(),
        };
        let mut fails = Speaker {
            engines: vec![missing],
            ..nobody
        };
        assert_eq!(fails.speak("Hello."), Err(Why::NoVoice));
        assert!(fails.engine().is_none());
    }
}
