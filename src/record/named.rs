//! How the file of a recording is called: a number, so that a folder shows them in order, and the
//! first words, so that one knows which is which.
//!
//! The names are plain on every system and in every language: small letters without accents, digits
//! and hyphens.

/// The folder beside the session in which recordings are.
pub const FOLDER: &str = "voice";
/// How many words of a line a name has, and how many letters at most.
const WORDS: usize = 5;
const LETTERS: usize = 36;

/// The name of the file for a line, from the folder of the session on: `voice/03-let-the-jaw.flac`.
///
/// `number` counts from one, up to `count`. A name that is taken is given another number at its end.
pub fn file_name(
    number: usize,
    count: usize,
    line: &str,
    is_taken: impl Fn(&str) -> bool,
) -> String {
    let digits = count.max(10).to_string().len();
    let stem = format!("{FOLDER}/{number:0digits$}-{}", first_words(line));
    let plain = format!("{stem}.flac");
    if !is_taken(&plain) {
        return plain;
    }
    let numbered = |again: usize| format!("{stem}-{again}.flac");
    let free = (2..10_000).map(numbered).find(|name| !is_taken(name));
    free.unwrap_or(plain)
}

fn first_words(line: &str) -> String {
    let mut name = String::new();
    for word in line.split(|c: char| c.is_whitespace() || "-–—/".contains(c)) {
        let word: String = word.chars().flat_map(plain).collect();
        if word.is_empty() {
            continue;
        }
        let grown = name.len() + 1 + word.len();
        if !name.is_empty() && (grown > LETTERS || name.split('-').count() == WORDS) {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word);
    }
    name.truncate(LETTERS);
    if name.is_empty() {
        "line".to_owned()
    } else {
        name
    }
}

/// A letter without its accent, as small letters; nothing for anything else.
fn plain(letter: char) -> impl Iterator<Item = char> {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    let spelt = match lower {
        'ä' | 'æ' => "ae",
        'ö' | 'œ' | 'ø' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'à' | 'á' | 'â' | 'ã' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' => "o",
        'ù' | 'ú' | 'û' => "u",
        'ý' | 'ÿ' => "y",
        _ => "",
    };
    let itself = lower.is_ascii_alphanumeric().then_some(lower);
    spelt.chars().chain(itself)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_number_and_the_first_words() {
        let table = [
            (
                1,
                9,
                "Let the jaw be loose.",
                "voice/01-let-the-jaw-be-loose.flac",
            ),
            (
                7,
                120,
                "There's nothing to do now, really.",
                "voice/007-theres-nothing-to-do-now.flac",
            ),
            (
                3,
                20,
                "Größe – ein Übergang",
                "voice/03-groesse-ein-uebergang.flac",
            ),
            (4, 20, "息を吐いて", "voice/04-line.flac"),
            (5, 20, "...", "voice/05-line.flac"),
            (6, 20, "../../etc/passwd", "voice/06-etc-passwd.flac"),
        ];
        for (number, count, line, wanted) in table {
            assert_eq!(file_name(number, count, line, |_| false), wanted);
        }
        let long = file_name(1, 1, &"abcdefghij".repeat(20), |_| false);
        assert!(long.len() < 60, "{long}");
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let taken = ["voice/01-in.flac", "voice/01-in-2.flac"];
        let name = file_name(1, 5, "In", |name| taken.contains(&name));
        assert_eq!(name, "voice/01-in-3.flac");
    }

    #[test]
    fn a_session_may_name_every_such_file() {
        let lines = ["A - b", "con", "nul.", "  'quoted'  ", "ÀÉÎ õü ÿ"];
        for (index, line) in lines.iter().enumerate() {
            let name = file_name(index + 1, lines.len(), line, |_| false);
            let session = format!(
                "softly = 1\ntitle = \"A\"\n[[step]]\nrest = \"30s\"\nsay = \"A.\"\nvoice = \"{name}\"\n"
            );
            let checked = crate::script::check(&session, "a");
            assert!(checked.is_usable(), "{name}");
        }
    }
}
