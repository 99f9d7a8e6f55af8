//! A session as lines of text, on time, with keys on lines of their own.

mod before;
mod reading;

use std::io;
use std::sync::Arc;

use self::reading::asks_when_to_stop;
use super::awake::{Awake, asleep_so_far};
use super::clock::Clock;
use super::environment::Environment;
use super::exit::Exit;
use super::keep;
use super::out;
use super::sound::{Sound, SoundStatus};
use super::terminal;
use super::wait::{Event, Signal, Waiter};
use crate::app::{Action, GROUNDING, Place, action_for, built_in_entries, chosen_position};
use crate::key::Key;
use crate::language::Language;
use crate::plain::{self, Announcer};
use crate::player::{Player, Why};
use crate::score::RING;
use crate::session::{self, Session};
use crate::settings::{Heard, Settings};
use crate::time::{Ms, Now};
use crate::timeline::Choices;
use crate::wording::Wording;
use crate::words::Words;

/// How a session begins.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    /// Without waiting at the set-up.
    pub at_once: bool,
    /// Past any gate: a therapist chose the session with the person.
    pub with_therapist: bool,
    /// Its name is written down as that of the last practice.
    pub is_remembered: bool,
}

/// What is spoken: the program's words, and which ones for the pelvic region.
#[derive(Clone, Copy, Debug)]
pub struct Speaking {
    /// The program's words.
    pub words: &'static Words,
    /// Which words are used for the pelvic region.
    pub wording: Wording,
}

/// Plays a session as lines, with pages to read in the same words. Where somebody can answer, it
/// waits at its gate and at the set-up until they do.
pub fn play(
    environment: &Environment,
    settings: Settings,
    session: &Arc<Session>,
    mut choices: Choices,
    beginning: Beginning,
    speaking: Speaking,
) -> io::Result<Exit> {
    let clock = Clock::start(environment.speed);
    let listens = environment.input_is_terminal;
    let waiter = if listens {
        Waiter::new()?
    } else {
        Waiter::deaf()?
    };
    let mut reader = Lines {
        waiter,
        words: speaking.words,
        wording: speaking.wording,
        listens,
        next_page: 0,
    };
    if let Some(exit) = before::begin(&mut reader, session, &mut choices, beginning)? {
        return Ok(exit);
    }
    if beginning.is_remembered {
        // Where that cannot be written, the session is complete all the same.
        let _ = keep::practised(&session.id);
    }
    let mut session = Arc::clone(session);
    loop {
        let sound = (settings.heard == Heard::On).then(|| Sound::start(clock, || {}));
        let mut practice = Practice {
            player: Player::start(session, choices, listens, clock.now()),
            awake: Awake::start(clock.now(), clock.speed(), asleep_so_far()),
            said: Ms::ZERO,
            sound,
            clock,
        };
        practice.hear();
        let ended = practice.play_out(&mut reader);
        if let Some(sound) = practice.sound {
            sound.stop(super::run::FADE);
        }
        match ended? {
            Ended::With(exit) => return Ok(exit),
            Ended::OnTheGround(grounding) => {
                choices = Choices::default();
                out::line(&plain::title(reader.words, &grounding, &choices))?;
                session = grounding;
            }
        }
    }
}

/// How a practice ends.
enum Ended {
    /// With softly.
    With(Exit),
    /// With the grounding session, which begins at once and has no gate.
    OnTheGround(Arc<Session>),
}

/// The grounding session, where a letter asks for it: the same one as on the screen.
fn ground(letter: char, language: Language) -> Option<Arc<Session>> {
    let asked = action_for(Place::Playing, Key::Char(letter)) == Some(Action::Ground);
    let mut entries = built_in_entries(language).into_iter().filter(|_| asked);
    let grounding = entries.find(|entry| *entry.id == *GROUNDING)?;
    grounding.session().cloned()
}

/// What somebody asks for by a line of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// Pause, or go on.
    Pause,
    /// Skip a part.
    Skip,
    /// A letter that means something in some places.
    Letter(char),
    /// Something that means nothing anywhere: how to ask.
    Keys,
    /// Leave.
    Leave(Exit),
    /// Stop for a while, as a job.
    Suspend,
    /// The program was stopped, and goes on.
    Continue,
}

/// Reads what is asked for, line by line.
struct Lines {
    waiter: Waiter,
    words: &'static Words,
    wording: Wording,
    listens: bool,
    /// Which of the safety pages is read next, in their order.
    next_page: usize,
}

impl Lines {
    /// The next thing asked for, if anything has come. After anything else, when to stop is read
    /// from its first page again.
    fn next(&mut self, typed: &mut Option<Key>) -> Option<Asked> {
        let asked = self.next_asked(typed)?;
        if !matches!(asked, Asked::Letter(letter) if asks_when_to_stop(letter)) {
            self.next_page = 0;
        }
        Some(asked)
    }

    /// What stands on the next line, if one has come. A line counts once it is ended.
    fn next_asked(&mut self, typed: &mut Option<Key>) -> Option<Asked> {
        while let Some(event) = self.waiter.next_event() {
            match event {
                Event::Key(Key::Enter | Key::Ctrl('j')) => {
                    return Some(match typed.take() {
                        Some(Key::Char('q')) => Asked::Leave(Exit::Fine),
                        Some(Key::Char('s' | 'n')) => Asked::Skip,
                        None | Some(Key::Char(' ')) => Asked::Pause,
                        Some(Key::Char(letter)) => Asked::Letter(letter),
                        Some(_) => Asked::Keys,
                    });
                }
                Event::Key(key) => *typed = typed.or(Some(key)),
                Event::Signal(Signal::Stop) => return Some(Asked::Suspend),
                Event::Signal(Signal::Continue) => return Some(Asked::Continue),
                Event::Signal(signal) => {
                    return signal
                        .exit_code()
                        .map(|code| Asked::Leave(Exit::Code(code)));
                }
                // Ctrl-D, or nobody left to read for.
                Event::Gone => return Some(Asked::Leave(Exit::Fine)),
                _ => {}
            }
        }
        None
    }
}

/// A practice under way.
struct Practice {
    player: Player,
    awake: Awake,
    /// Everything before this place has been said.
    said: Ms,
    sound: Option<Sound>,
    clock: Clock,
}

impl Practice {
    fn play_out(&mut self, reader: &mut Lines) -> io::Result<Ended> {
        let mut typed = None;
        loop {
            let now = self.clock.now();
            self.say_what_has_begun(reader, now)?;
            self.hold(now);
            if self.player.is_over(now) {
                return self.close(reader).map(Ended::With);
            }
            let planned = self.next_wake(now);
            reader
                .waiter
                .wait(planned.map(|at| self.clock.real(now.until(at))))?;
            let now = self.clock.now();
            if let Some(slept) = self.awake.after_wait(planned, now, asleep_so_far()) {
                self.pause(reader, slept.since, Why::Away)?;
            }
            while let Some(asked) = reader.next(&mut typed) {
                match asked {
                    Asked::Leave(Exit::Fine) => {
                        out::line(reader.words.stopped)?;
                        return Ok(Ended::With(Exit::Fine));
                    }
                    Asked::Leave(exit) => return Ok(Ended::With(exit)),
                    asked => {
                        if let Asked::Letter(letter) = asked
                            && let Some(grounding) = ground(letter, reader.words.language)
                        {
                            return Ok(Ended::OnTheGround(grounding));
                        }
                        self.answer(reader, asked, now)?;
                    }
                }
            }
        }
    }

    /// Time to return, and the last bell.
    fn close(&mut self, reader: &mut Lines) -> io::Result<Exit> {
        let chosen = chosen_position(self.player.session(), self.player.choices());
        let position = self.player.moved_to(self.clock.now()).unwrap_or(chosen);
        if let Some(way_out) = &position.way_out {
            out::line(way_out)?;
        }
        let question = self.player.session().check_in.as_ref();
        if let Some(question) = question.filter(|question| question.after) {
            out::print(&plain::check_in(reader.words, question))?;
        }
        let ends_silent = self.player.timeline().sounds().end == session::Sound::None;
        let plays = |sound: &Sound| sound.status() == SoundStatus::Playing;
        if ends_silent || !self.sound.as_ref().is_some_and(plays) {
            return Ok(Exit::Fine);
        }
        self.ring_out(reader)
    }

    /// Lets the last bell ring out. Any line ends that, too, but for the one that asks when to stop:
    /// whoever reads that has all the time they like.
    fn ring_out(&self, reader: &mut Lines) -> io::Result<Exit> {
        let mut until = Some(self.clock.now() + RING);
        let mut typed = None;
        loop {
            let now = self.clock.now();
            if until.is_some_and(|until| until <= now) {
                return Ok(Exit::Fine);
            }
            let wait = until.map(|until| self.clock.real(now.until(until)));
            reader.waiter.wait(wait)?;
            while let Some(asked) = reader.next(&mut typed) {
                match asked {
                    Asked::Letter(letter) if asks_when_to_stop(letter) => {
                        until = None;
                        reader.read_when_to_stop()?;
                        out::line(reader.words.plain.leaves)?;
                    }
                    Asked::Leave(exit) => return Ok(exit),
                    _ => return Ok(Exit::Fine),
                }
            }
        }
    }

    fn answer(&mut self, reader: &mut Lines, asked: Asked, now: Now) -> io::Result<()> {
        match asked {
            // The part that comes next says that it goes on.
            Asked::Pause if self.player.awaits(now) => self.player.go_on(now),
            Asked::Pause if self.player.transport().is_playing() => {
                return self.pause(reader, now, Why::Asked);
            }
            Asked::Pause => {
                self.player.go_on(now);
                out::line(reader.words.plain.goes_on)?;
            }
            Asked::Skip => {
                self.player.skip(now);
                if !self.player.transport().is_playing() {
                    self.player.go_on(now);
                }
            }
            Asked::Suspend => {
                self.pause(reader, now, Why::Away)?;
                terminal::stop_job()?;
            }
            Asked::Continue => self.pause(reader, self.awake.stopped().since, Why::Away)?,
            Asked::Letter(letter) if asks_when_to_stop(letter) => return self.read(reader, now),
            Asked::Keys | Asked::Letter(_) => return reader.say_keys(),
            Asked::Leave(_) => {}
        }
        if matches!(asked, Asked::Pause | Asked::Skip) {
            self.said = self.player.at(now);
        }
        self.hear();
        Ok(())
    }

    /// Reads when to stop, and pauses meanwhile. How to go on is said last.
    fn read(&mut self, reader: &mut Lines, now: Now) -> io::Result<()> {
        reader.read_when_to_stop()?;
        out::line(reader.words.pages.plain_ground)?;
        if self.player.awaits(now) {
            return out::line(reader.words.parts.plain_go_on);
        }
        if self.player.transport().is_playing() {
            return self.pause(reader, now, Why::Reading);
        }
        out::line(reader.words.plain.go_on)
    }

    fn pause(&mut self, reader: &Lines, at: Now, why: Why) -> io::Result<()> {
        if self.player.transport().is_playing() {
            self.player.pause(at, why);
            self.hear();
            // Where nobody can answer, nobody could go on again.
            if reader.listens {
                out::line(&format!(
                    "{}. {}",
                    reader.words.pause(why),
                    reader.words.plain.go_on
                ))?;
            } else {
                self.player.go_on(self.clock.now());
            }
        }
        Ok(())
    }

    /// Waits where the session has come to a stop.
    fn hold(&mut self, now: Now) {
        if self.player.is_held(now) && self.player.transport().is_playing() {
            self.player.hold(now);
            self.hear();
        }
    }

    fn say_what_has_begun(&mut self, reader: &Lines, now: Now) -> io::Result<()> {
        let until = self.player.begun(now);
        let timeline = Arc::clone(self.player.timeline());
        let announcer = Announcer::new(reader.words, &timeline, reader.listens);
        for line in announcer.lines_between(self.said..until.max(self.said)) {
            out::line(&line)?;
        }
        self.said = until.max(self.said);
        Ok(())
    }

    /// When something next begins, but soon enough to notice having been stopped.
    fn next_wake(&self, now: Now) -> Option<Now> {
        let transport = self.player.transport();
        let at = self.player.at(now);
        let next = transport.when(self.player.timeline().next_onset(at)?)?;
        Some(next.min(self.awake.heartbeat(now)))
    }

    fn hear(&self) {
        if let Some(sound) = &self.sound {
            sound.follow(self.player.hearing(false));
        }
    }
}
