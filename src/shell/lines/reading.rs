//! When to stop and where to get help, as lines of text, whenever somebody asks.

use std::io;

use super::Lines;
use crate::app::{Action, Place, action_for};
use crate::key::Key;
use crate::pages::{Set, sentences};
use crate::shell::out;

/// Whether a letter asks when to stop: the same one as on the screen.
pub(super) fn asks_when_to_stop(letter: char) -> bool {
    action_for(Place::Playing, Key::Char(letter)) == Some(Action::WhenToStop)
}

impl Lines {
    /// Prints when to stop, or the page after the one that was asked for last, and says how to read
    /// on.
    pub(super) fn read_when_to_stop(&mut self) -> io::Result<()> {
        let pages = Set::Safety.pages(self.words.language);
        let Some(page) = pages.get(self.next_page) else {
            return Ok(());
        };
        out::line("")?;
        out::line(&sentences(self.words, &page.worded(self.wording)))?;
        self.next_page = (self.next_page + 1) % pages.len();
        match pages.get(self.next_page).filter(|_| self.next_page > 0) {
            Some(next) => out::line(&self.words.reads_on(&next.title)),
            None => Ok(()),
        }
    }

    /// Says which letters there are.
    pub(super) fn say_keys(&self) -> io::Result<()> {
        out::line(self.words.plain.keys)?;
        out::line(self.words.pages.plain_key)
    }
}
