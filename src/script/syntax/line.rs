//! What may have gone wrong on one line that could not be read.
//!
//! A table of guesses is gone through from the surest to the vaguest; the first that recognises
//! the line answers. A guess looks at the line itself more than at what the parser said.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Rule, quoted};
use crate::script::duration;
use crate::script::keys::{SESSION, STEP};
use crate::script::read::single_brackets;

/// A line that could not be read.
pub(super) struct Slip<'a> {
    text: &'a str,
    line: Range<usize>,
    /// Where the parser stumbled first.
    at: Range<usize>,
    /// Everything it said about this line.
    messages: Vec<&'a str>,
}

type Guess = fn(&Slip<'_>) -> Option<Diagnostic>;

/// From the surest to the vaguest.
const GUESSES: [Guess; 15] = [
    note,
    unseen_character,
    heading,
    twice,
    curly_quotes,
    colon,
    decimal_comma,
    clock,
    quotation_marks,
    backslash,
    number,
    comma,
    equals,
    unquoted,
    leftover,
];

impl<'a> Slip<'a> {
    pub(super) fn new(
        text: &'a str,
        line: Range<usize>,
        at: Range<usize>,
        messages: Vec<&'a str>,
    ) -> Self {
        Self {
            text,
            at: at.start.min(line.end)..at.end.clamp(at.start, line.end.max(at.start)),
            line,
            messages,
        }
    }

    pub(super) fn explain(&self) -> Diagnostic {
        let guess = GUESSES.iter().find_map(|guess| guess(self));
        guess.unwrap_or_else(|| {
            error(
                self.at.clone(),
                "this line is not written in a way that softly can read",
            )
            .label("about here")
            .help("A line looks like title = \"Some words\", or times = 12, or [[step]].")
        })
    }

    fn said(&self, words: &str) -> bool {
        self.messages.iter().any(|message| message.contains(words))
    }

    fn whole(&self) -> &'a str {
        &self.text[self.line.clone()]
    }

    /// From the first letter of the line to the last.
    fn trimmed(&self) -> Range<usize> {
        let whole = self.whole();
        let start = self.line.start + (whole.len() - whole.trim_start().len());
        start..start.max(self.line.start + whole.trim_end().len())
    }

    fn before(&self) -> &'a str {
        &self.text[self.line.start..self.at.start]
    }

    fn after(&self) -> &'a str {
        &self.text[self.at.start..self.line.end]
    }

    /// What stands after the first equals sign.
    fn value(&self) -> Option<Range<usize>> {
        let equals = self.line.start + self.whole().find('=')?;
        let value = &self.text[equals + 1..self.line.end];
        let start = equals + 1 + (value.len() - value.trim_start().len());
        Some(start..start.max(equals + 1 + value.trim_end().len()))
    }
}

fn error(at: Range<usize>, message: &str) -> Diagnostic {
    Diagnostic::error(Rule::Syntax, at, message)
}

fn note(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.trimmed();
    let marks = ["//", ";", "--", "/*", "<!--", "%", "*"];
    let mark = marks
        .iter()
        .find(|mark| slip.text[at.clone()].starts_with(**mark))?;
    let mark = at.start..at.start + mark.len();
    let found = error(mark.clone(), "a note in the file begins with #");
    Some(found.label("write # here").fix(mark, "#"))
}

fn unseen_character(slip: &Slip<'_>) -> Option<Diagnostic> {
    let is_unseen = |c: char| c.is_control() && c != '\t';
    let at = slip.line.start + slip.whole().find(is_unseen)?;
    let character = slip.text[at..].chars().next()?;
    let message = format!(
        "there is a character here that cannot be seen (U+{:04X})",
        character as u32
    );
    let at = at..at + character.len_utf8();
    let found = Diagnostic::error(Rule::UnfitText, at.clone(), message).label("take it out");
    Some(found.help("It often comes along when text is copied. Delete the line and type it again."))
}

fn heading(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.trimmed();
    let line = &slip.text[at.clone()];
    if !line.starts_with('[') {
        return None;
    }
    if line == "[step]" {
        return Some(single_brackets(at));
    }
    let words = line.trim_matches(|c: char| !c.is_alphanumeric());
    let found = error(
        at.clone(),
        "a step begins with a line that says [[step]] and nothing else",
    );
    if let Some(rest) = line.strip_prefix("[[step]]") {
        let rest = at.end - rest.trim_start().len()..at.end;
        let message = "nothing else can stand on the line that says [[step]]";
        return Some(error(rest, message).label("move this to the next line"));
    }
    Some(if words == "step" || words == "steps" {
        found
            .label("two square brackets on each side")
            .fix(at, "[[step]]")
    } else {
        found.label("not like this")
    })
}

fn twice(slip: &Slip<'_>) -> Option<Diagnostic> {
    // After some slips the parser only says that a name is there twice; then the slip comes first.
    if !slip
        .messages
        .iter()
        .all(|message| message.starts_with("duplicate key"))
    {
        return None;
    }
    let name = slip.text.get(slip.at.clone())?;
    let message = format!("`{}` is written twice in the same place", quoted(name));
    let found = error(slip.at.clone(), &message)
        .label("the second one")
        .help("Keep one of the two. If this belongs to the next step, put [[step]] above it.");
    Some(match earlier(slip, name) {
        Some(first) => found.also(first, "the first one"),
        None => found,
    })
}

/// Where a name stands on a line of its own further up in the same step.
fn earlier(slip: &Slip<'_>, name: &str) -> Option<Range<usize>> {
    let mut end = slip.line.start;
    for line in slip.text[..slip.line.start].split_inclusive('\n').rev() {
        let start = end - line.len();
        let trimmed = line.trim_start();
        let at = start + line.len() - trimmed.len();
        if trimmed.starts_with('[') {
            return None;
        }
        if trimmed
            .strip_prefix(name)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
        {
            return Some(at..at + name.len());
        }
        end = start;
    }
    None
}

fn curly_quotes(slip: &Slip<'_>) -> Option<Diagnostic> {
    const CURLY: [char; 10] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '＂'];
    let opening = slip.whole().char_indices().find(|(at, c)| {
        let before = slip.whole()[..*at].trim_end();
        CURLY.contains(c) && (before.ends_with(['=', '[', ',', '{']))
    });
    let (at, character) = opening?;
    let at = slip.line.start + at;
    Some(
        error(
            at..at + character.len_utf8(),
            "these quotation marks are curly; a file needs straight ones: \"",
        )
        .label("a curly quotation mark")
        .help(
            "Word processors put them in. Type the quotation marks again in a plain text editor.",
        ),
    )
}

fn colon(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("unquoted key") && !slip.said("missing assignment") && !slip.said("no value") {
        return None;
    }
    let quote = slip.whole().find(['"', '\'']).unwrap_or(slip.whole().len());
    let at = slip.line.start + slip.whole()[..quote].find(':')?;
    let found = error(
        at..at + 1,
        "a name and its value are joined by = and not by :",
    );
    let fix = if slip.text[..at].ends_with(' ') {
        "="
    } else {
        " ="
    };
    Some(found.label("write = here").fix(at..at + 1, fix))
}

fn decimal_comma(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("extra comma") && !slip.said("key or value") {
        return None;
    }
    let whole = slip.whole();
    let is_digit = |at: usize| whole.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let comma = whole
        .match_indices(',')
        .map(|(at, _)| at)
        .find(|at| at.checked_sub(1).is_some_and(is_digit) && is_digit(at + 1))?;
    let outside = whole[..comma].matches('"').count().is_multiple_of(2);
    let at = slip.line.start + comma;
    let thousands = whole[comma + 1..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count()
        == 3;
    outside.then(|| {
        let found = error(
            at..at + 1,
            "a number is written with a point and not with a comma",
        );
        if thousands {
            found
                .label("no comma in a number")
                .help("Write 1000, not 1,000, and 4.5, not 4,5.")
        } else {
            found.label("a point goes here").fix(at..at + 1, ".")
        }
    })
}

fn clock(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.value()?;
    let duration::NotATime::Clock(minutes) = duration::parse(&slip.text[at.clone()]).err()? else {
        return None;
    };
    let minutes = minutes?;
    let message = "a time with a colon could mean minutes or hours";
    let found = Diagnostic::error(Rule::BadTime, at.clone(), message);
    Some(
        found
            .label(format!("did you mean \"{minutes}\"?"))
            .fix(at, format!("\"{minutes}\"")),
    )
}

fn quotation_marks(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.value()?;
    let value = &slip.text[at.clone()];
    let first = value.chars().next()?;
    if slip.said("multi-line") {
        return Some(
            error(at.start..at.start + 3, "this long text is never closed")
                .label("it begins here")
                .help("It ends with three quotation marks as well. For one line, one on each side is enough."),
        );
    }
    if slip.said("basic string") || slip.said("literal string, expected `'`") && first == '\'' {
        let end = at.end;
        let found =
            error(at.clone(), "this text has no quotation mark at its end").label("it begins here");
        let one = value.matches(first).count() == 1 && !value.ends_with(['}', ']']);
        return Some(if one {
            found.fix(end..end, first)
        } else {
            found
        });
    }
    let inner = value.strip_prefix(first)?.strip_suffix(first)?;
    if !slip.said("key or value") || !inner.contains(first) {
        return None;
    }
    Some(match first {
        '\'' if !inner.contains('"') => error(
            at.clone(),
            "this text ends at its apostrophe, because it is in single quotation marks",
        )
        .label("use double quotation marks around it")
        .fix(at, format!("\"{inner}\"")),
        '"' => error(
            at.clone(),
            "there are quotation marks inside this text, which ends it early",
        )
        .label("use single ones inside")
        .fix(at, format!("\"{}\"", inner.replace('"', "'"))),
        _ => return None,
    })
}

fn backslash(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("escape") && !slip.said("unicode value") {
        return None;
    }
    let back = slip.before().rfind('\\')?;
    let at = slip.line.start + back;
    let message = "a backslash has a meaning of its own inside text";
    Some(error(at..at + 1, message).label("write / instead, or \\\\ for one backslash"))
}

fn number(slip: &Slip<'_>) -> Option<Diagnostic> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let start = slip.before().trim_end_matches(is_part).len() + slip.line.start;
    let end = slip.at.start
        + slip
            .after()
            .find(|c| !is_part(c))
            .unwrap_or(slip.after().len());
    let written = slip.text.get(start..end)?;
    let (message, better) = if slip.said("leading zero") {
        (
            "a number does not begin with 0",
            written.trim_start_matches('0').to_owned(),
        )
    } else if slip.said("mantissa") {
        (
            "a number does not begin with a point",
            format!("0{written}"),
        )
    } else if slip.said("fraction") {
        (
            "a number does not end with a point",
            written.trim_end_matches('.').to_owned(),
        )
    } else {
        return None;
    };
    let found = error(start..end, message).label("this number");
    let fine = better.parse::<f64>().is_ok();
    Some(if fine {
        found.fix(start..end, better)
    } else {
        found
    })
}

fn comma(slip: &Slip<'_>) -> Option<Diagnostic> {
    let at = slip.at.start;
    // `in = 4 out = 6`: the parser takes `4 out` for a text without quotation marks.
    let bad = slip.messages.len() > 1 && slip.said("extra assignment");
    if bad {
        let name = slip.before().trim_end();
        let name = name.trim_end_matches(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
        let end = name.trim_end().trim_end_matches(';').len();
        let (start, stop) = (
            slip.line.start + end,
            slip.line.start + name.trim_end().len(),
        );
        let found = error(
            start..stop.max(start),
            "there is no comma between these two",
        );
        return Some(found.label("a comma goes here").fix(start..stop, ","));
    }
    if slip.said("missing comma between array elements") {
        let end = slip.line.start + slip.before().trim_end().len();
        let found = error(end..end, "there is no comma between these two");
        return Some(found.label("a comma goes here").fix(end..end, ","));
    }
    let extra = slip.said("extra comma");
    extra.then(|| {
        error(at..at + 1, "there is one comma too many")
            .label("take it out")
            .fix(at..at + 1, "")
    })
}

fn equals(slip: &Slip<'_>) -> Option<Diagnostic> {
    if slip.said("extra `=`") {
        let at = slip.at.clone();
        return Some(
            error(at.clone(), "there is one = too many")
                .label("take it out")
                .fix(at, ""),
        );
    }
    if slip.said("cannot be empty") {
        let at = slip.trimmed();
        return Some(error(at, "there is no name before the =").label("a name goes before this"));
    }
    if !slip.said("no value") && !slip.said("missing assignment") && !slip.said("unquoted key") {
        return None;
    }
    let at = slip.trimmed();
    let line = &slip.text[at.clone()];
    let (name, rest) = line.split_once('=').unwrap_or((line, ""));
    let name = name.trim();
    let first = name.split([' ', '{', '"', '[']).next().unwrap_or_default();
    if line.contains('=') && name.contains(' ') && !name.contains(['{', '"', '[']) {
        let joined = name.split(' ').collect::<Vec<_>>().join("-");
        let at = at.start..at.start + name.len();
        let found = error(at.clone(), "a name has no spaces in it").label("join it with -");
        return Some(found.fix(at, joined));
    }
    if SESSION.ready.contains(&first) || STEP.ready.contains(&first) {
        let end = at.start + first.len();
        let found = error(at.start..end, &format!("there is no = after `{first}`"));
        let nothing = line.len() == first.len();
        return Some(if nothing || rest.is_empty() && line.len() == first.len() {
            found
                .label("its value is missing")
                .help(format!("For example: {first} = …"))
        } else {
            found.label("an = goes after this").fix(end..end, " =")
        });
    }
    if slip.line.len() > name.len() && line.contains('{') {
        return Some(
            error(slip.at.clone(), "softly cannot read what is in these brackets")
                .label("about here")
                .help("A time with a space in it needs quotation marks: at = { \"1m 30s\" = \"About half way.\" }"),
        );
    }
    Some(
        error(at, "this line is not something that softly can read")
            .label("neither a name with =, nor [[step]]")
            .help("A line looks like title = \"Some words\". A note of your own begins with #."),
    )
}

fn unquoted(slip: &Slip<'_>) -> Option<Diagnostic> {
    if slip.said("boolean") {
        let at = slip.at.clone();
        let small = slip.text[at.clone()].to_lowercase();
        let found = error(at.clone(), "true and false are written in small letters");
        return Some(found.label("write it small").fix(at, small));
    }
    if !slip.said("must be quoted") {
        return None;
    }
    let written = slip.text[slip.at.clone()].trim();
    let at = slip.at.start..slip.at.start + written.len();
    Some(match written.to_lowercase().as_str() {
        "" => error(slip.trimmed(), "there is nothing after the =")
            .label("a value goes here")
            .help("If there is nothing to say, take the line out."),
        "yes" | "on" => error(at.clone(), "yes is written as true")
            .label("write true")
            .fix(at, "true"),
        "no" | "off" => error(at.clone(), "no is written as false")
            .label("write false")
            .fix(at, "false"),
        lower if lower.starts_with('(') => error(at, "a breath is written in curly brackets")
            .label("not in round ones")
            .help("For example: breathe = { in = 4, out = 6 }"),
        _ => {
            let bare = written.trim_matches(['`', '\'', '"']);
            error(
                at.clone(),
                "text, and times with a unit, stand in quotation marks",
            )
            .label("put quotation marks around this")
            .fix(at, format!("\"{}\"", bare.replace(['"', '\\'], "'")))
        }
    })
}

fn leftover(slip: &Slip<'_>) -> Option<Diagnostic> {
    if !slip.said("key or value") {
        return None;
    }
    let rest = slip.after().trim_end();
    let at = slip.at.start..slip.at.start + rest.len();
    let stray = rest.chars().all(|c| c.is_ascii_punctuation());
    Some(if stray {
        let found = error(at.clone(), "there is something after the end of this value");
        found.label("take this out").fix(at, "")
    } else if rest.contains('=') {
        error(at, "there are two things on one line").label("move this to a line of its own")
    } else {
        error(at, "there is something after the end of this value")
            .label("not expected here")
            .help("Text stands between two quotation marks; a note of your own begins with #.")
    })
}
