//! Every rule is explained, and every example is what it says it is.

use super::*;
use crate::advice::check_with_advice;
use crate::page::Look;
use crate::text::{Clean, columns};

/// Rules about the way a file is saved, or about files beside it: a text alone cannot show them.
const BEYOND_THE_TEXT: [Rule; 4] = [
    Rule::Encoding,
    Rule::MissingFile,
    Rule::UnfitFile,
    Rule::RoughSound,
];

#[test]
fn every_rule_has_an_explanation() {
    for rule in Rule::ALL {
        assert!(
            Explanation::of(*rule).is_some(),
            "{rule} is not explained. Add a section to src/diagnostic/explain/rules.md:\n\n\
             ## {rule} (error)      or (warning) or (advice)\n\n\
             Why it matters in a practice, and what to do, in some sentences.\n\n\
             ```toml before\n(a small session that leads to this rule)\n```\n\n\
             ```toml after\n(the same session with nothing to mend)\n```"
        );
    }
    let sections = RULES.matches("\n## ").count();
    assert_eq!(
        sections,
        Rule::ALL.len(),
        "a section for no rule, or two for one"
    );
}

#[test]
fn the_session_before_has_the_finding_and_the_one_after_has_none() {
    for rule in Rule::ALL
        .iter()
        .filter(|rule| !BEYOND_THE_TEXT.contains(rule))
    {
        let Some(explained) = Explanation::of(*rule) else {
            continue;
        };
        // What is left of an example after mending need not be free of every other suggestion.
        let advised = |text| {
            let advised = check_with_advice(text, "example");
            let advice = advised.advice.into_iter();
            let about_this = advice.filter(|found| found.rule == *rule);
            [advised.checked.diagnostics, about_this.collect()].concat()
        };
        let found = advised(explained.before);
        let hit = found.iter().find(|found| found.rule == *rule);
        let hit = hit.unwrap_or_else(|| panic!("{rule}: before has {found:#?}"));
        assert_eq!(hit.severity, explained.severity, "{rule}");
        let others = found
            .iter()
            .filter(|found| found.rule != *rule && found.is_error());
        assert_eq!(others.count(), 0, "{rule}: before has {found:#?}");
        assert_eq!(advised(explained.after), [], "{rule}: after");
    }
}

#[test]
fn explanations_are_worded_for_people_who_do_not_program() {
    let words = [
        "string",
        "literal",
        "parse",
        "parser",
        "token",
        "syntax",
        "integer",
        "float",
        "boolean",
        "array",
        "table",
        "invalid",
        "toml",
        "null",
        "key",
        "keys",
        "value type",
    ];
    for rule in Rule::ALL {
        let Some(explained) = Explanation::of(*rule) else {
            continue;
        };
        let sentences: usize = explained
            .paragraphs
            .iter()
            .map(|text| text.matches(['.', '?']).count())
            .sum();
        assert!(sentences >= 2, "{rule}");
        for text in &explained.paragraphs {
            assert!(Clean::check(text).is_ok(), "{rule}: {text}");
            assert!(text.ends_with('.'), "{rule}: {text}");
            let plain = text.to_lowercase();
            let spoken: Vec<_> = plain.split(|c: char| !c.is_alphabetic()).collect();
            for word in words {
                assert!(!spoken.contains(&word), "{rule}: {word:?} in {text:?}");
            }
        }
    }
}

#[test]
fn a_page_fits_any_width() {
    for width in [40, 60, 80, 200] {
        for unicode in [true, false] {
            let look = Look {
                colour: false,
                unicode,
                width,
            };
            let pages = Rule::ALL.iter().map(|rule| page(*rule, look, true));
            for line in pages
                .chain([list(look)])
                .flat_map(|page| page.lines().map(str::to_owned).collect::<Vec<_>>())
            {
                assert!(columns(&line) <= width, "{width}: {line}");
                assert!(unicode || line.is_ascii(), "{line}");
            }
        }
    }
}

#[test]
fn a_name_that_is_nearly_right_is_understood() {
    let table = [
        ("bad-time", Ok(Rule::BadTime)),
        ("Bad_Time ", Ok(Rule::BadTime)),
        ("bad-tiem", Err(Some(Rule::BadTime))),
        ("unknown-keys", Err(Some(Rule::UnknownKey))),
        ("xyzzy", Err(None)),
        ("", Err(None)),
    ];
    for (name, wanted) in table {
        assert_eq!(find(name), wanted, "{name}");
    }
}

#[test]
fn a_page_says_why_and_shows_what_changes() {
    let look = Look {
        width: 60,
        ..Look::default()
    };
    insta::assert_snapshot!(page(Rule::BadTime, look, true), @r#"
    bad-time (error)
    A length of time is written in a way that cannot be read.

    Times carry a practice, so softly reads only those that
    cannot be taken for another. A number alone counts seconds:
    4 or 4.5. A time with a unit stands in quotation marks:
    "30s", "5m", "1m 30s", "1h". A colon is not used, because
    1:30 could be a minute and a half or an hour and a half.

    Before
        softly = 1
        title = "A quiet evening"

        [[step]]
      ▸ rest = "1:30"

    After
        softly = 1
        title = "A quiet evening"

        [[step]]
      ▸ rest = "1m 30s"
    "#);
}
