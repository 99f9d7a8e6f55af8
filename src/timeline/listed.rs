//! The steps of a session as one can look over them and go to one: rounds joined, places of a scan
//! and sides of a stretch one by one, and what was left out told.
//!
//! It says where a step lies, and where somebody lands who goes there. What a step is called is a
//! matter of words, and it moves nobody by itself.

use std::ops::Range;

use super::{Choices, SpanKind, StepSpan, Timeline};
use crate::session::{Session, Step, StepKind};
use crate::text::Clean;
use crate::time::Ms;

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// A step, a place of a scan, a side of a stretch, or a change of position: something one can go to.
    Part(ListedPart),
    /// An optional step that was left out, counted from zero in the session.
    LeftOut {
        /// Which.
        source: usize,
    },
}

/// Some parts of a timeline that are one thing to somebody who looks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPart {
    /// Its parts, by their index in the timeline; never empty.
    pub parts: Range<usize>,
    /// The part it is called after.
    pub named: usize,
    /// When it begins.
    pub onset: Ms,
    /// How long it lasts in all.
    pub length: Ms,
    /// How often it comes: more than once for the rounds of a repeat.
    pub rounds: u32,
    /// Whether it is a wait, an exercise of one's own or a change of position: until a key is
    /// pressed.
    pub waits: bool,
}

impl Listed {
    /// Whether one can go there.
    pub const fn part(&self) -> Option<&ListedPart> {
        match self {
            Self::Part(part) => Some(part),
            Self::LeftOut { .. } => None,
        }
    }
}

impl ListedPart {
    /// What its author called it, or what was written where it begins.
    pub fn title<'a>(&self, session: &'a Session, timeline: &'a Timeline) -> Option<&'a Clean> {
        let span = &timeline.steps()[self.named];
        let step = session.steps.get(span.source);
        let joined = step
            .filter(|_| self.rounds > 1)
            .and_then(|step| step.title.as_ref());
        joined.or(span.title.as_ref())
    }
}

/// The rows of a session as it was laid out for some choices, in order.
pub fn listed(session: &Session, choices: &Choices, timeline: &Timeline) -> Vec<Listed> {
    let spans = timeline.steps();
    let mut rows = Vec::new();
    let mut next = 0;
    for (source, step) in session.steps.iter().enumerate() {
        let first = next;
        while spans.get(next).is_some_and(|span| span.source == source) {
            next += 1;
        }
        if first < next {
            rows.extend(
                of_step(step, spans, first..next)
                    .into_iter()
                    .map(Listed::Part),
            );
        } else if step.optional && choices.without_optional {
            rows.push(Listed::LeftOut { source });
        }
    }
    rows
}

/// The rows of a step. A change of position stands for itself, and so does each place of a scan and
/// each side of a stretch, with the time to get there.
fn of_step(step: &Step, spans: &[StepSpan], parts: Range<usize>) -> Vec<ListedPart> {
    let one_by_one = matches!(step.kind, StepKind::Scan(_) | StepKind::Stretch(_));
    let begins = |index: &usize| {
        let before = index.checked_sub(1).filter(|before| parts.contains(before));
        match before.map(|before| &spans[before].kind) {
            None | Some(SpanKind::Move { .. }) => true,
            Some(SpanKind::Swap { .. }) => false,
            Some(_) => one_by_one,
        }
    };
    let starts: Vec<usize> = parts.clone().filter(begins).collect();
    let ends = starts.iter().skip(1).chain([&parts.end]);
    let rows = starts.iter().zip(ends);
    rows.map(|(from, to)| row(step, spans, *from..*to))
        .collect()
}

fn row(step: &Step, spans: &[StepSpan], parts: Range<usize>) -> ListedPart {
    let first = &spans[parts.start];
    let rounds = match (&step.kind, &first.kind) {
        (_, SpanKind::Move { .. }) => 1,
        (StepKind::Repeat(repeat), _) => repeat.rounds,
        _ => 1,
    };
    let is_swap = |index: &usize| matches!(spans[*index].kind, SpanKind::Swap { .. });
    ListedPart {
        onset: first.onset,
        length: spans[parts.clone()].iter().map(|span| span.length).sum(),
        rounds,
        waits: parts.len() == 1 && first.kind.waits(),
        named: parts
            .clone()
            .find(|index| !is_swap(index))
            .unwrap_or(parts.start),
        parts,
    }
}

impl Timeline {
    /// Where somebody lands who goes from a place to the beginning of a part: there, or at the change
    /// of position that leads there, so that nobody misses how to get into it and what to take care
    /// of.
    pub fn landing(&self, from: Ms, part: usize) -> Ms {
        let there = self.steps[part].onset;
        let position = |at| self.position_at(at).map(|position| &position.id);
        if position(from) == position(there) {
            return there;
        }
        let before = self.steps[..=part].iter().rev();
        let mut moves = before.filter(|span| matches!(span.kind, SpanKind::Move { .. }));
        // Back in the position that it all began in, one has been settled already.
        moves.next().map_or(there, |span| span.onset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Repeat;
    use crate::session::sample::random::Random;
    use crate::session::sample::{
        breaths, clean, everything, position, rest, scan, session, step, stretch,
    };
    use crate::timeline::compile;

    fn told(session: &Session, choices: &Choices) -> Vec<String> {
        let timeline = compile(session, choices);
        let row = |row: &Listed| match row {
            Listed::Part(part) => {
                let rounds = match part.rounds {
                    1 => String::new(),
                    rounds => format!(" x{rounds}"),
                };
                let waits = if part.waits { " waits" } else { "" };
                let title = part.title(session, &timeline).map_or("-", |title| title);
                format!("{} {title} {}{rounds}{waits}", part.onset, part.length)
            }
            Listed::LeftOut { source } => format!("left out {source}"),
        };
        listed(session, choices, &timeline)
            .iter()
            .map(row)
            .collect()
    }

    #[test]
    fn rounds_are_joined_and_places_and_sides_are_not() {
        let choices = Choices {
            squeezes: true,
            asked_parts: true,
            ..Choices::default()
        };
        insta::assert_snapshot!(told(&everything(), &choices).join("\n"));
    }

    #[test]
    fn what_was_left_out_is_told_where_it_would_be() {
        let mut optional = step(rest(20));
        optional.optional = true;
        let session = session(vec![step(rest(10)), optional, step(rest(30))]);
        let all = ["0:00 - 0:10", "0:10 - 0:20", "0:30 - 0:30"];
        assert_eq!(told(&session, &Choices::default()), all);
        let shorter = Choices {
            without_optional: true,
            ..Choices::default()
        };
        let expected = ["0:00 - 0:10", "left out 1", "0:10 - 0:30"];
        assert_eq!(told(&session, &shorter), expected);
    }

    #[test]
    fn a_repeat_has_its_own_title_and_a_side_the_time_to_get_there() {
        let mut inner = step(StepKind::Breathe(breaths(2, [4, 0, 6])));
        inner.title = Some(clean("Breathing"));
        let mut repeat = step(StepKind::Repeat(Repeat {
            rounds: 3,
            steps: vec![inner, step(rest(5))],
            skip_last: true,
        }));
        repeat.title = Some(clean("In rounds"));
        let sides = step(stretch("Lean", 20, &["left", "right"], 5));
        let session = session(vec![repeat, sides]);
        let expected = ["0:00 In rounds 1:10 x3", "1:10 - 0:20", "1:30 - 0:25"];
        assert_eq!(told(&session, &Choices::default()), expected);
    }

    #[test]
    fn every_part_of_any_session_is_in_one_row() {
        for seed in 0..2000 {
            let mut random = Random::new(seed);
            let session = random.session();
            let choices = random.choices(&session);
            let timeline = compile(&session, &choices);
            let rows = listed(&session, &choices, &timeline);
            let mut next = 0;
            for part in rows.iter().filter_map(Listed::part) {
                assert_eq!(part.parts.start, next, "session {seed}");
                assert!(!part.parts.is_empty());
                next = part.parts.end;
            }
            assert_eq!(next, timeline.steps().len(), "session {seed}");
        }
    }

    #[test]
    fn whoever_goes_to_another_position_lands_where_it_is_told() {
        let moved = |id: &str| {
            let mut step = step(rest(60));
            step.positions = vec![position(id, id, &["A line."])];
            step
        };
        // A rest; a change and two rests on the side; a change and a rest in a chair.
        let steps = vec![
            step(rest(60)),
            moved("side"),
            step(scan(&["feet"], 60)),
            moved("chair"),
        ];
        let timeline = compile(&session(steps), &Choices::default());
        let onset = |part: usize| timeline.steps()[part].onset;
        // From each of these parts to each: where one lands, by its part.
        let table = [
            (0, [0, 1, 1, 1, 4, 4]),
            (2, [0, 1, 2, 3, 4, 4]),
            (3, [0, 1, 2, 3, 4, 4]),
            (5, [0, 1, 1, 1, 4, 5]),
        ];
        for (from, lands) in table {
            for (part, expected) in lands.into_iter().enumerate() {
                let landing = timeline.landing(onset(from) + Ms(1), part);
                assert_eq!(landing, onset(expected), "from {from} to {part}");
            }
        }
    }
}
