//! How clips are gathered where there is sound: what somebody made comes before what a machine says.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use super::{Wanted, kept, own};
use crate::score::{Clip, Ensemble, Volume};
use crate::session::{Session, Sound};
use crate::shell::files::home_folder;
use crate::shell::sounds_beside;
use crate::shell::voice::Speaker;
use crate::sound_file::Purpose;
use crate::text::Clean;

/// So many lines are told of one by one, as soon as they are spoken: they are needed first.
const AT_ONCE: usize = 3;
/// After those several are told of together, so that whoever listens is not kept busy.
const TOGETHER: usize = 12;
const AT_LEAST_EVERY: Duration = Duration::from_millis(400);

/// Tells of what has come, neither late nor all the time.
struct News<F> {
    tell: F,
    told: usize,
    since: usize,
    last: Instant,
}

impl<F: FnMut(&Ensemble) -> ControlFlow<()>> News<F> {
    /// A clip has joined.
    fn joined(&mut self, ensemble: &Ensemble) -> ControlFlow<()> {
        self.since += 1;
        let is_due =
            self.told < AT_ONCE || self.since >= TOGETHER || self.last.elapsed() >= AT_LEAST_EVERY;
        if is_due {
            self.tell(ensemble)
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Tells of everything now.
    fn tell(&mut self, ensemble: &Ensemble) -> ControlFlow<()> {
        (self.since, self.last) = (0, Instant::now());
        self.told += 1;
        (self.tell)(ensemble)
    }
}

pub(super) fn gather(
    wanted: &Wanted,
    mut ensemble: Ensemble,
    news: impl FnMut(&Ensemble) -> ControlFlow<()>,
) -> Ensemble {
    let mut news = News {
        tell: news,
        told: 0,
        since: 0,
        last: Instant::now(),
    };
    let session = wanted.session.as_deref();
    if let Some(session) = session.filter(|_| wanted.sounds) {
        own_sounds(session, &mut ensemble);
        if let Some(folder) = home_folder().map(|home| home.join(own::FOLDER)) {
            let replaced = own::replaced(&folder, wanted.mix, &session.sounds);
            ensemble.own.extend(replaced);
        }
    }
    let speaks = wanted.mix.voice_volume != Volume::SILENT && !wanted.lines.is_empty();
    let lines = if speaks { &*wanted.lines } else { &[] };
    let all = match session {
        Some(session) => recorded(session, lines, &mut ensemble, &mut news),
        None => ControlFlow::Continue(()),
    };
    let all = all.is_continue() && spoken(wanted, lines, &mut ensemble, &mut news).is_continue();
    if all && (news.since > 0 || news.told == 0) {
        let _ = news.tell(&ensemble);
    }
    ensemble
}

/// What the author wants to be heard besides words.
fn own_sounds(session: &Session, ensemble: &mut Ensemble) {
    let file = |sound: &Sound, purpose| match sound {
        Sound::File(name) => clip(session, name, purpose),
        Sound::Usual | Sound::Named(_) | Sound::None => None,
    };
    ensemble.step = file(&session.sounds.step, Purpose::Bell);
    ensemble.end = file(&session.sounds.end, Purpose::Bell);
    ensemble.bed = file(&session.sounds.bed, Purpose::Bed);
}

/// A sound file of a session, if it can be played. What is wrong with it `softly check` says.
fn clip(session: &Session, name: &str, purpose: Purpose) -> Option<Clip> {
    sounds_beside::clip(session.folder.as_deref()?, name, purpose).ok()
}

/// The lines that somebody has recorded.
fn recorded<F: FnMut(&Ensemble) -> ControlFlow<()>>(
    session: &Session,
    lines: &[Clean],
    ensemble: &mut Ensemble,
    news: &mut News<F>,
) -> ControlFlow<()> {
    for line in lines {
        let recording = session.recordings.iter().find(|r| r.line == *line);
        if let Some(clip) =
            recording.and_then(|recording| clip(session, &recording.file, Purpose::Line))
        {
            ensemble.lines.insert(line.clone(), clip);
            news.joined(ensemble)?;
        }
    }
    ControlFlow::Continue(())
}

/// The lines that this machine speaks.
fn spoken<F: FnMut(&Ensemble) -> ControlFlow<()>>(
    wanted: &Wanted,
    lines: &[Clean],
    ensemble: &mut Ensemble,
    news: &mut News<F>,
) -> ControlFlow<()> {
    let mut speaker = Speaker::new(&wanted.language);
    for line in lines {
        if ensemble.lines.contains_key(line) {
            continue;
        }
        if let Some(clip) = say(&mut speaker, &wanted.language, line) {
            ensemble.lines.insert(line.clone(), clip);
            news.joined(ensemble)?;
        }
    }
    ControlFlow::Continue(())
}

fn say(speaker: &mut Speaker, language: &Clean, line: &Clean) -> Option<Clip> {
    if let Some(clip) = kept::spoken(speaker.engine()?, language, line) {
        return Some(clip);
    }
    let clip = speaker.speak(line).ok()?;
    // Whoever has spoken may be another one than was asked first.
    kept::keep(speaker.engine()?, language, line, &clip);
    Some(clip)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::Mix;
    use crate::session::Recording;

    #[test]
    fn the_first_lines_are_told_of_at_once_and_the_others_together() {
        let mut told = Vec::new();
        let mut news = News {
            tell: |ensemble: &Ensemble| {
                told.push(ensemble.lines.len());
                ControlFlow::Continue(())
            },
            told: 0,
            since: 0,
            last: Instant::now() + Duration::from_secs(3600),
        };
        let mut ensemble = Ensemble::default();
        for i in 0..30 {
            let line = Clean::from_shown(&format!("Line {i}."));
            ensemble.lines.insert(line, Clip::mono(8000, [0; 8]));
            assert!(news.joined(&ensemble).is_continue());
            news.last = Instant::now() + Duration::from_secs(3600);
        }
        assert_eq!(told, [1, 2, 3, 15, 27]);
    }

    const FILE: &str = r#"
softly = 1
title = "Sounds"
[sounds]
step = "low.wav"
bed = "gone.wav"
[[step]]
rest = "20s"
say = "Welcome."
"#;

    /// A session in a folder with a sound of a tenth of a second.
    fn with_sounds(folder: &std::path::Path) -> Session {
        let mut bytes = b"RIFF\x64\x06\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        bytes.extend(8000_u32.to_le_bytes());
        bytes.extend(16_000_u32.to_le_bytes());
        bytes.extend(b"\x02\0\x10\0data\x40\x06\0\0");
        bytes.extend((0..800_i16).flat_map(|i| (i * 17 % 2000).to_le_bytes()));
        std::fs::write(folder.join("low.wav"), bytes).unwrap();
        let mut session = crate::script::check(FILE, "sounds").session.unwrap();
        let recordings = [("Welcome.", "low.wav"), ("Not there.", "gone.wav")];
        session.recordings = recordings
            .map(|(line, file)| Recording {
                line: Clean::from_shown(line),
                file: Clean::from_shown(file),
            })
            .to_vec();
        session.in_folder_of(&folder.join("sounds.toml"))
    }

    #[test]
    fn what_somebody_made_comes_first_and_what_is_not_there_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let wanted = Wanted {
            session: Some(std::sync::Arc::new(with_sounds(folder.path()))),
            sounds: true,
            language: Clean::from_shown("xxxx"),
            mix: Mix {
                voice_volume: Volume::FULL,
                ..Mix::default()
            },
            lines: ["Not there.", "Welcome."].map(Clean::from_shown).to_vec(),
        };
        let mut told = Vec::new();
        let ensemble = super::super::gather(&wanted, |ensemble| {
            told.push((ensemble.step.is_some(), ensemble.lines.len()));
            ControlFlow::Continue(())
        });
        assert_eq!(told, [(true, 1)]);
        assert_eq!(ensemble.lines[&wanted.lines[1]].length_in_frames(), 800);
        assert!(ensemble.end.is_none() && ensemble.bed.is_none());
        // Words beside a session want its recordings, and none of its sounds.
        let words = Wanted {
            sounds: false,
            ..wanted.clone()
        };
        let ensemble = super::super::gather(&words, |_| ControlFlow::Continue(()));
        assert!(ensemble.step.is_none() && ensemble.lines.len() == 1);
        // Without a voice the author's own sounds are there all the same.
        let silent = Wanted {
            mix: Mix::default(),
            ..wanted
        };
        let ensemble = super::super::gather(&silent, |_| ControlFlow::Continue(()));
        assert!(ensemble.step.is_some() && ensemble.lines.is_empty());
    }

    #[test]
    fn nobody_is_asked_where_no_voice_is_wanted() {
        let wanted = Wanted {
            session: None,
            sounds: true,
            language: Clean::from_shown("en"),
            mix: Mix::default(),
            lines: vec![Clean::from_shown("Hello.")],
        };
        assert_eq!(wanted.mix.voice_volume, Volume::SILENT);
        let mut told = 0;
        let ensemble = super::super::gather(&wanted, |_| {
            told += 1;
            ControlFlow::Continue(())
        });
        assert!(ensemble.lines.is_empty());
        assert_eq!(told, 1);
        let status = super::super::VoiceStatus::of(&wanted, &ensemble);
        assert_eq!(status, super::super::VoiceStatus::Unwanted);
    }
}
