//! What is read over another screen: when to stop from anywhere, the cards, the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::app::{Cards, Cursor, Notes, Over, Place, Reading, Sheet, bindings};
use crate::kept::Following;
use crate::pages::Set;
use crate::text::Clean;

/// The sheets over the lowest screen, from the top down.
fn sheets(app: &App) -> Vec<&Sheet> {
    let mut screen = &app.screen;
    let mut sheets = Vec::new();
    while let Screen::Over(Over { below, sheet, .. }) = screen {
        sheets.push(sheet);
        screen = below;
    }
    sheets
}

/// The page that is read on top, with its set and its number, and the first line shown.
fn read(app: &App) -> Option<(Set, usize, u16)> {
    match sheets(app).first() {
        Some(Sheet::Reading(Reading { set, page, scroll })) => Some((*set, *page, *scroll)),
        _ => None,
    }
}

/// The notes beside a session that another terminal shows.
fn beside_a_session() -> App {
    let mut app = app();
    app.screen = Screen::Notes(Notes::default());
    app
}

/// An app in every place there is.
fn places() -> Vec<App> {
    let gated = |gate| {
        let mut app = app();
        let mut session = Session::clone(&app.session("legs-resting").unwrap());
        session.gate = gate;
        app.open(Arc::new(session), Choices::default());
        app
    };
    let after = |mut app: App, keys: &[Key]| {
        for key in keys {
            press(&mut app, *key, 101.0);
        }
        app
    };
    let places = vec![
        app(),
        after(app(), &[Key::Char('p')]),
        after(app(), &[Key::Char('p'), Key::Enter]),
        gated(Gate::Note),
        gated(Gate::Therapist),
        after(app(), &[Key::Enter]),
        after(app(), &[Key::Enter, Key::Char('e')]),
        playing("legs-resting"),
        after(app(), &[Key::Enter, Key::Char('e'), Key::Enter]),
        after(playing("legs-resting"), &[Key::Char('i')]),
        after(playing("legs-resting"), &[Key::Char('x')]),
        after(playing("legs-resting"), &[Key::Backspace]),
        beside_a_session(),
        after(playing("legs-resting"), &[Key::Char('?')]),
        after(app(), &[Key::Char('c')]),
        after(app(), &[Key::Char('s')]),
        after(app(), &[Key::Char('c'), Key::Enter]),
        after(app(), &[Key::Enter, Key::Char('d')]),
    ];
    let all: Vec<Place> = places.iter().map(|app| app.screen.place()).collect();
    // Where letters are typed, one key leads to where none are.
    let others = Place::ALL
        .into_iter()
        .filter(|place| !place.takes_letters());
    let others: Vec<Place> = others.collect();
    assert_eq!(all, others[..all.len()]);
    assert_eq!(all.len() + 1, others.len(), "all but the pages themselves");
    places
}

#[test]
fn when_to_stop_is_one_key_away_everywhere_and_leads_back() {
    let ways_back = bindings(Place::Safety).find(|binding| binding.action == Action::Back);
    for key in ways_back.unwrap().keys {
        for mut app in places() {
            let place = app.screen.place();
            press(&mut app, Key::Char('w'), 110.0);
            assert_eq!(read(&app), Some((Set::Safety, 0, 0)), "{place:?}");
            assert_eq!(next_change(&app, at(110.0)), None, "nothing moves below it");
            press(&mut app, *key, 111.0);
            assert_eq!(app.screen.place(), place, "{key:?}");
        }
    }
}

#[test]
fn q_leaves_from_every_page() {
    for mut app in places() {
        press(&mut app, Key::Char('w'), 110.0);
        assert_eq!(press(&mut app, Key::Char('q'), 111.0), [Effect::Leave]);
    }
}

#[test]
fn reading_when_to_stop_pauses_a_session_and_going_back_goes_on() {
    let mut app = playing("legs-resting");
    let effects = press(&mut app, Key::Char('w'), 110.0);
    let [Effect::Hear(Some(hearing))] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert!(!hearing.transport.is_playing(), "it falls silent at once");
    for key in [Key::Right, Key::Down, Key::Right, Key::Left] {
        press(&mut app, key, 200.0);
    }
    assert_eq!(place(&app, 500.0), Ms::seconds(10));
    press(&mut app, Key::Char('w'), 500.0);
    assert_eq!(place(&app, 501.0), Ms::seconds(11));
}

#[test]
fn reading_on_a_paused_session_leaves_it_paused() {
    let mut app = playing("legs-resting");
    for (key, now) in [(' ', 110.0), ('w', 111.0), ('w', 112.0)] {
        press(&mut app, Key::Char(key), now);
    }
    assert_eq!(app.screen.place(), Place::Playing);
    assert_eq!(place(&app, 500.0), Ms::seconds(10));
}

#[test]
fn the_keys_of_a_page_can_be_asked_for_and_sheets_never_pile_up() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('?'), 110.0);
    for _ in 0..10 {
        press(&mut app, Key::Char('w'), 111.0);
        assert_eq!(read(&app), Some((Set::Safety, 0, 0)));
        press(&mut app, Key::Char('?'), 112.0);
        assert!(matches!(sheets(&app)[0], Sheet::Keys { .. }));
    }
    assert_eq!(sheets(&app).len(), 3);
    for key in ['?', 'w', '?'] {
        assert_eq!(place(&app, 300.0), Ms::seconds(10));
        press(&mut app, Key::Char(key), 300.0);
    }
    assert_eq!(app.screen.place(), Place::Playing);
    assert_eq!(place(&app, 301.0), Ms::seconds(11), "and it goes on");
}

#[test]
fn pages_turn_one_by_one_and_end_at_both_ends() {
    for (set, keys) in [
        (Set::Safety, &[Key::Char('w')][..]),
        (Set::Cards, &[Key::Char('c'), Key::Enter]),
    ] {
        let mut app = app();
        for key in keys {
            press(&mut app, *key, 1.0);
        }
        let last = set.count() - 1;
        for page in (1..=last).chain([last, last]) {
            press(&mut app, Key::Right, 2.0);
            assert_eq!(read(&app), Some((set, page, 0)));
        }
        for page in (0..last).rev().chain([0, 0]) {
            press(&mut app, Key::Char('h'), 3.0);
            assert_eq!(read(&app), Some((set, page, 0)));
        }
    }
}

#[test]
fn a_text_scrolls_by_rows_and_by_screenfuls_and_no_further_than_it_goes() {
    let mut app = app();
    update(&mut app, Msg::Resized(40, 12), at(1.0));
    press(&mut app, Key::Char('w'), 1.0);
    let most = view::most_scroll(&app);
    let screenful = view::screenful(&app);
    assert!(most > screenful && screenful > 1, "{most} {screenful}");
    let steps = [
        (Key::Down, 1),
        (Key::Up, 0),
        (Key::Up, 0),
        (Key::PageDown, screenful),
        (Key::PageUp, 0),
    ];
    for (key, wanted) in steps {
        press(&mut app, key, 2.0);
        assert_eq!(read(&app), Some((Set::Safety, 0, wanted)), "{key:?}");
    }
    for key in [Key::PageDown, Key::Char('j')] {
        for _ in 0..100 {
            press(&mut app, key, 3.0);
        }
        assert_eq!(read(&app), Some((Set::Safety, 0, most)));
    }
    // The window grows, and the whole text comes into sight.
    update(&mut app, Msg::Resized(200, 100), at(4.0));
    press(&mut app, Key::PageUp, 5.0);
    assert_eq!(read(&app), Some((Set::Safety, 0, 0)));
}

#[test]
fn the_ground_is_one_key_from_when_to_stop_and_from_no_other_page() {
    let mut app = playing("legs-resting");
    press(&mut app, Key::Char('w'), 110.0);
    press(&mut app, Key::Right, 111.0);
    press(&mut app, Key::Char('g'), 112.0);
    assert_eq!(
        read(&app),
        Some((Set::Safety, 1, 0)),
        "it is not offered here"
    );
    press(&mut app, Key::Left, 113.0);
    press(&mut app, Key::Char('g'), 114.0);
    let Screen::Playing(playing) = &app.screen else {
        panic!("it does not begin at once")
    };
    assert_eq!(&*playing.player.session().id, "landing-in-the-room");
}

#[test]
fn the_list_stands_at_the_card_that_was_read_last() {
    let mut app = app();
    press(&mut app, Key::Down, 1.0);
    for key in [Key::Char('c'), Key::Down, Key::Enter, Key::Right, Key::Esc] {
        press(&mut app, key, 1.0);
    }
    assert!(matches!(
        sheets(&app)[..],
        [Sheet::Cards(Cards {
            cursor: Cursor { chosen: 2, .. }
        })]
    ));
    press(&mut app, Key::End, 1.0);
    assert!(matches!(
        sheets(&app)[..],
        [Sheet::Cards(Cards {
            cursor: Cursor { chosen: 11, .. }
        })]
    ));
    press(&mut app, Key::Esc, 1.0);
    let Screen::Library(library) = &app.screen else {
        panic!("not back in the list")
    };
    assert_eq!(library.cursor.chosen, 1, "and the list where it was");
}

#[test]
fn a_card_opens_by_its_name_over_any_list() {
    let mut app = app();
    app.open_card("when-to-get-help");
    assert_eq!(read(&app), Some((Set::Cards, 11, 0)));
    press(&mut app, Key::Enter, 1.0);
    app.open_card("unheard-of");
    assert!(matches!(app.screen, Screen::Library(_)));
}

/// A number that looks like any other, below a bound.
fn some(state: &mut u64, below: u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state % below
}

#[test]
fn in_the_smallest_windows_nothing_plays_below_a_page_and_every_screen_can_be_left() {
    let all = "wcspvfut?g jknaix/".chars().map(Key::Char);
    let more = [Key::Enter, Key::Esc, Key::Backspace, Key::Left, Key::Right];
    let far = [Key::Home, Key::End, Key::PageUp, Key::PageDown];
    let keys: Vec<Key> = all.chain(more).chain(far).collect();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    for week in [0, 1, 2, 9, 10_000] {
        let mut app = app();
        app.kept.following = Some(Following {
            programme: Clean::from_shown("finding-softness"),
            week,
            with_therapist: week == 2,
        });
        let mut now = 0.0;
        for step in 0..600 {
            now += some(&mut state, 40) as f64;
            if step % 7 == 0 {
                let size = (some(&mut state, 21) as u16, some(&mut state, 7) as u16);
                update(&mut app, Msg::Resized(size.0, size.1), at(now));
            }
            let key = keys[some(&mut state, keys.len() as u64) as usize];
            press(&mut app, key, now);
            update(&mut app, Msg::Due, at(now));
            if let (Screen::Over(_), Some(playing)) = (&app.screen, app.screen.playing()) {
                assert!(!playing.player.transport().is_playing(), "{key:?}");
            }
            let area = Rect::new(0, 0, app.look.size.0, app.look.size.1);
            view::draw(&app, at(now), area, &mut Buffer::empty(area));
        }
        for _ in 0..20 {
            press(&mut app, Key::Backspace, now);
        }
        assert_eq!(app.screen.place(), Place::Library);
    }
}

#[test]
fn d_shows_the_position_that_is_chosen_and_the_arrows_choose_another_there() {
    let mut app = app();
    let session = app.session("landing-in-the-room").unwrap();
    app.open(session, Choices::default());
    let chosen = |app: &App| {
        let Screen::Settle(settle) = app.screen.lowest() else {
            panic!("the set-up is below")
        };
        settle.position().id.to_string()
    };
    press(&mut app, Key::Char('d'), 100.0);
    assert_eq!(chosen(&app), "any");
    assert_eq!(sheets(&app).len(), 0, "there is no shape to show");
    press(&mut app, Key::Right, 100.0);
    press(&mut app, Key::Char('d'), 100.0);
    assert!(matches!(sheets(&app)[..], [Sheet::Drawing { scroll: 0 }]));
    assert_eq!(chosen(&app), "seated");
    press(&mut app, Key::Left, 100.0);
    assert_eq!(chosen(&app), "any");
    assert_eq!(sheets(&app).len(), 1);
    for key in [Key::Right, Key::Down, Key::Char('d')] {
        press(&mut app, key, 100.0);
    }
    assert_eq!(app.screen.place(), Place::Settle);
    assert_eq!(chosen(&app), "seated");
}
