//! Minutes that a title or a description promises, against those that the session takes.

use std::ops::Range;

use super::Shape;
use crate::advice::place::in_the_file;
use crate::advice::text::{Gap, Word, words};
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::{number_in_words, write_time};
use crate::time::Ms;

/// Before these minutes it is a part of the session that is meant, or something outside it.
const OF_A_PART: [&str; 18] = [
    "first", "last", "final", "every", "each", "another", "after", "within", "next", "extra",
    "more", "than", "for", "then", "to", "only", "of", "or",
];
/// The same after them: "five minutes a day".
const OF_A_DAY: [&str; 14] = [
    "a", "each", "every", "per", "before", "after", "later", "between", "in", "into", "or", "to",
    "then", "and",
];

pub(super) fn advise(shape: &Shape<'_>) -> Option<Diagnostic> {
    let texts = [&shape.script.title, &shape.script.about];
    let stated = texts.into_iter().filter_map(|field| {
        let given = field.given()?;
        Some((given, stated(&given.value)))
    });
    let mut stated: Vec<_> = stated
        .flat_map(|(given, all)| all.into_iter().map(move |found| (given, found)))
        .collect();
    // Where several lengths are named, they are parts of it.
    stated.dedup_by_key(|(_, (minutes, _))| *minutes);
    let [(given, (minutes, range))] = stated.as_slice() else {
        return None;
    };
    let (length, stated) = (shape.timeline.length(), Ms::minutes(u64::from(*minutes)));
    let apart = length.0.abs_diff(stated.0);
    // Less than a minute, or a fifth, is what "about" is for. Our own judgement.
    if apart < 60_000.max(stated.0 / 5) && !(*minutes == 1 && apart >= 45_000) {
        return None;
    }
    let message = format!(
        "the session takes {}, not {}",
        write_time(length),
        write_time(stated)
    );
    let span = in_the_file(shape.source, &given.span, &given.value, range);
    Some(
        Diagnostic::advice(Rule::UnusualLength, span, message)
            .label("another length")
            .help("People plan with it. Either the words or the steps can change."),
    )
}

/// The lengths that a text states, and where.
fn stated(text: &str) -> Vec<(u32, Range<usize>)> {
    let words = words(text);
    let mut all = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let (number, last) = match word.plain.split_once('-') {
            // "five-minute rest"
            Some((number, "minute" | "minutes" | "min")) => (number, at),
            Some(_) => continue,
            None => match words.get(at + 1) {
                Some(unit) if is_unit(unit) => (&*word.plain, at + 1),
                _ => continue,
            },
        };
        let of_a_part =
            at > 0 && word.before == Gap::None && OF_A_PART.contains(&&*words[at - 1].plain);
        let after = words
            .get(last + 1)
            .filter(|after| after.before == Gap::None);
        let of_a_day = after.is_some_and(|after| OF_A_DAY.contains(&&*after.plain));
        if let Some(minutes) = number_of(number)
            && !of_a_part
            && !of_a_day
        {
            all.push((minutes, word.range.start..words[last].range.end));
        }
    }
    all
}

fn is_unit(word: &Word) -> bool {
    word.before == Gap::None && matches!(&*word.plain, "minute" | "minutes" | "min" | "mins")
}

fn number_of(word: &str) -> Option<u32> {
    let minutes = number_in_words(word).or_else(|| word.parse().ok())?;
    (1..=180).contains(&minutes).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_understood_as_people_write_them() {
        let table: [(&str, &[u32]); 14] = [
            ("Five minutes of quiet", &[5]),
            ("A 10-minute rest", &[10]),
            ("A ten-minute rest", &[10]),
            ("Evening, 8 min", &[8]),
            ("One Minute", &[1]),
            ("Two minutes of settling, then five minutes of breath", &[2]),
            ("Five minutes a day", &[]),
            ("Rest for two minutes after it", &[]),
            ("The first three minutes are quiet", &[]),
            ("A minute here and there", &[]),
            ("Six breaths a minute", &[]),
            ("Take five. Minutes pass", &[]),
            ("500 minutes", &[]),
            ("Three to five minutes", &[]),
        ];
        for (text, wanted) in table {
            let found: Vec<u32> = stated(text)
                .into_iter()
                .map(|(minutes, _)| minutes)
                .collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
