//! From the bytes of a file to its text, or a clear reason why it is not a text.
//!
//! It does not open files and does not know TOML. What word processors do to a text is met in two
//! places: other encodings here, beside [`utf8`]; their quotation marks between here and `read`.

use std::fmt;

use super::limits::FILE_BYTES;

/// Why the bytes of a file are not a session script. Each is one sentence about "this file".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is larger than any session.
    TooLarge,
    /// It is a document or a picture or something else, but not plain text.
    NotText(&'static str),
    /// It is text in another encoding, or damaged; the first line where that shows.
    NotUtf8 {
        /// The line, from one.
        line: usize,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(
                "This file is empty. A session begins with the line softly = 1, then title = \"…\".",
            ),
            Self::TooLarge => write!(
                f,
                "This file is too large for a session: it may have {} kilobytes, and a long session \
                 has about 6. Is it the right file?",
                FILE_BYTES / 1024
            ),
            Self::NotText(what) => write!(
                f,
                "This file is {what}, not plain text. If it holds a session, open it where it was \
                 written, choose Save As, and pick plain text with a name that ends in .toml."
            ),
            Self::NotUtf8 { line } => write!(
                f,
                "Line {line} of this file has a letter in it that cannot be read. Open the file, \
                 choose Save As, and pick the encoding UTF-8."
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

/// How files that are not plain text begin, and what they are.
const FOREIGN: [(&[u8], &str); 10] = [
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text document"),
    (b"\xD0\xCF\x11\xE0", "an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"OggS", "a sound"),
    (b"fLaC", "a sound"),
    (b"RIFF", "a sound or a film"),
    (b"ID3", "a sound"),
];

/// The text of a file. A mark in front that says "this is UTF-8" is left out.
pub fn decode(bytes: &[u8]) -> Result<&str, Unreadable> {
    if bytes.len() > FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if let Some(what) = foreign(bytes) {
        return Err(Unreadable::NotText(what));
    }
    let text = utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text)
}

/// What a file is that is not plain text.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
        return Some(if holds(b"word/") {
            "a Word document"
        } else if holds(b"opendocument.text") {
            "a LibreOffice document"
        } else {
            "a zip file"
        });
    }
    let known = FOREIGN
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, what)| *what);
    known.or_else(|| {
        bytes
            .contains(&0)
            .then_some("something for programs to read")
    })
}

fn utf8(bytes: &[u8]) -> Result<&str, Unreadable> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        Unreadable::NotUtf8 {
            line: before.split(|byte| *byte == b'\n').count(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_plain_text_is_named() {
        let large = vec![b'#'; FILE_BYTES + 1];
        let table: [(&[u8], Unreadable); 10] = [
            (b"", Unreadable::Empty),
            (b"\xEF\xBB\xBF \r\n", Unreadable::Empty),
            (&large, Unreadable::TooLarge),
            (
                b"PK\x03\x04..word/document.xml",
                Unreadable::NotText("a Word document"),
            ),
            (b"PK\x03\x04..", Unreadable::NotText("a zip file")),
            (b"%PDF-1.7", Unreadable::NotText("a PDF")),
            (
                b"{\\rtf1\\ansi",
                Unreadable::NotText("a rich text document"),
            ),
            (
                b"a\0b",
                Unreadable::NotText("something for programs to read"),
            ),
            (
                b"softly = 1\ntitle = \"M\xFCde\"\n",
                Unreadable::NotUtf8 { line: 2 },
            ),
            (b"\xE2\x82", Unreadable::NotUtf8 { line: 1 }),
        ];
        for (bytes, wanted) in table {
            assert_eq!(decode(bytes), Err(wanted));
            assert!(wanted.to_string().ends_with(['.', '?']), "{wanted}");
        }
    }

    #[test]
    fn the_mark_that_some_editors_put_in_front_is_left_out() {
        assert_eq!(decode(b"\xEF\xBB\xBFsoftly = 1"), Ok("softly = 1"));
    }
}
