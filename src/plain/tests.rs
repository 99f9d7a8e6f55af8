//! Somebody listens: what plain mode says to each line typed, read aloud.

mod level;
mod lists;
mod on_time;
mod set_up;
mod while_playing;

use std::sync::Arc;
use std::time::Duration;

use super::*;
use crate::app::{App, Effect, Msg};
use crate::key::Key;
use crate::language::Language;
use crate::script;
use crate::session::Session;
use crate::settings::{Announce, Settings};
use crate::time::Now;
use crate::timeline::Choices;
use crate::view::Look;
use crate::words::ENGLISH;

const FILE: &str = r#"
softly = 1
title = "Test"
[[step]]
rest = 10
say = "Arrive."
[[step]]
title = "Slow breathing"
breathe = { in = 4, out = 6.5 }
times = 5
[[step]]
title = "Slower"
breathe = { in = 4, out = 4 }
ramp-to = { in = 4, out = 6 }
times = 5
cues = { out = ["", "Softer.", ""] }
"#;

/// Somebody with a keyboard who came for the list.
const AT_HOME: Listener = Listener {
    answers: true,
    at_once: false,
    once: false,
};
/// The same, who came for one session.
const FOR_ONE: Listener = Listener {
    once: true,
    ..AT_HOME
};
/// Nobody who could answer.
const NOBODY: Listener = Listener {
    answers: false,
    at_once: false,
    once: true,
};

fn session(text: &str) -> Arc<Session> {
    Arc::new(script::check(text, "test").session.unwrap())
}

/// Somebody who listens, and what they have heard.
struct Ear {
    talk: Talk,
    now: Now,
    heard: Vec<String>,
    effects: Vec<Effect>,
}

impl Ear {
    fn new(app: App, listener: Listener) -> Self {
        let mut app = app;
        app.look.size = (80, 4000);
        let mut ear = Self {
            talk: Talk::new(app, listener),
            now: Now::after(Duration::from_secs(100)),
            heard: Vec::new(),
            effects: Vec::new(),
        };
        let reply = ear.talk.begin(ear.now);
        ear.hear(reply);
        ear
    }

    /// On the list.
    fn at_home() -> Self {
        Self::new(app(Announce::Phase), AT_HOME)
    }

    /// On the list, in a language.
    fn speaking(language: Language) -> Self {
        let app = App::new(Look::default(), language.words(), Settings::default());
        Self::new(app, AT_HOME)
    }

    /// At the set-up of a session.
    fn settling(session: Arc<Session>, listener: Listener) -> Self {
        let mut app = app(Announce::Phase);
        app.open(session, Choices::default());
        Self::new(app, listener)
    }

    /// In a session that has just begun.
    fn playing(session: Arc<Session>) -> Self {
        let mut ear = Self::settling(session, FOR_ONE);
        ear.types("");
        ear
    }

    fn hear(&mut self, reply: Reply) -> String {
        self.heard.extend(reply.lines.iter().cloned());
        self.effects.extend(reply.effects);
        reply.lines.join("\n")
    }

    /// Types a line, and hears the answer.
    fn types(&mut self, line: &str) -> String {
        let typed: Vec<Key> = line.chars().map(Key::Char).collect();
        let reply = self.talk.line(&typed, self.now);
        self.hear(reply)
    }

    /// Something happens.
    fn takes(&mut self, msg: Msg) -> String {
        let reply = self.talk.take(msg, self.now);
        self.hear(reply)
    }

    /// Listens for so many seconds, waking as the loop does.
    fn waits(&mut self, seconds: f64) -> String {
        let until = self.now + crate::time::Ms::from_seconds_f64(seconds);
        let mut heard = Vec::new();
        while let Some(next) = self.talk.next(self.now).filter(|next| *next <= until) {
            let before = self.now;
            self.now = next;
            let lines = self.takes(Msg::Due);
            heard.extend((!lines.is_empty()).then_some(lines));
            assert!(
                self.now > before || !heard.is_empty(),
                "the loop would spin"
            );
        }
        self.now = until;
        heard.join("\n")
    }

    /// Whether softly is left.
    fn has_left(&self) -> bool {
        self.effects.contains(&Effect::Leave)
    }
}

fn app(announce: Announce) -> App {
    let settings = Settings {
        announce,
        ..Settings::default()
    };
    App::new(Look::default(), &ENGLISH, settings)
}
