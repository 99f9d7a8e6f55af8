//! The table in a session file that names its recordings, added to without touching anything else:
//! neither comments nor order, spaces or ends of lines.
//!
//! What comes out is read again before it is trusted. A text that is not TOML to the letter, as one
//! that a word processor has been at, is not written to.

use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name of the table.
const TABLE: &str = "recordings";

/// Why a text cannot be added to. It is one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritable {
    /// It is read as it was meant, but not as it is written.
    NotToTheLetter,
    /// Its table of recordings is written in a way that cannot be added to.
    Unusual,
}

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotToTheLetter => "this file has to be mended before recordings can be named in it",
            Self::Unusual => {
                "its `recordings` are written in a way that nothing can be added to; write them as a table, below a line [recordings]"
            }
        })
    }
}

/// The name of the sound file for a line, if the text has one.
pub fn entry(text: &str, line: &str) -> Option<String> {
    let document = DeTable::parse(text).ok()?;
    named(document.get_ref(), line)
}

fn named(document: &DeTable<'_>, line: &str) -> Option<String> {
    let table = document.get(TABLE)?.get_ref().as_table()?;
    Some(table.get(line)?.get_ref().as_str()?.to_owned())
}

/// The text with one more line that is recorded, or with another file for it.
pub fn with(text: &str, line: &str, file: &str) -> Result<String, Unwritable> {
    let document = DeTable::parse(text).map_err(|_| Unwritable::NotToTheLetter)?;
    let document = document.get_ref();
    let (place, written) = match document.get(TABLE) {
        None => (text.len()..text.len(), new_table(text, line, file)),
        Some(table) => change(text, table, line, file).ok_or(Unwritable::Unusual)?,
    };
    let mut anew = text.to_owned();
    anew.replace_range(place, &written);
    let parsed = DeTable::parse(&anew).map_err(|_| Unwritable::Unusual)?;
    let is_as_meant = keeps(document, parsed.get_ref(), line)
        && named(parsed.get_ref(), line).as_deref() == Some(file);
    if is_as_meant {
        Ok(anew)
    } else {
        Err(Unwritable::Unusual)
    }
}

/// Whether everything but this one line is as it was.
fn keeps(before: &DeTable<'_>, after: &DeTable<'_>, line: &str) -> bool {
    let names = |table: &DeTable<'_>| {
        let all = table.keys().map(|key| key.get_ref().to_string());
        all.filter(|name| name != TABLE).collect::<Vec<_>>()
    };
    let others = |table: &DeTable<'_>| {
        let recordings = table
            .get(TABLE)
            .and_then(|table| table.get_ref().as_table());
        let mut all: Vec<(String, Option<String>)> = recordings
            .into_iter()
            .flatten()
            .filter(|(key, _)| key.get_ref() != line)
            .map(|(key, value)| {
                let file = value.get_ref().as_str().map(str::to_owned);
                (key.get_ref().to_string(), file)
            })
            .collect();
        all.sort();
        all
    };
    names(before) == names(after) && others(before) == others(after)
}

fn new_table(text: &str, line: &str, file: &str) -> String {
    let end = line_end(text);
    let last = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        end
    };
    format!("{last}{end}[{TABLE}]{end}{}{end}", pair(line, file))
}

/// What to write where, in a table that is there.
fn change(
    text: &str,
    table: &Spanned<DeValue<'_>>,
    line: &str,
    file: &str,
) -> Option<(Range<usize>, String)> {
    let entries = table.get_ref().as_table()?;
    if let Some(value) = entries.get(line) {
        return Some((value.span(), quoted(file)));
    }
    let written = text.get(table.span())?;
    if written.starts_with('{') {
        let last = entries.values().map(|value| value.span().end).max();
        let between = if last.is_some() { ", " } else { " " };
        let at = last.unwrap_or(table.span().start + 1);
        return Some((at..at, format!("{between}{}", pair(line, file))));
    }
    let last = entries.values().map(|value| value.span().end).max();
    let after = last.unwrap_or(table.span().end);
    let at = text[after..]
        .find('\n')
        .map_or(text.len(), |end| after + end + 1);
    let end = line_end(text);
    let broken = if text[..at].ends_with('\n') { "" } else { end };
    Some((at..at, format!("{broken}{}{end}", pair(line, file))))
}

fn pair(line: &str, file: &str) -> String {
    format!("{} = {}", quoted(line), quoted(file))
}

/// A text in quotation marks, as TOML has them.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// How lines end in a text.
fn line_end(text: &str) -> &'static str {
    let first = text.find('\n').map_or("", |end| &text[..end]);
    if first.ends_with('\r') { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SESSION: &str =
        "softly = 1 # first\ntitle = \"A\"\n\n[[step]]\nrest = \"30s\"\nsay = \"A.\"";

    #[test]
    fn the_first_recording_makes_a_table_at_the_end() {
        let text = with(SESSION, "Say \"ah\" \\ softly.", "voice/01-a.flac").unwrap();
        let added = "\n\n[recordings]\n\"Say \\\"ah\\\" \\\\ softly.\" = \"voice/01-a.flac\"\n";
        assert_eq!(text, format!("{SESSION}{added}"));
        assert_eq!(
            entry(&text, "Say \"ah\" \\ softly.").as_deref(),
            Some("voice/01-a.flac")
        );
        assert_eq!(entry(&text, "A."), None);
    }

    #[test]
    fn what_is_there_stays_byte_for_byte() {
        let table = "[recordings] # mine\n  'A.'='voice/a.ogg'  # kept\n\n# the end\n[[step]]\nrest=\"1m\"\n";
        let text = format!("softly = 1\n{table}");
        let more = with(&text, "B.", "voice/b.flac").unwrap();
        assert_eq!(
            more,
            text.replace("# kept\n", "# kept\n\"B.\" = \"voice/b.flac\"\n")
        );
        let other = with(&more, "A.", "voice/01-a.flac").unwrap();
        assert_eq!(other, more.replace("'voice/a.ogg'", "\"voice/01-a.flac\""));
        assert_eq!(with(&other, "A.", "voice/01-a.flac").unwrap(), other);
    }

    #[test]
    fn an_empty_table_is_filled_and_ends_of_lines_are_kept() {
        let text = "softly = 1\r\n[recordings]";
        let text = with(text, "A.", "voice/a.flac").unwrap();
        assert_eq!(
            text,
            "softly = 1\r\n[recordings]\r\n\"A.\" = \"voice/a.flac\"\r\n"
        );
        let text = with(&text, "B.", "voice/b.flac").unwrap();
        assert!(
            text.ends_with(".flac\"\r\n\"B.\" = \"voice/b.flac\"\r\n"),
            "{text}"
        );
        let text = with("softly = 1\r\n", "A.", "voice/a.flac").unwrap();
        assert!(!text.replace("\r\n", "").contains('\n'), "{text:?}");
    }

    #[test]
    fn a_table_on_one_line_stays_on_it() {
        let text = "recordings = {} # none\nsoftly = 1\n";
        let one = with(text, "A.", "a.flac").unwrap();
        let two = with(&one, "B.", "b.flac").unwrap();
        assert_eq!(
            two,
            "recordings = { \"A.\" = \"a.flac\", \"B.\" = \"b.flac\"} # none\nsoftly = 1\n"
        );
    }

    #[test]
    fn what_cannot_be_added_to_is_left_alone() {
        for (text, why) in [
            ("title = “A”\n", Unwritable::NotToTheLetter),
            ("recordings = 3\n", Unwritable::Unusual),
            ("[[recordings]]\na = 1\n", Unwritable::Unusual),
            (
                "recordings.\"A.\" = \"a.ogg\"\n[[step]]\nrest = 1\n",
                Unwritable::Unusual,
            ),
        ] {
            assert_eq!(with(text, "B.", "b.flac"), Err(why), "{text}");
        }
    }
}
