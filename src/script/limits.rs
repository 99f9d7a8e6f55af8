//! Every limit of a session file, in one place. All of them are far above any real session.
//!
//! They keep a file from hanging the program or filling memory; they are not advice. The table at
//! the end says them in words, for the reference in `docs/format.md`.

use crate::time::Ms;

/// The largest file, in bytes. A rich session has about six thousand.
pub const FILE_BYTES: usize = 256 * 1024;
/// The longest text that is shown or spoken, in characters.
pub const TEXT_CHARS: usize = 500;
/// The longest title, in characters.
pub const TITLE_CHARS: usize = 80;
/// The longest short name, in characters.
pub const ID_CHARS: usize = 60;
/// The shortest phase of a breath.
pub const SHORTEST_PHASE: Ms = Ms(500);
/// The longest phase of a breath.
pub const LONGEST_PHASE: Ms = Ms::seconds(60);
/// The longest time that can be written at all.
pub const LONGEST_TIME: Ms = Ms::minutes(24 * 60);
/// The longest session. At the shortest breath of one second, it has 10,800 of them.
pub const LONGEST_SESSION: Ms = Ms::minutes(180);
/// The most steps in a session.
pub const STEPS: usize = 500;
/// The most breaths in a step.
pub const BREATHS: u32 = 20_000;
/// The most rounds of a repeat.
pub const ROUNDS: u32 = 200;
/// The most steps inside a repeat.
pub const INNER_STEPS: usize = 20;
/// The most spans that the steps of a session may spread out to: rounds, parts and sides.
pub const SPANS: usize = 2_000;
/// The most lines with a time of their own that the steps of a session may spread out to.
pub const SPREAD_LINES: usize = 20_000;
/// The longest name of a sound file, in characters.
pub const FILE_NAME_CHARS: usize = 100;
/// The most positions that a file may describe itself.
pub const OWN_POSITIONS: usize = 20;
/// The most entries in a list of texts: cautions, sources, positions.
pub const LIST: usize = 100;
/// The most lines for one phase of the breath in one step.
pub const CUES: usize = 200;
/// The most lines with a time of their own in one step.
pub const TIMED_LINES: usize = 100;
/// The most lines that are recorded.
pub const RECORDED: usize = 500;
/// The most lines in other words.
pub const REWORDED: usize = 500;
/// The most lines of a drawing.
pub const DRAWING_LINES: usize = 60;
/// The most points in one line of a drawing.
pub const DRAWING_POINTS: usize = 20;
/// The most weeks of a programme: a year.
pub const WEEKS: usize = 52;
/// The most invitations in one list of a week.
pub const INVITATIONS: usize = 20;
/// The largest number that can stand after `times` in an invitation.
pub const INVITED_TIMES: u32 = 50;
/// The most findings that are shown for one file.
pub const FINDINGS: usize = 50;

/// What is limited, and how much of it there can be, in words. Every limit has its row.
pub fn table() -> [(&'static str, String); 27] {
    let letters = |most: usize| format!("{most} letters");
    let hours = |most: Ms| format!("{} hours", most.0 / 3_600_000);
    let count = |most: usize| most.to_string();
    [
        ("a file", format!("{} kilobytes", FILE_BYTES / 1024)),
        ("a text", letters(TEXT_CHARS)),
        ("a title", letters(TITLE_CHARS)),
        ("an `id`", letters(ID_CHARS)),
        ("the name of a sound file", letters(FILE_NAME_CHARS)),
        ("entries in a list of texts", count(LIST)),
        (
            "a phase of a breath, and each half of a squeeze",
            format!(
                "{} to {} seconds",
                SHORTEST_PHASE.as_seconds_f64(),
                LONGEST_PHASE.as_seconds_f64()
            ),
        ),
        ("a time, wherever one is written", hours(LONGEST_TIME)),
        ("a session", hours(LONGEST_SESSION)),
        ("steps in a session", count(STEPS)),
        (
            "`times`: breaths or squeezes in a step",
            BREATHS.to_string(),
        ),
        ("`repeat`: rounds", ROUNDS.to_string()),
        ("steps inside a repeat", count(INNER_STEPS)),
        (
            "rounds, parts and sides, when all of a session is spread out",
            count(SPANS),
        ),
        ("lines in `say`", count(CUES)),
        ("lines for one phase in `cues`", count(CUES)),
        ("lines in `at`", count(TIMED_LINES)),
        (
            "lines in `at`, when all of a session is spread out",
            count(SPREAD_LINES),
        ),
        ("positions of a file's own", count(OWN_POSITIONS)),
        ("lines of a `drawing`", count(DRAWING_LINES)),
        ("points in one of them", count(DRAWING_POINTS)),
        ("lines in `recordings`", count(RECORDED)),
        ("lines in `anatomical`", count(REWORDED)),
        ("weeks in a programme", count(WEEKS)),
        ("invitations in one list of a week", count(INVITATIONS)),
        ("`times` of an invitation", INVITED_TIMES.to_string()),
        ("findings that are shown for one file", count(FINDINGS)),
    ]
}
