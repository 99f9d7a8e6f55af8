//! The speech programs that softly knows: where each is found, and what it is asked for.
//!
//! They are found by absolute paths only. Speech-dispatcher is not among them: it speaks aloud by
//! itself and gives nobody the sound, so that nothing of it could be placed.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::child;
use super::wording::spoken;
use super::{Why, wave};
use crate::language::first_part;
use crate::score::Clip;

mod say;

/// How long a line may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The same for a voice that is computed by a network, on an old machine.
const MORE_PATIENCE: Duration = Duration::from_secs(25);
/// How fast machines speak, in words a minute, where they let themselves be told: slower than one
/// reads the news. Our own judgement.
const WORDS_A_MINUTE: &str = "130";

/// A speech program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Engine {
    pub(super) kind: Kind,
    pub(super) program: PathBuf,
}

/// Which one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// Piper, with the files of the voices that it was given.
    Piper(Vec<PathBuf>),
    /// eSpeak NG, or the older eSpeak, which is asked in the same way.
    Espeak(&'static str),
    /// What macOS brings.
    Say,
    /// What Windows brings.
    Sapi,
}

impl Engine {
    /// Its name, as `SOFTLY_VOICE` has it.
    pub fn name(&self) -> &'static str {
        match self.kind {
            Kind::Piper(_) => "piper",
            Kind::Espeak(name) => name,
            Kind::Say => "say",
            Kind::Sapi => "sapi",
        }
    }

    /// A line in a language, given by its code, spoken.
    pub fn speak(&self, language: &str, line: &str) -> Result<Clip, Why> {
        let text = spoken(line)?;
        let language = code(language).ok_or(Why::NoVoice)?;
        let run = |arguments: &[OsString], patience| {
            child::answer(&self.program, arguments, &text, patience)
        };
        let bytes = match &self.kind {
            Kind::Piper(models) => {
                let model = model_for(models, &language).ok_or(Why::NoVoice)?;
                run(&piper(model), MORE_PATIENCE)?
            }
            Kind::Espeak(_) => run(&espeak(&language), PATIENCE)?,
            Kind::Sapi => run(&sapi(&language), PATIENCE)?,
            Kind::Say => say::answer(&self.program, &language, &text, PATIENCE)?,
        };
        let clip = wave::clip(&bytes).ok_or(Why::Failed)?;
        let is_silent = clip.samples().iter().all(|sample| *sample == 0);
        if is_silent {
            Err(Why::Failed)
        } else {
            Ok(clip)
        }
    }

    /// Whether it may have a voice for a language; what is not known of it is tried.
    pub(super) fn may_speak(&self, language: &str) -> bool {
        match (&self.kind, code(language)) {
            (_, None) => false,
            (Kind::Piper(models), Some(language)) => model_for(models, &language).is_some(),
            _ => true,
        }
    }
}

/// Every speech program there is, the one to be asked first at the start.
pub(super) fn all(variable: impl Fn(&str) -> Option<OsString>) -> Vec<Engine> {
    let path = variable("PATH").unwrap_or_default();
    let named = |name: &str| in_path(&path, name);
    let mut found = Vec::new();
    let models = variable("PIPER_VOICE").unwrap_or_default();
    let models: Vec<PathBuf> = std::env::split_paths(&models)
        .filter(|model| model.is_absolute() && model.is_file())
        .collect();
    // Another program of this name sets up mice: without a voice it is not meant.
    if !models.is_empty()
        && let Some(program) = named("piper")
    {
        let kind = Kind::Piper(models);
        found.push(Engine { kind, program });
    }
    let say = Path::new("/usr/bin/say");
    if cfg!(target_os = "macos") && say.is_file() {
        found.push(Engine {
            kind: Kind::Say,
            program: say.to_owned(),
        });
    }
    if let Some(program) = power_shell(&variable) {
        let kind = Kind::Sapi;
        found.push(Engine { kind, program });
    }
    for name in ["espeak-ng", "espeak"] {
        let kind = Kind::Espeak(name);
        found.extend(named(name).map(|program| Engine { kind, program }));
    }
    found
}

/// A program by its name, in one of the folders that the environment lists by their whole paths.
pub(super) fn in_path(path: &OsStr, name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(path)
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(&file))
        .find(|program| can_be_run(program))
}

#[cfg(unix)]
fn can_be_run(program: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let there = program.metadata();
    there.is_ok_and(|there| there.is_file() && there.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_be_run(program: &Path) -> bool {
    program.is_file()
}

fn power_shell(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let system = PathBuf::from(variable("SystemRoot").filter(|_| cfg!(windows))?);
    let program = system.join(r"System32\WindowsPowerShell\v1.0\powershell.exe");
    (system.is_absolute() && program.is_file()).then_some(program)
}

/// The code of a language, as long as it is nothing but that.
fn code(language: &str) -> Option<String> {
    let code = language.replace('_', "-").to_ascii_lowercase();
    let mut parts = code.split('-');
    let first = parts.next().unwrap_or_default();
    let is_language =
        (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    (is_language && parts.all(is_part)).then_some(code)
}

fn strings<const N: usize>(arguments: [&str; N]) -> Vec<OsString> {
    arguments.map(OsString::from).to_vec()
}

/// A voice that is lower and slower than its own, with room between the words: a line can be broken
/// there.
fn espeak(language: &str) -> Vec<OsString> {
    // Softly's own English is British.
    let voice = if language == "en" { "en-gb" } else { language };
    strings([
        "--stdout",
        "--stdin",
        "-b",
        "1",
        "-v",
        voice,
        "-s",
        WORDS_A_MINUTE,
        "-p",
        "38",
        "-a",
        "80",
        "-g",
        "5",
    ])
}

fn piper(model: &Path) -> Vec<OsString> {
    let mut arguments = vec!["--model".into(), model.into()];
    arguments.extend(strings([
        "--output_file",
        "-",
        "--length_scale",
        "1.2",
        "--sentence_silence",
        "0.5",
    ]));
    arguments
}

/// The voice of a language: a file is called after it, as `de_DE-thorsten-medium.onnx` is.
fn model_for<'a>(models: &'a [PathBuf], language: &str) -> Option<&'a PathBuf> {
    let name = |model: &PathBuf| {
        let name = model.file_name()?.to_str()?.to_ascii_lowercase();
        Some(first_part(&name).to_owned())
    };
    let of_language = |model: &&PathBuf| name(model).as_deref() == Some(first_part(language));
    models.iter().find(of_language)
}

/// The text comes in as UTF-8 and is plain text; the sound goes out the same way. The language is
/// the only thing that is filled in, and it has letters, digits and hyphens only.
fn sapi(language: &str) -> Vec<OsString> {
    let script = format!(
        "$ErrorActionPreference = 'Stop'; \
         Add-Type -AssemblyName System.Speech; \
         $in = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); \
         $text = $in.ReadToEnd(); \
         $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
         $fits = $voice.GetInstalledVoices() | Where-Object {{ $_.Enabled -and \
         $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{language}' }}; \
         if (-not $fits) {{ exit 3 }}; \
         $voice.SelectVoice(@($fits)[0].VoiceInfo.Name); \
         $voice.Rate = -2; \
         $sound = New-Object IO.MemoryStream; \
         $voice.SetOutputToWaveStream($sound); \
         $voice.Speak($text); \
         $voice.SetOutputToNull(); \
         $out = [Console]::OpenStandardOutput(); \
         $sound.WriteTo($out); \
         $out.Flush()",
        language = first_part(language),
    );
    let mut arguments = strings(["-NoProfile", "-NonInteractive", "-Command"]);
    arguments.push(script.into());
    arguments
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
