//! A line as a speech program may read it: words, and nothing that it could take for an order.
//!
//! Lines are written by anybody. Speech programs know marks of their own between brackets: sounds,
//! pitch, speed.

use super::Why;

/// No line of a session is longer, in characters; at an easy pace it would take most of a minute.
const LONGEST: usize = 600;

/// The words of a line, if there are any.
pub(super) fn spoken(line: &str) -> Result<String, Why> {
    if line.chars().count() > LONGEST || !line.chars().any(char::is_alphanumeric) {
        return Err(Why::NoWords);
    }
    let mut spoken: String = line.chars().map(plain).collect();
    spoken.push('\n');
    Ok(spoken)
}

/// What a character is to somebody who reads aloud.
fn plain(character: char) -> char {
    match character {
        '[' | '{' => '(',
        ']' | '}' => ')',
        '<' | '>' | '\\' | '`' | '|' | '^' | '~' | '*' | '_' | '#' => ' ',
        _ if character.is_control() => ' ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_marks_do_not() {
        let table = [
            ("Easy, not big.", "Easy, not big.\n"),
            ("[[h@'loU]] there", "((h@'loU)) there\n"),
            ("[[rate 900]] {x}", "((rate 900)) (x)\n"),
            ("<break time=\"9s\"/>so", " break time=\"9s\"/ so\n"),
            ("-q --path=/tmp", "-q --path=/tmp\n"),
            ("Möglicherweise weich …", "Möglicherweise weich …\n"),
        ];
        for (line, expected) in table {
            assert_eq!(spoken(line).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn what_has_no_words_or_too_many_is_not_said() {
        for line in ["", " … ", &"a word ".repeat(100)] {
            assert_eq!(spoken(line), Err(Why::NoWords));
        }
    }
}
