//! How hard a text is to read: the Flesch-Kincaid grade, the school year in which most people can.
//!
//! grade = 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid et al. 1975, for the
//! United States Navy). Syllables are counted by rules, which agree with the CMU Pronouncing Dictionary
//! on about 97 of a hundred words of the library; the others have one too many or one too few.

/// The grade of some texts together. A text that does not end a sentence ends one.
pub(crate) fn grade<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let (mut sentences, mut words, mut syllables) = (0_u32, 0_u32, 0_u32);
    for text in texts {
        for sentence in text.split(['.', '?', '!', ':', ';', '…']) {
            let before = words;
            let letters = |c: char| c.is_alphabetic() || c == '\'';
            for word in sentence.split(|c: char| !letters(c)) {
                if word.chars().any(char::is_alphabetic) {
                    words += 1;
                    syllables += syllables_in(word);
                }
            }
            sentences += u32::from(words > before);
        }
    }
    assert!(words > 0, "there is nothing to read");
    let [sentences, words, syllables] = [sentences, words, syllables].map(f64::from);
    0.39 * words / sentences + 11.8 * syllables / words - 15.59
}

/// The syllables of an English word: its groups of vowels, but for an e that is not spoken.
fn syllables_in(word: &str) -> u32 {
    let word = word.to_lowercase().replace('\'', "");
    let letters: Vec<char> = word.chars().collect();
    let groups = (0..letters.len()).filter(|at| begins_a_group(&letters, *at));
    let groups = groups.count() as u32;
    let mute = u32::from(ends_mute(&letters)) + u32::from(has_a_mute_middle(&word));
    groups.saturating_sub(mute).max(1)
}

fn is_vowel(c: char) -> bool {
    "aeiouyéä".contains(c)
}

/// Whether a group of vowels begins here; some pairs of vowels are two syllables.
fn begins_a_group(letters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(' ', |before| letters[before]);
    let further = at.checked_sub(2).map_or(' ', |before| letters[before]);
    let two = match (before, letters[at]) {
        // "area", "trying".
        ('i', 'a') | ('y', 'i') => true,
        // "usual" and "fluent", but not "quick" and "guess".
        ('u', 'a' | 'e') => !matches!(further, 'q' | 'g'),
        // "quiet", but not "piece"; "being", but not "their".
        ('i', 'e') => letters.starts_with(&['q', 'u', 'i']),
        ('e', 'i') => letters.starts_with(&['b', 'e']),
        _ => false,
    };
    is_vowel(letters[at]) && (two || !is_vowel(before))
}

/// "place" and "moved" end in an e that is not spoken; "little", "touches" and "wanted" do not.
fn ends_mute(letters: &[char]) -> bool {
    match letters {
        [.., c, 'l', 'e'] | [.., c, 'l', 'e', 's'] if !is_vowel(*c) => false,
        [.., 's' | 'c' | 'z' | 'x' | 'g', 'e', 's']
        | [.., 'c' | 's', 'h', 'e', 's']
        | [.., 't' | 'd', 'e', 'd'] => false,
        [.., c, 'e'] | [.., c, 'e', 's' | 'd'] => !is_vowel(*c),
        _ => false,
    }
}

/// "sometimes", "movement", "therefore": two words in one, the first with an e that is not spoken.
fn has_a_mute_middle(word: &str) -> bool {
    let first = [
        "some", "where", "else", "fore", "side", "move", "care", "safe", "time", "home", "more",
        "there",
    ];
    first.iter().any(|first| {
        let rest = word.strip_prefix(first).unwrap_or_default();
        rest.len() > 2 && rest.chars().next().is_some_and(|c| !is_vowel(c))
    })
}

#[test]
fn syllables_are_counted_as_a_dictionary_does() {
    // From the CMU Pronouncing Dictionary; words that sessions use.
    let table = [
        (
            1,
            "breath breathe knees eyes shape move place stays held loose calves thighs edge",
        ),
        (
            1,
            "there whole weight can't you'd it's need one warm through moves",
        ),
        (
            2,
            "settle little pillow easy relax belly shoulders muscle body pelvic noticed",
        ),
        (
            2,
            "places sometimes breathing movement themselves tailbone tension wanted noises",
        ),
        (3, "appointment attention pregnancy anything however"),
        (3, "usual surgery unhurried"),
    ];
    for (count, words) in table {
        for word in words.split(' ') {
            assert_eq!(syllables_in(word), count, "{word}");
        }
    }
}

#[test]
fn an_easy_text_has_a_low_grade_and_a_hard_one_a_high_grade() {
    let easy = grade(["The cat sat on the mat. It was warm there."]);
    let hard = grade([
        "Interdisciplinary rehabilitation necessitates considerable communication between \
         practitioners who individually administer complementary interventions.",
    ]);
    assert!((-2.0..2.0).contains(&easy), "{easy}");
    assert!(hard > 20.0, "{hard}");
}
