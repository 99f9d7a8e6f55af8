//! What a person chose and wants to find again: a few lines of text, written only when they choose
//! something, in a file they can read, change and delete.
//!
//! Reading is lenient, because the file belongs to the person: what cannot be read counts as not
//! chosen. Nothing here opens files.

use std::fmt::Write;

use toml::de::{DeTable, DeValue};

use crate::settings::{Chosen, Remembers, Setting, Settings};
use crate::text::Clean;
use crate::wording::Wording;

/// The longest name of a session or a programme that is believed, in bytes: above any name of a
/// file, and short enough to be told.
const LONGEST_NAME: usize = 1_000;
/// The most favourites that are believed.
const MOST_FAVOURITES: usize = 500;

/// Everything that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Which words are used for the pelvic region.
    pub wording: Wording,
    /// What was set for every session.
    pub settings: Settings,
    /// The short names of the sessions that were marked, in the order in which they were.
    pub favourites: Vec<Clean>,
    /// The short name of the last practice. It is kept only where the settings say so.
    pub last: Option<Clean>,
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

    /// Keeps what was set. The last practice is forgotten with the wish to remember it.
    pub fn set(&mut self, chosen: Chosen) {
        self.settings.choose(chosen);
        if self.settings.remembers == Remembers::Nothing {
            self.last = None;
        }
    }

    /// Whether a session was marked, by its short name.
    pub fn is_favourite(&self, id: &str) -> bool {
        self.favourites.iter().any(|favourite| &**favourite == id)
    }

    /// Marks a session, or takes the mark away.
    pub fn mark(&mut self, id: &Clean) {
        let before = self.favourites.len();
        self.favourites.retain(|favourite| favourite != id);
        if self.favourites.len() == before {
            self.favourites.push(id.clone());
        }
    }

    /// Remembers the last practice, where the settings say so, and otherwise none.
    pub fn practised(&mut self, id: Option<&Clean>) {
        let remembers = self.settings.remembers == Remembers::Last;
        self.last = id.filter(|_| remembers).cloned();
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
            favourites: marked(self.favourites, &before.favourites, &after.favourites),
            last: if before.last == after.last {
                self.last
            } else {
                after.last.clone()
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
        let name = |key: &str| text(key).filter(|name| name.len() <= LONGEST_NAME);
        let settings = settings(text);
        let remembers = settings.remembers == Remembers::Last;
        Self {
            wording: match text("words") {
                Some("anatomical") => Wording::Anatomical,
                _ => Wording::Neutral,
            },
            settings,
            favourites: favourites(table),
            last: name("last").filter(|_| remembers).map(Clean::from_shown),
            following: name("programme").map(|programme| Following {
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
        if !self.favourites.is_empty() {
            let names: Vec<String> = self.favourites.iter().map(quoted).collect();
            let _ = writeln!(text, "favourites = [{}]", names.join(", "));
        }
        let remembers = self.settings.remembers == Remembers::Last;
        if let Some(last) = self.last.as_ref().filter(|_| remembers) {
            let _ = writeln!(text, "last = {}", quoted(last));
        }
        if let Some(following) = &self.following {
            let (programme, week) = (quoted(&following.programme), following.week);
            let _ = writeln!(text, "programme = {programme}\nweek = {week}");
            if following.with_therapist {
                text.push_str("with-therapist = true\n");
            }
        }
        text
    }
}

/// A name as the file has it. A quotation mark or a backslash would end or change the text; nothing
/// else could, because the text is clean.
fn quoted(name: &Clean) -> String {
    let name = name.replace('\\', r"\\").replace('"', r#"\""#);
    format!("\"{name}\"")
}

/// The sessions that a file says were marked, each once.
fn favourites(table: &DeTable<'_>) -> Vec<Clean> {
    let listed = table.get("favourites").map(toml::Spanned::get_ref);
    let Some(DeValue::Array(listed)) = listed else {
        return Vec::new();
    };
    let mut favourites: Vec<Clean> = Vec::new();
    for name in listed {
        let DeValue::String(name) = name.get_ref() else {
            continue;
        };
        let name = Clean::from_shown(name);
        if name.len() <= LONGEST_NAME && !favourites.contains(&name) {
            favourites.push(name);
        }
        if favourites.len() == MOST_FAVOURITES {
            break;
        }
    }
    favourites
}

/// Marks with those that somebody has just made or taken away, each for itself.
fn marked(mut marks: Vec<Clean>, before: &[Clean], after: &[Clean]) -> Vec<Clean> {
    marks.retain(|name| !before.contains(name) || after.contains(name));
    for name in after {
        if !before.contains(name) && !marks.contains(name) {
            marks.push(name.clone());
        }
    }
    marks
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

    fn names(names: &[&str]) -> Vec<Clean> {
        names.iter().map(|name| Clean::from_shown(name)).collect()
    }

    #[test]
    fn favourites_are_found_again_in_their_order_and_each_once() {
        let mut kept = Kept::default();
        for name in ["legs-resting", "my \"own\" \\ file", "übung", "a-few-sighs"] {
            kept.mark(&Clean::from_shown(name));
        }
        kept.mark(&Clean::from_shown("übung"));
        assert_eq!(
            kept.favourites,
            names(&["legs-resting", "my \"own\" \\ file", "a-few-sighs"])
        );
        assert_eq!(Kept::read(&kept.write()), kept, "{}", kept.write());
        assert!(kept.is_favourite("a-few-sighs") && !kept.is_favourite("übung"));
        let odd = Kept::read("favourites = [3, \"a\", [\"b\"], \"a\", \"c\"]");
        assert_eq!(odd.favourites, names(&["a", "c"]));
        let many: Vec<String> = (0..9_999).map(|n| format!("\"{n}\"")).collect();
        let many = Kept::read(&format!("favourites = [{}]", many.join(", ")));
        assert_eq!(many.favourites.len(), MOST_FAVOURITES);
    }

    #[test]
    fn the_last_practice_is_kept_only_where_the_settings_say_so() {
        let legs = Clean::from_shown("legs-resting");
        let mut kept = Kept::default();
        kept.practised(Some(&legs));
        assert!(kept.is_nothing());
        kept.settings.remembers = Remembers::Last;
        kept.practised(Some(&legs));
        assert_eq!(kept.last, Some(legs));
        assert_eq!(Kept::read(&kept.write()), kept);
        let mut forgetting = kept.clone();
        forgetting.set(Chosen::Remembers(Remembers::Nothing));
        assert!(forgetting.is_nothing());
        // Whoever changes the one line by hand need not know of the other.
        kept.settings.remembers = Remembers::Nothing;
        assert!(!kept.write().contains("legs"), "{}", kept.write());
        assert!(Kept::read("last = \"legs-resting\"").is_nothing());
    }

    #[test]
    fn what_two_windows_marked_is_kept_together() {
        let marked = |list: &[&str]| Kept {
            favourites: names(list),
            ..Kept::default()
        };
        let before = marked(&["a", "b"]);
        let here = marked(&["a", "b", "c"]);
        let there = marked(&["b", "d"]);
        let both = here.with_changes(&before, &there);
        assert_eq!(both.favourites, names(&["b", "c", "d"]));
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
