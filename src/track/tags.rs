//! What a track's file says of itself: a title, who wrote the session, what softly is, and where each
//! step begins. No picture, no day, no person.

use crate::language::Language;
use crate::score::Mixdown;
use crate::session::Session;
use crate::text::Clean;
use crate::timeline::{Choices, listed};
use crate::words::Words;

/// What is written into the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tags {
    /// What it is called; the neutral title where the session has one, because a telephone shows it on
    /// its locked screen.
    pub title: Clean,
    /// Who wrote the session.
    pub artist: Option<Clean>,
    /// What softly is, and is not.
    pub comment: Clean,
    /// The language of the comment, by the three letters that ID3 has for it.
    pub language: &'static str,
    /// Where its parts begin, in order. The first begins with the track.
    pub chapters: Vec<Chapter>,
}

/// A part of a track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The frame that it begins with.
    pub onset: u64,
    /// What it is called.
    pub title: Clean,
}

/// What the file of a track says of itself. `title` takes the place of the session's own.
pub fn tags(
    words: &Words,
    session: &Session,
    choices: &Choices,
    mixdown: &Mixdown,
    title: Option<&Clean>,
) -> Tags {
    Tags {
        title: title.unwrap_or(session.shown_title()).clone(),
        artist: session.by.clone(),
        comment: Clean::from_shown(words.export.track.comment),
        language: match words.language {
            Language::English => "eng",
            Language::German => "deu",
        },
        chapters: chapters(words, session, choices, mixdown),
    }
}

fn chapters(
    words: &Words,
    session: &Session,
    choices: &Choices,
    mixdown: &Mixdown,
) -> Vec<Chapter> {
    let timeline = mixdown.score().timeline();
    let mut chapters = Vec::new();
    let mut push = |onset, title: &str| {
        chapters.push(Chapter {
            onset,
            title: Clean::from_shown(title),
        });
    };
    let rows = listed(session, choices, timeline);
    for part in rows.iter().filter_map(|row| row.part()) {
        let onset = mixdown.frame_of(part.onset);
        if onset > 0 && part.parts.start == 0 {
            push(0, words.export.track.settling);
        }
        let title = part.title(session, timeline).map(|title| &**title);
        push(
            onset,
            &words.part(title, &timeline.steps()[part.named].kind),
        );
    }
    if let Some(onset) = mixdown.afterwards() {
        push(onset, words.export.track.afterwards);
    }
    chapters
}
