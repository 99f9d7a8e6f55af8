//! Sessions made by hand, for tests that need nothing but steps.

pub(crate) mod random;

use super::{
    Breathe, Contract, Cues, Extent, Gate, Offset, Part, Pattern, Position, Repeat, Scan, Session,
    Sight, Sounds, Step, StepKind, Stretch, TimedLine,
};
use crate::text::Clean;
use crate::time::Ms;
use crate::wording::Rewording;

/// Text of a sample.
pub(crate) fn clean(text: &str) -> Clean {
    Clean::check(text).expect("samples hold nothing odd")
}

/// A step without words.
pub(crate) fn step(kind: StepKind) -> Step {
    Step::new(kind)
}

/// A step that begins with these lines in turn.
fn saying(say: &[&str], kind: StepKind) -> Step {
    Step {
        say: say.iter().map(|line| clean(line)).collect(),
        ..step(kind)
    }
}

fn titled(title: &str, step: Step) -> Step {
    Step {
        title: Some(clean(title)),
        ..step
    }
}

/// Rest for so many seconds.
pub(crate) fn rest(seconds: u64) -> StepKind {
    StepKind::Rest {
        length: Ms::seconds(seconds),
    }
}

/// So many breaths of in, sip and out, in seconds.
pub(crate) fn breaths(times: u32, [inhale, sip, exhale]: [u64; 3]) -> Breathe {
    Breathe {
        pattern: Pattern {
            sip: Ms::seconds(sip),
            ..Pattern::new(Ms::seconds(inhale), Ms::seconds(exhale))
        },
        ramp_to: None,
        extent: Extent::Times(times),
        cues: Cues::default(),
    }
}

/// A scan of these parts; those after a question mark wait to be asked for.
pub(crate) fn scan(parts: &[&str], each: u64) -> StepKind {
    let part = |name: &&str| Part {
        name: clean(name.trim_start_matches('?')),
        asked_for: name.starts_with('?'),
    };
    StepKind::Scan(Scan {
        parts: parts.iter().map(part).collect(),
        each: Ms::seconds(each),
    })
}

/// A stretch on these sides, with a time to change between them.
pub(crate) fn stretch(text: &str, length: u64, sides: &[&str], swap: u64) -> StepKind {
    StepKind::Stretch(Stretch {
        text: clean(text),
        length: Ms::seconds(length),
        sides: sides.iter().map(|side| clean(side)).collect(),
        swap: Ms::seconds(swap),
    })
}

/// Small squeezes, each with its release, in seconds.
pub(crate) fn squeezes(times: u32, squeeze: u64, release: u64) -> StepKind {
    StepKind::Contract(Contract {
        squeeze: Ms::seconds(squeeze),
        release: Ms::seconds(release),
        effort: Some(30),
        times,
    })
}

/// A position with these set-up lines.
pub(crate) fn position(id: &str, title: &str, set_up: &[&str]) -> Position {
    Position {
        id: clean(id),
        title: clean(title),
        set_up: set_up.iter().map(|line| clean(line)).collect(),
        props: Vec::new(),
        lighter: None,
        cautions: Vec::new(),
        instead: Vec::new(),
        way_out: None,
        looks: None,
        drawing: None,
        screen: Sight::default(),
    }
}

/// A session of these steps, with holds allowed.
pub(crate) fn session(steps: Vec<Step>) -> Session {
    let name = Clean::from_shown("test");
    Session {
        id: name.clone(),
        title: name,
        menu_title: None,
        language: None,
        about: None,
        by: None,
        strands: Vec::new(),
        sources: Vec::new(),
        confidence: None,
        reviewed_by: None,
        reviewed_on: None,
        positions: vec![position("anywhere", "Anywhere", &["However you like."])],
        cautions: Vec::new(),
        stop_if: Vec::new(),
        gate: Gate::None,
        holds: true,
        steps,
        shortest: None,
        longest: None,
        check_in: None,
        sounds: Sounds::default(),
        recordings: Vec::new(),
        folder: None,
        rewording: Rewording::default(),
    }
}

/// A session with every kind of step, and everything that one can say about a step.
pub(crate) fn everything() -> Session {
    let side_lying = position(
        "side-lying",
        "Side-lying nest",
        &[
            "You can lie on either side.",
            "A pillow can go between the knees.",
        ],
    );
    let mut session = session(every_step());
    session.id = clean("everything");
    session.title = clean("Every kind of step");
    session.menu_title = Some(clean("Evening practice"));
    session.gate = Gate::Therapist;
    session.positions = vec![side_lying, seated()];
    session
}

fn seated() -> Position {
    position(
        "seated",
        "Sitting, leaning forward",
        &[
            "You can come up by way of your side.",
            "A chair, with the feet flat on the floor.",
            "The arms can rest on a table or on the thighs.",
            "If leaning doesn't suit you, upright is fine.",
        ],
    )
}

fn every_step() -> Vec<Step> {
    let mut sigh = breaths(3, [3, 1, 6]);
    sigh.cues.sip = vec![Some(clean("A little more."))];
    sigh.cues.exhale = vec![None, Some(clean("All the way, unhurried."))];
    let mut knees = saying(
        &["To the {side}, as far as is kind.", "And now the {side}."],
        stretch("Both knees lean to the {side}.", 30, &["left", "right"], 10),
    );
    knees.timed = vec![TimedLine {
        at: Offset::End(Ms::seconds(8)),
        line: clean("The {side} side may stay a little longer."),
    }];
    let ground = StepKind::Ground {
        sense: clean("sounds in the room"),
        length: Ms::seconds(20),
    };
    let own = "Lean forward, forearms on the table, and let the belly hang. \
        Rock a little, forward and back, ten times or fewer. Stop wherever it is kind.";
    vec![
        titled("Arriving", saying(&["Nothing to do yet."], rest(20))),
        step(StepKind::Breathe(sigh)),
        titled(
            "Body scan",
            saying(
                &["{part}: warm, cool, or nothing much at all."],
                scan(&["feet", "hands", "?base of the pelvis"], 20),
            ),
        ),
        titled("Knees to the {side}", knees),
        saying(&["Small, and then a long letting go."], squeezes(3, 3, 9)),
        Step {
            optional: true,
            ..step(ground)
        },
        saying(&["You might have a sip of water."], StepKind::Wait),
        Step {
            positions: vec![seated()],
            ..step(StepKind::External { text: clean(own) })
        },
        titled("Three rounds", step(repeat())),
        Step {
            fixed: true,
            ..titled("Time to return", step(rest(15)))
        },
    ]
}

/// Twice some breaths and a rest between, and the breaths once more.
fn repeat() -> StepKind {
    let breathing = saying(
        &["Round {n} of {of}."],
        StepKind::Breathe(breaths(2, [4, 0, 6])),
    );
    StepKind::Repeat(Repeat {
        rounds: 3,
        steps: vec![breathing, titled("After round {n}", step(rest(10)))],
        skip_last: true,
    })
}
