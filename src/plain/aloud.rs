//! A line as it is read aloud: the signs that a screen reader spells out, or leaves out, become the
//! pauses and words they stand for.
//!
//! Only lines of text pass through here; what the screen shows keeps its own signs. Quotation marks
//! stay as the author has them.

use std::borrow::Cow;

use crate::words::Words;

/// The signs that are changed. Everything else is read well enough.
const SIGNS: [char; 9] = ['%', '…', '–', '—', '·', '•', '→', '←', '×'];

/// A line as it is read aloud.
pub(super) fn aloud<'t>(words: &Words, line: &'t str) -> Cow<'t, str> {
    if !line.contains(SIGNS) && !line.contains("...") {
        return Cow::Borrowed(line);
    }
    let mut said = Said::default();
    let mut rest = line;
    while let Some(sign) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("...") {
            said.pause(after);
            rest = after;
            continue;
        }
        let after = &rest[sign.len_utf8()..];
        match sign {
            '–' | '—' if said.ends_in_digit() && starts_with_digit(after) => {
                said.word(words.aloud.range);
            }
            '%' => said.word(words.aloud.percent),
            '×' => said.word(words.aloud.times),
            '…' | '–' | '—' | '·' | '•' | '→' | '←' => said.pause(after),
            other => said.letter(other),
        }
        rest = after;
    }
    Cow::Owned(said.text)
}

fn starts_with_digit(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// What has been put together so far.
#[derive(Default)]
struct Said {
    text: String,
}

impl Said {
    fn ends_in_digit(&self) -> bool {
        self.text.trim_end().ends_with(|c: char| c.is_ascii_digit())
    }

    /// A letter of the line; a space only where there is none yet, and none before a stop.
    fn letter(&mut self, letter: char) {
        if matches!(letter, '.' | ',' | ':' | ';' | '!' | '?') {
            self.text.truncate(self.text.trim_end().len());
        }
        if letter != ' ' || !(self.text.is_empty() || self.text.ends_with(' ')) {
            self.text.push(letter);
        }
    }

    /// A word in place of a sign.
    fn word(&mut self, word: &str) {
        self.text.truncate(self.text.trim_end().len());
        self.text.push(' ');
        self.text.push_str(word);
        self.text.push(' ');
    }

    /// A pause in place of a sign: a comma, or a full stop at the end of the line. Where there is
    /// a pause already, and at the start, it needs none.
    fn pause(&mut self, after: &str) {
        self.text.truncate(self.text.trim_end().len());
        let ends = after.trim().is_empty();
        let pauses = self.text.ends_with(['.', ',', ':', ';', '!', '?']);
        let follows = after.starts_with(['.', ',', ':', ';', '!', '?']);
        if !self.text.is_empty() && !pauses && !follows {
            self.text.push(if ends { '.' } else { ',' });
        }
        if !ends && !follows && !self.text.is_empty() {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn signs_become_the_pauses_and_words_they_stand_for() {
        for (line, said) in [
            ("Nothing to change.", "Nothing to change."),
            ("out …", "out."),
            ("in … and out …", "in, and out."),
            ("Softer...", "Softer."),
            ("Hm… well", "Hm, well"),
            ("feet · hands · jaw", "feet, hands, jaw"),
            ("• A blanket", "A blanket"),
            ("· · ·", ""),
            ("3–5 breaths", "3 to 5 breaths"),
            ("3 – 5 breaths", "3 to 5 breaths"),
            ("Warm – or cool.", "Warm, or cool."),
            ("belly → ribs", "belly, ribs"),
            ("3 × 4", "3 times 4"),
            ("It’s “fine” …", "It’s “fine”."),
            ("30% of it is plenty.", "30 percent of it is plenty."),
            ("About 30 %.", "About 30 percent."),
            ("Ready …?", "Ready?"),
            ("Done. …", "Done."),
            ("Kein „Muss“ – nie", "Kein „Muss“, nie"),
        ] {
            assert_eq!(aloud(&ENGLISH, line), said, "{line}");
        }
    }
}
