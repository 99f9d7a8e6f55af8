//! Words in curly brackets that stand for something else: `{side}`, `{part}`, `{n}`, `{of}`.
//!
//! Which there are is said here, and nothing more. Filling them in is done by `timeline`.

/// The placeholders, and where each means something.
pub(super) const ALL: [(&str, &str); 4] = [
    ("side", "a stretch that has `sides`"),
    ("part", "a scan"),
    ("n", "the steps inside a repeat"),
    ("of", "the steps inside a repeat"),
];

/// The names in curly brackets, with where they stand, brackets included.
pub(super) fn find(text: &str) -> impl Iterator<Item = (std::ops::Range<usize>, &str)> {
    text.match_indices('{').filter_map(|(start, _)| {
        let inside = &text[start + 1..];
        let end = inside.find(['{', '}'])?;
        let closed = inside[end..].starts_with('}');
        closed.then(|| (start..start + end + 2, &inside[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_curly_brackets_are_found() {
        let names = |text| find(text).map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(names("{side} knee, {n} of {of}"), ["side", "n", "of"]);
        assert_eq!(names("a { b, {{x} and } {"), ["x"]);
        assert_eq!(names("é {}"), [""]);
        assert_eq!(find("é {part}!").next(), Some((3..9, "part")));
    }
}
