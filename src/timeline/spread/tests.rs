//! Which parts a session is played in, for which choices.

use super::*;
use crate::session::Gate;
use crate::session::sample::{
    breaths, clean, everything, position, rest, scan, session, squeezes, step, stretch,
};
use crate::timeline::{Timeline, compile};

/// A part in a few words: when it begins, the step it comes from, what it does, how long it lasts.
fn outline(timeline: &Timeline) -> Vec<String> {
    let parts = timeline.steps().iter();
    let parts = parts.map(|part| {
        let does = match &part.kind {
            SpanKind::Rest => "rest".to_owned(),
            SpanKind::Ground { sense } => format!("ground {sense}"),
            SpanKind::Breathe { breaths, .. } => format!("breathe {breaths}"),
            SpanKind::Part { name } => format!("part {name}"),
            SpanKind::Stretch { text, side } => {
                format!("stretch {text} ({})", side.as_deref().unwrap_or("-"))
            }
            SpanKind::Swap { side } => format!("swap to {side}"),
            SpanKind::Contract(contract) => format!("squeeze {}", contract.times),
            SpanKind::Wait => "wait".to_owned(),
            SpanKind::External { .. } => "external".to_owned(),
            SpanKind::Move { position } => format!("move to {}", position.id),
        };
        let (at, length) = (part.onset, part.length.as_seconds_f64());
        let mark = if part.continues { "…" } else { "" };
        let title = part.title.as_deref().unwrap_or("-");
        format!("{at} {mark}{} {does} {length}s [{title}]", part.source)
    });
    parts.collect()
}

fn lines(timeline: &Timeline) -> Vec<String> {
    let lines = timeline.lines().iter();
    lines
        .map(|line| {
            let stays = (line.until - line.onset).as_seconds_f64();
            format!("{} {} ({stays}s)", line.onset, line.text)
        })
        .collect()
}

fn everything_asked_for() -> Choices {
    Choices {
        squeezes: true,
        asked_parts: true,
        ..Choices::default()
    }
}

#[test]
fn every_kind_of_step_becomes_its_parts() {
    let timeline = compile(&everything(), &everything_asked_for());
    insta::assert_snapshot!(outline(&timeline).join("\n"));
    insta::assert_snapshot!(lines(&timeline).join("\n"));
    let stops: Vec<String> = timeline.stops().iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(stops.join(" "));
}

#[test]
fn what_is_opt_in_and_what_is_left_out_is_not_there() {
    let session = everything();
    let kinds = |choices: &Choices| outline(&compile(&session, choices)).join("\n");
    let calm = kinds(&Choices::default());
    assert!(!calm.contains("squeeze") && !calm.contains("pelvis"));
    assert!(calm.contains("ground"));
    let short = kinds(&Choices {
        without_optional: true,
        ..everything_asked_for()
    });
    assert!(short.contains("squeeze 3") && short.contains("pelvis"));
    assert!(!short.contains("ground"));
}

#[test]
fn a_gate_or_a_session_that_allows_them_asks_for_no_squeeze() {
    for gate in [Gate::None, Gate::Note, Gate::Therapist] {
        let mut session = session(vec![step(squeezes(5, 3, 9)), step(rest(10))]);
        session.gate = gate;
        let calm = Choices {
            holds: true,
            asked_parts: true,
            ..Choices::default()
        };
        assert_eq!(compile(&session, &calm).length(), Ms::seconds(10));
    }
}

#[test]
fn the_last_remaining_step_is_never_left_out() {
    let optional = |kind| Step {
        optional: true,
        ..step(kind)
    };
    let without = Choices {
        without_optional: true,
        ..Choices::default()
    };
    let all_optional = session(vec![optional(rest(20)), optional(rest(30))]);
    let played = outline(&compile(&all_optional, &without));
    assert_eq!(played, ["0:00 0 rest 20s [-]", "0:20 1 rest 30s [-]"]);

    // Where nothing but what is opt-in would be left, it stays opt-in.
    let nothing_left = [
        vec![step(squeezes(5, 3, 9))],
        vec![step(scan(&["?pelvic floor"], 30))],
        vec![
            optional(squeezes(5, 3, 9)),
            step(scan(&["?pelvic floor"], 30)),
        ],
        vec![repeat(
            3,
            true,
            vec![step(rest(9)), step(squeezes(5, 3, 9))],
        )],
    ];
    for (number, steps) in nothing_left.into_iter().enumerate() {
        let timeline = compile(&session(steps), &without);
        let parts = if number == 3 {
            vec![
                "0:00 0 rest 9s [-]",
                "0:09 …0 rest 9s [-]",
                "0:18 …0 rest 9s [-]",
            ]
        } else {
            vec!["0:00 0 rest 60s [-]"]
        };
        assert_eq!(outline(&timeline), parts);
    }
}

fn repeat(rounds: u32, skip_last: bool, steps: Vec<Step>) -> Step {
    step(StepKind::Repeat(Repeat {
        rounds,
        steps,
        skip_last,
    }))
}

#[test]
fn the_last_round_may_end_before_its_last_step() {
    let table = [
        (2, false, vec!["rest 5s", "rest 7s", "rest 5s", "rest 7s"]),
        (2, true, vec!["rest 5s", "rest 7s", "rest 5s"]),
        (1, true, vec!["rest 5s"]),
    ];
    for (rounds, skip_last, expected) in table {
        let round = vec![step(rest(5)), step(rest(7))];
        let timeline = compile(
            &session(vec![repeat(rounds, skip_last, round)]),
            &Choices::default(),
        );
        let played = outline(&timeline).join("\n");
        assert_eq!(timeline.steps().len(), expected.len(), "{played}");
        for (line, expected) in played.lines().zip(expected) {
            assert!(line.contains(expected), "{played}");
        }
    }
}

#[test]
fn lines_are_said_in_turn_by_round_by_part_and_by_side() {
    let say = |lines: &[&str], kind| Step {
        say: lines.iter().map(|line| clean(line)).collect(),
        ..step(kind)
    };
    let two = ["one {n}", "two {n}"];
    let table = [
        (
            repeat(3, false, vec![say(&two, rest(9))]),
            vec!["one 1", "two 2", "one 3"],
        ),
        // The turn of a part is its place as written, whichever parts are left out.
        (
            say(&["one", "two", "three"], scan(&["a", "?b", "c"], 9)),
            vec!["one", "three"],
        ),
        (say(&["{part}"], scan(&["a", "b"], 9)), vec!["A", "B"]),
        (
            say(
                &["{side} one", "{side} two"],
                stretch("x", 9, &["l", "r"], 9),
            ),
            vec!["L one", "R two"],
        ),
        (say(&["one", "two"], stretch("x", 9, &[], 9)), vec!["one"]),
        // A step with sides in a repeat goes on where the round before it left off.
        (
            repeat(
                2,
                false,
                vec![say(&["1", "2", "3"], stretch("x", 9, &["l", "r"], 9))],
            ),
            vec!["1", "2", "3", "1"],
        ),
    ];
    for (step, expected) in table {
        let timeline = compile(&session(vec![step]), &Choices::default());
        let said: Vec<&str> = timeline.lines().iter().map(|line| &*line.text).collect();
        assert_eq!(said, expected);
    }
}

#[test]
fn a_change_of_position_comes_before_a_step_that_is_done_elsewhere() {
    let all = ["lying", "side", "seated"].map(|id| position(id, id, &["One.", "Two."]));
    let [lying, side, seated] = &all;
    let in_positions = |positions: &[&Position]| Step {
        positions: positions.iter().map(|&p| p.clone()).collect(),
        ..step(rest(9))
    };
    let mut session = session(vec![
        step(rest(9)),
        in_positions(&[lying, side]),
        in_positions(&[seated, lying]),
        in_positions(&[lying]),
        step(rest(9)),
        in_positions(&[lying]),
    ]);
    session.positions = vec![lying.clone(), side.clone()];
    let moves = |chosen: Option<&str>| -> Vec<String> {
        let choices = Choices {
            position: chosen.map(clean),
            ..Choices::default()
        };
        let timeline = compile(&session, &choices);
        let mut moves = Vec::new();
        for (move_, after) in timeline.steps().iter().zip(&timeline.steps()[1..]) {
            if let SpanKind::Move { position } = &move_.kind {
                assert_eq!(move_.source, after.source);
                assert!(!move_.continues && !after.continues);
                moves.push(format!("{} {}", position.id, move_.source));
            }
        }
        moves
    };
    // In the suggested position the third step can be done as one is.
    assert_eq!(moves(None), [""; 0]);
    assert_eq!(moves(Some("side")), ["seated 2", "lying 3"]);
    assert_eq!(moves(Some("elsewhere")), [""; 0]);
}

#[test]
fn a_step_that_is_left_out_leads_nobody_to_another_position() {
    let seated = position("seated", "Seated", &[]);
    let mut away = step(scan(&["?pelvic floor"], 30));
    away.positions = vec![seated.clone()];
    let mut optional = step(rest(9));
    (optional.positions, optional.optional) = (vec![seated], true);
    let session = session(vec![away, optional, step(rest(9))]);
    let without = Choices {
        without_optional: true,
        ..Choices::default()
    };
    assert_eq!(
        outline(&compile(&session, &without)),
        ["0:00 2 rest 9s [-]"]
    );
    let played = outline(&compile(&session, &Choices::default()));
    assert_eq!(
        played,
        [
            "0:00 1 move to seated 10s [-]",
            "0:10 1 rest 9s [-]",
            "0:19 2 rest 9s [-]"
        ]
    );
}

#[test]
fn a_part_is_called_by_its_name_unless_the_author_says_how() {
    let titled = |title: &str| Step {
        title: Some(clean(title)),
        ..step(scan(&["feet"], 9))
    };
    for (title, expected) in [
        ("Scan", "feet"),
        ("Visiting the {part}", "Visiting the feet"),
    ] {
        let timeline = compile(&session(vec![titled(title)]), &Choices::default());
        assert_eq!(timeline.steps()[0].title.as_deref(), Some(expected));
    }
}

#[test]
fn cues_in_a_repeat_know_their_round() {
    let mut paced = breaths(1, [4, 0, 6]);
    paced.cues.exhale = vec![Some(clean("round {n}"))];
    let rounds = repeat(2, false, vec![step(StepKind::Breathe(paced))]);
    let timeline = compile(&session(vec![rounds]), &Choices::default());
    assert_eq!(lines(&timeline), ["0:04 round 1 (6s)", "0:14 round 2 (6s)"]);
}
