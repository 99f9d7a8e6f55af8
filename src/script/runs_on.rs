//! Texts that are not closed on their own line, and end a few lines further down.

/// The most lines that such a text goes on for.
pub(super) const MOST_LINES: usize = 8;
/// The most bytes that such a text has.
pub(super) const MOST_BYTES: usize = 4_096;

/// Whether the line that `rest` begins with can be the rest of a text: it says something, and it
/// is neither a heading nor a note nor a name with an equals sign.
pub(super) fn goes_on(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim();
    if line.is_empty() || line.starts_with(['[', '#', '}', ']', '`']) {
        return false;
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let after = line.trim_start_matches(is_name);
    !(after.len() < line.len() && after.trim_start().starts_with(['=', '＝']))
}

/// A text in straight marks that a line leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Open {
    /// Where its opening mark stands, in bytes of the line.
    pub(super) at: usize,
    /// The mark.
    pub(super) mark: char,
}

/// The text in straight marks that is left open at the end of a line.
pub(super) fn left_open(line: &str) -> Option<Open> {
    let mut open = None;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match (&open, c) {
            _ if escaped => escaped = false,
            (None, '#') => return None,
            // Three marks begin a text that may have as many lines as it likes.
            (None, '"' | '\'')
                if line[at..].starts_with(["\"\"\"", "'''"][usize::from(c == '\'')]) =>
            {
                return None;
            }
            (None, '"' | '\'') => open = Some(Open { at, mark: c }),
            (Some(Open { mark: '"', .. }), '\\') => escaped = true,
            (Some(text), c) if c == text.mark => open = None,
            _ => {}
        }
    }
    open
}

/// Where a text that is left open ends: the place of its closing mark, some lines below. `after`
/// is the place just after the line that leaves it open.
pub(super) fn end(text: &str, after: usize, mark: char) -> Option<usize> {
    let mut start = after;
    for line in text[after..].split_inclusive('\n').take(MOST_LINES) {
        if !goes_on(line) || start - after > MOST_BYTES {
            return None;
        }
        let closing = line
            .match_indices(mark)
            .find(|(at, _)| ends_value(&line[at + 1..]));
        if let Some((at, _)) = closing {
            // Another mark before it would make two texts of the rest.
            return (!line[..at].contains(mark)).then_some(start + at);
        }
        start += line.len();
    }
    None
}

/// Whether what follows a mark shows that a value ends there.
fn ends_value(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with(['#', ',', ']', '}'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_runs_on_is_followed_to_its_end() {
        let table = [
            ("say = \"One\ntwo.\"\nrest = 4", Some("\"\nrest")),
            ("say = \"One\ntwo\nthree.\" # x", Some("\" # x")),
            ("at = { a = \"One\ntwo.\", b = 4 }", Some("\", b")),
            ("say = \"One\nrest = \"4\"", None),
            ("say = \"One\n\ntwo.\"", None),
            ("say = \"One\n[[step]]\n\"", None),
            ("say = \"One\ntwo.", None),
            ("say = \"One\ntwo \"three\".\"", None),
        ];
        for (text, wanted) in table {
            let (first, _) = text.split_once('\n').unwrap();
            let open = left_open(first).unwrap();
            assert_eq!(&first[open.at..=open.at], "\"");
            let end = end(text, first.len() + 1, open.mark);
            let rest = end.map(|end| &text[end..]);
            assert_eq!(rest.is_some(), wanted.is_some(), "{text}");
            assert!(
                rest.unwrap_or_default()
                    .starts_with(wanted.unwrap_or_default()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_closed_text_is_not_left_open() {
        for line in [
            "say = \"One\"",
            "a = 'it\"s'",
            "a = \"b\\\"\"",
            "# it's",
            "a = 4",
        ] {
            assert_eq!(left_open(line), None, "{line}");
        }
        assert_eq!(left_open("a = 'b").map(|open| open.mark), Some('\''));
    }
}
