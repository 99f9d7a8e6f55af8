//! A saying that is being said: which of its lines are there, and where each has its place.
//!
//! It starts no thread and opens nothing.

use std::sync::Arc;
use std::time::Duration;

use super::gathering::{Gathering, News};
use crate::player::Saying;
use crate::score::{Aside, Clip, Ensemble, Told};
use crate::shell::clips::Wanted;
use crate::text::Clean;
use crate::time::Now;

/// So far ahead of what is being told a line may still be put: more than a device has in hand.
const AHEAD: Duration = Duration::from_millis(200);

/// A saying under way.
#[derive(Debug)]
pub(super) struct Aloud {
    saying: Saying,
    number: u64,
    #[expect(dead_code, reason = "held for its end")]
    gathering: Gathering,
    found: Ensemble,
    complete: bool,
    /// How many of its lines have a place, or will have none.
    placed: usize,
    /// Which of its lines each line of the aside is.
    which: Vec<usize>,
    aside: Option<Aside>,
    /// A line is being made ready.
    in_work: bool,
    over: bool,
}

impl Aloud {
    /// Begins a saying, whose clips are being gathered.
    pub(super) fn new(saying: Saying, number: u64, gathering: Gathering) -> Self {
        Self {
            saying,
            number,
            gathering,
            found: Ensemble::default(),
            complete: false,
            placed: 0,
            which: Vec::new(),
            aside: None,
            in_work: false,
            over: false,
        }
    }

    /// What it takes to say it.
    pub(super) fn wanted(saying: &Saying) -> Wanted {
        let mut wanted = Wanted {
            session: saying.session.clone(),
            sounds: false,
            language: saying.language.clone(),
            mix: crate::score::Mix::default(),
            lines: saying.lines.to_vec(),
        };
        wanted.mix.voice_volume = saying.volume;
        wanted
    }

    /// What is said.
    pub(super) fn saying(&self) -> &Saying {
        &self.saying
    }

    /// Which one it is.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Takes what has been found.
    pub(super) fn take(&mut self, news: News) {
        if news.number == self.number {
            self.found = news.ensemble;
            self.complete |= news.complete;
        }
    }

    /// Whether there is something to be said now, so that a device is worth opening.
    pub(super) fn has_words(&self) -> bool {
        let there = |line: &Clean| self.found.lines.contains_key(line);
        let mut to_come = self.saying.lines[self.placed..].iter();
        !self.over && (!self.which.is_empty() || self.in_work || to_come.any(there))
    }

    /// A device has opened: from here on lines have places in its frames. What had not been said to
    /// its end begins again.
    pub(super) fn open(&mut self, rate: u32) {
        self.aside = Some(Aside::new(rate));
        (self.which, self.in_work) = (Vec::new(), false);
    }

    /// The device has gone, after so many frames of it had been told.
    pub(super) fn close(&mut self, said: Option<u64>) {
        if let Some(aside) = self.aside.take() {
            let lines = said.map_or(0, |said| aside.said_before(said));
            if let Some(line) = self.which.get(lines) {
                self.placed = *line;
            }
        }
    }

    /// The clip of the next line that needs a place, if it is there; each is given once.
    pub(super) fn next(&mut self) -> Option<Clip> {
        if self.in_work || self.aside.is_none() {
            return None;
        }
        while let Some(line) = self.saying.lines.get(self.placed) {
            if let Some(clip) = self.found.lines.get(line) {
                self.in_work = true;
                return Some(clip.clone());
            }
            if !self.complete {
                return None;
            }
            // It cannot be had; what comes after it is said all the same.
            self.placed += 1;
        }
        None
    }

    /// Puts a line in its place; `said` tells how far the saying has been told. Gives what is to be
    /// told from now on.
    pub(super) fn place(&mut self, clip: Clip, said: Option<u64>, now: Now) -> Option<Told> {
        if !std::mem::take(&mut self.in_work) {
            return None;
        }
        let aside = self.aside.as_mut()?;
        let frames = |time: Duration| (time.as_secs_f64() * f64::from(aside.rate())) as u64;
        let not_before = match said {
            Some(said) => said + frames(AHEAD),
            None => frames(now.until(self.saying.since)),
        };
        aside.push(clip, not_before);
        self.which.push(self.placed);
        self.placed += 1;
        Some(Told {
            number: self.number,
            aside: Arc::new(aside.clone()),
        })
    }

    /// Whether everything has been said, as far as it could be, when so much of it has been told.
    pub(super) fn is_over(&mut self, said: Option<u64>) -> bool {
        let all_placed = self.complete && self.placed >= self.saying.lines.len();
        let length = self.aside.as_ref().map_or(0, Aside::length_in_frames);
        let told = || length == 0 || said.is_some_and(|said| said >= length);
        self.over |= all_placed && !self.in_work && told();
        self.over
    }
}

#[cfg(test)]
mod tests;
