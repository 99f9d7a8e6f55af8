//! One text as a list of words, with what stands between them.
//!
//! It only takes apart; it knows no language. Words keep their hyphens and apostrophes
//! ("sit-bones", "don't"), so that "push-up" is not "push".

use std::ops::Range;

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing but space or quotation marks.
    None,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// The end of a sentence, a dash, a bracket, or an edge of the text.
    Stop,
}

/// A word of a text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// The word in small letters, with plain apostrophes and hyphens.
    pub(super) plain: String,
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What stands before it.
    pub(super) before: Gap,
    /// Whether it stands inside quotation marks: somebody else's words.
    pub(super) quoted: bool,
    /// Whether its sentence ends with a question mark.
    pub(super) asked: bool,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut gap = Gap::Stop;
    let mut quotes = Quotes::default();
    let mut sentence = 0;
    let mut letters = text.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, letter)) = letters.next() {
        if !letter.is_alphanumeric() {
            let next = letters.peek().map_or(' ', |(_, next)| *next);
            quotes.see(letter, last, next);
            gap = gap.max(gap_of(letter, last, next));
            if letter == '?' {
                words[sentence..]
                    .iter_mut()
                    .for_each(|word| word.asked = true);
            }
            if matches!(letter, '.' | '!' | '?' | ';') {
                sentence = words.len();
            }
            last = letter;
            continue;
        }
        let mut end = at + letter.len_utf8();
        while let Some((next_at, next)) = letters.peek().copied() {
            let after = text[next_at + next.len_utf8()..].chars().next();
            if !(is_of_a_word(next) || joins(next, after)) {
                break;
            }
            end = next_at + next.len_utf8();
            letters.next();
        }
        words.push(Word {
            plain: plain(&text[at..end]),
            range: at..end,
            before: gap,
            quoted: quotes.inside(),
            asked: false,
        });
        gap = Gap::None;
        last = 'a';
    }
    if quotes.inside() {
        // A mark that is never closed was something else, such as an inch.
        for word in &mut words {
            word.quoted = false;
        }
    }
    words
}

/// Letters, digits, and marks that stand on letters.
fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&letter)
}

/// Apostrophes, hyphens and decimal points hold a word together where it goes on after them.
fn joins(letter: char, after: Option<char>) -> bool {
    match letter {
        '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' => after.is_some_and(char::is_alphanumeric),
        '.' => after.is_some_and(|after| after.is_ascii_digit()),
        _ => false,
    }
}

fn plain(word: &str) -> String {
    let plain = |letter| match letter {
        '’' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    };
    word.chars()
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect()
}

fn gap_of(letter: char, last: char, next: char) -> Gap {
    match letter {
        '.' | '!' | '?' | ';' | '…' | '–' | '—' | '(' | ')' | '[' | ']' | '·' | '•' | '|' => {
            Gap::Stop
        }
        '-' if last.is_whitespace() && (next.is_whitespace() || next == '-') => Gap::Stop,
        ':' => Gap::Colon,
        ',' => Gap::Comma,
        _ => Gap::None,
    }
}

/// Whether one is inside quotation marks. An apostrophe is one only where it cannot be anything else.
#[derive(Default)]
struct Quotes {
    double: bool,
    /// Whether they were opened with the low mark of German.
    low: bool,
    single: bool,
}

impl Quotes {
    fn see(&mut self, letter: char, last: char, next: char) {
        let opens = !last.is_alphanumeric() && next.is_alphanumeric();
        match letter {
            '"' => self.double = !self.double,
            '„' => (self.double, self.low) = (true, true),
            // In German this mark closes what „ has opened; alone, it opens.
            '“' => (self.double, self.low) = (!self.low, false),
            '«' => self.double = true,
            '”' | '»' => (self.double, self.low) = (false, false),
            '\'' | '‘' if opens && !self.single => self.single = true,
            '\'' | '’' if self.single && !next.is_alphanumeric() => self.single = false,
            _ => {}
        }
    }

    fn inside(&self) -> bool {
        self.double || self.single
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_words(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        let table: [(&str, &[&str]); 7] = [
            ("Don’t push-up.", &["don't", "push-up"]),
            ("Sit‑bones, 4.5 breaths", &["sit-bones", "4.5", "breaths"]),
            ("ÜBER Café\u{301}", &["über", "cafe\u{301}"]),
            ("shoulders' rest", &["shoulders", "rest"]),
            ("in … out", &["in", "out"]),
            ("", &[]),
            ("🙂 – ?!", &[]),
        ];
        for (text, wanted) in table {
            assert_eq!(
                plain_words(&text.replace("Café\u{301}", "Cafe\u{301}")),
                wanted,
                "{text}"
            );
        }
    }

    #[test]
    fn what_stands_between_words_is_kept() {
        use Gap::{Colon, Comma, None, Stop};
        let words = words("Now, in: out - and so. Then");
        let gaps: Vec<Gap> = words.iter().map(|word| word.before).collect();
        assert_eq!(gaps, [Stop, Comma, Colon, Stop, None, Stop]);
    }

    #[test]
    fn other_peoples_words_are_known_by_their_marks() {
        let quoted = |text: &str| -> Vec<String> {
            let quoted = words(text).into_iter().filter(|word| word.quoted);
            quoted.map(|word| word.plain).collect()
        };
        assert_eq!(quoted("Told to \"just relax\" again"), ["just", "relax"]);
        assert_eq!(quoted("Told to “just relax” again"), ["just", "relax"]);
        assert_eq!(quoted("Told to 'just relax' again"), ["just", "relax"]);
        assert_eq!(quoted("Sie sagte „nur locker“ und ging"), ["nur", "locker"]);
        assert_eq!(quoted("It's the therapist's idea, isn't it"), [""; 0]);
        assert_eq!(quoted("About 12\" of towel, rolled"), [""; 0]);
    }

    #[test]
    fn a_question_is_known_by_its_end() {
        let asked: Vec<bool> = words("Touch the floor? Then rest.")
            .iter()
            .map(|word| word.asked)
            .collect();
        assert_eq!(asked, [true, true, true, false, false]);
    }
}
