//! Lines that tell the body what to do: an order with a part of the body in it and no choice
//! beside it, and too many orders in one line.
//!
//! Which verbs ask, what follows them, and which words are parts of the body stands in the table of
//! a language. Verbs that leave room of themselves ("let", "notice", "allow") are not among them.

use std::ops::Range;

use super::phrase::opens;
use super::text::{Gap, Word};
use super::words::{Finding, Line, Purpose};
use crate::diagnostic::{Rule, quoted};

/// From so many orders on, a line asks for too much at once.
const MOST_ASKS: usize = 3;
/// The longest line that is offered as a kinder one, in words.
const LONGEST_OFFER: usize = 14;

/// What a line asks of the body. `listed` is what was found in it before, which is not said twice.
pub(super) fn look(
    line: &Line<'_>,
    purpose: Purpose,
    offered: bool,
    listed: &[Finding],
) -> Option<Finding> {
    if !purpose.is_held_to(Rule::Command) || line.offers_a_choice() {
        return None;
    }
    let asks = asks(line);
    if asks.len() >= MOST_ASKS {
        return Some(many(line, &asks));
    }
    let mut asks = asks.into_iter().filter(|_| !offered);
    asks.find_map(|at| {
        let sentence = sentence(&line.words, at);
        let range = line.range(&sentence);
        let overlaps =
            |found: &Finding| found.range.start < range.end && range.start < found.range.end;
        let is_order = has_an_aim(line, at) && names_the_body(line, &sentence);
        (is_order && !listed.iter().any(overlaps)).then(|| order(line, &sentence))
    })
}

/// The verbs that ask for something: at the head of a sentence, and after a comma, "and" or "then"
/// in a sentence that begins with one.
fn asks(line: &Line<'_>) -> Vec<usize> {
    let lead_in = line.table.group("lead-in");
    let mut asks = Vec::new();
    let mut ordering = false;
    for (at, word) in line.words.iter().enumerate() {
        if word.before == Gap::Stop {
            ordering = false;
        }
        if line.one_of("ask", at).is_none() || is_a_thing(line, at) {
            continue;
        }
        let goes_on = word.before == Gap::Comma || follows_and(line, at);
        let begins = (ordering && goes_on) || opens(&line.words, at, lead_in) >= Gap::Colon;
        if begins && !word.asked && !word.quoted {
            asks.push(at);
            ordering = true;
        }
    }
    asks
}

/// "Press of the floor", "Touch is a sense", "Point by point": there it is a thing, not an order.
/// Nor is "Press up with your hands" one, which is about getting up and not about what may be felt.
fn is_a_thing(line: &Line<'_>, at: usize) -> bool {
    let next = line.words.get(at + 1);
    let goes_on = next.is_some_and(|next| next.before == Gap::None);
    line.one_of("no-order", at).is_some() || (goes_on && line.one_of("of", at + 1).is_some())
}

/// Whether a verb goes on as an order does: "Open your palms", and not "Open palms, your choice".
fn has_an_aim(line: &Line<'_>, at: usize) -> bool {
    let next = line
        .words
        .get(at + 1)
        .filter(|next| next.before == Gap::None);
    next.is_some_and(|next| {
        line.one_of("whose", at + 1).is_some()
            || line.one_of("aim", at + 1).is_some()
            || (line.table.order.adverb.as_ref()).is_some_and(|end| next.plain.ends_with(&**end))
    })
}

/// "… and squeeze", "… then lift".
fn follows_and(line: &Line<'_>, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .and_then(|before| line.one_of("and", before));
    line.words[at].before == Gap::None && before.is_some()
}

/// From a word to the end of its sentence.
fn sentence(words: &[Word], from: usize) -> Range<usize> {
    let more = words[from + 1..].iter();
    let more = more.take_while(|word| word.before < Gap::Stop).count();
    from..from + 1 + more
}

/// Whether somebody's own body is meant: "your jaw", "both hands", "the left knee". Where a pillow
/// or a chair is named first, the order is about that: "Put a pillow under your knees".
fn names_the_body(line: &Line<'_>, sentence: &Range<usize>) -> bool {
    let group = |name, at| line.one_of(name, at);
    for at in sentence.clone() {
        if group("thing", at).is_some() {
            return false;
        }
        let mut next = group("whose", at);
        while let Some(at) = next {
            if let Some(end) = group("body", at) {
                // The back of a chair and the foot of a bed are no part of the body.
                let of_a_thing = line.one_of("of-a-thing", end).is_some();
                if end <= sentence.end && !of_a_thing {
                    return true;
                }
                break;
            }
            next = group("side", at);
        }
    }
    false
}

fn order(line: &Line<'_>, sentence: &Range<usize>) -> Finding {
    let range = line.range(sentence);
    let said = &line.text[range.clone()];
    let verb = &line.words[sentence.start];
    let words = &line.table.order;
    let asked = format!("{}{}", verb.plain, &said[verb.range.len()..]);
    let softer = words
        .softer
        .as_ref()
        .map(|softer| softer.replace("{}", &asked));
    let softer = softer.filter(|softer| softer.split_whitespace().count() <= LONGEST_OFFER);
    let help = softer.map_or_else(
        || words.otherwise.clone(),
        |softer| format!("For example: {softer}"),
    );
    Finding {
        rule: Rule::Command,
        message: format!("\"{}\" tells the body what to do", quoted(said)),
        range,
        label: "no choice beside it".to_owned(),
        help: vec![help, words.room.clone()],
    }
}

fn many(line: &Line<'_>, asks: &[usize]) -> Finding {
    let end = sentence(&line.words, asks[asks.len() - 1]).end;
    Finding {
        rule: Rule::ManyAsks,
        message: format!("this line asks for {} things at once", asks.len()),
        range: line.range(&(asks[0]..end)),
        label: "one thing a line is easier".to_owned(),
        help: vec![
            "Spread them over several lines, or leave some of them out.".to_owned(),
            "Told to breathe in, let go, draw in and lift at once, 84 % of women moved the pelvic floor the other way (Ben Ami & Dar 2018).".to_owned(),
        ],
    }
}
