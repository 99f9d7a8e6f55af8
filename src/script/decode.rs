//! From the bytes of a file to its text, or a clear reason why it is not a text.
//!
//! It does not open files and does not know what a session is. Texts that older editors saved in
//! another encoding are read where that is plausible, with a finding that says so.

mod older;

use super::Checked;
use super::limits::FILE_BYTES;
use crate::diagnostic::{Diagnostic, Rule};

/// Why the bytes of a file are not a session script. What is said about each is in `words`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// It is larger than any session.
    TooLarge,
    /// It is a document or a picture or something else, but not plain text.
    NotText(Foreign),
    /// It is text in an encoding that cannot be told, or damaged; the first line where that shows.
    NotUtf8 {
        /// The line, from one.
        line: usize,
    },
}

/// What a file is that is not plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A Word document.
    Word,
    /// A Word document of an older kind.
    OldWord,
    /// A document of `LibreOffice`.
    LibreOffice,
    /// A rich text document.
    RichText,
    /// A PDF.
    Pdf,
    /// A zip file.
    Zip,
    /// A picture.
    Picture,
    /// A sound.
    Sound,
    /// A sound or a film.
    SoundOrFilm,
    /// Something else that only programs can read.
    ForPrograms,
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text. Every place that is reported points into it.
    pub text: String,
    /// What there is to say about the way it was saved.
    pub found: Option<Diagnostic>,
    /// Whether a mark in front said "this is UTF-8", which is kept when the file is saved.
    pub marked: bool,
}

impl Decoded {
    /// Checks the text, as [`check`](super::check) does, and adds how it was saved.
    pub fn check(&self, id: &str) -> Checked {
        super::check(&self.text, id).with(self.found.clone())
    }

    /// The bytes of a text that takes the place of this one, saved as UTF-8.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let mark = if self.marked { UTF8_MARK } else { &[] };
        [mark, text.as_bytes()].concat()
    }
}

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// How files that are not plain text begin, and what they are.
const FOREIGN: [(&[u8], Foreign); 10] = [
    (b"%PDF", Foreign::Pdf),
    (b"{\\rtf", Foreign::RichText),
    (b"\xD0\xCF\x11\xE0", Foreign::OldWord),
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"OggS", Foreign::Sound),
    (b"fLaC", Foreign::Sound),
    (b"RIFF", Foreign::SoundOrFilm),
    (b"ID3", Foreign::Sound),
];

const NO_TEXT: Unreadable = Unreadable::NotText(Foreign::ForPrograms);

/// The text of a file.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Unreadable> {
    if bytes.len() > FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    if let Some(what) = foreign(bytes) {
        return Err(Unreadable::NotText(what));
    }
    let (text, saved_as) = text_of(bytes)?;
    if text
        .trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
        .is_empty()
    {
        return Err(Unreadable::Empty);
    }
    if text.len() > FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    // Editors on the first Macs ended a line with a return alone.
    let old_ends = text.contains('\r') && !text.contains('\n');
    let found = saved_as
        .finding(&text)
        .or_else(|| old_ends.then(|| old_line_ends(&text)));
    Ok(Decoded {
        text: if old_ends {
            text.replace('\r', "\n")
        } else {
            text
        },
        found,
        marked: bytes.starts_with(UTF8_MARK),
    })
}

/// How a file is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SavedAs {
    Utf8,
    Utf16,
    Windows,
}

impl SavedAs {
    fn finding(self, text: &str) -> Option<Diagnostic> {
        match self {
            Self::Utf8 => None,
            Self::Utf16 => Some(
                Diagnostic::warning(
                    Rule::Encoding,
                    first_line(text),
                    "this file is saved as UTF-16; softly reads it all the same",
                )
                .label("saved as UTF-16")
                .help("softly check --fix saves it as UTF-8, which every program reads."),
            ),
            Self::Windows => {
                let at = text.find(|c: char| !c.is_ascii()).unwrap_or_default();
                let letter = text[at..].chars().next().map_or(0, char::len_utf8);
                Some(
                    Diagnostic::warning(
                        Rule::Encoding,
                        at..at + letter,
                        "this file is saved as older Windows programs save text",
                    )
                    .label("is this as it should be?")
                    .help(
                        "If it is, softly check --fix saves the file as UTF-8, which every program \
                         reads.",
                    )
                    .help(
                        "If it is not, open the file where it was written, choose Save As, and \
                         pick the encoding UTF-8.",
                    ),
                )
            }
        }
    }
}

fn old_line_ends(text: &str) -> Diagnostic {
    let first = text.find('\r').unwrap_or(text.len());
    let message = "the lines of this file end as on an old Mac; softly reads them all the same";
    Diagnostic::warning(Rule::Encoding, 0..first, message)
        .label("an unusual end of a line")
        .help("softly check --fix saves it with the ends that every program reads.")
}

fn first_line(text: &str) -> std::ops::Range<usize> {
    0..text.lines().next().unwrap_or_default().len()
}

fn text_of(bytes: &[u8]) -> Result<(String, SavedAs), Unreadable> {
    if let Some(text) = older::utf16(bytes) {
        return text.map(|text| (text, SavedAs::Utf16));
    }
    if bytes.contains(&0) {
        return Err(NO_TEXT);
    }
    let plain = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    match std::str::from_utf8(plain) {
        Ok(text) => Ok((text.to_owned(), SavedAs::Utf8)),
        Err(error) => {
            let line = plain[..error.valid_up_to()]
                .split(|byte| *byte == b'\n')
                .count();
            older::windows(bytes)
                .map(|text| (text, SavedAs::Windows))
                .ok_or(Unreadable::NotUtf8 { line })
        }
    }
}

/// What a file is that is not plain text.
fn foreign(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"PK\x03\x04") {
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
        return Some(if holds(b"word/") {
            Foreign::Word
        } else if holds(b"opendocument.text") {
            Foreign::LibreOffice
        } else {
            Foreign::Zip
        });
    }
    FOREIGN
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, what)| *what)
}

#[cfg(test)]
mod tests;
