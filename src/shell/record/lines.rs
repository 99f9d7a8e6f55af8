//! Recording as lines of text: what is typed ends with Enter, and everything is said in whole lines.
//!
//! For whoever hears the screen, and for windows that can only write lines. There is no meter, which
//! would be read out over and over.

use std::io;

use super::Sitting;
use crate::key::Key;
use crate::record::{Ask, Flow, Stage, keys, page};
use crate::shell::exit::Exit;
use crate::shell::wait::{Event, Signal, Waiter};
use crate::shell::{out, terminal};
use crate::text::Clean;

/// Records until somebody leaves. Answers how softly ends, and how far it came.
pub(in crate::shell) fn run(
    sitting: Sitting,
    waiter: Waiter,
    intro: &[String],
) -> io::Result<(Exit, Flow)> {
    let mut lines = Lines {
        sitting,
        waiter,
        typed: Vec::new(),
    };
    for line in intro {
        say(line)?;
    }
    lines.tell_keys()?;
    let exit = lines.play_out()?;
    Ok((exit, lines.sitting.flow))
}

fn say(text: &str) -> io::Result<()> {
    out::line(&Clean::from_shown(text))
}

struct Lines {
    sitting: Sitting,
    waiter: Waiter,
    /// What stands on the line that is not ended yet.
    typed: Vec<Key>,
}

impl Lines {
    fn play_out(&mut self) -> io::Result<Exit> {
        loop {
            self.waiter.wait(None)?;
            while let Some(event) = self.waiter.next_event() {
                if let Some(exit) = self.take(event)? {
                    return Ok(exit);
                }
            }
        }
    }

    fn take(&mut self, event: Event) -> io::Result<Option<Exit>> {
        match event {
            Event::Key(Key::Enter | Key::Ctrl('j')) => {
                let typed = std::mem::take(&mut self.typed);
                let first = typed.first().copied().unwrap_or(Key::Enter);
                match Sitting::meaning(first) {
                    Some(ask) => return self.ask(ask),
                    None => self.tell_keys()?,
                }
            }
            Event::Key(key) if self.typed.len() < 80 => self.typed.push(key),
            Event::Signal(Signal::Stop) => {
                self.sitting.break_off();
                terminal::stop_job()?;
            }
            Event::Signal(signal) => return Ok(signal.exit_code().map(Exit::Code)),
            Event::Gone => return Ok(Some(Exit::Fine)),
            Event::Woken if self.sitting.look() => self.tell_news()?,
            _ => {}
        }
        Ok(None)
    }

    fn ask(&mut self, ask: Ask) -> io::Result<Option<Exit>> {
        let (at, stage) = (self.sitting.flow.at(), self.sitting.flow.stage());
        if self.sitting.ask(ask) {
            return Ok(Some(Exit::Fine));
        }
        if at != self.sitting.flow.at() || stage == Stage::Intro {
            self.tell_line()?;
        } else {
            self.tell_news()?;
        }
        Ok(None)
    }

    /// Says which line it is, with the ones around it.
    fn tell_line(&self) -> io::Result<()> {
        let page = page(&self.sitting.flow);
        say("")?;
        say(&page.heading)?;
        if let Some(before) = &page.before {
            say(&format!("Before: {before}"))?;
        }
        if let Some(after) = &page.after {
            say(&format!("After: {after}"))?;
        }
        say(&format!("Read: {}", page.line))?;
        say(&page.news)?;
        self.tell_keys()
    }

    fn tell_news(&self) -> io::Result<()> {
        say(&page(&self.sitting.flow).news)?;
        match self.sitting.flow.stage() {
            Stage::Opening => Ok(()),
            _ => self.tell_keys(),
        }
    }

    fn tell_keys(&self) -> io::Result<()> {
        let keys = keys(&self.sitting.flow).iter().map(|(key, does)| {
            let key = if *key == "space" { "Enter" } else { key };
            format!("{key} {does}")
        });
        let keys: Vec<String> = keys.collect();
        say(&format!("{}.", keys.join(", ")))
    }
}
