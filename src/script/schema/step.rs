//! What a step can say: the one thing it does, and what goes with that.

use super::parts::{BREATH, CONTRACT, CUES};
use super::session::SESSION;
use super::{Kind, Part, key};
use crate::script::limits::{BREATHS, ROUNDS};

/// The things a step can do, of which it does exactly one.
pub const ACTIONS: [&str; 9] = [
    "rest", "breathe", "scan", "stretch", "contract", "ground", "wait", "external", "repeat",
];

/// What an inner step of a repeat cannot have.
pub const NOT_INSIDE: [&str; 7] = [
    "position",
    "optional",
    "wait",
    "external",
    "repeat",
    "steps",
    "skip-last",
];

/// Everything but a repeat, which has words only in its inner steps.
const ONE_THING: &[&str] = &[
    "rest", "breathe", "scan", "stretch", "contract", "ground", "wait", "external",
];
/// Everything that lasts a time that is known.
const TIMED: &[&str] = &["rest", "breathe", "scan", "stretch", "contract", "ground"];

/// A step.
pub static STEP: Part = Part {
    noun: "step",
    keys: &[
        key("title", Kind::Title, "\"Arriving\"", "What the step is called, in the outline and on screen."),
        key(
            "rest",
            Kind::Time,
            "\"30s\"",
            "Quiet without pacing, for so long.",
        ),
        key(
            "breathe",
            Kind::One(&BREATH),
            "{ in = 4, out = 6 }",
            "Paced breathing. How much of it stands in `for` or `times`. It always ends with an out-breath.",
        ),
        key(
            "ramp-to",
            Kind::One(&BREATH),
            "{ in = 4, out = 7 }",
            "The breath that the step arrives at, little by little.",
        )
        .with(&["breathe"]),
        key(
            "scan",
            Kind::Texts,
            "[\"feet\", \"hands\", \"jaw\"]",
            "Attention that visits parts of the body, one after the other.",
        ),
        key(
            "each",
            Kind::Time,
            "\"45s\"",
            "How long each part of a scan is visited.",
        )
        .with(&["scan"]),
        key(
            "ask-first",
            Kind::Texts,
            "[\"jaw\"]",
            "Parts of the scan that are left out until the person asks for them. The pelvic region always is.",
        )
        .with(&["scan"]),
        key(
            "stretch",
            Kind::Text,
            "\"One knee towards the chest, {side} side\"",
            "A posture without pacing, in your own words.",
        ),
        key(
            "sides",
            Kind::Sides(&["left", "right", "both"]),
            "\"both\"",
            "On which side, or on both in turn. A list of two texts gives the sides in other words.",
        )
        .with(&["stretch"]),
        key(
            "swap",
            Kind::Time,
            "\"15s\"",
            "The time to change sides; ten seconds without this line.",
        )
        .with(&["stretch"]),
        key(
            "contract",
            Kind::One(&CONTRACT),
            "{ squeeze = 3, release = 20, effort = 10 }",
            "Small squeezes with a long release. The session needs gate = \"therapist\", and they stay off until the person switches them on.",
        ),
        key(
            "ground",
            Kind::Text,
            "\"sight\"",
            "Attention to a sense or a place: what can be seen, heard or touched.",
        ),
        key(
            "wait",
            Kind::Flag,
            "true",
            "Stays until a key is pressed.",
        ),
        key(
            "external",
            Kind::Text,
            "\"The bridge, as you practised it together.\"",
            "An exercise of the therapist's own, as text, without a timer. It stays until a key is pressed.",
        ),
        key(
            "repeat",
            Kind::Number(1, ROUNDS),
            "3",
            "How many times the steps in `steps` are played. A repeat does not stand inside another one.",
        ),
        key(
            "steps",
            Kind::Many(&STEP),
            "[{ breathe = { in = 4, out = 6 }, times = 3 }, { rest = \"20s\" }]",
            "The steps that are repeated, each in curly brackets.",
        )
        .with(&["repeat"]),
        key(
            "skip-last",
            Kind::Flag,
            "true",
            "Whether the last round leaves out the last of the steps, such as a rest between rounds.",
        )
        .with(&["repeat"]),
        key(
            "for",
            Kind::Time,
            "\"3m\"",
            "How long. Paced breathing lasts as many whole breaths as come nearest to it.",
        )
        .with(&["breathe", "stretch", "ground"]),
        key(
            "times",
            Kind::Number(1, BREATHS),
            "6",
            "How many breaths, or how many squeezes.",
        )
        .with(&["breathe", "contract"]),
        key(
            "say",
            Kind::Texts,
            "\"The chair has your legs.\"",
            "The line said as the step begins. Of a list, one is said each time: in each round of a repeat, for each part of a scan, on each side of a stretch.",
        )
        .with(ONE_THING),
        key(
            "cues",
            Kind::One(&CUES),
            "{ in = [\"A little width.\", \"\"], out = \"Nothing to hold.\" }",
            "Lines that go with the phases of the breath, one a breath, in turn. An empty text is a breath without words.",
        )
        .with(&["breathe"]),
        key(
            "at",
            Kind::Timed,
            "{ \"20s\" = \"About half way.\", \"-5s\" = \"The last breath.\" }",
            "Lines at a time from the start of the step or, with a minus sign, before its end.",
        )
        .with(TIMED),
        key(
            "voice",
            Kind::File,
            "\"voice/welcome.ogg\"",
            "A recording of the line in `say`: a sound file beside the script.",
        )
        .with(ONE_THING),
        key(
            "position",
            Kind::Texts,
            "\"side-lying\"",
            "A change of position. The set-up is shown, and the step waits until a key is pressed. Somebody who is in one of these already stays in it.",
        ),
        key(
            "optional",
            Kind::Flag,
            "true",
            "Whether the person may leave the step out beforehand.",
        ),
        key(
            "fixed",
            Kind::Flag,
            "true",
            "Whether the step keeps its length when the session is fitted to minutes.",
        ),
        key(
            "long-silence",
            Kind::Flag,
            "true",
            "Whether a long stretch of this step is without words on purpose.",
        )
        .with(TIMED),
        key(
            "note",
            Kind::Text,
            "\"Ask about the left hip.\"",
            "For the therapist. It is never shown to the client.",
        ),
    ],
    synonyms: &[
        ("name", "title"),
        ("heading", "title"),
        ("text", "say"),
        ("line", "say"),
        ("prompt", "say"),
        ("words", "say"),
        ("message", "say"),
        ("duration", "for"),
        ("length", "for"),
        ("time", "for"),
        ("minutes", "for"),
        ("seconds", "for"),
        ("mins", "for"),
        ("min", "for"),
        ("secs", "for"),
        ("sec", "for"),
        ("reps", "times"),
        ("count", "times"),
        ("rounds", "times"),
        ("breaths", "times"),
        ("cycles", "times"),
        ("pause", "rest"),
        ("quiet", "rest"),
        ("silence", "rest"),
        ("breath", "breathe"),
        ("breathing", "breathe"),
        ("pattern", "breathe"),
        ("ramp", "ramp-to"),
        ("to", "ramp-to"),
        ("sense", "ground"),
        ("notice", "ground"),
        ("grounding", "ground"),
        ("kegel", "contract"),
        ("squeeze", "contract"),
        ("loop", "repeat"),
        ("body-scan", "scan"),
        ("audio", "voice"),
        ("comment", "note"),
        ("pose", "position"),
        ("parts", "scan"),
        ("side", "sides"),
        ("pose-change", "position"),
        ("recording", "voice"),
        ("exercise", "external"),
        ("therapist-note", "note"),
        ("rep", "times"),
    ],
    elsewhere: &[
        (
            &SESSION,
            "This belongs to the whole session: move it above the first [[step]].",
        ),
        (
            &BREATH,
            "This belongs inside the breath, for example breathe = { in = 4, out = 6 }.",
        ),
    ],
};
