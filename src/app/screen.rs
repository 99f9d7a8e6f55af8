//! The screens. Each holds its own state and nothing else.

use std::sync::Arc;

use super::cursor::Cursor;
use super::keymap::{Action, Place};
use super::search::Search;
use super::sheet::{Over, Sheet};
use super::toggle::Toggle;
use crate::notes::Followed;
use crate::player::{Hearing, Player, Taps};
use crate::programme::{Programme, Week};
use crate::session::{Gate, Position, Session};
use crate::settings::{Picture, SoundPart};
use crate::text::Clean;
use crate::time::{Ms, Now};
use crate::timeline::{Anchor, Choices};

/// Which screen is shown.
#[derive(Debug)]
pub enum Screen {
    /// The list of sessions.
    Library(Library),
    /// What is to be read or agreed before the set-up.
    Gate(AtGate),
    /// The set-up, which stays until somebody goes on.
    Settle(Settle),
    /// A session.
    Playing(Playing),
    /// After a session.
    Closing(Closing),
    /// The list of programmes.
    Programmes(Programmes),
    /// A week of a programme.
    Programme(AtProgramme),
    /// What a therapist reads beside a session that another terminal shows.
    Notes(Notes),
    /// Something to read, over another screen.
    Over(Over),
}

impl Screen {
    /// Where a key is pressed, for the keymap.
    pub fn place(&self) -> Place {
        match self {
            Self::Library(library) if library.search.is_some() => Place::Search,
            Self::Library(_) => Place::Library,
            Self::Gate(gate) if gate.session.gate == Gate::Therapist => Place::Therapist,
            Self::Gate(_) => Place::Note,
            Self::Settle(settle) if settle.any_key => Place::SettleByEar,
            Self::Settle(_) => Place::Settle,
            Self::Playing(playing) if playing.any_key => Place::PlayingByEar,
            Self::Playing(_) => Place::Playing,
            Self::Closing(_) => Place::Closing,
            Self::Programmes(_) => Place::Programmes,
            Self::Programme(_) => Place::Programme,
            Self::Notes(_) => Place::Notes,
            Self::Over(over) => over.sheet.place(),
        }
    }

    /// Whether something can be asked for just now. What never can is not shown among the keys.
    pub fn offers(&self, action: Action) -> bool {
        match (self, action, Toggle::of(action)) {
            (Self::Settle(settle), Action::NextPosition | Action::PreviousPosition, _) => {
                settle.session.positions.len() > 1
            }
            (Self::Programme(at), Action::NextWeek, _) => at.week < at.programme.weeks.len(),
            (Self::Programme(at), Action::PreviousWeek, _) => at.week > 1,
            (Self::Programme(at), Action::Unlock, _) => at.shown().with_therapist,
            (Self::Playing(playing), Action::OwnPace, _) => playing.player.session().is_paced(),
            (Self::Settle(settle), Action::OwnPace, _) => settle.session.is_paced(),
            (Self::Playing(playing), Action::OtherAnchor, _) => {
                Anchor::is_offered(playing.player.session())
            }
            (Self::Settle(settle), Action::OtherAnchor, _) => Anchor::is_offered(&settle.session),
            (Self::Playing(playing), Action::Lighter, _) => has_lighter(playing.player.session()),
            (Self::Settle(settle), Action::Drawing, _) => settle.position().drawing.is_some(),
            (
                Self::Over(Over {
                    below,
                    sheet: Sheet::Drawing { .. },
                    ..
                }),
                Action::NextPosition | Action::PreviousPosition,
                _,
            ) => below.offers(action),
            (Self::Over(over), _, _) => over.sheet.offers(action),
            (Self::Settle(settle), _, Some(toggle)) => toggle.is_offered(&settle.session),
            _ => true,
        }
    }

    /// The session that is under way, also below what is read over it.
    pub fn playing(&self) -> Option<&Playing> {
        match self.lowest() {
            Self::Playing(playing) => Some(playing),
            _ => None,
        }
    }

    /// What lies over another screen, where something does.
    pub fn sheet(&self) -> Option<&Sheet> {
        match self {
            Self::Over(over) => Some(&over.sheet),
            _ => None,
        }
    }

    /// Whether it is a list, in which a mouse may choose. Everywhere else the mouse stays the
    /// terminal's, to mark and copy text with.
    pub fn is_list(&self) -> bool {
        match self {
            Self::Library(_) | Self::Programmes(_) | Self::Programme(_) => true,
            Self::Over(over) => over.sheet.is_list(),
            Self::Gate(_)
            | Self::Settle(_)
            | Self::Playing(_)
            | Self::Closing(_)
            | Self::Notes(_) => false,
        }
    }

    /// Where one is in the list that is shown, where a list is.
    pub fn cursor_mut(&mut self) -> Option<&mut Cursor> {
        match self {
            Self::Library(library) => Some(&mut library.cursor),
            Self::Programmes(list) => Some(&mut list.cursor),
            Self::Over(over) => over.sheet.cursor_mut(),
            Self::Gate(_)
            | Self::Settle(_)
            | Self::Playing(_)
            | Self::Closing(_)
            | Self::Notes(_)
            | Self::Programme(_) => None,
        }
    }

    /// The screen below everything that is read over it, or the screen itself.
    pub fn lowest(&self) -> &Self {
        match self {
            Self::Over(over) => over.below.lowest(),
            screen => screen,
        }
    }

    /// The list of sessions, also below what is read over it, to be changed.
    pub fn library_mut(&mut self) -> Option<&mut Library> {
        match self.lowest_mut() {
            Self::Library(library) => Some(library),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn lowest_mut(&mut self) -> &mut Self {
        match self {
            Self::Over(over) => over.below.lowest_mut(),
            screen => screen,
        }
    }

    /// The session that is under way, to be changed.
    pub fn playing_mut(&mut self) -> Option<&mut Playing> {
        match self.lowest_mut() {
            Self::Playing(playing) => Some(playing),
            _ => None,
        }
    }
}

/// The notes beside a session.
#[derive(Debug, Default)]
pub struct Notes {
    /// What is known about the session.
    pub followed: Followed,
    /// The first line shown of the outline.
    pub scroll: u16,
}

/// Whether there is anything to choose between in how the body is supported: a lighter version, or
/// another position.
fn has_lighter(session: &Session) -> bool {
    let positions = session.positions.iter();
    let of_steps = session.all_steps().flat_map(|step| &step.positions);
    let mut all = positions.chain(of_steps);
    session.positions.len() > 1 || all.any(|p| p.lighter.is_some() || !p.instead.is_empty())
}

/// The list of sessions.
#[derive(Debug, Default)]
pub struct Library {
    /// The chosen session, by its index on the shelf.
    pub cursor: Cursor,
    /// What is searched for, while somebody searches.
    pub search: Option<Search>,
}

/// The list of programmes.
#[derive(Debug, Default)]
pub struct Programmes {
    /// The chosen one.
    pub cursor: Cursor,
}

/// A week of a programme. To look at one changes nothing about which week one is in.
#[derive(Clone, Debug)]
pub struct AtProgramme {
    /// The name it is followed by.
    pub id: Clean,
    /// The programme.
    pub programme: Arc<Programme>,
    /// The number of the week that is shown, which there is.
    pub week: usize,
    /// Whether a therapist chose it with the person.
    pub with_therapist: bool,
    /// The index of the chosen row.
    pub chosen: usize,
    /// The first line shown.
    pub scroll: u16,
}

impl AtProgramme {
    /// The week that is shown.
    pub fn shown(&self) -> &Week {
        self.programme.week(self.week)
    }
}

/// The page before the set-up of a session that has a gate.
#[derive(Debug)]
pub struct AtGate {
    /// The session.
    pub session: Arc<Session>,
    /// What is chosen for it already.
    pub choices: Choices,
    /// Whether the session begins as soon as the gate is passed, without its set-up.
    pub at_once: bool,
    /// Whether somebody asked which key goes on.
    pub asked: bool,
    /// The first line shown.
    pub scroll: u16,
}

/// The set-up of a session.
#[derive(Debug)]
pub struct Settle {
    /// The session.
    pub session: Arc<Session>,
    /// What is chosen for it.
    pub choices: Choices,
    /// Whether any key begins it, for closed eyes.
    pub any_key: bool,
    /// The first line shown.
    pub scroll: u16,
}

impl Settle {
    /// The position that is chosen.
    pub fn position(&self) -> &Position {
        chosen_position(&self.session, &self.choices)
    }
}

/// The position that is chosen; the one the author suggests where the choice is not on offer.
pub fn chosen_position<'a>(session: &'a Session, choices: &Choices) -> &'a Position {
    session.position(choices.position.as_ref())
}

/// A session under way.
#[derive(Debug)]
pub struct Playing {
    /// The session and where one is in it.
    pub player: Player,
    /// After a jump, the picture goes softly from where it was.
    pub blend: Option<Blend>,
    /// Something to say quietly for a while, and since when.
    pub notice: Option<(Notice, Now)>,
    /// The page that somebody turned to, in the text of which part.
    pub turned: Option<(usize, u16)>,
    /// Whether any key pauses it, for closed eyes.
    pub any_key: bool,
    /// What a therapist lets others see.
    pub bare: Bare,
    /// The last taps along with somebody's breath.
    pub taps: Taps,
}

/// How much of a session a therapist lets others see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bare {
    /// All of it.
    #[default]
    All,
    /// The picture and the words.
    Words,
    /// Nothing.
    Nothing,
}

impl Bare {
    /// Less of it; after nothing, all again.
    #[must_use]
    pub const fn less(self) -> Self {
        match self {
            Self::All => Self::Words,
            Self::Words => Self::Nothing,
            Self::Nothing => Self::All,
        }
    }
}

/// Something said quietly, below the words of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// There is no sound device.
    NoSound,
    /// The sound device went away.
    SoundLost,
    /// Somebody switched the sound off, or on.
    Sound(bool),
    /// Somebody switched a part of it on, or off.
    Part(SoundPart, bool),
    /// How long a breath lasts now, in percent of what is written.
    Breath(u16),
    /// What the breath looks like now.
    Picture(Picture),
    /// Somebody tapped once: one more tap tells how long a breath lasts.
    TapOn,
    /// Somebody tapped where no breath is paced.
    NothingPaced,
    /// How long a breath lasts that follows the taps.
    Followed(Ms),
    /// Where attention rests now.
    Anchor(Anchor),
    /// The screen goes dark, and how it comes back.
    Fades,
}

impl Notice {
    /// How long it stays: long enough to be read late, and then the screen is quiet again.
    pub const LENGTH: Ms = Ms::seconds(8);
}

impl Playing {
    /// A session that begins, with something to say about its sound.
    pub fn new(player: Player, notice: Option<(Notice, Now)>) -> Self {
        Self {
            player,
            blend: None,
            notice,
            turned: None,
            any_key: false,
            bare: Bare::default(),
            taps: Taps::default(),
        }
    }

    /// What is said quietly at an instant, and until when.
    pub fn notice(&self, now: Now) -> Option<(Notice, Now)> {
        let (notice, since) = self.notice?;
        let until = since + Notice::LENGTH;
        (now < until).then_some((notice, until))
    }

    /// How full the picture is drawn. After a jump it needs a moment to get to where the breath is.
    pub fn level(&self, now: Now) -> f64 {
        let level = self.player.moment(now).level;
        match self.blend {
            Some(blend) => blend.towards(level, now),
            None => level,
        }
    }

    /// Remembers how full the picture is, before a jump. After it a text is read from its start.
    pub fn soften(&mut self, now: Now) {
        self.turned = None;
        self.blend = Some(Blend {
            from: self.level(now),
            since: now,
        });
    }
}

/// A picture on its way from where it was to where the breath is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Blend {
    /// How full it was.
    pub from: f64,
    /// When it began to move.
    pub since: Now,
}

impl Blend {
    /// Long enough that nothing flashes, short enough that the first breath is not missed.
    pub const LENGTH: Ms = Ms(1500);

    /// Whether it still moves.
    pub fn is_moving(self, now: Now) -> bool {
        now.since(self.since) < Self::LENGTH
    }

    fn towards(self, level: f64, now: Now) -> f64 {
        let through = now.since(self.since).fraction_of(Self::LENGTH);
        let eased = through * through * (3.0 - 2.0 * through);
        self.from + (level - self.from) * eased
    }
}

/// After a session.
#[derive(Debug)]
pub struct Closing {
    /// The session.
    pub session: Arc<Session>,
    /// What was chosen for it.
    pub choices: Choices,
    /// The position that a step of it led to last, if one did.
    pub moved_to: Option<Position>,
    /// Whether it was left before its end.
    pub early: bool,
    /// What still rings: the last bell of a session that ran to its end.
    pub rings: Option<Hearing>,
    /// The first line shown.
    pub scroll: u16,
}

impl Closing {
    /// The position one is in now.
    pub fn position(&self) -> &Position {
        let chosen = || chosen_position(&self.session, &self.choices);
        self.moved_to.as_ref().unwrap_or_else(chosen)
    }
}
