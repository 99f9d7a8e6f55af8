//! What macOS speaks with. It writes a file and no pipe, so it gets a folder of its own for as long
//! as that takes, which nobody else can look into.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use super::{WORDS_A_MINUTE, Why, child, first_part, strings};

/// Voices that speak calmly, to be asked for first, by the language that each speaks.
const CALM: [(&str, &str); 4] = [
    ("en", "Serena"),
    ("en", "Kate"),
    ("en", "Samantha"),
    ("de", "Anna"),
];

/// The bytes of the file that it writes.
pub(super) fn answer(
    program: &Path,
    language: &str,
    text: &str,
    patience: Duration,
) -> Result<Vec<u8>, Why> {
    let list = child::answer(program, &strings(["-v", "?"]), "", patience)?;
    let list = String::from_utf8_lossy(&list);
    let voice = voice(&list, first_part(language)).ok_or(Why::NoVoice)?;
    let folder = Folder::new().ok_or(Why::Failed)?;
    let file = folder.0.join("line.wav");
    let mut arguments = strings([
        "-v",
        voice,
        "-r",
        WORDS_A_MINUTE,
        "--file-format=WAVE",
        "--data-format=LEI16@22050",
        "-f",
        "-",
        "-o",
    ]);
    arguments.push(OsString::from(&file));
    child::answer(program, &arguments, text, patience)?;
    let mut bytes = Vec::new();
    let file = File::open(&file).map_err(|_| Why::Failed)?;
    let limited = file.take(child::MOST_BYTES).read_to_end(&mut bytes);
    limited.map(|_| bytes).map_err(|_| Why::Failed)
}

/// A voice for a language from the list, whose lines are `Anna   de_DE    # Hallo!`.
fn voice<'a>(list: &'a str, language: &str) -> Option<&'a str> {
    let fitting: Vec<&str> = list
        .lines()
        .filter_map(|line| {
            let about = line.split('#').next()?.trim_end();
            let (name, code) = about.rsplit_once(char::is_whitespace)?;
            (first_part(code) == language).then(|| name.trim())
        })
        .filter(|name| !name.starts_with('-'))
        .collect();
    let calm = CALM.iter().filter(|(spoken, _)| *spoken == language);
    let calm = calm.map(|(_, name)| *name);
    let mut calm = calm.filter_map(|name| fitting.iter().find(|there| **there == name));
    calm.next().or_else(|| fitting.first()).copied()
}

/// A folder that only the same user can look into, gone with its value.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Option<Self> {
        static SO_FAR: AtomicU32 = AtomicU32::new(0);
        let number = SO_FAR.fetch_add(1, Ordering::Relaxed);
        let name = format!("softly-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        // Where there is one already, it is somebody else's.
        builder.create(&path).ok()?;
        Some(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    const LIST: &str = "Albert              en_US    # Hello! My name is Albert.\n\
                        Anna                de_DE    # Hallo! Ich heiße Anna.\n\
                        Eddy (German)       de_DE    # Hallo! Ich heiße Eddy.\n\
                        Samantha            en_US    # Hello! My name is Samantha.\n\
                        Thomas              fr_FR    # Bonjour, je m’appelle Thomas.\n";

    #[test]
    fn a_calm_voice_of_the_language_is_asked_first() {
        let table = [
            ("en", Some("Samantha")),
            ("de", Some("Anna")),
            ("fr", Some("Thomas")),
            ("nl", None),
        ];
        for (language, name) in table {
            assert_eq!(voice(LIST, language), name);
        }
        let other = "Eddy (German)       de_DE    # Hallo!\n";
        assert_eq!(voice(other, "de"), Some("Eddy (German)"));
    }

    #[test]
    fn what_it_wrote_is_read_and_gone_afterwards() {
        // A stand-in that lists a voice, and else writes what it reads to its last argument.
        let script = "#!/bin/sh\n\
                      if [ \"$2\" = '?' ]; then echo 'Anna  de_DE  # Hallo'; exit 0; fi\n\
                      for last; do :; done\n\
                      { echo \"$last\"; stat -c %a \"$(dirname \"$last\")\"; cat; } > \"$last\"\n";
        let there = tempfile::tempdir().unwrap();
        let program = there.path().join("say");
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
        let patience = Duration::from_secs(60);
        let bytes = answer(&program, "de", "Weich.\n", patience).unwrap();
        let told = String::from_utf8(bytes).unwrap();
        let lines: Vec<&str> = told.lines().collect();
        if cfg!(target_os = "linux") {
            assert_eq!(lines[1..], ["700", "Weich."]);
        }
        assert!(!Path::new(lines[0]).parent().unwrap().exists());
        let none = answer(&program, "en", "Soft.\n", patience);
        assert_eq!(none, Err(Why::NoVoice));
    }
}
