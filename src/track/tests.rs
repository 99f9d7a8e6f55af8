//! What is said around a session, and what is written into its file.

use std::sync::Arc;

use super::*;
use crate::score::{Clip, Ensemble, Mix, Mixdown, Score, Spoken, Volume};
use crate::script;
use crate::session::Session;
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Choices, compile};
use crate::words::{ENGLISH, GERMAN, Words};

const FILE: &str = r#"
softly = 1
title = "Pelvic Rest"
menu-title = "Rest"
by = "Jane Doe, PT"
about = "A rest."
position = "seated"
stop-if = "Heaviness."

[[step]]
rest = "20s"
title = "Arriving"
say = "Nothing to do."

[[step]]
breathe = { in = 4, out = 6 }
times = 3

[[step]]
position = "side-lying"
rest = "20s"
"#;

fn session() -> Session {
    script::check(FILE, "rest").session.unwrap()
}

fn said(words: &Words, breath: bool) -> crate::score::Asides {
    let (session, choices) = (session(), Choices::default());
    let timeline = compile(&session, &choices);
    asides(words, &session, &choices, &timeline, breath)
}

fn texts(spoken: &[Spoken]) -> Vec<&str> {
    spoken.iter().map(|spoken| &*spoken.text).collect()
}

#[test]
fn everything_that_the_set_up_says_is_said_before() {
    for words in [&ENGLISH, &GERMAN] {
        let asides = said(words, true);
        let before = texts(&asides.before);
        assert_eq!(before[0], "Rest.", "the neutral title");
        let session = session();
        let position = &session.positions[0];
        for line in position.set_up.iter().chain(&position.cautions) {
            assert!(before.contains(&&**line), "{line}");
        }
        let own = [words.stop, words.stop_here, words.eyes, words.easy];
        for line in own.into_iter().chain([words.export.track.breath]) {
            assert!(before.contains(&line), "{line}");
        }
        assert!(before.contains(&"Heaviness."));
        assert_eq!(before.last(), Some(&words.export.track.begins));
        assert!(!texts(&said(words, false).before).contains(&words.export.track.breath));
    }
}

#[test]
fn there_is_time_to_move_after_each_line_of_a_set_up() {
    let asides = said(&ENGLISH, true);
    for line in &session().positions[0].set_up {
        let spoken = asides.before.iter().find(|spoken| spoken.text == *line);
        assert!(spoken.unwrap().quiet >= Ms::seconds(6), "{line}");
    }
    assert_eq!(asides.before.last().unwrap().quiet, Ms::seconds(10));
}

#[test]
fn a_change_of_position_is_told_where_it_comes_and_the_way_out_is_that_of_the_last() {
    let asides = said(&ENGLISH, true);
    let [(at, spoken)] = &asides.at_stops[..] else {
        panic!("{:?}", asides.at_stops)
    };
    let timeline = compile(&session(), &Choices::default());
    assert_eq!(timeline.stops(), [*at]);
    let side_lying = timeline.position_at(*at).unwrap();
    let told = texts(spoken);
    assert!(told.contains(&"Side-lying."), "{told:?}");
    assert!(side_lying.set_up.iter().all(|line| told.contains(&&**line)));
    assert_eq!(
        texts(&asides.after).last(),
        side_lying.way_out.as_deref().as_ref()
    );
}

fn tagged(voice: bool, title: Option<&str>) -> Tags {
    let (session, choices) = (session(), Choices::default());
    let timeline = Arc::new(compile(&session, &choices));
    let asides = asides(&ENGLISH, &session, &choices, &timeline, true);
    let mut ensemble = Ensemble::default();
    if voice {
        ensemble.mix = Mix {
            voice_volume: Volume::FULL,
            ..Mix::default()
        };
        let clip = Clip::mono(8000, [900, -900].repeat(2000));
        let lines = asides
            .all()
            .map(|spoken| (spoken.text.clone(), clip.clone()));
        ensemble.lines = lines.collect();
    }
    let mixdown = Mixdown::new(Score::new(timeline, &ensemble, 8000), &asides, &ensemble);
    let title = title.map(Clean::from_shown);
    tags(&ENGLISH, &session, &choices, &mixdown, title.as_ref())
}

#[test]
fn the_file_is_called_by_the_neutral_title_or_as_somebody_wishes() {
    let tags = tagged(false, None);
    assert_eq!(
        (&*tags.title, tags.artist.as_deref()),
        ("Rest", Some("Jane Doe, PT"))
    );
    assert!(tags.comment.contains("diagnoses nothing"));
    assert_eq!(&*tagged(false, Some("Mine")).title, "Mine");
}

#[test]
fn every_step_is_a_chapter_and_so_is_what_is_said_around_them() {
    let titles = |tags: &Tags| {
        let titles = tags
            .chapters
            .iter()
            .map(|chapter| chapter.title.to_string());
        titles.collect::<Vec<_>>()
    };
    let (silent, spoken) = (tagged(false, None), tagged(true, None));
    assert_eq!(
        titles(&silent),
        ["Arriving", "Breathing", "Side-lying", "Rest"]
    );
    assert_eq!(
        titles(&spoken),
        [
            "Settling in",
            "Arriving",
            "Breathing",
            "Side-lying",
            "Rest",
            "Afterwards"
        ]
    );
    for tags in [silent, spoken] {
        assert_eq!(tags.chapters[0].onset, 0);
        assert!(
            tags.chapters
                .is_sorted_by(|one, next| one.onset < next.onset)
        );
    }
}
