//! The list of sessions: in which order they stand, which are favourites, and at which one stands
//! when it opens.

use super::cursor::Cursor;
use super::shelf::Entry;
use super::{App, Library};
use crate::kept::Kept;
use crate::text::Clean;

/// The sessions in the order of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Their indices on the shelf.
    pub order: Vec<usize>,
    /// How many of them are favourites; those come first.
    pub favourites: usize,
}

impl App {
    /// Takes over what was kept, and opens the list where the last practice is.
    pub fn recall(&mut self, kept: Kept) {
        self.recent.clone_from(&kept.last);
        self.kept = kept;
        self.open_library();
    }

    /// Opens the list, at the session that was open last.
    pub(super) fn open_library(&mut self) {
        self.screen = super::Screen::Library(Library {
            cursor: self.opening_cursor(),
            search: None,
        });
    }

    /// Where one stands when the list opens: at the session that was open last, or else the first.
    pub fn opening_cursor(&self) -> Cursor {
        let recent = self.recent.as_deref().and_then(|name| self.named(name));
        let first = || self.listed().order.first().copied();
        Cursor::at(recent.or_else(first).unwrap_or(0))
    }

    /// The sessions in the order of the list: the favourites, and then all the others.
    pub fn listed(&self) -> Listed {
        let marks = &self.kept.favourites;
        let mut favourites: Vec<usize> = marks.iter().filter_map(|name| self.first(name)).collect();
        favourites.sort_unstable();
        let others = (0..self.shelf.len()).filter(|index| favourites.binary_search(index).is_err());
        let order = favourites.iter().copied().chain(others).collect();
        Listed {
            order,
            favourites: favourites.len(),
        }
    }

    /// Whether a row of the shelf is a favourite.
    pub fn is_favourite(&self, index: usize) -> bool {
        let entry = self.shelf.get(index);
        entry.is_some_and(|entry| {
            self.kept.is_favourite(&entry.id) && self.leads_to(index, &entry.id)
        })
    }

    /// Whether a row of the shelf can be marked, or its mark be taken away. A mark is a name, and a
    /// name that a file has borrowed leads to another row.
    pub(super) fn can_mark(&self, index: usize) -> bool {
        let Some(entry) = self.shelf.get(index) else {
            return false;
        };
        let playable = entry.session().is_some();
        (playable || self.is_favourite(index)) && self.leads_to(index, &entry.id)
    }

    fn leads_to(&self, index: usize, name: &Clean) -> bool {
        self.first(name) == Some(index)
    }

    /// The first row with a name.
    fn first(&self, name: &str) -> Option<usize> {
        self.shelf.iter().position(|entry| &*entry.id == name)
    }

    /// The session with a name: that of a file, or else the one that a text gives itself.
    fn named(&self, name: &str) -> Option<usize> {
        let by_itself = |entry: &Entry| entry.session().is_some_and(|found| &*found.id == name);
        self.first(name)
            .or_else(|| self.shelf.iter().position(by_itself))
    }

    /// Whether somebody may be here for the first time: nothing was kept, and nothing has been open
    /// yet. What softly is, is told to them before anything else.
    pub fn may_be_new(&self) -> bool {
        self.kept.is_nothing() && self.recent.is_none()
    }
}
