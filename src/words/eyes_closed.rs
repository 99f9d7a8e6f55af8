//! Words for closed eyes: what is said aloud, and what stands on the screen for whoever looks.

use std::fmt::{Result, Write};

/// The words in one language.
#[derive(Debug)]
pub struct EyesClosedWords {
    /// What it is called among the choices.
    pub name: &'static str,
    /// On a set-up whose position hides the screen: softly can speak, and which key lets it.
    pub offer: &'static str,
    /// On a set-up with closed eyes: softly speaks.
    pub speaks: &'static str,
    /// The same where nothing here can speak.
    pub no_voice: &'static str,
    /// Below a set-up whose position hides the screen, in more words and in fewer: how to begin, and
    /// which key lets softly speak.
    pub ready: &'static [&'static str],
    /// The same with closed eyes, where there is no sound.
    pub ready_silent: &'static [&'static str],
    /// The same with closed eyes, where nothing can speak.
    pub ready_without_voice: &'static [&'static str],
    /// How to pause and leave, in place of the line that opens every session.
    pub pause_and_leave: &'static str,
    /// How to begin, in more words and in fewer.
    pub begin: &'static [&'static str],
    /// How to begin, said last.
    pub settled: &'static str,
    /// How to pause, to go on and to end.
    pub how_to: &'static [&'static str],
    /// What any key does in a pause.
    pub goes_on: &'static str,
    /// How to choose another position.
    pub positions: &'static str,
    /// How to choose another length.
    pub lengths: &'static str,
    /// A session is over, by its title.
    pub that_was: fn(&mut dyn Write, &str) -> Result,
    /// After a session: how to leave, and how to get to the list.
    pub afterwards: &'static str,
    /// After one that was left: the offer of the grounding session.
    pub ground: &'static str,
    /// How to get back from a page.
    pub back: &'static str,
    /// How to go on from what is good to know.
    pub gate_note: &'static str,
    /// The same where a therapist chose the session, too.
    pub gate_therapist: &'static str,
    /// In large letters: any key pauses.
    pub pauses: &'static str,
    /// In large letters: any key goes on.
    pub any_key_goes_on: &'static str,
    /// What any key does while paused, in a few words beside a key.
    pub hint_goes_on: &'static str,
    /// Below that: how to end, in more words and in fewer.
    pub ends: &'static [&'static str],
}

pub(super) const ENGLISH: EyesClosedWords = EyesClosedWords {
    name: "said aloud",
    offer: "The screen may be out of sight here. With e, softly speaks.",
    speaks: "softly speaks here, and any key begins. e ends that.",
    no_voice: "softly found no voice here. Breath sound and bells guide, and a soft sign marks lines.",
    ready: &[
        "The screen may be out of sight: Enter begins, with e softly speaks.",
        "enter begins · e: softly speaks",
        "enter begins · e speaks",
        "enter begins",
    ],
    ready_silent: &[
        "There is no sound here to speak with. Any key begins.",
        "no sound · any key begins",
        "any key begins",
        "any: begin",
    ],
    ready_without_voice: &[
        "softly found no voice here; sounds guide. Any key begins.",
        "no voice · any key begins",
        "any key begins",
        "any: begin",
    ],
    pause_and_leave: "You can pause or end whenever you like. Any key pauses; held down, it ends.",
    begin: &[
        "When you are settled, any key begins. No hurry.",
        "any key begins",
        "any: begin",
    ],
    settled: "Press any key when you are settled.",
    how_to: &[
        "Any key pauses, and goes on.",
        "Holding a key down ends the session. Escape ends it, too.",
    ],
    goes_on: "Any key goes on.",
    positions: "Right and left are other positions.",
    lengths: "Up and down are a longer or a shorter session.",
    that_was: |out, title| write!(out, "That was {title}."),
    afterwards: "Space leads to the list. q leaves.",
    ground: "If you'd like, g begins a few minutes of landing in the room.",
    back: "Escape goes back.",
    gate_note: "Enter goes on. Escape goes back.",
    gate_therapist: "My therapist and I chose this: t goes on. Escape goes back.",
    pauses: "any key pauses",
    any_key_goes_on: "any key goes on",
    hint_goes_on: "or any key: go on",
    ends: &[
        "holding a key ends it · q leaves at once · w is when to stop",
        "hold a key to end · q leaves",
        "hold: end · q leave",
    ],
};
