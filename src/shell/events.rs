//! An account of what was drawn when, for tests of timing: one JSON object a line.
//!
//! It is written only where `SOFTLY_EVENTS` names a file, and says nothing about a person.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use crate::app::App;
use crate::player::Transport;
use crate::time::{Ms, Now};
use crate::timeline::Event;

/// Writes down what was drawn.
#[derive(Debug)]
pub struct EventLog {
    file: File,
    /// The play-through that is being followed, and the first place not yet written down.
    follows: Option<(Transport, Ms)>,
}

/// One event.
#[derive(Serialize)]
struct Row {
    /// Its onset in the session, in milliseconds.
    onset: Ms,
    /// When it was to be drawn, in milliseconds of the program's clock.
    planned: f64,
    /// When the picture that first shows it was taken.
    seen: f64,
    /// When that picture had been sent.
    drawn: f64,
    what: &'static str,
}

impl EventLog {
    /// Begins a log in a new file.
    pub fn create(path: &Path) -> io::Result<Self> {
        Ok(Self {
            file: File::create(path)?,
            follows: None,
        })
    }

    /// A picture of the instant `seen` has been sent by the instant `drawn`.
    pub fn drawn(&mut self, app: &App, seen: Now, drawn: Now) -> io::Result<()> {
        let Some(playing) = app.screen.playing() else {
            return Ok(());
        };
        let player = &playing.player;
        let transport = player.transport();
        let Transport::Playing { from, .. } = transport else {
            return Ok(());
        };
        let next = match self.follows {
            Some((followed, next)) if followed == transport => next,
            _ => from,
        };
        let until = player.begun(seen);
        for event in player.timeline().crossed(next..until.max(next)) {
            let planned = transport.when(event.onset()).unwrap_or(seen);
            let row = Row {
                onset: event.onset(),
                planned: milliseconds(planned),
                seen: milliseconds(seen),
                drawn: milliseconds(drawn),
                what: name(&event),
            };
            serde_json::to_writer(&self.file, &row)?;
            self.file.write_all(b"\n")?;
        }
        self.follows = Some((transport, until.max(next)));
        Ok(())
    }
}

fn milliseconds(now: Now) -> f64 {
    now.since_start().as_secs_f64() * 1000.0
}

fn name(event: &Event<'_>) -> &'static str {
    use crate::session::Phase;
    match event {
        Event::Step(..) => "step",
        Event::Phase {
            phase: Phase::In, ..
        } => "in",
        Event::Phase {
            phase: Phase::Sip, ..
        } => "sip",
        Event::Phase {
            phase: Phase::Hold, ..
        } => "hold",
        Event::Phase {
            phase: Phase::Out, ..
        } => "out",
        Event::Phase {
            phase: Phase::Rest, ..
        } => "rest",
        Event::Squeeze(_) => "squeeze",
        Event::Release(_) => "release",
        Event::Line(_) => "line",
        Event::Anchor(_) => "anchor",
        Event::End(_) => "end",
    }
}
