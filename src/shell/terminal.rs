//! Taking the terminal over, and giving it back exactly as found, on every way out.
//!
//! Giving back must work from any thread at any time, in a panic too: it waits for nobody,
//! and does nothing the second time. Nothing of a session may be left behind on the screen.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as device;
#[cfg(unix)]
pub(super) use unix::write_all_to;
#[cfg(windows)]
use windows as device;

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crossterm::cursor::Hide;
use crossterm::event::EnableBracketedPaste;
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::EnterAlternateScreen;

use super::background::QUESTION;

/// The mouse is told about, every press of a button with its cell.
const MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// The mouse is the terminal's own again.
const NO_MOUSE: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// An open frame ended, the mouse and pastes as before, the cursor, the first screen, plain colours. It is fixed
/// text because a panicking thread must not allocate; a test holds it to crossterm's commands.
const GIVE_BACK: &[u8] = b"\x1b[?2026l\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l\x1b[0m";

/// Whether the terminal is in softly's hands.
static HELD: AtomicBool = AtomicBool::new(false);
/// Since when the terminal owes an answer. The lock is held for a copy only, in which nothing can
/// panic, so no panicking thread has it.
static ASKED: Mutex<Option<Instant>> = Mutex::new(None);
/// An answer that has not come after this long will not come.
const ANSWER_COMES_WITHIN: Duration = Duration::from_secs(1);

/// Holds the terminal; dropping it gives the terminal back.
#[derive(Debug)]
#[must_use = "the terminal is given back as soon as this is dropped"]
pub struct Guard {
    /// Whether the mouse is told about.
    mouse: bool,
}

impl Guard {
    /// Takes the terminal over: raw mode, the other screen, no cursor, marked pastes.
    pub fn enter() -> io::Result<Self> {
        let guard = Self { mouse: false };
        take(device::Before::Remember)?;
        Ok(guard)
    }

    /// Gives the terminal back, stops the whole job as Ctrl-Z does, and takes the terminal
    /// again when the job goes on. Draw everything anew after it.
    ///
    /// Between giving back and stopping it lets so much time pass. Where there is no shell that
    /// could let the job go on, it does not stop.
    pub fn suspend(&self, pause: Duration) -> io::Result<()> {
        restore();
        std::thread::sleep(pause);
        device::stop_job()?;
        take(device::Before::Remember)?;
        self.ask_for_mouse()
    }

    /// Takes the terminal again after the program was stopped without being asked. Draw
    /// everything anew after it.
    pub fn retake(&self) -> io::Result<()> {
        take(device::Before::Known)?;
        self.ask_for_mouse()
    }

    /// Has the mouse told about from now on, or leaves it to the terminal.
    pub fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if self.mouse == mouse {
            return Ok(());
        }
        self.mouse = mouse;
        if mouse {
            self.ask_for_mouse()
        } else {
            Output::default().write_all(NO_MOUSE)
        }
    }

    fn ask_for_mouse(&self) -> io::Result<()> {
        if self.mouse {
            Output::default().write_all(MOUSE)?;
        }
        Ok(())
    }

    /// Asks the terminal what it writes on. Do so after the first picture: the answer comes
    /// as an event, or not at all.
    pub fn ask_background(&self) -> io::Result<()> {
        expect_answer(Some(Instant::now()));
        Output::default().write_all(QUESTION)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

fn take(before: device::Before) -> io::Result<()> {
    HELD.store(true, Ordering::SeqCst);
    device::take(before)
        .and_then(|()| device::write_all(&take_over()?))
        .inspect_err(|_| restore())
}

/// Plain colours (a terminal remembers those it had when the screen was changed), the other screen,
/// no cursor, and pastes marked as such.
fn take_over() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(
        bytes,
        SetAttribute(Attribute::Reset),
        EnterAlternateScreen,
        Hide,
        EnableBracketedPaste
    )?;
    Ok(bytes)
}

/// Gives the terminal back if it is held. Any thread may call this at any time, and again.
pub fn restore() {
    if HELD.swap(false, Ordering::SeqCst) {
        let asked = expect_answer(None);
        if asked.is_some_and(|asked| asked.elapsed() < ANSWER_COMES_WITHIN) {
            device::drop_answer();
        }
        // If it cannot be written, the terminal is gone, and nothing is left to give back.
        let _ = device::write_all(GIVE_BACK);
        device::give_back();
    }
}

/// Stops the whole job, as Ctrl-Z does, where the terminal is not held. Returns when it goes on;
/// at once where there is no shell that could let it go on.
pub fn stop_job() -> io::Result<()> {
    device::stop_job()
}

/// The columns and rows of the terminal, if it tells.
pub fn size() -> Option<(u16, u16)> {
    device::size()
}

/// Width and height in pixels of the whole terminal, if it tells.
pub fn pixels() -> Option<(u16, u16)> {
    device::pixels()
}

/// Remembers that no answer is to be expected any more.
#[cfg_attr(windows, allow(dead_code, reason = "nothing is asked there"))]
pub(super) fn question_answered() {
    expect_answer(None);
}

fn expect_answer(since: Option<Instant>) -> Option<Instant> {
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    std::mem::replace(&mut asked, since)
}

/// Where pictures are written: straight to the terminal, and nowhere once it was given back, so
/// that a picture that comes too late is not left on the person's own screen.
#[derive(Debug, Default)]
pub struct Output(());

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if HELD.load(Ordering::SeqCst) {
            match device::write_all(bytes) {
                Err(error) if !device::is_gone(&error) => return Err(error),
                _ => {}
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crossterm::cursor::Show;
    use crossterm::event::DisableBracketedPaste;
    use crossterm::style::Print;
    use crossterm::terminal::{EndSynchronizedUpdate, LeaveAlternateScreen};

    use super::*;

    #[test]
    fn everything_that_is_taken_is_given_back() {
        let mut bytes = Vec::new();
        queue!(
            bytes,
            EndSynchronizedUpdate,
            Print(std::str::from_utf8(NO_MOUSE).unwrap()),
            DisableBracketedPaste,
            Show,
            LeaveAlternateScreen,
            SetAttribute(Attribute::Reset),
        )
        .unwrap();
        assert_eq!(bytes, GIVE_BACK);
        assert_eq!(
            take_over().unwrap(),
            b"\x1b[0m\x1b[?1049h\x1b[?25l\x1b[?2004h"
        );
        for mode in [1000, 1006] {
            let bytes = |bytes: &[u8], end| {
                let bytes = String::from_utf8_lossy(bytes);
                bytes.contains(&format!("\x1b[?{mode}{end}"))
            };
            assert!(bytes(MOUSE, 'h') && bytes(NO_MOUSE, 'l'), "{mode}");
        }
    }
}
