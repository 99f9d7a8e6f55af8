//! The built-in sessions: nothing wrong with them, kind words, and as long as they say.

use softly::advice::check_with_advice;
use softly::advice::words::{Purpose, look};
use softly::language::Language;
use softly::library;
use softly::script::{Positions, check};
use softly::session::{Gate, Session};
use softly::timeline::{Choices, Said, compile};

fn sessions_in(language: Language) -> Vec<Session> {
    let built_in = library::built_in(language).iter();
    built_in
        .map(|script| {
            let checked = check(script.text, script.id);
            assert_eq!(checked.diagnostics, [], "{} in {language:?}", script.id);
            checked.session.expect("nothing is wrong with it")
        })
        .collect()
}

fn sessions() -> Vec<Session> {
    sessions_in(Language::English)
}

/// Everything that a session can show, line by line.
fn texts(session: &Session) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut add = |text: &str| texts.push(text.to_owned());
    add(&session.title);
    session.about.iter().for_each(|text| add(text));
    session
        .cautions
        .iter()
        .chain(&session.stop_if)
        .for_each(|text| add(text));
    for entry in compile(session, &Choices::default()).transcript() {
        match entry.said {
            Said::Line { text } => add(&text),
            Said::Step { title, .. } => title.iter().for_each(|text| add(text)),
            Said::End => {}
        }
    }
    texts
}

/// Everything that the catalogue of positions can show.
fn position_texts(language: Language) -> Vec<String> {
    let positions = Positions::built_in(language);
    positions
        .names()
        .filter_map(|name| positions.get(name))
        .flat_map(|position| {
            let lists = [
                &position.set_up,
                &position.props,
                &position.cautions,
                &position.instead,
            ];
            let single = [
                Some(&position.title),
                position.looks.as_ref(),
                position.lighter.as_ref(),
                position.way_out.as_ref(),
            ];
            lists
                .into_iter()
                .flatten()
                .chain(single.into_iter().flatten())
        })
        .map(ToString::to_string)
        .collect()
}

#[test]
fn they_last_as_long_as_they_say() {
    let table = [
        ("first-soft-breaths", "First Soft Breaths", "3:35"),
        ("landing-in-the-room", "Landing in the Room", "4:05"),
        ("legs-resting", "Legs Resting", "8:08"),
        ("supported-butterfly", "Supported Butterfly", "7:32"),
        ("side-lying-nest", "Side-Lying Nest", "7:54"),
        ("childs-pose-supported", "Resting Forward", "6:32"),
        ("slow-rocking", "Slow Rocking", "5:05"),
        ("jaw-and-base", "Jaw and Base", "4:40"),
        ("choose-your-path-scan", "Choose-Your-Path Scan", "9:30"),
        ("a-few-sighs", "A Few Sighs", "2:26"),
        ("one-minute-soften", "One Minute", "1:00"),
        ("before-an-appointment", "Before an Appointment", "4:00"),
        ("toilet-time", "Unhurried", "3:24"),
        ("urge-wave", "Urge Wave", "3:00"),
        ("happy-baby-supported", "Knees to Chest, Supported", "4:55"),
        ("front-lying-rest", "Front-Lying Rest", "5:22"),
        ("low-supported-squat", "Low Supported Seat", "4:00"),
        ("notice-and-release", "Notice and Release", "4:10"),
    ];
    let sessions = sessions();
    assert_eq!(sessions.len(), table.len());
    for (session, (id, title, length)) in sessions.iter().zip(table) {
        assert_eq!((&*session.id, &*session.title), (id, title));
        assert_eq!(
            compile(session, &Choices::default()).length().to_string(),
            length,
            "{id}"
        );
        assert!(session.reviewed_by.is_none() && !session.holds && !session.sources.is_empty());
    }
}

#[test]
fn what_is_asked_for_or_left_out_lasts_as_long_as_it_says() {
    let usual = Choices::default;
    let table = [
        (
            "legs-resting",
            Choices {
                without_optional: true,
                ..usual()
            },
            "5:38",
        ),
        (
            "happy-baby-supported",
            Choices {
                without_optional: true,
                ..usual()
            },
            "3:55",
        ),
        (
            "choose-your-path-scan",
            Choices {
                asked_parts: true,
                ..usual()
            },
            "10:15",
        ),
        (
            "notice-and-release",
            Choices {
                squeezes: true,
                ..usual()
            },
            "6:25",
        ),
    ];
    for (id, choices, length) in table {
        let session = sessions()
            .into_iter()
            .find(|session| *session.id == *id)
            .unwrap();
        assert_eq!(
            compile(&session, &choices).length().to_string(),
            length,
            "{id}"
        );
    }
}

#[test]
fn what_needs_care_or_a_therapist_says_so_before_it_begins() {
    for session in sessions() {
        let gate = match &*session.id {
            "front-lying-rest" | "low-supported-squat" => Gate::Note,
            "notice-and-release" => Gate::Therapist,
            _ => Gate::None,
        };
        assert_eq!(session.gate, gate, "{}", session.id);
    }
}

/// Words that no session of softly's own has, whatever stands around them.
fn harsh(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "should",
            "must",
            "correct",
            "wrong",
            "fail",
            "just",
            "simply",
            "relax",
            "good girl",
            "good boy",
            "perfect",
            "push",
            "bear down",
            "deep breath",
            "hold your breath",
            "try",
            "inhale",
            "exhale",
            "clench",
            "tight",
        ],
        Language::German => &[
            "sollte",
            "sollten",
            "solltest",
            "sollst",
            "muss",
            "musst",
            "müssen",
            "richtig",
            "falsch",
            "einfach",
            "perfekt",
            "entspann",
            "entspanne",
            "entspannen",
            "lass los",
            "loslassen",
            "tief einatmen",
            "tiefer atemzug",
            "luft anhalten",
            "atem anhalten",
            "pressen",
            "schieben",
            "brav",
            "gut gemacht",
            "du bist sicher",
            "versuch",
            "versuche",
        ],
    }
}

#[test]
fn their_words_are_kind_and_their_lines_are_short() {
    for language in Language::ALL {
        let sessions = sessions_in(language);
        let texts = sessions.iter().flat_map(texts);
        let texts: Vec<_> = texts.chain(position_texts(language)).collect();
        let about: Vec<_> = sessions
            .iter()
            .filter_map(|session| Some(session.about.as_deref()?.to_owned()))
            .collect();
        assert!(texts.len() > 100);
        for text in texts {
            let plain = format!(
                " {} ",
                text.to_lowercase()
                    .replace(|c: char| !c.is_alphanumeric(), " ")
            );
            for word in harsh(language) {
                assert!(
                    !plain.contains(&format!(" {word} ")),
                    "{word:?} in {text:?}"
                );
            }
            let words = text.split_whitespace().count();
            // What a practice is for is read at rest, and may be longer.
            assert!(
                words <= 14 || about.contains(&text),
                "{words} words: {text}"
            );
            let marks = match language {
                Language::English => &['’', '“', '”', '„'][..],
                // What is quoted stands between „ and “.
                Language::German => &['’', '"', '”'],
            };
            assert!(!text.contains(marks), "{text}");
        }
    }
}

#[test]
fn they_begin_with_a_line_and_leave_time_to_return() {
    for session in Language::ALL.into_iter().flat_map(sessions_in) {
        assert!(!session.steps[0].say.is_empty(), "{}", session.id);
        let timeline = compile(&session, &Choices::default());
        let last = timeline.segments().last().unwrap();
        // The shortest ones are for the middle of a day, and nobody has to get up from them.
        let brief = ["a-few-sighs", "one-minute-soften"].contains(&&*session.id);
        let least = if brief { 10_000 } else { 15_000 };
        assert!(last.length.0 >= least, "{}", session.id);
        for pair in timeline.lines().windows(2) {
            let apart = (pair[1].onset - pair[0].onset).0;
            assert!(
                apart >= 6_000,
                "{}: {:?} comes too soon",
                session.id,
                pair[1].text
            );
        }
    }
}

#[test]
fn they_are_held_to_what_other_authors_are_told() {
    for language in Language::ALL {
        for script in library::built_in(language) {
            let advised = check_with_advice(script.text, script.id);
            assert_eq!(advised.advice, [], "{} in {language:?}", script.id);
        }
        let positions = Positions::built_in(language);
        for position in positions.names().filter_map(|name| positions.get(name)) {
            let alone = [&position.title].into_iter().chain(&position.lighter);
            let done = position.set_up.iter().chain(&position.way_out);
            let done = done.chain(&position.looks);
            let texts = alone
                .chain(done)
                .chain(&position.props)
                .map(|text| (text, Purpose::SetUp))
                .chain(position.cautions.iter().map(|text| (text, Purpose::Safety)))
                .chain(position.instead.iter().map(|text| (text, Purpose::Safety)));
            for (text, purpose) in texts {
                let found = look(text, purpose, None, language);
                assert_eq!(found, [], "{}: {text}", position.id);
            }
        }
    }
}

#[test]
fn programmes_name_what_there_is_and_owe_nothing() {
    for language in Language::ALL {
        let owing = match language {
            Language::English => ["missed", "behind", "due", "must", "should"],
            Language::German => ["verpasst", "versäumt", "fällig", "musst", "solltest"],
        };
        for file in library::programmes(language) {
            let advised = check_with_advice(file.text, file.id);
            assert_eq!(advised.checked.diagnostics, [], "{}", file.id);
            assert_eq!(advised.advice, [], "{} in {language:?}", file.id);
            let programme = advised.checked.programme.expect("nothing is wrong with it");
            assert_eq!(&*programme.id, file.id);
            assert_eq!(programme.weeks.len(), 4, "{}", file.id);
            assert!(programme.reviewed_by.is_none() && !programme.sources.is_empty());
            for week in &programme.weeks {
                for list in [&week.invite, &week.otherwise] {
                    assert!(list.len() <= 5, "{}: {}", file.id, week.title);
                }
            }
            let plain = file.text.to_lowercase();
            for word in owing {
                let mut words = plain.split(|c: char| !c.is_alphanumeric());
                assert!(words.all(|other| other != word), "{}: {word}", file.id);
            }
        }
    }
}
