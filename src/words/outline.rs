//! Words of a session's outline, as `softly show` prints it.

use std::fmt::{Result, Write};

use crate::session::{Pattern, Phase, Strand};
use crate::time::Ms;
use crate::timeline::LengthRange;

/// Words of the outline. The functions write what holds numbers.
#[derive(Debug)]
pub struct OutlineWords {
    /// Before the neutral title.
    pub in_lists: &'static str,
    /// Before the question for oneself.
    pub asks: &'static str,
    /// Beside the position that is suggested.
    pub suggested: &'static str,
    /// Beside the position that was chosen.
    pub chosen: &'static str,
    /// Heading of the reasons to stop that belong to a session.
    pub stop_if: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// Before how sure the ideas behind it are.
    pub confidence: &'static str,
    /// Before the strands of care that it belongs to.
    pub strands: &'static str,
    /// So many lines are recorded, at least one.
    pub recorded: fn(usize) -> String,
    /// What a strand is called.
    pub strand: fn(Strand) -> &'static str,
    /// A long stretch without words is meant.
    pub silence: &'static str,
    /// Quiet without pacing.
    pub rest: &'static str,
    /// Breathing, in the legend.
    pub breathing: &'static str,
    /// The senses: in the legend, and before what they turn to.
    pub senses: [&'static str; 2],
    /// A body scan: in the legend, and before the part that is visited.
    pub scan: [&'static str; 2],
    /// A stretch, in the legend.
    pub stretch: &'static str,
    /// Small squeezes, in the legend.
    pub squeezes: &'static str,
    /// What lasts until a key is pressed, in the legend.
    pub waits: &'static str,
    /// A change of position.
    pub new_position: &'static str,
    /// What the curve shows.
    pub pace: &'static str,
    /// Before a note for the therapist.
    pub note: &'static str,
    /// Notes were asked for, and there are none.
    pub no_notes: &'static str,
    /// Holds are left out until they are asked for.
    pub without_holds: &'static str,
    /// Small squeezes are.
    pub without_squeezes: &'static str,
    /// Some places in the body are.
    pub without_asked_parts: &'static str,
    /// How many breaths of which shape and pace, from the first breath to the last.
    pub breaths: fn(&mut dyn Write, u32, Pattern, Pattern) -> Result,
    /// The same at one's own pace.
    pub own_breaths: fn(&mut dyn Write, u32) -> Result,
    /// A number with at most one digit after the point.
    pub number: fn(f64) -> String,
    /// A text comes again at these times.
    pub again: fn(&mut dyn Write, &[Ms]) -> Result,
    /// So many more parts of a step, until then.
    pub more_parts: fn(&mut dyn Write, usize, Ms) -> Result,
    /// How long it is, and how long it can be made.
    pub lengths: fn(&mut dyn Write, Ms, &LengthRange) -> Result,
}

pub(super) const ENGLISH: OutlineWords = OutlineWords {
    in_lists: "In lists",
    asks: "For oneself, nothing is kept:",
    suggested: "suggested",
    chosen: "chosen",
    stop_if: "Reasons to stop",
    sources: "Sources",
    confidence: "How sure this is:",
    strands: "Strands",
    recorded: |lines| match lines {
        1 => "One of its lines is recorded.".to_owned(),
        _ => format!("{lines} of its lines are recorded."),
    },
    strand: |strand| match strand {
        Strand::Downtraining => "downtraining",
        Strand::Breathwork => "breathwork",
        Strand::NervousSystem => "nervous system",
        Strand::BowelAndBladder => "bowel and bladder",
        Strand::Somatic => "somatic",
        Strand::Movement => "movement",
        Strand::Education => "education",
    },
    silence: "a long silence is meant here",
    rest: "rest",
    breathing: "breathing",
    senses: ["senses", "for the senses:"],
    scan: ["body scan", "visiting:"],
    stretch: "stretch",
    squeezes: "small squeezes",
    waits: "until a key",
    new_position: "a change of position",
    pace: "breaths a minute",
    note: "For the therapist:",
    no_notes: "There are no notes for the therapist in this session.",
    without_holds: "It has breath holds for those who ask for them; --holds shows them.",
    without_squeezes: "It has small squeezes for those who ask for them; --squeezes shows them.",
    without_asked_parts: "It visits some places only for those who ask; --all-parts shows them.",
    breaths: english_breaths,
    own_breaths: |out, breaths| {
        write!(
            out,
            "at your own pace, for about as long as {}",
            count(breaths, "breath")
        )
    },
    number,
    again: english_again,
    more_parts: |out, parts, until| write!(out, "and {parts} more such parts, until {until}"),
    lengths: english_lengths,
};

/// "12 breaths, in 4, out 6; 6 a minute".
fn english_breaths(out: &mut dyn Write, breaths: u32, from: Pattern, to: Pattern) -> Result {
    write!(out, "{}, ", count(breaths, "breath"))?;
    if from == to {
        return write!(out, "{}; {} a minute", shape(from), pace(from));
    }
    let (from_pace, to_pace) = (pace(from), pace(to));
    write!(out, "from {} to {}; {from_pace}", shape(from), shape(to))?;
    if from_pace != to_pace {
        write!(out, " to {to_pace}")?;
    }
    out.write_str(" a minute")
}

/// "in 4, out 6", in seconds.
fn shape(pattern: Pattern) -> String {
    shape_of(pattern, number, |phase| match phase {
        Phase::Sip => "sip",
        _ => super::ENGLISH.short_phase(phase),
    })
}

/// The phases that a breath has, each with its name and its length in seconds.
pub(super) fn shape_of(
    pattern: Pattern,
    number: fn(f64) -> String,
    name: impl Fn(Phase) -> &'static str,
) -> String {
    let phases = Phase::ALL
        .into_iter()
        .filter(|phase| pattern.phase(*phase) > Ms::ZERO);
    let named = phases.map(|phase| {
        let seconds = pattern.phase(phase).as_seconds_f64();
        format!("{} {}", name(phase), number(seconds))
    });
    named.collect::<Vec<_>>().join(", ")
}

fn pace(pattern: Pattern) -> String {
    number(pattern.breaths_per_minute())
}

/// A number as people write it: 6, or 6.7.
fn number(number: f64) -> String {
    let tenths = format!("{number:.1}");
    tenths.strip_suffix(".0").unwrap_or(&tenths).to_owned()
}

fn count(count: u32, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// "again at 3:08 and 4:08", or how often if that is more than one cares to read.
fn english_again(out: &mut dyn Write, times: &[Ms]) -> Result {
    const MOST: usize = 4;
    match times {
        [] => Ok(()),
        [only] => write!(out, "again at {only}"),
        [.., last] if times.len() > MOST => {
            write!(out, "and {} times more, the last at {last}", times.len())
        }
        [first @ .., last] => {
            let first: Vec<_> = first.iter().map(ToString::to_string).collect();
            write!(out, "again at {} and {last}", first.join(", "))
        }
    }
}

fn english_lengths(out: &mut dyn Write, length: Ms, range: &LengthRange) -> Result {
    write!(out, "Altogether {length}")?;
    if length != range.written {
        write!(out, "; as written {}", range.written)?;
    }
    let minutes = range.minutes();
    let (least, most) = (minutes.start(), minutes.end());
    if least < most {
        write!(
            out,
            ". It can be made {least} to {most} minutes long with --minutes"
        )?;
    }
    out.write_char('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut String) -> Result) -> String {
        let mut text = String::new();
        write(&mut text).unwrap();
        text
    }

    fn pattern(inhale: u64, exhale: u64) -> Pattern {
        Pattern::new(Ms(inhale), Ms(exhale))
    }

    #[test]
    fn breaths_are_told_with_their_shape_and_pace() {
        let table = [
            (
                12,
                (4000, 6000),
                (4000, 6000),
                "12 breaths, in 4, out 6; 6 a minute",
            ),
            (
                1,
                (3500, 4000),
                (3500, 4000),
                "1 breath, in 3.5, out 4; 8 a minute",
            ),
            (
                18,
                (4000, 4000),
                (4000, 6000),
                "18 breaths, from in 4, out 4 to in 4, out 6; 7.5 to 6 a minute",
            ),
            (
                2,
                (4000, 6000),
                (5000, 5000),
                "2 breaths, from in 4, out 6 to in 5, out 5; 6 a minute",
            ),
        ];
        for (breaths, from, to, wanted) in table {
            let (from, to) = (pattern(from.0, from.1), pattern(to.0, to.1));
            let told = written(|out| (ENGLISH.breaths)(out, breaths, from, to));
            assert_eq!(told, wanted);
        }
    }

    #[test]
    fn times_at_which_a_text_comes_again_stay_few() {
        let times: Vec<Ms> = (1..=9).map(Ms::minutes).collect();
        let table = [
            (1, "again at 1:00"),
            (3, "again at 1:00, 2:00 and 3:00"),
            (9, "and 9 times more, the last at 9:00"),
        ];
        for (count, wanted) in table {
            assert_eq!(written(|out| (ENGLISH.again)(out, &times[..count])), wanted);
        }
    }

    #[test]
    fn a_length_says_what_else_it_could_be() {
        let range = |shortest, longest| LengthRange {
            shortest: Ms::seconds(shortest),
            written: Ms::seconds(180),
            longest: Ms::seconds(longest),
        };
        let table = [
            (
                180,
                range(100, 600),
                "Altogether 3:00. It can be made 2 to 10 minutes long with --minutes.",
            ),
            (
                300,
                range(100, 600),
                "Altogether 5:00; as written 3:00. It can be made 2 to 10 minutes long with --minutes.",
            ),
            (180, range(180, 180), "Altogether 3:00."),
        ];
        for (length, range, wanted) in table {
            let told = written(|out| (ENGLISH.lengths)(out, Ms::seconds(length), &range));
            assert_eq!(told, wanted);
        }
    }
}
