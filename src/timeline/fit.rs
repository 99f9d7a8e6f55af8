//! How long each step lasts, and fitting a session to minutes by whole breaths.

use super::Choices;
use crate::session::{Breathe, Extent, Pattern, Session, Step, StepKind};
use crate::time::Ms;

/// Quiet may be shortened to this part of what is written, but not further.
const LEAST_QUIET: f64 = 1.0 / 3.0;
/// A session is not stretched further than this.
const MOST_STRETCH: f64 = 4.0;
/// No session is made longer than this.
const LONGEST: Ms = Ms::minutes(180);

/// The lengths a session can be fitted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LengthRange {
    /// As short as it gets.
    pub shortest: Ms,
    /// As written.
    pub written: Ms,
    /// As long as it gets.
    pub longest: Ms,
}

impl LengthRange {
    /// The whole minutes that can be asked for. Empty where no whole minute lies in the range.
    pub fn minutes(&self) -> std::ops::RangeInclusive<u32> {
        let least = self.shortest.0.div_ceil(60_000).max(1) as u32;
        least..=(self.longest.0 / 60_000) as u32
    }
}

/// The lengths a session can be fitted to with these choices.
pub fn lengths(session: &Session, choices: &Choices) -> LengthRange {
    let steps = planned_as_written(session, choices);
    let written: Ms = steps.iter().map(Planned::length).sum();
    let floor: Ms = steps.iter().map(Planned::floor).sum();
    let ceiling: Ms = steps.iter().map(Planned::ceiling).sum();
    let shortest = session.shortest.unwrap_or(floor).max(floor).min(written);
    let longest = session
        .longest
        .unwrap_or(ceiling)
        .min(ceiling)
        .min(LONGEST)
        .max(written);
    LengthRange {
        shortest,
        written,
        longest,
    }
}

/// One step with its length settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Planned {
    pub(super) plan: Plan,
    fixed: bool,
}

/// What a step takes time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// Unpaced, for so long.
    Quiet(Ms),
    /// So many breaths, from one pattern to another.
    Breaths {
        breaths: u32,
        from: Pattern,
        to: Pattern,
    },
}

impl Planned {
    fn of(step: &Step, choices: &Choices) -> Self {
        let plan = match &step.kind {
            StepKind::Rest { length } | StepKind::Ground { length, .. } => Plan::Quiet(*length),
            StepKind::Breathe(breathe) => breaths_of(breathe, choices),
            _ => Plan::Quiet(Ms::seconds(1)),
        };
        Self {
            plan,
            fixed: step.fixed,
        }
    }

    pub(super) fn length(&self) -> Ms {
        match self.plan {
            Plan::Quiet(length) => length,
            Plan::Breaths { .. } => self.breaths().map(Pattern::length).sum(),
        }
    }

    /// The breaths of this step, each with its own pattern.
    pub(super) fn breaths(&self) -> impl Iterator<Item = Pattern> {
        let (breaths, from, to) = match self.plan {
            Plan::Quiet(_) => (0, None, None),
            Plan::Breaths { breaths, from, to } => (breaths, Some(from), Some(to)),
        };
        (0..breaths).filter_map(move |breath| {
            let through = f64::from(breath) / f64::from((breaths - 1).max(1));
            Some(from?.towards(to?, through))
        })
    }

    fn floor(&self) -> Ms {
        match self.plan {
            _ if self.fixed => self.length(),
            Plan::Quiet(length) => length.scaled(LEAST_QUIET),
            Plan::Breaths { .. } => self.with_breaths(1).length(),
        }
    }

    fn ceiling(&self) -> Ms {
        if self.fixed {
            self.length()
        } else {
            self.length().scaled(MOST_STRETCH)
        }
    }

    fn with_breaths(self, breaths: u32) -> Self {
        match self.plan {
            Plan::Quiet(_) => self,
            Plan::Breaths { from, to, .. } => Self {
                plan: Plan::Breaths {
                    breaths: breaths.max(1),
                    from,
                    to,
                },
                ..self
            },
        }
    }

    fn scaled(self, factor: f64) -> Self {
        match self.plan {
            _ if self.fixed => self,
            Plan::Quiet(length) => {
                let scaled = length.scaled(factor).max(length.scaled(LEAST_QUIET));
                Self {
                    plan: Plan::Quiet(scaled),
                    ..self
                }
            }
            Plan::Breaths { breaths, .. } => {
                self.with_breaths((f64::from(breaths) * factor).round() as u32)
            }
        }
    }
}

fn breaths_of(breathe: &Breathe, choices: &Choices) -> Plan {
    let chosen = |pattern: Pattern| {
        let allowed = if choices.holds {
            pattern
        } else {
            pattern.without_holds()
        };
        allowed.paced(choices.pace.factor())
    };
    let from = chosen(breathe.pattern);
    let to = breathe.ramp_to.map_or(from, chosen);
    let breaths = match breathe.extent {
        Extent::Times(times) => times,
        Extent::For(length) => {
            let mean = (from.length().0 + to.length().0) as f64 / 2.0;
            (length.0 as f64 / mean.max(1.0)).round() as u32
        }
    };
    Plan::Breaths {
        breaths: breaths.max(1),
        from,
        to,
    }
}

/// The steps as they are written, for these choices.
pub(super) fn planned_as_written(session: &Session, choices: &Choices) -> Vec<Planned> {
    session
        .steps
        .iter()
        .map(|step| Planned::of(step, choices))
        .collect()
}

/// Settles how long each step lasts.
pub(super) fn fitted(session: &Session, choices: &Choices) -> Vec<Planned> {
    let written = planned_as_written(session, choices);
    let Some(minutes) = choices.minutes else {
        return written;
    };
    let range = lengths(session, choices);
    let target = Ms::minutes(u64::from(minutes)).clamp(range.shortest, range.longest);
    fit(&written, target)
}

/// Scales what may be scaled, then adds or takes whole breaths where that brings the total nearer,
/// then lets the longest quiet take up what is left.
fn fit(written: &[Planned], target: Ms) -> Vec<Planned> {
    let fixed: Ms = written
        .iter()
        .filter(|step| step.fixed)
        .map(Planned::length)
        .sum();
    let free: Ms = written
        .iter()
        .filter(|step| !step.fixed)
        .map(Planned::length)
        .sum();
    let factor = (target - fixed).0 as f64 / free.0.max(1) as f64;
    let mut steps: Vec<Planned> = written.iter().map(|step| step.scaled(factor)).collect();
    while let Some((index, nearer)) = nearest_change(&steps, target) {
        steps[index] = nearer;
    }
    absorb_the_rest(&mut steps, written, target);
    steps
}

fn total(steps: &[Planned]) -> Ms {
    steps.iter().map(Planned::length).sum()
}

/// The one breath more or less that brings the total nearest to the target, if any does.
fn nearest_change(steps: &[Planned], target: Ms) -> Option<(usize, Planned)> {
    let whole = total(steps);
    let changes = steps
        .iter()
        .enumerate()
        .filter(|(_, step)| !step.fixed)
        .flat_map(|(i, step)| {
            let breaths = match step.plan {
                Plan::Breaths { breaths, .. } => breaths,
                Plan::Quiet(_) => 0,
            };
            [breaths.saturating_add(1), breaths.saturating_sub(1)]
                .into_iter()
                .filter(move |count| breaths > 0 && *count > 0)
                .map(move |count| (i, step.with_breaths(count)))
        });
    changes
        .map(|(i, step)| {
            (
                (whole + step.length() - steps[i].length())
                    .0
                    .abs_diff(target.0),
                i,
                step,
            )
        })
        .min_by_key(|(distance, i, _)| (*distance, *i))
        .filter(|(distance, ..)| *distance < whole.0.abs_diff(target.0))
        .map(|(_, i, step)| (i, step))
}

fn absorb_the_rest(steps: &mut [Planned], written: &[Planned], target: Ms) {
    let others = total(steps);
    let longest = steps
        .iter_mut()
        .zip(written)
        .filter(|(step, _)| !step.fixed)
        .filter_map(|(step, written)| match (&mut step.plan, written.plan) {
            (Plan::Quiet(length), Plan::Quiet(as_written)) => Some((length, as_written)),
            _ => None,
        })
        .max_by_key(|(length, _)| **length);
    if let Some((length, as_written)) = longest {
        let wanted = target - (others - *length);
        *length = wanted.max(as_written.scaled(LEAST_QUIET));
    }
}
