//! What can lie over another screen while somebody reads: the keys, the cards, a page.

use super::keymap::{Action, Place};
use super::screen::Screen;
use crate::language::Language;
use crate::pages::{Page, Set};

/// A sheet over another screen, which waits below it.
#[derive(Debug)]
pub struct Over {
    /// The screen that it was asked for on.
    pub below: Box<Screen>,
    /// What lies over it.
    pub sheet: Sheet,
    /// Whether a session below was playing, and goes on when the sheet is taken away.
    pub resumes: bool,
}

/// What lies over another screen.
#[derive(Debug)]
pub enum Sheet {
    /// The keys of the screen below.
    Keys {
        /// The first line shown.
        scroll: u16,
    },
    /// The list of cards.
    Cards(Cards),
    /// A page that is read.
    Reading(Reading),
}

/// The list of cards.
#[derive(Debug, Default)]
pub struct Cards {
    /// The index of the chosen card.
    pub chosen: usize,
}

/// A page that is read.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The pages that one turns through here.
    pub set: Set,
    /// The index of this one.
    pub page: usize,
    /// The first line shown.
    pub scroll: u16,
}

impl Sheet {
    /// When to stop, and where to get help.
    pub const SAFETY: Self = Self::Reading(Reading::from_top(Set::Safety, 0));

    /// Where a key is pressed, for the keymap.
    pub fn place(&self) -> Place {
        match self {
            Self::Keys { .. } => Place::Help,
            Self::Cards(_) => Place::Cards,
            Self::Reading(reading) => match reading.set {
                Set::Cards => Place::Card,
                Set::Safety => Place::Safety,
            },
        }
    }

    /// Whether something can be asked for just now.
    pub fn offers(&self, action: Action) -> bool {
        match self {
            Self::Reading(reading) => reading.offers(action),
            Self::Keys { .. } | Self::Cards(_) => true,
        }
    }

    /// Whether it is one of the safety pages.
    pub fn is_safety(&self) -> bool {
        self.place() == Place::Safety
    }
}

impl Reading {
    /// A page, from its top.
    pub const fn from_top(set: Set, page: usize) -> Self {
        Self {
            set,
            page,
            scroll: 0,
        }
    }

    /// The page in a language. That there is one is seen to wherever it is turned.
    pub fn page(&self, language: Language) -> Option<&'static Page> {
        self.set.pages(language).get(self.page).copied()
    }

    /// Whether something can be asked for on this page.
    fn offers(&self, action: Action) -> bool {
        match action {
            Action::NextPage => self.page + 1 < self.set.count(),
            Action::PreviousPage => self.page > 0,
            Action::Ground => self.is_first_of_safety(),
            _ => true,
        }
    }

    /// Whether it is the page that says when to stop.
    pub fn is_first_of_safety(&self) -> bool {
        self.set == Set::Safety && self.page == 0
    }
}
