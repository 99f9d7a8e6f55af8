//! The loop: wait, tell the core what came, do what it answers, draw what has changed.
//!
//! It holds no rule of its own. It sleeps until the next visible change, and for ever while there
//! is none.

use std::io;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use ratatui::layout::Size;

use super::awake::{Awake, asleep_so_far};
use super::backend::SoftBackend;
use super::background::Background;
use super::canvas::Canvas;
use super::clock::Clock;
use super::effects::{Effects, FADE};
use super::environment::Environment;
use super::events::EventLog;
use super::exit::Exit;
use super::notes::Share;
use super::terminal::{Guard, Output};
use super::wait::{Event, Signal, Waiter};
use super::{fault, files, notes, sound, speaks};
use crate::app::{App, Effect, Msg, Screen, SoundState, next_change, update};
use crate::cli::ScreenOptions;
use crate::key::Key;
use crate::time::Now;
use crate::view;
use crate::words::Words;

/// Runs the app in the terminal until somebody leaves. The opening messages come before the
/// first picture.
///
/// # Panics
///
/// After the first picture, if the environment asks for a fault.
pub fn run(
    environment: &Environment,
    options: &ScreenOptions,
    app: App,
    opening: Vec<Msg>,
) -> io::Result<Exit> {
    fault::watch(app.words);
    let clock = Clock::start(environment.speed);
    let waiter = Waiter::new()?;
    let guard = Guard::enter()?;
    let keeps = !options.writes_nothing();
    let effects = Effects::new(&app, clock, waiter.waker(), keeps);
    let mut stage = Stage::new(environment, app, clock, waiter, guard, effects)?;
    for msg in opening {
        stage.tell(msg)?;
    }
    stage.draw()?;
    assert!(!environment.fault, "a fault was asked for");
    let exit = stage.play_out();
    // The terminal is given back before the sound fades.
    drop(stage.guard);
    stage.effects.stop();
    exit
}

/// Finds out, beside everything else so that it delays nothing, which files the person has of
/// their own, whether there is a voice, and whether there will be sound.
fn look_round(
    waiter: &Waiter,
    clock: Clock,
    words: &'static Words,
    wants_sound: bool,
) -> Receiver<Msg> {
    let (send, receive) = mpsc::channel();
    let waker = waiter.waker();
    thread::spawn(move || {
        // The loop may be over before either is known.
        let own = files::own_files(words);
        let _ = send.send(Msg::Shelf(own.sessions));
        let _ = send.send(Msg::Programmes(own.programmes));
        waker.wake();
        let _ = send.send(Msg::Voice(speaks::voice_state(words.language)));
        waker.wake();
        if wants_sound && !sound::is_there(clock) {
            let _ = send.send(Msg::Sound(SoundState::Absent));
            waker.wake();
        }
    });
    receive
}

/// Everything the loop holds.
struct Stage {
    app: App,
    clock: Clock,
    waiter: Waiter,
    guard: Guard,
    canvas: Canvas<Output>,
    awake: Awake,
    events: Option<EventLog>,
    effects: Effects,
    news: Receiver<Msg>,
    /// Whether the terminal may still be asked for its background.
    may_ask: bool,
    /// The way to notes in another terminal, in the clinic.
    share: Option<Share>,
}

impl Stage {
    fn new(
        environment: &Environment,
        app: App,
        clock: Clock,
        waiter: Waiter,
        guard: Guard,
        effects: Effects,
    ) -> io::Result<Self> {
        let (columns, rows) = app.look.size;
        let size = Size::new(columns, rows);
        let mut backend = SoftBackend::new(Output::default(), size);
        backend.set_sync(environment.synchronized);
        backend.set_console(environment.console);
        Ok(Self {
            canvas: Canvas::new(backend, size),
            awake: Awake::start(clock.now(), clock.speed(), asleep_so_far()),
            events: environment
                .events
                .as_deref()
                .map(EventLog::create)
                .transpose()?,
            effects,
            news: match app.screen {
                Screen::Notes(_) => notes::follow(waiter.waker()),
                _ => look_round(&waiter, clock, app.words, !app.muted),
            },
            may_ask: environment.may_ask,
            share: app.clinic.then(Share::open).and_then(Result::ok),
            app,
            clock,
            waiter,
            guard,
        })
    }

    fn play_out(&mut self) -> io::Result<Exit> {
        loop {
            let now = self.clock.now();
            let due = next_change(&self.app, now);
            let planned = self.planned(now, due);
            self.waiter
                .wait(planned.map(|at| self.clock.real(now.until(at))))?;
            let now = self.clock.now();
            let mut changed = false;
            if let Some(slept) = self.awake.after_wait(planned, now, asleep_so_far()) {
                changed = true;
                self.tell(Msg::Away(slept.since))?;
            }
            if due.is_some_and(|due| due <= now) {
                changed = true;
                self.tell(Msg::Due)?;
            }
            while let Some(event) = self.waiter.next_event() {
                changed = true;
                if let Some(exit) = self.take(event)? {
                    return Ok(exit);
                }
            }
            if changed {
                self.draw()?;
            }
        }
    }

    /// When to look up at the latest.
    fn planned(&self, now: Now, due: Option<Now>) -> Option<Now> {
        let plays = self
            .app
            .screen
            .playing()
            .is_some_and(|p| p.player.transport().is_playing());
        if !plays {
            return due;
        }
        let beat = self.awake.heartbeat(now);
        Some(due.map_or(beat, |due| due.min(beat)))
    }

    /// Takes something that came from outside. Answers how softly ends, if it does.
    fn take(&mut self, event: Event) -> io::Result<Option<Exit>> {
        match event {
            // As from outside, so that a script that runs softly can tell.
            Event::Key(Key::Ctrl('c')) => return Ok(Signal::Interrupt.exit_code().map(Exit::Code)),
            Event::Key(key) => return self.tell(Msg::Key(key)),
            Event::Mouse(mouse) => return self.tell(Msg::Mouse(mouse)),
            Event::Resize(columns, rows) => {
                self.canvas.resize(Size::new(columns, rows));
                self.tell(Msg::Resized(columns, rows))?;
            }
            Event::Background(background) => {
                self.tell(Msg::Light(background == Background::Light))?;
            }
            Event::Signal(Signal::Stop) => {
                self.tell(Msg::Suspending)?;
                self.suspend()?;
            }
            Event::Signal(Signal::Continue) => {
                self.tell(Msg::Away(self.awake.stopped().since))?;
                self.guard.retake()?;
                self.canvas.forget();
            }
            Event::Signal(signal) => return Ok(signal.exit_code().map(Exit::Code)),
            Event::Woken => self.look_around()?,
            Event::Gone => return Ok(Signal::HangUp.exit_code().map(Exit::Code)),
            // What was pasted is not typing.
            Event::Paste | Event::Answered => {}
        }
        Ok(None)
    }

    /// Another thread had something: files of the person's own, or news about sound.
    fn look_around(&mut self) -> io::Result<()> {
        while let Ok(msg) = self.news.try_recv() {
            self.tell(msg)?;
        }
        if let Some(state) = self.effects.sound_state() {
            self.tell(Msg::Sound(state))?;
        }
        Ok(())
    }

    /// Hands a message to the core and does what it answers.
    fn tell(&mut self, msg: Msg) -> io::Result<Option<Exit>> {
        for effect in update(&mut self.app, msg, self.clock.now()) {
            match effect {
                Effect::Leave => return Ok(Some(Exit::Fine)),
                Effect::Suspend => self.suspend()?,
                // What cannot be kept counts for as long as softly runs, and that is said.
                Effect::Keep(kept) => {
                    let keeps = self.effects.keep(kept);
                    if keeps != self.app.keeps {
                        self.tell(Msg::Keeps(keeps))?;
                    }
                }
                Effect::Hear(hearing) => self.effects.hear(hearing),
                Effect::Say(saying) => self.effects.say(saying),
            }
        }
        Ok(None)
    }

    fn suspend(&mut self) -> io::Result<()> {
        // The sound has been told to pause; it fades before everything stands still.
        let fade = if self.effects.is_heard() {
            FADE
        } else {
            Duration::ZERO
        };
        self.guard.suspend(fade)?;
        self.canvas.forget();
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        let (app, now) = (&self.app, self.clock.now());
        if let Some(share) = &mut self.share {
            share.tell(app, now);
        }
        let area = self.canvas.area();
        self.canvas
            .draw(|cells| view::draw(app, now, area, cells))?;
        self.guard.set_mouse(app.screen.is_list())?;
        if let Some(events) = &mut self.events {
            events.drawn(&self.app, now, self.clock.now())?;
        }
        // Only ever after a picture, so that nothing has to wait for the answer.
        if self.may_ask && self.app.look.follows_background() {
            self.may_ask = false;
            self.guard.ask_background()?;
        }
        Ok(())
    }
}
