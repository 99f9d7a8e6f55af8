//! What can lie over another screen while somebody reads or looks for something: the keys, the cards,
//! the settings, a page; over a session its steps, and a lighter version of the position.

use super::cursor::Cursor;
use super::keymap::{Action, Place};
use super::screen::Screen;
use crate::language::Language;
use crate::pages::{Page, Set};
use crate::session::Position;
use crate::settings::Setting;
use crate::timeline::{Listed, ListedPart};

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
    /// The settings.
    Settings(AtSettings),
    /// A page that is read.
    Reading(Reading),
    /// The steps of the session below.
    Steps(Steps),
    /// A lighter version of the position, and other positions.
    Lighter(Lighter),
    /// What the position of the set-up below looks like.
    Drawing {
        /// The first line shown.
        scroll: u16,
    },
}

/// The list of cards.
#[derive(Debug, Default)]
pub struct Cards {
    /// The chosen card.
    pub cursor: Cursor,
}

/// The settings.
#[derive(Debug, Default)]
pub struct AtSettings {
    /// Which of them are shown.
    pub group: SettingGroup,
    /// The chosen row.
    pub cursor: Cursor,
}

/// Settings that are shown together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SettingGroup {
    /// All of them, with a row that leads to those of the sound.
    #[default]
    All,
    /// What is heard, part by part.
    ByEar,
}

/// A row of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingRow {
    /// Something that is set.
    Of(Setting),
    /// Leads to what is heard, part by part.
    ByEar,
    /// Which words are used for the pelvic region.
    Wording,
}

impl SettingGroup {
    /// Its rows, in the order in which they are shown.
    pub fn rows(self) -> impl Iterator<Item = SettingRow> {
        let all = Setting::ALL.into_iter().filter(move |setting| {
            let is_part = setting.part().is_some();
            is_part == (self == Self::ByEar)
        });
        let (by_ear, wording) = match self {
            Self::All => (Some(SettingRow::ByEar), Some(SettingRow::Wording)),
            Self::ByEar => (None, None),
        };
        all.flat_map(move |setting| {
            let leads = by_ear.filter(|_| setting == Setting::Heard);
            std::iter::once(SettingRow::Of(setting)).chain(leads)
        })
        .chain(wording)
    }

    /// The index of the row that leads to what is heard.
    pub fn row_by_ear() -> usize {
        let mut rows = Self::All.rows();
        rows.position(|row| row == SettingRow::ByEar).unwrap_or(0)
    }
}

impl AtSettings {
    /// The row that is chosen.
    pub fn row(&self) -> Option<SettingRow> {
        self.group.rows().nth(self.cursor.chosen)
    }
}

/// The steps of a session, to go to one of them.
#[derive(Debug)]
pub struct Steps {
    /// The rows.
    pub rows: Vec<Listed>,
    /// The index of the row one is in.
    pub here: usize,
    /// The index of the chosen row, which one can go to.
    pub chosen: usize,
}

impl Steps {
    /// These rows, at the one that a part is in.
    pub fn at(rows: Vec<Listed>, part: usize) -> Self {
        let is_here = |row: &Listed| row.part().is_some_and(|row| row.parts.contains(&part));
        let here = rows.iter().position(is_here).unwrap_or(0);
        Self {
            rows,
            here,
            chosen: here,
        }
    }

    /// What is chosen.
    pub fn chosen(&self) -> Option<&ListedPart> {
        self.rows.get(self.chosen)?.part()
    }

    /// Chooses a row so many further on, or back, as far as there are any. What was left out cannot
    /// be chosen.
    pub(super) fn step(&mut self, by: isize) {
        let open = |index: &usize| self.rows[*index].part().is_some();
        let count = by.unsigned_abs();
        let after = if by < 0 {
            (0..self.chosen).rev().filter(open).take(count).last()
        } else {
            let further = self.chosen + 1..self.rows.len();
            further.filter(open).take(count).last()
        };
        self.chosen = after.unwrap_or(self.chosen);
    }
}

/// A lighter version of the position, and other positions to go on in.
#[derive(Clone, Debug)]
pub struct Lighter {
    /// The positions that can be looked at: those of the session, or only the one that a step has led
    /// to. Never empty.
    pub positions: Vec<Position>,
    /// The index of the one that one is in.
    pub here: usize,
    /// The index of the one that is shown.
    pub shown: usize,
    /// The first line shown.
    pub scroll: u16,
}

impl Lighter {
    /// These positions, at the one that one is in.
    pub fn at(positions: Vec<Position>, here: usize) -> Self {
        Self {
            positions,
            here,
            shown: here,
            scroll: 0,
        }
    }

    /// Whether it shows the position that one is in.
    pub fn is_here(&self) -> bool {
        self.shown == self.here
    }

    /// Shows a position by its number, counted from zero, where there is one.
    pub(super) fn show(&mut self, number: usize) {
        if number < self.positions.len() {
            self.shown = number;
            self.scroll = 0;
        }
    }

    /// Turns to the position so many further on; after the last the first again.
    pub(super) fn turn(&mut self, by: usize) {
        self.shown = (self.shown + by) % self.positions.len().max(1);
        self.scroll = 0;
    }
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
            Self::Steps(_) => Place::Steps,
            Self::Lighter(_) => Place::Lighter,
            Self::Settings(_) => Place::Settings,
            Self::Reading(reading) => match reading.set {
                Set::Cards => Place::Card,
                Set::Safety => Place::Safety,
            },
            Self::Drawing { .. } => Place::Drawing,
        }
    }

    /// Whether something can be asked for just now.
    pub fn offers(&self, action: Action) -> bool {
        match self {
            Self::Reading(reading) => reading.offers(action),
            Self::Lighter(lighter) => {
                let turns = [Action::NextPosition, Action::PreviousPosition].contains(&action);
                !turns || lighter.positions.len() > 1
            }
            Self::Keys { .. }
            | Self::Cards(_)
            | Self::Steps(_)
            | Self::Settings(_)
            | Self::Drawing { .. } => true,
        }
    }

    /// Whether it is a list.
    pub(super) fn is_list(&self) -> bool {
        match self {
            Self::Cards(_) | Self::Settings(_) => true,
            Self::Keys { .. }
            | Self::Reading(_)
            | Self::Steps(_)
            | Self::Lighter(_)
            | Self::Drawing { .. } => false,
        }
    }

    /// Where one is in the list on it, where there is one.
    pub(super) fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        match self {
            Self::Cards(cards) => Some(&mut cards.cursor),
            Self::Settings(settings) => Some(&mut settings.cursor),
            Self::Keys { .. }
            | Self::Reading(_)
            | Self::Steps(_)
            | Self::Lighter(_)
            | Self::Drawing { .. } => None,
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
