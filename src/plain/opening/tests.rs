//! What is said before a session and after it, read aloud.

use super::*;
use crate::script;
use crate::session::Answers;
use crate::text::Clean;
use crate::words::ENGLISH;

const FILE: &str = r#"
softly = 1
title = "Test"
[[step]]
rest = 10
say = "Arrive."
[[step]]
breathe = { in = 4, out = 6.5 }
times = 5
[[step]]
breathe = { in = 4, out = 4 }
ramp-to = { in = 4, out = 6 }
times = 5
"#;

/// A session behind a gate, with something for everything that can be switched.
fn behind(gate: Gate) -> Session {
    let mut session = script::check(FILE, "test").session.unwrap();
    session.gate = gate;
    session.holds = true;
    session.by = Some(Clean::from_shown("Jane Doe, PT"));
    session.cautions = vec![Clean::from_shown("Not during a flare.")];
    session.stop_if = vec![Clean::from_shown("A feeling of heaviness.")];
    session.steps[2].optional = true;
    session
}

#[test]
fn a_gate_says_why_it_is_there_and_when_to_stop() {
    let gate = |kind| {
        super::gate(
            &ENGLISH,
            &behind(kind),
            &Choices::default(),
            Wording::Neutral,
        )
    };
    insta::assert_snapshot!("gate_note", gate(Gate::Note));
    insta::assert_snapshot!("gate_therapist", gate(Gate::Therapist));
}

#[test]
fn behind_a_gate_only_the_shared_reasons_to_stop_are_said_again() {
    let session = behind(Gate::Note);
    let said = |opening: fn(&Words, &Session, &Choices) -> String| {
        opening(&ENGLISH, &session, &Choices::default())
    };
    let (whole, behind) = (said(opening), said(opening_behind_gate));
    for line in [
        "Not during a flare.",
        "A feeling of heaviness.",
        ENGLISH.stop_here,
    ] {
        assert!(whole.contains(line) && !behind.contains(line), "{line}");
    }
    for text in [whole, behind] {
        assert_eq!(text.matches(ENGLISH.stop).count(), 1);
    }
}

#[test]
fn what_can_be_switched_is_told_with_its_letter_only_where_letters_can_be_typed() {
    let (session, choices) = (behind(Gate::None), Choices::default());
    let told = |letters| toggles(&ENGLISH, &session, &choices, letters);
    assert!(
        told(true).contains("\nb, breath holds: off.\n"),
        "{}",
        told(true)
    );
    assert!(told(true).contains("\nx, shorter ("), "{}", told(true));
    assert!(
        told(false).starts_with("Breath holds: off.\nShorter ("),
        "{}",
        told(false)
    );
    let nothing = script::check(FILE, "test").session.unwrap();
    assert_eq!(toggles(&ENGLISH, &nothing, &choices, true), "");
}

#[test]
fn a_switch_is_answered_with_its_state_and_the_length() {
    let (session, mut choices) = (behind(Gate::None), Choices::default());
    Toggle::Holds.switch(&session, &mut choices);
    let told = switched(&ENGLISH, &session, &choices, Toggle::Holds);
    assert!(told.starts_with("Breath holds: on. 1 minute 4"), "{told}");
    // The length is told once, also where the switch is about nothing else.
    Toggle::WithoutOptional.switch(&session, &mut choices);
    let told = switched(&ENGLISH, &session, &choices, Toggle::WithoutOptional);
    assert_eq!(told.matches("minute").count(), 1, "{told}");
}

#[test]
fn a_question_is_told_with_what_one_may_answer() {
    let question = |answers| CheckIn {
        ask: Clean::from_shown("How is it to be here?"),
        answers,
        before: true,
        after: true,
    };
    let own = ["quiet", "lively"].map(Clean::from_shown);
    let table = [
        (
            Answers::Usual,
            "Held, some holding, neutral, some ease, soft, can't tell, rather not say.",
        ),
        (Answers::Words(own.into()), "Quiet, lively."),
        (
            Answers::Numbers {
                low: Clean::from_shown("tense"),
                high: Clean::from_shown("at ease"),
            },
            "0 (tense) to 10 (at ease).",
        ),
    ];
    for (answers, told) in table {
        let lines = check_in(&ENGLISH, &question(answers));
        let lines: Vec<&str> = lines.lines().collect();
        let words = &ENGLISH.check_in;
        assert_eq!(
            lines,
            [
                words.invitation,
                "How is it to be here?",
                told,
                words.kept_nowhere
            ]
        );
    }
}

#[test]
fn a_change_of_position_is_told_beforehand_with_what_helps_and_when_to_take_care() {
    let file = FILE.replace(
        "title = \"Test\"",
        "title = \"Test\"\nposition = \"seated\"",
    ) + "[[step]]\nrest = 20\nposition = \"side-lying\"\n";
    let mut session = script::check(&file, "test").session.unwrap();
    let caution = session.steps[3].positions[0].cautions[0].to_string();
    let choices = Choices::default();
    let told = opening(&ENGLISH, &session, &choices);
    let (_, later) = told
        .split_once("Later, a change of position: Side-lying.\n")
        .unwrap();
    assert!(later.starts_with("Helpful: Two to four pillows."), "{told}");
    assert!(later.contains(&caution), "{told}");
    session.gate = Gate::Note;
    assert!(super::gate(&ENGLISH, &session, &choices, Wording::Neutral).contains(&caution));
}
