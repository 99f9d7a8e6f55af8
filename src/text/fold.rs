//! Text as it is compared by whoever searches: in small letters, without accents.
//!
//! What is written to is the caller's, so that thousands of texts need no memory of their own.

use super::ascii::{is_silent, letter};

/// Puts a text at the end of another one, as it is compared.
pub fn fold_into(text: &str, folded: &mut String) {
    // Most texts are plain, and thousands of them may be asked for with one key.
    if text.is_ascii() {
        let begin = folded.len();
        folded.push_str(text);
        folded[begin..].make_ascii_lowercase();
        return;
    }
    for character in text.chars() {
        if character.is_ascii() {
            folded.push(character.to_ascii_lowercase());
            continue;
        }
        for small in character.to_lowercase().filter(|small| !is_silent(*small)) {
            match letter(small) {
                "?" => folded.push(small),
                near => folded.push_str(near),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_accents_make_no_difference() {
        let table = [
            ("Legs Resting", "legs resting"),
            ("ÜBUNG für FÜẞE", "ubung fur fusse"),
            ("e\u{301}te\u{301} Æ", "ete ae"),
            ("ДЫХАНИЕ 息", "дыхание 息"),
            ("", ""),
        ];
        for (text, wanted) in table {
            let mut folded = String::from(">");
            fold_into(text, &mut folded);
            assert_eq!(folded, format!(">{wanted}"));
        }
    }
}
