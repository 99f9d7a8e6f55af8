//! Recording lines in a real terminal, from a microphone that is a pipe.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "it is all a test of files and devices"
)]

mod microphone;

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use flac_codec::decode::{FlacSampleReader, Metadata};
use microphone::{Microphone, RATE};
use rustix::process::Signal;
use softly::score::Clip;

use super::harness::Terminal;
use super::{program, setup};
use crate::sound::there_is_a_driver;

/// With everything that must stay as it is: a mark in front, line ends, a note.
const SESSION: &str = "\u{FEFF}softly = 1 # mine\r
title = \"Evening\"\r
\r
[[step]]\r
rest = \"40s\"\r
say = \"Let the jaw be loose.\"\r
\r
[[step]]\r
rest = \"40s\"\r
say = \"Nothing to do now.\"\r
";

const FIRST: &str = "voice/01-let-the-jaw-be-loose.flac";
const SECOND: &str = "voice/02-nothing-to-do-now.flac";

/// A session in a folder of its own, and a microphone.
struct Studio {
    folder: tempfile::TempDir,
    microphone: Microphone,
}

impl Studio {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("evening.toml"), SESSION).unwrap();
        Self {
            folder,
            microphone: Microphone::new(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("evening.toml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    /// softly, asked to record, once its first words are there.
    fn recording(&self, more: &[&str]) -> Terminal {
        let file = self.file();
        let mut arguments = vec!["record", file.to_str().unwrap()];
        arguments.extend(more);
        let settings = self.microphone.settings();
        let terminal = setup(&arguments)
            .variable("ALSA_CONFIG_PATH", settings.to_str().unwrap())
            .start();
        terminal.wait_for("Your voice will be in sound files");
        terminal
    }

    /// Records a line, from the key on that begins, until it is kept.
    fn record(&self, terminal: &Terminal, begins: &str, milliseconds: u64) {
        terminal.send(begins);
        terminal.wait_for("● 0:");
        self.microphone.speak(milliseconds);
        terminal.send(" ");
        terminal.wait_for("Kept:");
    }

    /// What is in the folder of recordings.
    fn recordings(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join("voice"));
        let names = entries.into_iter().flatten();
        let mut names: Vec<String> = names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn decoded(path: &Path) -> Clip {
    let mut reader = FlacSampleReader::new(File::open(path).unwrap()).unwrap();
    assert_eq!((reader.sample_rate(), reader.channel_count()), (RATE, 1));
    let mut samples = Vec::new();
    reader.read_to_end(&mut samples).unwrap();
    let samples: Vec<i16> = samples.iter().map(|sample| *sample as i16).collect();
    Clip::mono(RATE, samples)
}

/// A recording is as loud as it should be, and as long as the words with a little silence.
fn is_tidy(path: &Path, milliseconds: u64) {
    let clip = decoded(path);
    let loudness = clip.loudness().unwrap();
    assert!((loudness + 23.0).abs() < 1.0, "{loudness} LUFS");
    let seconds = clip.length_in_frames() as f64 / f64::from(RATE);
    let expected = milliseconds as f64 / 1_000.0 + 0.37;
    assert!(
        (seconds - expected).abs() < 0.25,
        "{seconds} and not {expected} seconds"
    );
}

#[test]
fn two_lines_are_recorded_and_one_of_them_again() {
    if !there_is_a_driver() {
        return;
    }
    let studio = Studio::new();
    let mut terminal = studio.recording(&[]);
    terminal.send(" ");
    terminal.wait_for("Line 1 of 2");
    studio.record(&terminal, " ", 1_500);
    is_tidy(&studio.folder.path().join(FIRST), 1_500);
    studio.record(&terminal, "r", 2_500);
    terminal.send(" ");
    terminal.wait_for("Line 2 of 2");
    studio.record(&terminal, " ", 1_200);
    terminal.send(" ");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(terminal.stderr(), "");
    assert!(terminal.contents().contains("2 recordings are named in"));
    assert!(terminal.contents().contains("Every line is recorded."));

    is_tidy(&studio.folder.path().join(FIRST), 2_500);
    is_tidy(&studio.folder.path().join(SECOND), 1_200);
    assert_eq!(studio.recordings().len(), 2);
    let added = format!(
        "\r\n[recordings]\r\n\"Let the jaw be loose.\" = \"{FIRST}\"\r\n\"Nothing to do now.\" = \"{SECOND}\"\r\n"
    );
    assert_eq!(studio.text(), format!("{SESSION}{added}"));
}

#[test]
fn whoever_leaves_keeps_what_was_recorded_so_far() {
    if !there_is_a_driver() {
        return;
    }
    let studio = Studio::new();
    let mut terminal = studio.recording(&[]);
    terminal.send(" s");
    terminal.wait_for("Line 2 of 2");
    studio.record(&terminal, " ", 1_200);
    terminal.send(" ");
    terminal.wait_for("Line 1 of 2");
    // In the middle of a line, which is not kept.
    terminal.send(" ");
    terminal.wait_for("● 0:");
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(terminal.contents().contains("1 line is left"));
    assert_eq!(studio.recordings(), [SECOND.trim_start_matches("voice/")]);
    assert!(!studio.text().contains(FIRST) && studio.text().contains(SECOND));
}

#[test]
fn a_room_without_words_is_not_kept() {
    if !there_is_a_driver() {
        return;
    }
    let studio = Studio::new();
    let mut terminal = studio.recording(&[]);
    terminal.send("  ");
    terminal.wait_for("● 0:01");
    terminal.send(" ");
    terminal.wait_for("no words could be heard");
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(terminal.contents().contains("Nothing was recorded."));
    assert_eq!(studio.text(), SESSION);
    assert!(!studio.folder.path().join("voice").exists());
}

#[test]
fn killed_in_the_middle_of_a_line_everything_before_it_is_whole() {
    if !there_is_a_driver() {
        return;
    }
    let studio = Studio::new();
    let terminal = studio.recording(&[]);
    terminal.send(" ");
    studio.record(&terminal, " ", 1_200);
    let kept = studio.text();
    terminal.send(" ");
    terminal.wait_for("Line 2 of 2");
    terminal.send(" ");
    terminal.wait_for("● 0:");
    terminal.signal(Signal::KILL);
    drop(terminal);
    assert_eq!(studio.text(), kept);
    is_tidy(&studio.folder.path().join(FIRST), 1_200);
    assert_eq!(studio.recordings().len(), 1);
    let left = fs::read_dir(studio.folder.path()).unwrap().count();
    assert_eq!(left, 2, "something else was left behind");
}

#[test]
fn lines_are_recorded_in_lines_of_text() {
    if !there_is_a_driver() {
        return;
    }
    let studio = Studio::new();
    let mut terminal = studio.recording(&["--plain", "--line", "2"]);
    terminal.send("\n");
    terminal.wait_for("Read: Nothing to do now.");
    terminal.send("\n");
    terminal.wait_for("It listens.");
    studio.microphone.speak(1_200);
    terminal.send("\n");
    terminal.wait_for("Kept: 1.");
    terminal.send("q\n");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(terminal.escapes(), 0);
    is_tidy(&studio.folder.path().join(SECOND), 1_200);
}

#[test]
fn without_a_microphone_nothing_begins_and_nothing_changes() {
    if !there_is_a_driver() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("evening.toml");
    fs::write(&file, SESSION).unwrap();
    let settings = folder.path().join("asound.conf");
    fs::write(&settings, "pcm.!default { type hw card 77 }\n").unwrap();
    let said = |more: &[&str]| {
        let output = Command::new(program())
            .arg("record")
            .arg(&file)
            .args(more)
            .env("ALSA_CONFIG_PATH", &settings)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert_eq!(
        said(&[]),
        "softly: no microphone was found. softly record --list-devices says which there are.\n"
    );
    assert_eq!(
        said(&["--device", "nobody's"]),
        "softly: no microphone is called \"nobody's\". softly record --list-devices says which there are.\n"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), SESSION);
}
