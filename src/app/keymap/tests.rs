//! What must hold for the keys of every place.

use std::collections::HashSet;

use super::*;
use Key::{Char, Ctrl, Down, Esc, Left, Other, Right, Up};

#[test]
fn a_key_means_one_thing_in_a_place() {
    for place in Place::ALL {
        let mut seen = HashSet::new();
        for key in bindings(place).flat_map(|binding| binding.keys) {
            assert!(seen.insert(*key), "{key:?} twice in {place:?}");
        }
    }
}

#[test]
fn q_and_ctrl_c_leave_from_anywhere() {
    for place in Place::ALL {
        let q = (!place.takes_letters()).then_some(Action::Leave);
        assert_eq!(action_for(place, Char('q')), q);
        assert_eq!(action_for(place, Ctrl('c')), Some(Action::Leave));
    }
}

#[test]
fn escape_is_one_back_and_leaves_only_where_there_is_nothing_to_go_back_to() {
    for place in Place::ALL {
        let wanted = match place {
            Place::Library | Place::Notes => Action::Leave,
            Place::Playing | Place::PlayingByEar => Action::Stop,
            _ => Action::Back,
        };
        assert_eq!(action_for(place, Esc), Some(wanted), "{place:?}");
    }
}

#[test]
fn w_leads_to_when_to_stop_from_anywhere_and_back_from_there() {
    for place in Place::ALL {
        let asked = action_for(place, Char('w'));
        let wanted = match place {
            Place::Safety => Some(Action::Back),
            _ if place.takes_letters() => None,
            _ => Some(Action::WhenToStop),
        };
        assert_eq!(asked, wanted, "{place:?}");
    }
}

#[test]
fn where_letters_are_typed_none_means_anything_else_and_escape_leads_back() {
    for place in Place::ALL.into_iter().filter(|place| place.takes_letters()) {
        let letters = (' '..='~').filter(|letter| action_for(place, Char(*letter)).is_some());
        assert_eq!(letters.count(), 0, "{place:?}");
        assert_eq!(action_for(place, Esc), Some(Action::Back));
    }
}

#[test]
fn arrows_and_the_letters_of_vi_mean_the_same() {
    let pairs = [(Left, 'h'), (Down, 'j'), (Up, 'k'), (Right, 'l')];
    for place in Place::ALL
        .into_iter()
        // With closed eyes a letter is as good as any other, and begins a session.
        .filter(|place| !place.takes_letters() && place.any_key().is_none())
    {
        for (arrow, letter) in pairs {
            let (by_arrow, by_letter) = (action_for(place, arrow), action_for(place, Char(letter)));
            assert_eq!(by_arrow, by_letter, "{arrow:?} and {letter} in {place:?}");
        }
    }
}

#[test]
fn with_closed_eyes_every_letter_does_something() {
    for place in Place::ALL {
        let Some(any) = place.any_key() else {
            continue;
        };
        for letter in (' '..='~').chain(['é', 'ß']) {
            assert!(
                action_for(place, Char(letter)).is_some(),
                "{letter} in {place:?}"
            );
        }
        let own = bindings(place).find(|binding| binding.action == any);
        assert!(own.is_some(), "it has keys to be told by");
        assert_eq!(action_for(place, Other), Some(any));
    }
}
