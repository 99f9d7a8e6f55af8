//! The sessions and programmes that softly comes with, embedded as the text they are written in.
//!
//! They are read and checked like any other file; nothing about them is special. There is one of
//! each in every language, with the same short name.

use crate::language::Language;

/// A session or a programme that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// The short name by which it is played or followed.
    pub id: &'static str,
    /// The text of its file.
    pub text: &'static str,
    /// Where the list has it, if it is a session.
    pub group: Option<Group>,
}

/// What a session is for, as the list groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Where somebody new may begin, with the breath or without it.
    Beginning,
    /// Rest in a position that carries the body.
    Resting,
    /// Movement, and attention to the body.
    Noticing,
    /// Minutes in the middle of a day.
    Daily,
    /// What has more to take care of.
    Careful,
}

/// The files of one language, which lie in a folder below `sessions/`.
macro_rules! sessions {
    ($folder:literal, $($group:ident: [$($id:literal),* $(,)?]),* $(,)?) => {
        &[$($(BuiltIn {
            id: $id,
            text: include_str!(concat!("../sessions/", $folder, $id, ".toml")),
            group: Some(Group::$group),
        },)*)*]
    };
}

macro_rules! programmes {
    ($folder:literal, $($id:literal),* $(,)?) => {
        &[$(BuiltIn {
            id: $id,
            text: include_str!(concat!("../sessions/", $folder, "programmes/", $id, ".toml")),
            group: None,
        },)*]
    };
}

/// Which programmes there are: in every language the same, in the order in which they are offered.
macro_rules! all_programmes {
    ($folder:literal) => {
        programmes![
            $folder,
            "finding-softness",
            "settling-first",
            "soft-then-moving"
        ]
    };
}

/// Which sessions there are: in every language the same, in the order in which they are offered,
/// group by group.
macro_rules! all_sessions {
    ($folder:literal) => {
        sessions![
            $folder,
            Beginning: ["first-soft-breaths", "landing-in-the-room"],
            Resting: [
                "legs-resting",
                "supported-butterfly",
                "side-lying-nest",
                "childs-pose-supported",
            ],
            Noticing: ["slow-rocking", "jaw-and-base", "choose-your-path-scan"],
            Daily: [
                "a-few-sighs",
                "one-minute-soften",
                "before-an-appointment",
                "toilet-time",
                "urge-wave",
            ],
            Careful: [
                "happy-baby-supported",
                "front-lying-rest",
                "low-supported-squat",
                "notice-and-release",
            ],
        ]
    };
}

/// All built-in programmes in a language.
pub const fn programmes(language: Language) -> &'static [BuiltIn] {
    match language {
        Language::English => all_programmes![""],
        Language::German => all_programmes!["de/"],
    }
}

/// All built-in sessions in a language.
pub const fn built_in(language: Language) -> &'static [BuiltIn] {
    match language {
        Language::English => all_sessions![""],
        Language::German => all_sessions!["de/"],
    }
}

/// The names of all built-in sessions, which are the same in every language.
pub fn names() -> impl Iterator<Item = &'static str> {
    built_in(Language::English).iter().map(|script| script.id)
}

/// The group of a built-in session.
pub fn group_of(id: &str) -> Option<Group> {
    let mut all = built_in(Language::English).iter();
    all.find(|script| script.id == id)?.group
}
