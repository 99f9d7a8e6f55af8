//! What is seen of programmes: their list, and their weeks.

use softly::app::{App, Origin, programme_from_text};
use softly::kept::Following;
use softly::settings::Settings;
use softly::text::Clean;

use super::*;

const FILE: &str = r#"
softly-programme = 1
title = "Rest and a little more"
about = "Weeks of rest, at your own pace."
by = "Jane Doe, pelvic health physiotherapist"

[[week]]
title = "Meeting the breath"
about = "Short practices, lying or sitting."
invite = [
  { session = "first-soft-breaths", times = "2-3" },
  { session = "legs-resting", times = 1, shorter = true, note = "The longer one is there, too." },
  { session = ["landing-in-the-room", "childs-pose-supported"], own-pace = true, when = "before sleep" },
  { say = "A favourite, if there is one by now." },
]
cards = ["breath-and-floor", "easy-not-big"]
ask = "Which place in the body was easiest to notice?"

[[week]]
title = "Finding a place"
invite = [
  { session = "legs-resting", times = 1 },
  { session = "an-evening-of-our-own", times = "1 or 2" },
]
cards = ["why-holding-happens"]

[[week]]
title = "A little more"
gate = "therapist"
invite = [
  { external = "The exercise we chose together.", times = 2 },
  { session = "legs-resting", when = "afterwards" },
]
otherwise = [
  { session = "legs-resting", times = 2 },
]
"#;

/// An app with one programme of the person's own beside two that come with softly, after some keys.
fn opened(look: &Look, size: (u16, u16), following: Option<usize>, keys: &str) -> App {
    let mut app = App::new(
        Look {
            size,
            ..look.clone()
        },
        &ENGLISH,
        Settings::default(),
    );
    let entry = |id: &str, text: &str, origin| programme_from_text(id, text, origin);
    let quiet = FILE.replace("Rest and a little more", "Quiet evenings");
    app.programmes = vec![
        entry("rest", FILE, Origin::BuiltIn),
        entry("quiet-evenings", &quiet, Origin::BuiltIn),
        entry("own", "softly-programme = 1\ntitle = 'T'", Origin::Own),
    ];
    app.kept.following = following.map(|week| Following {
        programme: Clean::from_shown("rest"),
        week,
        with_therapist: false,
    });
    for key in keys.chars() {
        let key = match key {
            '+' => Key::Enter,
            '>' => Key::Right,
            'v' => Key::Down,
            other => Key::Char(other),
        };
        update(&mut app, Msg::Key(key), at(0.0));
    }
    app
}

fn scenes(look: &Look, size: (u16, u16)) -> Vec<(&'static str, App)> {
    let open = |following, keys| opened(look, size, following, keys);
    let mut for_now = open(None, "p+f");
    for_now.keeps = false;
    vec![
        ("programmes", open(Some(2), "p")),
        ("programmes-to-mend", open(None, "pvv")),
        ("programme", open(None, "p+")),
        (
            "programme-read-on",
            open(None, "p+vvvvvvvvvvvvvvvvvvvvvvvv"),
        ),
        ("programme-followed", open(Some(2), "p+")),
        ("programme-another-week", open(Some(2), "p+h")),
        ("programme-for-now", for_now),
        ("programme-locked", open(None, "p+>>")),
        ("programme-unlocked", open(None, "p+>>t")),
        ("programme-help", open(Some(1), "p+?")),
    ]
}

#[test]
fn every_screen_of_a_programme_is_as_it_was_when_somebody_last_looked() {
    for size in SIZES {
        for (mode, look) in looks().into_iter().take(3) {
            for (name, app) in scenes(&look, size) {
                is_as_before(name, size, mode, &app, 0.0);
            }
        }
    }
}

#[test]
fn every_screen_of_a_programme_can_be_drawn_at_any_size() {
    let sizes = (0..=40).map(|n| (n * 3 % 97, n));
    for size in sizes.chain([(1, 1), (300, 2), (2, 90)]) {
        for (name, mut app) in scenes(&Look::default(), size) {
            for key in [
                Key::Down,
                Key::Up,
                Key::End,
                Key::Home,
                Key::Right,
                Key::Left,
            ] {
                update(&mut app, Msg::Key(key), at(0.0));
                assert_eq!(frame(&app, 0.0).area.width, size.0, "{name}");
            }
        }
    }
}

#[test]
fn all_of_a_week_can_be_read_in_the_smallest_window() {
    // Long words only: what is broken over two rows would not be found.
    let table = [
        (
            "programme",
            vec![
                "Meeting",
                "2 to 3",
                "longer",
                "favourite,",
                "Easy,",
                "easiest",
                "Finding",
            ],
        ),
        ("programme-locked", vec!["therapist", "twice", "last"]),
        ("programme-unlocked", vec!["exercise", "afterwards"]),
    ];
    for (name, words) in table {
        let scenes = scenes(&Look::default(), (20, 6));
        let (_, mut app) = scenes.into_iter().find(|(n, _)| *n == name).unwrap();
        update(&mut app, Msg::Key(Key::Home), at(0.0));
        let mut read = String::new();
        for key in std::iter::repeat_n(Key::Down, 60).chain(std::iter::repeat_n(Key::Up, 60)) {
            read += &text(&frame(&app, 0.0), false);
            update(&mut app, Msg::Key(key), at(0.0));
        }
        for word in words {
            assert!(read.contains(word), "{name} without {word}: {read}");
        }
    }
}

#[test]
fn the_list_of_sessions_says_where_one_is_and_nothing_more() {
    let shown = |following| {
        let app = opened(&Look::default(), (80, 24), following, "");
        text(&frame(&app, 0.0), false)
    };
    assert!(shown(Some(2)).contains("Rest and a little more, week 2"));
    assert!(!shown(None).contains("week"));
    // What was changed by hand, or comes from a longer programme, leads to a week there is.
    assert!(shown(Some(99)).contains("week 3"));
}

/// How many times a key leads on before nothing changes any more.
fn presses(mut app: App, key: Key) -> usize {
    let presses = (0..200).take_while(|_| {
        let before = frame(&app, 0.0);
        update(&mut app, Msg::Key(key), at(0.0));
        frame(&app, 0.0) != before
    });
    presses.count()
}

#[test]
fn page_down_leads_through_a_week_in_a_few_screenfuls_and_back() {
    let week = |key| {
        let mut app = opened(&Look::default(), (20, 6), None, "p+");
        update(&mut app, Msg::Key(key), at(0.0));
        app
    };
    let row_by_row = presses(week(Key::Home), Key::Down);
    let on = presses(week(Key::Home), Key::PageDown);
    let back = presses(week(Key::End), Key::PageUp);
    assert!(on <= 9 && on * 2 <= row_by_row, "{on} and {row_by_row}");
    assert!(back.abs_diff(on) <= 1, "{back} and {on}");
}
