//! Words of programmes: weeks, invitations, and which week one is in. They invite, and count
//! nothing that was done or left.

use std::fmt::{Result, Write};

use super::{Words, written};
use crate::programme::rows::Invited;
use crate::programme::{Invitation, Times};

/// The words in one language. The functions write what holds numbers or names.
#[derive(Debug)]
pub struct ProgrammeWords {
    /// Heading of the programmes.
    pub heading: &'static str,
    /// Heading of the person's own files.
    pub own: &'static str,
    /// Before a file that has something to mend.
    pub broken: &'static str,
    /// How many weeks a programme has.
    pub weeks: fn(&mut dyn Write, usize) -> Result,
    /// Which week, and of how many.
    pub week: fn(&mut dyn Write, usize, usize) -> Result,
    /// Where one is: the title of the programme and the week.
    pub place: fn(&mut dyn Write, &str, usize) -> Result,
    /// In which week one is, where another one is shown.
    pub you_are_in: fn(&mut dyn Write, usize) -> Result,
    /// The week that is shown is the one that one is in.
    pub you_are_here: &'static str,
    /// How often.
    pub times: fn(&mut dyn Write, Times) -> Result,
    /// Without the optional parts.
    pub shorter: &'static str,
    /// At one's own pace.
    pub own_pace: &'static str,
    /// Before another choice beside the one above.
    pub or: &'static str,
    /// A session that is not there.
    pub not_here: &'static str,
    /// Heading of the cards.
    pub read: &'static str,
    /// Before the question.
    pub ask: &'static str,
    /// Before what might come next.
    pub next: &'static str,
    /// Where nothing comes next.
    pub last: &'static str,
    /// A week that is meant to be chosen with a therapist.
    pub with_therapist: &'static str,
    /// What stands in its place until then.
    pub until_then: &'static str,
    /// It was chosen with a therapist.
    pub chosen: &'static str,
    /// How to say that it was.
    pub how_to_choose: &'static str,
    /// How to keep the week that is shown, in more words and in fewer.
    pub keep: &'static [&'static str],
    /// The name of the programme is softly's own, in more words and in fewer.
    pub taken: &'static [&'static str],
    /// The week that is shown is kept, in more words and in fewer.
    pub kept: &'static [&'static str],
    /// The same, where it cannot be kept for longer.
    pub kept_for_now: &'static [&'static str],
}

pub(super) const ENGLISH: ProgrammeWords = ProgrammeWords {
    heading: "Programmes",
    own: "From your folder",
    broken: "This programme needs a little mending before it can be followed:",
    weeks: |out, count| match count {
        1 => out.write_str("1 week"),
        count => write!(out, "{count} weeks"),
    },
    week: |out, number, of| write!(out, "Week {number} of {of}"),
    place: |out, title, week| write!(out, "{title}, week {week}"),
    you_are_in: |out, week| write!(out, "You are in week {week}."),
    you_are_here: "You are in this week.",
    times: english_times,
    shorter: "the shorter version",
    own_pace: "at your own pace",
    or: "or",
    not_here: "not on this machine",
    read: "To read, if you like",
    ask: "A question for yourself, if you like:",
    next: "Next, whenever you like:",
    last: "This is the last week. Any week can be stayed with, or come back to.",
    with_therapist: "This week is meant to be chosen together with a pelvic-health therapist.",
    until_then: "Until then, there is this:",
    chosen: "You and your therapist chose this week.",
    how_to_choose: "t: my therapist and I chose this.",
    keep: &[
        "f follows from this week: softly opens it here again.",
        "f follows from this week",
        "f: follow this",
    ],
    taken: &[
        "This name is softly's own. With another file name it can be followed.",
        "its file needs another name",
        "name is taken",
    ],
    kept: &[
        "You are in this week. u stops following.",
        "You are in this week.",
        "your week",
    ],
    kept_for_now: &[
        "You are in this week: kept only until softly closes.",
        "kept only until softly closes",
        "kept only for now",
        "only for now",
    ],
};

/// "once", "twice", "3 times", "once or twice", "2 to 3 times".
fn english_times(out: &mut dyn Write, times: Times) -> Result {
    match (times.least, times.most) {
        (1, 1) => out.write_str("once"),
        (2, 2) => out.write_str("twice"),
        (1, 2) => out.write_str("once or twice"),
        (least, most) if least == most => write!(out, "{most} times"),
        (least, most) => write!(out, "{least} to {most} times"),
    }
}

impl Words {
    /// How often, how and when something is meant, in a few words; none where nothing is said.
    pub fn invitation(&self, invitation: &Invitation) -> String {
        let times = invitation.times;
        let times = times.map(|times| written(|out| (self.programme.times)(out, times)));
        let when = invitation.when.as_ref().map(ToString::to_string);
        joined([times, when])
    }

    /// The same for a session, of which some may be a choice beside others: how it is played is
    /// said of each, and how often of the first.
    pub fn invited(&self, invited: &Invited<'_>) -> String {
        let words = &self.programme;
        let choices = invited.choices();
        let missing = invited.session.is_none().then_some(words.not_here);
        let shorter = choices.without_optional.then_some(words.shorter);
        let own_pace = choices.own_pace.then_some(words.own_pace);
        let often = self.invitation(invited.invitation);
        let often = (!invited.or && !often.is_empty()).then_some(often);
        let owned = |text: Option<&str>| text.map(str::to_owned);
        joined([owned(missing), owned(shorter), owned(own_pace), often])
    }

    /// Which week, and of how many.
    pub fn week(&self, number: usize, of: usize) -> String {
        written(|out| (self.programme.week)(out, number, of))
    }

    /// How many weeks a programme has.
    pub fn weeks(&self, count: usize) -> String {
        written(|out| (self.programme.weeks)(out, count))
    }

    /// Where one is: the title of the programme and the week.
    pub fn place(&self, title: &str, week: usize) -> String {
        written(|out| (self.programme.place)(out, title, week))
    }

    /// In which week one is.
    pub fn you_are_in(&self, week: usize) -> String {
        written(|out| (self.programme.you_are_in)(out, week))
    }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_often_is_said_as_people_say_it() {
        let table = [
            (1, 1, "once"),
            (2, 2, "twice"),
            (3, 3, "3 times"),
            (1, 2, "once or twice"),
            (1, 3, "1 to 3 times"),
            (2, 3, "2 to 3 times"),
        ];
        for (least, most, wanted) in table {
            assert_eq!(
                written(|out| (ENGLISH.times)(out, Times { least, most })),
                wanted
            );
        }
    }
}
