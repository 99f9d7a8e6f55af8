//! What is said before a session, where it would wait, and after it: what the set-up and the closing
//! say on a screen, for somebody whose eyes are closed.
//!
//! The numbers are our own judgement: long enough to fetch a pillow, and to lie down without hurry.

use crate::app::{changes_of_position, chosen_position};
use crate::score::{Asides, Spoken};
use crate::session::{Position, Session, Sound};
use crate::text::Clean;
use crate::time::Ms;
use crate::timeline::{Choices, SpanKind, Timeline};
use crate::words::Words;

/// After a line that only tells something.
const TO_HEAR: Ms = Ms(1200);
/// After a line that somebody does something with.
const TO_MOVE: Ms = Ms::seconds(8);
/// After what helps in a position has been named.
const TO_FETCH: Ms = Ms::seconds(15);
/// Before the session begins.
const TO_SETTLE: Ms = Ms::seconds(10);

/// Everything that is said beside a session. `breath` tells whether its breath is to be heard.
pub fn asides(
    words: &Words,
    session: &Session,
    choices: &Choices,
    timeline: &Timeline,
    breath: bool,
) -> Asides {
    let stops = timeline.steps().iter().filter(|part| part.kind.waits());
    Asides {
        before: before(words, session, choices, timeline, breath),
        at_stops: stops
            .map(|part| (part.end(), at_stop(words, &part.kind)))
            .collect(),
        after: after(words, session, choices, timeline),
    }
}

/// Lines in the order in which they are said.
struct Lines<'w> {
    words: &'w Words,
    said: Vec<Spoken>,
}

impl Lines<'_> {
    /// A line of the session.
    fn line(&mut self, text: &Clean, quiet: Ms) {
        self.push(text.clone(), quiet, false);
    }

    /// Some lines of the session, each with time to hear it.
    fn lines<'c>(&mut self, texts: impl IntoIterator<Item = &'c Clean>) {
        for text in texts {
            self.line(text, TO_HEAR);
        }
    }

    /// A line of the program's own.
    fn own(&mut self, text: &str, quiet: Ms) {
        self.push(Clean::from_shown(text), quiet, true);
    }

    fn push(&mut self, text: Clean, quiet: Ms, own: bool) {
        self.said.push(Spoken { text, quiet, own });
    }

    /// What helps in a position, and how to get into it.
    fn position(&mut self, position: &Position) {
        if !position.props.is_empty() {
            let props: Vec<&str> = position.props.iter().map(|prop| &**prop).collect();
            let heading = self.words.settle.props;
            let text = format!("{heading}: {}.", props.join(". "));
            self.push(Clean::from_shown(&text), TO_FETCH, false);
        }
        let title = Clean::from_shown(&format!("{}.", position.title));
        self.push(title, TO_HEAR, false);
        for line in &position.set_up {
            self.line(line, TO_MOVE);
        }
        if let Some(lighter) = &position.lighter {
            let text = format!("{}: {lighter}", self.words.settle.lighter);
            self.push(Clean::from_shown(&text), TO_MOVE, false);
        }
    }
}

fn before(
    words: &Words,
    session: &Session,
    choices: &Choices,
    timeline: &Timeline,
    breath: bool,
) -> Vec<Spoken> {
    let position = chosen_position(session, choices);
    let mut lines = Lines {
        words,
        said: Vec::new(),
    };
    let title = format!("{}.", session.shown_title().trim_end_matches('.'));
    lines.push(Clean::from_shown(&title), TO_HEAR, false);
    let length = format!("{}.", words.length(timeline.length()));
    lines.own(&length, TO_HEAR);
    lines.lines(&session.about);
    lines.own(words.export.track.pause_any_time, TO_HEAR);
    lines.position(position);
    lines.lines(session.cautions_in(position));
    lines.lines(&position.instead);
    for change in changes_of_position(session, position, choices) {
        let later = format!("{} {}.", words.settle.later, change.position.title);
        lines.push(Clean::from_shown(&later), TO_HEAR, false);
        lines.lines(&change.cautions);
    }
    lines.own(words.stop, TO_HEAR);
    if !session.stop_if.is_empty() {
        lines.own(words.stop_here, TO_HEAR);
        lines.lines(&session.stop_if);
    }
    lines.own(words.eyes, TO_HEAR);
    if timeline
        .segments()
        .iter()
        .any(|segment| segment.activity.phase().is_some())
    {
        lines.own(words.easy, TO_HEAR);
        lines.own(words.other_anchor, TO_HEAR);
        if breath && timeline.sounds().breath != Sound::None {
            lines.own(words.export.track.breath, TO_HEAR);
        }
    }
    lines.own(words.export.track.take_your_time, TO_SETTLE);
    lines.own(words.export.track.begins, TO_SETTLE);
    lines.said
}

/// What is said where a session would wait for a key.
fn at_stop(words: &Words, kind: &SpanKind) -> Vec<Spoken> {
    let mut lines = Lines {
        words,
        said: Vec::new(),
    };
    match kind {
        SpanKind::Move { position } => lines.position(position),
        SpanKind::External { text } => lines.line(text, TO_HEAR),
        _ => {}
    }
    lines.own(words.export.track.stay_longer, TO_SETTLE);
    lines.said
}

fn after(words: &Words, session: &Session, choices: &Choices, timeline: &Timeline) -> Vec<Spoken> {
    let moved = timeline.position_at(timeline.length());
    let position = moved.unwrap_or_else(|| chosen_position(session, choices));
    let mut lines = Lines {
        words,
        said: Vec::new(),
    };
    lines.own(words.thanks, TO_HEAR);
    lines.own(words.no_hurry, TO_HEAR);
    lines.lines(&position.way_out);
    lines.said
}
