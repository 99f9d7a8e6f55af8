//! Where attention can rest: the breath, or something else for whom the breath is no friendly place.
//!
//! With another anchor than the breath nothing is paced, and the anchor is named now and then where
//! nothing else is said. What is said then is in `words`; here is only when. It must not move or
//! take away a line of the author's, nor change a length.

use clap::ValueEnum;

use super::{Line, SpanKind, StepSpan};
use crate::session::{Session, Step, StepKind};
use crate::time::Ms;

/// Where attention can rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, ValueEnum)]
pub enum Anchor {
    /// The breath, as it is paced
    #[default]
    Breath,
    /// Sounds, near or far
    Sound,
    /// The hands
    Hands,
    /// The feet
    Feet,
    /// Something to look at
    Sight,
}

impl Anchor {
    /// All of them, in the order in which one key goes through them.
    pub const ALL: [Self; 5] = [
        Self::Breath,
        Self::Sound,
        Self::Hands,
        Self::Feet,
        Self::Sight,
    ];

    /// The one after it; after the last the breath again.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// Whether a session has something that another anchor than the breath takes the place of: paced
    /// breathing, or places in the body.
    pub fn is_offered(session: &Session) -> bool {
        let is = |step: &Step| matches!(step.kind, StepKind::Breathe(_) | StepKind::Scan(_));
        session.all_steps().any(is)
    }
}

/// The anchor is named: it is shown and spoken as a line is, in the program's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnchorLine {
    /// When it appears.
    pub onset: Ms,
    /// When it makes room for silence.
    pub until: Ms,
    /// The part it belongs to.
    pub step: usize,
    /// Which anchor.
    pub anchor: Anchor,
    /// Which of its lines: they come in turn, counted from zero.
    pub turn: usize,
}

/// The anchor is named no more often than this. Our own judgement: it is there for whoever has lost
/// it, and nothing to keep up with.
const APART: Ms = Ms::seconds(50);
/// How long a line stays: it can be read late.
const STAYS: Ms = Ms::seconds(12);
/// What stays silent around the author's own lines.
const ROOM: Ms = Ms::seconds(6);

/// When an anchor is named in a session of these parts and lines. Never in the last part, where one
/// comes back.
pub(super) fn lines(anchor: Anchor, parts: &[StepSpan], lines: &[Line]) -> Vec<AnchorLine> {
    let mut named: Vec<AnchorLine> = Vec::new();
    if anchor == Anchor::Breath {
        return named;
    }
    for (step, part) in parts.iter().enumerate().take(parts.len() - 1) {
        if !gives_way(&part.kind) {
            continue;
        }
        for silence in silences(part, lines) {
            let earliest = |last: &AnchorLine| last.onset + APART;
            let mut onset = named.last().map_or(silence.0, earliest).max(silence.0);
            while onset + STAYS <= silence.1 {
                named.push(AnchorLine {
                    onset,
                    until: onset + STAYS,
                    step,
                    anchor,
                    turn: named.len(),
                });
                onset += APART;
            }
        }
    }
    named
}

/// Whether attention may be elsewhere in a part: not where something is asked of the body.
const fn gives_way(kind: &SpanKind) -> bool {
    matches!(
        kind,
        SpanKind::Breathe { .. } | SpanKind::Rest | SpanKind::Part { .. }
    )
}

/// From when until when nothing is said in a part, with room around what is.
fn silences(part: &StepSpan, lines: &[Line]) -> Vec<(Ms, Ms)> {
    let first = lines.partition_point(|line| line.onset < part.onset);
    let mut from = part.onset;
    let mut silences = Vec::new();
    for line in lines[first..]
        .iter()
        .take_while(|line| line.onset < part.end())
    {
        silences.push((from, line.onset - ROOM));
        from = line.until + ROOM;
    }
    silences.push((from, part.end()));
    silences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::sample::random::Random;
    use crate::session::sample::{breaths, clean, everything, rest, scan, session, step};
    use crate::session::{Offset, TimedLine};
    use crate::timeline::{Activity, Choices, Timeline, compile};

    fn anchored(session: &Session, anchor: Anchor) -> Timeline {
        let choices = Choices {
            anchor,
            ..Choices::default()
        };
        compile(session, &choices)
    }

    #[test]
    fn one_key_goes_through_all_anchors_and_back_to_the_breath() {
        let mut seen = vec![Anchor::default()];
        for _ in 0..4 {
            seen.push(seen[seen.len() - 1].next());
        }
        assert_eq!(seen, Anchor::ALL);
        assert_eq!(seen[4].next(), Anchor::Breath);
    }

    #[test]
    fn another_anchor_is_named_rarely_and_in_turn_where_nothing_else_is_said() {
        let mut breathing = step(StepKind::Breathe(breaths(20, [4, 0, 6])));
        breathing.say = vec![clean("An easy pace.")];
        breathing.timed = vec![TimedLine {
            at: Offset::Start(Ms::seconds(70)),
            line: clean("Half way."),
        }];
        let session = session(vec![step(rest(20)), breathing, step(rest(90))]);
        let timeline = anchored(&session, Anchor::Feet);
        let named: Vec<(u64, usize)> = timeline
            .anchor_lines()
            .iter()
            .map(|line| (line.onset.0 / 1000, line.turn))
            .collect();
        // The author speaks at 0:20 and at 1:30. The last part is for coming back.
        assert_eq!(named, [(0, 0), (50, 1), (102, 2), (152, 3), (202, 4)]);
    }

    #[test]
    fn with_another_anchor_nothing_is_paced_and_every_time_stays_as_it_is() {
        let session = everything();
        let paced = anchored(&session, Anchor::Breath);
        assert!(paced.anchor_lines().is_empty());
        for anchor in Anchor::ALL.into_iter().skip(1) {
            let timeline = anchored(&session, anchor);
            assert_eq!(timeline.steps(), paced.steps());
            let is_paced = |activity| matches!(activity, Activity::Breath { .. });
            let segments = timeline.segments().iter();
            assert_eq!(segments.filter(|s| is_paced(s.activity)).count(), 0);
            // What the author wrote about a time stays; what goes with a breath goes with it.
            let written = |line: &&Line| paced.lines().contains(line);
            assert_eq!(
                timeline.lines().iter().filter(written).count(),
                timeline.lines().len()
            );
        }
    }

    #[test]
    fn an_anchor_never_speaks_over_the_author() {
        for seed in 0..2000 {
            let mut random = Random::new(seed);
            let session = random.session();
            let choices = Choices {
                anchor: Anchor::Sound,
                ..random.choices(&session)
            };
            let timeline = compile(&session, &choices);
            for named in timeline.anchor_lines() {
                let part = &timeline.steps()[named.step];
                assert!(part.onset <= named.onset && named.until <= part.end());
                for line in timeline.lines() {
                    let apart = line.until <= named.onset || named.until <= line.onset;
                    assert!(apart, "session {seed}");
                }
            }
            for pair in timeline.anchor_lines().windows(2) {
                assert!(pair[0].onset + APART <= pair[1].onset, "session {seed}");
            }
        }
    }

    #[test]
    fn an_anchor_is_offered_where_there_is_a_breath_or_a_place_to_leave() {
        let table = [
            (StepKind::Breathe(breaths(3, [4, 0, 6])), true),
            (scan(&["feet"], 20), true),
            (rest(20), false),
            (StepKind::Wait, false),
        ];
        for (kind, offered) in table {
            assert_eq!(Anchor::is_offered(&session(vec![step(kind)])), offered);
        }
    }
}
