//! A short practice to hear what softly sounds like.

use std::sync::Arc;

use softly::script;
use softly::session::Session;
use softly::timeline::{Choices, Timeline, compile};

/// A moment of quiet, two short breaths, and a moment of quiet again: 16 seconds.
const SCRIPT: &str = "
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

pub(crate) fn session() -> Arc<Session> {
    let session = script::check(SCRIPT, "listen")
        .session
        .expect("it is a session");
    Arc::new(session)
}

pub(crate) fn timeline() -> Arc<Timeline> {
    Arc::new(compile(&session(), &Choices::default()))
}
