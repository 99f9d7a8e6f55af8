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
    thin: &'static str,
    /// Its colour, where there is any.
    pub(super) tone: Tone,
}

impl Fill {
    /// The sign that fills a column.
    pub(super) fn sign(self, look: Look) -> &'static str {
        look.pick(self.unicode, self.ascii)
    }

    /// The same as a line, for a bar among words.
    pub(super) fn thin_sign(self, look: Look) -> &'static str {
        look.pick(self.thin, self.ascii)
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

impl Manner {
    /// Something that is not paced.
    const fn unpaced(fill: Fill, detail: Option<String>) -> Self {
        Self {
            fill,
            detail,
            pace: None,
        }
    }
}

/// What a span of a kind is like.
pub(super) fn of(all: &Words, kind: &SpanKind, own_pace: bool) -> Manner {
    let words = &all.outline;
    let fill = |name, [unicode, thin, ascii]: [&'static str; 3], tone| Fill {
        name,
        unicode,
        ascii,
        thin,
        tone,
    };
    let waits = fill(words.waits, ["◦", "◦", "~"], Tone::Quiet);
    let mut detail = String::new();
    // Writing to a String cannot fail.
    match kind {
        SpanKind::Rest | SpanKind::Swap { .. } => {
            Manner::unpaced(fill(words.rest, ["░", "─", "."], Tone::Quiet), None)
        }
        SpanKind::Ground { sense } => Manner::unpaced(
            fill(words.senses[0], ["▒", "┄", "o"], Tone::Second),
            Some(format!("{} {sense}", words.senses[1])),
        ),
        SpanKind::Breathe { breaths, from, to } => {
            let _ = if own_pace {
                (words.own_breaths)(&mut detail, *breaths)
            } else {
                (words.breaths)(&mut detail, *breaths, *from, *to)
            };
            Manner {
                fill: fill(words.breathing, ["█", "━", "#"], Tone::Accent),
                detail: Some(detail),
                pace: (!own_pace).then_some((*from, *to)),
            }
        }
        SpanKind::Part { name } => Manner::unpaced(
            fill(words.scan[0], ["▤", "┅", "="], Tone::Second),
            Some(format!("{} {name}", words.scan[1])),
        ),
        SpanKind::Stretch { text, .. } => Manner::unpaced(
            fill(words.stretch, ["▚", "═", "/"], Tone::Third),
            Some(text.to_string()),
        ),
        SpanKind::Contract(contract) => {
            let _ = (all.parts.squeezes)(&mut detail, *contract);
            if let Some(percent) = contract.effort {
                detail.push(' ');
                let _ = (all.parts.effort)(&mut detail, percent);
            }
            Manner::unpaced(
                fill(words.squeezes, ["▞", "╍", "*"], Tone::Third),
                Some(detail),
            )
        }
        SpanKind::Wait => Manner::unpaced(waits, None),
        SpanKind::External { text } => Manner::unpaced(waits, Some(text.to_string())),
        SpanKind::Move { .. } => Manner::unpaced(waits, Some(words.new_position.to_owned())),
    }
}
