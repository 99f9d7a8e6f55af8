//! Words for who listens, or reads lines of text: how to ask for things by typing, and what holds
//! after each change. They are short, because speech must be over before the next breath.

use std::fmt::{Result, Write};

use super::{Words, written};
use crate::time::Ms;

/// The words in one language. The functions write whole sentences.
#[derive(Debug)]
pub struct AloudWords {
    /// Between two numbers, in place of a dash.
    pub range: &'static str,
    /// In place of a multiplication sign.
    pub times: &'static str,
    /// In place of a percent sign.
    pub percent: &'static str,
    /// What a sign on a key is called; none for letters and digits.
    pub sign: fn(char) -> Option<&'static str>,

    /// How to choose from a list.
    pub how_to_choose: &'static str,
    /// What else there is beside the list of sessions.
    pub where_else: &'static str,
    /// How to hear all keys.
    pub how_to_hear_keys: &'static str,
    /// Before all keys.
    pub each_key: &'static str,
    /// What a number does at the set-up.
    pub number_is_position: &'static str,
    /// How to ask for a number of minutes.
    pub how_to_ask_for_minutes: &'static str,
    /// What a number or a name does in a list.
    pub number_opens: &'static str,
    /// What a number does among the steps of a session.
    pub number_goes_there: &'static str,
    /// How to hear once more what is shown.
    pub how_to_hear_again: &'static str,
    /// What Enter alone opens, by its title.
    pub enter_opens: fn(&mut dyn Write, &str) -> Result,
    /// How to go back where Enter does something else.
    pub back_goes_back: &'static str,
    /// How to read the next page, by its title.
    pub next_page: fn(&mut dyn Write, &str) -> Result,
    /// What Enter alone begins once more, or anew, by its title.
    pub enter_goes_to: fn(&mut dyn Write, &str) -> Result,
    /// Enter leads back.
    pub enter_goes_back: &'static str,
    /// Enter leads to the list of sessions.
    pub enter_to_list: &'static str,
    /// Back on the list of sessions.
    pub back_on_list: &'static str,
    /// Back on the list of cards.
    pub back_on_cards: &'static str,
    /// How to stop for good from where Enter does something else.
    pub q_leaves: &'static str,
    /// How to begin the grounding session.
    pub g_grounds: &'static str,

    /// What is typed to go back. The first is the one that is told.
    pub typed_back: &'static [&'static str],
    /// What is typed to hear once more what is shown.
    pub typed_again: &'static [&'static str],
    /// What is typed to leave, beside the key.
    pub typed_leave: &'static [&'static str],
    /// What is typed to hear the keys, beside the key.
    pub typed_help: &'static [&'static str],
    /// What stands beside a number of minutes.
    pub typed_minutes: &'static [&'static str],

    /// What was typed means nothing here.
    pub not_known: fn(&mut dyn Write, &str) -> Result,
    /// There is no such number in the list, which has so many.
    pub no_such_number: fn(&mut dyn Write, usize) -> Result,
    /// Nothing in the list has that in its name.
    pub no_such_name: fn(&mut dyn Write, &str) -> Result,
    /// Several have it; they follow.
    pub several: &'static str,
    /// Something does not go any further.
    pub as_far_as_it_goes: &'static str,

    /// Which position is chosen, and of how many.
    pub position_of: fn(&mut dyn Write, usize, usize) -> Result,
    /// The number of another position, and its title.
    pub position: fn(&mut dyn Write, usize, &str) -> Result,
    /// How long a session takes now.
    pub takes: fn(&mut dyn Write, &str) -> Result,
    /// A breath has become longer, shorter, or is as it is written; its phases follow.
    pub breath: fn(Option<bool>) -> &'static str,
    /// Own pace.
    pub own_pace: &'static str,
    /// The breath is paced again.
    pub paced_again: &'static str,
    /// The sound was switched on or off.
    pub sound: fn(bool) -> &'static str,
    /// There is no device for sound.
    pub no_sound: &'static str,
    /// It went away; it comes back when it can.
    pub sound_lost: &'static str,
    /// Where one is in a session: about how much is left, in whole minutes, none in the last.
    pub left: fn(&mut dyn Write, Option<u64>) -> Result,

    /// A session was marked as a favourite, or its mark taken away.
    pub favourite: fn(&mut dyn Write, &str, bool) -> Result,
    /// A programme that is followed, and its week.
    pub followed: fn(&mut dyn Write, &str, usize) -> Result,
    /// It is not followed any more.
    pub let_go: &'static str,
    /// What could not be written down holds until softly closes.
    pub kept_for_now: &'static str,
    /// A therapist chose this week with the person, or not.
    pub how_to_choose_week: &'static str,

    /// Another choice of a setting, and what it does.
    pub or: fn(&mut dyn Write, &str, &str) -> Result,
    /// What Enter does with a setting, by its name.
    pub enter_next_choice: fn(&mut dyn Write, &str) -> Result,
    /// How to change one, with an example.
    pub how_to_set: &'static str,
}

pub(super) const ENGLISH: AloudWords = AloudWords {
    range: "to",
    times: "times",
    percent: "percent",
    sign: english_sign,

    how_to_choose: "A number, or part of a name, then Enter, opens a session.",
    where_else: "w tells when to stop. p opens programmes, c cards to read, s settings.",
    how_to_hear_keys: "Question mark, then Enter, tells all the keys.",
    each_key: "Each key is followed by Enter.",
    number_is_position: "A number is another position.",
    how_to_ask_for_minutes: "Minutes and a number, as in minutes 5, is another length.",
    number_opens: "A number, or part of a name, opens what has it.",
    number_goes_there: "A number goes there.",
    how_to_hear_again: "again. Where you are, once more.",
    enter_opens: |out, title| write!(out, "Enter alone opens {title}."),
    back_goes_back: "back, then Enter, goes back.",
    enter_goes_to: |out, title| write!(out, "Enter alone goes to the beginning of {title}."),
    next_page: |out, title| write!(out, "l, then Enter, reads on: {title}."),
    enter_goes_back: "Enter goes back.",
    enter_to_list: "Enter goes to the list of sessions.",
    back_on_list: "The list of sessions. To hear it again: list, then Enter.",
    back_on_cards: "The cards. To hear them again: list, then Enter.",
    q_leaves: "q, then Enter, leaves.",
    g_grounds: "g, then Enter, begins a few minutes of landing in the room.",

    typed_back: &["back"],
    typed_again: &["again", "list"],
    typed_leave: &["quit", "exit", "leave", "stop", "end"],
    typed_help: &["help", "keys"],
    typed_minutes: &["minutes", "minute", "min"],

    not_known: |out, typed| write!(out, "{typed} has no meaning here."),
    no_such_number: |out, count| write!(out, "The numbers here go from 1 to {count}."),
    no_such_name: |out, typed| write!(out, "Nothing here has {typed} in its name."),
    several: "More than one has that:",
    as_far_as_it_goes: "That is as far as it goes.",

    position_of: |out, number, of| write!(out, "This is position {number} of {of}."),
    position: |out, number, title| write!(out, "{number} is {title}."),
    takes: |out, length| write!(out, "The session takes {length}."),
    breath: |longer| match longer {
        Some(true) => "A longer breath.",
        Some(false) => "A shorter breath.",
        None => "The breath as it is written.",
    },
    own_pace: "Your own pace: no words for the breath.",
    paced_again: "The breath is paced again.",
    sound: |on| if on { "Sound on." } else { "Sound off." },
    no_sound: "There is no sound on this machine. The words are all here.",
    sound_lost: "The sound went away. It comes back when it can.",
    left: english_left,

    favourite: |out, title, is| {
        let not = if is { "a" } else { "no" };
        write!(out, "{title} is {not} favourite.")
    },
    followed: |out, title, week| write!(out, "You follow {title}, and are in week {week}."),
    let_go: "You follow no programme.",
    kept_for_now: "This could not be written down. It holds until softly closes.",
    how_to_choose_week: "My therapist and I chose this: t, then Enter.",

    or: |out, choice, does| write!(out, "Or {choice}. {does}"),
    enter_next_choice: |out, name| write!(out, "Enter alone is the next choice of {name}."),
    how_to_set: "A number tells the choices of a setting. Its name and a choice set it, as in: lines parts.",
};

fn english_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '+' => "plus",
        '-' => "minus",
        '?' => "question mark",
        ',' => "comma",
        '.' => "full stop",
        '<' => "less-than sign",
        '>' => "greater-than sign",
        '/' => "slash",
        '=' => "equals sign",
        '_' => "underscore",
        _ => return None,
    })
}

fn english_left(out: &mut dyn Write, minutes: Option<u64>) -> Result {
    match minutes {
        None => out.write_str("Less than a minute left."),
        Some(1) => out.write_str("About a minute left."),
        Some(minutes) => write!(out, "About {minutes} minutes left."),
    }
}

impl Words {
    /// A line that one of the functions above writes.
    pub fn said(&self, write: impl FnOnce(&AloudWords, &mut String) -> Result) -> String {
        written(|out| write(&self.aloud, out))
    }

    /// A length in full words, in whole seconds.
    pub fn whole_length(&self, length: Ms) -> String {
        self.length(Ms((length.0 + 500) / 1000 * 1000))
    }

    /// How long a session takes, in a whole sentence.
    pub fn takes(&self, length: Ms) -> String {
        let length = self.whole_length(length);
        self.said(|words, out| (words.takes)(out, &length))
    }
}
