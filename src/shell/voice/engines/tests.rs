//! Speech programs are found where they may be, and asked in a way that nothing can be slipped into.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;

/// A folder with stand-ins for programs of these names, each of which fails.
fn folder(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        stand_in(folder.path(), name, "exit 1");
    }
    folder
}

fn stand_in(folder: &Path, name: &str, script: &str) -> PathBuf {
    let program = folder.join(name);
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    program
}

fn names(path: &OsStr, voices: &OsStr) -> Vec<&'static str> {
    let found = all(|name| match name {
        "PATH" => Some(path.to_owned()),
        "PIPER_VOICE" => Some(voices.to_owned()),
        _ => None,
    });
    let found = found.iter().map(Engine::name);
    found.filter(|name| *name != "say").collect()
}

#[test]
fn programs_are_found_by_their_whole_paths_only() {
    let there = folder(&["espeak-ng", "espeak", "piper", "say"]);
    let path = there.path().as_os_str();
    let none = OsStr::new("");
    assert_eq!(names(path, none), ["espeak-ng", "espeak"]);
    for elsewhere in [".", "", "bin:./x"] {
        assert_eq!(names(OsStr::new(elsewhere), none), [""; 0]);
    }
    // A file that nobody may run is no program.
    let file = there.path().join("espeak");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(names(path, none), ["espeak-ng"]);
}

#[test]
fn piper_is_asked_where_it_has_a_voice_for_the_language() {
    let there = folder(&["espeak-ng", "piper", "de_DE-thorsten-medium.onnx"]);
    let voice = there.path().join("de_DE-thorsten-medium.onnx");
    let path = there.path().as_os_str();
    assert_eq!(names(path, voice.as_os_str()), ["piper", "espeak-ng"]);
    assert_eq!(names(path, OsStr::new("/nowhere.onnx")), ["espeak-ng"]);
    let models = vec![voice.clone()];
    let piper = Engine {
        kind: Kind::Piper(models.clone()),
        program: PathBuf::from("/usr/bin/piper"),
    };
    assert!(piper.may_speak("de") && piper.may_speak("de-AT"));
    assert!(!piper.may_speak("en") && !piper.may_speak(""));
    assert_eq!(model_for(&models, "de-at"), Some(&voice));
}

#[test]
fn a_code_is_a_language_and_nothing_else() {
    let table = [
        ("en", Some("en")),
        ("de_AT", Some("de-at")),
        ("pt-BR", Some("pt-br")),
        ("", None),
        ("-q", None),
        ("--path=/tmp", None),
        ("en'; exit", None),
        ("../../x", None),
        ("en-", None),
        ("english", None),
    ];
    for (given, expected) in table {
        assert_eq!(code(given).as_deref(), expected, "{given:?}");
    }
}

#[test]
fn the_words_go_in_as_they_are_and_never_on_the_command_line() {
    let there = tempfile::tempdir().unwrap();
    // It answers with what it was given, so that nothing of it is a sound.
    let seen = there.path().join("seen");
    let script = format!("{{ echo \"$@\"; cat; }} > '{}'", seen.display());
    let engine = Engine {
        kind: Kind::Espeak("espeak-ng"),
        program: stand_in(there.path(), "espeak-ng", &script),
    };
    let line = "-w /tmp/x [[hE'loU]] $(touch y) `z`";
    assert_eq!(engine.speak("en", line), Err(Why::Failed));
    let told = fs::read_to_string(seen).unwrap();
    let (arguments, words) = told.split_once('\n').unwrap();
    assert_eq!(
        arguments,
        "--stdout --stdin -b 1 -v en-gb -s 130 -p 38 -a 80 -g 5"
    );
    assert_eq!(words, "-w /tmp/x ((hE'loU)) $(touch y)  z \n");
}

#[test]
fn the_script_for_windows_has_only_the_language_filled_in() {
    let script = sapi("de-at").pop().unwrap();
    let script = script.to_str().unwrap();
    assert!(script.contains("-eq 'de'"));
    assert!(!script.contains("{{") && !script.contains('"'));
}
