//! What must hold for the timeline of any session, whatever anybody chooses: tried on sessions
//! that nobody would write.

use super::{Choices, SpanKind, StepSpan, Timeline, compile, lengths};
use crate::script::limits::SPANS;
use crate::session::sample::everything;
use crate::session::sample::random::Random;
use crate::session::{Session, StepKind};
use crate::time::Ms;

/// So many sessions, with choices for each.
fn sessions(count: u64) -> impl Iterator<Item = (u64, Session, Choices)> {
    (0..count).map(|seed| {
        let mut random = Random::new(seed);
        let session = random.session();
        let choices = random.choices(&session);
        (seed, session, choices)
    })
}

#[test]
fn parts_and_segments_follow_each_other_without_a_gap() {
    for (seed, session, choices) in sessions(2000) {
        let timeline = compile(&session, &choices);
        let parts = timeline.steps();
        assert!((1..=SPANS).contains(&parts.len()), "session {seed}");
        let mut end = Ms::ZERO;
        for part in parts {
            assert_eq!(part.onset, end, "session {seed}");
            assert!(part.length > Ms::ZERO, "session {seed}");
            end = part.end();
        }
        assert_eq!(end, timeline.length(), "session {seed}");
        let mut end = Ms::ZERO;
        for segment in timeline.segments() {
            let part = &parts[segment.step];
            assert_eq!(segment.onset, end, "session {seed}");
            assert!(segment.length > Ms::ZERO, "session {seed}");
            assert!(part.onset <= end && end < part.end(), "session {seed}");
            end += segment.length;
        }
        assert_eq!(end, timeline.length(), "session {seed}");
    }
}

#[test]
fn lines_keep_to_their_part_and_give_way_to_each_other() {
    for (seed, session, choices) in sessions(2000) {
        let timeline = compile(&session, &choices);
        for line in timeline.lines() {
            let part = &timeline.steps()[line.step];
            assert!(part.onset <= line.onset, "session {seed}");
            assert!(line.onset < part.end(), "session {seed}");
            assert!(line.until <= part.end(), "session {seed}");
        }
        for pair in timeline.lines().windows(2) {
            assert!(pair[0].onset <= pair[1].onset, "session {seed}");
            assert!(pair[0].until <= pair[1].onset, "session {seed}");
        }
    }
}

#[test]
fn steps_keep_their_order_and_each_begins_once() {
    for (seed, session, choices) in sessions(2000) {
        let timeline = compile(&session, &choices);
        let mut begun = None;
        for (index, part) in timeline.steps().iter().enumerate() {
            let moves = matches!(part.kind, SpanKind::Move { .. });
            assert_eq!(part.continues, begun == Some(part.source), "session {seed}");
            assert!(begun.is_none_or(|before| before <= part.source));
            if moves {
                assert!(!part.continues, "session {seed}");
                assert_eq!(timeline.steps()[index + 1].source, part.source);
            } else {
                begun = Some(part.source);
            }
        }
    }
}

#[test]
fn stops_are_where_parts_that_wait_end() {
    for (seed, session, choices) in sessions(2000) {
        let timeline = compile(&session, &choices);
        let waiting = timeline.steps().iter().filter(|part| part.kind.waits());
        let ends: Vec<Ms> = waiting.map(StepSpan::end).collect();
        assert_eq!(timeline.stops(), ends, "session {seed}");
        for stop in ends {
            assert_eq!(timeline.stop_after(stop - Ms(1)), Some(stop));
            assert!(timeline.stop_after(stop).is_none_or(|next| next > stop));
        }
    }
}

#[test]
fn what_is_opt_in_is_never_played_unasked() {
    for (seed, session, choices) in sessions(2000) {
        let timeline = compile(&session, &choices);
        let squeezes = |timeline: &Timeline| {
            let kinds = timeline.steps().iter().map(|part| &part.kind);
            kinds
                .filter(|kind| matches!(kind, SpanKind::Contract(_)))
                .count()
        };
        assert!(
            choices.squeezes || squeezes(&timeline) == 0,
            "session {seed}"
        );
        let asked =
            |part: &StepSpan| matches!(&part.kind, SpanKind::Part { name } if &**name == "base");
        assert!(choices.asked_parts || !timeline.steps().iter().any(asked));
    }
}

/// The longest breath that fitting can add or take.
fn longest_breath(timeline: &Timeline) -> Ms {
    let breaths = timeline.steps().iter().filter_map(|part| match part.kind {
        SpanKind::Breathe { from, to, .. } => Some(from.length().max(to.length())),
        _ => None,
    });
    breaths.max().unwrap_or_default()
}

#[test]
fn the_lengths_that_are_told_are_the_lengths_that_are_played() {
    for (seed, session, choices) in sessions(3000) {
        let as_written = Choices {
            minutes: None,
            ..choices.clone()
        };
        let range = lengths(&session, &choices);
        assert_eq!(
            range.written,
            compile(&session, &as_written).length(),
            "session {seed}"
        );
        assert!(range.shortest <= range.written && range.written <= range.longest);
        if let Some(minutes) = choices.minutes {
            let timeline = compile(&session, &choices);
            let target = Ms::minutes(u64::from(minutes)).clamp(range.shortest, range.longest);
            let off = timeline.length().0.abs_diff(target.0);
            let near = longest_breath(&timeline) + Ms(timeline.steps().len() as u64);
            assert!(off <= near.0, "session {seed} is off by {off} ms");
        }
    }
}

#[test]
fn what_keeps_its_length_keeps_it_at_any_length_of_the_session() {
    for (seed, session, choices) in sessions(1000) {
        let as_written = Choices {
            minutes: None,
            ..choices.clone()
        };
        let (written, fitted) = (compile(&session, &as_written), compile(&session, &choices));
        assert_eq!(written.steps().len(), fitted.steps().len());
        for (written, fitted) in written.steps().iter().zip(fitted.steps()) {
            let step = &session.steps[written.source];
            let keeps = step.fixed
                || written.kind.waits()
                || matches!(step.kind, StepKind::Repeat(_) | StepKind::Contract(_))
                || matches!(written.kind, SpanKind::Swap { .. });
            if keeps {
                assert_eq!(written.length, fitted.length, "session {seed}");
            }
        }
    }
}

#[test]
fn the_parts_of_a_scan_and_the_sides_of_a_stretch_stay_alike() {
    for (seed, session, choices) in sessions(1000) {
        let timeline = compile(&session, &choices);
        let of_step = timeline.steps().chunk_by(|a, b| a.source == b.source);
        for parts in of_step {
            let kind = &session.steps[parts[0].source].kind;
            if matches!(kind, StepKind::Scan(_) | StepKind::Stretch(_)) {
                let alike = |kind: &SpanKind| {
                    matches!(kind, SpanKind::Part { .. } | SpanKind::Stretch { .. })
                };
                let mut lengths = parts.iter().filter(|part| alike(&part.kind));
                let first = lengths.next().map(|part| part.length);
                let same = lengths.all(|part| Some(part.length) == first);
                assert!(same, "session {seed}");
            }
        }
    }
}

/// The most that a level moves within a millisecond of a segment: what an eased movement from one
/// end to the other does at its fastest, and nothing sudden.
fn fastest(timeline: &Timeline, at: Ms) -> f64 {
    let moment = timeline.moment(at);
    let length = moment.course.map_or(moment.length, |course| course.length);
    1.6 / length.0.max(1) as f64 + 0.001
}

#[test]
fn the_picture_never_jumps_in_any_session() {
    let everything = (
        0,
        everything(),
        Choices {
            squeezes: true,
            ..Choices::default()
        },
    );
    for (seed, session, choices) in sessions(300).chain([everything]) {
        let timeline = compile(&session, &choices);
        let step = (timeline.length().0 / 4000).max(1);
        let borders = timeline.segments().iter().map(|segment| segment.onset.0);
        let turns = timeline
            .segments()
            .iter()
            .map(|segment| segment.onset.0 + segment.length.0 * 3 / 5);
        let times = (0..timeline.length().0).step_by(step as usize);
        for at in borders.chain(turns).chain(times).filter(|at| *at > 0) {
            let level = |at: u64| timeline.moment(Ms(at)).level;
            let moved = (level(at) - level(at - 1)).abs();
            let most = fastest(&timeline, Ms(at)).max(fastest(&timeline, Ms(at - 1)));
            assert!((0.0..=1.0).contains(&level(at)), "session {seed} at {at}");
            assert!(moved <= most, "session {seed} at {at}: {moved}");
        }
    }
}

#[test]
fn a_change_of_pace_keeps_the_part_and_what_happens_in_it() {
    for (seed, session, choices) in sessions(400) {
        let before = compile(&session, &choices);
        let other = Choices {
            pace: choices.pace.longer().longer(),
            ..choices.clone()
        };
        let after = compile(&session, &other);
        for at in (0..before.length().0).step_by(6151).map(Ms) {
            let there = before.carry(at, &after);
            let (old, new) = (before.moment(at), after.moment(there));
            assert_eq!(old.step, new.step, "session {seed} at {at}");
            assert!(after.carry(there, &before) <= before.length());
            // A phase that the other breath does not have leads to the start of that breath.
            let same = old.phase() == new.phase() || after.breath_start(there) == there;
            assert!(same, "session {seed} at {at}");
        }
        for (old, new) in before.stops().iter().zip(after.stops()) {
            assert_eq!(before.carry(*old, &after), *new, "session {seed}");
        }
    }
}
