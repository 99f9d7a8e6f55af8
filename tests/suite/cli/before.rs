//! What comes before a session and after it, as lines through a pipe: its gate, what can be
//! switched, a question for oneself, the title that others may see.

use serde_json::Value;
use softly::language::Language;
use softly::library;
use softly::wording::Wording;

use super::sandbox::{Ran, Sandbox};

/// A session with a gate, small squeezes, places to ask for and an optional part.
const TOGETHER: &str = include_str!("../../fixtures/valid/chosen-together.toml");

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    sandbox.file("together.toml", TOGETHER);
    let note = TOGETHER.replace("\"therapist\"", "\"note\"");
    // Small squeezes need a therapist's gate.
    let squeezes = "[[step]]\ntitle = \"Small";
    let (note, _) = note.split_once(squeezes).expect("it ends with squeezes");
    sandbox.file("note.toml", note);
    sandbox
}

fn show(options: &[&str]) -> Ran {
    let arguments: Vec<&str> = ["show", "together.toml"]
        .iter()
        .chain(options)
        .copied()
        .collect();
    let ran = sandbox().run(&arguments);
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (Some(0), ""),
        "{options:?}"
    );
    ran
}

#[test]
fn a_therapists_gate_stays_closed_where_nobody_can_answer() {
    insta::assert_snapshot!(sandbox().softly(&["play", "together.toml"]), @"
    --- stderr
    softly: Evening practice is meant to be chosen together with a pelvic-health therapist. If you and yours chose it, --with-therapist says so.
    --- exit 2
    ");
    let now = sandbox().run(&["play", "together.toml", "--now", "--plain"]);
    assert_eq!((now.code, now.stdout.as_str()), (Some(2), ""));
}

#[test]
fn with_a_therapist_it_plays_and_the_page_is_left_out() {
    let ran = sandbox().run(&["play", "together.toml", "--with-therapist"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let said = ran.stdout;
    assert!(said.starts_with("Gather and Let Go. "), "{said}");
    assert!(!said.contains("meant to be chosen"), "{said}");
    // What the page would have told is told at the set-up.
    for line in [
        "Not during an infection or a flare.",
        "Here, these are reasons to stop as well:",
        "A feeling of heaviness or bulging.",
        "Small squeezes, each with its release: off.",
        "Also visiting base of the pelvis: off.",
        "Thank you for being here.",
    ] {
        assert_eq!(said.matches(line).count(), 1, "{line}: {said}");
    }
}

#[test]
fn a_note_is_printed_and_passed_where_nobody_can_answer() {
    let ran = sandbox().run(&["play", "note.toml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let said = ran.stdout;
    let (gate, rest) = said.split_once("\nGather and Let Go. ").unwrap();
    let (gate, list) = gate.split_once("\nStop and change now.\n").unwrap();
    let reasons = softly::pages::reasons_to_stop(Language::English, Wording::Neutral).unwrap();
    for reason in &reasons.list {
        assert!(list.contains(&**reason), "{reason}: {list}");
    }
    insta::assert_snapshot!(gate, @"
    Gather and Let Go.
    A few things are good to know before this one, so they come first.

    Not during an infection or a flare.
    A softer seat, or less time, may be kinder on sore days.
    If the seat is sore: side-lying, or kneeling at a bed.
    If you are very tired: side-lying, or lying with knees supported.
    Pain, numbness, dizziness, unease: you can stop. Not wanting to is enough.
    Here, these are reasons to stop as well:
    A feeling of heaviness or bulging.
    ");
    assert!(
        !rest.contains("Not during an infection"),
        "said twice: {rest}"
    );
    let passed = sandbox().run(&["play", "note.toml", "--with-therapist"]);
    assert!(
        passed.stdout.starts_with("Gather and Let Go. "),
        "{}",
        passed.stdout
    );
}

#[test]
fn a_question_is_asked_before_and_after_and_nothing_is_kept() {
    let ran = sandbox().run(&["play", "together.toml", "--with-therapist"]);
    let question = "How comfortable is your pelvic floor right now?";
    assert_eq!(ran.stdout.matches(question).count(), 2, "{}", ran.stdout);
    let end = ran
        .stdout
        .rsplit_once("Thank you for being here.\n")
        .unwrap()
        .1;
    insta::assert_snapshot!(end, @"
    A moment with the feet on the floor, then up when you like.
    If you like, a question for yourself:
    How comfortable is your pelvic floor right now?
    0 (very tense) to 10 (completely at ease).
    The answer is yours alone: nothing is kept.
    ");
}

#[test]
fn what_is_asked_for_is_played_and_told() {
    let told = |option: &str| {
        let arguments = ["play", "together.toml", "--with-therapist", option];
        let ran = sandbox().run(&arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        ran.stdout
            .lines()
            .filter(|line| line.ends_with(": on."))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(
        told("--squeezes"),
        "Small squeezes, each with its release: on."
    );
    assert_eq!(told("--all-parts"), "Also visiting base of the pelvis: on.");
    assert_eq!(told("--holds"), "Breath holds: on.");
    let shorter = told("--without-optional");
    assert!(shorter.starts_with("Shorter ("), "{shorter}");
}

#[test]
fn the_length_follows_what_is_asked_for() {
    let length = |options: &[&str]| {
        let text = show(options).stdout;
        let first = text.lines().next().unwrap();
        first.rsplit_once("  ").unwrap().1.to_owned()
    };
    let table: [(&[&str], &str); 6] = [
        (&[], "3:00"),
        (&["--squeezes"], "3:36"),
        (&["--all-parts"], "3:20"),
        (&["--holds"], "3:12"),
        (&["--without-optional"], "2:00"),
        (
            &["--squeezes", "--all-parts", "--holds", "--without-optional"],
            "3:08",
        ),
    ];
    for (options, expected) in table {
        assert_eq!(length(options), expected, "{options:?}");
    }
}

#[test]
fn lists_show_the_neutral_title_and_show_the_real_one() {
    let sandbox = sandbox();
    sandbox.own("together.toml", TOGETHER);
    let listed = sandbox.run(&["list"]).stdout;
    assert!(
        listed.contains("Evening practice  (with a therapist)\n"),
        "{listed}"
    );
    assert!(!listed.contains("Gather and Let Go"), "{listed}");
    let rows: Value = serde_json::from_str(&sandbox.run(&["list", "--json"]).stdout).unwrap();
    let row = &rows[library::built_in(Language::English).len()];
    assert_eq!(
        (&row["title"], &row["menu_title"]),
        (&"Gather and Let Go".into(), &"Evening practice".into())
    );
    assert_eq!(
        (&row["gate"], &row["language"]),
        (&"therapist".into(), &"pt-BR".into())
    );
    for typed in [
        "together",
        "chosen-together",
        "gather and let go",
        "Evening Practice",
    ] {
        let shown = sandbox.run(&["show", typed]).stdout;
        assert!(shown.starts_with("Gather and Let Go  "), "{typed}: {shown}");
        let words: Vec<&str> = shown.split_whitespace().collect();
        let reviewed = "Reviewed by Dr A. Example on 22 November 2026.";
        assert!(words.join(" ").contains(reviewed), "{shown}");
    }
}
