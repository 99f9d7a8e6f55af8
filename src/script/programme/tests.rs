//! What counts as a programme, how often is read, and what a programme is once it is checked.

use super::*;
use crate::programme::{Times, What};
use crate::script::check;

/// A programme of one week with one invitation.
fn invited(invitation: &str) -> String {
    format!(
        "softly-programme = 1\ntitle = \"T\"\n[[week]]\ntitle = \"W\"\ninvite = [{{ {invitation} }}]\n"
    )
}

#[test]
fn a_programme_is_known_by_its_first_line_or_by_weeks_without_steps() {
    let table = [
        ("softly-programme = 1", true),
        ("# a note\n\nsoftly_programme=1\n[[step]]", true),
        ("softly-program = 1", true),
        ("title = \"T\"\n[[week]]\ntitle = \"W\"", true),
        ("[week]", true),
        ("[[weeks]]", true),
        ("[[week.invite]]", true),
        ("softly = 1\n[[step]]\nrest = 5", false),
        ("softly = 1\n[[week]]\n[[step]]", false),
        ("[[step]]\nsoftly-programme = 1", false),
        ("title = \"softly-programme = 1\"", false),
        ("softly-programmes are nice", false),
        ("", false),
    ];
    for (text, is) in table {
        assert_eq!(is_one(text), is, "{text:?}");
        assert_eq!(check(text, "t").is_programme, is, "{text:?}");
    }
}

#[test]
fn how_often_is_read_as_people_write_it() {
    let read = |times: &str| {
        let text = invited(&format!("session = \"legs-resting\", times = {times}"));
        let programme = check(&text, "t").programme?;
        let Times { least, most } = programme.weeks[0].invite[0].times?;
        Some((least, most))
    };
    let table = [
        ("2", Some((2, 2))),
        ("\"2\"", Some((2, 2))),
        ("\"2-3\"", Some((2, 3))),
        ("\"2 – 3\"", Some((2, 3))),
        ("\"2—3\"", Some((2, 3))),
        ("\" 2 to 3 \"", Some((2, 3))),
        ("\"1 or 2\"", Some((1, 2))),
        ("\"3-3\"", Some((3, 3))),
        ("50", Some((50, 50))),
        ("0", None),
        ("51", None),
        ("-2", None),
        ("2.5", None),
        ("true", None),
        ("\"\"", None),
        ("\"2-\"", None),
        ("\"2-3-4\"", None),
        ("\"twice\"", None),
        ("\"99999999999999999999\"", None),
        ("[2, 3]", None),
    ];
    for (times, wanted) in table {
        assert_eq!(read(times), wanted, "{times}");
    }
}

#[test]
fn what_was_meant_is_offered_where_it_is_clear() {
    let table = [
        ("\"twice\"", Some("2")),
        ("\"once or twice\"", Some("\"1-2\"")),
        ("\"2x\"", Some("2")),
        ("\"2-3 times\"", Some("\"2-3\"")),
        ("\"two to three times\"", Some("\"2-3\"")),
        ("2.0", Some("2")),
        ("\"3-2\"", Some("\"2-3\"")),
        ("\"now and then\"", None),
        ("\"every day\"", None),
    ];
    for (times, wanted) in table {
        let text = invited(&format!("session = \"legs-resting\", times = {times}"));
        let found = check(&text, "t").diagnostics;
        assert_eq!(found.len(), 1, "{times}: {found:?}");
        let fix = found[0].fix.as_ref().map(|fix| fix.replacement.as_str());
        assert_eq!(fix, wanted, "{times}");
    }
}

#[test]
fn a_checked_programme_is_what_its_file_says() {
    let text = include_str!("../../../tests/fixtures/valid/programme.toml");
    let checked = check(text, "a-file");
    assert_eq!(checked.diagnostics, []);
    assert!(checked.session.is_none());
    let programme = checked.programme.unwrap();
    assert_eq!(&*programme.id, "four-quiet-weeks");
    assert_eq!(programme.strands.len(), 2);
    let [first, second] = &programme.weeks[..] else {
        panic!("{:?}", programme.weeks)
    };
    let any = &first.invite[1];
    assert!(matches!(&any.what, What::Sessions(names) if names.len() == 2));
    assert!(any.shorter && any.own_pace);
    assert_eq!(first.invitations(false), first.invite);
    assert_eq!(second.invitations(false), second.otherwise);
    assert_eq!(second.invitations(true), second.invite);
    assert!(matches!(second.invite[0].what, What::External(_)));
    for (asked, nearest) in [(0, 1), (1, 1), (2, 2), (3, 2), (usize::MAX, 2)] {
        assert_eq!(programme.nearest(asked), nearest);
    }
}

#[test]
fn a_name_that_stands_twice_counts_once() {
    let text = invited("session = [\"legs-resting\", \"legs-resting\"]");
    let programme = check(&text, "t").programme.unwrap();
    let What::Sessions(names) = &programme.weeks[0].invite[0].what else {
        panic!("no sessions")
    };
    assert_eq!(names.len(), 1);
}

#[test]
fn every_week_and_every_invitation_is_looked_at_in_one_run() {
    let text = "softly-programme = 1\ntitle = \"T\"\n[[week]]\ntitle = \"A\"\ninvite = [{ tiems = 2, session = \"legs-resting\" }, { times = \"x\", say = \"B\" }]\n[[week]]\ninvite = [{ note = \"N\" }]\n";
    let rules: Vec<_> = check(text, "t")
        .diagnostics
        .iter()
        .map(|found| found.rule.name())
        .collect();
    assert_eq!(
        rules,
        ["unknown-key", "bad-count", "missing-key", "missing-key"]
    );
}
