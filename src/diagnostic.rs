//! Findings about a session file, as data: what is wrong, where, and what one can do about it.
//!
//! Nothing here knows how a file is read. The renderers stand side by side, one per file; all of
//! them read the same [`Diagnostic`]s, and none of them writes anywhere: they return a `String`.

mod excerpt;
pub mod explain;
mod human;
mod json;
mod lines;
mod mended;
mod more;
mod narrated;
mod rule;
mod short;
mod strip;

pub use crate::page::Look;
pub use explain::Explanation;
pub use lines::{Lines, Place};
pub use rule::Rule;

use std::ops::Range;

use serde::Serialize;

use crate::text::{Clean, show};

/// The longest text quoted from a file inside a message, in characters.
const LONGEST_QUOTE: usize = 40;
/// The longest message, label or help line that is passed on, in characters.
const LONGEST_SENTENCE: usize = 400;

/// One finding about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// Where, in bytes of the text that was read.
    pub span: Range<usize>,
    /// A few words that stand at the place itself.
    pub label: String,
    /// What one can do, in whole sentences.
    pub help: Vec<String>,
    /// An edit that mends it, where that is certain.
    pub fix: Option<Fix>,
    /// Other places that belong to the finding, each with a few words.
    pub also: Vec<(Range<usize>, String)>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The session cannot be played until this is changed.
    Error,
    /// The session plays, but probably not as it was meant.
    Warning,
    /// A suggestion that can be left alone.
    Advice,
}

impl Severity {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// An edit: put `replacement` where `span` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to replace, in bytes of the text that was read.
    pub span: Range<usize>,
    /// What to put there.
    pub replacement: String,
}

impl Diagnostic {
    /// A finding that keeps the session from being played.
    pub fn error(rule: Rule, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            message: message.into(),
            span,
            label: String::new(),
            help: Vec::new(),
            fix: None,
            also: Vec::new(),
        }
    }

    /// A finding that does not keep the session from being played.
    pub fn warning(rule: Rule, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(rule, span, message)
        }
    }

    /// A suggestion that can be left alone.
    pub fn advice(rule: Rule, span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Advice,
            ..Self::error(rule, span, message)
        }
    }

    /// With a few words at the place itself.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With one more sentence on what one can do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// With an edit that mends it. An edit that would put unprintable text into a file is left out.
    #[must_use]
    pub fn fix(mut self, span: Range<usize>, replacement: impl Into<String>) -> Self {
        let replacement = replacement.into();
        if Clean::check(&replacement).is_ok() && replacement.chars().count() <= LONGEST_SENTENCE {
            self.fix = Some(Fix { span, replacement });
        }
        self
    }

    /// With another place that belongs to it.
    #[must_use]
    pub fn also(mut self, span: Range<usize>, label: impl Into<String>) -> Self {
        self.also.push((span, label.into()));
        self
    }

    /// Whether it keeps the session from being played.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// A text that was read, with the name it goes by in messages.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What the file is called.
    pub name: &'a str,
    /// The text that the spans point into.
    pub text: &'a str,
}

/// The ways of writing findings out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people: the source line, the place marked under it, and what to do.
    Human(Look),
    /// For people who listen or read by touch: plain sentences, no drawing.
    Plain,
    /// One line each, as editors and compilers write them.
    Short,
    /// One JSON object a line, for other programs.
    Json,
}

/// Writes findings out. The result ends with a line break unless there is nothing to say, and
/// holds no control characters but line breaks (and, if asked for, colour).
pub fn render(format: Format, source: Source<'_>, diagnostics: &[Diagnostic]) -> String {
    match format {
        Format::Human(look) => human::render(look, source, diagnostics),
        Format::Plain => narrated::render(source, diagnostics),
        Format::Short => short::render(source, diagnostics),
        Format::Json => json::render(source, diagnostics),
    }
}

/// Text from a file as it may stand inside a message: printable, on one line, not too long.
pub fn quoted(text: &str) -> String {
    clip(text, LONGEST_QUOTE)
}

/// A sentence as it may be written out: printable, on one line, not too long.
fn sentence(text: &str) -> String {
    clip(text, LONGEST_SENTENCE)
}

fn clip(text: &str, most: usize) -> String {
    // Clipping comes first, so that a huge text costs no more than a short one.
    let end = text.char_indices().nth(most).map(|(at, _)| at);
    let shown = Clean::from_shown(&text[..end.unwrap_or(text.len())]).to_string();
    if end.is_some() { shown + "…" } else { shown }
}

#[cfg(test)]
mod tests;
