//! The set-up, typed line by line: what holds after each change is said.

use super::*;
use crate::app::built_in_entries;
use crate::language::Language;
use crate::session::Gate;

fn built_in(id: &str) -> Arc<Session> {
    let mut entries = built_in_entries(Language::English).into_iter();
    let entry = entries.find(|entry| &*entry.id == id).unwrap();
    Arc::clone(entry.session().unwrap())
}

#[test]
fn the_opening_says_how_to_settle_and_what_to_know() {
    insta::assert_snapshot!(Ear::settling(session(FILE), FOR_ONE).heard.join("\n"));
}

#[test]
fn after_each_change_what_holds_now_is_said() {
    let mut ear = Ear::settling(built_in("legs-resting"), FOR_ONE);
    let typed = [
        "2",
        "l",
        "9",
        "minutes 5",
        "7 min",
        ">",
        "minutes 900",
        ">",
        "x",
        "+",
        "-",
        "-",
        "o",
        "o",
        "m",
        "mm",
        "again",
    ];
    let talk: Vec<String> = typed
        .iter()
        .map(|line| format!("> {line}\n{}", ear.types(line)))
        .collect();
    insta::assert_snapshot!(talk.join("\n"));
}

#[test]
fn its_keys_are_told_in_sentences() {
    let mut ear = Ear::settling(built_in("legs-resting"), FOR_ONE);
    insta::assert_snapshot!(ear.types("?"));
    assert_eq!(ear.types("help"), ear.types("keys"));
}

#[test]
fn what_means_nothing_is_answered_and_changes_nothing() {
    let mut ear = Ear::settling(built_in("legs-resting"), FOR_ONE);
    for line in [
        "z",
        "zebra",
        "n",
        "b",
        "§§",
        "\u{202e}\u{202e}a",
        "minutes many",
        "announce loudly",
    ] {
        let said = ear.types(line);
        assert!(
            said.ends_with(&format!(
                "{}\n{}",
                ENGLISH.aloud.how_to_hear_keys, ENGLISH.plain.begin
            )),
            "{line}: {said}"
        );
        assert!(!said.contains('\u{202e}'));
    }
    assert!(!ear.has_left());
}

#[test]
fn a_session_that_is_to_begin_at_once_says_its_set_up_and_begins() {
    let mut ear = Ear::settling(
        session(FILE),
        Listener {
            at_once: true,
            ..FOR_ONE
        },
    );
    let said = ear.heard.join("\n");
    assert!(
        said.contains("However you like.") && said.contains("Part 1 of 3"),
        "{said}"
    );
    assert!(!said.contains(ENGLISH.plain.begin), "{said}");
    assert!(ear.waits(11.0).contains("Part 2 of 3"));
}

#[test]
fn where_nobody_can_answer_it_plays_to_its_end_by_itself() {
    let mut noted = Session::clone(&session(FILE));
    noted.gate = Gate::Note;
    let mut ear = Ear::settling(Arc::new(noted), NOBODY);
    ear.waits(600.0);
    let said = ear.heard.join("\n");
    assert!(
        said.contains(ENGLISH.gate.note) && !said.contains("Enter"),
        "{said}"
    );
    assert!(said.ends_with("Thank you for being here."), "{said}");
    assert!(ear.talk.is_done());
}

#[test]
fn a_therapists_gate_is_passed_by_its_letter_alone() {
    let mut gated = Session::clone(&session(FILE));
    gated.gate = Gate::Therapist;
    let mut ear = Ear::settling(Arc::new(gated), AT_HOME);
    assert!(ear.heard.join("\n").ends_with(ENGLISH.plain.gate_therapist));
    for line in ["", "1", "x"] {
        let said = ear.types(line);
        assert!(
            said.ends_with(ENGLISH.plain.gate_therapist),
            "{line}: {said}"
        );
    }
    let said = ear.types("t");
    assert!(said.ends_with(ENGLISH.plain.begin), "{said}");
    assert!(!said.contains(ENGLISH.stop_here));
    assert!(ear.types("back").starts_with(ENGLISH.aloud.back_on_list));
}
