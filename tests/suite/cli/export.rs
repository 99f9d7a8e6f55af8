//! A session as a track to take away: where it goes, what is said, and what is left behind.
#![cfg(feature = "sound")]
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at files"
)]

use std::path::Path;

use super::sandbox::{Ran, Sandbox};

/// Ten seconds of a breath and a rest.
const SHORT: &str = r#"softly = 1
title = "Ten Seconds"
by = "Jane Doe"

[[step]]
breathe = { in = 2, out = 3 }
times = 1

[[step]]
rest = "5s"
"#;

/// A sandbox in which nothing can speak, whatever this machine has.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.file("short.toml", SHORT);
    sandbox
}

fn export(sandbox: &Sandbox, more: &[&str]) -> Ran {
    let mut arguments = vec!["export", "short.toml", "--voice", "off"];
    arguments.extend(more);
    sandbox.run(&arguments)
}

/// What is in the folder in which commands run.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
    let mut names: Vec<String> = entries
        .map(|entry| name(entry).to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn every_format_is_written_and_told() {
    let sandbox = sandbox();
    for (file, head) in [
        ("a.wav", b"RIFF".as_slice()),
        ("a.flac", b"fLaC"),
        ("A.MP3", b"ID3"),
    ] {
        let ran = export(&sandbox, &["--audio", file]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{file}");
        let begins = format!("Ten Seconds is in {file}: 0:19, ");
        assert!(ran.stdout.starts_with(&begins), "{}", ran.stdout);
        assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
        let bytes = std::fs::read(sandbox.path(file)).unwrap();
        assert!(bytes.starts_with(head), "{file}");
    }
    assert_eq!(
        names(&sandbox.path("")),
        ["A.MP3", "a.flac", "a.wav", "short.toml"]
    );
}

#[test]
fn a_folder_gets_a_small_file_that_is_called_by_its_title() {
    let sandbox = sandbox();
    std::fs::create_dir(sandbox.path("Music")).unwrap();
    let ran = export(&sandbox, &["--audio", "Music"]);
    assert!(
        ran.stdout
            .starts_with("Ten Seconds is in Music/Ten Seconds.mp3: "),
        "{ran}"
    );
    let ran = export(
        &sandbox,
        &["--audio", "Music/", "--title", "Mine: soft/slow"],
    );
    assert!(ran.stdout.contains(" Music/Mine soft slow.mp3"), "{ran}");
}

#[test]
fn what_stands_in_the_way_is_said_before_anything_is_made() {
    let sandbox = sandbox();
    sandbox.file("there.mp3", "mine");
    insta::assert_snapshot!(export(&sandbox, &["--audio", "a.m4a"]), @"
    --- stderr
    softly: .m4a is not one that softly writes: .mp3 plays on every phone, .flac and .wav keep every detail.
    --- exit 2
    ");
    insta::assert_snapshot!(export(&sandbox, &["--audio", "track"]), @"
    --- stderr
    softly: track: the ending of the name says what to write: .mp3 plays on every phone, .flac and .wav keep every detail.
    --- exit 2
    ");
    insta::assert_snapshot!(export(&sandbox, &["--audio", "there.mp3"]), @"
    --- stderr
    softly: there.mp3 is there already, and stays as it is. --force writes over it.
    --- exit 2
    ");
    insta::assert_snapshot!(export(&sandbox, &["--audio", "nowhere/a.mp3"]), @"
    --- stderr
    softly: there is no folder called nowhere.
    --- exit 2
    ");
    insta::assert_snapshot!(export(&sandbox, &["--audio", "a.mp3", "--title", "a\u{202e}b"]), @"
    --- stderr
    softly: the title has a character that turns the direction of writing in it, which players cannot show.
    --- exit 2
    ");
    insta::assert_snapshot!(export(&sandbox, &["--audio", "a.mp3", "--minutes", "90"]), @"
    --- stderr
    softly: short takes 0:10, and cannot be made another number of minutes long.
    --- exit 2
    ");
    let gated = ["export", "notice-and-release", "--audio", "a.mp3"];
    insta::assert_snapshot!(sandbox.softly(&gated), @"
    --- stderr
    softly: Notice and Release is meant to be chosen together with a pelvic-health therapist. If you and yours chose it, --with-therapist says so.
    --- exit 2
    ");
    assert_eq!(std::fs::read(sandbox.path("there.mp3")).unwrap(), b"mine");
    assert_eq!(names(&sandbox.path("")), ["short.toml", "there.mp3"]);
}

#[test]
fn where_it_is_wished_a_file_is_written_over() {
    let sandbox = sandbox();
    sandbox.file("a.flac", "old");
    let ran = export(&sandbox, &["--audio", "a.flac", "--force"]);
    assert_eq!(ran.code, Some(0), "{ran}");
    let bytes = std::fs::read(sandbox.path("a.flac")).unwrap();
    assert!(bytes.starts_with(b"fLaC"));
}

#[test]
fn the_same_wishes_give_the_same_bytes_whoever_and_whenever() {
    let [one, other] = [
        sandbox(),
        sandbox()
            .variable("TZ", "Asia/Tokyo")
            .variable("USER", "jane"),
    ];
    for file in ["a.mp3", "a.flac", "a.wav"] {
        let bytes = [&one, &other].map(|sandbox| {
            assert_eq!(export(sandbox, &["--audio", file]).code, Some(0));
            std::fs::read(sandbox.path(file)).unwrap()
        });
        assert!(bytes[0] == bytes[1], "{file}");
    }
}

#[test]
fn what_is_chosen_is_heard() {
    let sandbox = sandbox();
    let bytes = |name: &str, more: &[&str]| {
        let mut arguments = vec!["--audio", name];
        arguments.extend(more);
        let ran = export(&sandbox, &arguments);
        assert_eq!(ran.code, Some(0), "{ran}");
        std::fs::read(sandbox.path(name)).unwrap()
    };
    let usual = bytes("usual.wav", &[]);
    let own_pace = bytes("own.wav", &["--own-pace"]);
    assert!(own_pace.len() == usual.len() && own_pace != usual);
}

#[test]
fn only_the_file_is_written() {
    let sandbox = sandbox();
    for more in [&["--private"][..], &[]] {
        let mut arguments = vec!["--audio", "a.mp3", "--force"];
        arguments.extend(more);
        assert_eq!(export(&sandbox, &arguments).code, Some(0));
        assert_eq!(names(&sandbox.path("")), ["a.mp3", "short.toml"]);
        assert_eq!(names(&sandbox.path("..")), ["work"]);
    }
}

#[test]
fn it_is_told_in_german_too() {
    let sandbox = sandbox();
    let ran = export(&sandbox, &["--audio", "a.mp3", "--language", "de"]);
    assert!(
        ran.stdout.starts_with("Ten Seconds ist in a.mp3: 0:19, 0,"),
        "{ran}"
    );
}

#[test]
fn nobody_reading_what_is_said_spoils_nothing() {
    let sandbox = sandbox();
    let ran = sandbox.shell(
        "{ $SOFTLY export short.toml --voice off --audio a.mp3; echo $? >code; } | true; \
         until [ -s code ]; do sleep 0.02; done; cat code",
    );
    assert_eq!(ran.stdout, "0\n", "{ran}");
    assert!(sandbox.path("a.mp3").exists());
}

/// A session of hours, so that there is time to break it off.
const LONG: &str =
    "softly = 1\ntitle = 'Long'\n[[step]]\nbreathe = { in = 4, out = 6 }\ntimes = 900\n";

#[test]
fn what_is_broken_off_leaves_nothing_behind() {
    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        let sandbox = sandbox();
        sandbox.file("long.toml", LONG);
        // Without jobs, Bash has what it leaves in the background ignore Ctrl-C.
        let ran = sandbox.shell(&format!(
            "set -m; $SOFTLY export long.toml --voice off --audio long.wav & \
             until [ -n \"$(find . -name '.softly-*' -size +100k)\" ]; do sleep 0.02; done; \
             kill -{signal} $!; wait $!; echo $?"
        ));
        assert_eq!(ran.stdout, format!("{code}\n"), "{ran}");
        // Bash adds what became of its job.
        let told = ran.stderr.lines().next();
        assert_eq!(told, Some("softly: stopped, and nothing was left behind."));
        assert_eq!(names(&sandbox.path("")), ["long.toml", "short.toml"]);
    }
}

#[test]
fn a_full_disk_is_told_calmly_and_leaves_nothing_behind() {
    let sandbox = sandbox();
    // A file may have a hundred kilobytes here, and what is beyond is an error, not a signal.
    let ran = sandbox
        .shell("trap '' XFSZ; ulimit -f 100; $SOFTLY export short.toml --voice off --audio a.wav");
    insta::assert_snapshot!(ran, @"
    --- stderr
    softly: the disk is full, so a.wav was not written, and nothing was left behind.
    --- exit 2
    ");
    assert_eq!(names(&sandbox.path("")), ["short.toml"]);
}

#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_files_is_told_before_anything_is_made() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = sandbox();
    let folder = sandbox.path("closed");
    std::fs::create_dir(&folder).unwrap();
    let mode = |mode| std::fs::set_permissions(&folder, PermissionsExt::from_mode(mode)).unwrap();
    mode(0o500);
    // Whoever runs this as root may write everywhere.
    let may_write = std::fs::write(folder.join("try"), "").is_ok();
    let ran = export(&sandbox, &["--audio", "closed/a.mp3"]);
    mode(0o700);
    if may_write {
        assert_eq!(ran.code, Some(0), "{ran}");
    } else {
        let told = "softly: you are not allowed to write in closed.\n";
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(2), told));
    }
}

#[test]
fn help_says_what_can_be_chosen() {
    let help = sandbox().softly(&["export", "--help"]);
    for option in [
        "--audio",
        "--force",
        "--title",
        "--no-opening",
        "--minutes",
        "--voice",
        "--bed",
    ] {
        assert!(help.contains(option), "{option}\n{help}");
    }
}
