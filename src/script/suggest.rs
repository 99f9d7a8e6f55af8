//! "Did you mean": the nearest of a few names, if it is near enough to be a plausible slip.

/// The name that is nearest to `word`, if any is near.
pub(super) fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Nobody mistypes a short name into a hundred letters; comparing would only cost time.
    if word.len() > 40 {
        return None;
    }
    let word = word.to_lowercase().replace(['_', ' '], "-");
    names
        .into_iter()
        .filter_map(|name| Some((distance(&word, name)?, name)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How far two names are apart, if they are near each other: one slip for every three letters,
/// or one is the beginning of the other.
fn distance(word: &str, name: &str) -> Option<usize> {
    let letters = word.chars().count().max(name.chars().count());
    let slips = strsim::damerau_levenshtein(word, name);
    let begins =
        word.len() >= 4 && (name.starts_with(word) || word.starts_with(name) && name.len() >= 4);
    (slips <= letters / 3 || begins).then_some(slips)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_understood_and_a_stranger_is_not() {
        let names = ["title", "times", "for", "say", "side-lying", "in"];
        let table = [
            ("titel", Some("title")),
            ("tims", Some("times")),
            ("side-laying", Some("side-lying")),
            ("Side Lying", Some("side-lying")),
            ("fro", Some("for")),
            ("it", None),
            ("banana", None),
            ("", None),
        ];
        for (word, wanted) in table {
            assert_eq!(nearest(word, names), wanted, "{word}");
        }
    }
}
