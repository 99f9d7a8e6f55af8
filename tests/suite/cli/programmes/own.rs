//! Programmes in a person's own folder: how they are found, by whatever name, and what they name.

use super::super::FINE;
use super::super::sandbox::Sandbox;
use super::{OWN, sandbox};

#[test]
fn a_file_with_an_unprintable_name_that_needs_mending_is_not_passed_over_in_silence() {
    let sandbox = Sandbox::new();
    let file = "bro\u{202e}ken.toml";
    sandbox.own(file, "softly-programme = 1\ntitle = \"T\"\n");
    for arguments in [
        &["programme", "bro<U+202E>ken"][..],
        &["programme", "follow", "bro<U+202E>ken"],
    ] {
        let ran = sandbox.run(arguments);
        assert_ne!(ran.code, Some(0), "{ran}");
        assert!(ran.stderr.contains("bro<U+202E>ken"), "{ran}");
    }
}

#[test]
fn a_programme_of_ones_own_is_read_as_it_was_meant() {
    let sandbox = Sandbox::new();
    let wide = OWN
        .replace("softly-programme", "softly\u{2011}programme")
        .replace("[[week]]", "［［week］］");
    sandbox.own("wide.toml", &wide);
    let listed = sandbox.run(&["programme"]).stdout;
    assert!(listed.contains("Quiet evenings"), "{listed}");
    let listed = sandbox.run(&["list"]).stdout;
    assert!(!listed.contains("wide"), "{listed}");
    sandbox.file("wide.toml", &wide);
    let shown = sandbox.run(&["programme", "wide.toml"]);
    assert!(shown.stdout.starts_with("Quiet evenings\n"), "{shown}");
}

#[test]
fn doctor_counts_programmes_among_the_files_of_ones_own() {
    let doctor = sandbox().run(&["doctor"]).stdout;
    assert!(doctor.contains("2 in ~/share/softly/sessions"), "{doctor}");
}

#[test]
fn a_programme_names_a_session_as_one_plays_it() {
    let sandbox = Sandbox::new();
    sandbox.own("quiet-evenings.toml", OWN);
    sandbox.own("from-jane.toml", format!("id = \"evening\"\n{FINE}"));
    let played = sandbox.run(&["show", "evening"]).stdout;
    assert!(played.starts_with("A quiet minute"), "{played}");
    let shown = sandbox.run(&["programme", "quiet-evenings"]).stdout;
    assert!(shown.contains("· A quiet minute, 1:00"), "{shown}");
}

#[test]
fn a_title_may_hold_a_dot_or_a_stroke() {
    let sandbox = Sandbox::new();
    for (file, title) in [
        ("a.toml", "Rest no. 2, softly"),
        ("b.toml", "Rest and/or move"),
    ] {
        sandbox.own(file, OWN.replace("Quiet evenings", title));
        let shown = sandbox.run(&["programme", title]);
        assert!(shown.stdout.starts_with(title), "{shown}");
    }
    let missing = sandbox.run(&["programme", "rest.toml"]).stderr;
    assert!(missing.contains("There is no such file."), "{missing}");
}

#[test]
fn a_copy_that_kept_its_name_is_told_how_it_can_be_followed() {
    let sandbox = Sandbox::new();
    let copy = include_str!("../../../../sessions/programmes/finding-softness.toml");
    sandbox.own("finding-softness.toml", copy);
    let list = sandbox.run(&["programme"]).stdout;
    let row = list.lines().nth(3).unwrap_or_default();
    assert!(
        row.ends_with("(this name is taken: give its file another one to follow it)"),
        "{row}"
    );
    let file = "../share/softly/sessions/finding-softness.toml";
    let refused = sandbox.run(&["programme", "follow", file]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.stderr.contains("such as my-finding-softness.toml"),
        "{}",
        refused.stderr
    );
    sandbox.own("my-finding-softness.toml", copy);
    assert_eq!(
        sandbox
            .run(&["programme", "follow", "my-finding-softness"])
            .code,
        Some(0)
    );
}
