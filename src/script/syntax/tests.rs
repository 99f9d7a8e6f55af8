//! Slips that people make while typing, and what they are told. Each is said once.

use super::explain;
use toml::de::DeTable;

/// What is said about one line, and the line after the offered change.
fn said(line: &str) -> Vec<(String, Option<String>)> {
    let (_, errors) = DeTable::parse_recoverable(line);
    let (found, _) = explain(line, &errors);
    found
        .into_iter()
        .map(|found| {
            let mended = found.fix.map(|fix| {
                let mut mended = line.to_owned();
                mended.replace_range(fix.span, &fix.replacement);
                mended
            });
            (format!("{}: {}", found.message, found.label), mended)
        })
        .collect()
}

/// What is written, words that are said about it, and what it becomes.
type Slip = (&'static str, &'static str, Option<&'static str>);

#[track_caller]
fn assert_told(table: &[Slip]) {
    let wrong: Vec<_> = table
        .iter()
        .map(|(line, words, mended)| (line, words, mended, said(line)))
        .filter(|(_, words, mended, all)| {
            let once = all.len() == 1 && all[0].0.contains(**words);
            !once || all[0].1.as_deref() != **mended
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_value_in_another_form_is_told_once_and_mended_where_that_is_certain() {
    assert_told(&[
        ("rest = 30s", "quotation marks", Some("rest = \"30s\"")),
        ("rest = 4 5", "a space inside this number", None),
        ("say = `x`", "quotation marks", Some("say = \"x\"")),
        ("fixed = True", "small letters", Some("fixed = true")),
        ("fixed = yes", "written as true", Some("fixed = true")),
        ("rest = 1:30", "minutes or hours", None),
        ("rest = 5:00", "did you mean", Some("rest = \"5m\"")),
        ("a = { in = 0:04, out = 0:06 }", "minutes or hours", None),
        (
            "a = { in = 4 sec, out = 6 seconds }",
            "quotation marks",
            Some("a = { in = \"4 sec\", out = \"6 seconds\" }"),
        ),
        (
            "a = { in = six, out = Ten }",
            "in digits",
            Some("a = { in = 6, out = 10 }"),
        ),
        (
            "rest = 2 minutes",
            "quotation marks",
            Some("rest = \"2 minutes\""),
        ),
        ("rest = two minutes", "in words", Some("rest = \"2m\"")),
        ("rest = half an hour", "in words", Some("rest = \"30m\"")),
        ("times = twelve", "in digits", Some("times = 12")),
        ("title = Six", "quotation marks", Some("title = \"Six\"")),
        ("say = No", "quotation marks", Some("say = \"No\"")),
        ("id = inside", "quotation marks", Some("id = \"inside\"")),
        ("fixed = no", "written as false", Some("fixed = false")),
        (
            "say = Breathe in, and out. # note",
            "quotation marks",
            Some("say = \"Breathe in, and out.\" # note"),
        ),
        (
            "say = It is \"fine\", now",
            "quotation marks",
            Some("say = \"It is 'fine', now\""),
        ),
        (
            "cautions = [Stop, Rest now]",
            "quotation marks",
            Some("cautions = [\"Stop\", \"Rest now\"]"),
        ),
        (
            "at = { 30s = six }",
            "quotation marks",
            Some("at = { 30s = \"six\" }"),
        ),
    ]);
}

#[test]
fn numbers_that_could_mean_two_things_are_told_and_breaths_in_words_are_understood() {
    assert_told(&[
        ("for = 4–6", "4 or 6?", None),
        ("times = 4-6", "two numbers", None),
        ("for = 4 to 6 minutes", "\"4m\" or \"6m\"", None),
        ("breathe = 4-7-8", "which of these numbers", None),
        ("breathe = 4/6", "which of these numbers", None),
        ("breathe: 4, 6", "which of these numbers", None),
        ("breathe = (4, 6)", "which of these numbers", None),
        (
            "breathe = in 4, out 6",
            "curly brackets",
            Some("breathe = { in = 4, out = 6 }"),
        ),
        (
            "  breathe: in 4, out 6",
            "curly brackets",
            Some("  breathe = { in = 4, out = 6 }"),
        ),
        (
            "breathe = { in: 4.5s; hold for 2, exhale six } # note",
            "curly brackets",
            Some("breathe = { in = 4.5, hold = 2, out = 6 } # note"),
        ),
        (
            "ramp-to inhale for 4 seconds, hold 2 and exhale six",
            "curly brackets",
            Some("ramp-to = { in = 4, hold = 2, out = 6 }"),
        ),
        (
            "breathe = 4 in, 6 out",
            "curly brackets",
            Some("breathe = { in = 4, out = 6 }"),
        ),
        (
            "breathe = { in 4.5, out 6 }",
            "curly brackets",
            Some("breathe = { in = 4.5, out = 6 }"),
        ),
    ]);
}

#[test]
fn a_text_that_goes_on_in_the_next_line_is_joined() {
    assert_told(&[
        (
            "say = \"One\nand two.\"",
            "goes on in the next line",
            Some("say = \"One and two.\""),
        ),
        (
            "say = \"One \n  and two,\n\tand three.\" # note\nby = \"x\"",
            "goes on in the next line",
            Some("say = \"One and two, and three.\" # note\nby = \"x\""),
        ),
        (
            "at = { 30s = \"One\ntwo.\", 40s = \"x\" }\nby = \"x\"",
            "goes on in the next line",
            Some("at = { 30s = \"One two.\", 40s = \"x\" }\nby = \"x\""),
        ),
        (
            "cautions = [\"One\ntwo.\", \"x\"]\nby = \"x\"",
            "goes on in the next line",
            Some("cautions = [\"One two.\", \"x\"]\nby = \"x\""),
        ),
        ("say = \"One\nand two", "never closed", None),
    ]);
}

#[test]
fn a_number_and_what_joins_values_is_told_once_and_mended_where_that_is_certain() {
    assert_told(&[
        ("> [[step]]", "take this out", Some("[[step]]")),
        ("– a thought", "take this out", None),
        ("rest = 04", "does not begin with 0", Some("rest = 4")),
        ("rest = .5", "begin with a point", Some("rest = 0.5")),
        ("rest = 5.", "end with a point", Some("rest = 5")),
        ("times = 1,000", "no comma in a number", None),
        (
            "a = { in = 4; out = 6 }",
            "a comma goes here",
            Some("a = { in = 4, out = 6 }"),
        ),
        (
            "a = { in = 4, , out = 6 }",
            "take it out",
            Some("a = { in = 4,  out = 6 }"),
        ),
        (
            "a = [\"x\" \"y\"]",
            "a comma goes here",
            Some("a = [\"x\", \"y\"]"),
        ),
        (
            "a = [\n  \"x\"\n\n  \"y\"\n]",
            "a comma goes here",
            Some("a = [\n  \"x\",\n\n  \"y\"\n]"),
        ),
        (
            "a = { in = 4 out = 6; hold = 2 sec rest = \"1s\" b = 2 }",
            "a comma goes here",
            Some("a = { in = 4, out = 6, hold = 2 sec, rest = \"1s\", b = 2 }"),
        ),
        ("a = ( in = 4 )", "curly brackets", None),
        ("a = { in = 4 }}", "take this out", Some("a = { in = 4 }")),
        ("a = { in = 4", "the } for this one", None),
        ("title: \"x\"", "joined by =", Some("title = \"x\"")),
        (
            "breathe { in = 4 }",
            "goes after this",
            Some("breathe = { in = 4 }"),
        ),
    ]);
}

#[test]
fn a_text_is_told_once_and_mended_where_that_is_certain() {
    assert_told(&[
        ("say", "its value is missing", None),
        ("say =", "a value goes here", None),
        ("say == \"x\"", "take it out", Some("say = \"x\"")),
        ("say = \"x\";", "take this out", Some("say = \"x\"")),
        ("say = \"x\" rest = 4", "a line of its own", None),
        ("say = \"x", "no quotation mark", Some("say = \"x\"")),
        ("say = \"\"\"x", "never closed", None),
        ("say = “x”", "curly", None),
        (
            "say = 'don't'",
            "double quotation marks",
            Some("say = \"don't\""),
        ),
        (
            "say = \"a \"b\" c\"",
            "single ones inside",
            Some("say = \"a 'b' c\""),
        ),
        ("say = \"\"x\"\"", "one is enough", Some("say = \"x\"")),
        ("say = \"x\" \"y\"", "more than one text", None),
        ("say = \"x\", \"y\"", "more than one text", None),
        (
            "a = { in: \"a: b\", out: \"c\" }",
            "joined by =",
            Some("a = { in = \"a: b\", out = \"c\" }"),
        ),
        (
            "rest = 30 seconds.",
            "quotation marks",
            Some("rest = \"30 seconds\""),
        ),
        ("say = \"C:\\Users\"", "backslash", None),
        ("say = \"a\u{1}b\"", "U+0001", None),
    ]);
}

#[test]
fn a_name_is_told_once_and_mended_where_that_is_certain() {
    assert_told(&[
        (
            "at = { 1m 30s = \"x\", - 1 min = \"y\", -1 min=\"z\" }",
            "quotation marks",
            Some("at = { \"1m 30s\" = \"x\", \"- 1 min\" = \"y\", \"-1 min\"=\"z\" }"),
        ),
        ("at = { a b = \"x\" }", "these brackets", None),
        (
            "reviewed by = \"x\"",
            "no spaces",
            Some("reviewed-by = \"x\""),
        ),
        ("über = 4", "letters a to z", None),
        ("= 4", "a name goes before this", None),
        ("// a note", "write # here", Some("# a note")),
        ("- rest = 4", "take this out", Some("rest = 4")),
        ("[[step]] rest = 4", "the next line", None),
        ("[step]]", "two square brackets", Some("[[step]]")),
        ("[[step]", "two square brackets", Some("[[step]]")),
        ("A quiet evening", "neither a name", None),
    ]);
}

#[test]
fn what_is_fine_is_left_alone() {
    for text in [
        "",
        "a = 1\n",
        "[[step]]\nb = { c = [1, 2] } # {[\n",
        "a = '''\n{ [\n'''\n",
    ] {
        assert!(said(text).is_empty(), "{text}");
    }
}
