//! The app in conversation: what came in, and what is said to it. It decides what the loop for lines
//! would otherwise have to, and waits, prints and plays nothing itself.

use super::listener::Listener;
use super::teller::Teller;
use super::typed::{Meant, meant};
use crate::app::{App, Effect, Msg, Screen, update};
use crate::key::Key;
use crate::player::Transport;
use crate::time::Now;

/// An app that is told in lines.
#[derive(Debug)]
pub struct Talk {
    app: App,
    teller: Teller,
    listener: Listener,
}

/// What is said, and what has to be done.
#[derive(Debug, Default)]
pub struct Reply {
    /// Lines to print, each whole.
    pub lines: Vec<String>,
    /// What the shell has to do, in order; leaving comes last.
    pub effects: Vec<Effect>,
}

impl Talk {
    /// Nothing has been told yet.
    pub fn new(mut app: App, listener: Listener) -> Self {
        app.listens = listener.answers;
        app.in_lines = true;
        Self {
            app,
            teller: Teller::new(listener),
            listener,
        }
    }

    /// The app.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Tells where one is, to begin with.
    pub fn begin(&mut self, now: Now) -> Reply {
        let mut reply = Reply::default();
        self.tell(&mut reply, now);
        self.pass(&mut reply, now);
        reply
    }

    /// Takes something that has happened.
    pub fn take(&mut self, msg: Msg, now: Now) -> Reply {
        let mut reply = Reply::default();
        // What began before somebody was away was said, and what began since was not heard.
        if !matches!(msg, Msg::Away(_)) {
            self.tell(&mut reply, now);
        }
        self.update(msg, &mut reply, now);
        self.tell(&mut reply, now);
        self.pass(&mut reply, now);
        reply
    }

    /// Takes a line, as the keys that were pressed before Enter.
    pub fn line(&mut self, typed: &[Key], now: Now) -> Reply {
        let meant = meant(&self.app, typed);
        let leaves = matches!(
            meant,
            Meant::Nothing(_) | Meant::Key(Key::Enter | Key::Backspace | Key::Esc)
        );
        let mut reply = Reply::default();
        match meant {
            // There is no list to go back to.
            _ if leaves && self.is_done() => reply.effects.push(Effect::Leave),
            Meant::Key(key) => self.asked(Msg::Key(key), &mut reply, now),
            Meant::Wish(wish) => self.asked(Msg::Wish(wish), &mut reply, now),
            Meant::Keys => {
                self.pause_to_listen(&mut reply, now);
                reply.lines.extend(self.teller.keys(&self.app, now));
            }
            Meant::Again => reply.lines = self.teller.again(&self.app, now),
            Meant::Nothing(said) => reply.lines = self.teller.nothing(&self.app, said, now),
        }
        reply
    }

    /// When there is next something to say by itself; none while nothing plays.
    pub fn next(&self, now: Now) -> Option<Now> {
        self.teller.next(&self.app, now)
    }

    /// Whether it is over for somebody who came for one session.
    pub fn is_done(&self) -> bool {
        self.listener.once && matches!(self.app.screen, Screen::Closing(_))
    }

    /// Does what was asked for by a line. Whoever asks is always answered.
    fn asked(&mut self, msg: Msg, reply: &mut Reply, now: Now) {
        self.tell(reply, now);
        let (before, place) = (reply.lines.len(), self.transport());
        self.update(msg, reply, now);
        self.tell(reply, now);
        let leaves = reply.effects.contains(&Effect::Leave);
        if reply.lines.len() == before && !leaves {
            // Where little is announced, what comes next may have no line.
            reply.lines.extend(if place == self.transport() {
                self.teller.nothing(&self.app, Vec::new(), now)
            } else {
                vec![self.app.words.plain.goes_on.to_owned()]
            });
        }
        self.pass(reply, now);
    }

    fn transport(&self) -> Option<Transport> {
        let playing = self.app.screen.playing();
        playing.map(|playing| playing.player.transport())
    }

    /// A session waits while its keys are told, and whoever hears them is told how to go on.
    fn pause_to_listen(&mut self, reply: &mut Reply, now: Now) {
        self.tell(reply, now);
        if let Screen::Playing(playing) = &self.app.screen
            && playing.player.transport().is_playing()
            && !playing.player.awaits(now)
        {
            self.update(Msg::Key(Key::Enter), reply, now);
            self.teller.hush(&self.app);
        }
    }

    /// Passes whatever would wait for a key that nobody has to press.
    fn pass(&mut self, reply: &mut Reply, now: Now) {
        while let Some(key) = self.listener.unasked(&self.app) {
            self.update(Msg::Key(key), reply, now);
            self.tell(reply, now);
        }
    }

    fn update(&mut self, msg: Msg, reply: &mut Reply, now: Now) {
        let plays = self.app.screen.playing().is_some();
        let effects = update(&mut self.app, msg, now);
        if plays && effects.contains(&Effect::Leave) {
            reply.lines.push(self.app.words.stopped.to_owned());
        }
        reply.effects.extend(effects);
    }

    fn tell(&mut self, reply: &mut Reply, now: Now) {
        reply.lines.extend(self.teller.tell(&self.app, now));
    }
}
