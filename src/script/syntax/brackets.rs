//! Finds brackets that are opened and never closed, which the parser only notices far below.

use std::ops::Range;

/// Stretches from an opening bracket to the heading, or the end of the text, that comes before
/// it is closed. Text in quotation marks and notes after # do not count.
pub(super) fn never_closed(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, u8)> = Vec::new();
    let mut quote = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if quote.is_none() && is_heading(line) {
            found.extend(open.first().map(|(at, _)| *at..start));
            open.clear();
        } else {
            quote = scan(line, start, quote, &mut open);
        }
        start += line.len();
    }
    found.extend(open.first().map(|(at, _)| *at..text.len()));
    found
}

/// Whether a line is a heading such as `[[step]]`, even one that misses a bracket.
fn is_heading(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.trim_start_matches('[').trim_end_matches(']');
    line.starts_with('[')
        && !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-_. ".contains(&b))
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Goes through one line, and returns the mark of a text of several lines that is still open.
fn scan(
    line: &str,
    start: usize,
    mut quote: Option<&'static str>,
    open: &mut Vec<(usize, u8)>,
) -> Option<&'static str> {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &line.as_bytes()[at..];
        let step = if let Some(mark) = quote {
            if rest.starts_with(mark.as_bytes()) {
                quote = None;
                mark.len()
            } else if rest[0] == b'\\' && mark.starts_with('"') {
                2
            } else {
                1
            }
        } else {
            quote = ["\"\"\"", "'''", "\"", "'"]
                .into_iter()
                .find(|mark| rest.starts_with(mark.as_bytes()));
            match rest[0] {
                b'#' => return None,
                bracket @ (b'[' | b'{') => open.push((start + at, bracket)),
                b']' => close(open, b'['),
                b'}' => close(open, b'{'),
                _ => {}
            }
            quote.map_or(1, str::len)
        };
        at += step;
    }
    // A text in single marks ends with its line, closed or not.
    quote.filter(|mark| mark.len() == 3)
}

/// Closes the nearest bracket of a kind; what was opened inside it and left open stays open.
fn close(open: &mut Vec<(usize, u8)>, bracket: u8) {
    if let Some(index) = open.iter().rposition(|(_, kind)| *kind == bracket) {
        open.remove(index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_bracket_is_found_where_it_was_opened() {
        let table: [(&str, &[(usize, usize)]); 7] = [
            ("a = { in = 4 }\n[[step]]\n", &[]),
            ("a = { in = 4\n[[step]]\n", &[(4, 13)]),
            ("a = [\"x\",\n \"y\"\n]\n", &[]),
            ("a = [\"[ { #\"] # [\n", &[]),
            ("a = { b = [1, 2 }\n", &[(10, 18)]),
            ("a = \"\"\"\n[ {\n\"\"\"\n", &[]),
            (
                "a = \"no end [\nb = [\n[[step]]\nc = {",
                &[(18, 20), (33, 34)],
            ),
        ];
        for (text, wanted) in table {
            let found = never_closed(text)
                .into_iter()
                .map(|open| (open.start, open.end));
            assert_eq!(found.collect::<Vec<_>>(), wanted, "{text}");
        }
    }
}
