//! How long each part lasts, and fitting a session to minutes by whole breaths.
//!
//! Lengths of breathing are counted once and kept with the plan: fitting weighs hundreds of parts
//! against each other at each press of a key.

use super::Choices;
use super::spread::{Does, Span, spread};
use crate::session::{Breathe, Extent, Pattern, Session};
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
    range(
        session,
        &planned_as_written(&spread(session, choices), choices),
    )
}

fn range(session: &Session, parts: &[Planned]) -> LengthRange {
    let written = total(parts);
    let floor: Ms = parts.iter().map(Planned::floor).sum();
    let ceiling: Ms = parts.iter().map(Planned::ceiling).sum();
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

/// One part with its length settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Planned {
    pub(super) plan: Plan,
    pub(super) length: Ms,
    fixed: bool,
    source: usize,
}

/// What a part takes time for.
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

impl Plan {
    fn length(self) -> Ms {
        match self {
            Self::Quiet(length) => length,
            Self::Breaths { breaths, from, to } if from == to => from.length() * u64::from(breaths),
            Self::Breaths { .. } => self.breaths().map(Pattern::length).sum(),
        }
    }

    /// The breaths of this part, each with its own pattern.
    pub(super) fn breaths(self) -> impl Iterator<Item = Pattern> {
        let (breaths, from, to) = match self {
            Self::Quiet(_) => (0, None, None),
            Self::Breaths { breaths, from, to } => (breaths, Some(from), Some(to)),
        };
        (0..breaths).filter_map(move |breath| {
            let through = f64::from(breath) / f64::from((breaths - 1).max(1));
            Some(from?.towards(to?, through))
        })
    }
}

impl Planned {
    fn of(span: &Span<'_>, choices: &Choices) -> Self {
        let plan = match &span.does {
            Does::Quiet(_, length) => Plan::Quiet(*length),
            Does::Breathe(breathe) => breaths_of(breathe, choices),
            Does::Contract(contract) => Plan::Quiet(contract.length()),
        };
        Self {
            plan,
            length: plan.length(),
            fixed: span.fixed,
            source: span.source,
        }
    }

    /// The same part with another plan.
    fn with(self, plan: Plan) -> Self {
        Self {
            plan,
            length: plan.length(),
            ..self
        }
    }

    fn floor(&self) -> Ms {
        match self.plan {
            _ if self.fixed => self.length,
            Plan::Quiet(length) => length.scaled(LEAST_QUIET),
            Plan::Breaths { .. } => self.with_breaths(1).length,
        }
    }

    fn ceiling(&self) -> Ms {
        if self.fixed {
            self.length
        } else {
            self.length.scaled(MOST_STRETCH)
        }
    }

    fn with_breaths(self, breaths: u32) -> Self {
        match self.plan {
            Plan::Quiet(_) => self,
            Plan::Breaths { from, to, .. } => self.with(Plan::Breaths {
                breaths: breaths.max(1),
                from,
                to,
            }),
        }
    }

    /// This part with one breath more and with one less, where that can be.
    fn neighbours(self) -> [Option<Self>; 2] {
        match self.plan {
            Plan::Breaths { breaths, .. } if !self.fixed => [
                Some(self.with_breaths(breaths.saturating_add(1))),
                (breaths > 1).then(|| self.with_breaths(breaths - 1)),
            ],
            Plan::Breaths { .. } | Plan::Quiet(_) => [None; 2],
        }
    }

    fn scaled(self, factor: f64) -> Self {
        match self.plan {
            _ if self.fixed => self,
            Plan::Quiet(length) => {
                let least = length.scaled(LEAST_QUIET);
                self.with(Plan::Quiet(length.scaled(factor).max(least)))
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

/// The parts as they are written, for these choices.
pub(super) fn planned_as_written(spans: &[Span<'_>], choices: &Choices) -> Vec<Planned> {
    spans
        .iter()
        .map(|span| Planned::of(span, choices))
        .collect()
}

/// Settles how long each part lasts.
pub(super) fn fitted(session: &Session, spans: &[Span<'_>], choices: &Choices) -> Vec<Planned> {
    let written = planned_as_written(spans, choices);
    let Some(minutes) = choices.minutes else {
        return written;
    };
    let range = range(session, &written);
    let target = Ms::minutes(u64::from(minutes)).clamp(range.shortest, range.longest);
    fit(&written, target)
}

/// Scales what may be scaled, then adds or takes whole breaths where that brings the total nearer,
/// then lets the longest quiet take up what is left.
fn fit(written: &[Planned], target: Ms) -> Vec<Planned> {
    let of = |fixed: bool| -> Ms {
        let parts = written.iter().filter(|part| part.fixed == fixed);
        parts.map(|part| part.length).sum()
    };
    let factor = (target - of(true)).0 as f64 / of(false).0.max(1) as f64;
    let mut parts: Vec<Planned> = written.iter().map(|part| part.scaled(factor)).collect();
    nudge(&mut parts, target);
    absorb_the_rest(&mut parts, written, target);
    parts
}

fn total(parts: &[Planned]) -> Ms {
    parts.iter().map(|part| part.length).sum()
}

/// Adds or takes one breath after the other, each time where that brings the total nearest.
fn nudge(parts: &mut [Planned], target: Ms) {
    let mut whole = total(parts);
    let mut near: Vec<[Option<Planned>; 2]> = parts.iter().map(|part| part.neighbours()).collect();
    while let Some((index, nearer)) = nearest_change(parts, &near, whole, target) {
        whole = whole + nearer.length - parts[index].length;
        parts[index] = nearer;
        near[index] = nearer.neighbours();
    }
}

/// The one breath more or less that brings the total nearest to the target, if any does.
fn nearest_change(
    parts: &[Planned],
    near: &[[Option<Planned>; 2]],
    whole: Ms,
    target: Ms,
) -> Option<(usize, Planned)> {
    let changes = near.iter().enumerate().flat_map(|(index, near)| {
        near.iter().flatten().map(move |changed| {
            let then = whole + changed.length - parts[index].length;
            (then.0.abs_diff(target.0), index, changed)
        })
    });
    changes
        .min_by_key(|(distance, index, _)| (*distance, *index))
        .filter(|(distance, ..)| *distance < whole.0.abs_diff(target.0))
        .map(|(_, index, changed)| (index, *changed))
}

/// The step with the most quiet takes up what is left. The parts of a scan and the sides of a
/// stretch do so together, so that they stay alike.
fn absorb_the_rest(parts: &mut [Planned], written: &[Planned], target: Ms) {
    let can = |part: &Planned| !part.fixed && matches!(part.plan, Plan::Quiet(_));
    let whole = total(parts);
    let quiet = parts
        .chunk_by(|a, b| a.source == b.source)
        .map(|step| {
            let quiet = step.iter().filter(|part| can(part));
            let count = quiet.clone().count() as u64;
            (
                quiet.map(|part| part.length).sum::<Ms>(),
                count,
                step[0].source,
            )
        })
        .filter(|(_, count, _)| *count > 0)
        .max_by_key(|(length, ..)| *length);
    let Some((quiet, count, source)) = quiet else {
        return;
    };
    let wanted = Ms((target - (whole - quiet)).0 / count);
    for (part, written) in parts.iter_mut().zip(written) {
        if can(part) && part.source == source {
            let least = written.length.scaled(LEAST_QUIET);
            *part = part.with(Plan::Quiet(wanted.max(least)));
        }
    }
}
