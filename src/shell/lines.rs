//! The loop for lines of text: wait, hand on what was typed, do what that leads to, print what is
//! said. It is to lines what `run` is to pictures, and holds no rule of its own.
//!
//! The terminal stays as it is: it edits and ends lines by itself, and every key is followed by
//! Enter.

use std::io;

use super::awake::{Awake, asleep_so_far};
use super::clock::Clock;
use super::effects::Effects;
use super::environment::Environment;
use super::exit::Exit;
use super::wait::{Event, Signal, Waiter};
use super::{files, out, speaks, terminal};
use crate::app::{App, Effect, Msg, Screen, update};
use crate::cli::ScreenOptions;
use crate::key::Key;
use crate::plain::{Listener, Reply, Talk};
use crate::score::RING;
use crate::time::Now;

/// Lines have no end below: no text has to be scrolled, and no page of it turned.
const PAGE: (u16, u16) = (80, 4000);
/// Nobody means more by a line than this, in keys.
const LONGEST_LINE: usize = 1000;

/// Tells the app in lines until somebody leaves, or until it is over for somebody who came for one
/// session. The opening messages come after what is told first.
pub fn run(
    environment: &Environment,
    options: &ScreenOptions,
    mut app: App,
    listener: Listener,
    opening: Vec<Msg>,
) -> io::Result<Exit> {
    let clock = Clock::start(environment.speed);
    let waiter = if listener.answers {
        Waiter::new()?
    } else {
        Waiter::deaf()?
    };
    app.look.size = PAGE;
    if listener.answers {
        let own = files::own_files(app.words);
        let voice = speaks::voice_state(app.words.language);
        for msg in [
            Msg::Shelf(own.sessions),
            Msg::Programmes(own.programmes),
            Msg::Voice(voice),
        ] {
            update(&mut app, msg, clock.now());
        }
    }
    let keeps = !options.writes_nothing();
    let mut lines = Lines {
        effects: Effects::new(&app, clock, waiter.waker(), keeps),
        awake: Awake::start(clock.now(), clock.speed(), asleep_so_far()),
        talk: Talk::new(app, listener),
        clock,
        waiter,
        typed: Vec::new(),
        rings: None,
    };
    let exit = lines.play_out(opening);
    lines.effects.stop();
    exit
}

/// Everything the loop holds.
struct Lines {
    talk: Talk,
    clock: Clock,
    waiter: Waiter,
    awake: Awake,
    effects: Effects,
    /// What stands on the line that is not ended yet.
    typed: Vec<Key>,
    /// Until when the last bell rings on.
    rings: Option<Now>,
}

impl Lines {
    fn play_out(&mut self, opening: Vec<Msg>) -> io::Result<Exit> {
        let reply = self.talk.begin(self.clock.now());
        if let Some(exit) = self.give(reply)? {
            return Ok(exit);
        }
        for msg in opening {
            self.tell(msg)?;
        }
        loop {
            let now = self.clock.now();
            let rings = self.rings_until(now);
            if rings.is_some_and(|until| until <= now) {
                return Ok(Exit::Fine);
            }
            let next = self.talk.next(now);
            let planned = next.map(|next| next.min(self.awake.heartbeat(now)));
            let planned = planned.or(rings);
            self.waiter
                .wait(planned.map(|at| self.clock.real(now.until(at))))?;
            let now = self.clock.now();
            let slept = self.awake.after_wait(planned, now, asleep_so_far());
            let msg = slept.map_or(Msg::Due, |slept| Msg::Away(slept.since));
            if let Some(exit) = self.tell(msg)? {
                return Ok(exit);
            }
            while let Some(event) = self.waiter.next_event() {
                if let Some(exit) = self.take(event)? {
                    return Ok(exit);
                }
            }
        }
    }

    /// Until when the last bell rings, once it is over; at once where there is none to hear, and
    /// for whoever has read something meanwhile.
    fn rings_until(&mut self, now: Now) -> Option<Now> {
        if !self.talk.is_done() {
            if self.talk.app().screen.playing().is_some() {
                self.rings = None;
            }
            return None;
        }
        let rings = match &self.talk.app().screen {
            Screen::Closing(closing) => closing.rings.is_some() && self.effects.is_heard(),
            _ => false,
        };
        let until = if rings { now + RING } else { now };
        Some(*self.rings.get_or_insert(until))
    }

    /// Takes something that came from outside. Answers how softly ends, if it does.
    fn take(&mut self, event: Event) -> io::Result<Option<Exit>> {
        match event {
            Event::Key(Key::Enter | Key::Ctrl('j')) => {
                let typed = std::mem::take(&mut self.typed);
                let now = self.clock.now();
                self.rings = self.rings.map(|until| until.min(now));
                let reply = self.talk.line(&typed, now);
                return self.give(reply);
            }
            Event::Key(key) if self.typed.len() < LONGEST_LINE => self.typed.push(key),
            Event::Signal(Signal::Stop) => {
                self.tell(Msg::Suspending)?;
                terminal::stop_job()?;
            }
            Event::Signal(Signal::Continue) => {
                return self.tell(Msg::Away(self.awake.stopped().since));
            }
            Event::Signal(signal) => return Ok(signal.exit_code().map(Exit::Code)),
            // Ctrl-D, or nobody left to read for.
            Event::Gone => return Ok(Some(Exit::Fine)),
            Event::Woken => {
                if let Some(state) = self.effects.sound_state() {
                    return self.tell(Msg::Sound(state));
                }
            }
            Event::Key(_)
            | Event::Mouse(_)
            | Event::Paste
            | Event::Resize(..)
            | Event::Background(_)
            | Event::Answered => {}
        }
        Ok(None)
    }

    fn tell(&mut self, msg: Msg) -> io::Result<Option<Exit>> {
        let reply = self.talk.take(msg, self.clock.now());
        self.give(reply)
    }

    /// Does what a reply asks for, and prints it. Answers how softly ends, if it does.
    fn give(&mut self, reply: Reply) -> io::Result<Option<Exit>> {
        let (mut leaves, mut suspends) = (false, false);
        for effect in reply.effects {
            match effect {
                Effect::Leave => leaves = true,
                Effect::Suspend => suspends = true,
                Effect::Keep(kept) => {
                    let keeps = self.effects.keep(kept);
                    if keeps != self.talk.app().keeps {
                        self.tell(Msg::Keeps(keeps))?;
                    }
                }
                Effect::Hear(hearing) => self.effects.hear(hearing),
                Effect::Say(saying) => self.effects.say(saying),
            }
        }
        // One write, so that nothing can come between two lines.
        if !reply.lines.is_empty() {
            out::line(&reply.lines.join("\n"))?;
        }
        if suspends {
            terminal::stop_job()?;
        }
        Ok(leaves.then_some(Exit::Fine))
    }
}
