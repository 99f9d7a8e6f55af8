//! Waiting: for the terminal, for signals, for other threads, and for the next moment to draw.
//!
//! One wait serves them all, so that nothing polls and a pause costs nothing. What has come is
//! handed on as [`Event`]s; what to do about it is decided elsewhere.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub use unix::{Waiter, Waker};
#[cfg(windows)]
pub use windows::{Waiter, Waker};

use super::background::Background;
use crate::key::Key;
use crate::mouse::Mouse;

/// Something that came from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Something was done with a mouse.
    Mouse(Mouse),
    /// Something was pasted. It is not typing, and its text is not kept.
    Paste,
    /// The terminal now has so many columns and rows.
    Resize(u16, u16),
    /// The terminal has told what it writes on.
    Background(Background),
    /// The terminal has answered all it was asked.
    Answered,
    /// A signal came.
    Signal(Signal),
    /// Another thread wants to be looked after.
    Woken,
    /// The terminal is gone. There is nobody to draw for.
    Gone,
}

/// A signal that the run loop decides about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The terminal or its connection was closed.
    HangUp,
    /// Somebody asked the program to end.
    Terminate,
    /// As Ctrl-C would do, but from outside.
    Interrupt,
    /// As Ctrl-\ would do, but from outside.
    Quit,
    /// Somebody asked the program to stop for a while.
    Stop,
    /// The program was stopped, and has been let go on.
    Continue,
}

impl Signal {
    /// With which code to end, for those signals that end the program.
    pub const fn exit_code(self) -> Option<u8> {
        match self {
            Self::HangUp => Some(129),
            Self::Interrupt => Some(130),
            Self::Quit => Some(131),
            Self::Terminate => Some(143),
            Self::Stop | Self::Continue => None,
        }
    }
}
