//! The sessions and programmes that softly comes with, embedded as the text they are written in.
//!
//! They are read and checked like any other file; nothing about them is special.

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

macro_rules! sessions {
    ($($group:ident: [$($id:literal),* $(,)?]),* $(,)?) => {
        &[$($(BuiltIn {
            id: $id,
            text: include_str!(concat!("../sessions/", $id, ".toml")),
            group: Some(Group::$group),
        },)*)*]
    };
}

macro_rules! programmes {
    ($($id:literal),* $(,)?) => {
        &[$(BuiltIn {
            id: $id,
            text: include_str!(concat!("../sessions/programmes/", $id, ".toml")),
            group: None,
        },)*]
    };
}

/// All built-in programmes, in the order in which they are offered.
pub const fn programmes() -> &'static [BuiltIn] {
    programmes!["finding-softness", "settling-first", "soft-then-moving"]
}

/// All built-in scripts, in the order in which they are offered, group by group.
pub const fn built_in() -> &'static [BuiltIn] {
    sessions![
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
}

/// The group of a built-in session.
pub fn group_of(id: &str) -> Option<Group> {
    built_in().iter().find(|script| script.id == id)?.group
}
