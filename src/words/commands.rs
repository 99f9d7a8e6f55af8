//! What commands print beside sessions, cards and weeks: what there is to type next, and what stood
//! in the way.
//!
//! Names of commands, options and files stay as they are typed, in every language. What is for
//! authors (`check`, `explain`, `new`, `schema`) and `doctor` is not here: it is in English.

use crate::app::Toggle;
use crate::script::limits::FILE_BYTES;
use crate::script::{Foreign, Unreadable};
use crate::time::Ms;
use crate::wording::Wording;

/// The words in one language. The functions write whole sentences.
#[derive(Debug)]
pub struct CommandWords {
    /// The name that was probably meant.
    pub did_you_mean: fn(&str) -> String,
    /// In a row for a file that has something to mend.
    pub needs_mending: &'static str,
    /// So many things are to be mended in a file, and whether it is a programme.
    pub to_mend: fn(&str, usize, bool) -> String,
    /// There are more than so many, and only these are shown.
    pub more_to_mend: fn(&str, usize, bool) -> String,
    /// Something outside went wrong, as the system tells it.
    pub outside: fn(&str) -> String,
    /// The notes of a session in the clinic cannot be followed here, and why.
    pub no_notes: fn(&str) -> String,
    /// The notes are for a terminal.
    pub notes_need_a_screen: &'static str,
    /// softly broke: its version, the place in it, and what is known.
    pub broke: fn(&str, &str, &str) -> String,
    /// Sessions: finding them, and choosing how they are played.
    pub sessions: SessionCommandWords,
    /// Cards.
    pub cards: CardCommandWords,
    /// Programmes.
    pub programme: ProgrammeCommandWords,
    /// What is kept.
    pub kept: KeptWords,
    /// Why a file could not be read.
    pub unread: UnreadWords,
}

/// Words about sessions.
#[derive(Debug)]
pub struct SessionCommandWords {
    /// There is no session of a name.
    pub unknown: fn(&str) -> String,
    /// How to see which there are.
    pub how_to_list: &'static str,
    /// How to play one, and to read it.
    pub how_to_play: &'static str,
    /// How to find out what needs mending in a file.
    pub how_to_check: &'static str,
    /// How to play the last practice again, by its name.
    pub plays_last: fn(&str) -> String,
    /// How to read when to stop.
    pub how_to_stop: &'static str,
    /// What there is beside sessions.
    pub more: &'static str,
    /// Where the person's own files are.
    pub own_files: fn(&str) -> String,
    /// In a row: it is meant to be chosen with a therapist.
    pub with_therapist: &'static str,
    /// In a row: another session had the name first.
    pub name_taken: &'static str,
    /// A session, by its title, is to be chosen with a therapist, and nobody can answer.
    pub not_chosen: fn(&str) -> String,
    /// A file holds a programme.
    pub is_programme: fn(&str) -> String,
    /// A session, by its name, has nothing that could be switched, and an option asked for it.
    pub has_nothing: fn(&str, Toggle, &str) -> String,
    /// A session has no such position; and those it has.
    pub no_position: fn(&str, &str, &str) -> String,
    /// A session has the least and the most minutes it can be made, and how long it is as written.
    pub lengths: fn(&str, u32, u32, Ms) -> String,
    /// A session takes so long, and no other number of minutes.
    pub one_length: fn(&str, Ms) -> String,
}

/// Words about cards.
#[derive(Debug)]
pub struct CardCommandWords {
    /// There is no card of a name.
    pub unknown: fn(&str) -> String,
    /// How to see which there are.
    pub how_to_list: &'static str,
    /// How to read one.
    pub how_to_read: &'static str,
}

/// Words about programmes.
#[derive(Debug)]
pub struct ProgrammeCommandWords {
    /// There is no programme of a name.
    pub unknown: fn(&str) -> String,
    /// How to see which there are.
    pub how_to_list: &'static str,
    /// How to see one, and to follow it.
    pub how_to_follow: &'static str,
    /// How to get to the next week.
    pub how_to_move_on: &'static str,
    /// How to say that a therapist chose it, from its name.
    pub how_to_choose: fn(&str) -> String,
    /// How to begin, from a command.
    pub to_begin: fn(&str) -> String,
    /// How to read the cards of a week, from a command.
    pub to_read: fn(&str) -> String,
    /// In a row: another programme had the name first.
    pub name_taken: &'static str,
    /// The followed programme is not there.
    pub gone: fn(&str) -> String,
    /// The followed programme needs mending; its name, and that of its file.
    pub broken: fn(&str, &str) -> String,
    /// A file holds a session.
    pub is_session: fn(&str) -> String,
    /// Nothing is followed, and how to begin.
    pub none_yet: &'static str,
    /// Nothing is followed.
    pub none: &'static str,
    /// There is no week before.
    pub first_week: &'static str,
    /// A programme has so many weeks.
    pub no_such_week: fn(&str, &str) -> String,
    /// A programme is not followed any more.
    pub let_go: fn(&str) -> String,
    /// A file is followed by its name, which is softly's own.
    pub rename: fn(&str, &str) -> String,
    /// A file is followed by its name.
    pub by_name: fn(&str, &str) -> String,
    /// A file is followed from a folder.
    pub from_folder: fn(&str, &str) -> String,
    /// It could not be written down, and why.
    pub not_written: fn(&str) -> String,
    /// Nothing was written down, because that was asked for.
    pub private: &'static str,
}

/// Words about what is kept.
#[derive(Debug)]
pub struct KeptWords {
    /// Nothing is.
    pub nothing: &'static str,
    /// Before the place of the file.
    pub keeps: &'static str,
    /// The file says nothing.
    pub says_nothing: &'static str,
    /// Which words are used for the pelvic region.
    pub wording: fn(Wording) -> &'static str,
    /// How to choose them.
    pub how_to_choose: &'static str,
    /// They stay as they were, because nothing is to be written.
    pub words_stay: &'static str,
    /// The title of the programme that is followed, and the week.
    pub following: fn(&str, usize) -> String,
    /// The titles of the sessions that are marked.
    pub favourites: fn(&str) -> String,
    /// The title of the last practice.
    pub last: fn(&str) -> String,
    /// How to set something, and where it is kept.
    pub how_to_set: &'static str,
    /// A therapist chose it with the person.
    pub with_therapist: &'static str,
    /// How to delete the file.
    pub how_to_forget: &'static str,
    /// It stays, because nothing is to be changed.
    pub stays: &'static str,
    /// It is deleted.
    pub deleted: fn(&str) -> String,
    /// It could not be deleted, and why.
    pub not_deleted: fn(&str, &str) -> String,
    /// Something could not be kept, and why.
    pub not_kept: fn(&str) -> String,
}

/// Why a file could not be read, each in a sentence about "this file".
#[derive(Debug)]
pub struct UnreadWords {
    /// There is none.
    pub missing: &'static str,
    /// It is a folder.
    pub folder: &'static str,
    /// It is a device, a pipe or a socket.
    pub not_a_file: &'static str,
    /// Reading it is not allowed.
    pub denied: &'static str,
    /// The system said so.
    pub system: fn(&str) -> String,
    /// There is nothing in it.
    pub empty: &'static str,
    /// It is larger than so many kilobytes.
    pub too_large: fn(usize) -> String,
    /// It is something else than plain text.
    pub not_text: fn(Foreign) -> String,
    /// A line, from one, has a letter that cannot be read.
    pub not_utf8: fn(usize) -> String,
}

impl UnreadWords {
    /// Why what was read is no text of a session.
    pub fn unfit(&self, why: Unreadable) -> String {
        match why {
            Unreadable::Empty => self.empty.to_owned(),
            Unreadable::TooLarge => (self.too_large)(FILE_BYTES / 1024),
            Unreadable::NotText(what) => (self.not_text)(what),
            Unreadable::NotUtf8 { line } => (self.not_utf8)(line),
        }
    }
}
