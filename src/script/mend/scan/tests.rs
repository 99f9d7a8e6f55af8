//! What is read as it was meant, and what is left alone.

use crate::script::mend::Meant;

fn meant(text: &str) -> String {
    Meant::new(text).text().to_owned()
}

#[test]
fn what_word_processors_make_of_a_session_is_read_as_it_was_meant() {
    let table = [
        ("say = “Soft”", "say = \"Soft\""),
        ("say = „Weich“ # „x“", "say = \"Weich\" # „x“"),
        ("say = «\u{202f}Doux\u{202f}»\r\n", "say = \"Doux\"\r\n"),
        ("say = ‘It’s fine’", "say = \"It’s fine\""),
        ("say = “It’s “fine”, too”", "say = \"It’s “fine”, too\""),
        ("say = “so \"fine\" too”", "say = \"so \\\"fine\\\" too\""),
        ("say = \"Soft”", "say = \"Soft\""),
        (
            "cues = { in = \"a”, out = \"b\" }",
            "cues = { in = \"a\", out = \"b\" }",
        ),
        ("say = 'Soft’", "say = 'Soft'"),
        ("say = “Soft\"", "say = \"Soft\""),
        ("say = ＂Soft＂", "say = \"Soft\""),
        ("say = \u{feff}“Soft”", "say = \"Soft\""),
        ("\u{feff}“say” = “Soft”", "\"say\" = \"Soft\""),
        (
            "at = { “30s” = “Half”, “–10s” = “Two” }",
            "at = { \"30s\" = \"Half\", \"-10s\" = \"Two\" }",
        ),
        (
            "at = { \"–10s\" = \"–10s\" }",
            "at = { \"-10s\" = \"–10s\" }",
        ),
        (
            "at = { –10s = \"x\", −5s = \"y\" }",
            "at = { -10s = \"x\", -5s = \"y\" }",
        ),
        (
            "cautions = [\n  “One, two”,\n  “Three”\n]",
            "cautions = [\n  \"One, two\",\n  \"Three\"\n]",
        ),
        (
            "cautions = [ “One”；“Two” ]",
            "cautions = [ \"One\";\"Two\" ]",
        ),
        ("ramp–to = { in\u{a0}=\u{2009}4 }", "ramp-to = { in = 4 }"),
        ("stop‑if = “x”", "stop-if = \"x\""),
        ("ramp—to = 4", "ramp-to = 4"),
        ("position = side‑lying", "position = side-lying"),
        ("rest = –4", "rest = -4"),
        ("[[own–position]]", "[[own-position]]"),
        (
            "［［ｓｔｅｐ］］\nｒｅｓｔ　＝　４５",
            "[[step]]\nrest = 45",
        ),
        ("in ＝ ４．５， out ＝ ６ ＃ ＝", "in = 4.5, out = 6 # ＝"),
        (
            "breathe = { in = 4,5, out = 6,25 }",
            "breathe = { in = 4.5, out = 6.25 }",
        ),
        ("{ in = 4,5,out = 0,125}", "{ in = 4.5,out = 0.125}"),
        ("rest = 4,5 s", "rest = 4.5 s"),
        ("rest = ４，５", "rest = 4.5"),
        ("rest = ½ # ½", "rest = 0.5 # ½"),
        ("rest = 4½\u{a0}min", "rest = 4.5 min"),
        ("```toml\nrest = 4\n```\n", "rest = 4\n"),
        ("~~~\nrest = 4\n~~~", "rest = 4\n"),
        ("rest\u{ad} = 4\u{200b}", "rest = 4"),
        ("rest = 4\u{2028}say = “x”\u{b}", "rest = 4\nsay = \"x\"\n"),
        (
            "# a note\u{2028}rest = 4 # b\u{2028}c",
            "# a note\nrest = 4 # b\u{2028}c",
        ),
        ("rest = 4\rsay = \"a\"\r\n", "rest = 4\nsay = \"a\"\r\n"),
        (
            "say = “One\nand two.”\nby = “x”",
            "say = \"One\nand two.\"\nby = \"x\"",
        ),
        (
            "a = [ [\n[[step]]\nrest = “4s”",
            "a = [ [\n[[step]]\nrest = \"4s\"",
        ),
    ];
    for (written, wanted) in table {
        assert_eq!(meant(written), wanted);
        assert_eq!(meant(wanted), wanted);
    }
}

#[test]
fn what_is_fine_or_could_mean_two_things_is_left_alone() {
    let table = [
        "say = \"“Soft” – half\u{a0}way… ½ 4,5 ４ \u{200b}\"",
        "say = '“Soft” – it\"s'",
        "say = \"\"\"\n```\n“Soft” – ½\n\\\"\"\" ４\"\"\"\nrest = 4",
        "say = '''\n“Soft” \\'''\nrest = 4",
        "say = \"a \\\" “b” – c\"",
        "a = [\"Notice “floor”, “jaw”.\", \"5” wide\", \"5”\", \"”a”, ”b”\"]",
        "# “Soft” – ½, 4,5 \u{a0} ４ \u{200b}",
        "say = “Soft”, “loud”",
        "say = “Soft” she said",
        "say = “Soft",
        "cautions = [“Stop, if it hurts”, or rest.”]",
        "for = 4–6",
        "for = 4 – 6",
        "for = “4s” – “6s”",
        "times = 1,000",
        "rest = 4, 5",
        "rest = 4,5,6",
        "a = { b = 1,2 = 3 }",
        "a = [4,5]",
        "breathe = 4,6",
        "rest = 1 ½",
        "title = Slow – soft",
        "title = side–lying",
        "A quiet “evening”, with rest.",
        "rest = 4\r\n\r\n[[step]]\r\n",
        "`` x",
        "say = \"One\nand “two” – three.\"",
        "x = “a\nb = 4",
    ];
    for text in table {
        assert_eq!(meant(text), text);
    }
}

#[test]
fn each_kind_is_told_once_where_it_first_is() {
    let text = "```\nsay = “a”\u{a0}\nby = “b”\u{2028}ramp–to = ½\n４ = 1,5\n```\n";
    let found = Meant::new(text).findings();
    let told: Vec<_> = found
        .iter()
        .map(|found| (&text[found.span.clone()], found.label.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("“", "the first of 4"),
            ("\u{a0}", "an unusual space, or something unseen"),
            ("\u{2028}", "an unusual end of a line"),
            ("–", "a long dash"),
            ("４", "a wide one"),
            ("½", "the first of 2"),
            ("```", "the first of 2"),
        ]
    );
    assert!(found.iter().all(|found| !found.is_error()));
}
