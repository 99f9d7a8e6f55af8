//! Whether what is said can be read: few enough words, room on the screen, and time enough.

use std::collections::HashMap;

use super::Shape;
use crate::advice::walk::{self, Written};
use crate::advice::words::Purpose;
use crate::diagnostic::{Diagnostic, Rule};
use crate::script::write_time;
use crate::time::Ms;
use crate::view::room;

/// The most words of a line. Our own judgement, from writing for people who are tired.
const MOST_WORDS: usize = 14;
/// The least time for a line: a second to look up, and a third of a second for each word. A third is
/// the quick end of what broadcasters keep to in subtitles (Ofcom and the BBC: 160 to 180 words a
/// minute); the second is our own judgement.
const LOOK_UP: Ms = Ms::seconds(1);
const A_WORD: Ms = Ms(1_000 / 3);

pub(super) fn advise(shape: &Shape<'_>, found: &mut Vec<Diagnostic>) {
    let texts = walk::texts(shape.script);
    for written in &texts {
        found.extend(long_line(written));
    }
    brief(shape, &texts, found);
}

/// A line with too many words, or without room.
pub(in crate::advice) fn long_line(written: &Written<'_>) -> Option<Diagnostic> {
    let text = written.text;
    let words = word_count(text);
    let (message, label, help): (String, &str, String) = match written.purpose {
        Purpose::Said | Purpose::SetUp if words > MOST_WORDS => (
            format!("this line has {words} words; at a glance about {MOST_WORDS} can be taken in"),
            "long",
            "It could become two lines, or lose the words that nobody would miss.".into(),
        ),
        Purpose::Said if room::rows_of_a_line(text) > room::rows_kept_for_a_line() => (
            "this line takes more than two rows of a screen of 80 columns".to_owned(),
            "wide",
            "It could become two lines. The picture grows smaller to make room for it.".into(),
        ),
        Purpose::Label if !room::fits_under_the_picture(text) => (
            "this is wider than a screen of 80 columns, and is cut off there".to_owned(),
            "wide",
            "A word or two are enough here; `say` has room for more.".into(),
        ),
        Purpose::Title if !room::fits_in_the_list(text) => (
            "this title is cut off in the list on a screen of 80 columns".to_owned(),
            "a long title",
            format!(
                "About {} letters fit. `about` has room for more.",
                room::columns_of_a_title()
            ),
        ),
        _ => return None,
    };
    let found = Diagnostic::advice(Rule::LongLine, written.span.clone(), message);
    Some(found.label(label).help(help))
}

fn word_count(text: &str) -> usize {
    let word = |piece: &&str| piece.contains(char::is_alphanumeric);
    text.split_whitespace().filter(word).count()
}

/// Lines that make room for something else before they can be read.
fn brief(shape: &Shape<'_>, texts: &[Written<'_>], found: &mut Vec<Diagnostic>) {
    let said = texts
        .iter()
        .filter(|written| written.purpose == Purpose::Said);
    let mut places: HashMap<_, _> = said
        .rev()
        .filter_map(|written| {
            let text = written.text;
            let needed = LOOK_UP + A_WORD * word_count(text) as u64;
            Some(((written.step?, text), (written.span.clone(), needed)))
        })
        .collect();
    for line in shape.timeline.lines() {
        let shown = line.until - line.onset;
        let key = (shape.written[line.step], &*line.text);
        if places.get(&key).is_none_or(|(_, needed)| shown >= *needed) {
            continue;
        }
        // However often a line comes back, it is told about once.
        let Some((span, needed)) = places.remove(&key) else {
            continue;
        };
        let message = format!(
            "this line is on the screen for {}, which is short for reading it",
            write_time(shown)
        );
        let enough = format!(
            "About {} would do: a second to look up, and a third of a second for each word, as in subtitles.",
            write_time(rounded_up(needed))
        );
        let finding = Diagnostic::advice(Rule::BriefText, span, message)
            .label("gone soon")
            .help(enough)
            .help("It stays until the next line, the end of its breath or the end of its step.");
        found.push(finding);
    }
}

/// To half a second.
fn rounded_up(time: Ms) -> Ms {
    Ms(time.0.div_ceil(500) * 500)
}
