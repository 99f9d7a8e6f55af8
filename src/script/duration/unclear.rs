//! What somebody meant whose time could not be read: two times, or numbers in words.
//!
//! It only explains. Nothing here is read as a time without being asked for.

use super::{NotATime, parts, write};
use crate::script::mend::signs;

/// The longest text that is looked at: no time that people write is longer.
const LONGEST: usize = 80;

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 5] = ["twenty", "thirty", "forty", "fifty", "sixty"];

/// What was meant, if that can be seen.
pub(super) fn explain(text: &str) -> Option<NotATime> {
    if text.len() > LONGEST {
        return None;
    }
    in_words(text).or_else(|| range(text))
}

/// `4–6`, `4-6 min` and `30s to 1 minute`.
fn range(text: &str) -> Option<NotATime> {
    let is_dash = |c: char| c == '-' || signs::is_dash(c);
    let (from, to) = text
        .split_once(is_dash)
        .or_else(|| text.split_once(" to "))?;
    let (from, to) = (from.trim(), to.trim());
    let last = parts(to).ok()?;
    let bare = from
        .bytes()
        .all(|c| c.is_ascii_digit() || c == b'.' || c == b',');
    let unit = to.trim_start_matches(|c: char| !c.is_alphabetic());
    let first = if bare {
        parts(&format!("{from} {unit}")).ok()?
    } else {
        parts(from).ok()?
    };
    if bare && unit.is_empty() {
        return Some(NotATime::Range(from.to_owned(), to.to_owned()));
    }
    let in_marks = |time| format!("\"{}\"", write(time));
    Some(NotATime::Range(in_marks(first), in_marks(last)))
}

/// `six`, `two minutes`, `half an hour`.
fn in_words(text: &str) -> Option<NotATime> {
    let lower = text.to_lowercase();
    if let Some(number) = number(&lower) {
        return Some(NotATime::InWords(number.to_string()));
    }
    let mut digits: Vec<String> = Vec::new();
    let mut words = lower.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let article = |word: &&str| matches!(*word, "a" | "an");
        digits.push(if word == "half" && words.next_if(article).is_some() {
            "0.5".to_owned()
        } else if article(&word) {
            "1".to_owned()
        } else if let Some(tens) = word_of(word).filter(|tens| *tens >= 20) {
            let is_ones = |next: &&str| word_of(next).is_some_and(|ones| (1..10).contains(&ones));
            let ones = words.next_if(is_ones).and_then(word_of).unwrap_or(0);
            (tens + ones).to_string()
        } else {
            number(word).map_or_else(|| word.to_owned(), |number| number.to_string())
        });
    }
    let digits = digits.join(" ");
    let time = (digits != lower).then(|| parts(&digits).ok()).flatten()?;
    Some(NotATime::InWords(write(time)))
}

/// A whole number in words, from zero to sixty-nine.
pub(super) fn number(words: &str) -> Option<u32> {
    let lower = words.trim().to_lowercase();
    match lower.split_once(['-', ' ']) {
        None => word_of(&lower),
        Some((tens, ones)) => {
            let (tens, ones) = (word_of(tens)?, word_of(ones)?);
            let fits = (20..=60).contains(&tens) && tens % 10 == 0 && (1..10).contains(&ones);
            fits.then_some(tens + ones)
        }
    }
}

fn word_of(word: &str) -> Option<u32> {
    let place = |words: &[&str]| words.iter().position(|known| *known == word);
    let ones = place(&ONES).and_then(|at| u32::try_from(at).ok());
    ones.or_else(|| Some((u32::try_from(place(&TENS)?).ok()? + 2) * 10))
}
