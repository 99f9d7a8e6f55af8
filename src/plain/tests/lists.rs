//! The lists, gone through by numbers and names.

use super::*;

#[test]
fn the_list_tells_how_to_choose_and_has_a_number_for_everything() {
    insta::assert_snapshot!(Ear::at_home().heard.join("\n"));
}

#[test]
fn a_session_is_chosen_by_its_number_or_by_part_of_its_name() {
    for typed in ["3", "legs", "Legs Resting", "legs-resting", "LEGS R"] {
        let said = Ear::at_home().types(typed);
        assert!(
            said.starts_with("Legs Resting. 8 minutes"),
            "{typed}: {said}"
        );
    }
    let said = Ear::at_home().types("");
    assert!(said.starts_with("First Soft Breaths. 3 minutes"), "{said}");
}

#[test]
fn what_could_be_several_is_asked_back_and_what_is_none_is_answered() {
    let talk: Vec<String> = ["resting", "banana", "legs restin", "99", "0"]
        .iter()
        .map(|line| format!("> {line}\n{}", Ear::at_home().types(line)))
        .collect();
    insta::assert_snapshot!(talk.join("\n"));
}

#[test]
fn a_programme_is_read_followed_and_played_from_by_number() {
    let mut ear = Ear::at_home();
    let typed = [
        "p", "finding", "l", "f", "1", "back", "4", "", "u", "back", "back",
    ];
    let talk: Vec<String> = typed
        .iter()
        .map(|line| {
            let said = ear.types(line);
            let first = said.lines().take(2).collect::<Vec<_>>().join("\n");
            format!("> {line}\n{first}")
        })
        .collect();
    insta::assert_snapshot!(talk.join("\n"));
}

#[test]
fn a_week_is_told_in_sentences() {
    let mut ear = Ear::at_home();
    ear.types("p");
    insta::assert_snapshot!(ear.types("1"));
    ear.types("back");
    ear.types("3");
    ear.types("l");
    ear.types("l");
    let until_then = ear.types("again");
    let chosen = ear.types("t");
    assert!(
        until_then.contains(ENGLISH.programme.with_therapist),
        "{until_then}"
    );
    assert!(
        until_then.contains(ENGLISH.aloud.how_to_choose_week),
        "{until_then}"
    );
    assert!(chosen.contains(ENGLISH.programme.chosen), "{chosen}");
}

#[test]
fn cards_are_read_by_number_and_turned() {
    let mut ear = Ear::at_home();
    let list = ear.types("c");
    assert!(list.contains("\n5. You choose the anchor.\n"), "{list}");
    let card = ear.types("5");
    assert!(card.starts_with("You choose the anchor.\n"), "{card}");
    assert_eq!(card.matches("Not yet reviewed").count(), 1, "{card}");
    assert!(
        card.ends_with("l, then Enter, reads on: Bowel.\nEnter goes back."),
        "{card}"
    );
    assert!(ear.types("l").starts_with("Bowel.\n"));
    assert!(ear.types("").starts_with(ENGLISH.aloud.back_on_cards));
    assert!(ear.types("anchor").starts_with("You choose the anchor.\n"));
    ear.types("");
    assert!(ear.types("back").starts_with(ENGLISH.aloud.back_on_list));
}

#[test]
fn settings_are_told_and_changed_by_number_by_name_and_by_enter() {
    let mut ear = Ear::at_home();
    insta::assert_snapshot!(ear.types("s"));
    insta::assert_snapshot!("one_setting", ear.types("7"));
    let parts = "Lines: parts. Every part and every line.";
    assert_eq!(ear.types(""), parts);
    assert_eq!(
        ear.types("lines phases"),
        "Lines: phases. Every phase, every part, every line."
    );
    assert_eq!(ear.types("announce part"), parts);
    assert_eq!(
        ear.types("sound off"),
        "Sound: off. No sound. The screen has the breath."
    );
    assert_eq!(ear.types("m"), "Sound on.");
    assert!(ear.types("motion").starts_with("Motion: auto."));
    assert_eq!(
        ear.types("words anatomical"),
        "Words: anatomical. The names from anatomy."
    );
    assert_eq!(
        ear.types("v"),
        "Words: neutral. Sit-bones, base of the pelvis."
    );
    assert!(ear.types("back").starts_with(ENGLISH.aloud.back_on_list));
}

#[test]
fn a_favourite_is_marked_and_stands_first() {
    let mut ear = Ear::at_home();
    ear.types("j");
    assert_eq!(ear.types("f"), "Landing in the Room is a favourite.");
    let list = ear.types("list");
    assert!(
        list.contains("Favourites:\n1. Landing in the Room"),
        "{list}"
    );
    assert!(!list.contains(ENGLISH.what_this_is[0]), "{list}");
    assert!(ear.types("2").starts_with("First Soft Breaths. 3 minutes"));
    ear.types("back");
    ear.types("1");
    ear.types("back");
    assert_eq!(ear.types("f"), "Landing in the Room is no favourite.");
}

#[test]
fn what_no_name_has_is_looked_for_in_what_sessions_are_about() {
    let said = Ear::at_home().types("bowel");
    assert!(said.contains("Unhurried"), "{said}");
}

#[test]
fn moving_about_in_a_list_tells_what_enter_opens() {
    let mut ear = Ear::at_home();
    assert_eq!(ear.types("j"), "Enter alone opens Landing in the Room.");
    assert!(ear.types("k").starts_with("Enter alone opens First"));
    assert!(ear.types("k").starts_with(ENGLISH.aloud.as_far_as_it_goes));
}

#[test]
fn an_arrow_on_a_line_is_an_arrow() {
    let mut ear = Ear::at_home();
    let reply = ear.talk.line(&[Key::Down], ear.now);
    assert_eq!(reply.lines, ["Enter alone opens Landing in the Room."]);
}

#[test]
fn nothing_that_is_said_holds_signs_that_are_read_badly() {
    for language in Language::ALL {
        let mut ear = Ear::speaking(language);
        for line in [
            "?", "s", "1", "back", "p", "1", "l", "l", "l", "back", "back", "c",
        ] {
            ear.types(line);
        }
        for _ in 0..12 {
            ear.types("1");
            ear.types("l");
            ear.types("");
        }
        ear.types("back");
        for number in 1..=18 {
            for line in [&number.to_string(), "?", "2", "+", "o", "m", "back", "back"] {
                ear.types(line);
            }
        }
        for line in ["2", "", "?", "w", "w", "w", "", "n", "again", "zzz", "back"] {
            ear.types(line);
        }
        let signs = ['…', '–', '—', '·', '•', '→', '×', '%', '\t', '\u{1b}'];
        for line in &ear.heard {
            assert!(!line.contains(signs), "{line}");
            let ends = line
                .trim_end_matches(['“', '"'])
                .ends_with(['.', '?', ':', ';']);
            assert!(line.is_empty() || ends, "{line}");
        }
        assert!(ear.heard.len() > 500);
    }
}

#[test]
fn german_is_understood_and_answered_in_german() {
    let mut ear = Ear::speaking(Language::German);
    let typed = [
        "Beine",
        "2",
        "Minuten 6",
        "7 min",
        "+",
        "o",
        "zurück",
        "s",
        "Zeilen Abschnitte",
        "Zurück",
        "banane",
        "hilfe",
    ];
    let talk: Vec<String> = typed
        .iter()
        .map(|line| {
            let said = ear.types(line);
            let few: Vec<&str> = said.lines().take(3).collect();
            format!("> {line}\n{}", few.join("\n"))
        })
        .collect();
    insta::assert_snapshot!(talk.join("\n"));
    assert!(!ear.has_left());
    ear.types("aufhören");
    assert!(ear.has_left());
}
