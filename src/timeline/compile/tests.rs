//! What must be true of every timeline.

use super::*;
use crate::session::sample::{session, step};
use crate::session::{Cues, Extent, Pattern, Step, StepKind, TimedLine};
use crate::timeline::{Event, Pace, ease, lengths};

fn clean(text: &str) -> Clean {
    Clean::check(text).unwrap()
}

fn rest(seconds: u64) -> Step {
    step(StepKind::Rest {
        length: Ms::seconds(seconds),
    })
}

fn breathe(inhale: u64, exhale: u64, extent: Extent) -> Breathe {
    Breathe {
        pattern: Pattern::new(Ms::seconds(inhale), Ms::seconds(exhale)),
        ramp_to: None,
        extent,
        cues: Cues::default(),
    }
}

/// 30 s of rest, four breaths of 4/4, eighteen of 4/6, 30 s of rest: 4:32 in all.
fn typical() -> Session {
    session(vec![
        rest(30),
        step(StepKind::Breathe(breathe(4, 4, Extent::Times(4)))),
        step(StepKind::Breathe(breathe(4, 6, Extent::Times(18)))),
        rest(30),
    ])
}

fn as_written(session: &Session) -> Timeline {
    compile(session, &Choices::default())
}

fn assert_sound(timeline: &Timeline) {
    let mut end = Ms::ZERO;
    for segment in timeline.segments() {
        assert_eq!(
            segment.onset, end,
            "segments follow each other without a gap"
        );
        assert!(segment.length > Ms::ZERO);
        end += segment.length;
    }
    assert_eq!(end, timeline.length());
    assert!(
        timeline
            .lines()
            .windows(2)
            .all(|pair| pair[0].onset <= pair[1].onset)
    );
}

#[test]
fn the_stated_times_add_up() {
    let timeline = as_written(&typical());
    assert_sound(&timeline);
    assert_eq!(timeline.length().to_string(), "4:32");
    let onsets: Vec<_> = timeline.steps().iter().map(|step| step.onset).collect();
    assert_eq!(onsets, [0, 30, 62, 242].map(Ms::seconds));
}

#[test]
fn a_breath_fills_and_empties_without_a_jump() {
    let timeline = as_written(&typical());
    let levels: Vec<f64> = (30_000..62_000)
        .step_by(20)
        .map(|at| timeline.moment(Ms(at)).level)
        .collect();
    let biggest = levels
        .windows(2)
        .map(|p| (p[1] - p[0]).abs())
        .fold(0.0, f64::max);
    assert!(biggest < 0.01, "{biggest}");
    assert!((timeline.moment(Ms(32_000)).level - ease(0.5)).abs() < 1e-9);
    assert!((timeline.moment(Ms(34_000)).level - 1.0).abs() < 1e-9);
}

#[test]
fn fitting_to_minutes_keeps_the_speed_of_every_breath() {
    let session = typical();
    let range = lengths(&session, &Choices::default());
    for minutes in range.minutes() {
        let choices = Choices {
            minutes: Some(minutes),
            ..Choices::default()
        };
        let timeline = compile(&session, &choices);
        assert_sound(&timeline);
        let off = timeline
            .length()
            .0
            .abs_diff(Ms::minutes(u64::from(minutes)).0);
        assert!(off <= 5000, "{minutes} min is off by {off} ms");
        for segment in timeline.segments() {
            if let Activity::Breath {
                phase: Phase::In, ..
            } = segment.activity
            {
                assert_eq!(segment.length, Ms::seconds(4));
            }
        }
    }
}

#[test]
fn a_length_out_of_reach_is_brought_into_reach() {
    let session = typical();
    let range = lengths(&session, &Choices::default());
    for minutes in [0, 1, 500] {
        let choices = Choices {
            minutes: Some(minutes),
            ..Choices::default()
        };
        let length = compile(&session, &choices).length();
        assert!(length + Ms::seconds(5) >= range.shortest, "{length}");
        assert!(length <= range.longest + Ms::seconds(5), "{length}");
    }
}

#[test]
fn fixed_steps_keep_their_length() {
    let mut session = typical();
    session.steps[0].fixed = true;
    let choices = Choices {
        minutes: Some(9),
        ..Choices::default()
    };
    assert_eq!(
        compile(&session, &choices).steps()[0].length,
        Ms::seconds(30)
    );
}

#[test]
fn a_time_to_breathe_for_becomes_whole_breaths() {
    let paced = breathe(4, 6, Extent::For(Ms::seconds(64)));
    let timeline = as_written(&session(vec![step(StepKind::Breathe(paced))]));
    assert_eq!(timeline.length(), Ms::seconds(60));
}

#[test]
fn a_ramp_begins_and_ends_as_written() {
    let ramp = Breathe {
        ramp_to: Some(Pattern::new(Ms::seconds(4), Ms::seconds(6))),
        ..breathe(3, 4, Extent::Times(5))
    };
    let timeline = as_written(&session(vec![step(StepKind::Breathe(ramp))]));
    let lengths: Vec<u64> = timeline.segments().iter().map(|s| s.length.0).collect();
    assert_eq!(
        lengths,
        [3000, 4000, 3250, 4500, 3500, 5000, 3750, 5500, 4000, 6000]
    );
}

#[test]
fn own_pace_keeps_the_length_and_paces_nothing() {
    let session = typical();
    let choices = Choices {
        own_pace: true,
        ..Choices::default()
    };
    let timeline = compile(&session, &choices);
    assert_sound(&timeline);
    assert_eq!(timeline.length(), as_written(&session).length());
    assert!(
        timeline
            .segments()
            .iter()
            .all(|s| !matches!(s.activity, Activity::Breath { .. }))
    );
}

#[test]
fn holds_are_left_out_until_a_person_asks_for_them() {
    let boxed = Breathe {
        pattern: Pattern {
            hold: Ms::seconds(4),
            ..Pattern::new(Ms::seconds(4), Ms::seconds(4))
        },
        ..breathe(4, 4, Extent::Times(2))
    };
    let session = session(vec![step(StepKind::Breathe(boxed))]);
    assert_eq!(as_written(&session).length(), Ms::seconds(16));
    let asked = Choices {
        holds: true,
        ..Choices::default()
    };
    assert_eq!(compile(&session, &asked).length(), Ms::seconds(24));
}

#[test]
fn a_step_that_opens_with_a_line_leaves_the_first_breath_to_it() {
    let mut paced = breathe(4, 6, Extent::Times(3));
    paced.cues.inhale = vec![Some(clean("room")), None];
    paced.cues.exhale = vec![Some(clean("ease"))];
    let mut step = step(StepKind::Breathe(paced));
    step.say = vec![clean("Easy.")];
    step.timed = vec![TimedLine {
        at: Offset::End(Ms::seconds(1)),
        line: clean("Soon done."),
    }];
    let timeline = as_written(&session(vec![step]));
    let lines: Vec<_> = timeline
        .lines()
        .iter()
        .map(|l| (l.onset.0 / 1000, &*l.text))
        .collect();
    let expected = [
        (0, "Easy."),
        (10, "room"),
        (14, "ease"),
        (24, "ease"),
        (29, "Soon done."),
    ];
    assert_eq!(lines, expected);
    assert_eq!(
        timeline.lines()[3].until,
        Ms::seconds(29),
        "a line gives way to the next"
    );
}

#[test]
fn a_change_of_pace_keeps_the_breath_and_the_picture() {
    let session = typical();
    let before = as_written(&session);
    let slower = Choices {
        pace: Pace::default().longer(),
        ..Choices::default()
    };
    let after = compile(&session, &slower);
    for at in (30_000..242_000).step_by(777).map(Ms) {
        let there = before.carry(at, &after);
        let (old, new) = (before.moment(at), after.moment(there));
        assert_eq!(old.activity, new.activity, "at {at}");
        assert!((old.level - new.level).abs() < 0.01, "at {at}");
    }
}

#[test]
fn coming_back_from_own_pace_starts_a_fresh_breath() {
    let session = typical();
    let paced = as_written(&session);
    let own = compile(
        &session,
        &Choices {
            own_pace: true,
            ..Choices::default()
        },
    );
    for at in (30_000..242_000).step_by(777).map(Ms) {
        let there = own.carry(at, &paced);
        assert_eq!(paced.breath_start(there), there);
        assert!(there <= at && at - there < Ms::seconds(10));
    }
}

#[test]
fn what_is_crossed_piece_by_piece_is_what_is_crossed_at_once() {
    let timeline = as_written(&typical());
    let whole: Vec<Event<'_>> = timeline.crossed(Ms::ZERO..timeline.length() + Ms(1));
    let mut pieces = Vec::new();
    let mut from = Ms::ZERO;
    while from <= timeline.length() {
        let to = from + Ms(1 + from.0 % 913);
        pieces.extend(timeline.crossed(from..to));
        from = to;
    }
    assert_eq!(whole, pieces);
    assert_eq!(whole.last(), Some(&Event::End(timeline.length())));
}

#[test]
fn skipping_goes_to_the_next_step_and_back_to_the_start_of_this_one() {
    let timeline = as_written(&typical());
    assert_eq!(timeline.next_step(Ms::seconds(31)), Ms::seconds(62));
    assert_eq!(timeline.next_step(Ms::seconds(250)), timeline.length());
    assert_eq!(timeline.previous_step(Ms::seconds(70)), Ms::seconds(62));
    assert_eq!(timeline.previous_step(Ms::seconds(63)), Ms::seconds(30));
    assert_eq!(timeline.previous_step(Ms::seconds(1)), Ms::ZERO);
}

#[test]
fn a_line_timed_from_the_start_keeps_its_share_of_a_fitted_step() {
    let mut session = typical();
    let timed = |at, text| TimedLine {
        at,
        line: clean(text),
    };
    session.steps[2].timed = vec![
        timed(Offset::Start(Ms::seconds(90)), "Half way."),
        timed(Offset::End(Ms::seconds(10)), "One more."),
    ];
    let table = [
        (None, Pace::default()),
        (Some(3), Pace::default()),
        (Some(8), Pace::default()),
        (None, Pace::default().shorter()),
    ];
    for (minutes, pace) in table {
        let choices = Choices {
            minutes,
            pace,
            ..Choices::default()
        };
        let timeline = compile(&session, &choices);
        let (step, lines) = (&timeline.steps()[2], timeline.lines());
        let onsets = [0, 1].map(|line: usize| lines[line].onset - step.onset);
        let expected = [Ms(step.length.0 / 2), step.length - Ms::seconds(10)];
        assert_eq!(onsets, expected, "{minutes:?}");
    }
}

#[test]
fn a_line_without_room_in_a_shortened_step_is_left_out() {
    let mut long = rest(60);
    long.say = vec![clean("Arrive.")];
    long.timed = vec![
        TimedLine {
            at: Offset::End(Ms::seconds(40)),
            line: clean("Forty seconds."),
        },
        TimedLine {
            at: Offset::Start(Ms::seconds(60)),
            line: clean("Too late."),
        },
        TimedLine {
            at: Offset::End(Ms::seconds(5)),
            line: clean("Nearly."),
        },
    ];
    let session = session(vec![long, rest(60)]);
    let said = |minutes| {
        let timeline = compile(
            &session,
            &Choices {
                minutes,
                ..Choices::default()
            },
        );
        let lines = timeline.lines().iter();
        lines
            .map(|line| (line.onset.0 / 1000, line.text.to_string()))
            .collect::<Vec<_>>()
    };
    let expected = |lines: &[(u64, &str)]| {
        lines
            .iter()
            .map(|(at, text)| (*at, (*text).to_owned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said(None),
        expected(&[(0, "Arrive."), (20, "Forty seconds."), (55, "Nearly.")])
    );
    assert_eq!(said(Some(1)), expected(&[(0, "Arrive."), (25, "Nearly.")]));
}

#[test]
fn words_about_one_breath_are_gone_when_the_next_begins() {
    let mut paced = breathe(4, 6, Extent::Times(2));
    let long = "as it goes out nothing to lift and nothing at all to hold here";
    paced.cues.exhale = vec![Some(clean(long)), None];
    let timeline = as_written(&session(vec![step(StepKind::Breathe(paced))]));
    assert!(timeline.moment(Ms::seconds(9)).line.is_some());
    assert_eq!(timeline.moment(Ms::seconds(10)).line, None);
}
