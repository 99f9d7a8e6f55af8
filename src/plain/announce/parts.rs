//! When a part of a session is said, and what of it: at its beginning, or ahead of it, so that the
//! first word of its breath comes on time.

use std::fmt::Write;

use super::Announced;
use crate::settings::Announce;
use crate::time::Ms;
use crate::timeline::{Activity, SpanKind, StepSpan};

/// How long a line takes to say at an unhurried 175 words a minute: some time to begin, and some
/// for each letter. Measured with a speech synthesiser over all that softly says.
const TO_BEGIN: Ms = Ms(700);
const A_LETTER: Ms = Ms(70);

/// When a part is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The place of the session.
    pub(super) at: Ms,
    /// Before it begins, because its first word has to come on time.
    pub(super) ahead: bool,
    /// Together with its first line, for which there would be no time later.
    pub(super) with_line: bool,
}

impl<'a> Announced<'a> {
    /// Whether the author's lines of a part are said. Where nothing is but what one has to know,
    /// those are that say what to do: where to move to, and what to wait with.
    pub(super) fn says_lines_of(self, part: usize) -> bool {
        self.announce != Announce::None || has_to_be_known(&self.timeline.steps()[part].kind)
    }

    /// When a part is said: where a paced breath begins with it, early enough that the first word
    /// of the breath comes on time. None after the last part.
    pub(super) fn told(self, part: usize) -> Option<Told> {
        let onset = self.timeline.steps().get(part)?.onset;
        let on_time = Told {
            at: onset,
            ahead: false,
            with_line: false,
        };
        let Some(free) = self.free_before(part).filter(|_| self.begins_paced(part)) else {
            return Some(on_time);
        };
        let alone = time_to_say(&self.part_at_length(part, true));
        let line = self.first_line(part).map(time_to_say);
        let both = onset - alone - line.unwrap_or_default();
        let with_line = line.is_some() && both >= free;
        let at = if with_line { both } else { onset - alone };
        Some(Told {
            at: at.max(free),
            ahead: true,
            with_line,
        })
    }

    /// From when on nothing else is said before a part; none where nobody knows when it begins,
    /// because somebody has to go on first.
    fn free_before(self, part: usize) -> Option<Ms> {
        let steps = self.timeline.steps();
        let before = &steps[part.checked_sub(1)?];
        if before.kind.waits() && self.listens {
            return None;
        }
        let onset = steps[part].onset;
        let last = self.timeline.segment_at(onset - Ms(1));
        if is_paced(last.activity) {
            return Some(last.onset);
        }
        // Lines follow each other as a voice says them.
        let title = time_to_say(&self.part_at_length(part - 1, true));
        let lines = self.timeline.lines();
        let from = |place| lines.partition_point(|line| line.onset < place);
        let its_lines = &lines[from(before.onset)..from(onset)];
        let free = its_lines.iter().fold(before.onset + title, |free, line| {
            free.max(line.onset) + time_to_say(&line.text)
        });
        Some(free.min(onset))
    }

    /// The line that begins together with a part.
    pub(super) fn first_line(self, part: usize) -> Option<&'a str> {
        let onset = self.timeline.steps()[part].onset;
        let lines = self.timeline.lines();
        let first = lines.partition_point(|line| line.onset < onset);
        let line = lines.get(first)?;
        let is_first = line.onset == onset && line.step == part;
        (is_first && self.says_lines_of(part)).then_some(&*line.text)
    }

    /// Whether a part begins with a word that has to come on time.
    fn begins_paced(self, part: usize) -> bool {
        let onset = self.timeline.steps()[part].onset;
        let first = self.timeline.segment_at(onset).activity;
        is_paced(first) && self.announce == Announce::Phase
    }

    /// What is said of a part; nothing where it need not be known.
    pub(super) fn part(self, index: usize, ahead: bool) -> Option<String> {
        let part = &self.timeline.steps()[index];
        if self.announce == Announce::None && !has_to_be_known(&part.kind) {
            return None;
        }
        Some(self.part_at_length(index, ahead || !self.begins_paced(index)))
    }

    /// What is said of a part, with its number and its length, or shortly, where the first word
    /// of its breath follows at once.
    fn part_at_length(self, index: usize, at_length: bool) -> String {
        let (words, steps) = (self.words, self.timeline.steps());
        let part = &steps[index];
        let waits = part.kind.waits() && self.listens;
        // The rounds of a repeat begin with a part of the first: how long that lasts would seem to
        // be said about all of them.
        let alike = matches!(part.kind, SpanKind::Part { .. } | SpanKind::Stretch { .. });
        let goes_on = steps.get(index + 1).is_some_and(|next| next.continues);
        let begins_rounds = !part.continues && !alike && goes_on;
        let has_length = at_length && !waits && !begins_rounds;
        let length = has_length.then(|| whole_seconds(part.length));
        let numbered = at_length && !part.continues;
        let number = numbered.then(|| (begun(&steps[..=index]), begun(steps)));
        let title = words.part(part.title.as_deref(), &part.kind);
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = (words.plain.step)(&mut text, number, &title, length);
        if waits {
            let _ = write!(text, " {}", words.parts.plain_go_on);
        }
        self.more_about(&mut text, index);
        text
    }

    /// What its author wrote about a part comes on lines of its own.
    fn more_about(self, text: &mut String, index: usize) {
        let words = &self.words.parts;
        let part = &self.timeline.steps()[index];
        // Writing to a String cannot fail.
        let _ = match &part.kind {
            // What an earlier round has told is known.
            SpanKind::Contract(_) if self.was_told_before(index) => Ok(()),
            SpanKind::Contract(contract) => {
                text.push('\n');
                (words.squeezes)(text, *contract).and_then(|()| {
                    contract.effort.map_or(Ok(()), |percent| {
                        text.push('\n');
                        (words.effort)(text, percent)
                    })
                })
            }
            SpanKind::External { text: own } => write!(text, "\n{own}"),
            SpanKind::Stretch { text: own, .. } if part.title.is_some() => {
                write!(text, "\n{own}")
            }
            SpanKind::Move { position } => position
                .cautions
                .iter()
                .try_for_each(|caution| write!(text, "\n{caution}")),
            _ => Ok(()),
        };
    }

    /// Whether the squeezes of a part have been told in an earlier round.
    fn was_told_before(self, part: usize) -> bool {
        let steps = self.timeline.steps();
        let (before, this) = (&steps[..part], &steps[part]);
        let earlier = before.iter().rev();
        let mut earlier = earlier.take_while(|part| part.source == this.source);
        earlier.any(|part| match (&part.kind, &this.kind) {
            (SpanKind::Contract(other), SpanKind::Contract(this)) => other == this,
            _ => false,
        })
    }
}

/// What has to be known to take part at all: what waits, where to move to, and what to do.
const fn has_to_be_known(kind: &SpanKind) -> bool {
    kind.waits()
        || matches!(
            kind,
            SpanKind::Stretch { .. } | SpanKind::Swap { .. } | SpanKind::Contract(_)
        )
}

/// Whether words come with something that have to be on time.
const fn is_paced(activity: Activity) -> bool {
    matches!(
        activity,
        Activity::Breath { .. } | Activity::Squeeze { .. } | Activity::Release { .. }
    )
}

/// How many steps begin among some parts.
fn begun(parts: &[StepSpan]) -> usize {
    parts.iter().filter(|part| !part.continues).count()
}

/// The lengths of parts are told in whole seconds.
fn whole_seconds(length: Ms) -> Ms {
    Ms((length.0 + 500) / 1000 * 1000)
}

/// How long a line takes to say.
pub(super) fn time_to_say(line: &str) -> Ms {
    TO_BEGIN + A_LETTER * line.chars().count() as u64
}
