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
use super::environment::Environment;
use super::events::EventLog;
use super::exit::Exit;
use super::sound::{Sound, SoundStatus};
use super::terminal::{Guard, Output};
use super::wait::{Event, Signal, Waiter};
use super::{fault, files, keep, sound};
use crate::app::{App, Effect, Msg, SoundState, next_change, update};
use crate::cli::ScreenOptions;
use crate::kept::Kept;
use crate::key::Key;
use crate::time::Now;
use crate::view;

/// How long the sound may take to fade when softly leaves. The terminal is given back first.
pub(super) const FADE: Duration = Duration::from_millis(150);

/// Runs the app in the terminal until somebody leaves. The opening message comes before the
/// first picture.
///
/// # Panics
///
/// After the first picture, if the environment asks for a fault.
pub fn run(
    environment: &Environment,
    options: &ScreenOptions,
    app: App,
    opening: Option<Msg>,
) -> io::Result<Exit> {
    fault::watch();
    let clock = Clock::start(environment.speed);
    let waiter = Waiter::new()?;
    let guard = Guard::enter()?;
    let mut stage = Stage::new(environment, app, clock, waiter, guard)?;
    stage.keeps = !options.private;
    if let Some(msg) = opening {
        stage.tell(msg)?;
    }
    stage.draw()?;
    assert!(!environment.fault, "a fault was asked for");
    // Also where the colours are chosen: they may be left to the terminal again at any time.
    if environment.may_ask {
        stage.guard.ask_background()?;
    }
    let exit = stage.play_out();
    drop(stage.guard);
    if let Some(sound) = stage.sound {
        sound.stop(FADE);
    }
    exit
}

/// Finds out, beside everything else so that it delays nothing, which files the person has of
/// their own, and whether there will be sound.
fn look_round(waiter: &Waiter, clock: Clock, wants_sound: bool) -> Receiver<Msg> {
    let (send, receive) = mpsc::channel();
    let waker = waiter.waker();
    thread::spawn(move || {
        // The loop may be over before either is known.
        let own = files::own_files();
        let _ = send.send(Msg::Shelf(own.sessions));
        let _ = send.send(Msg::Programmes(own.programmes));
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
    /// Opened when there is first something to hear.
    sound: Option<Sound>,
    news: Receiver<Msg>,
    /// Whether what somebody chooses may be written down.
    keeps: bool,
    /// What was written down last, or read at the start.
    kept: Kept,
}

impl Stage {
    fn new(
        environment: &Environment,
        app: App,
        clock: Clock,
        waiter: Waiter,
        guard: Guard,
    ) -> io::Result<Self> {
        let (columns, rows) = app.look.size;
        let size = Size::new(columns, rows);
        let mut backend = SoftBackend::new(Output::default(), size);
        backend.set_sync(environment.synchronized);
        Ok(Self {
            canvas: Canvas::new(backend, size),
            awake: Awake::start(clock.now(), clock.speed(), asleep_so_far()),
            events: environment
                .events
                .as_deref()
                .map(EventLog::create)
                .transpose()?,
            sound: None,
            news: look_round(&waiter, clock, !app.muted),
            keeps: false,
            kept: app.kept.clone(),
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
        if let Some(sound) = &self.sound {
            let state = match sound.status() {
                SoundStatus::Absent => SoundState::Absent,
                SoundStatus::Lost => SoundState::Lost,
                SoundStatus::Playing => SoundState::Fine,
                SoundStatus::Off | SoundStatus::Opening => return Ok(()),
            };
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
                    let keeps = self.keeps && keep::write_changes(&self.kept, &kept).is_ok();
                    if keeps {
                        self.kept = kept;
                    }
                    if keeps != self.app.keeps {
                        self.tell(Msg::Keeps(keeps))?;
                    }
                }
                Effect::Hear(Some(hearing)) if hearing.muted && self.sound.is_none() => {}
                Effect::Hear(Some(hearing)) => {
                    let waker = self.waiter.waker();
                    let clock = self.clock;
                    let sound = self
                        .sound
                        .get_or_insert_with(|| Sound::start(clock, move || waker.wake()));
                    sound.follow(hearing);
                }
                Effect::Hear(None) => {
                    if let Some(sound) = &self.sound {
                        sound.hush();
                    }
                }
            }
        }
        Ok(None)
    }

    fn suspend(&mut self) -> io::Result<()> {
        let plays = self
            .sound
            .as_ref()
            .is_some_and(|s| s.status() == SoundStatus::Playing);
        // The sound has been told to pause; it fades before everything stands still.
        self.guard
            .suspend(if plays { FADE } else { Duration::ZERO })?;
        self.canvas.forget();
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        let (app, now) = (&self.app, self.clock.now());
        let area = self.canvas.area();
        self.canvas
            .draw(|cells| view::draw(app, now, area, cells))?;
        self.guard.set_mouse(app.screen.is_list())?;
        if let Some(events) = &mut self.events {
            events.drawn(&self.app, now, self.clock.now())?;
        }
        Ok(())
    }
}
