//! The two sets of words for the pelvic region, and how a text is said in the one that was chosen.
//!
//! Words are neutral unless a person asks for plain anatomical ones. A file that has both says so
//! line by line: the neutral line, and the one that stands for it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::text::Clean;

/// Which words are used for the pelvic region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Wording {
    /// Landmarks that anybody may overhear: the base of the pelvis, the sit-bones.
    #[default]
    Neutral,
    /// The names that anatomy has for them.
    Anatomical,
}

impl Wording {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Neutral => Self::Anatomical,
            Self::Anatomical => Self::Neutral,
        }
    }
}

/// The lines of a file that are said in other words where anatomical ones were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rewording {
    lines: BTreeMap<Clean, Clean>,
}

impl Rewording {
    /// From pairs of a neutral line and its anatomical one.
    pub fn new(lines: impl IntoIterator<Item = (Clean, Clean)>) -> Self {
        Self {
            lines: lines.into_iter().collect(),
        }
    }

    /// The pairs, by their neutral lines.
    pub fn lines(&self) -> impl Iterator<Item = (&Clean, &Clean)> {
        self.lines.iter()
    }

    /// Whether every line is said as it stands.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A text in these words.
    pub fn say<'a>(&'a self, text: &'a Clean, wording: Wording) -> &'a Clean {
        match wording {
            Wording::Neutral => text,
            Wording::Anatomical => self.lines.get(text).unwrap_or(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_that_have_other_words_change() {
        let clean = Clean::from_shown;
        let rewording = Rewording::new([(clean("low down"), clean("the pelvic floor"))]);
        let say = |text: &str, wording| rewording.say(&clean(text), wording).to_string();
        assert_eq!(say("low down", Wording::Neutral), "low down");
        assert_eq!(say("low down", Wording::Anatomical), "the pelvic floor");
        assert_eq!(say("the jaw", Wording::Anatomical), "the jaw");
        assert_eq!(Wording::Neutral.other().other(), Wording::Neutral);
    }
}
