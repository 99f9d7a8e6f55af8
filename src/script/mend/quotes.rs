//! Where a text in curly quotation marks ends, if there is only one way to see it.
//!
//! A mark ends a text if what follows is what can follow a text there. Marks inside have to come
//! in pairs, or be apostrophes; otherwise nothing is taken for certain.

use super::signs::{is_blank, is_odd_break, plain};
use crate::script::runs_on::{MOST_BYTES, MOST_LINES, goes_on};

/// Where a text stands, which decides what can follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// Before an equals sign.
    Name,
    /// After an equals sign, outside of brackets.
    Line,
    /// Inside brackets of either kind.
    Brackets,
}

/// The families of marks. A text begins and ends with marks of the same family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// “ ” „ ‟, and the straight double mark.
    Double,
    /// ‘ ’ ‚ ‛, and the straight single mark. The closing one is an apostrophe too.
    Single,
    /// « », either way round.
    Angles,
    /// ‹ ›, either way round.
    Angle,
    /// 「 」 and 『 』.
    Corners,
}

impl Family {
    fn of(mark: char) -> Option<Self> {
        Some(match mark {
            '“' | '”' | '„' | '‟' | '″' | '〝' | '〞' | '＂' => Self::Double,
            '‘' | '’' | '‚' | '‛' | '′' | '＇' => Self::Single,
            '«' | '»' => Self::Angles,
            '‹' | '›' => Self::Angle,
            '「' | '」' | '『' | '』' => Self::Corners,
            _ => return None,
        })
    }

    fn has(self, mark: char) -> bool {
        let straight = match self {
            Self::Double => mark == '"',
            Self::Single => mark == '\'',
            _ => false,
        };
        straight || Self::of(mark) == Some(self)
    }

    /// Whether `mark` can end a text that `opening` began.
    fn closes(self, opening: char, mark: char) -> bool {
        match self {
            Self::Double | Self::Single => self.has(mark) && !matches!(mark, '„' | '‚' | '〝'),
            Self::Angles | Self::Angle => self.has(mark) && mark != opening,
            Self::Corners => matches!((opening, mark), ('「', '」') | ('『', '』')),
        }
    }
}

/// Whether a character is a curly quotation mark.
pub(super) fn is_mark(c: char) -> bool {
    Family::of(c).is_some()
}

/// The end of a text, and what has to change inside it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Closing {
    /// Where the inside of the text begins: after the opening mark and its own spaces.
    pub(super) inside: usize,
    /// Where the closing mark, with the spaces that belong to it, begins.
    pub(super) start: usize,
    /// The end of the closing mark.
    pub(super) end: usize,
    /// Straight double marks inside, which would end the text early.
    pub(super) straight: Vec<usize>,
}

/// Finds the end of the text that begins with the mark at `open`, straight or curly.
pub(super) fn closing(text: &str, open: usize, context: Context) -> Option<Closing> {
    let opening = text[open..].chars().next()?;
    let family = match opening {
        '"' => Family::Double,
        '\'' => Family::Single,
        _ => Family::of(opening)?,
    };
    let mut search = Search {
        text,
        family,
        opening,
        context,
        nested: 0,
        straight: Vec::new(),
    };
    let first = open + opening.len_utf8();
    let (start, end) = search.run(first)?;
    let (inside, start) = if family == Family::Angles || family == Family::Angle {
        // Where these marks are in use, a space on their inner side belongs to them.
        let text = &text[first..start];
        let inside = start - text.trim_start_matches(is_blank).len();
        (
            inside,
            (first + text.trim_end_matches(is_blank).len()).max(inside),
        )
    } else {
        (first, start)
    };
    Some(Closing {
        inside,
        start,
        end,
        straight: search.straight,
    })
}

struct Search<'t> {
    text: &'t str,
    family: Family,
    opening: char,
    context: Context,
    /// How many texts inside the text are open.
    nested: usize,
    straight: Vec<usize>,
}

impl Search<'_> {
    /// The closing mark, if there is one that cannot be meant otherwise.
    fn run(&mut self, first: usize) -> Option<(usize, usize)> {
        let (mut at, mut before, mut lines) = (first, self.opening, 0);
        while let Some(c) = self.text[at..].chars().next() {
            let end = at + c.len_utf8();
            let rest = &self.text[end..];
            if c == '\n' {
                lines += 1;
                let far = lines > MOST_LINES || end - first > MOST_BYTES;
                if far || self.context == Context::Name || !goes_on(rest) {
                    return None;
                }
            } else if c == '\\' {
                let next = rest.chars().next().map_or(0, char::len_utf8);
                (at, before) = (end + next, c);
                continue;
            } else if self.family.has(c) {
                let closes = self.nested == 0 && self.family.closes(self.opening, c);
                if closes && can_follow(self.context, rest) {
                    return Some((at, end));
                }
                self.inner(at, c, before, rest)?;
            } else if c == '"' {
                self.straight.push(at);
            }
            (at, before) = (end, c);
        }
        None
    }

    /// A mark of the same family inside the text; `None` if it leaves the end of the text unclear.
    fn inner(&mut self, at: usize, c: char, before: char, rest: &str) -> Option<()> {
        let next = rest.chars().next().unwrap_or('\n');
        if c == '"' {
            // It can stand alone, as for inches: it is kept as it is, and does not end the text.
            self.straight.push(at);
            return Some(());
        }
        let single = self.family == Family::Single;
        if single && before.is_alphanumeric() && next.is_alphanumeric() {
            return Some(());
        }
        let begins =
            is_blank(before) || before == '\n' || "([{-–—/".contains(before) || is_mark(before);
        let goes_on = !is_blank(next) && !next.is_control() && !is_mark(next);
        if begins && goes_on && !(single && c == '’') {
            self.nested += 1;
        } else if self.nested > 0 {
            self.nested -= 1;
        } else if !single {
            return None;
        }
        Some(())
    }
}

/// Whether what comes after a mark is what comes after a text.
pub(super) fn can_follow(context: Context, rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_blank);
    let mut signs = rest.chars();
    let Some(next) = signs.next().map(plain) else {
        return context != Context::Name;
    };
    match context {
        Context::Name => next == '=' || next == ':',
        _ if next == '\n' || next == '#' || is_odd_break(next) => true,
        Context::Line => {
            // A comma or semicolon too many at the end of a line is a slip of its own.
            matches!(next, ',' | ';') && ends_line(signs.as_str())
        }
        Context::Brackets => match next {
            ']' | '}' => true,
            ',' | ';' => begins_entry(signs.as_str()),
            _ => false,
        },
    }
}

fn ends_line(rest: &str) -> bool {
    let next = rest.trim_start_matches(is_blank).chars().next().map(plain);
    next.is_none_or(|c| c == '\n' || c == '#' || is_odd_break(c))
}

/// Whether what comes after a comma can be the next entry inside brackets.
fn begins_entry(rest: &str) -> bool {
    if ends_line(rest) {
        return true;
    }
    let rest = rest.trim_start_matches(is_blank);
    let next = rest.chars().next().map_or('\n', plain);
    if next.is_ascii_digit() || is_mark(next) || "\"'[]{}-+.".contains(next) {
        return true;
    }
    let is_name = |c: char| plain(c).is_ascii_alphanumeric() || c == '-' || c == '_';
    let after = rest.trim_start_matches(is_name);
    let after_blank = after.trim_start_matches(is_blank);
    let equals = after_blank.chars().next().map(plain);
    after.len() < rest.len() && matches!(equals, Some('=' | ':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The inside of the text that a line begins with.
    fn inside(text: &str, context: Context) -> Option<&str> {
        let closing = closing(text, 0, context)?;
        Some(&text[closing.inside..closing.start])
    }

    #[test]
    fn a_text_ends_where_only_an_end_can_be() {
        use Context::{Brackets, Line, Name};
        let table = [
            ("“Soft”", Line, Some("Soft")),
            ("“Soft” # a note", Line, Some("Soft")),
            ("„Weich“\r\n", Line, Some("Weich")),
            ("„Weich”", Line, Some("Weich")),
            ("”Mjukt”", Line, Some("Mjukt")),
            ("»Weich«", Line, Some("Weich")),
            ("«\u{a0}Doux\u{a0}»", Line, Some("Doux")),
            ("‹Weich›", Line, Some("Weich")),
            ("「soft」", Line, Some("soft")),
            ("“Soft\"", Line, Some("Soft")),
            ("\"Soft”", Line, Some("Soft")),
            (
                "‘It’s fine, don’t rush’",
                Line,
                Some("It’s fine, don’t rush"),
            ),
            ("“It’s fine”", Line, Some("It’s fine")),
            (
                "“Notice the “floor”, and rest.”",
                Line,
                Some("Notice the “floor”, and rest."),
            ),
            ("“She said “soft””", Line, Some("She said “soft”")),
            (
                "“She said \"soft\" and left”",
                Line,
                Some("She said \"soft\" and left"),
            ),
            (
                "„Spüre den “Boden” dort.“",
                Line,
                Some("Spüre den “Boden” dort."),
            ),
            ("“Soft”;", Line, Some("Soft")),
            ("“Soft”, “loud”", Line, None),
            ("“Soft”, she said.", Line, None),
            ("“Soft” she said", Line, None),
            ("“Soft", Line, None),
            ("“Soft”, “loud”]", Brackets, Some("Soft")),
            ("“Stop, if it hurts”, or rest.”]", Brackets, None),
            ("“Soft”, out = “x” }", Brackets, Some("Soft")),
            ("“Soft”，out ＝ “x” }", Brackets, Some("Soft")),
            ("“30s” = “x”", Name, Some("30s")),
            ("“30s”", Name, None),
            (
                "“First line\nand the second”\n",
                Line,
                Some("First line\nand the second"),
            ),
            ("“First line\nrest = “4”\n", Line, None),
            ("“First line\n\n”\n", Line, None),
        ];
        for (text, context, wanted) in table {
            assert_eq!(inside(text, context), wanted, "{text}");
        }
    }
}
