//! The app as a value: which screen is shown, what a key means there, and what follows from it.
//!
//! [`update`] is the only place where anything changes. It receives a message and an instant and
//! answers with effects, which the shell carries out. Nothing here draws, waits or plays.

mod aside;
mod changes;
mod cursor;
mod fade;
mod held;
mod keymap;
mod listed;
mod next_change;
mod programmes;
mod screen;
mod search;
mod sheet;
mod shelf;
mod sounding;
mod toggle;
mod update;

pub use aside::{Aside, Told};
pub use changes::{Change, changes_of_position};
pub use cursor::Cursor;
pub use fade::Fade;
pub use keymap::{Action, Binding, Place, action_for, bindings};
pub use listed::Listed;
pub use next_change::next_change;
pub use programmes::{
    Followed, ProgrammeEntry, built_in_programmes, programme_from_checked, programme_from_text,
    programme_named,
};
pub use screen::{
    AtGate, AtProgramme, Bare, Blend, Closing, Library, Notes, Notice, Playing, Programmes, Screen,
    Settle, chosen_position,
};
pub use search::Search;
pub use sheet::{
    AtSettings, Cards, Lighter, Over, Reading, SettingGroup, SettingRow, Sheet, Steps,
};
pub use shelf::{
    Content, Entry, Origin, built_in_entries, entry_from_checked, entry_from_text, session_named,
};
pub use sounding::{Switched, VoiceState};
pub use toggle::{Toggle, length_without_optional, parts_to_ask_for};
pub use update::{Effect, GROUNDING, Msg, Wish, update};

use std::sync::Arc;

use held::Held;

use crate::kept::Kept;
use crate::pages::Set;
use crate::player::Hearing;
use crate::session::{Gate, Session};
use crate::settings::{Chosen, Heard, Picture, Settings};
use crate::text::Clean;
use crate::timeline::Choices;
use crate::view::Look;
use crate::wording::Wording;
use crate::words::Words;

/// What is known about sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SoundState {
    /// Nobody has asked for it yet, or it plays: nothing needs to be said.
    #[default]
    Fine,
    /// There is no device.
    Absent,
    /// The device went away; it is looked for.
    Lost,
}

/// The whole app.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct App {
    /// The program's words.
    pub words: &'static Words,
    /// How the screen is drawn: size, colours, motion.
    pub look: Look,
    /// The sessions there are.
    pub shelf: Vec<Entry>,
    /// The programmes there are.
    pub programmes: Vec<ProgrammeEntry>,
    /// Which screen is shown.
    pub screen: Screen,
    /// What is known about sound.
    pub sound: SoundState,
    /// Whether somebody muted the sound.
    pub muted: bool,
    /// Which parts of the sound keys have switched.
    pub switched: Switched,
    /// What the machine can speak with.
    pub voice: VoiceState,
    /// Whether softly says aloud what else is read, for closed eyes.
    pub eyes_closed: bool,
    /// Whether keys are typed on lines, each with Enter.
    pub in_lines: bool,
    /// What is said aloud outside the time of a session, and since when.
    pub(super) aside: Option<Aside>,
    /// The key that is held, or was pressed last, with closed eyes.
    pub(super) held: Option<Held>,
    /// What holds of all that can be set: what was asked for now, or else chosen before.
    pub settings: Settings,
    /// Since when the screen goes dark for the night, if it does.
    pub faded: Option<Fade>,
    /// Which words are used for the pelvic region.
    pub wording: Wording,
    /// What the person chose and wants to find again.
    pub kept: Kept,
    /// Whether the picture of the body says what is what.
    pub named: bool,
    /// Whether a therapist steers, and somebody else looks on.
    pub clinic: bool,
    /// Whether nothing may be written down, as somebody asked when softly began.
    pub private: bool,
    /// Whether that is written down, and not only known until softly closes.
    pub keeps: bool,
    /// The session that was open last, by its name. It is kept for the next time only where a person
    /// asked for that.
    pub(super) recent: Option<Clean>,
    /// Whether anybody can answer. Where nobody can, no session waits for a key.
    pub listens: bool,
    /// The programme that Back leads to after a session that was opened from there.
    pub(super) home: Option<AtProgramme>,
}

impl App {
    /// Opens on the library, with everything that comes with softly in the language of the words.
    pub fn new(look: Look, words: &'static Words, settings: Settings) -> Self {
        Self {
            words,
            look,
            shelf: built_in_entries(words.language),
            programmes: built_in_programmes(words.language),
            screen: Screen::Library(Library::default()),
            sound: SoundState::default(),
            muted: settings.heard == Heard::Off,
            switched: Switched::default(),
            voice: VoiceState::default(),
            eyes_closed: false,
            in_lines: false,
            aside: None,
            held: None,
            settings,
            faded: None,
            wording: Wording::default(),
            kept: Kept::default(),
            named: true,
            clinic: false,
            private: false,
            keeps: true,
            recent: None,
            listens: true,
            home: None,
        }
    }

    /// Opens a session in the chosen words, with what is chosen already: on its gate, or else on its
    /// set-up.
    pub fn open(&mut self, session: Arc<Session>, choices: Choices) {
        self.recent = Some(session.id.clone());
        let session = self.worded(session);
        if session.gate == Gate::None {
            self.settle_in(session, choices);
            return;
        }
        self.screen = Screen::Gate(AtGate {
            session,
            choices,
            at_once: false,
            asked: false,
            scroll: 0,
        });
    }

    /// Opens the set-up of a session in the chosen words, past any gate.
    pub fn settle(&mut self, session: Arc<Session>, choices: Choices) {
        self.recent = Some(session.id.clone());
        let session = self.worded(session);
        self.settle_in(session, choices);
    }

    /// Opens the set-up of a session that is in the chosen words already.
    fn settle_in(&mut self, session: Arc<Session>, choices: Choices) {
        self.screen = Screen::Settle(Settle {
            session,
            choices,
            any_key: self.any_key(),
            scroll: 0,
        });
    }

    /// Whether keys are as large as can be: any key does what is meant. A therapist steers with
    /// keys of their own, and on lines every key is typed on purpose.
    fn any_key(&self) -> bool {
        self.eyes_closed && !self.clinic && !self.in_lines
    }

    /// Says aloud what else is read, for closed eyes, or nothing any more.
    fn close_eyes(&mut self, closed: bool) {
        self.eyes_closed = closed;
        let any_key = self.any_key();
        match self.screen.lowest_mut() {
            Screen::Settle(settle) => settle.any_key = any_key,
            Screen::Playing(playing) => playing.any_key = any_key,
            _ => {}
        }
    }

    fn worded(&self, session: Arc<Session>) -> Arc<Session> {
        match self.wording {
            Wording::Neutral => session,
            Wording::Anatomical => Arc::new(session.worded(self.wording)),
        }
    }

    /// What should be heard now, if anything.
    pub fn hearing(&self) -> Option<Hearing> {
        match self.screen.lowest() {
            Screen::Closing(closing) => closing.rings.clone(),
            screen => {
                let player = &screen.playing()?.player;
                Some(player.hearing(self.muted, self.mix(player.session())))
            }
        }
    }

    /// A session on the shelf, by its name.
    pub fn session(&self, id: &str) -> Option<Arc<Session>> {
        session_named(&self.shelf, id).cloned()
    }

    /// Chooses something that counts for every session, from now on and the next time.
    fn set(&mut self, chosen: Chosen) {
        self.settings.choose(chosen);
        self.kept.set(chosen);
        self.look.set(&self.settings);
        if let Chosen::Heard(heard) = chosen {
            self.muted = heard == Heard::Off;
        }
        if let Some(part) = chosen.setting().part() {
            self.switched.forget(part);
        }
    }

    /// Back to where a session was opened from: a programme, or else the list.
    fn go_home(&mut self) {
        match self.home.take() {
            Some(programme) => self.screen = Screen::Programme(programme),
            None => self.open_library(),
        }
    }

    /// Whether something can be asked for on a screen just now. What never can is not shown among
    /// its keys.
    pub fn offers(&self, screen: &Screen, action: Action) -> bool {
        match (screen, action) {
            (Screen::Programme(at), Action::Unfollow) => self.followed_in(&at.programme).is_some(),
            (Screen::Programme(at), Action::Follow) => self.can_keep(at),
            (_, Action::HoldOpen | Action::Tap | Action::Bare) => self.clinic,
            (_, Action::Names) => self.settings.picture == Picture::Body,
            (Screen::Library(library), Action::Favourite) => self.can_mark(library.cursor.chosen),
            _ => screen.offers(action),
        }
    }

    /// Opens a card over the screen that is shown, which is a list: nothing plays below it.
    pub fn open_card(&mut self, id: &str) {
        if let Some(page) = Set::Cards.position(id) {
            self.lay_over(Sheet::Reading(Reading::from_top(Set::Cards, page)));
        }
    }

    /// Lays a sheet over the screen that is shown.
    fn lay_over(&mut self, sheet: Sheet) {
        let below = std::mem::replace(&mut self.screen, Screen::Library(Library::default()));
        // What waits already goes on waiting: `update` has seen to it that nothing plays at a stop.
        let resumes = below
            .playing()
            .is_some_and(|playing| playing.player.transport().is_playing());
        self.screen = Screen::Over(Over {
            below: Box::new(below),
            sheet,
            resumes,
        });
    }
}
