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
}

macro_rules! built_in {
    ($($id:literal),* $(,)?) => {
        &[$(BuiltIn { id: $id, text: include_str!(concat!("../sessions/", $id, ".toml")) },)*]
    };
}

macro_rules! programmes {
    ($($id:literal),* $(,)?) => {
        &[$(BuiltIn { id: $id, text: include_str!(concat!("../sessions/programmes/", $id, ".toml")) },)*]
    };
}

/// All built-in programmes, in the order in which they are offered.
pub const fn programmes() -> &'static [BuiltIn] {
    programmes!["finding-softness", "settling-first", "soft-then-moving"]
}

/// All built-in scripts, in the order in which they are offered.
pub const fn built_in() -> &'static [BuiltIn] {
    built_in![
        "first-soft-breaths",
        "legs-resting",
        "supported-butterfly",
        "side-lying-nest",
        "childs-pose-supported",
        "slow-rocking",
        "jaw-and-base",
        "choose-your-path-scan",
        "landing-in-the-room",
        "a-few-sighs",
        "one-minute-soften",
        "before-an-appointment",
        "toilet-time",
        "urge-wave",
        "happy-baby-supported",
        "front-lying-rest",
        "low-supported-squat",
        "notice-and-release",
    ]
}
