//! What is kept of a programme, and how it is forgotten: never without being asked, never in private.

use super::programmes::{kept, sandbox};
use super::sandbox::Sandbox;

#[test]
fn forgetting_says_first_what_there_is() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.softly(&["forget"]), @"
    Nothing is kept.
    --- exit 0
    ");
    sandbox.softly(&["programme", "follow", "quiet-evenings", "--with-therapist"]);
    insta::assert_snapshot!(sandbox.softly(&["forget"]), @"
    softly keeps one small file of what you chose:

      ~/share/softly/kept.toml

    The programme you follow: Quiet evenings, week 1.
    You and your therapist chose the weeks that ask for that.

    softly forget --yes deletes it. Session files of your own stay where they are.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["forget", "--yes", "--private"]), @"
    softly keeps one small file of what you chose:

      ~/share/softly/kept.toml

    The programme you follow: Quiet evenings, week 1.
    You and your therapist chose the weeks that ask for that.

    Nothing was deleted: with --private or --clinic softly leaves everything as it is.
    --- exit 0
    ");
    assert!(kept(&sandbox).is_some());
    let doctor = sandbox.run(&["doctor"]).stdout;
    assert!(
        doctor.contains("what you chose, in ~/share/softly/kept.toml"),
        "{doctor}"
    );
    insta::assert_snapshot!(sandbox.softly(&["forget", "--yes"]), @"
    ~/share/softly/kept.toml is deleted. Nothing is kept any more.
    --- exit 0
    ");
    assert_eq!(kept(&sandbox), None);
    insta::assert_snapshot!(sandbox.softly(&["forget", "--yes"]), @"
    Nothing is kept.
    --- exit 0
    ");
}

#[test]
fn in_private_nothing_is_written() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.softly(&["programme", "follow", "quiet-evenings", "--private"]), @"
    Quiet evenings
    You are in this week.

    Week 1 of 2: Resting
    To see what suits you.

      · Legs Resting, 5:38, the shorter version, 2 to 3 times
      · A quiet minute, 1:00, at your own pace
        Or any other evening.
      · not-there, not on this machine

    To read, if you like
      · Breath and floor

    A question for yourself, if you like: What was easy?

    Next, whenever you like: A little more.

    To begin: softly play legs-resting --without-optional
    To read: softly cards breath-and-floor
    Nothing was written down: --private and --clinic keep nothing.
    --- exit 0
    ");
    assert_eq!(kept(&sandbox), None);
}

#[test]
fn a_file_that_somebody_changed_by_hand_is_read_as_far_as_it_goes() {
    let sandbox = sandbox();
    for (text, says) in [
        ("programme = \"quiet-evenings\"\nweek = 99\n", "Week 2 of 2"),
        (
            "programme = \"quiet-evenings\"\nweek = \"two\"\n",
            "Week 1 of 2",
        ),
        (
            "programme = \"gone\"\nweek = 2\n",
            "You follow \"gone\", which is not here.",
        ),
        (
            "programme = \"\\u001b[31m\"\n",
            "You follow \"<U+001B>[31m\"",
        ),
        ("}{ not toml \u{0}", "softly programme NAME shows one."),
    ] {
        sandbox.write_home("share/softly/kept.toml", text);
        let ran = sandbox.run(&["programme"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{text}");
        assert!(ran.stdout.contains(says), "{text}: {ran}");
        assert_eq!(
            kept(&sandbox).as_deref(),
            Some(text),
            "to read changes nothing"
        );
    }
    insta::assert_snapshot!(sandbox.softly(&["forget"]), @"
    softly keeps one small file of what you chose:

      ~/share/softly/kept.toml

    It says nothing that softly can read.

    softly forget --yes deletes it. Session files of your own stay where they are.
    --- exit 0
    ");
    assert_eq!(sandbox.run(&["forget", "--yes"]).code, Some(0));
    assert_eq!(kept(&sandbox), None);
}

#[test]
fn where_nothing_can_be_written_it_is_said_and_the_week_is_shown() {
    let sandbox = Sandbox::new();
    // A file stands where the folder would have to be.
    sandbox.write_home("share", "");
    let ran = sandbox.run(&["programme", "follow", "finding-softness"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stdout.starts_with("Finding Softness\n"), "{ran}");
    assert!(ran.stderr.contains("so it is not kept."), "{ran}");
}

#[test]
fn words_are_chosen_once_and_count_from_then_on() {
    let sandbox = Sandbox::new();
    insta::assert_snapshot!(sandbox.softly(&["words"]), @"
    Words for the pelvic region are neutral ones.
    softly words neutral and softly words anatomical choose between the two.
    --- exit 0
    ");
    insta::assert_snapshot!(sandbox.softly(&["words", "anatomical", "--private"]), @"
    --- stderr
    softly: with --private or --clinic nothing is written, so all stays as it was.
    --- exit 2
    ");
    assert_eq!(kept(&sandbox), None);
    insta::assert_snapshot!(sandbox.softly(&["words", "anatomical"]), @"
    Words for the pelvic region are plain anatomical ones.
    --- exit 0
    ");
    let said = |options: &[&str]| {
        let shown = [&["show", "legs-resting", "--json"], options].concat();
        let shown = sandbox.run(&shown).stdout;
        shown.contains("more length from pubic bone to tailbone")
    };
    assert!(said(&[]) && !said(&["--words", "neutral"]));
    sandbox.softly(&["words", "neutral"]);
    assert!(!said(&[]) && said(&["--words", "anatomical"]));
    assert_eq!(
        kept(&sandbox),
        None,
        "where nothing is chosen, there is no file"
    );
}

#[test]
fn a_programme_that_is_followed_and_cannot_be_shown_says_why_and_can_be_let_go_of() {
    let sandbox = sandbox();
    sandbox.own("broken.toml", "softly-programme = 1\ntitle = \"T\"\n");
    for (name, why) in [
        ("gone", "You follow \"gone\", which is not here."),
        ("broken", "You follow \"broken\", which needs mending."),
    ] {
        let text = format!("programme = \"{name}\"\nweek = 2\n");
        sandbox.write_home("share/softly/kept.toml", &text);
        let shown = sandbox.run(&["programme"]);
        assert!(shown.stdout.contains(why), "{shown}");
        for step in [&["next"][..], &["back"], &["week", "1"]] {
            let ran = sandbox.run(&[&["programme"], step].concat());
            assert_eq!(ran.code, Some(2), "{ran}");
            assert!(ran.stderr.contains(why), "{ran}");
        }
        assert_eq!(kept(&sandbox), Some(text), "nothing moves");
        assert_eq!(sandbox.run(&["programme", "leave"]).code, Some(0));
        assert_eq!(kept(&sandbox), None);
    }
}

#[test]
fn a_week_that_there_is_not_is_the_nearest_one_wherever_it_is_told() {
    let sandbox = sandbox();
    let text = "programme = \"quiet-evenings\"\nweek = 99\n";
    sandbox.write_home("share/softly/kept.toml", text);
    let told = sandbox.run(&["forget"]).stdout;
    assert!(told.contains("Quiet evenings, week 2."), "{told}");
    for arguments in [
        &["programme", "--json"][..],
        &["programme", "quiet-evenings", "--json"],
    ] {
        let told = sandbox.run(arguments).stdout;
        assert!(told.contains("\"week\": 2"), "{told}");
    }
    assert_eq!(kept(&sandbox).as_deref(), Some(text));
}
