//! Applies everything that is certain, round by round, until nothing more changes.
//!
//! Only what keeps a session from being played is changed, and what was read as it was meant. A
//! session that plays stays the same session; remarks and suggestions are left to its author.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Change, changes};
use super::draft::{self, Draft};
use super::meant::Meant;
use crate::diagnostic::{Diagnostic, Fix, Lines, Rule};
use crate::script::limits::FINDINGS;
use crate::script::{Checked, check};

/// How many bytes are checked at most while one file is mended, so that a file made of mistakes
/// ends soon. A usual file could be checked thousands of times.
const MOST_CHECKED: usize = 6 * 1024 * 1024;
/// What checking a small file counts at least.
const LEAST_CHECKED: usize = 4 * 1024;

/// A text after mending.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// What was changed, by the lines of the text before.
    pub changes: Vec<Change>,
    /// What there is to say about the text now.
    pub checked: Checked,
}

/// How often a text is gone through for what was read as it was meant.
const MOST_PASSES: usize = 8;
/// How often one line is changed at most: what does not come to rest was not certain.
const MOST_ON_A_LINE: u32 = 8;

/// Mends what is certain in a text. `id` is the name it is checked under.
pub fn mend(text: &str, id: &str) -> Mended {
    let before = check(text, id);
    let newer = |found: &Diagnostic| found.rule == Rule::NewerFormat;
    if before.diagnostics.iter().any(newer) {
        return unchanged(text, before);
    }
    let mut rounds = Rounds::new(text, id);
    let mut checked = rounds.plainly(before.clone());
    let plain = (rounds.draft.clone(), checked.clone());
    loop {
        match rounds.round(&checked) {
            Round::Better(now) => checked = rounds.plainly(*now),
            Round::Settled => break,
            Round::Restless(line) => {
                // From the start again, with that line as its author wrote it.
                rounds.left_alone.insert(line);
                rounds.counts.clear();
                rounds.refused.clear();
                (rounds.draft, checked) = plain.clone();
            }
            Round::TooLong => {
                (rounds.draft, checked) = plain;
                break;
            }
        }
    }
    let changed = before.session != checked.session || before.programme != checked.programme;
    if before.is_usable() && changed {
        // What plays is never changed, whatever else could be better about the file.
        return unchanged(text, before);
    }
    Mended {
        changes: changes(text, &rounds.draft),
        text: rounds.draft.text,
        checked,
    }
}

fn unchanged(text: &str, checked: Checked) -> Mended {
    Mended {
        text: text.to_owned(),
        changes: Vec::new(),
        checked,
    }
}

/// A change that a finding offers, with the rule of the finding and the original line it is on.
struct Offer {
    rule: Rule,
    fix: Fix,
    line: usize,
}

impl Offer {
    /// Whether it makes something readable that was not.
    fn is_unread(&self) -> bool {
        matches!(self.rule, Rule::Syntax | Rule::SingleBrackets)
    }
}

/// How a round went.
enum Round {
    /// Something was mended.
    Better(Box<Checked>),
    /// There is nothing more to mend.
    Settled,
    /// An original line is changed over and over.
    Restless(usize),
    /// The file is too large for all the changes that it would need.
    TooLong,
}

struct Rounds<'i> {
    id: &'i str,
    draft: Draft,
    /// How many more bytes may be checked.
    left: usize,
    /// How often each original line was changed.
    counts: BTreeMap<usize, u32>,
    /// Original lines that did not come to rest.
    left_alone: BTreeSet<usize>,
    /// Offered changes that made something worse: the original line, and the replacement.
    refused: BTreeSet<(usize, String)>,
    /// Whether anything was changed since nothing was refused.
    progress: bool,
}

impl<'i> Rounds<'i> {
    fn new(text: &str, id: &'i str) -> Self {
        Self {
            id,
            draft: Draft::new(text),
            left: MOST_CHECKED,
            counts: BTreeMap::new(),
            left_alone: BTreeSet::new(),
            refused: BTreeSet::new(),
            progress: false,
        }
    }

    /// Writes what was read as it was meant.
    fn plainly(&mut self, checked: Checked) -> Checked {
        let mut changed = false;
        // What is taken out can bring two things together that mean something again.
        for _ in 0..MOST_PASSES {
            let meant = Meant::new(&self.draft.text);
            if meant.edits().is_empty() {
                break;
            }
            let changes = meant.edits().iter().map(|edit| draft::Change {
                span: edit.span.clone(),
                replacement: edit.meant,
            });
            self.draft = self.draft.with(changes);
            changed = true;
        }
        if changed {
            check(&self.draft.text, self.id)
        } else {
            checked
        }
    }

    /// Applies the offered changes that hold.
    fn round(&mut self, checked: &Checked) -> Round {
        let mut offers = self.offers(checked);
        if offers.is_empty() && self.progress {
            // What made something worse may hold now that the rest is mended.
            self.progress = false;
            self.refused.clear();
            offers = self.offers(checked);
        }
        if offers.is_empty() {
            return Round::Settled;
        }
        let Some((draft, now)) = self.apply(checked, &offers) else {
            return Round::TooLong;
        };
        self.draft = draft;
        let often = self
            .counts
            .iter()
            .find(|(_, count)| **count > MOST_ON_A_LINE);
        match often {
            Some((line, _)) => Round::Restless(*line),
            None => Round::Better(Box::new(now)),
        }
    }

    /// The draft with the offered changes that hold; `None` if there is too much to check.
    fn apply(&mut self, checked: &Checked, offers: &[Offer]) -> Option<(Draft, Checked)> {
        let start = (self.draft.clone(), checked.clone());
        let (whole, worse) = self.attempt(&start.0, checked, offers)?;
        if !worse {
            self.count(offers);
            return Some(whole);
        }
        // One of them makes something worse. Each alone then, and from the end backwards, so that
        // the places of the others stay right.
        let mut reached = start;
        for offer in offers.iter().rev() {
            let one = std::slice::from_ref(offer);
            let (better, worse) = self.attempt(&reached.0, &reached.1, one)?;
            if worse {
                let refused = (offer.line, offer.fix.replacement.clone());
                self.refused.insert(refused);
            } else {
                self.count(one);
                reached = better;
            }
        }
        Some(reached)
    }

    fn count(&mut self, offers: &[Offer]) {
        self.progress = true;
        for offer in offers {
            *self.counts.entry(offer.line).or_default() += 1;
        }
    }

    /// The offered changes that can be applied together, in order.
    fn offers(&self, checked: &Checked) -> Vec<Offer> {
        let lines = Lines::new(&self.draft.text);
        let errors = checked.diagnostics.iter().filter(|found| found.is_error());
        let mut offers: Vec<Offer> = errors
            .filter_map(|found| {
                let fix = found.fix.clone()?;
                let line = self.draft.origins()[lines.index(fix.span.start)];
                let rule = found.rule;
                Some(Offer { rule, fix, line })
            })
            .filter(|offer| {
                let changes = self.draft.text[offer.fix.span.clone()] != *offer.fix.replacement;
                let mark = (offer.line, offer.fix.replacement.clone());
                changes && !self.left_alone.contains(&mark.0) && !self.refused.contains(&mark)
            })
            .collect();
        if offers.iter().any(Offer::is_unread) {
            // What cannot be read comes first: the rest may look different once it can be.
            offers.retain(Offer::is_unread);
        }
        offers.sort_by_key(|offer| (offer.fix.span.start, offer.fix.span.end));
        let mut end = None;
        offers.retain(|Offer { fix, .. }| {
            let apart = end.is_none_or(|end| fix.span.start > end);
            if apart {
                end = Some(fix.span.end);
            }
            apart
        });
        offers
    }

    /// A draft with some changes, and whether something got worse; `None` if there is too much to
    /// check.
    fn attempt(
        &mut self,
        draft: &Draft,
        checked: &Checked,
        offers: &[Offer],
    ) -> Option<((Draft, Checked), bool)> {
        let cost = draft.text.len().max(LEAST_CHECKED);
        self.left = self.left.checked_sub(cost)?;
        let next = draft.with(offers.iter().map(|offer| draft::Change {
            span: offer.fix.span.clone(),
            replacement: &offer.fix.replacement,
        }));
        let now = check(&next.text, self.id);
        let worse = is_worse((draft, checked), (&next, &now), offers);
        Some(((next, now), worse))
    }
}

/// Whether there are errors after some changes that were not there before: elsewhere than where
/// something was changed, and not only because a part of the file can be read now.
fn is_worse(
    (draft, before): (&Draft, &Checked),
    (next, after): (&Draft, &Checked),
    offers: &[Offer],
) -> bool {
    // More errors than are told: any of them could have been there.
    if before.diagnostics.len() >= FINDINGS {
        return false;
    }
    let lines = Lines::new(&draft.text);
    let at = |at: usize| lines.index(at);
    let heading = |offer: &Offer| {
        let line = &draft.text[lines.range(at(offer.fix.span.start))];
        line.trim_start().starts_with('[')
    };
    let reveals = offers.iter().any(Offer::is_unread);
    let reveals_a_block = offers.iter().any(heading);
    let touched: BTreeSet<usize> = offers
        .iter()
        .flat_map(|offer| at(offer.fix.span.start)..=at(offer.fix.span.end))
        .map(|line| draft.origins()[line])
        .collect();
    let known = errors(draft, before);
    errors(next, after).into_iter().any(|(line, rule)| {
        let revealed = reveals_a_block || reveals && rule != Rule::Syntax;
        // A name that is right now may stand before a value that is wrong, which was not read.
        let there = touched.contains(&line) && (reveals || is_about_a_value(rule));
        !revealed && !there && !known.contains(&(line, rule))
    })
}

fn is_about_a_value(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::WrongKind
            | Rule::BadTime
            | Rule::OutOfRange
            | Rule::UnfitText
            | Rule::EmptyText
            | Rule::LongText
            | Rule::UnknownPosition
            | Rule::UnknownChoice
    )
}

/// The errors, each as the original line it is on and its rule.
fn errors(draft: &Draft, checked: &Checked) -> BTreeSet<(usize, Rule)> {
    let lines = Lines::new(&draft.text);
    let errors = checked.diagnostics.iter().filter(|found| found.is_error());
    errors
        .map(|found| (draft.origins()[lines.index(found.span.start)], found.rule))
        .collect()
}
