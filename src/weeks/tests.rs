//! The page at every width, for the eye and for the ear.

use super::*;
use crate::app::{Entry, built_in_entries};
use crate::language::Language;
use crate::page::WIDEST_TEXT;
use crate::script::check;
use crate::text::columns;
use crate::words::ENGLISH;

fn programme() -> Programme {
    let text = include_str!("../../tests/fixtures/valid/programme.toml");
    check(text, "t").programme.unwrap()
}

fn following(week: usize, with_therapist: bool) -> Following {
    Following {
        programme: Clean::from_shown("four-quiet-weeks"),
        week,
        with_therapist,
    }
}

fn page(following: Option<&Following>, week: Option<usize>, look: Look, marks: bool) -> String {
    let shelf = built_in_entries(Language::English);
    let find = |id: &str| {
        let entry = shelf.iter().find(|entry| &*entry.id == id);
        entry.and_then(Entry::session).cloned()
    };
    let weeks = Weeks {
        words: &ENGLISH,
        programme: &programme(),
        find: &find,
        following,
        week,
    };
    draw(&weeks, look, marks)
}

fn look(width: usize, unicode: bool) -> Look {
    Look {
        colour: false,
        unicode,
        width,
    }
}

#[test]
fn a_whole_programme_is_written_for_every_window() {
    for width in [40, 80] {
        let page = page(None, None, look(width, true), true);
        insta::assert_snapshot!(format!("whole-{width}"), page);
    }
}

#[test]
fn without_marks_it_is_sentences() {
    insta::assert_snapshot!("whole-plain", page(None, None, look(80, true), false));
}

#[test]
fn a_therapists_week_shows_what_was_chosen_and_both_where_nothing_was() {
    let shown = |following: Option<Following>, week| {
        let page = page(following.as_ref(), week, look(80, true), true);
        (page.contains("The bridge"), page.contains("Until then"))
    };
    assert_eq!(shown(None, None), (true, true));
    assert_eq!(shown(None, Some(2)), (true, true));
    assert_eq!(shown(Some(following(2, false)), Some(2)), (false, true));
    assert_eq!(shown(Some(following(2, true)), Some(2)), (true, false));
    assert_eq!(shown(Some(following(2, true)), None), (true, true));
}

#[test]
fn it_says_where_one_is() {
    let shown = |week, of| page(Some(&following(week, false)), of, look(80, true), true);
    assert!(shown(2, None).contains("You are in week 2."));
    assert!(shown(99, None).contains("You are in week 2."));
    assert!(shown(1, Some(1)).contains("You are in this week."));
    assert!(shown(1, Some(2)).contains("You are in week 1."));
}

#[test]
fn no_row_is_wider_than_the_window() {
    for width in [40, 60, 80, 200] {
        for (unicode, marks) in [(true, true), (false, true), (false, false)] {
            let page = page(
                Some(&following(1, false)),
                None,
                look(width, unicode),
                marks,
            );
            for line in page.lines() {
                assert!(columns(line) <= width.min(WIDEST_TEXT), "{width}: {line}");
                assert!(unicode || line.is_ascii(), "{line}");
            }
        }
    }
}
