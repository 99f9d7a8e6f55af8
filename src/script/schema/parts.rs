//! The smaller parts of a file: a breath, its cues, a squeeze, a question, sounds, a position.

use super::session::SESSION;
use super::step::STEP;
use super::{Kind, Part, key};

/// One breath: `{ in = 4, out = 6 }`.
pub static BREATH: Part = Part {
    noun: "breath",
    keys: &[
        key("in", Kind::Phase, "4", "The in-breath, in seconds.").needed(),
        key(
            "sip",
            Kind::Phase,
            "1",
            "A second, small in-breath on top, as in a sigh.",
        ),
        key(
            "hold",
            Kind::Phase,
            "2",
            "A pause with full lungs. The session needs holds = true, and it stays off until the person switches it on.",
        ),
        key("out", Kind::Phase, "6", "The out-breath, in seconds.").needed(),
        key(
            "rest",
            Kind::Phase,
            "1",
            "A pause after the out-breath. More than two seconds counts as a hold.",
        ),
    ],
    synonyms: &[
        ("inhale", "in"),
        ("breathe-in", "in"),
        ("breath-in", "in"),
        ("inspire", "in"),
        ("exhale", "out"),
        ("breathe-out", "out"),
        ("breath-out", "out"),
        ("expire", "out"),
        ("hold-in", "hold"),
        ("retain", "hold"),
        ("hold-out", "rest"),
        ("hold-after", "rest"),
        ("pause", "rest"),
        ("empty", "rest"),
        ("top-up", "sip"),
        ("second-in", "sip"),
    ],
    elsewhere: &[(
        &STEP,
        "This belongs to the step: move it out of the curly brackets, to a line of its own.",
    )],
};

/// The lines that go with the phases of a breath.
pub static CUES: Part = Part {
    noun: "set of cues",
    keys: &[
        key(
            "in",
            Kind::Lines,
            "[\"A little width.\", \"\"]",
            "Lines on the in-breath.",
        ),
        key(
            "sip",
            Kind::Lines,
            "\"A sip more.\"",
            "Lines on the second, small in-breath.",
        ),
        key(
            "hold",
            Kind::Lines,
            "\"Nothing moves.\"",
            "Lines while the lungs are full.",
        ),
        key(
            "out",
            Kind::Lines,
            "\"Nothing to hold.\"",
            "Lines on the out-breath.",
        ),
        key(
            "rest",
            Kind::Lines,
            "\"A pause.\"",
            "Lines in the pause after the out-breath.",
        ),
    ],
    synonyms: BREATH.synonyms,
    elsewhere: BREATH.elsewhere,
};

/// A small squeeze and its release.
pub static CONTRACT: Part = Part {
    noun: "squeeze",
    keys: &[
        key(
            "squeeze",
            Kind::Phase,
            "3",
            "How long the squeeze lasts, in seconds.",
        )
        .needed(),
        key(
            "release",
            Kind::Phase,
            "20",
            "How long the release after it lasts, in seconds.",
        )
        .needed(),
        key(
            "effort",
            Kind::Number(1, 100),
            "10",
            "How strong it is, in percent of what one could do.",
        ),
    ],
    synonyms: &[
        ("tense", "squeeze"),
        ("hold", "squeeze"),
        ("contract", "squeeze"),
        ("gather", "squeeze"),
        ("relax", "release"),
        ("rest", "release"),
        ("let-go", "release"),
        ("strength", "effort"),
        ("percent", "effort"),
    ],
    elsewhere: &[(
        &STEP,
        "This belongs to the step: move it out of the curly brackets, to a line of its own.",
    )],
};

/// Where names of the session or of a step go that stand below a heading of a part.
static OF_THE_WHOLE: [(&Part, &str); 2] = [
    (
        &SESSION,
        "This belongs to the whole session: move it above the first line in square brackets.",
    ),
    (
        &STEP,
        "This belongs to a step: move it below a line that says [[step]].",
    ),
];

/// A question that one may answer for oneself.
pub static CHECK_IN: Part = Part {
    noun: "check-in",
    keys: &[
        key(
            "ask",
            Kind::Text,
            "\"How is it to be here?\"",
            "The question.",
        )
        .needed(),
        key(
            "when",
            Kind::Choice(&["before", "after", "before-and-after"]),
            "\"after\"",
            "When it is asked; before and after without this line.",
        ),
        key(
            "answers",
            Kind::Texts,
            "[\"held\", \"neutral\", \"soft\", \"can't tell\"]",
            "Words to answer with, from two to nine. Without them softly offers its own.",
        ),
        key(
            "low",
            Kind::Text,
            "\"very tense\"",
            "What 0 means, for answers in numbers from 0 to 10 in place of words.",
        ),
        key(
            "high",
            Kind::Text,
            "\"completely at ease\"",
            "What 10 means.",
        ),
    ],
    synonyms: &[
        ("question", "ask"),
        ("text", "ask"),
        ("words", "answers"),
        ("options", "answers"),
        ("choices", "answers"),
        ("scale", "answers"),
        ("min", "low"),
        ("max", "high"),
    ],
    elsewhere: &OF_THE_WHOLE,
};

/// Which sounds a session is played with.
pub static SOUNDS: Part = Part {
    noun: "set of sounds",
    keys: &[
        key(
            "breath",
            Kind::Choice(&["air", "sea", "pad", "hum", "none"]),
            "\"sea\"",
            "What follows the breath: air, a wave, a warm chord, a hum, or nothing.",
        ),
        key(
            "step",
            Kind::Sound(&["bowl", "gong", "chime", "notes", "none"]),
            "\"chime\"",
            "What is heard as a step begins, and more quietly half-way.",
        ),
        key(
            "end",
            Kind::Sound(&["bowl", "gong", "chime", "notes", "none"]),
            "\"none\"",
            "What is heard at the end of the session.",
        ),
        key(
            "bed",
            Kind::Sound(&["rain", "sea", "brown", "none"]),
            "\"rain\"",
            "What goes on quietly below everything. Usually nothing.",
        ),
    ],
    synonyms: &[
        ("in", "breath"),
        ("out", "breath"),
        ("bell", "step"),
        ("start", "step"),
        ("finish", "end"),
        ("background", "bed"),
        ("music", "bed"),
    ],
    elsewhere: &OF_THE_WHOLE,
};

/// A position, in the catalogue or in a file of its own.
pub static POSITION: Part = Part {
    noun: "position",
    keys: &[
        key(
            "id",
            Kind::Text,
            "\"window-seat\"",
            "The short name by which `position` asks for it.",
        )
        .needed(),
        key(
            "title",
            Kind::Title,
            "\"In the window seat\"",
            "What it is called.",
        )
        .needed(),
        key(
            "looks",
            Kind::Text,
            "\"Sitting sideways, the legs along the seat.\"",
            "What it looks like, in one sentence, for those who do not see the drawing.",
        ),
        key(
            "set-up",
            Kind::Texts,
            "[\"Sitting sideways, with the back against the wall.\"]",
            "How to get there, in short lines.",
        )
        .needed(),
        key(
            "props",
            Kind::Texts,
            "[\"A cushion\"]",
            "What helps: cushions, a chair, a blanket.",
        ),
        key(
            "lighter",
            Kind::Text,
            "\"Legs down, feet on the floor.\"",
            "An easier version.",
        ),
        key(
            "cautions",
            Kind::Texts,
            "[\"Not with a sore hip.\"]",
            "When another position is kinder.",
        ),
        key(
            "instead",
            Kind::Texts,
            "[\"With a sore hip: sitting in a chair.\"]",
            "Who may prefer another position, and which.",
        ),
        key(
            "way-out",
            Kind::Text,
            "\"Feet down first, then up.\"",
            "How to leave it without hurry.",
        ),
        key(
            "drawing",
            Kind::Drawing,
            "[\"head 40,62 14\", \"body 40,50 42,22\", \"leg 42,20 96,16\"]",
            "A line drawing of it on squared paper, line by line. What comes later lies in front.",
        ),
        key(
            "screen",
            Kind::Choice(&["seen", "hidden"]),
            "\"seen\"",
            "Whether the screen can be seen from there.",
        ),
    ],
    synonyms: &[
        ("name", "title"),
        ("setup", "set-up"),
        ("easier", "lighter"),
        ("out", "way-out"),
    ],
    elsewhere: &OF_THE_WHOLE,
};

/// The catalogue of positions.
pub static CATALOGUE: Part = Part {
    noun: "catalogue of positions",
    keys: &[key(
        "position",
        Kind::Many(&POSITION),
        "[[position]]",
        "A position that sessions can name.",
    )],
    synonyms: &[],
    elsewhere: &[],
};

/// A drawing of a position that has its words elsewhere.
pub static DRAWN: Part = Part {
    noun: "drawing",
    keys: &[
        key(
            "position",
            Kind::Text,
            "\"legs-on-chair\"",
            "The short name of the position that it shows.",
        )
        .needed(),
        key(
            "lines",
            Kind::Drawing,
            "[\"head 40,62 14\", \"ground 0,3 120,3\"]",
            "The drawing, line by line.",
        )
        .needed(),
    ],
    synonyms: &[],
    elsewhere: &[],
};

/// The drawings of the catalogue's positions.
pub static DRAWINGS: Part = Part {
    noun: "book of drawings",
    keys: &[key(
        "drawing",
        Kind::Many(&DRAWN),
        "[[drawing]]",
        "A drawing of a position.",
    )],
    synonyms: &[],
    elsewhere: &[],
};
