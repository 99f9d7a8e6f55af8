//! What is said aloud outside the time of a session, for closed eyes: set-ups, choices, pauses, the
//! way back.
//!
//! What it is about follows from the change that caused it, whichever key or signal that was. The
//! words follow from the app, in `plain::asides`. As time passes nothing is copied here.

use std::sync::Arc;

use super::sheet::Sheet;
use super::{App, Screen, Switched, chosen_position};
use crate::pages::Set;
use crate::player::{Saying, Transport, Why};
use crate::score::Volume;
use crate::session::Session;
use crate::settings::SoundPart;
use crate::text::Clean;
use crate::time::{Ms, Now};
use crate::timeline::Choices;

/// Something that is said, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aside {
    /// What it is about.
    pub told: Told,
    /// When it is to be heard: at once, or after a bell.
    pub since: Now,
}

/// What an aside is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The page before a set-up.
    Gate,
    /// A set-up; what its gate has said is not said again.
    SetUp {
        /// Whether it stands behind a gate.
        behind_gate: bool,
    },
    /// The position that was chosen.
    Position,
    /// How long the session takes now.
    Length,
    /// Back at a set-up: how to begin.
    Settled,
    /// Nothing plays until somebody goes on.
    Waits(Why),
    /// It goes on after a pause.
    GoesOn,
    /// A session was left: time to return.
    Stopped,
    /// A session has run to its end: time to return.
    Over,
    /// A page of when to stop, by its index.
    Page(usize),
    /// What keys do.
    Keys,
    /// A part of the sound was switched on, or off.
    Part(SoundPart, bool),
    /// All sound is back.
    Sound,
}

impl Aside {
    /// A bell at the end is heard by itself first, and rings on below the words.
    pub const AFTER_BELL: Ms = Ms::seconds(4);
}

/// Where one is, as far as that makes something else to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Elsewhere,
    Gate,
    SetUp,
    Plays,
    Waits(Why),
    Closed { early: bool, rings: bool },
    Page(usize),
    Keys,
}

/// What is compared before and after something happens. It copies nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scene {
    at: At,
    /// The session, by its place in memory.
    session: Option<*const Session>,
    position: Option<usize>,
    minutes: Option<u32>,
    muted: bool,
    switched: Switched,
}

impl Scene {
    /// Where one is; nowhere while eyes are open.
    pub(super) fn of(app: &App) -> Option<Self> {
        if !app.eyes_closed {
            return None;
        }
        let about = about(app);
        let position = about.and_then(|(session, choices)| {
            let chosen = chosen_position(session, choices);
            session.positions.iter().position(|p| p.id == chosen.id)
        });
        Some(Self {
            at: at(&app.screen),
            session: about.map(|(session, _)| Arc::as_ptr(session)),
            position,
            minutes: about.and_then(|(_, choices)| choices.minutes),
            muted: app.muted,
            switched: app.switched,
        })
    }
}

/// What has changed makes something else to be said, or silence.
pub(super) enum Next {
    Same,
    Silence,
    Say(Told),
}

/// What is said after a change.
pub(super) fn after(before: Option<Scene>, after: Scene) -> Next {
    let Some(before) = before else {
        return beginning(after.at, At::Elsewhere);
    };
    if before.at != after.at || before.session != after.session {
        return beginning(after.at, before.at);
    }
    if before.muted != after.muted {
        return Next::Say(Told::Sound);
    }
    for part in SoundPart::ALL {
        let (old, new) = (before.switched.get(part), after.switched.get(part));
        if let Some(on) = new.filter(|_| old != new) {
            return Next::Say(Told::Part(part, on));
        }
    }
    if after.at == At::SetUp && before.position != after.position {
        return Next::Say(Told::Position);
    }
    if after.at == At::SetUp && before.minutes != after.minutes {
        return Next::Say(Told::Length);
    }
    Next::Same
}

/// What is said where one has come to.
fn beginning(at: At, from: At) -> Next {
    Next::Say(match (at, from) {
        (At::Gate, _) => Told::Gate,
        (At::SetUp, At::Page(_) | At::Keys) => Told::Settled,
        (At::SetUp, _) => Told::SetUp {
            behind_gate: from == At::Gate,
        },
        (At::Waits(why), _) => Told::Waits(why),
        (At::Plays, At::Waits(Why::Asked | Why::Away | Why::Reading) | At::Page(_) | At::Keys) => {
            Told::GoesOn
        }
        // What comes next has its own words, or nothing is said there.
        (At::Plays | At::Elsewhere, _) => return Next::Silence,
        (At::Closed { early: true, .. }, _) => Told::Stopped,
        (At::Closed { .. }, _) => Told::Over,
        (At::Page(page), _) => Told::Page(page),
        (At::Keys, _) => Told::Keys,
    })
}

fn at(screen: &Screen) -> At {
    match screen {
        Screen::Gate(_) => At::Gate,
        Screen::Settle(_) => At::SetUp,
        Screen::Playing(playing) => match playing.player.transport() {
            Transport::Playing { .. } => At::Plays,
            Transport::Paused { why, .. } => At::Waits(why),
        },
        Screen::Closing(closing) => At::Closed {
            early: closing.early,
            rings: closing.rings.is_some(),
        },
        Screen::Over(over) => match &over.sheet {
            Sheet::Reading(reading) if reading.set == Set::Safety => At::Page(reading.page),
            Sheet::Keys { .. } => At::Keys,
            _ => At::Elsewhere,
        },
        Screen::Library(_) | Screen::Programmes(_) | Screen::Programme(_) | Screen::Notes(_) => {
            At::Elsewhere
        }
    }
}

/// The session that one is at, and what is chosen for it.
fn about(app: &App) -> Option<(&Arc<Session>, &Choices)> {
    match app.screen.lowest() {
        Screen::Gate(at) => Some((&at.session, &at.choices)),
        Screen::Settle(at) => Some((&at.session, &at.choices)),
        Screen::Closing(at) => Some((&at.session, &at.choices)),
        Screen::Playing(playing) => Some((playing.player.session(), playing.player.choices())),
        _ => None,
    }
}

impl App {
    /// What is said aloud now outside the time of a session, and how loud, if anything is.
    pub(super) fn says(&self) -> Option<(Aside, Volume)> {
        let aside = self.aside.filter(|_| self.eyes_closed && !self.muted)?;
        let (session, _) = about(self)?;
        let volume = self.mix(session).voice_volume;
        (volume > Volume::SILENT).then_some((aside, volume))
    }

    /// What should be said now outside the time of a session, if anything.
    pub fn saying(&self) -> Option<Saying> {
        let (aside, volume) = self.says()?;
        let lines = crate::plain::asides(self, aside.told);
        Some(Saying {
            session: about(self).map(|(session, _)| Arc::clone(session)),
            lines: lines.iter().map(|line| Clean::from_shown(line)).collect(),
            since: aside.since,
            language: Clean::from_shown(self.words.language.code()),
            volume,
        })
    }

    /// Remembers what is said from now on, after a change of where one is.
    pub(super) fn tell_aside(&mut self, before: Option<Scene>, now: Now) {
        let Some(scene) = Scene::of(self) else {
            self.aside = None;
            return;
        };
        let after_bell = matches!(
            scene.at,
            At::Closed {
                early: false,
                rings: true
            }
        );
        let since = if after_bell {
            now + Aside::AFTER_BELL
        } else {
            now
        };
        match after(before, scene) {
            Next::Same => {}
            Next::Silence => self.aside = None,
            Next::Say(told) => self.aside = Some(Aside { told, since }),
        }
    }
}
