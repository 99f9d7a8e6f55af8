//! What a person chose and wants to find again: a few lines of text, written only when they choose
//! something, in a file they can read, change and delete.
//!
//! Reading is lenient, because the file belongs to the person: what cannot be read counts as not
//! chosen. Nothing here opens files.

use std::fmt::Write;

use toml::de::{DeTable, DeValue};

use crate::settings::{Setting, Settings};
use crate::text::Clean;
use crate::wording::Wording;

/// The longest name of a programme that is believed, in bytes: above any name of a file, and short
/// enough to be told.
const LONGEST_NAME: usize = 1_000;

/// Everything that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Which words are used for the pelvic region.
    pub wording: Wording,
    /// What was set for every session.
    pub settings: Settings,
    /// The programme that is followed, if one is.
    pub following: Option<Following>,
}

/// A programme that somebody follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    /// Its short name.
    pub programme: Clean,
    /// The week one is in, counted from 1. It moves on only when somebody asks.
    pub week: usize,
    /// Whether a therapist unlocked it with the person.
    pub with_therapist: bool,
}

impl Kept {
    /// Whether nothing has been chosen, so that there is nothing to keep.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// The same with what somebody has just changed. Anything else may have been chosen elsewhere
    /// meanwhile, in another window or on the command line, and stays.
    #[must_use]
    pub fn with_changes(self, before: &Self, after: &Self) -> Self {
        Self {
            wording: if before.wording == after.wording {
                self.wording
            } else {
                after.wording
            },
            following: if before.following == after.following {
                self.following
            } else {
                after.following.clone()
            },
            settings: changed(self.settings, before.settings, after.settings),
        }
    }

    /// Reads the text of the file.
    pub fn read(source: &str) -> Self {
        let (document, _) = DeTable::parse_recoverable(source);
        let table = document.get_ref();
        let text = |name: &str| match table.get(name).map(toml::Spanned::get_ref) {
            Some(DeValue::String(text)) => Some(text.as_ref()),
            _ => None,
        };
        let number = |name: &str| match table.get(name).map(toml::Spanned::get_ref) {
            Some(DeValue::Integer(number)) => number.as_str().parse().ok(),
            _ => None,
        };
        let yes = |name: &str| {
            let value = table.get(name).map(toml::Spanned::get_ref);
            matches!(value, Some(DeValue::Boolean(true)))
        };
        Self {
            wording: match text("words") {
                Some("anatomical") => Wording::Anatomical,
                _ => Wording::Neutral,
            },
            settings: settings(text),
            following: text("programme")
                .filter(|programme| programme.len() <= LONGEST_NAME)
                .map(|programme| Following {
                    programme: Clean::from_shown(programme),
                    week: number("week").unwrap_or(1).max(1),
                    with_therapist: yes("with-therapist"),
                }),
        }
    }

    /// The text of the file.
    pub fn write(&self) -> String {
        let mut text = String::from(
            "# What you chose in softly. Nothing else is kept, and nothing is sent anywhere.\n\
             # You can change or delete this file whenever you like; softly forget does it, too.\n",
        );
        if self.wording == Wording::Anatomical {
            text.push_str("words = \"anatomical\"\n");
        }
        for chosen in self.settings.differing() {
            let (setting, choice) = (chosen.setting().name(), chosen.name());
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{setting} = \"{choice}\"");
        }
        if let Some(following) = &self.following {
            // A quotation mark or a backslash would end or change the text. Nothing else could:
            // the text is clean.
            let programme = following
                .programme
                .replace('\\', r"\\")
                .replace('"', r#"\""#);
            // Writing to a String cannot fail.
            let week = following.week;
            let _ = writeln!(text, "programme = \"{programme}\"\nweek = {week}");
            if following.with_therapist {
                text.push_str("with-therapist = true\n");
            }
        }
        text
    }
}

/// The settings of a file, from the text that it has for a name.
fn settings<'a>(text: impl Fn(&str) -> Option<&'a str>) -> Settings {
    let mut settings = Settings::default();
    for setting in Setting::ALL {
        let choice = text(setting.name()).and_then(|name| setting.choice(name));
        if let Some(choice) = choice {
            settings.choose(choice);
        }
    }
    settings
}

/// Settings with what somebody has just changed, each for itself.
fn changed(mut settings: Settings, before: Settings, after: Settings) -> Settings {
    for setting in Setting::ALL {
        let chosen = after.chosen(setting);
        if before.chosen(setting) != chosen {
            settings.choose(chosen);
        }
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let following = |week, with_therapist| {
            Some(Following {
                programme: Clean::from_shown("finding-softness"),
                week,
                with_therapist,
            })
        };
        for (wording, following) in [
            (Wording::Neutral, None),
            (Wording::Anatomical, None),
            (Wording::Neutral, following(3, false)),
            (Wording::Anatomical, following(1, true)),
        ] {
            let kept = Kept {
                wording,
                following,
                ..Kept::default()
            };
            assert_eq!(Kept::read(&kept.write()), kept, "{}", kept.write());
            assert!(kept.write().is_ascii());
        }
    }

    #[test]
    fn settings_are_found_again_and_what_was_left_alone_is_not_written() {
        for setting in Setting::ALL {
            for choice in setting.choices() {
                let mut kept = Kept::default();
                kept.settings.choose(choice);
                let text = kept.write();
                assert_eq!(Kept::read(&text), kept, "{text}");
                let is_usual = kept.is_nothing();
                assert_eq!(text.contains(setting.name()), !is_usual, "{text}");
            }
        }
        let odd = Kept::read("picture = 3\ntheme = \"loud\"\nmotion = \"reduced\"");
        assert_eq!(odd.settings.moves, crate::settings::Moves::Reduced);
        assert_eq!(odd.settings.differing().count(), 1);
    }

    #[test]
    fn what_two_windows_set_is_kept_together() {
        let set = |kept: &Kept, chosen| {
            let mut kept = kept.clone();
            kept.settings.choose(chosen);
            kept
        };
        let nothing = Kept::default();
        let orb = set(&nothing, Setting::Picture.choice("orb").unwrap());
        let quiet = set(&nothing, Setting::Heard.choice("off").unwrap());
        let both = orb.clone().with_changes(&nothing, &quiet);
        assert_eq!(both.settings.differing().count(), 2);
        let back = both.with_changes(&quiet, &nothing);
        assert_eq!(back, orb);
    }

    #[test]
    fn a_programme_is_found_again_whatever_its_file_is_called() {
        for name in ["my \"best\" weeks", "back\\slash", "atem-übung", "it's"] {
            let kept = Kept {
                following: Some(Following {
                    programme: Clean::from_shown(name),
                    week: 2,
                    with_therapist: false,
                }),
                ..Kept::default()
            };
            assert_eq!(Kept::read(&kept.write()), kept, "{}", kept.write());
        }
    }

    #[test]
    fn what_cannot_be_read_counts_as_not_chosen() {
        for source in [
            "",
            "\u{0}",
            "words = 3",
            "words = \"loud\"",
            "week = 2",
            "programme = [1]\nwith-therapist = true",
            "words: anatomical",
        ] {
            assert!(Kept::read(source).is_nothing(), "{source:?}");
        }
        let endless = format!("programme = \"{}\"", "a".repeat(200_000));
        assert!(Kept::read(&endless).is_nothing(), "no file has such a name");
        let odd = Kept::read("programme = \"a\"\nweek = -4\nwith-therapist = \"yes\"\nfuture = 1");
        let following = odd.following.unwrap();
        assert_eq!((following.week, following.with_therapist), (1, false));
    }
}
