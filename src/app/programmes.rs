//! The programmes there are: the ones that come with softly, and a person's own files. And the one
//! that is followed, if one is.

use std::sync::Arc;

use super::{App, AtProgramme, Origin};
use crate::diagnostic::Diagnostic;
use crate::kept::Following;
use crate::language::Language;
use crate::library;
use crate::programme::Programme;
use crate::script::{self, Checked};
use crate::text::Clean;

/// One row of the programmes.
#[derive(Clone, Debug)]
pub struct ProgrammeEntry {
    /// The name it is followed by.
    pub id: Clean,
    /// Where it comes from.
    pub origin: Origin,
    /// The programme, or what keeps it from being one.
    pub read: Result<Arc<Programme>, Vec<Diagnostic>>,
}

impl ProgrammeEntry {
    /// What its row is called: its title, or its name where it has none.
    pub fn title(&self) -> &Clean {
        let title = self.read.as_ref().map(|programme| &programme.title);
        title.unwrap_or(&self.id)
    }

    /// The programme, where there is one.
    pub fn programme(&self) -> Option<&Arc<Programme>> {
        self.read.as_ref().ok()
    }
}

/// Makes a row from the text of a file that is meant as a programme.
pub fn programme_from_text(id: &str, text: &str, origin: Origin) -> ProgrammeEntry {
    programme_from_checked(id, script::check(text, id), origin)
}

/// Makes a row from what was found in a file that is meant as a programme.
pub fn programme_from_checked(id: &str, checked: Checked, origin: Origin) -> ProgrammeEntry {
    ProgrammeEntry {
        id: Clean::from_shown(id),
        origin,
        read: checked.programme.map(Arc::new).ok_or(checked.diagnostics),
    }
}

/// The programmes that come with softly, in a language.
pub fn built_in_programmes(language: Language) -> Vec<ProgrammeEntry> {
    library::programmes(language)
        .iter()
        .map(|file| programme_from_text(file.id, file.text, Origin::BuiltIn))
        .collect()
}

/// The programme with a name. The built-in ones come first, so that a file that borrows a name
/// cannot stand in for one of them; then files by their names; then what files call themselves.
pub fn programme_named<'a>(
    entries: &'a [ProgrammeEntry],
    name: &str,
) -> Option<&'a ProgrammeEntry> {
    let by_file = |entry: &&ProgrammeEntry| &*entry.id == name;
    let by_itself = |entry: &&ProgrammeEntry| {
        let programme = entry.programme();
        programme.is_some_and(|programme| &*programme.id == name)
    };
    entries
        .iter()
        .find(by_file)
        .or_else(|| entries.iter().find(by_itself))
}

/// A programme that is followed, where it is still there.
#[derive(Clone, Copy, Debug)]
pub struct Followed<'a> {
    /// The name it is followed by.
    pub id: &'a Clean,
    /// The programme.
    pub programme: &'a Arc<Programme>,
    /// The week one is in, which there is.
    pub week: usize,
    /// Whether a therapist unlocked it with the person.
    pub with_therapist: bool,
}

impl<'a> Followed<'a> {
    /// What is followed, among the programmes there are.
    pub fn of(following: &Following, entries: &'a [ProgrammeEntry]) -> Option<Self> {
        let entry = programme_named(entries, &following.programme)?;
        let programme = entry.programme()?;
        Some(Self {
            id: &entry.id,
            programme,
            week: programme.nearest(following.week),
            with_therapist: following.with_therapist,
        })
    }
}

impl Following {
    /// Leads to the nearest week that there is, where its programme is there: the file may have
    /// been changed by hand, or the programme have fewer weeks than before.
    pub fn nearest_week(&mut self, entries: &[ProgrammeEntry]) {
        if let Some(followed) = Followed::of(self, entries) {
            self.week = followed.week;
        }
    }
}

impl App {
    /// The programme that is followed, if one is and it is there.
    pub fn followed(&self) -> Option<Followed<'_>> {
        Followed::of(self.kept.following.as_ref()?, &self.programmes)
    }

    /// Where one is in this programme, if it is the one that is followed.
    pub fn followed_in(&self, programme: &Arc<Programme>) -> Option<Followed<'_>> {
        let is_this = |followed: &Followed<'_>| Arc::ptr_eq(followed.programme, programme);
        self.followed().filter(is_this)
    }

    /// Whether the week that is shown can be kept: whether it is not kept yet, and the name of its
    /// programme leads to it, and not to another one that had the name first.
    pub(super) fn can_keep(&self, at: &AtProgramme) -> bool {
        let named = programme_named(&self.programmes, &at.id).and_then(ProgrammeEntry::programme);
        let leads_here = named.is_some_and(|named| Arc::ptr_eq(named, &at.programme));
        let here = self.followed_in(&at.programme);
        leads_here && here.is_none_or(|here| here.week != at.week)
    }
}
