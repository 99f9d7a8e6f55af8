//! What the parts of a session are called that are neither breath nor rest, and what is said about
//! them.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::Words;
use crate::session::Contract;
use crate::timeline::SpanKind;

/// The words in one language.
#[derive(Debug)]
pub struct PartWords {
    /// The label of a stretch that has neither sides nor a title.
    pub stretch: &'static str,
    /// The label of changing sides.
    pub swap: &'static str,
    /// The left side, and the right one, where an author has no words of their own for them.
    pub sides: [&'static str; 2],
    /// Small squeezes, as a title.
    pub contract: &'static str,
    /// A wait, as a title.
    pub wait: &'static str,
    /// The therapist's own exercise, as a title.
    pub external: &'static str,
    /// The label of a squeeze, and of letting go after it.
    pub squeeze: [&'static str; 2],
    /// How often and how long, in a whole sentence.
    pub squeezes: fn(&mut dyn Write, Contract) -> fmt::Result,
    /// How strong a squeeze may be, from percent of what one could do.
    pub effort: fn(&mut dyn Write, u8) -> fmt::Result,
    /// The label of what waits for a key.
    pub ready: &'static str,
    /// How to go on from there.
    pub go_on: &'static str,
    /// The same in plain mode.
    pub plain_go_on: &'static str,
    /// How long it lasts.
    pub until_key: &'static str,
}

impl Words {
    /// What a part of a session is called: by its author, or else by what it does. Where it is done
    /// on a side, the side is always named.
    pub fn part<'a>(&'a self, title: Option<&'a str>, kind: &'a SpanKind) -> Cow<'a, str> {
        let name = title.unwrap_or(match kind {
            SpanKind::Rest => self.steps[0],
            SpanKind::Breathe { .. } => self.steps[1],
            SpanKind::Ground { sense } => sense,
            SpanKind::Part { name } => name,
            SpanKind::Stretch { text, .. } => text,
            SpanKind::Swap { .. } => self.parts.swap,
            SpanKind::Contract(_) => self.parts.contract,
            SpanKind::Wait => self.parts.wait,
            SpanKind::External { .. } => self.parts.external,
            SpanKind::Move { position } => &position.title,
        });
        match kind {
            SpanKind::Swap { side } => format!("{name}: {side}").into(),
            SpanKind::Stretch {
                side: Some(side), ..
            } if !name.to_lowercase().contains(&side.to_lowercase()) => {
                format!("{}, {side}", name.trim_end_matches('.')).into()
            }
            _ => name.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::clean;
    use crate::words::ENGLISH;

    #[test]
    fn a_side_is_always_named() {
        let stretch = |text: &str, side: Option<&str>| SpanKind::Stretch {
            text: clean(text),
            side: side.map(clean),
        };
        let table = [
            (
                None,
                stretch("Lean to the left.", Some("left")),
                "Lean to the left.",
            ),
            (
                None,
                stretch("One knee up.", Some("left")),
                "One knee up, left",
            ),
            (
                None,
                stretch("Left knee up.", Some("left")),
                "Left knee up.",
            ),
            (None, stretch("Both knees up.", None), "Both knees up."),
            (
                Some("Hips"),
                stretch("Lean to the left.", Some("left")),
                "Hips, left",
            ),
            (
                None,
                SpanKind::Swap {
                    side: clean("right"),
                },
                "changing sides: right",
            ),
        ];
        for (title, kind, expected) in table {
            assert_eq!(ENGLISH.part(title, &kind), expected);
        }
    }
}
