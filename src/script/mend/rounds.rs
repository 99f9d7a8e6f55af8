//! Applies everything that is certain, round by round, until nothing more changes.
//!
//! Only what keeps a session from being played is changed, and what was read as it was meant. A
//! session that plays stays the same session; remarks and suggestions are left to its author.

use std::collections::BTreeSet;

use super::changes::{Change, changes};
use super::draft::{self, Draft};
use super::meant::Meant;
use crate::diagnostic::{Diagnostic, Fix, Lines, Rule};
use crate::script::limits::FINDINGS;
use crate::script::{Checked, check};

/// How many bytes are checked at most while one file is mended, so that a file made of mistakes
/// ends soon. A usual file could be checked thousands of times.
const MOST_CHECKED: usize = 12 * 1024 * 1024;
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

/// Mends what is certain in a text. `id` is the name it is checked under.
pub fn mend(text: &str, id: &str) -> Mended {
    let before = check(text, id);
    let mut rounds = Rounds {
        id,
        draft: Draft::new(text),
        left: MOST_CHECKED,
        refused: BTreeSet::new(),
    };
    let newer = |found: &Diagnostic| found.rule == Rule::NewerFormat;
    let mut checked = before.clone();
    if !before.diagnostics.iter().any(newer) {
        checked = rounds.plainly(checked);
        while let Some(next) = rounds.round(&checked) {
            checked = rounds.plainly(next);
        }
    }
    if before.session.is_some() && before.session != checked.session {
        // What plays is never changed, whatever else could be better about the file.
        return Mended {
            text: text.to_owned(),
            changes: Vec::new(),
            checked: before,
        };
    }
    Mended {
        changes: changes(text, &rounds.draft),
        text: rounds.draft.text,
        checked,
    }
}

/// A change that a finding offers, with the rule of the finding and the original line it is on.
struct Offer {
    rule: Rule,
    fix: Fix,
    line: usize,
}

struct Rounds<'i> {
    id: &'i str,
    draft: Draft,
    /// How many more bytes may be checked.
    left: usize,
    /// Offered changes that made something worse: the original line, and the replacement.
    refused: BTreeSet<(usize, String)>,
}

impl Rounds<'_> {
    /// Writes what was read as it was meant.
    fn plainly(&mut self, checked: Checked) -> Checked {
        let meant = Meant::new(&self.draft.text);
        if meant.edits().is_empty() {
            return checked;
        }
        let changes = meant.edits().iter().map(|edit| draft::Change {
            span: edit.span.clone(),
            replacement: edit.meant,
        });
        let draft = self.draft.with(changes);
        let checked = check(&draft.text, self.id);
        self.draft = draft;
        checked
    }

    /// Applies the offered changes that hold, and returns what there is to say then; `None` if
    /// there are none.
    fn round(&mut self, checked: &Checked) -> Option<Checked> {
        let offers = self.offers(checked);
        if offers.is_empty() {
            return None;
        }
        if let Some((draft, now)) = self.attempt(&self.draft.clone(), checked, &offers) {
            self.draft = draft;
            return Some(now);
        }
        // One of them makes something worse. Each alone then, and from the end backwards, so that
        // the places of the others stay right.
        let mut reached = (self.draft.clone(), checked.clone());
        for offer in offers.iter().rev() {
            match self.attempt(&reached.0, &reached.1, std::slice::from_ref(offer)) {
                Some(better) => reached = better,
                None => {
                    let refused = (offer.line, offer.fix.replacement.clone());
                    self.refused.insert(refused);
                }
            }
        }
        self.draft = reached.0;
        Some(reached.1)
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
                changes && !self.refused.contains(&mark)
            })
            .collect();
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

    /// A draft with some changes, and what there is to say then; `None` if something got worse.
    fn attempt(
        &mut self,
        draft: &Draft,
        checked: &Checked,
        offers: &[Offer],
    ) -> Option<(Draft, Checked)> {
        let cost = draft.text.len().max(LEAST_CHECKED);
        self.left = self.left.checked_sub(cost)?;
        let next = draft.with(offers.iter().map(|offer| draft::Change {
            span: offer.fix.span.clone(),
            replacement: &offer.fix.replacement,
        }));
        let now = check(&next.text, self.id);
        (!is_worse((draft, checked), (&next, &now), offers)).then_some((next, now))
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
    let unread = |offer: &Offer| matches!(offer.rule, Rule::Syntax | Rule::SingleBrackets);
    let heading = |offer: &Offer| {
        let line = &draft.text[lines.range(at(offer.fix.span.start))];
        line.trim_start().starts_with('[')
    };
    let reveals = offers.iter().any(unread);
    let reveals_a_block = offers.iter().any(heading);
    let touched: BTreeSet<usize> = offers
        .iter()
        .flat_map(|offer| at(offer.fix.span.start)..=at(offer.fix.span.end))
        .map(|line| draft.origins()[line])
        .collect();
    let known = errors(draft, before);
    errors(next, after).into_iter().any(|(line, rule)| {
        let revealed = reveals_a_block || reveals && rule != Rule::Syntax;
        !revealed && !known.contains(&(line, rule)) && !touched.contains(&line)
    })
}

/// The errors, each as the original line it is on and its rule.
fn errors(draft: &Draft, checked: &Checked) -> BTreeSet<(usize, Rule)> {
    let lines = Lines::new(&draft.text);
    let errors = checked.diagnostics.iter().filter(|found| found.is_error());
    errors
        .map(|found| (draft.origins()[lines.index(found.span.start)], found.rule))
        .collect()
}

#[cfg(test)]
mod tests;
