//! The page as a whole, at every width, and what it must not show.

use super::bar::Bar;
use super::*;
use crate::language::Language;
use crate::session::sample::{clean, everything, session, step};
use crate::session::{Breathe, Cues, Extent, Part, Scan, StepKind};
use crate::text::columns;
use crate::time::Ms;
use crate::timeline::{compile, lengths};
use crate::words::ENGLISH;

fn built_in(id: &str) -> Session {
    let script = crate::library::built_in(Language::English)
        .iter()
        .find(|script| script.id == id);
    let checked = crate::script::check(script.unwrap().text, id);
    checked.session.unwrap()
}

fn page_of(session: &Session, choices: &Choices, look: Look, picture: bool) -> String {
    let timeline = compile(session, choices);
    let outline = Outline {
        words: &ENGLISH,
        session,
        choices,
        timeline: &timeline,
        range: lengths(session, choices),
        notes: None,
    };
    draw(&outline, look, picture)
}

fn look(width: usize, unicode: bool) -> Look {
    Look {
        colour: false,
        unicode,
        width,
    }
}

fn rest(seconds: u64) -> Step {
    step(StepKind::Rest {
        length: Ms::seconds(seconds),
    })
}

fn breathe(from: (u64, u64), to: Option<(u64, u64)>, breaths: u32) -> Step {
    let pattern = |(inhale, exhale)| Pattern::new(Ms::seconds(inhale), Ms::seconds(exhale));
    step(StepKind::Breathe(Breathe {
        pattern: pattern(from),
        ramp_to: to.map(pattern),
        extent: Extent::Times(breaths),
        cues: Cues::default(),
    }))
}

#[test]
fn a_session_is_drawn_for_every_window() {
    let session = built_in("legs-resting");
    for width in [40, 80, 120] {
        for unicode in [true, false] {
            let page = page_of(&session, &Choices::default(), look(width, unicode), true);
            let charset = if unicode { "unicode" } else { "ascii" };
            insta::assert_snapshot!(format!("legs-resting-{width}-{charset}"), page);
        }
    }
}

#[test]
fn without_a_picture_it_is_sentences() {
    let session = built_in("first-soft-breaths");
    let page = page_of(&session, &Choices::default(), look(80, true), false);
    insta::assert_snapshot!("first-soft-breaths-plain", page);
}

#[test]
fn no_row_is_wider_than_the_window_whatever_the_session() {
    let many = session((0..500).map(|n| rest(1 + n % 7)).collect());
    let mixed = session(vec![
        rest(1),
        breathe((4, 4), Some((5, 15)), 400),
        breathe((1, 1), None, 1),
        rest(3600),
    ]);
    let mut named = mixed.clone();
    named.title = Clean::from_shown(&"息を吸って … ".repeat(9));
    named.steps[0].title = Some(Clean::from_shown(&"…".repeat(78)));
    named.by = Some(Clean::from_shown(&"unhurriedly".repeat(30)));
    for session in [many, mixed, named, built_in("landing-in-the-room")] {
        for width in (40..=200).step_by(8) {
            for unicode in [true, false] {
                for picture in [true, false] {
                    let look = look(width, unicode);
                    let page = page_of(&session, &Choices::default(), look, picture);
                    for line in page.lines() {
                        assert!(columns(line) <= width, "{width}: {line:?}");
                        assert!(Clean::check(line).is_ok(), "{line:?}");
                        assert!(unicode || line.is_ascii(), "{line:?}");
                        assert_eq!(line, line.trim_end());
                    }
                }
            }
        }
    }
}

#[test]
fn the_bar_gives_each_step_its_share_and_keeps_neighbours_apart() {
    let session = session(vec![rest(60), rest(30), breathe((4, 6), None, 3)]);
    let timeline = compile(&session, &Choices::default());
    let steps = steps::of(&ENGLISH, &timeline);
    let drawn = |columns| -> String {
        let bar = Bar::new(&steps, timeline.length(), columns);
        let sign = |part: Option<&steps::Part<'_>>| {
            part.map_or(" ", |part| part.manner.fill.sign(look(80, false)))
        };
        bar.parts().map(sign).collect()
    };
    assert_eq!(drawn(24), "........... ..... ######");
    assert_eq!(drawn(8), "... ..##");
    assert_eq!(drawn(2), ".#");
}

#[test]
fn spans_that_continue_are_parts_of_one_step() {
    let part = |name: &str| Part {
        name: clean(name),
        asked_for: false,
    };
    let scan = StepKind::Scan(Scan {
        parts: vec![part("feet"), part("hands")],
        each: Ms::seconds(45),
    });
    let session = session(vec![Step::new(scan), breathe((4, 6), None, 3)]);
    let timeline = compile(&session, &Choices::default());
    let steps = steps::of(&ENGLISH, &timeline);
    let parts: Vec<_> = steps.iter().map(|step| step.parts.len()).collect();
    assert_eq!(parts, [2, 1]);
    let bar = Bar::new(&steps, timeline.length(), 24);
    assert_eq!(bar.starts().collect::<Vec<_>>(), [(0, 1), (18, 2)]);
}

#[test]
fn every_kind_of_step_is_drawn_and_told() {
    let asked = Choices {
        holds: true,
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    };
    let session = everything();
    for width in [40, 80] {
        let page = page_of(&session, &asked, look(width, true), true);
        insta::assert_snapshot!(format!("everything-{width}"), page);
    }
    insta::assert_snapshot!(
        "everything-told",
        page_of(&session, &asked, look(80, true), false)
    );
}

#[test]
fn a_ramp_is_seen_in_the_curve_and_told_in_words() {
    let session = session(vec![breathe((4, 4), Some((4, 8)), 30)]);
    let page = page_of(&session, &Choices::default(), look(60, true), true);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "from in 4, out 4 to in 4, out 8; 7.5 to 5 a minute";
    assert!(words.contains(told), "{page}");
    let curve = |number: &str| {
        let row = page
            .lines()
            .find(|line| line.trim_start().starts_with(number));
        row.unwrap()
            .chars()
            .filter(|sign| ('▁'..='█').contains(sign))
            .count()
    };
    assert!(curve("7.5 ") < curve("5 "), "{page}");
    let own_pace = Choices {
        own_pace: true,
        ..Choices::default()
    };
    let page = page_of(&session, &own_pace, look(60, true), true);
    assert!(
        page.contains("at your own pace") && !page.contains("a minute"),
        "{page}"
    );
}

#[test]
fn notes_are_shown_only_where_they_were_asked_for() {
    let session = session(vec![rest(60), rest(30)]);
    let choices = Choices::default();
    let timeline = compile(&session, &choices);
    let note = Clean::from_shown("Ask about the hip first.");
    let mut outline = Outline {
        words: &ENGLISH,
        session: &session,
        choices: &choices,
        timeline: &timeline,
        range: lengths(&session, &choices),
        notes: None,
    };
    let page = draw(&outline, look(80, true), true);
    assert!(!page.contains("therapist"), "{page}");
    let notes = [None, Some(&note)];
    outline.notes = Some(&notes);
    let page = draw(&outline, look(80, true), true);
    assert!(
        page.contains("For the therapist: Ask about the hip first."),
        "{page}"
    );
    outline.notes = Some(&[None, None]);
    let page = draw(&outline, look(80, true), true);
    assert!(page.contains("no notes for the therapist"), "{page}");
}

#[test]
fn holds_that_are_left_out_are_mentioned() {
    let mut held = breathe((4, 6), None, 3);
    if let StepKind::Breathe(breathe) = &mut held.kind {
        breathe.pattern.hold = Ms::seconds(4);
    }
    let session = session(vec![held]);
    let page = page_of(&session, &Choices::default(), look(80, true), true);
    assert!(page.contains("--holds") && !page.contains("stay"), "{page}");
    let with = Choices {
        holds: true,
        ..Choices::default()
    };
    let page = page_of(&session, &with, look(80, true), true);
    assert!(
        !page.contains("--holds") && page.contains("stay 4"),
        "{page}"
    );
}

#[test]
fn a_chosen_position_is_marked_in_place_of_the_suggested_one() {
    let session = built_in("legs-resting");
    let choices = Choices {
        position: Some(Clean::from_shown("side-lying")),
        ..Choices::default()
    };
    let page = page_of(&session, &choices, look(80, true), true);
    assert!(
        page.contains("Side-lying (chosen)") && !page.contains("(suggested)"),
        "{page}"
    );
}
