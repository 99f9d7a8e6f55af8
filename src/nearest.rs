//! "Did you mean": what is most like something that was typed, by its short name or its title.

/// How alike two names are that can have been meant for each other, from 0 to 1. Our own judgement:
/// `legs-restin` is meant, and another name of the same length is not.
const NEAR: f64 = 0.75;
/// Nobody mistypes a short name into a hundred letters; comparing would only cost time.
const LONGEST: usize = 60;

/// The one that was probably meant, if any is near: each with its short name and its title.
pub fn nearest<'a, T>(
    typed: &str,
    all: impl IntoIterator<Item = (T, &'a str, &'a str)>,
) -> Option<T> {
    let lower = typed.to_lowercase();
    let likeness = |id: &str, title: &str| {
        let by_title = strsim::jaro_winkler(&lower, &title.to_lowercase());
        by_title.max(strsim::jaro_winkler(typed, id))
    };
    all.into_iter()
        .filter(|_| typed.len() <= LONGEST)
        .map(|(one, id, title)| (likeness(id, title), one))
        .filter(|(likeness, _)| *likeness > NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_name_or_a_title_is_understood() {
        let all = [
            (1, "legs-resting", "Legs Resting"),
            (2, "childs-pose-supported", "Resting Forward"),
        ];
        for (typed, meant) in [
            ("legs-restin", Some(1)),
            ("Legs resting!", Some(1)),
            ("resting forwards", Some(2)),
            ("banana", None),
            (&"legs-resting".repeat(10), None),
        ] {
            assert_eq!(nearest(typed, all), meant, "{typed}");
        }
    }
}
