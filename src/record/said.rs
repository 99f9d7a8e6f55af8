//! What is said while somebody records, in the order in which it is read: on a screen and as lines.
//!
//! It is for therapists, and in English, as everything for authors is.

use super::flow::{Flow, Kept, Note, Stage};
use super::level::Fit;
use super::tidy::{LONGEST_TAKE, Unheard};

/// What there is to read now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Which line it is, and how long the rest may take.
    pub heading: String,
    /// The line before, where there is one.
    pub before: Option<String>,
    /// The line that is read aloud.
    pub line: String,
    /// The line after, where there is one.
    pub after: Option<String>,
    /// What is going on, and what came of the last key.
    pub news: String,
}

/// What this is about, said once before anything is recorded.
pub fn intro(flow: &Flow, folder: &str, microphone: &str) -> Vec<String> {
    let (left, count) = (flow.left(), flow.count());
    let lines = match left {
        0 => "Every line of this session is recorded. r records one again.".to_owned(),
        1 => format!("1 line is left to record, {}.", time(flow)),
        left if left == count => {
            format!("{count} lines to record, one by one: {}.", time(flow))
        }
        left => format!(
            "{left} of {count} lines are left to record: {}.",
            time(flow)
        ),
    };
    vec![
        lines,
        format!(
            "Your voice will be in sound files in {folder}. Whoever gets them can know you by it. Nothing is sent anywhere."
        ),
        format!("The microphone listens only while a line is recorded: {microphone}."),
        "It helps: a quiet room, a hand's width or two away, reading slowly.".to_owned(),
    ]
}

fn time(flow: &Flow) -> String {
    match (flow.seconds_left() / 60.0).round() as u64 {
        0 | 1 => "about a minute".to_owned(),
        minutes => format!("about {minutes} minutes"),
    }
}

/// What there is to read at a line.
pub fn page(flow: &Flow) -> Page {
    let number = format!("Line {} of {}", flow.at() + 1, flow.count());
    let heading = if flow.left() == 0 {
        format!("{number} · all recorded")
    } else {
        format!("{number} · {} left", time(flow))
    };
    let [before, after] = flow
        .around()
        .map(|line| line.map(|line| line.text.to_string()));
    Page {
        heading,
        before,
        line: flow.line().text.to_string(),
        after,
        news: news(flow),
    }
}

fn news(flow: &Flow) -> String {
    match flow.stage() {
        Stage::Intro => return String::new(),
        Stage::Opening => return "The microphone is being opened…".to_owned(),
        Stage::Recording => return "It listens. Read the line.".to_owned(),
        Stage::Playing => return "This is how it sounds.".to_owned(),
        Stage::Ready => {}
    }
    match flow.note() {
        Note::Kept(kept) => self::kept(kept),
        Note::Missed(why) => format!("That did not work: {why}."),
        Note::BrokenOff => "Broken off, and not kept.".to_owned(),
        Note::NothingToHear => "This line is not recorded yet.".to_owned(),
        Note::NoMore if flow.at() == 0 => "This is the first line.".to_owned(),
        Note::NoMore => "This is the last line.".to_owned(),
        Note::Nothing if flow.is_recorded() => "This line is recorded.".to_owned(),
        Note::Nothing => "Not recorded yet.".to_owned(),
    }
}

fn kept(kept: &Kept) -> String {
    let mut said = format!("Kept: {:.1} seconds, as loud as the others.", kept.seconds);
    if kept.is_cut {
        said.push_str(" It was too loud in places, and may sound rough; r records it again.");
    } else if kept.is_noisy {
        said.push_str(" The room can be heard in it; nearer to the microphone helps.");
    } else if kept.is_long {
        said = format!("Kept the first {LONGEST_TAKE} seconds; a line cannot be longer.");
    }
    said
}

/// What keys do now: each with what it does, the most usual first.
pub fn keys(flow: &Flow) -> &'static [(&'static str, &'static str)] {
    match flow.stage() {
        Stage::Intro => &[("space", "begins"), ("q", "leaves")],
        Stage::Opening => &[("space", "breaks off"), ("q", "leaves")],
        Stage::Recording => &[
            ("space", "ends it"),
            ("r", "from the start again"),
            ("b", "breaks off"),
            ("q", "leaves"),
        ],
        Stage::Playing => &[
            ("space", "stops it"),
            ("r", "records it again"),
            ("q", "leaves"),
        ],
        Stage::Ready if flow.is_recorded() && flow.left() == 0 => &[
            ("space", "finishes"),
            ("r", "records it again"),
            ("p", "plays it"),
            ("b", "back"),
            ("s", "skips"),
        ],
        Stage::Ready if flow.is_recorded() => &[
            ("space", "goes on"),
            ("r", "records it again"),
            ("p", "plays it"),
            ("b", "back"),
            ("s", "skips"),
            ("q", "finishes"),
        ],
        Stage::Ready => &[
            ("space", "records"),
            ("s", "skips"),
            ("b", "back"),
            ("q", "finishes"),
        ],
    }
}

/// What to make of a level, in a word or two.
pub const fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::Silent => "…",
        Fit::Quiet => "quiet: nearer",
        Fit::Good => "good",
        Fit::Loud => "loud: further away",
    }
}

/// Why a take was not kept.
pub fn unheard(why: Unheard) -> String {
    match why {
        Unheard::Nothing => "nothing came from the microphone".to_owned(),
        Unheard::NoWords => {
            "no words could be heard; nearer to the microphone, or another one with --device"
                .to_owned()
        }
    }
}

/// What was done, said at the end.
pub fn ending(flow: &Flow, file: &str) -> String {
    let (kept, left) = (flow.kept(), flow.left());
    let kept = match kept {
        0 => "Nothing was recorded.".to_owned(),
        1 => format!("1 recording is named in {file}."),
        kept => format!("{kept} recordings are named in {file}."),
    };
    let left = match left {
        0 => "Every line is recorded.".to_owned(),
        1 => "1 line is left; the same command goes on there.".to_owned(),
        left => format!("{left} lines are left; the same command goes on there."),
    };
    format!("{kept} {left}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Ask, Spoken};
    use crate::text::Clean;

    fn flow(count: usize) -> Flow {
        let line = |n: usize| Spoken {
            text: Clean::from_shown(&format!("Line {n}, with some words in it.")),
            place: None,
        };
        Flow::new((0..count).map(line).collect(), |_| false, None)
    }

    #[test]
    fn a_page_says_where_one_is_and_what_comes_before_and_after() {
        let mut flow = flow(30);
        flow.ask(Ask::Go);
        let first = page(&flow);
        assert_eq!(first.heading, "Line 1 of 30 · about 6 minutes left");
        assert_eq!(
            (first.before, first.news.as_str()),
            (None, "Not recorded yet.")
        );
        assert!(first.after.is_some());
        flow.ask(Ask::Go);
        assert!(page(&flow).news.contains("opened"));
        flow.listens();
        assert!(page(&flow).news.contains("Read the line"));
        flow.ask(Ask::Go);
        flow.misses("the disk is full");
        assert_eq!(page(&flow).news, "That did not work: the disk is full.");
    }

    #[test]
    fn everybody_is_told_that_a_voice_is_kept() {
        let said = intro(&flow(3), "voice", "the usual one").join(" ");
        assert!(
            said.contains("Your voice will be in sound files in voice"),
            "{said}"
        );
        assert!(said.starts_with("3 lines to record"), "{said}");
    }

    #[test]
    fn the_end_says_what_is_there_and_what_is_left() {
        let mut flow = flow(2);
        assert_eq!(
            ending(&flow, "a.toml"),
            "Nothing was recorded. 2 lines are left; the same command goes on there."
        );
        flow.keeps(Kept {
            seconds: 1.0,
            is_cut: false,
            is_noisy: false,
            is_long: false,
        });
        assert_eq!(
            ending(&flow, "a.toml"),
            "1 recording is named in a.toml. 1 line is left; the same command goes on there."
        );
    }
}
