//! English.

mod actions;
mod commands;
mod export;

use std::cmp::Ordering;
use std::fmt::{Result, Write};

use super::{
    CheckInWords, GateWords, KeyWords, LibraryWords, NoticeWords, PageWords, PartWords, PlainWords,
    SettleWords, StepNumber, Words, languages,
};
use crate::app::Toggle;
use crate::language::Language;
use crate::library::Group;
use crate::session::{Contract, Date, Pattern, Phase};
use crate::time::Ms;

/// The program's words in English.
pub static ENGLISH: Words = Words {
    language: Language::English,
    what_this_is: &[
        "Practice with the breath and with rest, alongside a pelvic-health therapist.",
        "It isn't treatment or diagnosis. You can leave at any time: q.",
    ],
    pause_and_leave: "You can pause or leave whenever you like. Space pauses, q leaves.",
    eyes: "Eyes open, half-open or closed. You can change your mind.",
    easy: "An easy, ordinary breath is plenty. Smaller is fine.",
    other_anchor: "If breath isn't a friendly place, a sound in the room works too.",
    keys_on_the_way: "Keys: o is your own pace, a is another anchor, f a dark screen.",
    stop: "Pain, numbness, dizziness, unease: you can stop. Not wanting to is enough.",
    stop_here: "Here, these are reasons to stop as well:",
    sound_carries: "The screen may be out of sight here. Sound can carry the breath.",
    no_sound_here: "The screen may be out of sight here, and this machine has no sound.",

    phases: ["in …", "a sip more …", "stay …", "out …", "rest …"],
    short_phases: ["in", "a sip more", "stay", "out", "rest"],
    quiet: "your own rhythm",
    own_pace: "your own pace",
    steps: ["Rest", "Breathing"],
    parts: PartWords {
        stretch: "a stretch",
        swap: "changing sides",
        sides: ["left", "right"],
        contract: "Small squeezes",
        wait: "A pause for you",
        external: "An exercise of your own",
        squeeze: ["a small gathering …", "letting go …"],
        ready: "whenever you're ready",
        go_on: "Space goes on.",
        plain_go_on: "Enter goes on, whenever you're ready.",
        until_key: "until a key is pressed",
        squeezes: english_squeezes,
        effort: |out, percent| write!(out, "{percent}% of full effort is plenty."),
    },
    anchors: super::anchors::ENGLISH,

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
        plain_words: "plain words",
        built_in: "Sessions",
        group: |group| match group {
            Group::Beginning => "To begin with",
            Group::Resting => "Resting, carried",
            Group::Noticing => "Moving and noticing",
            Group::Daily => "In the middle of a day",
            Group::Careful => "With more care",
        },
        own: "From your folder",
        favourites: "Favourites",
        search: "a title, a place, any word",
        not_found: "Nothing has that in it. Esc shows them all again.",
        by: "By",
        positions: "Positions",
        cautions: "Good to know",
        broken: "This file needs a little mending before it can be played:",
        to_mend: "to mend",
        how_to_mend: "softly check, with the file's name, shows where and how.",
        not_reviewed: "Not yet reviewed by a clinician.",
        reviewed: english_reviewed,
        with_therapist: "With a therapist",
        in_language: english_in_language,
    },
    gate: GateWords {
        note: "A few things are good to know before this one, so they come first.",
        therapist: "This one is meant to be chosen together with a pelvic-health therapist.",
        holds_these: english_holds_these,
        go_on: &["Enter goes on. No hurry.", "enter goes on", "go on: enter"],
        agree: &[
            "t goes on: my therapist and I chose this.",
            "t goes on: we chose this.",
            "t: we chose this",
            "t goes on",
        ],
        which_key: &[
            "Here it is t that goes on: my therapist and I chose this.",
            "Here it is t: we chose this.",
            "here it is t",
            "t goes on",
        ],
    },
    check_in: CheckInWords {
        invitation: "If you like, a question for yourself:",
        usual: &[
            "held",
            "some holding",
            "neutral",
            "some ease",
            "soft",
            "can't tell",
            "rather not say",
        ],
        numbers: english_numbers,
        kept_nowhere: "The answer is yours alone: nothing is kept.",
    },
    pages: PageWords {
        cards: "Cards",
        about_cards: "Short pages to read, whenever you like.",
        safety: "When to stop",
        how_sure: "How sure is this?",
        sources: "Sources:",
        ground: &[
            "→ leads to When to get help. g opens a few minutes of landing in the room.",
            "→ when to get help · g landing in the room",
            "→ when to get help · g ground",
            "→ get help",
        ],
        back: &["esc goes back", "esc back"],
        plain_key: "w, then Enter, tells when to stop, and where to get help.",
        plain_ground: "g, then Enter, begins a few minutes of landing in the room.",
        plain_next: |out, title| write!(out, "w, then Enter, tells more: {title}."),
    },
    settle: SettleWords {
        props: "Helpful",
        lighter: "Lighter",
        instead: "Another position",
        way_out: "Way out",
        later: "Later, a change of position:",
        pace: "breath",
        breath: english_breath,
        own_pace: "own pace",
        sound: "sound",
        length: "length",
        position: "position",
        picture: "picture",
        on: "on",
        off: "off",
        yours_to_choose: "Yours to choose",
        toggle: english_toggle,
        ready: &[
            "When you are settled, Enter begins. No hurry.",
            "enter begins",
        ],
        more: "↓ more",
    },
    midway: super::midway::ENGLISH,
    notices: NoticeWords {
        no_sound: "no sound here: the screen carries the breath",
        no_sound_unpaced: "no sound here: the screen has the words",
        sound_lost: "the sound went away; it comes back when it can",
        sound_on: "sound on",
        sound_off: "sound off",
        breath: english_pace,
    },
    plain: PlainWords {
        title: english_title,
        step: english_step,
        phase: english_phase,
        keys: "Enter pauses, and goes on. n, then Enter, skips a part. q, then Enter, leaves.",
        begin: "Enter begins, when you are settled.",
        gate_note: "Enter goes on. q, then Enter, leaves.",
        gate_therapist: "My therapist and I chose this: t, then Enter, goes on. q, then Enter, leaves.",
        yours_to_choose: "Yours to choose, each by its letter and Enter:",
        length: english_length,
        go_on: "Enter goes on with a fresh breath.",
        goes_on: "Going on.",
        leaves: "Enter leaves, whenever you like.",
    },
    aloud: super::aloud::ENGLISH,
    outline: super::outline::ENGLISH,
    programme: super::programme::ENGLISH,
    pictures: super::pictures::ENGLISH,
    clinic: super::clinic::ENGLISH,
    settings: super::settings::ENGLISH,
    sounds: super::sounds::ENGLISH,
    eyes_closed: super::eyes_closed::ENGLISH,
    commands: commands::COMMANDS,
    export: export::EXPORT,
    keys: KeyWords {
        space: "space",
        enter: "enter",
        esc: "esc",
        backspace: "backspace",
        tab: "tab",
        ctrl: ["ctrl-c", "ctrl-d", "ctrl-z"],
        arrows: ["left", "right", "up", "down"],
        pages: ["page up", "page down"],
        ends: ["home", "end"],
    },
    mouse: "A mouse works here, too: a click chooses, a second one opens.",
    help: "Keys",
    actions: actions::action,
    left: english_left,
};

fn english_holds_these(toggle: Toggle) -> Option<&'static str> {
    match toggle {
        Toggle::Squeezes => {
            Some("There are small squeezes in it. They stay off until you ask for them.")
        }
        Toggle::Holds => {
            Some("There are breath holds in it. They stay off until you ask for them.")
        }
        Toggle::AskedParts => Some("Some places in the body are visited only if you ask for them."),
        Toggle::WithoutOptional => None,
    }
}

fn english_toggle(out: &mut dyn Write, toggle: Toggle, about: &str, on: bool) -> Result {
    match toggle {
        Toggle::Holds => out.write_str("breath holds")?,
        Toggle::Squeezes => out.write_str("small squeezes, each with its release")?,
        Toggle::AskedParts => write!(out, "also visiting {about}")?,
        Toggle::WithoutOptional => write!(out, "shorter ({about}), without the optional parts")?,
    }
    out.write_str(if on { ": on" } else { ": off" })
}

fn english_numbers(out: &mut dyn Write, low: &str, high: &str) -> Result {
    write!(out, "0 ({low}) to 10 ({high})")
}

fn english_reviewed(out: &mut dyn Write, who: &str, when: Option<Date>) -> Result {
    write!(out, "Reviewed by {who}")?;
    if let Some(date) = when {
        let month = usize::from(date.month).checked_sub(1);
        let month = month.and_then(|month| MONTHS.get(month)).unwrap_or(&"");
        write!(out, " on {} {month} {}", date.day, date.year)?;
    }
    out.write_char('.')
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn english_in_language(out: &mut dyn Write, code: &str) -> Result {
    match languages::name(code, Language::English) {
        Some(name) => write!(out, "In {name}"),
        None => write!(out, "In another language ({code})"),
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
    if let Some((number, of)) = number {
        write!(out, "Part {number} of {of}: ")?;
    }
    english_beginning(out, title)?;
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

/// "a longer breath: in 5, out 7.5 seconds"
fn english_pace(out: &mut dyn Write, of_written: u16, breath: Option<Pattern>) -> Result {
    out.write_str(match of_written.cmp(&100) {
        Ordering::Less => "a shorter breath",
        Ordering::Equal => "the breath as written",
        Ordering::Greater => "a longer breath",
    })?;
    match breath {
        None => Ok(()),
        Some(breath) => {
            out.write_str(": ")?;
            english_breath(out, breath)
        }
    }
}

/// "in 5, out 7.5 seconds"
fn english_breath(out: &mut dyn Write, breath: Pattern) -> Result {
    super::breath::phases(
        out,
        breath,
        |phase| match phase {
            Phase::In => "in",
            Phase::Sip => "a sip",
            Phase::Hold => "stay",
            Phase::Out => "out",
            Phase::Rest => "rest",
        },
        '.',
    )?;
    out.write_str(" seconds")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::written;

    #[test]
    fn a_breath_is_told_in_seconds_and_in_words() {
        let breath = |inhale, exhale| Pattern::new(Ms(inhale), Ms(exhale));
        let held = Pattern {
            sip: Ms(1000),
            hold: Ms(2040),
            rest: Ms(960),
            ..breath(4000, 6000)
        };
        let table = [
            (
                100,
                Some(breath(4000, 6000)),
                "the breath as written: in 4, out 6 seconds",
            ),
            (
                125,
                Some(breath(5000, 7500)),
                "a longer breath: in 5, out 7.5 seconds",
            ),
            (
                60,
                Some(breath(2399, 3600)),
                "a shorter breath: in 2.4, out 3.6 seconds",
            ),
            (
                110,
                Some(held),
                "a longer breath: in 4, a sip 1, stay 2, out 6, rest 1 seconds",
            ),
            (160, None, "a longer breath"),
        ];
        for (of_written, breath, wanted) in table {
            let told = written(|out| english_pace(out, of_written, breath));
            assert_eq!(told, wanted);
        }
    }
}
