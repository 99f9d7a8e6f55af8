//! How clips are gathered where there is sound: what somebody made comes before what a machine says.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use super::{Wanted, kept};
use crate::score::{Clip, Ensemble, Volume};
use crate::shell::voice::Speaker;
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
    let speaks = wanted.mix.voice_volume != Volume::SILENT && !wanted.lines.is_empty();
    let lines = if speaks { &*wanted.lines } else { &[] };
    let all = spoken(wanted, lines, &mut ensemble, &mut news).is_continue();
    if all && (news.since > 0 || news.told == 0) {
        let _ = news.tell(&ensemble);
    }
    ensemble
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

    #[test]
    fn nobody_is_asked_where_no_voice_is_wanted() {
        let wanted = Wanted {
            session: None,
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
