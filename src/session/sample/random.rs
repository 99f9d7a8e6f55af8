//! Sessions that nobody would write: every kind of step in any order, for tests of what must hold
//! for all of them. The same number gives the same session.

use super::{breaths, clean, position, rest, scan, session, squeezes, step, stretch};
use crate::session::{
    Breathe, Extent, Offset, Pattern, Position, Repeat, Session, Step, StepKind, TimedLine,
};
use crate::time::Ms;
use crate::timeline::{Anchor, Choices, Pace};

/// A row of numbers that look random.
pub(crate) struct Random(u64);

impl Random {
    /// A row of its own for each number.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 11
    }

    /// A number below another.
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn from(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most - least + 1)
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn seconds(&mut self, least: u64, most: u64) -> Ms {
        Ms(self.from(least * 1000, most * 1000))
    }

    /// Any choices for a session.
    pub(crate) fn choices(&mut self, session: &Session) -> Choices {
        let mut pace = Pace::default();
        for _ in 0..self.below(5) {
            pace = pace.longer();
        }
        for _ in 0..self.below(8) {
            pace = pace.shorter();
        }
        let place = self.below(4) as usize;
        Choices {
            minutes: self.one_in(2).then(|| self.below(40) as u32),
            position: session.positions.get(place).map(|p| p.id.clone()),
            own_pace: self.one_in(4),
            pace,
            holds: self.one_in(2),
            squeezes: self.one_in(2),
            asked_parts: self.one_in(2),
            without_optional: self.one_in(2),
            anchor: Anchor::ALL[self.below(12).saturating_sub(7) as usize],
        }
    }

    /// A session of up to eight steps.
    pub(crate) fn session(&mut self) -> Session {
        let steps = (0..self.from(1, 8)).map(|_| self.outer()).collect();
        let mut session = session(steps);
        // A session always has a position.
        session.positions.extend(self.positions());
        session.shortest = self.one_in(4).then(|| self.seconds(1, 600));
        session.longest = self.one_in(4).then(|| self.seconds(1, 1200));
        session
    }

    fn positions(&mut self) -> Vec<Position> {
        let lines = ["Down you go.", "A cushion below whatever is heavy."];
        let all = ["lying", "side", "seated"];
        let from = self.below(3) as usize;
        let until = self.from(from as u64, 3) as usize;
        let named = |id: &&str| position(id, id, &lines[..id.len() % 3]);
        all[from..until].iter().map(named).collect()
    }

    fn outer(&mut self) -> Step {
        let mut step = if self.one_in(4) {
            let steps = (0..self.from(1, 3)).map(|_| self.inner()).collect();
            step(StepKind::Repeat(Repeat {
                rounds: self.from(1, 4) as u32,
                steps,
                skip_last: self.one_in(3),
            }))
        } else {
            self.inner()
        };
        step.optional = self.one_in(4);
        if self.one_in(3) {
            step.positions = self.positions();
        }
        self.with_words(step)
    }

    fn inner(&mut self) -> Step {
        let kind = match self.below(9) {
            0 => rest(self.from(1, 90)),
            1 => StepKind::Ground {
                sense: clean("sounds"),
                length: self.seconds(1, 60),
            },
            2 => scan(
                &["feet", "?base", "hands"][self.below(3) as usize..],
                self.from(1, 40),
            ),
            3 => {
                let sides = &["left", "right"][self.below(3) as usize..];
                stretch("To the {side}", self.from(1, 60), sides, self.from(0, 10))
            }
            4 => squeezes(self.from(1, 5) as u32, self.from(1, 5), self.from(1, 20)),
            5 => StepKind::Wait,
            6 => StepKind::External {
                text: clean("As you practised it together, five times."),
            },
            _ => StepKind::Breathe(self.breathe()),
        };
        let inner = self.with_words(step(kind));
        Step {
            fixed: self.one_in(4),
            ..inner
        }
    }

    fn breathe(&mut self) -> Breathe {
        let mut breathe = breaths(1, [1, 0, 1]);
        breathe.pattern = self.pattern();
        breathe.ramp_to = self.one_in(3).then(|| self.pattern());
        breathe.extent = if self.one_in(2) {
            Extent::Times(self.from(1, 20) as u32)
        } else {
            Extent::For(self.seconds(1, 120))
        };
        breathe.cues.inhale = vec![Some(clean("{n}: a little room")), None];
        breathe.cues.sip = vec![None, Some(clean("and a sip"))];
        breathe
    }

    fn pattern(&mut self) -> Pattern {
        let mut pause = |most: u64| {
            if self.one_in(2) {
                Ms::ZERO
            } else {
                Ms(self.from(500, most * 1000))
            }
        };
        let (sip, hold, rest) = (pause(2), pause(6), pause(6));
        Pattern {
            inhale: Ms(self.from(500, 8000)),
            sip,
            hold,
            exhale: Ms(self.from(500, 9000)),
            rest,
        }
    }

    fn with_words(&mut self, mut step: Step) -> Step {
        let words = [
            "{n} of {of}",
            "{part}{side}",
            "Some words to be read at leisure.",
        ];
        step.say = (0..self.below(3))
            .map(|n| clean(words[n as usize]))
            .collect();
        for _ in 0..self.below(3) {
            let time = self.seconds(0, 60);
            let at = if self.one_in(2) {
                Offset::Start(time)
            } else {
                Offset::End(time)
            };
            let line = clean("At its own time, {side} or {part}.");
            step.timed.push(TimedLine { at, line });
        }
        step
    }
}
