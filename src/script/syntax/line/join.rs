//! Guesses about what joins the parts of a line: equals signs, commas, and things left over.

use super::{Slip, error};
use crate::diagnostic::Diagnostic;
use crate::script::schema::{SESSION, STEP};

pub(super) fn colon(slip: &Slip<'_>) -> Option<Diagnostic> {
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

pub(super) fn comma(slip: &Slip<'_>) -> Option<Diagnostic> {
    // `in = 4 out = 6`: the parser takes `4 out` for a text without quotation marks.
    if let Some(equals) = slip
        .place_of("extra assignment")
        .filter(|_| !slip.said("missing assignment"))
    {
        let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let before = slip.text[slip.line.start..equals]
            .trim_end()
            .trim_end_matches(is_name)
            .trim_end();
        let start = slip.line.start + before.trim_end_matches(';').trim_end().len();
        let end = slip.line.start + before.len();
        let found = error(start..end, "there is no comma between these two");
        return Some(found.label("a comma goes here").fix(start..end, ","));
    }
    if slip.said("missing comma between array elements") {
        let end = slip.line.start + slip.before().trim_end().len();
        let found = error(end..end, "there is no comma between these two");
        return Some(found.label("a comma goes here").fix(end..end, ","));
    }
    let stumbled = slip.place_of("extra comma")?;
    let near = if slip.text[stumbled..].starts_with(',') {
        stumbled
    } else {
        slip.line.start + slip.text[slip.line.start..stumbled].rfind(',')?
    };
    let found = error(near..near + 1, "there is one comma too many");
    Some(found.label("take it out").fix(near..near + 1, ""))
}

pub(super) fn equals(slip: &Slip<'_>) -> Option<Diagnostic> {
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
    if rest.trim_start().starts_with('{') {
        return Some(
            error(
                slip.at.clone(),
                "softly cannot read what is in these brackets",
            )
            .label("about here")
            .help(
                "A time with a space in it needs quotation marks: \
                     at = { \"1m 30s\" = \"About half way.\" }",
            ),
        );
    }
    if SESSION.key(first).is_some() || STEP.key(first).is_some() {
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
    if line.contains('=') && !name.is_ascii() {
        let at = at.start..at.start + name.len();
        return Some(
            error(
                at,
                "a name before the = has only the letters a to z, digits and hyphens",
            )
            .label("not a name"),
        );
    }
    Some(
        error(at, "this line is not something that softly can read")
            .label("neither a name with =, nor [[step]]")
            .help("A line looks like title = \"Some words\". A note of your own begins with #."),
    )
}

pub(super) fn leftover(slip: &Slip<'_>) -> Option<Diagnostic> {
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
