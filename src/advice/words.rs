//! The language guide applied to one text: what presses, promises, praises, or asks for strain.
//!
//! It knows nothing of files. A suggestion that is wrong costs more than one that is missed, so
//! whatever is unclear is passed over.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::asks;
use super::table::{Row, Table, Unless};
use super::text::{Gap, Word, words};
use crate::diagnostic::{Rule, quoted};
use crate::language::Language;

/// What a text is for. Not every text is held to every part of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The title of a session.
    Title,
    /// What a session is for; read at rest.
    About,
    /// A word or two on the screen: the title of a step, the name of a sense.
    Label,
    /// A line said during a practice.
    Said,
    /// A line of a set-up; read at rest, and done.
    SetUp,
    /// A line in the plain anatomical words that somebody asked for.
    Anatomical,
    /// When to take care, and when to stop. Here plain words may save somebody trouble.
    Safety,
}

impl Purpose {
    /// Whether a rule is meant for such texts.
    pub(super) fn is_held_to(self, rule: Rule) -> bool {
        match rule {
            Rule::Command | Rule::ManyAsks => matches!(self, Self::Said | Self::SetUp),
            // Whoever reads it asked for the names of things.
            Rule::Naming => !matches!(self, Self::Safety | Self::Anatomical),
            Rule::ExternalOnly => !matches!(self, Self::Safety | Self::About),
            _ => self != Self::Safety,
        }
    }
}

/// Something in a text that could be kinder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The kind of suggestion.
    pub rule: Rule,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// What could be kinder, as one sentence without a full stop.
    pub message: String,
    /// A few words at the place itself.
    pub label: String,
    /// What could stand there instead, and why.
    pub help: Vec<String>,
}

/// Everything in a text that could be kinder by the guide of its language, in the order of the text.
///
/// `before` is the line said before it, which may hold the choice that this one leaves out.
pub fn look(
    text: &str,
    purpose: Purpose,
    before: Option<&str>,
    language: Language,
) -> Vec<Finding> {
    let offered = before.is_some_and(|before| Line::of(before, language).offers_a_choice());
    Line::of(text, language).look(purpose, offered)
}

/// A text that is being looked at.
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
    pub(super) table: &'static Table,
    /// The words with which a choice is offered.
    choices: Vec<usize>,
}

impl<'a> Line<'a> {
    /// Takes a text apart.
    pub(super) fn of(text: &'a str, language: Language) -> Self {
        let mut line = Self {
            text,
            words: words(text),
            table: Table::of(language),
            choices: Vec::new(),
        };
        let offers = |at: &usize| line.one_of("choice", *at).is_some();
        line.choices = (0..line.words.len()).filter(offers).collect();
        line
    }

    /// Everything in it that could be kinder. `offered` says that the line before offers a choice.
    pub(super) fn look(&self, purpose: Purpose, offered: bool) -> Vec<Finding> {
        let mut found = listed(self, purpose, offered);
        let asked = asks::look(self, purpose, offered, &found);
        if asked
            .as_ref()
            .is_some_and(|asked| asked.rule == Rule::ManyAsks)
        {
            // That there are too many orders says enough about each of them.
            found.retain(|found| found.rule != Rule::Command);
        }
        found.extend(asked);
        found.sort_by_key(|found| found.range.start);
        found
    }

    /// Whether it offers a choice.
    pub(super) fn offers_a_choice(&self) -> bool {
        !self.choices.is_empty()
    }

    /// The part of the text that some of its words take.
    pub(super) fn range(&self, these: &Range<usize>) -> Range<usize> {
        self.words[these.start].range.start..self.words[these.end - 1].range.end
    }

    /// Whether words of a group stand at a place; the number of the word after them.
    pub(super) fn one_of(&self, group: &str, at: usize) -> Option<usize> {
        self.table.group(group).end(&self.words, at)
    }

    /// Whether "no" or one of its kin stands so near before a word that it means the other way
    /// round: in the same part of the sentence, or at the head of a list with "or" in it.
    fn is_denied(&self, these: &Range<usize>) -> bool {
        const REACH: usize = 6;
        let mut commas = false;
        for at in (these.start.saturating_sub(REACH)..these.start).rev() {
            match self.words[at + 1].before {
                Gap::Colon | Gap::Stop => return false,
                Gap::Comma => commas = true,
                Gap::None => {}
            }
            if self.one_of("but", at).is_some() {
                return false;
            }
            if self.one_of("no", at).is_some() {
                return !commas || self.is_a_list(at);
            }
        }
        let after = these.end..self.words.len().min(these.end + 2);
        after
            .take_while(|at| self.words[*at].before == Gap::None)
            .any(|at| self.one_of("not-needed", at).is_some())
    }

    /// "Nothing to fix, force or perfect": whether "or" follows before the sentence ends.
    fn is_a_list(&self, from: usize) -> bool {
        let mut sentence =
            (from + 1..self.words.len()).take_while(|at| self.words[*at].before <= Gap::Comma);
        sentence.any(|at| self.one_of("or", at).is_some())
    }

    /// Whether a word that leaves things open stands before, in the same sentence.
    fn is_left_open(&self, these: &Range<usize>) -> bool {
        const REACH: usize = 20;
        let mut sentence = (these.start.saturating_sub(REACH)..these.start)
            .rev()
            .take_while(|at| self.words[at + 1].before < Gap::Stop);
        sentence.any(|at| self.one_of("hedge", at).is_some())
    }

    /// Whether it overlaps with words that make it fine.
    fn is_excepted(&self, row: &Row, these: &Range<usize>) -> bool {
        const REACH: usize = 8;
        let lead_in = self.table.group("lead-in");
        (these.start.saturating_sub(REACH)..these.end).any(|at| {
            let mut ends = row
                .except
                .iter()
                .filter_map(|fine| fine.at(&self.words, at, lead_in));
            ends.any(|end| end > these.start)
        })
    }
}

/// What the table of words finds. Each row speaks once a text, and no two about the same words.
fn listed(line: &Line<'_>, purpose: Purpose, offered: bool) -> Vec<Finding> {
    let lead_in = line.table.group("lead-in");
    let mut hits: Vec<(usize, &Row, Range<usize>)> = Vec::new();
    let mut spoken: HashMap<usize, usize> = HashMap::new();
    for (at, word) in line.words.iter().enumerate() {
        for (number, row, phrase) in line.table.beginning_with(&word.plain) {
            if !purpose.is_held_to(row.rule) || spoken.get(&number).is_some_and(|first| *first < at)
            {
                continue;
            }
            let these = phrase.at(&line.words, at, lead_in).map(|end| at..end);
            if let Some(these) = these.filter(|these| !is_fine(line, row, these, offered)) {
                spoken.insert(number, at);
                hits.push((number, row, these));
            }
        }
    }
    // What stands first in the table knows the words best.
    hits.sort_by_key(|(number, _, these)| (*number, these.start, Reverse(these.end)));
    let mut kept: Vec<(usize, &Row, Range<usize>)> = Vec::new();
    for (number, row, these) in hits {
        let overlaps = |kept: &Range<usize>| kept.start < these.end && these.start < kept.end;
        let known =
            |(other, _, range): &(usize, &Row, Range<usize>)| *other == number || overlaps(range);
        if !kept.iter().any(known) {
            kept.push((number, row, these));
        }
    }
    kept.into_iter()
        .map(|(_, row, these)| finding(row, line, &these))
        .collect()
}

fn is_fine(line: &Line<'_>, row: &Row, these: &Range<usize>, offered: bool) -> bool {
    let words = &line.words[these.clone()];
    // Somebody else's words, and questions, tell nobody what to do.
    let told = words.iter().all(|word| word.quoted);
    let asked = words.iter().any(|word| word.asked) && row.rule != Rule::Naming;
    let open = match row.unless {
        Unless::Never => false,
        Unless::Choice => {
            (offered && row.rule == Rule::Command)
                || line.choices.iter().any(|at| !these.contains(at))
        }
        Unless::Hedge => line.is_left_open(these),
    };
    let denied = !row.even_after_no && line.is_denied(these);
    told || asked || open || denied || line.is_excepted(row, these)
}

fn finding(row: &Row, line: &Line<'_>, these: &Range<usize>) -> Finding {
    let range = line.range(these);
    let example = format!("For example: {}", row.kinder);
    Finding {
        rule: row.rule,
        message: format!("\"{}\" {}", quoted(&line.text[range.clone()]), row.says),
        range,
        label: row.why.clone(),
        help: std::iter::once(example)
            .chain(row.more.iter().cloned())
            .collect(),
    }
}
