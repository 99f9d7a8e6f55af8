//! Lines typed while a session plays, and what comes about by itself.

use super::*;
use crate::app::{SoundState, built_in_entries};
use crate::language::Language;
use crate::session::sample::everything;
use crate::settings::{Chosen, Heard, Setting};
use crate::time::Ms;

#[test]
fn enter_pauses_and_goes_on_with_a_fresh_breath() {
    let mut ear = Ear::playing(session(FILE));
    ear.waits(30.0);
    assert_eq!(ear.types(""), "Paused. Enter goes on with a fresh breath.");
    assert_eq!(ear.waits(1000.0), "");
    assert_eq!(ear.types(""), "Going on.\nIn, 4 seconds.");
    assert_eq!(ear.waits(4.0), "Out, 6.5 seconds.");
}

#[test]
fn steps_are_skipped_and_gone_back_to_shortly_where_a_breath_begins() {
    let mut ear = Ear::playing(session(FILE));
    assert_eq!(ear.types("n"), "Slow breathing.\nIn, 4 seconds.");
    assert_eq!(ear.waits(5.0), "Out, 6.5 seconds.");
    assert_eq!(ear.types("b"), "Slow breathing.\nIn, 4 seconds.");
    assert_eq!(ear.types("b"), "Part 1 of 3: Rest. 10 seconds.\nArrive.");
    ear.types("n");
    ear.types("n");
    assert!(ear.types("n").starts_with("Thank you for being here."));
    assert!(ear.talk.is_done());
    ear.types("");
    assert!(ear.has_left());
}

#[test]
fn a_skip_in_a_pause_says_where_it_leads_and_stays_paused() {
    let mut ear = Ear::playing(session(FILE));
    ear.types("");
    let said = ear.types("n");
    assert_eq!(
        said,
        "Slow breathing.\nPaused. Enter goes on with a fresh breath."
    );
    assert_eq!(ear.types(""), "Going on.\nSlow breathing.\nIn, 4 seconds.");
}

#[test]
fn another_breath_is_told_once_and_is_no_news_when_it_comes() {
    let mut ear = Ear::playing(session(FILE));
    ear.waits(17.0);
    let said = ear.types("+");
    assert_eq!(said, "A longer breath. In, 4.5 seconds. Out, 7 seconds.");
    assert_eq!(ear.waits(18.0), "In.\nOut.\nIn.");
    assert_eq!(
        ear.types("-"),
        "The breath as it is written. In, 4 seconds. Out, 6.5 seconds."
    );
    assert_eq!(ear.types("o"), ENGLISH.aloud.own_pace);
    assert_eq!(ear.waits(10.0), "");
    assert!(ear.types("o").starts_with(ENGLISH.aloud.paced_again));
}

#[test]
fn sound_is_switched_and_its_comings_and_goings_are_told() {
    let mut ear = Ear::playing(session(FILE));
    assert_eq!(ear.types("m"), "Sound off.");
    assert_eq!(ear.types("m"), "Sound on.");
    assert_eq!(
        ear.takes(Msg::Sound(SoundState::Lost)),
        ENGLISH.aloud.sound_lost
    );
    assert_eq!(ear.takes(Msg::Sound(SoundState::Fine)), "Sound on.");
    assert_eq!(ear.takes(Msg::Sound(SoundState::Absent)), "");
    ear.types("m");
    assert_eq!(ear.types("m"), ENGLISH.aloud.no_sound);
}

#[test]
fn keys_are_told_while_the_session_waits() {
    let mut ear = Ear::playing(session(FILE));
    insta::assert_snapshot!(ear.types("?"));
    assert_eq!(ear.waits(1000.0), "");
    assert_eq!(ear.types("o"), ENGLISH.aloud.own_pace);
    assert_eq!(ear.types(""), "Going on.\nArrive.");
}

#[test]
fn when_to_stop_is_read_page_by_page_and_leads_to_the_ground() {
    let mut ear = Ear::playing(session(FILE));
    let first = ear.types("w");
    assert!(first.starts_with("When to stop.\n"), "{first}");
    assert!(
        first.ends_with("Enter goes on with a fresh breath."),
        "{first}"
    );
    assert_eq!(ear.waits(1000.0), "");
    assert!(ear.types("w").starts_with("When to get help.\n"));
    assert!(ear.types("w").starts_with("Before you begin.\n"));
    assert!(ear.types("w").starts_with("That is as far as it goes."));
    assert!(ear.types("").starts_with("Going on.\n"));
    ear.types("w");
    ear.types("l");
    let ground = ear.types("g");
    assert!(
        ground.starts_with("Landing in the Room. 4 minutes 5 seconds, 8 parts.\nPart 1"),
        "{ground}"
    );
}

#[test]
fn whoever_was_away_is_welcomed_back_where_they_were() {
    let mut ear = Ear::playing(session(FILE));
    ear.waits(16.0);
    let last_here = ear.now;
    ear.now = ear.now + Ms::minutes(30);
    let said = ear.takes(Msg::Away(last_here));
    assert_eq!(said, "Welcome back. Enter goes on with a fresh breath.");
    assert_eq!(ear.types(""), "Going on.\nIn, 4 seconds.");
}

#[test]
fn where_it_is_and_how_long_it_takes_is_told_when_asked() {
    let mut ear = Ear::playing(session(FILE));
    ear.waits(15.0);
    assert_eq!(ear.types("again"), "Slow breathing.\nAbout 2 minutes left.");
}

#[test]
fn what_waits_is_told_with_how_to_go_on_and_waits() {
    let mut app = app(Announce::Phase);
    app.settle(Arc::new(everything()), Choices::default());
    let mut ear = Ear::new(app, FOR_ONE);
    ear.types("");
    let until_it_waits = ear.waits(3000.0);
    assert!(
        until_it_waits.ends_with("You might have a sip of water."),
        "{until_it_waits}"
    );
    assert_eq!(ear.waits(10_000.0), "");
    let moved = ear.types("");
    assert!(
        moved.contains("Enter goes on, whenever you're ready."),
        "{moved}"
    );
    let position = ear.waits(10_000.0);
    assert!(
        position.contains("A chair, with the feet flat on the floor."),
        "{position}"
    );
}

#[test]
fn words_that_mean_to_leave_leave() {
    for word in ["q", "qq", "Q", "quit", "exit", "stop", "Stop"] {
        let mut ear = Ear::playing(session(FILE));
        assert_eq!(ear.types(word), ENGLISH.stopped, "{word}");
        assert!(ear.has_left(), "{word}");
    }
}

#[test]
fn back_stops_with_time_to_return() {
    let mut ear = Ear::new(app(Announce::Phase), AT_HOME);
    ear.types("landing");
    ear.types("");
    let said = ear.types("back");
    assert!(
        said.starts_with("Stopped here. That's fine.\nThere's no hurry to move."),
        "{said}"
    );
    assert!(said.ends_with("q, then Enter, leaves."), "{said}");
    assert!(ear.types("").starts_with(ENGLISH.aloud.back_on_list));
    assert!(!ear.has_left());
}

#[test]
fn how_much_is_said_can_be_changed_on_the_way() {
    let mut ear = Ear::playing(session(FILE));
    ear.waits(16.0);
    assert_eq!(
        ear.types("announce part"),
        "Lines: parts. Every part and every line."
    );
    assert_eq!(ear.waits(30.0), "");
    assert!(ear.types("sound off").starts_with("Sound: off."));
    let chosen = Setting::Heard.choice("off");
    assert_eq!(chosen, Some(Chosen::Heard(Heard::Off)));
    let kept = ear.effects.iter().any(
        |effect| matches!(effect, Effect::Keep(kept) if kept.settings.announce == Announce::Part),
    );
    assert!(kept, "{:?}", ear.effects);
}

#[test]
fn another_anchor_is_named_and_the_breath_falls_silent() {
    let mut ear = Ear::playing(session(FILE));
    ear.waits(15.0);
    assert_eq!(
        ear.types("a"),
        "Attention: sounds around. A sound in the room."
    );
    assert_eq!(ear.waits(20.0), "");
    assert_eq!(
        ear.types("a"),
        "Attention: the hands. The hands, wherever they are."
    );
    for _ in 0..2 {
        ear.types("a");
    }
    assert_eq!(
        ear.types("a"),
        "Attention: the breath. The breath again, as it comes.\nIn, 4 seconds."
    );
}

#[test]
fn the_steps_are_told_and_a_number_goes_to_one() {
    let mut ear = Ear::playing(session(FILE));
    ear.waits(3.0);
    insta::assert_snapshot!(ear.types("i"));
    assert_eq!(ear.waits(1000.0), "");
    assert!(
        ear.types("9")
            .starts_with("The numbers here go from 1 to 3.")
    );
    assert_eq!(ear.types("3"), "Going on.\nSlower.\nIn, 4 seconds.");
    ear.types("i");
    assert_eq!(ear.types("back"), "Going on.\nIn, 4 seconds.");
    ear.waits(15.0);
    ear.types("i");
    assert_eq!(ear.types(""), "Going on.\nSlower.\nIn.");
}

#[test]
fn a_lighter_version_is_told_and_another_position_is_taken_when_one_is_there() {
    let entries = built_in_entries(Language::English);
    let legs = entries.iter().find(|entry| &*entry.id == "legs-resting");
    let mut ear = Ear::playing(Arc::clone(legs.unwrap().session().unwrap()));
    insta::assert_snapshot!("lighter_here", ear.types("x"));
    insta::assert_snapshot!("lighter_there", ear.types("2"));
    assert_eq!(ear.waits(1000.0), "");
    let said = ear.types("");
    assert!(said.starts_with("Side-lying.\nGoing on.\n"), "{said}");
    ear.types("x");
    assert!(ear.types("").starts_with("Going on."));
}

#[test]
fn keys_for_the_eye_alone_mean_nothing_here() {
    let mut ear = Ear::playing(session(FILE));
    for key in ["f", "p", "d"] {
        let said = ear.types(key);
        assert!(
            said.starts_with(&format!("{key} has no meaning here.")),
            "{said}"
        );
    }
}
