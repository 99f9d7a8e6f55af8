//! The tables that the pages write by hand: what is called a slip is one, what is called better is
//! read without a word, and what is called a time is that time.

use softly::script::{check, parse_time};

use super::page::{Page, spans_of};
use super::{GUIDE, REFERENCE};

/// A session for every place in which a single line could stand.
fn around(line: &str) -> [String; 5] {
    let head = "softly = 1\n";
    let titled = "softly = 1\ntitle = \"An example\"\n";
    let rest = "[[step]]\nrest = \"10m\"\n";
    [
        format!("{head}{line}\n{rest}"),
        format!("{titled}{line}\n{rest}"),
        format!("{titled}[[step]]\n{line}\n"),
        format!("{titled}[[step]]\nbreathe = {{ in = 4, out = 6 }}\n{line}\n"),
        format!("{titled}[[step]]\n{line}\ntimes = 6\n"),
    ]
}

/// Whether nothing is found about a line where it belongs.
fn is_fine(line: &str) -> bool {
    let mut files = around(line).to_vec();
    if line.starts_with('[') {
        files = vec![format!(
            "softly = 1\ntitle = \"An example\"\n{line}\nrest = \"10m\"\n"
        )];
    }
    let is_fine = |file: &String| check(file, "example").diagnostics.is_empty();
    files.iter().any(is_fine)
}

#[test]
fn slips_are_slips_and_what_is_better_is_fine() {
    let guide = Page::read(GUIDE);
    let mut looked_at = 0;
    for row in guide.table("| written | better | because |") {
        // Some are told in words.
        let [Some(written), Some(better)] = [0, 1].map(|cell: usize| {
            let whole = row[cell].starts_with('`') && row[cell].ends_with('`');
            spans_of(row[cell]).next().filter(|_| whole)
        }) else {
            continue;
        };
        assert!(!is_fine(written), "{written} is fine");
        assert!(is_fine(better), "{better} is not fine");
        looked_at += 1;
    }
    assert!(looked_at >= 5, "only {looked_at} slips");
}

#[test]
fn times_are_what_they_are_said_to_be() {
    let mut looked_at = 0;
    for (page, head) in [
        (GUIDE, "| written | means |"),
        (REFERENCE, "| unit | can be written |"),
    ] {
        let page = Page::read(page);
        for row in page.table(head) {
            let written = row.iter().flat_map(|cell| spans_of(cell));
            let times: Vec<_> = written
                .map(|time| (time, parse_time(time.trim_matches('"'))))
                .collect();
            for (written, time) in &times {
                assert!(time.is_ok(), "{written}");
                // Of one thing and of two of them.
                let plural = page.name == REFERENCE && written.contains('2');
                assert!(*time == times[0].1 || plural, "{written} in {row:?}");
            }
            looked_at += times.len();
        }
    }
    assert!(looked_at >= 20, "only {looked_at} times");
}

#[test]
#[cfg(unix)]
fn what_cannot_be_read_is_said_as_the_guide_says() {
    let guide = Page::read(GUIDE);
    let sandbox = crate::cli::sandbox::Sandbox::new();
    sandbox.file("rich.toml", b"{\\rtf1\\ansi softly = 1}");
    sandbox.file("word.toml", b"PK\x03\x04word/document.xml");
    // Two ways of writing letters in one file.
    sandbox.file("letter.toml", b"# \xC3\xBC\nby = \"M\xFCde\"");
    for (name, words) in [
        ("missing.toml", "There is no such file."),
        ("rich.toml", "This file is a rich text document"),
        ("word.toml", "a Word document"),
        ("letter.toml", "has a letter in it that cannot be read."),
    ] {
        let said = sandbox.run(&["check", name]).stderr;
        assert!(said.contains(words), "{said}");
        assert!(guide.text.contains(words), "{words}");
    }
}
