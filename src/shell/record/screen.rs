//! Recording as a picture: the line in large letters, and a meter that moves while it listens.

use std::io;
use std::time::Duration;

use ratatui::layout::Size;

use super::Sitting;
use crate::key::Key;
use crate::record::{Flow, Stage, keys, page};
use crate::shell::backend::SoftBackend;
use crate::shell::background::Background;
use crate::shell::canvas::Canvas;
use crate::shell::environment::Environment;
use crate::shell::exit::Exit;
use crate::shell::fault;
use crate::shell::terminal::{Guard, Output};
use crate::shell::wait::{Event, Signal, Waiter};
use crate::view::{Look, Recording, draw_recording};
use crate::words::Words;

/// How often the meter moves.
const MOVES: Duration = Duration::from_millis(60);

/// Records until somebody leaves. Answers how softly ends, and how far it came.
pub(in crate::shell) fn run(
    environment: &Environment,
    words: &'static Words,
    look: Look,
    sitting: Sitting,
    waiter: Waiter,
    intro: &[String],
) -> io::Result<(Exit, Flow)> {
    fault::watch(words);
    let guard = Guard::enter()?;
    let size = Size::new(look.size.0, look.size.1);
    let mut backend = SoftBackend::new(Output::default(), size);
    backend.set_sync(environment.synchronized);
    backend.set_console(environment.console);
    let mut screen = Screen {
        canvas: Canvas::new(backend, size),
        guard,
        look,
        sitting,
        waiter,
        intro,
    };
    screen.draw()?;
    if environment.may_ask && screen.look.follows_background() {
        screen.guard.ask_background()?;
    }
    let exit = screen.play_out()?;
    drop(screen.guard);
    Ok((exit, screen.sitting.flow))
}

struct Screen<'a> {
    canvas: Canvas<Output>,
    guard: Guard,
    look: Look,
    sitting: Sitting,
    waiter: Waiter,
    intro: &'a [String],
}

impl Screen<'_> {
    fn play_out(&mut self) -> io::Result<Exit> {
        loop {
            let moves = self.sitting.flow.stage() == Stage::Recording;
            self.waiter.wait(moves.then_some(MOVES))?;
            self.sitting.look();
            while let Some(event) = self.waiter.next_event() {
                if let Some(exit) = self.take(event)? {
                    return Ok(exit);
                }
            }
            self.draw()?;
        }
    }

    fn take(&mut self, event: Event) -> io::Result<Option<Exit>> {
        match event {
            Event::Key(Key::Ctrl('c')) => return Ok(Signal::Interrupt.exit_code().map(Exit::Code)),
            Event::Key(Key::Ctrl('z')) | Event::Signal(Signal::Stop) => {
                self.sitting.break_off();
                self.guard.suspend(Duration::ZERO)?;
                self.canvas.forget();
            }
            Event::Key(key) => {
                let leaves = Sitting::meaning(key).is_some_and(|ask| self.sitting.ask(ask));
                return Ok(leaves.then_some(Exit::Fine));
            }
            Event::Resize(columns, rows) => {
                self.look.size = (columns, rows);
                self.canvas.resize(Size::new(columns, rows));
            }
            Event::Background(background) => self.look.set_light(background == Background::Light),
            Event::Signal(Signal::Continue) => {
                self.sitting.break_off();
                self.guard.retake()?;
                self.canvas.forget();
            }
            Event::Signal(signal) => return Ok(signal.exit_code().map(Exit::Code)),
            Event::Gone => return Ok(Signal::HangUp.exit_code().map(Exit::Code)),
            Event::Mouse(_) | Event::Paste | Event::Answered | Event::Woken => {}
        }
        Ok(None)
    }

    fn draw(&mut self) -> io::Result<()> {
        let flow = &self.sitting.flow;
        let page = page(flow);
        let shown = Recording {
            theme: &self.look.theme,
            intro: (flow.stage() == Stage::Intro).then_some(self.intro),
            page: &page,
            keys: keys(flow),
            listens: flow.stage() == Stage::Recording,
            level: self.sitting.level(),
        };
        let area = self.canvas.area();
        self.canvas
            .draw(|cells| draw_recording(&shown, area, cells))
    }
}
