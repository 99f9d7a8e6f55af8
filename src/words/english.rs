//! English.

use std::fmt::{Result, Write};

use super::{LibraryWords, NoticeWords, PartWords, PlainWords, SettleWords, StepNumber, Words};
use crate::app::Action;
use crate::session::Contract;
use crate::time::Ms;

/// The program's words in English.
pub static ENGLISH: Words = Words {
    what_this_is: &[
        "Practice with the breath and with rest, alongside a pelvic-health therapist.",
        "It isn't treatment or diagnosis. You can leave at any time: q.",
    ],
    pause_and_leave: "You can pause or leave whenever you like. Space pauses, q leaves.",
    eyes: "Eyes open, half-open or closed. You can change your mind.",
    easy: "An easy, ordinary breath is plenty. Smaller is fine.",
    other_anchor: "If breath isn't a friendly place, a sound in the room works too.",
    stop: "Pain, numbness, dizziness, unease: you can stop. Not wanting to is enough.",
    sound_carries: "The screen may be out of sight here. Sound can carry the breath.",
    no_sound_here: "The screen may be out of sight here, and there is no sound on this machine.",

    phases: ["in …", "a sip more …", "stay …", "out …", "rest …"],
    short_phases: ["in", "a sip more", "stay", "out", "rest"],
    quiet: "your own rhythm",
    own_pace: "your own pace",
    steps: ["Rest", "Breathing"],
    parts: PartWords {
        stretch: "a stretch",
        swap: "changing sides",
        contract: "Small squeezes",
        wait: "A pause for you",
        external: "An exercise of your own",
        squeeze: ["a small gathering …", "letting go …"],
        ready: "whenever you're ready",
        go_on: "Space goes on.",
        plain_go_on: "Enter goes on, whenever you're ready.",
        until_key: "until a key is pressed",
        squeezes: english_squeezes,
        effort: |out, percent| write!(out, "About {percent} % is plenty."),
    },

    paused: "Paused",
    welcome_back: "Welcome back",
    go_on: "Space goes on with a fresh breath, whenever you like.",
    hint_go_on: "go on",
    hint_paced: "pacing back",

    thanks: "Thank you for being here.",
    no_hurry: "There's no hurry to move.",
    stopped: "Stopped here. That's fine.",
    ground_offer: "If you'd like, g opens a few minutes of landing in the room.",

    library: LibraryWords {
        built_in: "Sessions",
        own: "From your folder",
        by: "By",
        positions: "Positions",
        cautions: "Good to know",
        broken: "This file needs a little mending before it can be played:",
        to_mend: "to mend",
        how_to_mend: "softly check, with the file's name, shows where and how.",
        not_reviewed: "Not yet reviewed by a clinician.",
    },
    settle: SettleWords {
        props: "Helpful",
        lighter: "Lighter",
        way_out: "Way out",
        breath: "breath",
        own_pace: "own pace",
        holds: "breath holds",
        sound: "sound",
        on: "on",
        off: "off",
        ready: [
            "When you are settled, Enter begins. No hurry.",
            "enter begins",
        ],
        more: "↓ more",
    },
    notices: NoticeWords {
        no_sound: "no sound here: the screen carries the breath",
        sound_lost: "the sound went away; it comes back when it can",
        sound_on: "sound on",
        sound_off: "sound off",
    },
    plain: PlainWords {
        title: english_title,
        step: english_step,
        phase: english_phase,
        keys: "Enter pauses, and goes on. s, then Enter, skips a part. q, then Enter, leaves.",
        begin: "Enter begins, when you are settled.",
        go_on: "Enter goes on with a fresh breath.",
        goes_on: "Going on.",
    },
    help: "Keys",
    actions: english_action,
    left: english_left,
};

fn english_action(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Up => ("up", "Up, or back in the text"),
        Action::Down => ("down", "Down, or on in the text"),
        Action::First => ("first", "To the first"),
        Action::Last => ("last", "To the last"),
        Action::Open => ("open", "Open this session"),
        Action::Begin => ("begin", "Begin"),
        Action::Back => ("back", "Back to where you were"),
        Action::Leave => ("leave", "Leave softly at once"),
        Action::Pause => ("pause", "Pause, or go on with a fresh breath"),
        Action::Skip => ("skip", "Skip to the next part"),
        Action::StepBack => ("again", "This part again, or the one before"),
        Action::Longer => ("slower", "A longer breath"),
        Action::Shorter => ("quicker", "A shorter breath"),
        Action::OwnPace => ("own pace", "Your own pace: no labels, no count"),
        Action::Mute => ("sound", "Sound off or on"),
        Action::Help => ("help", "These keys"),
        Action::NextPosition => ("position", "The next position"),
        Action::PreviousPosition => ("position", "The position before"),
        Action::MoreTime => ("more time", "A longer session"),
        Action::LessTime => ("less time", "A shorter session"),
        Action::Holds => ("holds", "Breath holds on or off"),
        Action::Ground => ("ground", "A few minutes of landing in the room"),
        Action::Suspend => ("set aside", "Set softly aside; fg brings it back, paused"),
    }
}

fn english_left(out: &mut dyn Write, minutes: Option<u64>) -> Result {
    match minutes {
        None => out.write_str("less than a minute left"),
        Some(1) => out.write_str("about a minute left"),
        Some(minutes @ ..60) => write!(out, "about {minutes} min left"),
        Some(minutes) => write!(out, "about {} h {} min left", minutes / 60, minutes % 60),
    }
}

fn english_title(out: &mut dyn Write, title: &str, length: Ms, parts: usize) -> Result {
    let parts_word = if parts == 1 { "part" } else { "parts" };
    write!(out, "{title}. ")?;
    english_length(out, length)?;
    write!(out, ", {parts} {parts_word}.")
}

fn english_step(
    out: &mut dyn Write,
    number: StepNumber,
    title: &str,
    length: Option<Ms>,
) -> Result {
    match number {
        Some((number, of)) => write!(out, "Part {number} of {of}: {title}")?,
        None => english_beginning(out, title)?,
    }
    if !title.ends_with(['.', '!', '?', '…']) {
        out.write_char('.')?;
    }
    if let Some(length) = length {
        out.write_char(' ')?;
        english_length(out, length)?;
        out.write_char('.')?;
    }
    Ok(())
}

/// "3 times: a small gathering of 3 seconds, then 9 seconds of letting go."
fn english_squeezes(out: &mut dyn Write, contract: Contract) -> Result {
    match contract.times {
        1 => out.write_str("Once")?,
        2 => out.write_str("Twice")?,
        times => write!(out, "{times} times")?,
    }
    out.write_str(": a small gathering of ")?;
    english_length(out, contract.squeeze)?;
    out.write_str(", then ")?;
    english_length(out, contract.release)?;
    out.write_str(" of letting go.")
}

/// A text as the beginning of a sentence.
fn english_beginning(out: &mut dyn Write, text: &str) -> Result {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    for letter in first.into_iter().flatten() {
        out.write_char(letter)?;
    }
    out.write_str(letters.as_str())
}

fn english_phase(out: &mut dyn Write, label: &str, length: Option<Ms>) -> Result {
    english_beginning(out, label.trim_end_matches(" …"))?;
    if let Some(length) = length {
        out.write_str(", ")?;
        english_length(out, length)?;
    }
    out.write_char('.')
}

/// "8 minutes 8 seconds", "4.5 seconds".
fn english_length(out: &mut dyn Write, length: Ms) -> Result {
    let (minutes, ms) = (length.0 / 60_000, length.0 % 60_000);
    let plural = |count: u64| if count == 1 { "" } else { "s" };
    if minutes > 0 {
        write!(out, "{minutes} minute{}", plural(minutes))?;
        if ms < 1000 {
            return Ok(());
        }
        out.write_char(' ')?;
    }
    if minutes == 0 && ms % 1000 != 0 {
        return write!(out, "{:.1} seconds", ms as f64 / 1000.0);
    }
    write!(out, "{} second{}", ms / 1000, plural(ms / 1000))
}
