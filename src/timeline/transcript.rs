//! A session in words with times: for `softly show`, for goldens, for reading before doing.

use serde::Serialize;

use super::{Event, SpanKind, StepSpan, Timeline};
use crate::text::Clean;
use crate::time::Ms;

/// One entry of a transcript.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// When, in milliseconds from the start.
    pub at: Ms,
    /// What.
    #[serde(flatten)]
    pub said: Said,
}

/// What a transcript can say.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Said {
    /// A step begins; for breathing, with how many breaths and of what shape.
    Step {
        /// Its title, if it has one.
        title: Option<Clean>,
        /// What it does.
        #[serde(rename = "does")]
        kind: SpanKind,
        /// How long it lasts, in milliseconds.
        length: Ms,
    },
    /// A line is shown and spoken.
    Line {
        /// The words.
        text: Clean,
    },
    /// The session is over.
    End,
}

impl Timeline {
    /// The whole session in words. It is as long as the session has steps and lines.
    pub fn transcript(&self) -> Vec<Entry> {
        let whole = Ms::ZERO..self.length() + Ms(1);
        self.crossed(whole)
            .into_iter()
            .filter_map(|event| entry(&event))
            .collect()
    }
}

fn entry(event: &Event<'_>) -> Option<Entry> {
    let said = match event {
        Event::Step(
            _,
            StepSpan {
                title,
                kind,
                length,
                ..
            },
        ) => Said::Step {
            title: title.clone(),
            kind: kind.clone(),
            length: *length,
        },
        Event::Line(line) => Said::Line {
            text: line.text.clone(),
        },
        Event::End(_) => Said::End,
        // The program's own words are none of the session's.
        Event::Anchor(_) | Event::Phase { .. } | Event::Squeeze(_) | Event::Release(_) => {
            return None;
        }
    };
    Some(Entry {
        at: event.onset(),
        said,
    })
}

#[cfg(test)]
mod tests {
    use crate::session::sample::everything;
    use crate::timeline::{Choices, compile};

    #[test]
    fn every_kind_of_step_can_be_read_before_it_is_done() {
        let choices = Choices {
            squeezes: true,
            ..Choices::default()
        };
        let timeline = compile(&everything(), &choices);
        insta::assert_json_snapshot!(timeline.transcript());
    }
}
