//! Files made of one thing over and over, which are hard to read as they were meant.
//!
//! The tests check a part of each, and the benches the whole.

use softly::script::limits;

/// The worst that a file of the largest size can be made of.
pub(crate) fn hostile() -> Vec<(&'static str, String)> {
    let head = "softly = 1\ntitle = \"x\"\n[[step]]\n";
    let full = |line: &str| {
        let times = (limits::FILE_BYTES - head.len()) / line.len();
        head.to_owned() + &line.repeat(times)
    };
    vec![
        ("curly marks", full("“")),
        ("curly pairs", full("“”")),
        ("curly texts", full("say = “a “b” c”\n")),
        (
            "curly texts that are never closed",
            full("say = “a “b” c\n"),
        ),
        (
            "curly lists",
            full(&format!("cautions = [{}]\n", "“a”,".repeat(50))),
        ),
        (
            "one curly list",
            format!("{head}cautions = [{}]", "“a”,".repeat(30_000)),
        ),
        ("texts over two lines", full("say = \"a\nb.\"\n")),
        (
            "texts over many lines",
            full("say = “a\nb\nc\nd\ne\nf\ng\nh\n"),
        ),
        ("commas", full(",")),
        ("decimal commas", full("rest = 4,5\n")),
        (
            "decimal commas on one line",
            format!("{head}a = {{ {} }}", "b = 4,5, ".repeat(25_000)),
        ),
        ("clock times", full("rest = 1:30\n")),
        (
            "clock times on one line",
            format!("{head}a = {{ {} }}", "b = 1:30, ".repeat(25_000)),
        ),
        (
            "bare values on one line",
            format!("{head}a = {{ {} }}", "b = 4 sec, ".repeat(22_000)),
        ),
        ("bare values", full("rest = 30s\n")),
        ("breaths in words", full("breathe = in 4, out 6\n")),
        (
            "parts of a breath",
            full("[[step]]\ninhale = 4\nexhale = 6\n"),
        ),
        ("stray lines", full("a b\n")),
        ("fences", full("```\n")),
        ("dashes", full("–")),
        ("dashes in names", full("a–b = 4\n")),
        ("wide letters", full("ａ")),
        ("spaces", full("\u{a0}")),
        ("unseen characters", full("\u{200b}")),
        ("odd breaks", full("\u{2028}")),
        (
            "odd breaks in a note",
            format!("{head}#{}", "\u{2028}".repeat(87_000)),
        ),
        ("returns", full("\r")),
        ("fractions", full("½")),
        ("quotation marks", full("\"")),
        ("apostrophes", full("‘’")),
        (
            "backslashes",
            format!("{head}say = “{}", "\\".repeat(260_000)),
        ),
        (
            "one long line",
            format!("{head}say = “{}”", "é".repeat(130_000)),
        ),
        (
            "many texts on one line",
            format!("{head}at = {{ {} }}", "\"1s\" = \"x\", ".repeat(20_000)),
        ),
        ("unseen characters in texts", full("say = \"a\u{ad}b\"\n")),
        ("wrong headings", full("[Step]\nrest = 4\n")),
    ]
}
