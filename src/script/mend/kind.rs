//! The kinds of things that are read as they were meant, and what is said about each.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Rule};

/// What was changed to read a text as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Curly quotation marks around a text.
    Quotes,
    /// Spaces that are not the ordinary one, and characters that cannot be seen.
    Spaces,
    /// Ends of lines that are not the ordinary one.
    Breaks,
    /// Dashes in place of a hyphen or a minus.
    Dashes,
    /// Wide letters, digits and signs.
    Wide,
    /// A comma in place of a decimal point, or a fraction in one sign.
    Numbers,
    /// Lines of three backticks around the session.
    Fence,
    /// The heading of a step in single square brackets. It is told as a mistake of its own; read as
    /// it was meant, it hides nothing of what stands below and above it.
    Heading,
}

impl Kind {
    /// All kinds of which the first one is told, with how many there are.
    pub(super) const COUNTED: [Self; 7] = [
        Self::Quotes,
        Self::Spaces,
        Self::Breaks,
        Self::Dashes,
        Self::Wide,
        Self::Numbers,
        Self::Fence,
    ];

    /// The finding: that it was read as it was meant, where the first one is, and how many.
    pub(super) fn finding(self, first: Range<usize>, count: usize) -> Diagnostic {
        let label = match (self, count) {
            (Self::Quotes, 1) => "a curly quotation mark".to_owned(),
            (Self::Spaces, 1) => "an unusual space, or something unseen".to_owned(),
            (Self::Breaks, 1) => "an unusual end of a line".to_owned(),
            (Self::Dashes, 1) => "a long dash".to_owned(),
            (Self::Wide, 1) => "a wide one".to_owned(),
            (Self::Numbers, 1) => "read with a point".to_owned(),
            (Self::Fence, 1) => "left out".to_owned(),
            _ => format!("the first of {count}"),
        };
        Diagnostic::warning(Rule::Typography, first, self.message())
            .label(label)
            .help(self.reason())
            .help("This can stay as it is; softly check --fix writes it the plain way.")
    }

    fn message(self) -> &'static str {
        match self {
            Self::Quotes => "curly quotation marks around text are read as straight ones",
            Self::Spaces => {
                "unusual spaces are read as ordinary ones, and what cannot be seen is passed over"
            }
            Self::Breaks => "unusual ends of lines are read as ordinary ones",
            Self::Dashes => "long dashes in names and times are read as short ones",
            Self::Wide => "wide letters, digits and signs are read as narrow ones",
            Self::Numbers => "numbers with a comma or a fraction are read with a point",
            Self::Fence => "the lines of ``` around the session are left out",
            Self::Heading => "a step begins with two square brackets on each side",
        }
    }

    fn reason(self) -> &'static str {
        match self {
            Self::Quotes => {
                "Word processors put them in. Inside a text any quotation marks are welcome."
            }
            Self::Spaces => "They come along when text is copied from a document or a web page.",
            Self::Breaks => "They come along when text is copied from a document.",
            Self::Dashes => "Word processors make them out of hyphens.",
            Self::Wide => "They come from keyboards for Chinese, Japanese and Korean.",
            Self::Numbers => "In a session file a number is written with a point: 4.5.",
            Self::Heading => "Every step begins with a line that says [[step]] and nothing else.",
            Self::Fence => "They mark an example on web pages, and are no part of a session.",
        }
    }
}
