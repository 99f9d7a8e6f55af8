//! What is said where lines cannot be recorded, before any microphone is looked for; and how one of
//! softly's own sessions becomes a file to record.

use super::sandbox::Sandbox;
use super::{FINE, THREE_MISTAKES};

/// What is said on standard error, by a command that could not do what it was asked for.
#[track_caller]
fn refused(sandbox: &Sandbox, arguments: &[&str], code: i32) -> String {
    let ran = sandbox.run(arguments);
    assert_eq!(ran.code, Some(code), "{ran}");
    assert_eq!(ran.stdout, "");
    ran.stderr
}

#[test]
fn softlys_own_sessions_become_a_file_first() {
    let sandbox = Sandbox::new();
    let said = refused(&sandbox, &["record", "legs-resting"], 2);
    let command = "softly show legs-resting --source > my-legs-resting.toml";
    assert!(said.ends_with(&format!("{command}\n")), "{said}");
    let copied = sandbox.shell(&command.replacen("softly", "\"$SOFTLY\"", 1));
    assert_eq!(copied.code, Some(0), "{copied}");
    let checked = sandbox.run(&["check", "my-legs-resting.toml"]);
    assert_eq!(checked.code, Some(0), "{checked}");
    let other = refused(&sandbox, &["show", "my-legs-resting.toml", "--source"], 2);
    assert!(
        other.contains("is none of softly's own sessions"),
        "{other}"
    );
}

#[test]
fn a_file_with_problems_says_what_to_mend_as_playing_it_does() {
    let sandbox = Sandbox::new();
    sandbox.file("evening.toml", THREE_MISTAKES);
    let recorded = refused(&sandbox, &["record", "evening.toml"], 1);
    let played = refused(&sandbox, &["play", "evening.toml"], 1);
    assert_eq!(recorded, played);
}

#[test]
fn what_cannot_be_recorded_is_said_and_nothing_changes() {
    let sandbox = Sandbox::new();
    let curly = FINE.replace("\"Nothing to do.\"", "“Nothing to do.”");
    let silent = FINE.replace("say = \"Nothing to do.\"\n", "");
    let table = format!("recordings = 3\n{FINE}");
    sandbox.file("fine.toml", FINE);
    sandbox.file("curly.toml", &curly);
    sandbox.file("silent.toml", &silent);
    sandbox.file("table.toml", &table);
    for (arguments, said) in [
        (
            &["record", "curly.toml"][..],
            "softly: curly.toml: this file has to be mended before recordings can be named in it. softly check --fix curly.toml mends it.\n",
        ),
        (
            &["record", "silent.toml"],
            "softly: silent.toml: there are no lines in this session to record.\n",
        ),
        (
            &["record", "fine.toml", "--line", "9"],
            "softly: fine.toml: there is 1 line to record.\n",
        ),
        (
            &["record", "nowhere.toml"],
            "softly: nowhere.toml: There is no such file.\n",
        ),
    ] {
        assert_eq!(refused(&sandbox, arguments, 2), said);
    }
    refused(&sandbox, &["record", "table.toml"], 1);
    std::os::unix::fs::symlink("/tmp", sandbox.path("voice")).unwrap();
    assert_eq!(
        refused(&sandbox, &["record", "fine.toml"], 2),
        "softly: fine.toml: \"voice\" beside the session is not a folder, or leads somewhere else.\n"
    );
    assert_eq!(sandbox.read_home("work/fine.toml").as_deref(), Some(FINE));
    assert_eq!(sandbox.read_home("work/curly.toml"), Some(curly));
}
