//! What every renderer has to keep, whatever the file holds.

use super::*;
use crate::text::columns;

fn sample() -> Diagnostic {
    Diagnostic::error(
        Rule::UnknownPosition,
        13..26,
        "\"side-laying\" is not a position I know",
    )
    .label("did you mean \"side-lying\"?")
    .help("Choose one of: any, side-lying.")
    .fix(13..26, "\"side-lying\"")
}

const TEXT: &str = "position = [ \"side-laying\"]\n";

fn source(text: &str) -> Source<'_> {
    Source {
        name: "my.toml",
        text,
    }
}

const fn human(unicode: bool) -> Format {
    Format::Human(Look {
        colour: false,
        unicode,
        width: 100,
    })
}

const ALL: [Format; 5] = [
    human(true),
    human(false),
    Format::Plain,
    Format::Short,
    Format::Json,
];

#[test]
fn people_see_the_line_the_place_and_the_change() {
    let page = render(human(false), source(TEXT), &[sample()]);
    let wanted = "\
error: \"side-laying\" is not a position I know
 --> my.toml:1:14
  |
1 | position = [ \"side-laying\"]
  |              ^^^^^^^^^^^^^ did you mean \"side-lying\"?
  |
  = help: Choose one of: any, side-lying.
  = help: change it to
    position = [ \"side-lying\"]
                 ^^^^^^^^^^^^

";
    assert_eq!(page, wanted);
}

#[test]
fn editors_get_one_line() {
    assert_eq!(
        render(Format::Short, source(TEXT), &[sample()]),
        "my.toml:1:14: error[unknown-position]: \"side-laying\" is not a position I know; \
         did you mean \"side-lying\"?; Choose one of: any, side-lying.\n"
    );
}

#[test]
fn programs_get_json_with_places_counted_from_one() {
    let line = render(Format::Json, source(TEXT), &[sample()]);
    let object: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(object["version"], 1);
    assert_eq!(
        (&object["line"], &object["column"]),
        (&1.into(), &14.into())
    );
    assert_eq!(object["end_column"], 27);
    assert_eq!(object["rule"], "unknown-position");
    assert_eq!(object["severity"], "error");
    assert_eq!(object["fix"]["replacement"], "\"side-lying\"");
}

#[test]
fn nothing_a_file_holds_can_steer_the_terminal() {
    let piled = "\u{301}".repeat(9);
    let hostile = &format!(
        "a{piled}\u{200d}\u{1b}]0;x\u{7}\u{9b}31m\u{202e}\u{200b}\u{feff}\t\u{2028}\r\n\u{1}\u{1b}[2J\u{7f}é\u{85}"
    );
    let all: Vec<_> = (0..hostile.len())
        .filter(|at| hostile.is_char_boundary(*at))
        .map(|at| {
            Diagnostic::error(
                Rule::UnfitText,
                at..hostile.len(),
                format!("message {hostile}"),
            )
            .label(hostile)
            .help(hostile)
            .fix(0..at, hostile)
            .also(0..at, hostile)
        })
        .collect();
    let source = Source {
        name: hostile,
        text: hostile,
    };
    for format in ALL {
        let page = render(format, source, &all);
        for line in page.lines() {
            assert!(Clean::check(line).is_ok(), "{format:?}: {line:?}");
        }
        assert!(!page.contains('\r'));
    }
}

#[test]
fn no_row_is_wider_than_the_terminal() {
    let text =
        "say = [\"息を吸って\", \"é\u{1b}\", \"a long line that goes on and on and on\"]\nx = 1";
    let places: Vec<_> = (0..=text.len())
        .filter(|at| text.is_char_boundary(*at))
        .collect();
    let source = Source {
        name: "a-folder-with-a-long-name/and-a-long-name-of-a-file.toml",
        text,
    };
    for (index, start) in places.iter().enumerate().step_by(3) {
        for end in places[index..].iter().step_by(11) {
            let found = Diagnostic::error(Rule::Syntax, *start..*end, text)
                .label("a label that is rather long, too")
                .help("Unhurriedlyunhurriedlyunhurriedlyunhurriedly, word for word.")
                .help(format!("For example: {text}"))
                .fix(*start..*end, "\"息\"")
                .also(0..3, "the other place");
            for unicode in [true, false] {
                for width in [40, 57, 80] {
                    let look = Look {
                        colour: false,
                        unicode,
                        width,
                    };
                    let page = render(Format::Human(look), source, std::slice::from_ref(&found));
                    for line in page.lines() {
                        assert!(columns(line) <= width, "{width}: {line:?}");
                        assert!(unicode || line.is_ascii(), "{line:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_huge_line_and_a_huge_message_are_cut() {
    let text = "x".repeat(200_000);
    let found =
        Diagnostic::error(Rule::LongText, 100_000..200_000, text.clone()).label(text.clone());
    for format in ALL {
        let page = render(format, source(&text), std::slice::from_ref(&found));
        assert!(page.len() < 6_000, "{format:?}: {}", page.len());
    }
}

#[test]
fn every_span_can_be_drawn_even_one_past_the_end() {
    let text = "ab\n\ncd";
    for start in 0..8 {
        for end in start..9 {
            let found = Diagnostic::error(Rule::Syntax, start..end, "m").fix(start..end, "x");
            for format in ALL {
                assert!(!render(format, source(text), std::slice::from_ref(&found)).is_empty());
            }
        }
    }
}
