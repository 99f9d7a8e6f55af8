//! Short practices to hear what softly sounds like.

use std::fmt::Write as _;
use std::sync::Arc;

use softly::script;
use softly::session::Session;

/// A moment of quiet, two short breaths, and a moment of quiet again: 16 seconds.
const SHORT: &str = "
softly = 1
title = 'Listen'
[[step]]
rest = 2
[[step]]
breathe = { in = 2, out = 3, rest = 1 }
times = 2
[[step]]
rest = 2
";

/// What can be listened to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Practice {
    /// Sixteen seconds.
    Short,
    /// Five minutes and a half of breath, with a bell every half a minute.
    Long,
    /// Three minutes of the same.
    Walk,
}

impl Practice {
    pub(crate) fn session(self) -> Arc<Session> {
        let text = match self {
            Self::Short => SHORT.to_owned(),
            Self::Long => breaths(11),
            Self::Walk => breaths(6),
        };
        let session = script::check(&text, "listen").session;
        Arc::new(session.expect("it is a session"))
    }
}

/// So many half minutes of breathing, each with its bell.
fn breaths(count: usize) -> String {
    let mut text = "softly = 1\ntitle = 'Listen for longer'\n".to_owned();
    for _ in 0..count {
        let _ = writeln!(
            text,
            "[[step]]\nbreathe = {{ in = 4, out = 5, rest = 1 }}\ntimes = 3"
        );
    }
    text
}
