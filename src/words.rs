//! Every word the program itself says, one table per language.
//!
//! A table is complete or does not compile. What has a number or a name in it is written by a
//! function of the language, so that each can say it in its own order and with its own endings.
//!
//! The lines follow the language guide: they invite, offer and describe; they never order, praise
//! or promise. Words of sessions and positions live in `sessions/`, those of cards and safety
//! pages in `pages/`.

mod aloud;
mod anchors;
mod breath;
mod clinic;
mod commands;
mod english;
mod export;
mod eyes_closed;
mod german;
mod keys;
mod languages;
mod midway;
mod outline;
mod parts;
mod pictures;
mod programme;
mod settings;
mod sounds;
mod told;

pub use aloud::AloudWords;
pub use anchors::AnchorWords;
pub use clinic::{ClinicWords, NoteWords};
pub use commands::{
    CardCommandWords, CommandWords, KeptWords, ProgrammeCommandWords, SessionCommandWords,
    UnreadWords,
};
pub use english::ENGLISH;
pub use export::{ExportWords, TrackWords};
pub use eyes_closed::EyesClosedWords;
pub use german::GERMAN;
pub use keys::KeyWords;
pub use midway::MidwayWords;
pub use outline::OutlineWords;
pub use parts::PartWords;
pub use pictures::PictureWords;
pub use programme::ProgrammeWords;
pub use settings::{SettingWords, Told};
pub use sounds::SoundWords;
pub use told::Manner;

use std::fmt::{self, Write};

use crate::app::{Action, Toggle};
use crate::language::Language;
use crate::library::Group;
use crate::player::Why;
use crate::session::{Date, Pattern, Phase};
use crate::time::Ms;

/// The program's words in one language.
#[derive(Debug)]
pub struct Words {
    /// The language they are in.
    pub language: Language,
    /// What softly is, and is not.
    pub what_this_is: &'static [&'static str],
    /// How to pause and leave; opens every session.
    pub pause_and_leave: &'static str,
    /// About the eyes; opens every session.
    pub eyes: &'static str,
    /// Against breathing too much; in every paced session.
    pub easy: &'static str,
    /// Another place for attention; in every paced session.
    pub other_anchor: &'static str,
    /// What helps on the way, with its keys; in every paced session on the screen.
    pub keys_on_the_way: &'static str,
    /// When to stop; on every set-up.
    pub stop: &'static str,
    /// Before the reasons to stop that a session adds.
    pub stop_here: &'static str,
    /// For a face-down or turned-away position.
    pub sound_carries: &'static str,
    /// The same where there is no sound.
    pub no_sound_here: &'static str,

    /// The labels of the phases.
    pub phases: [&'static str; 5],
    /// The labels of the phases where there is hardly any room.
    pub short_phases: [&'static str; 5],
    /// The label of a stretch without pacing.
    pub quiet: &'static str,
    /// The label at one's own pace.
    pub own_pace: &'static str,
    /// The titles of untitled steps: rest and breathing.
    pub steps: [&'static str; 2],

    /// What the parts of a session are called.
    pub parts: PartWords,
    /// What the anchors are called, and what is said about them.
    pub anchors: AnchorWords,

    /// Paused because somebody asked.
    pub paused: &'static str,
    /// Paused because the program was stopped or the machine slept.
    pub welcome_back: &'static str,
    /// How to go on.
    pub go_on: &'static str,
    /// What the pause key does while paused, in a word or two.
    pub hint_go_on: &'static str,
    /// What the key for one's own pace does at one's own pace, in a word or two.
    pub hint_paced: &'static str,

    /// After a whole session.
    pub thanks: &'static str,
    /// Time to return.
    pub no_hurry: &'static str,
    /// After a session that was left.
    pub stopped: &'static str,
    /// The offer of the grounding session.
    pub ground_offer: &'static str,

    /// Headings of the library.
    pub library: LibraryWords,
    /// The page before a set-up.
    pub gate: GateWords,
    /// A question for oneself.
    pub check_in: CheckInWords,
    /// Pages to read.
    pub pages: PageWords,
    /// Headings of the set-up.
    pub settle: SettleWords,
    /// Choices in the middle of a session.
    pub midway: MidwayWords,
    /// What is said quietly for a while.
    pub notices: NoticeWords,
    /// Lines of plain mode.
    pub plain: PlainWords,
    /// Words for who listens, or reads lines of text.
    pub aloud: AloudWords,
    /// Words of a session's outline.
    pub outline: OutlineWords,
    /// Words of programmes.
    pub programme: ProgrammeWords,
    /// Words of the pictures.
    pub pictures: PictureWords,
    /// Words of the clinic.
    pub clinic: ClinicWords,
    /// Words of the settings.
    pub settings: SettingWords,
    /// Words about what is heard.
    pub sounds: SoundWords,
    /// Words for closed eyes.
    pub eyes_closed: EyesClosedWords,
    /// What commands print.
    pub commands: CommandWords,
    /// A session as a track.
    pub export: ExportWords,
    /// What keys are called.
    pub keys: KeyWords,
    /// What a mouse does on a list.
    pub mouse: &'static str,
    /// The heading of the help.
    pub help: &'static str,
    /// What the keys do, in a word or two for the footer and in a line for the help.
    pub actions: fn(Action) -> (&'static str, &'static str),
    /// "about 6 min left", from whole minutes; none in the last of them.
    pub left: fn(&mut dyn Write, Option<u64>) -> fmt::Result,
}

/// Words of the library.
#[derive(Debug)]
pub struct LibraryWords {
    /// Plain anatomical words are chosen.
    pub plain_words: &'static str,
    /// Heading of the sessions that come with softly.
    pub built_in: &'static str,
    /// Heading of a group of them.
    pub group: fn(Group) -> &'static str,
    /// Heading of the person's own files.
    pub own: &'static str,
    /// Heading of the sessions that were marked.
    pub favourites: &'static str,
    /// What can be searched for, before anything is typed.
    pub search: &'static str,
    /// Nothing was found, and what one can do.
    pub not_found: &'static str,
    /// Before whoever wrote a session.
    pub by: &'static str,
    /// Before the positions of a session.
    pub positions: &'static str,
    /// Before the cautions of a session.
    pub cautions: &'static str,
    /// A file that cannot be played.
    pub broken: &'static str,
    /// In the row of such a file.
    pub to_mend: &'static str,
    /// Where such a file is told about at length.
    pub how_to_mend: &'static str,
    /// A session no clinician has reviewed.
    pub not_reviewed: &'static str,
    /// A session that a clinician has reviewed: who, and when if that is known.
    pub reviewed: fn(&mut dyn Write, &str, Option<Date>) -> fmt::Result,
    /// A session that is meant to be chosen with a therapist.
    pub with_therapist: &'static str,
    /// The language of a session, from its code.
    pub in_language: fn(&mut dyn Write, &str) -> fmt::Result,
}

/// Words of the page before a set-up. Hints come in more words and in fewer.
#[derive(Debug)]
pub struct GateWords {
    /// Why there is a page: there is something to know.
    pub note: &'static str,
    /// Why there is a page: a session is meant to be chosen with a therapist.
    pub therapist: &'static str,
    /// What is in such a session: small squeezes, breath holds, places that wait to be asked for.
    pub holds_these: fn(Toggle) -> Option<&'static str>,
    /// How to go on from what is good to know.
    pub go_on: &'static [&'static str],
    /// How to go on where a therapist chose the session, too.
    pub agree: &'static [&'static str],
    /// The same, for somebody who asked with another key.
    pub which_key: &'static [&'static str],
}

/// Words around a question for oneself.
#[derive(Debug)]
pub struct CheckInWords {
    /// Before the question.
    pub invitation: &'static str,
    /// The program's own answers.
    pub usual: &'static [&'static str],
    /// Answers from 0 to 10, with what the two ends mean.
    pub numbers: fn(&mut dyn Write, &str, &str) -> fmt::Result,
    /// What becomes of an answer.
    pub kept_nowhere: &'static str,
}

/// Words around pages to read. Hints come in more words and in fewer.
#[derive(Debug)]
pub struct PageWords {
    /// Heading of the cards.
    pub cards: &'static str,
    /// What the cards are.
    pub about_cards: &'static str,
    /// Heading of the safety pages.
    pub safety: &'static str,
    /// Before how sure a page is.
    pub how_sure: &'static str,
    /// Before the sources of a page.
    pub sources: &'static str,
    /// The offer of the grounding session.
    pub ground: &'static [&'static str],
    /// How to go back, where no key hints are in sight.
    pub back: &'static [&'static str],
    /// In plain mode: how to read when to stop.
    pub plain_key: &'static str,
    /// How to begin the grounding session, in lines of text.
    pub plain_ground: &'static str,
    /// In plain mode: how to read the next page, by its title.
    pub plain_next: fn(&mut dyn Write, &str) -> fmt::Result,
}

/// Words of the set-up.
#[derive(Debug)]
pub struct SettleWords {
    /// Before the things that help.
    pub props: &'static str,
    /// Before the lighter version.
    pub lighter: &'static str,
    /// Before who may prefer another position.
    pub instead: &'static str,
    /// Before the way out.
    pub way_out: &'static str,
    /// Before the title of a position that a session changes to later.
    pub later: &'static str,
    /// Before how long the phases of a breath are.
    pub pace: &'static str,
    /// How long the phases of a breath are.
    pub breath: fn(&mut dyn Write, Pattern) -> fmt::Result,
    /// Own pace is chosen.
    pub own_pace: &'static str,
    /// Before whether there is sound.
    pub sound: &'static str,
    /// Before the length of the session.
    pub length: &'static str,
    /// Before the position.
    pub position: &'static str,
    /// Before what the breath looks like.
    pub picture: &'static str,
    /// Something that is on.
    pub on: &'static str,
    /// Something that is off.
    pub off: &'static str,
    /// Before what can be switched.
    pub yours_to_choose: &'static str,
    /// Something that can be switched: which, which places or what length it is about, and
    /// whether it is on.
    pub toggle: fn(&mut dyn Write, Toggle, &str, bool) -> fmt::Result,
    /// How to begin, in more words and in fewer.
    pub ready: &'static [&'static str],
    /// There is more text below.
    pub more: &'static str,
}

/// What is said quietly for a while.
#[derive(Debug)]
pub struct NoticeWords {
    /// There is no sound device.
    pub no_sound: &'static str,
    /// The same where no breath is paced.
    pub no_sound_unpaced: &'static str,
    /// The sound device went away.
    pub sound_lost: &'static str,
    /// There is sound again.
    pub sound_on: &'static str,
    /// Somebody switched the sound off.
    pub sound_off: &'static str,
    /// How long a breath is now, in percent of what is written, and its phases where one is paced.
    pub breath: fn(&mut dyn Write, u16, Option<Pattern>) -> fmt::Result,
}

/// Which step begins with a part, and of how many; none in the middle of a step.
pub type StepNumber = Option<(usize, usize)>;

/// Words of plain mode. The functions write whole sentences.
#[derive(Debug)]
pub struct PlainWords {
    /// The title of a session, its length and its number of parts.
    pub title: fn(&mut dyn Write, &str, Ms, usize) -> fmt::Result,
    /// A part begins: its number and of how many where a step begins with it, its title, and its
    /// length where it has one.
    pub step: fn(&mut dyn Write, StepNumber, &str, Option<Ms>) -> fmt::Result,
    /// A phase begins: its label, and its length while the rhythm is not yet known.
    pub phase: fn(&mut dyn Write, &str, Option<Ms>) -> fmt::Result,
    /// How to begin, pause and leave, line by line.
    pub keys: &'static str,
    /// How to begin.
    pub begin: &'static str,
    /// How to go on from what is good to know.
    pub gate_note: &'static str,
    /// How to go on where a therapist chose the session, too.
    pub gate_therapist: &'static str,
    /// Before what can be switched.
    pub yours_to_choose: &'static str,
    /// A length, in full words.
    pub length: fn(&mut dyn Write, Ms) -> fmt::Result,
    /// How to go on after a pause.
    pub go_on: &'static str,
    /// It goes on.
    pub goes_on: &'static str,
    /// How to leave where a session is over.
    pub leaves: &'static str,
}

/// What one of the functions above writes.
fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write(&mut text);
    text
}

impl Language {
    /// The program's words in this language.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
        }
    }
}

impl Words {
    /// The label of a phase.
    pub fn phase(&self, phase: Phase) -> &'static str {
        self.phases[phase as usize]
    }

    /// The label of a phase where there is hardly any room.
    pub fn short_phase(&self, phase: Phase) -> &'static str {
        self.short_phases[phase as usize]
    }

    /// What a pause is called.
    pub fn pause(&self, why: Why) -> &'static str {
        match why {
            Why::Asked | Why::Reading => self.paused,
            Why::Away => self.welcome_back,
            Why::Waiting => self.parts.ready,
            Why::Open => self.clinic.held_open,
        }
    }
}
