//! Which lines two short texts do not have in common.

/// The lines of `text`, each with whether `other` lacks it at that place.
pub(super) fn lines<'a>(text: &'a str, other: &str) -> Vec<(&'a str, bool)> {
    let (text, other): (Vec<_>, Vec<_>) = (text.lines().collect(), other.lines().collect());
    let common = common(&text, &other);
    let (mut at, mut there) = (0, 0);
    let mut lines = Vec::new();
    while at < text.len() {
        // Along the longest way through both, a line is skipped where that keeps more in common.
        if there < other.len() && text[at] == other[there] {
            lines.push((text[at], false));
            (at, there) = (at + 1, there + 1);
        } else if there < other.len() && common[at][there + 1] >= common[at + 1][there] {
            there += 1;
        } else {
            lines.push((text[at], true));
            at += 1;
        }
    }
    lines
}

/// How many lines the rest of one text and the rest of the other have in common, in order.
fn common(text: &[&str], other: &[&str]) -> Vec<Vec<usize>> {
    let mut common = vec![vec![0; other.len() + 1]; text.len() + 1];
    for at in (0..text.len()).rev() {
        for there in (0..other.len()).rev() {
            common[at][there] = if text[at] == other[there] {
                common[at + 1][there + 1] + 1
            } else {
                common[at + 1][there].max(common[at][there + 1])
            };
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_other_lacks_is_marked() {
        let before = "a\n[[step]]\nrest\nbreathe\n";
        let after = "a\n[[step]]\nrest\n\n[[step]]\nbreathe\n";
        let marked = |text, other| -> Vec<_> {
            let lines = lines(text, other).into_iter();
            lines
                .filter(|(_, new)| *new)
                .map(|(line, _)| line)
                .collect()
        };
        assert_eq!(marked(before, after), [""; 0]);
        assert_eq!(marked(after, before), ["", "[[step]]"]);
        assert_eq!(marked("one\ntwo\n", "one\n2\n"), ["two"]);
        assert_eq!(marked("x\n", ""), ["x"]);
    }
}
