//! The clips of the session that is heard: which there are by now, and which to look for.
//!
//! It starts no thread and opens nothing; it says what is wanted and takes what comes.

use std::collections::HashSet;
use std::sync::Arc;

use super::Hearing;
use super::gathering::{Gathering, News};
use crate::score::{Ensemble, Volume, lines_of};
use crate::session::Session;
use crate::shell::clips::Wanted;
use crate::text::Clean;
use crate::time::Ms;

/// What a session is played on, and what is being looked for.
#[derive(Debug, Default)]
pub(super) struct Band {
    session: Option<Arc<Session>>,
    ensemble: Arc<Ensemble>,
    /// Counts every change of it.
    version: u64,
    /// The sounds that a person's own files may take the place of, as far as those were looked for.
    own: HashSet<&'static str>,
    looking: Option<Looking>,
    /// Lines that were looked for, and cannot be had.
    silent: HashSet<Clean>,
}

/// A gathering under way.
#[derive(Debug)]
struct Looking {
    number: u64,
    lines: Vec<Clean>,
    #[expect(dead_code, reason = "held for its end")]
    gathering: Gathering,
}

impl Band {
    /// What there is to play on, and which version of it that is.
    pub(super) fn ensemble(&self) -> (&Arc<Ensemble>, u64) {
        (&self.ensemble, self.version)
    }

    /// Told what is heard, and at which place: takes up its mix, and looks for the clips that it
    /// needs, with `look`, if it is not doing so already.
    pub(super) fn hear(
        &mut self,
        hearing: &Hearing,
        at: Ms,
        look: impl FnOnce(Wanted) -> (u64, Gathering),
    ) {
        let same = |session: &Arc<Session>| Arc::ptr_eq(session, &hearing.session);
        let is_new = !self.session.as_ref().is_some_and(same);
        if is_new {
            *self = Self {
                session: Some(Arc::clone(&hearing.session)),
                version: self.version + 1,
                ..Self::default()
            };
        }
        if self.ensemble.mix != hearing.mix {
            self.change(|ensemble| ensemble.mix = hearing.mix);
        }
        let lines = if hearing.mix.voice_volume == Volume::SILENT {
            Vec::new()
        } else {
            self.missing(lines_of(
                &hearing.timeline,
                &hearing.session.language_of_lines(),
                at,
            ))
        };
        let looks_for = |looking: &Looking| self.missing(looking.lines.clone());
        let under_way = self.looking.as_ref().map(looks_for).unwrap_or_default();
        let comes = lines.iter().all(|line| under_way.contains(line));
        let names = Ensemble::names(&hearing.mix, hearing.timeline.sounds());
        let has_another_sound = names
            .into_iter()
            .filter(|name| self.own.insert(name))
            .count()
            > 0;
        if is_new
            || has_another_sound
            || !comes
            || under_way.first() != lines.first() && !lines.is_empty()
        {
            let wanted = Wanted {
                session: Some(Arc::clone(&hearing.session)),
                sounds: true,
                language: hearing.session.language_of_lines(),
                mix: hearing.mix,
                lines: lines.clone(),
            };
            let (number, gathering) = look(wanted);
            self.looking = Some(Looking {
                number,
                lines,
                gathering,
            });
        }
    }

    /// Takes what has been found; says whether it was for this session.
    pub(super) fn take(&mut self, news: &News) -> bool {
        let Some(looking) = self
            .looking
            .take_if(|looking| looking.number == news.number)
        else {
            return false;
        };
        let found = &news.ensemble;
        let has_all = |ours: &Ensemble| {
            let same = |(line, clip)| ours.lines.get(line) == Some(clip);
            found.lines.iter().all(same)
                && found
                    .own
                    .iter()
                    .all(|(name, clip)| ours.own.get(name) == Some(clip))
                && (&found.step, &found.end, &found.bed) == (&ours.step, &ours.end, &ours.bed)
        };
        if !has_all(&self.ensemble) {
            self.change(|ours| {
                let lines = found.lines.iter();
                ours.lines
                    .extend(lines.map(|(line, clip)| (line.clone(), clip.clone())));
                let own = found.own.iter();
                ours.own
                    .extend(own.map(|(name, clip)| (*name, clip.clone())));
                for (ours, found) in [
                    (&mut ours.step, &found.step),
                    (&mut ours.end, &found.end),
                    (&mut ours.bed, &found.bed),
                ] {
                    // A second gathering only adds to what the first one found.
                    if found.is_some() {
                        ours.clone_from(found);
                    }
                }
            });
        }
        if news.complete {
            let silent = self.missing(looking.lines);
            self.silent.extend(silent);
        } else {
            self.looking = Some(looking);
        }
        true
    }

    fn change(&mut self, change: impl FnOnce(&mut Ensemble)) {
        change(Arc::make_mut(&mut self.ensemble));
        self.version += 1;
    }

    /// Those lines that are not there and may yet come.
    fn missing(&self, mut lines: Vec<Clean>) -> Vec<Clean> {
        lines.retain(|line| !self.ensemble.lines.contains_key(line) && !self.silent.contains(line));
        lines
    }
}

#[cfg(test)]
mod tests;
