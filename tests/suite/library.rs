//! The built-in library as a whole: what a person can count on in every one of its sessions.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use softly::advice::words::{Purpose, look};
use softly::app::App;
use softly::language::Language;
use softly::library;
use softly::pages;
use softly::plain::{Listener, Talk};
use softly::script::{Positions, check};
use softly::session::{Phase, Session, Strand};
use softly::settings::Settings;
use softly::time::{Ms, Now};
use softly::timeline::{Activity, Choices, Timeline, compile, lengths};
use softly::view::{Look, draw};
use softly::wording::Wording;
use softly::words::Words;

use crate::reading_level::grade;

fn sessions(language: Language) -> Vec<Session> {
    let built_in = library::built_in(language).iter();
    built_in
        .map(|script| {
            check(script.text, script.id)
                .session
                .expect("it is checked")
        })
        .collect()
}

/// Everything that a person may ask for in a session.
fn everything_asked_for() -> Choices {
    Choices {
        squeezes: true,
        asked_parts: true,
        holds: true,
        ..Choices::default()
    }
}

/// The same session as it is, and with everything that can be asked for.
fn timelines(session: &Session) -> [Timeline; 2] {
    [Choices::default(), everything_asked_for()].map(|choices| compile(session, &choices))
}

/// The set-up of a session as it is told in lines.
fn told(session: &Session, words: &'static Words) -> String {
    let mut app = App::new(Look::default(), words, Settings::default());
    app.settle(Arc::new(session.clone()), Choices::default());
    let listener = Listener {
        answers: true,
        at_once: false,
        once: true,
    };
    let reply = Talk::new(app, listener).begin(Now::after(Duration::ZERO));
    reply.lines.join("\n")
}

/// The set-up of a session as it stands on a screen that is tall enough for all of it, and wide
/// enough for a drawing beside it.
fn set_up(session: &Session, words: &'static Words) -> String {
    const SIZE: (u16, u16) = (140, 120);
    let look = Look {
        size: SIZE,
        ..Look::default()
    };
    let mut app = App::new(look, words, Settings::default());
    app.settle(Arc::new(session.clone()), Choices::default());
    let area = Rect::new(0, 0, SIZE.0, SIZE.1);
    let mut cells = Buffer::empty(area);
    draw(&app, Now::after(Duration::ZERO), area, &mut cells);
    let rows = cells.content.chunks(SIZE.0.into());
    let rows = rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect());
    rows.collect::<Vec<String>>().join("\n")
}

#[test]
fn the_program_says_what_every_session_shares_before_anything_begins() {
    for language in Language::ALL {
        let words = language.words();
        for session in sessions(language) {
            let shown = set_up(&session, words);
            let spoken = told(&session, words);
            let always = [words.pause_and_leave, words.eyes, words.stop];
            let paced = [words.easy, words.other_anchor, words.keys_on_the_way];
            let paced = paced.iter().filter(|_| session.is_paced());
            for line in always.iter().chain(paced) {
                assert!(shown.contains(line), "{}: {line}\n{shown}", session.id);
                // Keys are named by whoever listens for them.
                let of_keys = [words.pause_and_leave, words.keys_on_the_way].contains(line);
                assert!(of_keys || spoken.contains(line), "{}: {line}", session.id);
            }
            for reason in session.stop_if.iter().chain(&session.cautions) {
                let start = reason.chars().take(40).collect::<String>();
                assert!(shown.contains(&start), "{}: {reason}", session.id);
                assert!(spoken.contains(&**reason), "{}: {reason}", session.id);
            }
        }
    }
    let keys = Language::English.words().plain.keys;
    assert!(keys.contains("pauses") && keys.contains("leaves"));
    let keys = Language::German.words().plain.keys;
    assert!(keys.contains("Pause") && keys.contains("Ende"));
}

/// Words that stand for a place for attention that is not the breath.
fn anchors(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "a sound",
            "hear",
            "your hands",
            "the hands",
            "hands touch",
            "the feet",
            "your feet",
            "your eyes",
            "you see",
            "to look at",
            "what holds you",
            "their weight",
            "what's under you",
            "the chair",
            "hum",
        ],
        Language::German => &[
            "geräusch",
            "hören",
            "hörst",
            "hände",
            "füße",
            "augen",
            "sehen",
            "blick",
            "gewicht",
            "unter dir",
            "trägt",
            "stuhl",
            "summen",
        ],
    }
}

#[test]
fn every_paced_session_names_an_anchor_that_is_not_the_breath() {
    for language in Language::ALL {
        let mut paced = 0;
        for session in sessions(language).iter().filter(|each| each.is_paced()) {
            paced += 1;
            for timeline in timelines(session) {
                let mut lines = timeline.lines().iter();
                let named = lines.any(|line| {
                    let line = line.text.to_lowercase();
                    anchors(language).iter().any(|anchor| line.contains(anchor))
                });
                assert!(named, "{} in {language:?}", session.id);
            }
        }
        assert_eq!(paced, 17, "only Landing in the Room has no pacing");
    }
}

#[test]
fn nobody_is_left_without_a_word_for_more_than_a_minute() {
    for session in Language::ALL.into_iter().flat_map(sessions) {
        for timeline in timelines(&session) {
            let mut last = Ms::ZERO;
            let ends = timeline.lines().iter().map(|line| line.onset);
            for onset in ends.chain([timeline.length()]) {
                let step = timeline.steps()[timeline.segment_at(last).step].source;
                let meant = session.steps[step].long_silence;
                let apart = onset - last;
                assert!(
                    apart <= Ms::minutes(1) || meant,
                    "{}: {last} to {onset}",
                    session.id
                );
                last = onset;
            }
        }
    }
}

#[test]
fn lines_leave_room_for_each_other_at_every_length_on_offer() {
    let mut looked_at = 0;
    for session in Language::ALL.into_iter().flat_map(sessions) {
        for minutes in lengths(&session, &Choices::default()).minutes() {
            let choices = Choices {
                minutes: Some(minutes),
                ..Choices::default()
            };
            let timeline = compile(&session, &choices);
            for pair in timeline.lines().windows(2) {
                let apart = pair[1].onset - pair[0].onset;
                let (id, line) = (&session.id, &pair[1].text);
                assert!(apart >= Ms::seconds(6), "{id} in {minutes} min: {line}");
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 300, "{looked_at} lengths");
}

#[test]
fn pacing_ends_on_an_out_breath_and_time_to_return_follows() {
    for session in sessions(Language::English)
        .iter()
        .filter(|session| session.is_paced())
    {
        for timeline in timelines(session) {
            let phases = timeline.segments().iter();
            let phases: Vec<_> = phases
                .filter_map(|segment| Some((segment, segment.activity.phase()?)))
                .collect();
            let (last, phase) = phases.last().expect("it is paced");
            assert!(matches!(phase, Phase::Out | Phase::Rest), "{}", session.id);
            let quiet = timeline.length() - (last.onset + last.length);
            assert!(quiet >= Ms::seconds(10), "{}", session.id);
            let end = timeline.segments().last().expect("it has segments");
            assert_eq!(end.activity, Activity::Quiet, "{}", session.id);
        }
    }
}

#[test]
fn every_session_says_where_it_comes_from_and_how_sure_that_is() {
    for session in sessions(Language::English) {
        assert!(!session.sources.is_empty(), "{}", session.id);
        assert!(!session.strands.is_empty(), "{}", session.id);
        let confidence = session.confidence.as_deref().unwrap_or_default();
        assert!(confidence.ends_with('.'), "{}: {confidence}", session.id);
        assert_eq!(session.reviewed_by, None, "{}", session.id);
    }
}

/// School years of the United States; the sixth is that of eleven-year-olds.
const HARDEST: f64 = 6.0;

#[test]
fn the_words_of_every_session_can_be_read_by_an_eleven_year_old() {
    for wording in [Wording::Neutral, Wording::Anatomical] {
        for session in sessions(Language::English) {
            let session = session.worded(wording);
            let timeline = compile(&session, &everything_asked_for());
            let lines = timeline.lines().iter().map(|line| &*line.text);
            let read = session.cautions.iter().chain(&session.stop_if);
            let read = read.chain(&session.about).chain(&session.confidence);
            let grade = grade(lines.chain(read.map(|text| &**text)));
            assert!(
                grade <= HARDEST,
                "{} in {wording:?}: {grade:.1}",
                session.id
            );
        }
    }
    let known = Positions::built_in(Language::English);
    for position in known.names().filter_map(|name| known.get(name)) {
        let lists = [&position.set_up, &position.cautions, &position.instead];
        let texts = lists.into_iter().flatten().chain(&position.way_out);
        let texts = texts.chain(&position.looks);
        let grade = grade(texts.map(|text| &**text));
        assert!(grade <= HARDEST, "{}: {grade:.1}", position.id);
    }
}

#[test]
fn cards_safety_pages_and_programmes_are_as_easy_to_read() {
    for wording in [Wording::Neutral, Wording::Anatomical] {
        for page in pages::all(Language::English) {
            let page = page.worded(wording);
            let grade = grade(page.blocks().map(|block| &**block.text()));
            assert!(grade <= HARDEST, "{} in {wording:?}: {grade:.1}", page.id);
        }
    }
    for script in library::programmes(Language::English) {
        let programme = check(script.text, script.id)
            .programme
            .expect("it is checked");
        let weeks = programme.weeks.iter();
        let texts = weeks.flat_map(|week| week.about.iter().chain(&week.ask));
        let grade = grade(texts.chain(&programme.about).map(|text| &**text));
        assert!(grade <= HARDEST, "{}: {grade:.1}", programme.id);
    }
}

/// Words by which the neutral set goes round the pelvic region, and the one that it goes round.
fn veiled(language: Language) -> (&'static [&'static str], &'static str) {
    match language {
        Language::English => (
            &[
                "base of the pelvis",
                " low down",
                "at the base",
                "pelvic floor",
                "and base",
            ],
            "pelvic floor",
        ),
        Language::German => (
            &[
                "grund des beckens",
                "unten im becken",
                "am grund",
                "beckenboden",
                "und grund",
            ],
            "beckenboden",
        ),
    }
}

#[test]
fn both_sets_of_words_are_complete() {
    for language in Language::ALL {
        let mut reworded = 0;
        let (words, plain) = veiled(language);
        let veiled = |text: &str| words.iter().any(|word| text.to_lowercase().contains(word));
        for session in sessions(language) {
            let pairs: Vec<_> = session.rewording.lines().collect();
            reworded += pairs.len();
            for timeline in timelines(&session) {
                let lines = timeline.lines().iter().map(|line| &line.text);
                let read = session.cautions.iter().chain(&session.stop_if);
                let read = read.chain(&session.about).chain([&session.title]);
                let held = session.positions.iter().flat_map(|position| {
                    let lists = [&position.set_up, &position.cautions, &position.instead];
                    lists.into_iter().flatten()
                });
                for text in lines.chain(read).chain(held).filter(|text| veiled(text)) {
                    let other = session.rewording.say(text, Wording::Anatomical);
                    assert_ne!(other, text, "{}: it has no plain words", session.id);
                }
            }
            for (neutral, anatomical) in pairs {
                assert!(!veiled(anatomical) || anatomical.to_lowercase().contains(plain));
                assert!(anatomical.split_whitespace().count() <= 14, "{anatomical}");
                let found = look(anatomical, Purpose::Anatomical, None, language);
                assert_eq!(found, [], "{neutral}");
            }
        }
        assert!(reworded >= 15, "only {reworded} lines");
    }
}

#[test]
fn every_strand_of_care_has_sessions() {
    let sessions = sessions(Language::English);
    for strand in Strand::ALL {
        let of_it = sessions
            .iter()
            .filter(|session| session.strands.contains(&strand));
        assert!(of_it.count() >= 2, "{strand:?}");
    }
}

#[test]
fn every_position_of_the_catalogue_is_offered_or_named() {
    let used: BTreeSet<String> = sessions(Language::English)
        .iter()
        .flat_map(|session| &session.positions)
        .map(|position| position.id.to_string())
        .collect();
    let known = Positions::built_in(Language::English);
    let unused: Vec<&str> = known.names().filter(|name| !used.contains(*name)).collect();
    // A lighter version of the child's pose, for files of one's own.
    assert_eq!(unused, ["leaning-forward"]);
    assert!(known.names().count() >= 10);
    for position in known.names().filter_map(|name| known.get(name)) {
        assert!(!position.instead.is_empty(), "{}", position.id);
        let carries = &*position.id == "any";
        assert!(carries || position.lighter.is_some(), "{}", position.id);
        assert!(carries || !position.cautions.is_empty(), "{}", position.id);
    }
}
