//! What is heard of a finding.

use super::*;
use crate::diagnostic::{Format, render as write};
use crate::script::check;

fn told(text: &str) -> String {
    let source = Source {
        name: "evening.toml",
        text,
    };
    write(Format::Plain, source, &check(text, "evening").diagnostics)
}

#[test]
fn each_finding_is_a_paragraph_with_its_place_and_the_mended_line() {
    let text = r#"softly = 1
title = "Evening"
positon = "seated"

[[step]]
rest = "30 secs."

[[step]]
title = "Soft breathing"
breathe = { in = 4, out = 6 }
for = 5
"#;
    insta::assert_snapshot!(told(text), @r#"
    evening.toml: 2 things to mend, and 1 remark.

    1 of 3. Line 3, above the first step, at "positon":
    Softly does not know "positon".
    Did you mean "position"?
    You could write: position = "seated".

    2 of 3. Line 6, in step 1, at "30 secs.":
    This is not a time that softly can read.
    Write seconds as a number, 4 or 4.5, or a time with its unit: "30s", "1m 30s", "5m".

    3 of 3, a remark. Line 11, in the step called "Soft breathing", at "5":
    This step lasts 5 seconds, and one breath of it lasts 10 seconds.
    Did you mean "5m"?
    A number without a unit counts seconds.
    You could write: for = "5m".

    That is the end of the list. The file can be used when these things are mended.
    To read more: softly explain bad-time
    "#);
}

#[test]
fn remarks_alone_do_not_keep_a_session_from_being_played() {
    let text = "softly = 1\ntitle = \"x\"\n[[step]]\nbreathe = { in = 4, out = 6 }\nfor = 5\n";
    insta::assert_snapshot!(told(text), @r#"
    evening.toml: nothing that has to be mended, and 1 remark.

    1 of 1, a remark. Line 5, in step 1, at "5":
    This step lasts 5 seconds, and one breath of it lasts 10 seconds.
    Did you mean "5m"?
    A number without a unit counts seconds.
    You could write: for = "5m".

    That is the end of the list. The file can be used as it is.
    "#);
    assert_eq!(told("softly = 1\ntitle = \"x\"\n[[step]]\nrest = 5\n"), "");
}

#[test]
fn signs_and_units_are_said_in_words() {
    let table = [
        (
            "a { is opened here and never closed with }",
            "a { (opening curly bracket) is opened here and never closed with } (closing curly bracket)",
        ),
        (
            "a name and its value are joined by = and not by :",
            "a name and its value are joined by = (equals sign) and not by : (colon)",
        ),
        (
            "this file does not begin with softly = 1",
            "this file does not begin with softly = 1",
        ),
        (
            "and this is 1m 1.5s; one 10s, and not \"5m\"",
            "and this is 1 minute 1.5 seconds; one 10 seconds, and not \"5m\"",
        ),
        ("did you mean `by`?", "did you mean \"by\"?"),
    ];
    for (words, heard) in table {
        assert_eq!(spoken(words), heard);
    }
}

#[test]
fn words_of_the_file_stand_in_one_pair_of_quotation_marks() {
    let table = [
        ("positon", "\"positon\""),
        ("\"30 secs.\"", "\"30 secs.\""),
        ("\"never closed", "\"never closed\""),
        ("'There's no hurry.'", "\"There's no hurry.\""),
        ("[\"a\", \"b\"]", "[\"a\", \"b\"]"),
        ("\"\"", "\"\""),
    ];
    for (words, wanted) in table {
        assert_eq!(in_quotation_marks(words), wanted);
    }
}
