//! What a listener has heard about the app: whatever differs from it is told next.

use std::sync::Arc;

use crate::app::{App, Screen, SettingGroup, Sheet, SoundState, Switched};
use crate::kept::Following;
use crate::pages::Set;
use crate::player::{Player, Transport};
use crate::session::Session;
use crate::settings::Settings;
use crate::text::Clean;
use crate::timeline::{Choices, Timeline};
use crate::wording::Wording;

/// Which screen was told, as far as that makes another text of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    Library,
    Gate,
    Settle,
    Playing,
    Closing,
    Programmes,
    Programme {
        id: Clean,
        week: usize,
        with_therapist: bool,
    },
    Notes,
    Keys,
    Drawing,
    Cards,
    Page(Set, usize),
    Steps,
    Lighter(usize),
    Settings(SettingGroup),
}

impl Shown {
    /// Whether it lay over another screen.
    pub(super) const fn is_sheet(&self) -> bool {
        matches!(
            self,
            Self::Keys
                | Self::Drawing
                | Self::Cards
                | Self::Page(..)
                | Self::Steps
                | Self::Lighter(_)
                | Self::Settings(_)
        )
    }
}

/// What was heard.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    /// The screen.
    pub(super) shown: Shown,
    /// The row of a list that Enter opens.
    pub(super) row: Option<usize>,
    /// The session it is about.
    pub(super) session: Option<Arc<Session>>,
    /// What was chosen for that.
    pub(super) choices: Option<Choices>,
    /// How it is laid out, where it plays.
    pub(super) timeline: Option<Arc<Timeline>>,
    /// Whether it plays, and from where.
    pub(super) transport: Option<Transport>,
    pub(super) muted: bool,
    pub(super) sound: SoundState,
    pub(super) switched: Switched,
    pub(super) eyes_closed: bool,
    pub(super) wording: Wording,
    pub(super) settings: Settings,
    /// What is set for the next time, too.
    pub(super) kept: Settings,
    pub(super) favourites: Vec<Clean>,
    pub(super) following: Option<Following>,
    pub(super) keeps: bool,
}

impl Heard {
    /// The app as it is.
    pub(super) fn of(app: &App) -> Self {
        let player = app.screen.playing().map(|playing| &playing.player);
        let (session, choices) = match app.screen.lowest() {
            Screen::Gate(at) => (Some(&at.session), Some(&at.choices)),
            Screen::Settle(at) => (Some(&at.session), Some(&at.choices)),
            Screen::Closing(at) => (Some(&at.session), Some(&at.choices)),
            _ => (player.map(Player::session), player.map(Player::choices)),
        };
        let (shown, row) = shown(&app.screen);
        Self {
            shown,
            row,
            session: session.cloned(),
            choices: choices.cloned(),
            timeline: player.map(|player| Arc::clone(player.timeline())),
            transport: player.map(Player::transport),
            muted: app.muted,
            sound: app.sound,
            switched: app.switched,
            eyes_closed: app.eyes_closed,
            wording: app.wording,
            settings: app.settings,
            kept: app.kept.settings,
            favourites: app.kept.favourites.clone(),
            following: app.kept.following.clone(),
            keeps: app.keeps,
        }
    }

    /// Whether this is about the same session as something heard before. What plays is another
    /// practice where it was laid out anew and nothing else was chosen.
    pub(super) fn is_same_practice(&self, before: &Self) -> bool {
        let same = |one: &Option<Arc<Session>>, other: &Option<Arc<Session>>| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        let anew = match (&self.timeline, &before.timeline) {
            (Some(one), Some(other)) => !Arc::ptr_eq(one, other) && self.choices == before.choices,
            _ => false,
        };
        same(&self.session, &before.session) && !anew
    }
}

/// Which screen is shown, and the chosen row where it is a list.
fn shown(screen: &Screen) -> (Shown, Option<usize>) {
    match screen {
        Screen::Library(library) => (Shown::Library, Some(library.cursor.chosen)),
        Screen::Gate(_) => (Shown::Gate, None),
        Screen::Settle(_) => (Shown::Settle, None),
        Screen::Playing(_) => (Shown::Playing, None),
        Screen::Closing(_) => (Shown::Closing, None),
        Screen::Programmes(list) => (Shown::Programmes, Some(list.cursor.chosen)),
        Screen::Programme(at) => {
            let shown = Shown::Programme {
                id: at.id.clone(),
                week: at.week,
                with_therapist: at.with_therapist,
            };
            (shown, Some(at.chosen))
        }
        Screen::Notes(_) => (Shown::Notes, None),
        Screen::Over(over) => match &over.sheet {
            Sheet::Steps(steps) => (Shown::Steps, Some(steps.chosen)),
            Sheet::Lighter(lighter) => (Shown::Lighter(lighter.shown), None),
            Sheet::Settings(settings) => (
                Shown::Settings(settings.group),
                Some(settings.cursor.chosen),
            ),
            Sheet::Keys { .. } => (Shown::Keys, None),
            Sheet::Drawing { .. } => (Shown::Drawing, None),
            Sheet::Cards(cards) => (Shown::Cards, Some(cards.cursor.chosen)),
            Sheet::Reading(reading) => (Shown::Page(reading.set, reading.page), None),
        },
    }
}
