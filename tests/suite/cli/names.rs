//! What a session can be asked for by: its name, its file, the name its text gives itself, its
//! title; and what is said where it does not have what is asked of it.

use super::FINE;
use super::sandbox::Sandbox;

/// The title and the length of what `show` finds, or what it says instead.
fn found(sandbox: &Sandbox, typed: &str) -> String {
    let ran = sandbox.run(&["show", typed]);
    let text = if ran.code == Some(0) {
        ran.stdout
    } else {
        ran.stderr
    };
    let words = text.lines().next().unwrap_or_default().split("  ");
    let words = words.map(str::trim).filter(|words| !words.is_empty());
    words.collect::<Vec<_>>().join("  ")
}

/// A session of a minute with this title, and a line of its own before its steps.
fn titled(title: &str, line: &str) -> String {
    let text = FINE.replace("A quiet minute", title);
    text.replacen("\n\n", &format!("\n{line}\n\n"), 1)
}

#[test]
fn a_session_is_found_by_its_title_in_capitals_or_not() {
    let sandbox = Sandbox::new();
    sandbox.own(
        "evening.toml",
        titled("Evening, with a dot. And / more", ""),
    );
    for typed in ["Legs Resting", "legs resting", " LEGS RESTING "] {
        assert_eq!(found(&sandbox, typed), "Legs Resting  8:08", "{typed:?}");
    }
    let own = found(&sandbox, "evening, with a dot. and / more");
    assert_eq!(own, "Evening, with a dot. And / more  1:00");
    let played = Sandbox::new().variable("SOFTLY_SPEED", "1000").run(&[
        "play",
        "landing in the room",
        "--plain",
    ]);
    assert_eq!((played.code, played.stderr.as_str()), (Some(0), ""));
    assert!(played.stdout.starts_with("Landing in the Room. "));
}

#[test]
fn a_name_wins_over_a_title_and_what_is_built_in_over_a_file() {
    let sandbox = Sandbox::new();
    sandbox.own("a.toml", titled("legs-resting", ""));
    sandbox.own("b.toml", titled("Legs Resting", ""));
    sandbox.own("c.toml", titled("d", ""));
    sandbox.own("d.toml", titled("c", ""));
    let table = [
        ("legs-resting", "Legs Resting  8:08"),
        ("legs resting", "Legs Resting  8:08"),
        ("c", "d  1:00"),
        ("d", "c  1:00"),
        ("D", "d  1:00"),
    ];
    for (typed, title) in table {
        assert_eq!(found(&sandbox, typed), title, "{typed}");
    }
}

#[test]
fn a_file_of_ones_own_is_found_by_its_name_and_by_the_one_it_gives_itself() {
    let sandbox = Sandbox::new();
    sandbox.own("evening.toml", titled("Evening", "id = \"slow-night\""));
    sandbox.own("slow.toml", titled("Slow", "id = \"evening\""));
    sandbox.own("borrowed.toml", titled("Borrowed", "id = \"legs-resting\""));
    let table = [
        ("slow-night", "Evening  1:00"),
        ("evening", "Evening  1:00"),
        ("slow", "Slow  1:00"),
        ("legs-resting", "Legs Resting  8:08"),
        ("borrowed", "Borrowed  1:00"),
    ];
    for (typed, title) in table {
        assert_eq!(found(&sandbox, typed), title, "{typed}");
    }
}

#[test]
fn a_file_that_is_there_is_read_before_any_title() {
    let sandbox = Sandbox::new();
    sandbox.own("own.toml", titled("here.toml", ""));
    assert_eq!(found(&sandbox, "here.toml"), "here.toml  1:00");
    sandbox.file("here.toml", titled("From here", ""));
    assert_eq!(found(&sandbox, "here.toml"), "From here  1:00");
    assert_eq!(
        found(&sandbox, "nowhere.toml"),
        "softly: nowhere.toml: There is no such file."
    );
}

#[test]
fn a_title_that_is_nearly_right_is_understood() {
    let sandbox = Sandbox::new();
    assert_eq!(
        found(&sandbox, "Legs Restin"),
        "softly: there is no session called \"Legs Restin\". Did you mean legs-resting?"
    );
    assert_eq!(
        found(&sandbox, "Dr. Nobody"),
        "softly: there is no session called \"Dr. Nobody\". softly list shows the sessions there are."
    );
}

#[test]
fn a_folder_is_no_session_whatever_it_is_called() {
    let sandbox = Sandbox::new();
    sandbox.own("evening.toml", FINE);
    std::fs::create_dir_all(sandbox.path("../share/softly/sessions/folder.toml")).unwrap();
    let listed = sandbox.run(&["list"]).stdout;
    assert!(listed.contains("\nevening "), "{listed}");
    assert!(
        !listed.contains("folder") && !listed.contains("mending"),
        "{listed}"
    );
}

#[test]
fn what_a_session_does_not_have_cannot_be_asked_for() {
    let table = [
        ("--holds", "no breath holds"),
        ("--squeezes", "no small squeezes"),
        ("--all-parts", "no places to ask for"),
        ("--without-optional", "no optional parts"),
    ];
    for (option, nothing) in table {
        for command in ["play", "show"] {
            let ran = Sandbox::new().run(&[command, "first-soft-breaths", option]);
            let said =
                format!("softly: first-soft-breaths has {nothing}: it goes without {option}.\n");
            assert_eq!((ran.stdout.as_str(), ran.stderr), ("", said));
            assert_eq!(ran.code, Some(2));
        }
    }
}

#[test]
fn saying_that_a_therapist_agrees_is_fine_where_nobody_asks() {
    let sandbox = Sandbox::new().variable("SOFTLY_SPEED", "1000");
    let ran = sandbox.run(&["play", "landing-in-the-room", "--with-therapist"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
}
