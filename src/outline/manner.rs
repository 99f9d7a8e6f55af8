//! What each kind of step looks like in the picture and is called in the outline.
//!
//! A new kind of step needs one more arm in [`of`], and a fill of its own to go with it.

use crate::page::{Look, Tone};
use crate::session::Pattern;
use crate::timeline::SpanKind;
use crate::words::Words;

/// How a kind of step fills its part of the bar. The signs differ also without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fill {
    /// What the legend calls it.
    pub(super) name: &'static str,
    unicode: &'static str,
    ascii: &'static str,
    /// Its colour, where there is any.
    pub(super) tone: Tone,
}

impl Fill {
    /// The sign that fills a column.
    pub(super) fn sign(self, look: Look) -> &'static str {
        look.pick(self.unicode, self.ascii)
    }
}

/// What a span is like.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Manner {
    /// How it fills the bar.
    pub(super) fill: Fill,
    /// What happens in it, in some words; none where its sign says everything.
    pub(super) detail: Option<String>,
    /// The first and the last breath, where the breath is paced.
    pub(super) pace: Option<(Pattern, Pattern)>,
}

/// What a span of a kind is like.
pub(super) fn of(words: &Words, kind: &SpanKind, own_pace: bool) -> Manner {
    let words = &words.outline;
    match kind {
        SpanKind::Rest => Manner {
            fill: Fill {
                name: words.rest,
                unicode: "░",
                ascii: ".",
                tone: Tone::Quiet,
            },
            detail: None,
            pace: None,
        },
        SpanKind::Ground { sense } => Manner {
            fill: Fill {
                name: words.senses[0],
                unicode: "▒",
                ascii: "o",
                tone: Tone::Second,
            },
            detail: Some(format!("{} {sense}", words.senses[1])),
            pace: None,
        },
        SpanKind::Breathe { breaths, from, to } => {
            let mut detail = String::new();
            // Writing to a String cannot fail.
            let _ = if own_pace {
                (words.own_breaths)(&mut detail, *breaths)
            } else {
                (words.breaths)(&mut detail, *breaths, *from, *to)
            };
            Manner {
                fill: Fill {
                    name: words.breathing,
                    unicode: "█",
                    ascii: "#",
                    tone: Tone::Accent,
                },
                detail: Some(detail),
                pace: (!own_pace).then_some((*from, *to)),
            }
        }
    }
}
