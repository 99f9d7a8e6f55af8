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

/// The cards that programmes can name, each with its title.
const CARDS: [(&str, &str); 12] = [
    ("breath-and-floor", "Breath and floor"),
    ("easy-not-big", "Easy, not big"),
    ("nothing-felt-is-fine", "Nothing felt is fine"),
    ("why-holding-happens", "Why holding happens"),
    ("you-choose-the-anchor", "You choose the anchor"),
    ("bowel", "Bowel"),
    ("bladder", "Bladder"),
    ("everyday-holding", "Everyday holding"),
    ("about-squeezing", "About squeezing"),
    ("what-a-pelvic-pt-can-do", "What a pelvic PT can do"),
    ("yes-no-and-not-today", "Yes, no, and not today"),
    ("when-to-get-help", "When to get help"),
];

/// The short names of the cards.
pub fn card_names() -> impl Iterator<Item = &'static str> + Clone {
    CARDS.iter().map(|(id, _)| *id)
}

/// The title of a card.
pub fn card_title(id: &str) -> Option<&'static str> {
    let card = CARDS.iter().find(|(known, _)| *known == id);
    card.map(|(_, title)| *title)
}
